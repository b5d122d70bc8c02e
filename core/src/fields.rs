//! Stage: what the name of a field says that its value is.
//!
//! Names, addresses and dates of birth have no pattern; the key before them tells. Wherever a `:`, `=` or `>` stands
//! between a name and a value - JSON, `key=value`, `<name>value`, `Name: value` - the name is read in plain words and
//! looked up. Formats are not told apart: a payload of another one is rendered as such a text.

mod beside;
mod keys;
mod known;
mod parent;
mod shape;
#[cfg(test)]
mod tests;
mod value;

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use crate::finding::{PatternId, RawMatch};
use crate::label::{self, Label};
use crate::limits::{MAX_FIELD_VALUE, MAX_PARENT};
use crate::marks::{BLOCK, Marked, Marks};
use crate::span::Span;
pub(crate) use keys::{Keys, Place};
pub(crate) use known::Known;
use known::{Named, Parents};
pub(crate) use shape::Shape;
use value::{Extent, Quotes};

/// Bytes between a value and the start of its name, at most.
const NAME_WINDOW: usize = label::LONGEST + 24;

/// One way in which the fields of a rule are named.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub(crate) pattern: PatternId,
    /// What the whole value must look like; `None` for any.
    pub(crate) value: Option<Shape>,
    /// Bytes of a value that are read.
    pub(crate) max_len: usize,
}

/// The fields of all rules.
#[derive(Clone, Default)]
pub(crate) struct Fields {
    keys: Keys,
    ways: Vec<Way>,
    /// What findings are of: their names stand in place of those that were masked before.
    entities: HashSet<Box<[u8]>>,
    /// Tells these fields and their clones from others: buffers may have known other ones.
    identity: Arc<()>,
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fields").field("ways", &self.ways.len()).finish_non_exhaustive()
    }
}

impl Fields {
    /// Fields with those ways; `keys` has their indices.
    pub(crate) fn new(ways: Vec<Way>, keys: Keys, entities: HashSet<Box<[u8]>>) -> Self {
        Self { keys, ways, entities, identity: Arc::default() }
    }

    /// True when there is nothing to look for.
    pub(crate) fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    /// The most that is read from a sign on, in bytes.
    pub(crate) fn longest(&self) -> usize {
        if self.is_empty() { 0 } else { MAX_FIELD_VALUE + 16 }
    }

    /// The most that is read before a sign, in bytes.
    pub(crate) fn looks_back(&self) -> usize {
        if self.is_empty() { 0 } else { MAX_PARENT + NAME_WINDOW }
    }

    /// Hands the values of all named fields whose sign stands at `from` or later to `take`. `bare`: quotes that are
    /// part of a value stand in it as any other character. Returns the first sign of which more text could change the answer.
    ///
    /// Cost: a hash of each name, and a comparison where it is known; a new one is read in plain words. The values of the
    /// few that count are read to their ends.
    pub(crate) fn find(
        &self,
        text: Marked<'_>,
        from: usize,
        closed: bool,
        bare: bool,
        known: &mut Known,
        mut take: impl FnMut(RawMatch),
    ) -> Option<usize> {
        let bytes = text.text;
        let extent = Extent { text: bytes, closed, quotes: if bare { Quotes::Bare } else { Quotes::Escaped } };
        known.belong_to(&self.identity);
        let mut open = None;
        let mut at = from;
        while at < bytes.len() {
            let mut signs = text.marks.from(at, |block| block.signs);
            while signs != 0 {
                let sign = at + signs.trailing_zeros() as usize;
                signs &= signs - 1;
                // Most names are between quotes, and few of them are new.
                if let Some(label) = quoted_name(text, sign)
                    && let Some((ways, parents)) = known.peek(&bytes[label.span.range()])
                {
                    if !ways.is_empty() && !self.named(extent, text.marks, sign, label, ways, parents, &mut take) {
                        open = open.or(Some(sign));
                    }
                    continue;
                }
                let Some(label) = name_before(text, sign) else { continue };
                let (ways, parents) = known.read(&bytes[label.span.range()], &self.keys);
                if !ways.is_empty() && !self.named(extent, text.marks, sign, label, ways, parents, &mut take) {
                    open = open.or(Some(sign));
                }
            }
            at += BLOCK;
        }
        open
    }

    /// A field whose name counts; false when more text could change the answer.
    #[expect(clippy::too_many_arguments, reason = "the loop above, taken apart")]
    #[cold]
    fn named(
        &self,
        extent: Extent<'_>,
        marks: &Marks,
        sign: usize,
        label: Label,
        ways: &[Named],
        mut parents: Parents<'_>,
        take: &mut impl FnMut(RawMatch),
    ) -> bool {
        let text = extent.text;
        let parent = std::cell::LazyCell::new(|| parent::name(Marked { text, marks }, label.span.start));
        let mut decided = true;
        for named in ways {
            // In prose a name is no more than the name; `Dear Sir, the first name: ...` tells nothing.
            if !label.structured && !named.alone {
                continue;
            }
            let inside =
                named.inside || parent.is_some_and(|name| parents.have(&text[name.range()], named.way, &self.keys));
            let asks = self.keys.asks_beside(named.way);
            if !inside && !asks {
                continue;
            }
            let way = &self.ways[usize::from(named.way)];
            let mut beside = if inside { Some(true) } else { None };
            let mut known = inside;
            decided &= value::each(extent, sign, way.max_len, |span, whole| {
                let bytes = &text[span.range()];
                let fits = |shape: &Shape| whole && shape.fits(bytes);
                if value::says_something(bytes, whole, &self.entities) && way.value.as_ref().is_none_or(fits) {
                    // Asked last: few values have the look of one.
                    if !known {
                        let is = |name: &[u8]| parents.have_beside(name, named.way, &self.keys);
                        (beside, known) = (beside::any(text, extent.closed, label.span, sign, is), true);
                    }
                    if beside == Some(true) {
                        take(RawMatch { origin: sign, span, pattern: way.pattern });
                    }
                }
            });
            decided &= !known || beside.is_some();
        }
        decided
    }
}

/// The name right before a sign, between double quotes. Whatever else may stand in it, it is a name if it was one before.
#[inline]
fn quoted_name(text: Marked<'_>, sign: usize) -> Option<Label> {
    let end = sign.checked_sub(1).filter(|&quote| text.text[quote] == b'"')?;
    let quotes = text.marks.up_to(end, |block| block.quotes);
    // A name of no letter is none.
    let len = quotes.leading_zeros() as usize;
    (0 < len && len < 64).then(|| Label { span: Span::new(end - len, end), structured: true })
}

/// The name before a sign, where it has a letter.
#[inline]
fn name_before(text: Marked<'_>, sign: usize) -> Option<Label> {
    let bytes = text.text;
    let last = *bytes.get(sign.checked_sub(1)?)?;
    // Most signs between digits are those of times.
    if bytes[sign] == b':' && bytes.get(sign + 1) == Some(&b'/') {
        return None;
    }
    if last.is_ascii_digit() && sign >= 2 && !bytes[sign - 2].is_ascii_alphabetic() && bytes[sign] == b':' {
        return None;
    }
    let label = label::find(bytes, sign + 1, sign.saturating_sub(NAME_WINDOW))?;
    let named = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    bytes[label.span.range()].iter().any(named).then_some(label)
}
