//! The line that is left when tokens are turned back: who, when, how many of what. Never a value.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::error::{self, Error};
use crate::output::{json_string, private};

/// What was turned back, and what was not.
#[derive(Debug, Default)]
pub struct Counts {
    /// Tokens that were turned back, by their entity.
    pub entities: BTreeMap<String, u64>,
    /// The ids of the keys that did it.
    pub keys: BTreeSet<String>,
    /// Tokens that stay, by the reason.
    pub left: BTreeMap<&'static str, u64>,
}

/// Adds a line to the file and waits until it is on the disk.
///
/// # Errors
///
/// When it cannot be written: then nothing may be shown.
pub fn record(path: &Path, inputs: &[String], counts: &Counts) -> Result<(), Error> {
    let mut file = private(path, OpenOptions::new().create(true).append(true))?;
    let line = line(&time(SystemTime::now()), inputs, counts);
    let written = file.write_all(line.as_bytes()).and_then(|()| file.sync_all());
    written.map_err(|error| Error::Other(error::IO, format!("{}: {}", path.display(), error::plain(&error))))
}

fn line(time: &str, inputs: &[String], counts: &Counts) -> String {
    let list =
        |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| json_string(text)).collect::<Vec<_>>().join(",");
    let entities = counts.entities.iter().map(|(entity, count)| format!("{}:{count}", json_string(entity)));
    let left = counts.left.iter().map(|(reason, count)| format!("{}:{count}", json_string(reason)));
    let mut line = format!("{{\"time\":\"{time}\",\"command\":\"reidentify\"");
    for (name, value) in [("user", user()), ("uid", uid()), ("host", host())] {
        // Writing to a string does not fail.
        let _ = write!(line, ",\"{name}\":{}", value.map_or("null".to_owned(), |value| json_string(&value)));
    }
    let _ = writeln!(
        line,
        ",\"inputs\":[{}],\"keys\":[{}],\"entities\":{{{}}},\"left\":{{{}}}}}",
        list(&mut inputs.iter()),
        list(&mut counts.keys.iter()),
        entities.collect::<Vec<_>>().join(","),
        left.collect::<Vec<_>>().join(","),
    );
    line
}

/// What the environment calls the user, who may call themselves as they like.
fn user() -> Option<String> {
    ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()).filter(|name| !name.is_empty())
}

/// Whom the system takes the process for, where it tells.
#[cfg(unix)]
fn uid() -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    Some(fs::metadata("/proc/self").ok()?.uid().to_string())
}

#[cfg(not(unix))]
fn uid() -> Option<String> {
    None
}

fn host() -> Option<String> {
    let files = ["/proc/sys/kernel/hostname", "/etc/hostname"];
    let name = files.iter().find_map(|path| fs::read_to_string(path).ok()).or_else(|| std::env::var("HOSTNAME").ok());
    name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// A time of the calendar, in UTC, as RFC 3339 writes it.
fn time(now: SystemTime) -> String {
    let seconds = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Years that start in March, in eras of 400: the day of a leap year is the last of its year.
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let of_years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * of_years + of_years / 4 - of_years / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + of_years + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn times_are_those_of_the_calendar() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(time(UNIX_EPOCH + Duration::from_secs(seconds)), expected);
        }
    }

    #[test]
    fn a_line_is_one_object() {
        let mut counts = Counts::default();
        counts.entities.insert("US_SSN".to_owned(), 2);
        counts.keys.insert("k1".to_owned());
        counts.left.insert("no such key", 1);
        let line = line("2026-01-01T00:00:00Z", &["a \"b\"\n".to_owned()], &counts);
        let object: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(object["inputs"][0], "a \"b\"\n");
        assert_eq!((&object["entities"]["US_SSN"], &object["left"]["no such key"]), (&2.into(), &1.into()));
        assert_eq!(object["keys"][0], "k1");
        assert!(line.ends_with("}\n") && line.lines().count() == 1);
    }
}
