//! Runs ostk in-process, in a home of the test's own.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ostk::env::Env;
use ostk::io::{Input, Io, Stream, Terminal};
use serde_json::Value;

/// A home folder, variables, and the kinds of the streams.
pub(crate) struct Home {
    folder: tempfile::TempDir,
    variables: Vec<(String, String)>,
    stdin: String,
    terminal: Option<u16>,
    person: bool,
}

/// The outcome of a run.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: u8,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    /// Returns stdout as JSON. The test fails if it is not JSON, or if the run failed.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Checks that the run ended with this code, wrote these words to stderr, and nothing to
    /// stdout.
    #[track_caller]
    pub(crate) fn fails(&self, code: u8, words: &[&str]) {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.stdout, "", "{self:?}");
        for word in words {
            assert!(
                self.stderr.contains(word),
                "stderr lacks '{word}': {}",
                self.stderr
            );
        }
    }
}

#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// Returns a folder in memory if the system has a place for it, so that no test waits for a disk.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let is_usual = std::env::var_os("TMPDIR").is_none();
    match tempfile::tempdir_in(memory) {
        Ok(folder) if is_usual => folder,
        _ => tempfile::tempdir().unwrap(),
    }
}

impl Home {
    pub(crate) fn new() -> Self {
        Self {
            folder: folder(),
            variables: Vec::new(),
            stdin: String::new(),
            terminal: None,
            person: false,
        }
    }

    /// Returns a home with one cloud in its `clouds.yaml`, `test`, with this body, each line
    /// indented.
    pub(crate) fn with_cloud(body: &str) -> Self {
        let home = Self::new();
        home.set_cloud(body);
        home
    }

    /// Writes `clouds.yaml` again, with another body.
    pub(crate) fn set_cloud(&self, body: &str) {
        let body = body.trim_end().replace('\n', "\n    ");
        self.write("clouds.yaml", &format!("clouds:\n  test:\n    {body}\n"));
    }

    /// Returns a home with a double as its only cloud, by password.
    pub(crate) fn for_double(url: &str) -> Self {
        Self::with_cloud(&password_cloud(url))
    }

    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn stdin(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stdin);
        self
    }

    /// Makes stdin a terminal at which a person types this text.
    pub(crate) fn typed(mut self, text: &str) -> Self {
        self.person = true;
        self.terminal(100).stdin(text)
    }

    /// Makes stdout and stderr terminals of this width.
    pub(crate) fn terminal(mut self, width: u16) -> Self {
        self.terminal = Some(width);
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn run<S: AsRef<str>>(&self, words: impl IntoIterator<Item = S>) -> Outcome {
        let (stdout, stderr) = (Sink::default(), Sink::default());
        let io = self.io(stdout.clone(), stderr.clone());
        let code = ostk::run(arguments(words), &self.env(), &io).number();
        Outcome {
            code,
            stdout: stdout.text(),
            stderr: stderr.text(),
        }
    }

    /// Runs ostk in a thread of its own, with its output line by line as it comes.
    pub(crate) fn start<S: AsRef<str>>(&self, words: impl IntoIterator<Item = S>) -> Running {
        let (out, stdout) = Pipe::new();
        let (err, stderr) = Pipe::new();
        let (io, env, arguments) = (self.io(out, err), self.env(), arguments(words));
        let thread = thread::spawn(move || ostk::run(arguments, &env, &io).number());
        Running {
            stdout,
            stderr,
            thread,
        }
    }

    fn env(&self) -> Env {
        let variables = self
            .variables
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        Env::for_test(self.path(), variables)
    }

    fn io(&self, stdout: impl Write + Send + 'static, stderr: impl Write + Send + 'static) -> Io {
        let terminal = self.terminal.map(|width| Terminal { width });
        Io {
            stdout: Stream::new(stdout, terminal),
            stderr: Stream::new(stderr, terminal),
            stdin: Input::new(Cursor::new(self.stdin.clone()), self.person),
        }
    }
}

fn arguments<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Vec<OsString> {
    std::iter::once("ostk".to_owned())
        .chain(words.into_iter().map(|word| word.as_ref().to_owned()))
        .map(OsString::from)
        .collect()
}

/// A run in progress. Dropping one of its streams closes that pipe.
pub(crate) struct Running {
    pub(crate) stdout: Lines,
    pub(crate) stderr: Lines,
    thread: JoinHandle<u8>,
}

impl Running {
    /// Closes its output, waits for its end, and returns its code.
    pub(crate) fn end(self) -> u8 {
        drop((self.stdout, self.stderr));
        self.thread.join().unwrap()
    }

    /// Returns whether it has ended, after a short pause.
    pub(crate) fn is_over(&self) -> bool {
        thread::sleep(Duration::from_millis(10));
        self.thread.is_finished()
    }

    /// Waits for its end. Returns its code, and the rest of stderr.
    pub(crate) fn finish(self) -> (u8, String) {
        let code = self.thread.join().unwrap();
        (code, self.stderr.rest().join("\n"))
    }
}

/// Lines as they come.
pub(crate) struct Lines(Receiver<String>);

impl Lines {
    /// Returns all lines that have come and are unread.
    pub(crate) fn rest(&self) -> Vec<String> {
        self.0.try_iter().collect()
    }

    /// Returns the next line. The test fails if none comes.
    #[track_caller]
    pub(crate) fn next(&self) -> String {
        self.0.recv_timeout(Duration::from_secs(30)).unwrap()
    }

    /// Returns the next line as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        let line = self.next();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }
}

/// The writing end of [`Lines`].
struct Pipe {
    sender: Sender<String>,
    line: Vec<u8>,
}

impl Pipe {
    fn new() -> (Self, Lines) {
        let (sender, receiver) = mpsc::channel();
        let line = Vec::new();
        (Self { sender, line }, Lines(receiver))
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in bytes {
            if *byte == b'\n' {
                let line = String::from_utf8(std::mem::take(&mut self.line)).unwrap();
                let sent = self.sender.send(line);
                sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
            } else {
                self.line.push(*byte);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the settings of a cloud by password, with this address of Keystone.
pub(crate) fn password_cloud(url: &str) -> String {
    format!(
        "auth:\n  auth_url: {url}\n  username: developer\n  password: secret\n  \
         user_domain_name: Default\n  project_name: demo\n  project_domain_name: Default\n\
         region_name: RegionOne\n"
    )
}
