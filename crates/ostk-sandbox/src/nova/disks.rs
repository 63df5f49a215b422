//! The disks of `POST /servers`, and whether they fit the image and the flavor.

use serde_json::Value;

use super::schema::{MOST, is_true, number};
use super::{ComputeHandler, invalid};
use crate::http_types::Refusal;
use crate::model::{Flavor, Image, Snapshot, Volume};

const GIB: u64 = 1 << 30;

/// A volume that a request names or creates.
pub(super) struct Disk {
    /// `None` if the volume is created for the server.
    pub(super) volume: Option<Volume>,
    pub(super) size: u64,
    pub(super) image: Option<Image>,
    pub(super) snapshot: Option<Snapshot>,
    pub(super) delete_on_termination: bool,
    pub(super) device: Option<String>,
    pub(super) tag: Option<String>,
    pub(super) boots: bool,
}

impl ComputeHandler<'_> {
    pub(super) fn disks(&self, requested: &Value) -> Result<Vec<Disk>, Refusal> {
        let mut disks = Vec::new();
        let store = self.context.store;
        for given in requested["block_device_mapping_v2"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let source = given["source_type"].as_str().unwrap_or_default();
            let id = given["uuid"].as_str().unwrap_or_default();
            let boots = matches!(&given["boot_index"], Value::Number(n) if n.as_i64() == Some(0))
                || given["boot_index"] == "0";
            let local = given["destination_type"] == "local";
            if source == "image" && local {
                self.visible_image(id)?;
                continue;
            }
            if source == "blank" && local {
                continue;
            }
            let size = volume_size(given)?;
            let device = given["device_name"].as_str();
            check_device(device, requested)?;
            if let Some(kind) = given["volume_type"].as_str()
                && kind != "__DEFAULT__"
            {
                return Err(Refusal::new(
                    400,
                    format!("Volume type {kind} could not be found."),
                ));
            }
            let mut disk = Disk {
                volume: None,
                size: size.unwrap_or_default(),
                image: None,
                snapshot: None,
                delete_on_termination: is_true(&given["delete_on_termination"]),
                device: device.map(str::to_owned),
                tag: given["tag"].as_str().map(str::to_owned),
                boots,
            };
            match source {
                "volume" => {
                    let volume = store
                        .get::<Volume>(id)?
                        .filter(|volume| volume.project == self.caller.project)
                        .ok_or_else(|| {
                            Refusal::new(400, format!("Volume {id} could not be found."))
                        })?;
                    if boots && !volume.bootable {
                        return Err(not_bootable(id));
                    }
                    self.check_free(&volume)?;
                    disk.size = volume.size;
                    disk.volume = Some(volume);
                }
                "image" => disk.image = Some(self.visible_image(id)?),
                "snapshot" => {
                    let snapshot = store
                        .get::<Snapshot>(id)?
                        .filter(|snapshot| snapshot.project == self.caller.project)
                        .ok_or_else(|| {
                            Refusal::new(400, format!("Snapshot {id} could not be found."))
                        })?;
                    disk.size = size.unwrap_or(snapshot.size);
                    let origin = store.get::<Volume>(&snapshot.volume)?;
                    if boots && origin.as_ref().is_some_and(|volume| !volume.bootable) {
                        return Err(not_bootable(&snapshot.volume));
                    }
                    disk.image = origin.and_then(|volume| volume.image);
                    disk.snapshot = Some(snapshot);
                }
                "blank" => {}
                _ => {
                    return Err(invalid(
                        "source_type",
                        &given["source_type"],
                        "is not one of ['volume', 'image', 'snapshot', 'blank']",
                    ));
                }
            }
            if disk.size == 0 {
                return Err(Refusal::new(
                    400,
                    "Block Device Mapping is Invalid: Volume size must be specified.",
                ));
            }
            disks.push(disk);
        }
        Ok(disks)
    }

    /// Refuses a volume that Cinder would not reserve.
    fn check_free(&self, volume: &Volume) -> Result<(), Refusal> {
        let (id, status) = (&volume.id, volume.status.as_str());
        let why = match status {
            "available" | "downloading" => return Ok(()),
            "error" => format!(
                "Volume attachments can not be created if the volume is in an error state. The \
                 Volume {id} currently has a status of: error "
            ),
            _ => format!(
                "Volume {id} status must be available or downloading to reserve, but the current \
                 status is {status}."
            ),
        };
        Err(Refusal::new(
            400,
            format!(
                "Invalid volume: Invalid input received: Invalid volume: {why} (HTTP 400) \
                 (Request-ID: {})",
                self.context.request.id
            ),
        ))
    }

    /// Returns why a build with these disks fails on its host, or `None`.
    pub(super) fn doomed(&self, disks: &[Disk]) -> Option<String> {
        let request_id = &self.context.request.id;
        for (index, disk) in disks.iter().enumerate() {
            if let Some(volume) = &disk.volume {
                let mut others = disks[..index]
                    .iter()
                    .filter_map(|disk| disk.volume.as_ref());
                if others.any(|other| other.id == volume.id) {
                    return Some(format!(
                        "Resource conflict: duplicate connectors detected on volume {} (HTTP 409) \
                         (Request-ID: {request_id})",
                        volume.id
                    ));
                }
            }
            let Some(snapshot) = &disk.snapshot else {
                continue;
            };
            let why = if snapshot.status != "available" {
                "Invalid snapshot: Originating snapshot status must be one of 'available' values"
                    .to_owned()
            } else if disk.size < snapshot.size {
                format!(
                    "Invalid input received: Volume size '{}'GB cannot be smaller than the \
                     snapshot size {}GB. They must be >= original snapshot size.",
                    disk.size, snapshot.size
                )
            } else {
                continue;
            };
            return Some(format!(
                "Invalid input received: {why} (HTTP 400) (Request-ID: {request_id})"
            ));
        }
        None
    }
}

