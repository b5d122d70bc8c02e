//! JSON texts (RFC 8259), one or several in a row: NDJSON, concatenated, RFC 7464 sequences.
//!
//! Strict in its grammar, but for two things that senders do: bytes that are no UTF-8 may stand in strings, and so may
//! escapes of half a surrogate pair, which read as U+FFFD; both stay as they are. A string that holds an object or a list
//! is walked like the rest, up to [`MAX_PACKINGS`] strings within each other: its keys are keys, and what is written into
//! it is escaped as often as it was.

mod events;

use super::escape;
use super::format::Walk;
use super::render::{Container, Form, Malformed, Name, Renderer, Rendering};
use crate::limits::{MAX_DEPTH, MAX_PACKINGS};
use crate::span::Span;
use events::{Event, Events};

/// JSON texts.
pub(super) struct Json;

impl Walk for Json {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        render(&Source { text: renderer.payload(), origins: None, strings: 0 }, Name::None, renderer)
    }
}

/// Renders a JSON text, of which only the structure is asked for.
pub(crate) fn render_json(text: &[u8], rendering: &mut Rendering) -> Result<(), Malformed> {
    Json.walk(&mut Renderer::new(text, rendering))
}

/// A text to read.
struct Source<'t> {
    text: &'t [u8],
    /// The bytes of the payload that each byte stands for. `None`: the text is the payload.
    origins: Option<&'t [Span]>,
    /// Strings around the text.
    strings: usize,
}

/// How strings and numbers are written again, by the strings around them.
const FORMS: [(Form, Form); MAX_PACKINGS + 1] = [
    (Form::Text(string::<1>), Form::Whole(number::<0>)),
    (Form::Text(string::<2>), Form::Whole(number::<1>)),
    (Form::Text(string::<3>), Form::Whole(number::<2>)),
    (Form::Text(string::<4>), Form::Whole(number::<3>)),
    (Form::Text(string::<5>), Form::Whole(number::<4>)),
];

/// Appends text as it stands in strings within each other.
fn string<const STRINGS: usize>(new: &[u8], out: &mut Vec<u8>) {
    let mut text = new.to_vec();
    for _ in 0..STRINGS {
        let mut escaped = Vec::with_capacity(text.len() + 8);
        escape::encode(&text, &mut escaped);
        text = escaped;
    }
    out.append(&mut text);
}

/// Appends what takes the place of a number: a number where it is one, else a string.
fn number<const STRINGS: usize>(new: &[u8], _old: &[u8], out: &mut Vec<u8>) {
    if events::number(new) == Some(new.len()) {
        return out.extend_from_slice(new);
    }
    let mut quoted = b"\"".to_vec();
    escape::encode(new, &mut quoted);
    quoted.push(b'"');
    string::<STRINGS>(&quoted, out);
}

/// Renders all of a text. `name` is that of the text itself.
fn render(source: &Source<'_>, name: Name<'_>, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
    let (text, value) = FORMS[source.strings];
    let mut events = Events::new(source.text, MAX_DEPTH.saturating_sub(renderer.depth()));
    loop {
        let name = match events.inside() {
            None => name,
            Some(Container::Object) => Name::Key,
            Some(Container::List) => Name::None,
        };
        let Some(event) = events.next()? else { return Ok(()) };
        match event {
            Event::Open(container, at) => renderer.open(name, container, source.raw(Span::new(at, at + 1)).start)?,
            Event::Close => renderer.close(),
            Event::Key(span) => {
                renderer.key(source.raw(span), text)?;
                source.characters(span, |text, raw| piece(renderer, text, raw));
                renderer.end_key();
            }
            Event::Text(span) => match source.embedded(span, renderer.depth()) {
                Some((text, origins)) => {
                    let strings = source.strings + 1;
                    render(&Source { text: &text, origins: Some(&origins), strings }, name, renderer)?;
                }
                None => {
                    renderer.value(name, source.raw(span), text)?;
                    source.characters(span, |text, raw| piece(renderer, text, raw));
                    renderer.end_value();
                }
            },
            Event::Number(span) => {
                renderer.value(name, source.raw(span), value)?;
                source.run(span, |text, raw| piece(renderer, text, raw));
                renderer.end_value();
            }
            // Nothing to read; only a key must have its value.
            Event::Word(span) if matches!(name, Name::Key) => {
                renderer.value(name, source.raw(span), value)?;
                renderer.end_value();
            }
            Event::Word(_) => {}
        }
    }
}

