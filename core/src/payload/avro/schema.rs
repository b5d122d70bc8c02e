//! Avro schemas: a JSON text to a table of types.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::schema_error::SchemaError;

/// Index of a type.
#[derive(Clone, Copy)]
pub(super) struct TypeId(usize);

/// What a value is.
pub(super) enum Type {
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
    Logical(Logical),
    /// So many bytes.
    Fixed(u64),
    /// One of these symbols.
    Enum(Vec<String>),
    Array(TypeId),
    Map(TypeId),
    Record(Vec<(String, TypeId)>),
    Union(Vec<TypeId>),
}

/// What a value of another type means.
#[derive(Clone, Copy)]
pub(super) enum Logical {
    /// An int: days.
    Date,
    /// A long: a point in time.
    Moment { per_second: i64 },
    /// Bytes: a number.
    Decimal { scale: u32 },
    /// Bytes of that number: a number.
    FixedDecimal { size: u64, scale: u32 },
    /// Sixteen bytes.
    Uuid,
}

/// The types of a schema.
pub(super) struct Schema {
    types: Vec<Type>,
    root: TypeId,
}

impl Schema {
    /// Reads a schema.
    pub(super) fn parse(text: &str) -> Result<Self, SchemaError> {
        // The parser refuses what nests deeper than 128 levels.
        let json: Value = serde_json::from_str(text).map_err(|error| SchemaError::new("", error.to_string()))?;
        let mut parser = Parser { types: Vec::new(), names: BTreeMap::new() };
        let root = parser.parse(&json, "", "")?;
        Ok(Self { types: parser.types, root })
    }

    /// The type of the whole value.
    pub(super) fn root(&self) -> TypeId {
        self.root
    }

    /// The type of that index.
    pub(super) fn of(&self, id: TypeId) -> &Type {
        &self.types[id.0]
    }
}

struct Parser {
    types: Vec<Type>,
    /// Types by full name, and by the full names that they had before.
    names: BTreeMap<String, TypeId>,
}

impl Parser {
    fn add(&mut self, of: Type) -> TypeId {
        self.types.push(of);
        TypeId(self.types.len() - 1)
    }

    fn parse(&mut self, json: &Value, namespace: &str, place: &str) -> Result<TypeId, SchemaError> {
        match json {
            Value::String(name) => self.named(name, namespace, place),
            Value::Array(branches) => self.union(branches, namespace, place),
            Value::Object(object) => self.object(object, namespace, place),
            _ => Err(SchemaError::new(place, "a type is a name, a list or an object")),
        }
    }

    /// A primitive type, or one that was defined before.
    fn named(&mut self, name: &str, namespace: &str, place: &str) -> Result<TypeId, SchemaError> {
        if let Some(primitive) = primitive(name) {
            return Ok(self.add(primitive));
        }
        let found = self.names.get(&full_name(name, namespace)).or_else(|| self.names.get(name));
        found.copied().ok_or_else(|| SchemaError::new(place, format!("no type `{name}` is defined before")))
    }

    fn union(&mut self, branches: &[Value], namespace: &str, place: &str) -> Result<TypeId, SchemaError> {
        if branches.is_empty() {
            return Err(SchemaError::new(place, "a union has no branch"));
        }
        let mut ids = Vec::new();
        for (nth, branch) in branches.iter().enumerate() {
            let place = format!("{place}[{nth}]");
            let id = self.parse(branch, namespace, &place)?;
            if matches!(self.types[id.0], Type::Union(_)) {
                return Err(SchemaError::new(place, "a union is a branch of a union"));
            }
            ids.push(id);
        }
        Ok(self.add(Type::Union(ids)))
    }

    fn object(&mut self, object: &Map<String, Value>, namespace: &str, place: &str) -> Result<TypeId, SchemaError> {
        let of = object.get("type").ok_or_else(|| SchemaError::new(place, "there is no `type`"))?;
        let inner = format!("{place}.type");
        let Value::String(of) = of else { return self.parse(of, namespace, &inner) };
        match of.as_str() {
            "record" | "error" => self.record(object, namespace, place),
            "enum" => {
                let symbols = list(object, "symbols", place)?.iter().map(|symbol| symbol.as_str().map(str::to_owned));
                let symbols = symbols.collect::<Option<Vec<_>>>();
                let symbols = symbols.filter(|symbols| !symbols.is_empty());
                let symbols = symbols.ok_or_else(|| SchemaError::new(place, "`symbols` is no list of names"))?;
                let id = self.add(Type::Enum(symbols));
                self.name(id, object, namespace, place).map(|_| id)
            }
            "fixed" => {
                let size = object.get("size").and_then(Value::as_u64);
                let size = size.ok_or_else(|| SchemaError::new(place, "`size` is no number of bytes"))?;
                let id = self.add(logical_fixed(object, size));
                self.name(id, object, namespace, place).map(|_| id)
            }
            "array" | "map" => {
                let key = if of == "array" { "items" } else { "values" };
                let inner = object.get(key).ok_or_else(|| SchemaError::new(place, format!("there is no `{key}`")))?;
                let id = self.parse(inner, namespace, &format!("{place}.{key}"))?;
                Ok(self.add(if of == "array" { Type::Array(id) } else { Type::Map(id) }))
            }
            name => match logical(name, object) {
                Some(logical) => Ok(self.add(Type::Logical(logical))),
                None => self.named(name, namespace, &inner),
            },
        }
    }

