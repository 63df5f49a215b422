//! A goal for several instances, and how near each is. Pure: is told what was seen, and asks for
//! nothing itself.
//!
//! After an action Nova answers 202 long before it is done, and "no task" alone proves nothing: a
//! build has a moment without one, and a stop that failed goes back to ACTIVE without one. So an
//! instance is followed until the goal's state stands and no task is left, or it can't be reached
//! any more; where the state alone does not tell, the request's own entry among the instance's
//! actions does.
//!
//! A deletion that Nova has accepted goes on whatever the state says: while an instance is being
//! built, Nova overwrites `deleting` with BUILD or ERROR until the build gives way. Only the
//! deletion's own entry says that it has failed; otherwise the instance is followed until it is
//! gone or time is up.

mod follow;
mod outage;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

pub(in crate::commands) use self::follow::{Reader, follow, read_entry, tell_late};
pub(in crate::commands) use self::outage::OutageNotice;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{ActionOutcome, Server};
use crate::state::State;
use crate::watch::{Change, Goal, Snapshot, Verdict};

/// How often an entry that tells nothing is asked again while an instance rests where it should
/// not: the answer may be from a database that lags behind.
const PATIENCE: u32 = 5;

/// Nova's name for a deletion among an instance's actions.
const DELETE: &str = "delete";

/// How following an instance has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum End {
    /// The goal is reached.
    Reached,
    /// It can't be reached any more.
    Failed,
}

/// What was asked for an instance.
#[derive(Clone, Debug)]
pub(in crate::commands) struct Asked {
    /// The request whose outcome Nova keeps; none, where nothing had to be asked for.
    pub(in crate::commands) request_id: Option<String>,
    /// Whether the goal stood already, as that of a reboot does: then its standing proves nothing.
    pub(in crate::commands) stood: bool,
}

/// Which of Nova's entries tells what came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) struct Entry {
    /// The request whose entry it is.
    pub(in crate::commands) request_id: Option<String>,
    /// Where that has none, the newest action with this name tells: Nova ignores a second deletion.
    pub(in crate::commands) newest: Option<&'static str>,
}

/// How far an instance has come.
#[derive(Debug)]
pub(in crate::commands) struct Pursued {
    pub(in crate::commands) name: String,
    pub(in crate::commands) state: State,
    /// As it was last seen.
    pub(in crate::commands) server: Option<Arc<Server>>,
    pub(in crate::commands) end: Option<End>,
    before: Option<State>,
    asked: Option<Asked>,
    /// What the state alone says, where that is not the last word.
    doubt: Option<Verdict>,
    looks: u32,
    /// Whether it was seen on its way out, by whoever's wish.
    leaving: bool,
}

/// How far each instance has come.
#[derive(Debug)]
pub(in crate::commands) struct Pursuit {
    goal: Goal,
    operation: Option<&'static str>,
    instances: BTreeMap<String, Pursued>,
    /// Names that nothing was found for yet.
    pub(in crate::commands) sought: BTreeSet<String>,
}

impl Pursued {
    fn new(name: &str, state: State, asked: Option<Asked>) -> Self {
        Self {
            name: name.to_owned(),
            state,
            server: None,
            end: None,
            before: asked.is_some().then_some(state),
            asked,
            doubt: None,
            looks: 0,
            leaving: state == State::Deleting,
        }
    }

    /// Whether something was asked for it, which goes on without us.
    pub(in crate::commands) fn was_asked(&self) -> bool {
        self.asked.is_some()
    }

    /// Its state and task, for people.
    pub(in crate::commands) fn words(&self) -> String {
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

    /// Takes in how it is now.
    fn look(&mut self, goal: Goal) -> Option<End> {
        self.leaving |= self.state == State::Deleting || self.before == Some(State::Deleting);
        let verdict = goal.verdict(self.before, self.state, self.task().is_some());
        let rests =
            self.task().is_none() && !self.state.is_transitional() && self.state != State::Unknown;
        let asked = self.asked.as_ref();
        let in_doubt = match verdict {
            Verdict::Reached => asked.is_some_and(|asked| asked.stood),
            Verdict::NotYet if is_deletion(goal) => rests && (asked.is_some() || self.leaving),
            Verdict::NotYet => asked.is_some() && rests,
            // The entry tells why, if anything does.
            Verdict::Unreachable => {
                asked.is_some() && self.state != State::Terminated && self.fault().is_none()
            }
        };
        if !in_doubt {
            self.looks = 0;
        }
        self.doubt = in_doubt.then_some(verdict);
        match verdict {
            _ if in_doubt => None,
            Verdict::Reached => Some(End::Reached),
            Verdict::Unreachable => Some(End::Failed),
            Verdict::NotYet => None,
        }
    }

    /// Takes in what Nova keeps of the request; nothing, where it keeps or tells nothing.
    fn weigh(&mut self, goal: Goal, outcome: Option<&ActionOutcome>) -> Option<End> {
        let doubt = self.doubt?;
        if outcome.is_some_and(ActionOutcome::failed) {
            return Some(End::Failed);
        }
        let goes_on = outcome.is_some_and(ActionOutcome::goes_on);
        let is_sure = doubt != Verdict::NotYet && !goes_on;
        self.looks += 1;
        if !is_sure && self.looks <= PATIENCE {
            return None;
        }
        match doubt {
            Verdict::Reached => Some(End::Reached),
            // Nova is still at it, or has accepted what only time will show.
            _ if goes_on || is_deletion(goal) => None,
            Verdict::NotYet | Verdict::Unreachable => Some(End::Failed),
        }
    }
}

fn is_deletion(goal: Goal) -> bool {
    goal == Goal::State(State::Terminated)
}

impl Pursuit {
    pub(in crate::commands) fn new(goal: Goal) -> Self {
        Self {
            goal,
            operation: None,
            instances: BTreeMap::new(),
            sought: BTreeSet::new(),
        }
    }

