//! Spellings that hide a value from a plain search and not from a reader or a parser.

use super::record::Value;
use super::{Identifier, Labelled, Rng, Sample, Strength, frames};

/// Text with no space between it and the value.
const ADJACENT: [&str; 5] = [
    "{w}的号码是{v}谢谢",
    "{w}は{v}です",
    "{w}คือ{v}ครับ",
    r#"{"type":"chat","text":"我的{w}为{v}请更新"}"#,
    "{w}は「{v}」になります",
];

/// A record with `sample` hidden in one of the usual ways.
pub(crate) fn hidden(rng: &mut Rng, identifier: &Identifier, sample: &Sample) -> Labelled {
    let label = Some(identifier.entity);
    let plain = Value::new(&sample.plain);
    // A token is copied by programs: nobody types it in full width or groups it.
    let is_typed = identifier.strength != Strength::Shape || identifier.entity == "PHONE_NUMBER";
    match rng.below(5) {
        0 if is_typed => frames::named(rng, identifier, &plain.map(full_width), label),
        1 if is_typed && sample.shaped.as_ref().is_some_and(|text| text.contains([' ', '-'])) => {
            let shaped = sample.shaped.as_deref().unwrap_or_default();
            let (space, hyphen) =
                (rng.pick(&['\u{a0}', '\u{202f}', '\u{2009}']), rng.pick(&['\u{2011}', '\u{2010}', '\u{2013}']));
            let value = Value::new(shaped).map(|c| match c {
                ' ' => space.to_string(),
                '-' => hyphen.to_string(),
                other => other.to_string(),
            });
            frames::named(rng, identifier, &value, label)
        }
        2 => {
            let value = zero_width(rng, &plain);
            frames::named(rng, identifier, &value, label)
        }
        // Next to an international address nobody could say where it ends.
        3 if plain.core.is_ascii() => {
            let template = rng.pick(&ADJACENT);
            frames::custom(rng, template, identifier, &plain, label)
        }
        _ => {
            let whole = rng.one_in(2);
            let value = plain.map(|c| if whole || !c.is_ascii_alphabetic() { escape(c) } else { c.to_string() });
            frames::keyed(rng, identifier, &value, label)
        }
    }
}

fn full_width(c: char) -> String {
    match c.to_digit(10).and_then(|digit| char::from_u32(0xff10 + digit)) {
        Some(wide) => wide.to_string(),
        None => c.to_string(),
    }
}

/// One to three invisible characters inside the value, never at its ends.
fn zero_width(rng: &mut Rng, value: &Value) -> Value {
    let invisible = rng.pick(&['\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}']);
    let mut core: Vec<char> = value.core.chars().collect();
    for _ in 0..rng.range(1, 3) {
        let place = rng.range(1, core.len() as u64 - 1) as usize;
        core.insert(place, invisible);
    }
    Value { core: core.into_iter().collect(), ..value.clone() }
}

fn escape(c: char) -> String {
    let mut units = [0; 2];
    c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        assert_eq!(full_width('7'), "７");
        assert_eq!(escape('@'), "\\u0040");
        let mut rng = Rng::new(1);
        let value = zero_width(&mut rng, &Value::new("1234"));
        assert!(value.core.starts_with('1') && value.core.ends_with('4') && value.core.len() > 4);
    }
}
