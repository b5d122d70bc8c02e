//! One payload that is packed: unpacked, searched as what is in it, and packed again when that changed.

use super::{Engine, Redacted, Ruling, Scratch};
use crate::labels::Labels;
use crate::limits::MAX_PACKINGS;
use crate::payload::{Malady, Malformed, Packed};

/// What is in a packed payload, and buffers for it.
#[derive(Default)]
pub(crate) struct Unpacked {
    pub(super) scratch: Scratch,
    pub(super) plain: Vec<u8>,
    /// Text that stands beside it in the packing: the name of a file.
    beside: Vec<u8>,
}

impl Unpacked {
    /// What is unpacked next is of the route with these labels, and within so many strings.
    pub(super) fn prepare(&mut self, labels: &Labels, depth: usize) {
        self.scratch.labels.clone_from(labels);
        self.scratch.wrapped.depth = depth;
    }
}

impl Engine {
    /// The payload, which came out of so many packings, with every finding in it replaced: the very bytes that came in
    /// where there is none.
    pub(super) fn redact_packed<'a>(
        &self,
        payload: &'a [u8],
        packed: &Packed,
        packings: usize,
        scratch: &'a mut Scratch,
    ) -> Result<Redacted<'a>, Malformed> {
        // Counted as they are opened: a payload may unpack to itself.
        if packings == MAX_PACKINGS {
            return Err(Malformed { at: 0, what: Malady::TooDeep(MAX_PACKINGS) });
        }
        let mut unpacked = scratch.unpacked.take().unwrap_or_default();
        unpacked.prepare(&scratch.labels, scratch.wrapped.depth);
        let changed = self.redact_within(payload, (packed, packings), &mut unpacked, &mut scratch.output);
        scratch.findings.clone_from(&unpacked.scratch.findings);
        scratch.unpacked = Some(unpacked);
        Ok(match changed? {
            Redacted::Masked(_) => Redacted::Masked(&scratch.output),
            Redacted::Clean(_) => Redacted::Clean(payload),
            Redacted::Blocked => Redacted::Blocked,
        })
    }

    /// What the policy does with the findings of what is in the payload, which came out of so many packings.
    pub(super) fn rulings_packed(
        &self,
        payload: &[u8],
        packed: &Packed,
        packings: usize,
        scratch: &mut Scratch,
    ) -> Result<Vec<Ruling>, Malformed> {
        if packings == MAX_PACKINGS {
            return Err(Malformed { at: 0, what: Malady::TooDeep(MAX_PACKINGS) });
        }
        let mut unpacked = scratch.unpacked.take().unwrap_or_default();
        unpacked.prepare(&scratch.labels, scratch.wrapped.depth);
        let Unpacked { scratch: inner, plain, beside } = &mut *unpacked;
        let rulings = packed
            .unpack(payload, plain, beside)
            .and_then(|()| self.rulings_unpacked(plain, packed.inner(), packings + 1, inner));
        scratch.unpacked = Some(unpacked);
        rulings
    }

    /// What became of it, without its bytes: where it is masked, `out` is the new payload.
    fn redact_within(
        &self,
        payload: &[u8],
        (packed, packings): (&Packed, usize),
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
        match self.redact_unpacked(plain, packed.inner(), packings + 1, scratch)? {
            Redacted::Blocked => Ok(Redacted::Blocked),
            Redacted::Clean(_) if !found_beside => Ok(Redacted::Clean(&[])),
            redacted => packed.pack(payload, redacted.bytes(), out).map(|()| Redacted::Masked(&[])),
        }
    }
}
