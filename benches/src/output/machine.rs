//! What the figures were measured on, and with.

use std::fs;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

/// Instruction sets that some engine uses.
const FLAGS: [&str; 13] = [
    "ssse3", "sse4_2", "avx", "avx2", "bmi2", "avx512f", "avx512bw", "avx512vl", "avx512vbmi", "avx512_vbmi2", "gfni",
    "asimd", "sve",
];

/// Versions of what is compared: those that the lock files name.
const COMPARED: [&str; 5] = ["memchr", "regex", "regex-automata", "regex-syntax", "dd-sensitive-data-scanner"];

/// The description of this machine as TOML; `locks` are lock files, `more` further versions.
pub fn describe(locks: &[&str], more: &[(&str, String)]) -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |name: &str| {
        let mut lines = cpu.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(key, _)| key.trim() == name).map_or("unknown", |(_, value)| value.trim())
    };
    let have: Vec<&str> = [field("flags"), field("Features")].into_iter().flat_map(str::split_whitespace).collect();
    let flags: Vec<&str> = FLAGS.into_iter().filter(|flag| have.contains(flag)).collect();
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_else(|_| "unknown".to_owned());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let virtual_machine = have.contains(&"hypervisor");
    let mut text = format!(
        "date = \"{}\"\ncpu = {:?}\ncores = {cores}\nvirtual = {virtual_machine}\nflags = {flags:?}\nos = {:?}\nkernel = {:?}\nrustc = {:?}\n\n[versions]\n",
        today(),
        field("model name"),
        std::env::consts::OS,
        kernel.trim(),
        rustc(),
    );
    let mut versions: Vec<(&str, String)> = vec![("privet", env!("CARGO_PKG_VERSION").to_owned())];
    for name in COMPARED {
        versions.extend(locks.iter().find_map(|lock| version(lock, name)).map(|version| (name, version)));
    }
    versions.extend_from_slice(more);
    versions.iter().for_each(|(name, version)| text.push_str(&format!("{name} = {version:?}\n")));
    text
}

fn version(lock: &str, name: &str) -> Option<String> {
    let head = format!("name = \"{name}\"\nversion = \"");
    let (_, rest) = lock.split_once(&head)?;
    rest.split('"').next().map(str::to_owned)
}

fn rustc() -> String {
    let output = Command::new("rustc").arg("--version").output();
    output.map_or_else(|_| "unknown".to_owned(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The date in UTC, `2026-11-21`.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let (mut days, mut year) = (seconds / 86_400, 1970);
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let mut month = 1;
    for length in [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_is_toml() {
        let text = describe(&[include_str!("../../../Cargo.lock")], &[("hyperscan", "5.4".to_owned())]);
        let table: toml::Table = toml::from_str(&text).unwrap();
        let versions = table["versions"].as_table().unwrap();
        assert!(versions.contains_key("regex-automata") && versions["hyperscan"].as_str() == Some("5.4"));
        let date = table["date"].as_str().unwrap();
        assert!(date.len() == 10 && *date >= *"2026-01-01", "{date}");
    }
}
