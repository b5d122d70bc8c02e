//! VAT number of Ireland: IE and a number like a PPS number, or the older form with a character at the second
//! place.
//!
//! Source: Revenue Commissioners, <https://www.revenue.ie>. Weights 8 to 2, the second letter 9; the sum modulo 23.

use super::{Check, alnum_up_to, digits, weighted_sum};

pub(super) fn check(text: &[u8]) -> Check {
    let Some((c, len)) = alnum_up_to::<11>(text) else { return Check::Invalid };
    let body = c[..len].strip_prefix(b"IE").unwrap_or(&c[..len]);
    let (&[first, second, ref middle @ .., _], 8) = (body, body.len()) else {
        return super::ie_pps::check(body);
    };
    if second.is_ascii_digit() {
        return super::ie_pps::check(body);
    }
    let Some(d) = digits::<5>(middle) else { return Check::Invalid };
    let digit = first.wrapping_sub(b'0');
    let sum = weighted_sum(&d, &[7, 6, 5, 4, 3]) + 2 * u32::from(digit);
    let rest = (sum % 23) as usize;
    (digit < 10 && body[7] == b"WABCDEFGHIJKLMNOPQRSTUV"[rest]).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["IE1831674B", "IE8989635J", "IE1898514E", "IE3462129K"],
        invalid: [("IE1831675B", "check digit"), ("IE1831674", "one character less")],
        catches: 100,
    }
}
