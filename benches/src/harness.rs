//! Builds, checks, and then measures: all engines in one process, one after the other in every round.

mod control;
mod plan;
mod time;

use std::collections::HashMap;

pub use control::Control;
pub use plan::{Cell, cells};
pub use time::Spread;

use privet_core::Backend;

use crate::check::{Slices, Truth};
use crate::corpus::{Corpus, Haystack};
use crate::data::{Data, Reports};
use crate::engine::{self, Built, Kind, Privet};
use crate::report::Report;
use crate::rules::Rules;

/// How a run is done.
#[derive(Clone, Debug)]
pub struct Options {
    /// Tables to run; all when empty.
    pub tables: Vec<String>,
    /// Texts to run over; all when empty.
    pub corpora: Vec<String>,
    /// Most of a corpus, in millions of bytes.
    pub mb: f64,
    /// Rounds that count; one more warms up.
    pub rounds: usize,
    /// What is spoilt on purpose.
    pub control: Option<Control>,
    /// Bytes that slow references look at.
    pub slices: Slices,
}

impl Default for Options {
    fn default() -> Self {
        let slices = Slices { naive: 64 << 10, single: 256 << 10 };
        Self { tables: Vec::new(), corpora: Vec::new(), mb: 16.0, rounds: 7, control: None, slices }
    }
}

/// One engine over one text with one set of rules.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is a column, told in BENCHMARKS.md")]
pub struct Row {
    pub corpus: String,
    pub rules: String,
    pub mode: String,
    pub engine: String,
    pub reports: String,
    pub bytes: usize,
    pub messages: usize,
    pub mbps: Spread,
    /// How many times as fast Privet's best backend is.
    pub ratio: Spread,
    pub count: u64,
    pub hash: u64,
    pub haystack: u64,
    pub patterns: u64,
    pub build_ms: f64,
    pub memory: Option<usize>,
    /// Messages that could not be compared with the reference.
    pub uncompared: usize,
}

/// What a run gave.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Every engine, cell by cell.
    pub rows: Vec<Row>,
    /// What was wrong: the cell and the engine, and why. Such an engine has no row.
    pub wrong: Vec<(String, String)>,
}

/// Runs the cells of the chosen tables; `more` are engines of other crates, `told` is given a line for each cell.
///
/// # Errors
///
/// The data is wrong, or an engine cannot be built.
pub fn run(data: &Data, options: &Options, more: &[Kind], told: &mut dyn FnMut(&str)) -> Result<Outcome, String> {
    let mut cells = plan::cells(data, &options.tables)?;
    options.corpora.iter().try_for_each(|id| data.corpus(id).map(|_| ()))?;
    cells.retain(|cell| options.corpora.is_empty() || options.corpora.contains(&cell.corpus));
    let mut outcome = Outcome::default();
    let mut corpora: HashMap<&str, Corpus> = HashMap::new();
    // Cells come set by set, so that each engine is built once and given up after its set.
    for cells in cells.chunk_by(|a, b| a.rules == b.rules) {
        let mut bench = Bench::new(data, &cells[0].rules, options, more)?;
        for cell in cells {
            let spec = data.corpus(&cell.corpus)?;
            if !corpora.contains_key(spec.id.as_str()) {
                let bytes = (spec.mb.min(options.mb) * 1e6) as usize;
                corpora.insert(&spec.id, Corpus::generate(&spec.generator, spec.seed, bytes)?);
            }
            let haystack = corpora[spec.id.as_str()].haystack();
            told(&format!("{} / {} / {}", cell.corpus, cell.rules, cell.mode.as_str()));
            bench.cell(cell, haystack, spec.adversarial, &mut outcome)?;
        }
    }
    Ok(outcome)
}

/// The engines over one set of rules.
struct Bench<'a> {
    data: &'a Data,
    options: &'a Options,
    more: &'a [Kind],
    rules: Rules,
    /// Each spec's engines, once they are needed.
    built: HashMap<String, Vec<Built>>,
    /// Privet's naive backend: finding, and masking.
    oracles: [Privet; 2],
}

impl<'a> Bench<'a> {
    fn new(data: &'a Data, rules: &str, options: &'a Options, more: &'a [Kind]) -> Result<Self, String> {
        let rules = Rules::build(data, rules)?;
        let redacting = Privet::redacting(&rules, Backend::Naive)?;
        let oracles = [redacting.without_masking(), redacting];
        Ok(Self { data, options, more, rules, built: HashMap::new(), oracles })
    }

