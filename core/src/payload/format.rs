//! Formats by name. Adding one is a file with its [`Walk`] and a line here.

use std::fmt;
use std::sync::Arc;

use super::csv::{Csv, Delimiter};
use super::form::Fields;
use super::json::Json;
use super::logfmt::Logfmt;
use super::protobuf::ProtobufHeader;
use super::render::{Malformed, Renderer, Rendering};
use super::xml::Markup;

/// A way to read a payload: renders it, value by value.
pub(crate) trait Walk: Send + Sync {
    /// Reads the payload of the renderer from start to end.
    ///
    /// # Errors
    ///
    /// The payload is not of the format, or beyond a limit. What was rendered up to there is of no use.
    fn walk(&self, renderer: &mut Renderer<'_, '_>) -> Result<(), Malformed>;
}

/// What payloads are.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Format {
    /// Told from each payload, gzip and zstd included. What is of no known format is text.
    #[default]
    Auto,
    /// Text without a structure, or with one that is read as text: logs, chats, prose.
    Text,
    /// A JSON text, read as it stands: whatever it is, it is answered. [`Format::json`] refuses what is no JSON.
    Json,
    /// A format whose values are read by their structure.
    Structured(Structured),
    /// A payload that has to be unpacked first, with the format of what is in it.
    #[cfg(feature = "packed")]
    Packed(super::Packed),
}

/// A format that is walked.
#[derive(Clone)]
pub struct Structured {
    name: &'static str,
    walk: Arc<dyn Walk>,
}

impl Structured {
    pub(crate) fn new(name: &'static str, walk: impl Walk + 'static) -> Self {
        Self { name, walk: Arc::new(walk) }
    }

    /// True when payloads are JSON texts, of which members can be taken out.
    pub(crate) fn is_json(&self) -> bool {
        self.name == "json"
    }

    /// Renders a payload.
    pub(crate) fn render(&self, payload: &[u8], rendering: &mut Rendering) -> Result<(), Malformed> {
        self.walk.walk(&mut Renderer::new(payload, rendering))
    }
}

impl Format {
    /// JSON texts, one or several in a row, read value by value: keys and numbers are known as such, and what is no JSON is
    /// refused. [`Format::Json`] is faster: it reads the text as it stands.
    pub fn json() -> Self {
        Self::Structured(Structured::new("json", Json))
    }

    /// Rows of delimited values.
    pub fn csv(csv: Csv) -> Self {
        Self::Structured(Structured::new("csv", csv))
    }

    /// Lines of `key=value` pairs.
    pub fn logfmt() -> Self {
        Self::Structured(Structured::new("logfmt", Logfmt))
    }

    /// Form fields (application/x-www-form-urlencoded), or a URL with a query.
    pub fn form() -> Self {
        Self::Structured(Structured::new("form", Fields))
    }

    /// XML, well formed.
    pub fn xml() -> Self {
        Self::Structured(Structured::new("xml", Markup { html: false }))
    }

    /// HTML, as browsers read it.
    pub fn html() -> Self {
        Self::Structured(Structured::new("html", Markup { html: true }))
    }

    /// The format of that name: one of [`Format::names`].
    pub fn by_name(name: &str) -> Option<Self> {
        NAMED.iter().find(|named| named.0 == name).map(|named| named.1())
    }

    /// The names of all formats.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|named| named.0)
    }
}

/// A format with its name.
struct Named(&'static str, fn() -> Format);

/// Formats by name.
const NAMED: &[Named] = &[
    Named("auto", || Format::Auto),
    Named("text", || Format::Text),
    Named("json", Format::json),
    Named("ndjson", Format::json),
    Named("csv", || Format::csv(Csv::default())),
    Named("tsv", || Format::csv(Csv::default().delimiter(Delimiter::Tab))),
    Named("logfmt", Format::logfmt),
    Named("form", Format::form),
    Named("xml", Format::xml),
    Named("html", Format::html),
    Named("msgpack", Format::msgpack),
    Named("cbor", Format::cbor),
    Named("protobuf", || Format::protobuf(ProtobufHeader::None)),
];

impl fmt::Debug for Structured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Auto => f.write_str("auto"),
            Self::Text => f.write_str("text"),
            Self::Json => f.write_str("json"),
            Self::Structured(format) => format.fmt(f),
            #[cfg(feature = "packed")]
            Self::Packed(packed) => packed.fmt(f),
        }
    }
}
