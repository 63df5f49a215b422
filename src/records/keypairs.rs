//! Key pairs in the journal. They belong to a user in any project, as in Nova.

use std::path::PathBuf;

use rusqlite::{OptionalExtension as _, Row, named_params};

use super::error::RecordsError;
use super::journal::Journal;
use super::model::{KeypairRecord, Scope};
use super::row::{region, time};

impl Journal {
    /// Records a key pair. It replaces an older one of the same name, which no longer exists.
    pub fn keypair_created(
        &self,
        scope: &Scope,
        record: &KeypairRecord,
    ) -> Result<(), RecordsError> {
        // In a path that is not UTF-8, the unreadable parts are replaced.
        let path = record.path.as_ref().map(|path| path.to_string_lossy());
        self.once(|connection| {
            connection.execute(
                "INSERT OR REPLACE INTO keypair (cloud, region, user_id, name, project_id,
                     fingerprint, path, user, created, run_id)
                 VALUES (:cloud, :region, :user_id, :name, :project, :fingerprint, :path, :user,
                     :created, :run)",
                named_params! {
                    ":cloud": scope.cloud,
                    ":region": region(scope),
                    ":user_id": scope.user_id,
                    ":name": record.name,
                    ":project": scope.project_id,
                    ":fingerprint": record.fingerprint,
                    ":path": path,
                    ":user": record.user,
                    ":created": record.created.as_millisecond(),
                    ":run": record.run_id,
                },
            )?;
            Ok(())
        })
    }

    /// Deletes a key pair's record. Returns whether there was one.
    pub fn keypair_deleted(&self, scope: &Scope, name: &str) -> Result<bool, RecordsError> {
        self.once(|connection| {
            let forgotten = connection.execute(
                "DELETE FROM keypair WHERE cloud = :cloud AND region = :region
                   AND user_id = :user AND name = :name",
                named_params! {
                    ":cloud": scope.cloud,
                    ":region": region(scope),
                    ":user": scope.user_id,
                    ":name": name,
                },
            )?;
            Ok(forgotten > 0)
        })
    }

    /// Returns a key pair by its name.
    pub fn keypair(
        &self,
        scope: &Scope,
        name: &str,
    ) -> Result<Option<KeypairRecord>, RecordsError> {
        self.once(|connection| {
            connection
                .query_row(
                    "SELECT cloud, region, project_id, user_id, name, fingerprint, path, created,
                         user, run_id
                     FROM keypair WHERE cloud = :cloud AND region = :region
                       AND user_id = :user AND name = :name",
                    named_params! {
                        ":cloud": scope.cloud,
                        ":region": region(scope),
                        ":user": scope.user_id,
                        ":name": name,
                    },
                    |row| Ok(keypair(row)?.1),
                )
                .optional()
        })
    }

    /// Returns all key pairs with their scopes, oldest first.
    pub fn keypairs(&self) -> Result<Vec<(Scope, KeypairRecord)>, RecordsError> {
        self.once(|connection| {
            connection
                .prepare(
                    "SELECT cloud, region, project_id, user_id, name, fingerprint, path, created,
                         user, run_id
                     FROM keypair ORDER BY created, seq",
                )?
                .query_map([], keypair)?
                .collect()
        })
    }
}

fn keypair(row: &Row<'_>) -> rusqlite::Result<(Scope, KeypairRecord)> {
    let region: String = row.get(1)?;
    Ok((
        Scope {
            cloud: row.get(0)?,
            region: Some(region).filter(|region| !region.is_empty()),
            project_id: row.get(2)?,
            user_id: row.get(3)?,
        },
        KeypairRecord {
            name: row.get(4)?,
            fingerprint: row.get(5)?,
            path: row.get::<_, Option<String>>(6)?.map(PathBuf::from),
            created: time(row, 7)?,
            user: row.get(8)?,
            run_id: row.get(9)?,
        },
    ))
}
