//! BIS number of Belgium: a national number for people who are not in the national register.
//!
//! Source: Royal Decree of 8 February 1991 on the composition of the identification number of people not in the national
//! register, Crossroads Bank for Social Security, <https://www.ksz-bcss.fgov.be>. As the national number, but the month is raised by
//! 40, or by 20 when the sex was not known.
//! Proves what the national number's check proves.

use super::{Check, be_nn, digits, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    let month = match two(d[2], d[3]) {
        raised @ 20..=32 => raised - 20,
        raised @ 40..=52 => raised - 40,
        _ => return Check::Invalid,
    };
    be_nn::born(&d, month).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["98.47.28-997.65", "75272500143", "75-47-25 001 86"],
        invalid: [
            ("98472899766", "check digits"),
            ("85073003328", "a national number"),
            ("98532899710", "month 53"),
            ("98473299742", "day 32"),
            ("9847289976", "10 digits"),
        ],
        catches: 99,
    }
}
