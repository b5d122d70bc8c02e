//! The value after a sign: where it ends.

use std::collections::HashSet;

use crate::limits::MAX_FIELD_VALUE;
use crate::span::Span;

/// Most spaces and quotes between a sign and its value.
const PADDING: usize = 12;

/// How quotes stand inside of a quoted value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    /// With a backslash before them: the first other one ends the value.
    Escaped,
    /// As any other character: the one ends the value that is followed by what may follow a value.
    Bare,
}

/// The text that values are read from.
#[derive(Clone, Copy)]
pub(super) struct Extent<'a> {
    pub(super) text: &'a [u8],
    /// Nothing follows the text.
    pub(super) closed: bool,
    pub(super) quotes: Quotes,
}

/// Where a value ended.
enum End {
    /// Here, and the next byte to read is there.
    At(usize, usize),
    /// Beyond the bound: it was read up to here.
    Cut(usize),
    /// Beyond the text, which is open.
    Open,
}

/// Hands each value after a sign to `take`: its place, and whether it was read to its end. False when more text could
/// change the answer.
pub(super) fn each(extent: Extent<'_>, sign: usize, max_len: usize, mut take: impl FnMut(Span, bool)) -> bool {
    let Extent { text, closed, .. } = extent;
    let most = text.len().min(sign + MAX_FIELD_VALUE);
    let mut at = skip_spaces(text, sign + 1);
    // `key => value`, `key:=value`: the sign after this one has the value.
    match text.get(at) {
        None => return closed,
        Some(b'=' | b'>') => return true,
        Some(b'{') => return true,
        Some(b'[') => {}
        Some(b'"') if !has_quoted_name(text, sign) => {
            return match closes_a_string(text, at) {
                Some(false) => one(extent, text[sign], at, max_len, &mut take).is_some(),
                Some(true) => true,
                None => closed,
            };
        }
        Some(_) => return one(extent, text[sign], at, max_len, &mut take).is_some(),
    }
    at += 1;
    while at < most {
        at = skip_spaces(text, at);
        match text.get(at) {
            Some(b',') => at += 1,
            Some(b'"' | b'\'' | b'0'..=b'9' | b'-') => match one(extent, b':', at, max_len, &mut take) {
                Some(next) => at = next.max(at + 1),
                None => return false,
            },
            // The end of the list, or no list of values.
            Some(_) => return true,
            None => return closed,
        }
    }
    closed || at < text.len() || at >= sign + MAX_FIELD_VALUE
}

/// True when a quote ends the name before a sign.
fn has_quoted_name(text: &[u8], sign: usize) -> bool {
    let last = text[..sign].iter().rev().take(PADDING).find(|byte| !byte.is_ascii_whitespace());
    matches!(last, Some(b'"' | b'\'' | b'`'))
}

/// True when the quote after a bare name ends a string in which the name stands - `"Name:", "next"` - and does not open a
/// value; `None` where the text ends before that can be told.
fn closes_a_string(text: &[u8], quote: usize) -> Option<bool> {
    let rest = &text[quote + 1..];
    let next = rest.iter().take(PADDING).find(|byte| !byte.is_ascii_whitespace());
    match next {
        Some(byte) => Some(matches!(byte, b',' | b'}' | b']' | b':')),
        None => (rest.len() >= PADDING).then_some(false),
    }
}

/// One value that starts at `at`, with its quote: the next byte to read, or `None` where the text ends too early.
fn one(extent: Extent<'_>, sign: u8, at: usize, max_len: usize, take: &mut impl FnMut(Span, bool)) -> Option<usize> {
    let text = extent.text;
    let (start, end) = match text[at] {
        quote @ (b'"' | b'\'' | b'`') => (at + 1, quoted(extent, at + 1, quote, max_len)),
        // JSON in a string, read as it is.
        b'\\' if matches!(text.get(at + 1), Some(b'"' | b'\'')) => {
            (at + 2, until(extent, at + 2, max_len, |byte| byte == b'\\'))
        }
        b'<' if sign == b'>' => return element(extent, at, max_len, take),
        _ if sign == b'>' => (at, until(extent, at, max_len, |byte| byte == b'<')),
        _ if sign == b'=' => {
            (at, until(extent, at, max_len, |byte| byte <= b' ' || b"&;,\"'<>{}[]()|".contains(&byte)))
        }
        _ => (at, until(extent, at, max_len, |byte| byte < b' ' || b",;\"<>{}[]|".contains(&byte))),
    };
    let (end, next, whole) = match end {
        End::At(end, next) => (end, next, true),
        End::Cut(end) => (end, end, false),
        End::Open => return None,
    };
    let mut value = Span::new(start, end);
    if sign == b':' && start == at {
        value = before_next_name(text, value);
    }
    let value = trimmed(text, value);
    if !value.is_empty() {
        take(value, whole);
    }
    Some(next)
}

/// A bare value without the name of the next one: `first: Ann last: Lee`.
fn before_next_name(text: &[u8], value: Span) -> Span {
    let bytes = &text[value.range()];
    let sign = bytes.iter().position(|byte| matches!(byte, b':' | b'='));
    let space = sign.and_then(|sign| bytes[..sign].iter().rposition(u8::is_ascii_whitespace));
    Span::new(value.start, space.map_or(value.end, |space| value.start + space))
}

