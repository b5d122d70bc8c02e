//! Texts that no honest sender writes, each the worst for some part of a matcher.

use super::personal;
use crate::rng::{ALPHANUMERIC, Rng};

/// Nothing but digits, in one run.
pub fn digits(rng: &mut Rng, out: &mut String) {
    let length = rng.range(20, 1000);
    out.push_str(&rng.digits(length));
}

/// Hexadecimal digits, in runs of all lengths.
pub fn hex(rng: &mut Rng, out: &mut String) {
    for _ in 0..rng.range(2, 20) {
        let length = rng.range(1, 64);
        out.push_str(&rng.hex(length));
        out.push_str(rng.pick(&[" ", ":", "-", ""]));
    }
}

/// Nothing but `@`.
pub fn at(_: &mut Rng, out: &mut String) {
    out.extend(std::iter::repeat_n('@', 400));
}

/// Digits with a separator after every few: a match may start at each.
pub fn separators(rng: &mut Rng, out: &mut String) {
    for _ in 0..rng.range(20, 120) {
        let length = rng.pick(&[1, 2, 2, 3, 3, 3, 4, 4]);
        out.push_str(&rng.digits(length));
        out.push_str(rng.pick(&["-", ".", " "]));
    }
}

/// Long runs of base64: one word of thousands of letters and digits.
pub fn base64(rng: &mut Rng, out: &mut String) {
    let alphabet: Vec<u8> = ALPHANUMERIC.iter().copied().chain(*b"+/").collect();
    let length = rng.range(200, 8000);
    out.push_str("data:image/png;base64,");
    out.push_str(&rng.text(&alphabet, length));
    out.push_str("==");
}

/// Numbers as they should be, but for one digit: only the check digit tells.
pub fn nearly(rng: &mut Rng, out: &mut String) {
    for _ in 0..rng.range(4, 12) {
        out.push_str(&personal::near_miss(rng));
        out.push_str(rng.pick(&[" ", ", ", "; ", "\t"]));
    }
}

/// Words that start like an identifier and end otherwise.
pub fn words(rng: &mut Rng, out: &mut String) {
    for _ in 0..rng.range(8, 30) {
        let form = rng
            .pick(&["@@####", "@#######", "##@@##", "###-##-?", "AKIA????", "ghp_???", "+49?", "4###?", "@@##****?"]);
        out.push_str(&rng.fill(form));
        out.push(' ');
    }
}
