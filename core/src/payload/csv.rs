//! Rows of delimited values (RFC 4180): CSV, TSV, and those with semicolons or bars.
//!
//! The values of a row are named by the header, which is rendered by itself, too. Rows may be ragged: a value beyond the
//! header has no name. Quotes count where a field starts with one; elsewhere they stand for themselves, and so do spaces.
//! Rows end with LF, CRLF or CR.
//!
//! A new value in a quoted field has its quotes doubled, and the rest of the field stays as it is. A bare field is quoted
//! as a whole, and only when the new value needs it: when it holds a delimiter, of whichever kind, a line break, a quote where
//! there was none, or nothing.

use std::fmt;

use super::format::Walk;
use super::render::{Container, Form, Malformed, Name, Renderer, short};
use crate::span::Span;

/// How rows of delimited values are read. The default: the delimiter as the first row has it, which is the header.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Csv {
    /// Between values; `None`: the one that the first row has most of.
    pub delimiter: Option<Delimiter>,
    /// Where the names of the values are.
    pub header: Header,
}

/// What stands between the values of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delimiter {
    /// `,`
    Comma,
    /// A tab.
    Tab,
    /// `;`
    Semicolon,
    /// `|`
    Bar,
}

/// Where the names of the values of a row are.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Header {
    /// In the first row.
    #[default]
    First,
    /// Known from before: the payload is a later part of a table.
    Given(Vec<String>),
    /// Nowhere.
    None,
}

impl Csv {
    /// The same with that delimiter.
    #[must_use]
    pub fn delimiter(self, delimiter: Delimiter) -> Self {
        Self { delimiter: Some(delimiter), ..self }
    }

    /// How the rows below `first`, the first row of a table, are read when they come by themselves: with its delimiter, and
    /// with the names that it has. One that is no row has none.
    #[must_use]
    pub fn below(&self, first: &[u8]) -> Self {
        let mut at = start(first);
        let delimiter = self.delimiter.unwrap_or_else(|| Delimiter::of(&first[at..]));
        let mut names = Vec::new();
        while let Ok(field) = Field::read(first, at, delimiter.byte()) {
            names.push(String::from_utf8_lossy(&field.reads(first)).into_owned());
            if first.get(field.end) != Some(&delimiter.byte()) {
                return Self { delimiter: Some(delimiter), header: Header::Given(names) };
            }
            at = field.end + 1;
        }
        Self { delimiter: Some(delimiter), header: Header::None }
    }

    /// The same with that header.
    #[must_use]
    pub fn header(self, header: Header) -> Self {
        Self { header, ..self }
    }
}

impl fmt::Debug for Csv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Csv").field("delimiter", &self.delimiter).field("header", &self.header).finish()
    }
}

impl fmt::Debug for Header {
    /// Shows no name: they may come from a payload.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::First => f.write_str("First"),
            Self::Given(names) => write!(f, "Given({} names)", names.len()),
            Self::None => f.write_str("None"),
        }
    }
}

impl Delimiter {
    /// All of them; the first of those that a row has equally many of is its delimiter.
    pub(super) const ALL: [Self; 4] = [Self::Comma, Self::Tab, Self::Semicolon, Self::Bar];

    /// The byte.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Bar => b'|',
        }
    }

    /// The delimiter that the first row of `text` has most of, outside of quotes.
    fn of(text: &[u8]) -> Self {
        let mut counts = [0; Self::ALL.len()];
        let mut quoted = false;
        for &byte in text {
            match byte {
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b'\r' | b'\n' => break,
                _ => {
                    if let Some(index) = Self::ALL.iter().position(|one| one.byte() == byte) {
                        counts[index] += 1;
                    }
                }
            }
        }
        let most = counts.iter().max();
        Self::ALL.into_iter().zip(&counts).find(|(_, count)| Some(*count) == most).map_or(Self::Comma, |(one, _)| one)
    }
}

impl Walk for Csv {
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        let text = renderer.payload();
        let mut at = start(text);
        let delimiter = self.delimiter.unwrap_or_else(|| Delimiter::of(&text[at..])).byte();
        let mut names: Vec<Vec<u8>> = match &self.header {
            Header::Given(names) => names.iter().map(|name| short(name.as_bytes()).to_vec()).collect(),
            Header::First | Header::None => Vec::new(),
        };
        let mut is_header = matches!(self.header, Header::First);
        while at < text.len() {
            if is_break(text[at]) {
                at += 1;
                continue;
            }
            let container = if is_header || names.is_empty() { Container::List } else { Container::Object };
            renderer.open(Name::None, container, at)?;
            for column in 0.. {
                let field = Field::read(text, at, delimiter)?;
                at = field.end;
                if is_header {
                    names.push(short(&field.reads(text)).to_vec());
                }
                let name = if container == Container::Object { names.get(column) } else { None };
                field.render(name.map_or(Name::None, |name| Name::Given(name)), renderer)?;
                if text.get(at) != Some(&delimiter) {
                    break;
                }
                at += 1;
            }
            renderer.close();
            is_header = false;
        }
        Ok(())
    }
}

