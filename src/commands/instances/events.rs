//! The schema of an event: the same for each line, whatever has happened.

use jiff::Timestamp;
use serde::Serialize;

use super::view::{Instance, StateReason, tone};
use crate::error::CommandError;
use crate::output::Tone;
use crate::output::color::paint;
use crate::output::sanitize::for_terminal;
use crate::state::State;
use crate::watch::Change;

/// An event. Every event has all keys. A key that does not apply is null.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct EventView {
    pub(super) time: Option<String>,
    pub(super) r#type: &'static str,
    pub(super) instance_id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) previous_state: Option<&'static str>,
    pub(super) current_state: Option<&'static str>,
    pub(super) status: Option<String>,
    pub(super) task_state: Option<String>,
    pub(super) vm_state: Option<String>,
    pub(super) power_state: Option<&'static str>,
    pub(super) state_reason: Option<StateReason>,
    pub(super) instance_type: Option<String>,
    pub(super) private_ip_address: Option<String>,
    pub(super) public_ip_address: Option<String>,
    /// The number of instances that are followed. Only in `synced`.
    pub(super) count: Option<usize>,
    /// Only in `error`.
    pub(super) error: Option<ErrorView>,
    #[serde(skip)]
    states: Option<(Option<State>, State)>,
}

/// The error of a request, and the time until its retry.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct ErrorView {
    code: &'static str,
    message: String,
    http_status: Option<u16>,
    request_id: Option<String>,
    /// Null if there is no retry.
    retry_in_seconds: Option<f64>,
}

fn text(time: Option<Timestamp>) -> Option<String> {
    let time = time?;
    let whole = Timestamp::from_second(time.as_second()).unwrap_or(time);
    Some(whole.to_string())
}

impl EventView {
    /// Returns the event for a change of an instance, with the instance's current state. `first`
    /// says that no earlier event has shown the instance.
    pub(super) fn change(
        time: Option<Timestamp>,
        change: &Change,
        instance: Instance,
        first: bool,
    ) -> Self {
        let current = change.current();
        let deleted = matches!(change, Change::Deleted { .. });
        // The end of an instance that vanished was not seen, and its earlier state says nothing
        // about it now.
        let seen = !deleted || instance.state.state == State::Terminated;
        let previous = change.previous();
        Self {
            time: text(time),
            r#type: match change {
                Change::Deleted { .. } => "deleted",
                _ if first => "added",
                Change::Added(_) | Change::Changed { .. } => "changed",
            },
            instance_id: Some(instance.instance_id),
            name: Some(instance.name),
            previous_state: previous.map(State::name),
            current_state: Some(current.name()),
            status: seen.then_some(instance.status),
            task_state: instance.task_state.filter(|_| seen),
            vm_state: instance.vm_state.filter(|_| seen),
            power_state: instance.power_state.filter(|_| seen),
            state_reason: instance.state_reason,
            instance_type: instance.instance_type.known(),
            private_ip_address: instance.private_ip_address,
            public_ip_address: instance.public_ip_address,
            states: Some((previous, current)),
            ..Self::default()
        }
    }

    /// Returns the event after all instances have been reported.
    pub(super) fn synced(time: Option<Timestamp>, count: usize) -> Self {
        Self {
            time: text(time),
            r#type: "synced",
            count: Some(count),
            ..Self::default()
        }
    }

    /// Returns the event for a request that failed.
    pub(super) fn error(
        time: Option<Timestamp>,
        error: &CommandError,
        retry_in: Option<std::time::Duration>,
    ) -> Self {
        Self {
            time: text(time),
            r#type: "error",
            error: Some(ErrorView {
                code: error.code,
                message: error.message.clone(),
                http_status: error.http_status,
                request_id: error.request_id.clone(),
                retry_in_seconds: retry_in.map(|pause| (pause.as_secs_f64() * 10.0).round() / 10.0),
            }),
            ..Self::default()
        }
    }

    /// Returns the event as a line for people. Empty if the event goes to stderr.
    pub(super) fn line(&self, color: bool) -> String {
        let mut out = String::new();
        let Some((previous, current)) = self.states else {
            return out;
        };
        let time = self.time.as_deref().unwrap_or_default();
        let time = time.get(11..).unwrap_or_default();
        paint(&mut out, Tone::Quiet, color, time);
        out.push_str("  ");
        out.push_str(&for_terminal(self.name.as_deref().unwrap_or_default()));
        out.push_str("  ");
        if let Some(previous) = previous.filter(|previous| *previous != current) {
            paint(&mut out, tone(previous), color, previous.name());
            out.push_str(" → ");
        }
        paint(&mut out, tone(current), color, current.name());
        if let Some(task) = &self.task_state {
            out.push_str("  (");
            out.push_str(&for_terminal(task));
            out.push(')');
        }
        out.push_str("  ");
        let id = self.instance_id.as_deref().unwrap_or_default();
        paint(&mut out, Tone::Quiet, color, &for_terminal(id));
        let reason = self.state_reason.as_ref();
        if let Some(message) = reason.and_then(|reason| reason.message.as_deref()) {
            out.push_str("  ");
            paint(&mut out, Tone::Bad, color, &for_terminal(message));
        }
        out.push('\n');
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_nothing_that_moves_the_cursor() {
        let event = EventView {
            time: Some("2026-11-24T12:00:00Z".to_owned()),
            name: Some("we\u{202e}b".to_owned()),
            instance_id: Some("i".to_owned()),
            task_state: Some("a\x1b[2Jb".to_owned()),
            states: Some((None, State::Running)),
            ..EventView::default()
        };
        let expected = "12:00:00Z  we\\u{202e}b  running  (a\\x1b[2Jb)  i\n";
        assert_eq!(event.line(false), expected);
    }
}
