//! What Nova allows in which state, and what an action leads to. Pure.
//! See <https://docs.openstack.org/api-guide/compute/server_concepts.html>.

use super::state_of;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Server, ServerAction};
use crate::state::State;

/// The list's key in the output, after AWS.
pub(super) fn key(action: ServerAction) -> &'static str {
    match action {
        ServerAction::Start => "StartingInstances",
        ServerAction::Stop => "StoppingInstances",
        ServerAction::RebootSoft | ServerAction::RebootHard => "RebootingInstances",
        ServerAction::Delete | ServerAction::ForceDelete => "TerminatingInstances",
    }
}

/// The state that an action leads through.
pub(super) fn through(action: ServerAction) -> State {
    match action {
        ServerAction::Start => State::Starting,
        ServerAction::Stop => State::Stopping,
        ServerAction::RebootSoft | ServerAction::RebootHard => State::Rebooting,
        ServerAction::Delete | ServerAction::ForceDelete => State::Deleting,
    }
}

/// The state that an action leads to.
pub(super) fn goal(action: ServerAction) -> State {
    match action {
        ServerAction::Start | ServerAction::RebootSoft | ServerAction::RebootHard => State::Running,
        ServerAction::Stop => State::Stopped,
        ServerAction::Delete | ServerAction::ForceDelete => State::Terminated,
    }
}

/// The state, where there is nothing left to ask for.
pub(super) fn already(server: &Server, action: ServerAction) -> Option<State> {
    let state = state_of(server);
    let there = match action {
        ServerAction::Start => {
            matches!(state, State::Running | State::Starting)
                && matches!(server.task_state.as_deref(), None | Some("powering-on"))
        }
        ServerAction::Stop => {
            matches!(state, State::Stopped) || server.task_state.as_deref() == Some("powering-off")
        }
        ServerAction::RebootSoft | ServerAction::RebootHard => false,
        ServerAction::Delete => matches!(state, State::Deleting | State::Terminated),
        ServerAction::ForceDelete => state == State::Terminated,
    };
    there.then_some(state)
}

/// Whether Nova allows it, as far as the state and the task tell.
fn is_allowed(server: &Server, action: ServerAction) -> bool {
    let state = state_of(server);
    let task = server.task_state.as_deref();
    match action {
        ServerAction::Start => state == State::Stopped && task.is_none(),
        ServerAction::Stop => matches!(state, State::Running | State::Error) && task.is_none(),
        ServerAction::RebootSoft => state == State::Running && task.is_none(),
        ServerAction::RebootHard => match task {
            None => matches!(
                state,
                State::Running | State::Stopped | State::Paused | State::Suspended | State::Error
            ),
            Some(task) => matches!(
                task,
                "rebooting"
                    | "reboot_pending"
                    | "reboot_started"
                    | "rebooting_hard"
                    | "resuming"
                    | "unpausing"
                    | "pausing"
                    | "suspending"
            ),
        },
        ServerAction::Delete | ServerAction::ForceDelete => true,
    }
}

/// What would help, where Nova does not allow an action.
fn advice(server: &Server, action: ServerAction) -> Option<&'static str> {
    if server.locked == Some(true) {
        return Some("it is locked: whoever locked it, or an administrator, has to unlock it");
    }
    Some(match (action, state_of(server)) {
        (_, State::Paused) => "unpause it first",
        (_, State::Suspended) => "resume it first",
        (_, State::Shelved) => "unshelve it first",
        (_, State::Resized) => "confirm or revert its resize first",
        (_, State::Rescued) => "unrescue it first",
        (ServerAction::Start, State::Error) => "a hard reboot may bring it back: reboot --hard",
        (ServerAction::RebootSoft, State::Stopped) => "start it, or reboot --hard",
        (_, state) if state.is_transitional() => {
            "something is under way: 'ostk instances wait' waits for its end"
        }
        _ if server.task_state.is_some() => "something is under way, whose end has to come first",
        _ => return None,
    })
}

/// A refusal with the instance's name and state.
pub(super) fn refusal(server: &Server, error: Error, action: ServerAction) -> CommandError {
    let conflict = matches!(&error, Error::Fault(fault) if fault.status == 409);
    let mut error = CommandError::from(error).during(action.operation());
    error.message = format!("{}: {}", described(server), error.message);
    match advice(server, action) {
        Some(advice) if conflict => error.hint(advice),
        _ => error,
    }
}

