//! The calls that create, delete and follow a volume.
//! See <https://docs.openstack.org/api-ref/block-storage/v3/#volumes-volumes>.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep_until, timeout_at};

use super::Volume;
use crate::openstack::{Call, Error, Removal, Resource as _, Service, Session, removal};

/// EC2's name for the creation.
pub(super) const CREATE: &str = "CreateVolume";
/// EC2's name for the deletion.
pub(super) const DELETE: &str = "DeleteVolume";

/// A volume to create.
#[derive(Clone, Debug, Default)]
pub(crate) struct NewVolume {
    pub(crate) name: Option<String>,
    /// The size in GiB.
    pub(crate) size: u64,
    pub(crate) volume_type: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) availability_zone: Option<String>,
    pub(crate) image: Option<String>,
    pub(crate) snapshot: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) metadata: Vec<(String, String)>,
}

/// The part of a volume that following it needs.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct VolumeState {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) status: String,
}

#[derive(Deserialize)]
struct Envelope {
    volume: VolumeState,
}

/// Creates a volume in Cinder.
pub(crate) async fn create_volume(
    session: &Session,
    new: &NewVolume,
) -> Result<VolumeState, Error> {
    let mut volume = Map::new();
    volume.insert("size".to_owned(), json!(new.size));
    for (key, value) in [
        ("name", &new.name),
        ("volume_type", &new.volume_type),
        ("description", &new.description),
        ("availability_zone", &new.availability_zone),
        ("imageRef", &new.image),
        ("snapshot_id", &new.snapshot),
        ("source_volid", &new.source),
    ] {
        if let Some(value) = value {
            volume.insert(key.to_owned(), json!(value));
        }
    }
    if !new.metadata.is_empty() {
        let metadata: Map<String, Value> = new
            .metadata
            .iter()
            .map(|(key, value)| (key.clone(), json!(value)))
            .collect();
        volume.insert("metadata".to_owned(), Value::Object(metadata));
    }
    let body = json!({ "volume": volume });
    let call = Call::post(CREATE, Service::BlockStorage, "volumes", body);
    Ok(session.send(&call).await?.decode::<Envelope>()?.volume)
}

/// Deletes a volume in Cinder. A volume that is gone is no error.
pub(crate) async fn delete_volume(session: &Session, id: &str) -> Result<Removal, Error> {
    let call = Call::delete(DELETE, Service::BlockStorage, "volumes").below(id);
    let gone = async || Ok(show_volume(session, id).await?.is_none());
    removal(session.send(&call).await, id, gone).await
}

/// Returns a volume's state, or `None` if Cinder itself says that it is gone. Any other 404 comes
/// from a proxy in front of Cinder.
pub(crate) async fn show_volume(session: &Session, id: &str) -> Result<Option<VolumeState>, Error> {
    let call = Call::get(Volume::NOUN.operation, Service::BlockStorage, "volumes").below(id);
    match session.send(&call).await {
        Ok(answer) => Ok(Some(answer.decode::<Envelope>()?.volume)),
        Err(error) if error.says_gone(id) => Ok(None),
        Err(error) => Err(error),
    }
}

/// How following a volume has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum VolumeEnd {
    /// The volume can be used.
    Available,
    /// The volume is gone.
    Gone,
    /// The volume is in an error state.
    Failed,
    /// Time ran out, with the reason why Cinder didn't respond, if there is one.
    TimedOut(Option<String>),
}

const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(3);

/// Follows a volume until its state is final or the deadline passes. The deadline also bounds the
/// requests. With `once`, looks only once. Retries errors that may pass.
pub(crate) async fn follow_volume(
    session: &Session,
    id: &str,
    deadline: Instant,
    once: bool,
) -> Result<VolumeEnd, Error> {
    let time = deadline.saturating_duration_since(Instant::now());
    let mut pause = FIRST_PAUSE;
    let mut trouble = None;
    loop {
        let Ok(shown) = timeout_at(deadline, show_volume(session, id)).await else {
            let given_up = session.trouble().filter(|trouble| trouble.counts(time));
            let words = given_up.map(|trouble| trouble.words);
            return Ok(VolumeEnd::TimedOut(trouble.or(words)));
        };
        trouble = match shown {
            Ok(None) => return Ok(VolumeEnd::Gone),
            Ok(Some(volume)) if volume.status == "available" => return Ok(VolumeEnd::Available),
            Ok(Some(volume)) if volume.status.starts_with("error") => return Ok(VolumeEnd::Failed),
            Ok(Some(_)) => None,
            Err(error) if error.may_pass() => Some(error.to_string()),
            Err(error) => return Err(error),
        };
        if once {
            return Ok(VolumeEnd::TimedOut(trouble));
        }
        sleep_until(deadline.min(Instant::now() + pause)).await;
        pause = (pause * 3 / 2).min(LONGEST_PAUSE);
    }
}
