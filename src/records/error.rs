//! The errors of the journal.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// The reason why the journal can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RecordsError {
    /// The user has no data folder.
    #[error("there is no folder for the records: HOME is not set")]
    NoFolder,
    /// The folder or the file can't be created.
    #[error("{}: {source}", path.display())]
    Io {
        /// The folder or the file.
        path: PathBuf,
        /// The reason.
        source: std::io::Error,
    },
    /// An error from SQLite.
    #[error("{}: {source}", path.display())]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// The reason.
        source: rusqlite::Error,
    },
    /// A newer ostk wrote the file. It is left unchanged.
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
        /// The newest number that this version knows.
        known: i64,
    },
    /// No record can take a result.
    #[error(
        "no record that this may be noted in has the client token '{token}' and number {index}"
    )]
    NotIntended {
        /// The client token.
        token: String,
        /// The resource's number among those of the token.
        index: u32,
    },
}

impl RecordsError {
    /// Returns whether another process held the file until the wait ended.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Sqlite { source, .. } if is_busy(source))
    }

    /// Returns whether the file is damaged or is not a database.
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
