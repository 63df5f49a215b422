//! Turns the stream of changes to instances into events for the model.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

use super::model::TopEvent;
use crate::commands::instances::filters::InstanceFilters;
use crate::commands::instances::names;
use crate::commands::instances::view::Instance;
use crate::error::CommandError;
use crate::openstack::{Error, Server};
use crate::output::sanitize::for_terminal;
use crate::verbs::context::Context;
use crate::watch::{
    Batch, Change, CloudSource, Event as Happening, ServerSnapshot, Source, Watcher,
};

/// The settings of the stream.
pub(super) struct Feed<'a> {
    pub(super) context: &'a Context,
    pub(super) filters: &'a InstanceFilters,
    pub(super) all_projects: bool,
    pub(super) interval: Option<Duration>,
    /// Triggers a request to the cloud at once.
    pub(super) nudge: Arc<Notify>,
    pub(super) tell: UnboundedSender<TopEvent>,
}

/// The cloud, with an event for each request and each response. They distinguish a cloud without
/// changes from a cloud that no longer responds.
struct Heard<'a> {
    cloud: CloudSource<'a>,
    tell: UnboundedSender<TopEvent>,
}

impl Heard<'_> {
    async fn hear(
        &self,
        answer: impl Future<Output = Result<Batch, Error>>,
    ) -> Result<Batch, Error> {
        // At the end of the run there is no receiver, which is fine.
        let _ = self.tell.send(TopEvent::Asked);
        let answer = answer.await?;
        let _ = self.tell.send(TopEvent::Answered);
        Ok(answer)
    }
}

impl Source for Heard<'_> {
    async fn list(&self) -> Result<Batch, Error> {
        self.hear(self.cloud.list()).await
    }

    async fn changes(&self, since: Timestamp) -> Result<Batch, Error> {
        self.hear(self.cloud.changes(since)).await
    }

    async fn resync(&self, known: &ServerSnapshot) -> Result<Batch, Error> {
        self.hear(self.cloud.resync(known)).await
    }

    fn forget(&mut self, id: &str) {
        self.cloud.forget(id);
    }
}

impl Feed<'_> {
    /// Follows the stream until an error that can't be retried.
    pub(super) async fn run(self) -> CommandError {
        let source = Heard {
            cloud: CloudSource::project(&self.context.session, self.all_projects),
            tell: self.tell.clone(),
        };
        let mut watcher = Watcher::new(source, self.interval).nudged_by(Arc::clone(&self.nudge));
        let mut failure = None;
        while let Some(first) = watcher.next().await {
            let mut changes = Vec::new();
            let mut next = Some(first);
            while let Some(happening) = next {
                match happening {
                    Happening::Change { change, .. } => changes.push(change),
                    Happening::Synced { time, .. } => {
                        self.changed(std::mem::take(&mut changes)).await;
                        self.say(TopEvent::Synced(time));
                    }
                    Happening::Failed {
                        error, retry_in, ..
                    } => {
                        self.changed(std::mem::take(&mut changes)).await;
                        let error = CommandError::from(error);
                        match retry_in {
                            Some(pause) => {
                                let why = for_terminal(&error.message).into_owned();
                                self.say(TopEvent::Lost(why, pause));
                            }
                            None => failure = Some(error),
                        }
                    }
                }
                next = watcher.at_hand();
            }
            self.changed(changes).await;
        }
        failure.unwrap_or_else(|| CommandError::from(std::io::Error::other("the watch has ended")))
    }

    /// Sends the events of changes that came together. Names that filters or older Novas' flavors
    /// need are fetched once for all of them.
    async fn changed(&self, changes: Vec<Change>) {
        let session = &self.context.session;
        let lacks = |change: &Change| change.server().flavor_facts().is_none();
        if self.filters.needs().next().is_some() || changes.iter().any(lacks) {
            let servers: Vec<Server> = changes
                .iter()
                .map(|one| Server::clone(one.server()))
                .collect();
            Box::pin(names::learn(self.context, &servers)).await;
        }
        let known = session.names();
        for change in changes {
            if matches!(change, Change::Deleted { .. }) {
                self.say(TopEvent::Gone(change.id().to_owned()));
                continue;
            }
            let instance = Instance::new(Server::clone(change.server()), &known);
            let wanted = self.filters.matches(&instance);
            self.say(TopEvent::Changed(change, Box::new(instance), wanted));
        }
    }

    fn say(&self, event: TopEvent) {
        let _ = self.tell.send(event);
    }
}
