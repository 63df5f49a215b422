//! The service's time, from its responses. The local clock may be wrong, and records of one server
//! from several machines must be put in order.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// The difference between a service's clock and the local clock.
#[derive(Debug)]
pub struct ServiceClock {
    local: fn() -> Timestamp,
    /// How far the service is ahead, in milliseconds; `i64::MIN` while it is unknown.
    ahead: AtomicI64,
}

impl ServiceClock {
    /// Returns a clock that follows the local clock until it learns the service's time.
    pub fn new(local: fn() -> Timestamp) -> Self {
        Self {
            local,
            ahead: AtomicI64::new(i64::MIN),
        }
    }

    /// Learns from the `Date` of a response that has just come. The date is in whole seconds and
    /// slightly old, so the largest lead of several is the most exact. This clock therefore never
    /// goes back.
    pub(super) fn heard(&self, date: Timestamp) {
        let ahead = date.duration_since((self.local)());
        let ahead = i64::try_from(ahead.as_millis()).unwrap_or_default();
        self.ahead.fetch_max(ahead, Ordering::Relaxed);
    }

    /// Returns the service's time, or the local time while the service's is unknown.
    pub fn now(&self) -> Timestamp {
        let now = (self.local)();
        match self.ahead.load(Ordering::Relaxed) {
            i64::MIN => now,
            ahead => now
                .checked_add(SignedDuration::from_millis(ahead))
                .unwrap_or(now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_services_time_is_told_by_the_answer_that_is_furthest_ahead() {
        let local = || Timestamp::from_second(1_800_000_000).unwrap();
        let clock = ServiceClock::new(local);
        assert_eq!(clock.now(), local());
        let after = |seconds| local() + SignedDuration::from_secs(seconds);
        clock.heard(after(-300));
        assert_eq!(clock.now(), after(-300));
        clock.heard(after(-299));
        clock.heard(after(-301));
        assert_eq!(clock.now(), after(-299));
    }
}
