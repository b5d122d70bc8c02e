//! Bank account number of Czechia: a prefix of up to six digits, two to ten digits, the code of the bank.
//!
//! Source: Česká národní banka, Decree No. 169/2011, <https://www.cnb.cz>. Weights 6, 3, 7, 9, 10, 5, 8, 4, 2, 1
//! from the left of ten; multiples of 11 in both parts.

use super::{Check, digits, digits_up_to, weighted_sum};

const WEIGHTS: [u32; 10] = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];

pub(super) fn check(text: &[u8]) -> Check {
    let slash = text.iter().position(|&byte| byte == b'/').unwrap_or(text.len());
    let account = &text[..slash];
    let hyphen = account.iter().position(|&byte| byte == b'-');
    let (prefix, account) = hyphen.map_or((&b""[..], account), |at| (&account[..at], &account[at + 1..]));
    let right = |part: &[u8], most: usize| match digits_up_to::<10>(part) {
        Some((d, len)) => len <= most && weighted_sum(&d[..len], &WEIGHTS[10 - len..]).is_multiple_of(11),
        None => false,
    };
    let bank = text.get(slash + 1..).and_then(digits::<4>).is_some();
    ((prefix.is_empty() || right(prefix, 6))
        && account.len() > 1
        && right(account, 10)
        && bank
        && account.iter().any(|&b| b != b'0'))
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["78-4194762799/6893", "94-7908539681/3834", "19-8995628889/0837", "51-2200267673/2828"],
        invalid: [("78-4194762790/6893", "check digit"), ("78-4194762799/689", "one character less")],
        catches: 75,
    }
}
