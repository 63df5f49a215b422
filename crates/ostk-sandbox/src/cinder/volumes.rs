//! Volumes.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{TYPE, VolumeHandler, body, invalid, later, metadata};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::{Image, ScheduledStep, Snapshot, Volume};
use crate::store::Scan;

/// How many milliseconds Cinder takes to create and to delete a volume.
const MAKE: i64 = 1_500;
const REMOVE: i64 = 500;

/// The largest size that Cinder's database can hold.
const MOST: u64 = i32::MAX as u64;

const NOT_DELETABLE: &str = "Invalid volume: Volume status must be available or error or \
    error_restoring or error_extending or error_managing and must not be migrating, attached, \
    belong to a group, have snapshots, awaiting a transfer, or be disassociated from snapshots \
    after volume transfer.";

impl VolumeHandler<'_> {
    pub(super) fn volumes(&self, rest: &[&str]) -> HandlerResult {
        match (self.context.request.method.as_str(), rest) {
            ("GET", [] | ["detail"]) => self.list_volumes(!rest.is_empty()),
            ("POST", []) => self.create_volume(),
            ("GET", [id]) => {
                self.allow("reader", "volume:get")?;
                let view = self.volume_view(&self.volume(id)?, false)?;
                Ok(Response::json(200, json!({ "volume": view })))
            }
            ("PUT", [id]) => self.update_volume(id),
            ("DELETE", [id]) => self.delete_volume(id),
            ("POST", [id, "action"]) => self.act_on_volume(id),
            (_, [id, "metadata"]) => self.volume_metadata(id),
            _ => Err(Refusal::unknown_route()),
        }
    }

    pub(super) fn volume(&self, id: &str) -> Result<Volume, Refusal> {
        self.context
            .store
            .get::<Volume>(id)?
            .filter(|volume| volume.project == self.caller.project || self.caller.is_admin())
            .ok_or_else(|| Refusal::new(404, format!("Volume {id} could not be found.")))
    }

    fn list_volumes(&self, detail: bool) -> HandlerResult {
        self.allow("reader", "volume:get_all")?;
        let request = self.context.request;
        let everybody = self.everybody();
        let mut volumes = self.context.store.all::<Volume>(Scan {
            project: (!everybody).then_some(self.caller.project.as_str()),
            ..Scan::default()
        })?;
        for (key, value) in &request.query {
            match key.as_str() {
                "name" => volumes.retain(|volume| volume.name.as_deref() == Some(value)),
                "status" => volumes.retain(|volume| volume.status == *value),
                "bootable" => volumes.retain(|volume| volume.bootable.to_string() == *value),
                "id" => volumes.retain(|volume| volume.id == *value),
                "metadata" => {
                    let requested = metadata_filter(value)?;
                    volumes.retain(|volume| {
                        let mut requested = requested.iter();
                        requested.all(|(key, value)| volume.metadata.get(key) == Some(value))
                    });
                }
                "project_id" if everybody => {
                    volumes.retain(|volume| volume.project == *value);
                }
                _ => {}
            }
        }
        let views = volumes
            .iter()
            .map(|volume| {
                if detail {
                    self.volume_view(volume, false)
                } else {
                    Ok(self.short_volume(volume))
                }
            })
            .collect::<Result<Vec<Value>, Refusal>>()?;
        let both: Vec<(Volume, Value)> = volumes.into_iter().zip(views).collect();
        self.page(
            "volumes",
            &both,
            |(volume, _)| volume.id.as_str(),
            |(_, view)| view.clone(),
        )
    }

    fn create_volume(&self) -> HandlerResult {
        self.allow("member", "volume:create")?;
        let requested = body(self.context.request, "volume")?;
        let (store, now) = (self.context.store, self.context.now);
        let snapshot = match requested["snapshot_id"].as_str() {
            None => None,
            Some(id) => Some(self.snapshot(id)?),
        };
        let source = match requested["source_volid"].as_str() {
            None => None,
            Some(id) => Some(self.volume(id)?),
        };
        let size = match &requested["size"] {
            Value::Null => snapshot
                .as_ref()
                .map(|snapshot: &Snapshot| snapshot.size)
                .or(source.as_ref().map(|volume| volume.size))
                .ok_or_else(|| invalid("size", &Value::Null, "a size is required"))?,
            given => given
                .as_u64()
                .or_else(|| given.as_str().and_then(|text| text.parse().ok()))
                .filter(|size| (1..=MOST).contains(size))
                .ok_or_else(|| {
                    let why = if given.as_u64().is_some_and(|size| size > MOST) {
                        format!("{given} is greater than the maximum of {MOST}")
                    } else {
                        format!("{given} is less than the minimum of 1")
                    };
                    invalid("size", given, &why)
                })?,
        };
        let image = match requested["imageRef"].as_str() {
            None | Some("") => None,
            Some(id) => Some(self.image_for(id)?),
        };
        check_words(&requested)?;
        check_origins(size, image.as_ref(), snapshot.as_ref(), source.as_ref())?;
        check_place(&requested)?;
        self.check_quota("volumes", size)?;
        // The volume that is copied. The volume of a snapshot still exists.
        let origin = match (&source, &snapshot) {
            (Some(volume), _) => Some(volume.clone()),
            (None, Some(snapshot)) => store.get::<Volume>(&snapshot.volume)?,
            (None, None) => None,
        };
        let volume = Volume {
            id: uuid(),
            name: requested["name"].as_str().map(str::to_owned),
            project: self.caller.project.clone(),
            user: self.caller.user.id.clone(),
            size,
            status: "creating".to_owned(),
            description: requested["description"].as_str().map(str::to_owned),
            kind: TYPE.to_owned(),
            snapshot: snapshot.map(|snapshot| snapshot.id),
            bootable: origin.as_ref().is_some_and(|volume| volume.bootable),
            source: source.map(|volume| volume.id),
            image: image.or(origin.and_then(|volume| volume.image)),
            metadata: metadata(&requested["metadata"])?,
            server: None,
            zone: requested["availability_zone"]
                .as_str()
                .unwrap_or("nova")
                .to_owned(),
            created: now,
            updated: None,
        };
        store.put(&volume, now)?;
        let fails = volume
            .metadata
            .get("fake_fail")
            .is_some_and(|what| what == "create");
        let status = if fails { "error" } else { "available" };
        #[expect(clippy::cast_possible_truncation, reason = "a few seconds")]
        let delay = volume
            .metadata
            .get("fake_delay")
            .and_then(|text| text.parse::<f64>().ok())
            .map_or(MAKE, |seconds| {
                (seconds.clamp(0.0, 86_400.0) * 1000.0) as i64
            });
        let step = ScheduledStep::Volume {
            status: status.to_owned(),
        };
        store.schedule(later(self.context, delay), &volume.id, &step)?;
        let view = self.volume_view(&volume, true)?;
        Ok(Response::json(202, json!({ "volume": view })))
    }

    fn image_for(&self, id: &str) -> Result<Image, Refusal> {
        let found = self.context.store.get::<Image>(id)?;
        found
            .filter(|image| image.visibility != "private" || image.owner == self.caller.project)
            .ok_or_else(|| {
                Refusal::new(
                    400,
                    "Invalid image identifier or unable to access requested image.",
                )
            })
    }

    fn update_volume(&self, id: &str) -> HandlerResult {
        self.allow("member", "volume:update")?;
        let mut volume = self.volume(id)?;
        let requested = body(self.context.request, "volume")?;
        if let Some(name) = requested.get("name") {
            volume.name = name.as_str().map(str::to_owned);
        }
        if let Some(text) = requested.get("description") {
            volume.description = text.as_str().map(str::to_owned);
        }
        if requested["metadata"].is_object() {
            volume.metadata = metadata(&requested["metadata"])?;
        }
        volume.updated = Some(self.context.now);
        self.context.store.put(&volume, self.context.now)?;
        let view = self.volume_view(&volume, false)?;
        Ok(Response::json(200, json!({ "volume": view })))
    }

    fn delete_volume(&self, id: &str) -> HandlerResult {
        self.allow("member", "volume:delete")?;
        let mut volume = self.volume(id)?;
        let snapshots = self.context.store.all::<Snapshot>(Scan {
            parent: Some(&volume.id),
            ..Scan::default()
        })?;
        let free = matches!(
            volume.status.as_str(),
            "available" | "error" | "error_restoring" | "error_extending" | "error_managing"
        );
        if !free || !snapshots.is_empty() {
            return Err(Refusal::new(400, NOT_DELETABLE));
        }
        "deleting".clone_into(&mut volume.status);
        self.context.store.put(&volume, self.context.now)?;
        let step = ScheduledStep::Volume {
            status: "deleted".to_owned(),
        };
        let at = later(self.context, REMOVE);
        self.context.store.schedule(at, &volume.id, &step)?;
        Ok(Response::empty(202))
    }

    fn act_on_volume(&self, id: &str) -> HandlerResult {
        self.allow("member", "volume:update")?;
        let mut volume = self.volume(id)?;
        let document = self
            .context
            .request
            .object()
            .ok_or_else(|| Refusal::new(400, "Malformed request body"))?;
        let Some((name, argument)) = document.as_object().and_then(|map| map.iter().next()) else {
            return Err(Refusal::new(400, "There is no such action: None"));
        };
        match name.as_str() {
            "os-extend" => {
                let asked = &argument["new_size"];
                if asked.as_u64().is_some_and(|size| size > MOST) {
                    let why = format!("{asked} is greater than the maximum of {MOST}");
                    return Err(invalid("new_size", asked, &why));
                }
                let size = asked
                    .as_u64()
                    .filter(|size| *size > volume.size)
                    .ok_or_else(|| {
                        Refusal::new(
                            400,
                            "Invalid input received: New size for extend must be greater than \
                             current size.",
                        )
                    })?;
                volume.size = size;
            }
            "os-set_bootable" => volume.bootable = argument["bootable"] == true,
            "os-reset_status" => {
                self.allow(
                    "admin",
                    "volume_extension:volume_admin_actions:reset_status",
                )?;
                argument["status"]
                    .as_str()
                    .unwrap_or("available")
                    .clone_into(&mut volume.status);
            }
            other => {
                return Err(Refusal::new(
                    400,
                    format!("There is no such action: {other}"),
                ));
            }
        }
        volume.updated = Some(self.context.now);
        self.context.store.put(&volume, self.context.now)?;
        Ok(Response::empty(202))
    }

    fn volume_metadata(&self, id: &str) -> HandlerResult {
        let mut volume = self.volume(id)?;
        match self.context.request.method.as_str() {
            "GET" => self.allow("reader", "volume:get_volume_metadata")?,
            method @ ("POST" | "PUT") => {
                self.allow("member", "volume:update_volume_metadata")?;
                let document = self.context.request.object().unwrap_or_default();
                let given = metadata(&document["metadata"])?;
                if method == "PUT" {
                    volume.metadata.clear();
                }
                volume.metadata.extend(given);
                self.context.store.put(&volume, self.context.now)?;
            }
            _ => return Err(Refusal::unknown_route()),
        }
        Ok(Response::json(200, json!({ "metadata": volume.metadata })))
    }
}

