//! The waiter: the goal of several instances, and how close each one is to it. This file is pure:
//! it takes observations and sends no requests. `follow` drives it from the stream of changes.
//!
//! Nova answers an action with 202 long before the action is done. A server without a task proves
//! nothing: a build has a moment without a task, and so has a failed stop that returns to ACTIVE.
//! So the waiter tracks an instance until it is in the goal's state and has no task left, or until
//! the goal is unreachable. If the state alone proves nothing, the request's own entry in the
//! instance's actions decides.

mod follow;
mod outage;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

pub(in crate::commands) use self::follow::{EntryReader, follow, read_entry, report_timeouts};
pub(in crate::commands) use self::outage::OutageNotice;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{ActionOutcome, Server};
use crate::state::State;
use crate::watch::{Change, Goal, ServerSnapshot, Verdict};

/// How often an inconclusive entry is read again while an instance rests in a state other than its
/// goal. The response may come from a database that lags behind.
const LOOKUP_LIMIT: u32 = 5;

/// Nova's name for a deletion in an instance's actions.
const DELETE: &str = "delete";

/// How the wait for one instance ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum WaitEnd {
    /// The instance reached the goal.
    Reached,
    /// The instance can no longer reach the goal.
    Failed,
}

/// An action that was requested for an instance.
#[derive(Clone, Debug)]
pub(in crate::commands) struct RequestedAction {
    /// The request's ID, under which Nova stores the outcome. `None` if no request was necessary.
    pub(in crate::commands) request_id: Option<String>,
    /// Whether the instance was in the goal's state before, as with a reboot. Then the state alone
    /// proves nothing.
    pub(in crate::commands) goal_stood: bool,
}

/// The entry in an instance's actions that has the outcome of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) struct ActionEntry {
    /// The ID of the request that the entry belongs to.
    pub(in crate::commands) request_id: Option<String>,
    /// If the request has no entry, the newest entry of this action is read: Nova ignores a second
    /// deletion.
    pub(in crate::commands) newest: Option<&'static str>,
}

/// One instance that the waiter tracks.
#[derive(Debug)]
pub(in crate::commands) struct TrackedInstance {
    pub(in crate::commands) name: String,
    pub(in crate::commands) state: State,
    /// The server at the last observation.
    pub(in crate::commands) server: Option<Arc<Server>>,
    pub(in crate::commands) end: Option<WaitEnd>,
    previous: Option<State>,
    requested: Option<RequestedAction>,
    /// The verdict from the state alone, which the action's entry has to confirm.
    unconfirmed: Option<Verdict>,
    lookups: u32,
    /// Whether the instance was seen being deleted, by any request.
    was_deleting: bool,
}

/// Tracks several instances on their way to one goal.
#[derive(Debug)]
pub(in crate::commands) struct Waiter {
    goal: Goal,
    operation: Option<&'static str>,
    instances: BTreeMap<String, TrackedInstance>,
    /// The names for which no instance was found yet.
    pub(in crate::commands) sought: BTreeSet<String>,
}

impl TrackedInstance {
    fn new(name: &str, state: State, requested: Option<RequestedAction>) -> Self {
        Self {
            name: name.to_owned(),
            state,
            server: None,
            end: None,
            previous: requested.is_some().then_some(state),
            requested,
            unconfirmed: None,
            lookups: 0,
            was_deleting: state == State::Deleting,
        }
    }

    /// Returns whether an action was requested for it. The action continues without this process.
    pub(in crate::commands) fn has_request(&self) -> bool {
        self.requested.is_some()
    }

    /// Returns its state and task as users read them: "stopping (powering-off)".
    pub(in crate::commands) fn status_text(&self) -> String {
        match self.task().filter(|_| self.state != State::Terminated) {
            Some(task) => format!("{} ({task})", self.state),
            None => self.state.name().to_owned(),
        }
    }

    fn task(&self) -> Option<&str> {
        self.server.as_ref()?.task_state.as_deref()
    }

    fn fault(&self) -> Option<&str> {
        let fault = self.server.as_ref()?.fault.as_ref()?;
        fault.message.as_deref().map(str::trim)
    }

    /// Judges the current state.
    fn judge_state(&mut self, goal: Goal) -> Option<WaitEnd> {
        self.was_deleting |=
            self.state == State::Deleting || self.previous == Some(State::Deleting);
        let verdict = goal.verdict(self.previous, self.state, self.task().is_some());
        let rests =
            self.task().is_none() && !self.state.is_transitional() && self.state != State::Unknown;
        let requested = self.requested.as_ref();
        let needs_entry = match verdict {
            Verdict::Reached => requested.is_some_and(|requested| requested.goal_stood),
            Verdict::NotYet if is_deletion(goal) => {
                rests && (requested.is_some() || self.was_deleting)
            }
            Verdict::NotYet => requested.is_some() && rests,
            // The entry may have the reason.
            Verdict::Unreachable => {
                requested.is_some() && self.state != State::Terminated && self.fault().is_none()
            }
        };
        if !needs_entry {
            self.lookups = 0;
        }
        self.unconfirmed = needs_entry.then_some(verdict);
        match verdict {
            _ if needs_entry => None,
            Verdict::Reached => Some(WaitEnd::Reached),
            Verdict::Unreachable => Some(WaitEnd::Failed),
            Verdict::NotYet => None,
        }
    }

