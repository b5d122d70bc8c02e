//! What our transforms leave in a text, and how it is told from what was there before.
//!
//! | marker | left by |
//! |---|---|
//! | `[ENTITY]`, `[REDACTED]` | the name of the entity, the fixed marker |
//! | `[ENTITY:key-id:32 hex digits]` | the hash |
//! | `[ENTITY:key-id:t:base64url]` | the token |
//! | `[ENTITY:key-id:e:base64url]` | the encrypted value |
//!
//! The letter tells the kind, because no hash holds a colon. Base64 is that of RFC 4648 §5, without padding.

use base64ct::{Base64UrlUnpadded, Encoding as _};

use crate::key::KeyId;

/// Most bytes of the name of an entity.
const LONGEST_ENTITY: usize = 64;

/// Hex digits of a hash.
pub(super) const HASH_DIGITS: usize = 32;

/// Fewest bytes of a token: the synthetic vector, or a nonce and a tag.
const LEAST_PAYLOAD: usize = 16;

/// Which transform left a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MarkerKind {
    /// The name of an entity or `REDACTED`: nothing is left of the value.
    Name,
    /// A hash: one way.
    Hash,
    /// A token: reversed by its key.
    Token,
    /// An encrypted value: reversed by its key.
    Encrypted,
}

/// A marker, taken apart. Its parts are what the text says: only a key can tell whether a token is real.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Marker<'a> {
    /// Which transform left it.
    pub kind: MarkerKind,
    /// The entity, or `REDACTED`.
    pub entity: &'a str,
    /// The id of the key, but for a name.
    pub key_id: Option<&'a str>,
    /// The digits of a hash, the letters of a token.
    payload: &'a str,
    /// Bytes of the marker, brackets included.
    pub len: usize,
}

/// True when the text is one whole marker of our transforms: for whoever masks a second time, and leaves those as they are.
///
/// What stands in brackets can be forged: a pipeline that takes texts from strangers asks [`Marker::parse`] for the
/// entity and the id, and skips only those that it knows.
pub fn is_marker(text: &[u8]) -> bool {
    Marker::parse(text).is_some_and(|marker| marker.len == text.len())
}

