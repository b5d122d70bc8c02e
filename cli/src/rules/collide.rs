//! `privet rules collide`: which rules match what other rules look for.

use std::collections::{BTreeMap, BTreeSet};

use privet_core::{Engine, Likelihood, Outcome, Policy, RuleSyntax, Ruleset, Scratch};

use super::{backend, library, select};
use crate::args::Choice;
use crate::error::Error;
use crate::output::{self, columns};

/// How often, of the examples of a rule, another one matches, and which of them wins.
#[derive(Default)]
struct Clash {
    examples: usize,
    first: usize,
    second: usize,
}

/// Prints a row for each pair of rules of different entities. The examples of the rules are taken by themselves, without
/// the words around them, and at any likelihood: what a bare value can be.
pub fn run(choice: &Choice) -> Result<u8, Error> {
    let library = library(&choice.own)?;
    let selection = select(&library, &choice.list)?;
    let rules = Ruleset::compile(&selection, backend()?)?;
    let engine = Engine::new(rules, Policy::default().threshold(Likelihood::VeryUnlikely));
    let mut scratch = Scratch::new();
    let mut clashes: BTreeMap<(&str, String), Clash> = BTreeMap::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in selection.rules().iter().filter(|rule| !rule.suppress) {
        let examples: BTreeSet<&str> = rule.find.iter().filter_map(|(text, _)| value(text)).collect();
        counts.insert(&rule.id, examples.len());
        for example in examples {
            collide(rule, example, &engine, &mut scratch, &mut clashes);
        }
    }
    let header = ["rule", "is matched by", "examples", "rule wins", "other wins"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for ((id, other), clash) in &clashes {
        let of = format!("{} of {}", clash.examples, counts[id]);
        rows.push(vec![(*id).to_owned(), other.clone(), of, clash.first.to_string(), clash.second.to_string()]);
    }
    output::print(columns(&rows, 2).as_bytes())?;
    Ok(0)
}

fn collide<'l>(
    rule: &'l RuleSyntax,
    example: &str,
    engine: &Engine,
    scratch: &mut Scratch,
    clashes: &mut BTreeMap<(&'l str, String), Clash>,
) {
    let explanations = engine.explain(example.as_bytes(), scratch);
    let wins =
        |id: &str| explanations.iter().any(|e| engine.rules().rule(e.rule).id == id && e.outcome == Outcome::Found);
    let mut others = BTreeSet::new();
    let none = [Outcome::CheckFailed, Outcome::Suppressor];
    for explanation in explanations.iter().filter(|explanation| !none.contains(&explanation.outcome)) {
        let other = engine.rules().rule(explanation.rule);
        if other.entity != rule.entity {
            others.insert(other.id.clone());
        }
    }
    for other in others {
        let (first, second) = (wins(&rule.id), wins(&other));
        let clash = clashes.entry((&rule.id, other)).or_default();
        clash.examples += 1;
        clash.first += usize::from(first);
        clash.second += usize::from(second);
    }
}

/// What is between the marks of an example.
fn value(text: &str) -> Option<&str> {
    let start = text.find('«')? + '«'.len_utf8();
    text.get(start..text.find('»')?)
}
