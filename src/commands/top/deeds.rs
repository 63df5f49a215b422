//! What comes of actions, once they were asked for. Pure.

use jiff::{SignedDuration, Timestamp};

use super::act::Act;
use super::model::{Effect, Model};
use super::text::in_words;
use crate::commands::waiter::{RequestedAction, WaitEnd, Waiter};
use crate::error::CommandError;
use crate::openstack::ActionOutcome;
use crate::state::State;
use crate::watch::{Change, Goal};

/// An action that was asked for and not answered yet.
#[derive(Debug)]
pub(super) struct UnderWay {
    pub(super) act: Act,
    /// The instance's name.
    pub(super) name: String,
    /// How the instance was seen meanwhile.
    pub(super) seen: Option<Change>,
    /// Whether it has gone meanwhile.
    pub(super) gone: bool,
}

impl UnderWay {
    pub(super) fn new(act: Act, name: String) -> Self {
        Self {
            act,
            name,
            seen: None,
            gone: false,
        }
    }

    /// "stopping web-1".
    pub(super) fn words(&self) -> String {
        format!("{} {}", self.act.doing().to_lowercase(), self.name)
    }
}

/// An action that Nova has taken, until it is known what comes of it.
#[derive(Debug)]
pub(super) struct Deed {
    act: Act,
    waiter: Waiter,
    since: Timestamp,
    /// Whether the instance was seen since.
    seen: bool,
    /// When Nova's own entry is to be looked at, if the state does not tell by then.
    look: Timestamp,
}

/// What Nova keeps of a request is looked at so much later than the state, which tells most.
const LATER: SignedDuration = SignedDuration::from_millis(1_500);
/// An instance on which nothing is seen by then is taken as it stands.
const UNSEEN: SignedDuration = SignedDuration::from_secs(5);
/// For so long it is looked for what comes of an action.
const LONGEST: SignedDuration = SignedDuration::from_mins(30);

impl Model {
    /// Takes in what the cloud answers to an action.
    pub(super) fn acted(
        &mut self,
        id: &str,
        act: Act,
        result: Result<(State, RequestedAction), CommandError>,
    ) -> Vec<Effect> {
        let under_way = self.under_way.remove(id);
        let under_way = under_way.unwrap_or_else(|| UnderWay::new(act, self.name(id)));
        let name = under_way.name;
        let mut effects = vec![Effect::Nudge];
        match result {
            Err(error) => {
                self.quitting = false;
                self.fail(format!(
                    "{} {name} failed: {}",
                    act.verb(),
                    in_words(&error)
                ));
                return effects;
            }
            Ok((state, asked)) if asked.request_id.is_none() => {
                self.note(format!("{name} is {} already.", words(state)));
                effects.push(Effect::Settled(id.to_owned()));
            }
            Ok((state, asked)) => {
                self.note(format!("{} {name} …", act.doing()));
                let operation = act.action().operation();
                let mut waiter = Waiter::for_operation(Goal::State(act.goal()), operation);
                waiter.add(id, &name, state, Some(asked));
                let deed = Deed {
                    act,
                    waiter,
                    since: self.now,
                    seen: false,
                    look: self.later(LATER),
                };
                self.deeds.insert(id.to_owned(), deed);
                if under_way.gone {
                    effects.extend(self.pursue_gone(id));
                } else if let Some(change) = under_way.seen {
                    effects.extend(self.pursue(&change));
                }
            }
        }
        if self.quitting && self.under_way.is_empty() {
            effects.push(Effect::Quit);
        }
        effects
    }

    /// Takes in a change of an instance to which something was done.
    pub(super) fn pursue(&mut self, change: &Change) -> Vec<Effect> {
        let id = change.id();
        if let Some(under_way) = self.under_way.get_mut(id) {
            under_way.seen = Some(change.clone());
        }
        let look = self.later(LATER);
        let Some(deed) = self.deeds.get_mut(id) else {
            return Vec::new();
        };
        let error = deed.waiter.apply_change(change);
        deed.seen = true;
        deed.look = look;
        self.judge(id, error)
    }

