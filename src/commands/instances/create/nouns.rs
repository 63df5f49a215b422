//! What instances are made of and ostk has no commands for, as far as it is looked up here.

use serde::Deserialize;

use crate::openstack::{ByName, Call, Error, Resource, Service, Session, Version};

/// A port.
#[derive(Debug, Deserialize)]
pub(super) struct Port {
    id: String,
    #[serde(default)]
    name: String,
}

impl Resource for Port {
    const NOUN: &'static str = "port";
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "ports";
    const COLLECTION: &'static str = "ports";
    const MEMBER: Option<&'static str> = Some("port");
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribeNetworkInterfaces", "DescribeNetworkInterfaces");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// A server group.
#[derive(Debug, Deserialize)]
pub(super) struct ServerGroup {
    id: String,
    name: String,
}

impl Resource for ServerGroup {
    const NOUN: &'static str = "server group";
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "os-server-groups";
    const COLLECTION: &'static str = "server_groups";
    const MEMBER: Option<&'static str> = Some("server_group");
    const VERSIONS: &'static [Version] = &[Version::new(2, 1)];
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribePlacementGroups", "DescribePlacementGroups");
    const PAGED_BY_OFFSET: bool = true;
    const BY_NAME: ByName = ByName::Never;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// A type of volumes.
#[derive(Debug, Deserialize)]
pub(super) struct VolumeType {
    id: String,
    name: String,
}

impl Resource for VolumeType {
    const NOUN: &'static str = "volume type";
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "types";
    const COLLECTION: &'static str = "volume_types";
    const MEMBER: Option<&'static str> = Some("volume_type");
    const OPERATIONS: (&'static str, &'static str) = ("DescribeVolumeTypes", "DescribeVolumeTypes");
    const BY_NAME: ByName = ByName::Never;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

#[derive(Deserialize)]
struct Zones {
    #[serde(rename = "availabilityZoneInfo")]
    zones: Vec<Zone>,
}

#[derive(Deserialize)]
struct Zone {
    #[serde(rename = "zoneName")]
    name: String,
}

/// The names of a service's availability zones: Nova's and Cinder's need not be the same.
pub(super) async fn zones(session: &Session, service: Service) -> Result<Vec<String>, Error> {
    let call = Call::get("DescribeAvailabilityZones", service, "os-availability-zone");
    let zones: Zones = session.send(&call).await?.decode()?;
    Ok(zones.zones.into_iter().map(|zone| zone.name).collect())
}
