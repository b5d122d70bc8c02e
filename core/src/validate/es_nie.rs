//! NIE, the number of foreigners in Spain: X, Y or Z, seven digits and a letter.
//!
//! Source: Real Decreto 557/2011, art. 206, and Orden INT/2058/2008, which added Y and Z. X, Y and Z count as 0, 1 and 2
//! in front of the digits; the letter is the number modulo 23 in the table of the DNI. Some write X and eight digits, of
//! which the first is 0.
//! Proves the letter, not that the number was issued.

use super::es_dni::letter;
use super::{Check, after_prefix, alnum_up_to, digits_up_to, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<10>(after_prefix(text, b"ES")) else { return Check::Invalid };
    let [series @ b'X'..=b'Z', body @ .., check] = &c[..len] else { return Check::Invalid };
    let Some((d, len)) = digits_up_to::<8>(body) else { return Check::Invalid };
    let number = number(&d[..len]);
    let length = len == 7 || (len == 8 && d[0] == 0);
    let series = u64::from(series - b'X') * 10_000_000;
    (length && number > 0 && *check == letter(series + number)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["X1234567L", "y-1234567-x", "Z 1234567 R", "ESX2482300W", "X.5.253.868.R"],
        invalid: [
            ("X1234567M", "letter"),
            ("Y1234567L", "letter of the X series"),
            ("X1234576L", "two digits swapped"),
            ("W1234567L", "series W"),
            ("X0000000T", "zero"),
            ("X123456L", "6 digits"),
            ("X12345678Z", "8 digits, the first not 0"),
        ],
        catches: 100,
    }
}
