//! Counting with callgrind: a dump of its counters each time that the counted function returns.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs, io};

use super::baseline::{Count, Counts};
use super::work::COUNTED;

/// What the work takes on a backend: this program, called again as `run <backend>`, under valgrind.
///
/// # Errors
///
/// The text says what did not run, or what of its output was not as expected.
pub fn count(backend: &str) -> Result<Counts, String> {
    let folder = Folder::new().map_err(|error| format!("no folder for temporary files: {error}"))?;
    let this = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--quiet", "--tool=callgrind"])
        // The whole name: callgrind takes one option for a pattern, and forgets the other.
        .args([format!("--toggle-collect={COUNTED}"), format!("--dump-after={COUNTED}")])
        .arg(format!("--callgrind-out-file={}", folder.0.join("out").display()))
        .arg(this)
        .args(["run", backend])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("valgrind: {error}"))?;
    if !output.status.success() {
        return Err(format!("{backend}: {}", output.status));
    }
    let done = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut counts = Counts::new();
    for (nth, line) in done.lines().enumerate() {
        let piece = line.split_once(' ').and_then(|(name, size)| Some((name, size.parse().ok()?)));
        let (name, size) = piece.ok_or_else(|| format!("{backend}: {line:?} is no name and size"))?;
        let path = folder.0.join(format!("out.{}", nth + 1));
        let dump = fs::read_to_string(&path).map_err(|error| format!("{backend}: no dump for {name}: {error}"))?;
        let instructions = total(&dump).ok_or_else(|| format!("{backend}: the dump for {name} has no total"))?;
        if instructions == 0 {
            return Err(format!("{backend}: nothing was counted for {name}"));
        }
        counts.insert(name.to_owned(), Count { size, instructions });
    }
    Ok(counts)
}

/// The instructions of a dump: the number after `totals:`.
fn total(dump: &str) -> Option<u64> {
    let line = dump.lines().find_map(|line| line.strip_prefix("totals:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// A folder of this process that is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Self> {
        let path = env::temp_dir().join(format!("privet-guard-{}", std::process::id()));
        fs::create_dir(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is for the system to clear away.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_read() {
        assert_eq!(total("version: 1\nevents: Ir\nsummary: 7\n\nfn=(1) f\n0 7\n\ntotals: 1234567\n"), Some(1_234_567));
        assert_eq!(total("events: Ir\nsummary: 7\n"), None);
        assert_eq!(total("totals: many\n"), None);
    }
}
