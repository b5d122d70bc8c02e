//! An anchored automaton over many patterns that reports every end of every pattern.

use std::collections::HashMap;

use regex_automata::nfa::thompson::{Compiler, Config, NFA, State, WhichCaptures};
use regex_automata::util::primitives::StateID;
use regex_syntax::hir::Hir;

use crate::byte_set::ByteSet;
use crate::finding::PatternId;
use crate::limits::MAX_NFA;

/// A deterministic automaton that starts where it is put and stops where nothing can match any more.
#[derive(Clone)]
pub struct Automaton {
    classes: Box<[u8; 256]>,
    stride: u32,
    /// Next states, premultiplied by the stride: the dead one, which is 0, those that accept, and the others.
    table: Vec<u32>,
    /// States from here on are neither dead nor accept.
    first_plain: u32,
    /// For each accepting state, the range of `patterns` that end there.
    accepts: Vec<(u32, u32)>,
    patterns: Vec<PatternId>,
    len: usize,
    start: u32,
}

/// The automaton would have more states than allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TooLarge;

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walk {
    /// Nothing can match any more.
    Dead,
    /// The text ended first.
    Alive,
}

impl Automaton {
    /// The automaton of those patterns; `reverse` for one that reads backwards.
    pub(crate) fn new(patterns: &[(PatternId, &Hir)], reverse: bool, max_states: usize) -> Result<Self, TooLarge> {
        let hirs: Vec<&Hir> = patterns.iter().map(|&(_, hir)| hir).collect();
        let config = Config::new()
            .utf8(false)
            .reverse(reverse)
            .which_captures(WhichCaptures::None)
            .nfa_size_limit(Some(MAX_NFA));
        let nfa = Compiler::new().configure(config).build_many_from_hir(&hirs).map_err(|_| TooLarge)?;
        let ids: Vec<PatternId> = patterns.iter().map(|&(id, _)| id).collect();
        Determinizer::new(&nfa, max_states).run(&ids)
    }

    /// Reads `text` forwards from `from` and reports every accepting state on the way with the end of the match; returns
    /// how it ended, and where.
    ///
    /// Cost: one step a byte up to the first at which nothing can match, or to `limit`.
    #[inline]
    pub(super) fn walk(
        &self,
        text: &[u8],
        from: usize,
        limit: usize,
        mut accept: impl FnMut(u32, usize),
    ) -> (Walk, usize) {
        let mut state = self.start;
        let end = text.len().min(from + limit);
        let text_from = &text[from..end];
        let (table, classes) = (self.table.as_slice(), &*self.classes);
        for (i, &byte) in text_from.iter().enumerate() {
            state = table[state as usize + usize::from(classes[usize::from(byte)])];
            if state < self.first_plain {
                if state == 0 {
                    return (Walk::Dead, from + i);
                }
                accept(state, from + i + 1);
            }
        }
        (if end < text.len() { Walk::Dead } else { Walk::Alive }, end)
    }

    /// Reads `text[..to]` backwards: the leftmost place where a match ends, that is starts, and whether more text
    /// before could move it.
    pub(super) fn walk_back(&self, text: &[u8], to: usize, limit: usize) -> Option<usize> {
        let mut state = self.start;
        let mut found = self.is_accept(state).then_some(to);
        for i in (to.saturating_sub(limit)..to).rev() {
            state = self.next(state, text[i]);
            if self.is_accept(state) {
                found = Some(i);
            } else if state == 0 {
                break;
            }
        }
        found
    }

    #[inline]
    fn next(&self, state: u32, byte: u8) -> u32 {
        self.table[state as usize + usize::from(self.classes[usize::from(byte)])]
    }

    /// The patterns that an accepting state reports.
    pub(super) fn patterns(&self, accept: u32) -> &[PatternId] {
        let (from, to) = self.accepts[(accept / self.stride - 1) as usize];
        &self.patterns[from as usize..to as usize]
    }

    /// Patterns in it.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The start state.
    pub(crate) fn start(&self) -> u32 {
        self.start
    }

    /// True when a match may end in that state.
    pub(crate) fn is_accept(&self, state: u32) -> bool {
        state != 0 && state < self.first_plain
    }

