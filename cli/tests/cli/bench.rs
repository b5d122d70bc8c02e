//! What `privet bench` prints: figures and names, and never a byte of what it measures.

use std::collections::HashMap;

use crate::{RULES, command, fails, ok, privet, run, with_rules, write};

const INPUT: &str = "canary ssn 219-09-9999\nnothing\nPESEL: 44051401359\n";

/// The value of each part, backend, name and measure.
fn figures(csv: &[u8]) -> HashMap<String, String> {
    let text = std::str::from_utf8(csv).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("part,backend,name,measure,value"));
    let figures = lines.map(|line| {
        // The one cell that holds a comma is the list of rules.
        let (keys, value) = line.rsplit_once(if line.ends_with('"') { ",\"" } else { "," }).unwrap();
        assert_eq!(keys.split(',').count(), 4, "{line}");
        (keys.to_owned(), value.trim_matches('"').to_owned())
    });
    figures.collect()
}

#[test]
fn figures_are_those_of_the_input() {
    let args = ["bench", "--format", "csv", "--rounds", "2", "--per-rule", "--backend", "portable,naive"];
    let output = run(command(&with_rules(&args)).env("PRIVET_FORCE_BACKEND", "portable"), INPUT);
    let figures = figures(&output.stdout);
    for (key, value) in [
        ("input,,,bytes", "50"),
        ("input,,,records", "3"),
        ("input,,,record_bytes", "15.7"),
        ("input,,,cut", "false"),
        ("run,,,rounds", "2"),
        ("rules,,,count", "2"),
        ("rules,,,list", RULES[1]),
        ("pipeline,portable,,masked_records", "2"),
        ("pipeline,naive,,masked_records", "2"),
        ("stage,portable,overlap,out_per_mb", "40000.0"),
        ("stage,naive,overlap,out_per_mb", "40000.0"),
        ("rule,portable,us.ssn,entity", "US_SSN"),
        ("rule,portable,us.ssn,findings", "1"),
        ("rule,portable,pl.pesel,matches_per_mb", "20000.0"),
        ("rule,portable,pl.pesel,findings", "1"),
    ] {
        assert_eq!(figures.get(key).map(String::as_str), Some(value), "{key}");
    }
    for backend in ["portable", "naive"] {
        let ns = |name: &str| figures[&format!("stage,{backend},{name},ns_per_kb")].parse::<f64>().unwrap();
        assert!(["scan", "confirm", "validate", "context", "overlap", "mask"].into_iter().map(ns).all(f64::is_finite));
        for measure in ["mb_per_s", "records_per_s", "ns_per_kb"] {
            assert!(figures[&format!("pipeline,{backend},,{measure}")].parse::<f64>().unwrap() > 0.0, "{measure}");
        }
        assert!(figures[&format!("rules,{backend},,build_ms")].parse::<f64>().unwrap() > 0.0);
    }
    assert!(figures["reference,,memcpy,mb_per_s"].parse::<f64>().unwrap() > 0.0);
    assert!(figures["reference,,byte_search,mb_per_s"].parse::<f64>().unwrap() > 0.0);
}

#[test]
fn rules_come_dearest_first() {
    let args = ["bench", "--format", "csv", "--rounds", "1", "--per-rule", "--rules", "pl,us"];
    let output = privet(&args, INPUT.repeat(200));
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("rule,") && line.contains(",ns_per_kb,"));
    let costs: Vec<f64> = rows.map(|line| line.rsplit(',').next().unwrap().parse().unwrap()).collect();
    assert!(costs.len() > 5 && costs.is_sorted_by(|a, b| a >= b), "{costs:?}");
}

#[test]
fn tables_have_a_row_each() {
    let text =
        String::from_utf8(ok(&["bench", "--rounds", "1", "--per-rule", "--backend", "portable"], INPUT)).unwrap();
    assert!(text.starts_with("0.0 MB in 3 records, 16 bytes on average\n2 rules, "), "{text}");
    for row in ["portable  scan", "portable  mask", "memcpy  ", "byte search  ", "us.ssn      US_SSN  ", "pl.pesel  "] {
        assert_eq!(text.matches(&format!("\n{row}")).count(), 1, "{row}: {text}");
    }
    let brief = String::from_utf8(ok(&["bench", "--rounds", "1", "-"], INPUT)).unwrap();
    assert!(brief.contains("\nportable") && !brief.contains("naive") && !brief.contains("us.ssn"), "{brief}");
}

