//! What is read, and how.

use std::path::PathBuf;

use clap::builder::TypedValueParser;
use clap::{Args, ValueEnum};

/// What is read, and how.
#[derive(Args, Debug)]
pub struct InputArgs {
    /// Files; none or `-` is the standard input; `.gz` and `.zst` are unpacked
    pub files: Vec<PathBuf>,
    /// Write to a file; packed where it ends in `.gz` or `.zst`
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Read each file as one text instead of a record a line
    #[arg(long)]
    pub stream: bool,
    /// Threads; 0 for all cores
    #[arg(short, long, value_name = "N", default_value_t = 1)]
    pub jobs: usize,
    /// Print records, bytes, findings, speed and what was done at the end
    #[arg(long)]
    pub stats: bool,
    /// Exit with 1 when something was found
    #[arg(long)]
    pub fail_on_findings: bool,
}

/// What payloads are.
#[derive(Args, Debug)]
#[command(next_help_heading = "Payloads")]
pub struct PayloadArgs {
    /// What the input is; auto: a record a line, JSON or text, or as the extensions .csv, .tsv, .xml, .html say
    #[arg(id = "in", long = "in", value_enum, value_name = "FORMAT", default_value_t, conflicts_with = "stream")]
    pub format: In,
    /// Schema of Avro, as JSON
    #[arg(long, value_name = "FILE")]
    pub schema: Option<PathBuf>,
    /// Descriptor set of Protocol Buffers, as `protoc --descriptor_set_out` writes it
    #[arg(long, value_name = "FILE", requires = "message")]
    pub descriptors: Option<PathBuf>,
    /// Message of the descriptor set, with its package
    #[arg(long, value_name = "NAME", requires = "descriptors")]
    pub message: Option<String>,
    /// Megabytes of the largest payload: a line, a row, or a file of the formats that are read as one
    #[arg(long, value_name = "MB", default_value = "64", value_parser = megabytes())]
    pub max_payload: usize,
}

/// What the input is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum In {
    /// A record a line, JSON or text; rows, XML or HTML by extension
    #[default]
    Auto,
    /// A record a line, whatever the extension
    Text,
    /// A file is one JSON text
    Json,
    /// A line is a JSON text
    Ndjson,
    /// Rows with a header; quoted values span lines
    Csv,
    /// Rows with tabs and a header
    Tsv,
    /// Lines of `key=value`
    Logfmt,
    /// A line is a form
    Form,
    /// A file is one XML document
    Xml,
    /// A file is one HTML document
    Html,
    /// A file is one MessagePack value
    Msgpack,
    /// A file is one CBOR item
    Cbor,
    /// A file is one Avro datum
    Avro,
    /// A file is one message of Protocol Buffers
    Protobuf,
    /// A file is gzip, with a text or JSON in it
    Gzip,
    /// A file is zstd, with a text or JSON in it
    Zstd,
    /// A line is base64, with a text or JSON in it
    Base64,
}

/// Megabytes, in bytes.
fn megabytes() -> impl TypedValueParser<Value = usize> {
    super::number(1..=2000).map(|megabytes| megabytes << 20)
}
