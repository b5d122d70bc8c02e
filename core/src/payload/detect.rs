//! What a payload is, by its own bytes: the first 4 KiB, and its last byte.
//!
//! | format | when |
//! |---|---|
//! | gzip, zstd | their magic bytes; what is in them is told by itself |
//! | JSON | `{`, then `}` or a string; or `[`, then a value or `]` |
//! | HTML, XML | `<!`, `<?` or `<` and a name, and the last byte is `>`; HTML by `<!doctype html` or the first name |
//! | form | ASCII without spaces; a URL with fields behind its `?`, or two pairs or more, all `name=value`, with `&` |
//! | logfmt | every line, of the first eight, has two pairs or more, and they are most of it |
//! | CSV, TSV | two rows or more with equally many values, two or more; the first row holds words, all different |
//! | text | anything else |
//!
//! The order is that of the table. A mistake is not a leak: each format reads all that there is, and what it refuses is
//! read as text. Not so what is packed: as text nothing could be found in it, so that what cannot be unpacked is an error.

use std::sync::LazyLock;

use super::csv::{self, Csv, Delimiter, Field};
use super::format::Format;
use super::logfmt::Pair;
use crate::span::Span;

/// Bytes looked at.
const SAMPLE: usize = 4096;

/// Rows or lines looked at.
const LINES: usize = 8;

/// Longest name of a column, in bytes.
const LONGEST_WORD: usize = 40;

/// The format of `payload`, one of the table: auto is none.
pub(crate) fn detect(payload: &[u8]) -> Format {
    static FORMS: LazyLock<[Format; 4]> =
        LazyLock::new(|| [Format::html(), Format::xml(), Format::form(), Format::logfmt()]);
    static ROWS: LazyLock<[Format; 4]> =
        LazyLock::new(|| Delimiter::ALL.map(|delimiter| Format::csv(Csv::default().delimiter(delimiter))));
    #[cfg(feature = "packed")]
    if let Some(packing) = super::packed::told(payload) {
        return Format::packed(packing, Format::Auto);
    }
    let text = payload[csv::start(payload)..].trim_ascii_start();
    let sample = &text[..text.len().min(SAMPLE)];
    let [html, xml, form, logfmt] = &*FORMS;
    if is_json(sample) {
        return Format::Json;
    }
    if is_markup(sample) && payload.trim_ascii_end().ends_with(b">") {
        return if is_html(sample) { html } else { xml }.clone();
    }
    // A line that the sample cuts says nothing.
    let whole = text.len() == sample.len();
    let lines = if whole { sample } else { &sample[..memchr::memrchr(b'\n', sample).map_or(0, |end| end + 1)] };
    if is_form(sample) {
        return form.clone();
    }
    if is_logfmt(lines) {
        return logfmt.clone();
    }
    let rows = Delimiter::ALL.iter().zip(&*ROWS).find(|(delimiter, _)| is_rows(lines, delimiter.byte()));
    rows.map_or(Format::Text, |(_, format)| format.clone())
}

fn is_json(text: &[u8]) -> bool {
    let Some((first, rest)) = text.split_first() else { return false };
    matches!(
        (first, rest.trim_ascii_start().first()),
        (b'{', Some(b'"' | b'}')) | (b'[', Some(b'{' | b'[' | b'"' | b']' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n'))
    )
}

fn is_markup(text: &[u8]) -> bool {
    match text {
        [b'<', b'!' | b'?', byte, ..] => byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'['),
        [b'<', rest @ ..] => {
            let name = tag_name(rest);
            name.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_')
                && rest.get(name.len()).is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        }
        _ => false,
    }
}

fn tag_name(text: &[u8]) -> &[u8] {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b':' | b'.');
    &text[..text.iter().take_while(|byte| is_name(byte)).count()]
}

