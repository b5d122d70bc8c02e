//! Lines of `key=value` pairs: logfmt, and logs that are like it.
//!
//! A value may be quoted, with the escapes of JSON strings; one that is not closed takes the rest of its line. What stands
//! between pairs is text: a value without a name. So every line can be read, and only the limits refuse a payload.
//!
//! A new value in quotes has its quotes and backslashes escaped. A bare value is quoted as a whole when the new one needs
//! it: when it holds a space, or a quote or equals sign where there was none. In a key and in text those become `_`.

use super::format::Walk;
use super::render::{Container, Form, Malformed, Name, Renderer};
use super::{escape, fold};
use crate::span::Span;

/// Lines of pairs.
pub(super) struct Logfmt;

impl Walk for Logfmt {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        let mut start = 0;
        for line in renderer.payload().split(|&byte| byte == b'\n') {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            if !line.trim_ascii().is_empty() {
                renderer.open(Name::None, Container::Object, span.start)?;
                render(span, renderer)?;
                renderer.close();
            }
        }
        Ok(())
    }
}

/// A pair: its key, its value, and where it ends.
pub(super) struct Pair {
    pub(super) key: Span,
    value: Span,
    quoted: bool,
    pub(super) end: usize,
}

fn render(line: Span, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
    let text = renderer.payload();
    // From `free` on nothing is rendered yet.
    let (mut free, mut at) = (line.start, line.start);
    while at < line.end {
        let Some(pair) = Pair::read(text, Span::new(at, line.end)) else {
            let word = text[at..line.end].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
            at += word.max(1);
            continue;
        };
        words(Span::new(free, pair.key.start), renderer)?;
        pair.render(renderer)?;
        (free, at) = (pair.end, pair.end);
    }
    words(Span::new(free, line.end), renderer)
}

/// Renders text between pairs.
fn words(span: Span, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
    let text = &renderer.payload()[span.range()];
    let start = span.start + text.len() - text.trim_ascii_start().len();
    let span = Span::new(start, start + text.trim_ascii().len());
    if !span.is_empty() {
        renderer.value(Name::None, span, Form::Text(word))?;
        renderer.plain(span);
        renderer.end_value();
    }
    Ok(())
}

impl Pair {
    /// The pair at the start of what is left of a line.
    pub(super) fn read(text: &[u8], rest: Span) -> Option<Self> {
        let line = &text[rest.range()];
        let len = line.iter().position(|&byte| byte == b'=' || byte == b'"' || byte <= b' ')?;
        if len == 0 || line[len] != b'=' {
            return None;
        }
        let key = Span::new(rest.start, rest.start + len);
        let start = key.end + 1;
        let after = &text[start..rest.end];
        if after.first() == Some(&b'"') {
            let close = start + quoted_len(after);
            return Some(Self { key, value: Span::new(start + 1, close), quoted: true, end: rest.end.min(close + 1) });
        }
        let len = after.iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        Some(Self { key, value: Span::new(start, start + len), quoted: false, end: start + len })
    }

    fn render(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        renderer.key(self.key, Form::Text(word))?;
        renderer.plain(self.key);
        renderer.end_key();
        let form = if self.quoted { Form::Text(escape::encode) } else { Form::Whole(bare) };
        renderer.value(Name::Key, self.value, form)?;
        let (text, mut at) = (renderer.payload(), self.value.start);
        while self.quoted
            && let Some(found) = memchr::memchr(b'\\', &text[at..self.value.end])
        {
            let escape = Span::new(at + found, self.value.end);
            renderer.plain(Span::new(at, escape.start));
            at = read_escape(escape, renderer);
        }
        renderer.plain(Span::new(at, self.value.end));
        renderer.end_value();
        Ok(())
    }
}

/// Renders the escape at the start of `rest`, and says where it ends. One that JSON does not know reads as it stands, but
/// is one piece: nothing is written right behind its backslash.
fn read_escape(rest: Span, renderer: &mut Renderer<'_, '_>) -> usize {
    let text = &renderer.payload()[rest.range()];
    if let Some((character, len)) = escape::decode(text) {
        renderer.reads_as(character.encode_utf8(&mut [0; 4]).as_bytes(), Span::new(rest.start, rest.start + len));
        return rest.start + len;
    }
    let len = 1 + text.get(1..).filter(|next| !next.is_empty()).map_or(0, |next| fold::around(next, 0).len());
    renderer.reads_as(&text[..len], Span::new(rest.start, rest.start + len));
    rest.start + len
}

/// Bytes of the quoted value at the start of a line, with the quote that opens it.
fn quoted_len(line: &[u8]) -> usize {
    let mut at = 1;
    loop {
        match line.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
            Some(found) if line[at + found] == b'"' => return at + found,
            Some(found) => at += found + 2,
            None => return line.len(),
        }
    }
}

/// Appends part of a word: what would end it, or make it a pair, becomes `_`, and so does nothing at all.
fn word(new: &[u8], out: &mut Vec<u8>) {
    let new = if new.is_empty() { b"_" } else { new };
    out.extend(new.iter().map(|&byte| if byte <= b' ' || matches!(byte, b'=' | b'"') { b'_' } else { byte }));
}

/// Appends a new value in place of a bare one, quoted where it must be.
fn bare(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    let starts = new.first() == Some(&b'"') && old.first() != Some(&b'"');
    let special = |byte: &u8| *byte <= b' ' || matches!(byte, b'=' | b'"');
    if !starts && !new.iter().any(|byte| special(byte) && !old.contains(byte)) {
        return out.extend_from_slice(new);
    }
    out.push(b'"');
    escape::encode(new, out);
    out.push(b'"');
}

#[cfg(test)]
mod tests;
