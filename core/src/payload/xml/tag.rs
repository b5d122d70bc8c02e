//! Tags and declarations.

use super::super::render::{Form, Malformed, Name};
use super::{Element, Reader, Rendered, entity, html, write};
use crate::span::Span;

/// True when a name may start with that byte. Beyond ASCII every byte may.
pub(super) fn starts_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte == b':' || byte >= 0x80
}

/// True when HTML has a tag, a comment or the like where that byte follows a `<`.
pub(super) fn follows_bracket(byte: u8) -> bool {
    matches!(byte, b'!' | b'?' | b'/') || starts_name(byte)
}

/// Where the declaration ends whose text starts at `at`: in XML, behind all quotes and brackets that it opens.
pub(super) fn declaration_end(text: &[u8], mut at: usize, html: bool) -> Option<usize> {
    if html {
        return Some(at + memchr::memchr(b'>', &text[at..])?);
    }
    let mut depth = 0_usize;
    loop {
        match text.get(at)? {
            b'>' if depth == 0 => return Some(at),
            b'<' if text[at..].starts_with(b"<!--") => at += 4 + memchr::memmem::find(&text[at + 4..], b"-->")? + 2,
            b'<' | b'[' => depth += 1,
            b'>' | b']' => depth = depth.saturating_sub(1),
            &quote @ (b'"' | b'\'') => at += 1 + memchr::memchr(quote, &text[at + 1..])?,
            _ => {}
        }
        at += 1;
    }
}

/// Part of a declaration of XML: what stands between its quotes, brackets and marks of comments. Those belong to no value:
/// with one of them masked the declaration would end elsewhere.
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) comment: bool,
    /// Where the next one starts.
    pub(super) next: usize,
}

/// The part that starts at `at`, perhaps an empty one, of a declaration that ends at `end`.
pub(super) fn part(text: &[u8], at: usize, end: usize) -> Option<Part> {
    let rest = text.get(at..end).filter(|rest| !rest.is_empty())?;
    let until = |from: usize, tail: &[u8], comment: bool| {
        let start = at + from;
        let to = memchr::memmem::find(&text[start..end], tail).map_or(end, |found| start + found);
        Part { span: Span::new(start, to), comment, next: (to + tail.len()).min(end) }
    };
    Some(match rest[0] {
        b'<' if rest.starts_with(b"<!--") => until(4, b"-->", true),
        b'"' => until(1, b"\"", false),
        b'\'' => until(1, b"'", false),
        b'<' | b'>' | b'[' | b']' => Part { span: Span::new(at, at), comment: false, next: at + 1 },
        _ => {
            let len = rest.iter().position(|byte| b"<>[]\"'".contains(byte)).unwrap_or(rest.len());
            Part { span: Span::new(at, at + len), comment: false, next: at + len }
        }
    })
}

