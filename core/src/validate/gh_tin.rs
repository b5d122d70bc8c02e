//! TIN of Ghana: a letter for the kind of taxpayer, two zeros, seven digits, and a check character, X for ten.
//!
//! Issued by the Ghana Revenue Authority, <https://gra.gov.gh>, which publishes no check scheme that we know of. Found by
//! experiment with an independent implementation: weights 1 to 9 over the digits, whose sum modulo 11 is the check; the
//! letter is one of C, G, P, Q and V and does not count.
//! A right check proves that all of this holds (a wrong one passes once in eleven times), not that the number was issued.

use super::{Check, all_same, alnum, base36};

pub(super) fn check(text: &[u8]) -> Check {
    let Some([kind, body @ .., last]) = alnum::<11>(text) else { return Check::Invalid };
    let expected = match last {
        b'X' => 10,
        b'0'..=b'9' => u32::from(last - b'0'),
        _ => return Check::Invalid,
    };
    let shape = matches!(kind, b'C' | b'G' | b'P' | b'Q' | b'V')
        && body.starts_with(b"00")
        && body.iter().all(u8::is_ascii_digit)
        // Nine zeros have a right check and are nobody's number.
        && !all_same(&body);
    let sum: u32 = body.iter().zip(1..).map(|(&digit, weight)| base36(digit).unwrap_or(0) * weight).sum();
    (shape && sum % 11 == expected).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["C0027182819", "P003141592X", "G0046692010", "q0057721564", "V006 180 3391", "p-003-141-592-x"],
        invalid: [
            ("C0027182818", "check digit"),
            ("C0027182891", "two digits swapped"),
            ("P0031415920", "0 where the check is X"),
            ("C002718281A", "A is no check character"),
            ("P00X3141592", "X among the digits"),
            ("B0027182819", "no such kind"),
            ("C102718281X", "1 where a zero is, and a right check"),
            ("P0000000000", "zeros only"),
            ("C002718281", "10 characters"),
            ("C00271828190", "12 characters"),
        ],
        catches: 100,
    }
}
