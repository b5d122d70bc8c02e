//! Social security number of Mexico (NSS): eleven digits by Luhn.
//!
//! Source: Instituto Mexicano del Seguro Social, <https://www.imss.gob.mx>.

use super::{Check, all_same, digits, luhn};

pub(super) fn check(text: &[u8]) -> Check {
    let Some(d) = digits::<11>(text) else { return Check::Invalid };
    (luhn(&d) && !all_same(&d)).into()
}

#[cfg(test)]
mod tests {
    super::super::vectors! {
        valid: ["78079631079", "94690452894", "28012460342", "60760756597"],
        invalid: [("78079631070", "check digit"), ("7807963107", "one character less")],
        catches: 100,
    }
}
