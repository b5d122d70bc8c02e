//! Escapes of the web, wherever they stand: `%40` of addresses and forms (RFC 3986 §2.1), and the character references of
//! HTML (WHATWG HTML §13.5), of which the names are those that stand in for what identifiers are written with.

/// Bytes of the longest reference that is read.
const LONGEST: usize = 10;

/// Names of characters that stand in and around identifiers.
const NAMES: [(&[u8], char); 22] = [
    (b"amp", '&'),
    (b"lt", '<'),
    (b"gt", '>'),
    (b"quot", '"'),
    (b"apos", '\''),
    (b"nbsp", '\u{a0}'),
    (b"ensp", '\u{2002}'),
    (b"emsp", '\u{2003}'),
    (b"thinsp", '\u{2009}'),
    (b"shy", '\u{ad}'),
    (b"zwnj", '\u{200c}'),
    (b"zwj", '\u{200d}'),
    (b"ndash", '–'),
    (b"mdash", '—'),
    (b"hyphen", '-'),
    (b"commat", '@'),
    (b"period", '.'),
    (b"colon", ':'),
    (b"sol", '/'),
    (b"plus", '+'),
    (b"lowbar", '_'),
    (b"num", '#'),
];

/// True when there is an escape.
pub(crate) fn has_web(text: &[u8]) -> bool {
    let mut at = next(text, 0);
    while at < text.len() {
        if decode(&text[at..]).is_some() {
            return true;
        }
        at = next(text, at + 1);
    }
    false
}

/// The place from `from` on where an escape may start, or the end of `text`.
pub(super) fn next(text: &[u8], from: usize) -> usize {
    memchr::memchr2(b'%', b'&', &text[from..]).map_or(text.len(), |at| from + at)
}

/// Reads the escape at the start of `text`: the character and the bytes it took. `None` when it is none.
pub(super) fn decode(text: &[u8]) -> Option<(char, usize)> {
    match text.first()? {
        b'%' => percent(text),
        b'&' => reference(text),
        _ => None,
    }
}

/// One character of one to four escaped bytes.
fn percent(text: &[u8]) -> Option<(char, usize)> {
    let first = byte(text)?;
    let mut bytes = [first, 0, 0, 0];
    let many = length(first)?;
    for (nth, place) in bytes.iter_mut().enumerate().take(many).skip(1) {
        *place = byte(text.get(3 * nth..)?)?;
    }
    let character = std::str::from_utf8(&bytes[..many]).ok()?.chars().next()?;
    Some((character, 3 * many))
}

/// The byte of `%XX`.
fn byte(text: &[u8]) -> Option<u8> {
    let &[b'%', high, low, ..] = text else { return None };
    let digit = |digit: u8| char::from(digit).to_digit(16);
    Some((digit(high)? << 4 | digit(low)?) as u8)
}

/// Bytes of the character that a byte begins.
fn length(first: u8) -> Option<usize> {
    match first {
        0..0x80 => Some(1),
        0xc2..=0xdf => Some(2),
        0xe0..=0xef => Some(3),
        0xf0..=0xf4 => Some(4),
        _ => None,
    }
}

fn reference(text: &[u8]) -> Option<(char, usize)> {
    let text = &text[..text.len().min(LONGEST)];
    let end = text.iter().position(|&byte| byte == b';')?;
    let name = &text[1..end];
    let number = |digits: &[u8], radix| u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok();
    let character = match name {
        [b'#', b'x' | b'X', digits @ ..] => char::from_u32(number(digits, 16)?)?,
        [b'#', digits @ ..] => char::from_u32(number(digits, 10)?)?,
        _ => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, end + 1))
}

/// True when the end of `text` may cut the escape at its start.
pub(super) fn is_cut(text: &[u8]) -> bool {
    match text {
        [b'%'] => true,
        [b'%', digit] => digit.is_ascii_hexdigit(),
        [b'%', ..] => byte(text).and_then(length).is_some_and(|many| {
            // Whole escapes of bytes that go on with a character, and then nothing, or less than one.
            (1..many).any(|nth| text.len() < 3 * (nth + 1) && ends_in_escapes(&text[3..]))
        }),
        [b'&', rest @ ..] => {
            let letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
            rest.len() < LONGEST - 1 && rest.iter().all(letter)
        }
        _ => false,
    }
}

/// True when there is nothing but escaped bytes, of which the last may be cut.
fn ends_in_escapes(text: &[u8]) -> bool {
    text.chunks(3).all(|part| match part {
        [b'%'] => true,
        [b'%', digit] => digit.is_ascii_hexdigit(),
        [b'%', ..] => byte(part).is_some(),
        _ => false,
    })
}

/// True when the text ends in what may be the beginning of an escape.
pub(crate) fn ends_in_web(text: &[u8]) -> bool {
    let tail = &text[text.len().saturating_sub(12)..];
    let mut at = next(tail, 0);
    while at < tail.len() {
        if is_cut(&tail[at..]) {
            return true;
        }
        at = next(tail, at + 1);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, expected) in [
            ("%40x", Some(('@', 3))),
            ("%c3%bc", Some(('ü', 6))),
            ("%E6%9D%8E", Some(('李', 9))),
            ("%F0%9F%99%82", Some(('🙂', 12))),
            ("%c3x", None),
            ("%4", None),
            ("%zz", None),
            ("%80", None),
            ("&#64;", Some(('@', 5))),
            ("&#x40;", Some(('@', 6))),
            ("&commat;", Some(('@', 8))),
            ("&nbsp;", Some(('\u{a0}', 6))),
            ("&nosuch;", None),
            ("&#xd800;", None),
            ("& ;", None),
            ("&#;", None),
            ("&amp", None),
        ] {
            assert_eq!(decode(text.as_bytes()), expected, "{text}");
            assert_eq!(has_web(text.as_bytes()), expected.is_some(), "{text}");
        }
    }

    #[test]
    fn half_a_character_is_none() {
        assert_eq!(decode(b"%c3%41"), None);
        assert!(has_web(b"%c3%41"), "an A follows");
    }

    #[test]
    fn what_an_end_cuts() {
        for text in ["%40", "%c3%bc", "%E6%9D%8E", "%F0%9F%99%82", "&#64;", "&commat;"] {
            for end in 1..text.len() {
                let whole = decode(&text.as_bytes()[..end]).is_some();
                assert_eq!(is_cut(&text.as_bytes()[..end]), !whole, "{text} {end}");
                assert!(ends_in_web(format!("some text {}", &text[..end]).as_bytes()));
            }
            assert!(!is_cut(text.as_bytes()) && !ends_in_web(text.as_bytes()), "{text}");
        }
        assert!(!ends_in_web(b"100% of it") && !ends_in_web(b"a & b") && !ends_in_web(b"50%x"));
    }
}
