//! Follows instances by the stream of what happens to them, until each has come to a goal, or
//! can't any more, or time runs out: what `wait` and every `--wait` do.

use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};

use super::{Entry, OutageNotice, Pursuit};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{ActionOutcome, Error, Session, action_outcome, newest_outcome};
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

/// Reads what Nova keeps of a request. `None`, where it keeps nothing or nothing was asked for.
pub(in crate::commands) async fn read_entry(
    session: &Session,
    id: &str,
    entry: &Entry,
) -> Result<Option<ActionOutcome>, Error> {
    let own = match &entry.request_id {
        Some(request_id) => action_outcome(session, id, request_id).await?,
        None => None,
    };
    match (own, entry.newest) {
        (None, Some(action)) => newest_outcome(session, id, action).await,
        (own, _) => Ok(own),
    }
}

/// Reads what Nova keeps of all that is in doubt, and how often in a row that could not be read.
/// What is to be done without comes as `None`, after a warning.
#[derive(Debug, Default)]
pub(in crate::commands) struct Reader {
    blind: u32,
}

impl Reader {
    /// What Nova keeps, by the instance's ID. Those that may be readable later are left out.
    pub(in crate::commands) async fn read(
        &mut self,
        context: &Context,
        doubts: Vec<(String, Entry)>,
    ) -> Vec<(String, Option<ActionOutcome>)> {
        let session = &context.session;
        let outcomes: Vec<_> = stream::iter(doubts)
            .map(|(id, entry)| async move {
                let outcome = read_entry(session, &id, &entry).await;
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
            let text =
                "what Nova keeps of the request can't be read, so only the instance's state tells";
            context.notes.warn(&format!("{text}: {error}"));
        }
        let is_given_up = self.blind >= PATIENCE;
        let known = outcomes.into_iter().filter_map(|(id, outcome)| {
            let outcome = match outcome {
                Ok(outcome) => outcome,
                Err(_) if is_given_up => None,
                Err(_) => return None,
            };
            Some((id, outcome))
        });
        known.collect()
    }
}

/// Follows every instance of a pursuit, and says of each why it does not come to its goal. What
/// goes wrong for a while is told once and survived: what was asked for goes on without us. Ends
/// at once where there is nothing to follow.
pub(in crate::commands) async fn follow(
    context: &Context,
    cloud: Cloud<'_>,
    interval: Option<Duration>,
    pursuit: &mut Pursuit,
    limit: Limit,
) -> Result<ExitCode, CommandError> {
    if pursuit.is_idle() {
        return Ok(pursuit.exit());
    }
    let login = limit.bound(context.session.login()).await;
    let Some(login) = login.transpose()? else {
        tell_late(context, pursuit, limit, None);
        return Ok(pursuit.exit());
    };
    let mut follower = Follower {
        context,
        pursuit,
        progress: Progress::new(&context.notes),
        scope: scope_of(&context.session, &login),
        outage: OutageNotice::default(),
        last_error: None,
        reader: Reader::default(),
    };
    for (id, one) in follower.pursuit.open() {
        if one.was_asked() {
            context.pending.add(id, &one.name);
        }
        follower.progress.set(id, &one.name, &one.words());
    }
    let mut watcher = Watcher::eager(cloud, interval);
    let run = follower.run(&mut watcher, limit.time.is_zero());
    let result = limit.bound(run).await;
    follower.progress.clear();
    let last_error = follower.last_error.take();
    result.unwrap_or(Ok(()))?;
    tell_late(context, pursuit, limit, last_error);
    Ok(pursuit.exit())
}

/// Says which instances have not come to their goal in time, and what kept the cloud from being
/// asked, if anything did.
pub(in crate::commands) fn tell_late(
    context: &Context,
    pursuit: &Pursuit,
    limit: Limit,
    last_error: Option<String>,
) {
    let trouble = last_error.or_else(|| limit.trouble(&context.session));
    for error in pursuit.late(limit.time, trouble.as_deref()) {
        context.notes.error(&error);
    }
}

struct Follower<'a> {
    context: &'a Context,
    pursuit: &'a mut Pursuit,
    progress: Progress,
    scope: Scope,
    outage: OutageNotice,
    /// Why the last answer failed, unless a good one has come since.
    last_error: Option<String>,
    reader: Reader,
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
                    self.outage.end(self.context);
                    self.last_error = None;
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
                    let error = CommandError::from(error);
                    self.last_error = Some(format!("{} ({})", error.message, error.code));
                    self.outage.begin(self.context, error, retry_in)?;
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
        let doubts = self.pursuit.in_doubt();
        for (id, outcome) in self.reader.read(self.context, doubts).await {
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
