//! Keys as text: base64, with or without padding, of either alphabet, or hex digits.

use base64ct::{Base64, Base64Unpadded, Base64UrlUnpadded, Encoding as _};
use zeroize::Zeroizing;

/// The bytes that a text stands for. A text of nothing but an even number of hex digits is read as such.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_ascii();
    let bare = text.trim_end_matches('=');
    if bare.is_empty() {
        return None;
    }
    if text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let digits = text.bytes().map(|digit| char::from(digit).to_digit(16).map(|value| value as u8));
        let digits = Zeroizing::new(digits.collect::<Option<Vec<u8>>>()?);
        return Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect());
    }
    Base64Unpadded::decode_vec(bare).or_else(|_| Base64UrlUnpadded::decode_vec(bare)).ok()
}

/// The bytes of base64 with padding.
pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    Base64::decode_vec(text).ok()
}

/// Bytes in base64 with padding.
pub(crate) fn encode(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(Base64::encode_string(bytes))
}

/// The bytes of hex digits.
pub(crate) fn decode_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// Bytes in hex digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_key() {
        let bytes: Vec<u8> = (0..32).map(|at| at * 8 + 7).collect();
        let base64 = encode(&bytes);
        let url = base64.replace('+', "-").replace('/', "_");
        for text in [&*base64, &url, base64.trim_end_matches('='), &format!(" {}\n", *base64), &hex(&bytes)] {
            assert_eq!(decode(text).as_deref(), Some(&bytes[..]), "{text}");
        }
        assert_eq!(decode_base64(&base64), Some(bytes.clone()));
        assert_eq!(decode_hex::<32>(&hex(&bytes)).map(|b| b.to_vec()), Some(bytes));
        for text in ["", "=", "a b", "ключ", "abcde"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode_hex::<2>("00é"), None);
    }
}
