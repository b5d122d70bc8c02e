//! VAT number of Germany: DE and nine digits.
//!
//! Source: Bundeszentralamt für Steuern, <https://www.bzst.de>. ISO 7064 MOD 11,10.

use super::{Check, digits, inner_digits, mod_11_10};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(inner_digits(text)) else { return Check::Invalid };
    (d[0] != 0 && mod_11_10(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["DE520722267", "DE821060532", "DE203832689", "DE332455867"],
        invalid: [("DE520722268", "check digit"), ("DE52072226", "one character less")],
        catches: 100,
    }
}