    /// Judges the request's outcome. `None` means that Nova has no entry or that the entry is
    /// inconclusive.
    fn judge_outcome(&mut self, goal: Goal, outcome: Option<&ActionOutcome>) -> Option<WaitEnd> {
        let unconfirmed = self.unconfirmed?;
        if outcome.is_some_and(ActionOutcome::failed) {
            return Some(WaitEnd::Failed);
        }
        let goes_on = outcome.is_some_and(ActionOutcome::goes_on);
        let is_sure = unconfirmed != Verdict::NotYet && !goes_on;
        self.lookups += 1;
        if !is_sure && self.lookups <= LOOKUP_LIMIT {
            return None;
        }
        match unconfirmed {
            Verdict::Reached => Some(WaitEnd::Reached),
            // Nova still works on it, or has accepted a deletion, and only time can show its end.
            _ if goes_on || is_deletion(goal) => None,
            Verdict::NotYet | Verdict::Unreachable => Some(WaitEnd::Failed),
        }
    }
}

fn is_deletion(goal: Goal) -> bool {
    goal == Goal::State(State::Terminated)
}

impl Waiter {
    pub(in crate::commands) fn new(goal: Goal) -> Self {
        Self {
            goal,
            operation: None,
            instances: BTreeMap::new(),
            sought: BTreeSet::new(),
        }
    }

    /// Creates a waiter for the requests of an operation. Errors name the operation.
    pub(in crate::commands) fn for_operation(goal: Goal, operation: &'static str) -> Self {
        Self {
            operation: Some(operation),
            ..Self::new(goal)
        }
    }

    /// Adds an instance in its last known state, with the action that was requested for it.
    pub(in crate::commands) fn add(
        &mut self,
        id: &str,
        name: &str,
        state: State,
        requested: Option<RequestedAction>,
    ) {
        let tracked = TrackedInstance::new(name, state, requested);
        self.instances.insert(id.to_owned(), tracked);
    }

    /// Returns a tracked instance by its ID.
    pub(in crate::commands) fn get(&self, id: &str) -> Option<&TrackedInstance> {
        self.instances.get(id)
    }

    /// Returns the instances that are still awaited.
    pub(in crate::commands) fn open(&self) -> impl Iterator<Item = (&String, &TrackedInstance)> {
        self.instances.iter().filter(|(_, one)| one.end.is_none())
    }

    /// Applies a change from the stream. Returns an error if the goal became unreachable.
    pub(in crate::commands) fn apply_change(&mut self, change: &Change) -> Option<CommandError> {
        let server = change.server();
        let state = change.current();
        let one = self
            .instances
            .entry(server.id.clone())
            .or_insert_with(|| TrackedInstance::new(&server.name, state, None));
        if one.end.is_some() {
            return None;
        }
        one.previous = change.previous().or(one.previous);
        one.state = state;
        one.server = Some(Arc::clone(server));
        one.end = one.judge_state(self.goal);
        self.failure(&server.id, None)
    }

    /// Returns the IDs that are missing from a first listing.
    pub(in crate::commands) fn missing(&self, snapshot: &ServerSnapshot) -> Vec<String> {
        self.open()
            .filter(|(id, _)| snapshot.get(id).is_none())
            .map(|(id, _)| id.clone())
            .collect()
    }

    /// Records that an instance no longer exists.
    pub(in crate::commands) fn mark_gone(&mut self, id: &str) -> Option<CommandError> {
        let one = self.instances.get_mut(id)?;
        one.previous = Some(one.state);
        one.state = State::Terminated;
        one.end = one.judge_state(self.goal);
        self.failure(id, None)
    }

    /// Returns the instances with an inconclusive state, each with the entry to read.
    pub(in crate::commands) fn unresolved(&self) -> Vec<(String, ActionEntry)> {
        self.open()
            .filter(|(_, one)| one.unconfirmed.is_some())
            .map(|(id, one)| {
                let requested = one.requested.as_ref();
                let entry = ActionEntry {
                    request_id: requested.and_then(|requested| requested.request_id.clone()),
                    newest: is_deletion(self.goal).then_some(DELETE),
                };
                (id.clone(), entry)
            })
            .collect()
    }

    /// Applies Nova's entry for a request. Returns an error if the request failed.
    pub(in crate::commands) fn apply_outcome(
        &mut self,
        id: &str,
        outcome: Option<&ActionOutcome>,
    ) -> Option<CommandError> {
        let one = self.instances.get_mut(id)?;
        if one.end.is_some() {
            return None;
        }
        one.end = one.judge_outcome(self.goal, outcome);
        self.failure(id, outcome)
    }

