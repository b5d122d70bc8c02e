//! Every table in small: what is right passes, and what is spoilt on purpose is told.

use crate::check::Slices;
use crate::data::{Data, Reports};
use crate::engine::Kind;
use crate::harness::{self, Control, Options, available};
use crate::output;

/// Bytes of each text.
const BYTES: f64 = 24_000.0;

fn options() -> Options {
    let slices = Slices { naive: 8 << 10, single: 16 << 10 };
    Options { mb: BYTES / 1e6, rounds: 1, slices, ..Options::default() }
}

/// Runs everything in small, and every negative control; returns what was done.
///
/// # Errors
///
/// An engine is wrong, or was spoilt and not told to be wrong.
pub fn run(data: &Data, more: &[Kind]) -> Result<String, String> {
    let outcome = harness::run(data, &options(), more, &mut |_| ())?;
    if let Some((place, why)) = outcome.wrong.first() {
        return Err(format!("{place}: {why}"));
    }
    if let Some(row) = output::shown_nowhere(data, &outcome.rows).first() {
        return Err(format!("no table shows {} over {}", row.engine, row.corpus));
    }
    let mut controls = 0;
    for control in Control::ALL {
        controls += caught(data, more, control)?;
    }
    Ok(format!("{} measurements are right; {controls} that were spoilt were told to be wrong", outcome.rows.len()))
}

/// Spoils engines, and returns how many were told to be wrong.
fn caught(data: &Data, more: &[Kind], control: Control) -> Result<usize, String> {
    let (tables, corpora) = (vec!["raw".to_owned()], vec!["dense".to_owned()]);
    let options = Options { tables, corpora, control: Some(control), ..options() };
    let outcome = harness::run(data, &options, more, &mut |_| ())?;
    let mut names = available(data, more)?;
    names.retain(|name| {
        // Backends share their spec's name.
        let id = name.split_once(", ").filter(|(id, _)| *id == "privet redact").map_or(name.as_str(), |(id, _)| id);
        let shown = data.table("raw").is_ok_and(|table| table.engines.iter().any(|engine| engine == id));
        let finds = data.engine(id).is_ok_and(|spec| spec.reports != Reports::Nothing);
        shown && finds && (control != Control::Class || id.starts_with("privet"))
    });
    for name in &names {
        let place = format!("dense / fifty / message / {name}");
        if !outcome.wrong.iter().any(|(wrong, _)| *wrong == place) {
            return Err(format!("{name} was spoilt ({}), and nothing was told", control.as_str()));
        }
    }
    Ok(names.len())
}
