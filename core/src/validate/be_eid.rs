//! Number of an identity card of Belgium: twelve digits, the last two the remainder of the others by 97.
//!
//! Source: FOD Binnenlandse Zaken, <https://www.ibz.rrn.fgov.be>.

use super::{Check, all_same, digits, number};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<12>(text) else { return Check::Invalid };
    (!all_same(&d) && {
        let rest = number(&d[..10]) % 97;
        number(&d[10..]) == if rest == 0 { 97 } else { rest }
    })
    .into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["274999099056", "758551030920", "555016691055", "485405183952"],
        invalid: [("274999099057", "check digit"), ("27499909905", "one character less")],
        catches: 100,
    }
}
