//! A record as a row of the file, and back.

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, named_params};

use super::model::{InstanceRecord, Scope};

/// The columns, in the order in which [`record`] reads them.
pub(super) const COLUMNS: &str = "cloud, region, project_id, user_id, token, number, run_id, instance_id, \
    name, state, instance_state, image, flavor, key_name, networks, security_groups, volumes, \
    created, updated, error, sent";

/// Adds a record. False, if its number among those of its token is taken.
pub(super) fn insert(connection: &Connection, record: &InstanceRecord) -> rusqlite::Result<bool> {
    let added = connection
        .prepare_cached(&format!(
            "INSERT INTO instance ({COLUMNS})
             VALUES (:cloud, :region, :project, :user, :token, :number, :run, :id, :name, :state,
                 :instance_state, :image, :flavor, :key, :networks, :groups, :volumes, :created,
                 :updated, :error, :sent)
             ON CONFLICT (cloud, region, project_id, token, number) DO NOTHING"
        ))?
        .execute(named_params! {
            ":cloud": record.scope.cloud,
            ":region": region(&record.scope),
            ":project": record.scope.project_id,
            ":user": record.scope.user_id,
            ":token": record.token,
            ":number": record.index,
            ":run": record.run_id,
            ":id": record.instance_id,
            ":name": record.name,
            ":state": record.state.name(),
            ":instance_state": record.instance_state,
            ":image": record.image,
            ":flavor": record.flavor,
            ":key": record.key_name,
            ":networks": list_text(&record.networks),
            ":groups": list_text(&record.security_groups),
            ":volumes": list_text(&record.volumes),
            ":created": record.created.as_millisecond(),
            ":updated": record.updated.as_millisecond(),
            ":error": record.error,
            ":sent": record.sent.map(Timestamp::as_millisecond),
        })?;
    Ok(added > 0)
}

pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<InstanceRecord> {
    let state: String = row.get(9)?;
    let region: String = row.get(1)?;
    Ok(InstanceRecord {
        scope: Scope {
            cloud: row.get(0)?,
            region: Some(region).filter(|region| !region.is_empty()),
            project_id: row.get(2)?,
            user_id: row.get(3)?,
        },
        token: row.get(4)?,
        index: row.get(5)?,
        run_id: row.get(6)?,
        instance_id: row.get(7)?,
        name: row.get(8)?,
        state: state
            .parse()
            .map_err(|()| unreadable(9, format!("'{state}' is no state")))?,
        instance_state: row.get(10)?,
        image: row.get(11)?,
        flavor: row.get(12)?,
        key_name: row.get(13)?,
        networks: list(row, 14)?,
        security_groups: list(row, 15)?,
        volumes: list(row, 16)?,
        created: time(row, 17)?,
        updated: time(row, 18)?,
        error: row.get(19)?,
        sent: match row.get::<_, Option<i64>>(20)? {
            Some(_) => Some(time(row, 20)?),
            None => None,
        },
    })
}

/// How the region stands in the file.
pub(super) fn region(scope: &Scope) -> &str {
    scope.region.as_deref().unwrap_or_default()
}

pub(super) fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|error| unreadable(column, error))
}

fn list(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<String>> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| unreadable(column, error))
}

pub(super) fn list_text(list: &[String]) -> String {
    serde_json::Value::from(list).to_string()
}

fn unreadable(
    column: usize,
    error: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
}
