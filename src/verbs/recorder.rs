//! The journal as commands use it: opened when something is first to be written, warned of once
//! where that can't be done, and never a reason to stop.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;

use super::context::Notes;
use crate::env::Env;
use crate::openstack::{Login, ServiceClock, Session};
use crate::records::{Journal, RecordsError, Scope};

/// The journal of one run.
pub struct Recorder {
    env: Env,
    notes: Notes,
    compute_clock: Arc<ServiceClock>,
    journal: OnceLock<Option<Journal>>,
    warned: AtomicBool,
}

impl Recorder {
    /// A journal that is not opened yet, of what is seen at this clock's time.
    pub fn new(env: &Env, notes: &Notes, compute_clock: Arc<ServiceClock>) -> Self {
        Self {
            env: env.clone(),
            notes: notes.clone(),
            compute_clock,
            journal: OnceLock::new(),
            warned: AtomicBool::new(false),
        }
    }

    /// Does something with the journal. None, where there is no journal or it failed, which is
    /// told once.
    pub fn with<T>(&self, act: impl FnOnce(&Journal) -> Result<T, RecordsError>) -> Option<T> {
        let journal = self
            .journal
            .get_or_init(|| match Journal::open(&self.env) {
                Ok(journal) => Some(journal),
                Err(error) => {
                    self.warn(&error);
                    None
                }
            })
            .as_ref()?;
        match act(journal) {
            Ok(value) => Some(value),
            Err(error) => {
                self.warn(&error);
                None
            }
        }
    }

    /// The same with a journal that there is: none is made for it.
    pub fn with_existing<T>(
        &self,
        act: impl FnOnce(&Journal) -> Result<T, RecordsError>,
    ) -> Option<T> {
        let there = Journal::path_in(&self.env).is_ok_and(|path| path.exists());
        if there { self.with(act) } else { None }
    }

    /// Notes a state that an instance was seen in.
    pub fn observe(&self, scope: &Scope, id: &str, state: &str) {
        let at = self.compute_clock.now();
        self.with_existing(|journal| journal.observe(scope, id, state, at));
    }

    /// This machine's time.
    pub fn now(&self) -> Timestamp {
        self.env.now()
    }

    fn warn(&self, error: &RecordsError) {
        if !self.warned.swap(true, Ordering::Relaxed) {
            self.notes
                .warn(&format!("what happens is not recorded: {error}"));
        }
    }
}

/// Where something is created, and by whom. A token without a project has no place of its own.
pub fn scope_of(session: &Session, login: &Login) -> Scope {
    Scope {
        cloud: session.cloud().to_owned(),
        region: session.region().map(str::to_owned),
        project_id: login.project_id().unwrap_or_default().to_owned(),
        user_id: login.info.user.id.clone(),
    }
}
