//! The records of the journal.

use std::fmt::{self, Write as _};
use std::path::PathBuf;
use std::str::FromStr;

use jiff::Timestamp;
use ring::digest;

/// The key in a server's metadata for its client token.
pub const CLIENT_TOKEN_KEY: &str = "ostk_client_token";
/// The key for the instance's number among those of its token.
pub const CLIENT_INDEX_KEY: &str = "ostk_client_index";
/// The key in a volume's metadata for its number among the instance's new volumes.
pub const CLIENT_DISK_KEY: &str = "ostk_client_disk";
/// The key for the pipeline or job that the resource was created for.
pub const RUN_ID_KEY: &str = "ostk_run_id";

/// The prefix of a server's tag that holds a client token.
const CLIENT_TAG_START: &str = "ostk:";

/// Returns whether a metadata key is ostk's own, and not a tag of the user's.
pub fn is_own_key(key: &str) -> bool {
    [
        CLIENT_TOKEN_KEY,
        CLIENT_INDEX_KEY,
        CLIENT_DISK_KEY,
        RUN_ID_KEY,
    ]
    .contains(&key)
}

/// Returns whether a server's tag is ostk's own, and not a label of the user's.
pub fn is_own_label(label: &str) -> bool {
    label.starts_with(CLIENT_TAG_START)
}

/// The longest tag that Nova accepts.
const TAG_LIMIT: usize = 60;

/// Returns the server tag for a client token. Nova finds the server by it even if its name has
/// changed. If a tag can't hold the token, it holds a digest instead. The metadata always holds the
/// token itself.
pub fn client_tag(token: &str) -> String {
    let tag = format!("{CLIENT_TAG_START}{token}");
    if tag.len() <= TAG_LIMIT && !tag.contains(['/', ',']) {
        tag
    } else {
        format!("{CLIENT_TAG_START}{}", digest(token))
    }
}

/// Returns a text's digest, for places that don't accept all characters.
pub(super) fn digest(text: &str) -> String {
    let digest = digest::digest(&digest::SHA256, text.as_bytes());
    digest.as_ref()[..16]
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// The kind of a created resource.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// An instance.
    #[default]
    Instance,
    /// A volume.
    Volume,
    /// A server group.
    ServerGroup,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Instance, Self::Volume, Self::ServerGroup];

    /// Returns AWS's name, which the file also holds.
    pub fn name(self) -> &'static str {
        match self {
            Self::Instance => "instance",
            Self::Volume => "volume",
            Self::ServerGroup => "placement-group",
        }
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.name() == text).ok_or(())
    }
}

/// The cloud, region, project and user of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The cloud's name in the configuration.
    pub cloud: String,
    /// The region, if one is chosen.
    pub region: Option<String>,
    /// The project.
    pub project_id: String,
    /// The user.
    pub user_id: String,
}

/// The resources that a request is about to create: `count` of one kind and one client token, with
/// numbers from `index` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// The cloud, region, project and user.
    pub scope: Scope,
    /// The client token.
    pub token: String,
    /// The pipeline or job that it is for.
    pub run_id: Option<String>,
    /// The name, as far as it is known before the service chooses one.
    pub name: String,
    /// The first resource's number among those of the token.
    pub index: u32,
    /// The number of resources.
    pub count: u32,
    /// The image. None if the instance boots from a volume.
    pub image: Option<String>,
    /// The flavor of an instance.
    pub flavor: Option<String>,
    /// The key pair.
    pub key_name: Option<String>,
    /// The networks.
    pub networks: Vec<String>,
    /// The security groups.
    pub security_groups: Vec<String>,
    /// The volumes.
    pub volumes: Vec<String>,
    /// The time by this machine's clock.
    pub at: Timestamp,
}

/// The resource that the service created for an intent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Created {
    /// The ID.
    pub resource_id: String,
    /// The name.
    pub name: String,
    /// The state.
    pub state: String,
    /// The volumes. If empty, those of the intent stay.
    pub volumes: Vec<String>,
}

/// The progress of a resource's creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordState {
    /// The request may or may not have been sent.
    Intended,
    /// The resource is known, and has not been seen as terminated.
    Created,
    /// There is no resource.
    Failed,
    /// The resource no longer exists.
    Terminated,
}

impl RecordState {
    /// Every state.
    pub const ALL: [Self; 4] = [
        Self::Intended,
        Self::Created,
        Self::Failed,
        Self::Terminated,
    ];

