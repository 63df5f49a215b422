//! What the journal holds.

use std::fmt::{self, Write as _};
use std::path::PathBuf;
use std::str::FromStr;

use jiff::Timestamp;
use ring::digest;

/// The key of a server's metadata that holds its client token.
pub const CLIENT_TOKEN_KEY: &str = "ostk_client_token";
/// The key that holds which of the token's instances it is.
pub const CLIENT_INDEX_KEY: &str = "ostk_client_index";
/// The key of a volume's metadata that holds which of the instance's new volumes it is.
pub const CLIENT_DISK_KEY: &str = "ostk_client_disk";
/// The key that holds the pipeline or job that it was made for.
pub const RUN_ID_KEY: &str = "ostk_run_id";

/// What a server's tag that carries a client token begins with.
const CLIENT_TAG_START: &str = "ostk:";

/// Whether a key of some metadata is ostk's own, and nobody's tag.
pub fn is_own_key(key: &str) -> bool {
    [
        CLIENT_TOKEN_KEY,
        CLIENT_INDEX_KEY,
        CLIENT_DISK_KEY,
        RUN_ID_KEY,
    ]
    .contains(&key)
}

/// Whether a tag of a server is ostk's own, and nobody's label.
pub fn is_own_label(label: &str) -> bool {
    label.starts_with(CLIENT_TAG_START)
}

/// Nova's tags are no longer than this.
const TAG_LIMIT: usize = 60;

/// The tag of a server that carries a client token, by which Nova finds it whatever its name is by
/// now. A token that no tag can hold has a digest in its place; the metadata always has the token.
pub fn client_tag(token: &str) -> String {
    let tag = format!("{CLIENT_TAG_START}{token}");
    if tag.len() <= TAG_LIMIT && !tag.contains(['/', ',']) {
        tag
    } else {
        format!("{CLIENT_TAG_START}{}", digest(token))
    }
}

/// What stands for a text where its characters can't.
pub(super) fn digest(text: &str) -> String {
    let digest = digest::digest(&digest::SHA256, text.as_bytes());
    digest.as_ref()[..16]
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// What was created.
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

    /// AWS's name for it, which the file holds as well.
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

/// Where something was created, and by whom.
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

/// What is about to be asked for: `count` resources of one kind, numbered from `index` on, of one
/// client token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// Where, and by whom.
    pub scope: Scope,
    /// The client token.
    pub token: String,
    /// The pipeline or job that it is for.
    pub run_id: Option<String>,
    /// The name, as far as it is known before the service has chosen one.
    pub name: String,
    /// The number of the first one among those of the token.
    pub index: u32,
    /// How many.
    pub count: u32,
    /// The image; none, where it boots from a volume.
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
    /// When, by this machine's clock.
    pub at: Timestamp,
}

/// What the service made of an intent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Created {
    /// Its ID.
    pub resource_id: String,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: String,
    /// Its volumes; none leaves those of the intent.
    pub volumes: Vec<String>,
}

/// How far the creation of a resource has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordState {
    /// The request may or may not have been sent.
    Intended,
    /// The resource is known, and has not been seen to be gone.
    Created,
    /// There is no resource.
    Failed,
    /// The resource is gone.
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

    /// The name that the user sees, and that the file holds.
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

/// All that is known of one resource. What its kind does not have is none, or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceRecord {
    /// What it is.
    pub kind: Kind,
    /// Where, and by whom.
    pub scope: Scope,
    /// The client token.
    pub token: String,
    /// Which of the token's resources.
    pub index: u32,
    /// The pipeline or job that it was made for.
    pub run_id: Option<String>,
    /// Its ID; none, as long as it is only intended.
    pub resource_id: Option<String>,
    /// Its name.
    pub name: String,
    /// How far its creation has come.
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
    /// When it was intended.
    pub created: Timestamp,
    /// When the record last changed.
    pub updated: Timestamp,
    /// When a request for it was sent, or its answer last waited for, unless it surely made nothing.
    pub sent: Option<Timestamp>,
    /// The last error.
    pub error: Option<String>,
}

impl ResourceRecord {
    /// Whether nothing more is to come: there is no resource, or not any more.
    pub fn is_finished(&self) -> bool {
        matches!(self.state, RecordState::Failed | RecordState::Terminated)
    }
}

/// Which records are wanted. What is none or empty asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct RecordFilter {
    /// Of these kinds; of none, those of the journal's own.
    pub kinds: Vec<Kind>,
    /// Made for this pipeline or job.
    pub run_id: Option<String>,
    /// Only those whose resource, by all that is known here, still exists.
    pub orphans: bool,
    /// In one of these states: the record's or the resource's own.
    pub states: Vec<String>,
    /// Of the cloud with this name.
    pub cloud: Option<String>,
    /// Of this region; an empty one is that of clouds where none is chosen.
    pub region: Option<String>,
    /// Of the project with this ID.
    pub project_id: Option<String>,
    /// With one of these names, IDs or client tokens.
    pub targets: Vec<String>,
}

impl RecordFilter {
    /// All records, of every kind.
    pub fn everything() -> Self {
        Self {
            kinds: Kind::ALL.to_vec(),
            ..Self::default()
        }
    }

    /// All of one kind of exactly this cloud, region and project, whoever made them.
    pub fn of(place: &Scope) -> Self {
        Self {
            cloud: Some(place.cloud.clone()),
            region: Some(place.region.clone().unwrap_or_default()),
            project_id: Some(place.project_id.clone()),
            ..Self::default()
        }
    }
}

/// Which old records are forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pruned {
    /// Those that are finished: failed, or their resource is gone.
    Finished,
    /// All, even of what exists.
    All,
}

/// A key pair that was created or imported. There is no room for the private key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeypairRecord {
    /// Its name.
    pub name: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Where the private key was written, if it was.
    pub path: Option<PathBuf>,
    /// When.
    pub created: Timestamp,
    /// By whom.
    pub user: String,
    /// The pipeline or job that it was made for.
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
