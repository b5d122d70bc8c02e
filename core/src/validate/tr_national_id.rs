//! T.C. kimlik numarası of Turkey: 11 digits, the last two of which check the others.
//!
//! Source: population services act no. 5490 art. 46, Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü,
//! <https://www.nvi.gov.tr>. Of the first nine digits, seven times those at odd places less those at even places ends
//! in the tenth; the sum of the first ten ends in the eleventh. The first digit is not 0; foreigners' numbers begin
//! with 99. Proves both check digits, not that the number was issued.

use super::{Check, all_same, digits, weighted_sum};

/// -1 at the even places is 9, modulo 10.
const TENTH: [u32; 9] = [7, 9, 7, 9, 7, 9, 7, 9, 7];

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    let tenth = weighted_sum(&d, &TENTH) % 10;
    let last = weighted_sum(&d, &[1; 10]) % 10;
    (d[0] != 0 && !all_same(&d) && [tenth, last] == [d[9], d[10]].map(u32::from)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["10000000146", "100 000 001 46", "12345678950", "99123456740"],
        invalid: [
            ("10000000147", "last digit"),
            ("10000000156", "tenth digit"),
            ("01000000090", "first digit 0"),
            ("1000000014", "10 digits"),
            ("100000001460", "12 digits"),
        ],
        catches: 100,
    }
}
