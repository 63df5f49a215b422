//! The simulated cloud: its state, its clock and its faults, and how to change them. The module
//! `dispatch` answers its requests.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::clock::Clock;
use crate::faults::FaultRule;
use crate::model::{Image, Keypair, Network, Server, Volume};
use crate::store::{Store, StoreError};
use crate::{scheduler, seed};

/// The settings of a sandbox.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where its time comes from.
    pub clock: Clock,
    /// The speed of actions, as a factor. At 0 each action is complete at once.
    pub speed: f64,
    /// The faults from the beginning.
    pub faults: Vec<FaultRule>,
    /// How long a token is valid.
    pub token_life: Duration,
}

impl Settings {
    /// Returns the usual settings with a clock.
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            speed: 1.0,
            faults: Vec::new(),
            token_life: Duration::from_hours(4),
        }
    }
}

/// A simulated cloud. A clone is a handle to the same cloud.
#[derive(Clone)]
pub struct Sandbox(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    store: Mutex<Store>,
    pub(crate) clock: Clock,
    pub(crate) speed: f64,
    pub(crate) token_life: i64,
    pub(crate) faults: Mutex<Vec<FaultRule>>,
    pub(crate) unknown: Mutex<Vec<String>>,
}

/// The error of a sandbox whose file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the sandbox's state in {} cannot be used: {source}", path.display())]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// The reason.
    pub source: StoreError,
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Sandbox")
    }
}

/// How many resources of each kind there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ResourceCounts {
    pub instances: i64,
    pub volumes: i64,
    pub images: i64,
    pub networks: i64,
    pub keypairs: i64,
}

impl Sandbox {
    /// Returns a new cloud in memory.
    pub fn in_memory(settings: Settings) -> Result<Self, StoreError> {
        let store = Store::memory()?;
        seed::seed(&store, settings.clock.now())?;
        Ok(Self::new(store, settings))
    }

    /// Opens the cloud in a file. Makes the file if there is none.
    pub fn open(path: &Path, settings: Settings) -> Result<Self, FileError> {
        let open = || {
            let (store, new) = Store::open(path)?;
            if new {
                seed::seed(&store, settings.clock.now())?;
                store.commit()?;
            }
            Ok(store)
        };
        let store = open().map_err(|source| FileError {
            path: path.to_path_buf(),
            source,
        })?;
        Ok(Self::new(store, settings))
    }

    fn new(store: Store, settings: Settings) -> Self {
        Self(Arc::new(Inner {
            store: Mutex::new(store),
            clock: settings.clock,
            speed: settings.speed,
            token_life: i64::try_from(settings.token_life.as_millis()).unwrap_or(i64::MAX),
            faults: Mutex::new(settings.faults),
            unknown: Mutex::new(Vec::new()),
        }))
    }

    /// Adds a fault for the requests from now on.
    pub fn add_fault(&self, rule: FaultRule) {
        lock(&self.0.faults).push(rule);
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        lock(&self.0.faults).clear();
    }

    /// Returns the requests since the last call that the sandbox does not simulate.
    pub fn take_unknown_routes(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.0.unknown))
    }

    /// Returns the clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Moves a manual clock to the time of the next scheduled step. Returns false if there is none.
    /// The next request carries the step out; until then a further call does not move the clock.
    pub fn step(&self) -> Result<bool, StoreError> {
        let next = self.store().next_due()?;
        let Some(next) = next else { return Ok(false) };
        let left = next - self.0.clock.now();
        self.0.clock.advance(left.max(0));
        Ok(true)
    }

    /// Adds running servers, as if they had been created one after the other.
    pub fn add_instances(&self, number: u32) -> Result<(), StoreError> {
        let store = self.store();
        store.begin()?;
        let done = seed::add_instances(&store, number, self.0.clock.now());
        if done.is_ok() {
            store.commit()
        } else {
            store.rollback()?;
            done
        }
    }

    /// Resets the cloud to its beginning.
    pub fn reset(&self) -> Result<(), StoreError> {
        let store = self.store();
        store.begin()?;
        let done = store
            .clear()
            .and_then(|()| seed::seed(&store, self.0.clock.now()));
        if done.is_ok() {
            store.commit()
        } else {
            store.rollback()?;
            done
        }
    }

    /// Counts the resources.
    pub fn counts(&self) -> Result<ResourceCounts, StoreError> {
        let store = self.store();
        scheduler::catch_up(&store, self.0.clock.now())?;
        Ok(ResourceCounts {
            instances: store.count_of::<Server>()?,
            volumes: store.count_of::<Volume>()?,
            images: store.count_of::<Image>()?,
            networks: store.count_of::<Network>()?,
            keypairs: store.count_of::<Keypair>()?,
        })
    }

    /// Returns the state, without what a panic left half done.
    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        let store = lock(&self.0.store);
        if store.is_changing() {
            let _ = store.rollback();
        }
        store
    }

    /// Returns the sandbox's time as an HTTP date.
    pub(crate) fn http_date(&self) -> String {
        let millis = u64::try_from(self.0.clock.now()).unwrap_or_default();
        httpdate::fmt_http_date(std::time::UNIX_EPOCH + Duration::from_millis(millis))
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
