//! ITIN, the individual taxpayer identification number of the United States: 9 digits, written as an SSN.
//!
//! Source: Internal Revenue Service, Publication 4757 and "Individual Taxpayer Identification Number",
//! <https://www.irs.gov/individuals/individual-taxpayer-identification-number>. No check digit; the first digit is 9, the
//! fourth and fifth are 50-65, 70-88, 90-92 or 94-99.
//! Proves only these ranges. 93 is the range of adoption numbers (ATIN).

use super::{Check, all_same, digits, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    let group = matches!(two(d[3], d[4]), 50..=65 | 70..=88 | 90..=92 | 94..=99);
    (d[0] == 9 && group && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["900-70-0001", "912 50 3456", "999881234", "987-94-4321"],
        invalid: [
            ("800-70-0001", "first digit 8"),
            ("900-49-0001", "group 49"),
            ("900-66-0001", "group 66"),
            ("900-89-0001", "group 89"),
            ("900-93-0001", "group 93: an ATIN"),
            ("999-99-9999", "one digit repeated"),
            ("900-70-001", "8 digits"),
            ("900-70-00012", "10 digits"),
        ],
        catches: 13,
    }
}
