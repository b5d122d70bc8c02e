//! Formats by name. Adding one is a file with its [`Walk`] and a line here.

use std::fmt;
use std::sync::Arc;

use super::render::{Malformed, Renderer, Rendering};

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
    /// Told from each payload. What is of no known format is text.
    #[default]
    Auto,
    /// Text without a structure, or with one that is read as text: logs, chats, prose.
    Text,
    /// One JSON text.
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

impl fmt::Debug for Structured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Format {
    /// The binary format of that name that needs nothing else told: `msgpack`, `cbor`, or `protobuf` without a description.
    pub fn binary(name: &str) -> Option<Self> {
        match name {
            "msgpack" => Some(Self::msgpack()),
            "cbor" => Some(Self::cbor()),
            "protobuf" => Some(Self::protobuf(super::ProtobufHeader::None)),
            _ => None,
        }
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
