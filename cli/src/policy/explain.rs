//! `privet policy explain`: what is done with each finding of a text, which line decides, and why. No value is shown.

use std::fmt::Write as _;

use privet_core::{Engine, Scratch};

use super::load_without_keys;
use crate::args::{Color, PolicyExplainArgs};
use crate::error::Error;
use crate::output::style::{self, ENTITY, FAINT, GOOD, Paint};
use crate::{explain, output, rules};

/// Runs the command and returns its exit code.
pub fn run(args: &PolicyExplainArgs, color: Color) -> Result<u8, Error> {
    let policy = load_without_keys(&args.policy)?;
    let text = explain::given(&args.text)?;
    let engine = rules::engine(&args.detection, policy)?;
    output::print(page(&engine, &text, Paint(style::wanted(color, true))).as_bytes())?;
    Ok(0)
}

fn page(engine: &Engine, text: &[u8], paint: Paint) -> String {
    let rulings = engine.rulings(text, &mut Scratch::new());
    let mut out = String::new();
    // Writing to a string does not fail.
    for ruling in &rulings {
        let rule = engine.rules().rule(ruling.rule);
        let (entity, id) = (paint.paint(ENTITY, &rule.entity), paint.paint(FAINT, &rule.id));
        let (start, end) = (ruling.span.start, ruling.span.end);
        let _ = writeln!(out, "bytes {start}..{end}  {entity} {} {id}", ruling.likelihood);
        let action = paint.paint(GOOD, ruling.action);
        let _ = writeln!(out, "  {action}, by {}", ruling.decided);
        for (line, field) in &ruling.passed {
            let _ = writeln!(out, "  passed over {line}: {field} does not fit");
        }
    }
    if rulings.is_empty() {
        out.push_str("nothing is found that the policy is about\n");
    }
    if engine.policy().observes() {
        out.push_str("the policy observes: nothing is changed\n");
    }
    out
}
