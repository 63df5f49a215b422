//! The data of a session after login, and the part of it in the token cache.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};

use super::microversion::Range;
use super::names::Names;
use super::service::Service;
use super::token::TokenInfo;
use crate::secret::Secret;

/// A token with all its data.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Login {
    #[serde(serialize_with = "into_private_file")]
    token: Secret,
    /// Keystone's description of the token.
    pub info: TokenInfo,
    /// The local time after which a new command gets a new token.
    pub(super) stale_at: Timestamp,
    /// The microversions that each service has. `None`: the service has no microversions.
    #[serde(default)]
    pub(super) ranges: BTreeMap<Service, Option<Range>>,
    /// The names of images and flavors that were seen lately.
    #[serde(default)]
    pub(super) names: Names,
}

/// Serializes a secret into the token cache's file of mode 0600. No other code serializes secrets.
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

    /// Returns the token itself.
    pub(super) fn token(&self) -> &Secret {
        &self.token
    }

    /// Returns the project's ID, if the token is scoped to a project.
    pub fn project_id(&self) -> Option<&str> {
        self.info
            .project
            .as_ref()
            .map(|project| project.id.as_str())
    }
}
