//! National number of Belgium (rijksregisternummer, numéro de registre national): date of birth, serial number of the
//! day, two check digits.
//!
//! Source: Royal Decree of 3 April 1984 on the composition of the identification number, and IBZ,
//! <https://www.ibz.rrn.fgov.be>. The check is 97 minus the first nine digits modulo 97, with a 2 in front of them for
//! births since 2000. Month and day may be zero where the date is not known.
//! Proves the check digits for one of the two centuries and a date in it, not that the number was issued.

use super::{Check, digits, is_date, number, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    born(&d, two(d[2], d[3])).into()
}

/// True when the check digits are right for a century in which that month (00 not known) has that day (00 not known).
pub(super) fn born(d: &[u8; 11], month: u32) -> bool {
    let (body, key) = (number(&d[..9]), number(&d[9..]));
    let (year, day) = (two(d[0], d[1]), two(d[4], d[5]));
    let unknown = (month == 0 && day < 32) || (month <= 12 && day == 0);
    let serial = (1..=998).contains(&number(&d[6..9]));
    let in_century =
        |century: u32, lead: u64| 97 - (lead + body) % 97 == key && (unknown || is_date(century + year, month, day));
    serial && (in_century(1900, 0) || in_century(2000, 2_000_000_000))
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["85.07.30-033 28", "85073003328", "17.07.30-033.84", "93051822361", "40.00.01-001.33"],
        invalid: [
            ("85073003329", "check digits"),
            ("85073030328", "two digits swapped"),
            ("85133003370", "month 13"),
            ("85473003317", "a BIS number"),
            ("85073000061", "serial number 000"),
            ("8507300332", "10 digits"),
        ],
        catches: 99,
    }
}
