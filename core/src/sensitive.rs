//! Bytes that must not be printed.

use std::fmt;

/// Holds a key, or text that may be personal data, and prints as its length only.
///
/// ```
/// use privet_core::Sensitive;
///
/// let key = Sensitive::new(b"a secret of 22 letters".to_vec());
/// assert_eq!(format!("{key:?}"), "Sensitive(22 bytes)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Sensitive<T>(T);

impl<T: AsRef<[u8]>> Sensitive<T> {
    /// Wraps the bytes.
    pub fn new(bytes: T) -> Self {
        Self(bytes)
    }

    /// The bytes themselves: the one way to them, under a name that a reviewer can look for.
    pub fn expose(&self) -> &[u8] {
        self.0.as_ref()
    }
}

impl<T: AsRef<[u8]>> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sensitive({} bytes)", self.0.as_ref().len())
    }
}