/// Where the rows of a text start: behind a byte order mark.
pub(super) fn start(text: &[u8]) -> usize {
    if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }
}

/// True for the ends of rows.
pub(super) fn is_break(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// One value of a row.
pub(super) struct Field {
    /// What it holds, without its quotes.
    pub(super) content: Span,
    pub(super) quoted: bool,
    /// Where a delimiter follows, or the end of the row.
    pub(super) end: usize,
}

impl Field {
    /// The field that starts at `at`.
    ///
    /// # Errors
    ///
    /// A quote is not closed, or something follows that is no delimiter.
    pub(super) fn read(text: &[u8], at: usize, delimiter: u8) -> Result<Self, Malformed> {
        let ends = |byte: u8| byte == delimiter || is_break(byte);
        if text.get(at) != Some(&b'"') {
            let len = memchr::memchr3(delimiter, b'\n', b'\r', &text[at..]).unwrap_or(text.len() - at);
            return Ok(Self { content: Span::new(at, at + len), quoted: false, end: at + len });
        }
        let mut quote = at + 1;
        loop {
            quote += memchr::memchr(b'"', &text[quote..]).ok_or(Malformed::truncated(text.len()))?;
            match text.get(quote + 1) {
                Some(b'"') => quote += 2,
                Some(&byte) if !ends(byte) => return Err(Malformed::expected(quote + 1, "a delimiter")),
                _ => return Ok(Self { content: Span::new(at + 1, quote), quoted: true, end: quote + 1 }),
            }
        }
    }

    /// The value.
    pub(super) fn reads(&self, text: &[u8]) -> Vec<u8> {
        let mut reads = Vec::with_capacity(self.content.len());
        self.pieces(text, |piece, _| reads.extend_from_slice(&text[piece.range()]));
        reads
    }

    /// Calls `each` with the pieces of the value: bytes that stand for themselves, or the first quote of two.
    fn pieces(&self, text: &[u8], mut each: impl FnMut(Span, bool)) {
        let mut at = self.content.start;
        while self.quoted
            && let Some(found) = memchr::memchr(b'"', &text[at..self.content.end])
        {
            each(Span::new(at, at + found), false);
            each(Span::new(at + found, at + found + 1), true);
            at += found + 2;
        }
        each(Span::new(at, self.content.end), false);
    }

    fn render(&self, name: Name<'_>, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed> {
        if self.content.is_empty() {
            return Ok(());
        }
        renderer.value(name, self.content, if self.quoted { Form::Text(double_quotes) } else { Form::Whole(bare) })?;
        let text = renderer.payload();
        self.pieces(text, |piece, quote| {
            if quote {
                renderer.reads_as(b"\"", Span::new(piece.start, piece.start + 2));
            } else {
                renderer.plain(piece);
            }
        });
        renderer.end_value();
        Ok(())
    }
}

fn double_quotes(new: &[u8], out: &mut Vec<u8>) {
    for &byte in new {
        out.extend_from_slice(if byte == b'"' { b"\"\"" } else { std::slice::from_ref(&byte) });
    }
}

/// Appends a new value as a field, quoted where it must be.
fn bare(new: &[u8], old: &[u8], out: &mut Vec<u8>) {
    const SPECIAL: [u8; 6] = [
        b'\r',
        b'\n',
        Delimiter::ALL[0].byte(),
        Delimiter::ALL[1].byte(),
        Delimiter::ALL[2].byte(),
        Delimiter::ALL[3].byte(),
    ];
    // Of delimiters, the old value has those that are none here.
    let special = |byte: &u8| SPECIAL.contains(byte) && !old.contains(byte);
    let quotes = new.first() == Some(&b'"') || new.contains(&b'"') && !old.contains(&b'"');
    // A row of one empty field would be no row, nor would one of a byte order mark that has come to the start.
    let nothing = new.is_empty() || start(new) > 0 && start(old) == 0;
    if !quotes && !nothing && !new.iter().any(special) {
        return out.extend_from_slice(new);
    }
    out.push(b'"');
    double_quotes(new, out);
    out.push(b'"');
}

#[cfg(test)]
mod tests;
