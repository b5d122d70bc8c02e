//! What a file of keys holds, and how it is written.
//!
//! ```toml
//! version = 1
//! active = "k2"
//! labels = "base64"           # hashes the labels of scopes, which may name a person
//!
//! [[keys]]
//! id = "k2"
//! secret = "base64"
//!
//! [[scopes]]
//! tag = "32 hex digits"       # the hash of the label
//! id = "s0123456789abcdef"
//! under = "k2"                # the key that wraps this one
//! wrapped = "base64"
//!
//! [[scopes]]                  # shredded: a stone, so that no other key takes its place
//! tag = "32 hex digits"
//! id = "s0123456789abcdef"
//! ```

use std::fmt::Write as _;

use privet_core::{Key, KeyError, KeyId, KeyProvider as _, KeyRing, ScopeTag};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use zeroize::Zeroizing;

use crate::error::ErrorKind;
use crate::generate::{generate, name};
use crate::text;

const HEAD: &str = "\
# Keys of Privet. Whoever reads this can reverse its tokens. Change it by `privet keys` only, and keep it out of backups:
# a key that was shredded is gone only if it is nowhere else.
version = 1
";

/// Bytes that an entry takes at most, about.
const ENTRY: usize = 512;

/// The keys of a file.
#[derive(Clone, Debug)]
pub(crate) struct Contents {
    pub(crate) ring: KeyRing,
    /// Hashes the labels of scopes; never rotated, so that stones are found.
    labels: Key,
}

impl Contents {
    /// One new key, `k1`.
    pub(crate) fn generate() -> Result<Self, ErrorKind> {
        let labels = generate("labels")?;
        Ok(Self { ring: KeyRing::with_labels(generate("k1")?, &labels), labels })
    }

    /// Makes a new key the active one, under that id or the next of `k1`, `k2`...
    pub(crate) fn rotate(&mut self, id: Option<&str>) -> Result<KeyId, ErrorKind> {
        let key = match id {
            Some(id) => generate(id)?,
            None => generate(&self.next_id())?,
        };
        let id = key.id().clone();
        self.ring.rotate(key)?;
        Ok(id)
    }

    /// Gives a scope a new key.
    pub(crate) fn add_scope(&mut self, label: &str) -> Result<KeyId, ErrorKind> {
        let key = generate(&format!("s{}", name::<8>()?))?;
        let id = key.id().clone();
        self.ring.add_scope(label, key)?;
        Ok(id)
    }

    /// Reads a file's text.
    pub(crate) fn parse(text: &str) -> Result<Self, ErrorKind> {
        let line = |at: usize| 1 + text.as_bytes()[..at.min(text.len())].iter().filter(|&&byte| byte == b'\n').count();
        parse(text).map_err(|(at, what)| ErrorKind::Form(line(at), what))
    }

    /// The text of a file that holds these keys; those of scopes under the active one.
    pub(crate) fn render(&self) -> Result<Zeroizing<String>, ErrorKind> {
        let entries = 2 + self.ring.old().len() + self.ring.scopes().count();
        // Of the whole size, so that no piece of it stays behind where it grew from.
        let mut out = Zeroizing::new(String::with_capacity(HEAD.len() + entries * ENTRY));
        let active = self.ring.active();
        out.push_str(HEAD);
        // Writing to memory cannot fail.
        let _ = writeln!(out, "active = \"{}\"\nlabels = \"{}\"", active.id(), *text::encode(self.labels.expose()));
        for key in self.ring.old().iter().chain([active]) {
            let secret = text::encode(key.expose());
            let _ = writeln!(out, "\n[[keys]]\nid = \"{}\"\nsecret = \"{}\"", key.id(), *secret);
        }
        for (tag, scope) in self.ring.scopes() {
            let _ = writeln!(out, "\n[[scopes]]\ntag = \"{}\"\nid = \"{}\"", text::hex(&tag.bytes()), scope.id());
            if let Some(key) = scope.key() {
                let wrapped = active.wrap(key).map_err(|error| KeyError::Unavailable(error.to_string()))?;
                let wrapped = text::encode(&wrapped);
                let _ = writeln!(out, "under = \"{}\"\nwrapped = \"{}\"", active.id(), *wrapped);
            }
        }
        Ok(out)
    }

