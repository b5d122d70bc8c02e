//! VAT number of Lithuania: LT and nine digits, or twelve for a time.
//!
//! Source: Valstybinė mokesčių inspekcija, <https://www.vmi.lt>. Weights 1 to 9 repeated; where the sum modulo 11
//! is 10, weights two further. The digit before the last two, or before the last, is 1.

use super::{Check, digits_up_to, inner_digits, mod_11_twice};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<12>(inner_digits(text)) else { return Check::Invalid };
    (matches!(len, 9 | 12) && d[len - 2] == 1 && mod_11_twice(&d[..len])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["LT571731012", "LT503553915", "LT904495010", "LT204678819"],
        invalid: [("LT571731013", "check digit"), ("LT57173101", "one character less")],
        catches: 97,
    }
}
