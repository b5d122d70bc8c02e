//! Lines of pairs, and a second reader of them, character by character.

use super::{Part, values};
use crate::corpus::Rng;

/// A few lines.
pub(super) fn make(rng: &mut Rng) -> Vec<u8> {
    let mut out = String::new();
    for _ in 0..1 + rng.below(4) {
        for nth in 0..rng.below(7) {
            out.push_str(if nth == 0 { "" } else { " " });
            let text = values::value(rng);
            if rng.one_in(6) {
                out.push_str(&text.replace('\n', " "));
                continue;
            }
            out.push_str(&format!("{}=", values::name(rng)));
            if text.contains([' ', '"', '\n', '\t', '=', '\\']) || rng.one_in(3) {
                out.push('"');
                values::write(text, rng, &mut out, |character, second| match character {
                    '"' | '\\' => format!("\\{character}"),
                    '\n' => "\\n".to_owned(),
                    '\t' => "\\t".to_owned(),
                    _ if second => {
                        character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
                    }
                    _ => character.to_string(),
                });
                out.push('"');
            } else {
                out.push_str(text);
            }
        }
        out.push('\n');
    }
    out.into_bytes()
}

/// Keys, values, and the text between pairs.
pub(super) fn read(payload: &[u8]) -> Option<Vec<Part>> {
    let text = std::str::from_utf8(payload).ok()?;
    // What readers take for the end of a line, or of a word, differs.
    if text.contains(|character: char| character.is_control() && character != '\n') {
        return None;
    }
    let mut parts = Vec::new();
    for line in text.split('\n') {
        parts.push(Part::Sign('\n'));
        let mut words = String::new();
        let mut rest = line.trim_start_matches(' ');
        while !rest.is_empty() {
            let word = &rest[..rest.find(' ').unwrap_or(rest.len())];
            let key = word.split(['=', '"']).next().unwrap_or_default();
            if key.is_empty() || !word[key.len()..].starts_with('=') {
                words.push_str(word);
                words.push(' ');
                rest = rest[word.len()..].trim_start_matches(' ');
                continue;
            }
            flush(&mut words, &mut parts);
            parts.push(Part::Name(key.into()));
            let value = &rest[key.len() + 1..];
            let open = || value.starts_with('"').then(|| (Part::Name(value.into()), ""));
            let (value, after) = quoted(value).or_else(open).unwrap_or_else(|| {
                let end = value.find(' ').unwrap_or(value.len());
                (Part::Value(value[..end].into()), &value[end..])
            });
            parts.push(value);
            rest = after.trim_start_matches(' ');
        }
        flush(&mut words, &mut parts);
    }
    Some(parts)
}

fn flush(words: &mut String, parts: &mut Vec<Part>) {
    if !words.is_empty() {
        parts.push(Part::Name(std::mem::take(words).into_bytes()));
    }
}

/// The value in quotes at the start, its escapes read, and what follows.
fn quoted(text: &str) -> Option<(Part, &str)> {
    let mut characters = text.strip_prefix('"')?.char_indices();
    let mut end = None;
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => {
                end = Some(1 + at);
                break;
            }
            '\\' => drop(characters.next()),
            _ => {}
        }
    }
    let (inside, after) = (&text[1..end?], &text[end? + 1..]);
    // A value with an escape that JSON does not know is seen as it stands.
    let value = serde_json::from_str::<String>(&format!("\"{inside}\""));
    Some((value.map_or_else(|_| Part::Name(inside.into()), |value| Part::Value(value.into_bytes())), after))
}