impl Reader<'_, '_, '_> {
    pub(super) fn start_tag(&mut self) -> Result<(), Malformed> {
        let name = self.name(self.at + 1);
        if !self.html && self.text[name.range()].iter().any(|byte| b"<&\"'".contains(byte)) {
            return Err(Malformed::expected(self.at, "a tag"));
        }
        if self.html {
            while self
                .open
                .last()
                .is_some_and(|open| html::ends_before(&self.text[open.name.range()], &self.text[name.range()]))
            {
                self.end_element()?;
            }
        }
        self.open_object()?;
        self.named(name)?;
        self.open.push(Element { name, rendered: Rendered::Key });
        self.at = name.end;
        let closed = self.attributes()?;
        let name = &self.text[name.range()];
        if closed || self.html && html::is_void(name) {
            self.end_element()
        } else if self.html && html::is_raw(name) {
            self.raw_text()
        } else {
            Ok(())
        }
    }

    pub(super) fn end_tag(&mut self) -> Result<(), Malformed> {
        let name = self.name(self.at + 2);
        let end = memchr::memchr(b'>', &self.text[name.end..]).ok_or(Malformed::truncated(self.text.len()))?;
        let rest = self.trimmed(Span::new(name.end, name.end + end));
        let matching = self.open.iter().rposition(|open| self.is_same(open.name, name));
        if !self.html && (!rest.is_empty() || matching.is_none_or(|index| index + 1 < self.open.len())) {
            return Err(Malformed::expected(self.at, "the end of the element"));
        }
        while matching.is_some_and(|index| self.open.len() > index) {
            self.end_element()?;
        }
        self.at = name.end + end + 1;
        let name = if is_plain(&self.text[name.range()]) { Span::new(name.end, name.end) } else { name };
        self.aside(name, Form::Text(write::name))?;
        self.aside(rest, Form::Text(write::aside))
    }

    /// Renders the attributes up to the end of the tag; true when it closes itself.
    fn attributes(&mut self) -> Result<bool, Malformed> {
        loop {
            self.skip_space();
            match self.rest() {
                [b'>', ..] => {
                    self.at += 1;
                    return Ok(false);
                }
                [b'/', b'>', ..] => {
                    self.at += 2;
                    return Ok(true);
                }
                [b'/', _, ..] if self.html => self.at += 1,
                [] | [b'/'] => return Err(Malformed::truncated(self.text.len())),
                _ => self.attribute()?,
            }
        }
    }

    fn attribute(&mut self) -> Result<(), Malformed> {
        let mut name = self.name(self.at);
        if name.is_empty() {
            // What browsers take for a name.
            name.end += 1;
        }
        if !self.html && !starts_name(self.text[name.start]) {
            return Err(Malformed::expected(name.start, "an attribute"));
        }
        self.at = name.end;
        self.skip_space();
        if !self.rest().starts_with(b"=") {
            return if self.html {
                self.aside(name, Form::Text(write::name))
            } else {
                self.lacks("a value of the attribute")
            };
        }
        self.at += 1;
        self.skip_space();
        let (value, form) = match self.rest() {
            [quote @ (b'"' | b'\''), ..] => (self.until(1, std::slice::from_ref(quote))?, Form::Text(write::text)),
            _ if !self.html => return self.lacks("a quoted value"),
            rest => {
                let len = rest.iter().take_while(|&&byte| !byte.is_ascii_whitespace() && byte != b'>').count();
                self.at += len;
                (Span::new(self.at - len, self.at), Form::Text(write::bare))
            }
        };
        self.open_object()?;
        self.named(name)?;
        self.renderer.value(Name::Key, value, form)?;
        entity::pieces(value, entity::Place::Attribute, self.html, self.renderer);
        self.renderer.end_value();
        Ok(())
    }

    /// Renders the name of an element or an attribute.
    fn named(&mut self, name: Span) -> Result<(), Malformed> {
        self.renderer.key(name, Form::Text(write::name))?;
        self.renderer.plain(name);
        self.renderer.end_key();
        Ok(())
    }

    fn name(&self, start: usize) -> Span {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=');
        let len = self.text[start..].iter().take_while(|byte| !ends(byte)).count();
        Span::new(start, start + len)
    }

    fn skip_space(&mut self) {
        self.at += self.rest().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    }

    fn is_same(&self, one: Span, other: Span) -> bool {
        let (one, other) = (&self.text[one.range()], &self.text[other.range()]);
        if self.html { one.eq_ignore_ascii_case(other) } else { one == other }
    }

    fn lacks(&self, what: &'static str) -> Result<(), Malformed> {
        let at = self.at;
        Err(if at < self.text.len() { Malformed::expected(at, what) } else { Malformed::truncated(at) })
    }
}

/// True for a name that can hold nothing: letters, and a few digits.
fn is_plain(name: &[u8]) -> bool {
    name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b':' | b'.'))
        && name.iter().filter(|byte| byte.is_ascii_digit()).count() < 4
}
