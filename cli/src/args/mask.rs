//! What stands in place of a finding, and what `privet redact` and `privet scan` take.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Detection, InputArgs, PayloadArgs};

pub const REDACT_EXAMPLES: &str = "\
Examples:
  privet redact app.log > clean.log
  privet redact --rules it,de,global -j 0 -o clean.ndjson.gz events.ndjson.gz
  privet redact --transform mask --keep-last 4 --in csv < payments.txt
  privet redact --transform hash --key-file hash.key --key-id 2026 app.log
  privet redact --policy gdpr-pseudonymise --keys keys.toml --stats events.ndjson
  some-model | privet redact --stream";

pub const SCAN_EXAMPLES: &str = "\
Examples:
  privet scan app.log                      file:line:column: ENTITY likelihood rule
  privet scan --policy pci-dss orders.csv  the same, and what the policy does with each
  privet scan --format ndjson app.log      one object a record, also where nothing is found
  privet scan --format table *.log         counts by entity and rule
  privet scan --fail-on-findings fixtures/*.json > /dev/null";

#[derive(Args, Debug)]
pub struct RedactArgs {
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub payload: PayloadArgs,
    /// File for payloads that the policy puts aside, as they came; nobody else may read it
    #[arg(long, value_name = "FILE", requires = "policy", help_heading = "Payloads")]
    pub quarantine: Option<PathBuf>,
    #[command(flatten)]
    pub detection: Detection,
    #[command(flatten)]
    pub policy: PolicyFlags,
    #[command(flatten)]
    pub transform: TransformArgs,
}

#[derive(Args, Debug)]
pub struct ScanArgs {
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub payload: PayloadArgs,
    /// text: `file:line:column: ENTITY likelihood rule`; ndjson: one object a record; table: counts
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Show the text of findings too (text): it ends up wherever the output goes
    #[arg(long)]
    pub show: bool,
    #[command(flatten)]
    pub detection: Detection,
    #[command(flatten)]
    pub policy: PolicyFlags,
}

/// What is done with which findings.
#[derive(Args, Debug)]
#[command(next_help_heading = "Policy")]
pub struct PolicyFlags {
    /// A policy's file, or the name of one of ours: `privet policy list`; takes the place of --transform
    #[arg(long, value_name = "FILE|NAME")]
    pub policy: Option<PathBuf>,
    #[command(flatten)]
    pub keys: KeyArgs,
}

/// Where the keys of a policy come from.
#[derive(Args, Debug)]
pub struct KeyArgs {
    /// File of keys, as `privet keys generate` makes it [default: the environment variable PRIVET_KEY]
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
}

/// What stands in place of a finding.
#[derive(Args, Debug)]
#[command(next_help_heading = "Transform")]
pub struct TransformArgs {
    /// What stands in place of a finding: the name of its entity, [REDACTED], a text, a mask, or a keyed hash
    /// [default: entity]
    #[arg(long = "transform", value_enum, value_name = "NAME")]
    pub name: Option<TransformName>,
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

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[default]
    Text,
    Ndjson,
    Table,
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
