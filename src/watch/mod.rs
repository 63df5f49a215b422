//! What happens to instances, as a stream: one full listing, then Nova's `changes-since`, each
//! answer compared with what is known by a pure function. Errors are items of the stream, which
//! pauses and goes on. Knows no command line and no terminal.
//!
//! A tenant has no push from Nova, so this asks again and again. What it asks costs in proportion
//! to what changed, and every time in it is the server's own.

mod backoff;
mod diff;
mod goal;
mod interval;
pub mod serve;
mod source;

use std::collections::VecDeque;
use std::future;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

pub use backoff::is_hopeless;
pub use diff::{Batch, Change, Snapshot, diff};
pub use goal::{Goal, UnknownGoal, Verdict};
pub use source::{Cloud, Source};

use interval::Moment;

use crate::openstack::Error;

/// Nova may leave a deletion out of `changes-since`; this often, all IDs are compared.
const RESYNC: Duration = Duration::from_mins(5);
/// A server that waits for its turn on a host is not in `changes-since` yet: Nova has written
/// nothing to it since it was made. Where others come up, such ones are looked for this often, for
/// as long after the last one; seldom enough that this takes a fifth of the time at most.
const RESYNC_BUSY: Duration = Duration::from_secs(10);
const RECENT: Duration = Duration::from_mins(1);
const SHARE: u32 = 5;
/// After a gap as long as this between two answers (an outage, a laptop's sleep) as well.
const GAP: SignedDuration = SignedDuration::from_secs(60);

/// An item of the stream.
#[derive(Debug)]
pub enum Event {
    /// An instance is another than before.
    Change {
        /// The server's time.
        time: Option<Timestamp>,
        /// What happened.
        change: Change,
    },
    /// All that was found by now has been told: after the first listing, after trouble, and
    /// after a full comparison; for whoever waits, after each answer.
    Synced {
        /// The server's time.
        time: Option<Timestamp>,
        /// How many instances there are.
        count: usize,
    },
    /// An answer failed.
    Failed {
        /// The server's time, as far as it is known.
        time: Option<Timestamp>,
        /// Why.
        error: Error,
        /// When it is tried again; never, where that is hopeless: the stream then ends.
        retry_in: Option<Duration>,
    },
}

/// The stream.
#[derive(Debug)]
pub struct Watcher<S> {
    source: S,
    /// The time between two polls, where the user has fixed it.
    interval: Option<Duration>,
    nudge: Option<Arc<Notify>>,
    /// Whether somebody waits for what is to come.
    eager: bool,
    jitter: fn() -> f64,
    snapshot: Snapshot,
    queue: VecDeque<Event>,
    /// Where the next poll takes up; nowhere, as long as no server has told a time.
    since: Option<Timestamp>,
    /// The server's time when it was last told, and when that was.
    date: Option<(Timestamp, Instant)>,
    listed: bool,
    synced: Instant,
    /// How long the last comparison took.
    comparing: Duration,
    changed: Instant,
    /// When an instance last came up.
    added: Option<Instant>,
    failures: u32,
    next: Instant,
    ended: bool,
}

impl<S: Source> Watcher<S> {
    /// A stream that has asked for nothing yet. Without an interval it finds its own.
    pub fn new(source: S, interval: Option<Duration>) -> Self {
        let now = Instant::now();
        Self {
            source,
            interval,
            nudge: None,
            eager: false,
            jitter: fastrand::f64,
            snapshot: Snapshot::default(),
            queue: VecDeque::new(),
            since: None,
            date: None,
            listed: false,
            synced: now,
            comparing: Duration::ZERO,
            changed: now,
            added: None,
            failures: 0,
            next: now,
            ended: false,
        }
    }

    /// The same, which asks at once when it is told that something has been done: what comes of
    /// it is seen earlier than by the next poll.
    #[must_use]
    pub fn nudged_by(mut self, nudge: Arc<Notify>) -> Self {
        self.nudge = Some(nudge);
        self
    }

    /// The same for whoever waits for what a cloud was just asked for: asks more often at first,
    /// and survives what passes from the very start, since the cloud has answered before.
    pub fn eager(source: S, interval: Option<Duration>) -> Self {
        Self {
            eager: true,
            ..Self::new(source, interval)
        }
    }

    /// Follows an instance no longer.
    pub fn forget(&mut self, id: &str) {
        self.source.forget(id);
        self.snapshot.forget(id);
    }

