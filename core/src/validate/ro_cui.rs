//! Fiscal code of a company in Romania (CUI), with RO in front for the VAT number: two to ten digits.
//!
//! Source: Agenția Națională de Administrare Fiscală, <https://www.anaf.ro>. Weights 7, 5, 3, 2, 1, 7, 5, 3, 2 up
//! to the check digit; ten times the sum, modulo 11 and 10.

use super::{Check, digits_up_to, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len @ 2..)) = digits_up_to::<10>(inner_digits(text)) else { return Check::Invalid };
    let sum = weighted_sum(&d[..len - 1], &[7, 5, 3, 2, 1, 7, 5, 3, 2][10 - len..]);
    (d[0] != 0 && sum * 10 % 11 % 10 == u32::from(d[len - 1])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["33435915", "12511157", "89384655", "24847984"],
        invalid: [("33435916", "check digit"), ("3343591", "one character less")],
        catches: 100,
    }
}
