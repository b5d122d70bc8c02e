//! References to characters: by name, and by number.

use super::super::fold;
use super::super::render::Renderer;
use crate::span::Span;

/// The names of XML, and those of HTML (WHATWG, named character references) that stand in personal data.
const NAMED: [(&str, char); 26] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("commat", '@'),
    ("period", '.'),
    ("lowbar", '_'),
    ("plus", '+'),
    ("hyphen", '\u{2010}'),
    ("dash", '\u{2010}'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("minus", '\u{2212}'),
    ("shy", '\u{ad}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("sol", '/'),
    ("colon", ':'),
    ("num", '#'),
    ("percnt", '%'),
    ("lpar", '('),
    ("rpar", ')'),
    ("Tab", '\t'),
];

/// Longest name of a character, in bytes.
const LONGEST: usize = 6;

/// Where references stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Attribute,
    /// Between tags: a `<` that starts none goes with what follows it, so that no new text makes it start one.
    Text,
}

/// Renders text with its references read; one that is none, or not known, stands for itself.
pub(super) fn pieces(span: Span, place: Place, html: bool, renderer: &mut Renderer<'_, '_>) {
    let text = &renderer.payload()[..span.end];
    let (mut start, mut at) = (span.start, span.start);
    while let Some(found) = memchr::memchr2(b'&', b'<', &text[at..]) {
        let sign = at + found;
        let brackets = text[sign..].iter().take_while(|&&byte| byte == b'<').count();
        at = sign + brackets;
        let (mut reads, len) = match decode(&text[at..], html) {
            Some((character, len)) => (character.to_string().into_bytes(), len),
            None if brackets > 0 && place == Place::Text && at < text.len() => {
                let len = fold::around(&text[at..], 0).len();
                (text[at..at + len].to_vec(), len)
            }
            // A reference that is not known stands for itself, as a whole: with part of it masked it would be none.
            None => match unknown(&text[at..]) {
                Some(len) => (text[at..at + len].to_vec(), len),
                None => {
                    at += usize::from(brackets == 0);
                    continue;
                }
            },
        };
        let first = if place == Place::Text { sign } else { at };
        reads.splice(..0, text[first..at].iter().copied());
        renderer.plain(Span::new(start, first));
        at += len;
        renderer.reads_as(&reads, Span::new(first, at));
        start = at;
    }
    renderer.plain(Span::new(start, span.end));
}

/// The bytes of what looks like a reference, whatever it refers to.
fn unknown(text: &[u8]) -> Option<usize> {
    let name = text.strip_prefix(b"&")?;
    let len = name.iter().take_while(|&&byte| byte.is_ascii_alphanumeric() || byte == b'#').count();
    (len > 0 && name.get(len) == Some(&b';')).then_some(len + 2)
}

/// The character of the reference that `text` starts with, and its bytes. In HTML a number may end without a semicolon.
fn decode(text: &[u8], html: bool) -> Option<(char, usize)> {
    let body = text.strip_prefix(b"&")?;
    let Some(digits) = body.strip_prefix(b"#") else {
        let name = &body[..memchr::memchr(b';', &body[..body.len().min(LONGEST + 1)])?];
        let (_, character) = NAMED.iter().find(|(one, _)| one.as_bytes() == name)?;
        return Some((*character, 1 + name.len() + 1));
    };
    let (digits, radix) = match digits {
        [b'x' | b'X', digits @ ..] => (digits, 16),
        digits => (digits, 10),
    };
    let len = digits.iter().take_while(|&&byte| char::from(byte).is_digit(radix)).count();
    let code = digits[..len]
        .iter()
        .try_fold(0_u32, |code, &byte| code.checked_mul(radix)?.checked_add(char::from(byte).to_digit(radix)?))?;
    let ends = digits.get(len) == Some(&b';');
    let character = char::from_u32(code).filter(|&character| character != '\0' && len > 0 && (ends || html))?;
    Some((character, text.len() - digits.len() + len + usize::from(ends)))
}
