//! The selection of records by place: the cloud, region and project that other commands use, so
//! that they can act on the listed resources.

use clap::Args;

use crate::config::Error;
use crate::env::Env;
use crate::error::CommandError;
use crate::openstack::Login;
use crate::records::{Journal, RecordFilter, Scope};

/// Whether to select the records of the chosen cloud or of all clouds.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct PlaceArgs {
    /// Take the records of every cloud, region and project
    #[arg(long)]
    pub(super) all_clouds: bool,
}

/// A cloud, a region and a project, as far as they are known without a login.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The cloud's name in the configuration.
    pub cloud: String,
    /// The region, empty if none is chosen. None selects any region.
    pub region: Option<String>,
    /// The project, if it is known.
    pub project_id: Option<String>,
    /// The user, if it is known.
    pub user_id: Option<String>,
}

impl Place {
    /// Returns the place of a configured cloud, with the project and user of an earlier login.
    pub fn of(cloud: &str, region: Option<&str>, login: Option<&Login>) -> Self {
        Self {
            cloud: cloud.to_owned(),
            region: Some(region.unwrap_or_default().to_owned()),
            // A token without a project sees no project's records.
            project_id: login.map(|login| login.project_id().unwrap_or_default().to_owned()),
            user_id: login.map(|login| login.info.user.id.clone()),
        }
    }

    /// Returns the place of a cloud that is not in the configuration, if the journal knows it.
    pub fn recorded(env: &Env, error: &Error, region: Option<&str>) -> Option<Self> {
        let Error::UnknownCloud { name, .. } = error else {
            return None;
        };
        if !Journal::path_in(env).is_ok_and(|path| path.exists()) {
            return None;
        }
        let filter = RecordFilter {
            cloud: Some(name.clone()),
            ..RecordFilter::everything()
        };
        let journal = Journal::open(env).ok()?;
        let is_known = !journal.list(&filter).ok()?.is_empty()
            || (journal.keypairs().ok()?.iter()).any(|(scope, _)| scope.cloud == *name);
        is_known.then(|| Self {
            cloud: name.clone(),
            region: region.map(str::to_owned),
            ..Self::default()
        })
    }

    /// Returns whether the journal has any records of this place.
    pub fn has_records(&self, env: &Env) -> Result<bool, CommandError> {
        if !Journal::path_in(env).is_ok_and(|path| path.exists()) {
            return Ok(false);
        }
        let journal = Journal::open(env)?;
        let records = journal.list(&self.narrow(RecordFilter::everything()))?;
        let mut keypairs = journal.keypairs()?.into_iter();
        Ok(!records.is_empty() || keypairs.any(|(scope, _)| self.has_keypairs_of(&scope)))
    }

    /// Restricts a filter to this place.
    pub(super) fn narrow(&self, filter: RecordFilter) -> RecordFilter {
        RecordFilter {
            cloud: Some(self.cloud.clone()),
            region: self.region.clone(),
            project_id: self.project_id.clone(),
            ..filter
        }
    }

    /// Returns whether the key pairs of a scope belong to this place. Key pairs have no project.
    pub(super) fn has_keypairs_of(&self, scope: &Scope) -> bool {
        let region = scope.region.as_deref().unwrap_or_default();
        self.cloud == scope.cloud
            && self.region.as_ref().is_none_or(|own| own == region)
            && self
                .user_id
                .as_ref()
                .is_none_or(|own| *own == scope.user_id)
    }

    /// Returns the place's name for a sentence.
    pub(super) fn described(&self) -> String {
        let mut text = format!("cloud '{}'", self.cloud);
        if let Some(region) = self.region.as_deref().filter(|region| !region.is_empty()) {
            text = format!("{text}, region '{region}'");
        }
        text
    }
}

/// Restricts a filter to a place, if there is one.
pub(super) fn narrowed(place: Option<&Place>, filter: RecordFilter) -> RecordFilter {
    match place {
        Some(place) => place.narrow(filter),
        None => filter,
    }
}
