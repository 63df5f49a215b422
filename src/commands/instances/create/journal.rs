//! What `create` writes into the journal, by the job that it is about.

use super::job::Job;
use crate::openstack::Login;
use crate::records::{Created, Intent, Kind, ResourceRecord, Scope};
use crate::verbs::context::Context;
use crate::verbs::log;

/// The journal of instances, for one cloud and project.
pub(super) struct Log<'a>(log::Log<'a>);

impl<'a> Log<'a> {
    pub(super) fn new(context: &'a Context, login: &Login) -> Self {
        Self(log::Log::new(context, login, Kind::Instance))
    }

    /// Where, and by whom.
    pub(super) fn scope(&self) -> &Scope {
        &self.0.scope
    }

    /// Notes what is about to be asked for. Gives what an earlier try has left there, as far as
    /// this machine knows.
    pub(super) fn intend(&self, job: &Job) -> Option<ResourceRecord> {
        let shown = &job.prepared.shown;
        self.0.intend(&Intent {
            scope: self.0.scope.clone(),
            token: job.mark.token.clone(),
            run_id: job.run_id.clone(),
            name: job.name.clone(),
            index: job.index,
            count: 1,
            image: shown.image.clone(),
            flavor: Some(shown.flavor.clone().unwrap_or_default()),
            key_name: shown.key_name.clone(),
            networks: shown.networks.clone(),
            security_groups: shown.groups.clone(),
            volumes: Vec::new(),
            at: self.0.now(),
        })
    }

    /// What an earlier try with its client token has left there.
    pub(super) fn earlier(&self, job: &Job) -> Option<ResourceRecord> {
        self.0.earlier(&job.mark.token, job.index)
    }

    /// Sends a request for it.
    pub(super) async fn sending<T>(&self, job: &Job, request: impl Future<Output = T>) -> T {
        self.0.sending(&job.mark.token, job.index, request).await
    }

    /// Notes the volumes that there are for it by now.
    pub(super) fn volumes(&self, job: &Job, volumes: &[String]) {
        self.0.volumes(&job.mark.token, job.index, volumes);
    }

    /// Notes that nobody knows what came of a request.
    pub(super) fn doubt(&self, job: &Job, message: &str) {
        self.0.doubt(&job.mark.token, job.index, message);
    }

    pub(super) fn complete(&self, job: &Job, id: &str, volumes: &[String]) {
        let done = Created {
            resource_id: id.to_owned(),
            name: job.name.clone(),
            state: "pending".to_owned(),
            volumes: volumes.to_vec(),
        };
        self.0.complete(&job.mark.token, job.index, &done);
    }

    pub(super) fn fail(&self, job: &Job, message: &str) {
        self.0.fail(&job.mark.token, job.index, message);
    }

    /// Notes a state that was seen.
    pub(super) fn observe(&self, id: &str, state: &str) {
        self.0.observe(id, state);
    }
}
