//! Markup: XML, and HTML as it is found.
//!
//! An element is named by its tag: a lone text in it is its value, else it is an object whose attributes and elements have
//! their names, and whose texts have that of the element. Comments, instructions and declarations are values without a
//! name. White space around texts, and the name in an end tag that could hold nothing, are syntax. Entities of the standard
//! and by number are read; none that a document declares is expanded.
//!
//! XML must be well formed in its tags: attributes quoted, elements closed. HTML need not: elements may stay open, an end
//! tag may close nothing, attributes may be bare or lack a value, and `<script>` and `<style>` hold text as it is.
//!
//! New text is written with entities, and where there are none, what would end it is replaced by `_`; CDATA is split.

mod entity;
mod html;
mod tag;
mod write;

use super::format::Walk;
use super::render::{Container, Form, Malformed, Name, Renderer, short};
use crate::span::Span;

/// Documents.
pub(super) struct Markup {
    /// Read as browsers do.
    pub(super) html: bool,
}

impl Walk for Markup {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        let text = renderer.payload();
        let mut reader = Reader { text, at: 0, html: self.html, open: Vec::new(), renderer };
        while reader.at < text.len() {
            reader.next()?;
        }
        if !self.html && !reader.open.is_empty() {
            return Err(Malformed::truncated(text.len()));
        }
        while !reader.open.is_empty() {
            reader.end_element()?;
        }
        Ok(())
    }
}

struct Reader<'p, 'r, 'o> {
    text: &'p [u8],
    at: usize,
    html: bool,
    /// The elements that are open, innermost last.
    open: Vec<Element>,
    renderer: &'o mut Renderer<'p, 'r>,
}

/// An element that is open.
struct Element {
    name: Span,
    rendered: Rendered,
}

/// What is rendered of an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rendered {
    /// Its key, which waits for its value.
    Key,
    /// Its key, and a text as the value.
    Text,
    /// An object, which is open.
    Object,
}

