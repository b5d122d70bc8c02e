//! How far it is, on the terminal: only where a person watches, and only when it takes a while.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// Shorter work shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Time between two updates.
const PERIOD: Duration = Duration::from_millis(100);

/// One line that is written over and over.
pub struct Progress {
    total: Option<u64>,
    start: Instant,
    shown: Option<Instant>,
    on: bool,
}

impl Progress {
    /// Progress towards a number of bytes, if it is known; `busy` when the terminal has the output already.
    pub fn new(total: Option<u64>, busy: bool) -> Self {
        let on = total.is_some() && !busy && io::stderr().is_terminal();
        Self { total, start: Instant::now(), shown: None, on }
    }

    /// So many bytes are done.
    pub fn show(&mut self, bytes: u64) {
        let Some(total) = self.total.filter(|_| self.on) else { return };
        let last = self.shown.map_or(self.start + PATIENCE - PERIOD, |shown| shown);
        if last.elapsed() < PERIOD {
            return;
        }
        self.shown = Some(Instant::now());
        let line = line(bytes, total, self.start.elapsed());
        let _ = write!(io::stderr(), "\r{line}\x1b[K");
    }

    /// Wipes the line.
    pub fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

fn line(bytes: u64, total: u64, time: Duration) -> String {
    let share = (bytes as f64 / total.max(1) as f64).min(1.0);
    let rate = bytes as f64 / time.as_secs_f64().max(1e-9);
    let left = total.saturating_sub(bytes) as f64 / rate.max(1.0);
    let filled = (share * 24.0) as usize;
    let (minutes, seconds) = (left as u64 / 60, left as u64 % 60);
    format!(
        "[{:<24}] {:3.0} %  {:.1} of {:.1} MB  {:.0} MB/s  {minutes}:{seconds:02} left",
        "=".repeat(filled),
        share * 100.0,
        bytes as f64 / 1e6,
        total as f64 / 1e6,
        rate / 1e6,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_share_speed_and_time() {
        let line = line(500_000_000, 2_000_000_000, Duration::from_secs(1));
        assert_eq!(line, "[======                  ]  25 %  500.0 of 2000.0 MB  500 MB/s  0:03 left");
    }
}
