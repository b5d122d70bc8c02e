//! VAT number of the United Kingdom: GB and nine digits, or twelve with a branch.
//!
//! Source: HM Revenue & Customs, <https://www.gov.uk/guidance/check-a-uk-vat-number>. Weights 8 to 2, 10, 1; the
//! sum is a multiple of 97, or, since 2010, 42 more.

use super::{Check, all_same, digits_up_to, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<12>(inner_digits(text)) else { return Check::Invalid };
    let sum = weighted_sum(&d, &[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
    (matches!(len, 9 | 12) && matches!(sum, 0 | 42) && !all_same(&d[..9])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["GB762307342", "GB372281988", "GB966874747", "GB913174682"],
        invalid: [("GB762307343", "check digit"), ("GB76230734", "one character less")],
        catches: 98,
    }
}
