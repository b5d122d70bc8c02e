//! Engines that must agree.

use std::fmt;

use privet_core::{Backend, Engine, Finding, Policy, Ruleset, Scratch, StreamFilter};

use super::input::Block;
use crate::corpus::Rng;
use crate::rules::library;

/// The same rules and policy on several backends: the first is what the others are compared with.
#[derive(Debug)]
pub struct Panel {
    engines: Vec<(Backend, Engine)>,
}

/// Two backends that do not agree. Says where, and holds no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The one that is compared.
    pub backend: Backend,
    /// The one that it is compared with.
    pub against: Backend,
    /// The record, if it shows in one alone.
    pub record: Option<usize>,
    /// The bytes of what was read.
    pub len: usize,
    /// What differs.
    pub what: &'static str,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { backend, against, record, len, what } = self;
        write!(f, "{} differs from {} in {what}, ", backend.as_str(), against.as_str())?;
        match record {
            Some(record) => write!(f, "record {record} of {len} bytes"),
            None => write!(f, "over {len} bytes"),
        }
    }
}

/// What was the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// Findings.
    pub findings: u64,
    /// A hash of the findings and of the masked bytes.
    pub digest: u64,
}

/// What an engine makes of some input.
#[derive(PartialEq, Eq)]
struct Seen {
    /// With the record they are in.
    findings: Vec<(usize, Finding)>,
    masked: Vec<u8>,
}

impl Panel {
    /// Engines over the named rules on every backend of this machine; the oracle only if it is what they are compared
    /// with.
    ///
    /// # Panics
    ///
    /// When there are no such rules, or they do not compile, or this machine cannot run `against`.
    pub fn new(rules: &str, policy: &Policy, against: Backend) -> Self {
        assert!(against.is_available(), "{} cannot run here", against.as_str());
        let selection = library().select(rules).unwrap_or_else(|error| panic!("{error}"));
        let rest = Backend::available().filter(|&backend| backend != against && backend != Backend::Naive);
        let engine = |backend| {
            let rules = Ruleset::compile(&selection, backend).unwrap_or_else(|error| panic!("{error}"));
            (backend, Engine::new(rules, policy.clone()))
        };
        Self { engines: [against].into_iter().chain(rest).map(engine).collect() }
    }

    /// The same rules with another policy, compiled no second time.
    #[must_use]
    pub fn with(&self, policy: &Policy) -> Self {
        let engine =
            |(backend, engine): &(Backend, Engine)| (*backend, Engine::new(engine.rules().clone(), policy.clone()));
        Self { engines: self.engines.iter().map(engine).collect() }
    }

    /// The backends, that which the others are compared with first.
    pub fn backends(&self) -> impl Iterator<Item = Backend> {
        self.engines.iter().map(|&(backend, _)| backend)
    }

    /// The records of a block on every backend.
    ///
    /// # Errors
    ///
    /// The first difference, down to its record.
    pub fn block(&self, block: &Block, scratch: &mut Scratch) -> Result<Agreed, Difference> {
        let mut batch = |engine: &Engine| {
            let mut seen = Seen { findings: Vec::new(), masked: Vec::with_capacity(block.bytes.len() + 4096) };
            let records = block.records.iter().copied();
            engine.redact_batch(&block.bytes, records, scratch, &mut seen.masked, |nth, found| {
                seen.findings.extend(found.iter().map(|&finding| (nth, finding)));
            });
            seen
        };
        let agreed = self.compare(block.bytes.len(), &mut batch);
        agreed.map_err(|difference| {
            let records = (0..block.records.len()).map(|nth| (nth, block.record(nth)));
            let single = records.filter_map(|(nth, record)| Some((nth, self.record(record, scratch).err()?))).next();
            single.map_or(difference, |(nth, single)| Difference { record: Some(nth), ..single })
        })
    }

    /// One record on every backend: what is found, and what is masked.
    ///
    /// # Errors
    ///
    /// The first difference.
    pub fn record(&self, record: &[u8], scratch: &mut Scratch) -> Result<Agreed, Difference> {
        self.compare(record.len(), |engine| {
            let findings = engine.scan(record, scratch).iter().map(|&finding| (0, finding)).collect();
            Seen { findings, masked: engine.redact(record, scratch).bytes().to_vec() }
        })
    }