    fn cell(
        &mut self,
        cell: &Cell,
        haystack: Haystack<'_>,
        adversarial: bool,
        outcome: &mut Outcome,
    ) -> Result<(), String> {
        let Self { data, options, more, rules, built, oracles } = self;
        for id in &cell.engines {
            if !built.contains_key(id) {
                let engines = control::build(data.engine(id)?, rules, more, options.control)?;
                built.insert(id.clone(), engines);
            }
        }
        let truth = Truth::new(rules, haystack, adversarial, options.slices);
        let mut runs: Vec<Run<'_>> = Vec::new();
        for (id, engines) in built.iter_mut().filter(|(id, _)| cell.engines.contains(id)) {
            for built in engines {
                let limit = built.spec.mb.map_or(usize::MAX, |mb| (mb * 1e6) as usize);
                let place = cell.engines.iter().position(|engine| engine == id).unwrap_or(usize::MAX);
                runs.push(Run::new(built, haystack.first(limit), place));
            }
        }
        runs.sort_by_key(|run| (run.place, run.built.name.clone()));
        runs.retain_mut(|run| {
            let verdict = run.check(cell, &truth, oracles);
            if let Err(why) = &verdict {
                outcome.wrong.push((cell.name(&run.built.name), why.clone()));
            }
            verdict.is_ok()
        });
        agree(cell, &mut runs, outcome);
        for round in 0..=options.rounds {
            for turn in 0..runs.len() {
                // Nobody always comes after the same one.
                let at = (turn + round) % runs.len();
                runs[at].time(cell, round > 0);
            }
        }
        let unsteady = runs.iter().filter(|run| run.unsteady);
        outcome.wrong.extend(unsteady.map(|run| (cell.name(&run.built.name), "a round reported otherwise".to_owned())));
        let best = best(&runs);
        for run in &runs {
            outcome.rows.push(run.row(cell, rules, haystack, best.map(|at| &runs[at])));
        }
        Ok(())
    }
}

/// All backends must report the same over the whole text.
fn agree(cell: &Cell, runs: &mut Vec<Run<'_>>, outcome: &mut Outcome) {
    let of = |run: &Run<'_>| (run.seen.count, run.seen.hash, run.seen.output);
    let Some(first) = runs.iter().find(|run| run.is_redact()).map(of) else { return };
    runs.retain(|run| {
        let agrees = !run.is_redact() || of(run) == first;
        if !agrees {
            outcome.wrong.push((cell.name(&run.built.name), "other findings than another backend".to_owned()));
        }
        agrees
    });
}

/// Privet's fastest row.
fn best(runs: &[Run<'_>]) -> Option<usize> {
    let ours = (0..runs.len()).filter(|&at| runs[at].is_redact());
    ours.max_by(|&a, &b| runs[a].speed().median.total_cmp(&runs[b].speed().median))
}

/// An engine in a cell.
struct Run<'a> {
    built: &'a mut Built,
    piece: Haystack<'a>,
    /// Where the table has it.
    place: usize,
    /// What it reported when it was checked.
    seen: Report,
    uncompared: usize,
    /// Seconds of each round that counts.
    seconds: Vec<f64>,
    /// A round reported something else.
    unsteady: bool,
}

impl<'a> Run<'a> {
    fn new(built: &'a mut Built, piece: Haystack<'a>, place: usize) -> Self {
        let seen = Report::default();
        Self { built, piece, place, seen, uncompared: 0, seconds: Vec::new(), unsteady: false }
    }

    fn is_redact(&self) -> bool {
        self.built.spec.kind == "privet-redact"
    }

    fn check(&mut self, cell: &Cell, truth: &Truth<'_>, oracles: &mut [Privet; 2]) -> Result<(), String> {
        self.built.engine.reset();
        let mut seen = Report::keeping();
        self.built.engine.run(self.piece, cell.mode, &mut seen);
        self.uncompared = truth.check(self.built.spec.reports, self.piece, cell.mode, &seen)?;
        if self.built.spec.reports == Reports::Pipeline {
            let oracle = &mut oracles[usize::from(self.built.spec.kind == "privet-redact")];
            truth.check_pipeline(&mut *self.built.engine, oracle, cell.mode)?;
        }
        seen.list = None;
        self.seen = seen;
        Ok(())
    }

    fn time(&mut self, cell: &Cell, counts: bool) {
        let mut report = Report::default();
        let seconds = time::of(|| self.built.engine.run(self.piece, cell.mode, &mut report));
        if counts {
            self.seconds.push(seconds);
        }
        self.unsteady |= (report.count, report.hash) != (self.seen.count, self.seen.hash);
    }

    /// Millions of bytes a second, round by round.
    fn speeds(&self) -> impl Iterator<Item = f64> {
        self.seconds.iter().map(|seconds| self.piece.bytes.len() as f64 / 1e6 / seconds)
    }

    fn speed(&self) -> Spread {
        Spread::of(self.speeds().collect())
    }

    fn row(&self, cell: &Cell, rules: &Rules, whole: Haystack<'_>, best: Option<&Run<'_>>) -> Row {
        let ratios = best.map(|best| best.speeds().zip(self.speeds()).map(|(best, this)| best / this).collect());
        Row {
            corpus: cell.corpus.clone(),
            rules: cell.rules.clone(),
            mode: cell.mode.as_str().to_owned(),
            engine: self.built.name.clone(),
            reports: self.built.spec.reports.as_str().to_owned(),
            bytes: self.piece.bytes.len(),
            messages: self.piece.lines.len(),
            mbps: self.speed(),
            ratio: Spread::of(ratios.unwrap_or_default()),
            count: self.seen.count,
            hash: self.seen.hash,
            haystack: whole.hash(),
            patterns: rules.hash(),
            build_ms: self.built.build_ms,
            memory: self.built.engine.memory(),
            uncompared: self.uncompared,
        }
    }
}

/// The engines of a spec that this build has.
///
/// # Errors
///
/// The rules do not compile.
pub fn available(data: &Data, more: &[Kind]) -> Result<Vec<String>, String> {
    let rules = Rules::build(data, "secrets")?;
    let mut names = Vec::new();
    for spec in &data.engines {
        names.extend(engine::build(spec, &rules, more)?.into_iter().map(|built| built.name));
    }
    Ok(names)
}
