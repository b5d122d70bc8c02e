//! International telephone number: country code and national number, at most 15 digits, after `+`, `00`, `011` or bare.
//!
//! Source: Recommendation ITU-T E.164 and its list of assigned country codes, <https://www.itu.int/rec/T-REC-E.164>;
//! lengths as in the national plans that members send to the ITU (ITU-T E.129), numbers of subscribers only. A trunk
//! zero after the code, `+49 (0)30`, is skipped where the country has one. A number without `+`, `00` or `011` that is
//! grouped must have its country code in a group of its own. `Unverified` when only the zero makes it long enough.
//! Proves an assigned country code and a national number as long as that country has them, not that it is in use.

use std::ops::RangeInclusive;

use super::us_phone::nanp;
use super::{Check, all_same, dialled, in_plan, is_separator};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<20>(text) else { return Check::Invalid };
    let digits = &buffer[..len];
    let grouped = text.len() > len;
    let (bare, digits) = match digits {
        _ if grouped && text.contains(&b'+') => (false, digits),
        [0, 0, rest @ ..] | [0, 1, 1, rest @ ..] => (false, rest),
        _ => (true, digits),
    };
    // Country codes are free of prefixes: at most one of the three lengths is assigned.
    let mut prefix = 0;
    let code = digits.iter().take(3).position(|&digit| {
        prefix = prefix * 10 + usize::from(digit);
        LENGTHS[prefix].1 > 0
    });
    let Some(code) = code.map(|last| last + 1) else { return Check::Invalid };
    let (shortest, longest) = LENGTHS[prefix];
    if bare && grouped && text.iter().position(|&byte| is_separator(byte)).is_some_and(|group| group != code) {
        return Check::Invalid;
    }
    let (code, dialled) = digits.split_at(code);
    let national = match dialled {
        [0, rest @ ..] if !keeps_zero(code) => rest,
        _ => dialled,
    };
    let lengths = usize::from(shortest)..=usize::from(longest).min(15 - code.len());
    let fits = |national: &[u8]| lengths.contains(&national.len());
    if all_same(national) || !fits(national) && (bare || !fits(dialled)) {
        Check::Invalid
    } else if code == [1] {
        nanp(national)
    } else {
        in_plan(fits(national))
    }
}

/// Italy, San Marino, the Vatican and some plans in Africa dial the leading zero from abroad, too.
fn keeps_zero(code: &[u8]) -> bool {
    matches!(code, [3, 9] | [3, 7, 8 | 9] | [2, 2, 5 | 9] | [2, 4, 1 | 2])
}

/// Shortest and longest national number under each country code; zeros when the code is not assigned.
static LENGTHS: [(u8, u8); 1000] = {
    let mut table = [(0, 0); 1000];
    let mut code = 0;
    while code < table.len() {
        if let Some(lengths) = lengths(code) {
            table[code] = (*lengths.start(), *lengths.end());
        }
        code += 1;
    }
    table
};

/// Digits of the national numbers under a country code; `None` when the code is not assigned.
#[rustfmt::skip] // A table: one row a range of lengths.
const fn lengths(code: usize) -> Option<RangeInclusive<u8>> {
    Some(match code {
        290 | 683 | 690 => 4..=7,
        247 | 500 | 682 => 5..=6,
        676..=678 | 685 | 686 | 688 => 5..=8,
        298 | 299 | 597 | 672 | 687 => 6..=7,
        53 => 6..=8,
        252 | 359 | 376 | 421 | 508 | 681 => 6..=9,
        358 => 6..=10,
        39 | 49 | 352 => 6..=11,
        238 | 239 | 246 | 248 | 269 | 291 | 297 | 501 | 592 | 673 | 674 | 679 | 680 | 691 | 692 | 960 => 7..=7,
        230 | 241 | 267 | 372 | 507 | 599 | 670 | 675 | 961 | 975 => 7..=8,
        46 | 220 | 231 | 245 | 254 | 265 | 354 | 375 | 423 | 595 | 967 => 7..=9,
        95 | 243 | 353 | 381 => 7..=10,
        882 => 7..=12,
        43 => 7..=13,
        45 | 47 | 216 | 222 | 223 | 226..=228 | 232 | 235 | 236 | 253 | 257 | 266 | 268 | 350 | 356 | 357 | 370 | 371 | 373 | 374 | 382 | 386 | 389 | 502..=506 | 509 | 591 | 598 | 689 | 800 | 808 | 852 | 853 | 965 | 968 | 973 | 974 | 993 => 8..=8,
        32 | 36 | 51 | 66 | 213 | 224 | 250 | 258 | 264 | 355 | 377 | 383 | 385 | 387 | 593 | 855 | 962 | 963 | 970 | 971 => 8..=9,
        20 | 57 | 60 | 63..=65 | 82 | 84 | 225 | 229 | 234 | 263 | 378 | 379 | 850 | 856 | 880 | 886 | 964 | 972 | 976 | 977 => 8..=10,
        62 | 883 => 8..=12,
        27 | 31 | 33 | 34 | 40 | 41 | 48 | 56 | 61 | 93 | 94 | 211 | 212 | 218 | 221 | 233 | 237 | 240 | 242 | 244 | 249 | 251 | 255 | 256 | 260..=262 | 351 | 380 | 420 | 590 | 594 | 596 | 966 | 979 | 992 | 994..=996 | 998 => 9..=9,
        44 | 81 | 92 | 881 => 9..=10,
        86 => 9..=11,
        870 => 9..=12,
        1 | 7 | 30 | 58 | 90 | 91 | 98 => 10..=10,
        52 | 54 | 55 => 10..=11,
        888 => 11..=11,
        878 => 12..=12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "+1 (415) 555-0132",
            "+1-581-896-0013x3890",
            "+44 (0)20 7946 0018",
            "+49 30 23125-000",
            "0033 1 99 00 12 34",
            "011 44 7700 900123",
            "+39 02 1234567",
            "(+86)13812345678",
            "447700900123",
            "49 152 28817386",
            "+290 51234",
        ],
        unverified: ["+91 0990695848", "+1 123 456 7890", "1 415 155 0132"],
        invalid: [
            ("+1 415 555 013", "nine digits after 1"),
            ("+44 7700 9001", "too short for 44: eight digits"),
            ("+999 12345678", "country code not assigned"),
            ("+210 12345678", "country code not assigned"),
            ("+33 000 000 000", "zeros only"),
            ("4477 0090 0123", "bare and grouped, the country code not in a group of its own"),
            ("4111 1111 1111 1111", "16 digits"),
            ("+1234567890123456", "16 digits"),
        ],
        catches: 5,
    }
}
