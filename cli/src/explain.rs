//! `privet explain`: why something in a text is found, or is not. The user typed the text, and sees it.

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::io::{self, Read as _};
use std::path::Path;

use privet_core::{Check, Engine, Explanation, Likelihood, Outcome, Policy, Scratch};

use crate::args::{Color, ExplainArgs};
use crate::error::Error;
use crate::output::columns;
use crate::output::style::{self, FAINT, GOOD, Paint, VALUE, visible};
use crate::{output, rules};

/// Longest text that is explained.
const MOST: u64 = 1 << 20;

/// Runs the command and returns its exit code.
pub fn run(args: &ExplainArgs, color: Color) -> Result<u8, Error> {
    let text = given(&args.text)?;
    let engine = rules::engine(&args.detection, Policy::default())?;
    let paint = Paint(style::wanted(color, true));
    output::print(page(&engine, &text, paint).as_bytes())?;
    Ok(0)
}

/// The text of a command line; `-` is the standard input.
pub fn given(text: &str) -> Result<Vec<u8>, Error> {
    if text == "-" { stdin() } else { Ok(text.as_bytes().to_vec()) }
}

/// The standard input without the end of its last line.
fn stdin() -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    io::stdin().take(MOST + 1).read_to_end(&mut text).map_err(|error| Error::read("<stdin>", &error))?;
    if text.len() as u64 > MOST {
        return Err(Error::data(Path::new("<stdin>"), format_args!("is longer than {MOST} bytes")));
    }
    if text.ends_with(b"\n") {
        text.pop();
    }
    Ok(text)
}

fn page(engine: &Engine, text: &[u8], paint: Paint) -> String {
    let mut scratch = Scratch::new();
    let explanations = engine.explain(text, &mut scratch);
    let mut out = String::new();
    // Matches of the same bytes stand together.
    for matches in explanations.chunk_by(|a, b| a.span == b.span) {
        let span = matches[0].span;
        let value = paint.paint(VALUE, visible(&text[span.range()]));
        // Writing to a string does not fail.
        let _ = writeln!(out, "{value}  bytes {}..{}", span.start, span.end);
        let mut matches: Vec<&Explanation> = matches.iter().collect();
        matches.sort_by_key(|explanation| (rank(explanation.outcome), Reverse(explanation.likelihood)));
        let rows: Vec<_> = matches.iter().map(|explanation| row(engine, explanation)).collect();
        for (line, explanation) in columns(&rows, rows[0].len()).lines().zip(matches) {
            let line = match explanation.outcome {
                Outcome::Found => paint.paint(GOOD, line),
                Outcome::CheckFailed => paint.paint(FAINT, line),
                _ => line.to_owned(),
            };
            let _ = writeln!(out, "  {line}");
        }
        out.push('\n');
    }
    if explanations.is_empty() {
        out.push_str("no rule matches\n\n");
    }
    let masked = engine.redact(text, &mut scratch);
    out.push_str(&String::from_utf8_lossy(masked.bytes()));
    out.push('\n');
    out
}

/// One match: outcome, likelihood, entity, rule, pattern, check and context.
fn row(engine: &Engine, explanation: &Explanation) -> Vec<String> {
    let rule = engine.rules().rule(explanation.rule);
    let context = match &explanation.word {
        Some(word) => format!("{word:?} {:+}", explanation.shift),
        None if explanation.shift != 0 => format!("context {:+}", explanation.shift),
        None => String::new(),
    };
    vec![
        outcome(engine, explanation.outcome),
        explanation.likelihood.map_or("-", Likelihood::as_str).to_owned(),
        rule.entity.clone(),
        format!("{} ({})", rule.id, explanation.pattern),
        explanation.check.map_or("no check", said).to_owned(),
        context,
    ]
}

/// What matters most comes first.
fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Found => 0,
        Outcome::Outranked(_) => 1,
        Outcome::Suppressed(_) => 2,
        Outcome::Suppressor => 3,
        Outcome::BelowThreshold => 4,
        _ => 5,
    }
}

fn said(check: Check) -> &'static str {
    match check {
        Check::Valid => "valid",
        Check::Unverified => "unverified",
        Check::Invalid => "invalid",
    }
}

fn outcome(engine: &Engine, outcome: Outcome) -> String {
    let id = |rule| &engine.rules().rule(rule).id;
    match outcome {
        Outcome::Found => "found".to_owned(),
        Outcome::CheckFailed => "check failed".to_owned(),
        Outcome::BelowThreshold => "below threshold".to_owned(),
        Outcome::Suppressed(rule) => format!("inside {}", id(rule)),
        Outcome::Suppressor => "suppressor".to_owned(),
        Outcome::Outranked(rule) => format!("lost to {}", id(rule)),
        _ => "unknown".to_owned(),
    }
}
