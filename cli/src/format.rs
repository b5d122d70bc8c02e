//! What the input is: how it is cut, and how its payloads are read.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use privet_core::{Csv, Delimiter, Format, Packing, ProtobufHeader};

use crate::args::{In, PayloadArgs};
use crate::chunk::{By, Framing};
use crate::error::Error;
use crate::pack;

/// How files are read.
#[derive(Clone, Debug)]
pub enum Reading {
    /// A record a line, many at a time.
    Lines,
    /// A file is one text that streams by.
    Stream,
    /// Payload by payload.
    Payloads(Framing),
    /// Line by line, many at a time or each by itself, but for extensions that say what a file is.
    ByExtension {
        /// Each line is a payload, of at most `limit` bytes.
        single: bool,
        /// Most bytes of a payload.
        limit: usize,
    },
}

impl Reading {
    /// As the command line says. `single`: what becomes of a record must be known of each.
    pub fn new(args: &PayloadArgs, stream: bool, single: bool) -> Result<Self, Error> {
        let flags = [
            ("--schema", args.schema.is_some(), In::Avro),
            ("--descriptors", args.descriptors.is_some(), In::Protobuf),
        ];
        if let Some((flag, _, format)) = flags.into_iter().find(|&(_, given, format)| given && args.format != format) {
            return Err(Error::usage(format_args!("{flag} goes with --in {}", name(format))));
        }
        let limit = args.max_payload;
        Ok(match args.format {
            _ if stream => Self::Stream,
            In::Auto => Self::ByExtension { single, limit },
            In::Text if !single => Self::Lines,
            format => Self::Payloads(framing(format, of(format, args)?, limit)),
        })
    }

    /// How the file is cut into payloads; none where it is cut into lines, many at a time, or streams by.
    pub fn framing(&self, path: &Path) -> Option<Framing> {
        match self {
            Self::Lines | Self::Stream => None,
            Self::Payloads(framing) => Some(framing.clone()),
            &Self::ByExtension { single, limit } => {
                let format = by_extension(path).or(single.then_some(In::Text))?;
                Some(framing(format, named(format), limit))
            }
        }
    }

    /// A file is one text that streams by.
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::Stream)
    }
}

/// The format of the rows below the first one, and what separates their values.
pub fn below(table: &Csv, row: &[u8]) -> Option<(Format, u8)> {
    let table = table.below(row);
    let delimiter = table.delimiter?.byte();
    Some((Format::csv(table), delimiter))
}

/// The format of a file whose extension says it without doubt. JSON is none of them: most files of that name are read
/// well line by line, and are read so where they are many.
fn by_extension(path: &Path) -> Option<In> {
    let packed = pack::of(path).is_some().then(|| path.file_stem().map(Path::new)).flatten();
    let extension = packed.unwrap_or(path).extension()?.to_str()?.to_ascii_lowercase();
    [("csv", In::Csv), ("tsv", In::Tsv), ("xml", In::Xml), ("html", In::Html), ("htm", In::Html)]
        .into_iter()
        .find(|&(known, _)| known == extension)
        .map(|(_, format)| format)
}

fn framing(name: In, format: Format, limit: usize) -> Framing {
    let table = table(name);
    let by = match name {
        In::Auto | In::Text | In::Ndjson | In::Logfmt | In::Form | In::Base64 => By::Lines,
        In::Csv => By::Rows(None),
        In::Tsv => By::Rows(Some(b'\t')),
        In::Json | In::Xml | In::Html | In::Msgpack | In::Cbor | In::Avro | In::Protobuf | In::Gzip | In::Zstd => {
            By::Whole
        }
    };
    Framing { by, format: Arc::new(format), table, limit }
}

/// How rows are read.
fn table(format: In) -> Option<Csv> {
    match format {
        In::Csv => Some(Csv::default()),
        In::Tsv => Some(Csv::default().delimiter(Delimiter::Tab)),
        _ => None,
    }
}

fn of(format: In, args: &PayloadArgs) -> Result<Format, Error> {
    Ok(match format {
        In::Avro => {
            let path = args.schema.as_deref().ok_or_else(|| Error::usage("--in avro needs a schema: --schema FILE"))?;
            let bytes = fs::read(path).map_err(|error| Error::input(path, &error))?;
            let schema = String::from_utf8(bytes).map_err(|_| Error::data(path, "is not UTF-8"))?;
            Format::avro(&schema).map_err(|error| Error::data(path, error))?
        }
        In::Protobuf => match (&args.descriptors, &args.message) {
            (Some(path), Some(message)) => {
                let set = fs::read(path).map_err(|error| Error::input(path, &error))?;
                Format::protobuf_message(&set, message, ProtobufHeader::None)
                    .map_err(|error| Error::data(path, error))?
            }
            _ => Format::protobuf(ProtobufHeader::None),
        },
        format => named(format),
    })
}

/// A format that needs nothing else.
fn named(format: In) -> Format {
    if let Some(table) = table(format) {
        return Format::csv(table);
    }
    match format {
        In::Gzip => Format::packed(Packing::Gzip, Format::Auto),
        In::Zstd => Format::packed(Packing::Zstd, Format::Auto),
        In::Base64 => Format::packed(Packing::Base64, Format::Auto),
        // What core calls `auto` takes a line for whatever it looks like; here a line is a line.
        In::Auto => Format::Text,
        format => Format::by_name(&name(format)).unwrap_or(Format::Text),
    }
}

fn name(format: In) -> String {
    use clap::ValueEnum as _;
    format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}
