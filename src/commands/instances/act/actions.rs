//! The table of actions: everything that differs between `start`, `stop`, `reboot` and the others.
//! The commands, their dry runs, their waits and the keys of `top` are built from it.
//!
//! To add an action, add its entry here and its name to `ACTIONS`.
//! See <https://docs.openstack.org/api-guide/compute/server_concepts.html>.

use self::Condition::{Always, During, In, Resting};
use crate::openstack::Server;
use crate::state::State;

/// An action on an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) struct Action {
    /// The command's name, and the verb for users: "stop".
    pub(in crate::commands) name: &'static str,
    /// The command's alias.
    pub(super) alias: Option<&'static str>,
    /// The command's help.
    pub(super) about: &'static str,
    /// The verb while the action is in progress: "stopping".
    pub(in crate::commands) doing: &'static str,
    /// EC2's name of the operation, or a name in the same form.
    pub(in crate::commands) operation: &'static str,
    /// The list's key in the output, as in AWS.
    pub(super) output_key: &'static str,
    /// The request to Nova.
    pub(super) request: ServerRequest,
    /// When there is nothing left to request.
    pub(super) done: &'static [Condition],
    /// When Nova allows it.
    pub(super) allowed: &'static [Condition],
    /// The state while the action is in progress.
    pub(super) through: State,
    /// The state after the action.
    pub(in crate::commands) goal: State,
    /// The advice for states in which Nova doesn't allow the action.
    pub(super) advice: &'static [(State, &'static str)],
    /// The key in `top`.
    pub(in crate::commands) key: Option<char>,
    /// The key's rank in `top`'s status bar. If there is no room, the highest rank is left out
    /// first. Without a rank, the bar never shows the key.
    pub(in crate::commands) bar_rank: Option<u8>,
    /// The form of the action that a flag chooses.
    pub(in crate::commands) variant: Option<Variant>,
}

/// A form of an action that a flag chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) struct Variant {
    /// The flag's name.
    pub(in crate::commands) flag: &'static str,
    /// The flag's help.
    pub(super) help: &'static str,
    /// The key that chooses it in `top`'s question.
    key: Option<char>,
    /// The key's effect.
    pub(in crate::commands) effect: &'static str,
    pub(in crate::commands) action: &'static Action,
}

