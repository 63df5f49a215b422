//! Follows instances by the stream of what happens to them, until each has come to a goal, or
//! can't any more, or time runs out: what `wait` and every `--wait` do.

use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use tokio::time::timeout_at;

use super::pursuit::Pursuit;
use super::watch::Trouble;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::action_outcome;
use crate::records::Scope;
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::progress::Progress;
use crate::verbs::recorder::scope_of;
use crate::verbs::waiting::Limit;
use crate::watch::{Cloud, Event, Watcher};

/// How many entries are asked for at once.
const PARALLEL: usize = 16;
/// How often in a row entries may fail to be read before it is done without.
const PATIENCE: u32 = 3;

/// Follows every instance of a pursuit, and says of each why it does not come to its goal. What
/// goes wrong for a while is told once and survived: what was asked for goes on without us.
pub(super) async fn follow(
    context: &Context,
    cloud: Cloud<'_>,
    interval: Option<Duration>,
    pursuit: &mut Pursuit,
    limit: Limit,
) -> Result<ExitCode, CommandError> {
    let login = context.session.login().await?;
    let mut follower = Follower {
        context,
        pursuit,
        progress: Progress::new(&context.notes),
        scope: scope_of(&context.session, &login),
        trouble: Trouble::default(),
        blind: 0,
    };
    for (id, one) in follower.pursuit.open() {
        if one.was_asked() {
            context.pending.add(id, &one.name);
        }
        follower.progress.set(id, &one.name, &one.words());
    }
    let mut watcher = Watcher::eager(cloud, interval);
    let run = follower.run(&mut watcher, limit.time.is_zero());
    let result = timeout_at(limit.end, run).await;
    follower.progress.clear();
    result.unwrap_or(Ok(()))?;
    for error in pursuit.late(limit.time) {
        context.notes.error(&error);
    }
    Ok(pursuit.exit())
}

struct Follower<'a> {
    context: &'a Context,
    pursuit: &'a mut Pursuit,
    progress: Progress,
    scope: Scope,
    trouble: Trouble,
    /// How often in a row entries could not be read.
    blind: u32,
}

impl Follower<'_> {
    async fn run(
        &mut self,
        watcher: &mut Watcher<Cloud<'_>>,
        once: bool,
    ) -> Result<(), CommandError> {
        let mut listed = false;
        while let Some(event) = watcher.next().await {
            match event {
                Event::Change { change, .. } => {
                    let error = self.pursuit.take(&change);
                    let (id, state) = (change.id(), change.current().name());
                    self.context.recorder.observe(&self.scope, id, state);
                    self.note(watcher, id, error);
                }
                Event::Synced { .. } => {
                    self.trouble.is_over(self.context);
                    if !std::mem::replace(&mut listed, true) {
                        for id in self.pursuit.missing(watcher.snapshot()) {
                            let error = self.pursuit.vanish(&id);
                            let gone = State::Terminated.name();
                            self.context.recorder.observe(&self.scope, &id, gone);
                            self.note(watcher, &id, error);
                        }
                    }
                    self.look_into_doubts(watcher).await;
                }
                Event::Failed {
                    error, retry_in, ..
                } => {
                    self.trouble
                        .has_come(self.context, error.into(), retry_in)?;
                }
            }
            // Before all are known, that those which are have come so far says nothing.
            if listed && (once || self.pursuit.outcome().is_some()) {
                break;
            }
        }
        Ok(())
    }

    /// Looks up what Nova keeps of the requests where the state alone does not tell. Where that
    /// can't be read, the state is all that there is.
    async fn look_into_doubts(&mut self, watcher: &mut Watcher<Cloud<'_>>) {
        let session = &self.context.session;
        let outcomes: Vec<_> = stream::iter(self.pursuit.in_doubt())
            .map(|(id, request)| async move {
                let outcome = match &request {
                    Some(request) => action_outcome(session, &id, request).await,
                    None => Ok(None),
                };
                (id, outcome)
            })
            .buffer_unordered(PARALLEL)
            .collect()
            .await;
        let failure = outcomes
            .iter()
            .find_map(|(_, outcome)| outcome.as_ref().err());
        self.blind = failure.map_or(0, |_| self.blind + 1);
        if self.blind == PATIENCE
            && let Some(error) = failure
        {
            let text = "what Nova keeps of the request can't be read, so the state alone counts";
            self.context.notes.warn(&format!("{text}: {error}"));
        }
        for (id, outcome) in outcomes {
            if outcome.is_err() && self.blind < PATIENCE {
                continue;
            }
            let outcome = outcome.ok().flatten();
            let error = self.pursuit.weigh(&id, outcome.as_ref());
            self.note(watcher, &id, error);
        }
    }

    /// Shows how far an instance has come, and takes leave of one that is done with.
    fn note(&mut self, watcher: &mut Watcher<Cloud<'_>>, id: &str, error: Option<CommandError>) {
        let Some(one) = self.pursuit.get(id) else {
            return;
        };
        self.progress.set(id, &one.name, &one.words());
        if one.end.is_some() {
            self.context.pending.remove(id);
            watcher.forget(id);
        }
        if let Some(error) = error {
            self.context.notes.error(&error);
        }
    }
}
