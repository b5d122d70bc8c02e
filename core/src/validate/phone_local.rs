//! Telephone number of any national plan, where a word or a key beside it says that it is one: 7 to 15 digits, grouped
//! or not.
//!
//! Source: the limits of Recommendation ITU-T E.164, <https://www.itu.int/rec/T-REC-E.164>, and its notation E.123. Says
//! only what is no telephone number: dates, addresses and amounts with dots, one digit over and over.
//! Proves nothing else; the context does.

use super::{Check, all_same, dialled, is_date, is_separator, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<15>(text) else { return Check::Invalid };
    let digits = &buffer[..len];
    (len >= 7 && !all_same(digits) && !starts_with_date(text, digits) && !dotted(text, digits)).into()
}

/// `2024-11-21`, `21.11.2024`, and the same with a time after it.
fn starts_with_date(text: &[u8], digits: &[u8]) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).map_or(0, |part| u32::try_from(number(part)).unwrap_or(0));
    // The century is the cheapest to ask for, and no telephone number has one in either place but by chance.
    let century = |at: usize| matches!(digits.get(at..at + 4), Some([1, 9, ..] | [2, 0, ..]));
    if !century(0) && !century(4) {
        return false;
    }
    match group_lengths(text) {
        [4, 2, 2, ..] => century(0) && is_date(part(0, 4), part(4, 6), part(6, 8)),
        [2, 2, 4, ..] => {
            let year = part(4, 8);
            century(4) && (is_date(year, part(2, 4), part(0, 2)) || is_date(year, part(0, 2), part(2, 4)))
        }
        _ => false,
    }
}

/// Groups joined by dots alone: an IP address, `1.234.567`, `1234567.89`. Telephone numbers with dots have a long last
/// group or begin with a zero.
fn dotted(text: &[u8], digits: &[u8]) -> bool {
    let separators = text.len() > digits.len() && !text.starts_with(b"0");
    let only_dots = separators && text.iter().all(|&byte| byte.is_ascii_digit() || byte == b'.');
    only_dots && !matches!(group_lengths(text), [2..=4, 3 | 4, 4, 0])
}

/// Digits in each of the first four groups.
fn group_lengths(text: &[u8]) -> [usize; 4] {
    let (mut lengths, mut group) = ([0; 4], 0);
    for &byte in text {
        if !is_separator(byte) {
            lengths[group] += 1;
        } else if lengths[group] > 0 {
            group += 1;
            if group == lengths.len() {
                break;
            }
        }
    }
    lengths
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["22 555 01 23", "8 (912) 555-01-23", "08-555 012 34", "5550123", "(06)1/555-0123", "210.555.0123", "0912.345.678"],
        invalid: [
            ("555012", "six digits"),
            ("2024-11-21", "a date"),
            ("21.11.2024 10", "a date and an hour"),
            ("10.120.130.140", "an IP address"),
            ("1.234.567", "an amount"),
            ("000 00 00", "one digit only"),
            ("1234567890123456", "16 digits"),
        ],
        catches: 0,
    }
}
