//! A payload with a structure, rendered as the text that a person would read, with the way back to its bytes.
//!
//! Whatever the format, the text has the look of JSON: `{"user":{"name":"Ann","phones":["…"]}}`, so that all that is known
//! of keys and labels holds for every format. The values stand in it as they read, not escaped; each is a [`Leaf`].

use std::borrow::Cow;

use crate::frame::{Frame, WriteHead};
use crate::limits::{MAX_DEPTH, MAX_LEAVES, MAX_NAME};
use crate::span::Span;

/// Why a payload cannot be read. Says where and what, never what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Malformed {
    /// Byte of the payload.
    pub at: usize,
    /// What is wrong there.
    pub what: Malady,
}

/// What is wrong with a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malady {
    /// It ends too early.
    Truncated,
    /// It nests deeper than this.
    TooDeep(usize),
    /// It has more values than this.
    TooMany(usize),
    /// It is, or unpacks to, more bytes than this.
    TooLarge(usize),
    /// Something else was expected there.
    Expected(&'static str),
}

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.what {
            Malady::Truncated => f.write_str("ends too early")?,
            Malady::TooDeep(most) => write!(f, "nests deeper than {most} levels")?,
            Malady::TooMany(most) => write!(f, "has more than {most} values")?,
            Malady::TooLarge(most) => write!(f, "is larger than {most} bytes")?,
            Malady::Expected(what) => write!(f, "{what} expected")?,
        }
        write!(f, ", at byte {}", self.at)
    }
}

impl std::error::Error for Malformed {}

impl Malformed {
    /// Something else was expected at `at`.
    pub(crate) fn expected(at: usize, what: &'static str) -> Self {
        Self { at, what: Malady::Expected(what) }
    }

    /// The payload goes beyond a limit; it may be of the format all the same.
    pub(crate) fn is_limit(&self) -> bool {
        matches!(self.what, Malady::TooDeep(_) | Malady::TooMany(_) | Malady::TooLarge(_))
    }

    /// The payload ends at `at`, too early.
    pub(crate) fn truncated(at: usize) -> Self {
        Self { at, what: Malady::Truncated }
    }
}

/// How a new value is written in place of an old one.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// Any part of the bytes may be replaced by itself: appends the new text, escaped as it must be there.
    Text(fn(new: &[u8], out: &mut Vec<u8>)),
    /// The bytes of the value can only be replaced as a whole: gets the new value as text, and the bytes as they were.
    /// Text that does not fit the type becomes the type's zero, so that the result can still be read.
    Whole(fn(new: &[u8], old: &[u8], out: &mut Vec<u8>)),
    /// As a whole, too, and by nothing but a number.
    Number(fn(new: &[u8], old: &[u8], out: &mut Vec<u8>)),
}

/// What a container holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// Values with names.
    Object,
    /// Values without.
    List,
}

/// The name of a value.
#[derive(Clone, Copy)]
pub(crate) enum Name<'n> {
    /// None: an item of a list, or the payload itself.
    None,
    /// From outside of the payload: a schema, a header.
    Given(&'n [u8]),
    /// The key that was rendered last.
    Key,
}

/// A name that a payload gives to many values, cut where no label is longer: the text stays linear in the payload.
pub(super) fn short(name: &[u8]) -> &[u8] {
    &name[..name.len().min(MAX_NAME)]
}

/// Index of a value's place in the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NodeId(pub(super) u32);

#[derive(Clone, Copy, Debug)]
struct Node {
    /// The container around it; its own index where there is none.
    parent: u32,
    /// Its name, in the text; empty for an item of a list.
    name: Span,
}

/// A value, or a key that the payload itself holds.
#[derive(Clone, Copy)]
pub(crate) struct Leaf {
    /// Where it stands in the text.
    pub(crate) text: Span,
    /// The bytes of the payload that it was read from, with all that would be written again for another value.
    pub(crate) raw: Span,
    /// Its place in the structure.
    pub(crate) node: NodeId,
    /// How a new value is written.
    pub(crate) form: Form,
}

/// The text from here to the next piece, and the bytes of the payload that it stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    text: usize,
    raw: usize,
    /// Bytes of the payload that the piece stands for as a whole; 0 for a run of bytes as they are.
    len: usize,
}

/// A rendered payload. Buffers are kept between payloads.
#[derive(Default)]
pub(crate) struct Rendering {
    text: Vec<u8>,
    leaves: Vec<Leaf>,
    nodes: Vec<Node>,
    frames: Vec<Frame>,
    pieces: Vec<Piece>,
}

