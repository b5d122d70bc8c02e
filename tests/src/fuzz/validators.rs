//! Validators answer whatever the bytes.

use privet_core::VALIDATORS;

use super::input::text;

/// No validator panics, and each gives the same answer twice, for the input and for the text it stands for.
pub fn validator_laws(data: &[u8]) {
    let text = text(data);
    for validator in VALIDATORS {
        for text in [data, &text] {
            let text = &text[..text.len().min(1 << 10)];
            let answer = (validator.check)(text);
            assert_eq!(answer, (validator.check)(text), "{} has two answers", validator.name);
        }
    }
}
