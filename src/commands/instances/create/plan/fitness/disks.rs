//! Checks what an instance boots from, and its other disks.

use std::collections::HashSet;

use super::{Caller, Misfit, Survey};
use crate::commands::images::Image;
use crate::commands::instances::create::references::facts::Facts;
use crate::commands::instances::create::spec::Spec;
use crate::commands::volumes::{Volume, unfit_image, unfit_snapshot};
use crate::openstack::{FlavorFacts, Resource as _};

const GIB: u64 = 1 << 30;

/// Judges the disks of an instance.
pub(super) fn judge(
    spec: &Spec,
    facts: &Facts,
    survey: &Survey,
    caller: Caller<'_>,
    all: &mut Vec<Misfit>,
) {
    let flavor = facts.flavor.as_ref();
    if let Some(image) = &facts.image {
        judge_image(spec, image, flavor, caller, all);
    }
    if let Some(volume) = &facts.boot_volume {
        if !volume.bootable {
            all.push(Misfit::new(format!(
                "volume '{}' ({}) is not bootable",
                volume.name(),
                volume.id()
            )));
        }
        let (memory, _) = volume.image_needs();
        all.extend(flavor.and_then(|flavor| short_of_memory(flavor, memory, volume.name())));
    }
    judge_snapshot(spec, facts, survey, all);
    let mut seen = HashSet::new();
    for volume in facts.boot_volume.iter().chain(&facts.volumes) {
        all.extend(unavailable(volume));
        if !seen.insert(volume.id()) {
            all.push(Misfit::new(format!(
                "volume '{}' ({}) is named twice",
                volume.name(),
                volume.id()
            )));
        }
    }
    let local = facts.image.as_ref().filter(|image| {
        spec.root_volume_size.is_none()
            && image.root_device.is_none()
            && !image.boots_from_a_volume()
    });
    let is_root = |name: &str| name.strip_prefix("/dev/").unwrap_or(name) == "vda";
    let devices = spec.volumes.iter();
    if local.is_some()
        && devices
            .filter_map(|volume| volume.device_name.as_deref())
            .any(is_root)
    {
        all.push(Misfit::new(
            "the volume cannot be assigned the same device name as the root device vda",
        ));
    }
}

fn judge_image(
    spec: &Spec,
    image: &Image,
    flavor: Option<&FlavorFacts>,
    caller: Caller<'_>,
    all: &mut Vec<Misfit>,
) {
    let name = image.name();
    if !image.status.is_empty() && image.status != "active" {
        all.push(Misfit::new(format!(
            "image '{name}' ({}) is not active, but {}",
            image.id(),
            image.status
        )));
        // Its size is not known yet.
        return;
    }
    all.extend(flavor.and_then(|flavor| short_of_memory(flavor, image.min_ram, name)));
    let size = image.size.unwrap_or_default();
    if let Some(root) = spec.root_volume_size {
        all.extend(unfit_image(image, root).map(Misfit::new));
        return;
    }
    let Some(flavor) = flavor else { return };
    let Some(disk) = flavor.disk_gib.filter(|_| !image.boots_from_a_volume()) else {
        return;
    };
    if disk == 0 {
        if !caller.is_admin {
            all.push(
                Misfit::policy(format!(
                    "flavor '{}': only volume-backed servers are allowed for flavors with zero disk",
                    flavor.name
                ))
                .hint("--root-volume GIB boots from a new volume"),
            );
        }
    } else if size > disk.saturating_mul(GIB) {
        all.push(Misfit::new(format!(
            "flavor '{}': its disk of {disk} GiB is too small for image '{name}' of {size} bytes",
            flavor.name
        )));
    } else if image.min_disk > disk {
        all.push(Misfit::new(format!(
            "flavor '{}': its disk of {disk} GiB is smaller than the minimum size of {} GiB that \
             image '{name}' asks for",
            flavor.name, image.min_disk
        )));
    }
}

fn short_of_memory(flavor: &FlavorFacts, needed: u64, what: &str) -> Option<Misfit> {
    (flavor.memory_mib < needed).then(|| {
        Misfit::new(format!(
            "flavor '{}': its memory of {} MiB is too small for the image of '{what}', which needs \
             {needed} MiB",
            flavor.name, flavor.memory_mib
        ))
    })
}

fn judge_snapshot(spec: &Spec, facts: &Facts, survey: &Survey, all: &mut Vec<Misfit>) {
    let Some(snapshot) = &facts.boot_snapshot else {
        return;
    };
    let name = snapshot.name();
    let size = spec.root_volume_size.unwrap_or(snapshot.size);
    all.extend(unfit_snapshot(snapshot, size).into_iter().map(Misfit::new));
    let Some(origin) = &survey.origin else {
        return;
    };
    if !origin.bootable {
        all.push(Misfit::new(format!(
            "snapshot '{name}' is of volume {}, which is not bootable",
            origin.id()
        )));
    }
    let (memory, disk) = origin.image_needs();
    let flavor = facts.flavor.as_ref();
    all.extend(flavor.and_then(|flavor| short_of_memory(flavor, memory, name)));
    if disk > size {
        all.push(Misfit::new(format!(
            "volume size {size}GB is smaller than the minimum size {disk}GB that the image of \
             snapshot '{name}' asks for"
        )));
    }
}

/// Returns why a volume can't be attached.
fn unavailable(volume: &Volume) -> Option<Misfit> {
    let is_free = match volume.status() {
        "" | "available" | "downloading" => true,
        "in-use" => volume.multiattach,
        _ => false,
    };
    let (name, id, status) = (volume.name(), volume.id(), volume.status());
    // Cinder has other words for volumes in error.
    let why = if status.starts_with("error") {
        format!("volume '{name}' ({id}) cannot be attached: it currently has a status of: {status}")
    } else {
        format!(
            "volume '{name}' ({id}) status must be available, but the current status is {status}"
        )
    };
    (!is_free).then(|| Misfit::new(why))
}
