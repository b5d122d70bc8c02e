//! Parts of a policy, to tell which of them decided.

use std::fmt;

use super::{Ground, Policy};

/// A part of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// What it is.
    pub part: Part,
    /// The file; empty for a policy made in code.
    pub file: String,
    /// Line in the file; 0 where there is none.
    pub line: usize,
    /// What the file calls it.
    pub name: Option<String>,
}

/// What a line of a policy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// A list of values that are let through.
    AllowList,
    /// A statement.
    Statement,
    /// What is done with all that no statement selects.
    Default,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.part {
            Part::AllowList => "allow list",
            Part::Statement => "statement",
            Part::Default => "default",
        })?;
        if let Some(name) = &self.name {
            write!(f, " {name:?}")?;
        }
        match (self.file.is_empty(), self.line) {
            (true, _) => Ok(()),
            (false, 0) => write!(f, " ({})", self.file),
            (false, at) => write!(f, " ({}:{at})", self.file),
        }
    }
}

impl Policy {
    /// The part of the policy that a decision stands on.
    pub(crate) fn line(&self, ground: Ground) -> Line {
        let (part, file, line, name) = match ground {
            Ground::Allowed(index) => {
                let list = &self.allow[index];
                (Part::AllowList, &list.file, list.line, list.name.clone())
            }
            Ground::Statement(index) => {
                let statement = &self.statements[index];
                (Part::Statement, &self.file, statement.line, statement.name.clone())
            }
            Ground::Default => (Part::Default, &self.file, self.default_line, None),
        };
        Line { part, file: file.clone(), line, name }
    }

    /// The name of what is done on that ground.
    pub(crate) fn action(&self, ground: Ground) -> &'static str {
        match ground {
            Ground::Allowed(_) => super::Action::Keep.as_str(),
            Ground::Statement(index) => self.statements[index].action.as_str(),
            Ground::Default => self.default.as_str(),
        }
    }
}
