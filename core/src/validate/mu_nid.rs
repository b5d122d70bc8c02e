//! National identity number of Mauritius: a letter of the surname, date of birth as DDMMYY, six digits, and a check
//! character.
//!
//! Issued by the Civil Status Division, <https://civilstatus.govmu.org>, which publishes no check scheme that we know of.
//! Found by experiment with an independent implementation: weights 14 down to 1 over all characters, letters from A as 10
//! on; the sum is a multiple of 17, and the check is one of 0 to 9 and A to G.
//! A right check proves that and a day of the calendar (a wrong one passes once in 17 times), not that the number was
//! issued. Letters that are 17 apart (A and R, B and S) are not told from each other.

use super::{Check, alnum, base36, is_date};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(t) = alnum::<14>(text) else { return Check::Invalid };
    let [letter, body @ .., last] = t;
    let shape = letter.is_ascii_uppercase()
        && body.iter().all(u8::is_ascii_digit)
        // H and on would be the values 0 and on again.
        && matches!(last, b'0'..=b'9' | b'A'..=b'G');
    let value = |at: usize| base36(t[at]).unwrap_or(0);
    let pair = |at: usize| value(at) * 10 + value(at + 1);
    // The century is not told: 2000 has the leap days of both.
    let date = || is_date(2000 + pair(5), pair(3), pair(1));
    let sum: u32 = (0..14).zip((1..=14).rev()).map(|(at, weight)| value(at) * weight).sum();
    (shape && sum.is_multiple_of(17) && date()).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["B1402882718287", "K290200-314159-9", "t3112754669204", "D 050619 141421 G", "L290296161815a"],
        invalid: [
            ("B1402882718286", "check character"),
            ("B1402882718827", "two digits swapped"),
            ("C1402882718287", "another letter"),
            ("B140288271806H", "H for the check 0"),
            ("B300288271828C", "30 February"),
            ("B290289271828B", "29 February 1989"),
            ("B140088271828A", "month 0"),
            ("B1413882718283", "month 13"),
            ("B0002882718280", "day 0"),
            ("11402882718287", "no letter"),
            ("L29029616181A5", "a letter among the digits"),
            ("B140288271828", "13 characters"),
            ("B14028827182870", "15 characters"),
        ],
        catches: 100,
    }
}
