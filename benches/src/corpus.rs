//! Texts to search, made from seeds: one message a line.
//!
//! All of it is synthetic. Nothing here is shared with the sample by which the core clusters its patterns, nor with the
//! labelled corpora of the tests.

mod adversarial;
mod dense;
mod events;
mod logs;
mod personal;
mod prose;

use crate::report::fnv;
use crate::rng::Rng;

/// Bytes of a batch, about: as many whole messages as fit, and one at least.
pub const BATCH: usize = 64 << 10;

/// A text and its messages.
#[derive(Clone, Debug)]
pub struct Corpus {
    bytes: Vec<u8>,
    /// Start and end of each message, without the line feed.
    lines: Vec<(usize, usize)>,
}

/// A text as an engine sees it: whole messages from the start of a corpus.
#[derive(Clone, Copy, Debug)]
pub struct Haystack<'a> {
    /// All messages, each with its line feed.
    pub bytes: &'a [u8],
    /// Start and end of each message, without the line feed.
    pub lines: &'a [(usize, usize)],
}

/// How much an engine is given in one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// One message.
    Message,
    /// Whole messages of [`BATCH`] bytes.
    Batch,
}

impl Mode {
    /// The name in data and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Batch => "batch",
        }
    }
}

/// Appends one message to a text, without a line feed.
type Generator = fn(&mut Rng, &mut String);

/// The generator of that name.
fn generator(name: &str) -> Option<Generator> {
    Some(match name {
        "events" => |rng, out| events::push(rng, true, out),
        "events_clean" => |rng, out| events::push(rng, false, out),
        "logs" => logs::push,
        "prose" => prose::push,
        "dense" => dense::push,
        "digits" => adversarial::digits,
        "hex" => adversarial::hex,
        "at" => adversarial::at,
        "separators" => adversarial::separators,
        "base64" => adversarial::base64,
        "nearly" => adversarial::nearly,
        "words" => adversarial::words,
        _ => return None,
    })
}

impl Corpus {
    /// Messages of `name` until there are `bytes` of them.
    ///
    /// # Errors
    ///
    /// There is no such generator.
    pub fn generate(name: &str, seed: u64, bytes: usize) -> Result<Self, String> {
        let push = generator(name).ok_or_else(|| format!("no generator is called {name:?}"))?;
        let (mut rng, mut text) = (Rng::new(seed), String::with_capacity(bytes + 4096));
        let mut lines = Vec::new();
        while text.len() < bytes {
            let start = text.len();
            push(&mut rng, &mut text);
            lines.push((start, text.len()));
            text.push('\n');
        }
        Ok(Self { bytes: text.into_bytes(), lines })
    }

    /// The whole text.
    pub fn haystack(&self) -> Haystack<'_> {
        Haystack { bytes: &self.bytes, lines: &self.lines }
    }
}

impl<'a> Haystack<'a> {
    /// As many whole messages from the start as fit into `bytes`, and one at least.
    pub fn first(self, bytes: usize) -> Self {
        let many = self.lines.partition_point(|&(_, end)| end < bytes).max(1).min(self.lines.len());
        let end = self.lines.get(many).map_or(self.bytes.len(), |&(start, _)| start);
        Self { bytes: &self.bytes[..end], lines: &self.lines[..many] }
    }

    /// What an engine is given call by call: the offset of each piece and the messages in it.
    pub fn calls(self, mode: Mode) -> impl Iterator<Item = (usize, &'a [u8], &'a [(usize, usize)])> {
        let mut lines = self.lines;
        std::iter::from_fn(move || {
            let &(start, mut end) = lines.first()?;
            let mut many = 1;
            if mode == Mode::Batch {
                while many < lines.len() && lines[many].1 - start <= BATCH {
                    end = lines[many].1;
                    many += 1;
                }
            }
            let (these, rest) = lines.split_at(many);
            lines = rest;
            Some((start, &self.bytes[start..end], these))
        })
    }

    /// The message in which a byte stands.
    pub fn line_of(self, at: usize) -> usize {
        self.lines.partition_point(|&(start, _)| start <= at).saturating_sub(1)
    }

    /// Fingerprint of the text.
    pub fn hash(self) -> u64 {
        fnv(self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 12] = [
        "events", "events_clean", "logs", "prose", "dense", "digits", "hex", "at", "separators", "base64", "nearly",
        "words",
    ];

    #[test]
    fn the_seed_decides() {
        for name in NAMES {
            let hash = |seed| Corpus::generate(name, seed, 20_000).unwrap().haystack().hash();
            assert_eq!(hash(1), hash(1), "{name}");
            // All lines of this one are of the same byte.
            assert_eq!(hash(1) == hash(2), name == "at", "{name}");
        }
        assert!(Corpus::generate("none", 1, 1).is_err());
    }

    #[test]
    fn calls_cover_every_message_once() {
        let corpus = Corpus::generate("logs", 1, 300_000).unwrap();
        let haystack = corpus.haystack();
        for mode in [Mode::Message, Mode::Batch] {
            let (mut lines, mut longest) = (Vec::new(), 0);
            for (start, piece, these) in haystack.calls(mode) {
                assert_eq!(these[0].0, start);
                assert_eq!(these[these.len() - 1].1, start + piece.len());
                lines.extend_from_slice(these);
                longest = longest.max(piece.len());
            }
            assert_eq!(lines, haystack.lines);
            assert!(longest <= BATCH && (mode == Mode::Message || longest > BATCH / 2));
        }
    }

    #[test]
    fn a_prefix_is_whole_messages() {
        let corpus = Corpus::generate("events", 1, 50_000).unwrap();
        let first = corpus.haystack().first(10_000);
        assert!(first.bytes.len() <= 10_000 && first.bytes.ends_with(b"\n"));
        assert_eq!(first.lines.len(), first.bytes.split(|&byte| byte == b'\n').count() - 1);
        assert_eq!(corpus.haystack().first(1).lines.len(), 1);
        assert_eq!(corpus.haystack().first(usize::MAX).bytes.len(), corpus.bytes.len());
        for (index, &(start, end)) in first.lines.iter().enumerate() {
            assert_eq!((first.line_of(start), first.line_of(end - 1)), (index, index));
        }
    }

    #[test]
    fn messages_have_the_length_they_should() {
        let expected = [
            ("events", 700..950),
            ("events_clean", 650..900),
            ("logs", 110..170),
            ("prose", 45..80),
            ("dense", 380..540),
        ];
        for (name, expected) in expected {
            let corpus = Corpus::generate(name, 7, 400_000).unwrap();
            let length = corpus.bytes.len() / corpus.lines.len();
            assert!(expected.contains(&length), "{name}: {length}");
        }
    }
}