    fn next_id(&self) -> String {
        let number = |key: &Key| key.id().as_str().strip_prefix('k').and_then(|number| number.parse::<u32>().ok());
        let last = self.ring.old().iter().chain([self.ring.active()]).filter_map(number).max();
        format!("k{}", u64::from(last.unwrap_or(0)) + 1)
    }
}

/// Where in the text something is wrong, and what.
type Wrong = (usize, &'static str);

fn parse(text: &str) -> Result<Contents, Wrong> {
    // The parser's own message might show a piece of the file.
    let table = DeTable::parse(text).map_err(|error| (error.span().map_or(0, |span| span.start), "this is no TOML"))?;
    let (top, table) = (0, table.into_inner());
    let known = |table: &DeTable<'_>, names: &[&str]| {
        let stray = table.keys().find(|key| !names.contains(&key.get_ref().as_ref()));
        stray.map_or(Ok(()), |key| Err((key.span().start, "this is no field of a file of keys")))
    };
    known(&table, &["version", "active", "labels", "keys", "scopes"])?;
    let version = table.get("version").and_then(|value| value.get_ref().as_integer());
    if version.is_none_or(|version| version.as_str() != "1") {
        return Err((top, "`version` is not 1"));
    }
    let labels = secret("labels", string(&table, "labels", top)?)?;
    let (mut active, mut old) = (None, Vec::new());
    let id = string(&table, "active", top)?.0;
    for (at, entry) in tables(&table, "keys")? {
        known(entry, &["id", "secret"])?;
        let key = secret(string(entry, "id", at)?.0, string(entry, "secret", at)?)?;
        if key.id().as_str() == id && active.is_none() {
            active = Some(key);
        } else {
            old.push((at, key));
        }
    }
    let mut ring = KeyRing::with_labels(active.ok_or((top, "`active` names no key"))?, &labels);
    for (at, key) in old {
        ring.add_old(key).map_err(|_| (at, "two keys have this id"))?;
    }
    for (at, entry) in tables(&table, "scopes")? {
        known(entry, &["tag", "id", "under", "wrapped"])?;
        let (id, id_at) = string(entry, "id", at)?;
        let (tag, tag_at) = string(entry, "tag", at)?;
        let tag = text::decode_hex(tag).ok_or((tag_at, "`tag` is not 32 hex digits"))?;
        let key = match entry.get("under").or(entry.get("wrapped")) {
            Some(_) => Some(unwrap(&ring, id, string(entry, "under", at)?, string(entry, "wrapped", at)?)?),
            None => None,
        };
        let id = KeyId::new(id).map_err(|_| (id_at, "this cannot be the id of a key"))?;
        let restored = ring.restore_scope(ScopeTag::new(tag), id, key);
        restored.map_err(|_| (at, "two scopes have this tag, or a key has its id"))?;
    }
    Ok(Contents { ring, labels })
}

/// The key of a scope, opened by the key that wraps it.
fn unwrap(ring: &KeyRing, id: &str, under: (&str, usize), wrapped: (&str, usize)) -> Result<Key, Wrong> {
    let outer = KeyId::new(under.0).ok().and_then(|id| ring.key(Some(&id)).ok());
    let outer = outer.ok_or((under.1, "`under` names no key"))?;
    let bytes = text::decode_base64(wrapped.0).ok_or((wrapped.1, "`wrapped` is no base64"))?;
    outer.unwrap_key(id, &bytes).map_err(|_| (wrapped.1, "this key is damaged, or under another one"))
}

fn secret(id: &str, (text, at): (&str, usize)) -> Result<Key, Wrong> {
    let bytes = text::decode_base64(text).ok_or((at, "this key is no base64"))?;
    Key::new(id, bytes).map_err(|_| (at, "this key is shorter than 16 bytes, or has an id that none can have"))
}

/// A field's text and place.
fn string<'t>(table: &'t DeTable<'_>, field: &'static str, at: usize) -> Result<(&'t str, usize), Wrong> {
    let value = table.get(field).ok_or((at, missing(field)))?;
    let text = value.get_ref().as_str().ok_or((value.span().start, "this is no string"))?;
    Ok((text, value.span().start))
}