#[test]
fn charts_are_xml_with_a_bar_each() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chart.svg");
    let svg = ["--svg", path.to_str().unwrap()];
    ok(&["bench", "--rounds", "1", "--backend", "portable", "--backend", "naive", svg[0], svg[1]], INPUT);
    let text = std::fs::read_to_string(&path).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let texts: Vec<&str> = document.descendants().filter(roxmltree::Node::is_text).filter_map(|n| n.text()).collect();
    // One in the pipeline; the heading of the stages names it, too.
    assert_eq!(texts.iter().filter(|text| **text == "naive").count(), 1);
    assert_eq!(texts.iter().filter(|text| **text == "scan").count(), 2);
    assert_eq!(document.descendants().filter(|node| node.attribute("class") == Some("b")).count(), 2 + 2 * 6);
}

#[test]
fn no_figure_shows_a_message() {
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("chart.svg");
    for format in ["table", "csv"] {
        let args = ["bench", "--rounds", "1", "--per-rule", "--format", format, "--svg", svg.to_str().unwrap()];
        let output = privet(&with_rules(&args), INPUT);
        assert_eq!(output.status.code(), Some(0));
        let all = [output.stdout, output.stderr, std::fs::read(&svg).unwrap()].concat();
        let all = String::from_utf8(all).unwrap();
        for value in ["canary", "219-09-9999", "219099999", "44051401359", "nothing"] {
            assert!(!all.contains(value), "{format}: {value}");
        }
    }
}

#[test]
fn no_more_is_read_than_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let line = "x".repeat(99) + "\n";
    let file = write(folder.path(), "a", line.repeat(30_000));
    let args = ["bench", "--rounds", "1", "--max-mb", "1", "--format", "csv", &file];
    let cut = figures(&ok(&args, ""));
    assert_eq!((cut["input,,,bytes"].as_str(), cut["input,,,cut"].as_str()), ("1000000", "true"));
    let text = String::from_utf8(ok(&["bench", "--rounds", "1", "--max-mb", "1", &file], "")).unwrap();
    assert!(text.contains("1.0 MB in 10000 records, 99 bytes on average: the start of 3.0 MB\n"), "{text}");
    let text = String::from_utf8(ok(&["bench", "--rounds", "1", "--max-mb", "1"], line.repeat(30_000))).unwrap();
    assert!(text.contains(": the start of the input\n"), "{text}");
}

#[test]
fn long_records_are_measured_in_pieces() {
    let text = String::from_utf8(ok(&["bench", "--rounds", "1"], "y".repeat(700_000) + "\nx\n")).unwrap();
    assert!(text.contains("measured in pieces: 1\n"), "{text}");
}

#[test]
fn misuse() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "a", INPUT);
    let missing = folder.path().join("missing");
    let below = folder.path().join("no/such/chart.svg");
    let cases: [(&[&str], i32, &str); 8] = [
        (&["--backend", "warp"], 64, "--backend is \"warp\", and none of "),
        (&["--backend", "portable,"], 64, "--backend is \"\""),
        (&["--rounds", "0"], 64, "--rounds"),
        (&["--max-mb", "0"], 64, "--max-mb"),
        (&["--format", "json"], 64, "csv"),
        (&[missing.to_str().unwrap()], 66, "missing: no such file or directory"),
        (&[&file, "--svg", &file], 64, "is an input and cannot be the output"),
        (&[&file, "--svg", below.to_str().unwrap()], 73, "chart.svg"),
    ];
    for (args, code, message) in cases {
        let args: Vec<&str> = ["bench"].iter().chain(args).copied().collect();
        let (found, text) = fails(&with_rules(&args), "x\n");
        assert!(found == code && text.contains(message), "{args:?}: {found}: {text}");
    }
    assert_eq!(fails(&["bench", "--rules", "us.sns"], "").0, 64);
    assert_eq!(fails(&with_rules(&["bench"]), ""), (66, "privet: nothing to measure: the input is empty\n".to_owned()));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), INPUT, "an input is never overwritten");
}

#[test]
fn the_other_files_are_measured_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "a", INPUT);
    let args = ["bench", "--rounds", "1", "--format", "csv", "missing-file", &file];
    let output = privet(&with_rules(&args), "");
    assert_eq!(output.status.code(), Some(66));
    assert_eq!(figures(&output.stdout)["input,,,records"], "3");
}

#[test]
fn the_environment_chooses_the_backend() {
    let by = |name| {
        let mut command = command(&with_rules(&["bench", "--rounds", "1", "--per-rule", "--format", "csv"]));
        run(command.env("PRIVET_FORCE_BACKEND", name), INPUT)
    };
    let figures = figures(&by("naive").stdout);
    assert!(figures.contains_key("pipeline,naive,,mb_per_s") && figures.contains_key("rule,naive,us.ssn,entity"));
    assert!(!figures.keys().any(|key| key.contains("portable")));
    let unknown = by("warp");
    assert_eq!(unknown.status.code(), Some(64));
    let text = String::from_utf8(unknown.stderr).unwrap();
    let (_, names) = text.split_once("PRIVET_FORCE_BACKEND is \"warp\", and none of ").unwrap();
    assert!(names.contains("portable") && names.contains("naive"), "{text}");
}
