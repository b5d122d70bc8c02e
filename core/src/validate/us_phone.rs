//! Telephone number of the North American Numbering Plan (United States, Canada and 18 more countries): area code,
//! exchange and line, 3 + 3 + 4 digits, after an optional 1; or exchange and line alone.
//!
//! Source: North American Numbering Plan Administrator, <https://www.nanpa.com/numbering>; ATIS-0300119. NXX, N = 2-9:
//! area codes are not N11, N9X, 37X or 96X, exchanges are not N11 but behind a toll-free code. The unassigned area code
//! 555, which invented numbers like to use, passes with any exchange. Any other break of these rules is `Unverified`.
//! Proves the plan's structure, not that area code and exchange are in use.

use super::{Check, all_same, dialled, in_plan};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((buffer, len)) = dialled::<11>(text) else { return Check::Invalid };
    match &buffer[..len] {
        [1, national @ ..] if len == 11 => nanp(national),
        local if len == 7 => (exchange(local) && !all_same(local)).into(),
        national => nanp(national),
    }
}

/// The ten digits behind the country code 1.
pub(super) fn nanp(national: &[u8]) -> Check {
    let &[a, b, c, ref local @ ..] = national else { return Check::Invalid };
    if national.len() != 10 || all_same(national) || [a, b, c] == [0; 3] || local.starts_with(&[0; 3]) {
        return Check::Invalid;
    }
    let fictional = [a, b, c] == [5; 3];
    let toll_free = a == 8 && (b == 0 || b == c) && c != 1;
    let area = a >= 2 && b != 9 && (b, c) != (1, 1) && (a, b) != (3, 7) && (a, b) != (9, 6);
    in_plan(fictional || area && (exchange(local) || toll_free && local.first() >= Some(&2)))
}

fn exchange(local: &[u8]) -> bool {
    matches!(local, [2..=9, b, c, ..] if (b, c) != (&1, &1))
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: [
            "(415) 555-0132",
            "1-800-555-0199",
            "212.555.0187",
            "4165550123",
            "(555) 123-4567",
            "613-555-0174x389",
            "902 555 0145 ext. 12",
            "555-0132",
        ],
        unverified: ["(123) 456-7890", "911-555-0132", "415-155-0132", "415-911-0132", "293-555-0132"],
        invalid: [
            ("415-555-013", "nine digits"),
            ("2-415-555-0132", "eleven digits that do not begin with 1"),
            ("155-0132", "exchange begins with 1"),
            ("(000) 555-0132", "area code of zeros"),
            ("415-000-0132", "exchange of zeros"),
            ("222-222-2222", "one digit only"),
        ],
        catches: 1,
    }
}
