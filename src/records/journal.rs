//! The journal of created resources: each intent, its result, and the states seen since.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, ToSql, named_params};

use super::error::RecordsError;
use super::model::{
    Created, Intent, Kind, Pruned, RecordFilter, RecordState, ResourceRecord, Scope,
};
use super::row::{COLUMNS, insert, list_text, record, region};
use super::store;
use crate::env::Env;

/// An open journal of one kind of resource: instances, unless [`Journal::of`] changes it. Several
/// threads and any number of processes may use it at the same time.
#[derive(Clone)]
pub struct Journal {
    connection: Arc<Mutex<Connection>>,
    path: PathBuf,
    clock: fn() -> Timestamp,
    kind: Kind,
}

/// The condition whose parameters [`Journal::wanted`] fills in. As far as the journal knows, a
/// resource exists if it has an ID and has not been seen as terminated.
const WANTED: &str = "
    kind IN (SELECT value FROM json_each(:kinds))
    AND (:run IS NULL OR run_id = :run)
    AND (NOT :orphans OR (resource_id IS NOT NULL AND state <> 'terminated'))
    AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states))
         OR resource_state IN (SELECT value FROM json_each(:states)))
    AND (:cloud IS NULL OR cloud = :cloud)
    AND (:region IS NULL OR region = :region)
    AND (:project IS NULL OR project_id = :project)
    AND (:targets IS NULL OR resource_id IN (SELECT value FROM json_each(:targets))
         OR name IN (SELECT value FROM json_each(:targets))
         OR token IN (SELECT value FROM json_each(:targets)))";

impl Journal {
    /// Returns the journal's path, whether the file exists or not.
    pub fn path_in(env: &Env) -> Result<PathBuf, RecordsError> {
        env.folders
            .data
            .as_ref()
            .map(|folder| folder.join("ostk").join("records.db"))
            .ok_or(RecordsError::NoFolder)
    }

    /// Opens the journal, and creates it if needed. Call it only when the journal is first needed:
    /// a command that only reads from the cloud should not open it.
    pub fn open(env: &Env) -> Result<Self, RecordsError> {
        Self::open_within(env, store::PATIENCE)
    }

    /// Opens the journal with a limit on each wait for other processes. The limit also applies to
    /// later statements.
    pub fn open_within(env: &Env, patience: Duration) -> Result<Self, RecordsError> {
        let path = Self::path_in(env)?;
        Ok(Self {
            connection: Arc::new(Mutex::new(store::open(&path, patience)?)),
            path,
            clock: env.clock(),
            kind: Kind::default(),
        })
    }

    /// Returns the journal of another kind of resource.
    #[must_use]
    pub fn of(&self, kind: Kind) -> Self {
        Self {
            kind,
            ..self.clone()
        }
    }

    /// Sets the limit on further waits for other processes.
    pub fn wait_at_most(&self, patience: Duration) -> Result<(), RecordsError> {
        self.once(|connection| connection.busy_timeout(patience))
    }

    /// Returns the file's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Records an intent before its request is sent. Returns false and records nothing if any of
    /// its resources is already in the journal. That is a record with the same client token and
    /// number in the same cloud, region and project.
    pub fn intend(&self, intent: &Intent) -> Result<bool, RecordsError> {
        self.intend_all(std::slice::from_ref(intent))
    }

    /// Records several intents as [`Journal::intend`] does: all of them or none.
    pub fn intend_all(&self, intents: &[Intent]) -> Result<bool, RecordsError> {
        self.together(|connection| {
            for intent in intents {
                for number in 0..intent.count {
                    let index = intent.index.saturating_add(number);
                    if !insert(connection, &intended(self.kind, intent, index))? {
                        return Ok((false, Done::Undo));
                    }
                }
            }
            Ok((true, Done::Keep))
        })
    }

