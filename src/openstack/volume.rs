//! Cinder's volumes, as far as they are made and removed.
//! See <https://docs.openstack.org/api-ref/block-storage/v3/#volumes-volumes>.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::time::{Instant, sleep_until, timeout_at};

use super::error::Error;
use super::request::Call;
use super::resource::{Removal, removal};
use super::service::Service;
use super::session::Session;

/// A volume to be made.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the fields are Cinder's own")]
pub struct NewVolume {
    pub name: Option<String>,
    /// In GiB.
    pub size: u64,
    pub volume_type: Option<String>,
    pub description: Option<String>,
    pub availability_zone: Option<String>,
    pub image: Option<String>,
    pub snapshot: Option<String>,
    pub source: Option<String>,
    pub metadata: Vec<(String, String)>,
}

/// What is followed of a volume.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the fields are Cinder's own")]
pub struct VolumeState {
    pub id: String,
    #[serde(default)]
    pub status: String,
}

#[derive(Deserialize)]
struct Envelope {
    volume: VolumeState,
}

/// Asks for a volume.
pub async fn create_volume(session: &Session, new: &NewVolume) -> Result<VolumeState, Error> {
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
    let call = Call::post("CreateVolume", Service::BlockStorage, "volumes", body);
    Ok(session.send(&call).await?.decode::<Envelope>()?.volume)
}

/// Asks for a volume to be removed. One that is gone already is none the worse.
pub async fn delete_volume(session: &Session, id: &str) -> Result<Removal, Error> {
    let call = Call::delete("DeleteVolume", Service::BlockStorage, "volumes").below(id);
    let gone = async || Ok(show_volume(session, id).await?.is_none());
    removal(session.send(&call).await, id, gone).await
}

/// A volume's state; nothing, where there is none any more. A 404 without Cinder's own words is
/// from something in front of it.
pub async fn show_volume(session: &Session, id: &str) -> Result<Option<VolumeState>, Error> {
    let call = Call::get("DescribeVolumes", Service::BlockStorage, "volumes").below(id);
    match session.send(&call).await {
        Ok(answer) => Ok(Some(answer.decode::<Envelope>()?.volume)),
        Err(error) if error.says_gone(id) => Ok(None),
        Err(error) => Err(error),
    }
}

/// How following a volume has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VolumeEnd {
    /// It can be used.
    Available,
    /// It is gone.
    Gone,
    /// It is in error.
    Failed,
    /// Time ran out. Why the service could not be asked in the end, if it could not.
    TimedOut(Option<String>),
}

const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(3);

/// Follows a volume until it has come to rest or the deadline has come, requests under way
/// included; `once` looks once. What goes wrong for a while is survived.
pub async fn follow_volume(
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
