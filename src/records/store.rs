//! The journal's file: private, migrated to the current layout, and shared by many processes.

use std::fs::{self, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::{RecordsError, is_busy};
use crate::files::private_folder;

/// The number of layouts so far.
const LAYOUTS: u8 = 4;

/// The steps from each layout to the next. The file's `user_version` is the number of steps
/// applied.
const MIGRATIONS: [&str; LAYOUTS as usize] = [
    include_str!("migrations/0001_instances.sql"),
    include_str!("migrations/0002_keypairs.sql"),
    include_str!("migrations/0003_sent.sql"),
    include_str!("migrations/0004_kinds.sql"),
];

/// The newest layout.
pub(super) const KNOWN: i64 = LAYOUTS as i64;

/// The longest wait for other processes, for a command that can't run without the journal.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Opens the file, and creates it if needed. Waits at most `patience` for other processes.
pub(super) fn open(path: &Path, patience: Duration) -> Result<Connection, RecordsError> {
    let io = |source| RecordsError::Io {
        path: path.to_owned(),
        source,
    };
    // Opening a pipe that has no reader would never return.
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(io(io::Error::other("it is no file")));
    }
    if let Some(found) = version_in_header(path).map_err(io)? {
        refuse_newer(path, found)?;
    }
    if let Some(folder) = path.parent() {
        private_folder(folder).map_err(|source| RecordsError::Io {
            path: folder.to_owned(),
            source,
        })?;
    }
    private_file(path).map_err(io)?;
    // SQLite's own wait does not cover every step when many processes open a new file at once.
    // Examples are the change to WAL and the recovery after a crash.
    let deadline = Instant::now() + patience;
    loop {
        match connect(path, deadline) {
            Err(RecordsError::Sqlite { source, .. })
                if is_busy(&source) && Instant::now() < deadline =>
            {
                thread::sleep(Duration::from_millis(5 + fastrand::u64(0..20)));
            }
            Ok(connection) => {
                let result = connection.busy_timeout(patience);
                return result
                    .map(|()| connection)
                    .map_err(|source| sqlite(path, source));
            }
            result => return result,
        }
    }
}

fn sqlite(path: &Path, source: rusqlite::Error) -> RecordsError {
    RecordsError::Sqlite {
        path: path.to_owned(),
        source,
    }
}

fn connect(path: &Path, deadline: Instant) -> Result<Connection, RecordsError> {
    let sqlite = |source| sqlite(path, source);
    let connection = Connection::open(path).map_err(sqlite)?;
    // Each step gets the time that is left.
    let bound = || {
        let left = deadline.saturating_duration_since(Instant::now());
        connection.busy_timeout(left).map_err(sqlite)
    };
    bound()?;
    // The log may hold a newer version than the header. This process must not write a newer
    // version's log into its file.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .map_err(sqlite)?;
    refuse_newer(path, version(&connection).map_err(sqlite)?)?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
        .map_err(sqlite)?;
    // Each commit must be on disk before the request that it announces is sent.
    connection
        .pragma_update(None, "synchronous", "FULL")
        .map_err(sqlite)?;
    let mode: String = connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .map_err(sqlite)?;
    if !mode.eq_ignore_ascii_case("wal") {
        bound()?;
        connection
            .pragma_update(None, "journal_mode", "WAL")
            .map_err(sqlite)?;
    }
    bound()?;
    migrate(path, &connection)?;
    Ok(connection)
}

/// Migrates the file. Several processes may start this at once: the first to get the lock does it.
fn migrate(path: &Path, connection: &Connection) -> Result<(), RecordsError> {
    let sqlite = |source| sqlite(path, source);
    if version(connection).map_err(sqlite)? == KNOWN {
        return Ok(());
    }
    let transaction = begin(connection).map_err(sqlite)?;
    let found = version(&transaction).map_err(sqlite)?;
    refuse_newer(path, found)?;
    for sql in MIGRATIONS
        .iter()
        .skip(usize::try_from(found).unwrap_or_default())
    {
        transaction.execute_batch(sql).map_err(sqlite)?;
    }
    transaction
        .pragma_update(None, "user_version", KNOWN)
        .map_err(sqlite)?;
    transaction.commit().map_err(sqlite)
}

/// Begins a transaction with the write lock from the start, so that it never has to abort half-way.
pub(super) fn begin(connection: &Connection) -> rusqlite::Result<Transaction<'_>> {
    Transaction::new_unchecked(connection, TransactionBehavior::Immediate)
}

fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn refuse_newer(path: &Path, found: i64) -> Result<(), RecordsError> {
    if found > KNOWN {
        return Err(RecordsError::Newer {
            path: path.to_owned(),
            found,
            known: KNOWN,
        });
    }
    Ok(())
}

/// Returns the layout's number in the file's header (<https://www.sqlite.org/fileformat.html>). It
/// is read without SQLite, which would leave files beside one that must not be changed.
fn version_in_header(path: &Path) -> io::Result<Option<i64>> {
    let mut header = [0; 64];
    let read = match fs::File::open(path) {
        Ok(mut file) => file.read_exact(&mut header),
        Err(error) => Err(error),
    };
    match read {
        Ok(()) => {
            let number = [header[60], header[61], header[62], header[63]];
            Ok(header
                .starts_with(b"SQLite format 3\0")
                .then(|| i32::from_be_bytes(number).into()))
        }
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::UnexpectedEof
            ) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Creates the file before SQLite does, since SQLite gives its log the file's mode.
#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    let file = OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(path)?;
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<()> {
    OpenOptions::new().create(true).append(true).open(path)?;
    Ok(())
}

#[cfg(test)]
pub(super) fn first_layout(path: &Path) -> Connection {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(MIGRATIONS[0]).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    connection
}
