//! Patterns that no filter can serve: look-around inside, too many states, nothing selective at the start.

use regex_automata::{Anchored, Input, meta::Regex};

use super::Haystack;
use crate::finding::PatternId;
use crate::span::Span;

/// A pattern searched for by itself.
#[derive(Clone, Debug)]
pub struct General {
    /// The pattern.
    pub pattern: PatternId,
    /// Its regular expression.
    pub regex: Regex,
}

impl General {
    /// Reports the match at every place where one starts: the leftmost-first one of at most `max_len` bytes. Returns the
    /// place from which more text could change the answer, if the text is open.
    pub(super) fn search(
        &self,
        hay: Haystack<'_>,
        from: usize,
        max_len: usize,
        mut found: impl FnMut(Span),
    ) -> Option<usize> {
        // Two bytes more than the longest match: what stands beside it counts, too.
        let decided = if hay.closed { hay.text.len() } else { hay.text.len().saturating_sub(max_len + 2).max(from) };
        let mut at = from;
        while at < decided {
            let reach = hay.text.len().min(at + 2 * max_len);
            let Some(next) = self.regex.search(&Input::new(hay.text).range(at..reach)) else {
                at += max_len;
                continue;
            };
            let start = next.start();
            if start >= decided {
                break;
            }
            if start >= at + max_len {
                // Its end may lie beyond the reach: look again from nearer.
                at = start;
                continue;
            }
            let end = hay.text.len().min(start + max_len);
            let whole = Input::new(hay.text).range(start..end).anchored(Anchored::Yes);
            if let Some(whole) = self.regex.search(&whole)
                && !whole.is_empty()
            {
                found(Span::new(start, whole.end()));
            }
            at = start + 1;
        }
        (!hay.closed).then_some(decided)
    }
}
