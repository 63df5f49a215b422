//! The lifecycle of a server: which phases an action leads through, and how long each takes. The
//! plan is made when the action starts. Pure.
//!
//! The sequences come from a real cloud that was polled without pause (`tests/recorded/states-*`).

use crate::model::{Phase, PhaseEffect, Server};

/// How long the hypervisor takes unless the server's metadata says so (`fake_delay`).
const BOOT: i64 = 4_000;
const SHUT_DOWN: i64 = 3_000;
const COPY: i64 = 2_500;
/// How long Nova's own steps take.
const STEP: i64 = 300;

/// A pause before a phase.
#[derive(Clone, Copy)]
enum Pause {
    Step,
    /// The hypervisor's work.
    Work(i64),
}

/// An action on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ServerAction {
    Create,
    Stop,
    Start,
    RebootSoft,
    RebootHard,
    Pause,
    Unpause,
    Suspend,
    Resume,
    Rescue,
    Unrescue,
    Snapshot,
    Rebuild,
    Resize,
    ConfirmResize,
    RevertResize,
    Shelve,
    Unshelve,
    Migrate,
    LiveMigrate,
    Delete,
}

impl ServerAction {
    /// Returns Nova's name for it in `os-instance-actions`.
    pub(crate) fn action(&self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Stop => "stop",
            Self::Start => "start",
            Self::RebootSoft | Self::RebootHard => "reboot",
            Self::Pause => "pause",
            Self::Unpause => "unpause",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Rescue => "rescue",
            Self::Unrescue => "unrescue",
            Self::Snapshot => "createImage",
            Self::Rebuild => "rebuild",
            Self::Resize => "resize",
            Self::ConfirmResize => "confirmResize",
            Self::RevertResize => "revertResize",
            Self::Shelve => "shelve",
            Self::Unshelve => "unshelve",
            Self::Migrate => "migrate",
            Self::LiveMigrate => "live-migration",
            Self::Delete => "delete",
        }
    }

    /// Returns the name of the event on the host.
    pub(crate) fn event(&self) -> &'static str {
        match self {
            Self::Create => "compute__do_build_and_run_instance",
            Self::Stop => "compute_stop_instance",
            Self::Start => "compute_start_instance",
            Self::RebootSoft | Self::RebootHard => "compute_reboot_instance",
            Self::Pause => "compute_pause_instance",
            Self::Unpause => "compute_unpause_instance",
            Self::Suspend => "compute_suspend_instance",
            Self::Resume => "compute_resume_instance",
            Self::Rescue => "compute_rescue_instance",
            Self::Unrescue => "compute_unrescue_instance",
            Self::Snapshot => "compute_snapshot_instance",
            Self::Rebuild => "compute_rebuild_instance",
            Self::Resize | Self::Migrate => "compute_prep_resize",
            Self::ConfirmResize => "compute_confirm_resize",
            Self::RevertResize => "compute_revert_resize",
            Self::Shelve => "compute_shelve_instance",
            Self::Unshelve => "compute_unshelve_instance",
            Self::LiveMigrate => "compute_live_migration",
            Self::Delete => "compute_terminate_instance",
        }
    }

    /// Returns the word in `fake_fail` that makes the hypervisor's part fail.
    fn failing(&self) -> Option<&'static str> {
        Some(match self {
            Self::Create => "spawn",
            Self::Stop => "power_off",
            Self::Start => "power_on",
            Self::RebootSoft | Self::RebootHard => "reboot",
            Self::Delete => "destroy",
            Self::Pause => "pause",
            Self::Unpause => "unpause",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            _ => return None,
        })
    }
}

/// How a build will end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BuildOutcome {
    Open,
    /// No host has room for the server.
    Unplaced(String),
    /// The host fails with this message.
    Fails(String),
    /// The build never ends.
    Stuck,
}

/// The phases of an action, each with its time in milliseconds after the start.
pub(crate) struct Plan {
    pub(crate) phases: Vec<(i64, Phase)>,
}

struct Planner<'a> {
    server: &'a Server,
    request: &'a str,
    delay: Option<i64>,
    speed: f64,
    at: i64,
    phases: Vec<(i64, Phase)>,
}