    /// Returns the name, which the user sees and the file holds.
    pub fn name(self) -> &'static str {
        match self {
            Self::Intended => "intended",
            Self::Created => "created",
            Self::Failed => "failed",
            Self::Terminated => "terminated",
        }
    }
}

impl fmt::Display for RecordState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for RecordState {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|state| state.name() == text)
            .ok_or(())
    }
}

/// All known facts about one resource. Fields that its kind doesn't have are none or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceRecord {
    /// The kind.
    pub kind: Kind,
    /// The cloud, region, project and user.
    pub scope: Scope,
    /// The client token.
    pub token: String,
    /// The number among the token's resources.
    pub index: u32,
    /// The pipeline or job that it was created for.
    pub run_id: Option<String>,
    /// The ID. None while the resource is only intended.
    pub resource_id: Option<String>,
    /// The name.
    pub name: String,
    /// The progress of its creation.
    pub state: RecordState,
    /// The resource's own state, as last seen.
    pub resource_state: Option<String>,
    /// The image.
    pub image: Option<String>,
    /// The flavor.
    pub flavor: Option<String>,
    /// The key pair.
    pub key_name: Option<String>,
    /// The networks.
    pub networks: Vec<String>,
    /// The security groups.
    pub security_groups: Vec<String>,
    /// The volumes.
    pub volumes: Vec<String>,
    /// The time of the intent.
    pub created: Timestamp,
    /// The time of the record's last change.
    pub updated: Timestamp,
    /// The last time when a request for it was sent or still pending. None if it certainly created
    /// nothing.
    pub sent: Option<Timestamp>,
    /// The last error.
    pub error: Option<String>,
}

impl ResourceRecord {
    /// Returns whether the record is final: the resource was never created, or no longer exists.
    pub fn is_finished(&self) -> bool {
        matches!(self.state, RecordState::Failed | RecordState::Terminated)
    }
}

/// A selection of records. A field that is none or empty doesn't restrict it.
#[derive(Clone, Debug, Default)]
pub struct RecordFilter {
    /// Records of these kinds. If empty, of the journal's own kind.
    pub kinds: Vec<Kind>,
    /// Records for this pipeline or job.
    pub run_id: Option<String>,
    /// Only records whose resource still exists, as far as the journal knows.
    pub orphans: bool,
    /// Records in one of these states: the record's state or the resource's own.
    pub states: Vec<String>,
    /// Records of the cloud with this name.
    pub cloud: Option<String>,
    /// Records of this region. An empty text selects records without a region.
    pub region: Option<String>,
    /// Records of the project with this ID.
    pub project_id: Option<String>,
    /// Records with one of these names, IDs or client tokens.
    pub targets: Vec<String>,
}

impl RecordFilter {
    /// Selects all records of every kind.
    pub fn everything() -> Self {
        Self {
            kinds: Kind::ALL.to_vec(),
            ..Self::default()
        }
    }

    /// Selects all records of one kind in exactly this cloud, region and project, of any user.
    pub fn of(place: &Scope) -> Self {
        Self {
            cloud: Some(place.cloud.clone()),
            region: Some(place.region.clone().unwrap_or_default()),
            project_id: Some(place.project_id.clone()),
            ..Self::default()
        }
    }
}

/// The old records to delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pruned {
    /// Records of resources that failed or no longer exist.
    Finished,
    /// All records, even of resources that exist.
    All,
}

/// A key pair that was created or imported. It has no field for the private key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeypairRecord {
    /// The name.
    pub name: String,
    /// The fingerprint.
    pub fingerprint: String,
    /// The private key's file, if it was written.
    pub path: Option<PathBuf>,
    /// The time of its creation.
    pub created: Timestamp,
    /// The user that created it.
    pub user: String,
    /// The pipeline or job that it was created for.
    pub run_id: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_has_a_tag_that_nova_takes() {
        assert_eq!(client_tag("deploy-7"), "ostk:deploy-7");
        let tags: Vec<String> = [&"x".repeat(64), "a/b", "a,b", "a/c"]
            .into_iter()
            .map(client_tag)
            .collect();
        for tag in &tags {
            assert!(tag.len() <= TAG_LIMIT && !tag.contains(['/', ',']), "{tag}");
            assert_eq!(tags.iter().filter(|other| *other == tag).count(), 1);
        }
    }
}