    /// Records that a request for an intent is about to be sent, or is still pending.
    pub fn sending(&self, scope: &Scope, token: &str, index: u32) -> Result<(), RecordsError> {
        self.update(
            (scope, token, index),
            "state = 'intended', error = NULL, sent = :now",
            "resource_id IS NULL",
            &[],
        )
    }

    /// Records the volumes that exist for an intent so far. The request for the last one has a
    /// response.
    pub fn volumes(
        &self,
        scope: &Scope,
        token: &str,
        index: u32,
        volumes: &[String],
    ) -> Result<(), RecordsError> {
        self.update(
            (scope, token, index),
            "volumes = :volumes, sent = NULL",
            "resource_id IS NULL",
            &[(":volumes", &list_text(volumes))],
        )
    }

    /// Records the error of a request with an unknown outcome.
    pub fn doubt(
        &self,
        scope: &Scope,
        token: &str,
        index: u32,
        message: &str,
    ) -> Result<(), RecordsError> {
        self.update(
            (scope, token, index),
            "error = :error",
            "true",
            &[(":error", &message)],
        )
    }

    /// Returns one resource of a client token.
    pub fn find(
        &self,
        scope: &Scope,
        token: &str,
        index: u32,
    ) -> Result<Option<ResourceRecord>, RecordsError> {
        let records = self.by_token(scope, token)?;
        Ok(records.into_iter().find(|record| record.index == index))
    }

