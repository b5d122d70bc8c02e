//! The tables of what is run: `benches/data/*.toml`, part of the program.

use serde::Deserialize;

use crate::corpus::Mode;

/// A text to search.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorpusSpec {
    /// Its name.
    pub id: String,
    /// What makes it.
    pub generator: String,
    /// What it is made from.
    pub seed: u64,
    /// Size of a full run, in millions of bytes.
    pub mb: f64,
    /// No honest sender writes it.
    #[serde(default)]
    pub adversarial: bool,
    /// What it stands for.
    pub about: String,
}

/// What must stand beside a match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edge {
    /// The edge of a word: `\b`.
    #[default]
    Word,
    /// Anything.
    None,
}

/// A pattern, and what Privet and others know about the number.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PatternSpec {
    /// Its name.
    pub name: String,
    /// The regular expression, without its edges.
    pub regex: String,
    /// Before a match.
    #[serde(default)]
    pub left: Edge,
    /// After a match.
    #[serde(default)]
    pub right: Edge,
    /// Privet looks for the literal inside.
    #[serde(default)]
    pub inner: bool,
    /// Privet's bound on a match, in bytes.
    pub max_len: Option<usize>,
    /// Privet's check.
    pub validator: Option<String>,
    /// What a failed check means.
    pub mode: Option<String>,
    /// The check of dd-sensitive-data-scanner.
    pub dd: Option<String>,
    /// It says little by itself.
    #[serde(default)]
    pub bare: bool,
    /// It starts with a literal that only secrets have.
    #[serde(default)]
    pub secret: bool,
    /// Words that name it.
    #[serde(default)]
    pub words: Vec<String>,
}

/// Where rules come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The patterns of this crate.
    Patterns,
    /// The rules that Privet ships.
    Shipped,
}

/// A set of rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesSpec {
    /// Its name.
    pub id: String,
    /// Where they come from.
    pub from: Origin,
    /// Made-up patterns beside them.
    #[serde(default)]
    pub synthetic: usize,
    /// Secrets only.
    #[serde(default)]
    pub secrets: bool,
    /// With check digits and words.
    #[serde(default)]
    pub full: bool,
    /// What it stands for.
    pub about: String,
}

/// What an engine reports, and so how it is checked; `benches/data/engines.toml` tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is told in the data")]
pub enum Reports {
    Pipeline,
    Matches,
    Each,
    Starts,
    Ends,
    Winner,
    Members,
    Changed,
    Some,
    Less,
    Nothing,
}

impl Reports {
    /// What is said of it in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pipeline => "whole pipeline",
            Self::Matches => "all matches",
            Self::Each => "all matches, per rule",
            Self::Starts => "all ends with starts",
            Self::Ends => "all ends",
            Self::Winner => "one match a place",
            Self::Members => "which rules",
            Self::Changed => "replaced text",
            Self::Some => "its choice of matches",
            Self::Less => "its choice, checked",
            Self::Nothing => "nothing",
        }
    }
}

/// Something that is run.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EngineSpec {
    /// Its name.
    pub id: String,
    /// What builds it.
    pub kind: String,
    /// What comes out.
    pub reports: Reports,
    /// Most that it is given, in millions of bytes.
    pub mb: Option<f64>,
    /// It needs what a default build does not have.
    #[serde(default)]
    pub optional: bool,
    /// What it does and does not do.
    pub about: String,
}

/// Combinations that are run and shown together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// Its name.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it shows.
    pub about: String,
    /// Texts.
    pub corpora: Vec<String>,
    /// Sets of rules.
    pub rules: Vec<String>,
    /// How much is given in a call.
    pub modes: Vec<Mode>,
    /// Engines.
    pub engines: Vec<String>,
}

/// All tables.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "named after their types")]
pub struct Data {
    pub corpora: Vec<CorpusSpec>,
    pub patterns: Vec<PatternSpec>,
    pub rules: Vec<RulesSpec>,
    pub engines: Vec<EngineSpec>,
    pub tables: Vec<TableSpec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    corpus: Vec<CorpusSpec>,
    pattern: Vec<PatternSpec>,
    rules: Vec<RulesSpec>,
    engine: Vec<EngineSpec>,
    table: Vec<TableSpec>,
}

impl Data {
    /// Reads the files.
    ///
    /// # Errors
    ///
    /// A file is wrong, or a table names what there is not.
    pub fn load() -> Result<Self, String> {
        // Each file holds an array of its own name, so that together they are one document.
        let text = concat!(
            include_str!("../data/corpora.toml"),
            include_str!("../data/patterns.toml"),
            include_str!("../data/rules.toml"),
            include_str!("../data/engines.toml"),
            include_str!("../data/tables.toml"),
        );
        let files: Files = toml::from_str(text).map_err(|error| error.to_string())?;
        let data = Self {
            corpora: files.corpus,
            patterns: files.pattern,
            rules: files.rules,
            engines: files.engine,
            tables: files.table,
        };
        for table in &data.tables {
            table.corpora.iter().try_for_each(|id| data.corpus(id).map(|_| ()))?;
            table.rules.iter().try_for_each(|id| data.ruleset(id).map(|_| ()))?;
            table.engines.iter().try_for_each(|id| data.engine(id).map(|_| ()))?;
        }
        Ok(data)
    }

    /// The corpus of that name.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn corpus(&self, id: &str) -> Result<&CorpusSpec, String> {
        find(&self.corpora, id, "corpus", |spec| &spec.id)
    }

    /// The set of rules of that name.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn ruleset(&self, id: &str) -> Result<&RulesSpec, String> {
        find(&self.rules, id, "set of rules", |spec| &spec.id)
    }

    /// The engine of that name.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn engine(&self, id: &str) -> Result<&EngineSpec, String> {
        find(&self.engines, id, "engine", |spec| &spec.id)
    }

    /// The table of that name.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn table(&self, id: &str) -> Result<&TableSpec, String> {
        find(&self.tables, id, "table", |spec| &spec.id)
    }
}

fn find<'a, T>(all: &'a [T], id: &str, what: &str, name: impl Fn(&T) -> &String) -> Result<&'a T, String> {
    all.iter().find(|spec| name(spec) == id).ok_or_else(|| format!("no {what} is called {id:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_right() {
        let data = Data::load().unwrap();
        assert_eq!(data.patterns.len(), 50);
        assert!(data.tables.iter().all(|table| table.engines.iter().any(|id| id == "privet redact")));
        assert!(data.corpus("none").is_err());
    }
}
