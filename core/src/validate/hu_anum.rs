//! Tax number of a company in Hungary (adószám): eight digits, and where it is written out a code of the tax and of
//! the county.
//!
//! Source: Nemzeti Adó- és Vámhivatal, <https://www.nav.gov.hu>. Weights 9, 7, 3, 1 repeated; a multiple of 10.

use super::{Check, all_same, digits_up_to, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<11>(inner_digits(text)) else { return Check::Invalid };
    let sum = weighted_sum(&d[..8], &[9, 7, 3, 1, 9, 7, 3, 1]);
    (matches!(len, 8 | 11) && (len == 8 || (1..=5).contains(&d[8])) && sum.is_multiple_of(10) && !all_same(&d[..8]))
        .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["64342368-2-45", "47977204-2-48", "53276557-2-41", "15068280-2-43"],
        invalid: [("64342369-2-45", "check digit"), ("64342368-2-4", "one character less")],
        catches: 77,
    }
}
