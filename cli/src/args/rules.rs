//! Which rules are in force, and `privet rules`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand, ValueEnum};
use privet_core::Likelihood;

/// What is found.
#[derive(Args, Debug)]
#[command(next_help_heading = "Rules")]
pub struct Detection {
    #[command(flatten)]
    pub choice: Choice,
    /// Least likelihood of a finding [default: possible, or what the policy says]
    #[arg(long, value_name = "LEVEL", value_parser = likelihood())]
    pub min_likelihood: Option<Likelihood>,
}

/// Which rules are in force.
#[derive(Args, Debug)]
pub struct Choice {
    /// Rule ids, entities, country codes, sets, `global`, `all`; `-name` leaves out
    #[arg(long = "rules", value_name = "LIST", default_value = "all", allow_hyphen_values = true)]
    pub list: String,
    #[command(flatten)]
    pub own: OwnRules,
}

/// The user's rules.
#[derive(Args, Debug)]
pub struct OwnRules {
    /// Folder of your own rules, beside ours; the same id takes the place of ours
    #[arg(long = "rules-dir", value_name = "DIR")]
    pub folders: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub struct RulesArgs {
    #[command(subcommand)]
    pub command: RulesCommand,
}

#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Lists rules: id, entity, jurisdiction, title
    List {
        #[command(flatten)]
        rules: Choice,
        /// Columns, or one JSON object a rule
        #[arg(long, value_enum, default_value_t)]
        format: ListFormat,
    },
    /// Shows everything in a rule, its sets and its cost; or a set, with its law
    Show {
        /// The rule, or the set
        id: String,
        #[command(flatten)]
        own: OwnRules,
    },
    /// Checks rule files and runs their examples
    Check {
        /// Files and folders to check beside ours; none checks ours
        paths: Vec<PathBuf>,
        /// Check ours, too, with those files among them
        #[arg(long)]
        all: bool,
    },
    /// Measures rules on labelled records: precision, recall and leaked bytes
    ///
    /// A record is a line of JSON: {"text": "pesel 44051401359", "findings": [{"entity": "PL_PESEL", "start": 6, "end": 17}]}.
    /// Places are bytes of the text in UTF-8, as `privet scan --format ndjson` tells them. No text is shown.
    #[command(verbatim_doc_comment)]
    Test {
        /// Files of labelled records; none reads the standard input
        files: Vec<PathBuf>,
        #[command(flatten)]
        detection: Detection,
    },
    /// Tells which rules match what other rules look for, and which of them wins without context
    Collide {
        #[command(flatten)]
        rules: Choice,
    },
    /// Compares two lists of rules, or two folders of rules over ours
    Diff {
        /// A list as in `--rules`, or a folder of rules that stand beside ours
        old: String,
        /// The other
        new: String,
        #[command(flatten)]
        own: OwnRules,
    },
    /// Writes a reference page for each set and each folder of rules, in Markdown
    Docs {
        /// Where the pages go; it is made if it is not there
        folder: PathBuf,
        #[command(flatten)]
        own: OwnRules,
    },
    /// Lists the sets: name, number of rules, title
    Sets {
        #[command(flatten)]
        own: OwnRules,
    },
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum ListFormat {
    #[default]
    Text,
    Ndjson,
}

fn likelihood() -> impl TypedValueParser<Value = Likelihood> {
    PossibleValuesParser::new(Likelihood::ALL.map(Likelihood::as_str)).try_map(|name| name.parse::<Likelihood>())
}
