//! JSON string escapes (RFC 8259 §7), wherever they stand: the structure around them is not looked at.

/// Bytes of a surrogate pair.
const PAIR: usize = 12;

/// Reads the escape at the start of `text`: the character and the bytes it took. `None` when it is no escape.
pub(super) fn decode(text: &[u8]) -> Option<(char, usize)> {
    let plain = |byte| Some((char::from(byte), 2));
    match (text.first()?, text.get(1)?) {
        (b'\\', b'n') => plain(b'\n'),
        (b'\\', b't') => plain(b'\t'),
        (b'\\', b'r') => plain(b'\r'),
        (b'\\', b'b') => plain(8),
        (b'\\', b'f') => plain(12),
        (b'\\', &byte @ (b'"' | b'\\' | b'/')) => plain(byte),
        (b'\\', b'u') => unicode(text),
        _ => None,
    }
}

/// The first character that is no white space.
pub(super) fn first(mut text: &[u8]) -> Option<char> {
    loop {
        let (character, len) = decode(text).or_else(|| Some((char::from(*text.first()?), 1)))?;
        if !character.is_ascii_whitespace() {
            return Some(character);
        }
        text = &text[len..];
    }
}

fn unicode(text: &[u8]) -> Option<(char, usize)> {
    let first = unit(text)?;
    if let Some(character) = char::from_u32(first) {
        return Some((character, 6));
    }
    let second = unit(text.get(6..)?).filter(|low| (0xdc00..0xe000).contains(low) && first < 0xdc00)?;
    let character = char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))?;
    Some((character, PAIR))
}

/// The code unit of `\uXXXX` at the start of `text`.
pub(super) fn unit(text: &[u8]) -> Option<u32> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, &digit| Some(unit << 4 | char::from(digit).to_digit(16)?))
}

/// Appends text as it stands in a string.
pub(super) fn encode(text: &[u8], out: &mut Vec<u8>) {
    for &byte in text {
        match byte {
            b'"' | b'\\' => out.extend([b'\\', byte]),
            b'\n' => out.extend(b"\\n"),
            b'\r' => out.extend(b"\\r"),
            b'\t' => out.extend(b"\\t"),
            0..b' ' => out.extend(format!("\\u{byte:04x}").as_bytes()),
            _ => out.push(byte),
        }
    }
}

/// True when the end of `text` cuts the escape at its start.
pub(super) fn is_cut(text: &[u8]) -> bool {
    match text {
        [b'\\'] => true,
        [b'\\', b'u', digits @ ..] if digits.iter().take(4).all(u8::is_ascii_hexdigit) => {
            digits.len() < 4
                || unit(text).is_some_and(|unit| (0xd800..0xdc00).contains(&unit)) && is_low_cut(&text[6..])
        }
        _ => false,
    }
}

fn is_low_cut(text: &[u8]) -> bool {
    text.is_empty() || (text.len() < 6 && is_cut(text))
}
