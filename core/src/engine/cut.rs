//! Findings that run over the end of a JSON string: only what values hold of them is one.

use crate::finding::Finding;
use crate::payload::{Rendering, render_json};
use crate::span::Span;

/// Cuts findings at the ends of the values and keys that they touch, where the record is JSON all through. What stands
/// between values is structure: `"Password:", "next"`. `structure` is a buffer.
///
/// Cost: a look for quotes in the findings; the record is read once more where there is one.
pub(super) fn cut(record: &[u8], structure: &mut Rendering, findings: &mut Vec<Finding>) {
    let quoted = |finding: &Finding| memchr::memchr(b'"', &record[finding.span.range()]).is_some();
    if !findings.iter().any(quoted) || render_json(record, structure).is_err() {
        return;
    }
    let leaves = structure.leaves();
    let mut pieces = Vec::with_capacity(findings.len());
    for &finding in findings.iter() {
        if !quoted(&finding) {
            pieces.push(finding);
            continue;
        }
        let Span { start, end } = finding.span;
        let first = leaves.partition_point(|leaf| leaf.raw.end <= start);
        let touched = leaves[first..].iter().take_while(|leaf| leaf.raw.start < end);
        for leaf in touched.filter(|leaf| !leaf.text.is_empty()) {
            let span = Span::new(start.max(leaf.raw.start), end.min(leaf.raw.end));
            pieces.push(Finding { span, ..finding });
        }
    }
    *findings = pieces;
}