/// The request for an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ServerRequest {
    /// `DELETE /servers/{id}`.
    Delete,
    /// `POST /servers/{id}/action` with this name and no argument.
    Plain(&'static str),
    /// The same with an argument of one key and its value.
    With(&'static str, (&'static str, &'static str)),
}

/// A condition on a server's state and task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// Every server.
    Always,
    /// A server in one of these states, with or without a task.
    In(&'static [State]),
    /// A server in one of these states, without a task.
    Resting(&'static [State]),
    /// A server with one of these tasks.
    During(&'static [&'static str]),
}

impl Condition {
    /// Returns whether a server meets the condition.
    pub(super) fn holds(self, server: &Server) -> bool {
        let state = super::state_of(server);
        let task = server.task_state.as_deref();
        match self {
            Self::Always => true,
            Self::In(states) => states.contains(&state),
            Self::Resting(states) => task.is_none() && states.contains(&state),
            Self::During(tasks) => task.is_some_and(|task| tasks.contains(&task)),
        }
    }
}

impl Action {
    /// The values of fields that most actions leave empty. It is never used alone.
    const PLAIN: Self = Self {
        name: "",
        alias: None,
        about: "",
        doing: "",
        operation: "",
        output_key: "",
        request: ServerRequest::Plain(""),
        done: &[],
        allowed: &[],
        through: State::Unknown,
        goal: State::Unknown,
        advice: &[],
        key: None,
        bar_rank: None,
        variant: None,
    };

    /// Returns the variant that a key selects in `top`, with that key.
    pub(in crate::commands) fn variant_key(&self) -> Option<(char, Variant)> {
        let variant = self.variant?;
        Some((variant.key?, variant))
    }

    /// Returns whether the action can't be undone.
    pub(in crate::commands) fn is_deletion(&self) -> bool {
        self.goal == State::Terminated
    }
}

/// Every action, in the order of the help.
pub(in crate::commands) const ACTIONS: &[Action] = &[START, STOP, REBOOT, PAUSE, UNPAUSE, DELETE];

pub(in crate::commands) const START: Action = Action {
    name: "start",
    about: "Start stopped instances",
    doing: "starting",
    operation: "StartInstances",
    output_key: "StartingInstances",
    request: ServerRequest::Plain("os-start"),
    done: &[Resting(&[State::Running]), During(&["powering-on"])],
    allowed: &[Resting(&[State::Stopped])],
    through: State::Starting,
    goal: State::Running,
    advice: &[(
        State::Error,
        "a hard reboot may bring it back: reboot --hard",
    )],
    key: Some('s'),
    bar_rank: Some(5),
    ..Action::PLAIN
};

pub(in crate::commands) const STOP: Action = Action {
    name: "stop",
    about: "Stop running instances",
    doing: "stopping",
    operation: "StopInstances",
    output_key: "StoppingInstances",
    request: ServerRequest::Plain("os-stop"),
    done: &[In(&[State::Stopped]), During(&["powering-off"])],
    allowed: &[Resting(&[State::Running, State::Error])],
    through: State::Stopping,
    goal: State::Stopped,
    key: Some('t'),
    bar_rank: Some(5),
    ..Action::PLAIN
};

pub(in crate::commands) const REBOOT: Action = Action {
    name: "reboot",
    about: "Reboot instances",
    doing: "rebooting",
    operation: "RebootInstances",
    output_key: "RebootingInstances",
    request: ServerRequest::With("reboot", ("type", "SOFT")),
    allowed: &[Resting(&[State::Running])],
    through: State::Rebooting,
    goal: State::Running,
    advice: &[(State::Stopped, "start it, or reboot --hard")],
    key: Some('r'),
    bar_rank: Some(6),
    variant: Some(Variant {
        flag: "hard",
        help: "Switch off and on again, without asking the guest",
        key: Some('h'),
        effect: "switch it off and on",
        action: &HARD_REBOOT,
    }),
    ..Action::PLAIN
};

pub(in crate::commands) const HARD_REBOOT: Action = Action {
    name: "hard reboot",
    about: "Switch instances off and on again",
    doing: "hard rebooting",
    operation: "RebootInstances",
    output_key: "RebootingInstances",
    request: ServerRequest::With("reboot", ("type", "HARD")),
    allowed: &[
        Resting(&[
            State::Running,
            State::Stopped,
            State::Paused,
            State::Suspended,
            State::Error,
        ]),
        During(&[
            "rebooting",
            "reboot_pending",
            "reboot_started",
            "rebooting_hard",
            "resuming",
            "unpausing",
            "pausing",
            "suspending",
        ]),
    ],
    through: State::Rebooting,
    goal: State::Running,
    ..Action::PLAIN
};

pub(super) const PAUSE: Action = Action {
    name: "pause",
    about: "Pause running instances: freeze them, and keep their memory on the host",
    doing: "pausing",
    operation: "PauseInstances",
    output_key: "PausingInstances",
    request: ServerRequest::Plain("pause"),
    done: &[In(&[State::Paused]), During(&["pausing"])],
    allowed: &[Resting(&[State::Running])],
    through: State::Stopping,
    goal: State::Paused,
    key: Some('p'),
    ..Action::PLAIN
};

pub(super) const UNPAUSE: Action = Action {
    name: "unpause",
    about: "Let paused instances run again",
    doing: "unpausing",
    operation: "UnpauseInstances",
    output_key: "UnpausingInstances",
    request: ServerRequest::Plain("unpause"),
    done: &[Resting(&[State::Running]), During(&["unpausing"])],
    allowed: &[Resting(&[State::Paused])],
    through: State::Starting,
    goal: State::Running,
    key: Some('u'),
    ..Action::PLAIN
};

pub(in crate::commands) const DELETE: Action = Action {
    name: "delete",
    alias: Some("terminate"),
    about: "Delete instances",
    doing: "deleting",
    operation: "TerminateInstances",
    output_key: "TerminatingInstances",
    request: ServerRequest::Delete,
    done: &[In(&[State::Deleting, State::Terminated])],
    allowed: &[Always],
    through: State::Deleting,
    goal: State::Terminated,
    key: Some('d'),
    bar_rank: Some(6),
    variant: Some(Variant {
        flag: "force",
        help: "Delete at once, even where the cloud would keep it for a while",
        key: None,
        effect: "",
        action: &FORCE_DELETE,
    }),
    ..Action::PLAIN
};

const FORCE_DELETE: Action = Action {
    name: "delete",
    about: "Delete instances at once",
    doing: "deleting",
    operation: "TerminateInstances",
    output_key: "TerminatingInstances",
    request: ServerRequest::Plain("forceDelete"),
    done: &[In(&[State::Terminated])],
    allowed: &[Always],
    through: State::Deleting,
    goal: State::Terminated,
    ..Action::PLAIN
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_actions_share_a_name_or_a_key() {
        let names: BTreeSet<&str> = ACTIONS.iter().map(|action| action.name).collect();
        assert_eq!(names.len(), ACTIONS.len());
        let keys = || ACTIONS.iter().filter_map(|action| action.key);
        assert_eq!(keys().collect::<BTreeSet<char>>().len(), keys().count());
    }

    #[test]
    fn each_action_is_complete() {
        let variants = ACTIONS.iter().filter_map(|action| action.variant);
        for action in ACTIONS.iter().chain(variants.map(|variant| variant.action)) {
            let name = action.name;
            assert!(!action.about.is_empty(), "{name}");
            assert!(action.doing.ends_with("ing"), "{name}");
            assert!(action.operation.ends_with("Instances"), "{name}");
            assert!(action.output_key.ends_with("ingInstances"), "{name}");
            assert_ne!(action.request, ServerRequest::Plain(""), "{name}");
            assert!(!action.allowed.is_empty(), "{name}");
            assert!(action.through.is_transitional(), "{name}");
            assert!(!action.goal.is_transitional(), "{name}");
        }
    }
}
