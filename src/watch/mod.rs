//! The changes of instances as a stream: one full listing, then Nova's `changes-since`. A pure
//! function compares each response with the known state. Errors are items of the stream, which
//! pauses and goes on. It doesn't know the command line or the terminal.
//!
//! Nova pushes no events to a tenant, so this polls. The cost of a poll is in proportion to what
//! changed, and every time in it is the server's own.

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
pub use diff::{Batch, Change, ServerSnapshot, diff};
pub use goal::{Goal, UnknownGoal, Verdict};
pub use source::{CloudSource, Source};

use interval::Moment;

use crate::openstack::Error;

/// The time between two comparisons of all IDs, because Nova may leave a deletion out of
/// `changes-since`.
const RESYNC: Duration = Duration::from_mins(5);
/// The shortest time between two comparisons while instances come up. A server that waits for a
/// host is not in `changes-since` yet: Nova has written nothing to it since its creation. These
/// comparisons go on for `RECENT` after the last new instance. They take at most a fifth of the
/// time (`SHARE`).
const RESYNC_BUSY: Duration = Duration::from_secs(10);
const RECENT: Duration = Duration::from_mins(1);
const SHARE: u32 = 5;
/// The gap between two responses (an outage, a laptop's sleep) that also leads to a comparison.
const GAP: SignedDuration = SignedDuration::from_secs(60);

/// An item of the stream.
#[derive(Debug)]
pub enum Event {
    /// An instance has changed.
    Change {
        /// The server's time.
        time: Option<Timestamp>,
        /// The change.
        change: Change,
    },
    /// All changes so far were reported. Sent after the first listing, after a failure and after a
    /// full comparison; for a waiter, after each response.
    Synced {
        /// The server's time.
        time: Option<Timestamp>,
        /// The number of instances.
        count: usize,
    },
    /// A request failed.
    Failed {
        /// The server's time, if it is known.
        time: Option<Timestamp>,
        /// The cause.
        error: Error,
        /// The time until the retry. `None` if a retry is hopeless: the stream then ends.
        retry_in: Option<Duration>,
    },
}

/// A stream of changes.
#[derive(Debug)]
pub struct Watcher<S> {
    source: S,
    /// The time between two polls, if the user has set it.
    interval: Option<Duration>,
    nudge: Option<Arc<Notify>>,
    /// Whether a waiter needs the changes early.
    eager: bool,
    jitter: fn() -> f64,
    snapshot: ServerSnapshot,
    queue: VecDeque<Event>,
    /// The time from which the next poll asks for changes. `None` while no server has sent a time.
    since: Option<Timestamp>,
    /// The last time that the server sent, and when it came.
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
    /// Returns a stream that has sent no request yet. Without an interval it chooses its own.
    pub fn new(source: S, interval: Option<Duration>) -> Self {
        let now = Instant::now();
        Self {
            source,
            interval,
            nudge: None,
            eager: false,
            jitter: fastrand::f64,
            snapshot: ServerSnapshot::default(),
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

    /// Makes the stream poll at once when it is notified of an action. It then sees the result
    /// earlier than with the next poll.
    #[must_use]
    pub fn nudged_by(mut self, nudge: Arc<Notify>) -> Self {
        self.nudge = Some(nudge);
        self
    }

    /// Returns a stream for a waiter, just after its requests. It polls more often at first. It
    /// survives temporary errors from the very start, since the cloud has responded before.
    pub fn eager(source: S, interval: Option<Duration>) -> Self {
        Self {
            eager: true,
            ..Self::new(source, interval)
        }
    }

    /// Stops following an instance.
    pub fn forget(&mut self, id: &str) {
        self.source.forget(id);
        self.snapshot.forget(id);
    }

    /// Returns the known state.
    pub fn snapshot(&self) -> &ServerSnapshot {
        &self.snapshot
    }

    /// Returns the next item, or `None` after a hopeless error. Dropping the future loses nothing.
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

    /// Returns the next item if it is already there.
    pub fn at_hand(&mut self) -> Option<Event> {
        self.queue.pop_front()
    }

    /// Waits for the next poll's time, or for a notification. After a failure, notifications don't
    /// shorten the pause.
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
            // If a server sends no time at all, list everything each time.
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
        // If the server sends no time, every listing is complete. Only the first one reports it.
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

    /// Applies a response. Returns whether anything has changed.
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
        // A failure before the first listing is more often a wrong address than a restart.
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

    /// Returns the server's time now, if it has sent its time.
    fn time(&self) -> Option<Timestamp> {
        let (date, told) = self.date?;
        let passed = SignedDuration::try_from(told.elapsed()).ok()?;
        Some(date.saturating_add(passed).unwrap_or(date))
    }
}

#[cfg(test)]
mod tests;
