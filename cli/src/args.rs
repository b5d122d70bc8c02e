//! The command line.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use privet_core::Likelihood;

const EXAMPLES: &str = "\
Examples:
  privet redact app.log > clean.log              mask what is found
  tail -f app.log | privet redact --rules gdpr   the same, as it comes
  privet scan --format table *.ndjson            count what is there
  privet explain 'ssn 123-45-6789'               why it is found

Exit codes:
  0 done  1 findings, with --fail-on-findings  64 wrong command line  65 wrong rule or key file
  66 input missing  73 output cannot be created  74 reading or writing failed";

const REDACT_EXAMPLES: &str = "\
Examples:
  privet redact app.log > clean.log
  privet redact --rules it,de,global -j 0 -o clean.ndjson events.ndjson
  privet redact --transform mask --keep-last 4 < payments.csv
  privet redact --transform hash --key-file hash.key --key-id 2026 app.log
  some-model | privet redact --stream";

const SCAN_EXAMPLES: &str = "\
Examples:
  privet scan app.log                      file:line:column: ENTITY likelihood rule
  privet scan --format ndjson app.log      one object a record, also where nothing is found
  privet scan --format table *.log         counts by entity and rule
  privet scan --fail-on-findings fixtures/*.json > /dev/null";

const BENCH_EXAMPLES: &str = "\
Examples:
  privet bench events.ndjson                            speed by backend and by stage
  privet bench --per-rule --rules it,de,global app.log  what each rule costs
  privet bench --format csv --svg bench.svg app.log > bench.csv";

/// Finds personal data in files and pipes and masks it.
#[derive(Debug, Parser)]
#[command(name = "privet", version, after_help = EXAMPLES, max_term_width = 110)]
#[command(disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// Colours in the output
    #[arg(long, value_enum, value_name = "WHEN", default_value_t, global = true, display_order = 100)]
    pub color: Color,
    /// Print this help
    // One help, the short one: it says all there is to say.
    #[arg(short, long, action = ArgAction::HelpShort, global = true, display_order = 101)]
    help: Option<bool>,
    /// Print the version
    #[arg(short = 'V', long, action = ArgAction::Version, display_order = 102)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Masks personal data; every other byte stays as it is
    #[command(after_help = REDACT_EXAMPLES)]
    Redact(RedactArgs),
    /// Tells where personal data is, without showing it
    #[command(after_help = SCAN_EXAMPLES)]
    Scan(ScanArgs),
    /// Tells why something in a text is found, or is not
    Explain(ExplainArgs),
    /// Lists, shows and checks rules
    Rules(RulesArgs),
    /// Measures speed on your own files; prints figures, never data
    #[command(after_help = BENCH_EXAMPLES)]
    Bench(BenchArgs),
    /// Prints the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Prints the manual page, or writes all of them
    Man {
        /// Folder for the pages of all commands
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

#[derive(Args, Debug)]
pub struct RedactArgs {
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub detection: Detection,
    #[command(flatten)]
    pub transform: TransformArgs,
}

#[derive(Args, Debug)]
pub struct ScanArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// text: `file:line:column: ENTITY likelihood rule`; ndjson: one object a record; table: counts
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Show the text of findings too (text): it ends up wherever the output goes
    #[arg(long)]
    pub show: bool,
    #[command(flatten)]
    pub detection: Detection,
}

#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// The text; `-` reads it from the standard input
    pub text: String,
    #[command(flatten)]
    pub detection: Detection,
}

#[derive(Args, Debug)]
pub struct BenchArgs {
    /// Files, a record a line; none or `-` is the standard input
    pub files: Vec<PathBuf>,
    /// Backends to measure: all but naive, the slow one that the others are tested against, unless named
    #[arg(long = "backend", value_name = "NAME", value_delimiter = ',')]
    pub backends: Vec<String>,
    /// Rounds, in which all that is measured takes turns; medians are shown
    #[arg(long, value_name = "N", default_value = "5", value_parser = number(1..=100))]
    pub rounds: usize,
    /// Megabytes to read at most, and to hold in memory twice
    #[arg(long, value_name = "N", default_value = "64", value_parser = number(1..=2000))]
    pub max_mb: usize,
    /// Measure each rule, too, compiled alone, on a megabyte of records from all over the input
    #[arg(long)]
    pub per_rule: bool,
    /// Columns, or a figure a line
    #[arg(long, value_enum, default_value_t)]
    pub format: BenchFormat,
    /// Write a chart to a file, too
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    #[command(flatten)]
    pub detection: Detection,
}

/// What is read, and how.
#[derive(Args, Debug)]
pub struct InputArgs {
    /// Files; none or `-` is the standard input
    pub files: Vec<PathBuf>,
    /// Write to a file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Read each file as one text instead of a record a line
    #[arg(long)]
    pub stream: bool,
    /// Threads; 0 for all cores
    #[arg(short, long, value_name = "N", default_value_t = 1)]
    pub jobs: usize,
    /// Print records, bytes, findings and speed at the end
    #[arg(long)]
    pub stats: bool,
    /// Exit with 1 when something was found
    #[arg(long)]
    pub fail_on_findings: bool,
}

/// What is found.
#[derive(Args, Debug)]
#[command(next_help_heading = "Rules")]
pub struct Detection {
    #[command(flatten)]
    pub choice: Choice,
    /// Least likelihood of a finding
    #[arg(long, value_name = "LEVEL", default_value = "possible", value_parser = likelihood())]
    pub min_likelihood: Likelihood,
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

/// What stands in place of a finding.
#[derive(Args, Debug)]
#[command(next_help_heading = "Transform")]
pub struct TransformArgs {
    /// What stands in place of a finding: the name of its entity, [REDACTED], a text, a mask, or a keyed hash
    #[arg(long = "transform", value_enum, value_name = "NAME", default_value_t)]
    pub name: TransformName,
    /// The text in place of a finding (replace)
    #[arg(long, value_name = "TEXT", required_if_eq("name", "replace"))]
    pub with: Option<String>,
    /// The character in place of each (mask) [default: *]
    #[arg(long, value_name = "C")]
    pub mask_char: Option<char>,
    /// Characters kept at the start (mask)
    #[arg(long, value_name = "N")]
    pub keep_first: Option<usize>,
    /// Characters kept at the end (mask)
    #[arg(long, value_name = "N")]
    pub keep_last: Option<usize>,
    /// File of the key: hex digits, or 16 raw bytes or more; nobody else may read it (hash)
    #[arg(long, value_name = "FILE", conflicts_with = "key_env")]
    pub key_file: Option<PathBuf>,
    /// Environment variable of the key, written as in a file (hash)
    #[arg(long, value_name = "NAME")]
    pub key_env: Option<String>,
    /// Name of the key, shown in every hash (hash) [default: k1]
    #[arg(long, value_name = "ID")]
    pub key_id: Option<String>,
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
    /// Shows everything in a rule, its sets and its cost
    Show {
        /// The rule
        id: String,
        #[command(flatten)]
        own: OwnRules,
    },
    /// Checks rule files and runs their examples
    Check {
        /// Files and folders to check beside ours; none checks ours
        paths: Vec<PathBuf>,
    },
    /// Lists the sets: name, number of rules, title
    Sets {
        #[command(flatten)]
        own: OwnRules,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[default]
    Text,
    Ndjson,
    Table,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum ListFormat {
    #[default]
    Text,
    Ndjson,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum BenchFormat {
    #[default]
    Table,
    Csv,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TransformName {
    #[default]
    Entity,
    Redact,
    Replace,
    Mask,
    Hash,
}

impl TransformName {
    /// The name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Redact => "redact",
            Self::Replace => "replace",
            Self::Mask => "mask",
            Self::Hash => "hash",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

fn likelihood() -> impl TypedValueParser<Value = Likelihood> {
    PossibleValuesParser::new(Likelihood::ALL.map(Likelihood::as_str)).try_map(|name| name.parse::<Likelihood>())
}

/// A whole number within bounds.
fn number(bounds: RangeInclusive<u64>) -> impl TypedValueParser<Value = usize> {
    clap::value_parser!(u64).range(bounds).try_map(usize::try_from)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
