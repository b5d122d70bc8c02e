//! Characters that read as ASCII, or as nothing.
//!
//! Source: the Unicode Character Database: decimal digits (general category Nd), spaces (Zs), dashes (property Dash),
//! default ignorable code points and the width forms U+FF01-FF5E.

use super::Character;

/// What a character reads as.
pub(super) enum Fold {
    /// That ASCII character.
    To(u8),
    /// Nothing: it has no width.
    Ignored,
    /// Itself.
    Itself,
}

/// The zeros of the scripts whose ten digits follow each other.
const ZEROS: [u32; 24] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
    0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
];

/// Folds one character; `before` is the byte of plain text before it.
pub(super) fn fold(character: char, before: Option<u8>) -> Fold {
    let code = character as u32;
    let zero = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1).map(|at| ZEROS[at]);
    if let Some(digit) = zero.map(|zero| code - zero).filter(|&digit| digit < 10) {
        return Fold::To(b'0' + digit as u8);
    }
    match code {
        0xff01..=0xff5e => Fold::To((code - 0xff01) as u8 + b'!'),
        0xa0 | 0x1680 | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000 => Fold::To(b' '),
        0x2010..=0x2015 | 0x2212 | 0xfe58 | 0xfe63 => Fold::To(b'-'),
        // The sound mark of Katakana serves as a dash between digits.
        0x30fc if before.is_some_and(|byte| byte.is_ascii_digit()) => Fold::To(b'-'),
        0x2024 | 0xfe52 => Fold::To(b'.'),
        0xfe6b => Fold::To(b'@'),
        0xad
        | 0x034f
        | 0x061c
        | 0x180e
        | 0x200b..=0x200f
        | 0x202a..=0x202e
        | 0x2060..=0x2069
        | 0xfe00..=0xfe0f
        | 0xfeff => Fold::Ignored,
        _ => Fold::Itself,
    }
}

/// True when some character folds.
pub(crate) fn has_folds(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] < 0x80 {
            at += 1;
            continue;
        }
        let (character, len) = decode(&text[at..]);
        match character.folded(Some(b'0')) {
            Some(same) if same.len == character.len => at += len,
            _ => return true,
        }
    }
    false
}

/// Reads one character of UTF-8 at the start of `text`, which is not empty, or one byte where there is none.
pub(super) fn decode(text: &[u8]) -> (Character, usize) {
    let len = length(text[0]);
    match text.get(..len).map(std::str::from_utf8) {
        Some(Ok(one)) => match one.chars().next() {
            Some(character) => (Character::scalar(character), len),
            None => (Character::byte(text[0]), 1),
        },
        _ => (Character::byte(text[0]), 1),
    }
}

/// True when the text ends in the beginning of a character.
pub(crate) fn ends_cut(text: &[u8]) -> bool {
    (1..=3.min(text.len())).any(|len| is_cut(&text[text.len() - len..]))
}

/// True when `text` may be the beginning of a character.
pub(super) fn is_cut(text: &[u8]) -> bool {
    text[0] >= 0xc2 && text.len() < length(text[0]) && text[1..].iter().all(|byte| byte & 0xc0 == 0x80)
}

fn length(lead: u8) -> usize {
    match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    }
}
