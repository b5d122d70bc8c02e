use crate::corpus::check::weighted;
use crate::corpus::dates::Date;
use crate::corpus::{Rng, Sample};

/// The letter of a DNI or NIE by its remainder by 23.
const SPANISH: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";

fn spanish(number: u64) -> char {
    char::from(SPANISH[(number % 23) as usize])
}

pub(crate) fn es_nif(rng: &mut Rng) -> Sample {
    let number = rng.range(1_000_000, 99_999_999);
    let digits = format!("{number:08}");
    let letter = spanish(number);
    let shaped = match rng.below(2) {
        0 => format!("{digits}-{letter}"),
        _ => format!("{}.{}.{}-{letter}", &digits[..2], &digits[2..5], &digits[5..]),
    };
    Sample::new(format!("{digits}{letter}"), shaped)
}

pub(crate) fn es_nie(rng: &mut Rng) -> Sample {
    let (first, number) = (rng.below(3), rng.below(10_000_000));
    let (series, letter) = (["X", "Y", "Z"][first as usize], spanish(first * 10_000_000 + number));
    Sample::new(format!("{series}{number:07}{letter}"), format!("{series}-{number:07}-{letter}"))
}

pub(crate) fn pt_nif(rng: &mut Rng) -> Sample {
    let payload = format!("{}{}", rng.range(1, 3), rng.digits(7));
    let check = 11 - weighted(&payload, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    Sample::grouped(format!("{payload}{}", if check > 9 { 0 } else { check }), &[3, 3], " ")
}

/// What a character in an odd place (the first is odd) of a codice fiscale counts, letters like the digit of their place.
const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

pub(crate) fn it_fiscal_code(rng: &mut Rng) -> Sample {
    const CONSONANTS: &str = "BCDFGLMNPRSTVZ";
    let born = Date::birth(rng);
    let month = char::from(b"ABCDEHLMPRST"[born.month as usize - 1]);
    let day = born.day + rng.pick(&[0, 40]);
    let name = rng.chars(CONSONANTS, 6);
    let town = rng.chars("ABCDEFGHILM", 1);
    let mut payload = format!("{name}{:02}{month}{day:02}{town}{:03}", born.year % 100, rng.range(1, 999));
    if rng.one_in(12) {
        // Omocodia: the last digit becomes a letter when two people would share the code.
        let last = payload.pop().and_then(|c| c.to_digit(10)).unwrap_or(0);
        payload.push(char::from(b"LMNPQRSTUV"[last as usize]));
    }
    let sum: u32 = payload
        .chars()
        .enumerate()
        .map(|(place, c)| {
            let value = c.to_digit(10).unwrap_or_else(|| c as u32 - 'A' as u32);
            if place % 2 == 0 { ODD[value as usize] } else { value }
        })
        .sum();
    let plain = format!("{payload}{}", char::from(b'A' + (sum % 26) as u8));
    Sample::grouped(plain, &[3, 3, 5], " ")
}

pub(crate) fn tr_national_id(rng: &mut Rng) -> Sample {
    let payload = format!("{}{}", rng.range(1, 9), rng.digits(8));
    let odd = weighted(&payload, &[1, 0, 1, 0, 1, 0, 1, 0, 1]);
    let even = weighted(&payload, &[0, 1, 0, 1, 0, 1, 0, 1, 0]);
    let tenth = (odd * 7 + 100 - even) % 10;
    Sample::plain(format!("{payload}{tenth}{}", (odd + even + tenth) % 10))
}
