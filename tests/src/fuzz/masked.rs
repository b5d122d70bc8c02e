//! What a masked text must look like, worked out from the findings a second time.

use privet_core::{Engine, Finding, Transform};

use super::engines::KEY;

/// Panics unless `findings` are in order, disjoint, not empty and within `text`.
pub fn check_order(text: &[u8], findings: &[Finding]) {
    let mut from = 0;
    for finding in findings {
        assert!(from <= finding.span.start, "findings overlap, or are out of order: {findings:?}");
        assert!(finding.span.start < finding.span.end, "a finding of nothing: {findings:?}");
        from = finding.span.end;
    }
    assert!(from <= text.len(), "a finding beyond the end: {findings:?} of {} bytes", text.len());
}

/// Panics unless `masked` is `text` with exactly its findings replaced, each by what `transform` says, whole.
pub fn check_masked(
    engine: &Engine,
    transform: &Transform,
    json: bool,
    text: &[u8],
    findings: &[Finding],
    masked: &[u8],
) {
    check_order(text, findings);
    let (mut from, mut rest) = (0, masked);
    for finding in findings {
        if finding.span.end <= from {
            continue;
        }
        let number = if json { number(text, finding, from) } else { None };
        let (start, end, quote) = number.unwrap_or((finding.span.start.max(from), finding.span.end, b""));
        rest = strip(rest, &text[from..start], "bytes before a finding have changed");
        let entity = engine.rules().rule(finding.rule).entity.as_str();
        rest = strip(rest, quote, "a number is not replaced by a string");
        rest = strip_replacement(rest, transform, entity, &text[finding.span.range()]);
        rest = strip(rest, quote, "a number is not replaced by a string");
        from = end;
    }
    assert!(rest == &text[from..], "bytes after the last finding have changed");
}

fn strip<'a>(masked: &'a [u8], prefix: &[u8], otherwise: &str) -> &'a [u8] {
    masked.strip_prefix(prefix).unwrap_or_else(|| panic!("{otherwise}"))
}

fn strip_replacement<'a>(masked: &'a [u8], transform: &Transform, entity: &str, value: &[u8]) -> &'a [u8] {
    let otherwise = "a finding is not replaced as its policy says";
    match transform {
        Transform::Entity => strip(masked, format!("[{entity}]").as_bytes(), otherwise),
        Transform::Redact => strip(masked, b"[REDACTED]", otherwise),
        Transform::Replace(with) => strip(masked, with.as_bytes(), otherwise),
        Transform::Mask { with, keep_first, keep_last, keep_separators: false } => {
            strip(masked, &mask(*with, *keep_first, *keep_last, value), otherwise)
        }
        Transform::Hash(_) => {
            let rest = strip(masked, format!("[{entity}:{KEY}:").as_bytes(), otherwise);
            let hex = rest.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
            assert!(hex == 32, "{otherwise}");
            strip(&rest[32..], b"]", otherwise)
        }
        _ => panic!("a transform that nobody here knows"),
    }
}

/// Every character masked but for some at the ends; all of them where none would be left to mask.
fn mask(with: u8, keep_first: usize, keep_last: usize, value: &[u8]) -> Vec<u8> {
    let mut characters: Vec<&[u8]> = Vec::new();
    let mut start = 0;
    for at in 1..=value.len() {
        if at == value.len() || value[at] & 0xc0 != 0x80 {
            characters.push(&value[start..at]);
            start = at;
        }
    }
    let many = characters.len();
    let kept = keep_first + keep_last < many && !value.contains(&b'\\');
    let mut masked = Vec::new();
    for (at, character) in characters.into_iter().enumerate() {
        if kept && (at < keep_first || at >= many - keep_last) {
            masked.extend_from_slice(character);
        } else {
            masked.push(with);
        }
    }
    masked
}

/// Most bytes on either side of a finding that are looked at for the number it is part of, and for what is around that.
const REACH: usize = 24;

/// The JSON number that the finding is part of: a value, with the quote that a string in its place has; that of the name
/// before it where it stands in a string. Bytes before `from` are replaced already.
fn number<'t>(text: &'t [u8], finding: &Finding, from: usize) -> Option<(usize, usize, &'t [u8])> {
    let start = finding.span.start.max(from);
    let (mut quotes, mut at) = (0, 0);
    while at < start {
        quotes += usize::from(text[at] == b'"');
        at += if quotes % 2 == 1 && text[at] == b'\\' { 2 } else { 1 };
    }
    let of_number = |byte: u8| b"0123456789+-.eE".contains(&byte);
    if !text[start..finding.span.end].iter().all(|&byte| of_number(byte)) {
        return None;
    }
    let first = (from.max(start.saturating_sub(REACH))..start).rev().find(|&at| !of_number(text[at]));
    let first = first.map_or(from.max(start.saturating_sub(REACH)), |at| at + 1);
    let reach = text.len().min(finding.span.end + REACH);
    let last = (finding.span.end..reach).find(|&at| !of_number(text[at])).unwrap_or(reach);
    let before = text[first.saturating_sub(REACH)..first].trim_ascii_end().last();
    let after = text[last..text.len().min(last + REACH)].trim_ascii_start().first();
    let value = before.is_some_and(|byte| b":,[".contains(byte)) && after.is_none_or(|byte| b",]}".contains(byte));
    if !value {
        return None;
    }
    if quotes % 2 == 0 {
        return Some((first, last, b"\""));
    }
    let skip = |end: usize, bytes: &[u8]| {
        (end.saturating_sub(REACH)..end).rev().find(|&at| !bytes.contains(&text[at])).map_or(0, |at| at + 1)
    };
    let colon = skip(first, b" \t[");
    let quote = text[..colon].ends_with(b":").then(|| skip(colon - 1, b" \t"))?;
    let escapes = text[..quote].ends_with(b"\"").then(|| skip(quote - 1, b"\\"))?;
    (escapes < quote - 1).then(|| (first, last, &text[escapes..quote]))
}
