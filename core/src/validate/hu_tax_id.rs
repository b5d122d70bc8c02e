//! Tax identification number of a person in Hungary (adóazonosító jel): 8, days since 1867, three digits, check
//! digit.
//!
//! Source: Nemzeti Adó- és Vámhivatal, Act XX of 1996, <https://www.nav.gov.hu>. Weights 1 to 9; the sum modulo 11.

use super::{Check, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<10>(text) else { return Check::Invalid };
    (d[0] == 8 && weighted_sum(&d[..9], &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == u32::from(d[9])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["8497713435", "8492850507", "8495165570", "8433336126"],
        invalid: [("8497713436", "check digit"), ("849771343", "one character less")],
        catches: 100,
    }
}
