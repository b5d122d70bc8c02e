//! Resident identity number of China (GB 11643): region of six digits, YYYYMMDD, three serial digits, one check.
//!
//! Source: GB 11643-1999, regions by GB/T 2260, <https://openstd.samr.gov.cn>. ISO 7064 MOD 11-2 over 17 digits. 81, 82
//! and 83 are the residence permits of people from Hong Kong, Macao and Taiwan; a leading 9 is a foreigner's permanent
//! residence card since December 2023: 9, province, country (three digits), then as all. The form of 15 digits from
//! before 1999 has two digits of the year and no check ([`Check::Unverified`]). Proves the check character, a province
//! and a date of the calendar, not that the number was issued, nor that the county exists.

use super::{Check, alnum_up_to, digits, is_date, mod_11_2, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((t, len @ (15 | 18))) = alnum_up_to::<18>(text) else { return Check::Invalid };
    if len == 15 {
        return digits(&t[..15]).map_or(Check::Invalid, short);
    }
    let [body @ .., last] = t;
    match digits::<17>(&body) {
        Some(d) if last.is_ascii_digit() || last == b'X' => {
            let year = two(d[6], d[7]) * 100 + two(d[8], d[9]);
            let region = if d[0] == 9 { two(d[1], d[2]) } else { two(d[0], d[1]) };
            let date = (1800..2100).contains(&year) && is_date(year, two(d[10], d[11]), two(d[12], d[13]));
            let expected = b"0123456789X".get(mod_11_2(&d) as usize);
            (is_province(region) && date && expected == Some(&last)).into()
        }
        _ => Check::Invalid,
    }
}

/// The form from before 1999.
fn short(d: [u8; 15]) -> Check {
    let date = is_date(1900 + two(d[6], d[7]), two(d[8], d[9]), two(d[10], d[11]));
    if is_province(two(d[0], d[1])) && date { Check::Unverified } else { Check::Invalid }
}

fn is_province(code: u32) -> bool {
    matches!(code, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "11010519491231002X", "11010519491231002x", "310115198502284218", "810000199207315512",
            "440524188001010014", "110105 19491231 002X", "911124198108030024",
        ],
        unverified: ["110105491231002", "440524800101001"],
        invalid: [
            ("110105194912310021", "check character"),
            ("160105194912310029", "no province 16"),
            ("110105194902300020", "30 February"),
            ("110105179912310024", "born in 1799"),
            ("X10105194912310021", "X at the front"),
            ("110105491331002", "15 digits, month 13"),
            ("11010519491231002", "17 digits"),
            ("1101051949123100XX", "X inside"),
        ],
        catches: 100,
    }
}
