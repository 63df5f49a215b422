//! A goal for several instances, and how near each is.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Server;
use crate::state::State;
use crate::verbs::context::Context;
use crate::watch::{Change, Goal, Verdict};

/// How far each instance has come.
#[derive(Debug)]
pub(super) struct Pursuit {
    goal: Goal,
    instances: BTreeMap<String, Progress>,
}

#[derive(Debug)]
struct Progress {
    name: String,
    state: State,
    task: Option<String>,
    verdict: Verdict,
}

impl Pursuit {
    pub(super) fn new(goal: Goal) -> Self {
        Self {
            goal,
            instances: BTreeMap::new(),
        }
    }

    /// Takes a change in. Whoever has reached the goal, or can't, is done with. Says why, if the
    /// goal can't be reached any more.
    pub(super) fn take(&mut self, change: &Change) -> Option<CommandError> {
        let (before, state) = (change.previous(), change.current());
        let server = change.server();
        let verdict = self.goal.verdict(before, state);
        let progress = self
            .instances
            .entry(server.id.clone())
            .or_insert_with(|| Progress {
                name: server.name.clone(),
                state,
                task: None,
                verdict: Verdict::NotYet,
            });
        if progress.verdict != Verdict::NotYet {
            return None;
        }
        progress.state = state;
        progress.task.clone_from(&server.task_state);
        progress.verdict = verdict;
        (verdict == Verdict::Unreachable).then(|| in_vain(self.goal, server, before, state))
    }

    /// How it ends: when every instance is done with, and there is one at all.
    pub(super) fn outcome(&self) -> Option<ExitCode> {
        let mut verdicts = self.instances.values().map(|one| one.verdict);
        if self.instances.is_empty() || verdicts.any(|verdict| verdict == Verdict::NotYet) {
            return None;
        }
        let mut verdicts = self.instances.values().map(|one| one.verdict);
        Some(if verdicts.any(|verdict| verdict == Verdict::Unreachable) {
            ExitCode::Failed
        } else {
            ExitCode::Success
        })
    }

    /// Says which have not come so far in the time that there was.
    pub(super) fn timed_out(&self, context: &Context, time: Duration) -> ExitCode {
        let mut failed = false;
        let mut late = Vec::new();
        for (id, one) in &self.instances {
            match one.verdict {
                Verdict::Reached => {}
                Verdict::Unreachable => failed = true,
                Verdict::NotYet => {
                    let task = one
                        .task
                        .as_ref()
                        .map_or_else(String::new, |task| format!(", {task}"));
                    late.push(format!("'{}' ({id}) is {}{task}", one.name, one.state));
                }
            }
        }
        let what = if late.is_empty() {
            "there is no instance".to_owned()
        } else {
            late.join("; ")
        };
        let seconds = time.as_secs_f64();
        context.notes.error(&CommandError::new(
            ExitCode::TimedOut,
            "WaiterTimedOut",
            format!("not '{}' after {seconds} s: {what}", self.goal),
        ));
        if failed {
            ExitCode::Failed
        } else {
            ExitCode::TimedOut
        }
    }
}

fn in_vain(goal: Goal, server: &Server, before: Option<State>, state: State) -> CommandError {
    let why = match before {
        Some(before) if before.is_transitional() && state != State::Error => {
            format!("was {before} and is {state} again, so that it has not become '{goal}'")
        }
        _ => format!("is {state}, from which it does not become '{goal}'"),
    };
    let mut message = format!("'{}' ({}) {why}", server.name, server.id);
    let fault = server
        .fault
        .as_ref()
        .and_then(|fault| fault.message.as_deref());
    if let Some(fault) = fault {
        message.push_str(": ");
        message.push_str(fault.trim());
    }
    CommandError::new(ExitCode::Failed, "WaiterFailed", message)
}
