//! Reading a TOML table so that every mistake is told at once, with its line: the files of rules and of policies.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Problem;
use crate::suggest::{did_you_mean, nearest};

/// Where problems of one file go.
pub(crate) struct Report<'a> {
    file: &'a str,
    text: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str, problems: &'a mut Vec<Problem>) -> Self {
        Self { file, text, problems }
    }

    /// The line, from 1, of a byte of the file.
    pub(crate) fn line(&self, at: usize) -> usize {
        1 + self.text.as_bytes()[..at.min(self.text.len())].iter().filter(|&&byte| byte == b'\n').count()
    }

    pub(crate) fn problem(&mut self, at: usize, message: impl Into<String>) {
        let line = self.line(at);
        self.problems.push(Problem { file: self.file.to_owned(), line, message: message.into() });
    }

    /// The file as a table; what is no TOML is reported, and the rest is read.
    pub(crate) fn parse(&mut self) -> Spanned<DeTable<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            self.problem(error.span().map_or(0, |span| span.start), error.message().trim().to_owned());
        }
        table
    }
}

/// A value with the byte where it stands.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) at: usize,
}

/// The fields of one table: each is asked for once, and what was not asked for is unknown.
pub(crate) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    /// What the table is called in messages: empty for the file itself.
    name: &'static str,
    at: usize,
    known: BTreeSet<&'static str>,
}

impl<'t, 'i> Fields<'t, 'i> {
    pub(crate) fn new(table: &'t DeTable<'i>, name: &'static str, at: usize) -> Self {
        Self { table, name, at, known: BTreeSet::new() }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.known.insert(key);
        self.table.get(key)
    }

