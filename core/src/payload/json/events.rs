//! The grammar of JSON, as events: no recursion, no allocation.

use super::super::escape;
use super::super::render::{Container, Malady, Malformed};
use crate::limits::MAX_DEPTH;
use crate::span::Span;

// Open containers are a bit each.
const _: () = assert!(MAX_DEPTH <= u64::BITS as usize);

/// What comes next in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A container starts there.
    Open(Container, usize),
    /// The container opened last ends.
    Close,
    /// A key: what is between its quotes.
    Key(Span),
    /// A string: what is between its quotes.
    Text(Span),
    /// A number.
    Number(Span),
    /// `true`, `false` or `null`.
    Word(Span),
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    ValueOrClose,
    Key,
    KeyOrClose,
    CommaOrClose,
}

/// Reads JSON texts in a row.
pub(super) struct Events<'t> {
    text: &'t [u8],
    at: usize,
    next: Next,
    /// A bit for each open container, the innermost lowest: set for an object.
    open: u64,
    depth: usize,
    deepest: usize,
}

impl<'t> Events<'t> {
    /// The events of `text`, which nests no deeper than `deepest`. A byte order mark at its start is none of it.
    pub(super) fn new(text: &'t [u8], deepest: usize) -> Self {
        let at = if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        Self { text, at, next: Next::Value, open: 0, depth: 0, deepest }
    }

    /// The container that comes next stands in.
    pub(super) fn inside(&self) -> Option<Container> {
        let innermost = if self.open & 1 == 1 { Container::Object } else { Container::List };
        (self.depth > 0).then_some(innermost)
    }

    /// The next event; `None` at the end.
    ///
    /// # Errors
    ///
    /// The text is no JSON there, ends too early, or nests too deep.
    pub(super) fn next(&mut self) -> Result<Option<Event>, Malformed> {
        loop {
            self.skip_space();
            let Some(&byte) = self.text.get(self.at) else {
                return if self.depth == 0 { Ok(None) } else { Err(Malformed::truncated(self.at)) };
            };
            let inside = self.inside();
            match (self.next, byte) {
                (Next::CommaOrClose, b',') => {
                    self.at += 1;
                    self.next = if inside == Some(Container::Object) { Next::Key } else { Next::Value };
                }
                (Next::CommaOrClose | Next::KeyOrClose, b'}') if inside == Some(Container::Object) => {
                    return self.close();
                }
                (Next::CommaOrClose | Next::ValueOrClose, b']') if inside == Some(Container::List) => {
                    return self.close();
                }
                (Next::CommaOrClose, _) => {
                    return Err(Malformed::expected(self.at, "a comma or the end of a container"));
                }
                (Next::Key | Next::KeyOrClose, b'"') => return self.key(),
                (Next::Key | Next::KeyOrClose, _) => return Err(Malformed::expected(self.at, "a key")),
                (Next::Value | Next::ValueOrClose, _) => return self.value(byte).map(Some),
            }
        }
    }

    fn skip_space(&mut self) {
        // The separator of RFC 7464 stands between texts.
        let is_space = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r') || byte == 0x1e && self.depth == 0;
        self.at += self.text[self.at..].iter().take_while(|&&byte| is_space(byte)).count();
    }

    fn key(&mut self) -> Result<Option<Event>, Malformed> {
        let key = self.string()?;
        self.skip_space();
        match self.text.get(self.at) {
            Some(b':') => self.at += 1,
            Some(_) => return Err(Malformed::expected(self.at, "a colon")),
            None => return Err(Malformed::truncated(self.at)),
        }
        self.next = Next::Value;
        Ok(Some(Event::Key(key)))
    }

    fn value(&mut self, byte: u8) -> Result<Event, Malformed> {
        let event = match byte {
            b'{' => return self.open(Container::Object),
            b'[' => return self.open(Container::List),
            b'"' => Event::Text(self.string()?),
            b'-' | b'0'..=b'9' => Event::Number(self.token(number(&self.text[self.at..]), "a number")?),
            _ => Event::Word(self.token(word(&self.text[self.at..]), "a value")?),
        };
        self.end_value();
        Ok(event)
    }

