//! NHS number of England, Wales and the Isle of Man, the Scottish CHI number and the Northern Irish Health and Care
//! number: ten digits of one shared scheme, written 3-3-4.
//!
//! Source: NHS Data Model and Dictionary, <https://www.datadictionary.nhs.uk/attributes/nhs_number.html>. Weights 10 to 2,
//! the check digit is 11 minus the sum modulo 11 (11 is written 0, 10 is not issued).
//! Proves the check digit only: which ranges are in use has changed more than once, so none is refused.

use super::{Check, all_same, digits, weighted_sum};

const WEIGHTS: [u32; 10] = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (!all_same(&d) && weighted_sum(&d, &WEIGHTS).is_multiple_of(11)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["943 476 5919", "9876543210", "999-000-0018", "4010232137"],
        invalid: [
            ("943 476 5918", "check digit"),
            ("9434765991", "last two digits swapped"),
            ("0000000000", "all digits the same"),
            ("1234567890", "remainder 10 has no check digit"),
            ("943476591", "9 digits"),
            ("94347659190", "11 digits"),
        ],
        catches: 100,
    }
}
