//! Form fields (application/x-www-form-urlencoded, WHATWG URL §5) and URLs with a query.
//!
//! Names and values are read with `%40` and `+` decoded; an escape that is none stands for itself. A part without `=` is a
//! value without a name. Where a `?` comes before all fields, what is before it is the rest of a URL, and what follows a
//! `#` is its fragment, which many clients write as fields, too: both are values.
//!
//! New text is written as the serializer of that standard writes it: all but letters, digits and `*-._` is escaped, brackets
//! too, and a space is a `+`; in the path of a URL it is `%20`.

use super::format::Walk;
use super::render::{Container, Form, Malformed, Name, Renderer};
use crate::span::Span;

/// Form fields, or a URL.
pub(super) struct Fields;

impl Walk for Fields {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        let text = renderer.payload();
        let mut parts = Span::new(0, text.len());
        renderer.open(Name::None, Container::Object, 0)?;
        let question = text.iter().position(|&byte| matches!(byte, b'?' | b'=' | b'&')).filter(|&at| text[at] == b'?');
        if let Some(question) = question {
            value(Name::None, Span::new(0, question), Place::Path, renderer)?;
            let hash = memchr::memchr(b'#', &text[question..]).map_or(text.len(), |found| question + found);
            fields(Span::new(question + 1, hash), renderer)?;
            parts.start = text.len().min(hash + 1);
        }
        fields(parts, renderer)?;
        renderer.close();
        Ok(())
    }
}

/// Where text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Path,
    Field,
    /// All of a part: there is none without a byte.
    Alone,
}

fn fields(span: Span, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
    let text = renderer.payload();
    let mut start = span.start;
    for part in text[span.range()].split(|&byte| byte == b'&') {
        let end = start + part.len();
        match memchr::memchr(b'=', part).map(|found| start + found) {
            Some(equals) => {
                let name = Span::new(start, equals);
                renderer.key(name, Form::Text(field))?;
                pieces(name, Place::Field, renderer);
                renderer.end_key();
                value(Name::Key, Span::new(equals + 1, end), Place::Field, renderer)?;
            }
            None if part.is_empty() => {}
            None => value(Name::None, Span::new(start, end), Place::Alone, renderer)?,
        }
        start = end + 1;
    }
    Ok(())
}

fn value(name: Name<'_>, span: Span, place: Place, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
    let form: fn(&[u8], &mut Vec<u8>) = match place {
        Place::Path => path,
        Place::Field => field,
        Place::Alone => |new, out| field(if new.is_empty() { b"_" } else { new }, out),
    };
    renderer.value(name, span, Form::Text(form))?;
    pieces(span, place, renderer);
    renderer.end_value();
    Ok(())
}

fn pieces(span: Span, place: Place, renderer: &mut Renderer<'_, '_>) {
    let text = renderer.payload();
    let (mut start, mut at) = (span.start, span.start);
    while let Some(found) = memchr::memchr2(b'%', b'+', &text[at..span.end]) {
        at += found;
        let (byte, len) = match text[at] {
            b'+' if place != Place::Path => (Some(b' '), 1),
            b'%' => (decode(&text[at..span.end]), 3),
            _ => (None, 1),
        };
        let Some(byte) = byte else {
            at += 1;
            continue;
        };
        renderer.plain(Span::new(start, at));
        renderer.reads_as(&[byte], Span::new(at, at + len));
        at += len;
        start = at;
    }
    renderer.plain(Span::new(start, span.end));
}

/// The byte of the escape at the start of `text`.
fn decode(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    Some((digit(1)? << 4 | digit(2)?) as u8)
}

fn field(new: &[u8], out: &mut Vec<u8>) {
    escape(new, b"+", out);
}

fn path(new: &[u8], out: &mut Vec<u8>) {
    escape(new, b"%20", out);
}

fn escape(new: &[u8], space: &[u8], out: &mut Vec<u8>) {
    for &byte in new {
        match byte {
            b' ' => out.extend_from_slice(space),
            b'*' | b'-' | b'.' | b'_' => out.push(byte),
            _ if byte.is_ascii_alphanumeric() => out.push(byte),
            _ => out.extend_from_slice(format!("%{byte:02X}").as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests;
