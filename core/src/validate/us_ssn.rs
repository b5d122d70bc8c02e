//! Social Security number of the United States: 9 digits, area (3), group (2) and serial (4).
//!
//! Source: Social Security Administration, "Social Security Number Randomization",
//! <https://www.ssa.gov/employer/randomization.html>. No check digit; the areas 000, 666 and 900-999, the group 00 and
//! the serial 0000 are never issued, before June 2011 and after.
//! Proves only that the number could have been issued. The specimens that were printed and cancelled (078-05-1120,
//! 219-09-9999) have the right structure and pass.

use super::{Check, all_same, digits};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<9>(text) else { return Check::Invalid };
    let [a, b, c, group @ .., e, f, g, h] = d;
    let area = !matches!([a, b, c], [0, 0, 0] | [6, 6, 6] | [9, ..]);
    (area && group != [0; 2] && [e, f, g, h] != [0; 4] && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["078-05-1120", "219-09-9999", "772 34 5678", "001.01.0001", "899999998"],
        invalid: [
            ("000-12-3456", "area 000"),
            ("666-12-3456", "area 666"),
            ("900-12-3456", "area 900"),
            ("987-65-4320", "area 987"),
            ("219-00-9999", "group 00"),
            ("219-09-0000", "serial 0000"),
            ("555-55-5555", "one digit repeated"),
            ("219-09-999", "8 digits"),
            ("219-09-99990", "10 digits"),
        ],
        catches: 0,
    }
}
