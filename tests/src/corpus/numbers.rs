//! Makers of valid values, a small function for each identifier.

pub(crate) mod americas;
pub(crate) mod asia;
pub(crate) mod britain;
pub(crate) mod card;
pub(crate) mod crypto;
pub(crate) mod device;
pub(crate) mod iban;
pub(crate) mod keccak;
pub(crate) mod mrz;
pub(crate) mod net;
pub(crate) mod nordic;
pub(crate) mod oceania;
pub(crate) mod phone;
pub(crate) mod secret;
pub(crate) mod south;
pub(crate) mod west;
