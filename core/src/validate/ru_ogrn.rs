//! State registration number of Russia: thirteen digits of a company (ОГРН), fifteen of an entrepreneur (ОГРНИП).
//!
//! Source: Федеральная налоговая служба, <https://www.nalog.gov.ru>. The remainder of the others by 11, or by 13,
//! modulo 10.

use super::{Check, digits_up_to, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((d, len)) = digits_up_to::<15>(text) else { return Check::Invalid };
    let by = match (len, d[0]) {
        (13, 1 | 5) => 11,
        (15, 3) => 13,
        _ => return Check::Invalid,
    };
    (number(&d[..len - 1]) % by % 10 == u64::from(d[len - 1])).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["1523988489705", "1726004471785", "1521954735830", "384870516498282"],
        invalid: [("1523988489706", "check digit"), ("152398848970", "one character less")],
        catches: 95,
    }
}
