//! The command line.

mod bench;
mod input;
mod keys;
mod mask;
mod policy;
mod rules;

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::builder::TypedValueParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

pub use bench::{BenchArgs, BenchFormat};
pub use input::{In, InputArgs, PayloadArgs};
pub use keys::{KeysArgs, KeysCommand, ReidentifyArgs};
pub use mask::{Format, KeyArgs, PolicyFlags, RedactArgs, ScanArgs, TransformArgs, TransformName};
pub use policy::{DiffArgs, ExplainArgs as PolicyExplainArgs, PolicyArgs, PolicyCommand};
pub use rules::{Choice, Detection, ListFormat, OwnRules, RulesArgs, RulesCommand};

const EXAMPLES: &str = "\
Examples:
  privet redact app.log > clean.log              mask what is found
  tail -f app.log | privet redact --rules gdpr   the same, as it comes
  privet redact --policy pci-dss orders.csv      what is masked, and how, by a policy
  privet scan --format table *.ndjson            count what is there
  privet explain 'ssn 123-45-6789'               why it is found

Exit codes:
  0 done  1 findings, with --fail-on-findings  64 wrong command line
  65 wrong rule, policy or key file, or payloads that could not be read and were held back
  66 input missing  73 output cannot be created  74 reading or writing failed
  77 payloads that the policy blocked";

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
    #[command(after_help = mask::REDACT_EXAMPLES)]
    Redact(RedactArgs),
    /// Tells where personal data is, without showing it
    #[command(after_help = mask::SCAN_EXAMPLES)]
    Scan(ScanArgs),
    /// Tells why something in a text is found, or is not
    Explain(ExplainArgs),
    /// Lists, shows and checks rules
    Rules(RulesArgs),
    /// Lists, shows, checks, explains and compares policies
    Policy(PolicyArgs),
    /// Makes, rotates, lists and destroys keys
    Keys(KeysArgs),
    /// Turns tokens back into what they stand for; needs the key, and leaves a line in an audit file
    #[command(after_help = keys::EXAMPLES)]
    Reidentify(ReidentifyArgs),
    /// Measures speed on your own files; prints figures, never data
    #[command(after_help = bench::EXAMPLES)]
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
pub struct ExplainArgs {
    /// The text; `-` reads it from the standard input
    pub text: String,
    #[command(flatten)]
    pub detection: Detection,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
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