    /// The live states that follow `state`, each with the bytes that lead there.
    pub(crate) fn successors(&self, state: u32) -> Vec<(u32, Vec<u8>)> {
        let mut next: Vec<(u32, Vec<u8>)> = Vec::new();
        for byte in 0..=255 {
            let to = self.next(state, byte);
            if to == 0 {
                continue;
            }
            match next.iter_mut().find(|(state, _)| *state == to) {
                Some((_, bytes)) => bytes.push(byte),
                None => next.push((to, vec![byte])),
            }
        }
        next
    }

    /// The bytes that a match of at least `min_len` bytes may have in each of its first places; all where it may be over.
    pub(crate) fn reach<const PLACES: usize>(&self, min_len: usize) -> [ByteSet; PLACES] {
        let mut states = vec![self.start];
        let mut over = false;
        std::array::from_fn(|place| {
            over |= place >= min_len && states.iter().any(|&state| self.is_accept(state));
            let mut set = ByteSet::EMPTY;
            let mut next = Vec::new();
            for (to, bytes) in states.iter().flat_map(|&state| self.successors(state)) {
                bytes.into_iter().for_each(|byte| set.insert(byte));
                next.push(to);
            }
            next.sort_unstable();
            next.dedup();
            states = next;
            if over { ByteSet::ALL } else { set }
        })
    }

    /// Number of states.
    pub fn states(&self) -> usize {
        self.table.len() / self.stride as usize
    }

    /// Bytes of memory that a walk may touch.
    pub fn memory(&self) -> usize {
        self.table.len() * 4 + 256
    }
}

impl std::fmt::Debug for Automaton {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Automaton({} states, {} bytes)", self.states(), self.memory())
    }
}

/// Subset construction that keeps every pattern alive to its last byte: no pattern hides another.
struct Determinizer<'a> {
    nfa: &'a NFA,
    max_states: usize,
    /// A byte of each class.
    samples: Vec<u8>,
    classes: [u8; 256],
    ids: HashMap<Box<[StateID]>, u32, Quick>,
    sets: Vec<Box<[StateID]>>,
    seen: Vec<u32>,
    round: u32,
    todo: Vec<StateID>,
}

/// A hash for sets of states, which nobody chooses to collide: rules are trusted, and their number of states is bounded.
#[derive(Clone, Copy, Default)]
struct Quick(u64);

impl std::hash::BuildHasher for Quick {
    type Hasher = Self;

    fn build_hasher(&self) -> Self {
        Self::default()
    }
}

