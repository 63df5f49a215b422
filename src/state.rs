//! The single state that the user sees, as in AWS. It follows from Nova's `status` and task. Pure.
//!
//! A terminated instance stays terminated, whatever its task, unless it is being restored.
//! Otherwise a task that changes the state decides, since Nova's status changes only after the
//! task. A server that is stopping is still ACTIVE, and a server that is being deleted keeps its
//! earlier status. With any other task (a snapshot, the steps of a build) the status decides.

use std::fmt;
use std::str::FromStr;

/// A state of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "the names say it; the table in `State::of` is their meaning"
)]
pub enum State {
    Pending,
    Starting,
    Running,
    Rebooting,
    Stopping,
    Stopped,
    Deleting,
    Terminated,
    Paused,
    Suspended,
    Shelved,
    Resizing,
    Resized,
    Rebuilding,
    Migrating,
    Rescued,
    Error,
    Unknown,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 18] = [
        Self::Pending,
        Self::Starting,
        Self::Running,
        Self::Rebooting,
        Self::Stopping,
        Self::Stopped,
        Self::Deleting,
        Self::Terminated,
        Self::Paused,
        Self::Suspended,
        Self::Shelved,
        Self::Resizing,
        Self::Resized,
        Self::Rebuilding,
        Self::Migrating,
        Self::Rescued,
        Self::Error,
        Self::Unknown,
    ];

    /// Returns the state for Nova's status and task.
    pub fn of(status: &str, task_state: Option<&str>) -> Self {
        if matches!(status, "DELETED" | "SOFT_DELETED") && task_state != Some("restoring") {
            return Self::Terminated;
        }
        task_state
            .and_then(Self::of_task)
            .unwrap_or_else(|| Self::of_status(status))
    }

    fn of_status(status: &str) -> Self {
        match status {
            "BUILD" => Self::Pending,
            "ACTIVE" | "PASSWORD" => Self::Running,
            "REBOOT" | "HARD_REBOOT" => Self::Rebooting,
            "SHUTOFF" => Self::Stopped,
            "DELETED" | "SOFT_DELETED" => Self::Terminated,
            "PAUSED" => Self::Paused,
            "SUSPENDED" => Self::Suspended,
            "SHELVED" | "SHELVED_OFFLOADED" => Self::Shelved,
            "RESIZE" | "REVERT_RESIZE" => Self::Resizing,
            "VERIFY_RESIZE" => Self::Resized,
            "REBUILD" => Self::Rebuilding,
            "MIGRATING" => Self::Migrating,
            "RESCUE" => Self::Rescued,
            "ERROR" => Self::Error,
            _ => Self::Unknown,
        }
    }

    /// Returns the state of a server with this task, if the task decides.
    fn of_task(task: &str) -> Option<Self> {
        Some(match task {
            "powering-on" | "resuming" | "unpausing" | "unshelving" | "restoring" => Self::Starting,
            "powering-off" | "pausing" | "suspending" => Self::Stopping,
            "deleting" | "soft-deleting" => Self::Deleting,
            _ if task.starts_with("reboot") => Self::Rebooting,
            _ if task.starts_with("shelving") => Self::Stopping,
            _ => return None,
        })
    }

    /// Returns the name that the user sees.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Starting => "starting",
            Self::Running => "running",
            Self::Rebooting => "rebooting",
            Self::Stopping => "stopping",
            Self::Stopped => "stopped",
            Self::Deleting => "deleting",
            Self::Terminated => "terminated",
            Self::Paused => "paused",
            Self::Suspended => "suspended",
            Self::Shelved => "shelved",
            Self::Resizing => "resizing",
            Self::Resized => "resized",
            Self::Rebuilding => "rebuilding",
            Self::Migrating => "migrating",
            Self::Rescued => "rescued",
            Self::Error => "error",
            Self::Unknown => "unknown",
        }
    }

    /// Returns EC2's code.
    pub fn code(self) -> Option<u16> {
        match self {
            Self::Pending | Self::Starting => Some(0),
            Self::Running
            | Self::Rebooting
            | Self::Resizing
            | Self::Resized
            | Self::Rebuilding
            | Self::Migrating
            | Self::Rescued => Some(16),
            Self::Deleting => Some(32),
            Self::Terminated => Some(48),
            Self::Stopping => Some(64),
            Self::Stopped | Self::Paused | Self::Suspended | Self::Shelved => Some(80),
            Self::Error | Self::Unknown => None,
        }
    }

    /// Returns whether the cloud is working on the instance, so that another state follows.
    pub fn is_transitional(self) -> bool {
        matches!(
            self,
            Self::Pending
                | Self::Starting
                | Self::Rebooting
                | Self::Stopping
                | Self::Deleting
                | Self::Resizing
                | Self::Rebuilding
                | Self::Migrating
        )
    }

    /// Returns the statuses that a server in this state may have, as a filter for Nova. Returns
    /// none if a task decides the state, since it may come with any status, and for states that
    /// Nova does not list. DELETED is left out of `terminated`: Nova refuses tenants that filter by
    /// it.
    pub fn statuses(self) -> Option<&'static [&'static str]> {
        Some(match self {
            Self::Pending => &["BUILD"],
            Self::Running => &["ACTIVE", "PASSWORD"],
            Self::Stopped => &["SHUTOFF"],
            Self::Terminated => &["SOFT_DELETED"],
            Self::Paused => &["PAUSED"],
            Self::Suspended => &["SUSPENDED"],
            Self::Shelved => &["SHELVED", "SHELVED_OFFLOADED"],
            Self::Resizing => &["RESIZE", "REVERT_RESIZE"],
            Self::Resized => &["VERIFY_RESIZE"],
            Self::Rebuilding => &["REBUILD"],
            Self::Migrating => &["MIGRATING"],
            Self::Rescued => &["RESCUE"],
            Self::Error => &["ERROR"],
            Self::Starting | Self::Rebooting | Self::Stopping | Self::Deleting | Self::Unknown => {
                return None;
            }
        })
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// A word that is not a state.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{name}' is no state of an instance; there are: {}", names())]
pub struct UnknownState {
    name: String,
}

fn names() -> String {
    State::ALL.map(State::name).join(", ")
}

impl FromStr for State {
    type Err = UnknownState;

    fn from_str(text: &str) -> Result<Self, UnknownState> {
        Self::ALL
            .into_iter()
            .find(|state| state.name().eq_ignore_ascii_case(text))
            .ok_or_else(|| UnknownState {
                name: text.to_owned(),
            })
    }
}

/// Returns the name of Nova's number for a power state
/// (<https://docs.openstack.org/api-ref/compute/#show-server-details>).
pub fn power_state_name(number: i64) -> &'static str {
    match number {
        0 => "nostate",
        1 => "running",
        3 => "paused",
        4 => "shutdown",
        6 => "crashed",
        7 => "suspended",
        _ => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every status that Nova has, with its state without a task.
    const STATUSES: [(&str, State); 20] = [
        ("ACTIVE", State::Running),
        ("BUILD", State::Pending),
        ("DELETED", State::Terminated),
        ("ERROR", State::Error),
        ("HARD_REBOOT", State::Rebooting),
        ("MIGRATING", State::Migrating),
        ("PASSWORD", State::Running),
        ("PAUSED", State::Paused),
        ("REBOOT", State::Rebooting),
        ("REBUILD", State::Rebuilding),
        ("RESCUE", State::Rescued),
        ("RESIZE", State::Resizing),
        ("REVERT_RESIZE", State::Resizing),
        ("SHELVED", State::Shelved),
        ("SHELVED_OFFLOADED", State::Shelved),
        ("SHUTOFF", State::Stopped),
        ("SOFT_DELETED", State::Terminated),
        ("SUSPENDED", State::Suspended),
        ("UNKNOWN", State::Unknown),
        ("VERIFY_RESIZE", State::Resized),
    ];

    /// Every task state that Nova has (`nova/compute/task_states.py`), with the state that it
    /// decides. With `None`, the status decides.
    const TASKS: [(&str, Option<State>); 43] = [
        ("scheduling", None),
        ("block_device_mapping", None),
        ("networking", None),
        ("spawning", None),
        ("image_snapshot", None),
        ("image_snapshot_pending", None),
        ("image_pending_upload", None),
        ("image_uploading", None),
        ("image_backup", None),
        ("updating_password", None),
        ("resize_prep", None),
        ("resize_migrating", None),
        ("resize_migrated", None),
        ("resize_finish", None),
        ("resize_reverting", None),
        ("resize_confirming", None),
        ("rebooting", Some(State::Rebooting)),
        ("reboot_pending", Some(State::Rebooting)),
        ("reboot_started", Some(State::Rebooting)),
        ("rebooting_hard", Some(State::Rebooting)),
        ("reboot_pending_hard", Some(State::Rebooting)),
        ("reboot_started_hard", Some(State::Rebooting)),
        ("pausing", Some(State::Stopping)),
        ("unpausing", Some(State::Starting)),
        ("suspending", Some(State::Stopping)),
        ("resuming", Some(State::Starting)),
        ("powering-off", Some(State::Stopping)),
        ("powering-on", Some(State::Starting)),
        ("rescuing", None),
        ("unrescuing", None),
        ("rebuilding", None),
        ("rebuild_block_device_mapping", None),
        ("rebuild_spawning", None),
        ("migrating", None),
        ("deleting", Some(State::Deleting)),
        ("soft-deleting", Some(State::Deleting)),
        ("restoring", Some(State::Starting)),
        ("shelving", Some(State::Stopping)),
        ("shelving_image_pending_upload", Some(State::Stopping)),
        ("shelving_image_uploading", Some(State::Stopping)),
        ("shelving_offloading", Some(State::Stopping)),
        ("unshelving", Some(State::Starting)),
        ("never heard of", None),
    ];

    #[test]
    fn every_status_with_every_task_has_its_state() {
        for (status, state) in STATUSES {
            assert_eq!(State::of(status, None), state, "{status}");
            for (task, decides) in TASKS {
                let gone = state == State::Terminated && task != "restoring";
                let expected = if gone {
                    State::Terminated
                } else {
                    decides.unwrap_or(state)
                };
                assert_eq!(State::of(status, Some(task)), expected, "{status} {task}");
            }
        }
        assert_eq!(State::of("NEVER_HEARD_OF", None), State::Unknown);
        assert_eq!(State::of("", None), State::Unknown);
    }

    #[test]
    fn asking_for_a_states_statuses_misses_no_server_in_it() {
        for (status, _) in STATUSES {
            let tasks = TASKS.iter().map(|(task, _)| Some(*task)).chain([None]);
            for task in tasks {
                let state = State::of(status, task);
                if let Some(statuses) = state.statuses() {
                    let hidden = status == "DELETED";
                    assert!(hidden || statuses.contains(&status), "{status} {task:?}");
                }
            }
        }
    }

    #[test]
    fn names_are_read_back_and_codes_are_ec2s() {
        for state in State::ALL {
            assert_eq!(state.name().parse(), Ok(state));
        }
        assert!(
            "runing"
                .parse::<State>()
                .unwrap_err()
                .to_string()
                .contains("running")
        );
        let codes = [
            (State::Pending, Some(0)),
            (State::Running, Some(16)),
            (State::Deleting, Some(32)),
            (State::Terminated, Some(48)),
            (State::Stopping, Some(64)),
            (State::Stopped, Some(80)),
            (State::Error, None),
        ];
        for (state, code) in codes {
            assert_eq!(state.code(), code);
        }
    }
}
