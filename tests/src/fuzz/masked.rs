//! What a masked text must look like, worked out from the findings a second time.

use std::ops::Range;

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

/// Panics unless `masked` is `text` with exactly its findings replaced, each by what `transform` says. In JSON a number is
/// replaced whole, by a string.
pub fn check_masked(
    engine: &Engine,
    transform: &Transform,
    json: bool,
    text: &[u8],
    findings: &[Finding],
    masked: &[u8],
) {
    check_order(text, findings);
    let strings = if json { in_strings(text) } else { Vec::new() };
    let (mut from, mut rest) = (0, masked);
    for finding in findings {
        let span = finding.span.start.max(from)..finding.span.end;
        if span.is_empty() {
            // Of a number that is gone.
            continue;
        }
        let number = if json && !strings[span.start] { number(text, from, &span) } else { None };
        let quote: &[u8] = if number.is_some() { b"\"" } else { b"" };
        let span = number.unwrap_or(span);
        rest = strip(rest, &text[from..span.start], "bytes before a finding have changed");
        let entity = engine.rules().rule(finding.rule).entity.as_str();
        rest = strip(rest, quote, "a number is not replaced by a string");
        // What stands for a number is that of the part that was found.
        rest = strip_replacement(rest, transform, entity, &text[finding.span.range()]);
        rest = strip(rest, quote, "a number is not replaced by a string");
        from = span.end;
    }
    assert!(rest == &text[from..], "bytes after the last finding have changed");
}

/// For each byte whether it stands in a JSON string.
fn in_strings(text: &[u8]) -> Vec<bool> {
    let (mut string, mut escaped) = (false, false);
    let step = |byte: &u8| {
        let before = string;
        if escaped {
            escaped = false;
        } else if *byte == b'\\' {
            escaped = string;
        } else if *byte == b'"' {
            string = !string;
        }
        before
    };
    text.iter().map(step).collect()
}

/// Bytes looked at on either side of a finding for the rest of a number.
const REACH: usize = 24;

/// The JSON number that a finding is part of. Bytes before `from` have been masked.
fn number(text: &[u8], from: usize, finding: &Range<usize>) -> Option<Range<usize>> {
    let part = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    let (mut start, mut end) = (finding.start, finding.end);
    while start > from && finding.start - start < REACH && part(text[start - 1]) {
        start -= 1;
    }
    while end < text.len() && end - finding.end < REACH && part(text[end]) {
        end += 1;
    }
    let before = text[start.saturating_sub(REACH)..start].trim_ascii_end().last();
    let after = text[end..text.len().min(end + REACH)].trim_ascii_start().first();
    let value = before.is_some_and(|byte| b":,[".contains(byte)) && after.is_none_or(|byte| b",]}".contains(byte));
    (value && text[finding.clone()].iter().all(|&byte| part(byte))).then_some(start..end)
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
        Transform::Mask { with, keep_first, keep_last } => {
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
