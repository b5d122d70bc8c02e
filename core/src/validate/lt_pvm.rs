//! VAT number of Lithuania: LT and nine digits, or twelve for a time.
//!
//! Source: Valstybinė mokesčių inspekcija, <https://www.vmi.lt>. Weights 1 to 9 repeated; where the sum modulo 11
//! is 10, weights two further. The digit before the last two, or before the last, is 1.

use super::{Check, digits_up_to, inner_digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<12>(inner_digits(text)) else { return Check::Invalid };
    (matches!(len, 9 | 12) && d[len - 2] == 1 && is_right(&d[..len])).into()
}

/// Of weights 1 to 9 and on, and where that leaves 10, of weights two further.
fn is_right(d: &[u8]) -> bool {
    let Some((&check, body)) = d.split_last() else { return false };
    let rest = |first: u32| {
        body.iter().zip((first - 1..).map(|w| w % 9 + 1)).map(|(&d, w)| u32::from(d) * w).sum::<u32>() % 11
    };
    let first = rest(1);
    let rest = if first < 10 { first } else { rest(3) % 10 };
    u32::from(check) == rest
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["LT571731012", "LT503553915", "LT904495010", "LT204678819"],
        invalid: [("LT571731013", "check digit"), ("LT57173101", "one character less")],
        catches: 97,
    }
}