    /// True when the field is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// True when the field is a list with nothing on it.
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        let list = self.table.get(key).and_then(|value| value.get_ref().as_array());
        list.is_some_and(|list| list.iter().next().is_none())
    }

    fn full_name(&self, key: &str) -> String {
        if self.name.is_empty() { format!("`{key}`") } else { format!("`{}.{key}`", self.name) }
    }

    fn typed<T>(
        &mut self,
        report: &mut Report<'_>,
        key: &'static str,
        kind: &str,
        read: impl Fn(&'t DeValue<'i>) -> Option<T>,
    ) -> Option<At<T>> {
        let value = self.get(key)?;
        let at = value.span().start;
        let read = read(value.get_ref());
        if read.is_none() {
            report.problem(at, format!("{} is not {kind}", self.full_name(key)));
        }
        read.map(|value| At { value, at })
    }

    pub(crate) fn text(&mut self, report: &mut Report<'_>, key: &'static str) -> Option<At<String>> {
        self.typed(report, key, "a string", |value| value.as_str().map(str::to_owned))
    }

    /// A text or a TOML date, as text.
    pub(crate) fn text_or_date(&mut self, report: &mut Report<'_>, key: &'static str) -> Option<String> {
        let read = |value: &'t DeValue<'i>| match value {
            DeValue::Datetime(date) => Some(date.to_string()),
            other => other.as_str().map(str::to_owned),
        };
        self.typed(report, key, "a string or date", read).map(|text| text.value)
    }

    /// A text that must be there and not be empty.
    pub(crate) fn required(&mut self, report: &mut Report<'_>, key: &'static str) -> At<String> {
        let missing = !self.table.contains_key(key);
        match self.text(report, key) {
            Some(text) if !text.value.trim().is_empty() => text,
            found => {
                let name = self.full_name(key);
                if missing {
                    report.problem(self.at, format!("{name} is missing"));
                } else if let Some(At { at, .. }) = found {
                    report.problem(at, format!("{name} is empty"));
                }
                At { value: String::new(), at: self.at }
            }
        }
    }

    pub(crate) fn flag(&mut self, report: &mut Report<'_>, key: &'static str) -> Option<bool> {
        self.typed(report, key, "true or false", DeValue::as_bool).map(|flag| flag.value)
    }

    pub(crate) fn number(&mut self, report: &mut Report<'_>, key: &'static str, range: Range<usize>) -> Option<usize> {
        let kind = format!("a whole number from {} to {}", range.start, range.end - 1);
        let read = |value: &DeValue<'i>| {
            let number = value.as_integer()?;
            usize::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| range.contains(number))
        };
        self.typed(report, key, &kind, read).map(|number| number.value)
    }

    /// A list of whole numbers; empty when it is not there.
    pub(crate) fn integers(&mut self, report: &mut Report<'_>, key: &'static str) -> Vec<i64> {
        let number = |item: &Spanned<DeValue<'i>>| {
            let number = item.get_ref().as_integer()?;
            i64::from_str_radix(number.as_str(), number.radix()).ok()
        };
        let read = |value: &'t DeValue<'i>| value.as_array()?.iter().map(number).collect();
        self.typed(report, key, "a list of whole numbers", read).map_or(Vec::new(), |list| list.value)
    }

    /// A list of strings; empty when it is not there.
    pub(crate) fn texts(&mut self, report: &mut Report<'_>, key: &'static str) -> Vec<At<String>> {
        let name = self.full_name(key);
        let Some(list) = self.get(key) else { return Vec::new() };
        let Some(items) = list.get_ref().as_array() else {
            report.problem(list.span().start, format!("{name} is not a list of strings"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => texts.push(At { value: text.to_owned(), at: item.span().start }),
                None => report.problem(item.span().start, format!("{name} holds something other than strings")),
            }
        }
        texts
    }

    /// A list of strings, or one string in place of a list of one; empty when it is not there.
    pub(crate) fn one_or_many(&mut self, report: &mut Report<'_>, key: &'static str) -> Vec<At<String>> {
        match self.table.get(key).map(Spanned::get_ref) {
            Some(DeValue::String(_)) => self.text(report, key).into_iter().collect(),
            _ => self.texts(report, key),
        }
    }

    /// A string or a table, with its place.
    pub(crate) fn text_or_table(
        &mut self,
        report: &mut Report<'_>,
        key: &'static str,
    ) -> Option<Result<At<String>, Fields<'t, 'i>>> {
        match self.table.get(key).map(Spanned::get_ref) {
            Some(DeValue::Table(_)) => self.table(report, key).map(Err),
            Some(DeValue::String(_)) => self.text(report, key).map(Ok),
            _ => self.typed(report, key, "a string or a table", |_| None::<At<String>>).map(|text| Ok(text.value)),
        }
    }

    pub(crate) fn table(&mut self, report: &mut Report<'_>, key: &'static str) -> Option<Fields<'t, 'i>> {
        let table = self.typed(report, key, "a table", DeValue::as_table)?;
        Some(Fields::new(table.value, key, table.at))
    }

    /// A list of tables, `[[key]]`.
    pub(crate) fn tables(&mut self, report: &mut Report<'_>, key: &'static str) -> Vec<Fields<'t, 'i>> {
        let name = self.full_name(key);
        let Some(list) = self.get(key) else { return Vec::new() };
        let Some(items) = list.get_ref().as_array() else {
            report.problem(list.span().start, format!("{name} is not a list of tables: [[{key}]]"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => tables.push(Fields::new(table, key, item.span().start)),
                None => report.problem(item.span().start, format!("{name} is not a list of tables: [[{key}]]")),
            }
        }
        tables
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Reports every field that nobody asked for.
    pub(crate) fn finish(self, report: &mut Report<'_>) {
        for key in self.table.keys() {
            if !self.known.contains(key.get_ref().as_ref()) {
                let known: Vec<&str> = self.known.iter().copied().collect();
                let name = self.full_name(key.get_ref());
                let hint = did_you_mean(nearest(key.get_ref(), known.iter().copied()));
                let known = known.join(", ");
                report.problem(key.span().start, format!("{name} is no field here{hint}; there are: {known}"));
            }
        }
    }
}

/// The value that a text names, of those that there are.
pub(crate) fn one_of<T: Copy>(
    text: &At<String>,
    name: &str,
    values: &[(&str, T)],
    report: &mut Report<'_>,
) -> Option<T> {
    let found = values.iter().find(|(value, _)| *value == text.value).map(|&(_, value)| value);
    if found.is_none() && !text.value.is_empty() {
        let names: Vec<&str> = values.iter().map(|&(name, _)| name).collect();
        let hint = did_you_mean(nearest(&text.value, names.iter().copied()));
        report.problem(text.at, format!("`{name}` {:?} is none of {}{hint}", text.value, names.join(", ")));
    }
    found
}
