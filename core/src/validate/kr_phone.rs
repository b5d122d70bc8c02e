//! Telephone number of South Korea as dialled at home: mobile 010 and 8 digits, area codes 02 and 031-064 and 7-8
//! digits, 070 Internet, 050x personal, 080 free; 15xx, 16xx and 18xx numbers of eight digits.
//!
//! Source: Ministry of Science and ICT, Telecommunications Numbering Plan (Regulation on the management of
//! telecommunication numbers), <https://www.msit.go.kr>. The old mobile codes 011 and 016-019 have ten or eleven digits.
//! Local numbers begin with 2-9; one that does not, or another code, is `Unverified`.
//! Proves code and length.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<12>(text) else { return Check::Invalid };
    let (local, listed) = match &buffer[..len] {
        [0, 2, local @ ..] => (local, true),
        [0, 5, 0, _, local @ ..] => (local, true),
        [0, 1, 0, local @ ..] => (local, local.len() == 8),
        [0, 7, 0, local @ ..] => (local, local.len() == 8),
        [0, 1, code, local @ ..] => (local, matches!(code, 1 | 6..=9)),
        [0, 8, 0, local @ ..] => (local, true),
        [0, 3..=6, code, local @ ..] => (local, matches!(code, 1..=5)),
        [1, 5 | 6 | 8, rest @ ..] if len == 8 => return (!all_same(rest)).into(),
        _ => return Check::Invalid,
    };
    match local {
        [first, ..] if matches!(local.len(), 7 | 8) && !all_same(local) => in_plan(listed && *first != 0),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["010-1234-5678", "02-312-3456", "031-123-4567", "070-1234-5678", "0505-123-4567", "1588-1234"],
        unverified: ["010-123-4567", "039-123-4567"],
        invalid: [
            ("010-123-456", "nine digits"),
            ("010-12345-6789", "twelve digits"),
            ("10-1234-5678", "no zero"),
            ("090-1234-5678", "no code 090"),
            ("010-0000-0000", "zeros only"),
        ],
        catches: 5,
    }
}