    /// What is known by now.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The next item; `None` after a hopeless error. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.queue.pop_front() {
                return Some(event);
            }
            if self.ended {
                return None;
            }
            self.pause().await;
            let asked = Instant::now();
            match self.poll().await {
                Ok(()) => self.pace(asked.elapsed()),
                Err(error) => self.fail(error),
            }
        }
    }

    /// The next item, if it need not be waited for.
    pub fn at_hand(&mut self) -> Option<Event> {
        self.queue.pop_front()
    }

    /// Waits for the next poll's time, or for a nudge. A service in trouble is left its time.
    async fn pause(&mut self) {
        let nudged = async {
            match &self.nudge {
                Some(nudge) if self.listed && self.failures == 0 => nudge.notified().await,
                _ => future::pending().await,
            }
        };
        tokio::select! {
            () = sleep_until(self.next) => {}
            () = nudged => self.changed = Instant::now(),
        }
    }

    async fn poll(&mut self) -> Result<(), Error> {
        let (batch, mut whole) = match self.since {
            Some(since) if self.listed => (self.source.changes(since).await?, false),
            // A server that tells no time at all is listed in full each time.
            _ => (self.source.list().await?, true),
        };
        let gap = match (self.date, batch.date) {
            (Some((before, _)), Some(now)) => now.duration_since(before),
            _ => SignedDuration::ZERO,
        };
        let mut batches = vec![batch];
        let is_due = self.synced.elapsed() >= RESYNC || gap >= GAP;
        if !whole && (is_due || self.synced.elapsed() >= self.resync_after()) {
            let begun = Instant::now();
            let mut known = self.snapshot.clone();
            for change in diff(&known, &batches[0]) {
                known.apply(&change);
            }
            batches.push(self.source.resync(&known).await?);
            self.comparing = begun.elapsed();
            whole = true;
        }
        let mut changed = false;
        for batch in batches {
            changed |= self.take(batch);
        }
        let now = Instant::now();
        if changed || !self.listed {
            self.changed = now;
        }
        // Where the server tells no time, every listing is whole, and says so only once.
        let is_told = is_due && whole && self.since.is_some();
        if !self.listed || self.failures > 0 || is_told || self.eager {
            self.queue.push_back(Event::Synced {
                time: self.time(),
                count: self.snapshot.len(),
            });
        }
        if whole {
            self.synced = now;
        }
        self.listed = true;
        self.failures = 0;
        Ok(())
    }

    /// Takes over what an answer says. Whether anything is another than before.
    fn take(&mut self, mut batch: Batch) -> bool {
        if let Some(date) = batch.date {
            self.date = Some((date, Instant::now()));
        }
        self.since = batch.since.or(self.since);
        if batch.whole {
            batch.gone.extend(self.snapshot.missing_from(&batch));
        }
        let changes = diff(&self.snapshot, &batch);
        self.snapshot.remember_gone(&batch);
        let time = self.time();
        let any = !changes.is_empty();
        for change in changes {
            if self.listed && matches!(change, Change::Added(_)) {
                self.added = Some(Instant::now());
            }
            self.snapshot.apply(&change);
            self.queue.push_back(Event::Change { time, change });
        }
        any
    }

    fn resync_after(&self) -> Duration {
        match self.added {
            Some(added) if added.elapsed() < RECENT => {
                (self.comparing * SHARE).clamp(RESYNC_BUSY, RESYNC)
            }
            _ => RESYNC,
        }
    }

    fn pace(&mut self, took: Duration) {
        let moment = Moment {
            busy: self.snapshot.is_busy(),
            quiet: self.changed.elapsed(),
            eager: self.eager,
            took,
        };
        let pause = self.interval.unwrap_or_else(|| interval::next(moment));
        self.next = Instant::now() + pause;
    }

    fn fail(&mut self, error: Error) {
        self.failures += 1;
        // What fails before anything was seen is a wrong address more often than a restart.
        let hopeless = (!self.listed && !self.eager) || is_hopeless(&error, self.failures);
        let pause = backoff::pause(self.failures, &error, (self.jitter)());
        self.next = Instant::now() + pause;
        self.ended = hopeless;
        self.queue.push_back(Event::Failed {
            time: self.time(),
            error,
            retry_in: (!hopeless).then_some(pause),
        });
    }

    /// The server's time now, as far as it has told it.
    fn time(&self) -> Option<Timestamp> {
        let (date, told) = self.date?;
        let passed = SignedDuration::try_from(told.elapsed()).ok()?;
        Some(date.saturating_add(passed).unwrap_or(date))
    }
}

#[cfg(test)]
mod tests;
