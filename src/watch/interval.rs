//! Chooses the pause between two polls. Pure.

use std::time::Duration;

/// The interval while things change.
const SHORT: Duration = Duration::from_secs(1);
/// The interval for a waiter that has just begun.
const SHORTEST: Duration = Duration::from_millis(250);
/// The interval after a long time without changes.
const LONG: Duration = Duration::from_secs(5);
/// An instance that is in transition for longer than this is stuck, and no reason to hurry.
const PATIENCE: Duration = Duration::from_mins(1);
/// The interval is the quiet time divided by this.
const SHARE: u32 = 15;

/// The data that determines the next pause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// Whether an instance is in transition.
    pub(super) busy: bool,
    /// The time since the last change.
    pub(super) quiet: Duration,
    /// Whether a waiter needs the changes early.
    pub(super) eager: bool,
    /// How long the last response took.
    pub(super) took: Duration,
}

/// Returns the pause before the next poll. It also stays short for a while after the last change:
/// after one action, the user is likely to act again. A slow service gets a longer pause.
pub(super) fn next(moment: Moment) -> Duration {
    let Moment {
        busy,
        quiet,
        eager,
        took,
    } = moment;
    let wish = if eager && quiet < SHORT * 2 {
        (quiet / 2).clamp(SHORTEST, SHORT)
    } else if busy && quiet < PATIENCE {
        SHORT
    } else {
        (quiet / SHARE).clamp(SHORT, LONG)
    };
    wish.max(took.min(SHORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(busy: bool, quiet: u64, eager: bool, took: u64) -> u128 {
        next(Moment {
            busy,
            quiet: Duration::from_millis(quiet),
            eager,
            took: Duration::from_millis(took),
        })
        .as_millis()
    }

    #[test]
    fn short_while_busy_and_growing_when_quiet() {
        let table = [
            (true, 0, 1000),
            (true, 59_000, 1000),
            (true, 75_000, 5000),
            (false, 0, 1000),
            (false, 15_000, 1000),
            (false, 30_000, 2000),
            (false, 60_000, 4000),
            (false, 86_400_000, 5000),
        ];
        for (busy, quiet, expected) in table {
            assert_eq!(millis(busy, quiet, false, 20), expected, "{busy} {quiet}");
        }
    }

    #[test]
    fn whoever_waits_asks_more_often_at_first() {
        let table = [(0, 250), (400, 250), (1000, 500), (1800, 900), (2000, 1000)];
        for (quiet, expected) in table {
            assert_eq!(millis(true, quiet, true, 20), expected, "{quiet}");
        }
    }

    #[test]
    fn a_slow_service_is_given_time() {
        assert_eq!(millis(true, 0, true, 700), 700);
        assert_eq!(millis(true, 0, true, 3000), 1000);
        assert_eq!(millis(false, 86_400_000, false, 60_000), 5000);
    }
}
