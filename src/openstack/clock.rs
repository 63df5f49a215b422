//! The service's time, as its answers tell it: this machine's clock may be wrong, and what several
//! machines note of one server has to be put in order.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// How far a service's clock is ahead of this machine's.
#[derive(Debug)]
pub struct ServiceClock {
    local: fn() -> Timestamp,
    /// In milliseconds; the least number there is, as long as nothing is known.
    ahead: AtomicI64,
}

impl ServiceClock {
    /// A clock that runs as this machine's does until it hears of the service's time.
    pub fn new(local: fn() -> Timestamp) -> Self {
        Self {
            local,
            ahead: AtomicI64::new(i64::MIN),
        }
    }

    /// Takes in the `Date` of an answer that has just come. It is in whole seconds and was true a
    /// moment ago, so that the best of several is the one that is furthest ahead; and so this
    /// clock never goes back.
    pub(super) fn heard(&self, date: Timestamp) {
        let ahead = date.duration_since((self.local)());
        let ahead = i64::try_from(ahead.as_millis()).unwrap_or_default();
        self.ahead.fetch_max(ahead, Ordering::Relaxed);
    }

    /// The service's time; this machine's, as long as the service has told none.
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
