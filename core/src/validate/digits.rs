//! Walking the characters of a matched number.

use super::Check;

/// Bytes that may group a number and carry no meaning: space, hyphen, dot, slash, underscore, comma, brackets,
/// apostrophe and tab. The rule's pattern has already said which of them may stand where.
pub(crate) fn is_separator(byte: u8) -> bool {
    DIGITS[usize::from(byte)] == SEPARATOR
}

/// The values (0-9) of exactly `N` digits; separators are skipped.
///
/// `None` when there are fewer or more digits, or any other byte.
pub(crate) fn digits<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    if text.len() == N && N >= WORD {
        return ungrouped(text);
    }
    let mut out = [0; 64];
    if grouped_digits(text, N, &mut out)? == N { out.first_chunk().copied() } else { None }
}

/// The values of up to `N` digits and how many there are, zeros behind them; separators are skipped.
///
/// `None` when there are more than `N` digits, or any other byte.
pub(crate) fn digits_up_to<const N: usize>(text: &[u8]) -> Option<([u8; N], usize)> {
    if let Some(out) = ungrouped(text) {
        return Some((out, text.len()));
    }
    let mut out = [0; 64];
    let len = grouped_digits(text, N, &mut out)?;
    Some((*out.first_chunk()?, len))
}

/// From the first digit to the last: without the letters of a country in front, and those of a tax behind.
pub(crate) fn inner_digits(text: &[u8]) -> &[u8] {
    let first = text.iter().position(u8::is_ascii_digit).unwrap_or(text.len());
    let last = text.iter().rposition(u8::is_ascii_digit).map_or(first, |last| last + 1);
    &text[first..last]
}

/// Exactly `N` ASCII letters (as upper case) and digits; separators are skipped.
///
/// `None` when there are fewer or more, or any other byte.
pub(crate) fn alnum<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    if text.len() == N && N >= WORD {
        return ungrouped_alnum(text);
    }
    let mut out = [0; 40];
    if grouped_alnum(text, N, &mut out)? == N { out.first_chunk().copied() } else { None }
}

/// Up to `N` ASCII letters (as upper case) and digits, and how many there are, zeros behind them; separators are skipped.
///
/// `None` when there are more than `N`, or any other byte.
pub(crate) fn alnum_up_to<const N: usize>(text: &[u8]) -> Option<([u8; N], usize)> {
    if let Some(out) = ungrouped_alnum(text) {
        return Some((out, text.len()));
    }
    let mut out = [0; 40];
    let len = grouped_alnum(text, N, &mut out)?;
    Some((*out.first_chunk()?, len))
}

/// The digits of a telephone number, up to `N`, and how many there are; separators are skipped, and an extension
/// (`x12`, `ext. 12`, `;ext=12`, `ramal 12`) is left off.
///
/// `None` when there are more than `N` digits.
pub(crate) fn dialled<const N: usize>(text: &[u8]) -> Option<([u8; N], usize)> {
    digits_up_to(text).or_else(|| {
        let extension = text.iter().position(|&byte| DIGITS[usize::from(byte)] & OTHER != 0)?;
        digits_up_to(&text[..extension])
    })
}

/// What a numbering plan says of a number of the right length: prefixes come into use faster than tables do, so one
/// that the plan does not list is left to the context.
pub(crate) fn in_plan(prefix_is_listed: bool) -> Check {
    if prefix_is_listed { Check::Valid } else { Check::Unverified }
}

/// The values of 8 to 24 digits, at most `N`, and zeros behind them; `None` when there is any other byte.
///
/// The common case: three words at most, of which the last overlaps the one before it.
#[inline]
pub(crate) fn ungrouped<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    if text.len() > N {
        return None;
    }
    let mut out = [0; N];
    let mut others = 0;
    let mut copy = |from: &[u8; WORD], to: &mut [u8; WORD]| {
        let (values, bits) = digit_word(u64::from_le_bytes(*from));
        others |= bits;
        *to = values.to_le_bytes();
    };
    copy(text.first_chunk()?, out.first_chunk_mut()?);
    match text.len() {
        WORD => {}
        9..=16 => copy(text.last_chunk()?, out[..text.len()].last_chunk_mut()?),
        17..=24 => {
            copy(text[WORD..].first_chunk()?, out[WORD..].first_chunk_mut()?);
            copy(text.last_chunk()?, out[..text.len()].last_chunk_mut()?);
        }
        _ => return None,
    }
    (others & TOPS == 0).then_some(out)
}

/// The values of eight digits, and bits of which the top one of a byte is set when it is no digit.
#[inline]
fn digit_word(word: u64) -> (u64, u64) {
    // A digit is left with its value, any other byte with more than 9, to which 0x76 gives the top bit.
    let values = word ^ (ONES * 0x30);
    (values, ((values & !TOPS) + ONES * 0x76) | values)
}

/// The same for eight letters (as upper case) and digits or more.
#[inline]
fn ungrouped_alnum<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    if text.len() > N {
        return None;
    }
    let mut out = [0; N];
    let mut others = 0;
    let mut copy = |from: &[u8; WORD], to: &mut [u8; WORD]| {
        let word = u64::from_le_bytes(*from);
        // Each sum has its top bit set from one byte on; what is beyond ASCII has it from the start.
        let ascii = word & !TOPS;
        let small = ascii | (ONES * 0x20);
        let digits = (ascii + ONES * (0x80 - 0x30)) & !(ascii + ONES * (0x80 - 0x3a));
        let letters = (small + ONES * (0x80 - 0x61)) & !(small + ONES * (0x80 - 0x7b)) & TOPS;
        others |= !(digits | letters) | word;
        *to = (word & !(letters >> 2)).to_le_bytes();
    };
    for (from, to) in text.as_chunks().0.iter().zip(out.as_chunks_mut().0) {
        copy(from, to);
    }
    copy(text.last_chunk()?, out[..text.len()].last_chunk_mut()?);
    (others & TOPS == 0).then_some(out)
}

