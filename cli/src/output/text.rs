//! A line a finding, as grep writes it.

use std::io::Write as _;

use privet_core::Rule;

use super::style::{ENTITY, FAINT, LINE, PATH, Paint, VALUE, visible};
use super::{Found, Place};

/// Lines for people and for editors.
pub struct Text {
    /// How each input is called.
    names: Vec<String>,
    show: bool,
    paint: Paint,
}

impl Text {
    /// Lines with those names of inputs; `show` writes the bytes of findings too.
    pub fn new(names: &[String], show: bool, paint: Paint) -> Self {
        let names = names.iter().map(|name| paint.paint(PATH, visible(name.as_bytes()))).collect();
        Self { names, show, paint }
    }

    pub fn finding(&self, finding: &Found, rule: &Rule, place: Place, value: &[u8], out: &mut Vec<u8>) {
        let name = self.names.get(place.file).map_or("", String::as_str);
        let paint = |style, text: &str| self.paint.paint(style, text);
        let line = paint(LINE, &place.line.to_string());
        let entity = paint(ENTITY, &rule.entity);
        let id = paint(FAINT, &rule.id);
        // Writing to memory does not fail.
        let _ = write!(out, "{name}:{line}:{}: {entity} {} {id}", place.column, finding.likelihood);
        if let Some(action) = finding.action {
            let _ = write!(out, " {action}");
        }
        if self.show {
            let _ = write!(out, ": {}", paint(VALUE, &visible(value)));
        }
        out.push(b'\n');
    }
}
