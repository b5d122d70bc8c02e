//! Tax number of South Africa: ten digits, for income tax from 0, 1, 2, 3 (people) or 9 (companies, trusts), for value
//! added tax from 4.
//!
//! Source: South African Revenue Service, business requirements for the yearly reconciliation of employers, which name
//! the modulus 10 test, <https://www.sars.gov.za>. Luhn over the ten digits.
//! Proves the check digit and a first digit that is in use, not that the number was issued.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    // Which tax it is, the rule's pattern has said.
    (matches!(d[0], 0..=4 | 9) && !all_same(&d) && luhn(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0417265931", "1380 274 65 2", "2750913465", "3096/481/72/0", "9265037144", "4830162956"],
        invalid: [
            ("2750913466", "check digit"),
            ("2705913465", "two digits swapped"),
            ("7265037148", "first digit 7"),
            ("0000000000", "all the same"),
            ("041726593", "9 digits"),
            ("04172659310", "11 digits"),
            ("041726593O", "a letter"),
        ],
        catches: 100,
    }
}
