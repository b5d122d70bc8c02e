//! Health number of Ontario: ten digits by Luhn, and perhaps a version of one or two letters.
//!
//! Source: Ontario Ministry of Health, <https://www.ontario.ca>. The check is not published by the ministry: rules
//! take it softly.

use super::{Check, all_same, alnum_up_to, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<12>(text) else { return Check::Invalid };
    let Some(d) = (len >= 10).then(|| digits::<10>(&c[..10])).flatten() else { return Check::Invalid };
    (d[0] != 0 && luhn(&d) && !all_same(&d) && c[10..len].iter().all(u8::is_ascii_uppercase)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["9366979855", "5043200715", "4438327720", "9324582759"],
        invalid: [("9366979856", "check digit"), ("936697985", "one character less")],
        catches: 100,
    }
}
