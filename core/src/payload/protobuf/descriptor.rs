//! Descriptions of messages: a `FileDescriptorSet` of `google/protobuf/descriptor.proto`, itself a message, read by hand.

use std::collections::BTreeMap;

use super::super::binary::Cursor;
use super::super::render::Malformed;
use super::super::schema_error::SchemaError;
use super::number::Scalar;
use super::wire::{self, FIXED32, FIXED64, LEN, VARINT};
use crate::limits::MAX_DEPTH;
use crate::span::Span;

/// Index of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MessageId(usize);

/// Index of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EnumId(usize);

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Scalar(Scalar),
    /// Text or bytes.
    Text,
    Enum(EnumId),
    /// A message, with its length before it or between the tags of a group.
    Message(MessageId),
}

/// A field of a message.
#[derive(Debug)]
pub(super) struct Field {
    number: u32,
    pub(super) name: String,
    pub(super) kind: Kind,
}

#[derive(Default)]
struct Message {
    /// By number.
    fields: Vec<Field>,
    /// It is an entry of a map.
    entry: bool,
}

/// All messages and enums of a set.
#[derive(Default)]
pub(super) struct Types {
    messages: Vec<Message>,
    enums: Vec<BTreeMap<i32, String>>,
    names: BTreeMap<String, Kind>,
}

impl Types {
    /// Reads a set.
    pub(super) fn parse(set: &[u8]) -> Result<Self, SchemaError> {
        let mut reader = Reader { set, types: Self::default(), fields: Vec::new() };
        let all = Span::new(0, set.len());
        reader.set(all).map_err(|error| SchemaError::new("", format!("no FileDescriptorSet: {error}")))?;
        let Reader { mut types, fields, .. } = reader;
        for Unresolved { of: MessageId(of), place, name, number, code, type_name } in fields {
            let kind = match scalar(code) {
                Some(scalar) => Kind::Scalar(scalar),
                None if code == STRING || code == BYTES => Kind::Text,
                None if [GROUP, MESSAGE, ENUM].contains(&code) => {
                    let found = types.names.get(type_name.trim_start_matches('.')).copied();
                    let of_enum = matches!(found, Some(Kind::Enum(_)));
                    let missing = || SchemaError::new(&place, format!("type `{type_name}` is not in the set"));
                    found.filter(|_| of_enum == (code == ENUM)).ok_or_else(missing)?
                }
                None => return Err(SchemaError::new(place, format!("there is no type of fields {code}"))),
            };
            let Ok(number) = u32::try_from(number) else {
                return Err(SchemaError::new(place, format!("no field has the number {number}")));
            };
            types.messages[of].fields.push(Field { number, name, kind });
        }
        types.messages.iter_mut().for_each(|message| message.fields.sort_by_key(|field| field.number));
        Ok(types)
    }

    /// The message of a full name.
    pub(super) fn find(&self, name: &str) -> Option<MessageId> {
        match self.names.get(name.trim_start_matches('.'))? {
            Kind::Message(id) => Some(*id),
            _ => None,
        }
    }

    /// The field of a number.
    pub(super) fn field(&self, of: MessageId, number: u32) -> Option<&Field> {
        let fields = &self.messages[of.0].fields;
        fields.binary_search_by_key(&number, |field| field.number).ok().map(|at| &fields[at])
    }

    /// True when the message is an entry of a map: a key and a value.
    pub(super) fn is_entry(&self, of: MessageId) -> bool {
        self.messages[of.0].entry
    }

    /// The symbol of a number.
    pub(super) fn symbol(&self, of: EnumId, number: i32) -> Option<&str> {
        self.enums[of.0].get(&number).map(String::as_str)
    }
}

/// A field whose type may be read later than it.
struct Unresolved {
    of: MessageId,
    place: String,
    name: String,
    number: u64,
    code: u64,
    type_name: String,
}

/// `FieldDescriptorProto.Type`.
const STRING: u64 = 9;
const GROUP: u64 = 10;
const MESSAGE: u64 = 11;
const BYTES: u64 = 12;
const ENUM: u64 = 14;

fn scalar(code: u64) -> Option<Scalar> {
    Some(match code {
        1 => Scalar::Double,
        2 => Scalar::Float,
        3 => Scalar::Int64,
        4 => Scalar::Uint64,
        5 => Scalar::Int32,
        6 => Scalar::Fixed64,
        7 => Scalar::Fixed32,
        8 => Scalar::Bool,
        13 => Scalar::Uint32,
        15 => Scalar::Sfixed32,
        16 => Scalar::Sfixed64,
        17 => Scalar::Sint32,
        18 => Scalar::Sint64,
        _ => return None,
    })
}

/// The value of a field of the set itself.
enum Part {
    Number(u64),
    Delimited(Span),
}

struct Reader<'s> {
    set: &'s [u8],
    types: Types,
    fields: Vec<Unresolved>,
}