    /// The same for what an operation has asked for.
    pub(in crate::commands) fn of(goal: Goal, operation: &'static str) -> Self {
        Self {
            operation: Some(operation),
            ..Self::new(goal)
        }
    }

    /// Adds an instance, in the state that is known of it, with what was asked for it if anything
    /// was.
    pub(in crate::commands) fn add(
        &mut self,
        id: &str,
        name: &str,
        state: State,
        asked: Option<Asked>,
    ) {
        let pursued = Pursued::new(name, state, asked);
        self.instances.insert(id.to_owned(), pursued);
    }

    /// How far an instance has come.
    pub(in crate::commands) fn get(&self, id: &str) -> Option<&Pursued> {
        self.instances.get(id)
    }

    /// Those that are not done with.
    pub(in crate::commands) fn open(&self) -> impl Iterator<Item = (&String, &Pursued)> {
        self.instances.iter().filter(|(_, one)| one.end.is_none())
    }

    /// Takes a change in. Whoever has reached the goal, or can't, is done with. Says why, if the
    /// goal can't be reached any more.
    pub(in crate::commands) fn take(&mut self, change: &Change) -> Option<CommandError> {
        let server = change.server();
        let state = change.current();
        let one = self
            .instances
            .entry(server.id.clone())
            .or_insert_with(|| Pursued::new(&server.name, state, None));
        if one.end.is_some() {
            return None;
        }
        one.before = change.previous().or(one.before);
        one.state = state;
        one.server = Some(Arc::clone(server));
        one.end = one.look(self.goal);
        self.told(&server.id, None)
    }

    /// Those that a first listing should have and does not.
    pub(in crate::commands) fn missing(&self, snapshot: &Snapshot) -> Vec<String> {
        self.open()
            .filter(|(id, _)| snapshot.get(id).is_none())
            .map(|(id, _)| id.clone())
            .collect()
    }

    /// Takes in that an instance is gone, though it was not seen any more.
    pub(in crate::commands) fn vanish(&mut self, id: &str) -> Option<CommandError> {
        let one = self.instances.get_mut(id)?;
        one.before = Some(one.state);
        one.state = State::Terminated;
        one.end = one.look(self.goal);
        self.told(id, None)
    }

    /// Instances of which Nova's entry is to tell, and which entry.
    pub(in crate::commands) fn in_doubt(&self) -> Vec<(String, Entry)> {
        self.open()
            .filter(|(_, one)| one.doubt.is_some())
            .map(|(id, one)| {
                let asked = one.asked.as_ref();
                let entry = Entry {
                    request_id: asked.and_then(|asked| asked.request_id.clone()),
                    newest: is_deletion(self.goal).then_some(DELETE),
                };
                (id.clone(), entry)
            })
            .collect()
    }

    /// Takes in what Nova keeps of a request. Says why, if it failed.
    pub(in crate::commands) fn weigh(
        &mut self,
        id: &str,
        outcome: Option<&ActionOutcome>,
    ) -> Option<CommandError> {
        let one = self.instances.get_mut(id)?;
        if one.end.is_some() {
            return None;
        }
        one.end = one.weigh(self.goal, outcome);
        self.told(id, outcome)
    }

    fn told(&self, id: &str, outcome: Option<&ActionOutcome>) -> Option<CommandError> {
        let one = self.instances.get(id)?;
        (one.end == Some(End::Failed)).then(|| {
            let why = in_vain(self.goal, one, outcome);
            self.error(ExitCode::Failed, "WaiterFailed", id, one, &why)
        })
    }

    fn error(
        &self,
        exit: ExitCode,
        code: &'static str,
        id: &str,
        one: &Pursued,
        what: &str,
    ) -> CommandError {
        let message = format!("instance '{}' ({id}) {what}", one.name);
        let mut error = CommandError::new(exit, code, message);
        error.operation = self.operation;
        error.request_id = one
            .asked
            .as_ref()
            .and_then(|asked| asked.request_id.clone());
        error
    }

    /// How it ends: when every instance is done with, and there is one at all.
    pub(in crate::commands) fn outcome(&self) -> Option<ExitCode> {
        let is_over = !self.instances.is_empty() && self.open().next().is_none();
        is_over.then(|| self.exit())
    }

    /// Whether there is nothing to follow (any more).
    pub(in crate::commands) fn is_idle(&self) -> bool {
        self.open().next().is_none() && self.sought.is_empty()
    }

    /// How it ends now. A failure outweighs a time-out: more time would not have helped.
    pub(in crate::commands) fn exit(&self) -> ExitCode {
        let mut ends = self.instances.values().map(|one| one.end);
        if ends.any(|end| end == Some(End::Failed)) {
            ExitCode::Failed
        } else if self.open().next().is_some() || !self.sought.is_empty() {
            ExitCode::TimedOut
        } else {
            ExitCode::Success
        }
    }

    /// Which have not come so far in the time that there was. `trouble` is why the cloud could not
    /// be asked in the end, if it could not.
    pub(in crate::commands) fn late(
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
            let what = format!("{is} {}: {after}{why}", one.words());
            self.error(ExitCode::TimedOut, "WaiterTimedOut", id, one, &what)
        });
        let mut errors: Vec<CommandError> = sought.chain(open).collect();
        if errors.is_empty() && self.instances.is_empty() {
            errors.push(late(format!("there is no instance: {after}{why}")));
        }
        errors
    }
}

/// Why an instance does not become what it should, as far as Nova tells.
fn in_vain(goal: Goal, one: &Pursued, outcome: Option<&ActionOutcome>) -> String {
    let state = one.state;
    let what = match one.before {
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
