//! The availability zone of an instance and of its new volumes.

use std::sync::Arc;

use super::lookup::{Lookup, did_you_mean, failed, most_alike};
use crate::commands::instances::create::spec::{OPERATION, Spec};
use crate::commands::zones::{Zone, zones};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Service};

/// The zones of an instance's new volumes.
pub(super) struct ZonePlacement {
    /// Cinder's zone of the same name. `None` leaves the zone to Cinder.
    pub(super) volume_zone: Option<String>,
    /// What could not be read.
    pub(super) hidden: Option<&'static str>,
}

/// Checks that Nova has the zone, and looks whether Cinder has one of the same name.
pub(super) async fn place(lookup: &Lookup<'_>, spec: &Spec) -> Result<ZonePlacement, CommandError> {
    let mut placement = ZonePlacement {
        volume_zone: None,
        hidden: None,
    };
    let Some(wanted) = &spec.availability_zone else {
        return Ok(placement);
    };
    let has_new_volumes = spec.root_volume_size.is_some() && spec.boot_snapshot.is_none()
        || spec.volumes.iter().any(|volume| volume.size.is_some());
    let cinders = async {
        if has_new_volumes {
            visible_zones(lookup, Service::BlockStorage, "volume").await
        } else {
            Ok(Some(Arc::from([])))
        }
    };
    let novas = visible_zones(lookup, Service::Compute, "compute");
    let (novas, cinders) = tokio::join!(novas, cinders);
    // Administrators may name a host after the zone.
    let zone = wanted.split(':').next().unwrap_or_default();
    match novas? {
        Some(novas) => nova_has(zone, &novas)?,
        None => placement.hidden = Some("Nova's availability zones"),
    }
    match cinders? {
        Some(cinders) => {
            let has_zone = cinders.iter().any(|known| known.name == zone);
            placement.volume_zone = has_zone.then(|| zone.to_owned());
        }
        None => placement.hidden = Some("Cinder's availability zones"),
    }
    Ok(placement)
}

/// Returns a service's zones, or `None` if the caller may not read them.
async fn visible_zones(
    lookup: &Lookup<'_>,
    service: Service,
    key: &str,
) -> Result<Option<Arc<[Zone]>>, CommandError> {
    lookup
        .once(key, async || match zones(lookup.session, service).await {
            Ok(zones) => Ok(Some(zones.into())),
            Err(Error::Fault(fault)) if fault.status == 403 => Ok(None),
            Err(error) => Err(failed(error)),
        })
        .await
}

/// Returns an error for a zone that Nova does not have, or in which no host is up. `ZONE:HOST` and
/// `:HOST` name a host. Nova then checks nothing else.
fn nova_has(zone: &str, zones: &[Zone]) -> Result<(), CommandError> {
    let wrong = |message: String| {
        let error = CommandError::new(ExitCode::Service, "InvalidParameterValue", message);
        Err(error.during(OPERATION))
    };
    match zones.iter().find(|known| known.name == zone) {
        Some(known) if known.is_available() => Ok(()),
        Some(_) => wrong(format!(
            "the requested availability zone '{zone}' is not available: none of its hosts is up"
        )),
        None if zone.is_empty() => Ok(()),
        None => {
            let names = zones.iter().map(|zone| zone.name.clone()).collect();
            let near = most_alike(zone, names);
            wrong(format!("there is no availability zone '{zone}'")).map_err(|error| match near {
                Some(near) => error.hint(did_you_mean(&near)),
                None => error,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_there_and_has_a_host() {
        let zones = || {
            let zone = |name: &str, available: bool| {
                let body = serde_json::json!({ "zoneName": name,
                    "zoneState": { "available": available } });
                serde_json::from_value::<Zone>(body).unwrap()
            };
            vec![zone("nova", true), zone("dark", false)]
        };
        for (zone, expected) in [
            ("nova", ""),
            ("", ""),
            ("dark", "availability zone 'dark' is not available"),
            ("nov", "no availability zone 'nov'"),
        ] {
            let error = nova_has(zone, &zones()).err();
            let message = error.as_ref().map_or("", |error| error.message.as_str());
            assert_eq!(message.is_empty(), expected.is_empty(), "{zone}: {message}");
            assert!(message.contains(expected), "{zone}: {message}");
        }
    }
}
