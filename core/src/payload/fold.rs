//! Characters that read as ASCII, or as nothing.
//!
//! Source: the Unicode Character Database: decimal digits (general category Nd), spaces (Zs), dashes (property Dash),
//! default ignorable code points and the width forms U+FF01-FF5E.

use crate::span::Span;

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
    let mut at = next(text, 0);
    while at < text.len() {
        let found = decode(&text[at..]);
        if found.is_some_and(|(character, _)| !matches!(fold(character, Some(b'0')), Fold::Itself)) {
            return true;
        }
        at = next(text, at + found.map_or(1, |(_, len)| len));
    }
    false
}

/// The bytes that begin characters of which some fold. The bytes that follow in a character are none of them, so that
/// these are found without reading what is between them.
const LEADS: [bool; 256] = {
    let mut leads = [false; 256];
    let list = [0xc2, 0xcd, 0xd8, 0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xe2, 0xe3, 0xef, 0xf0];
    let mut at = 0;
    while at < list.len() {
        leads[list[at]] = true;
        at += 1;
    }
    leads
};

/// True when some character folds that begins with those two bytes.
fn may_fold(lead: u8, second: u8) -> bool {
    matches!(
        (lead, second),
        (0xc2, 0xa0 | 0xad)
            | (0xcd, 0x8f)
            | (0xd8, 0x9c)
            | (0xd9, 0xa0..=0xa9)
            | (0xdb, 0xb0..=0xb9)
            | (0xdf, 0x80..=0x89)
            | (0xe0, 0xa5 | 0xa7 | 0xa9 | 0xab | 0xad | 0xaf | 0xb1 | 0xb3 | 0xb5 | 0xb9 | 0xbb | 0xbc)
            | (0xe1, 0x81 | 0x9a | 0x9f | 0xa0)
            | (0xe2, 0x80 | 0x81 | 0x88)
            | (0xe3, 0x80 | 0x83)
            | (0xef, 0xb8 | 0xb9 | 0xbb | 0xbc | 0xbd)
            | (0xf0, 0x9d)
    )
}

/// The place from `from` on where a character may stand that folds, or the end of `text`.
pub(super) fn next(text: &[u8], from: usize) -> usize {
    let folds =
        |at: usize| LEADS[usize::from(text[at])] && text.get(at + 1).is_some_and(|&second| may_fold(text[at], second));
    let (words, rest) = text[from..].as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // A bit for each byte whose two highest bits are set: those that begin a character.
        let mut leads = word & word << 1 & 0x8080_8080_8080_8080;
        while leads != 0 {
            let at = from + 8 * index + leads.trailing_zeros() as usize / 8;
            if folds(at) {
                return at;
            }
            leads &= leads - 1;
        }
    }
    (text.len() - rest.len()..text.len()).find(|&at| folds(at)).unwrap_or(text.len())
}

/// Reads one character of UTF-8 at the start of `text`, which is not empty: the character and its bytes. `None` where
/// there is none.
pub(super) fn decode(text: &[u8]) -> Option<(char, usize)> {
    let len = length(text[0]);
    let character = std::str::from_utf8(text.get(..len)?).ok()?.chars().next()?;
    Some((character, len))
}

/// The bytes of the character that the byte at `at` is of: that byte alone where it is of none.
pub(super) fn around(text: &[u8], at: usize) -> Span {
    let lead = (at.saturating_sub(3)..=at).rev().find(|&start| text[start] & 0xc0 != 0x80);
    let character = lead.and_then(|start| Some(Span::new(start, start + decode(&text[start..])?.1)));
    character.filter(|character| at < character.end).unwrap_or(Span::new(at, at + 1))
}

/// True when the text ends in the beginning of a character.
pub(crate) fn ends_cut(text: &[u8]) -> bool {
    cut(text) > 0
}

/// Bytes at the end of the text that may be the beginning of a character.
pub(super) fn cut(text: &[u8]) -> usize {
    (1..=3.min(text.len())).find(|len| is_cut(&text[text.len() - len..])).unwrap_or(0)
}

/// True when `text` may be the beginning of a character.
fn is_cut(text: &[u8]) -> bool {
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
