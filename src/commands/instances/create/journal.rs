//! What `create` writes into the journal: the intent before each request, the result after it.

use super::Job;
use super::request::Prepared;
use crate::openstack::Login;
use crate::records::{Created, Intent, Scope};
use crate::verbs::context::Context;
use crate::verbs::recorder::{Recorder, scope_of};

/// The journal, for one cloud and project.
pub(super) struct Log<'a> {
    recorder: &'a Recorder,
    scope: Scope,
}

impl<'a> Log<'a> {
    pub(super) fn new(context: &'a Context, login: &Login) -> Self {
        Self {
            recorder: &context.recorder,
            scope: scope_of(&context.session, login),
        }
    }

    /// Notes what is about to be asked for. False, if it was asked for before.
    pub(super) fn intend(&self, job: &Job, prepared: &Prepared) -> bool {
        let shown = &prepared.shown;
        let intent = Intent {
            scope: self.scope.clone(),
            token: job.token.clone(),
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
                let new = journal.intend(&intent)?;
                if !new {
                    journal.intend_again(&self.scope, &job.token, job.index)?;
                }
                Ok(new)
            })
            .unwrap_or(true)
    }

    /// The instance that an earlier try has made, as far as this machine knows.
    pub(super) fn known(&self, job: &Job) -> Option<String> {
        self.recorder
            .with(|journal| journal.by_token(&self.scope, &job.token))?
            .into_iter()
            .find(|record| record.index == job.index)?
            .instance_id
    }

    pub(super) fn complete(&self, job: &Job, id: &str, volumes: &[String]) {
        let done = Created {
            instance_id: id.to_owned(),
            name: job.name.clone(),
            state: "pending".to_owned(),
            volumes: volumes.to_vec(),
        };
        self.recorder
            .with(|journal| journal.complete(&self.scope, &job.token, job.index, &done));
    }

    pub(super) fn fail(&self, job: &Job, message: &str) {
        self.recorder
            .with(|journal| journal.fail(&self.scope, &job.token, job.index, message));
    }

    /// Notes a state that was seen.
    pub(super) fn observe(&self, id: &str, state: &str) {
        self.recorder.observe(&self.scope, id, state);
    }
}
