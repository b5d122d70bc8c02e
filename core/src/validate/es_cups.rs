//! Supply point of Spain (CUPS): ES, sixteen digits, two check letters, perhaps a point of measurement.
//!
//! Source: Comisión Nacional de los Mercados y la Competencia, <https://www.cnmc.es>. The remainder of the digits
//! by 529, in base 23 in the letters of the NIF.

use super::{Check, alnum_up_to, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<22>(text) else { return Check::Invalid };
    let Some(body) = c[..len].strip_prefix(b"ES").filter(|body| matches!(body.len(), 18 | 20)) else {
        return Check::Invalid;
    };
    let Some(d) = digits::<16>(&body[..16]) else { return Check::Invalid };
    let rest = (number(&d) % 529) as usize;
    let letters = b"TRWAGMYFPDXBNJZSQVHLCKE";
    (body[16] == letters[rest / 23] && body[17] == letters[rest % 23]).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["ES6727218770514993XS", "ES1423940863256089NA", "ES7824012918537044RK", "ES5921507683754263WV"],
        invalid: [("ES6727218770514994XS", "check digit"), ("ES6727218770514993X", "one character less")],
        catches: 100,
    }
}