impl std::hash::Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.write_u64(chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)));
        }
        chunks.remainder().iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl<'a> Determinizer<'a> {
    fn new(nfa: &'a NFA, max_states: usize) -> Self {
        let of = nfa.byte_classes();
        let classes: [u8; 256] = std::array::from_fn(|byte| of.get(byte as u8));
        let mut samples = Vec::new();
        for byte in 0..=255_u8 {
            if usize::from(classes[usize::from(byte)]) == samples.len() {
                samples.push(byte);
            }
        }
        let seen = vec![0; nfa.states().len()];
        Self {
            nfa,
            max_states,
            samples,
            classes,
            ids: HashMap::default(),
            sets: Vec::new(),
            seen,
            round: 0,
            todo: Vec::new(),
        }
    }

    fn run(mut self, patterns: &[PatternId]) -> Result<Automaton, TooLarge> {
        self.id(&mut Vec::new())?;
        let mut next = Vec::new();
        self.round += 1;
        self.close(self.nfa.start_anchored(), &mut next);
        let start = self.id(&mut next)?;
        let stride = self.samples.len();
        let mut rows: Vec<u32> = Vec::new();
        let mut at = 0;
        while at < self.sets.len() {
            for class in 0..stride {
                self.step(at, self.samples[class], &mut next);
                rows.push(self.id(&mut next)?);
            }
            at += 1;
        }
        Ok(self.number(&rows, start, patterns))
    }

    /// The states after `byte`, in no order.
    fn step(&mut self, set: usize, byte: u8, next: &mut Vec<StateID>) {
        self.round += 1;
        next.clear();
        for i in 0..self.sets[set].len() {
            let to = match self.nfa.state(self.sets[set][i]) {
                State::ByteRange { trans } => trans.matches_byte(byte).then_some(trans.next),
                State::Sparse(sparse) => sparse.matches_byte(byte),
                State::Dense(dense) => dense.matches_byte(byte),
                _ => None,
            };
            if let Some(to) = to {
                self.close(to, next);
            }
        }
    }

    /// Adds what is reached from `state` without reading: only states that read or match are kept.
    fn close(&mut self, state: StateID, set: &mut Vec<StateID>) {
        let mut todo = std::mem::take(&mut self.todo);
        todo.push(state);
        while let Some(state) = todo.pop() {
            if std::mem::replace(&mut self.seen[state.as_usize()], self.round) == self.round {
                continue;
            }
            match self.nfa.state(state) {
                State::Union { alternates } => todo.extend(alternates.iter().copied()),
                State::BinaryUnion { alt1, alt2 } => todo.extend([*alt1, *alt2]),
                State::Capture { next, .. } => todo.push(*next),
                // Patterns with look-around go the general way and never come here.
                State::Look { .. } | State::Fail => {}
                _ => set.push(state),
            }
        }
        self.todo = todo;
    }

    fn id(&mut self, set: &mut [StateID]) -> Result<u32, TooLarge> {
        set.sort_unstable();
        if let Some(&id) = self.ids.get(&*set) {
            return Ok(id);
        }
        if self.sets.len() >= self.max_states {
            return Err(TooLarge);
        }
        let id = self.sets.len() as u32;
        self.sets.push(set.into());
        self.ids.insert(set.into(), id);
        Ok(id)
    }

    fn ends(&self, set: usize, patterns: &[PatternId]) -> Vec<PatternId> {
        let mut ends: Vec<PatternId> = self.sets[set]
            .iter()
            .filter_map(|&state| match self.nfa.state(state) {
                State::Match { pattern_id } => Some(patterns[pattern_id.as_usize()]),
                _ => None,
            })
            .collect();
        ends.sort_unstable();
        ends
    }

    /// Numbers the states so that those that accept come before the others, and lays out the table.
    fn number(&self, rows: &[u32], start: u32, patterns: &[PatternId]) -> Automaton {
        let width = self.samples.len();
        let (columns, column_of) = distinct_columns(rows, width);
        let stride = columns.len();
        let ends: Vec<Vec<PatternId>> = (0..self.sets.len()).map(|set| self.ends(set, patterns)).collect();
        // Set 0 is the empty one, which is dead.
        let order: Vec<usize> = std::iter::once(0)
            .chain((1..self.sets.len()).filter(|&set| !ends[set].is_empty()))
            .chain((1..self.sets.len()).filter(|&set| ends[set].is_empty()))
            .collect();
        let mut place = vec![0; self.sets.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = (new * stride) as u32;
        }
        let accepting = ends.iter().filter(|ends| !ends.is_empty()).count();
        let mut table = Vec::with_capacity(rows.len());
        let (mut accepts, mut listed) = (Vec::new(), Vec::new());
        for &old in &order {
            table.extend(columns.iter().map(|&column| place[rows[old * width + column] as usize]));
            if !ends[old].is_empty() {
                let from = listed.len() as u32;
                listed.extend(ends[old].iter().copied());
                accepts.push((from, listed.len() as u32));
            }
        }
        Automaton {
            classes: Box::new(self.classes.map(|class| column_of[usize::from(class)])),
            stride: stride as u32,
            table,
            first_plain: ((1 + accepting) * stride) as u32,
            accepts,
            patterns: listed,
            len: patterns.len(),
            start: place[start as usize],
        }
    }
}

/// The columns of a table that differ, and for each column which of those it is. Classes of bytes that lead everywhere to
/// the same states are one.
fn distinct_columns(rows: &[u32], width: usize) -> (Vec<usize>, Vec<u8>) {
    let mut columns: Vec<usize> = Vec::new();
    let mut seen: HashMap<Vec<u32>, u8> = HashMap::new();
    let of = (0..width).map(|column| {
        let states = rows.iter().skip(column).step_by(width).copied().collect();
        *seen.entry(states).or_insert_with(|| {
            columns.push(column);
            (columns.len() - 1) as u8
        })
    });
    let of = of.collect();
    (columns, of)
}
