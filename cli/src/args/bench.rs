//! `privet bench`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Detection, number};

pub const EXAMPLES: &str = "\
Examples:
  privet bench events.ndjson                            speed by backend and by stage
  privet bench --per-rule --rules it,de,global app.log  what each rule costs
  privet bench --format csv --svg bench.svg app.log > bench.csv";

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

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum BenchFormat {
    #[default]
    Table,
    Csv,
}
