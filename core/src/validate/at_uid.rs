//! VAT number of Austria: ATU and eight digits.
//!
//! Source: Bundesministerium für Finanzen, "Konstruktionsregeln"; <https://www.bmf.gv.at>. Luhn over seven digits,
//! and 4 added.

use super::{Check, all_same, digits, inner_digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<8>(inner_digits(text)) else { return Check::Invalid };
    (!all_same(&d) && (luhn_like(&d[..7]) + 4 + u32::from(d[7])).is_multiple_of(10)).into()
}

/// The sum of Luhn, of which the second digit and every other one after it counts twice.
fn luhn_like(d: &[u8]) -> u32 {
    d.iter().enumerate().map(|(i, &d)| u32::from(if i % 2 == 0 { d } else { d * 2 % 10 + d / 5 })).sum()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["ATU08681096", "ATU94813970", "ATU40136410", "ATU83233706"],
        invalid: [("ATU08681097", "check digit"), ("ATU0868109", "one character less")],
        catches: 100,
    }
}
