//! Medicare card number of Australia: 8 digits, a check digit, the issue of the card, and often the person on the card.
//!
//! Source: Services Australia, and the national metadata registry (METEOR) entry "Person—government funding identifier,
//! Medicare card number N(11)", <https://meteor.aihw.gov.au>. The first digit is 2-6; weights 1, 3, 7, 9 repeated over
//! eight digits, of which the sum modulo 10 is the ninth. Issue and person count from 1; 0 is written where they are
//! unknown, which is [`Check::Unverified`].
//! Proves the first nine digits, not that the card was issued.

use super::{Check, digits_up_to, weighted_sum};

const WEIGHTS: [u32; 8] = [1, 3, 7, 9, 1, 3, 7, 9];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len @ 10..=11)) = digits_up_to::<11>(text) else { return Check::Invalid };
    if !(2..=6).contains(&d[0]) || weighted_sum(&d, &WEIGHTS) % 10 != u32::from(d[8]) {
        return Check::Invalid;
    }
    if d[9..len].contains(&0) { Check::Unverified } else { Check::Valid }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["2123 45670 1", "2951 87312 5/1", "6298417127", "6913-09891-3", "67029715778"],
        unverified: ["39011926501", "2123 45670 0", "2123456701/0"],
        invalid: [
            ("2123 45671 1", "check digit"),
            ("2132 45670 1", "two digits swapped"),
            ("1123 45679 1", "first digit 1"),
            ("7123 45675 1", "first digit 7"),
            ("2123 45670", "9 digits"),
            ("2123 45670 123", "12 digits"),
        ],
        catches: 80,
    }
}