impl Planner<'_> {
    fn wait(&mut self, pause: Pause) {
        let milliseconds = match pause {
            Pause::Step => STEP,
            Pause::Work(usual) => self.delay.unwrap_or(usual),
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "a pause is a few seconds"
        )]
        let scaled = (milliseconds as f64 / self.speed) as i64;
        self.at = self.at.saturating_add(scaled);
    }

    fn phase(
        &mut self,
        status: &str,
        task: Option<&str>,
        vm: &str,
        power: u8,
        end: Option<PhaseEffect>,
    ) {
        let phase = Phase {
            status: status.to_owned(),
            task: task.map(str::to_owned),
            vm: vm.to_owned(),
            power,
            request: self.request.to_owned(),
            end,
        };
        self.phases.push((self.at, phase));
    }

    /// Adds a phase with a task, and no other change.
    fn task(&mut self, task: &str) {
        let (status, vm, power) = self.now();
        self.phase(&status, Some(task), &vm, power, None);
    }

    fn now(&self) -> (String, String, u8) {
        let server = self.server;
        (server.status.clone(), server.vm.clone(), server.power)
    }

    /// Adds the phase after a failed action: the server as it was, without a task.
    fn back(&mut self, message: String) {
        let (status, vm, power) = self.now();
        let end = PhaseEffect::Failed {
            message,
            fault: false,
        };
        self.phase(&status, None, &vm, power, Some(end));
    }

    fn active(&mut self, end: PhaseEffect) {
        self.phase("ACTIVE", None, "active", 1, Some(end));
    }

    /// Adds the phase after a resize: a stopped server stays stopped.
    fn resized(&mut self, end: PhaseEffect) {
        if self.server.power == 4 {
            self.phase("SHUTOFF", None, "stopped", 4, Some(end));
        } else {
            self.active(end);
        }
    }
}

fn word<'a>(server: &'a Server, key: &str) -> Option<&'a str> {
    server.metadata.get(key).map(String::as_str)
}

/// Returns whether the server's metadata makes an action fail.
fn is_made_to_fail(server: &Server, what: &str) -> bool {
    word(server, "fake_fail").is_some_and(|list| list.split(',').any(|one| one.trim() == what))
}

/// Plans the phases of an action.
pub(crate) fn plan(
    action: &ServerAction,
    server: &Server,
    request: &str,
    speed: f64,
    outcome: &BuildOutcome,
) -> Plan {
    #[expect(clippy::cast_possible_truncation, reason = "a pause is a few seconds")]
    let delay = word(server, "fake_delay")
        .and_then(|text| text.parse::<f64>().ok())
        .filter(|seconds| seconds.is_finite() && *seconds >= 0.0)
        .map(|seconds| (seconds.min(86_400.0) * 1000.0) as i64);
    let mut planner = Planner {
        server,
        request,
        delay,
        speed: if speed > 0.0 { speed } else { f64::INFINITY },
        at: 0,
        phases: Vec::new(),
    };
    let fails = action
        .failing()
        .is_some_and(|what| is_made_to_fail(server, what));
    planner.plan(action, fails, outcome);
    Plan {
        phases: planner.phases,
    }
}