impl<'p> Reader<'p, '_, '_> {
    fn rest(&self) -> &'p [u8] {
        &self.text[self.at..]
    }

    fn next(&mut self) -> Result<(), Malformed> {
        match self.rest() {
            [b'<', b'!', b'-', b'-', ..] => self.section(b"<!--", b"-->", Form::Text(write::comment)),
            [b'<', b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] => self.cdata(),
            [b'<', b'!', ..] => self.declaration(),
            [b'<', b'?', ..] => self.section(b"<?", if self.html { b">" } else { b"?>" }, Form::Text(write::aside)),
            [b'<', b'/', ..] => self.end_tag(),
            [b'<', byte, ..] if tag::starts_name(*byte) => self.start_tag(),
            [b'<', _, ..] if !self.html => Err(Malformed::expected(self.at, "a tag")),
            [b'<'] if !self.html => Err(Malformed::truncated(self.text.len())),
            _ => self.characters(),
        }
    }

    /// Text up to the next tag.
    fn characters(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        self.at = memchr::memchr_iter(b'<', &self.text[start + 1..])
            .map(|found| start + 1 + found)
            .find(|&at| !self.html || self.text.get(at + 1).is_some_and(|&byte| tag::follows_bracket(byte)))
            .unwrap_or(self.text.len());
        let lone = self.rest().starts_with(b"</");
        let span = self.trimmed(Span::new(start, self.at));
        if span.is_empty() {
            return Ok(());
        }
        self.begin_text(lone, span, Form::Text(write::text))?;
        entity::pieces(span, entity::Place::Text, self.html, self.renderer);
        self.renderer.end_value();
        Ok(())
    }

    fn cdata(&mut self) -> Result<(), Malformed> {
        let span = self.until(b"<![CDATA[".len(), b"]]>")?;
        if !span.is_empty() {
            let lone = self.rest().starts_with(b"</");
            self.begin_text(lone, span, Form::Whole(write::cdata))?;
            self.renderer.plain(span);
            self.renderer.end_value();
        }
        Ok(())
    }

    /// A comment or an instruction.
    fn section(&mut self, head: &[u8], tail: &[u8], form: Form) -> Result<(), Malformed> {
        let span = self.until(head.len(), tail)?;
        self.aside(span, form)
    }

    fn declaration(&mut self) -> Result<(), Malformed> {
        let start = self.at + 2;
        self.at = tag::declaration_end(self.text, start, self.html).ok_or(Malformed::truncated(self.text.len()))?;
        let span = Span::new(start, self.at);
        self.at += 1;
        if self.html {
            return self.aside(span, Form::Text(write::aside));
        }
        let mut at = span.start;
        while let Some(part) = tag::part(self.text, at, span.end) {
            let write = if part.comment { write::comment } else { write::aside };
            self.aside(part.span, Form::Text(write))?;
            at = part.next;
        }
        Ok(())
    }

    /// The content of `<script>` or `<style>`, whose start tag was just read.
    fn raw_text(&mut self) -> Result<(), Malformed> {
        let Some(element) = self.open.last() else { return Ok(()) };
        let name = &self.text[element.name.range()];
        let end = html::raw_end(self.text, self.at, name).ok_or(Malformed::truncated(self.text.len()))?;
        let span = self.trimmed(Span::new(self.at, end));
        self.at = end;
        if !span.is_empty() {
            self.begin_text(true, span, Form::Text(write::raw))?;
            self.renderer.plain(span);
            self.renderer.end_value();
        }
        Ok(())
    }

    /// What is between a head of so many bytes here, and the tail.
    fn until(&mut self, head: usize, tail: &[u8]) -> Result<Span, Malformed> {
        let start = self.at + head;
        let found = memchr::memmem::find(&self.text[start..], tail).ok_or(Malformed::truncated(self.text.len()))?;
        self.at = start + found + tail.len();
        Ok(Span::new(start, start + found))
    }

    fn trimmed(&self, span: Span) -> Span {
        let text = &self.text[span.range()];
        let start = span.start + text.len() - text.trim_ascii_start().len();
        Span::new(start, start + text.trim_ascii().len())
    }

    /// Renders text without a name.
    fn aside(&mut self, span: Span, form: Form) -> Result<(), Malformed> {
        let span = self.trimmed(span);
        if !span.is_empty() {
            self.open_object()?;
            self.renderer.value(Name::None, span, form)?;
            self.renderer.plain(span);
            self.renderer.end_value();
        }
        Ok(())
    }

    /// Starts a text of the innermost element; `lone` when nothing but its end follows.
    fn begin_text(&mut self, lone: bool, span: Span, form: Form) -> Result<(), Malformed> {
        let Some(element) = self.open.last_mut() else { return self.renderer.value(Name::None, span, form) };
        if lone && element.rendered == Rendered::Key {
            element.rendered = Rendered::Text;
            return self.renderer.value(Name::Key, span, form);
        }
        let name = short(&self.text[element.name.range()]);
        self.open_object()?;
        self.renderer.value(Name::Given(name), span, form)
    }

    /// Makes the innermost element an object.
    fn open_object(&mut self) -> Result<(), Malformed> {
        let Some(element) = self.open.last_mut() else { return Ok(()) };
        let name = match element.rendered {
            Rendered::Key => Name::Key,
            Rendered::Text => Name::Given(short(&self.text[element.name.range()])),
            Rendered::Object => return Ok(()),
        };
        element.rendered = Rendered::Object;
        self.renderer.open(name, Container::Object, element.name.start)
    }

    /// Closes the innermost element.
    fn end_element(&mut self) -> Result<(), Malformed> {
        if self.open.last().is_some_and(|element| element.rendered == Rendered::Key) {
            self.open_object()?;
        }
        if self.open.pop().is_some_and(|element| element.rendered == Rendered::Object) {
            self.renderer.close();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
