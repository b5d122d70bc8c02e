//! Small changes of a record, of the sort that a filter could trip over.

use crate::corpus::Rng;

/// What may stand between the groups of a number, or beside it.
const SEPARATORS: [&str; 16] =
    ["-", ".", " ", "/", ":", "_", ",", "", "--", "\t", "\n", "\u{a0}", "\u{2011}", "\u{200b}", "\u{2009}", "\0"];

/// What a reader of text may stumble over.
const PIECES: [&str; 20] = [
    "\u{7f}", "\u{e9}", "\u{ff11}", "\u{661}", "\u{1d7ce}", "\u{feff}", "\\u0031", "\\n", "\\", "\\\"", "\"", "{", "}",
    "@", "://", "%40", "+1 ", "eyJ", "-----BEGIN ", "=",
];

/// What UTF-8 does not allow, or does not allow alone.
const BROKEN: [&[u8]; 6] = [b"\x80", b"\xff", b"\xc2", b"\xe2\x80", b"\xef\xbc", b"\xf0\x9d"];

/// Changes `record` in one way. It grows by at most a few hundred bytes.
pub fn mutate(rng: &mut Rng, record: &mut Vec<u8>) {
    let at = rng.below(record.len() as u64 + 1) as usize;
    let end = record.len().min(at + rng.range(1, 40) as usize);
    match rng.below(12) {
        0 => {
            if let Some(digit) = record[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                *digit = b'0' + rng.below(10) as u8;
            }
        }
        1 => {
            let separator = record[at..].iter().position(|byte| b" -./:,_".contains(byte));
            if let Some(place) = separator.map(|place| at + place) {
                record.splice(place..=place, rng.pick(&SEPARATORS).bytes());
            }
        }
        2 => insert(record, at, rng.pick(&SEPARATORS).as_bytes()),
        3 => insert(record, at, rng.pick(&PIECES).as_bytes()),
        4 => drop(record.drain(at..end.min(at + 4))),
        5 => {
            let piece = record[at..end].repeat(rng.range(1, 4) as usize);
            insert(record, end, &piece);
        }
        6 => cut(rng, record, at),
        // Moves the rest over the borders of vectors.
        7 => {
            let filler = rng.pick(b"x 0-.\"\n\xff");
            insert(record, 0, &vec![filler; rng.below(130) as usize]);
        }
        8 => other_digit(rng, record, at),
        9 => record[at..].iter_mut().take(1).for_each(|byte| *byte ^= rng.pick(&[0x20, 0x80, 0x01, 0x10])),
        10 => record[at..].iter_mut().take(1).for_each(|byte| *byte = rng.bits() as u8),
        _ => insert(record, at, rng.pick(&BROKEN)),
    }
}

/// The start of the record, and from there on the end of another.
pub fn splice(rng: &mut Rng, record: &mut Vec<u8>, other: &[u8]) {
    record.truncate(rng.below(record.len() as u64 + 1) as usize);
    record.extend_from_slice(&other[rng.below(other.len() as u64 + 1) as usize..]);
}

fn insert(record: &mut Vec<u8>, at: usize, piece: &[u8]) {
    record.splice(at..at, piece.iter().copied());
}

/// Keeps what stands before `at`, or after it, or less than 81 bytes from there.
fn cut(rng: &mut Rng, record: &mut Vec<u8>, at: usize) {
    match rng.below(3) {
        0 => record.truncate(at),
        1 => drop(record.drain(..at)),
        _ => {
            record.drain(..at);
            record.truncate(rng.below(81) as usize);
        }
    }
}

/// The next digit as an escape, or of full width.
fn other_digit(rng: &mut Rng, record: &mut Vec<u8>, at: usize) {
    let Some(place) = record[at..].iter().position(u8::is_ascii_digit).map(|place| at + place) else { return };
    let digit = record[place];
    let spelling =
        if rng.one_in(2) { format!("\\u00{digit:02x}").into_bytes() } else { vec![0xef, 0xbc, 0x90 + (digit - b'0')] };
    record.splice(place..=place, spelling);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_mutations_change_something_and_none_panics() {
        let mut rng = Rng::new(1);
        let original = b"call me at +1 415-555-2671, card 4111 1111 1111 1111";
        let mut changed = 0;
        for _ in 0..2000 {
            let mut record = original.to_vec();
            mutate(&mut rng, &mut record);
            changed += usize::from(record != original);
            mutate(&mut rng, &mut Vec::new());
        }
        assert!(changed > 1500, "{changed}");
    }

    #[test]
    fn a_digit_is_spelt_in_another_way() {
        let mut rng = Rng::new(1);
        for _ in 0..50 {
            let mut record = b"a7".to_vec();
            other_digit(&mut rng, &mut record, 0);
            assert!(record == b"a\\u0037" || record == "a\u{ff17}".as_bytes(), "{record:?}");
        }
    }
}
