//! `privet policy`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Detection, InputArgs, PayloadArgs};

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  privet policy explain --policy pci-dss 'card 5425 2334 3010 9903'
  head -1 orders.ndjson | privet policy explain --policy orders.toml -";

const DIFF_EXAMPLES: &str = "\
Examples:
  privet policy diff orders.toml new/orders.toml orders.ndjson
  privet policy diff --in csv log-hygiene gdpr-pseudonymise < users.txt";

#[derive(Args, Debug)]
pub struct PolicyArgs {
    #[command(subcommand)]
    pub command: PolicyCommand,
}

#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    /// Lists our policies: name, what it is for
    List,
    /// Prints the file of one of our policies, to start from
    Show {
        /// The policy
        name: String,
    },
    /// Checks policy files: names that no rule has, statements that never select, transforms that do not fit
    Check {
        /// Files, or names of ours; none checks all of ours
        policies: Vec<PathBuf>,
        #[command(flatten)]
        own: super::OwnRules,
    },
    /// Tells for each finding what is done with it, which line decides and why; values are not shown
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Compares two policies on one input: where the outcome differs, and counts; values are not shown
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
}

#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// The policy's file, or the name of one of ours
    #[arg(long, value_name = "FILE|NAME")]
    pub policy: PathBuf,
    /// The text; `-` reads it from the standard input
    pub text: String,
    #[command(flatten)]
    pub detection: Detection,
}

#[derive(Args, Debug)]
pub struct DiffArgs {
    /// The policy as it is: a file, or the name of one of ours
    pub old: PathBuf,
    /// The policy as it would be
    pub new: PathBuf,
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub payload: PayloadArgs,
    #[command(flatten)]
    pub detection: Detection,
}
