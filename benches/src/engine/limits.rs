//! What the machine can do at best: look for a byte that is not there, and copy.

use std::hint::black_box;

use super::Engine;
use crate::corpus::{Haystack, Mode};
use crate::report::Report;
use crate::rules::Rules;

struct Memchr;

pub(super) fn memchr(_: &Rules) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(Memchr))
}

impl Engine for Memchr {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (start, piece, _) in haystack.calls(mode) {
            if let Some(at) = memchr::memchr(0, piece) {
                report.add(0, start + at, start + at + 1);
            }
        }
    }
}

struct Memcpy(Vec<u8>);

pub(super) fn memcpy(_: &Rules) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(Memcpy(Vec::new())))
}

impl Engine for Memcpy {
    fn run(&mut self, haystack: Haystack<'_>, mode: Mode, report: &mut Report) {
        for (_, piece, _) in haystack.calls(mode) {
            self.0.clear();
            self.0.extend_from_slice(black_box(piece));
            report.write(&self.0);
        }
    }
}
