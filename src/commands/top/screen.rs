//! The terminal: takes the screen, reads keys, and always restores the terminal. This is the only
//! part of `top` that uses a terminal.

use std::fs::File;
use std::io::{self, IsTerminal as _, Write};
use std::panic;
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event as TerminalEvent, KeyEventKind,
};
use ratatui::crossterm::style::{ResetColor, force_color_output};
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::Size;

use super::model::TopEvent;
use crate::io::Stream;

/// The terminal while `top` owns it, to restore it. It is separate from everything that a panic may
/// leave locked or broken.
static OURS: Mutex<Option<File>> = Mutex::new(None);
static HOOK: Once = Once::new();

/// Restores the terminal, if `top` owns it. It can be called from anywhere, and twice.
fn give_back() {
    // In a panic, the panicking thread may hold this lock.
    let Ok(mut ours) = OURS.try_lock() else {
        return;
    };
    if let Some(mut terminal) = ours.take() {
        // If the terminal is gone, there is nothing to restore.
        let _ = execute!(
            terminal,
            ResetColor,
            // If the screen has grown, tmux would leave the last lines behind.
            Clear(ClearType::All),
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Show
        );
        let _ = disable_raw_mode();
    }
}

/// The whole screen.
pub(super) struct Screen {
    stream: Stream,
    terminal: Terminal<CrosstermBackend<Sink>>,
}

/// A stream that ratatui can write to.
struct Sink(Stream);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Screen {
    /// Takes the terminal of this stream, which must be the process's own stdout.
    pub(super) fn open(stream: Stream) -> io::Result<Self> {
        // A panic ends a release build at once: nothing is dropped.
        HOOK.call_once(|| {
            let usual = panic::take_hook();
            panic::set_hook(Box::new(move |panic| {
                give_back();
                usual(panic);
            }));
        });
        // The use of colours is already decided, NO_COLOR included.
        force_color_output(true);
        take(&stream)?;
        match Terminal::new(CrosstermBackend::new(Sink(stream.clone()))) {
            Ok(terminal) => Ok(Self { stream, terminal }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    pub(super) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws what has changed.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(draw).map(|_| ())
    }

    /// Makes the next drawing draw everything. The terminal's own `clear` would request the
    /// cursor's position, and the response would be read as a key.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    /// Takes the terminal again after another process has used it.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        take(&self.stream)?;
        self.forget()
    }

    /// Gives the terminal to the shell until it continues this process. Without such a shell,
    /// nothing happens.
    #[cfg(unix)]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        use rustix::process::{Signal, kill_current_process_group};
        give_back();
        kill_current_process_group(Signal::TSTP)?;
        self.resume()
    }

    #[cfg(not(unix))]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Reports when the process continues after it was stopped.
pub(super) struct Continued {
    #[cfg(unix)]
    signal: Option<tokio::signal::unix::Signal>,
}

impl Continued {
    #[cfg(unix)]
    pub(super) fn new() -> Self {
        use rustix::process::Signal;
        use tokio::signal::unix::{SignalKind, signal};
        Self {
            signal: signal(SignalKind::from_raw(Signal::CONT.as_raw())).ok(),
        }
    }

    #[cfg(unix)]
    pub(super) async fn wait(&mut self) {
        match &mut self.signal {
            Some(signal) => _ = signal.recv().await,
            None => std::future::pending().await,
        }
    }

    #[cfg(not(unix))]
    pub(super) fn new() -> Self {
        Self {}
    }

    #[cfg(not(unix))]
    pub(super) async fn wait(&mut self) {
        std::future::pending().await
    }
}

fn take(stream: &Stream) -> io::Result<()> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return Err(io::Error::other("stdout is no terminal"));
    }
    let mut ours = OURS.lock().unwrap_or_else(PoisonError::into_inner);
    let terminal = own(&stdout)?;
    // The terminal's current modes are the ones to restore.
    disable_raw_mode()?;
    enable_raw_mode()?;
    *ours = Some(terminal);
    drop(ours);
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    let taken = stream.write(&bytes).and_then(|()| stream.flush());
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Returns another handle of the terminal, without a lock and without a buffer.
#[cfg(unix)]
fn own(stdout: &io::Stdout) -> io::Result<File> {
    use std::os::fd::AsFd as _;
    Ok(File::from(stdout.as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn own(stdout: &io::Stdout) -> io::Result<File> {
    use std::os::windows::io::AsHandle as _;
    Ok(File::from(stdout.as_handle().try_clone_to_owned()?))
}

/// Starts a thread that calls `tell` with each key until `tell` returns false. If reading fails,
/// sends the error and ends.
pub(super) fn read_keys(mut tell: impl FnMut(io::Result<TopEvent>) -> bool + Send + 'static) {
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(TerminalEvent::Key(key)) if key.kind != KeyEventKind::Release => {
                    Ok(TopEvent::Key(key))
                }
                Ok(TerminalEvent::Paste(text)) => Ok(TopEvent::Pasted(text)),
                Ok(TerminalEvent::Resize(width, height)) => {
                    Ok(TopEvent::Resized(Size::new(width, height)))
                }
                Ok(_) => continue,
                Err(error) => Err(error),
            };
            let is_over = event.is_err();
            if !tell(event) || is_over {
                return;
            }
        }
    });
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    #[ignore = "another test starts it, in a terminal of its own"]
    fn the_screen_is_taken_and_nobody_gives_it_back() {
        let screen = Screen::open(crate::io::Io::from_process().stdout).unwrap();
        // As in a release build, where a panic drops nothing.
        std::mem::forget(screen);
        panic!("on purpose");
    }

    #[test]
    fn a_panic_gives_the_terminal_back_before_it_speaks() {
        let name = "commands::top::screen::tests::the_screen_is_taken_and_nobody_gives_it_back";
        let program = std::fs::read_link("/proc/self/exe").unwrap();
        let run = format!(
            "stty -g; RUST_BACKTRACE=0 '{}' --exact {name} --ignored --nocapture 2>&1; stty -g",
            program.display()
        );
        let output = Command::new("script")
            .args(["--quiet", "--command", &run, "/dev/null"])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        let at = |what: &str| {
            text.find(what)
                .unwrap_or_else(|| panic!("no {what:?} in {text}"))
        };
        assert!(at("\x1b[?1049h") < at("\x1b[?1049l"), "{text}");
        assert!(at("\x1b[?1049l") < at("\x1b[?25h"), "{text}");
        assert!(at("\x1b[?25h") < at("on purpose"), "{text}");
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        assert_eq!(lines.first(), lines.last(), "{text}");
        assert!(lines[0].contains(':'), "{text}");
    }
}
