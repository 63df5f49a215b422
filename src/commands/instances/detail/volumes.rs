//! What Cinder knows of instances' volumes, and Nova of where they are attached.

use std::collections::{BTreeSet, HashMap};

use futures_util::future;
use futures_util::stream::{self, StreamExt as _};
use serde::Deserialize;

use crate::commands::instances::view::{DeviceView, Instance};
use crate::commands::wire::{null_as_default, text_as_bool};
use crate::openstack::{
    ByName, Call, Error, Pager, Resource, Service, Session, list_call, show_known,
};

/// Up to this many volumes are shown one by one; more are picked out of a list.
const FEW_VOLUMES: usize = 8;
/// Up to this many instances Nova is asked for attachments; of more, Cinder's word is taken.
const FEW_INSTANCES: usize = 4;

/// A volume, as far as an instance shows it
/// (<https://docs.openstack.org/api-ref/block-storage/v3/#show-a-volume-s-details>).
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Volume {
    id: String,
    #[serde(default, deserialize_with = "null_as_default")]
    name: String,
    #[serde(default)]
    size: Option<u64>,
    #[serde(default, deserialize_with = "text_as_bool")]
    bootable: bool,
    #[serde(rename = "volume_type", default)]
    kind: Option<String>,
    #[serde(default, deserialize_with = "null_as_default")]
    attachments: Vec<CinderAttachment>,
}

#[derive(Clone, Debug, Deserialize)]
struct CinderAttachment {
    #[serde(default)]
    server_id: Option<String>,
    #[serde(default)]
    device: Option<String>,
}

impl Resource for Volume {
    const NOUN: &'static str = "volume";
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "volumes";
    const LIST_PATH: &'static str = "volumes/detail";
    const COLLECTION: &'static str = "volumes";
    const MEMBER: Option<&'static str> = Some("volume");
    const OPERATIONS: (&'static str, &'static str) = ("DescribeVolumes", "DescribeVolumes");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Nova's attachments of one server
/// (<https://docs.openstack.org/api-ref/compute/#list-volume-attachments-for-an-instance>).
#[derive(Deserialize)]
struct Attachments {
    #[serde(rename = "volumeAttachments")]
    attachments: Vec<NovaAttachment>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NovaAttachment {
    volume_id: String,
    #[serde(default)]
    device: Option<String>,
}

/// What the two have told.
#[derive(Debug, Default)]
pub(super) struct Volumes {
    volumes: HashMap<String, Volume>,
    /// Devices by instance and volume, from Nova.
    devices: HashMap<(String, String), String>,
}

/// Asks for the volumes of these instances, and for their attachments where they are few, side by
/// side. What can't be had is left out, and why is told.
pub(super) async fn ask(session: &Session, instances: &[Instance]) -> (Volumes, Vec<String>) {
    let wanted: BTreeSet<&str> = instances
        .iter()
        .flat_map(|instance| &instance.block_device_mappings)
        .map(|device| device.volume_id.as_str())
        .collect();
    if wanted.is_empty() {
        return (Volumes::default(), Vec::new());
    }
    let with_volumes: Vec<&str> = instances
        .iter()
        .filter(|instance| !instance.block_device_mappings.is_empty())
        .map(|instance| instance.instance_id.as_str())
        .collect();
    let asked = if with_volumes.len() <= FEW_INSTANCES {
        with_volumes.as_slice()
    } else {
        &[]
    };
    let foreign = is_foreign(session, instances).await;
    let ((volumes, refusal), devices) =
        future::join(volumes(session, &wanted, foreign), devices(session, asked)).await;
    let mut warnings = Vec::new();
    warnings.extend(
        refusal.map(|error| format!("names, sizes and devices of volumes are missing: {error}")),
    );
    // Cinder tells the devices too: only without it is something lost.
    let devices = devices.unwrap_or_else(|error| {
        if volumes.is_empty() {
            warnings.push(format!("the devices of volumes are missing: {error}"));
        }
        HashMap::new()
    });
    (Volumes { volumes, devices }, warnings)
}

/// Whether any instance is of another project than the token's, as an administrator sees them.
async fn is_foreign(session: &Session, instances: &[Instance]) -> bool {
    let Ok(login) = session.login().await else {
        return false;
    };
    instances
        .iter()
        .any(|instance| instance.project_id.as_deref() != login.project_id())
}

/// What can be had of these volumes, and why there is no more.
async fn volumes(
    session: &Session,
    wanted: &BTreeSet<&str>,
    foreign: bool,
) -> (HashMap<String, Volume>, Option<Error>) {
    let mut found = HashMap::new();
    let mut refusal = None;
    if wanted.len() <= FEW_VOLUMES {
        let mut shown = stream::iter(wanted)
            .map(|id| show(session, id))
            .buffered(FEW_VOLUMES);
        while let Some(result) = shown.next().await {
            match result {
                Ok(volume) => found.extend(volume.map(|volume| (volume.id.clone(), volume))),
                Err(error) => refusal = Some(error),
            }
        }
        return (found, refusal);
    }
    let mut call = list_call::<Volume>();
    if foreign {
        call = call.query("all_tenants", "1");
    }
    let mut pager = Pager::<Volume>::new(session, call, None);
    while found.len() < wanted.len() {
        let page = match pager.next().await {
            Ok(Some(page)) => page,
            Ok(None) => break,
            Err(error) => {
                refusal = Some(error);
                break;
            }
        };
        let ours = page.items.into_iter();
        let ours = ours.filter(|volume| wanted.contains(volume.id.as_str()));
        found.extend(ours.map(|volume| (volume.id.clone(), volume)));
    }
    (found, refusal)
}

/// One volume; none, where it is gone from Cinder and Nova does not know it yet.
async fn show(session: &Session, id: &str) -> Result<Option<Volume>, Error> {
    let found = show_known::<Volume>(session, id).await?;
    Ok(found.map(|found| found.item))
}

async fn devices(
    session: &Session,
    servers: &[&str],
) -> Result<HashMap<(String, String), String>, Error> {
    let answers = future::try_join_all(servers.iter().map(|server| async move {
        let call = Call::get("DescribeVolumeAttachments", Service::Compute, "servers")
            .below(server)
            .below("os-volume_attachments");
        let attachments: Attachments = session.send(&call).await?.decode()?;
        Ok::<_, Error>((*server, attachments.attachments))
    }))
    .await?;
    Ok(answers
        .into_iter()
        .flat_map(|(server, attachments)| {
            attachments.into_iter().filter_map(move |attachment| {
                let key = (server.to_owned(), attachment.volume_id);
                Some((key, attachment.device?))
            })
        })
        .collect())
}

impl Volumes {
    /// Adds to an instance what it lacks.
    pub(super) fn complete(&self, instance: &mut Instance) {
        for device in &mut instance.block_device_mappings {
            self.complete_device(device, &instance.instance_id);
        }
    }

    fn complete_device(&self, device: &mut DeviceView, server: &str) {
        let key = (server.to_owned(), device.volume_id.clone());
        device.device_name = self.devices.get(&key).cloned();
        let Some(volume) = self.volumes.get(&device.volume_id) else {
            return;
        };
        device.volume_name = Some(volume.name.clone());
        device.volume_type.clone_from(&volume.kind);
        device.size_gib = volume.size;
        device.bootable = Some(volume.bootable);
        if device.device_name.is_none() {
            device.device_name = volume
                .attachments
                .iter()
                .find(|attachment| attachment.server_id.as_deref() == Some(server))
                .and_then(|attachment| attachment.device.clone());
        }
    }
}
