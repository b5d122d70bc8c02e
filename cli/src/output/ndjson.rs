//! One JSON object a record, with all its findings. Other programs read it: the form does not change.

use std::io::Write as _;

use privet_core::Rule;

use super::Found;

pub fn open(record: u64, out: &mut Vec<u8>) {
    // Writing to memory does not fail.
    let _ = write!(out, "{{\"record\":{record},\"findings\":[");
}

/// Appends a finding; names of entities and rules need no escapes.
pub fn finding(finding: &Found, rule: &Rule, first: bool, out: &mut Vec<u8>) {
    if !first {
        out.push(b',');
    }
    let (span, entity, id) = (finding.span, &rule.entity, &rule.id);
    let _ = write!(
        out,
        "{{\"entity\":\"{entity}\",\"start\":{},\"end\":{},\"likelihood\":\"{}\",\"rule\":\"{id}\"",
        span.start, span.end, finding.likelihood,
    );
    if let Some(action) = finding.action {
        let _ = write!(out, ",\"action\":\"{action}\"");
    }
    out.push(b'}');
}

pub fn close(out: &mut Vec<u8>) {
    out.extend_from_slice(b"]}\n");
}
