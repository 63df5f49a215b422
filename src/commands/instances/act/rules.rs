//! Evaluates the table's conditions: whether an action is needed, whether Nova allows it, and what
//! helps if it doesn't. Pure.

use super::actions::{Action, Condition};
use super::state_of;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Server};
use crate::state::State;

/// Returns the server's state if nothing is left to request.
pub(super) fn already(server: &Server, action: &Action) -> Option<State> {
    let is_done = action.done.iter().any(|condition| condition.holds(server));
    is_done.then(|| state_of(server))
}

/// Returns whether Nova allows the action, as far as state and task show.
fn is_allowed(server: &Server, action: &Action) -> bool {
    let mut allowed = action.allowed.iter();
    allowed.any(|condition| condition.holds(server))
}

/// Returns what helps if Nova doesn't allow an action.
fn advice(server: &Server, action: &Action) -> Option<&'static str> {
    if server.locked == Some(true) {
        return Some("it is locked: an administrator or the user that locked it must unlock it");
    }
    let state = state_of(server);
    let own = action.advice.iter().find(|(when, _)| *when == state);
    // An action that only leads out of this state must not advise itself first.
    let leads_out = matches!(action.allowed, [Condition::Resting([only])] if *only == state);
    Some(match state {
        State::Paused if !leads_out => "unpause it first",
        State::Suspended if !leads_out => "resume it first",
        State::Shelved if !leads_out => "unshelve it first",
        State::Resized if !leads_out => "confirm or revert its resize first",
        State::Rescued if !leads_out => "unrescue it first",
        _ => match own {
            Some((_, advice)) => advice,
            None if state.is_transitional() => {
                "something is under way: 'ostk instances wait' waits for its end"
            }
            None if server.task_state.is_some() => {
                "something is under way, whose end has to come first"
            }
            None => return None,
        },
    })
}

/// Returns Nova's refusal with the instance's name and state.
pub(super) fn refusal(server: &Server, error: Error, action: &Action) -> CommandError {
    let conflict = matches!(&error, Error::Fault(fault) if fault.status == 409);
    let mut error = CommandError::from(error).during(action.operation);
    error.message = format!("{}: {}", described(server), error.message);
    match advice(server, action) {
        Some(advice) if conflict => error.hint(advice),
        _ => error,
    }
}

/// Returns the refusal that a request would get. Administrators may act on locked servers.
pub(super) fn foreseen(server: &Server, action: &Action, is_admin: bool) -> Option<CommandError> {
    let is_locked = server.locked == Some(true) && !is_admin;
    // If nothing is left to request, no request is sent that a lock could refuse.
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
        .during(action.operation);
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
    use super::super::actions::{DELETE, HARD_REBOOT, PAUSE, REBOOT, START, STOP, UNPAUSE};
    use super::*;
    use serde_json::json;

    fn server(status: &str, task: Option<&str>, locked: bool) -> Server {
        let body = json!({ "id": "a", "name": "web", "status": status, "locked": locked,
            "OS-EXT-STS:task_state": task });
        serde_json::from_value(body).unwrap()
    }

    #[test]
    fn what_nova_allows_and_what_needs_no_asking() {
        // Status and task; then start, stop, soft and hard reboot, delete, pause, unpause: allowed,
        // needless, no.
        let table = [
            ("ACTIVE", None, "needless yes yes yes yes yes needless"),
            (
                "ACTIVE",
                Some("powering-off"),
                "no needless no no yes no no",
            ),
            ("ACTIVE", Some("image_uploading"), "no no no no yes no no"),
            ("ACTIVE", Some("deleting"), "no no no no needless no no"),
            ("SHUTOFF", None, "yes needless no yes yes no no"),
            (
                "SHUTOFF",
                Some("powering-on"),
                "needless no no no yes no no",
            ),
            ("REBOOT", Some("reboot_started"), "no no no yes yes no no"),
            ("BUILD", Some("spawning"), "no no no no yes no no"),
            ("PAUSED", None, "no no no yes yes needless yes"),
            ("ACTIVE", Some("pausing"), "no no no yes yes needless no"),
            ("PAUSED", Some("unpausing"), "no no no yes yes no needless"),
            (
                "PAUSED",
                Some("image_uploading"),
                "no no no no yes needless no",
            ),
            ("SUSPENDED", None, "no no no yes yes no no"),
            ("SHELVED_OFFLOADED", None, "no no no no yes no no"),
            ("VERIFY_RESIZE", None, "no no no no yes no no"),
            ("ERROR", None, "no yes no yes yes no no"),
            ("SOFT_DELETED", None, "no no no no needless no no"),
        ];
        let actions = [
            &START,
            &STOP,
            &REBOOT,
            &HARD_REBOOT,
            &DELETE,
            &PAUSE,
            &UNPAUSE,
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
        let error = foreseen(&locked, &STOP, false).unwrap();
        assert_eq!(error.code, "IncorrectInstanceState");
        assert_eq!(error.message, "instance 'web' (a) is running and locked");
        assert!(error.hints[0].contains("unlock"), "{:?}", error.hints);
        assert_eq!(foreseen(&locked, &STOP, true), None);
        assert_eq!(foreseen(&locked, &START, false), None);
    }

    #[test]
    fn a_refusal_says_what_would_help() {
        let hint = |status, task, action| {
            let error = foreseen(&server(status, task, false), action, false).unwrap();
            error.hints.first().cloned().unwrap_or_default()
        };
        assert!(hint("PAUSED", None, &STOP).contains("unpause"));
        assert!(hint("PAUSED", Some("image_uploading"), &UNPAUSE).contains("under way"));
        assert!(hint("SUSPENDED", None, &PAUSE).contains("resume"));
        assert!(hint("SHUTOFF", None, &REBOOT).contains("--hard"));
        assert!(hint("ERROR", None, &START).contains("--hard"));
        let uploading = Some("image_uploading");
        assert!(hint("ACTIVE", uploading, &STOP).contains("under way"));
        assert!(hint("BUILD", None, &STOP).contains("instances wait"));
    }
}
