//! What `create` writes into the journal: the intent before each request, the result after it.

use std::time::Duration;

use super::job::Job;
use crate::openstack::Login;
use crate::records::{Created, InstanceRecord, Intent, Journal, RecordsError, Scope};
use crate::verbs::context::Context;
use crate::verbs::recorder::{Recorder, scope_of};

/// How often the journal is told that an answer is still waited for, by how long it is.
pub(super) fn beat(patience: Duration) -> Duration {
    (patience / 8).clamp(Duration::from_millis(200), Duration::from_secs(5))
}

/// The journal, for one cloud and project.
pub(super) struct Log<'a> {
    recorder: &'a Recorder,
    pub(super) scope: Scope,
    beat: Duration,
}

impl<'a> Log<'a> {
    pub(super) fn new(context: &'a Context, login: &Login) -> Self {
        Self {
            recorder: &context.recorder,
            scope: scope_of(&context.session, login),
            beat: beat(context.session.patience()),
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

    /// Sends a request for it. As long as its answer is waited for, the journal knows, to within a
    /// [`beat`]: in the end it holds when it was last sent, or a little later, however often that
    /// was, and however the process ends.
    pub(super) async fn sending<T>(&self, job: &Job, request: impl Future<Output = T>) -> T {
        let mark = || {
            self.write(job, |journal, token| {
                journal.sending(&self.scope, token, job.index)
            });
        };
        marked(self.beat, mark, request).await
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

/// Makes a mark before something begins, and at each beat as long as it lasts.
async fn marked<T>(beat: Duration, mark: impl Fn(), request: impl Future<Output = T>) -> T {
    tokio::pin!(request);
    loop {
        mark();
        tokio::select! {
            biased;
            answer = &mut request => return answer,
            () = tokio::time::sleep(beat) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_waited_for_is_marked_before_it_begins_and_as_long_as_it_lasts() {
        assert_eq!(beat(Duration::from_mins(1)), Duration::from_secs(5));
        assert_eq!(beat(Duration::from_secs(8)), Duration::from_secs(1));
        let beat = beat(Duration::from_mins(1));
        for (lasts, expected) in [(0, 1), (4, 1), (12, 3)] {
            let marks = Cell::new(0);
            let request = async {
                assert_eq!(marks.get(), 1);
                tokio::time::sleep(Duration::from_secs(lasts)).await;
            };
            marked(beat, || marks.set(marks.get() + 1), request).await;
            assert_eq!(marks.get(), expected, "{lasts}");
        }
    }
}
