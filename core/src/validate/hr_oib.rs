//! Personal identification number of Croatia (OIB): eleven digits.
//!
//! Source: Porezna uprava, <https://www.porezna-uprava.hr>. ISO 7064 MOD 11,10.

use super::{Check, all_same, digits, inner_digits, mod_11_10};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(inner_digits(text)) else { return Check::Invalid };
    (mod_11_10(&d) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["30856990711", "79292595659", "01561002596", "23152761619"],
        invalid: [("30856990712", "check digit"), ("3085699071", "one character less")],
        catches: 100,
    }
}
