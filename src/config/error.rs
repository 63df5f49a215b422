//! What can be wrong with settings. No message holds a setting's secret, nor a line of a file.

use std::io;
use std::path::PathBuf;

use super::setting::Origin;

/// Why settings can't be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file is not what its format wants.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// The column, from 1.
        column: u64,
        /// What is wrong there.
        message: String,
    },
    /// A file can't be read.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// No cloud has this name.
    #[error("no cloud is named '{name}' ({origin}); {}", there_is(known, searched))]
    UnknownCloud {
        /// The name that was asked for.
        name: String,
        /// Who asked for it.
        origin: Origin,
        /// The clouds that there are.
        known: Vec<String>,
        /// The file that was read, or the places that were searched.
        searched: Vec<PathBuf>,
    },
    /// No cloud was chosen, and there is not just one.
    #[error(
        "no cloud is chosen: --cloud or OS_CLOUD names one; {}",
        there_is(known, searched)
    )]
    NoCloud {
        /// The clouds that there are.
        known: Vec<String>,
        /// The file that was read, or the places that were searched.
        searched: Vec<PathBuf>,
    },
    /// A setting has a value that can't be.
    #[error("{setting} ({origin}): {problem}")]
    Invalid {
        /// The setting.
        setting: String,
        /// Where it was set.
        origin: Origin,
        /// What is wrong.
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
