//! Bank account number of Mexico (CLABE): bank, place, account, check digit.
//!
//! Source: Banco de México, Circular 3/2012, <https://www.banxico.org.mx>. Weights 3, 7, 1 repeated, each product
//! modulo 10; the check digit fills up the ten.

use super::{Check, all_same, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<18>(text) else { return Check::Invalid };
    (!all_same(&d) && {
        let sum: u32 =
            d[..17].iter().zip([3, 7, 1].iter().cycle()).map(|(&d, weight)| u32::from(d) * weight % 10).sum();
        (sum + u32::from(d[17])).is_multiple_of(10)
    })
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["672230200476153440", "472492597701092082", "132989333810093963", "332650425125128094"],
        invalid: [("672230200476153441", "check digit"), ("67223020047615344", "one character less")],
        catches: 100,
    }
}
