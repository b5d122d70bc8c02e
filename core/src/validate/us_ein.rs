//! EIN, the employer identification number of the United States: 9 digits, written 2-7.
//!
//! Source: Internal Revenue Service, "How EINs are assigned and valid EIN prefixes",
//! <https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes>. No check
//! digit; the first two digits tell the campus or service that assigned the number.
//! Proves only that the prefix is in use.

use super::{Check, all_same, digits, number, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    let prefix = matches!(
        two(d[0], d[1]),
        1..=6 | 10..=16 | 20..=27 | 30..=48 | 50..=68 | 71..=77 | 80..=88 | 90..=95 | 98 | 99
    );
    (prefix && number(&d[2..]) != 0 && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["12-3456789", "91-1144442", "30 0123456", "464567890", "01-0000001"],
        invalid: [
            ("00-1234567", "prefix 00"),
            ("07-1234567", "prefix 07"),
            ("69-1234567", "prefix 69"),
            ("97-1234567", "prefix 97"),
            ("12-0000000", "no serial"),
            ("33-3333333", "one digit repeated"),
            ("12-345678", "8 digits"),
            ("12-34567890", "10 digits"),
        ],
        catches: 3,
    }
}
