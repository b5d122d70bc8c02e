//! Masking character by character.

/// Replaces each character by one `with`, but for the first and last ones kept. Where those would be all, none is kept;
/// nor where the text holds escapes, which must not be cut.
pub(super) fn apply(mask: Mask, text: &[u8], out: &mut Vec<u8>) {
    write(mask, false, text, out);
}

/// As [`apply`], with a `with` for each byte that goes, so that the length stays.
pub(super) fn bytes(mask: Mask, text: &[u8], out: &mut Vec<u8>) {
    write(mask, true, text, out);
}

/// What stays.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mask {
    pub(super) with: u8,
    pub(super) keep_first: usize,
    pub(super) keep_last: usize,
    /// Separators stay, and are not counted.
    pub(super) keep_separators: bool,
}

impl Mask {
    /// Nothing stays.
    pub(super) fn all(with: u8) -> Self {
        Self { with, keep_first: 0, keep_last: 0, keep_separators: false }
    }
}

/// What numbers are grouped by.
fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'+')
}

fn write(mask: Mask, each_byte: bool, text: &[u8], out: &mut Vec<u8>) {
    let Mask { with, keep_first, keep_last, keep_separators } = mask;
    let stays = |byte: u8| keep_separators && is_separator(byte);
    // A character is a byte that does not continue one; stray continuation bytes go with what is before them.
    let starts = |byte: &&u8| **byte & 0xc0 != 0x80 && !stays(**byte);
    let characters = text.iter().filter(starts).count();
    let keeps = keep_first.saturating_add(keep_last) < characters && !text.contains(&b'\\');
    let (first, last) = if keeps { (keep_first, keep_last) } else { (0, 0) };
    let mut nth = 0;
    for byte in text {
        if stays(*byte) {
            out.push(*byte);
            continue;
        }
        let begins = starts(&byte);
        nth += usize::from(begins);
        if keeps && nth > 0 && (nth <= first || nth > characters - last) {
            out.push(*byte);
        } else if begins || each_byte {
            out.push(with);
        }
    }
    if characters == 0 && !each_byte {
        out.push(with);
    }
}
