//! Follows instances until what was asked of them has come about, or can't any more.
//!
//! After an action Nova answers 202 long before it is done, and "no task" alone proves nothing: a
//! build has a moment without one, and a stop that failed goes back to ACTIVE without one. So an
//! instance is followed until the goal's status stands and no task is left, or the request's own
//! entry among its actions says Error.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{
    ActionOutcome, Error, Pager, Server, action_outcome, changes_call, show_server,
};
use crate::state::State;
use crate::verbs::context::Context;

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// ACTIVE without a task.
    Running,
    /// SHUTOFF without a task.
    Stopped,
    /// Gone.
    Terminated,
}

/// How following one instance has ended.
#[derive(Clone, Debug)]
pub(super) enum End {
    /// The goal is reached.
    Reached(Option<Box<Server>>),
    /// It can't be reached any more, and why.
    Failed(Box<Server>, String),
    /// There is no such instance any more.
    Vanished,
    /// Time ran out.
    TimedOut(Option<Box<Server>>),
}

/// One instance that is followed.
#[derive(Clone, Debug)]
pub(super) struct Followed {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) goal: Goal,
    /// The request whose outcome Nova keeps.
    pub(super) request_id: Option<String>,
}

/// What a look at an instance says.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Reached,
    Pending,
    /// It rests in a state that is not the goal: whether the action failed, its entry says.
    Resting,
    Failed,
    Vanished,
}

/// Pure: what the server's state means for the goal.
fn judge(goal: Goal, server: Option<&Server>) -> Verdict {
    let Some(server) = server else {
        return match goal {
            Goal::Terminated => Verdict::Reached,
            Goal::Running | Goal::Stopped => Verdict::Vanished,
        };
    };
    let task = server.task_state.as_deref();
    let state = State::of(&server.status, task);
    match (goal, state) {
        (Goal::Running, State::Running)
        | (Goal::Stopped, State::Stopped)
        | (Goal::Terminated, State::Terminated)
            if task.is_none() || goal == Goal::Terminated =>
        {
            Verdict::Reached
        }
        (_, State::Terminated) => Verdict::Vanished,
        // A server in error is deleted as any other is.
        (Goal::Terminated, State::Error) => Verdict::Resting,
        (_, State::Error) if task.is_none() => Verdict::Failed,
        (_, state) if task.is_none() && !state.is_transitional() => Verdict::Resting,
        _ => Verdict::Pending,
    }
}

/// How long to wait between looks: short at first, longer while nothing changes.
const FIRST_PAUSE: Duration = Duration::from_millis(400);
const LONGEST_PAUSE: Duration = Duration::from_secs(4);
/// More than this many are looked at by one list of changes instead of one by one.
const ONE_BY_ONE: usize = 3;
/// How often those that no list has named are looked at themselves.
const RESYNC: Duration = Duration::from_secs(20);
/// A list of changes reaches back this far, since it counts in seconds.
const OVERLAP: SignedDuration = SignedDuration::from_secs(3);
/// How often an entry that says nothing of an error is asked again while the instance rests
/// where it should not.
const PATIENCE: u32 = 3;
const PARALLEL: usize = 16;

/// Follows all of these side by side. `seen` is told of each look that shows a change. The ends
/// come in the order of `followed`.
pub(super) async fn follow(
    context: &Context,
    followed: &[Followed],
    timeout: Duration,
    seen: &mut dyn FnMut(&Followed, &Server),
) -> Result<Vec<End>, CommandError> {
    let mut watch = Follower {
        context,
        followed,
        ends: vec![None; followed.len()],
        last: HashMap::new(),
        rests: HashMap::new(),
        since: None,
    };
    let deadline = Instant::now() + timeout;
    let mut pause = FIRST_PAUSE;
    let mut resync = Instant::now();
    let mut failures = 0_u32;
    loop {
        let open = watch.open();
        if open.is_empty() {
            break;
        }
        let whole = open.len() <= ONE_BY_ONE || watch.since.is_none() || resync.elapsed() > RESYNC;
        let looked = if whole {
            resync = Instant::now();
            watch.look_at_each(&open, seen).await
        } else {
            watch.look_at_changes(&open, seen).await
        };
        match looked {
            Ok(true) => {
                pause = FIRST_PAUSE;
                failures = 0;
            }
            Ok(false) => {
                pause = (pause * 3 / 2).min(LONGEST_PAUSE);
                failures = 0;
            }
            // What was asked for goes on without us; so does the waiting, for as long as the
            // trouble may pass.
            Err(error) if may_pass(&error) && failures < 20 => {
                failures += 1;
                if failures == 1 {
                    context.notes.warn(&format!("still waiting: {error}"));
                }
                pause = LONGEST_PAUSE;
            }
            Err(error) => return Err(error.into()),
        }
        if watch.open().is_empty() {
            break;
        }
        let now = Instant::now();
        if now >= deadline {
            break;
        }
        tokio::time::sleep(pause.min(deadline - now)).await;
    }
    let last = &mut watch.last;
    Ok(watch
        .ends
        .into_iter()
        .zip(followed)
        .map(|(end, one)| end.unwrap_or_else(|| End::TimedOut(last.remove(&one.id).map(Box::new))))
        .collect())
}