/// The refusal that a request would meet. A lock holds nobody up who is an administrator.
pub(super) fn foreseen(
    server: &Server,
    action: ServerAction,
    is_admin: bool,
) -> Option<CommandError> {
    let is_locked = server.locked == Some(true) && !is_admin;
    // If there is nothing to do, no request is sent that a lock could refuse.
    if already(server, action).is_some() || !is_locked && is_allowed(server, action) {
        return None;
    }
    let mut message = described(server);
    if let Some(task) = &server.task_state {
        message = format!("{message} ({task})");
    }
    if is_locked {
        message.push_str(" and locked");
    }
    let error = CommandError::new(ExitCode::Service, "IncorrectInstanceState", message)
        .during(action.operation());
    Some(match advice(server, action) {
        Some(advice) => error.hint(advice),
        None => error,
    })
}

fn described(server: &Server) -> String {
    let state = state_of(server);
    format!("instance '{}' ({}) is {state}", server.name, server.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn server(status: &str, task: Option<&str>, locked: bool) -> Server {
        let body = json!({ "id": "a", "name": "web", "status": status, "locked": locked,
            "OS-EXT-STS:task_state": task });
        serde_json::from_value(body).unwrap()
    }

    #[test]
    fn what_nova_allows_and_what_needs_no_asking() {
        // Status and task; then start, stop, soft and hard reboot, delete: allowed, needless, no.
        let table = [
            ("ACTIVE", None, "needless yes yes yes yes"),
            ("ACTIVE", Some("powering-off"), "no needless no no yes"),
            ("ACTIVE", Some("image_uploading"), "no no no no yes"),
            ("ACTIVE", Some("deleting"), "no no no no needless"),
            ("SHUTOFF", None, "yes needless no yes yes"),
            ("SHUTOFF", Some("powering-on"), "needless no no no yes"),
            ("REBOOT", Some("reboot_started"), "no no no yes yes"),
            ("BUILD", Some("spawning"), "no no no no yes"),
            ("PAUSED", None, "no no no yes yes"),
            ("SUSPENDED", None, "no no no yes yes"),
            ("SHELVED_OFFLOADED", None, "no no no no yes"),
            ("VERIFY_RESIZE", None, "no no no no yes"),
            ("ERROR", None, "no yes no yes yes"),
            ("SOFT_DELETED", None, "no no no no needless"),
        ];
        let actions = [
            ServerAction::Start,
            ServerAction::Stop,
            ServerAction::RebootSoft,
            ServerAction::RebootHard,
            ServerAction::Delete,
        ];
        for (status, task, expected) in table {
            let server = server(status, task, false);
            let found = actions.map(|action| match already(&server, action) {
                Some(_) => "needless",
                None if is_allowed(&server, action) => "yes",
                None => "no",
            });
            assert_eq!(found.join(" "), expected, "{status} {task:?}");
        }
    }

    #[test]
    fn a_lock_says_so_and_holds_no_administrator_up() {
        let locked = server("ACTIVE", None, true);
        let error = foreseen(&locked, ServerAction::Stop, false).unwrap();
        assert_eq!(error.code, "IncorrectInstanceState");
        assert_eq!(error.message, "instance 'web' (a) is running and locked");
        assert!(error.hints[0].contains("unlock"), "{:?}", error.hints);
        assert_eq!(foreseen(&locked, ServerAction::Stop, true), None);
        assert_eq!(foreseen(&locked, ServerAction::Start, false), None);
    }

    #[test]
    fn a_refusal_says_what_would_help() {
        let hint = |status, task, action| {
            let error = foreseen(&server(status, task, false), action, false).unwrap();
            error.hints.first().cloned().unwrap_or_default()
        };
        assert!(hint("PAUSED", None, ServerAction::Stop).contains("unpause"));
        assert!(hint("SHUTOFF", None, ServerAction::RebootSoft).contains("--hard"));
        assert!(hint("ERROR", None, ServerAction::Start).contains("--hard"));
        let uploading = Some("image_uploading");
        assert!(hint("ACTIVE", uploading, ServerAction::Stop).contains("under way"));
        assert!(hint("BUILD", None, ServerAction::Stop).contains("instances wait"));
    }
}
