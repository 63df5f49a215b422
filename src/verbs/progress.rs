//! Progress for the user: a live line for each resource, on stderr, only on a terminal.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle, TermLike};

use super::notes::{Live, Notes};
use crate::error::ErrorFormat;
use crate::io::Stream;
use crate::output::sanitize;

/// The maximum number of lines. More would push the first ones off a usual screen.
const MOST_LINES: usize = 15;

/// Live lines, or nothing if they are not shown.
pub struct Progress {
    all: Option<MultiProgress>,
    lines: HashMap<String, ProgressBar>,
    live: Live,
}

impl Progress {
    /// Returns lines on stderr, if that is a terminal and notes are shown.
    pub fn new(notes: &Notes) -> Self {
        let shown = notes.stream.terminal().is_some()
            && !notes.quiet
            && notes.error_format == ErrorFormat::Text;
        let all = shown.then(|| {
            MultiProgress::with_draw_target(ProgressDrawTarget::term_like_with_hz(
                Box::new(Screen(notes.stream.clone())),
                8,
            ))
        });
        (*notes.live.now()).clone_from(&all);
        Self {
            all,
            lines: HashMap::new(),
            live: notes.live.clone(),
        }
    }

    /// Sets the text of a resource's line.
    pub fn set(&mut self, id: &str, name: &str, words: &str) {
        let Some(all) = &self.all else { return };
        if !self.lines.contains_key(id) {
            if self.lines.len() >= MOST_LINES {
                return;
            }
            let style = ProgressStyle::with_template("{spinner} {prefix}  {msg}  {elapsed}")
                .unwrap_or_else(|_| ProgressStyle::default_spinner());
            let bar = all.add(ProgressBar::new_spinner().with_style(style));
            bar.set_prefix(sanitize::for_terminal(name).into_owned());
            bar.enable_steady_tick(Duration::from_millis(125));
            self.lines.insert(id.to_owned(), bar);
        }
        if let Some(bar) = self.lines.get(id) {
            bar.set_message(sanitize::for_terminal(words).into_owned());
        }
    }

    /// Removes the lines.
    pub fn clear(&mut self) {
        for bar in self.lines.values() {
            bar.finish_and_clear();
        }
        self.lines.clear();
        if let Some(all) = &self.all {
            let _ = all.clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        *self.live.now() = None;
        self.clear();
    }
}

/// A terminal at the end of one of our streams.
struct Screen(Stream);

impl fmt::Debug for Screen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Screen")
    }
}

impl Screen {
    fn go(&self, steps: usize, letter: char) -> io::Result<()> {
        if steps == 0 {
            return Ok(());
        }
        self.0.write(format!("\x1b[{steps}{letter}").as_bytes())
    }
}

impl TermLike for Screen {
    fn width(&self) -> u16 {
        self.0.terminal().map_or(80, |terminal| terminal.width)
    }

    fn move_cursor_up(&self, steps: usize) -> io::Result<()> {
        self.go(steps, 'A')
    }

    fn move_cursor_down(&self, steps: usize) -> io::Result<()> {
        self.go(steps, 'B')
    }

    fn move_cursor_right(&self, steps: usize) -> io::Result<()> {
        self.go(steps, 'C')
    }

    fn move_cursor_left(&self, steps: usize) -> io::Result<()> {
        self.go(steps, 'D')
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        self.0.write(format!("{text}\n").as_bytes())
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.0.write(text.as_bytes())
    }

    fn clear_line(&self) -> io::Result<()> {
        self.0.write(b"\r\x1b[2K")
    }

    fn flush(&self) -> io::Result<()> {
        self.0.flush()
    }
}
