//! The command `privet`: finds personal data in files and pipes and masks it.
#![forbid(unsafe_code)]

mod args;
mod audit;
mod bench;
mod chunk;
mod error;
mod explain;
mod format;
mod input;
mod job;
mod key;
mod keys;
mod locate;
mod output;
mod pack;
mod pages;
mod parallel;
mod policy;
mod progress;
mod redact;
mod reidentify;
mod rules;
mod scan;
mod stats;
mod tally;
mod trouble;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Cli, Command};
use error::Error;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no mistakes; nothing is left to be done when they cannot be printed.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { error::USAGE } else { 0 });
        }
    };
    let done = match &cli.command {
        Command::Redact(args) => redact::run(args),
        Command::Scan(args) => scan::run(args, cli.color),
        Command::Explain(args) => explain::run(args, cli.color),
        Command::Bench(args) => bench::run(args),
        Command::Rules(args) => rules::run(&args.command),
        Command::Policy(args) => policy::run(&args.command, cli.color),
        Command::Keys(args) => keys::run(&args.command),
        Command::Reidentify(args) => reidentify::run(args),
        Command::Completions { shell } => pages::completions(*shell),
        Command::Man { folder } => pages::man(folder.as_deref()),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(Error::Stopped) => ExitCode::SUCCESS,
        Err(error) => {
            error.report();
            ExitCode::from(error.code())
        }
    }
}
