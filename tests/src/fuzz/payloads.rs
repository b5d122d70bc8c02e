//! Laws 2, 5 and 7 on payloads of structured formats.

mod csv;
mod form;
mod json;
mod logfmt;
mod markup;
mod values;

use std::sync::OnceLock;

use privet_core::{Csv, Delimiter, Engine, Format, Redacted, Scratch};

use super::engines::replacing;
use crate::corpus::Rng;

/// A format, with payloads to try and a reader that is not ours.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The format.
    pub format: fn() -> Format,
    /// A made-up payload of the format.
    pub make: fn(&mut Rng) -> Vec<u8>,
    /// What another reader sees; `None` where there is none, or it sees no such payload.
    pub read: fn(&[u8]) -> Option<Vec<Part>>,
    /// The same without what is within values.
    pub surface: fn(&[u8]) -> Option<Vec<Part>>,
    /// Bytes that mean something to the format.
    pub signs: &'static [&'static str],
}

/// A part of what a reader sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sign of the structure.
    Sign(char),
    /// A value or name that any text can be written in.
    Value(Vec<u8>),
    /// A text that has no place for some characters: a name, a comment.
    Name(Vec<u8>),
}

/// Comma-separated values.
pub static CSV: Subject = Subject {
    format: || Format::csv(Csv::default().delimiter(Delimiter::Comma)),
    make: csv::make,
    read: csv::read,
    surface: csv::read,
    signs: &[",", "\"", "\"\"", "\r\n", "\n", "\r", ";", "\t", "\u{feff}"],
};

/// Form fields, and URLs.
pub static FORM: Subject = Subject {
    format: Format::form,
    make: form::make,
    read: form::read,
    surface: form::read,
    signs: &["&", "=", "%", "+", "%40", "%zz", "?", "#", "/", "\u{e9}"],
};

/// HTML, which nobody else reads here.
pub static HTML: Subject = Subject {
    format: Format::html,
    make: markup::make_html,
    read: |_| None,
    surface: |_| None,
    signs: &[
        "<", ">", "</", "/>", "<p>", "<td>", "</p>", "<br>", "=", "\"", "'", "<!--", "-->", "&", "&#64", "<script>",
        "</script>",
    ],
};

/// JSON texts.
pub static JSON: Subject = Subject {
    format: Format::json,
    make: json::make,
    read: json::read,
    surface: json::surface,
    signs: &["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00", "\\ud83d", "1e5", "-", "0", "null", " ", "\n", "\u{1}"],
};

/// Lines of `key=value` pairs.
pub static LOGFMT: Subject = Subject {
    format: Format::logfmt,
    make: logfmt::make,
    read: logfmt::read,
    surface: logfmt::read,
    signs: &["=", " ", "\"", "\\", "\\\"", "\n", "\\u0040", "a=", "=\""],
};

/// XML.
pub static XML: Subject = Subject {
    format: Format::xml,
    make: markup::make_xml,
    read: markup::read,
    surface: markup::read,
    signs: &[
        "<", ">", "</", "/>", "<a>", "</a>", "=", "\"", "'", "<!--", "-->", "&", ";", "&#64;", "<![CDATA[", "]]>",
        "<?", "?>", "<!", "[",
    ],
};

/// All of them.
pub static SUBJECTS: [&Subject; 6] = [&CSV, &FORM, &HTML, &JSON, &LOGFMT, &XML];

impl Subject {
    /// A made-up payload with a few mistakes, or none.
    pub fn spoilt(&self, rng: &mut Rng) -> Vec<u8> {
        let mut payload = (self.make)(rng);
        for _ in 0..rng.below(4) {
            let at = rng.below(payload.len() as u64 + 1) as usize;
            let end = payload.len().min(at + rng.below(6) as usize);
            match rng.below(6) {
                0 => payload.truncate(at),
                1 => drop(payload.drain(at..end)),
                2 => {
                    let piece = payload[at..end].to_vec();
                    payload.splice(at..at, piece.repeat(1 + rng.below(3) as usize));
                }
                3 => drop(payload.splice(at..end, [rng.bits() as u8])),
                _ => drop(payload.splice(at..at, rng.pick(self.signs).bytes())),
            }
        }
        payload
    }
}

/// Stands for every finding in the output of one engine, and at the start of it in that of another.
pub const MARK: &str = "ZQX";

/// What may break a format from inside of a value.
const HOSTILE: &str = "ZQX\"'<&>,;|=\\\n\t]]>--%+ {}";

/// What findings are replaced by.
const REPLACEMENTS: [&str; 3] = [MARK, HOSTILE, ""];

fn engines() -> &'static [Engine; 3] {
    static ENGINES: OnceLock<[Engine; 3]> = OnceLock::new();
    ENGINES.get_or_init(|| REPLACEMENTS.map(replacing))
}

