use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

use super::{Detector, Found};

/// A command that reads records as lines and writes for each, in order, a line of JSON with its findings:
/// `{"record":0,"findings":[{"entity":"IBAN_CODE","start":12,"end":34}]}`.
#[derive(Clone, Debug)]
pub struct Child {
    program: OsString,
    arguments: Vec<String>,
}

impl Child {
    /// `program` as the privet command, with the rules of `selection` (`global,pl` or `all`).
    pub fn privet(program: impl Into<OsString>, selection: &str) -> Self {
        let arguments = ["scan", "--format", "ndjson", "--rules", selection];
        Self::new(program, arguments.map(str::to_owned))
    }

    /// `program` with `arguments`.
    pub fn new(program: impl Into<OsString>, arguments: impl IntoIterator<Item = String>) -> Self {
        Self { program: program.into(), arguments: arguments.into_iter().collect() }
    }
}

impl Detector for Child {
    /// Starts the command for one record.
    ///
    /// # Panics
    ///
    /// When the command fails: there is nothing to score then. [`Child::scan_all`] returns the error instead.
    fn scan(&mut self, record: &[u8]) -> Vec<Found> {
        self.scan_all(&[record]).expect("the detector answers").swap_remove(0)
    }

    fn scan_all(&mut self, records: &[&[u8]]) -> io::Result<Vec<Vec<Found>>> {
        let mut child =
            Command::new(&self.program).args(&self.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("the child has no pipes"));
        };
        let mut answers = Vec::with_capacity(records.len());
        // Both ends at once: with one after the other the pipes fill and both sides wait.
        let read = thread::scope(|scope| {
            let writer = scope.spawn(move || -> io::Result<()> {
                for record in records {
                    input.write_all(record)?;
                    input.write_all(b"\n")?;
                }
                Ok(())
            });
            let read = BufReader::new(output).lines().try_for_each(|line| {
                answers.push(answer(answers.len(), &line?)?);
                Ok(())
            });
            // A child that ends early breaks the pipe; that it answered too little says so better.
            let _ = writer.join();
            read
        });
        let status = child.wait()?;
        read.and_then(|()| {
            if answers.len() == records.len() {
                return Ok(answers);
            }
            let (got, asked) = (answers.len(), records.len());
            Err(io::Error::other(format!("the detector answered {got} of {asked} records ({status})")))
        })
    }
}

/// The findings of one line, which must be the answer to record `expected`.
fn answer(expected: usize, line: &str) -> io::Result<Vec<Found>> {
    let bad = |what: &str| io::Error::other(format!("answer {expected}: {what}"));
    let line: Value = serde_json::from_str(line).map_err(|_| bad("not JSON"))?;
    if line["record"].as_u64() != Some(expected as u64) {
        return Err(bad("not in order"));
    }
    let findings = line["findings"].as_array().ok_or_else(|| bad("no findings"))?;
    findings
        .iter()
        .map(|finding| {
            let offset = |name: &str| finding[name].as_u64().and_then(|offset| usize::try_from(offset).ok());
            match (finding["entity"].as_str(), offset("start"), offset("end")) {
                (Some(entity), Some(start), Some(end)) if start <= end => {
                    Ok(Found { entity: entity.to_owned(), start, end })
                }
                _ => Err(bad("a finding lacks entity, start or end")),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_contract() {
        let line = r#"{"record":3,"findings":[{"entity":"IBAN_CODE","start":12,"end":34,"likelihood":"very_likely"}]}"#;
        assert_eq!(answer(3, line).unwrap(), [Found { entity: "IBAN_CODE".to_owned(), start: 12, end: 34 }]);
        assert!(answer(2, line).is_err() && answer(0, "nothing").is_err());
        assert!(answer(0, r#"{"record":0,"findings":[{"entity":"X","start":5}]}"#).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_child_answers_or_fails() {
        let script = r#"n=0; while read -r line; do echo "{\"record\":$n,\"findings\":[]}"; n=$((n+1)); done"#;
        let mut child = Child::new("sh", ["-c".to_owned(), script.to_owned()]);
        let records: Vec<&[u8]> = vec![b"one", b"two", b""];
        assert_eq!(child.scan_all(&records).unwrap().len(), 3);
        let mut silent = Child::new("true", []);
        assert!(silent.scan_all(&records).is_err());
    }
}
