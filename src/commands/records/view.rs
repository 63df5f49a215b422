//! The schema in which records are shown.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::Serialize;

use crate::commands::wire::Time;
use crate::output::{Cell, Column, Tabular, Tone};
use crate::records::{KeypairRecord, Kind, RecordState, ResourceRecord, Scope};

/// A record. Adding a key is a minor change, renaming one a breaking change. Fields that its kind
/// doesn't have are null or empty.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Record {
    r#type: &'static str,
    resource_id: Option<String>,
    instance_id: Option<String>,
    name: String,
    state: &'static str,
    instance_state: Option<String>,
    resource_state: Option<String>,
    run_id: Option<String>,
    client_token: Option<String>,
    client_index: Option<u32>,
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
    pub(super) fn new(record: ResourceRecord, now: Timestamp) -> Self {
        let is_instance = record.kind == Kind::Instance;
        Self {
            r#type: record.kind.name(),
            instance_id: record.resource_id.clone().filter(|_| is_instance),
            resource_id: record.resource_id,
            name: record.name,
            state: record.state.name(),
            instance_state: record.resource_state.clone().filter(|_| is_instance),
            resource_state: record.resource_state,
            run_id: record.run_id,
            client_token: Some(record.token),
            client_index: is_instance.then_some(record.index),
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

    /// Creates the record of a key pair. Its name is its ID.
    pub(super) fn of_keypair((scope, record): (Scope, KeypairRecord), now: Timestamp) -> Self {
        Self {
            r#type: "key-pair",
            resource_id: Some(record.name.clone()),
            instance_id: None,
            name: record.name.clone(),
            state: RecordState::Created.name(),
            instance_state: None,
            resource_state: None,
            run_id: record.run_id,
            client_token: None,
            client_index: None,
            image_id: None,
            instance_type: None,
            key_name: Some(record.name),
            networks: Vec::new(),
            security_groups: Vec::new(),
            volumes: Vec::new(),
            create_time: Time(Some(record.created)),
            update_time: Time(Some(record.created)),
            cloud: scope.cloud,
            region: scope.region,
            project_id: scope.project_id,
            user_id: scope.user_id,
            error: None,
            now,
        }
    }
}

impl Tabular for Record {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Type").priority(4),
            Column::new("ID"),
            Column::new("State"),
            Column::new("Run").priority(1),
            Column::new("Cloud").priority(2),
            Column::new("Age").right().priority(3),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        // A resource that exists shows its own state. Any other record shows the record's state.
        let state = match &self.resource_state {
            Some(state) if self.state == RecordState::Created.name() => state,
            _ => self.state,
        };
        vec![
            (&self.name).into(),
            self.r#type.into(),
            self.resource_id.clone().into(),
            Cell::toned(state, tone(state)),
            self.run_id.clone().into(),
            (&self.cloud).into(),
            self.create_time.age(self.now).into(),
        ]
    }
}

/// Returns the tone for a state of a record or of a resource.
pub(super) fn tone(state: &str) -> Tone {
    match state {
        "running" | "available" | "in-use" => Tone::Good,
        "failed" | "error" => Tone::Bad,
        "terminated" | "stopped" => Tone::Quiet,
        _ => Tone::Busy,
    }
}

/// A record of a key pair.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct KeyPairRow {
    key_name: String,
    key_fingerprint: String,
    path: Option<PathBuf>,
    run_id: Option<String>,
    create_time: Time,
    user_name: String,
    cloud: String,
    region: Option<String>,
    project_id: String,
    user_id: String,
}

impl KeyPairRow {
    pub(super) fn new((scope, record): (Scope, KeypairRecord)) -> Self {
        Self {
            key_name: record.name,
            key_fingerprint: record.fingerprint,
            path: record.path,
            run_id: record.run_id,
            create_time: Time(Some(record.created)),
            user_name: record.user,
            cloud: scope.cloud,
            region: scope.region,
            project_id: scope.project_id,
            user_id: scope.user_id,
        }
    }
}

/// A line of an export that is not a [`Record`].
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Line<T> {
    /// `key-pair`.
    pub(super) r#type: &'static str,
    #[serde(flatten)]
    pub(super) record: T,
}
