//! Walking the characters of a matched number.

use super::Check;

/// Bytes that may group a number and carry no meaning: space, hyphen, dot, slash, underscore, comma, brackets,
/// apostrophe and tab. The rule's pattern has already said which of them may stand where.
pub(crate) fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'.' | b'/' | b'_' | b',' | b'(' | b')' | b'\'' | b'\t' | b'+' | b':')
}

/// The values (0-9) of exactly `N` digits; separators are skipped.
///
/// `None` when there are fewer or more digits, or any other byte.
pub(crate) fn digits<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut out = [0; N];
    let len = collect(text, &mut out, |byte| byte.is_ascii_digit().then(|| byte - b'0'))?;
    (len == N).then_some(out)
}

/// The values of up to `N` digits and how many there are; separators are skipped.
///
/// `None` when there are more than `N` digits, or any other byte.
pub(crate) fn digits_up_to<const N: usize>(text: &[u8]) -> Option<([u8; N], usize)> {
    let mut out = [0; N];
    let len = collect(text, &mut out, |byte| byte.is_ascii_digit().then(|| byte - b'0'))?;
    Some((out, len))
}

/// Exactly `N` ASCII letters (as upper case) and digits; separators are skipped.
///
/// `None` when there are fewer or more, or any other byte.
pub(crate) fn alnum<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut out = [0; N];
    let len = collect(text, &mut out, |byte| byte.is_ascii_alphanumeric().then(|| byte.to_ascii_uppercase()))?;
    (len == N).then_some(out)
}

/// Up to `N` ASCII letters (as upper case) and digits, and how many there are; separators are skipped.
///
/// `None` when there are more than `N`, or any other byte.
pub(crate) fn alnum_up_to<const N: usize>(text: &[u8]) -> Option<([u8; N], usize)> {
    let mut out = [0; N];
    let len = collect(text, &mut out, |byte| byte.is_ascii_alphanumeric().then(|| byte.to_ascii_uppercase()))?;
    Some((out, len))
}

/// The digits of a telephone number, up to `N`, and how many there are; separators are skipped, and an extension
/// (`x12`, `ext. 12`, `;ext=12`, `ramal 12`) is left off.
///
/// `None` when there are more than `N` digits.
pub(crate) fn dialled<const N: usize>(text: &[u8]) -> Option<([u8; N], usize)> {
    let number = text.split(|&byte| !byte.is_ascii_digit() && !is_separator(byte)).next();
    digits_up_to(number.unwrap_or_default())
}

/// What a numbering plan says of a number of the right length: prefixes come into use faster than tables do, so one
/// that the plan does not list is left to the context.
pub(crate) fn in_plan(prefix_is_listed: bool) -> Check {
    if prefix_is_listed { Check::Valid } else { Check::Unverified }
}

fn collect(text: &[u8], out: &mut [u8], value: impl Fn(u8) -> Option<u8>) -> Option<usize> {
    let mut len = 0;
    for &byte in text {
        if let Some(v) = value(byte) {
            *out.get_mut(len)? = v;
            len += 1;
        } else if !is_separator(byte) {
            return None;
        }
    }
    Some(len)
}

/// The number that digit values spell, most significant first.
///
/// At most 19 digits, so that it fits.
pub(crate) fn number(digits: &[u8]) -> u64 {
    debug_assert!(digits.len() <= 19, "more digits than a u64 holds");
    digits.iter().fold(0, |n, &d| n * 10 + u64::from(d))
}

/// The value 10-35 of an upper-case letter, 0-9 of a digit, as ISO 7064 and ISO 13616 count them.
pub(crate) fn base36(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'A'..=b'Z' => Some(u32::from(byte - b'A') + 10),
        _ => None,
    }
}

/// True when all digit values are the same: `000 000 000` passes most check digits and is never issued.
pub(crate) fn all_same(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

/// The text after a prefix (`PT`, `ES`), whatever its case; the text as it is when it does not start so.
pub(crate) fn after_prefix<'t>(text: &'t [u8], prefix: &[u8]) -> &'t [u8] {
    match text.split_at_checked(prefix.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(prefix) => rest,
        _ => text,
    }
}

/// The bytes that base64 spells, in either alphabet of RFC 4648 and without its padding; `None` for each byte of a
/// group that holds a character of neither.
pub(crate) fn base64(text: &[u8]) -> impl Iterator<Item = Option<u8>> + '_ {
    text.chunks(4).flat_map(|group| {
        let bits = group.iter().try_fold(0, |bits, &byte| Some(bits << 6 | sextet(byte)?));
        let bytes = bits.map(|bits: u32| (bits << (6 * (4 - group.len()))).to_be_bytes());
        (1..group.len()).map(move |i| bytes.map(|bytes| bytes[i]))
    })
}

fn sextet(byte: u8) -> Option<u32> {
    match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}
