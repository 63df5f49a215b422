//! The sandbox's state: SQLite, one file for all processes, or in memory for tests.
//!
//! Each resource is a row: its keys, and its body as JSON. The table `due` holds the steps that will
//! happen later, with their times. The first request after that time carries them out.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::http_types::Refusal;

/// The layout of the file. An older one is migrated; a newer one is refused.
const VERSION: i64 = 2;

const SCHEMA: &str = "
    CREATE TABLE resource (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        name TEXT NOT NULL,
        parent TEXT NOT NULL,
        changed INTEGER NOT NULL,
        gone INTEGER,
        body TEXT NOT NULL,
        UNIQUE (kind, id)
    );
    CREATE INDEX resource_changed ON resource (kind, changed);
    CREATE INDEX resource_parent ON resource (kind, parent);
    CREATE TABLE due (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        owner TEXT NOT NULL,
        step TEXT NOT NULL
    );
    CREATE INDEX due_at ON due (at, seq);
    CREATE INDEX due_owner ON due (owner);
    CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
";

/// From layout 1 to layout 2: the table of resources was called `thing`.
const FROM_1_TO_2: &str = "
    ALTER TABLE thing RENAME TO resource;
    DROP INDEX thing_changed;
    DROP INDEX thing_parent;
    CREATE INDEX resource_changed ON resource (kind, changed);
    CREATE INDEX resource_parent ON resource (kind, parent);
";

/// What can go wrong with the state.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite's own error.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The body of a record has another form than this version writes.
    #[error("a record cannot be read: {0}")]
    Body(#[from] serde_json::Error),
    /// The file was written by another version.
    #[error("its layout is number {found}, and this ostk knows number {VERSION}")]
    Version {
        /// The number in the file.
        found: i64,
    },
    /// A folder or a file cannot be made.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl StoreError {
    /// Returns whether another process holds the file.
    pub fn is_busy(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
        matches!(self.code(), Some(DatabaseBusy | DatabaseLocked))
    }

    /// Returns whether the file is damaged.
    pub fn is_damaged(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        matches!(self, Self::Body(_)) || matches!(self.code(), Some(DatabaseCorrupt | NotADatabase))
    }

    fn code(&self) -> Option<rusqlite::ErrorCode> {
        match self {
            Self::Sqlite(error) => error.sqlite_error_code(),
            _ => None,
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::new(500, format!("the sandbox's state: {error}"))
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

/// A resource that the store keeps.
pub(crate) trait Record: Serialize + DeserializeOwned {
    const KIND: &'static str;
    fn id(&self) -> &str;
    #[expect(
        clippy::unnecessary_literal_bound,
        reason = "most have one of their own"
    )]
    fn project(&self) -> &str {
        ""
    }
    #[expect(
        clippy::unnecessary_literal_bound,
        reason = "most have one of their own"
    )]
    fn name(&self) -> &str {
        ""
    }
    /// Returns the resource that this belongs to, such as the server of a port.
    #[expect(
        clippy::unnecessary_literal_bound,
        reason = "some have one of their own"
    )]
    fn parent(&self) -> &str {
        ""
    }
    /// Returns when it was deleted, if that is remembered.
    fn gone(&self) -> Option<i64> {
        None
    }
}

/// Which resources a scan finds.
#[derive(Clone, Copy, Default)]
pub(crate) struct Scan<'a> {
    pub(crate) project: Option<&'a str>,
    pub(crate) parent: Option<&'a str>,
    /// Only those that changed at or after this time, including deleted ones.
    pub(crate) since: Option<i64>,
    /// Only those after this ID, in the order of the scan.
    pub(crate) after: Option<&'a str>,
    /// The oldest first.
    pub(crate) ascending: bool,
    pub(crate) with_gone: bool,
}

/// The state.
pub(crate) struct Store {
    connection: Connection,
}

type Result<T> = std::result::Result<T, StoreError>;

impl Store {
    pub(crate) fn memory() -> Result<Self> {
        let store = Self {
            connection: Connection::open_in_memory()?,
        };
        store.connection.execute_batch(SCHEMA)?;
        Ok(store)
    }

