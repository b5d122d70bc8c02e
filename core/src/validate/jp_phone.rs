//! Telephone number of Japan as dialled at home: ten digits, eleven for mobile, Internet telephony and 0800.
//!
//! Source: Ministry of Internal Affairs and Communications, telephone numbering plan (Ordinance on Telecommunications
//! Numbers), <https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/>. 0AB-J: area and local code of five
//! digits after the zero, four of the subscriber; 0A0: 060, 070, 080, 090 mobile, 050 Internet telephony, 020 machines.
//! Proves first digits and length, not that the area code is in use.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [0, rest @ ..] if all_same(rest) => Check::Invalid,
        [0, a, 0, ..] if len == 11 => in_plan(matches!(a, 2 | 5..=9)),
        [0, 1..=9, 1..=9, ..] if len == 10 => Check::Valid,
        _ => Check::Invalid,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["090-1234-5678", "03-1234-5678", "0120-123-456", "(0422) 12-3456", "050-1234-5678", "0800-123-4567"],
        unverified: ["030-1234-5678"],
        invalid: [
            ("090-123-4567", "ten digits in a mobile range"),
            ("03-123-4567", "nine digits"),
            ("00-1234-5678", "second digit 0"),
            ("90-1234-5678", "no zero"),
            ("03-1234-56789", "eleven digits in Tokyo"),
        ],
        catches: 10,
    }
}
