//! Machine-readable zone of a travel document: one line of it, or all lines without a break.
//!
//! Source: ICAO Doc 9303 parts 3 to 7, <https://www.icao.int/publications/doc-series/doc-9303>; the French identity card
//! of 1988 to 2021. Lines have 44 (passports, visas A), 36 (TD2, visas B) or 30 characters (TD1). A check digit is the
//! sum of the values (letters from A = 10, `<` = 0) times 7, 3, 1 in turn, modulo 10. Data lines prove their check
//! digits; name lines have none and prove their form only. A name line may have lost fillers at its end.

use core::ops::Range;

use super::{Check, base36};

pub(super) fn check(text: &[u8]) -> Check {
    let line = |at: usize, len| text.get(at * len..(at + 1) * len).unwrap_or_default();
    let valid = match text.len() {
        30 => is_td1_first(text) || is_td1_second(text) || is_td1_names(text),
        36 => is_data(text) || is_french_data(text) || is_names(text),
        44 => is_data(text) || is_names(text),
        72 => is_names(line(0, 36)) && (is_data(line(1, 36)) || is_french_data(line(1, 36))),
        88 => is_names(line(0, 44)) && is_data(line(1, 44)),
        90 => is_td1_first(line(0, 30)) && is_td1_second(line(1, 30)) && is_td1_names(line(2, 30)),
        20..=43 => is_names(text),
        _ => false,
    };
    valid.into()
}

/// The second line of a passport, of a TD2 document, or of a visa, which ends in optional data instead of check digits.
fn is_data(line: &[u8]) -> bool {
    let last = line.len() - 1;
    let visa = line.last() == Some(&b'<');
    let number = is_checked(line, 0..9, 9) || is_long_number(line, 0..9, 28..last);
    let holder = is_state(field(line, 10..13)) && is_day(line, 13) && is_sex(line, 20) && is_day(line, 21);
    let personal = visa || line.len() < 44 || is_checked(line, 28..42, 42);
    let all = [field(line, 0..10), field(line, 13..20), field(line, 21..last)];
    number && holder && personal && (visa || check_digit(&all) == line.last().copied())
}

/// The second line of the French card: number, given names, date of birth, sex.
fn is_french_data(line: &[u8]) -> bool {
    is_checked(line, 0..12, 12)
        && field(line, 13..27).iter().all(|byte| is_name(*byte))
        && is_day(line, 27)
        && is_sex(line, 34)
        && line.last().is_some_and(u8::is_ascii_digit)
}

/// The first line of a card: kind, state, number, optional data.
fn is_td1_first(line: &[u8]) -> bool {
    let number = is_checked(line, 5..14, 14) || is_long_number(line, 5..14, 15..30);
    matches!(line, [b'A' | b'C' | b'I', ..]) && is_state(field(line, 2..5)) && number
}

/// The second line of a card: birth, sex, expiry, nationality, optional data, and a digit over both lines.
fn is_td1_second(line: &[u8]) -> bool {
    let ends = line.last().is_some_and(u8::is_ascii_digit);
    is_day(line, 0) && is_sex(line, 7) && is_day(line, 8) && is_state(field(line, 15..18)) && ends
}

fn is_td1_names(line: &[u8]) -> bool {
    line.ends_with(b"<") && is_holder(line)
}

/// Kind, state, surname `<<` given names.
fn is_names(line: &[u8]) -> bool {
    let kind = matches!(line, [b'P' | b'A' | b'C' | b'I' | b'V', second, ..] if is_name(*second));
    let whole = matches!(line.len(), 36 | 44) || line.get(1) == Some(&b'<') || line.ends_with(b"<<");
    kind && whole && is_state(field(line, 2..5)) && is_holder(field(line, 5..line.len()))
}

