//! `ostk volumes`: Cinder's volumes.

mod args;
mod calls;
mod create;
mod delete;
mod filters;
mod fitness;
mod kind;
mod make;
mod quota;
mod rehearse;
mod snapshot;

use std::collections::BTreeMap;

use clap::Subcommand;
use jiff::Timestamp;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Serialize, Serializer};

pub(crate) use calls::{
    NewVolume, VolumeEnd, VolumeState, create_volume, delete_volume, follow_volume, show_volume,
};
pub(crate) use fitness::{LARGEST_SIZE, unfit_image, unfit_snapshot};
pub(crate) use kind::VolumeType;
pub(crate) use quota::{Allowance, VolumeQuota};
pub(crate) use snapshot::Snapshot;

use super::wire::{Time, null_as_default, text_as_bool};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::noun::Noun;
use crate::openstack::{ByName, Resource, Service};
use crate::output::{Cell, Column, Tabular, Tone};
use crate::records::{CLIENT_DISK_KEY, CLIENT_TOKEN_KEY, is_own_key};
use crate::verbs::context::Context;
use crate::verbs::delete::WaitingDeleteArgs;
use crate::verbs::filters::TaggedFilterArgs;
use crate::verbs::targets::Targeted;
use crate::verbs::waiting::late;
use crate::verbs::{self, DescribeArgs, ListArgs, View};

/// The commands for volumes.
#[derive(Debug, Subcommand)]
pub enum VolumesCommand {
    /// List all, or those that are named
    List(ListArgs<Volume, TaggedFilterArgs>),
    /// Show some of them in full
    #[command(visible_alias = "show")]
    Describe(DescribeArgs<Volume>),
    /// Create a volume
    Create(Box<args::CreateArgs>),
    /// Delete volumes
    Delete(WaitingDeleteArgs<Volume>),
}

/// Runs one of the commands.
pub async fn run(context: &Context, command: VolumesCommand) -> Result<ExitCode, CommandError> {
    match command {
        VolumesCommand::List(args) => verbs::list::<Volume, _>(context, &args).await,
        VolumesCommand::Describe(args) => verbs::describe::<Volume>(context, &args).await,
        VolumesCommand::Create(args) => create::run(context, &args).await,
        VolumesCommand::Delete(args) => verbs::delete::run_and_wait(context, &args).await,
    }
}

/// Returns why a volume can't be used at the end of a wait.
pub(crate) fn unavailable(volume: &str, end: &VolumeEnd) -> Option<CommandError> {
    let (exit, code, what) = match end {
        VolumeEnd::Available => return None,
        VolumeEnd::Gone => (ExitCode::Failed, Volume::NOUN.not_found, "is gone"),
        VolumeEnd::Failed => (ExitCode::Failed, "VolumeStateError", "is in error"),
        VolumeEnd::TimedOut(trouble) => {
            return Some(late(
                &format!("{volume} is not known to be available"),
                trouble.as_ref(),
            ));
        }
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
    #[serde(flatten)]
    metadata: Metadata,
    #[serde(rename(serialize = "CreateTime", deserialize = "created_at"), default)]
    created: Time,
    /// Whether several servers may have it attached at the same time.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing)]
    pub(crate) multiattach: bool,
    /// The metadata of the image that was copied onto it.
    #[serde(
        rename(deserialize = "volume_image_metadata"),
        default,
        deserialize_with = "null_as_default",
        skip_serializing
    )]
    image: ImageNeeds,
}

/// The requirements of an image. Cinder stores the numbers as texts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ImageNeeds {
    min_ram: serde_json::Value,
    min_disk: serde_json::Value,
}

/// Cinder's metadata, shown as AWS's tags. ostk's own entries are left out: the client token has
/// its own key.
#[derive(Debug, Default, Deserialize)]
struct Metadata {
    #[serde(rename = "metadata", default, deserialize_with = "null_as_default")]
    pairs: BTreeMap<String, String>,
}

impl Metadata {
    /// Returns the client token. A volume of an instance has the instance's token, and its own
    /// number beside it.
    fn client_token(&self) -> Option<&str> {
        self.pairs.get(CLIENT_TOKEN_KEY).map(String::as_str)
    }

    /// Returns the user's own entries.
    fn tags(&self) -> impl Iterator<Item = (&str, &str)> {
        let tags = self.pairs.iter().filter(|(key, _)| !is_own_key(key));
        tags.map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

impl Serialize for Metadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "PascalCase")]
        struct Tag<'a> {
            key: &'a str,
            value: &'a str,
        }
        let tags: Vec<Tag<'_>> = self.tags().map(|(key, value)| Tag { key, value }).collect();
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("Tags", &tags)?;
        map.serialize_entry("ClientToken", &self.client_token())?;
        map.end()
    }
}

impl Volume {
    /// Returns Cinder's status.
    pub(crate) fn status(&self) -> &str {
        &self.status
    }

    /// Returns the memory in MiB and the disk in GiB that the image on it needs.
    pub(crate) fn image_needs(&self) -> (u64, u64) {
        let number = |value: &serde_json::Value| {
            let text = value.as_str().and_then(|text| text.parse().ok());
            text.or(value.as_u64()).unwrap_or_default()
        };
        (number(&self.image.min_ram), number(&self.image.min_disk))
    }

    /// Returns whether its metadata has all of these entries.
    pub(crate) fn has_tags(&self, pairs: &[(String, String)]) -> bool {
        let mut pairs = pairs.iter();
        pairs.all(|(key, value)| self.metadata.pairs.get(key) == Some(value))
    }

    /// Returns the client token, unless the volume was created for an instance.
    fn client_token(&self) -> Option<&str> {
        let is_instances = self.metadata.pairs.contains_key(CLIENT_DISK_KEY);
        self.metadata.client_token().filter(|_| !is_instances)
    }

    fn is_deleting(&self) -> bool {
        self.status == "deleting"
    }

    /// Returns the size in GiB.
    fn size_gib(&self) -> u64 {
        self.size
    }

    /// Returns a key that sorts volumes by age. Every process gets the same order.
    fn age(&self) -> (Option<Timestamp>, String) {
        (self.created.0, self.id.clone())
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
    const NOUN: &'static Noun = &Noun {
        singular: "volume",
        plural: "volumes",
        command: Some("volumes"),
        operation: "DescribeVolumes",
        not_found: "InvalidVolume.NotFound",
        ambiguous: "InvalidVolume.Ambiguous",
    };
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "volumes";
    const LIST_PATH: &'static str = "volumes/detail";
    const COLLECTION: &'static str = "volumes";
    const MEMBER: Option<&'static str> = Some("volume");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Targeted for Volume {
    const OPTIONS: &'static [&'static str] = &["volume-ids"];
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
