//! VAT number of Malta: MT and eight digits.
//!
//! Source: Commissioner for Tax and Customs, <https://mtca.gov.mt>. Weights 3, 4, 6, 7, 8, 9, 10, 1; a multiple of
//! 37.

use super::{Check, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(inner_digits(text)) else { return Check::Invalid };
    (d[0] != 0 && weighted_sum(&d, &[3, 4, 6, 7, 8, 9, 10, 1]).is_multiple_of(37)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["MT55855118", "MT30241728", "MT56327641", "MT88021070"],
        invalid: [("MT55855119", "check digit"), ("MT5585511", "one character less")],
        catches: 100,
    }
}
