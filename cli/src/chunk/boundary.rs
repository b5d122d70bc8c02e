//! Where payloads end in bytes that come in pieces.

use memchr::memchr;

/// What ends a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The line.
    Lines,
    /// The row: a line end within quotes is part of a value. Without a delimiter it is any that tables have.
    Rows(Option<u8>),
    /// The file.
    Whole,
}

/// A byte order mark, before the first row.
const MARK: [u8; 3] = *b"\xef\xbb\xbf";

/// Looks for ends, each byte once.
#[derive(Debug)]
pub struct Boundary {
    by: By,
    state: State,
    /// Where the payload starts.
    start: usize,
    /// Where to look on.
    seen: usize,
}

/// Where in a row it is.
#[derive(Clone, Copy, Debug)]
enum State {
    /// At the start of the file, behind so many bytes of a byte order mark.
    File(usize),
    /// At the start of a value.
    Start,
    /// In a value without quotes.
    Bare,
    /// In quotes.
    Quoted,
    /// Behind a quote in quotes: one of two, or the last.
    Quote,
}

impl Boundary {
    /// At the start of a file.
    pub fn new(by: By) -> Self {
        Self { by, state: State::File(0), start: 0, seen: 0 }
    }

    /// From here on values are separated by this byte alone.
    pub fn set_delimiter(&mut self, delimiter: u8) {
        self.by = By::Rows(Some(delimiter));
    }

    /// Where the payload ends, and where the next one starts; in text that is closed, what is left is one.
    pub fn next(&mut self, bytes: &[u8], closed: bool) -> Option<(usize, usize)> {
        let end = match self.by {
            By::Whole => None,
            By::Lines => self.line(bytes),
            By::Rows(delimiter) => self.row(bytes, delimiter, closed),
        };
        let end = end.or((closed && self.start < bytes.len()).then_some((bytes.len(), bytes.len())));
        match end {
            Some((_, next)) => (self.start, self.seen) = (next, next),
            None if matches!(self.by, By::Rows(_)) => {}
            None => self.seen = bytes.len(),
        }
        end
    }

    /// The first bytes go.
    pub fn forget(&mut self, bytes: usize) {
        self.start = self.start.saturating_sub(bytes);
        self.seen = self.seen.saturating_sub(bytes);
    }

    /// Bytes that were looked at.
    pub fn seen(&self) -> usize {
        self.seen
    }

    fn line(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        let end = self.seen + memchr(b'\n', bytes.get(self.seen..)?)?;
        let carriage = end > self.start && bytes[end - 1] == b'\r';
        Some((end - usize::from(carriage), end + 1))
    }

    fn row(&mut self, bytes: &[u8], delimiter: Option<u8>, closed: bool) -> Option<(usize, usize)> {
        let separates = |byte| delimiter.map_or_else(|| b",;\t|".contains(&byte), |delimiter| byte == delimiter);
        while let Some(&byte) = bytes.get(self.seen) {
            let quoted = matches!(self.state, State::Quoted);
            if !quoted && matches!(byte, b'\r' | b'\n') {
                let end = self.seen;
                let next = match bytes.get(end + 1) {
                    Some(b'\n') if byte == b'\r' => end + 2,
                    // Its line feed may come yet.
                    None if byte == b'\r' && !closed => return None,
                    _ => end + 1,
                };
                self.state = State::Start;
                return Some((end, next));
            }
            self.state = match (self.state, byte) {
                (State::File(n), byte) if byte == MARK[n] => {
                    if n == 2 {
                        State::Start
                    } else {
                        State::File(n + 1)
                    }
                }
                (State::Quoted, b'"') => State::Quote,
                (State::Quoted, _) => State::Quoted,
                (State::File(0) | State::Start | State::Quote, b'"') => State::Quoted,
                (_, byte) if separates(byte) => State::Start,
                _ => State::Bare,
            };
            self.seen += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The payloads of a text that comes in pieces of that size.
    fn cut(by: By, text: &str, size: usize) -> Vec<String> {
        let (mut boundary, mut held, mut found) = (Boundary::new(by), Vec::new(), Vec::new());
        let mut take = |held: &mut Vec<u8>, closed: bool| {
            let mut from = 0;
            while let Some((end, next)) = boundary.next(held, closed) {
                found.push(String::from_utf8(held[from..end].to_vec()).unwrap());
                from = next;
            }
            boundary.forget(from);
            held.drain(..from);
        };
        for piece in text.as_bytes().chunks(size) {
            held.extend_from_slice(piece);
            take(&mut held, false);
        }
        take(&mut held, true);
        found
    }

    #[test]
    fn payloads_end_where_they_do_however_they_come() {
        let rows = By::Rows(Some(b','));
        for (by, text, expected) in [
            (By::Lines, "a\nb\r\n\nc", &["a", "b", "", "c"][..]),
            (By::Whole, "a\nb", &["a\nb"]),
            (By::Whole, "", &[]),
            (rows, "a,\"b\nc\"\r\n\"d\"\"\n\",e\rf\n", &["a,\"b\nc\"", "\"d\"\"\n\",e", "f"]),
            (rows, "a\"b\nc\n", &["a\"b", "c"]),
            (rows, "a;\"b\nc\"\n", &["a;\"b", "c\""]),
            (rows, "\u{feff}\"a\nb\",c\nd", &["\u{feff}\"a\nb\",c", "d"]),
            (rows, "\"a\" x\n\"b\n", &["\"a\" x", "\"b\n"]),
            (By::Rows(None), "a;\"b\nc\"\n", &["a;\"b\nc\""]),
        ] {
            for size in 1..=text.len().max(1) {
                assert_eq!(cut(by, text, size), expected, "{text:?} in pieces of {size}");
            }
        }
    }
}
