use crate::corpus::check::{digits, luhn, weighted, with_luhn};
use crate::corpus::dates::Date;
use crate::corpus::{Rng, Sample};

pub(crate) fn us_ssn(rng: &mut Rng) -> Sample {
    let area = loop {
        let area = rng.range(1, 899);
        if area != 666 {
            break area;
        }
    };
    let plain = format!("{area:03}{:02}{:04}", rng.range(1, 99), rng.range(1, 9999));
    let separator = rng.pick(&["-", "-", "-", " "]);
    Sample::grouped(plain, &[3, 2], separator)
}

pub(crate) fn us_itin(rng: &mut Rng) -> Sample {
    let (low, high) = rng.pick(&[(50, 65), (70, 88), (90, 92), (94, 99)]);
    let plain = format!("9{}{:02}{}", rng.digits(2), rng.range(low, high), rng.digits(4));
    Sample::grouped(plain, &[3, 2], "-")
}

/// The prefixes that the IRS never assigned.
pub(crate) const EIN_GAPS: [u32; 17] = [0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97];

pub(crate) fn us_ein(rng: &mut Rng) -> Sample {
    let prefix = loop {
        let prefix = rng.below(100) as u32;
        if !EIN_GAPS.contains(&prefix) {
            break prefix;
        }
    };
    Sample::grouped(format!("{prefix:02}{}", rng.digits(7)), &[2], "-")
}

pub(crate) fn us_npi(rng: &mut Rng) -> Sample {
    let payload = format!("1{}", rng.digits(8));
    // The number is a card number of the health industry (80) in the US (840).
    Sample::plain(format!("{payload}{}", luhn(&format!("80840{payload}"))))
}

pub(crate) fn aba(rng: &mut Rng) -> Sample {
    let (low, high) = rng.pick(&[(1, 12), (1, 12), (21, 32)]);
    let payload = format!("{:02}{}", rng.range(low, high), rng.digits(6));
    let sum = weighted(&payload, &[3, 7, 1, 3, 7, 1, 3, 7]);
    Sample::grouped(format!("{payload}{}", (10 - sum % 10) % 10), &[4, 4], "-")
}

pub(crate) fn ca_sin(rng: &mut Rng) -> Sample {
    let plain = with_luhn(&format!("{}{}", rng.pick(&[1, 2, 3, 4, 5, 6, 7, 9]), rng.digits(7)));
    let separator = rng.pick(&[" ", "-"]);
    Sample::grouped(plain, &[3, 3], separator)
}

/// A CURP. Its first four letters never end in a letter that closes one of the words RENAPO avoids.
pub(crate) fn mx_curp(rng: &mut Rng) -> Sample {
    const CONSONANTS: &str = "BCDFGHJKLMNPQRSTVWXYZ";
    const STATES: [&str; 12] = ["AS", "BC", "CH", "DF", "GT", "JC", "MC", "NL", "OC", "PL", "VZ", "YN"];
    let born = Date::birth(rng);
    let letters = [
        rng.chars("ABCDEFGHIJLMNOPRSTUVXYZ", 1),
        rng.chars("AEIOU", 1),
        rng.chars("ABCDEGHIJLMNOPRSTUV", 1),
        rng.chars("BCDFGHJLMPTVZ", 1),
    ]
    .concat();
    let sex = rng.pick(&["H", "M"]);
    let century = if born.year < 2000 { rng.chars("0123", 1) } else { rng.chars("ABC", 1) };
    let payload = format!("{letters}{}{sex}{}{}{century}", born.yymmdd(), rng.pick(&STATES), rng.chars(CONSONANTS, 3));
    let sum: usize = payload.chars().enumerate().map(|(place, c)| curp_value(c) * (18 - place)).sum();
    Sample::plain(format!("{payload}{}", (10 - sum % 10) % 10))
}

/// The place of a character in RENAPO's alphabet, which has an Ñ after the N.
pub(crate) fn curp_value(c: char) -> usize {
    "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".chars().position(|other| other == c).unwrap_or(0)
}

pub(crate) fn br_cpf(rng: &mut Rng) -> Sample {
    let mut plain = rng.digits(9);
    for weights in [&[10, 9, 8, 7, 6, 5, 4, 3, 2][..], &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2]] {
        push_brazilian(&mut plain, weights);
    }
    let shaped = format!("{}.{}.{}-{}", &plain[..3], &plain[3..6], &plain[6..9], &plain[9..]);
    Sample::new(plain, shaped)
}

fn push_brazilian(number: &mut String, weights: &[u32]) {
    let sum: u32 = number.bytes().zip(weights).map(|(byte, weight)| (u32::from(byte) - 48) * weight).sum();
    let check = if sum % 11 < 2 { 0 } else { 11 - sum % 11 };
    number.push_str(&check.to_string());
}

pub(crate) fn br_cnpj(rng: &mut Rng) -> Sample {
    let root = rng.digits(8);
    cnpj(format!("{root}{:04}", rng.range(1, 40)))
}

/// The CNPJ issued since July 2026: letters count as their ASCII code less 48.
pub(crate) fn br_cnpj_alnum(rng: &mut Rng) -> Sample {
    const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut root = rng.chars(ALPHABET, 7);
    root.insert_str(3, &rng.chars("ABCDEFGHJKLMNPRSTVWXYZ", 1));
    cnpj(format!("{root}{}", rng.chars(ALPHABET, 4)))
}

fn cnpj(mut plain: String) -> Sample {
    push_brazilian(&mut plain, &[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
    push_brazilian(&mut plain, &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
    let shaped = format!("{}.{}.{}/{}-{}", &plain[..2], &plain[2..5], &plain[5..8], &plain[8..12], &plain[12..]);
    Sample::new(plain, shaped)
}

/// Whether all digits are the same: such numbers pass many schemes and are never issued.
pub(crate) fn is_uniform(text: &str) -> bool {
    digits(text).windows(2).all(|pair| pair[0] == pair[1])
}
