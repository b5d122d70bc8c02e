//! Personal code of Estonia and Lithuania (isikukood, asmens kodas): sex and century, date of birth, three digits,
//! check digit.
//!
//! Source: Siseministeerium, EVS 585, <https://www.siseministeerium.ee>; Registrų centras,
//! <https://www.registrucentras.lt>. Weights 1 to 9, 1; where the sum modulo 11 is 10, weights 3 to 9, 1, 2, 3.

use super::{Check, digits, is_date, mod_11_twice, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    ((1..=8).contains(&d[0])
        && is_date(1800 + u32::from((d[0] - 1) / 2) * 100 + two(d[1], d[2]), two(d[3], d[4]), two(d[5], d[6]))
        && mod_11_twice(&d))
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["37505165852", "33212182629", "35312150327", "35106230514"],
        invalid: [("37505165853", "check digit"), ("3750516585", "one character less")],
        catches: 98,
    }
}