const WORD: usize = size_of::<u64>();

/// The lowest bit, and the top one, of each byte in a word.
const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x80 * ONES;

/// What a table says of a byte that is skipped, and of one that makes the text no number; else the byte's value.
const SEPARATOR: u8 = 0x7f;
const OTHER: u8 = 0x80;

static DIGITS: [u8; 256] = {
    let mut table = [OTHER; 256];
    let mut rest: &[u8] = b" -./_,()'\t+:";
    while let [byte, tail @ ..] = rest {
        table[*byte as usize] = SEPARATOR;
        rest = tail;
    }
    let mut digit = 0;
    while digit < 10 {
        table[(b'0' + digit) as usize] = digit;
        digit += 1;
    }
    table
};

static ALNUM: [u8; 256] = {
    let mut table = DIGITS;
    let mut byte = 0;
    while byte < 128_u8 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_uppercase();
        }
        byte += 1;
    }
    table
};

/// Writes the values of up to `most` digits over the zeros of `out`; how many there are. Separators are skipped.
///
/// Copies a group at a time, in whole words: the next group overwrites what is too much, and behind the last are zeros.
// One copy, so that the common cases stay small.
#[inline(never)]
fn grouped_digits(text: &[u8], most: usize, out: &mut [u8; 64]) -> Option<usize> {
    let len = text.len();
    if !(WORD..=3 * WORD).contains(&len) {
        return grouped(text, most, &DIGITS, out);
    }
    let mut values = [0; 64];
    // A bit for each byte that is no digit, and one behind the last.
    let mut others = 1_u32 << len;
    let mut read = |at: usize| {
        let word = text.get(at..)?.first_chunk()?;
        let (word, bits) = digit_word(u64::from_le_bytes(*word));
        *values.get_mut(at..)?.first_chunk_mut()? = word.to_le_bytes();
        // Moves the top bit of each byte to the top byte, one beside the other.
        others |= ((((bits & TOPS) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32) << at;
        Some(())
    };
    read(0)?;
    if len > 2 * WORD {
        read(WORD)?;
    }
    read(len - WORD)?;
    let (mut at, mut kept) = (0, 0);
    loop {
        let run = (others >> (at & 31)).trailing_zeros() as usize;
        copy_word(&values, at, out, kept);
        if run > WORD {
            copy_word(&values, at + WORD, out, kept + WORD);
        }
        if run > 2 * WORD {
            copy_word(&values, at + 2 * WORD, out, kept + 2 * WORD);
        }
        (at, kept) = (at + run, kept + run);
        if kept > most {
            return None;
        }
        match text.get(at) {
            Some(&byte) if is_separator(byte) => at += 1,
            Some(_) => return None,
            None => return Some(kept),
        }
    }
}

/// The same for letters (as upper case) and digits.
#[inline(never)]
fn grouped_alnum(text: &[u8], most: usize, out: &mut [u8; 40]) -> Option<usize> {
    grouped(text, most, &ALNUM, out)
}

/// The same for any table and length of text, a byte at a time; `out` has room for four values more.
///
/// No branch asks for the kind of a byte: each is written, and the next one over it when it does not count.
#[inline]
fn grouped(text: &[u8], most: usize, table: &[u8; 256], out: &mut [u8]) -> Option<usize> {
    debug_assert!(most + 4 <= out.len(), "no room for four more");
    let (mut len, mut seen) = (0, 0);
    let (fours, rest) = text.as_chunks::<4>();
    for four in fours {
        let places: &mut [u8; 4] = out.get_mut(len..)?.first_chunk_mut()?;
        let mut count = 0;
        for &byte in four {
            let value = table[usize::from(byte)];
            places[count] = value;
            count += usize::from(value < SEPARATOR);
            seen |= value;
        }
        len += count;
    }
    for &byte in rest {
        let value = table[usize::from(byte)];
        *out.get_mut(len)? = value;
        len += usize::from(value < SEPARATOR);
        seen |= value;
    }
    if len > most || seen & OTHER != 0 {
        return None;
    }
    // A separator at the end has no next one.
    *out.get_mut(len)? = 0;
    Some(len)
}

/// Copies eight bytes; both places are below 32, and say so to the compiler.
#[inline]
fn copy_word(from: &[u8; 64], at: usize, to: &mut [u8; 64], kept: usize) {
    let (at, kept) = (at % 32, kept % 32);
    if let (Some(word), Some(place)) = (from[at..].first_chunk::<WORD>(), to[kept..].first_chunk_mut::<WORD>()) {
        *place = *word;
    }
}

/// The number that digit values spell, most significant first.
///
/// At most 19 digits, so that it fits.
pub(crate) fn number(digits: &[u8]) -> u64 {
    debug_assert!(digits.len() <= 19, "more digits than a u64 holds");
    let (words, rest) = digits.as_chunks();
    let head = words.iter().fold(0, |n, word| n * 100_000_000 + eight(word));
    rest.iter().fold(head, |n, &d| n * 10 + u64::from(d))
}

/// The number that eight digit values spell: pairs of them, then pairs of pairs, then all.
fn eight(digits: &[u8; WORD]) -> u64 {
    const PAIRS: u64 = 0x0000_00ff_0000_00ff;
    let word = u64::from_le_bytes(*digits);
    let pairs = word * 10 + (word >> 8);
    let upper = (pairs & PAIRS).wrapping_mul(100 + (1_000_000 << 32));
    let lower = ((pairs >> 16) & PAIRS).wrapping_mul(1 + (10_000 << 32));
    upper.wrapping_add(lower) >> 32
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