    fn record(&mut self, object: &Map<String, Value>, namespace: &str, place: &str) -> Result<TypeId, SchemaError> {
        // Its fields may speak of it.
        let id = self.add(Type::Null);
        let namespace = self.name(id, object, namespace, place)?;
        let mut fields = Vec::new();
        for (nth, field) in list(object, "fields", place)?.iter().enumerate() {
            let place = format!("{place}.fields[{nth}]");
            let name = field.get("name").and_then(Value::as_str);
            let name = name.ok_or_else(|| SchemaError::new(&place, "a field has no name"))?;
            let of = field.get("type").ok_or_else(|| SchemaError::new(&place, "there is no `type`"))?;
            fields.push((name.to_owned(), self.parse(of, &namespace, &format!("{place}.type"))?));
        }
        self.types[id.0] = Type::Record(fields);
        Ok(id)
    }

    /// Gives a type its names; returns the namespace of what it contains.
    fn name(
        &mut self,
        id: TypeId,
        object: &Map<String, Value>,
        namespace: &str,
        place: &str,
    ) -> Result<String, SchemaError> {
        let text = |key| object.get(key).and_then(Value::as_str);
        let name = text("name").ok_or_else(|| SchemaError::new(place, "a type of this kind has a name"))?;
        let full = full_name(name, text("namespace").unwrap_or(namespace));
        let inner = full.rsplit_once('.').map_or("", |(namespace, _)| namespace).to_owned();
        if self.names.insert(full, id).is_some() || primitive(name).is_some() {
            return Err(SchemaError::new(place, format!("the name `{name}` is taken")));
        }
        for alias in object.get("aliases").and_then(Value::as_array).into_iter().flatten() {
            let alias = alias.as_str().ok_or_else(|| SchemaError::new(place, "`aliases` is no list of names"))?;
            self.names.entry(full_name(alias, &inner)).or_insert(id);
        }
        Ok(inner)
    }
}

fn list<'j>(object: &'j Map<String, Value>, key: &str, place: &str) -> Result<&'j Vec<Value>, SchemaError> {
    let list = object.get(key).and_then(Value::as_array);
    list.ok_or_else(|| SchemaError::new(place, format!("`{key}` is no list")))
}

fn full_name(name: &str, namespace: &str) -> String {
    if namespace.is_empty() || name.contains('.') { name.to_owned() } else { format!("{namespace}.{name}") }
}

fn primitive(name: &str) -> Option<Type> {
    Some(match name {
        "null" => Type::Null,
        "boolean" => Type::Boolean,
        "int" => Type::Int,
        "long" => Type::Long,
        "float" => Type::Float,
        "double" => Type::Double,
        "bytes" => Type::Bytes,
        "string" => Type::String,
        _ => return None,
    })
}

/// The meaning of a primitive type; one that is not known, or does not fit, is none.
fn logical(of: &str, object: &Map<String, Value>) -> Option<Logical> {
    Some(match (of, object.get("logicalType")?.as_str()?) {
        ("int", "date") => Logical::Date,
        ("long", "timestamp-millis" | "local-timestamp-millis") => Logical::Moment { per_second: 1_000 },
        ("long", "timestamp-micros" | "local-timestamp-micros") => Logical::Moment { per_second: 1_000_000 },
        ("long", "timestamp-nanos" | "local-timestamp-nanos") => Logical::Moment { per_second: 1_000_000_000 },
        ("bytes", "decimal") => Logical::Decimal { scale: scale(object) },
        _ => return None,
    })
}

fn logical_fixed(object: &Map<String, Value>, size: u64) -> Type {
    match object.get("logicalType").and_then(Value::as_str) {
        Some("decimal") => Type::Logical(Logical::FixedDecimal { size, scale: scale(object) }),
        Some("uuid") if size == 16 => Type::Logical(Logical::Uuid),
        _ => Type::Fixed(size),
    }
}

fn scale(object: &Map<String, Value>) -> u32 {
    object.get("scale").and_then(Value::as_u64).and_then(|scale| u32::try_from(scale).ok()).unwrap_or(0)
}
