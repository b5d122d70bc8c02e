//! Registration number of Slovenia (matična številka): six digits, a check digit, and three digits of the branch or none.
//!
//! Source: AJPES, <https://www.ajpes.si>. Weights 7 to 2, the check digit makes a multiple of 11; a sum that is one already was
//! not given out. Compared with an independent implementation.

use super::{Check, digits_up_to, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<10>(text) else { return Check::Invalid };
    let rest = weighted_sum(&d[..6], &[7, 6, 5, 4, 3, 2]) % 11;
    (matches!(len, 7 | 10) && rest != 0 && (11 - rest) % 10 == u32::from(d[6])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["5167191", "7671814", "3424863000", "9695826012"],
        invalid: [("5167192", "check digit"), ("530023", "one character less")],
        catches: 82,
    }
}
