//! Negative controls: what is spoilt on purpose must be reported as wrong, or the checks are worth nothing.

use crate::corpus::{Haystack, Mode};
use crate::data::EngineSpec;
use crate::engine::{self, Built, Engine, Kind};
use crate::report::Report;
use crate::rules::Rules;

/// What is spoilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "every control is run by name")]
pub enum Control {
    /// In the rules of Privet's engines, one class of bytes a pattern lacks the 7.
    Class,
    /// Every engine keeps its first match for itself.
    Drop,
    /// Every engine's first match ends a byte late.
    Shift,
}

impl Control {
    /// Every control.
    pub const ALL: [Self; 3] = [Self::Class, Self::Drop, Self::Shift];

    /// The name in options and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Drop => "drop",
            Self::Shift => "shift",
        }
    }

    /// The control of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|control| control.as_str() == name)
    }
}

/// Builds the engines of a spec, and spoils them where asked to.
pub(super) fn build(
    spec: &EngineSpec,
    rules: &Rules,
    more: &[Kind],
    control: Option<Control>,
) -> Result<Vec<Built>, String> {
    let spoilt = control == Some(Control::Class) && spec.kind.starts_with("privet");
    let mut built = if spoilt { engine::build(spec, &rules.spoilt(), more) } else { engine::build(spec, rules, more) }?;
    if let Some(control @ (Control::Drop | Control::Shift)) = control {
        for built in &mut built {
            let whole = std::mem::replace(&mut built.engine, Box::new(Silent));
            built.engine = Box::new(Lying { whole, control });
        }
    }
    Ok(built)
}

/// Reports nothing.
struct Silent;

impl Engine for Silent {
    fn run(&mut self, _: Haystack<'_>, _: Mode, _: &mut Report) {}
}

/// An engine whose first match is not told as it is.
struct Lying {
    whole: Box<dyn Engine>,
    control: Control,
}

impl Engine for Lying {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        let mut seen = Report::keeping();
        self.whole.run(haystack, mode, &mut seen);
        report.output = report.output.and(seen.output);
        let mut list = seen.list.unwrap_or_default();
        list.sort_unstable_by_key(|place| (place.start, place.end, place.rule));
        for (i, place) in list.iter().enumerate() {
            let late = usize::from(i == 0 && self.control == Control::Shift);
            if i > 0 || self.control == Control::Shift {
                report.add(place.rule as usize, place.start as usize, place.end as usize + late);
            }
        }
    }
}