impl Rendering {
    /// The text.
    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }

    /// True when a value looks like JSON by itself: its escapes are read.
    pub(crate) fn holds_json(&self) -> bool {
        self.leaves.iter().any(|leaf| matches!(self.text.get(leaf.text.start), Some(b'{' | b'[')))
    }

    /// The values, in the order of the text.
    pub(crate) fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    /// The frames, outer ones before those inside.
    pub(crate) fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// The names from the outermost to that of the node; an empty one for an item of a list.
    pub(crate) fn path(&self, node: NodeId) -> Vec<&[u8]> {
        let mut names = Vec::new();
        let mut at = node.0;
        loop {
            let node = self.nodes[at as usize];
            names.push(&self.text[node.name.range()]);
            if node.parent == at {
                break;
            }
            at = node.parent;
        }
        names.reverse();
        names
    }

    /// The names from the outermost that has one, as policies count them: the payload itself has none, in most formats.
    pub(crate) fn place(&self, node: NodeId) -> Vec<Cow<'_, [u8]>> {
        let path = self.path(node);
        let nameless = path.first().is_some_and(|name| name.is_empty());
        path.into_iter().skip(usize::from(nameless)).map(Cow::Borrowed).collect()
    }

    /// How many nodes there are: their indices are below that.
    pub(super) fn nodes(&self) -> usize {
        self.nodes.len()
    }

    /// The container around a node, if there is one.
    pub(super) fn parent(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.nodes[node.0 as usize].parent;
        (parent != node.0).then_some(NodeId(parent))
    }

    /// The name of a node; empty for an item of a list.
    pub(super) fn name(&self, node: NodeId) -> &[u8] {
        &self.text[self.nodes[node.0 as usize].name.range()]
    }

    /// The leaves that a part of the text touches, as a range of indices.
    pub(crate) fn touched(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.leaves.partition_point(|leaf| leaf.text.end <= span.start);
        let past = self.leaves.partition_point(|leaf| leaf.text.start < span.end);
        first..past.max(first)
    }

    /// The bytes of the payload that a part of one leaf's text stands for: whole characters. The part is not empty.
    pub(crate) fn raw_span(&self, span: Span) -> Span {
        Span::new(self.stands_for(span.start).start, self.stands_for(span.end - 1).end)
    }

    fn stands_for(&self, at: usize) -> Span {
        let piece = self.pieces[self.pieces.partition_point(|piece| piece.text <= at) - 1];
        match piece.len {
            0 => Span::new(piece.raw + at - piece.text, piece.raw + at - piece.text + 1),
            len => Span::new(piece.raw, piece.raw + len),
        }
    }

    fn clear(&mut self) {
        self.text.clear();
        self.leaves.clear();
        self.nodes.clear();
        self.frames.clear();
        self.pieces.clear();
    }
}

/// A state of a renderer.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    lens: [usize; 5],
    open: usize,
    key: Span,
}

/// Renders one payload: what a format calls while it reads.
pub(crate) struct Renderer<'p, 'r> {
    payload: &'p [u8],
    out: &'r mut Rendering,
    /// The containers that are open, innermost last: their nodes, and what closes them.
    open: Vec<(NodeId, Container)>,
    /// The key rendered last, in the text.
    key: Span,
}

impl<'p, 'r> Renderer<'p, 'r> {
    /// Renders `payload` into `out`, which is emptied first.
    pub(crate) fn new(payload: &'p [u8], out: &'r mut Rendering) -> Self {
        out.clear();
        Self { payload, out, open: Vec::new(), key: Span::new(0, 0) }
    }

