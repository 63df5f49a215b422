//! How long to wait between two polls. Pure.

use std::time::Duration;

/// While things change.
const SHORT: Duration = Duration::from_secs(1);
/// While nothing has changed for long.
const LONG: Duration = Duration::from_secs(5);
/// An instance that stays in transition for longer than this is stuck, and no reason to hurry.
const PATIENCE: Duration = Duration::from_mins(1);
/// Quiet time grows into the interval by this.
const SHARE: u32 = 15;

/// The pause before the next poll: `busy` says that something is in transition, `quiet` how long
/// ago anything changed. Short for a while after the last change too: whoever acts on one instance
/// is likely to act on the next.
pub(super) fn next(busy: bool, quiet: Duration) -> Duration {
    if busy && quiet < PATIENCE {
        return SHORT;
    }
    (quiet / SHARE).clamp(SHORT, LONG)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_while_busy_and_growing_when_quiet() {
        let table = [
            (true, 0, 1000),
            (true, 59, 1000),
            (true, 75, 5000),
            (false, 0, 1000),
            (false, 15, 1000),
            (false, 30, 2000),
            (false, 60, 4000),
            (false, 86_400, 5000),
        ];
        for (busy, quiet, millis) in table {
            assert_eq!(
                next(busy, Duration::from_secs(quiet)),
                Duration::from_millis(millis),
                "{busy} {quiet}"
            );
        }
    }
}
