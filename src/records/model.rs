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

/// What is about to be asked for: `count` instances, numbered from `index` on, of one client
/// token.
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
    /// The number of the first instance among those of the token.
    pub index: u32,
    /// How many instances.
    pub count: u32,
    /// The image; none, where it boots from a volume.
    pub image: Option<String>,
    /// The flavor.
    pub flavor: String,
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
    /// The instance's ID.
    pub instance_id: String,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: String,
    /// Its volumes; none leaves those of the intent.
    pub volumes: Vec<String>,
}

/// How far the creation of an instance has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordState {
    /// The request may or may not have been sent.
    Intended,
    /// The instance is known, and has not been seen to be gone.
    Created,
    /// There is no instance.
    Failed,
    /// The instance is gone.
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

/// All that is known of one instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceRecord {
    /// Where, and by whom.
    pub scope: Scope,
    /// The client token.
    pub token: String,
    /// Which of the token's instances.
    pub index: u32,
    /// The pipeline or job that it was made for.
    pub run_id: Option<String>,
    /// The instance's ID; none, as long as it is only intended.
    pub instance_id: Option<String>,
    /// Its name.
    pub name: String,
    /// How far its creation has come.
    pub state: RecordState,
    /// The instance's own state, as last seen.
    pub instance_state: Option<String>,
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

impl InstanceRecord {
    /// Whether nothing more is to come: there is no instance, or not any more.
    pub fn is_finished(&self) -> bool {
        matches!(self.state, RecordState::Failed | RecordState::Terminated)
    }
}

/// Which records are wanted. What is none or empty asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct RecordFilter {
    /// Made for this pipeline or job.
    pub run_id: Option<String>,
    /// Only those whose instance, by all that is known here, still exists.
    pub orphans: bool,
    /// In one of these states: the record's or the instance's own.
    pub states: Vec<String>,
    /// Of the cloud with this name.
    pub cloud: Option<String>,
    /// Of this region.
    pub region: Option<String>,
    /// Of exactly this cloud, region and project, whoever made them.
    pub place: Option<Scope>,
    /// With one of these names, instance IDs or client tokens.
    pub targets: Vec<String>,
}

/// Which old records are forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pruned {
    /// Those that are finished: failed, or their instance is gone.
    Finished,
    /// All, even of instances that exist.
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