    /// The payload.
    pub(crate) fn payload(&self) -> &'p [u8] {
        self.payload
    }

    /// Containers that are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens an object or a list; `at` is where it starts in the payload.
    pub(crate) fn open(&mut self, name: Name<'_>, container: Container, at: usize) -> Result<(), Malformed> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Malformed { at, what: Malady::TooDeep(MAX_DEPTH) });
        }
        // Containers of a schema may take no byte of the payload.
        if self.out.nodes.len() >= MAX_LEAVES {
            return Err(Malformed { at, what: Malady::TooMany(MAX_LEAVES) });
        }
        let node = self.node(name);
        self.out.text.push(if container == Container::Object { b'{' } else { b'[' });
        self.open.push((node, container));
        Ok(())
    }

    /// Closes the container opened last.
    pub(crate) fn close(&mut self) {
        let close = match self.open.pop() {
            Some((_, Container::List)) => b']',
            _ => b'}',
        };
        self.out.text.extend([close, b',']);
    }

    /// Starts a key that stands in the payload: its text follows, then [`Renderer::end_key`].
    pub(crate) fn key(&mut self, raw: Span, form: Form) -> Result<(), Malformed> {
        let node = self.open.last().map_or(NodeId(0), |(node, _)| *node);
        if self.out.nodes.is_empty() {
            self.out.nodes.push(Node { parent: 0, name: Span::new(0, 0) });
        }
        self.out.text.push(b'"');
        self.leaf(raw, form, node)
    }

    /// Ends the key; a value or a container of [`Name::Key`] is next.
    pub(crate) fn end_key(&mut self) {
        self.key = self.end_leaf();
    }

    /// Starts a value, which takes the bytes `raw`: its text follows, then [`Renderer::end_value`].
    pub(crate) fn value(&mut self, name: Name<'_>, raw: Span, form: Form) -> Result<(), Malformed> {
        let node = self.node(name);
        self.out.text.push(b'"');
        self.leaf(raw, form, node)
    }

    /// Ends the value.
    pub(crate) fn end_value(&mut self) {
        self.end_leaf();
        self.out.text.extend(b"\",");
    }

    /// Part of a key or a value: bytes that read as they are.
    pub(crate) fn plain(&mut self, raw: Span) {
        if !raw.is_empty() {
            self.out.pieces.push(Piece { text: self.out.text.len(), raw: raw.start, len: 0 });
            self.out.text.extend_from_slice(&self.payload[raw.range()]);
        }
    }

    /// Part of a key or a value: what the bytes `raw`, which are not empty, read as.
    pub(crate) fn reads_as(&mut self, text: &[u8], raw: Span) {
        if !text.is_empty() {
            self.out.pieces.push(Piece { text: self.out.text.len(), raw: raw.start, len: raw.len() });
            self.out.text.extend_from_slice(text);
        }
    }

    /// Opens a frame, whose body follows its head; [`Renderer::end_frame`] closes it.
    pub(crate) fn frame(&mut self, head: Span, write: WriteHead) -> usize {
        self.out.frames.push(Frame { head, end: head.end, write });
        self.out.frames.len() - 1
    }

    /// Closes a frame: its body ends at `end`.
    pub(crate) fn end_frame(&mut self, frame: usize, end: usize) {
        self.out.frames[frame].end = end;
    }

    /// What is rendered so far, to come back to with [`Renderer::back_to`].
    pub(crate) fn mark(&self) -> Mark {
        let Rendering { text, leaves, nodes, frames, pieces } = &*self.out;
        let lens = [text.len(), leaves.len(), nodes.len(), frames.len(), pieces.len()];
        Mark { lens, open: self.open.len(), key: self.key }
    }

    /// Forgets what was rendered since the mark. What was open then is still open.
    pub(crate) fn back_to(&mut self, mark: Mark) {
        let [text, leaves, nodes, frames, pieces] = mark.lens;
        self.out.text.truncate(text);
        self.out.leaves.truncate(leaves);
        self.out.nodes.truncate(nodes);
        self.out.frames.truncate(frames);
        self.out.pieces.truncate(pieces);
        self.open.truncate(mark.open);
        self.key = mark.key;
    }

    fn leaf(&mut self, raw: Span, form: Form, node: NodeId) -> Result<(), Malformed> {
        if self.out.leaves.len() >= MAX_LEAVES {
            return Err(Malformed { at: raw.start, what: Malady::TooMany(MAX_LEAVES) });
        }
        let at = self.out.text.len();
        self.out.leaves.push(Leaf { text: Span::new(at, at), raw, node, form });
        Ok(())
    }

    fn end_leaf(&mut self) -> Span {
        let end = self.out.text.len();
        let Some(leaf) = self.out.leaves.last_mut() else { return Span::new(end, end) };
        leaf.text = Span::new(leaf.text.start, end);
        leaf.text
    }

    /// Writes the name of what comes next, and makes its node.
    fn node(&mut self, name: Name<'_>) -> NodeId {
        let text = &mut self.out.text;
        let span = match name {
            Name::None => Span::new(text.len(), text.len()),
            Name::Given(name) => {
                let start = text.len() + 1;
                text.push(b'"');
                text.extend_from_slice(name);
                text.extend(b"\":");
                Span::new(start, start + name.len())
            }
            Name::Key => {
                text.extend(b"\":");
                self.key
            }
        };
        let index = self.out.nodes.len() as u32;
        let parent = self.open.last().map_or(index, |(node, _)| node.0);
        self.out.nodes.push(Node { parent, name: span });
        NodeId(index)
    }
}
