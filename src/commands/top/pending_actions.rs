//! Follows requested actions to their end. Pure.

use jiff::{SignedDuration, Timestamp};

use super::model::{Effect, Model};
use super::text::{capitalised, in_words};
use crate::commands::instances::act::Action;
use crate::commands::waiter::{RequestedAction, WaitEnd, Waiter};
use crate::error::CommandError;
use crate::openstack::ActionOutcome;
use crate::state::State;
use crate::watch::{Change, Goal};

/// A requested action without a response yet.
#[derive(Debug)]
pub(super) struct UnansweredAction {
    pub(super) action: &'static Action,
    /// The instance's name.
    pub(super) name: String,
    /// The last change of the instance meanwhile.
    pub(super) seen: Option<Change>,
    /// Whether the instance has gone meanwhile.
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

    /// Returns the action in words: "stopping web-1".
    pub(super) fn words(&self) -> String {
        format!("{} {}", self.action.doing, self.name)
    }
}

/// An action that Nova has accepted, until its outcome is known.
#[derive(Debug)]
pub(super) struct PendingAction {
    action: &'static Action,
    waiter: Waiter,
    since: Timestamp,
    /// Whether the instance was seen since.
    seen: bool,
    /// When to look up Nova's own entry, if the state is inconclusive by then.
    look: Timestamp,
}

/// How much later than the state to read Nova's entry. Usually the state is enough.
const ENTRY_DELAY: SignedDuration = SignedDuration::from_millis(1_500);
/// After this time without a change, the instance's present state is used.
const UNSEEN_LIMIT: SignedDuration = SignedDuration::from_secs(5);
/// How long an action's outcome is tracked.
const TRACKING_LIMIT: SignedDuration = SignedDuration::from_mins(30);

impl Model {
    /// Applies the response to an action.
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

    /// Applies a change of an instance to its action.
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

    /// Notes that an instance with an action is gone.
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

    /// Applies Nova's entry for a request.
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

    /// Reports how an action has ended, if it has.
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

    /// Checks the pending actions. If the state doesn't show the outcome, requests Nova's own
    /// entry. Concludes nothing before the cloud has responded since the action.
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

    /// Stops tracking actions that take too long.
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

    /// Returns when to check the pending actions again.
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

/// Returns a state in words for the user.
fn words(state: State) -> &'static str {
    match state {
        State::Terminated => "gone",
        state => state.name(),
    }
}