fn may_pass(error: &Error) -> bool {
    match error {
        Error::Transport(_) | Error::Decode(_) => true,
        Error::Fault(fault) => fault.status >= 500 || fault.status == 429,
        _ => false,
    }
}

struct Follower<'a> {
    context: &'a Context,
    followed: &'a [Followed],
    ends: Vec<Option<End>>,
    last: HashMap<String, Server>,
    /// How often each was seen to rest where it should not.
    rests: HashMap<String, u32>,
    /// The server's own time at the last look.
    since: Option<Timestamp>,
}

impl Follower<'_> {
    fn open(&self) -> Vec<usize> {
        (0..self.ends.len())
            .filter(|index| self.ends[*index].is_none())
            .collect()
    }

    /// Looks at each by itself. Says whether anything has changed.
    async fn look_at_each(
        &mut self,
        open: &[usize],
        seen: &mut dyn FnMut(&Followed, &Server),
    ) -> Result<bool, Error> {
        let session = &self.context.session;
        let followed = self.followed;
        let looks: Vec<_> = stream::iter(open)
            .map(|index| async move { (*index, show_server(session, &followed[*index].id).await) })
            .buffer_unordered(PARALLEL)
            .collect()
            .await;
        let mut changed = false;
        let mut earliest: Option<Timestamp> = None;
        for (index, look) in looks {
            let found = look?;
            if let Some(date) = found.as_ref().and_then(|found| found.answer.date()) {
                earliest = Some(earliest.map_or(date, |earliest| earliest.min(date)));
            }
            changed |= self
                .note(index, found.map(|found| found.item), seen)
                .await?;
        }
        if earliest.is_some() {
            self.since = earliest;
        }
        Ok(changed)
    }

    /// Looks at what has changed of all, in one list.
    async fn look_at_changes(
        &mut self,
        open: &[usize],
        seen: &mut dyn FnMut(&Followed, &Server),
    ) -> Result<bool, Error> {
        let session = &self.context.session;
        let Some(since) = self.since else {
            return self.look_at_each(open, seen).await;
        };
        let from = since.checked_sub(OVERLAP).unwrap_or(since);
        let call = changes_call(&from.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
        let mut pager = Pager::<Server>::new(session, call, None);
        let mut servers = HashMap::new();
        let mut date = None;
        while let Some(page) = pager.next().await? {
            date = date.or(page.answer.date());
            servers.extend(
                page.items
                    .into_iter()
                    .map(|server| (server.id.clone(), server)),
            );
        }
        self.since = date.or(self.since);
        let mut changed = false;
        for &index in open {
            let id = &self.followed[index].id;
            // One that rests where it should not is asked for again.
            let server = match servers.remove(id) {
                Some(server) => server,
                None => match self.last.get(id) {
                    Some(server) if self.rests.contains_key(id) => server.clone(),
                    _ => continue,
                },
            };
            changed |= self.note(index, Some(server), seen).await?;
        }
        Ok(changed)
    }

    /// Takes in a look at one. Says whether it showed a change.
    async fn note(
        &mut self,
        index: usize,
        server: Option<Server>,
        seen: &mut dyn FnMut(&Followed, &Server),
    ) -> Result<bool, Error> {
        let followed = &self.followed[index];
        let id = &followed.id;
        let verdict = judge(followed.goal, server.as_ref());
        let key = |server: &Server| (server.status.clone(), server.task_state.clone());
        let changed = match (&server, self.last.get(id)) {
            (Some(now), Some(before)) => key(now) != key(before),
            (Some(_), None) => true,
            (None, before) => before.is_some(),
        };
        if let Some(server) = &server {
            if changed {
                seen(followed, server);
            }
            self.last.insert(id.clone(), server.clone());
        }
        let end = match (verdict, server) {
            (Verdict::Pending, _) => {
                self.rests.remove(id);
                None
            }
            (Verdict::Reached, server) => match self.error_of(followed).await? {
                Some(why) if followed.goal != Goal::Terminated => {
                    server.map(|server| End::Failed(Box::new(server), why))
                }
                _ => Some(End::Reached(server.map(Box::new))),
            },
            (Verdict::Vanished, _) | (_, None) => Some(End::Vanished),
            (Verdict::Failed, Some(server)) => {
                let why = reason(&server, None);
                Some(End::Failed(Box::new(server), why))
            }
            (Verdict::Resting, Some(server)) => {
                let rests = self.rests.entry(id.clone()).or_default();
                *rests += 1;
                let rests = *rests;
                match self.error_of(followed).await? {
                    Some(why) => Some(End::Failed(Box::new(server), why)),
                    // Without an entry to ask, a state that lasts is the end of it.
                    None if rests > PATIENCE && Self::is_final(followed, &server) => {
                        let why = reason(&server, None);
                        Some(End::Failed(Box::new(server), why))
                    }
                    None => None,
                }
            }
        };
        self.ends[index] = end;
        Ok(changed)
    }

    /// Whether a server that rests where it should not will stay there.
    fn is_final(followed: &Followed, server: &Server) -> bool {
        followed.request_id.is_none()
            || State::of(&server.status, server.task_state.as_deref()) == State::Error
    }

    /// Nova's own word that the action has failed.
    async fn error_of(&self, followed: &Followed) -> Result<Option<String>, Error> {
        let Some(request_id) = &followed.request_id else {
            return Ok(None);
        };
        let outcome = action_outcome(&self.context.session, &followed.id, request_id).await?;
        Ok(outcome.filter(ActionOutcome::failed).map(|outcome| {
            reason(
                self.last.get(&followed.id).unwrap_or(&Server::default()),
                Some(&outcome),
            )
        }))
    }
}

