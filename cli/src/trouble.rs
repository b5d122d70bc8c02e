//! Payloads that could not be read: told as they come, and summed up.

use std::io::{self, Write as _};

use privet_core::OnError;

use crate::tally::Tally;

/// Most of them that are told one by one.
const MOST: usize = 20;

/// A payload that could not be read.
#[derive(Debug)]
pub struct Trouble {
    /// The file, by its place among the inputs.
    pub file: usize,
    /// The line on which it starts, from 1.
    pub line: u64,
    /// What is wrong with it and where, or which limit it is beyond; never a byte of it.
    pub what: String,
    /// What was done with it.
    pub done: OnError,
}

/// Tells them on the standard error stream.
pub struct Troubles {
    names: Vec<String>,
    said: fn(OnError) -> &'static str,
    told: usize,
}

impl Troubles {
    /// None so far, in inputs of those names; `said` is what was done with them, for people.
    pub fn new(names: Vec<String>, said: fn(OnError) -> &'static str) -> Self {
        Self { names, said, told: 0 }
    }

    /// Tells the first ones.
    pub fn tell(&mut self, troubles: &[Trouble]) {
        for Trouble { file, line, what, done } in troubles.iter().take(MOST - self.told) {
            let name = self.names.get(*file).map_or("", String::as_str);
            // Where the error stream is gone, the exit code still tells.
            let _ = writeln!(io::stderr(), "privet: {name}:{line}: {what}: {}", (self.said)(*done));
            self.told += 1;
        }
    }

    /// Tells how many there were, and how many the policy blocked.
    pub fn sum_up(&self, tally: &Tally) {
        let mut out = String::new();
        let all: u64 = tally.unreadable.iter().sum();
        if all > 0 {
            let by = OnError::ALL.into_iter().zip(tally.unreadable).filter(|&(_, count)| count > 0);
            let by: Vec<String> = by.map(|(done, count)| format!("{count} {}", (self.said)(done))).collect();
            out += &format!("privet: {} could not be read: {}\n", payloads(all), by.join(", "));
        }
        if tally.blocked > 0 {
            out += &format!("privet: the policy blocked {}\n", payloads(tally.blocked));
        }
        let _ = io::stderr().write_all(out.as_bytes());
    }
}

/// Says something on the standard error stream.
pub fn note(text: &str) {
    // Where it is gone, there is nobody to tell.
    let _ = writeln!(io::stderr(), "privet: {text}");
}

/// What was done, for people.
pub fn said(done: OnError) -> &'static str {
    match done {
        OnError::Block => "blocked",
        OnError::Quarantine => "put aside",
        OnError::RawScan => "read as text",
        OnError::Pass => "passed on as it is",
    }
}

fn payloads(count: u64) -> String {
    format!("{count} payload{}", if count == 1 { "" } else { "s" })
}
