use crate::corpus::check::{verhoeff, weighted};
use crate::corpus::dates::Date;
use crate::corpus::{Rng, Sample};

pub(crate) fn cn_ric(rng: &mut Rng) -> Sample {
    const COUNTIES: [&str; 12] = [
        "110101", "110108", "310104", "310115", "440305", "440106", "330106", "510107", "420106", "610113", "320102",
        "350203",
    ];
    let payload = format!("{}{}{:03}", rng.pick(&COUNTIES), Date::birth(rng).yyyymmdd(), rng.range(1, 999));
    let sum = weighted(&payload, &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
    let check = char::from(b"10X98765432"[(sum % 11) as usize]);
    Sample::grouped(format!("{payload}{check}"), &[6, 8], " ")
}

pub(crate) fn kr_rrn(rng: &mut Rng) -> Sample {
    let born = Date::birth(rng);
    let sex = if born.year < 2000 { rng.range(1, 2) } else { rng.range(3, 4) };
    let payload = format!("{}{sex}{:02}{}", born.yymmdd(), rng.range(0, 95), rng.digits(3));
    let sum = weighted(&payload, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
    Sample::grouped(format!("{payload}{}", (11 - sum % 11) % 10), &[6], "-")
}

pub(crate) fn jp_my_number(rng: &mut Rng) -> Sample {
    let payload = rng.digits(11);
    let rest = weighted(&payload, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    let check = if rest < 2 { 0 } else { 11 - rest };
    let separator = rng.pick(&[" ", "-"]);
    Sample::grouped(format!("{payload}{check}"), &[4, 4], separator)
}

/// What the letters A-Z of a Taiwanese number stand for.
pub(crate) const TW_LETTERS: [u32; 26] =
    [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];

pub(crate) fn tw_national_id(rng: &mut Rng) -> Sample {
    let letter = rng.below(26) as u8;
    // 1 and 2 are citizens by sex, 8 and 9 foreigners since 2021.
    let digits = format!("{}{}", rng.pick(&[1, 2, 1, 2, 8, 9]), rng.digits(7));
    let value = TW_LETTERS[letter as usize];
    let sum = value / 10 + value % 10 * 9 + weighted(&digits, &[8, 7, 6, 5, 4, 3, 2, 1]);
    Sample::plain(format!("{}{digits}{}", char::from(b'A' + letter), (10 - sum % 10) % 10))
}

pub(crate) fn hk_id(rng: &mut Rng) -> Sample {
    let letter = rng.pick(b"ABCDEGHKPRSVYZ");
    let digits = rng.digits(6);
    // The place before a single letter is a space, which counts 36.
    let sum = 36 * 9 + u32::from(letter - b'A' + 10) * 8 + weighted(&digits, &[7, 6, 5, 4, 3, 2]);
    let check = match (11 - sum % 11) % 11 {
        10 => "A".to_owned(),
        check => check.to_string(),
    };
    let letter = char::from(letter);
    Sample::new(format!("{letter}{digits}{check}"), format!("{letter}{digits}({check})"))
}

pub(crate) fn sg_nric(rng: &mut Rng) -> Sample {
    let series = rng.pick(b"STFG");
    let year = if matches!(series, b'S' | b'F') { rng.range(50, 99) } else { rng.range(0, 9) };
    let digits = format!("{year:02}{}", rng.digits(5));
    let offset = if matches!(series, b'T' | b'G') { 4 } else { 0 };
    let rest = (weighted(&digits, &[2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
    let letters = if matches!(series, b'S' | b'T') { b"JZIHGFEDCBA" } else { b"XWUTRQPNMLK" };
    Sample::plain(format!("{}{digits}{}", char::from(series), char::from(letters[rest as usize])))
}

pub(crate) fn in_aadhaar(rng: &mut Rng) -> Sample {
    let payload = format!("{}{}", rng.range(2, 9), rng.digits(10));
    Sample::grouped(format!("{payload}{}", verhoeff(&payload)), &[4, 4], " ")
}

pub(crate) fn in_pan(rng: &mut Rng) -> Sample {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    // The fourth letter is the kind of holder: mostly a person.
    let holder = rng.pick(&["P", "P", "P", "C", "H", "F"]);
    let letters = rng.chars(LETTERS, 3);
    Sample::plain(format!(
        "{letters}{holder}{}{:04}{}",
        rng.chars(LETTERS, 1),
        rng.range(1, 9999),
        rng.chars(LETTERS, 1)
    ))
}
