//! Limits and quotas.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{VolumeHandler, body, invalid};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::model::{Quota, Snapshot, Volume};
use crate::store::Scan;

/// The names of Cinder's quotas, with their default limits.
const QUOTAS: [(&str, i64); 10] = [
    ("volumes", -1),
    ("per_volume_gigabytes", -1),
    ("snapshots", -1),
    ("gigabytes", -1),
    ("backups", 10),
    ("backup_gigabytes", 1000),
    ("volumes___DEFAULT__", -1),
    ("gigabytes___DEFAULT__", -1),
    ("snapshots___DEFAULT__", -1),
    ("groups", 10),
];

struct Usage {
    volumes: i64,
    snapshots: i64,
    gigabytes: i64,
}

impl VolumeHandler<'_> {
    fn usage(&self, project: &str) -> Result<Usage, Refusal> {
        let scan = Scan {
            project: Some(project),
            ..Scan::default()
        };
        let volumes = self.context.store.all::<Volume>(scan)?;
        let snapshots = self.context.store.all::<Snapshot>(scan)?;
        let number = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
        let sizes = volumes
            .iter()
            .map(|volume| volume.size)
            .chain(snapshots.iter().map(|snapshot| snapshot.size));
        Ok(Usage {
            volumes: number(volumes.len()),
            snapshots: number(snapshots.len()),
            gigabytes: i64::try_from(sizes.fold(0, u64::saturating_add)).unwrap_or(i64::MAX),
        })
    }

    fn quota(&self, project: &str) -> Result<Quota, Refusal> {
        let id = format!("volume {project}");
        Ok(self.context.store.get::<Quota>(&id)?.unwrap_or(Quota {
            id,
            limits: BTreeMap::new(),
        }))
    }

    /// Refuses another volume or snapshot of this size if the quota has no room for it.
    pub(super) fn check_quota(&self, what: &str, size: u64) -> Result<(), Refusal> {
        let usage = self.usage(&self.caller.project)?;
        let quota = self.quota(&self.caller.project)?;
        let limit = |name: &str| quota.limits.get(name).copied().unwrap_or(-1);
        let (used, most) = if what == "volumes" {
            (usage.volumes, limit("volumes"))
        } else {
            (usage.snapshots, limit("snapshots"))
        };
        let most = if self.context.is_over_quota() {
            used
        } else {
            most
        };
        if most >= 0 && used >= most {
            let kind = if what == "volumes" {
                "Volume"
            } else {
                "Snapshot"
            };
            return Err(Refusal::new(
                413,
                format!(
                    "{kind}LimitExceeded: Maximum number of {what} allowed ({most}) exceeded for \
                     quota '{what}'."
                ),
            ));
        }
        let most = limit("per_volume_gigabytes");
        if what == "volumes" && u64::try_from(most).is_ok_and(|most| size > most) {
            return Err(Refusal::new(
                413,
                format!(
                    "VolumeSizeExceedsLimit: Requested volume size {size}G is larger than maximum \
                     allowed limit {most}G."
                ),
            ));
        }
        // All volumes have the same type, so the quota of that type counts the same.
        let of_type = limit(&format!("{what}___DEFAULT__"));
        if of_type >= 0 && used >= of_type {
            return Err(Refusal::new(
                413,
                format!(
                    "VolumeLimitExceeded: Maximum number of volumes allowed ({of_type}) exceeded \
                     for quota '{what}___DEFAULT__'."
                ),
            ));
        }
        let room = limit("gigabytes");
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        if room >= 0 && usage.gigabytes.saturating_add(size) > room {
            return Err(Refusal::new(
                413,
                format!(
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds \
                     allowed gigabytes quota. Requested {size}G, quota is {room}G and {}G has \
                     been consumed.",
                    usage.gigabytes
                ),
            ));
        }
        Ok(())
    }

    pub(super) fn limits(&self) -> HandlerResult {
        self.allow("reader", "limits_extension:used_limits")?;
        let usage = self.usage(&self.caller.project)?;
        let quota = self.quota(&self.caller.project)?;
        let limit = |name: &str| quota.limits.get(name).copied().unwrap_or(-1);
        Ok(Response::json(
            200,
            json!({ "limits": { "rate": [], "absolute": {
                "maxTotalVolumes": limit("volumes"), "maxTotalSnapshots": limit("snapshots"),
                "maxTotalVolumeGigabytes": limit("gigabytes"), "maxTotalBackups": 10,
                "maxTotalBackupGigabytes": 1000, "totalVolumesUsed": usage.volumes,
                "totalGigabytesUsed": usage.gigabytes, "totalSnapshotsUsed": usage.snapshots,
                "totalBackupsUsed": 0, "totalBackupGigabytesUsed": 0 } } }),
        ))
    }

    pub(super) fn quota_set(&self, project: &str) -> HandlerResult {
        let request = self.context.request;
        if project != self.caller.project {
            self.allow("admin", "volume_extension:quotas:show")?;
        }
        let mut quota = self.quota(project)?;
        if request.method == "PUT" {
            self.allow("admin", "volume_extension:quotas:update")?;
            let requested = body(request, "quota_set")?;
            for (name, value) in requested.as_object().into_iter().flatten() {
                let limit = value
                    .as_i64()
                    .or_else(|| value.as_str().and_then(|text| text.parse().ok()))
                    .filter(|limit| *limit >= -1)
                    .ok_or_else(|| invalid(name, value, "it is no limit"))?;
                quota.limits.insert(name.clone(), limit);
            }
            self.context.store.put(&quota, self.context.now)?;
        } else if request.method != "GET" {
            return Err(Refusal::unknown_route());
        }
        self.allow("reader", "volume_extension:quotas:show")?;
        let used = request
            .parameter("usage")
            .is_some_and(|text| text.eq_ignore_ascii_case("true"));
        let usage = self.usage(project)?;
        let mut set = json!({});
        for (name, usual) in QUOTAS {
            let limit = quota.limits.get(name).copied().unwrap_or(usual);
            let in_use = match name {
                "volumes" | "volumes___DEFAULT__" => usage.volumes,
                "snapshots" | "snapshots___DEFAULT__" => usage.snapshots,
                "gigabytes" | "gigabytes___DEFAULT__" => usage.gigabytes,
                _ => 0,
            };
            set[name] = if used {
                json!({ "limit": limit, "in_use": in_use, "reserved": 0 })
            } else {
                json!(limit)
            };
        }
        if request.method == "GET" {
            set["id"] = Value::from(project);
        }
        Ok(Response::json(200, json!({ "quota_set": set })))
    }
}
