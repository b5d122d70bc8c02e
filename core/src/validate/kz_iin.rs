//! Individual identification number of Kazakhstan (ИИН, ЖСН): date of birth, sex and century, four digits, check
//! digit.
//!
//! Source: Ministry of Digital Development, order on national registers, <https://adilet.zan.kz>. Weights 1 to 11;
//! where the sum modulo 11 is 10, weights 3 to 11, 1, 2.

use super::{Check, digits, is_date, two, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    let valid = {
        let century = match d[6] {
            1 | 2 => 1800,
            3 | 4 => 1900,
            5 | 6 => 2000,
            _ => return Check::Invalid,
        };
        let first = weighted_sum(&d[..11], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
        let rest = if first < 10 { first } else { weighted_sum(&d[..11], &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 };
        is_date(century + two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5])) && rest == u32::from(d[11])
    };
    valid.into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["810804397667", "841012324852", "850405387678", "870912394839"],
        invalid: [("810804397668", "check digit"), ("81080439766", "one character less")],
        catches: 90,
    }
}