impl Reader<'_> {
    /// The fields of a message that are numbers, texts or messages.
    fn parts(&self, of: Span) -> Result<Vec<(u32, Part)>, Malformed> {
        let mut cursor = Cursor::new(self.set).within(of);
        let mut parts = Vec::new();
        while !cursor.is_done() {
            let start = cursor.at();
            let (number, wire) = wire::tag(&mut cursor)?;
            match wire {
                VARINT => parts.push((number, Part::Number(cursor.varint()?))),
                LEN => {
                    let len = cursor.varint()?;
                    parts.push((number, Part::Delimited(cursor.take(len)?)));
                }
                FIXED64 => {
                    cursor.take(8)?;
                }
                FIXED32 => {
                    cursor.take(4)?;
                }
                _ => return Err(Malformed::expected(start, "a field that is no group")),
            }
        }
        Ok(parts)
    }

    fn text(&self, span: Span) -> Result<String, Malformed> {
        let text = std::str::from_utf8(&self.set[span.range()]);
        text.map(str::to_owned).map_err(|_| Malformed::expected(span.start, "a text"))
    }

    /// `FileDescriptorSet`: files.
    fn set(&mut self, all: Span) -> Result<(), Malformed> {
        for part in self.parts(all)? {
            if let (1, Part::Delimited(file)) = part {
                self.file(file)?;
            }
        }
        Ok(())
    }

    /// `FileDescriptorProto`: a package, messages, enums.
    fn file(&mut self, file: Span) -> Result<(), Malformed> {
        let parts = self.parts(file)?;
        let mut package = String::new();
        for part in &parts {
            if let (2, Part::Delimited(name)) = *part {
                package = self.text(name)?;
            }
        }
        for part in parts {
            match part {
                (4, Part::Delimited(message)) => self.message(message, &package, 0)?,
                (5, Part::Delimited(of)) => self.symbols(of, &package)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// `DescriptorProto`: fields, and messages and enums within.
    fn message(&mut self, message: Span, scope: &str, depth: usize) -> Result<(), Malformed> {
        if depth == MAX_DEPTH {
            return Err(Malformed::expected(message.start, "a message that nests less deep"));
        }
        let parts = self.parts(message)?;
        let name = self.name(&parts, scope)?;
        let id = MessageId(self.types.messages.len());
        self.types.messages.push(Message::default());
        self.types.names.insert(name.clone(), Kind::Message(id));
        for part in parts {
            match part {
                (2, Part::Delimited(field)) => self.field(field, id, &name)?,
                (3, Part::Delimited(message)) => self.message(message, &name, depth + 1)?,
                (4, Part::Delimited(of)) => self.symbols(of, &name)?,
                // `MessageOptions`, whose field 7 says that it is an entry of a map.
                (7, Part::Delimited(options)) => {
                    let entry = |part: &(u32, Part)| matches!(part, (7, Part::Number(1)));
                    self.types.messages[id.0].entry = self.parts(options)?.iter().any(entry);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// `FieldDescriptorProto`.
    fn field(&mut self, field: Span, of: MessageId, scope: &str) -> Result<(), Malformed> {
        let (mut name, mut type_name, mut number, mut code) = (String::new(), String::new(), 0, 0);
        for part in self.parts(field)? {
            match part {
                (1, Part::Delimited(text)) => name = self.text(text)?,
                (3, Part::Number(value)) => number = value,
                (5, Part::Number(value)) => code = value,
                (6, Part::Delimited(text)) => type_name = self.text(text)?,
                _ => {}
            }
        }
        let place = format!("{scope}.{name}");
        self.fields.push(Unresolved { of, place, name, number, code, type_name });
        Ok(())
    }

    /// `EnumDescriptorProto`: symbols and their numbers. Of those with the same number the first counts.
    fn symbols(&mut self, of: Span, scope: &str) -> Result<(), Malformed> {
        let parts = self.parts(of)?;
        let name = self.name(&parts, scope)?;
        let mut symbols = BTreeMap::new();
        for part in parts {
            let (2, Part::Delimited(value)) = part else { continue };
            let (mut symbol, mut number) = (String::new(), 0);
            for part in self.parts(value)? {
                match part {
                    (1, Part::Delimited(text)) => symbol = self.text(text)?,
                    (2, Part::Number(value)) => number = value as i32,
                    _ => {}
                }
            }
            symbols.entry(number).or_insert(symbol);
        }
        self.types.names.insert(name, Kind::Enum(EnumId(self.types.enums.len())));
        self.types.enums.push(symbols);
        Ok(())
    }

    /// The full name of a message or an enum, whose name is the first field of either.
    fn name(&self, parts: &[(u32, Part)], scope: &str) -> Result<String, Malformed> {
        let mut name = String::new();
        for part in parts {
            if let (1, Part::Delimited(text)) = *part {
                name = self.text(text)?;
            }
        }
        Ok(if scope.is_empty() { name } else { format!("{scope}.{name}") })
    }
}
