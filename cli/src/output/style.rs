//! Colours.

use std::io::{self, IsTerminal as _};

use anstyle::{AnsiColor, Style};

use crate::args::Color;

pub const PATH: Style = AnsiColor::Magenta.on_default();
pub const LINE: Style = AnsiColor::Green.on_default();
pub const ENTITY: Style = AnsiColor::Yellow.on_default().bold();
pub const VALUE: Style = AnsiColor::Red.on_default().bold();
pub const GOOD: Style = AnsiColor::Green.on_default().bold();
pub const FAINT: Style = Style::new().dimmed();

/// Whether the output is coloured: a terminal, unless told otherwise.
pub fn wanted(color: Color, to_stdout: bool) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            to_stdout && io::stdout().is_terminal() && !set("NO_COLOR") && !dumb
        }
    }
}

/// Paints text, or not.
#[derive(Clone, Copy, Debug)]
pub struct Paint(pub bool);

impl Paint {
    /// The text in that style.
    pub fn paint(self, style: Style, text: impl std::fmt::Display) -> String {
        if self.0 { format!("{style}{text}{style:#}") } else { text.to_string() }
    }
}

/// The text as a person may safely see it: control characters, which could drive a terminal, are escaped.
pub fn visible(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            out.extend(character.escape_default());
        } else {
            out.push(character);
        }
    }
    out
}
