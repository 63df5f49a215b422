//! Snapshots of volumes, as sources of new volumes.

use serde::Deserialize;

use crate::noun::Noun;
use crate::openstack::{ByName, Resource, Service};

/// A snapshot
/// (<https://docs.openstack.org/api-ref/block-storage/v3/#volume-snapshots-snapshots>).
#[derive(Debug, Deserialize)]
pub(crate) struct Snapshot {
    pub(crate) id: String,
    name: Option<String>,
    /// In GiB.
    #[serde(default)]
    pub(crate) size: u64,
    #[serde(default)]
    pub(crate) status: String,
    /// The volume that it is a snapshot of.
    #[serde(default)]
    pub(crate) volume_id: String,
}

impl Resource for Snapshot {
    const NOUN: &'static Noun = &Noun {
        singular: "snapshot",
        plural: "snapshots",
        command: None,
        operation: "DescribeSnapshots",
        not_found: "InvalidSnapshot.NotFound",
        ambiguous: "InvalidSnapshot.Ambiguous",
    };
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "snapshots";
    const COLLECTION: &'static str = "snapshots";
    const MEMBER: Option<&'static str> = Some("snapshot");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }
}
