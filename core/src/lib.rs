//! Finds personal data in bytes and masks it in line.
#![allow(dead_code, missing_docs)] // until the stages that use it stand
pub mod validate;
