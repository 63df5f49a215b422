//! What every command that asks a cloud is given.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use super::recorder::Recorder;
use crate::config::Setting;
use crate::error::CommandError;
use crate::io::{Input, Stream};
use crate::openstack::Session;
use crate::output::Output;

/// What a command works with.
pub struct Context {
    /// The cloud.
    pub session: Session,
    /// Where answers go, and in which form.
    pub output: Output,
    /// Whether the service's own answers are printed in place of ostk's.
    pub raw: bool,
    /// The page size that the configuration file names.
    pub page_size: Option<u32>,
    /// How long waits last, by the configuration file.
    pub wait_timeout: Option<Setting<String>>,
    /// Ranks of roles that are not OpenStack's own, by the configuration file.
    pub role_ranks: BTreeMap<String, u32>,
    /// The working directory, for files that are named relative to it.
    pub directory: PathBuf,
    /// The pipeline or job that this runs in, by the CI system's own variables.
    pub run_id: Option<String>,
    /// The journal of what is created.
    pub recorder: Recorder,
    /// What is under way.
    pub pending: Pending,
    /// Where notes and errors go.
    pub notes: Notes,
    /// Standard input, for targets.
    pub stdin: Input,
    /// When the command began.
    pub started: Timestamp,
}

impl Context {
    /// Reads `file://PATH` (or `fileb://PATH`), `-` for standard input, or a plain path, as AWS's
    /// command line does.
    pub fn read_source(&self, source: &str) -> Result<Vec<u8>, CommandError> {
        if source == "-" {
            return Ok(self.stdin.all()?);
        }
        let path = source
            .strip_prefix("file://")
            .or_else(|| source.strip_prefix("fileb://"))
            .unwrap_or(source);
        let path = self.directory.join(Path::new(path));
        std::fs::read(&path).map_err(|error| {
            CommandError::usage(format!("{} cannot be read: {error}", path.display()))
        })
    }
}

/// What was asked for and is not yet done, by ID, for whoever interrupts the run.
#[derive(Clone, Debug, Default)]
pub struct Pending(Arc<Mutex<BTreeMap<String, String>>>);

impl Pending {
    /// Notes that something is under way.
    pub fn add(&self, id: &str, name: &str) {
        self.lock().insert(id.to_owned(), name.to_owned());
    }

    /// Notes that it has ended.
    pub fn remove(&self, id: &str) {
        self.lock().remove(id);
    }

    /// Names and IDs.
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

/// stderr, as far as the user wants to hear of it.
#[derive(Clone)]
pub struct Notes {
    /// The stream.
    pub stream: Stream,
    /// Whether notes and warnings are kept back; errors never are.
    pub quiet: bool,
    /// Whether errors are JSON objects.
    pub json_errors: bool,
}

impl Notes {
    /// Something that the user may want to know.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            self.line(text);
        }
    }

    /// Something that the user should look at.
    pub fn warn(&self, text: &str) {
        self.note(&format!("ostk: [WARNING]: {text}"));
    }

    /// An error.
    pub fn error(&self, error: &CommandError) {
        if self.json_errors {
            self.line(&error.json());
        } else {
            self.line(&error.text());
        }
    }

    /// One or several lines, made safe for a terminal.
    fn line(&self, text: &str) {
        if self.stream.terminal().is_some() {
            self.stream
                .line(&crate::output::sanitize::lines_for_terminal(text));
        } else {
            self.stream.line(text);
        }
    }
}

/// Targets as the user named them: `-` stands for those on standard input, one a line or with
/// tabs between them, as `--output text` writes a list. No name of a server's holds a tab.
pub fn read_targets(targets: &[String], stdin: &Input) -> Result<Vec<String>, CommandError> {
    let all = read_targets_if_any(targets, stdin)?;
    if all.is_empty() {
        return Err(CommandError::usage(
            "standard input named no target, so there is nothing to do",
        ));
    }
    Ok(all)
}

/// The same for a clean-up, for which nothing to do is as good as done.
pub fn read_targets_if_any(targets: &[String], stdin: &Input) -> Result<Vec<String>, CommandError> {
    let mut all = Vec::new();
    for target in targets {
        if target != "-" {
            all.push(target.clone());
            continue;
        }
        while let Some(line) = stdin.line().map_err(|error| {
            CommandError::from(error).hint("'-' reads targets from standard input")
        })? {
            let names = line.split('\t').filter(|name| !name.trim().is_empty());
            all.extend(names.map(str::to_owned));
        }
    }
    if let Some(empty) = all.iter().find(|target| target.trim().is_empty()) {
        return Err(CommandError::usage(format!(
            "'{empty}' is no name and no ID"
        )));
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|target| seen.insert(target.clone()));
    Ok(all)
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
    fn a_line_of_output_text_is_several_targets() {
        assert_eq!(read(&["-"], "a\tb c\t\td\n").unwrap(), ["a", "b c", "d"]);
    }

    #[test]
    fn no_target_at_all_is_refused() {
        assert!(read(&["-"], "\n").is_err());
        assert!(read(&[""], "").is_err());
    }
}
