//! The streams of one run: stdout for data, stderr for everything else.

use std::fmt;
use std::io::{self, BufRead, IsTerminal, Read as _, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where a run reads and writes, and what is at the other end.
pub struct Io {
    /// Data, and data alone.
    pub stdout: Stream,
    /// Status, progress, warnings and errors.
    pub stderr: Stream,
    /// Standard input.
    pub stdin: Input,
}

/// Standard input; clones read from the same place, within one bound.
#[derive(Clone)]
pub struct Input {
    source: Arc<Mutex<io::Take<Box<dyn BufRead + Send>>>>,
    terminal: bool,
    taken: Arc<AtomicBool>,
}

/// As long as this lives, nothing is read from standard input: somebody else reads keys there,
/// and whoever asked for a line would wait for ever.
#[derive(Debug)]
pub struct Taken(Arc<AtomicBool>);

impl Drop for Taken {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// What is read of standard input at most: a document, or some 100,000 targets and more.
const INPUT_LIMIT: u64 = 16 * 1024 * 1024;

/// The error for input that has more than `limit` bytes.
pub(crate) fn too_large(limit: u64) -> io::Error {
    const MIB: u64 = 1024 * 1024;
    let size = match limit {
        MIB.. => format!("{} MiB", limit / MIB),
        1024.. => format!("{} KiB", limit / 1024),
        _ => format!("{limit} bytes"),
    };
    let message = format!("it has more than {size}, which is the most that is read");
    io::Error::new(io::ErrorKind::FileTooLarge, message)
}

impl Input {
    /// Reads from `source`; `terminal` says whether a person types there.
    pub fn new(source: impl BufRead + Send + 'static, terminal: bool) -> Self {
        Self {
            source: Arc::new(Mutex::new(
                (Box::new(source) as Box<dyn BufRead + Send>).take(INPUT_LIMIT + 1),
            )),
            terminal,
            taken: Arc::default(),
        }
    }

    /// Takes standard input away from all who read lines of it: to them it has ended.
    pub fn take(&self) -> Taken {
        self.taken.store(true, Ordering::Relaxed);
        Taken(Arc::clone(&self.taken))
    }

    fn is_taken(&self) -> bool {
        self.taken.load(Ordering::Relaxed)
    }

    /// Whether a person types there.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// All that is left.
    pub fn all(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if self.is_taken() {
            return Ok(bytes);
        }
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        source.read_to_end(&mut bytes)?;
        within_limit(&source)?;
        Ok(bytes)
    }

    /// The next line without its end; `None` after the last one.
    pub fn line(&self) -> io::Result<Option<String>> {
        let mut line = String::new();
        if self.is_taken() {
            return Ok(None);
        }
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        let count = source.read_line(&mut line)?;
        within_limit(&source)?;
        if count == 0 {
            return Ok(None);
        }
        let end = line.trim_end_matches(['\n', '\r']).len();
        line.truncate(end);
        Ok(Some(line))
    }
}

fn within_limit(source: &io::Take<Box<dyn BufRead + Send>>) -> io::Result<()> {
    if source.limit() == 0 {
        return Err(too_large(INPUT_LIMIT));
    }
    Ok(())
}

/// One output stream; clones write to the same place.
#[derive(Clone)]
pub struct Stream {
    sink: Arc<Mutex<Box<dyn Write + Send>>>,
    terminal: Option<Terminal>,
    unread: fn() -> bool,
}

/// As long as this lives, a stream goes elsewhere.
pub struct Diverted {
    stream: Stream,
    usual: Option<Box<dyn Write + Send>>,
}

impl Drop for Diverted {
    fn drop(&mut self) {
        if let Some(usual) = self.usual.take() {
            *self.stream.lock() = usual;
        }
    }
}

/// What is known of the terminal at a stream's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Columns.
    pub width: u16,
}

/// Used where a terminal does not tell its size.
const USUAL_WIDTH: u16 = 80;

impl Io {
    /// The process's own streams.
    pub fn from_process() -> Self {
        let stdout = io::stdout();
        let stderr = io::stderr();
        let stdin = io::stdin();
        let width = |size: Option<(terminal_size::Width, _)>| {
            size.map_or(USUAL_WIDTH, |(width, _)| width.0)
        };
        let out = stdout.is_terminal().then(|| Terminal {
            width: width(terminal_size::terminal_size_of(&stdout)),
        });
        let err = stderr.is_terminal().then(|| Terminal {
            width: width(terminal_size::terminal_size_of(&stderr)),
        });
        Self {
            stdin: Input::new(io::BufReader::new(OwnStdin), stdin.is_terminal()),
            stdout: Stream {
                unread: stdout_is_unread,
                ..Stream::new(io::BufWriter::with_capacity(64 * 1024, stdout), out)
            },
            stderr: Stream::new(stderr, err),
        }
    }
}

/// Somebody has interrupted the run while it waited for input.
#[derive(Debug, thiserror::Error)]
#[error("interrupted")]
pub struct Interrupted;

impl Interrupted {
    /// Whether an error is this one.
    pub fn is(error: &io::Error) -> bool {
        let inner = error.get_ref();
        inner.is_some_and(<dyn std::error::Error + Send + Sync>::is::<Self>)
    }
}

/// The process's own standard input. Who reads there blocks the whole run, in which an interrupt
/// has a handler that is not called meanwhile: so the waiting itself is what it ends.
struct OwnStdin;

#[cfg(unix)]
impl io::Read for OwnStdin {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        use rustix::event::{PollFd, PollFlags, poll};
        let stdin = io::stdin();
        let mut asked = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut asked, None) {
            Err(rustix::io::Errno::INTR) => Err(io::Error::other(Interrupted)),
            // What can't be waited for can be read, or says why not.
            _ => Ok(rustix::io::read(&stdin, buffer)?),
        }
    }
}