fn not_bootable(volume: &str) -> Refusal {
    Refusal::new(400, format!("Block Device {volume} is not bootable."))
}

/// Refuses an invalid device name, and the device name of the image's own disk.
fn check_device(device: Option<&str>, requested: &Value) -> Result<(), Refusal> {
    let Some(device) = device else { return Ok(()) };
    let letters = |c: char| c.is_ascii_alphanumeric() || "._/-".contains(c);
    let value = Value::from(device);
    if device.is_empty() || device.len() > 255 {
        let why = format!(
            "'{device}' is too {}",
            if device.is_empty() { "short" } else { "long" }
        );
        return Err(invalid("device_name", &value, &why));
    }
    if !device.chars().all(letters) {
        let why = format!("'{device}' does not match '^[a-zA-Z0-9._/-]*$'");
        return Err(invalid("device_name", &value, &why));
    }
    let has_image = requested["imageRef"]
        .as_str()
        .is_some_and(|image| !image.is_empty());
    if has_image && device.strip_prefix("/dev/").unwrap_or(device) == "vda" {
        return Err(Refusal::new(
            400,
            "The volume cannot be assigned the same device name as the root device vda",
        ));
    }
    Ok(())
}

fn volume_size(disk: &Value) -> Result<Option<u64>, Refusal> {
    let given = &disk["volume_size"];
    let size = number(given);
    if size.is_some_and(|size| size > MOST) {
        let why = format!("{given} is greater than the maximum of {MOST}");
        return Err(invalid("volume_size", given, &why));
    }
    Ok(size)
}

/// Refuses a flavor that is too small for the image, and a server that has nothing to boot from.
/// For a server that boots from a volume, the image is the source of that volume.
pub(super) fn check_sizes(
    flavor: &Flavor,
    image: Option<&Image>,
    disks: &[Disk],
    is_admin: bool,
) -> Result<(), Refusal> {
    let root = disks.iter().find(|disk| disk.boots);
    if image.is_none() && disks.is_empty() {
        return Err(Refusal::new(400, "Missing imageRef attribute"));
    }
    if image.is_none() && root.is_none() {
        return Err(Refusal::new(
            400,
            "Block Device Mapping is Invalid: Boot sequence for the instance and image/block \
             device mapping combination is not valid.",
        ));
    }
    let copied = root.and_then(|disk| {
        let volume = disk
            .volume
            .as_ref()
            .and_then(|volume| volume.image.as_ref());
        volume.or(disk.image.as_ref())
    });
    let Some(image) = image.filter(|_| root.is_none()).or(copied) else {
        return Ok(());
    };
    let refuse = |text: String| Err(Refusal::new(400, text));
    if image.min_ram > flavor.ram {
        return refuse("Flavor's memory is too small for requested image.".to_owned());
    }
    let least = image.min_disk.saturating_mul(GIB);
    if let Some(root) = root {
        let size = root.size.saturating_mul(GIB);
        // Cinder has checked the size of an existing volume.
        if root.volume.is_none() && least > size {
            return refuse(format!(
                "Volume is smaller than the minimum size specified in image metadata. Volume size \
                 is {size} bytes, minimum size is {least} bytes."
            ));
        }
        return Ok(());
    }
    let (size, disk) = (
        image.size.unwrap_or_default(),
        flavor.disk.saturating_mul(GIB),
    );
    if disk == 0 {
        if is_admin {
            return Ok(());
        }
        return Err(Refusal::new(
            403,
            "Only volume-backed servers are allowed for flavors with zero disk.",
        ));
    }
    if size > disk {
        return refuse(format!(
            "Flavor's disk is too small for requested image. Flavor disk is {disk} bytes, image \
             is {size} bytes."
        ));
    }
    if least > disk {
        return refuse(format!(
            "Flavor's disk is smaller than the minimum size specified in image metadata. Flavor \
             disk is {disk} bytes, minimum size is {least} bytes."
        ));
    }
    Ok(())
}
