//! Registration number of the US Drug Enforcement Administration: two letters and seven digits.
//!
//! Source: DEA Diversion Control Division, 21 CFR 1301, <https://www.deadiversion.usdoj.gov>. The odd digits and
//! twice the even ones; the last digit of the sum.

use super::{Check, all_same, alnum, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(c) = alnum::<9>(text) else { return Check::Invalid };
    let Some(d) = digits::<7>(&c[2..]) else { return Check::Invalid };
    let kind = b"ABCDEFGHJKLMPRSTUX".contains(&c[0]) && (c[1].is_ascii_uppercase() || c[1] == b'9');
    (kind && !all_same(&d) && weighted_sum(&d[..6], &[1, 2, 1, 2, 1, 2]) % 10 == u32::from(d[6])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["BK3736951", "BK1549724", "BL2347640", "BR8592277"],
        invalid: [("BK3736952", "check digit"), ("BK373695", "one character less")],
        catches: 95,
    }
}