/// Why it failed, as far as Nova tells.
pub(super) fn reason(server: &Server, outcome: Option<&ActionOutcome>) -> String {
    let fault = server
        .fault
        .as_ref()
        .and_then(|fault| fault.message.as_deref());
    if let Some(message) = fault {
        return message.trim().to_owned();
    }
    let details = outcome.and_then(|outcome| {
        outcome
            .events
            .iter()
            .find_map(|event| event.details.as_deref())
    });
    if let Some(details) = details {
        return details.trim().to_owned();
    }
    let failed = outcome.and_then(|outcome| {
        outcome
            .events
            .iter()
            .find(|event| event.result.as_deref() == Some("Error"))
    });
    match failed {
        Some(event) => format!(
            "the action failed ({}); the instance is {}",
            event.event,
            State::of(&server.status, server.task_state.as_deref()).name()
        ),
        None => format!(
            "the instance is {}",
            State::of(&server.status, server.task_state.as_deref()).name()
        ),
    }
}

/// What the ends of several say of the run. What went wrong is told for each.
pub(super) fn conclude(
    context: &Context,
    operation: &'static str,
    followed: &[Followed],
    ends: &[End],
) -> ExitCode {
    let mut exit = ExitCode::Success;
    for (one, end) in followed.iter().zip(ends) {
        let name = &one.name;
        let (code, message, ends_with) = match end {
            End::Reached(_) => continue,
            End::Failed(server, why) => {
                let state = State::of(&server.status, server.task_state.as_deref());
                (
                    "InstanceStateError",
                    format!("instance '{name}' ({}) is {}: {why}", one.id, state.name()),
                    ExitCode::Failed,
                )
            }
            End::Vanished => (
                "InvalidInstanceID.NotFound",
                format!("instance '{name}' ({}) is gone", one.id),
                ExitCode::Failed,
            ),
            End::TimedOut(server) => {
                let state = server.as_ref().map_or("unknown", |server| {
                    State::of(&server.status, server.task_state.as_deref()).name()
                });
                (
                    "WaiterTimedOut",
                    format!("instance '{name}' ({}) is still {state}", one.id),
                    ExitCode::TimedOut,
                )
            }
        };
        let mut error = CommandError::new(ends_with, code, message).during(operation);
        error.request_id.clone_from(&one.request_id);
        context.notes.error(&error);
        // A failure outweighs a time-out: more time would not have helped.
        if exit != ExitCode::Failed {
            exit = ends_with;
        }
    }
    exit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(status: &str, task: Option<&str>) -> Server {
        let mut server = Server::default();
        status.clone_into(&mut server.status);
        server.task_state = task.map(str::to_owned);
        server
    }

    #[test]
    fn no_task_alone_proves_nothing() {
        use Goal::{Running, Stopped, Terminated};
        let table = [
            (Running, "BUILD", Some("spawning"), Verdict::Pending),
            (Running, "BUILD", None, Verdict::Pending),
            (Running, "ACTIVE", Some("image_uploading"), Verdict::Pending),
            (Running, "ACTIVE", None, Verdict::Reached),
            (Running, "ERROR", None, Verdict::Failed),
            (Running, "SHUTOFF", Some("powering-on"), Verdict::Pending),
            (Running, "SHUTOFF", None, Verdict::Resting),
            (Running, "DELETED", None, Verdict::Vanished),
            (Stopped, "ACTIVE", Some("powering-off"), Verdict::Pending),
            (Stopped, "ACTIVE", None, Verdict::Resting),
            (Stopped, "SHUTOFF", None, Verdict::Reached),
            (Terminated, "ACTIVE", Some("deleting"), Verdict::Pending),
            (Terminated, "ERROR", None, Verdict::Resting),
            (Terminated, "ACTIVE", None, Verdict::Resting),
            (Terminated, "DELETED", None, Verdict::Reached),
        ];
        for (goal, status, task, verdict) in table {
            let server = server(status, task);
            assert_eq!(
                judge(goal, Some(&server)),
                verdict,
                "{goal:?} {status} {task:?}"
            );
        }
        assert_eq!(judge(Terminated, None), Verdict::Reached);
        assert_eq!(judge(Running, None), Verdict::Vanished);
    }
}