    /// `text` as a stream, cut into the same chunks for every backend. `sizes` bounds the length of a chunk.
    ///
    /// # Errors
    ///
    /// The first difference.
    pub fn stream(&self, text: &[u8], json: bool, sizes: usize, rng: &mut Rng) -> Result<Agreed, Difference> {
        let mut chunks = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            // Empty chunks are chunks, too.
            let (chunk, more) = rest.split_at(rest.len().min(rng.below(sizes as u64 + 1) as usize));
            chunks.push(chunk);
            rest = more;
        }
        self.compare(text.len(), |engine| {
            let mut filter = StreamFilter::new(engine).json(json);
            let mut seen = Seen { findings: Vec::new(), masked: Vec::with_capacity(text.len() + 4096) };
            for (nth, chunk) in chunks.iter().enumerate() {
                filter.push(chunk, &mut seen.masked);
                seen.findings.extend(filter.findings().iter().map(|&finding| (nth, finding)));
            }
            filter.finish(&mut seen.masked);
            seen.findings.extend(filter.findings().iter().map(|&finding| (chunks.len(), finding)));
            seen
        })
    }

    fn compare(&self, len: usize, mut see: impl FnMut(&Engine) -> Seen) -> Result<Agreed, Difference> {
        let Some(((against, first), rest)) = self.engines.split_first() else { return Ok(Agreed::default()) };
        let expected = see(first);
        for (backend, engine) in rest {
            let seen = see(engine);
            let what = if seen.findings != expected.findings {
                "findings"
            } else if seen.masked != expected.masked {
                "masked bytes"
            } else {
                continue;
            };
            return Err(Difference { backend: *backend, against: *against, record: None, len, what });
        }
        Ok(Agreed { findings: expected.findings.len() as u64, digest: expected.digest() })
    }
}

impl Seen {
    /// FNV-1a over the findings and, eight bytes at a time, over what is masked.
    fn digest(&self) -> u64 {
        let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
        let findings = self.findings.iter().fold(0xcbf2_9ce4_8422_2325, |hash, (nth, finding)| {
            let words = [*nth, finding.span.start, finding.span.end, finding.rule.index(), finding.likelihood as usize];
            words.into_iter().fold(hash, |hash, word| mix(hash, word as u64))
        });
        self.masked.chunks(8).fold(mix(findings, self.masked.len() as u64), |hash, chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            mix(hash, u64::from_le_bytes(word))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::differential::{Kind, block};

    #[test]
    fn engines_that_differ_are_told_apart() {
        let rules = |rules: &str| Panel::new(rules, &Policy::default(), Backend::Portable).engines.swap_remove(0).1;
        let engines = vec![(Backend::Naive, rules("US_SSN")), (Backend::Portable, rules("US_SSN,-us.ssn,UK_NHS"))];
        let panel = Panel { engines };
        let mut scratch = Scratch::new();
        let mut block = block(1, Kind::CleanEvents, 0, 5000);
        assert_eq!(panel.block(&block, &mut scratch).map(|agreed| agreed.findings), Ok(0));
        block.push(b"my SSN is 219-09-9999");
        let nth = block.records.len() - 1;
        let difference = panel.block(&block, &mut scratch).unwrap_err();
        assert_eq!((difference.record, difference.len, difference.what), (Some(nth), 21, "findings"));
        assert_eq!(
            difference.to_string(),
            format!("portable differs from naive in findings, record {nth} of 21 bytes")
        );
        assert!(panel.stream(&block.bytes, false, 100, &mut Rng::new(1)).is_err());
    }

    #[test]
    fn what_agrees_has_a_digest() {
        let panel = Panel::new("US_SSN", &Policy::default(), Backend::Naive);
        assert!(
            panel.backends().eq([Backend::Naive]
                .into_iter()
                .chain(Backend::available().filter(|&backend| backend != Backend::Naive)))
        );
        let mut scratch = Scratch::new();
        let [one, two] = [b"my SSN is 219-09-9999", b"my SSN is 219-09-9998"]
            .map(|record| panel.record(record, &mut scratch).unwrap());
        assert_eq!((one.findings, two.findings), (1, 1));
        assert_eq!(one.digest, two.digest, "both are masked alike");
        let other = panel.record(b"my SSN is  219-09-9999", &mut scratch).unwrap();
        assert_ne!(one.digest, other.digest);
    }
}
