//! Business number of Canada: nine digits by Luhn, and the account of a programme: RT0001.
//!
//! Source: Canada Revenue Agency, <https://www.canada.ca/en/revenue-agency.html>.

use super::{Check, all_same, alnum_up_to, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<15>(text) else { return Check::Invalid };
    let Some(d) = (len >= 9).then(|| digits::<9>(&c[..9])).flatten() else { return Check::Invalid };
    let program = len == 9
        || len == 15
            && matches!(&c[9..11], b"RC" | b"RM" | b"RP" | b"RR" | b"RT" | b"RZ")
            && digits::<4>(&c[11..]).is_some();
    (program && luhn(&d) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["713016301RT0535", "162215164RT7202", "505000646RT6847", "872535471RT1502"],
        invalid: [("713016302RT0535", "check digit"), ("713016301RT053", "one character less")],
        catches: 69,
    }
}
