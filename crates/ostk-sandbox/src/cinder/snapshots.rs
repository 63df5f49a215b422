//! Snapshots of volumes.

use serde_json::json;

use super::{VolumeHandler, body, later, metadata};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::{ScheduledStep, Snapshot};
use crate::store::Scan;

const MAKE: i64 = 1_000;
const REMOVE: i64 = 500;

impl VolumeHandler<'_> {
    pub(super) fn snapshot(&self, id: &str) -> Result<Snapshot, Refusal> {
        self.context
            .store
            .get::<Snapshot>(id)?
            .filter(|snapshot| snapshot.project == self.caller.project || self.caller.is_admin())
            .ok_or_else(|| Refusal::new(404, format!("Snapshot {id} could not be found.")))
    }

    pub(super) fn snapshots(&self, rest: &[&str]) -> HandlerResult {
        let (store, now) = (self.context.store, self.context.now);
        match (self.context.request.method.as_str(), rest) {
            ("GET", [] | ["detail"]) => {
                self.allow("reader", "volume:get_all_snapshots")?;
                let everybody = self.everybody();
                let mut snapshots = store.all::<Snapshot>(Scan {
                    project: (!everybody).then_some(self.caller.project.as_str()),
                    ..Scan::default()
                })?;
                for (key, value) in &self.context.request.query {
                    match key.as_str() {
                        "name" => {
                            snapshots.retain(|one| one.name.as_deref() == Some(value.as_str()));
                        }
                        "status" => snapshots.retain(|one| one.status == *value),
                        "volume_id" => snapshots.retain(|one| one.volume == *value),
                        _ => {}
                    }
                }
                self.page(
                    "snapshots",
                    &snapshots,
                    |one| one.id.as_str(),
                    |one| self.snapshot_view(one, false),
                )
            }
            ("GET", [id]) => {
                self.allow("reader", "volume:get_snapshot")?;
                let view = self.snapshot_view(&self.snapshot(id)?, false);
                Ok(Response::json(200, json!({ "snapshot": view })))
            }
            ("POST", []) => {
                self.allow("member", "volume:create_snapshot")?;
                let requested = body(self.context.request, "snapshot")?;
                let volume = self.volume(requested["volume_id"].as_str().unwrap_or_default())?;
                let forced = requested["force"] == true && volume.status == "in-use";
                if volume.status != "available" && !forced {
                    return Err(Refusal::new(
                        400,
                        format!(
                            "Invalid volume: Volume {} status must be available, but current \
                             status is: {}.",
                            volume.id, volume.status
                        ),
                    ));
                }
                self.check_quota("snapshots", volume.size)?;
                let snapshot = Snapshot {
                    id: uuid(),
                    name: requested["name"].as_str().map(str::to_owned),
                    project: self.caller.project.clone(),
                    volume: volume.id,
                    size: volume.size,
                    status: "creating".to_owned(),
                    description: requested["description"].as_str().map(str::to_owned),
                    metadata: metadata(&requested["metadata"])?,
                    created: now,
                    updated: None,
                };
                store.put(&snapshot, now)?;
                let step = ScheduledStep::Snapshot {
                    status: "available".to_owned(),
                };
                store.schedule(later(self.context, MAKE), &snapshot.id, &step)?;
                let view = self.snapshot_view(&snapshot, true);
                Ok(Response::json(202, json!({ "snapshot": view })))
            }
            ("POST", [id, "action"]) => {
                self.allow(
                    "admin",
                    "volume_extension:snapshot_admin_actions:reset_status",
                )?;
                let mut snapshot = self.snapshot(id)?;
                let document = self.context.request.object().unwrap_or_default();
                let status = document["os-reset_status"]["status"].as_str();
                let status = status.ok_or_else(Refusal::unknown_route)?;
                status.clone_into(&mut snapshot.status);
                store.put(&snapshot, now)?;
                Ok(Response::empty(202))
            }
            ("DELETE", [id]) => {
                self.allow("member", "volume:delete_snapshot")?;
                let mut snapshot = self.snapshot(id)?;
                "deleting".clone_into(&mut snapshot.status);
                store.put(&snapshot, now)?;
                let step = ScheduledStep::Snapshot {
                    status: "deleted".to_owned(),
                };
                store.schedule(later(self.context, REMOVE), &snapshot.id, &step)?;
                Ok(Response::empty(202))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }
}