/// Renders part of a string. What is read is shorter than its bytes, unless these stand for themselves.
fn piece(renderer: &mut Renderer<'_, '_>, text: &[u8], raw: Span) {
    if text.len() == raw.len() { renderer.plain(raw) } else { renderer.reads_as(text, raw) }
}

impl Source<'_> {
    /// The bytes of the payload that part of the text stands for.
    fn raw(&self, span: Span) -> Span {
        let Some(origins) = self.origins else { return span };
        match &origins[span.range()] {
            [first, .., last] => Span::new(first.start, last.end),
            [only] => *only,
            // Within quotes: one follows.
            [] => origins.get(span.start).map_or(Span::default(), |next| Span::new(next.start, next.start)),
        }
    }

    /// Calls `each` with the pieces of what stands in a string, its escapes read, and the bytes of the payload that they
    /// stand for.
    fn characters(&self, span: Span, mut each: impl FnMut(&[u8], Span)) {
        let mut at = span.start;
        while let Some(found) = memchr::memchr(b'\\', &self.text[at..span.end]) {
            let escape = at + found;
            self.run(Span::new(at, escape), &mut each);
            // Half a pair is no character, but one escape nevertheless.
            let (character, len) =
                escape::decode(&self.text[escape..span.end]).unwrap_or((char::REPLACEMENT_CHARACTER, 6));
            at = escape + len;
            each(character.encode_utf8(&mut [0; 4]).as_bytes(), self.raw(Span::new(escape, at)));
        }
        self.run(Span::new(at, span.end), each);
    }

    /// Calls `each` with the pieces of part of the text as it is.
    fn run(&self, span: Span, mut each: impl FnMut(&[u8], Span)) {
        let Some(origins) = self.origins else { return each(&self.text[span.range()], span) };
        let mut at = span.start;
        while at < span.end {
            let (start, first) = (at, origins[at]);
            at += 1;
            if first.len() == 1 {
                while at < span.end && origins[at].len() == 1 && origins[at].start == origins[at - 1].end {
                    at += 1;
                }
            } else {
                while at < span.end && origins[at] == first {
                    at += 1;
                }
            }
            each(&self.text[start..at], Span::new(first.start, origins[at - 1].end));
        }
    }

    /// The JSON that a string holds, where it is an object or a list, with the origin of each byte. What would nest too
    /// deep is no JSON, but text.
    ///
    /// Cost: a look at the start; where it is that of JSON, a copy with seventeen bytes a byte and a pass over it.
    fn embedded(&self, span: Span, depth: usize) -> Option<(Vec<u8>, Vec<Span>)> {
        if self.strings == MAX_PACKINGS || !matches!(escape::first(&self.text[span.range()]), Some('{' | '[')) {
            return None;
        }
        let (mut text, mut origins) = (Vec::with_capacity(span.len()), Vec::with_capacity(span.len()));
        self.characters(span, |reads, raw| {
            text.extend_from_slice(reads);
            if reads.len() == raw.len() {
                origins.extend(raw.range().map(|byte| Span::new(byte, byte + 1)));
            } else {
                origins.resize(text.len(), raw);
            }
        });
        events::is_one(&text, MAX_DEPTH.saturating_sub(depth)).then_some((text, origins))
    }
}

#[cfg(test)]
mod tests;
