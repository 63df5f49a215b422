//! The one schema in which records are shown.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::Serialize;

use crate::commands::wire::Time;
use crate::output::{Cell, Column, Tabular, Tone};
use crate::records::{InstanceRecord, KeypairRecord, RecordState, Scope};

/// A record of an instance. Adding a key is a minor change, renaming one a breaking one.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Record {
    instance_id: Option<String>,
    name: String,
    state: &'static str,
    instance_state: Option<String>,
    run_id: Option<String>,
    client_token: String,
    client_index: u32,
    image_id: Option<String>,
    instance_type: Option<String>,
    key_name: Option<String>,
    networks: Vec<String>,
    security_groups: Vec<String>,
    volumes: Vec<String>,
    create_time: Time,
    update_time: Time,
    cloud: String,
    region: Option<String>,
    project_id: String,
    user_id: String,
    error: Option<String>,
    #[serde(skip)]
    now: Timestamp,
}

impl Record {
    pub(super) fn new(record: InstanceRecord, now: Timestamp) -> Self {
        Self {
            instance_id: record.instance_id,
            name: record.name,
            state: record.state.name(),
            instance_state: record.instance_state,
            run_id: record.run_id,
            client_token: record.token,
            client_index: record.index,
            image_id: record.image,
            instance_type: record.flavor,
            key_name: record.key_name,
            networks: record.networks,
            security_groups: record.security_groups,
            volumes: record.volumes,
            create_time: Time(Some(record.created)),
            update_time: Time(Some(record.updated)),
            cloud: record.scope.cloud,
            region: record.scope.region,
            project_id: record.scope.project_id,
            user_id: record.scope.user_id,
            error: record.error,
            now,
        }
    }
}

impl Tabular for Record {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Instance ID"),
            Column::new("State"),
            Column::new("Run").priority(1),
            Column::new("Cloud").priority(2),
            Column::new("Age").right().priority(3),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        // An instance that exists is told by its own state, everything else by the record's.
        let state = match &self.instance_state {
            Some(state) if self.state == RecordState::Created.name() => state,
            _ => self.state,
        };
        vec![
            (&self.name).into(),
            self.instance_id.clone().into(),
            Cell::toned(state, tone(state)),
            self.run_id.clone().into(),
            (&self.cloud).into(),
            self.create_time.age(self.now).into(),
        ]
    }
}

/// How a state of a record or of an instance is meant.
pub(super) fn tone(state: &str) -> Tone {
    match state {
        "running" => Tone::Good,
        "failed" | "error" => Tone::Bad,
        "terminated" | "stopped" => Tone::Quiet,
        _ => Tone::Busy,
    }
}

/// A record of a key pair.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct KeyPair {
    key_name: String,
    key_fingerprint: String,
    path: Option<PathBuf>,
    create_time: Time,
    user_name: String,
    cloud: String,
    region: Option<String>,
    project_id: String,
    user_id: String,
}

impl KeyPair {
    pub(super) fn new((scope, record): (Scope, KeypairRecord)) -> Self {
        Self {
            key_name: record.name,
            key_fingerprint: record.fingerprint,
            path: record.path,
            create_time: Time(Some(record.created)),
            user_name: record.user,
            cloud: scope.cloud,
            region: scope.region,
            project_id: scope.project_id,
            user_id: scope.user_id,
        }
    }
}

/// A line of an export.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Line<T> {
    /// `instance` or `key-pair`.
    pub(super) r#type: &'static str,
    #[serde(flatten)]
    pub(super) record: T,
}
