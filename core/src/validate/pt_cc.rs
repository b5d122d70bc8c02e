//! Number of the citizen card of Portugal: nine digits, two characters, a check digit.
//!
//! Source: Agência para a Modernização Administrativa, <https://www.autenticacao.gov.pt>. As Luhn, with letters as
//! 10 to 35.

use super::{Check, alnum, base36, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<12>(text) else { return Check::Invalid };
    if digits::<9>(&c[..9]).is_none() || !c[11].is_ascii_digit() {
        return Check::Invalid;
    }
    let twice = |value: u32| if value * 2 > 9 { value * 2 - 9 } else { value * 2 };
    let value = |(i, &byte): (usize, &u8)| base36(byte).map(|value| if i % 2 == 0 { twice(value) } else { value });
    let sum: Option<u32> = c.iter().enumerate().map(value).sum();
    sum.is_some_and(|sum| sum.is_multiple_of(10)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["518323677AR1", "642534610TR6", "268432393XB4", "420012445VX5"],
        invalid: [("518323677AR2", "check digit"), ("518323677AR", "one character less")],
        catches: 100,
    }
}
