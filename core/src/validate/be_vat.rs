//! Enterprise and VAT number of Belgium: ten digits, the last two 97 less the remainder of the others.
//!
//! Source: FOD Economie, Kruispuntbank van Ondernemingen, <https://economie.fgov.be>.

use super::{Check, all_same, digits, inner_digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(inner_digits(text)) else { return Check::Invalid };
    (d[0] < 2 && (number(&d[..8]) + number(&d[8..])).is_multiple_of(97) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["0680015134", "1127976178", "1381517253", "1223244135"],
        invalid: [("0680015135", "check digit"), ("068001513", "one character less")],
        catches: 100,
    }
}
