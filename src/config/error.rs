//! Errors in settings. No message contains a secret or a line of a file.

use std::io;
use std::path::PathBuf;

use super::setting::Origin;

/// An error in the settings.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file is not valid in its format.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// The column, from 1.
        column: u64,
        /// The mistake.
        message: String,
    },
    /// A file can't be read.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// No cloud has this name.
    #[error("no cloud is named '{name}' ({origin}); {}", there_is(known, searched))]
    UnknownCloud {
        /// The name.
        name: String,
        /// The source of the name.
        origin: Origin,
        /// The clouds that exist.
        known: Vec<String>,
        /// The file that was read, or the places that were searched.
        searched: Vec<PathBuf>,
    },
    /// No cloud was chosen, and there isn't exactly one cloud.
    #[error(
        "no cloud is chosen: --cloud or OS_CLOUD names one; {}",
        there_is(known, searched)
    )]
    NoCloud {
        /// The clouds that exist.
        known: Vec<String>,
        /// The file that was read, or the places that were searched.
        searched: Vec<PathBuf>,
    },
    /// A setting has an invalid value.
    #[error("{setting} ({origin}): {problem}")]
    Invalid {
        /// The setting.
        setting: String,
        /// The source of the setting.
        origin: Origin,
        /// The problem.
        problem: String,
    },
}

fn there_is(known: &[String], searched: &[PathBuf]) -> String {
    let places: Vec<String> = searched
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    if known.is_empty() {
        let other = if cfg!(feature = "sandbox") {
            "; --cloud sandbox needs none"
        } else {
            ""
        };
        format!(
            "no clouds.yaml has any (searched: {}){other}",
            places.join(", ")
        )
    } else {
        format!("{} has: {}", places.join(", "), known.join(", "))
    }
}
