//! New keys, from the random bytes of the operating system.

use privet_core::Key;
use zeroize::Zeroizing;

use crate::error::ErrorKind;

/// Bytes of a new key.
const BYTES: usize = 32;

/// A new key of 32 random bytes under that id.
///
/// # Errors
///
/// When the id cannot be one, or there are no random bytes.
pub fn generate(id: &str) -> Result<Key, ErrorKind> {
    let mut bytes = vec![0; BYTES];
    fill(&mut bytes)?;
    Ok(Key::new(id, bytes)?)
}

/// So many random bytes, as hex digits: for names that must not meet.
pub(crate) fn name<const N: usize>() -> Result<String, ErrorKind> {
    let mut bytes = Zeroizing::new([0; N]);
    fill(&mut *bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn fill(bytes: &mut [u8]) -> Result<(), ErrorKind> {
    getrandom::fill(bytes).map_err(|_| ErrorKind::Random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_are_alike() {
        let [one, other] = ["k1", "k1"].map(|id| generate(id).unwrap());
        assert!(one.expose().len() == 32 && one.expose() != other.expose());
        assert!(generate("k 1").is_err());
        assert_eq!(name::<8>().unwrap().len(), 16);
    }
}