/// Reads the metadata filter, which Cinder takes in Python's notation for a dictionary. For strings
/// this is the same as JSON, and with single quotes too if no string contains any.
fn metadata_filter(text: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let quoted = text.replace('\'', "\"");
    serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&quoted))
        .map_err(|_| Refusal::new(400, "Invalid filter 'metadata'."))
}

/// Refuses a type or an availability zone that does not exist.
fn check_place(requested: &Value) -> Result<(), Refusal> {
    if let Some(kind) = requested["volume_type"].as_str()
        && kind != TYPE
        && kind != super::type_id()
    {
        return Err(Refusal::new(
            404,
            format!("Volume type with name {kind} could not be found."),
        ));
    }
    if let Some(zone) = requested["availability_zone"].as_str()
        && zone != "nova"
    {
        return Err(Refusal::new(
            400,
            format!("Availability zone '{zone}' is invalid."),
        ));
    }
    Ok(())
}

/// Refuses texts that are too long. For texts that its database cannot hold, Cinder returns a 500.
fn check_words(requested: &Value) -> Result<(), Refusal> {
    for key in ["name", "description"] {
        let text = requested[key].as_str().unwrap_or_default();
        let length = text.chars().count();
        if length > 255 {
            return Err(Refusal::new(
                400,
                format!("Invalid input received: {key} has {length} characters, more than 255."),
            ));
        }
        if text.chars().any(|c| u32::from(c) > 0xFFFF) {
            return Err(Refusal::new(
                500,
                "The server has either erred or is incapable of performing the requested \
                 operation.",
            ));
        }
    }
    Ok(())
}

