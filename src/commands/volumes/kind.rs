//! Volume types, for new volumes.

use serde::Deserialize;

use crate::noun::Noun;
use crate::openstack::{ByName, Resource, Service};

/// A volume type.
#[derive(Debug, Deserialize)]
pub(crate) struct VolumeType {
    id: String,
    name: String,
}

impl Resource for VolumeType {
    const NOUN: &'static Noun =
        &Noun::without_codes("volume type", "volume types", "DescribeVolumeTypes");
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "types";
    const COLLECTION: &'static str = "volume_types";
    const MEMBER: Option<&'static str> = Some("volume_type");
    const BY_NAME: ByName = ByName::Never;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}
