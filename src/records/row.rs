//! Conversion between records and rows of the file.

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, named_params};

use super::model::{ResourceRecord, Scope};

/// The columns, in the order in which [`record`] reads them.
pub(super) const COLUMNS: &str = "kind, cloud, region, project_id, user_id, token, number, run_id, resource_id, \
    name, state, resource_state, image, flavor, key_name, networks, security_groups, volumes, \
    created, updated, error, sent";

/// Adds a record. Returns false if its number is taken by another record of its token.
pub(super) fn insert(connection: &Connection, record: &ResourceRecord) -> rusqlite::Result<bool> {
    let added = connection
        .prepare_cached(&format!(
            "INSERT INTO record ({COLUMNS})
             VALUES (:kind, :cloud, :region, :project, :user, :token, :number, :run, :id, :name, :state,
                 :resource_state, :image, :flavor, :key, :networks, :groups, :volumes, :created,
                 :updated, :error, :sent)
             ON CONFLICT (kind, cloud, region, project_id, token, number) DO NOTHING"
        ))?
        .execute(named_params! {
            ":kind": record.kind.name(),
            ":cloud": record.scope.cloud,
            ":region": region(&record.scope),
            ":project": record.scope.project_id,
            ":user": record.scope.user_id,
            ":token": record.token,
            ":number": record.index,
            ":run": record.run_id,
            ":id": record.resource_id,
            ":name": record.name,
            ":state": record.state.name(),
            ":resource_state": record.resource_state,
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

pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<ResourceRecord> {
    let kind: String = row.get(0)?;
    let state: String = row.get(10)?;
    let region: String = row.get(2)?;
    Ok(ResourceRecord {
        kind: kind
            .parse()
            .map_err(|()| unreadable(0, format!("'{kind}' is no kind of resource")))?,
        scope: Scope {
            cloud: row.get(1)?,
            region: Some(region).filter(|region| !region.is_empty()),
            project_id: row.get(3)?,
            user_id: row.get(4)?,
        },
        token: row.get(5)?,
        index: row.get(6)?,
        run_id: row.get(7)?,
        resource_id: row.get(8)?,
        name: row.get(9)?,
        state: state
            .parse()
            .map_err(|()| unreadable(10, format!("'{state}' is no state")))?,
        resource_state: row.get(11)?,
        image: row.get(12)?,
        flavor: row.get(13)?,
        key_name: row.get(14)?,
        networks: list(row, 15)?,
        security_groups: list(row, 16)?,
        volumes: list(row, 17)?,
        created: time(row, 18)?,
        updated: time(row, 19)?,
        error: row.get(20)?,
        sent: match row.get::<_, Option<i64>>(21)? {
            Some(_) => Some(time(row, 21)?),
            None => None,
        },
    })
}

/// Returns the region as the file stores it.
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
