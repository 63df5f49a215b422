//! What comes of actions, once they were asked for. Pure.

use jiff::{SignedDuration, Timestamp};

use super::act::Act;
use super::model::{Effect, Model};
use crate::state::State;
use crate::watch::{Goal, Verdict};

/// An action that was asked for and not answered yet.
#[derive(Debug)]
pub(super) struct UnderWay {
    pub(super) act: Act,
    /// The instance's name.
    pub(super) name: String,
    /// Whether the instance has gone meanwhile.
    pub(super) gone: bool,
}

impl UnderWay {
    /// "stopping web-1".
    pub(super) fn words(&self) -> String {
        format!("{} {}", self.act.doing().to_lowercase(), self.name)
    }
}

/// An action that Nova has taken, until it is seen what comes of it.
#[derive(Debug)]
pub(super) struct Pursued {
    act: Act,
    request_id: Option<String>,
    pub(super) until: Timestamp,
}

/// For so long it is looked for what comes of an action.
const PURSUED: SignedDuration = SignedDuration::from_mins(15);

impl Model {
    pub(super) fn acted(
        &mut self,
        id: &str,
        act: Act,
        result: Result<(State, Option<String>), String>,
    ) -> Vec<Effect> {
        let (name, gone) = self.under_way.remove(id).map_or_else(
            || (self.name(id), false),
            |under_way| (under_way.name, under_way.gone),
        );
        let mut effects = vec![Effect::Nudge];
        match result {
            Err(why) => {
                self.quitting = false;
                self.fail(format!("{} {name} failed: {why}", act.verb()));
                return effects;
            }
            Ok((state, None)) => self.note(format!("{name} is {} already.", state.name())),
            Ok((_, request_id)) => {
                let there = self.table.get(id).map(|row| row.state);
                // What is rebooted runs before as well as after.
                let reboots = matches!(act, Act::Reboot | Act::HardReboot);
                if gone {
                    self.note(format!("{name} is gone."));
                } else if !reboots && there == Some(act.goal()) {
                    self.note(format!("{name} is {}.", act.goal().name()));
                } else {
                    self.note(format!("{} {name} …", act.doing()));
                    let pursued = Pursued {
                        act,
                        request_id,
                        until: self.now.saturating_add(PURSUED).unwrap_or(self.now),
                    };
                    self.pursued.insert(id.to_owned(), pursued);
                }
            }
        }
        if self.quitting && self.under_way.is_empty() {
            effects.push(Effect::Quit);
        }
        effects
    }

    /// Whether what was asked of an instance has come about by now, or can't any more.
    pub(super) fn pursue(
        &mut self,
        id: &str,
        name: &str,
        before: Option<State>,
        state: State,
        fault: Option<String>,
    ) -> Vec<Effect> {
        let Some(pursued) = self.pursued.get(id) else {
            return Vec::new();
        };
        let verdict = Goal::State(pursued.act.goal()).verdict(before, state);
        if verdict == Verdict::NotYet {
            return Vec::new();
        }
        let Some(pursued) = self.pursued.remove(id) else {
            return Vec::new();
        };
        let mut effects = vec![Effect::Observe(id.to_owned(), state)];
        if verdict == Verdict::Reached {
            let words = if state == State::Terminated {
                "gone"
            } else {
                state.name()
            };
            self.note(format!("{name} is {words}."));
            return effects;
        }
        self.fail(format!(
            "{name} is {}: it was to be {}{}",
            state.name(),
            pursued.act.goal().name(),
            fault
                .as_ref()
                .map_or_else(|| ".".to_owned(), |fault| format!(": {fault}")),
        ));
        if let (None, Some(request_id)) = (fault, pursued.request_id) {
            effects.push(Effect::Explain(id.to_owned(), pursued.act, request_id));
        }
        effects
    }

    pub(super) fn explain(&mut self, id: &str, act: Act, why: Option<String>) {
        if let Some(why) = why {
            let name = self.name(id);
            self.fail(format!("{} {name} failed: {why}", act.verb()));
        }
    }
}
