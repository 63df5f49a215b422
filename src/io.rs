//! The streams of a run: stdout for data, stderr for everything else.

use std::fmt;
use std::io::{self, BufRead, IsTerminal, Read as _, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The input and output streams of a run.
pub struct Io {
    /// Data only.
    pub stdout: Stream,
    /// Status, progress, warnings and errors.
    pub stderr: Stream,
    /// Standard input.
    pub stdin: Input,
}

/// Standard input. Clones read from the same source and share one size limit.
#[derive(Clone)]
pub struct Input {
    source: Arc<Mutex<io::Take<Box<dyn BufRead + Send>>>>,
    terminal: bool,
    taken: Arc<AtomicBool>,
}

/// A guard: while it lives, [`Input`] reads nothing. Other code reads keys from standard input, and
/// a reader of lines would wait without end.
#[derive(Debug)]
pub struct Taken(Arc<AtomicBool>);

impl Drop for Taken {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// The most bytes that are read from standard input: enough for a document, or for more than
/// 100,000 targets.
const INPUT_LIMIT: u64 = 16 * 1024 * 1024;

/// Returns the error for input of more than `limit` bytes.
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
    /// Creates an input that reads from `source`. `terminal` is whether a person types there.
    pub fn new(source: impl BufRead + Send + 'static, terminal: bool) -> Self {
        Self {
            source: Arc::new(Mutex::new(
                (Box::new(source) as Box<dyn BufRead + Send>).take(INPUT_LIMIT + 1),
            )),
            terminal,
            taken: Arc::default(),
        }
    }

    /// Takes standard input away from all readers of lines. To them the input has ended.
    pub fn take(&self) -> Taken {
        self.taken.store(true, Ordering::Relaxed);
        Taken(Arc::clone(&self.taken))
    }

    fn is_taken(&self) -> bool {
        self.taken.load(Ordering::Relaxed)
    }

    /// Returns whether a person types there.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Reads the rest of the input.
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

    /// Reads the next line, without its line end. Returns `None` after the last line.
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

/// One output stream. Clones write to the same sink.
#[derive(Clone)]
pub struct Stream {
    sink: Arc<Mutex<Box<dyn Write + Send>>>,
    terminal: Option<Terminal>,
    unread: fn() -> bool,
}

/// A guard: while it lives, a stream goes to another sink.
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

/// The properties of a stream's terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// The width in columns.
    pub width: u16,
}

/// The width of a terminal of unknown size.
const USUAL_WIDTH: u16 = 80;

impl Io {
    /// Opens the process's own streams.
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

/// The user interrupted the run while it waited for input.
#[derive(Debug, thiserror::Error)]
#[error("interrupted")]
pub struct Interrupted;

impl Interrupted {
    /// Returns whether an error is this one.
    pub fn is(error: &io::Error) -> bool {
        let inner = error.get_ref();
        inner.is_some_and(<dyn std::error::Error + Send + Sync>::is::<Self>)
    }
}

/// The process's own standard input. A read blocks the whole run, and the handler of interrupts is
/// not called meanwhile. So an interrupt ends the wait itself.
struct OwnStdin;

#[cfg(unix)]
impl io::Read for OwnStdin {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        use rustix::event::{PollFd, PollFlags, poll};
        let stdin = io::stdin();
        let mut asked = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut asked, None) {
            Err(rustix::io::Errno::INTR) => Err(io::Error::other(Interrupted)),
            // If polling fails, the read works or reports the reason.
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

/// Returns whether the process's own stdout is a pipe or a socket with a closed other end.
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
    /// Creates a stream to `sink`. `terminal` is its terminal, if there is one.
    pub fn new(sink: impl Write + Send + 'static, terminal: Option<Terminal>) -> Self {
        Self {
            sink: Arc::new(Mutex::new(Box::new(sink))),
            terminal,
            unread: || false,
        }
    }

    /// Returns whether the reader is known to be gone, without a write.
    pub fn is_unread(&self) -> bool {
        (self.unread)()
    }

    /// Returns the stream's terminal, if there is one.
    pub fn terminal(&self) -> Option<Terminal> {
        self.terminal
    }

    /// Sends all further writes, through any clone, to `sink`, while other code owns the screen.
    pub fn divert(&self, sink: impl Write + Send + 'static) -> Diverted {
        let usual = std::mem::replace(&mut *self.lock(), Box::new(sink));
        Diverted {
            stream: self.clone(),
            usual: Some(usual),
        }
    }

    /// Writes all of `bytes` without interruption by other writers.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.lock().write_all(bytes)
    }

    /// Flushes the buffer.
    pub fn flush(&self) -> io::Result<()> {
        self.lock().flush()
    }

    fn lock(&self) -> MutexGuard<'_, Box<dyn Write + Send>> {
        self.sink.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a line for people. It is not an error if the reader of stderr is gone.
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
