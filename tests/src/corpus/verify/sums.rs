//! The few ways in which the tables compute check characters. All read the digits of a text and leave out the rest.

use super::balance;
use crate::corpus::check::digits;

/// The digit at `place`; of the last one with `-1`.
pub(crate) fn at(text: &str, place: i64) -> i64 {
    let digits = digits(text);
    let place = if place < 0 { digits.len() as i64 + place } else { place };
    digits.get(place as usize).map_or(99, |&digit| i64::from(digit))
}

/// The weighted sum by `modulus`.
pub(crate) fn rest(text: &str, weights: &[i64], modulus: i64) -> i64 {
    balance(text, weights).rem_euclid(modulus)
}

/// Whether the weighted sum, check digit included, divides by `modulus`.
pub(crate) fn even(text: &str, weights: &[i64], modulus: i64) -> bool {
    rest(text, weights, modulus) == 0
}

/// Whether the last digit is what the weighted sum of those before leaves by 11; where that is ten, by other weights;
/// where that is ten again, 0.
pub(crate) fn twice(text: &str, first: &[i64], second: &[i64]) -> bool {
    let check = match rest(text, first, 11) {
        10 => rest(text, second, 11) % 10,
        check => check,
    };
    check == at(text, -1)
}

/// Whether the last digit is what lacks to 11; ten and eleven are written 0.
pub(crate) fn lacks(text: &str, weights: &[i64]) -> bool {
    (11 - rest(text, weights, 11)) % 11 % 10 == at(text, -1)
}

/// The number of the digits `from..to`.
pub(crate) fn number(text: &str, from: usize, to: usize) -> i64 {
    digits(text).iter().take(to).skip(from).fold(0, |number, &digit| number * 10 + i64::from(digit))
}

/// The digits `from..to`, as text.
pub(crate) fn cut(text: &str, from: usize, to: usize) -> String {
    digits(text).iter().take(to).skip(from).map(u32::to_string).collect()
}

/// The value of each character: 0 to 9, A = 10 to Z = 35.
pub(crate) fn values(text: &str) -> Vec<i64> {
    text.chars().filter_map(|c| c.to_digit(36)).map(i64::from).collect()
}

/// Whether ISO 7064 MOD 11,10 accepts the digits.
pub(crate) fn hybrid(text: &str) -> bool {
    let all = digits(text);
    let product = all.iter().take(all.len() - 1).fold(10, |product, digit| match (product + digit) % 10 {
        0 => 20 % 11,
        sum => sum * 2 % 11,
    });
    (product + all[all.len() - 1]) % 10 == 1
}

/// The remainder of a long number by 97, letters as two digits.
pub(crate) fn by_97(text: &str) -> i64 {
    values(text).iter().fold(0, |rest, &value| (rest * if value > 9 { 100 } else { 10 } + value) % 97)
}

/// The sum of the digits of every product.
pub(crate) fn cross(values: &[i64], weights: &[i64]) -> i64 {
    values.iter().zip(weights).map(|(value, weight)| value * weight).map(|product| product / 10 + product % 10).sum()
}
