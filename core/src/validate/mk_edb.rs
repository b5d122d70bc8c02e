//! Tax number of North Macedonia (ЕДБ): thirteen digits, with MK in front where it is a VAT number.
//!
//! Source: Управа за јавни приходи, <https://www.ujp.gov.mk>. Weights 7 to 2 twice; 11 less the sum modulo 11, and
//! modulo 10.

use super::{Check, all_same, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(inner_digits(text)) else { return Check::Invalid };
    (!all_same(&d)
        && (11 - weighted_sum(&d[..12], &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == u32::from(d[12]))
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["4735950412130", "4334617557509", "4933736841097", "4130425571910"],
        invalid: [("4735950412131", "check digit"), ("473595041213", "one character less")],
        catches: 95,
    }
}