    /// Takes in that it is gone.
    pub(super) fn pursue_gone(&mut self, id: &str) -> Vec<Effect> {
        if let Some(under_way) = self.under_way.get_mut(id) {
            under_way.gone = true;
        }
        let Some(deed) = self.deeds.get_mut(id) else {
            return Vec::new();
        };
        let error = deed.waiter.mark_gone(id);
        self.judge(id, error)
    }

    /// Takes in what Nova keeps of the request.
    pub(super) fn weigh(&mut self, id: &str, outcome: Option<&ActionOutcome>) -> Vec<Effect> {
        let look = self.later(LATER);
        let Some(deed) = self.deeds.get_mut(id) else {
            return Vec::new();
        };
        deed.look = look;
        let error = deed.waiter.apply_outcome(id, outcome);
        self.judge(id, error)
    }

    /// Says how it has ended, if it has.
    fn judge(&mut self, id: &str, error: Option<CommandError>) -> Vec<Effect> {
        let Some(one) = self.deeds.get(id).and_then(|deed| deed.waiter.get(id)) else {
            return Vec::new();
        };
        let (state, end) = (one.state, one.end);
        let name = crate::output::sanitize::for_terminal(&one.name).into_owned();
        let mut effects = vec![Effect::Observe(id.to_owned(), state)];
        if let Some(end) = end {
            self.deeds.remove(id);
            effects.push(Effect::Settled(id.to_owned()));
            match (end, error) {
                (WaitEnd::Reached, _) => self.note(format!("{name} is {}.", words(state))),
                (WaitEnd::Failed, Some(error)) => self.fail(in_words(&error)),
                (WaitEnd::Failed, None) => self.fail(format!("{name} is {}.", words(state))),
            }
        }
        effects
    }

    /// Looks after what was done: where the state does not tell what has come of it, Nova's own
    /// entry is asked for. Nothing is concluded from what was seen before the cloud has answered.
    pub(super) fn look_after(&mut self) -> Vec<Effect> {
        let (now, answered) = (self.now, self.answered);
        let mut effects = self.give_up();
        let ids: Vec<String> = self.deeds.keys().cloned().collect();
        for id in ids {
            let row = self.table.get(&id).map(|row| row.server.clone());
            let next = self.later(LATER);
            let Some(deed) = self.deeds.get_mut(&id).filter(|deed| answered > deed.since) else {
                continue;
            };
            let unseen = !deed.seen && now.duration_since(deed.since) >= UNSEEN;
            if let (true, Some(server)) = (unseen, row) {
                effects.extend(self.pursue(&Change::Added(server)));
                continue;
            }
            if deed.look > now {
                continue;
            }
            deed.look = next;
            let unresolved = deed.waiter.unresolved();
            effects.extend(
                unresolved
                    .into_iter()
                    .map(|(id, entry)| Effect::Look(id, entry)),
            );
        }
        effects
    }

    /// Looks no longer for what comes of an action that takes too long.
    fn give_up(&mut self) -> Vec<Effect> {
        let now = self.now;
        let late: Vec<(String, Deed)> = self
            .deeds
            .extract_if(.., |_, deed| now.duration_since(deed.since) >= LONGEST)
            .collect();
        let mut effects = Vec::new();
        for (id, deed) in late {
            let under_way = UnderWay::new(deed.act, self.name(&id));
            self.fail(format!(
                "What became of {} is not known.",
                under_way.words()
            ));
            effects.push(Effect::Settled(id));
        }
        effects
    }

    /// When it is to be looked after again.
    pub(super) fn next_look(&self) -> Option<Timestamp> {
        let unseen = |deed: &Deed| deed.since.checked_add(UNSEEN).ok();
        let looks = self.deeds.values().filter_map(|deed| {
            let unresolved = !deed.waiter.unresolved().is_empty();
            let late = deed.since.checked_add(LONGEST).ok();
            let look = if unresolved {
                Some(deed.look)
            } else {
                unseen(deed).filter(|_| !deed.seen)
            };
            look.into_iter().chain(late).min()
        });
        looks.min()
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
