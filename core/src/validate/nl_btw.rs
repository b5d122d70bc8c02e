//! VAT number of the Netherlands: NL, nine digits, B, two digits.
//!
//! Source: Belastingdienst, <https://www.belastingdienst.nl>. Until 2020 a BSN by the test of eleven; since then
//! all of it by ISO 7064 MOD 97-10.

use super::{Check, all_same, alnum_up_to, digits, mod_97_10, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<14>(text) else { return Check::Invalid };
    let body = c[..len].strip_prefix(b"NL").unwrap_or(&c[..len]);
    let Some((Some(d), Some(_))) =
        (body.len() == 12 && body[9] == b'B').then(|| (digits::<9>(&body[..9]), digits::<2>(&body[10..])))
    else {
        return Check::Invalid;
    };
    let eleven = (weighted_sum(&d, &[9, 8, 7, 6, 5, 4, 3, 2]) + 10 * u32::from(d[8])).is_multiple_of(11);
    ((eleven && !all_same(&d)) || mod_97_10(&[b"NL", body]) == Some(1)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["NL551514280B59", "NL577808862B96", "NL682284154B24", "NL866485090B47"],
        invalid: [("NL551514281B59", "check digit"), ("NL551514280B5", "one character less")],
        catches: 81,
    }
}