    fn open(&mut self, container: Container) -> Result<Event, Malformed> {
        if self.depth >= self.deepest {
            return Err(Malformed { at: self.at, what: Malady::TooDeep(MAX_DEPTH) });
        }
        let is_object = container == Container::Object;
        self.open = self.open << 1 | u64::from(is_object);
        self.depth += 1;
        self.next = if is_object { Next::KeyOrClose } else { Next::ValueOrClose };
        self.at += 1;
        Ok(Event::Open(container, self.at - 1))
    }

    fn close(&mut self) -> Result<Option<Event>, Malformed> {
        self.at += 1;
        self.open >>= 1;
        self.depth -= 1;
        self.end_value();
        Ok(Some(Event::Close))
    }

    fn end_value(&mut self) {
        self.next = if self.depth == 0 { Next::Value } else { Next::CommaOrClose };
    }

    /// The string that starts here.
    fn string(&mut self) -> Result<Span, Malformed> {
        let start = self.at + 1;
        let mut at = start;
        loop {
            let found = memchr::memchr2(b'"', b'\\', &self.text[at..]).map(|found| at + found);
            let plain = &self.text[at..found.unwrap_or(self.text.len())];
            if let Some(control) = plain.iter().position(|&byte| byte < b' ') {
                return Err(Malformed::expected(at + control, "an escape for a control character"));
            }
            match found {
                Some(quote) if self.text[quote] == b'"' => {
                    self.at = quote + 1;
                    return Ok(Span::new(start, quote));
                }
                Some(escape) => at = escape + self.escape(escape)?,
                None => return Err(Malformed::truncated(self.text.len())),
            }
        }
    }

    /// Bytes of the escape at `at`; half of a pair is one.
    fn escape(&self, at: usize) -> Result<usize, Malformed> {
        match self.text[at + 1..] {
            [] => Err(Malformed::truncated(self.text.len())),
            [b'u', ..] => match escape::unit(&self.text[at..]) {
                Some(_) => Ok(6),
                None if self.text.len() - at < 6 => Err(Malformed::truncated(self.text.len())),
                None => Err(Malformed::expected(at, "an escape")),
            },
            _ if escape::decode(&self.text[at..]).is_some() => Ok(2),
            _ => Err(Malformed::expected(at, "an escape")),
        }
    }

    /// A number or word of that length here, which ends where it must.
    fn token(&mut self, len: Option<usize>, what: &'static str) -> Result<Span, Malformed> {
        let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-' | b'_');
        let span = len.map(|len| Span::new(self.at, self.at + len));
        match span {
            Some(span) if !self.text.get(span.end).is_some_and(goes_on) => {
                self.at = span.end;
                Ok(span)
            }
            _ => Err(Malformed::expected(self.at, what)),
        }
    }
}

/// Bytes of the number at the start of `text`.
pub(super) fn number(text: &[u8]) -> Option<usize> {
    let digits = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let some_digits = |from: usize| Some(digits(from)).filter(|&count| count > 0);
    let mut at = usize::from(text.first() == Some(&b'-'));
    let whole = some_digits(at)?;
    if whole > 1 && text[at] == b'0' {
        return None;
    }
    at += whole;
    if text.get(at) == Some(&b'.') {
        at += 1 + some_digits(at + 1)?;
    }
    if matches!(text.get(at), Some(b'e' | b'E')) {
        at += 1 + usize::from(matches!(text.get(at + 1), Some(b'+' | b'-')));
        at += some_digits(at)?;
    }
    Some(at)
}

fn word(text: &[u8]) -> Option<usize> {
    [&b"true"[..], b"false", b"null"].into_iter().find(|word| text.starts_with(word)).map(<[u8]>::len)
}

/// True when `text` is one JSON text, an object or a list, that nests no deeper than `deepest`.
pub(super) fn is_one(text: &[u8], deepest: usize) -> bool {
    let mut events = Events::new(text, deepest);
    if !matches!(events.next(), Ok(Some(Event::Open(..)))) {
        return false;
    }
    while events.depth > 0 {
        if events.next().is_err() {
            return false;
        }
    }
    matches!(events.next(), Ok(None))
}