fn missing(field: &'static str) -> &'static str {
    match field {
        "active" => "`active` is missing",
        "labels" => "`labels` is missing",
        "id" => "`id` is missing",
        "secret" => "`secret` is missing",
        "tag" => "`tag` is missing",
        "under" => "`under` is missing",
        _ => "`wrapped` is missing",
    }
}

/// A field's tables with their places; none where there is no such field.
fn tables<'t, 'i>(table: &'t DeTable<'i>, field: &'static str) -> Result<Vec<(usize, &'t DeTable<'i>)>, Wrong> {
    let Some(list) = table.get(field) else { return Ok(Vec::new()) };
    let items = list.get_ref().as_array().ok_or((list.span().start, "this is no list of tables"))?;
    let table = |item: &'t Spanned<DeValue<'i>>| {
        let at = item.span().start;
        item.get_ref().as_table().map(|table| (at, table)).ok_or((at, "this is no table"))
    };
    items.iter().map(table).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Contents {
        let mut contents = Contents::generate().unwrap();
        contents.add_scope("subject:1").unwrap();
        contents.add_scope("subject:2").unwrap();
        contents.rotate(None).unwrap();
        contents.rotate(Some("2026-06")).unwrap();
        contents.ring.shred("subject:2").unwrap();
        contents
    }

    #[test]
    fn what_is_written_is_read() {
        let contents = filled();
        let text = contents.render().unwrap();
        assert!(!text.contains("subject") && text.len() < text.capacity());
        let read = Contents::parse(&text).unwrap();
        assert_eq!(*read.render().unwrap(), *text);
        assert_eq!(read.ring.active().id().as_str(), "2026-06");
        assert_eq!(read.ring.active().expose(), contents.ring.active().expose());
        assert_eq!(
            read.ring.scoped("subject:1").unwrap().expose(),
            contents.ring.scoped("subject:1").unwrap().expose()
        );
        assert_eq!(read.ring.scoped("subject:2").unwrap_err(), KeyError::Shredded);
        assert_eq!(read.ring.scoped("subject:3").unwrap_err(), KeyError::NoScope);
        assert_eq!(read.next_id(), "k3");
    }

    #[test]
    fn mistakes_are_told_with_their_line_and_without_the_text() {
        let contents = filled();
        let text = contents.render().unwrap();
        let line_of = |part: &str| 1 + text[..text.find(part).unwrap()].matches('\n').count();
        for (from, to, message) in [
            ("version = 1", "version = 2", "line 1: `version` is not 1".to_owned()),
            ("version = 1", "version", format!("line {}: this is no TOML", line_of("version = 1"))),
            ("active = \"2026-06\"", "active = \"k9\"", "line 1: `active` names no key".to_owned()),
            ("active =", "actve =", format!("line {}: this is no field of a file of keys", line_of("active ="))),
            ("id = \"k2\"", "id = \"k1\"", format!("line {}: two keys have this id", line_of("id = \"k2\"") - 1)),
            (
                "under = \"2026-06\"",
                "under = \"k1\"",
                format!("line {}: this key is damaged, or under another one", line_of("wrapped =")),
            ),
            ("under = \"2026-06\"", "under = \"k7\"", format!("line {}: `under` names no key", line_of("under ="))),
            ("under = \"2026-06\"", "", format!("line {}: `under` is missing", line_of("under =") - 3)),
            ("tag = \"", "tag = \"x", format!("line {}: `tag` is not 32 hex digits", line_of("tag ="))),
            ("secret = \"", "secret = \"!", format!("line {}: this key is no base64", line_of("secret ="))),
        ] {
            assert!(text.contains(from), "{from}");
            let error = Contents::parse(&text.replacen(from, to, 1)).unwrap_err();
            assert_eq!(error.to_string(), message);
        }
        for end in (0..text.len()).step_by(7) {
            // Cut between two entries it is a file of fewer keys, and else none; it does no harm.
            let shown = format!("{:?}", Contents::parse(&text[..end]));
            assert!(!shown.contains(&**text::encode(contents.ring.active().expose())), "{shown}");
        }
        let twice = text.replacen("[[scopes]]", "[[scopes]]\n[[scopes]]", 1);
        assert!(Contents::parse(&twice).is_err());
        assert!(Contents::parse("").is_err());
    }
}
