//! `ostk volumes`: Cinder's volumes.

mod create;
mod delete;
mod fitness;
mod kind;
mod quota;
mod rehearse;
mod snapshot;

use std::collections::BTreeMap;

use clap::Subcommand;
use serde::{Deserialize, Serialize, Serializer};

pub(crate) use fitness::{unfit_image, unfit_snapshot};
pub(crate) use kind::VolumeType;
pub(crate) use quota::{Allowance, VolumeQuota};
pub(crate) use snapshot::Snapshot;

use super::wire::{Time, null_as_default, text_as_bool};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{ByName, Resource, Service, VolumeEnd};
use crate::output::{Cell, Column, Tabular, Tone};
use crate::verbs::context::Context;
use crate::verbs::{self, DescribeArgs, ListArgs, View};

/// What can be done with volumes.
#[derive(Debug, Subcommand)]
pub enum VolumesCommand {
    /// List them all
    List(ListArgs),
    /// Show some of them in full
    #[command(visible_alias = "show")]
    Describe(DescribeArgs),
    /// Create a volume
    Create(create::CreateArgs),
    /// Delete volumes
    Delete(delete::DeleteArgs),
}

/// Runs one of the commands.
pub async fn run(context: &Context, command: VolumesCommand) -> Result<ExitCode, CommandError> {
    match command {
        VolumesCommand::List(args) => verbs::list::<Volume>(context, &args).await,
        VolumesCommand::Describe(args) => verbs::describe::<Volume>(context, &args).await,
        VolumesCommand::Create(args) => create::run(context, &args).await,
        VolumesCommand::Delete(args) => delete::run(context, &args).await,
    }
}

/// Why a volume that was waited for can't be used.
pub(crate) fn unavailable(volume: &str, end: VolumeEnd) -> Option<CommandError> {
    let (exit, code, what) = match end {
        VolumeEnd::Available => return None,
        VolumeEnd::Gone => (ExitCode::Failed, "InvalidVolume.NotFound", "is gone"),
        VolumeEnd::Failed => (ExitCode::Failed, "VolumeStateError", "is in error"),
        VolumeEnd::TimedOut => (ExitCode::TimedOut, "WaiterTimedOut", "is not available yet"),
    };
    Some(CommandError::new(exit, code, format!("{volume} {what}")))
}

/// A volume
/// (<https://docs.openstack.org/api-ref/block-storage/v3/#list-accessible-volumes-with-details>).
#[derive(Debug, Deserialize, Serialize)]
pub struct Volume {
    #[serde(rename(serialize = "VolumeId", deserialize = "id"))]
    id: String,
    #[serde(
        rename(serialize = "Name", deserialize = "name"),
        default,
        deserialize_with = "null_as_default"
    )]
    name: String,
    #[serde(rename(serialize = "State", deserialize = "status"), default)]
    status: String,
    #[serde(rename(serialize = "SizeGiB", deserialize = "size"), default)]
    pub(crate) size: u64,
    #[serde(rename(serialize = "VolumeType", deserialize = "volume_type"), default)]
    kind: Option<String>,
    #[serde(
        rename(serialize = "Bootable", deserialize = "bootable"),
        default,
        deserialize_with = "text_as_bool"
    )]
    pub(crate) bootable: bool,
    #[serde(
        rename(serialize = "Encrypted", deserialize = "encrypted"),
        default,
        deserialize_with = "null_as_default"
    )]
    encrypted: bool,
    #[serde(
        rename(serialize = "Attachments", deserialize = "attachments"),
        default,
        deserialize_with = "null_as_default"
    )]
    attachments: Vec<Attachment>,
    #[serde(
        rename(serialize = "AvailabilityZone", deserialize = "availability_zone"),
        default
    )]
    availability_zone: Option<String>,
    #[serde(rename(serialize = "SnapshotId", deserialize = "snapshot_id"), default)]
    snapshot_id: Option<String>,
    #[serde(
        rename(serialize = "Description", deserialize = "description"),
        default,
        deserialize_with = "null_as_default"
    )]
    description: String,
    #[serde(
        rename(serialize = "Tags", deserialize = "metadata"),
        default,
        deserialize_with = "null_as_default"
    )]
    tags: Tags,
    #[serde(rename(serialize = "CreateTime", deserialize = "created_at"), default)]
    created: Time,
    /// Whether several servers may have it at once.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing)]
    pub(crate) multiattach: bool,
    /// What Glance said of the image that was copied onto it.
    #[serde(
        rename(deserialize = "volume_image_metadata"),
        default,
        deserialize_with = "null_as_default",
        skip_serializing
    )]
    image: ImageNeeds,
}

/// What an image needs, which Cinder keeps as texts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ImageNeeds {
    min_ram: serde_json::Value,
    min_disk: serde_json::Value,
}

/// Cinder's metadata, which is shown as AWS shows tags.
#[derive(Debug, Default, Deserialize)]
struct Tags(BTreeMap<String, String>);

impl Serialize for Tags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "PascalCase")]
        struct Tag<'a> {
            key: &'a str,
            value: &'a str,
        }
        serializer.collect_seq(self.0.iter().map(|(key, value)| Tag { key, value }))
    }
}

impl Volume {
    /// Cinder's word for what it is at.
    pub(crate) fn status(&self) -> &str {
        &self.status
    }

    /// The memory in MiB and the disk in GiB that the image on it needs.
    pub(crate) fn image_needs(&self) -> (u64, u64) {
        let number = |value: &serde_json::Value| {
            let text = value.as_str().and_then(|text| text.parse().ok());
            text.or(value.as_u64()).unwrap_or_default()
        };
        (number(&self.image.min_ram), number(&self.image.min_disk))
    }

    /// Whether its metadata has all of this.
    pub(crate) fn has_tags(&self, pairs: &[(String, String)]) -> bool {
        let mut pairs = pairs.iter();
        pairs.all(|(key, value)| self.tags.0.get(key) == Some(value))
    }
}

/// Where a volume is attached.
#[derive(Debug, Deserialize, Serialize)]
struct Attachment {
    #[serde(rename(serialize = "InstanceId", deserialize = "server_id"), default)]
    server_id: Option<String>,
    #[serde(rename(serialize = "DeviceName", deserialize = "device"), default)]
    device: Option<String>,
}

impl Resource for Volume {
    const NOUN: &'static str = "volume";
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "volumes";
    const LIST_PATH: &'static str = "volumes/detail";
    const COLLECTION: &'static str = "volumes";
    const MEMBER: Option<&'static str> = Some("volume");
    const OPERATIONS: (&'static str, &'static str) = ("DescribeVolumes", "DescribeVolumes");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl View for Volume {
    const KEY: &'static str = "Volumes";
}

impl Tabular for Volume {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Volume ID"),
            Column::new("State"),
            Column::new("Size GiB").right(),
            Column::new("Bootable").priority(2),
            Column::new("Attached to").priority(1),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let tone = match self.status.as_str() {
            "available" | "in-use" => Tone::Good,
            status if status.contains("error") => Tone::Bad,
            _ => Tone::Busy,
        };
        let servers: Vec<&str> = self
            .attachments
            .iter()
            .filter_map(|attachment| attachment.server_id.as_deref())
            .collect();
        vec![
            (&self.name).into(),
            (&self.id).into(),
            Cell::toned(self.status.as_str(), tone),
            self.size.into(),
            self.bootable.into(),
            (!servers.is_empty()).then(|| servers.join(" ")).into(),
        ]
    }
}
