//! Values within a payload that are base64 of a text.

use super::{decode, encode};

/// Shortest value that is looked at for base64, in bytes: 18 of text.
pub(crate) const MIN_WRAPPED: usize = 24;

/// A byte of base64, of either alphabet.
pub(crate) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/-_=".contains(&byte)
}

/// The base64 that a value of a JSON text is, without the escapes that its slashes and signs may have; `None` for a value
/// with others. `buffer` holds it where it is not the value itself.
pub(crate) fn unescaped<'v>(value: &'v [u8], buffer: &'v mut Vec<u8>) -> Option<&'v [u8]> {
    let Some(first) = memchr::memchr(b'\\', value) else { return Some(value) };
    buffer.clear();
    buffer.extend_from_slice(&value[..first]);
    let mut rest = &value[first..];
    while let Some((&byte, more)) = rest.split_first() {
        rest = more;
        if byte != b'\\' {
            buffer.push(byte);
            continue;
        }
        // In JSON within JSON an escape is escaped itself.
        rest = &rest[rest.iter().take_while(|&&byte| byte == b'\\').count()..];
        match rest {
            [b'/', ..] => {}
            [b'u', b'0', b'0', high, low, more @ ..] => {
                buffer.push(match [*high, low.to_ascii_lowercase()] {
                    [b'2', b'b'] => b'+',
                    [b'2', b'f'] => b'/',
                    [b'3', b'd'] => b'=',
                    _ => return None,
                });
                rest = more;
            }
            _ => return None,
        }
    }
    Some(buffer)
}

/// Decodes a value into `plain`, which is emptied first, when all of it is base64 of a text. False for what is too short to
/// be told, and for keys, digests and the like, which are no text.
pub(crate) fn unpacks(value: &[u8], plain: &mut Vec<u8>) -> bool {
    let Some(head) = value.get(..MIN_WRAPPED) else { return false };
    // Most of what is no text is told from the beginning.
    let is_head = |plain: &mut Vec<u8>| decode(head, plain).is_ok() && is_text(plain, false);
    head.iter().all(|&byte| is_letter(byte))
        && (value.len() == MIN_WRAPPED || is_head(plain))
        && value.iter().all(|&byte| is_letter(byte))
        && decode(value, plain).is_ok()
        && is_text(plain, true)
}

/// Appends `plain` in the base64 that `old` is.
pub(crate) fn pack_text(old: &[u8], plain: &[u8], out: &mut Vec<u8>) {
    encode(old, plain, out);
}

/// True for characters that a text has. The last one may be cut where this is not all.
fn is_text(bytes: &[u8], all: bool) -> bool {
    let laid_out = |character: char| !character.is_control() || matches!(character, '\t' | '\n' | '\r');
    let whole = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if !all && error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    whole.chars().all(laid_out)
}
