//! The process's environment, read once at the start. No other code reads the environment.
//!
//! Tests create their own [`Env`], so they need no global state and can run in parallel.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

/// The environment variables, folders and clock of a run.
#[derive(Clone, Debug)]
pub struct Env {
    variables: BTreeMap<String, String>,
    /// The working directory.
    pub directory: PathBuf,
    /// The user's folders.
    pub folders: Folders,
    clock: fn() -> Timestamp,
}

/// The user's folders on this platform. `None` if there is none (no `HOME`).
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// The home directory.
    pub home: Option<PathBuf>,
    /// The folder for configuration (`~/.config`). `ostk` adds its own name.
    pub config: Option<PathBuf>,
    /// The folder for data that can be recreated (`~/.cache`).
    pub cache: Option<PathBuf>,
    /// The folder for the user's data (`~/.local/share`).
    pub data: Option<PathBuf>,
}

impl Env {
    /// Reads the real environment. Invalid UTF-8 in variables is replaced by replacement
    /// characters: a wrong value is refused later by name, but a dropped variable would go
    /// unnoticed.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that may")]
    pub fn from_process() -> Self {
        Self {
            variables: std::env::vars_os()
                .map(|(name, value)| {
                    (
                        name.to_string_lossy().into_owned(),
                        value.to_string_lossy().into_owned(),
                    )
                })
                .collect(),
            directory: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            folders: Folders {
                home: dirs::home_dir(),
                config: dirs::config_dir(),
                cache: dirs::cache_dir(),
                data: dirs::data_dir(),
            },
            clock: Timestamp::now,
        }
    }

    /// Creates an environment for tests, with these variables and all folders below `root`.
    pub fn for_test<'a>(
        root: &Path,
        variables: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        Self {
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            directory: root.to_path_buf(),
            folders: Folders {
                home: Some(root.to_path_buf()),
                config: Some(root.join(".config")),
                cache: Some(root.join(".cache")),
                data: Some(root.join(".local/share")),
            },
            clock: Timestamp::now,
        }
    }

    /// Returns a variable's value. An empty value counts as not set.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// Returns all variables with a value, by name.
    pub fn variables(&self) -> impl Iterator<Item = (&str, &str)> {
        self.variables
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns this machine's clock.
    pub fn clock(&self) -> fn() -> Timestamp {
        self.clock
    }

    /// Returns the current time by this machine's clock.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }
}
