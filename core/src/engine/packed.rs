//! One payload that is packed: unpacked, searched as what is in it, and packed again when that changed.

use super::{Engine, Redacted, Ruling, Scratch};
use crate::limits::MAX_PACKINGS;
use crate::payload::{Malady, Malformed, Packed};

/// What is in a packed payload, and buffers for it.
#[derive(Default)]
pub(crate) struct Unpacked {
    pub(super) scratch: Scratch,
    plain: Vec<u8>,
    /// Text that stands beside it in the packing: the name of a file.
    beside: Vec<u8>,
}

impl Engine {
    /// The payload with every finding in it replaced: the very bytes that came in where there is none.
    pub(super) fn redact_packed<'a>(
        &self,
        payload: &'a [u8],
        packed: &Packed,
        scratch: &'a mut Scratch,
    ) -> Result<Redacted<'a>, Malformed> {
        if packed.packings() > MAX_PACKINGS {
            return Err(Malformed { at: 0, what: Malady::TooDeep(MAX_PACKINGS) });
        }
        let mut unpacked = scratch.unpacked.take().unwrap_or_default();
        unpacked.scratch.labels.clone_from(&scratch.labels);
        let changed = self.redact_within(payload, packed, &mut unpacked, &mut scratch.output);
        scratch.findings.clone_from(&unpacked.scratch.findings);
        scratch.unpacked = Some(unpacked);
        Ok(match changed? {
            Redacted::Masked(_) => Redacted::Masked(&scratch.output),
            Redacted::Clean(_) => Redacted::Clean(payload),
            Redacted::Blocked => Redacted::Blocked,
        })
    }

    /// What the policy does with the findings of what is in the payload.
    pub(super) fn rulings_packed(
        &self,
        payload: &[u8],
        packed: &Packed,
        scratch: &mut Scratch,
    ) -> Result<Vec<Ruling>, Malformed> {
        if packed.packings() > MAX_PACKINGS {
            return Err(Malformed { at: 0, what: Malady::TooDeep(MAX_PACKINGS) });
        }
        let mut unpacked = scratch.unpacked.take().unwrap_or_default();
        let Unpacked { scratch: inner, plain, beside } = &mut *unpacked;
        inner.labels.clone_from(&scratch.labels);
        let rulings =
            packed.unpack(payload, plain, beside).and_then(|()| self.rulings_as(plain, packed.inner(), inner));
        scratch.unpacked = Some(unpacked);
        rulings
    }

    /// What became of it, without its bytes: where it is masked, `out` is the new payload.
    fn redact_within(
        &self,
        payload: &[u8],
        packed: &Packed,
        unpacked: &mut Unpacked,
        out: &mut Vec<u8>,
    ) -> Result<Redacted<'static>, Malformed> {
        let Unpacked { scratch, plain, beside } = unpacked;
        packed.unpack(payload, plain, beside)?;
        // What stands beside is not packed again.
        let found_beside = match self.redact(beside, scratch) {
            Redacted::Blocked => return Ok(Redacted::Blocked),
            redacted => matches!(redacted, Redacted::Masked(_)),
        };
        match self.redact_as(plain, packed.inner(), scratch)? {
            Redacted::Blocked => Ok(Redacted::Blocked),
            Redacted::Clean(_) if !found_beside => Ok(Redacted::Clean(&[])),
            redacted => packed.pack(payload, redacted.bytes(), out).map(|()| Redacted::Masked(&[])),
        }
    }
}