impl Planner<'_> {
    #[expect(clippy::too_many_lines, reason = "one arm an action, as a table")]
    fn plan(&mut self, action: &ServerAction, fails: bool, outcome: &BuildOutcome) {
        use Pause::{Step, Work};
        let failure = |what: &str| format!("fake_fail={what}");
        match action {
            ServerAction::Create => self.create(fails, outcome),
            ServerAction::Stop => {
                self.task("powering-off");
                self.wait(Work(SHUT_DOWN));
                if fails {
                    self.back(failure("power_off"));
                } else {
                    self.phase("SHUTOFF", None, "stopped", 4, Some(PhaseEffect::Done));
                }
            }
            ServerAction::Start => {
                self.task("powering-on");
                self.wait(Work(BOOT / 2));
                if fails {
                    self.back(failure("power_on"));
                } else {
                    self.active(PhaseEffect::Booted);
                }
            }
            ServerAction::RebootSoft | ServerAction::RebootHard => {
                self.reboot(*action == ServerAction::RebootHard, fails);
            }
            ServerAction::Pause => {
                self.plain("pausing", STEP, ("PAUSED", "paused", 3), fails, "pause");
            }
            ServerAction::Unpause => {
                self.plain("unpausing", STEP, ("ACTIVE", "active", 1), fails, "unpause");
            }
            ServerAction::Suspend => {
                self.plain(
                    "suspending",
                    COPY,
                    ("SUSPENDED", "suspended", 7),
                    fails,
                    "suspend",
                );
            }
            ServerAction::Resume => {
                self.plain("resuming", COPY, ("ACTIVE", "active", 1), fails, "resume");
            }
            ServerAction::Rescue => {
                self.plain("rescuing", BOOT, ("RESCUE", "rescued", 4), false, "");
            }
            ServerAction::Unrescue => {
                self.plain("unrescuing", STEP, ("ACTIVE", "active", 1), false, "");
            }
            ServerAction::Snapshot => {
                for (task, pause) in [
                    ("image_snapshot_pending", Step),
                    ("image_pending_upload", Work(COPY)),
                    ("image_uploading", Step),
                ] {
                    self.task(task);
                    self.wait(pause);
                }
                let (status, vm, power) = self.now();
                self.phase(&status, None, &vm, power, Some(PhaseEffect::Done));
            }
            ServerAction::Rebuild => {
                for (task, pause) in [
                    ("rebuilding", Work(SHUT_DOWN)),
                    ("rebuild_block_device_mapping", Step),
                    ("rebuild_spawning", Work(BOOT)),
                ] {
                    self.phase("REBUILD", Some(task), "active", 1, None);
                    self.wait(pause);
                }
                self.active(PhaseEffect::Booted);
            }
            ServerAction::Resize | ServerAction::Migrate => {
                let (_, vm, power) = self.now();
                for (task, pause) in [
                    ("resize_prep", Step),
                    ("resize_migrating", Work(COPY)),
                    ("resize_migrated", Step),
                    ("resize_finish", Work(BOOT)),
                ] {
                    self.phase("RESIZE", Some(task), &vm, power, None);
                    self.wait(pause);
                }
                self.phase(
                    "VERIFY_RESIZE",
                    None,
                    "resized",
                    power,
                    Some(PhaseEffect::Resized),
                );
            }
            ServerAction::ConfirmResize => {
                self.phase("VERIFY_RESIZE", None, "resized", self.server.power, None);
                self.wait(Step);
                self.resized(PhaseEffect::Confirmed);
            }
            ServerAction::RevertResize => {
                self.phase(
                    "REVERT_RESIZE",
                    Some("resize_reverting"),
                    "resized",
                    self.server.power,
                    None,
                );
                self.wait(Work(COPY));
                self.resized(PhaseEffect::Reverted);
            }
            ServerAction::Shelve => {
                self.phase("ACTIVE", Some("shelving"), "active", 1, None);
                self.wait(Work(SHUT_DOWN));
                self.phase(
                    "ACTIVE",
                    Some("shelving_image_pending_upload"),
                    "active",
                    1,
                    None,
                );
                self.wait(Work(COPY));
                self.phase("SHELVED", Some("shelving_offloading"), "shelved", 4, None);
                self.wait(Step);
                self.phase(
                    "SHELVED_OFFLOADED",
                    None,
                    "shelved_offloaded",
                    4,
                    Some(PhaseEffect::Offloaded),
                );
            }
            ServerAction::Unshelve => {
                let (status, vm, power) = self.now();
                for (task, pause) in [("unshelving", Step), ("spawning", Work(BOOT))] {
                    self.phase(&status, Some(task), &vm, power, None);
                    self.wait(pause);
                }
                self.active(PhaseEffect::Built);
            }
            ServerAction::LiveMigrate => {
                self.phase("MIGRATING", Some("migrating"), "active", 1, None);
                self.wait(Work(COPY));
                self.active(PhaseEffect::Done);
            }
            ServerAction::Delete => self.delete(fails),
        }
    }

    fn plain(
        &mut self,
        task: &str,
        work: i64,
        (status, vm, power): (&str, &str, u8),
        fails: bool,
        what: &str,
    ) {
        self.task(task);
        self.wait(Pause::Work(work));
        if fails {
            self.back(format!("fake_fail={what}"));
        } else {
            self.phase(status, None, vm, power, Some(PhaseEffect::Done));
        }
    }

    fn create(&mut self, fails: bool, outcome: &BuildOutcome) {
        let building = |planner: &mut Self, task: Option<&str>| {
            planner.phase("BUILD", task, "building", 0, None);
        };
        building(self, Some("scheduling"));
        self.wait(Pause::Step);
        if let BuildOutcome::Unplaced(reason) = outcome {
            let message = reason.clone();
            return self.phase(
                "ERROR",
                None,
                "error",
                0,
                Some(PhaseEffect::Unplaced { message }),
            );
        }
        let reschedule = is_made_to_fail(self.server, "reschedule");
        // Nova tries a second host before it gives up.
        for attempt in 0..=usize::from(reschedule) {
            building(self, None);
            self.wait(Pause::Step);
            building(self, Some("networking"));
            self.wait(Pause::Step);
            building(self, Some("block_device_mapping"));
            self.wait(Pause::Step);
            if let BuildOutcome::Fails(message) = outcome {
                return self.fail_build(message.clone());
            }
            building(self, Some("spawning"));
            self.wait(Pause::Work(BOOT));
            if reschedule {
                building(self, Some("scheduling"));
                self.wait(Pause::Step);
                if attempt == 1 {
                    let id = &self.server.id;
                    return self.fail_build(format!(
                        "Exceeded maximum number of retries. Exceeded max scheduling attempts 2 \
                         for instance {id}. Last exception: fake_fail=spawn"
                    ));
                }
            }
        }
        if fails {
            let id = &self.server.id;
            return self.fail_build(format!("Build of instance {id} aborted: fake_fail=spawn"));
        }
        self.active(PhaseEffect::Built);
    }

    fn fail_build(&mut self, message: String) {
        let end = PhaseEffect::Failed {
            message,
            fault: true,
        };
        self.phase("ERROR", None, "error", 0, Some(end));
    }

    fn reboot(&mut self, hard: bool, fails: bool) {
        let (status, ending) = if hard {
            ("HARD_REBOOT", "_hard")
        } else {
            ("REBOOT", "")
        };
        let (_, vm, power) = self.now();
        let tasks = ["rebooting", "reboot_pending", "reboot_started"];
        for (task, pause) in
            tasks
                .into_iter()
                .zip([Pause::Step, Pause::Step, Pause::Work(SHUT_DOWN + BOOT / 2)])
        {
            self.phase(status, Some(&format!("{task}{ending}")), &vm, power, None);
            self.wait(pause);
        }
        if fails && power != 1 {
            let end = PhaseEffect::Failed {
                message: "fake_fail=reboot".to_owned(),
                fault: true,
            };
            return self.phase("ERROR", None, "error", power, Some(end));
        }
        // If a reboot fails while the server is running, the server goes on, and Nova records the
        // action as a success.
        self.active(if fails {
            PhaseEffect::Done
        } else {
            PhaseEffect::Booted
        });
    }

    fn delete(&mut self, fails: bool) {
        let task = self.server.task.as_deref();
        match task.filter(|_| self.server.vm == "building") {
            // A build on its host ignores the deletion, and overwrites the task.
            Some("spawning") => {
                self.task("deleting");
                self.wait(Pause::Work(BOOT));
                self.phase("ACTIVE", None, "active", 1, None);
            }
            Some("networking" | "block_device_mapping") => {
                self.task("deleting");
                self.wait(Pause::Step);
                self.task("block_device_mapping");
                self.wait(Pause::Step);
                self.phase("ERROR", None, "error", 0, None);
            }
            // A server without a host is deleted at once.
            _ if self.server.host.is_none() => {
                self.phase("DELETED", None, "deleted", 0, Some(PhaseEffect::Gone));
                return;
            }
            _ => self.task("deleting"),
        }
        self.wait(Pause::Work(SHUT_DOWN));
        if fails {
            let end = PhaseEffect::Failed {
                message: "fake_fail=destroy".to_owned(),
                fault: true,
            };
            let power = self.server.power;
            self.phase("ERROR", Some("deleting"), "error", power, None);
            self.wait(Pause::Step);
            self.phase("ERROR", None, "error", power, Some(end));
            return;
        }
        self.phase("DELETED", None, "deleted", 0, Some(PhaseEffect::Deleted));
        self.wait(Pause::Step);
        self.phase("DELETED", None, "deleted", 0, Some(PhaseEffect::Gone));
    }
}
