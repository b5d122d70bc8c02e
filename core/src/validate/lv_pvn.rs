//! VAT number of Latvia: LV and eleven digits of a company.
//!
//! Source: Valsts ieņēmumu dienests, <https://www.vid.gov.lv>. Weights 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1; 3 more
//! than a multiple of 11.

use super::{Check, digits, inner_digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(inner_digits(text)) else { return Check::Invalid };
    (d[0] > 3 && weighted_sum(&d, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["LV42355032728", "LV46860704049", "LV41660711413", "LV45223337355"],
        invalid: [("LV42355032729", "check digit"), ("LV4235503272", "one character less")],
        catches: 100,
    }
}
