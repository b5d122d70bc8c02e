//! What else is asked of a replacement, whatever the transform.

/// Bounds on a replacement, and what type it has. The default asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub(super) max_growth: Option<usize>,
    pub(super) same_length: bool,
    pub(super) keep_type: bool,
}

impl Options {
    /// Asks for nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// The replacement, with the quotes that it may need, has at most so many bytes more than the value. One that has more
    /// gives way to a mask of the value's length; in the place of a number where not even quotes fit, to a 0.
    #[must_use]
    pub fn max_growth(self, bytes: usize) -> Self {
        Self { max_growth: Some(bytes), ..self }
    }

    /// The replacement has as many bytes as the value: for formats with columns. The name of an entity, the fixed marker
    /// and a given text are cut, or filled up with `*`, a mask has a character a byte. A replacement that cannot be cut -
    /// a hash, a token, a range - gives way to a mask where it is of another length. Quotes around a former number come on
    /// top.
    #[must_use]
    pub fn same_length(self) -> Self {
        Self { same_length: true, ..self }
    }

    /// A JSON number stays a number. See [`super::Transform`] for which.
    #[must_use]
    pub fn keep_type(self) -> Self {
        Self { keep_type: true, ..self }
    }

    /// Both asked for.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            max_growth: self.max_growth.into_iter().chain(other.max_growth).min(),
            same_length: self.same_length || other.same_length,
            keep_type: self.keep_type || other.keep_type,
        }
    }
}