    /// Returns the resources of a client token, by number.
    pub fn by_token(
        &self,
        scope: &Scope,
        token: &str,
    ) -> Result<Vec<ResourceRecord>, RecordsError> {
        self.once(|connection| {
            connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM record
                     WHERE kind = :kind AND cloud = :cloud AND region = :region
                       AND project_id = :project AND token = :token ORDER BY number"
                ))?
                .query_map(
                    named_params! {
                        ":kind": self.kind.name(),
                        ":cloud": scope.cloud,
                        ":region": region(scope),
                        ":project": scope.project_id,
                        ":token": token,
                    },
                    record,
                )?
                .collect()
        })
    }

    /// Records the resource that the service created for an intent. States seen in the meantime
    /// stay.
    pub fn complete(
        &self,
        scope: &Scope,
        token: &str,
        index: u32,
        done: &Created,
    ) -> Result<(), RecordsError> {
        let volumes = (!done.volumes.is_empty()).then(|| list_text(&done.volumes));
        self.update(
            (scope, token, index),
            "state = CASE WHEN resource_id IS :id AND state = 'terminated' THEN state
                 ELSE 'created' END,
             resource_state = CASE WHEN resource_id IS :id AND observed IS NOT NULL
                 THEN resource_state ELSE :state END,
             observed = CASE WHEN resource_id IS :id THEN observed END,
             resource_id = :id, name = :name, volumes = coalesce(:volumes, volumes),
             error = NULL",
            "true",
            &[
                (":id", &done.resource_id),
                (":name", &done.name),
                (":state", &done.state),
                (":volumes", &volumes),
            ],
        )
    }

    /// Records the error of an intent that certainly failed. If its resource is known nevertheless,
    /// the resource stays, with the error.
    pub fn fail(
        &self,
        scope: &Scope,
        token: &str,
        index: u32,
        message: &str,
    ) -> Result<(), RecordsError> {
        self.update(
            (scope, token, index),
            "state = CASE WHEN resource_id IS NULL THEN 'failed' ELSE state END, error = :error,
             sent = NULL",
            "true",
            &[(":error", &message)],
        )
    }

    /// Records the state in which an instance was seen, at a time by the service's clock. Late
    /// reports change nothing, and neither do reports about an instance that is not in the journal.
    /// Services give the time in whole seconds, so a report that is one second older is not late.
    pub fn observe(
        &self,
        scope: &Scope,
        resource_id: &str,
        state: &str,
        at: Timestamp,
    ) -> Result<(), RecordsError> {
        self.observe_all(scope, &[(resource_id, state)], at)
    }

    /// Records the states of several instances, as [`Journal::observe`] does.
    pub fn observe_all(
        &self,
        scope: &Scope,
        seen: &[(&str, &str)],
        at: Timestamp,
    ) -> Result<(), RecordsError> {
        self.together(|connection| {
            let mut statement = connection.prepare_cached(
                "UPDATE record SET
                     updated = CASE WHEN resource_state IS :state THEN updated ELSE :at END,
                     state = CASE :state WHEN 'terminated' THEN 'terminated' ELSE 'created' END,
                     resource_state = :state, observed = max(coalesce(observed, :at), :at)
                 WHERE resource_id = :id AND kind = :kind AND cloud = :cloud AND region = :region
                   AND project_id = :project AND (observed IS NULL OR observed <= :at + 1000)",
            )?;
            for (id, state) in seen {
                statement.execute(named_params! {
                    ":id": id,
                    ":kind": self.kind.name(),
                    ":state": state,
                    ":at": at.as_millisecond(),
                    ":cloud": scope.cloud,
                    ":region": region(scope),
                    ":project": scope.project_id,
                })?;
            }
            Ok(((), Done::Keep))
        })
    }

    /// Records that the service has no resource with this ID, and returns its record, if there is
    /// one.
    pub fn gone(
        &self,
        scope: &Scope,
        resource_id: &str,
        at: Timestamp,
    ) -> Result<Option<ResourceRecord>, RecordsError> {
        let filter = RecordFilter {
            targets: vec![resource_id.to_owned()],
            ..RecordFilter::of(scope)
        };
        let is_it = |record: &ResourceRecord| record.resource_id.as_deref() == Some(resource_id);
        let Some(found) = self.list(&filter)?.into_iter().find(is_it) else {
            return Ok(None);
        };
        if found.state != RecordState::Terminated {
            self.observe(scope, resource_id, RecordState::Terminated.name(), at)?;
        }
        Ok(Some(found))
    }

    /// Adds an instance that was found in the cloud. If its number is taken by another instance of
    /// its token, it gets the next free number. Returns false if the instance is already in the
    /// journal.
    pub fn adopt(&self, found: &ResourceRecord) -> Result<bool, RecordsError> {
        self.together(|connection| {
            let there = connection
                .prepare_cached(
                    "SELECT 1 FROM record WHERE resource_id = :id AND kind = :kind
                       AND cloud = :cloud AND region = :region AND project_id = :project",
                )?
                .exists(named_params! {
                    ":kind": found.kind.name(),
                    ":id": found.resource_id,
                    ":cloud": found.scope.cloud,
                    ":region": region(&found.scope),
                    ":project": found.scope.project_id,
                })?;
            if there {
                return Ok((false, Done::Undo));
            }
            let mut found = found.clone();
            while !insert(connection, &found)? {
                found.index += 1;
            }
            Ok((true, Done::Keep))
        })
    }

    /// Returns the matching records, oldest first.
    pub fn list(&self, filter: &RecordFilter) -> Result<Vec<ResourceRecord>, RecordsError> {
        self.once(|connection| {
            connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM record WHERE {WANTED} ORDER BY created, seq"
                ))?
                .query_map(&*by_reference(&self.wanted(filter)), record)?
                .collect()
        })
    }

    /// Deletes the matching records that have not changed since `before`. Returns their number.
    pub fn prune(
        &self,
        before: Timestamp,
        which: Pruned,
        filter: &RecordFilter,
    ) -> Result<u64, RecordsError> {
        let mut values = self.wanted(filter);
        values.push((":before", Box::new(before.as_millisecond())));
        values.push((":all", Box::new(which == Pruned::All)));
        self.once(|connection| {
            let forgotten = connection.execute(
                &format!(
                    "DELETE FROM record WHERE {WANTED} AND updated < :before
                       AND (:all OR state IN ('failed', 'terminated'))"
                ),
                &*by_reference(&values),
            )?;
            Ok(forgotten as u64)
        })
    }

    /// Changes one record, if the condition holds.
    fn update(
        &self,
        (scope, token, index): (&Scope, &str, u32),
        set: &str,
        condition: &str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<(), RecordsError> {
        let now = (self.clock)().as_millisecond();
        let (kind, region) = (self.kind.name(), region(scope));
        let mut all: Vec<(&str, &dyn ToSql)> = vec![
            (":kind", &kind),
            (":cloud", &scope.cloud),
            (":region", &region),
            (":project", &scope.project_id),
            (":token", &token),
            (":number", &index),
            (":now", &now),
        ];
        all.extend_from_slice(values);
        let changed = self.once(|connection| {
            connection
                .prepare_cached(&format!(
                    "UPDATE record SET {set}, updated = :now
                     WHERE kind = :kind AND cloud = :cloud AND region = :region
                       AND project_id = :project AND token = :token AND number = :number
                       AND {condition}"
                ))?
                .execute(all.as_slice())
        })?;
        if changed == 0 {
            return Err(RecordsError::NotIntended {
                token: token.to_owned(),
                index,
            });
        }
        Ok(())
    }

    fn wanted(&self, filter: &RecordFilter) -> Vec<Value> {
        let list = |list: &[String]| (!list.is_empty()).then(|| list_text(list));
        let own = [self.kind];
        let kinds: &[Kind] = if filter.kinds.is_empty() {
            &own
        } else {
            &filter.kinds
        };
        let kinds: Vec<String> = kinds.iter().map(|kind| kind.name().to_owned()).collect();
        vec![
            (":kinds", Box::new(list_text(&kinds))),
            (":run", Box::new(filter.run_id.clone())),
            (":orphans", Box::new(filter.orphans)),
            (":states", Box::new(list(&filter.states))),
            (":targets", Box::new(list(&filter.targets))),
            (":cloud", Box::new(filter.cloud.clone())),
            (":region", Box::new(filter.region.clone())),
            (":project", Box::new(filter.project_id.clone())),
        ]
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs one statement in its own transaction.
    pub(super) fn once<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, RecordsError> {
        work(&self.connection()).map_err(|source| self.sqlite(source))
    }

    /// Runs several statements in one transaction.
    fn together<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<(T, Done)>,
    ) -> Result<T, RecordsError> {
        let connection = self.connection();
        let work = || {
            let transaction = store::begin(&connection)?;
            let (value, done) = work(&transaction)?;
            match done {
                Done::Keep => transaction.commit()?,
                Done::Undo => transaction.rollback()?,
            }
            Ok(value)
        };
        work().map_err(|source| self.sqlite(source))
    }

    fn sqlite(&self, source: rusqlite::Error) -> RecordsError {
        RecordsError::Sqlite {
            path: self.path.clone(),
            source,
        }
    }
}

/// A parameter of a statement.
type Value = (&'static str, Box<dyn ToSql>);

fn by_reference(values: &[Value]) -> Vec<(&'static str, &dyn ToSql)> {
    values
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect()
}

/// The end of a transaction.
enum Done {
    Keep,
    Undo,
}

fn intended(kind: Kind, intent: &Intent, index: u32) -> ResourceRecord {
    ResourceRecord {
        kind,
        scope: intent.scope.clone(),
        token: intent.token.clone(),
        index,
        run_id: intent.run_id.clone(),
        resource_id: None,
        name: intent.name.clone(),
        state: RecordState::Intended,
        resource_state: None,
        image: intent.image.clone(),
        flavor: intent.flavor.clone(),
        key_name: intent.key_name.clone(),
        networks: intent.networks.clone(),
        security_groups: intent.security_groups.clone(),
        volumes: intent.volumes.clone(),
        created: intent.at,
        updated: intent.at,
        sent: None,
        error: None,
    }
}

#[cfg(test)]
mod tests;
