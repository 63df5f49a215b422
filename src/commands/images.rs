//! `ostk images`: Glance's images.

use serde::{Deserialize, Serialize};

use super::tags::Properties;
use super::wire::{Time, null_as_default};
use crate::noun::Noun;
use crate::openstack::{ByName, Resource, Service};
use crate::output::{Cell, Column, Tabular, Tone};
use crate::verbs::View;
use crate::verbs::filters::{Field, FieldKind, Filterable, Texts, id_of, name_of};
use crate::verbs::targets::Targeted;

/// An image (<https://docs.openstack.org/api-ref/image/v2/#list-images>).
#[derive(Debug, Deserialize, Serialize)]
pub struct Image {
    #[serde(rename(serialize = "ImageId", deserialize = "id"))]
    id: String,
    #[serde(
        rename(serialize = "Name", deserialize = "name"),
        default,
        deserialize_with = "null_as_default"
    )]
    name: String,
    #[serde(rename(serialize = "Status", deserialize = "status"), default)]
    pub(super) status: String,
    #[serde(rename(serialize = "Visibility", deserialize = "visibility"), default)]
    pub(super) visibility: String,
    #[serde(rename(serialize = "SizeBytes", deserialize = "size"), default)]
    pub(super) size: Option<u64>,
    /// The size of the disk in the image, in bytes. `qcow2` data are smaller.
    #[serde(skip_serializing, default)]
    pub(super) virtual_size: Option<u64>,
    #[serde(rename(serialize = "MinDiskGiB", deserialize = "min_disk"), default)]
    pub(super) min_disk: u64,
    #[serde(rename(serialize = "MinMemoryMiB", deserialize = "min_ram"), default)]
    pub(super) min_ram: u64,
    #[serde(rename(serialize = "DiskFormat", deserialize = "disk_format"), default)]
    disk_format: Option<String>,
    #[serde(
        rename(serialize = "ContainerFormat", deserialize = "container_format"),
        default
    )]
    pub(super) container_format: Option<String>,
    #[serde(rename(serialize = "OsDistro", deserialize = "os_distro"), default)]
    os_distro: Option<String>,
    #[serde(rename(serialize = "OwnerId", deserialize = "owner"), default)]
    owner: Option<String>,
    #[serde(rename(serialize = "Protected", deserialize = "protected"), default)]
    protected: bool,
    #[serde(
        rename(serialize = "CreationDate", deserialize = "created_at"),
        default
    )]
    created: Time,
    #[serde(rename(serialize = "UpdatedTime", deserialize = "updated_at"), default)]
    updated: Time,
    #[serde(
        rename(serialize = "Labels", deserialize = "tags"),
        default,
        deserialize_with = "null_as_default"
    )]
    tags: Vec<String>,
    /// The disks of a snapshot of a volume-backed server: a list, as JSON text.
    #[serde(
        rename(deserialize = "block_device_mapping"),
        default,
        skip_serializing
    )]
    mappings: Option<String>,
    /// The guest's name for its root disk, if the image has it.
    #[serde(rename(deserialize = "root_device_name"), default, skip_serializing)]
    pub(super) root_device: Option<String>,
    #[serde(flatten)]
    properties: Properties,
}

impl Image {
    /// Returns whether a server of this image boots from a volume by default: the image is a
    /// snapshot of a volume-backed server, and names its root disk's snapshot.
    pub(super) fn boots_from_a_volume(&self) -> bool {
        let disks = self.mappings.as_deref().unwrap_or_default();
        let disks: Vec<serde_json::Value> = serde_json::from_str(disks).unwrap_or_default();
        disks
            .iter()
            .any(|disk| disk["boot_index"] == 0 && disk["destination_type"] == "volume")
    }
}

impl Resource for Image {
    const NOUN: &'static Noun = &Noun {
        singular: "image",
        plural: "images",
        command: Some("images"),
        operation: "DescribeImages",
        not_found: "InvalidAMIID.NotFound",
        ambiguous: "InvalidAMIID.Ambiguous",
    };
    const SERVICE: Service = Service::Image;
    const PATH: &'static str = "images";
    const COLLECTION: &'static str = "images";
    const MEMBER: Option<&'static str> = None;
    /// Glance's default is 25 per page.
    const PAGE_SIZE: Option<u32> = Some(1_000);
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Targeted for Image {
    const OPTIONS: &'static [&'static str] = &["image-ids"];
}

impl View for Image {
    const KEY: &'static str = "Images";
}

/// Returns whether Glance takes the value literally. Glance reads `OP:VALUE` in a filter, and a
/// comma as a separator.
fn glance_takes(value: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || " -_.".contains(letter);
    !value.is_empty() && value.chars().all(plain)
}

impl Filterable for Image {
    const PLURAL: &'static str = Self::NOUN.plural;
    const TAGGED: bool = true;
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["image-id"], id_of),
        Field::<Self>::new(&["name"], name_of).asked_where("name", glance_takes),
        Field::<Self>::new(&["state", "status"], |image| {
            let of_ec2 = match image.status.as_str() {
                "active" => Some("available"),
                "queued" | "saving" | "importing" | "uploading" => Some("pending"),
                "deactivated" => Some("disabled"),
                "killed" => Some("failed"),
                _ => None,
            };
            Texts::each([image.status.as_str()].into_iter().chain(of_ec2))
        }),
        Field::<Self>::new(&["is-public"], |image| {
            Texts::shown(&(image.visibility == "public"))
        })
        .kind(FieldKind::Boolean),
        Field::<Self>::new(&["visibility"], |image| Texts::one(&image.visibility)),
        Field::<Self>::new(&["architecture"], |image| {
            let names = ["architecture", "hw_architecture"];
            Texts::each(names.iter().filter_map(|name| image.properties.get(name)))
        }),
        Field::<Self>::new(&["image-type"], |image| {
            Texts::one(match image.container_format.as_deref() {
                Some("aki") => "kernel",
                Some("ari") => "ramdisk",
                _ => "machine",
            })
        }),
        Field::<Self>::new(&["owner-id", "project-id"], |image| {
            Texts::maybe(image.owner.as_deref())
        }),
        Field::<Self>::new(&["description"], |image| {
            Texts::maybe(image.properties.get("description"))
        }),
        Field::<Self>::new(&["disk-format"], |image| {
            Texts::maybe(image.disk_format.as_deref())
        }),
        Field::<Self>::new(&["os-distro"], |image| {
            Texts::maybe(image.os_distro.as_deref())
        }),
        Field::<Self>::new(&["creation-date"], |image| {
            Texts::time(image.created.text())
        }),
        Field::<Self>::new(&["label"], |image| Texts::each(&image.tags)),
    ];

    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        self.properties.pairs()
    }
}

impl Tabular for Image {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Image ID"),
            Column::new("Status"),
            Column::new("Size MiB").right().priority(1),
            Column::new("Visibility").priority(2),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let tone = match self.status.as_str() {
            "active" => Tone::Good,
            "queued" | "saving" | "importing" | "uploading" => Tone::Busy,
            "killed" => Tone::Bad,
            _ => Tone::Quiet,
        };
        vec![
            (&self.name).into(),
            (&self.id).into(),
            Cell::toned(self.status.as_str(), tone),
            self.size.map(|size| size.div_ceil(1024 * 1024)).into(),
            (&self.visibility).into(),
        ]
    }
}
