//! The journal's entries for created resources: the intent before each request, the result after
//! it.

use std::time::Duration;

use super::context::Context;
use super::recorder::{Recorder, scope_of};
use crate::openstack::Login;
use crate::records::{Created, Intent, Journal, Kind, RecordsError, ResourceRecord, Scope};

/// Returns how often to note in the journal that a response is still awaited. It depends on how
/// long the response may take.
pub fn beat(patience: Duration) -> Duration {
    (patience / 8).clamp(Duration::from_millis(200), Duration::from_secs(5))
}

/// The journal of one kind of resource, for one cloud and project.
pub struct Log<'a> {
    recorder: &'a Recorder,
    /// The cloud, region, project and user.
    pub scope: Scope,
    kind: Kind,
    beat: Duration,
}

impl<'a> Log<'a> {
    /// Returns the journal of what this login creates.
    pub fn new(context: &'a Context, login: &Login, kind: Kind) -> Self {
        Self {
            recorder: &context.recorder,
            scope: scope_of(&context.session, login),
            kind,
            beat: beat(context.session.patience()),
        }
    }

    /// Notes the resource that is about to be requested. Returns what an earlier try has left
    /// there, as far as this machine knows.
    pub fn intend(&self, intent: &Intent) -> Option<ResourceRecord> {
        self.write(|journal| {
            if journal.intend(intent)? {
                return Ok(None);
            }
            journal.find(&self.scope, &intent.token, intent.index)
        })
        .flatten()
    }

    /// Returns what an earlier try with a client token has left there, as far as this machine
    /// knows.
    pub fn earlier(&self, token: &str, index: u32) -> Option<ResourceRecord> {
        self.recorder
            .with_existing(|journal| journal.of(self.kind).find(&self.scope, token, index))
            .flatten()
    }

    /// Sends a request. While its response is awaited, the journal is updated at each [`beat`]. In
    /// the end the journal holds when the request was last sent, or a little later. That is so for
    /// any number of requests, and however the process ends.
    pub async fn sending<T>(&self, token: &str, index: u32, request: impl Future<Output = T>) -> T {
        let mark = || {
            self.write(|journal| journal.sending(&self.scope, token, index));
        };
        marked(self.beat, mark, request).await
    }

    /// Notes the volumes that exist for an instance so far.
    pub fn volumes(&self, token: &str, index: u32, volumes: &[String]) {
        self.write(|journal| journal.volumes(&self.scope, token, index, volumes));
    }

    /// Notes that the outcome of a request is unknown.
    pub fn doubt(&self, token: &str, index: u32, message: &str) {
        self.write(|journal| journal.doubt(&self.scope, token, index, message));
    }

    /// Notes a created resource.
    pub fn complete(&self, token: &str, index: u32, done: &Created) {
        self.write(|journal| journal.complete(&self.scope, token, index, done));
    }

    /// Notes that nothing was created.
    pub fn fail(&self, token: &str, index: u32, message: &str) {
        self.write(|journal| journal.fail(&self.scope, token, index, message));
    }

    /// Notes an observed state.
    pub fn observe(&self, id: &str, state: &str) {
        self.recorder.observe_as(self.kind, &self.scope, id, state);
    }

    /// Returns this machine's time.
    pub fn now(&self) -> jiff::Timestamp {
        self.recorder.now()
    }

    fn write<T>(&self, act: impl FnOnce(&Journal) -> Result<T, RecordsError>) -> Option<T> {
        self.recorder.with(|journal| act(&journal.of(self.kind)))
    }
}

/// Calls `mark` before a request begins, and then at each beat while it lasts.
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
