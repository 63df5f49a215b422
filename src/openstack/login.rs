//! What a session knows once it is logged in, and what the token cache keeps of it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};

use super::microversion::Range;
use super::names::Names;
use super::service::Service;
use super::token::TokenInfo;
use crate::secret::Secret;

/// A token with all that belongs to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Login {
    #[serde(serialize_with = "into_private_file")]
    token: Secret,
    /// What Keystone says of the token.
    pub info: TokenInfo,
    /// After this, by this machine's clock, a new command gets a new token.
    pub(super) stale_at: Timestamp,
    /// The microversions that services were found to speak. `None`: the service has none.
    #[serde(default)]
    pub(super) ranges: BTreeMap<Service, Option<Range>>,
    /// Names of images and flavors, as seen lately.
    #[serde(default)]
    pub(super) names: Names,
}

/// The one place where a secret is serialised: into the token cache's file of mode 0600.
fn into_private_file<S: Serializer>(token: &Secret, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(token.expose())
}

impl Login {
    pub(super) fn new(token: Secret, info: TokenInfo, stale_at: Timestamp) -> Self {
        Self {
            token,
            info,
            stale_at,
            ranges: BTreeMap::new(),
            names: Names::default(),
        }
    }

    /// The token itself.
    pub(super) fn token(&self) -> &Secret {
        &self.token
    }

    /// The project's ID, if the token is scoped to one.
    pub fn project_id(&self) -> Option<&str> {
        self.info
            .project
            .as_ref()
            .map(|project| project.id.as_str())
    }
}
