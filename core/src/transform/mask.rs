//! Masking character by character.

/// Replaces each character by one `with`, but for the first and last ones kept. Where those would be all, none is kept;
/// nor where the text holds escapes, which must not be cut.
pub(super) fn apply(with: u8, keep_first: usize, keep_last: usize, text: &[u8], out: &mut Vec<u8>) {
    write(with, keep_first, keep_last, false, text, out);
}

/// As [`apply`], with a `with` for each byte that goes, so that the length stays.
pub(super) fn bytes(with: u8, keep_first: usize, keep_last: usize, text: &[u8], out: &mut Vec<u8>) {
    write(with, keep_first, keep_last, true, text, out);
}

fn write(with: u8, keep_first: usize, keep_last: usize, each_byte: bool, text: &[u8], out: &mut Vec<u8>) {
    // A character is a byte that does not continue one; stray continuation bytes go with what is before them.
    let starts = |byte: &&u8| **byte & 0xc0 != 0x80;
    let characters = text.iter().filter(starts).count();
    let keeps = keep_first.saturating_add(keep_last) < characters && !text.contains(&b'\\');
    let (first, last) = if keeps { (keep_first, keep_last) } else { (0, 0) };
    let mut nth = 0;
    for byte in text {
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
