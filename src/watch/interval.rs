//! How long to wait between two polls. Pure.

use std::time::Duration;

/// While things change.
const SHORT: Duration = Duration::from_secs(1);
/// The same for whoever waits for something, just after it has begun.
const SHORTEST: Duration = Duration::from_millis(250);
/// While nothing has changed for long.
const LONG: Duration = Duration::from_secs(5);
/// An instance that stays in transition for longer than this is stuck, and no reason to hurry.
const PATIENCE: Duration = Duration::from_mins(1);
/// Quiet time grows into the interval by this.
const SHARE: u32 = 15;

/// What the pause before the next poll depends on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// Whether something is in transition.
    pub(super) busy: bool,
    /// How long ago anything changed.
    pub(super) quiet: Duration,
    /// Whether somebody waits for what is to come.
    pub(super) eager: bool,
    /// How long the last answer took.
    pub(super) took: Duration,
}

/// The pause before the next poll. Short for a while after the last change too: whoever acts on
/// one instance is likely to act on the next. A service that takes its time is not hurried.
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
