//! Integers: the sign stays, the first digit is no zero, and every type that holds the value holds the result.

use ::fpe::ff1::FF1;
use aes::Aes256;

use super::{Alphabet, Way, walk};
use crate::transform::number;

/// Appends an integer of the same length and of a size for the same types, which can be walked back. False, and
/// nothing is appended, when `value` is no integer as JSON writes them, or has fewer than six digits.
pub(super) fn run(cipher: &FF1<Aes256>, entity: &[u8], value: &[u8], way: Way, out: &mut Vec<u8>) -> bool {
    let digits = value.strip_prefix(b"-").unwrap_or(value);
    if !digits.iter().all(u8::is_ascii_digit) || digits.first() == Some(&b'0') {
        return false;
    }
    let numerals: Vec<u16> = digits.iter().map(|digit| u16::from(digit - b'0')).collect();
    let size = |numerals: &[u16]| number::size(numerals.iter().map(|&digit| digit.into()));
    let same = size(&numerals);
    let belongs = |numerals: &[u16]| numerals.first() != Some(&0) && size(numerals) == same;
    let Some(result) = walk(cipher, entity, &numerals, way, belongs) else { return false };
    out.extend_from_slice(&value[..value.len() - digits.len()]);
    Alphabet::Digits.write(digits, &result, out);
    true
}