    fn failure(&self, id: &str, outcome: Option<&ActionOutcome>) -> Option<CommandError> {
        let one = self.instances.get(id)?;
        (one.end == Some(WaitEnd::Failed)).then(|| {
            let why = failure_reason(self.goal, one, outcome);
            self.error(ExitCode::Failed, "WaiterFailed", id, one, &why)
        })
    }

    fn error(
        &self,
        exit: ExitCode,
        code: &'static str,
        id: &str,
        one: &TrackedInstance,
        what: &str,
    ) -> CommandError {
        let message = format!("instance '{}' ({id}) {what}", one.name);
        let mut error = CommandError::new(exit, code, message);
        error.operation = self.operation;
        let requested = one.requested.as_ref();
        error.request_id = requested.and_then(|requested| requested.request_id.clone());
        error
    }

    /// Returns the exit code if the wait for every instance has ended, and there is at least one.
    pub(in crate::commands) fn outcome(&self) -> Option<ExitCode> {
        let is_over = !self.instances.is_empty() && self.open().next().is_none();
        is_over.then(|| self.exit())
    }

    /// Returns whether there is nothing left to wait for.
    pub(in crate::commands) fn is_idle(&self) -> bool {
        self.open().next().is_none() && self.sought.is_empty()
    }

    /// Returns the exit code if the wait ended now. A failure outweighs a time-out, since more time
    /// would not have helped.
    pub(in crate::commands) fn exit(&self) -> ExitCode {
        let mut ends = self.instances.values().map(|one| one.end);
        if ends.any(|end| end == Some(WaitEnd::Failed)) {
            ExitCode::Failed
        } else if self.open().next().is_some() || !self.sought.is_empty() {
            ExitCode::TimedOut
        } else {
            ExitCode::Success
        }
    }

    /// Returns an error for each instance that did not reach the goal in time. `trouble` is why the
    /// cloud did not respond in the end.
    pub(in crate::commands) fn timeout_errors(
        &self,
        time: Duration,
        trouble: Option<&str>,
    ) -> Vec<CommandError> {
        let late = |message| CommandError::new(ExitCode::TimedOut, "WaiterTimedOut", message);
        let seconds = time.as_secs_f64();
        let after = format!("not '{}' after {seconds} s", self.goal);
        let why = trouble.map_or_else(String::new, |trouble| format!(" ({trouble})"));
        let sought = self.sought.iter().map(|name| {
            late(match trouble {
                None => format!("no instance '{name}' was found in {seconds} s"),
                Some(trouble) => {
                    format!("instance '{name}' could not be looked for in {seconds} s: {trouble}")
                }
            })
        });
        let open = self.open().map(|(id, one)| {
            let is = if trouble.is_some() {
                "was last known to be"
            } else {
                "is still"
            };
            let what = format!("{is} {}: {after}{why}", one.status_text());
            self.error(ExitCode::TimedOut, "WaiterTimedOut", id, one, &what)
        });
        let mut errors: Vec<CommandError> = sought.chain(open).collect();
        if errors.is_empty() && self.instances.is_empty() {
            errors.push(late(format!("there is no instance: {after}{why}")));
        }
        errors
    }
}

/// Explains why an instance did not reach its goal, as far as Nova reports it.
fn failure_reason(goal: Goal, one: &TrackedInstance, outcome: Option<&ActionOutcome>) -> String {
    let state = one.state;
    let what = match one.previous {
        _ if state == State::Terminated => "is gone".to_owned(),
        _ if goal == Goal::State(state) => format!("is {state}, but what was asked for failed"),
        Some(before @ (State::Starting | State::Stopping | State::Deleting))
            if state != State::Error =>
        {
            format!("was {before} and is {state} again, so that it has not become '{goal}'")
        }
        _ => {
            let now = if state == State::Error {
                "in error"
            } else {
                state.name()
            };
            format!("is {now}, from which it does not become '{goal}' by itself")
        }
    };
    let part = outcome.and_then(ActionOutcome::failed_part);
    let details = part.and_then(|part| part.details.as_deref()).map(str::trim);
    let failed = part.map(|part| format!("Nova says that {} failed", part.event));
    let says = outcome.and_then(|outcome| {
        if outcome.failed() {
            Some("Nova says that it failed")
        } else if outcome.succeeded() && state != State::Error {
            Some("Nova says that it was done, so something else has acted on the instance since")
        } else {
            None
        }
    });
    let says = says.map(str::to_owned);
    let why = one.fault().or(details).map(str::to_owned);
    match why.or(failed).or(says) {
        Some(why) => format!("{what}: {why}"),
        None => what,
    }
}

#[cfg(test)]
mod tests;
