//! What comes of actions, once they were asked for. Pure.

use jiff::{SignedDuration, Timestamp};

use super::model::{Effect, Model};
use super::text::{capitalised, in_words};
use crate::commands::instances::act::Action;
use crate::commands::waiter::{RequestedAction, WaitEnd, Waiter};
use crate::error::CommandError;
use crate::openstack::ActionOutcome;
use crate::state::State;
use crate::watch::{Change, Goal};

/// An action that was asked for and not answered yet.
#[derive(Debug)]
pub(super) struct UnansweredAction {
    pub(super) action: &'static Action,
    /// The instance's name.
    pub(super) name: String,
    /// How the instance was seen meanwhile.
    pub(super) seen: Option<Change>,
    /// Whether it has gone meanwhile.
    pub(super) gone: bool,
}

impl UnansweredAction {
    pub(super) fn new(action: &'static Action, name: String) -> Self {
        Self {
            action,
            name,
            seen: None,
            gone: false,
        }
    }

    /// "stopping web-1".
    pub(super) fn words(&self) -> String {
        format!("{} {}", self.action.doing, self.name)
    }
}

/// An action that Nova has taken, until it is known what comes of it.
#[derive(Debug)]
pub(super) struct PendingAction {
    action: &'static Action,
    waiter: Waiter,
    since: Timestamp,
    /// Whether the instance was seen since.
    seen: bool,
    /// When Nova's own entry is to be looked at, if the state does not tell by then.
    look: Timestamp,
}

/// What Nova keeps of a request is looked at so much later than the state, which tells most.
const ENTRY_DELAY: SignedDuration = SignedDuration::from_millis(1_500);
/// An instance on which nothing is seen by then is taken as it stands.
const UNSEEN_LIMIT: SignedDuration = SignedDuration::from_secs(5);
/// For so long it is looked for what comes of an action.
const TRACKING_LIMIT: SignedDuration = SignedDuration::from_mins(30);

impl Model {
    /// Takes in what the cloud answers to an action.
    pub(super) fn acted(
        &mut self,
        id: &str,
        action: &'static Action,
        result: Result<(State, RequestedAction), CommandError>,
    ) -> Vec<Effect> {
        let unanswered = self.unanswered.remove(id);
        let unanswered = unanswered.unwrap_or_else(|| UnansweredAction::new(action, self.name(id)));
        let name = unanswered.name;
        let mut effects = vec![Effect::Nudge];
        match result {
            Err(error) => {
                self.quitting = false;
                self.fail(format!(
                    "{} {name} failed: {}",
                    capitalised(action.name),
                    in_words(&error)
                ));
                return effects;
            }
            Ok((state, asked)) if asked.request_id.is_none() => {
                self.note(format!("{name} is {} already.", words(state)));
                effects.push(Effect::Settled(id.to_owned()));
            }
            Ok((state, asked)) => {
                self.note(format!("{} {name} …", capitalised(action.doing)));
                let operation = action.operation;
                let mut waiter = Waiter::for_operation(Goal::State(action.goal), operation);
                waiter.add(id, &name, state, Some(asked));
                let pending = PendingAction {
                    action,
                    waiter,
                    since: self.now,
                    seen: false,
                    look: self.later(ENTRY_DELAY),
                };
                self.pending_actions.insert(id.to_owned(), pending);
                if unanswered.gone {
                    effects.extend(self.track_gone(id));
                } else if let Some(change) = unanswered.seen {
                    effects.extend(self.track_change(&change));
                }
            }
        }
        if self.quitting && self.unanswered.is_empty() {
            effects.push(Effect::Quit);
        }
        effects
    }

    /// Takes in a change of an instance to which something was done.
    pub(super) fn track_change(&mut self, change: &Change) -> Vec<Effect> {
        let id = change.id();
        if let Some(unanswered) = self.unanswered.get_mut(id) {
            unanswered.seen = Some(change.clone());
        }
        let look = self.later(ENTRY_DELAY);
        let Some(pending) = self.pending_actions.get_mut(id) else {
            return Vec::new();
        };
        let error = pending.waiter.apply_change(change);
        pending.seen = true;
        pending.look = look;
        self.report_end(id, error)
    }

    /// Takes in that it is gone.
    pub(super) fn track_gone(&mut self, id: &str) -> Vec<Effect> {
        if let Some(unanswered) = self.unanswered.get_mut(id) {
            unanswered.gone = true;
        }
        let Some(pending) = self.pending_actions.get_mut(id) else {
            return Vec::new();
        };
        let error = pending.waiter.mark_gone(id);
        self.report_end(id, error)
    }

