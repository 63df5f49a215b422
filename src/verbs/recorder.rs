//! The journal as commands use it. It is opened at the first write. If that fails, there is one
//! warning. The journal never stops a command or delays it for long.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::notes::Notes;
use crate::env::Env;
use crate::openstack::{Login, ServiceClock, Session};
use crate::records::{Journal, Kind, RecordsError, Scope};

/// The time that the journal may cost one run in total, beyond ordinary writes.
const BUDGET: Duration = Duration::from_secs(1);
/// The time of an ordinary write to a healthy disk, which is not counted.
const ORDINARY: Duration = Duration::from_millis(50);

/// Returns the part of an operation's time that counts.
fn cost(took: Duration) -> Duration {
    took.saturating_sub(ORDINARY)
}

/// The journal of one run.
pub struct Recorder {
    env: Env,
    notes: Notes,
    compute_clock: Arc<ServiceClock>,
    journal: OnceLock<Option<Journal>>,
    /// The rest of the budget; zero after the journal was too slow for this run.
    left: Mutex<Duration>,
    warned: AtomicBool,
}

impl Recorder {
    /// Returns a journal that is not opened yet. This clock dates the observations.
    pub fn new(env: &Env, notes: &Notes, compute_clock: Arc<ServiceClock>) -> Self {
        Self {
            env: env.clone(),
            notes: notes.clone(),
            compute_clock,
            journal: OnceLock::new(),
            left: Mutex::new(BUDGET),
            warned: AtomicBool::new(false),
        }
    }

    /// Calls `act` with the journal. Returns `None` if there is no journal, it failed, or it was
    /// too slow earlier in this run. The user is warned once.
    pub fn with<T>(&self, act: impl FnOnce(&Journal) -> Result<T, RecordsError>) -> Option<T> {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if left.is_zero() {
            return None;
        }
        let start = Instant::now();
        let result = self.within(*left, start, act);
        *left = left.saturating_sub(cost(start.elapsed()));
        match result {
            Ok(value) => {
                if left.is_zero() {
                    self.warn("the journal is too slow, and is left alone");
                }
                value
            }
            Err(error) => {
                if error.is_busy() {
                    *left = Duration::ZERO;
                }
                self.warn(&error.to_string());
                None
            }
        }
    }

    fn within<T>(
        &self,
        left: Duration,
        start: Instant,
        act: impl FnOnce(&Journal) -> Result<T, RecordsError>,
    ) -> Result<Option<T>, RecordsError> {
        if self.journal.get().is_none() {
            let opened = Journal::open_within(&self.env, left);
            let (journal, error) = match opened {
                Ok(journal) => (Some(journal), None),
                Err(error) => (None, Some(error)),
            };
            let _ = self.journal.set(journal);
            if let Some(error) = error {
                return Err(error);
            }
        }
        let Some(journal) = self.journal.get().and_then(Option::as_ref) else {
            return Ok(None);
        };
        journal.wait_at_most(left.saturating_sub(start.elapsed()))?;
        act(journal).map(Some)
    }

    /// Like `Recorder::with`, but only if the journal exists; it is not created.
    pub fn with_existing<T>(
        &self,
        act: impl FnOnce(&Journal) -> Result<T, RecordsError>,
    ) -> Option<T> {
        let there = Journal::path_in(&self.env).is_ok_and(|path| path.exists());
        if there { self.with(act) } else { None }
    }

    /// Notes the observed state of an instance.
    pub fn observe(&self, scope: &Scope, id: &str, state: &str) {
        self.observe_as(Kind::Instance, scope, id, state);
    }

    /// Notes the observed state of a resource of some kind.
    pub fn observe_as(&self, kind: Kind, scope: &Scope, id: &str, state: &str) {
        let at = self.compute_clock.now();
        self.with_existing(|journal| journal.of(kind).observe(scope, id, state, at));
    }

    /// Notes that the service has no resource with this ID. Returns its name, if it is in the
    /// journal: then ostk created it, and it is gone.
    pub fn gone(&self, kind: Kind, scope: &Scope, id: &str) -> Option<String> {
        let at = self.compute_clock.now();
        let record = self.with_existing(|journal| journal.of(kind).gone(scope, id, at))??;
        Some(record.name)
    }

    /// Returns this machine's time.
    pub fn now(&self) -> Timestamp {
        self.env.now()
    }

