//! The context of every command that sends requests to a cloud.

use std::collections::{BTreeMap, HashSet};
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

use super::notes::Notes;
use super::recorder::Recorder;
use super::signals::Signals;
use super::source::{Sources, excerpt};
use crate::config::Setting;
use crate::env::Env;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::io::{Input, too_large};
use crate::openstack::Session;
use crate::output::Output;

/// The context of a command.
pub struct Context {
    /// The cloud.
    pub session: Session,
    /// Where results go, and in which form.
    pub output: Output,
    /// Whether to print the services' own responses instead of ostk's output.
    pub raw: bool,
    /// Whether each request is shown on stderr as it is sent.
    pub traced: bool,
    /// The page size from the configuration file.
    pub page_size: Option<u32>,
    /// The time that a connection may take, if the user set it.
    pub connect_timeout: Option<Duration>,
    /// The time-out of waits, from the configuration file.
    pub wait_timeout: Option<Setting<String>>,
    /// The pipeline or job that this runs in, from the CI system's own variables.
    pub run_id: Option<String>,
    /// The journal of created resources.
    pub recorder: Recorder,
    /// The requested actions that are not finished.
    pub pending: Pending,
    /// Where notes and errors go.
    pub notes: Notes,
    /// Standard input, for targets.
    pub stdin: Input,
    /// The user, if there is a terminal to ask questions on.
    pub person: Option<Person>,
    /// The options that chose the cloud, for command lines that users copy.
    pub cloud_options: Vec<String>,
    /// When the command started.
    pub started: Timestamp,
    /// Folders and the working directory.
    pub env: Env,
    /// Ranks of custom roles, from the configuration file.
    pub role_ranks: BTreeMap<String, u32>,
    /// What an interruption would leave behind.
    pub under_way: UnderWay,
    /// The signals that end the run, beside Ctrl-C.
    pub signals: Signals,
}

/// A user at a terminal that can show questions.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// Whether questions are coloured.
    pub color: bool,
}

/// What an interruption of the command would leave behind at the moment, in words for the user.
#[derive(Clone, Debug, Default)]
pub struct UnderWay(Arc<Mutex<Vec<String>>>);

impl UnderWay {
    /// Records what would be left behind while the returned value lives. If the run ends before
    /// [`Leftover::settled`], the record stays.
    pub fn may_leave(&self, what: impl Into<String>) -> Leftover {
        let what = what.into();
        self.texts().push(what.clone());
        Leftover {
            under_way: self.clone(),
            what,
        }
    }

    /// Returns all that would be left behind, in words; empty if there is nothing.
    pub fn text(&self) -> String {
        self.texts().join("; ")
    }

    fn texts(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A resource that may be left behind.
#[derive(Debug)]
#[must_use = "what is under way has to be settled at its end"]
pub struct Leftover {
    under_way: UnderWay,
    what: String,
}

impl Leftover {
    /// Removes the record, because the outcome is known. Dropping doesn't remove it: an interrupted
    /// command is dropped, too.
    pub fn settled(self) {
        let mut texts = self.under_way.texts();
        if let Some(at) = texts.iter().position(|text| *text == self.what) {
            texts.remove(at);
        }
    }
}

impl Context {
    /// Completes the error of a run that ends early: adds what continues without the run, and what
    /// the run leaves behind.
    pub fn ends_early(&self, mut error: CommandError) -> CommandError {
        let under_way: Vec<String> = self
            .pending
            .list()
            .into_iter()
            .map(|(name, id)| format!("'{name}' ({id})"))
            .collect();
        if !under_way.is_empty() {
            error.message.push_str("; still under way: ");
            error.message.push_str(&under_way.join(", "));
        }
        let left = self.under_way.text();
        if !left.is_empty() {
            error.message.push_str("; ");
            error.message.push_str(&left);
        }
        error
    }

    /// Reports all problems, and returns the last one as the command's error.
    pub fn refuse(&self, mut problems: Vec<CommandError>) -> Result<(), CommandError> {
        let Some(last) = problems.pop() else {
            return Ok(());
        };
        for problem in &problems {
            self.notes.error(problem);
        }
        Err(last)
    }

    /// Returns files and standard input, for values and documents.
    pub fn sources(&self) -> Sources<'_> {
        Sources::new(&self.env, &self.stdin)
    }
}

/// The requested actions that are not finished, by ID, for the message after an interruption.
#[derive(Clone, Debug, Default)]
pub struct Pending(Arc<Mutex<BTreeMap<String, String>>>);

impl Pending {
    /// Notes that an action has started.
    pub fn add(&self, id: &str, name: &str) {
        self.lock().insert(id.to_owned(), name.to_owned());
    }

    /// Notes that an action has ended.
    pub fn remove(&self, id: &str) {
        self.lock().remove(id);
    }

