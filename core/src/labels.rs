//! What is known of a payload's way: its protocol, its topic, its direction, who sends it.

use std::fmt;
use std::sync::Arc;

/// Something that is known of a payload beside its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Label {
    /// `kafka`, `http`...
    Protocol,
    /// The topic, subject, queue, channel or path.
    Topic,
    /// `in` towards the broker, `out` towards its clients.
    Direction,
    /// Who is authenticated on the connection.
    Principal,
}

impl Label {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Protocol, Self::Topic, Self::Direction, Self::Principal];

    /// The name used in policies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Protocol => "protocol",
            Self::Topic => "topic",
            Self::Direction => "direction",
            Self::Principal => "principal",
        }
    }
}

/// The labels of a route. Cheap to clone: make them once for a route and give them with each payload.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Labels([Option<Arc<str>>; Label::ALL.len()]);

impl Labels {
    /// None at all.
    pub fn new() -> Self {
        Self::default()
    }

    /// These, and one more.
    #[must_use]
    pub fn with(mut self, label: Label, value: &str) -> Self {
        self.0[label as usize] = Some(value.into());
        self
    }

    /// The value of a label, if it is known.
    pub fn value(&self, label: Label) -> Option<&str> {
        self.0[label as usize].as_deref()
    }
}

impl fmt::Debug for Labels {
    /// Shows which labels there are; a topic or a principal may name a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(Label::ALL.iter().filter(|label| self.value(**label).is_some())).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_and_not_shown() {
        let labels = Labels::new().with(Label::Topic, "orders").with(Label::Principal, "ann");
        assert_eq!(labels.value(Label::Topic), Some("orders"));
        assert_eq!(labels.value(Label::Protocol), None);
        assert_eq!(format!("{labels:?}"), "{Topic, Principal}");
        assert_ne!(labels, Labels::new());
    }
}
