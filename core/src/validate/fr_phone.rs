//! Telephone number of France as dialled at home: ten digits, the first 0, the second 1-9.
//!
//! Source: ARCEP, plan national de numerotation (decision 2018-0881 as amended), <https://www.arcep.fr>. 01-05
//! geographic, 06 and 07 mobile, 08 special rates, 09 countrywide.
//! Proves the length and the first two digits, which are all the structure that ten open ranges leave.

use super::{Check, all_same, dialled};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<10>(text) else { return Check::Invalid };
    let [0, 1..=9, subscriber @ ..] = &buffer[..len] else { return Check::Invalid };
    (subscriber.len() == 8 && *subscriber != [0; 8] && !all_same(&buffer[1..])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["01 99 00 12 34", "06.39.98.12.34", "0639981234", "02-61-91-12-34"],
        invalid: [
            ("00 99 00 12 34", "second digit 0"),
            ("01 99 00 12 3", "nine digits"),
            ("01 99 00 12 345", "eleven digits"),
            ("16 39 98 12 34", "no zero"),
            ("06 00 00 00 00", "subscriber of zeros"),
        ],
        catches: 10,
    }
}
