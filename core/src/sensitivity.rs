//! How much harm data can do, as laws class it.

/// How much harm the data can do, as laws class it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sensitivity {
    /// Personal data.
    Ordinary,
    /// Money: accounts, cards.
    Financial,
    /// Opens something: passwords, keys.
    Credential,
    /// A special category: health, religion, biometrics...
    Special,
}

impl Sensitivity {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ordinary, Self::Financial, Self::Credential, Self::Special];

    /// The name used in files of rules and policies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Financial => "financial",
            Self::Credential => "credential",
            Self::Special => "special",
        }
    }
}