/// Surname, `<<`, given names, fillers; either may be of several words.
fn is_holder(field: &[u8]) -> bool {
    let gap = field.windows(2).position(|pair| pair == b"<<");
    let words = field.split(|byte| *byte == b'<').filter(|word| !word.is_empty()).count();
    let gaps = field.windows(3).filter(|three| three.starts_with(b"<<") && three.last() != Some(&b'<')).count();
    gap.is_some_and(|at| at > 0) && field.iter().all(|byte| is_name(*byte)) && words <= 8 && gaps <= 1
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte == b'<'
}

fn is_state(code: &[u8]) -> bool {
    code.first().is_some_and(u8::is_ascii_uppercase) && code.iter().all(|byte| is_name(*byte))
}

fn is_sex(line: &[u8], at: usize) -> bool {
    matches!(line.get(at), Some(b'M' | b'F' | b'X' | b'<'))
}

/// Six digits of a date, of which the month and the day may be unknown, and their check digit.
fn is_day(line: &[u8], at: usize) -> bool {
    let unknown = |part: &[u8]| part == b"<<";
    let upto = |part: &[u8], most: &[u8]| part.iter().all(u8::is_ascii_digit) && part <= most;
    let [year, month, day] = [0, 2, 4].map(|from| field(line, at + from..at + from + 2));
    is_checked(line, at..at + 6, at + 6)
        && (unknown(year) || upto(year, b"99"))
        && (unknown(month) || upto(month, b"12"))
        && (unknown(day) || upto(day, b"31"))
}

/// True when the check digit of a field is right; a field of fillers may have a filler.
fn is_checked(line: &[u8], range: Range<usize>, at: usize) -> bool {
    let field = field(line, range);
    let blank = field.iter().all(|byte| *byte == b'<') && line.get(at) == Some(&b'<');
    blank || line.get(at).is_some_and(|digit| check_digit(&[field]) == Some(*digit))
}

/// A number of more than nine characters: a filler instead of the check digit, then the rest and the check digit, at the
/// start of the optional data. States differ on whether the filler counts.
fn is_long_number(line: &[u8], number: Range<usize>, optional: Range<usize>) -> bool {
    let more = field(line, optional).split(|byte| *byte == b'<').next().unwrap_or_default();
    let Some((digit, rest)) = more.split_last() else { return false };
    let (number, filler) = (field(line, number.clone()), field(line, number.end..number.end + 1));
    let right = |parts: &[&[u8]]| check_digit(parts) == Some(*digit);
    filler == b"<" && !rest.is_empty() && (right(&[number, rest]) || right(&[number, filler, rest]))
}

/// The digit, as a character, that the fields one after the other call for.
fn check_digit(fields: &[&[u8]]) -> Option<u8> {
    let mut sum = 0;
    for (&byte, weight) in fields.iter().copied().flatten().zip([7, 3, 1].into_iter().cycle()) {
        sum += weight * if byte == b'<' { 0 } else { base36(byte)? };
    }
    char::from_digit(sum % 10, 10).and_then(|digit| digit.try_into().ok())
}

fn field(line: &[u8], range: Range<usize>) -> &[u8] {
    line.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        // The specimens of Doc 9303 (Utopia), and one computed after the French card's layout.
        valid: [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
            "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6",
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
            "P<D<<MUSTERMANN<<ERIKA<<", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ],
        invalid: [
            ("L898902C37UTO7408122F1204159ZE184226B<<<<<10", "check digit of the number"),
            ("L898902C36UTO7408123F1204159ZE184226B<<<<<10", "check digit of the date of birth"),
            ("L898902C36UTO7408122F1204159ZE184226B<<<<<11", "check digit over all"),
            ("L898902C36UTO7408122A1204159ZE184226B<<<<<10", "sex A"),
            ("P<UTOERIKSSON<<ANNA<<MARIA<<<<<<<<<<<<<<<<<<", "two gaps"),
            ("P<UTO<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<<<<<<", "no surname"),
            ("I<UTOD231458908<<<<<<<<<<<<<<<", "check digit of the number"),
            ("PRINTABLELETTERSONLYANDNOTHINGELSE", "no filler"),
        ],
        catches: 90,
    }
}