#[cfg(not(unix))]
impl io::Read for OwnStdin {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        io::stdin().read(buffer)
    }
}

/// Whether the process's own stdout is a pipe or a socket whose other end is closed.
#[cfg(unix)]
fn stdout_is_unread() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdout = io::stdout();
    let mut asked = [PollFd::new(&stdout, PollFlags::empty())];
    let at_once = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    poll(&mut asked, Some(&at_once)).is_ok()
        && asked[0]
            .revents()
            .intersects(PollFlags::ERR | PollFlags::HUP)
}

#[cfg(not(unix))]
fn stdout_is_unread() -> bool {
    false
}

impl fmt::Debug for Diverted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Diverted({:?})", self.stream)
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Stream({:?})", self.terminal)
    }
}

impl Stream {
    /// A stream to `sink`; `terminal` says what is at its end, if that is a terminal.
    pub fn new(sink: impl Write + Send + 'static, terminal: Option<Terminal>) -> Self {
        Self {
            sink: Arc::new(Mutex::new(Box::new(sink))),
            terminal,
            unread: || false,
        }
    }

    /// Whether the reader is known to have gone away, without anything being written.
    pub fn is_unread(&self) -> bool {
        (self.unread)()
    }

    /// The terminal at the other end, if there is one.
    pub fn terminal(&self) -> Option<Terminal> {
        self.terminal
    }

    /// Lets all that is written from now on, through any clone, go to `sink`: the screen belongs
    /// to somebody else.
    pub fn divert(&self, sink: impl Write + Send + 'static) -> Diverted {
        let usual = std::mem::replace(&mut *self.lock(), Box::new(sink));
        Diverted {
            stream: self.clone(),
            usual: Some(usual),
        }
    }

    /// Writes all of `bytes` in one piece.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.lock().write_all(bytes)
    }

    /// Hands what is buffered to the other end.
    pub fn flush(&self) -> io::Result<()> {
        self.lock().flush()
    }

    fn lock(&self) -> MutexGuard<'_, Box<dyn Write + Send>> {
        self.sink.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a line for people. A reader of stderr that went away changes nothing.
    pub fn line(&self, text: &str) {
        let _ = self.write(format!("{text}\n").as_bytes());
        let _ = self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Default)]
    struct Sink(Arc<Mutex<Vec<u8>>>);

    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_diverted_stream_comes_back() {
        let (usual, other) = (Sink::default(), Sink::default());
        let stream = Stream::new(usual.clone(), None);
        let clone = stream.clone();
        stream.line("before");
        let diverted = stream.divert(other.clone());
        clone.line("meanwhile");
        drop(diverted);
        clone.line("after");
        assert_eq!(*usual.0.lock().unwrap(), b"before\nafter\n");
        assert_eq!(*other.0.lock().unwrap(), b"meanwhile\n");
    }

    #[test]
    fn input_without_end_is_refused() {
        let endless = || Input::new(io::BufReader::new(io::repeat(b'a')), false);
        let kind = |error: io::Error| error.kind();
        let too_large = io::ErrorKind::FileTooLarge;
        assert_eq!(endless().line().map_err(kind), Err(too_large));
        assert_eq!(endless().all().map_err(kind), Err(too_large));
        assert!(super::too_large(INPUT_LIMIT).to_string().contains("16 MiB"));
    }

    #[test]
    fn input_that_is_taken_has_ended_for_the_others() {
        let input = Input::new(io::Cursor::new("one\ntwo\n"), true);
        let clone = input.clone();
        let taken = input.take();
        assert_eq!(clone.line().unwrap(), None);
        assert!(clone.all().unwrap().is_empty());
        drop(taken);
        assert_eq!(clone.line().unwrap().as_deref(), Some("one"));
    }
}
