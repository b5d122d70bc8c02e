//! Business ID of Finland (Y-tunnus): seven digits and a check digit; FI in front for the VAT number.
//!
//! Source: Patentti- ja rekisterihallitus, <https://www.ytj.fi>. Weights 7, 9, 10, 5, 8, 4, 2, 1; a multiple of 11.

use super::{Check, all_same, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(inner_digits(text)) else { return Check::Invalid };
    (weighted_sum(&d, &[7, 9, 10, 5, 8, 4, 2, 1]).is_multiple_of(11) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1626547-6", "2100364-9", "3362896-1", "8842393-9"],
        invalid: [("1626547-7", "check digit"), ("1626547-", "one character less")],
        catches: 100,
    }
}