/// The payload is refused, with a place within it, or nothing but its findings changes: not a byte beside them, and
/// nothing that another reader sees.
pub fn laws(subject: &Subject, payload: &[u8]) {
    let holds_mark = find(payload, MARK.as_bytes()).is_some();
    let before = (subject.read)(payload);
    let format = (subject.format)();
    let mut scratch = Scratch::new();
    for (engine, replacement) in engines().iter().zip(REPLACEMENTS) {
        let masked = match engine.redact_as(payload, &format, &mut scratch) {
            Err(malformed) => {
                assert!(malformed.at <= payload.len(), "a mistake beyond the end: {malformed}");
                return;
            }
            Ok(Redacted::Clean(same)) => {
                assert!(std::ptr::eq(same, payload), "a clean payload is not handed on as it is");
                return;
            }
            Ok(Redacted::Blocked) => panic!("no policy here blocks anything"),
            Ok(Redacted::Masked(masked)) => masked.to_vec(),
        };
        if replacement == MARK && !holds_mark {
            check_splices(payload, &masked);
        }
        if let Err(malformed) = engine.redact_as(&masked, &format, &mut scratch) {
            panic!("a masked payload cannot be read again: {malformed}");
        }
        if let Some(before) = &before {
            let mut after = (subject.read)(&masked).expect("a reader that read the payload reads it masked");
            let (mut before, mut mark) = (before.clone(), replacement);
            // What made a value no JSON may have been masked with the rest of it.
            if before.len() < after.len() && before.iter().any(|part| matches!(part, Part::Name(_))) {
                let surface =
                    |payload| (subject.surface)(payload).expect("what is read is read without what is within");
                (before, after) = (surface(payload), surface(&masked));
                // What follows it may be escaped.
                mark = MARK;
            }
            if replacement.is_empty() {
                check_signs(&before, &after);
            } else {
                check_parts(&before, &after, mark);
            }
        }
    }
}

/// Panics unless the parts are the same but for those that hold the mark, which are of the same kind.
fn check_parts(before: &[Part], after: &[Part], replacement: &str) {
    assert!(before.len() == after.len(), "a masked payload has {} parts, not {}", after.len(), before.len());
    for (nth, pair) in before.iter().zip(after).enumerate() {
        let (kept, whole, masked) = match pair {
            (Part::Sign(before), Part::Sign(after)) => (before == after, true, &[][..]),
            (Part::Value(before), Part::Value(after)) => (before == after, true, &after[..]),
            // What was odd about a value may have been masked with it.
            (Part::Name(before), Part::Name(after) | Part::Value(after)) => (before == after, false, &after[..]),
            _ => panic!("part {nth} has become another kind"),
        };
        let mark = if whole { replacement } else { MARK };
        assert!(kept || find(masked, mark.as_bytes()).is_some(), "part {nth} has changed, and is not masked");
    }
}

/// Panics unless the structure is the same; values may have gone.
fn check_signs(before: &[Part], after: &[Part]) {
    let signs =
        |parts: &[Part]| -> Vec<Part> { parts.iter().filter(|part| matches!(part, Part::Sign(_))).cloned().collect() };
    assert!(signs(before) == signs(after), "a payload without its findings has another structure");
}

/// Panics unless what stands between the marks of `masked` stands in `payload`, in that order, and first and last at its
/// ends. A number takes quotes with its mark, as often escaped as it stands deep.
fn check_splices(payload: &[u8], masked: &[u8]) {
    let mut kept = Vec::new();
    let mut rest = masked;
    while let Some(mark) = find(rest, MARK.as_bytes()) {
        kept.push(&rest[..mark]);
        rest = &rest[mark + MARK.len()..];
    }
    let mut from = 0;
    for (nth, piece) in kept.iter().enumerate() {
        let places = [piece.to_vec(), before_quote(piece), after_quote(piece), after_quote(&before_quote(piece))];
        let places = places.map(|piece| {
            let place =
                if nth == 0 { payload.starts_with(&piece).then_some(0) } else { find(&payload[from..], &piece) };
            place.map(|place| from + place + piece.len())
        });
        from = places.into_iter().flatten().min().expect("bytes between findings have changed");
    }
    let last = [rest.to_vec(), after_quote(rest)].into_iter().find(|rest| payload[from..].ends_with(rest));
    assert!(last.is_some(), "bytes after the last finding have changed");
}

/// The piece without the quote before the number that it ends in.
fn before_quote(piece: &[u8]) -> Vec<u8> {
    let number = piece.iter().rev().take_while(|byte| is_of_number(byte)).count();
    let (before, number) = piece.split_at(piece.len() - number);
    let Some(mut before) = before.strip_suffix(b"\"") else { return piece.to_vec() };
    while let Some(shorter) = before.strip_suffix(b"\\") {
        before = shorter;
    }
    [before, number].concat()
}

/// The piece without the quote after the number that it starts with.
fn after_quote(piece: &[u8]) -> Vec<u8> {
    let (number, after) = piece.split_at(piece.iter().take_while(|byte| is_of_number(byte)).count());
    let escapes = after.iter().take_while(|&&byte| byte == b'\\').count();
    let after = after[escapes..].strip_prefix(b"\"");
    after.map_or_else(|| piece.to_vec(), |after| [number, after].concat())
}

fn is_of_number(byte: &u8) -> bool {
    byte.is_ascii_digit() || b"+-.eE".contains(byte)
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() { Some(0) } else { text.windows(part.len()).position(|window| window == part) }
}