/// What an element starts with instead of text: a section of characters, or nothing of interest.
fn element(extent: Extent<'_>, at: usize, max_len: usize, take: &mut impl FnMut(Span, bool)) -> Option<usize> {
    const CDATA: &[u8] = b"<![CDATA[";
    let rest = &extent.text[at..];
    if !extent.closed && rest.len() < CDATA.len() && CDATA.starts_with(rest) {
        return None;
    }
    if !rest.starts_with(CDATA) {
        return Some(at + 1);
    }
    let start = at + CDATA.len();
    match until(extent, start, max_len, |byte| byte == b']' || byte == b'<') {
        End::At(end, next) => {
            take(trimmed(extent.text, Span::new(start, end)), true);
            Some(next)
        }
        End::Cut(end) => {
            take(Span::new(start, end), false);
            Some(end)
        }
        End::Open => None,
    }
}

fn quoted(extent: Extent<'_>, start: usize, quote: u8, max_len: usize) -> End {
    let Extent { text, closed, quotes } = extent;
    let bound = start + max_len;
    let mut at = start;
    while at < text.len() && at < bound {
        match text[at] {
            b'\\' if quotes == Quotes::Escaped => at += 1,
            byte if byte == quote => {
                if quotes == Quotes::Escaped {
                    return End::At(at, at + 1);
                }
                let after = skip_spaces(text, at + 1);
                match text.get(after) {
                    None if !closed => return End::Open,
                    None
                    | Some(b',' | b'}' | b']' | b':' | b'\n' | b'\r' | b';' | b'&' | b'>' | b'/' | b'\\' | b'"') => {
                        return End::At(at, at + 1);
                    }
                    Some(_) => {}
                }
            }
            _ => {}
        }
        at += 1;
    }
    let end = whole_characters(text, at.min(bound).min(text.len()));
    match () {
        () if at >= bound => End::Cut(end),
        () if closed => End::At(end, text.len()),
        () => End::Open,
    }
}

fn until(extent: Extent<'_>, start: usize, max_len: usize, ends: impl Fn(u8) -> bool) -> End {
    let Extent { text, closed, .. } = extent;
    let bound = start + max_len;
    let rest = &text[start..text.len().min(bound)];
    match rest.iter().position(|&byte| ends(byte)) {
        Some(len) => End::At(start + len, start + len),
        None if text.len() > bound => End::Cut(whole_characters(text, bound)),
        None if closed => End::At(text.len(), text.len()),
        None => End::Open,
    }
}

/// The end, moved back so that it cuts no character and no escape.
fn whole_characters(text: &[u8], mut end: usize) -> usize {
    while end > 0 && end < text.len() && text[end] & 0xc0 == 0x80 {
        end -= 1;
    }
    end
}

fn skip_spaces(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.iter().take(PADDING).take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

fn trimmed(text: &[u8], span: Span) -> Span {
    let bytes = &text[span.range()];
    let start = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let end = bytes[start..].iter().rev().take_while(|byte| byte.is_ascii_whitespace()).count();
    Span::new(span.start + start, span.end - end)
}

/// Values that stand for none, in lower case.
const NOTHING: [&[u8]; 14] = [
    b"null", b"true", b"false", b"none", b"nil", b"nan", b"undefined", b"n/a", b"na", b"unknown", b"-", b"--", b"...",
    b"?",
];

/// True when a value is more than a sign that there is none, and not the mark of one that was masked before.
pub(super) fn says_something(value: &[u8], whole: bool, entities: &HashSet<Box<[u8]>>) -> bool {
    let nothing = value.len() <= 9 && NOTHING.iter().any(|nothing| value.eq_ignore_ascii_case(nothing));
    !nothing
        && !is_masked(value, whole, entities)
        && value.iter().any(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
}

/// `[ENTITY]`, `[ENTITY:key:hash]`, `[ENTITY:key:t:token]`: what stands in place of a finding, for entities that there are;
/// or the beginning of that.
fn is_masked(value: &[u8], whole: bool, entities: &HashSet<Box<[u8]>>) -> bool {
    let Some(rest) = value.strip_prefix(b"[") else { return false };
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let mut parts = rest.strip_suffix(b"]").unwrap_or(rest).split(|&byte| byte == b':');
    let known = parts.next().is_some_and(|name| name == b"REDACTED" || entities.contains(name));
    if !whole {
        return known && parts.next().is_some() && parts.flatten().all(letter);
    }
    if !rest.ends_with(b"]") {
        return false;
    }
    known
        && match [parts.next(), parts.next(), parts.next(), parts.next()] {
            [None, ..] => true,
            [Some(_), Some(hash), None, None] => hash.len() == 32 && hash.iter().all(u8::is_ascii_hexdigit),
            [Some(_), Some(b"t" | b"e"), Some(token), None] => token.len() >= 22 && token.iter().all(letter),
            _ => false,
        }
}
