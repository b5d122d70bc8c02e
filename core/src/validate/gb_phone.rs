//! Telephone number of the United Kingdom as dialled at home: 0 and ten digits, nine in a few places and behind 0800.
//!
//! Source: Ofcom, The National Telephone Numbering Plan,
//! <https://www.ofcom.org.uk/phones-and-broadband/phone-numbers>. 01 and 02 are geographic, 03 countrywide, 055 and 056
//! corporate and Internet telephony, 070 and 071-079 personal and mobile, 08 and 09 services. `Unverified` when the
//! length is right and the range is not open.
//! Proves the range and the length, not that the number was allocated.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    let [0, national @ ..] = &buffer[..len] else { return Check::Invalid };
    if all_same(national) || national.first() == Some(&0) {
        return Check::Invalid;
    }
    let geographic = matches!(national, [1, ..] | [2, 0 | 3 | 4 | 8 | 9, ..]);
    let other =
        matches!(national, [7, ..] | [3, 0 | 3 | 4 | 7, ..] | [5, 5 | 6, ..] | [8, 0 | 4 | 7, ..] | [9, 0 | 1 | 8, ..]);
    match national {
        _ if national.len() == 10 => in_plan(geographic || other),
        [1, ..] | [8, 0, 0, ..] => (national.len() == 9).into(),
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["020 7946 0018", "(0161) 496 0345", "07700 900123", "01632 960 001", "0808 157 0123", "016977 2345"],
        unverified: ["0600 123 4567", "021 7946 0018"],
        invalid: [
            ("020 7946 001", "nine digits in London"),
            ("07700 9001234", "eleven digits after the zero"),
            ("7700 900123", "no zero"),
            ("0044 7700 9001", "a country code"),
            ("01111 111111", "one digit only"),
        ],
        catches: 10,
    }
}
