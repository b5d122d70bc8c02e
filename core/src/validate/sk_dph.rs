//! VAT number of Slovakia (IČ DPH): SK and ten digits, a multiple of 11.
//!
//! Source: Finančná správa, <https://www.financnasprava.sk>. The third digit is 2, 3, 4, 7, 8 or 9.

use super::{Check, digits, inner_digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(inner_digits(text)) else { return Check::Invalid };
    (d[0] != 0 && matches!(d[2], 2 | 3 | 4 | 7 | 8 | 9) && number(&d).is_multiple_of(11)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["SK2028628558", "SK2529982037", "SK2227841682", "SK2721550139"],
        invalid: [("SK2028628559", "check digit"), ("SK202862855", "one character less")],
        catches: 100,
    }
}
