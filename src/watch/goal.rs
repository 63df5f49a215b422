//! The goal of a waiter, and when it can no longer be reached. Pure.

use std::fmt;
use std::str::FromStr;

use crate::state::State;

/// The goal for an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The instance exists.
    Exists,
    /// The instance is in this state.
    State(State),
}

/// How near the goal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The goal is reached.
    Reached,
    /// The goal may still be reached.
    NotYet,
    /// The goal will not be reached unless someone acts.
    Unreachable,
}

impl Goal {
    /// Returns how near an instance is to the goal, from its states before and now and whether it
    /// has a task. `before` is `None` until the instance was first seen.
    pub fn verdict(self, before: Option<State>, now: State, task: bool) -> Verdict {
        let goal = match self {
            Self::Exists if now == State::Terminated => return Verdict::Unreachable,
            Self::Exists => return Verdict::Reached,
            Self::State(goal) => goal,
        };
        if goal == now {
            // While a task is left (a snapshot, the beginning of a resize), the state is not final.
            // Nova would refuse the next action.
            let stands =
                !task || now.is_transitional() || matches!(now, State::Terminated | State::Error);
            return if stands {
                Verdict::Reached
            } else {
                Verdict::NotYet
            };
        }
        // If an action fails, Nova puts a server back into its earlier state, and the goal can't be
        // reached. A deletion is different: while a server is being built, Nova overwrites
        // `deleting` and still goes on deleting it.
        let has_failed = match before {
            Some(State::Starting) => {
                goal == State::Running && matches!(now, State::Stopped | State::Paused)
            }
            Some(State::Stopping) => {
                now == State::Running
                    && matches!(
                        goal,
                        State::Stopped | State::Paused | State::Suspended | State::Shelved
                    )
            }
            _ => false,
        };
        let may_follow = match (goal, now) {
            // An instance in error can still be deleted.
            (State::Terminated, _) => true,
            // A deletion that fails ends in an error.
            (State::Deleting | State::Error, now) => now != State::Terminated,
            (_, State::Error) => task,
            (_, State::Deleting | State::Terminated) => false,
            _ => true,
        };
        if has_failed || !may_follow {
            Verdict::Unreachable
        } else {
            Verdict::NotYet
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists => formatter.pad("exists"),
            Self::State(state) => state.fmt(formatter),
        }
    }
}

/// A word that is not a goal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is nothing to wait for; there are: exists, {states}", states = State::ALL.map(State::name).join(", "))]
pub struct UnknownGoal(String);

impl FromStr for Goal {
    type Err = UnknownGoal;

    fn from_str(text: &str) -> Result<Self, UnknownGoal> {
        if text.eq_ignore_ascii_case("exists") {
            return Ok(Self::Exists);
        }
        text.parse()
            .map(Self::State)
            .map_err(|_| UnknownGoal(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_reached_or_still_possible_or_not() {
        use State::{
            Deleting, Error, Paused, Pending, Running, Starting, Stopped, Stopping, Terminated,
        };
        use Verdict::{NotYet, Reached, Unreachable};
        let table = [
            (Running, None, Running, Reached),
            (Running, None, Pending, NotYet),
            (Running, None, Stopped, NotYet),
            (Running, Some(Starting), Stopped, Unreachable),
            (Running, Some(Starting), Paused, Unreachable),
            (Running, Some(Stopping), Stopped, NotYet),
            (Paused, Some(Stopping), Running, Unreachable),
            (Stopped, Some(Stopping), Running, Unreachable),
            (Stopped, Some(Starting), Running, NotYet),
            (Running, None, Error, Unreachable),
            (Running, None, Deleting, Unreachable),
            (Running, None, Terminated, Unreachable),
            (Stopped, None, Stopping, NotYet),
            (Stopped, None, Error, Unreachable),
            (Paused, None, Running, NotYet),
            (Terminated, None, Terminated, Reached),
            (Terminated, None, Error, NotYet),
            (Terminated, Some(Deleting), Deleting, NotYet),
            (Terminated, Some(Deleting), Error, NotYet),
            (Terminated, Some(Deleting), Pending, NotYet),
            (Terminated, Some(Deleting), Running, NotYet),
            (Terminated, None, Running, NotYet),
            (Error, None, Deleting, NotYet),
            (Error, None, Terminated, Unreachable),
        ];
        for (goal, before, now, verdict) in table {
            assert_eq!(
                Goal::State(goal).verdict(before, now, false),
                verdict,
                "{goal} {before:?} {now}"
            );
        }
        assert_eq!(
            Goal::State(Running).verdict(None, Running, true),
            NotYet,
            "a state does not stand before its task is done"
        );
        assert_eq!(
            Goal::State(Running).verdict(None, Error, true),
            NotYet,
            "a task is under way"
        );
        assert_eq!(Goal::State(Stopping).verdict(None, Stopping, true), Reached);
        assert_eq!(
            Goal::State(Terminated).verdict(Some(Deleting), Terminated, true),
            Reached
        );
        assert_eq!(Goal::Exists.verdict(None, Error, true), Reached);
        assert_eq!(Goal::Exists.verdict(None, Terminated, false), Unreachable);
    }

    #[test]
    fn goals_are_read_by_name() {
        assert_eq!("exists".parse(), Ok(Goal::Exists));
        assert_eq!("Stopped".parse(), Ok(Goal::State(State::Stopped)));
        let error = "gone".parse::<Goal>().unwrap_err().to_string();
        assert!(error.contains("terminated"), "{error}");
    }
}
