//! What `create` writes into the journal: the intent before each request, the result after it.

use super::job::Job;
use crate::openstack::Login;
use crate::records::{Created, InstanceRecord, Intent, Journal, RecordsError, Scope};
use crate::verbs::context::Context;
use crate::verbs::recorder::{Recorder, scope_of};

/// The journal, for one cloud and project.
pub(super) struct Log<'a> {
    recorder: &'a Recorder,
    pub(super) scope: Scope,
}

impl<'a> Log<'a> {
    pub(super) fn new(context: &'a Context, login: &Login) -> Self {
        Self {
            recorder: &context.recorder,
            scope: scope_of(&context.session, login),
        }
    }

    /// Notes what is about to be asked for. Gives what an earlier try has left there, as far as
    /// this machine knows.
    pub(super) fn intend(&self, job: &Job) -> Option<InstanceRecord> {
        let shown = &job.prepared.shown;
        let intent = Intent {
            scope: self.scope.clone(),
            token: job.mark.token.clone(),
            run_id: job.run_id.clone(),
            name: job.name.clone(),
            index: job.index,
            count: 1,
            image: shown.image.clone(),
            flavor: shown.flavor.clone().unwrap_or_default(),
            key_name: shown.key_name.clone(),
            networks: shown.networks.clone(),
            security_groups: shown.groups.clone(),
            volumes: Vec::new(),
            at: self.recorder.now(),
        };
        self.recorder
            .with(|journal| {
                if journal.intend(&intent)? {
                    return Ok(None);
                }
                journal.find(&self.scope, &job.mark.token, job.index)
            })
            .flatten()
    }

    /// Notes that a request is about to be sent.
    pub(super) fn sending(&self, job: &Job) {
        self.write(job, |journal, token| {
            journal.sending(&self.scope, token, job.index)
        });
    }

    /// Notes the volumes that there are for it by now.
    pub(super) fn volumes(&self, job: &Job, volumes: &[String]) {
        self.write(job, |journal, token| {
            journal.volumes(&self.scope, token, job.index, volumes)
        });
    }

    /// Notes that nobody knows what came of a request.
    pub(super) fn doubt(&self, job: &Job, message: &str) {
        self.write(job, |journal, token| {
            journal.doubt(&self.scope, token, job.index, message)
        });
    }

    pub(super) fn complete(&self, job: &Job, id: &str, volumes: &[String]) {
        let done = Created {
            instance_id: id.to_owned(),
            name: job.name.clone(),
            state: "pending".to_owned(),
            volumes: volumes.to_vec(),
        };
        self.write(job, |journal, token| {
            journal.complete(&self.scope, token, job.index, &done)
        });
    }

    pub(super) fn fail(&self, job: &Job, message: &str) {
        self.write(job, |journal, token| {
            journal.fail(&self.scope, token, job.index, message)
        });
    }

    /// Notes a state that was seen.
    pub(super) fn observe(&self, id: &str, state: &str) {
        self.recorder.observe(&self.scope, id, state);
    }

    fn write(&self, job: &Job, act: impl FnOnce(&Journal, &str) -> Result<(), RecordsError>) {
        self.recorder.with(|journal| act(journal, &job.mark.token));
    }
}
