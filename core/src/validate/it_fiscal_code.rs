//! Codice fiscale of Italy: six letters of the names, year, month letter and day of birth (women + 40), four characters
//! of the place, check letter.
//!
//! Source: Decreto ministeriale of 23 December 1976, Agenzia delle Entrate,
//! <https://www.agenziaentrate.gov.it/portale/web/guest/schede/istanze/richiesta-ts_cf/informazioni-codificazione-pf>.
//! Characters in odd places count by a table, those in even places by their rank; the sum modulo 26 is the check letter.
//! Of people with the same code digits are written as letters (omocodia), L for 0 to V for 9.
//! Proves the check letter and a date of the calendar, not the names, the place or the issue.

use super::{Check, alnum, is_date};

const ODD: [usize; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";
const OMOCODIA: &[u8; 10] = b"LMNPQRSTUV";

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<16>(text) else { return Check::Invalid };
    let letters = [0, 1, 2, 3, 4, 5, 8, 11, 15].into_iter().all(|at| c[at].is_ascii_uppercase());
    let place = c[12..15].iter().all(|&byte| digit(byte).is_some());
    let value = |(at, &byte): (usize, &u8)| if at % 2 == 0 { ODD[rank(byte)] } else { rank(byte) };
    let sum: usize = c[..15].iter().enumerate().map(value).sum();
    (letters && place && birthday(&c).is_some() && rank(c[15]) == sum % 26).into()
}

/// Rank of a letter from A, or of a digit from 0.
fn rank(byte: u8) -> usize {
    usize::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' })
}

/// The value of a digit, also of one that omocodia writes as a letter.
fn digit(byte: u8) -> Option<u32> {
    let value = if byte.is_ascii_digit() { Some(rank(byte)) } else { OMOCODIA.iter().position(|&l| l == byte) };
    value.map(|value| value as u32)
}

/// `Some` for a day that its month has, in either century.
fn birthday(c: &[u8; 16]) -> Option<()> {
    let year = digit(c[6])? * 10 + digit(c[7])?;
    let month = MONTHS.iter().position(|&letter| letter == c[8])? as u32 + 1;
    let day = digit(c[9])? * 10 + digit(c[10])?;
    is_date(2000 + year, month, if day > 40 { day - 40 } else { day }).then_some(())
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["RSSMRA85T10A562S", "rss mra 85t10 a562 s", "BNCGLI92H55F205N", "RSSMRA85T10A56NH"],
        invalid: [
            ("RSSMRA85T10A562T", "check letter"),
            ("RSSMRA85T32A562Y", "day 32"),
            ("RSSMRA85F10A562R", "no month F"),
            ("RSSMRA85T10A5625", "digit for the check letter"),
            ("RS5MRA85T10A562S", "digit in the names"),
            ("RSSMRA85T10A562", "15 characters"),
        ],
        catches: 100,
    }
}
