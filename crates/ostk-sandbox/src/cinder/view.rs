//! The JSON of volumes and snapshots at a microversion.

use serde_json::{Map, Value, json};

use super::{VolumeHandler, type_id};
use crate::clock::{naive, naive_exact};
use crate::http_types::Refusal;
use crate::ids::{fixed_id, fixed_uuid};
use crate::model::{Image, Server, Snapshot, Volume};

impl VolumeHandler<'_> {
    fn links(&self, collection: &str, id: &str) -> Value {
        let root = &self.context.request.root;
        json!([
            { "rel": "self", "href": format!("{root}/v3/{collection}/{id}") },
            { "rel": "bookmark", "href": format!("{root}/{collection}/{id}") },
        ])
    }

    pub(super) fn short_volume(&self, volume: &Volume) -> Value {
        json!({ "id": volume.id, "name": volume.name,
                "links": self.links("volumes", &volume.id) })
    }

    /// Returns a volume with all its fields. If it was `just_made`, it has not come from the
    /// database yet.
    pub(super) fn volume_view(&self, volume: &Volume, just_made: bool) -> Result<Value, Refusal> {
        let created = if just_made {
            naive_exact(volume.created)
        } else {
            naive(volume.created)
        };
        let mut view = json!({ "id": volume.id, "status": volume.status, "size": volume.size,
            "availability_zone": volume.zone, "created_at": created,
            "updated_at": volume.updated.map(naive), "name": volume.name,
            "description": volume.description, "volume_type": volume.kind,
            "snapshot_id": volume.snapshot, "source_volid": volume.source,
            "metadata": volume.metadata, "links": self.links("volumes", &volume.id),
            "user_id": volume.user, "bootable": volume.bootable.to_string(),
            "encrypted": false, "replication_status": null, "consistencygroup_id": null,
            "multiattach": false, "attachments": self.attachments(volume)? });
        if self.minor >= 13 {
            view["group_id"] = Value::Null;
        }
        if self.minor >= 48 {
            view["shared_targets"] = json!(true);
            view["service_uuid"] = json!(fixed_uuid("volume service").to_string());
        }
        if self.minor >= 61 {
            view["cluster_name"] = Value::Null;
        }
        if self.minor >= 63 {
            view["volume_type_id"] = json!(type_id());
        }
        if self.minor >= 65 {
            view["consumes_quota"] = json!(true);
        }
        if !self.caller.is_admin()
            && let Some(view) = view.as_object_mut()
        {
            view.remove("cluster_name");
        }
        if just_made {
            return Ok(view);
        }
        view["os-vol-tenant-attr:tenant_id"] = json!(volume.project);
        if let Some(image) = volume.image.as_ref().filter(|_| volume.bootable) {
            view["volume_image_metadata"] = image_metadata(image);
        }
        if self.caller.is_admin() {
            view["os-vol-host-attr:host"] = json!("controller@fake#fake");
            view["os-vol-mig-status-attr:migstat"] = Value::Null;
            view["os-vol-mig-status-attr:name_id"] = Value::Null;
        }
        Ok(view)
    }

    fn attachments(&self, volume: &Volume) -> Result<Vec<Value>, Refusal> {
        let Some(id) = &volume.server else {
            return Ok(Vec::new());
        };
        let server = self.context.store.get::<Server>(id)?;
        let attachments = server.map(|server| server.attachments).unwrap_or_default();
        Ok(attachments
            .iter()
            .filter(|attachment| attachment.volume == volume.id)
            .map(|attachment| {
                json!({ "id": volume.id, "attachment_id": attachment.id,
                    "volume_id": volume.id, "server_id": id, "host_name": null,
                    "device": attachment.device, "attached_at": naive(attachment.at) })
            })
            .collect())
    }

    pub(super) fn snapshot_view(&self, snapshot: &Snapshot, just_made: bool) -> Value {
        let created = if just_made {
            naive_exact(snapshot.created)
        } else {
            naive(snapshot.created)
        };
        let mut view = json!({ "id": snapshot.id, "name": snapshot.name,
            "description": snapshot.description, "volume_id": snapshot.volume,
            "status": snapshot.status, "size": snapshot.size, "created_at": created,
            "updated_at": snapshot.updated.map(naive), "metadata": snapshot.metadata });
        if !just_made {
            let done = if snapshot.status == "available" {
                "100%"
            } else {
                "0%"
            };
            view["os-extended-snapshot-attributes:progress"] = json!(done);
            view["os-extended-snapshot-attributes:project_id"] = json!(snapshot.project);
        }
        if self.minor >= 14 {
            view["group_snapshot_id"] = Value::Null;
        }
        if self.minor >= 41 {
            view["user_id"] = json!(self.caller.user.id);
        }
        if self.minor >= 65 {
            view["consumes_quota"] = json!(true);
        }
        view
    }
}

fn image_metadata(image: &Image) -> Value {
    let mut all: Map<String, Value> = image
        .properties
        .iter()
        .map(|(key, value)| (key.clone(), json!(value)))
        .collect();
    for (key, value) in [
        ("image_id", image.id.clone()),
        ("image_name", image.name.clone()),
        ("checksum", fixed_id(&image.id)),
        ("container_format", "bare".to_owned()),
        ("disk_format", "raw".to_owned()),
        ("min_disk", image.min_disk.to_string()),
        ("min_ram", image.min_ram.to_string()),
        ("size", image.size.unwrap_or_default().to_string()),
    ] {
        all.insert(key.to_owned(), json!(value));
    }
    Value::Object(all)
}
