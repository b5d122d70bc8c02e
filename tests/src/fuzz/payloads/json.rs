//! JSON, and serde_json's view of it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Part, values};
use crate::corpus::Rng;

/// One JSON text, now and then several in a row.
pub(super) fn make(rng: &mut Rng) -> Vec<u8> {
    let mut out = String::new();
    for _ in 0..rng.pick(&[1, 1, 1, 3]) {
        text(rng, 4, &mut out);
        out.push_str(rng.pick(&["\n", " "]));
    }
    out.into_bytes()
}

fn text(rng: &mut Rng, depth: u64, out: &mut String) {
    let kind = if depth == 0 { 4 + rng.below(4) } else { rng.below(8) };
    match kind {
        0 | 1 => items(rng, "{", "}", out, |rng, out| {
            let key = if rng.one_in(8) { values::value(rng) } else { values::name(rng) };
            string(key, rng, out);
            out.push_str(rng.pick(&[":", " : "]));
            text(rng, depth - 1, out);
        }),
        2 => items(rng, "[", "]", out, |rng, out| text(rng, depth - 1, out)),
        3 => {
            let mut inner = String::new();
            items(rng, "[", "]", &mut inner, |rng, out| text(rng, depth - 1, out));
            string(&inner, rng, out);
        }
        4 => out.push_str(rng.pick(&["4111111111111111", "0", "-1.5e3", "12345678901234567890123", "7.0"])),
        5 => out.push_str(rng.pick(&["true", "false", "null"])),
        _ => string(values::value(rng), rng, out),
    }
}

fn items(rng: &mut Rng, open: &str, close: &str, out: &mut String, each: impl Fn(&mut Rng, &mut String)) {
    out.push_str(open);
    for nth in 0..rng.below(5) {
        out.push_str(if nth == 0 { "" } else { rng.pick(&[",", ", ", "\n,"]) });
        each(rng, out);
    }
    out.push_str(close);
}

fn string(text: &str, rng: &mut Rng, out: &mut String) {
    out.push('"');
    values::write(text, rng, out, |character, second| match character {
        '"' | '\\' if !second => format!("\\{character}"),
        '\n' if !second => "\\n".to_owned(),
        _ if !second && character >= ' ' => character.to_string(),
        _ => character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    });
    out.push('"');
}

/// The values of all texts, in order, keys and those of JSON in strings among them.
pub(super) fn read(payload: &[u8]) -> Option<Vec<Part>> {
    parts::<true>(payload)
}

/// As [`read`], with strings as they are, whatever they hold.
pub(super) fn surface(payload: &[u8]) -> Option<Vec<Part>> {
    parts::<false>(payload)
}

fn parts<const DEEP: bool>(payload: &[u8]) -> Option<Vec<Part>> {
    let texts = serde_json::Deserializer::from_slice(payload).into_iter::<Parts<DEEP>>();
    let parts: Result<Vec<Parts<DEEP>>, _> = texts.collect();
    Some(parts.ok()?.into_iter().flat_map(|parts| parts.0).collect())
}

struct Parts<const DEEP: bool>(Vec<Part>);

impl<'de, const DEEP: bool> Deserialize<'de> for Parts<DEEP> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut parts = Vec::new();
        deserializer.deserialize_any(All::<DEEP>(&mut parts))?;
        Ok(Self(parts))
    }
}

struct All<'p, const DEEP: bool>(&'p mut Vec<Part>);

impl<const DEEP: bool> All<'_, DEEP> {
    fn value<E>(self, text: &dyn fmt::Display) -> Result<(), E> {
        self.0.push(Part::Value(text.to_string().into_bytes()));
        Ok(())
    }

    fn sign<E>(self, sign: char) -> Result<(), E> {
        self.0.push(Part::Sign(sign));
        Ok(())
    }
}

impl<'de, const DEEP: bool> Visitor<'de> for All<'_, DEEP> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.sign('0')
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.sign(if value { '+' } else { '-' })
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.value(&value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.value(&value)
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.value(&value)
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        let holds_json = DEEP && value.trim_start().starts_with(['{', '[']);
        match serde_json::from_str::<Parts<DEEP>>(value) {
            // Its signs are no structure of ours: where it was no JSON before, masking may make it some.
            Ok(inner) if holds_json => self.0.extend(inner.0.into_iter().map(|part| match part {
                Part::Sign(sign) => Part::Value(sign.to_string().into_bytes()),
                part => part,
            })),
            // Half of a pair makes it no JSON for this reader, but does for us: new text may be escaped there.
            Err(_) if holds_json => self.0.push(Part::Name(value.into())),
            _ => self.value::<E>(&value)?,
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.0.push(Part::Sign('['));
        while let Some(item) = items.next_element::<Parts<DEEP>>()? {
            self.0.extend(item.0);
        }
        self.sign(']')
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        self.0.push(Part::Sign('{'));
        while let Some(key) = entries.next_key::<String>()? {
            self.0.push(Part::Value(key.into_bytes()));
            self.0.extend(entries.next_value::<Parts<DEEP>>()?.0);
        }
        self.sign('}')
    }
}
