//! Cinder's data on the volumes of instances.

use std::collections::{BTreeSet, HashMap};

use futures_util::stream::{self, StreamExt as _};
use serde::Deserialize;

use crate::commands::instances::view::{DeviceView, Instance};
use crate::commands::volumes;
use crate::commands::wire::{null_as_default, text_as_bool};
use crate::noun::Noun;
use crate::openstack::{ByName, Error, Pager, Resource, Service, Session, list_call, show_known};
use crate::verbs::asked_keys::Answered;

/// The maximum number of volumes to show one by one. More are taken from a list.
const FEW_VOLUMES: usize = 8;

/// A volume, with the fields that an instance shows
/// (<https://docs.openstack.org/api-ref/block-storage/v3/#show-a-volume-s-details>).
#[derive(Clone, Debug, Deserialize)]
pub(super) struct VolumeDetails {
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

impl Resource for VolumeDetails {
    const NOUN: &'static Noun = volumes::Volume::NOUN;
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "volumes";
    const LIST_PATH: &'static str = "volumes/detail";
    const COLLECTION: &'static str = "volumes";
    const MEMBER: Option<&'static str> = Some("volume");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// The data fetched from Cinder so far.
#[derive(Debug, Default)]
pub(super) struct Volumes {
    /// The volumes by ID. None if the volume is gone from Cinder before Nova knows, or belongs to
    /// another project. An ID that is absent was not fetched.
    found: HashMap<String, Option<VolumeDetails>>,
    /// Whether all volumes were listed.
    is_whole: bool,
}

impl Volumes {
    /// Fetches the volumes of these instances: a few one by one, many in one list.
    pub(super) async fn ask(
        &mut self,
        session: &Session,
        instances: &[&mut Instance],
        more: bool,
    ) -> Result<(), Error> {
        let wanted: BTreeSet<&str> = instances
            .iter()
            .flat_map(|instance| &instance.block_device_mappings)
            .map(|device| device.volume_id.as_str())
            .filter(|id| !self.found.contains_key(*id))
            .collect();
        if wanted.is_empty() {
            return Ok(());
        }
        if self.is_whole || (wanted.len() <= FEW_VOLUMES && !more) {
            return self.show(session, &wanted).await;
        }
        let foreign = is_foreign(session, instances).await;
        self.list(session, wanted, foreign, more).await
    }

    async fn show(&mut self, session: &Session, wanted: &BTreeSet<&str>) -> Result<(), Error> {
        let mut shown = stream::iter(wanted)
            .map(|id| async move { (*id, show_known::<VolumeDetails>(session, id).await) })
            .buffered(FEW_VOLUMES);
        let mut result = Ok(());
        while let Some((id, answer)) = shown.next().await {
            match answer {
                Ok(found) => {
                    let volume = found.map(|found| found.item);
                    self.found.insert(id.to_owned(), volume);
                }
                Err(error) => result = Err(error),
            }
        }
        result
    }

    async fn list(
        &mut self,
        session: &Session,
        mut wanted: BTreeSet<&str>,
        foreign: bool,
        more: bool,
    ) -> Result<(), Error> {
        let mut call = list_call::<VolumeDetails>();
        if foreign {
            call = call.query("all_tenants", "1");
        }
        let mut pager = Pager::<VolumeDetails>::new(session, call, None);
        while more || !wanted.is_empty() {
            let Some(page) = pager.next().await? else {
                self.is_whole = true;
                break;
            };
            for volume in page.items {
                wanted.remove(volume.id.as_str());
                self.found.insert(volume.id.clone(), Some(volume));
            }
        }
        for id in wanted {
            self.found.insert(id.to_owned(), None);
        }
        Ok(())
    }
}

/// Returns whether any instance belongs to another project than the token's. Administrators see
/// such instances.
async fn is_foreign(session: &Session, instances: &[&mut Instance]) -> bool {
    let Ok(login) = session.login().await else {
        return false;
    };
    instances
        .iter()
        .any(|instance| instance.project_id.as_deref() != login.project_id())
}

impl Volumes {
    /// Adds the fetched volumes to an instance.
    pub(super) fn complete(&self, instance: &mut Instance) {
        for device in &mut instance.block_device_mappings {
            if let Some(volume) = self.found.get(&device.volume_id) {
                fill(device, volume.as_ref(), &instance.instance_id);
            }
        }
    }
}

fn fill(device: &mut DeviceView, volume: Option<&VolumeDetails>, server: &str) {
    let attachment = volume.and_then(|volume| {
        let mut attachments = volume.attachments.iter();
        attachments.find(|attachment| attachment.server_id.as_deref() == Some(server))
    });
    device.device_name =
        Answered::Told(attachment.and_then(|attachment| attachment.device.clone()));
    device.volume_name = Answered::Told(volume.map(|volume| volume.name.clone()));
    device.volume_type = Answered::Told(volume.and_then(|volume| volume.kind.clone()));
    device.size_gib = Answered::Told(volume.and_then(|volume| volume.size));
    device.bootable = Answered::Told(volume.map(|volume| volume.bootable));
}