    /// Opens the file, or makes it for this user alone. Returns whether it is new.
    pub(crate) fn open(path: &Path) -> Result<(Self, bool)> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut options = std::fs::OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)?;
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(30))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        let store = Self { connection };
        // Two processes may come first at once: the one that gets the lock makes the tables.
        store.begin()?;
        let found: i64 = store
            .connection
            .pragma_query_value(None, "user_version", |row| row.get(0))?;
        let new = found == 0;
        let migration = match found {
            0 => SCHEMA,
            1 => FROM_1_TO_2,
            VERSION => "",
            _ => {
                store.rollback()?;
                return Err(StoreError::Version { found });
            }
        };
        if !migration.is_empty() {
            store.connection.execute_batch(migration)?;
            store
                .connection
                .pragma_update(None, "user_version", VERSION)?;
        }
        // A new file is committed once it has been seeded.
        if !new {
            store.commit()?;
        }
        Ok((store, new))
    }

    pub(crate) fn begin(&self) -> Result<()> {
        Ok(self.connection.execute_batch("BEGIN IMMEDIATE")?)
    }

    pub(crate) fn commit(&self) -> Result<()> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    pub(crate) fn rollback(&self) -> Result<()> {
        Ok(self.connection.execute_batch("ROLLBACK")?)
    }

    /// Returns whether a change has begun and not ended.
    pub(crate) fn is_changing(&self) -> bool {
        !self.connection.is_autocommit()
    }

    /// Removes everything.
    pub(crate) fn clear(&self) -> Result<()> {
        Ok(self
            .connection
            .execute_batch("DELETE FROM resource; DELETE FROM due; DELETE FROM counter;")?)
    }

    pub(crate) fn get<T: Record>(&self, id: &str) -> Result<Option<T>> {
        let body: Option<String> = self
            .connection
            .prepare_cached("SELECT body FROM resource WHERE kind = ?1 AND id = ?2")?
            .query_row(params![T::KIND, id], |row| row.get(0))
            .optional()?;
        body.map(|body| Ok(serde_json::from_str(&body)?))
            .transpose()
    }

    /// Adds a resource, or replaces the one that has its ID.
    pub(crate) fn put<T: Record>(&self, resource: &T, now: i64) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO resource (kind, id, project, name, parent, changed, gone, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (kind, id) DO UPDATE SET project = excluded.project,
                     name = excluded.name, parent = excluded.parent,
                     changed = excluded.changed, gone = excluded.gone, body = excluded.body",
            )?
            .execute(params![
                T::KIND,
                resource.id(),
                resource.project(),
                resource.name(),
                resource.parent(),
                now,
                resource.gone(),
                serde_json::to_string(resource)?,
            ])?;
        Ok(())
    }

    pub(crate) fn remove<T: Record>(&self, id: &str) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM resource WHERE kind = ?1 AND id = ?2")?
            .execute(params![T::KIND, id])?;
        Ok(())
    }

    /// Removes the resources of a kind whose `expires` has passed.
    pub(crate) fn remove_expired<T: Record>(&self, now: i64) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM resource WHERE kind = ?1 AND json_extract(body, '$.expires') <= ?2",
            )?
            .execute(params![T::KIND, now])?;
        Ok(())
    }

    /// Calls `take` with each resource until it breaks, the newest first unless `ascending` is set.
    /// Returns false if there is no resource with the ID `after`.
    pub(crate) fn scan<T: Record>(
        &self,
        scan: Scan<'_>,
        mut take: impl FnMut(T) -> ControlFlow<()>,
    ) -> Result<bool> {
        let after: Option<i64> = match scan.after {
            None => None,
            Some(id) => {
                let seq = self
                    .connection
                    .prepare_cached("SELECT seq FROM resource WHERE kind = ?1 AND id = ?2")?
                    .query_row(params![T::KIND, id], |row| row.get(0))
                    .optional()?;
                if seq.is_none() {
                    return Ok(false);
                }
                seq
            }
        };
        // The condition has no unused parts, so that SQLite can use its indexes.
        let mut sql = String::from("SELECT body FROM resource WHERE kind = :kind");
        let mut values: Vec<(&str, &dyn rusqlite::ToSql)> = vec![(":kind", &T::KIND)];
        let project = scan.project.unwrap_or_default();
        if scan.project.is_some() {
            sql.push_str(" AND project = :project");
            values.push((":project", &project));
        }
        let parent = scan.parent.unwrap_or_default();
        if scan.parent.is_some() {
            sql.push_str(" AND parent = :parent");
            values.push((":parent", &parent));
        }
        let since = scan.since.unwrap_or_default();
        if scan.since.is_some() {
            sql.push_str(" AND changed >= :since");
            values.push((":since", &since));
        } else if !scan.with_gone {
            sql.push_str(" AND gone IS NULL");
        }
        let after_seq = after.unwrap_or_default();
        let order = match (after.is_some(), scan.ascending) {
            (true, true) => " AND seq > :after ORDER BY seq",
            (true, false) => " AND seq < :after ORDER BY seq DESC",
            (false, true) => " ORDER BY seq",
            (false, false) => " ORDER BY seq DESC",
        };
        sql.push_str(order);
        if after.is_some() {
            values.push((":after", &after_seq));
        }
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(values.as_slice())?;
        while let Some(row) = rows.next()? {
            let body = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            if take(serde_json::from_str(body)?).is_break() {
                break;
            }
        }
        Ok(true)
    }

    /// Returns all that a scan finds.
    pub(crate) fn all<T: Record>(&self, scan: Scan<'_>) -> Result<Vec<T>> {
        let mut all = Vec::new();
        self.scan(scan, |resource| {
            all.push(resource);
            ControlFlow::Continue(())
        })?;
        Ok(all)
    }

    /// Schedules a step of `owner`.
    pub(crate) fn schedule<S: Serialize>(&self, at: i64, owner: &str, step: &S) -> Result<()> {
        self.connection
            .prepare_cached("INSERT INTO due (at, owner, step) VALUES (?1, ?2, ?3)")?
            .execute(params![at, owner, serde_json::to_string(step)?])?;
        Ok(())
    }

    /// Removes the scheduled steps of `owner`, and returns them.
    pub(crate) fn unschedule<S: DeserializeOwned>(&self, owner: &str) -> Result<Vec<S>> {
        let steps: Vec<String> = self
            .connection
            .prepare_cached("SELECT step FROM due WHERE owner = ?1 ORDER BY at, seq")?
            .query_map([owner], |row| row.get(0))?
            .collect::<std::result::Result<_, _>>()?;
        self.connection
            .prepare_cached("DELETE FROM due WHERE owner = ?1")?
            .execute([owner])?;
        steps
            .iter()
            .map(|step| Ok(serde_json::from_str(step)?))
            .collect()
    }

    /// Returns whether a step is due.
    pub(crate) fn is_due(&self, now: i64) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM due WHERE at <= ?1 LIMIT 1")?
            .exists([now])?)
    }

    /// Removes the first step that is due, and returns its time, its owner and the step.
    pub(crate) fn take_due<S: DeserializeOwned>(
        &self,
        now: i64,
    ) -> Result<Option<(i64, String, S)>> {
        let row: Option<(i64, i64, String, String)> = self
            .connection
            .prepare_cached(
                "SELECT seq, at, owner, step FROM due WHERE at <= ?1 ORDER BY at, seq LIMIT 1",
            )?
            .query_row([now], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((seq, at, owner, step)) = row else {
            return Ok(None);
        };
        self.connection
            .prepare_cached("DELETE FROM due WHERE seq = ?1")?
            .execute([seq])?;
        Ok(Some((at, owner, serde_json::from_str(&step)?)))
    }

    /// Returns the time of the next step.
    pub(crate) fn next_due(&self) -> Result<Option<i64>> {
        Ok(self
            .connection
            .query_row("SELECT min(at) FROM due", [], |row| row.get(0))?)
    }

    /// Returns the next number of a counter. The first is 1.
    pub(crate) fn next_number(&self, name: &str) -> Result<i64> {
        Ok(self
            .connection
            .prepare_cached(
                "INSERT INTO counter (name, value) VALUES (?1, 1)
                 ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
            )?
            .query_row([name], |row| row.get(0))?)
    }

    /// Returns the last number of a counter, or 0 before the first.
    pub(crate) fn last_number(&self, name: &str) -> Result<i64> {
        let value: Option<i64> = self
            .connection
            .prepare_cached("SELECT value FROM counter WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?;
        Ok(value.unwrap_or_default())
    }

    /// Sets the last number of a counter.
    pub(crate) fn set_counter(&self, name: &str, value: i64) -> Result<()> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO counter (name, value) VALUES (?1, ?2)")?
            .execute(params![name, value])?;
        Ok(())
    }

    /// Returns how many resources of a kind there are.
    pub(crate) fn count_of<T: Record>(&self) -> Result<i64> {
        Ok(self.connection.query_row(
            "SELECT count(*) FROM resource WHERE kind = ?1 AND gone IS NULL",
            [T::KIND],
            |row| row.get(0),
        )?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;

    #[test]
    fn a_file_of_the_first_layout_is_migrated() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sandbox.db");
        let old = Connection::open(&path).unwrap();
        old.execute_batch(&SCHEMA.replace("resource", "thing"))
            .unwrap();
        old.pragma_update(None, "user_version", 1).unwrap();
        old.execute_batch(
            r#"INSERT INTO thing (kind, id, project, name, parent, changed, body)
               VALUES ('project', 'a', '', 'demo', '', 1, '{"id": "a", "name": "demo"}')"#,
        )
        .unwrap();
        drop(old);
        for _ in 0..2 {
            let (store, new) = Store::open(&path).unwrap();
            assert!(!new);
            let kept = store.get::<Project>("a").unwrap().unwrap();
            assert_eq!(kept.name, "demo");
            let indexes: i64 = store
                .connection
                .query_row(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'index'
                     AND tbl_name = 'resource' AND name LIKE 'resource_%'",
                    [],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(indexes, 2);
        }
    }
}
