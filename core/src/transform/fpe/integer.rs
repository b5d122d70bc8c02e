//! Integers: the sign stays, the first digit is no zero, and every type that holds the value holds the result.

use super::Alphabet;
use crate::transform::number;

/// Numerals that belong to a kind.
type Belongs<'a> = &'a dyn Fn(&[u16]) -> bool;

/// Appends the integer that `walk` makes of the digits of `value`: of the same length and of a size for the same types,
/// so that it can be walked back. False, and nothing is appended, when `value` is no integer as JSON writes them, or
/// there is no walk.
pub(super) fn run(value: &[u8], out: &mut Vec<u8>, walk: impl Fn(&[u16], Belongs<'_>) -> Option<Vec<u16>>) -> bool {
    let digits = value.strip_prefix(b"-").unwrap_or(value);
    if !digits.iter().all(u8::is_ascii_digit) || digits.first() == Some(&b'0') {
        return false;
    }
    let numerals: Vec<u16> = digits.iter().map(|digit| u16::from(digit - b'0')).collect();
    let size = |numerals: &[u16]| number::size(numerals.iter().map(|&digit| digit.into()));
    let same = size(&numerals);
    let belongs = |numerals: &[u16]| numerals.first() != Some(&0) && size(numerals) == same;
    let Some(result) = walk(&numerals, &belongs) else { return false };
    out.extend_from_slice(&value[..value.len() - digits.len()]);
    Alphabet::Digits.write(digits, &result, out);
    true
}
