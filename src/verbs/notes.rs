//! Messages for the user on stderr, above the live lines.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use indicatif::MultiProgress;

use crate::error::{CommandError, ErrorFormat};
use crate::io::Stream;
use crate::output::sanitize::lines_for_terminal;

/// Writes notes, warnings and errors to stderr.
#[derive(Clone)]
pub struct Notes {
    /// The stream.
    pub stream: Stream,
    /// Whether notes and warnings are left out. Errors are always written.
    pub quiet: bool,
    /// The format of errors.
    pub error_format: ErrorFormat,
    /// The live lines that are drawn now.
    pub(super) live: Live,
}

impl Notes {
    /// Returns notes that go to a stream, without live lines.
    pub fn new(stream: &Stream, quiet: bool, error_format: ErrorFormat) -> Self {
        Self {
            stream: stream.clone(),
            quiet,
            error_format,
            live: Live::default(),
        }
    }

    /// Writes a note that may help the user.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            self.line(text);
        }
    }

    /// Writes a warning.
    pub fn warn(&self, text: &str) {
        self.note(&format!("ostk: [WARNING]: {text}"));
    }

    /// Writes an error.
    pub fn error(&self, error: &CommandError) {
        self.line(&error.shown(self.error_format));
    }

    /// Writes lines, made safe for a terminal.
    fn line(&self, text: &str) {
        if self.stream.terminal().is_some() {
            let text = lines_for_terminal(text);
            self.live.aside(|| self.stream.line(&text));
        } else {
            self.stream.line(text);
        }
    }
}

/// The live lines that are drawn now. Notes are written above them.
#[derive(Clone, Debug, Default)]
pub struct Live(Arc<Mutex<Option<MultiProgress>>>);

impl Live {
    /// Hides the live lines while something is written. `write` must not call this function: the
    /// lines are locked meanwhile.
    fn aside(&self, write: impl FnOnce()) {
        let lines = self.now().clone();
        match lines {
            Some(lines) => lines.suspend(write),
            None => write(),
        }
    }

    /// Returns the live lines, locked.
    pub(super) fn now(&self) -> MutexGuard<'_, Option<MultiProgress>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
