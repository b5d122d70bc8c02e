//! Date and time without separators, as file names and logs write it: 20241121, 202411211011, 20241121101112.
//!
//! Source: ISO 8601-1:2019, basic format, with or without the T. A day of the calendar from 1970 to 2099 (2000 to 2040
//! for a date alone), then hours, minutes and seconds; what follows the seconds is a fraction. There is no check digit.

use super::{Check, digits_up_to, is_date, number, ungrouped};

pub(super) fn check(text: &[u8]) -> Check {
    let digits = ungrouped(text).map(|digits| (digits, text.len())).or_else(|| lettered(text));
    let Some((d, len @ (8 | 12 | 14..=23))) = digits else { return Check::Invalid };
    let at = |from: usize, to: usize| number(&d[from..to]) as u32;
    let years = if len == 8 { 2000..=2040 } else { 1970..=2099 };
    let date = years.contains(&at(0, 4)) && is_date(at(0, 4), at(4, 6), at(6, 8));
    // Places without a digit hold 0; a minute may have 61 seconds.
    (date && at(8, 10) < 24 && at(10, 12) < 60 && at(12, 14) <= 60).into()
}

/// The digits without the T and the Z; of no more than 32 bytes beside these.
fn lettered(text: &[u8]) -> Option<([u8; 23], usize)> {
    let mut kept = [0; 32];
    let mut count = 0;
    for &byte in text {
        if !matches!(byte, b'T' | b't' | b'Z' | b'z') {
            *kept.get_mut(count)? = byte;
            count += 1;
        }
    }
    digits_up_to(&kept[..count])
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["20241121101112", "20241121T101112Z", "20240229-235960", "202411211011", "20241121", "20241121101112123"],
        invalid: [
            ("20240230101112", "30 February"),
            ("20241121241112", "hour 24"),
            ("20241121106012", "minute 60"),
            ("19641121", "a date of birth rather"),
            ("2024112110", "no such length"),
            ("99991121101112", "year 9999"),
        ],
        catches: 40,
    }
}
