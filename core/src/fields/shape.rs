//! What the value of a field must look like.

use std::sync::{Arc, OnceLock};

use regex_automata::meta::Regex;
use regex_automata::util::syntax;

use crate::limits::MAX_NFA;

/// An expression that matches whole values. Its automata are built when a value is first compared: most rules never meet
/// a field of theirs.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    whole: String,
    regex: Arc<OnceLock<Option<Regex>>>,
}

impl Shape {
    /// The shape of that expression.
    ///
    /// # Errors
    ///
    /// What is wrong with the expression.
    pub(crate) fn new(regex: &str) -> Result<Self, String> {
        let whole = format!("\\A(?:{regex}\n)\\z");
        let mut parser = regex_syntax::ParserBuilder::new();
        parser.utf8(false).ignore_whitespace(true).nest_limit(NEST);
        match parser.build().parse(&whole) {
            Ok(_) => Ok(Self { whole, regex: Arc::default() }),
            Err(regex_syntax::Error::Parse(error)) => Err(error.kind().to_string()),
            Err(regex_syntax::Error::Translate(error)) => Err(error.kind().to_string()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// True when the value is of this shape, and when the expression is too large to tell.
    pub(super) fn fits(&self, value: &[u8]) -> bool {
        let regex = self.regex.get_or_init(|| self.build());
        regex.as_ref().is_none_or(|regex| regex.is_match(value))
    }

    fn build(&self) -> Option<Regex> {
        let syntax = syntax::Config::new().utf8(false).ignore_whitespace(true).nest_limit(NEST);
        let meta = Regex::config().utf8_empty(false).nfa_size_limit(Some(MAX_NFA));
        Regex::builder().configure(meta).syntax(syntax).build(&self.whole).ok()
    }
}

/// Groups within each other in an expression.
const NEST: u32 = 100;