    /// Returns names and IDs.
    pub fn list(&self) -> Vec<(String, String)> {
        let all = self.lock();
        all.iter()
            .map(|(id, name)| (name.clone(), id.clone()))
            .collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the targets as the user named them. `-` stands for the targets on standard input: one
/// per line, or separated by tabs, as `--output text` writes a list. No server name contains a tab.
pub fn read_targets(targets: &[String], stdin: &Input) -> Result<Vec<String>, CommandError> {
    let all = read_targets_if_any(targets, stdin)?;
    if all.is_empty() {
        return Err(CommandError::usage(
            "standard input named no target, so there is nothing to do",
        ));
    }
    Ok(all)
}

/// Like `read_targets`, for a clean-up: an empty input is no error.
pub fn read_targets_if_any(targets: &[String], stdin: &Input) -> Result<Vec<String>, CommandError> {
    let mut all = Vec::new();
    let mut seen = HashSet::new();
    let mut add = |target: &str| {
        if seen.insert(target.to_owned()) {
            all.push(target.to_owned());
        }
    };
    for target in targets {
        if target.trim().is_empty() {
            return Err(CommandError::usage(format!(
                "'{target}' is no name and no ID"
            )));
        }
        if target != "-" {
            add(target);
            continue;
        }
        let mut size = 0;
        while let Some(line) = stdin.line().map_err(stdin_error)? {
            size += line.len() as u64 + 1;
            if size > TARGETS_LIMIT {
                return Err(stdin_error(too_large(TARGETS_LIMIT)));
            }
            targets_of(&line)?.into_iter().for_each(&mut add);
        }
    }
    Ok(all)
}

/// Returns the targets of a line: one name or ID, or several IDs. Refuses other lines with columns:
/// a column may happen to be the name of another resource.
fn targets_of(line: &str) -> Result<Vec<&str>, CommandError> {
    let columns: Vec<&str> = line
        .split('\t')
        .filter(|column| !column.trim().is_empty())
        .collect();
    let is_id = |column: &&str| uuid::Uuid::try_parse(column).is_ok();
    if columns.len() > 1 && !columns.iter().all(is_id) {
        return Err(CommandError::usage(format!(
            "standard input: '{}' has several columns, and not all of them are IDs",
            excerpt(line)
        ))
        .hint(
            "'-' takes one name or ID a line, as --query '…[].[InstanceId]' --output text prints",
        ));
    }
    Ok(columns)
}

/// Enough for more than 100,000 IDs.
const TARGETS_LIMIT: u64 = 4 * 1024 * 1024;

fn stdin_error(error: std::io::Error) -> CommandError {
    let what = error.to_string();
    let kind = error.kind();
    let error = CommandError::from(error);
    if error.exit == ExitCode::Interrupted {
        return error;
    }
    // The input is too large or not text: a usage error, not a fault of the machine.
    let error = match kind {
        ErrorKind::FileTooLarge | ErrorKind::InvalidData => {
            CommandError::usage(format!("standard input cannot be read: {what}"))
        }
        _ => error,
    };
    error.hint("'-' reads targets from standard input")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn read(targets: &[&str], stdin: &'static str) -> Result<Vec<String>, CommandError> {
        let targets: Vec<String> = targets.iter().map(|text| (*text).to_owned()).collect();
        read_targets(&targets, &Input::new(Cursor::new(stdin), false))
    }

    #[test]
    fn a_dash_reads_names_one_a_line() {
        assert_eq!(
            read(&["a", "-"], "b c\r\n\n  \nd\na\n").unwrap(),
            ["a", "b c", "d"]
        );
    }

    #[test]
    fn a_line_with_columns_is_several_ids() {
        let ids = [
            "0b2c7e9a-1111-4222-8333-444455556666",
            "1c3d8f0b111142228333444455556666",
        ];
        let line = "0b2c7e9a-1111-4222-8333-444455556666\t\t1c3d8f0b111142228333444455556666\t\n";
        assert_eq!(read(&["-"], line).unwrap(), ids);
        assert_eq!(read(&["-"], "\ta b\t\n").unwrap(), ["a b"]);
        let error = read(&["-"], "0b2c7e9a-1111-4222-8333-444455556666\tweb\n").unwrap_err();
        assert_eq!(error.exit, ExitCode::Usage);
        assert!(error.message.contains("several columns"), "{error:?}");
    }

    #[test]
    fn no_target_at_all_is_refused() {
        assert!(read(&["-"], "\n").is_err());
        assert!(read(&[""], "").is_err());
        let endless = Input::new(std::io::BufReader::new(std::io::repeat(b'\t')), false);
        let error = read_targets(&["-".to_owned()], &endless).unwrap_err();
        assert_eq!(error.exit, ExitCode::Usage);
        assert!(error.message.contains("more than 16 MiB"), "{error:?}");
    }
}
