//! National identification number of Luxembourg (matricule): date of birth, three digits, a check digit by Luhn,
//! one by Verhoeff.
//!
//! Source: Centre des technologies de l'information de l'État, Act of 19 June 2013, <https://ctie.gouvernement.lu>.

use super::{Check, digits, is_date, luhn, number, two, verhoeff};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<13>(text) else { return Check::Invalid };
    let mut without_luhn = [0; 12];
    without_luhn[..11].copy_from_slice(&d[..11]);
    without_luhn[11] = d[12];
    (is_date(number(&d[..4]) as u32, two(d[4], d[5]), two(d[6], d[7])) && luhn(&d[..12]) && verhoeff(&without_luhn))
        .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1989062278082", "1950041535483", "1947092665151", "1968102761501"],
        invalid: [("1989062278083", "check digit"), ("198906227808", "one character less")],
        catches: 100,
    }
}
