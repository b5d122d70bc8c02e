//! CNIC of Pakistan: 13 digits, 5-7-1.
//!
//! Source: National Database and Registration Authority, <https://www.nadra.gov.pk>. The first digit is the province, the
//! next four the place, the last is odd for men. There is no check digit. Proves a province and a last digit that is not 0.

use super::{Check, all_same, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    ((1..=7).contains(&d[0]) && d[12] != 0 && !all_same(&d[5..12])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["34201-2345678-9", "3420123456789", "61101-1234567-2"],
        invalid: [
            ("94201-2345678-9", "no province 9"),
            ("34201-2345678-0", "0 at the end"),
            ("34201-0000000-1", "zeros only"),
            ("34201-234567-9", "12 digits"),
        ],
        catches: 2,
    }
}