fn is_html(text: &[u8]) -> bool {
    const NAMES: [&str; 24] = [
        "html", "head", "body", "title", "meta", "link", "script", "style", "div", "span", "p", "a", "b", "i", "br",
        "h1", "h2", "ul", "ol", "table", "tr", "td", "img", "form",
    ];
    const DOCTYPE: &[u8] = b"<!doctype html";
    let name = tag_name(&text[1..]);
    text.get(..DOCTYPE.len()).is_some_and(|start| start.eq_ignore_ascii_case(DOCTYPE))
        || NAMES.iter().any(|one| name.eq_ignore_ascii_case(one.as_bytes()))
}

fn is_form(text: &[u8]) -> bool {
    let text = text.trim_ascii_end();
    if text.iter().any(|byte| *byte <= b' ' || *byte >= 0x7f || matches!(byte, b'"' | b'<' | b'>' | b'{')) {
        return false;
    }
    let question = memchr::memchr(b'?', text).filter(|&at| !text[..at].contains(&b'='));
    let is_url = question.is_some() && (text.starts_with(b"/") || memchr::memmem::find(text, b"://").is_some());
    let fields = &text[question.map_or(0, |at| at + 1)..];
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.[]%+$".contains(byte);
    let is_pair =
        |part: &[u8]| memchr::memchr(b'=', part).is_some_and(|equals| equals > 0 && part[..equals].iter().all(is_name));
    let pairs = fields.split(|&byte| byte == b'&');
    if is_url { pairs.clone().any(is_pair) } else { pairs.clone().all(is_pair) && pairs.count() > 1 }
}

fn is_logfmt(text: &[u8]) -> bool {
    let mut lines =
        text.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).take(LINES).peekable();
    lines.peek().is_some() && lines.all(is_pairs)
}

fn is_pairs(line: &[u8]) -> bool {
    let is_key = |key: &[u8]| key.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-./@".contains(byte));
    let (mut pairs, mut others, mut at) = (0, 0, 0);
    while at < line.len() {
        if line[at].is_ascii_whitespace() {
            at += 1;
            continue;
        }
        match Pair::read(line, Span::new(at, line.len())).filter(|pair| is_key(&line[pair.key.range()])) {
            Some(pair) => (pairs, at) = (pairs + 1, pair.end),
            None => {
                others += 1;
                at += line[at..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
            }
        }
    }
    pairs >= 2 && pairs > others
}

fn is_rows(text: &[u8], delimiter: u8) -> bool {
    let (mut at, mut rows, mut columns) = (0, 0, 0);
    while at < text.len() && rows < LINES {
        if csv::is_break(text[at]) {
            at += 1;
            continue;
        }
        let mut values = 0;
        loop {
            let Ok(field) = Field::read(text, at, delimiter) else { return false };
            if rows == 0 && !is_word(&text[field.content.range()]) {
                return false;
            }
            values += 1;
            at = field.end;
            if text.get(at) != Some(&delimiter) {
                break;
            }
            at += 1;
        }
        if rows == 0 {
            columns = values;
        } else if values != columns {
            return false;
        }
        rows += 1;
    }
    rows >= 2 && columns >= 2 && are_different(text, delimiter)
}

/// True when the values of the first row are all different.
fn are_different(text: &[u8], delimiter: u8) -> bool {
    let header = text.split(|&byte| csv::is_break(byte)).next().unwrap_or_default();
    let mut names: Vec<&[u8]> = header.split(|&byte| byte == delimiter).collect();
    names.sort_unstable();
    names.windows(2).all(|pair| pair[0] != pair[1])
}

/// True for what names a column: a letter, then letters, digits and few signs, and no more than one space.
fn is_word(text: &[u8]) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80 || b"_-. /#()".contains(byte);
    text.len() <= LONGEST_WORD
        && text.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_' || *byte >= 0x80)
        && text.iter().all(is_part)
        && text.iter().filter(|&&byte| byte == b' ').count() <= 1
}

#[cfg(test)]
mod tests;
