//! Telephone number of mainland China as dialled at home: mobile, 11 digits from 13 to 19; landline, 0, area code and
//! seven or eight digits; 400 and 800 numbers of ten digits. A prefix 86 or 0 before the mobile number is skipped.
//!
//! Source: Ministry of Industry and Information Technology, Telecommunication Network Numbering Plan (2017 edition) and
//! its announcements of mobile segments, <https://www.miit.gov.cn>. Mobile segments that are not assigned (154, 160-161,
//! 163-164, 168-169, 179, 194) are `Unverified`.
//! Proves segment or area code and length, not that the number is in use.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<16>(text) else { return Check::Invalid };
    let digits = match &buffer[..len] {
        [8, 6, rest @ ..] if len > 10 => rest,
        digits => digits,
    };
    match digits {
        [4 | 8, 0, 0, rest @ ..] => (rest.len() == 7 && !all_same(rest)).into(),
        [1, rest @ ..] | [0, 1, rest @ ..] if rest.len() == 10 && matches!(rest, [3..=9, ..]) => mobile(rest),
        // Behind the area code, at most an extension of four digits.
        [0, 1, 0, local @ ..] | [0, 2, 0..=9, local @ ..] => landline(local, 8),
        [0, 3..=9, 1..=9, _, local @ ..] => landline(local, 7),
        _ => Check::Invalid,
    }
}

fn mobile(rest: &[u8]) -> Check {
    let listed = match rest {
        [3 | 8, ..] => true,
        [4, _, ..] => true,
        [5 | 9, segment, ..] => *segment != 4,
        [6, segment, ..] => matches!(segment, 2 | 5..=7),
        [7, segment, ..] => *segment != 9,
        _ => false,
    };
    if all_same(rest) || rest.ends_with(&[0; 8]) { Check::Invalid } else { in_plan(listed) }
}

fn landline(local: &[u8], shortest: usize) -> Check {
    ((shortest..=12).contains(&local.len()) && local.first() != Some(&0) && !all_same(local)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["13812345678", "138-1234-5678", "86 199 1234 5678", "010-12345678", "0755-1234567", "400-123-4567"],
        unverified: ["15412345678", "16012345678"],
        invalid: [
            ("12812345678", "no mobile segment begins with 12"),
            ("1381234567", "ten digits"),
            ("138123456789", "twelve digits"),
            ("010-1234567", "seven digits in Beijing"),
            ("0100-1234567", "no such area code"),
            ("13800000000", "subscriber of zeros"),
        ],
        catches: 5,
    }
}