    /// Takes in what Nova keeps of the request.
    pub(super) fn apply_outcome(
        &mut self,
        id: &str,
        outcome: Option<&ActionOutcome>,
    ) -> Vec<Effect> {
        let look = self.later(ENTRY_DELAY);
        let Some(pending) = self.pending_actions.get_mut(id) else {
            return Vec::new();
        };
        pending.look = look;
        let error = pending.waiter.apply_outcome(id, outcome);
        self.report_end(id, error)
    }

    /// Says how it has ended, if it has.
    fn report_end(&mut self, id: &str, error: Option<CommandError>) -> Vec<Effect> {
        let Some(one) = self
            .pending_actions
            .get(id)
            .and_then(|pending| pending.waiter.get(id))
        else {
            return Vec::new();
        };
        let (state, end) = (one.state, one.end);
        let name = crate::output::sanitize::for_terminal(&one.name).into_owned();
        let mut effects = vec![Effect::Observe(id.to_owned(), state)];
        if let Some(end) = end {
            self.pending_actions.remove(id);
            effects.push(Effect::Settled(id.to_owned()));
            match (end, error) {
                (WaitEnd::Reached, _) => self.note(format!("{name} is {}.", words(state))),
                (WaitEnd::Failed, Some(error)) => self.fail(in_words(&error)),
                (WaitEnd::Failed, None) => self.fail(format!("{name} is {}.", words(state))),
            }
        }
        effects
    }

    /// Theme after what was done: where the state does not tell what has come of it, Nova's own
    /// entry is asked for. Nothing is concluded from what was seen before the cloud has answered.
    pub(super) fn check_pending(&mut self) -> Vec<Effect> {
        let (now, answered) = (self.now, self.answered);
        let mut effects = self.give_up();
        let ids: Vec<String> = self.pending_actions.keys().cloned().collect();
        for id in ids {
            let row = self.table.get(&id).map(|row| row.server.clone());
            let next = self.later(ENTRY_DELAY);
            let Some(pending) = self
                .pending_actions
                .get_mut(&id)
                .filter(|pending| answered > pending.since)
            else {
                continue;
            };
            let unseen = !pending.seen && now.duration_since(pending.since) >= UNSEEN_LIMIT;
            if let (true, Some(server)) = (unseen, row) {
                effects.extend(self.track_change(&Change::Added(server)));
                continue;
            }
            if pending.look > now {
                continue;
            }
            pending.look = next;
            let unresolved = pending.waiter.unresolved();
            effects.extend(
                unresolved
                    .into_iter()
                    .map(|(id, entry)| Effect::Look(id, entry)),
            );
        }
        effects
    }

    /// Theme no longer for what comes of an action that takes too long.
    fn give_up(&mut self) -> Vec<Effect> {
        let now = self.now;
        let late: Vec<(String, PendingAction)> = self
            .pending_actions
            .extract_if(.., |_, pending| {
                now.duration_since(pending.since) >= TRACKING_LIMIT
            })
            .collect();
        let mut effects = Vec::new();
        for (id, pending) in late {
            let unanswered = UnansweredAction::new(pending.action, self.name(&id));
            self.fail(format!(
                "What became of {} is not known.",
                unanswered.words()
            ));
            effects.push(Effect::Settled(id));
        }
        effects
    }

    /// When it is to be looked after again.
    pub(super) fn next_check(&self) -> Option<Timestamp> {
        let unseen = |pending: &PendingAction| pending.since.checked_add(UNSEEN_LIMIT).ok();
        let checks = self.pending_actions.values().filter_map(|pending| {
            let unresolved = !pending.waiter.unresolved().is_empty();
            let late = pending.since.checked_add(TRACKING_LIMIT).ok();
            let look = if unresolved {
                Some(pending.look)
            } else {
                unseen(pending).filter(|_| !pending.seen)
            };
            look.into_iter().chain(late).min()
        });
        checks.min()
    }

    fn later(&self, wait: SignedDuration) -> Timestamp {
        self.now.saturating_add(wait).unwrap_or(self.now)
    }
}

/// A state, for people.
fn words(state: State) -> &'static str {
    match state {
        State::Terminated => "gone",
        state => state.name(),
    }
}
