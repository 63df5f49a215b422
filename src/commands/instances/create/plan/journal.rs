//! What `instances create` writes to the journal.

use super::creation::Creation;
use crate::openstack::Login;
use crate::records::{Created, Intent, Kind, ResourceRecord, Scope};
use crate::verbs::context::Context;
use crate::verbs::log;

/// The journal of instances, for one cloud and project.
pub(crate) struct CreateJournal<'a>(log::Log<'a>);

impl<'a> CreateJournal<'a> {
    pub(crate) fn new(context: &'a Context, login: &Login) -> Self {
        Self(log::Log::new(context, login, Kind::Instance))
    }

    /// Returns the cloud, project and user of the records.
    pub(crate) fn scope(&self) -> &Scope {
        &self.0.scope
    }

    /// Records what is about to be requested. Returns the record of an earlier try, if this machine
    /// has one.
    pub(crate) fn intend(&self, creation: &Creation) -> Option<ResourceRecord> {
        let own = &creation.request.summary;
        self.0.intend(&Intent {
            scope: self.0.scope.clone(),
            token: creation.token.text.clone(),
            run_id: creation.run_id.clone(),
            name: creation.name.clone(),
            index: creation.index,
            count: 1,
            image: own.image.clone(),
            flavor: Some(own.flavor.clone().unwrap_or_default()),
            key_name: own.key_name.clone(),
            networks: own.networks.clone(),
            security_groups: own.groups.clone(),
            volumes: Vec::new(),
            at: self.0.now(),
        })
    }

    /// Returns the record of an earlier try with the same client token.
    pub(crate) fn earlier(&self, creation: &Creation) -> Option<ResourceRecord> {
        self.0.earlier(&creation.token.text, creation.index)
    }

    /// Sends a request, and records that it is on its way.
    pub(crate) async fn sending<T>(
        &self,
        creation: &Creation,
        request: impl Future<Output = T>,
    ) -> T {
        self.0
            .sending(&creation.token.text, creation.index, request)
            .await
    }

    /// Records the volumes that exist for the instance.
    pub(crate) fn volumes(&self, creation: &Creation, volumes: &[String]) {
        self.0
            .volumes(&creation.token.text, creation.index, volumes);
    }

    /// Records that the outcome of a request is not known.
    pub(crate) fn doubt(&self, creation: &Creation, message: &str) {
        self.0.doubt(&creation.token.text, creation.index, message);
    }

    /// Records that the instance exists.
    pub(crate) fn complete(&self, creation: &Creation, id: &str, volumes: &[String]) {
        let done = Created {
            resource_id: id.to_owned(),
            name: creation.name.clone(),
            state: "pending".to_owned(),
            volumes: volumes.to_vec(),
        };
        self.0.complete(&creation.token.text, creation.index, &done);
    }

    /// Records that the instance was not created.
    pub(crate) fn fail(&self, creation: &Creation, message: &str) {
        self.0.fail(&creation.token.text, creation.index, message);
    }

    /// Records the state of an instance.
    pub(crate) fn observe(&self, id: &str, state: &str) {
        self.0.observe(id, state);
    }
}
