//! Availability zones, for commands that place a resource in a zone.

use serde::Deserialize;

use crate::openstack::{Call, Error, Service, Session};

#[derive(Deserialize)]
struct Zones {
    #[serde(rename = "availabilityZoneInfo")]
    zones: Vec<Zone>,
}

/// An availability zone.
#[derive(Debug, Deserialize)]
pub(crate) struct Zone {
    #[serde(rename = "zoneName")]
    pub(crate) name: String,
    #[serde(rename = "zoneState", default)]
    state: ZoneState,
}

#[derive(Debug, Deserialize)]
struct ZoneState {
    #[serde(default)]
    available: bool,
}

impl Default for ZoneState {
    fn default() -> Self {
        Self { available: true }
    }
}

impl Zone {
    /// Returns whether a host in the zone is up.
    pub(crate) fn is_available(&self) -> bool {
        self.state.available
    }
}

/// Returns a service's availability zones. Nova and Cinder may have different ones.
pub(crate) async fn zones(session: &Session, service: Service) -> Result<Vec<Zone>, Error> {
    let call = Call::get("DescribeAvailabilityZones", service, "os-availability-zone");
    let zones: Zones = session.send(&call).await?.decode()?;
    Ok(zones.zones)
}
