//! VAT and tax number of Cyprus: eight digits and a letter.
//!
//! Source: Τμήμα Φορολογίας, <https://www.mof.gov.cy>. Digits at odd places by a table, those at even places as
//! they are; the sum modulo 26 is the letter.

use super::{Check, alnum_up_to, digits};

const ODD: [u8; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<11>(text) else { return Check::Invalid };
    let body = c[..len].strip_prefix(b"CY").unwrap_or(&c[..len]);
    let Some(d) = (body.len() == 9).then(|| digits::<8>(&body[..8])).flatten() else { return Check::Invalid };
    let value = |(i, &d): (usize, &u8)| if i % 2 == 0 { ODD[usize::from(d)] } else { d };
    let sum: u8 = d.iter().enumerate().map(value).sum();
    (!d.starts_with(&[1, 2]) && body[8] == b'A' + sum % 26).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["CY32351640K", "CY52971847P", "CY43571047W", "CY70435629K"],
        invalid: [("CY32351641K", "check digit"), ("CY32351640", "one character less")],
        catches: 100,
    }
}