/// Refuses a volume that is too small for its source, and a source whose status forbids a copy.
fn check_origins(
    size: u64,
    image: Option<&Image>,
    snapshot: Option<&Snapshot>,
    source: Option<&Volume>,
) -> Result<(), Refusal> {
    let refuse = |text: String| Err(Refusal::new(400, text));
    if let Some(image) = image {
        if image.status != "active" {
            return refuse(format!(
                "Invalid input received: Image {} is not active.",
                image.id
            ));
        }
        let needed = image.size.unwrap_or_default().div_ceil(1 << 30);
        if needed > size {
            return refuse(format!(
                "Invalid input received: Size of specified image {needed}GB is larger than volume \
                 size {size}GB."
            ));
        }
        if image.min_disk > size {
            return refuse(format!(
                "Invalid input received: Volume size {size}GB cannot be smaller than the image \
                 minDisk size {}GB.",
                image.min_disk
            ));
        }
    }
    if let Some(snapshot) = snapshot {
        if snapshot.status != "available" {
            return refuse(
                "Invalid snapshot: Originating snapshot status must be one of 'available' values"
                    .to_owned(),
            );
        }
        if snapshot.size > size {
            return refuse(format!(
                "Invalid input received: Volume size '{size}'GB cannot be smaller than the \
                 snapshot size {}GB. They must be >= original snapshot size.",
                snapshot.size
            ));
        }
    }
    if let Some(source) = source {
        if !matches!(source.status.as_str(), "available" | "in-use") {
            return refuse(
                "Invalid volume: Originating source volume status must be one of 'available, \
                 in-use' values"
                    .to_owned(),
            );
        }
        if source.size > size {
            return refuse(format!(
                "Invalid input received: Volume size '{size}'GB cannot be smaller than original \
                 volume size  {}GB. They must be >= original volume size.",
                source.size
            ));
        }
    }
    Ok(())
}
