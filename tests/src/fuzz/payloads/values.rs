//! What made-up payloads hold.

use crate::corpus::Rng;

/// Personal data: all of it is masked by a default policy wherever it stands.
pub(super) const PERSONAL: [&str; 6] = [
    "ann.lee@example.com",
    "4111 1111 1111 1111",
    "jürgen@bücher.example",
    "call +1 212 555 0143 today",
    "mail ann.lee@example.com, or bob@example.org",
    "123-45-6789",
];

const PLAIN: [&str; 14] = [
    "",
    "x",
    "a longer text, with a comma",
    "42",
    "-1.5e3",
    "\"quoted\" and 'so'",
    "back\\slash",
    "a=b&c=d",
    "<b> & </b>",
    "two\nlines",
    "tab\there",
    "naïve 李 🙂",
    "[no json]",
    "100%; semi | bar",
];

const NAMES: [&str; 10] = ["id", "name", "email", "ssn", "card", "note", "a", "phone", "x_1", "created"];

/// A value.
pub(super) fn value(rng: &mut Rng) -> &'static str {
    if rng.one_in(3) { rng.pick(&PERSONAL) } else { rng.pick(&PLAIN) }
}

/// A name for a value.
pub(super) fn name(rng: &mut Rng) -> &'static str {
    rng.pick(&NAMES)
}

/// Appends a text, each character as `encode` writes it; some by its second way.
pub(super) fn write(text: &str, rng: &mut Rng, out: &mut String, encode: impl Fn(char, bool) -> String) {
    let often = rng.pick(&[2, 20, 1000]);
    text.chars().for_each(|character| out.push_str(&encode(character, rng.one_in(often))));
}
