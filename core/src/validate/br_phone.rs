//! Telephone number of Brazil as dialled at home: area code (DDD) of two digits, then eight digits of a landline or 9
//! and eight digits of a mobile; the local part alone; or ten and eleven digits from 0800, 0300, 0500, 0900.
//!
//! Source: Anatel, <https://www.gov.br/anatel/pt-br/regulado/numeracao/plano-de-numeracao-brasileiro>: the 67 area codes,
//! mobile numbers from 9 (Resolution 553/2010), landlines from 2 to 5, trunked radio from 7. A trunk zero or 55 before the area code is
//! skipped. `Unverified` for an area code that is not assigned, or another first digit.
//! Proves area code, first digit and length, not that the number is in use.

use super::{Check, all_same, dialled, in_plan, two};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<13>(text) else { return Check::Invalid };
    let digits = match &buffer[..len] {
        [0, 3 | 5 | 8 | 9, 0, 0, rest @ ..] => return matches!(rest.len(), 6 | 7).into(),
        [5, 5, rest @ ..] if len >= 12 => rest,
        digits => digits,
    };
    let digits = if let [0, rest @ ..] = digits { rest } else { digits };
    match digits {
        [tens, ones, local @ ..] if digits.len() >= 10 => subscriber(local, area(two(*tens, *ones))),
        local => subscriber(local, true),
    }
}

fn subscriber(local: &[u8], area: bool) -> Check {
    match local {
        _ if all_same(local) => Check::Invalid,
        [9, ..] if local.len() == 9 => in_plan(area),
        [first @ 1..=9, ..] if local.len() == 8 => in_plan(area && matches!(first, 2..=5 | 7)),
        _ => Check::Invalid,
    }
}

fn area(code: u32) -> bool {
    match code / 10 {
        2 => matches!(code, 21 | 22 | 24 | 27 | 28),
        3 => matches!(code, 31..=35 | 37 | 38),
        5 => matches!(code, 51 | 53..=55),
        7 => matches!(code, 71 | 73..=75 | 77 | 79),
        1 | 4 | 6 | 8 | 9 => !code.is_multiple_of(10),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["(11) 91234-5678", "(21) 3456-7890", "11 91234-5678", "011 3456-7890", "55 11 91234-5678", "0800 123 4567"],
        unverified: ["(20) 3456-7890", "(52) 91234-5678", "(21) 6456-7890"],
        invalid: [
            ("(11) 81234-5678", "nine digits that do not begin with 9"),
            ("(11) 0456-7890", "local part begins with 0"),
            ("(11) 3456-789", "nine digits"),
            ("(11) 91234-56789", "twelve digits"),
            ("(11) 99999-9999", "one digit only"),
        ],
        catches: 5,
    }
}
