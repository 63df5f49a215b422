//! What can go wrong with the journal.

use std::path::PathBuf;

/// Why the journal can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RecordsError {
    /// The user has no folder for data.
    #[error("there is no folder for the records: HOME is not set")]
    NoFolder,
    /// The folder or the file can't be made.
    #[error("{}: {source}", path.display())]
    Io {
        /// The folder or the file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// SQLite's own error.
    #[error("{}: {source}", path.display())]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
    /// The file was written by a newer ostk, and is left as it is.
    #[error(
        "{} was written by a newer ostk: its layout is number {found}, and this ostk knows those \
         up to {known}",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The number in the file.
        found: i64,
        /// The newest that this version knows.
        known: i64,
    },
    /// A result for which there is no intent that may have it.
    #[error(
        "no record that this may be noted in has the client token '{token}' and number {index}"
    )]
    NotIntended {
        /// The client token.
        token: String,
        /// Which of its resources.
        index: u32,
    },
}

impl RecordsError {
    /// Whether another process had the file for longer than it was waited for.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Sqlite { source, .. } if super::store::is_busy(source))
    }

    /// Whether the file itself is of no use any more.
    pub fn is_damaged(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        matches!(
            self,
            Self::Sqlite { source, .. }
                if matches!(source.sqlite_error_code(), Some(NotADatabase | DatabaseCorrupt))
        )
    }
}
