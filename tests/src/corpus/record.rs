/// Where a record holds what: the truth that a detector is measured against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The name of the entity, as in COVERAGE.
    pub entity: &'static str,
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
}

/// A record and all the personal data in it. A record is one line: it holds no line feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The text as a broker would carry it.
    pub record: String,
    /// In order of offset, apart from each other.
    pub labels: Vec<Label>,
}

impl Labelled {
    /// A record with nothing in it.
    pub fn clean(record: impl Into<String>) -> Self {
        Self { record: record.into(), labels: Vec::new() }
    }
}

/// A value ready to be written into a record: only `core` is the personal data.
///
/// Brackets, a plus and the like around a number belong to its spelling, but nobody is identified by them, and engines
/// differ on whether they take them along. The label leaves them out and the scorer's slack lets them in.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) lead: String,
    pub(crate) core: String,
    pub(crate) tail: String,
}

impl Value {
    pub(crate) fn new(text: &str) -> Self {
        let core = text.trim_matches(['(', ')', '+']);
        let start = text.len() - text.trim_start_matches(['(', ')', '+']).len();
        Self { lead: text[..start].to_owned(), core: core.to_owned(), tail: text[start + core.len()..].to_owned() }
    }

    /// The same with each character rewritten.
    pub(crate) fn map(&self, mut rewrite: impl FnMut(char) -> String) -> Self {
        let mut rewritten = |text: &str| text.chars().map(&mut rewrite).collect();
        Self { lead: rewritten(&self.lead), core: rewritten(&self.core), tail: rewritten(&self.tail) }
    }

    pub(crate) fn text(&self) -> String {
        format!("{}{}{}", self.lead, self.core, self.tail)
    }

    /// Whether it could be written as a number of JSON and read back the same.
    pub(crate) fn is_number(&self) -> bool {
        let core = &self.core;
        self.text() == *core
            && core.len() < 16
            && !core.starts_with('0')
            && core.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether it would fit between spaces without quotes.
    pub(crate) fn is_one_word(&self) -> bool {
        !self.text().contains([' ', '\u{a0}', ';', ','])
    }
}

/// Fills `{name}` places of `template` from `fields`, and `{v}` with the value, labelled as `entity` unless that is none.
pub(crate) fn fill(template: &str, fields: &[(&str, &str)], value: &Value, entity: Option<&'static str>) -> Labelled {
    let mut record = String::with_capacity(template.len() + 64);
    let mut labels = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        record.push_str(&rest[..open]);
        rest = &rest[open..];
        let name = rest.find('}').map_or("", |close| &rest[1..close]);
        if name == "v" {
            record.push_str(&value.lead);
            let start = record.len();
            record.push_str(&value.core);
            labels.extend(entity.map(|entity| Label { entity, start, end: record.len() }));
            record.push_str(&value.tail);
            rest = &rest[3..];
        } else if let Some((_, text)) = fields.iter().find(|(field, _)| *field == name) {
            record.push_str(text);
            rest = &rest[name.len() + 2..];
        } else {
            // A brace of JSON.
            record.push('{');
            rest = &rest[1..];
        }
    }
    record.push_str(rest);
    Labelled { record, labels }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_point_at_the_core() {
        let value = Value::new("(212) 736-5000");
        let filled = fill(r#"{"a":{"{k}":"{v}"}}"#, &[("k", "tel")], &value, Some("PHONE_NUMBER"));
        assert_eq!(filled.record, r#"{"a":{"tel":"(212) 736-5000"}}"#);
        let label = &filled.labels[0];
        assert_eq!(&filled.record[label.start..label.end], "212) 736-5000");
    }

    #[test]
    fn trims_both_sides() {
        let value = Value::new("A123456(3)");
        assert_eq!((value.core.as_str(), value.tail.as_str()), ("A123456(3", ")"));
        let value = Value::new("+49 30");
        assert_eq!((value.lead.as_str(), value.core.as_str()), ("+", "49 30"));
    }
}
