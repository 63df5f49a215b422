//! What can go wrong with the journal.

use std::path::PathBuf;

use rusqlite::ErrorCode;

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
    /// Returns whether another process kept the file locked.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Sqlite { source, .. } if is_busy(source))
    }

    /// Returns whether the file is damaged.
    pub fn is_damaged(&self) -> bool {
        matches!(
            self,
            Self::Sqlite { source, .. }
                if matches!(source.sqlite_error_code(), Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt))
        )
    }
}

/// Returns whether another process has the file locked.
pub(super) fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
    )
}
