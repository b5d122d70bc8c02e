//! Where a value stands, as far as that decides how it is replaced.

/// What stands in a place: text, or a number that is a value by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// Bytes of a text.
    #[default]
    Text,
    /// A whole JSON number: a string takes its place, unless [`super::Options::keep_type`] asks for a number.
    Number,
    /// A field that its schema lets be nothing but a number: a number takes its place, whatever the options.
    Typed,
}

/// The place of a value.
#[derive(Clone, Copy, Default)]
pub struct Place<'a> {
    /// What stands there.
    pub(super) shape: Shape,
    /// Whose value it is: the text of the record's field that says so.
    pub(super) subject: Option<&'a [u8]>,
}

/// True for what starts an escape in JSON, in addresses or in XML: a letter or digit behind it may be part of another one,
/// and changing it alone would break the text.
pub(super) fn is_escape(character: char) -> bool {
    matches!(character, '\\' | '%' | '&')
}

impl<'a> Place<'a> {
    /// A place of that shape.
    #[must_use]
    pub fn of(shape: Shape) -> Self {
        Self { shape, subject: None }
    }

    /// The same place, if the subject is known in a record about it.
    pub(crate) fn of_subject(self, subject: Option<&'a [u8]>) -> Self {
        Self { subject, ..self }
    }

    /// The same place in a record about that subject: its dates move alike, see [`super::DateShift`].
    #[must_use]
    pub fn subject(self, subject: &'a [u8]) -> Self {
        Self { subject: Some(subject), ..self }
    }
}

impl std::fmt::Debug for Place<'_> {
    /// Does not show the subject.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Place").field("shape", &self.shape).field("subject", &self.subject.is_some()).finish()
    }
}
