//! The process's surroundings, read once at the edge. Nothing else reads the environment.
//!
//! Tests build an [`Env`] of their own, so they need no global state and run side by side.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

/// Environment variables, folders and clock of one run.
#[derive(Clone, Debug)]
pub struct Env {
    variables: BTreeMap<String, String>,
    /// The working directory.
    pub directory: PathBuf,
    /// The user's folders.
    pub folders: Folders,
    clock: fn() -> Timestamp,
}

/// The user's folders, as the platform has them. `None` where there is none (no `HOME`).
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// The home directory.
    pub home: Option<PathBuf>,
    /// Where programs keep their configuration (`~/.config`); `ostk` adds its own name.
    pub config: Option<PathBuf>,
    /// Where programs keep what can be made anew (`~/.cache`).
    pub cache: Option<PathBuf>,
    /// Where programs keep the user's data (`~/.local/share`).
    pub data: Option<PathBuf>,
}

impl Env {
    /// Reads the real environment. Variables that are not UTF-8 are kept with replacement
    /// characters: a wrong value is refused later by name, a lost one never would be.
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

    /// An environment for tests: these variables, and every folder below `root`.
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

    /// A variable's value. One that is set to nothing counts as not set.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// All variables that are set to something, by name.
    pub fn variables(&self) -> impl Iterator<Item = (&str, &str)> {
        self.variables
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// This machine's clock.
    pub fn clock(&self) -> fn() -> Timestamp {
        self.clock
    }

    /// The time now, by this machine's clock.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }
}
