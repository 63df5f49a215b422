//! Drives a waiter from the stream of changes until every instance has reached its goal or no
//! longer can, or time is up. `wait` and every `--wait` use it.

use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};

use super::{ActionEntry, OutageNotice, Waiter};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{ActionOutcome, Error, Session, action_outcome, newest_outcome};
use crate::records::Scope;
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::progress::Progress;
use crate::verbs::recorder::scope_of;
use crate::verbs::waiting::Limit;
use crate::watch::{CloudSource, Event, Watcher};

/// The number of entries that are read in parallel.
const PARALLEL: usize = 16;
/// After this many failed reads in a row, the waiter continues without entries.
const READ_FAILURE_LIMIT: u32 = 3;

/// Reads Nova's entry for a request. Returns `None` if there is none or nothing was requested.
pub(in crate::commands) async fn read_entry(
    session: &Session,
    id: &str,
    entry: &ActionEntry,
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

/// Reads action entries and counts failed reads in a row. After too many it warns once, and returns
/// `None` for every entry that it can't read.
#[derive(Debug, Default)]
pub(in crate::commands) struct EntryReader {
    failures: u32,
}

impl EntryReader {
    /// Returns Nova's entries, by instance ID. Leaves out entries that may be readable later.
    pub(in crate::commands) async fn read(
        &mut self,
        context: &Context,
        entries: Vec<(String, ActionEntry)>,
    ) -> Vec<(String, Option<ActionOutcome>)> {
        let session = &context.session;
        let outcomes: Vec<_> = stream::iter(entries)
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
        self.failures = failure.map_or(0, |_| self.failures + 1);
        if self.failures == READ_FAILURE_LIMIT
            && let Some(error) = failure
        {
            let text =
                "what Nova keeps of the request can't be read, so only the instance's state tells";
            context.notes.warn(&format!("{text}: {error}"));
        }
        let is_given_up = self.failures >= READ_FAILURE_LIMIT;
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

/// Follows every instance of a waiter and reports each one that can't reach its goal. Reports an
/// outage once and continues, since requested actions continue without this process. Ends at once
/// if there is nothing to follow.
pub(in crate::commands) async fn follow(
    context: &Context,
    cloud: CloudSource<'_>,
    interval: Option<Duration>,
    waiter: &mut Waiter,
    limit: Limit,
) -> Result<ExitCode, CommandError> {
    if waiter.is_idle() {
        return Ok(waiter.exit());
    }
    let login = limit.bound(context.session.login()).await;
    let Some(login) = login.transpose()? else {
        report_timeouts(context, waiter, limit, None);
        return Ok(waiter.exit());
    };
    let mut follower = Follower {
        context,
        waiter,
        progress: Progress::new(&context.notes),
        scope: scope_of(&context.session, &login),
        outage: OutageNotice::default(),
        last_error: None,
        reader: EntryReader::default(),
    };
    for (id, one) in follower.waiter.open() {
        if one.has_request() {
            context.pending.add(id, &one.name);
        }
        follower.progress.set(id, &one.name, &one.status_text());
    }
    let mut watcher = Watcher::eager(cloud, interval);
    let run = follower.run(&mut watcher, limit.time.is_zero());
    let result = limit.bound(run).await;
    follower.progress.clear();
    let last_error = follower.last_error.take();
    result.unwrap_or(Ok(()))?;
    report_timeouts(context, waiter, limit, last_error);
    Ok(waiter.exit())
}

/// Reports the instances that did not reach their goal in time, and why the cloud did not respond,
/// if it did not.
pub(in crate::commands) fn report_timeouts(
    context: &Context,
    waiter: &Waiter,
    limit: Limit,
    last_error: Option<String>,
) {
    let trouble = last_error.or_else(|| limit.trouble(&context.session));
    for error in waiter.timeout_errors(limit.time, trouble.as_deref()) {
        context.notes.error(&error);
    }
}

struct Follower<'a> {
    context: &'a Context,
    waiter: &'a mut Waiter,
    progress: Progress,
    scope: Scope,
    outage: OutageNotice,
    /// The error of the last response; `None` after a good response.
    last_error: Option<String>,
    reader: EntryReader,
}

impl Follower<'_> {
    async fn run(
        &mut self,
        watcher: &mut Watcher<CloudSource<'_>>,
        once: bool,
    ) -> Result<(), CommandError> {
        let mut listed = false;
        while let Some(event) = watcher.next().await {
            match event {
                Event::Change { change, .. } => {
                    let error = self.waiter.apply_change(&change);
                    let (id, state) = (change.id(), change.current().name());
                    self.context.recorder.observe(&self.scope, id, state);
                    self.note(watcher, id, error);
                }
                Event::Synced { .. } => {
                    self.outage.end(self.context);
                    self.last_error = None;
                    if !std::mem::replace(&mut listed, true) {
                        for id in self.waiter.missing(watcher.snapshot()) {
                            let error = self.waiter.mark_gone(&id);
                            let gone = State::Terminated.name();
                            self.context.recorder.observe(&self.scope, &id, gone);
                            self.note(watcher, &id, error);
                        }
                    }
                    self.resolve_entries(watcher).await;
                }
                Event::Failed {
                    error, retry_in, ..
                } => {
                    let error = CommandError::from(error);
                    self.last_error = Some(format!("{} ({})", error.message, error.code));
                    self.outage.begin(self.context, error, retry_in)?;
                }
            }
            // Do not finish before the first full listing.
            if listed && (once || self.waiter.outcome().is_some()) {
                break;
            }
        }
        Ok(())
    }

    /// Reads the entries of requests if the state alone does not prove their outcome.
    async fn resolve_entries(&mut self, watcher: &mut Watcher<CloudSource<'_>>) {
        let unresolved = self.waiter.unresolved();
        for (id, outcome) in self.reader.read(self.context, unresolved).await {
            let error = self.waiter.apply_outcome(&id, outcome.as_ref());
            self.note(watcher, &id, error);
        }
    }

    /// Shows an instance's progress, and stops following it once its wait has ended.
    fn note(
        &mut self,
        watcher: &mut Watcher<CloudSource<'_>>,
        id: &str,
        error: Option<CommandError>,
    ) {
        let Some(one) = self.waiter.get(id) else {
            return;
        };
        self.progress.set(id, &one.name, &one.status_text());
        if one.end.is_some() {
            self.context.pending.remove(id);
            watcher.forget(id);
        }
        if let Some(error) = error {
            self.context.notes.error(&error);
        }
    }
}
