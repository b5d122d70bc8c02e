//! Bounds that keep cost linear and memory small. Reaching one is a defined outcome.

/// Longest match of any pattern, in bytes of folded text. A pattern declares its own bound below this.
pub const MAX_MATCH: usize = 8192;

/// Longest match of a pattern that declares no `max_len`.
pub const DEFAULT_MATCH: usize = 64;

/// Longest text before an inner literal that is searched for the start of a match (a mailbox name before its `@`).
pub const MAX_PREFIX: usize = 256;

/// Longest value of a named field, in bytes: of a longer one, or of a longer list of values, the beginning is found;
/// nothing of a longer one that must have a shape.
pub const MAX_FIELD_VALUE: usize = 1024;

/// Longest value of a named field whose rule declares no `max_len`.
pub const DEFAULT_FIELD_VALUE: usize = 256;

/// Bytes before the name of a field in which the object around it is looked for.
pub const MAX_PARENT: usize = 512;

/// Widest context window on either side of a match, in bytes.
pub const MAX_WINDOW: usize = 256;

/// Longest text in which a word of several tokens stands, in bytes.
pub const MAX_PHRASE: usize = 128;

/// Overlapping findings are settled together as long as they start within this many bytes; a longer chain is cut here.
pub const MAX_CLUSTER: usize = 4096;

/// Zero-width characters in a row that folding drops; more than these separate what stands around them.
pub const MAX_IGNORED: usize = 4;

/// States of the automaton of one pattern; a pattern with more goes the general way.
pub const MAX_PATTERN_STATES: usize = 5_000;

/// Most patterns in force at a time.
pub const MAX_PATTERNS: usize = u16::MAX as usize;

/// Longest pattern text, in bytes.
pub const MAX_REGEX: usize = 4096;

/// Bytes that the non-deterministic automaton of a pattern, or of a group of them, may take while it is built.
pub const MAX_NFA: usize = 1 << 23;

/// Escapes within escapes that are read: JSON in a string of JSON in an address has three.
pub(crate) const MAX_DECODINGS: usize = 3;

/// Containers within each other, in a payload of a structured format.
pub(crate) const MAX_DEPTH: usize = 64;

/// Values and keys of one payload of a structured format.
pub(crate) const MAX_LEAVES: usize = 1 << 20;

/// Longest name of a value that is written again for each of them, in bytes: of a column, or of the element of a text.
pub(crate) const MAX_NAME: usize = 64;

/// Bytes that a packed payload may unpack to.
#[cfg(feature = "packed")]
pub(crate) const MAX_UNPACKED: usize = 16 << 20;

/// How many times its own bytes a packed payload may unpack to, where that is more than [`FREE_UNPACKED`].
#[cfg(feature = "packed")]
pub(crate) const MAX_RATIO: usize = 200;

/// Bytes that a packed payload may unpack to, however few it has itself.
#[cfg(feature = "packed")]
pub(crate) const FREE_UNPACKED: usize = 64 << 10;

/// Packings within each other: base64 of gzip of JSON has two. So many strings of JSON within each other are walked, too.
pub(crate) const MAX_PACKINGS: usize = 4;