    fn warn(&self, why: &str) {
        if !self.warned.swap(true, Ordering::Relaxed) {
            self.notes
                .warn(&format!("what happens is not recorded: {why}"));
        }
    }
}

/// Returns where a resource is created, and by which user. A token without a project has an empty
/// project ID.
pub fn scope_of(session: &Session, login: &Login) -> Scope {
    Scope {
        cloud: session.cloud().to_owned(),
        region: session.region().map(str::to_owned),
        project_id: login.project_id().unwrap_or_default().to_owned(),
        user_id: login.info.user.id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use rusqlite::Connection;

    use super::*;
    use crate::error::ErrorFormat;
    use crate::io::Stream;

    #[derive(Clone, Default)]
    struct Sink(Arc<Mutex<Vec<u8>>>);

    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn recorder(env: &Env, budget: Duration) -> (Recorder, Sink) {
        let sink = Sink::default();
        let notes = Notes::new(
            &Stream::new(sink.clone(), None),
            false,
            ErrorFormat::default(),
        );
        let clock = Arc::new(ServiceClock::new(env.clock()));
        let mut recorder = Recorder::new(env, &notes, clock);
        recorder.left = Mutex::new(budget);
        (recorder, sink)
    }

    fn said(sink: &Sink) -> String {
        String::from_utf8(sink.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn a_lock_of_another_process_costs_the_budget_once_and_is_warned_of_once() {
        let folder = tempfile::tempdir().unwrap();
        let env = Env::for_test(folder.path(), []);
        let path = Journal::open(&env).unwrap().path().to_owned();
        // The first lock keeps readers out as well, the second one only writers.
        for lock in [
            "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE",
            "BEGIN IMMEDIATE",
        ] {
            let other = Connection::open(&path).unwrap();
            other.execute_batch(lock).unwrap();
            let budget = Duration::from_millis(100);
            let (recorder, sink) = recorder(&env, budget);
            let start = Instant::now();
            for _ in 0..50 {
                recorder.with(|journal| journal.keypair_deleted(&Scope::default(), "k"));
                recorder.observe(&Scope::default(), "i", "running");
            }
            // Each of the hundred would have waited for the whole budget.
            assert!(start.elapsed() < budget * 20, "{:?}", start.elapsed());
            assert_eq!(said(&sink).matches("WARNING").count(), 1, "{}", said(&sink));
            assert!(said(&sink).contains("locked"), "{}", said(&sink));
        }
    }

    #[test]
    fn what_is_no_journal_is_warned_of_once() {
        let spoil: [fn(&std::path::Path); 4] = [
            |path| std::fs::write(path, "no database, but a letter").unwrap(),
            |path| std::fs::write(path, "no database ".repeat(500)).unwrap(),
            |path| std::fs::create_dir(path).unwrap(),
            // A disk without free space.
            #[cfg(target_os = "linux")]
            |path| std::os::unix::fs::symlink("/dev/full", path).unwrap(),
            #[cfg(not(target_os = "linux"))]
            |path| std::fs::create_dir(path).unwrap(),
        ];
        for spoil in spoil {
            let folder = tempfile::tempdir().unwrap();
            let env = Env::for_test(folder.path(), []);
            let path = Journal::path_in(&env).unwrap();
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            spoil(&path);
            let (recorder, sink) = recorder(&env, BUDGET);
            for _ in 0..3 {
                let done = recorder.with(|journal| journal.keypair(&Scope::default(), "k"));
                assert_eq!(done, None);
            }
            assert_eq!(said(&sink).matches("WARNING").count(), 1, "{}", said(&sink));
        }
    }

    #[test]
    fn a_write_that_takes_long_counts_and_an_ordinary_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let env = Env::for_test(folder.path(), []);
        let (recorder, sink) = recorder(&env, BUDGET);
        let slow = |time: Duration| {
            recorder.with(|_| {
                std::thread::sleep(time);
                Ok(())
            })
        };
        assert_eq!(cost(ORDINARY), Duration::ZERO);
        assert_eq!(cost(ORDINARY * 3), ORDINARY * 2);
        assert_eq!(slow(Duration::ZERO), Some(()));
        *recorder.left.lock().unwrap() = ORDINARY;
        assert_eq!(slow(ORDINARY * 3), Some(()));
        assert_eq!(slow(Duration::ZERO), None);
        assert_eq!(said(&sink).matches("WARNING").count(), 1, "{}", said(&sink));
    }
}