impl<'a> Marker<'a> {
    /// The marker that `text` starts with.
    ///
    /// Cost: the length of the marker, or of what looks like the start of one.
    pub fn parse(text: &'a [u8]) -> Option<Self> {
        let inner = text.strip_prefix(b"[")?;
        let (entity, rest) = part(inner, is_entity_byte);
        if entity.is_empty() || entity.len() > LONGEST_ENTITY || !entity.as_bytes()[0].is_ascii_uppercase() {
            return None;
        }
        let marker = |kind, key_id, payload, rest: &[u8]| {
            let rest = rest.strip_prefix(b"]")?;
            Some(Self { kind, entity, key_id, payload, len: text.len() - rest.len() })
        };
        let Some(rest) = rest.strip_prefix(b":") else { return marker(MarkerKind::Name, None, "", rest) };
        let (id, rest) = part(rest, |byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        let rest = rest.strip_prefix(b":").filter(|_| KeyId::is_valid(id.as_bytes()))?;
        for (letter, kind) in [(b"t:", MarkerKind::Token), (b"e:", MarkerKind::Encrypted)] {
            if let Some(rest) = rest.strip_prefix(letter) {
                let (payload, rest) = part(rest, |byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
                let real = payload.len() >= encoded_len(LEAST_PAYLOAD) && payload.len() % 4 != 1;
                return if real { marker(kind, Some(id), payload, rest) } else { None };
            }
        }
        let (digits, rest) = part(rest, |byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        if digits.len() == HASH_DIGITS { marker(MarkerKind::Hash, Some(id), digits, rest) } else { None }
    }

    /// The bytes of a token or an encrypted value; none of the others.
    pub(super) fn payload(&self) -> Option<Vec<u8>> {
        match self.kind {
            MarkerKind::Token | MarkerKind::Encrypted => Base64UrlUnpadded::decode_vec(self.payload).ok(),
            _ => None,
        }
    }
}

impl std::fmt::Debug for Marker<'_> {
    /// Shows whose it is, and not the payload: what a text says is a payload may be anything.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Marker").field("kind", &self.kind).field("len", &self.len).finish_non_exhaustive()
    }
}

/// Appends the marker of a token or an encrypted value: `head` is `[ENTITY:key-id:` and the letter with its colon.
pub(super) fn write(head: &str, payload: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(head.as_bytes());
    let start = out.len();
    out.resize(start + encoded_len(payload.len()), 0);
    let written = Base64UrlUnpadded::encode(payload, &mut out[start..]).map(str::len);
    debug_assert_eq!(written.ok(), Some(out.len() - start), "the length of base64 is known");
    out.push(b']');
}

fn encoded_len(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

fn is_entity_byte(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_'
}

/// The bytes up to the first one that is not `of` the part, and the rest. They are ASCII by what `of` takes.
fn part(text: &[u8], of: impl Fn(u8) -> bool) -> (&str, &[u8]) {
    let len = text.iter().take_while(|&&byte| of(byte)).count();
    let (part, rest) = text.split_at(len);
    (std::str::from_utf8(part).unwrap_or_default(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_told_apart() {
        let hash = format!("[US_SSN:k1:{}]", "0a".repeat(16));
        let token = format!("[US_SSN:k-1.x:t:{}]", "A_-9".repeat(8));
        let encrypted = token.replace(":t:", ":e:");
        for (text, kind, id) in [
            ("[US_SSN]", MarkerKind::Name, None),
            ("[REDACTED]", MarkerKind::Name, None),
            (&hash, MarkerKind::Hash, Some("k1")),
            (&token, MarkerKind::Token, Some("k-1.x")),
            (&encrypted, MarkerKind::Encrypted, Some("k-1.x")),
        ] {
            let within = format!("{text} and more]");
            let marker = Marker::parse(within.as_bytes()).unwrap();
            assert_eq!((marker.kind, marker.key_id, marker.len), (kind, id, text.len()), "{text}");
            assert!(is_marker(text.as_bytes()) && !is_marker(within.as_bytes()));
            for end in 0..text.len() {
                assert!(!is_marker(&text.as_bytes()[..end]), "{text} cut at {end}");
            }
        }
    }

    #[test]
    fn anything_else_is_no_marker() {
        let long = format!("[{}]", "A".repeat(65));
        let hex = "0a".repeat(16);
        for text in [
            "",
            "[]",
            "[us_ssn]",
            "[1A]",
            "[A B]",
            "[A:k1]",
            "[A:k1:]",
            "[A:k1:0a]",
            "[A:k1:t:]",
            "[A:k1:t:AAAA]",
            &long,
            &format!("[A::{hex}]"),
            &format!("[A:k1:{}]", hex.to_uppercase()),
            &format!("[A:k1:{hex}0]"),
            &format!("[A:k1:x:{hex}]"),
            &format!("[A:{}:{hex}]", "k".repeat(33)),
            &format!("[A:k1:t:{hex}=]"),
        ] {
            assert!(!is_marker(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn any_bytes_are_read_without_harm() {
        let mut random = crate::transform::tests::Seeded(6);
        let letters = b"[[]:::AZ_09azt-.\xff\\";
        for _ in 0..20_000 {
            let text: Vec<u8> = (0..random.below(60)).map(|_| letters[random.below(letters.len())]).collect();
            if let Some(marker) = Marker::parse(&text) {
                assert!(marker.len <= text.len() && is_marker(&text[..marker.len]));
            }
        }
    }

    #[test]
    fn payloads_of_any_length_come_back() {
        for len in LEAST_PAYLOAD..100 {
            let payload: Vec<u8> = (0..len).map(|at| (at * 37) as u8).collect();
            let mut out = Vec::new();
            write("[A:k:t:", &payload, &mut out);
            assert!(is_marker(&out), "{len}");
            assert_eq!(Marker::parse(&out).unwrap().payload().unwrap(), payload);
        }
    }
}
