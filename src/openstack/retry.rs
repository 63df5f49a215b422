//! Decides when to retry a request. The decision is one pure function of the request, its outcome,
//! the attempt, the time spent and the retries that the run has left. It never sleeps, reads a
//! clock or draws a random number itself.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::error::TransportKind;

/// Whether sending a request twice can do harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Safety {
    /// It only reads, or doing it twice is the same as doing it once.
    Safe,
    /// It may act. It is retried only if it certainly did not act.
    MayAct,
}

/// The outcome of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A response with this status, and its `Retry-After` if it had one.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The time that the service asks to wait.
        retry_after: Option<Duration>,
    },
    /// No response.
    Failed(TransportKind),
}

/// The limits on retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The number of attempts, the first one included.
    pub attempts: u32,
    /// No attempt starts later than this after the first one started.
    pub budget: Duration,
    /// The longest first pause. It doubles with each further pause.
    pub base: Duration,
    /// The longest pause, unless the service asks for a longer one.
    pub cap: Duration,
    /// The retries that all requests of a run share. Each response that needs no retry gives one
    /// back.
    pub shared: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            attempts: 4,
            budget: Duration::from_secs(90),
            base: Duration::from_millis(250),
            cap: Duration::from_secs(20),
            shared: 32,
        }
    }
}

/// The retries that a run has left. If a service is down, the run uses only these, however many
/// targets it has. A service that fails now and then never uses them up.
#[derive(Debug)]
pub(super) struct SharedBudget {
    left: AtomicU32,
    most: u32,
}

impl SharedBudget {
    pub(super) fn new(policy: &Policy) -> Self {
        Self {
            left: AtomicU32::new(policy.shared),
            most: policy.shared,
        }
    }

    pub(super) fn left(&self) -> u32 {
        self.left.load(Ordering::Relaxed)
    }

    /// Takes one retry. Returns whether there was one.
    pub(super) fn take(&self) -> bool {
        self.change(|left| left.checked_sub(1))
    }

    /// Gives one retry back.
    pub(super) fn give_back(&self) {
        self.change(|left| Some(left + 1).filter(|left| *left <= self.most));
    }

    fn change(&self, change: impl FnMut(u32) -> Option<u32>) -> bool {
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, change)
            .is_ok()
    }
}

/// The progress of a request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tried {
    /// The attempts so far, from 1.
    pub(super) attempts: u32,
    /// The time since the first one started.
    pub(super) elapsed: Duration,
    /// The retries that the run has left.
    pub(super) left: u32,
}

/// Returns the pause before the next attempt, or `None` if there is no further attempt.
///
/// `jitter` is a random number from 0 to 1 ("full jitter": the pause is anything between zero and
/// the exponential bound, so that many clients spread out).
pub(super) fn pause(
    policy: &Policy,
    safety: Safety,
    outcome: Outcome,
    tried: Tried,
    jitter: f64,
) -> Option<Duration> {
    if tried.attempts >= policy.attempts || tried.left == 0 || !may_repeat(safety, outcome) {
        return None;
    }
    let asked = match outcome {
        Outcome::Answered { retry_after, .. } => retry_after,
        Outcome::Failed(_) => None,
    };
    let bound = policy
        .base
        .saturating_mul(2_u32.saturating_pow(tried.attempts.saturating_sub(1)))
        .min(policy.cap);
    let pause = asked.unwrap_or_else(|| bound.mul_f64(jitter.clamp(0.0, 1.0)));
    (tried.elapsed.saturating_add(pause) <= policy.budget).then_some(pause)
}

/// Returns how long the service asks every request to wait. A pause that is longer than the budget
/// does not apply to other requests: each gets its own refusal at once.
pub(super) fn hold(policy: &Policy, safety: Safety, outcome: Outcome) -> Option<Duration> {
    match (safety, outcome) {
        (
            _,
            Outcome::Answered {
                status: 429 | 503,
                retry_after,
            },
        )
        // A rate limit of old services. For a change, this status means over quota in Cinder.
        | (
            Safety::Safe,
            Outcome::Answered {
                status: 413,
                retry_after,
            },
        ) => retry_after.filter(|pause| *pause <= policy.budget),
        _ => None,
    }
}

/// Returns whether a retry may have another outcome and can do no harm.
pub(super) fn may_repeat(safety: Safety, outcome: Outcome) -> bool {
    match (safety, outcome) {
        (
            Safety::Safe,
            Outcome::Answered {
                status,
                retry_after,
            },
        ) => matches!(status, 429 | 502 | 503 | 504) || (status == 413 && retry_after.is_some()),
        // Connection failures. A response that was too slow, too large or broken is not retried.
        (Safety::Safe, Outcome::Failed(kind)) => matches!(
            kind,
            TransportKind::Refused
                | TransportKind::ConnectTimeout
                | TransportKind::Unreachable
                | TransportKind::ReadTimeout
                | TransportKind::Cut
        ),
        // A 503 without Retry-After may come from a proxy with a backend that has acted.
        (
            Safety::MayAct,
            Outcome::Answered {
                status,
                retry_after,
            },
        ) => status == 429 || (status == 503 && retry_after.is_some()),
        (Safety::MayAct, Outcome::Failed(kind)) => kind.surely_unsent() && kind.may_pass(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Tried = Tried {
        attempts: 1,
        elapsed: Duration::ZERO,
        left: 32,
    };

    fn answered(status: u16, retry_after: Option<u64>) -> Outcome {
        Outcome::Answered {
            status,
            retry_after: retry_after.map(Duration::from_secs),
        }
    }

    const KINDS: [TransportKind; 10] = [
        TransportKind::Refused,
        TransportKind::ConnectTimeout,
        TransportKind::Unreachable,
        TransportKind::Tls,
        TransportKind::ReadTimeout,
        TransportKind::Cut,
        TransportKind::TooLarge,
        TransportKind::TooSlow,
        TransportKind::Garbled,
        TransportKind::Other,
    ];

    #[test]
    fn a_service_is_left_alone_as_long_as_it_asks() {
        let policy = Policy::default();
        let two = Some(Duration::from_secs(2));
        for (safety, status, held) in [
            (Safety::Safe, 429, true),
            (Safety::Safe, 503, true),
            (Safety::Safe, 413, true),
            (Safety::Safe, 500, false),
            (Safety::MayAct, 429, true),
            (Safety::MayAct, 503, true),
            // Cinder's over quota also has a Retry-After.
            (Safety::MayAct, 413, false),
        ] {
            let hold = |after| hold(&policy, safety, answered(status, after));
            assert_eq!(hold(Some(2)), two.filter(|_| held), "{safety:?} {status}");
            assert_eq!(hold(None), None);
            assert_eq!(hold(Some(3_600)), None);
        }
        let refused = Outcome::Failed(TransportKind::Refused);
        assert_eq!(hold(&policy, Safety::Safe, refused), None);
    }

    /// Every HTTP status, with and without `Retry-After`, and every failure.
    #[test]
    fn what_is_sent_again() {
        for status in 100..600 {
            let again = |safety, after| may_repeat(safety, answered(status, after));
            let read = matches!(status, 429 | 502 | 503 | 504);
            assert_eq!(again(Safety::Safe, None), read, "{status}");
            let read = read || status == 413;
            assert_eq!(again(Safety::Safe, Some(1)), read, "{status}");
            assert_eq!(again(Safety::MayAct, None), status == 429, "{status}");
            let change = matches!(status, 429 | 503);
            assert_eq!(again(Safety::MayAct, Some(1)), change, "{status}");
        }
        for (index, kind) in KINDS.into_iter().enumerate() {
            let again = |safety| may_repeat(safety, Outcome::Failed(kind));
            assert_eq!(
                again(Safety::Safe),
                matches!(index, 0..=2 | 4..=5),
                "{kind:?}"
            );
            assert_eq!(again(Safety::MayAct), index <= 2, "{kind:?}");
        }
    }

    #[test]
    fn pauses_grow_with_full_jitter_and_stay_bounded() {
        let policy = Policy {
            attempts: 100,
            ..Policy::default()
        };
        let at = |attempts, jitter| {
            let tried = Tried { attempts, ..FIRST };
            pause(&policy, Safety::Safe, answered(503, None), tried, jitter)
        };
        assert_eq!(at(1, 1.0), Some(Duration::from_millis(250)));
        assert_eq!(at(3, 1.0), Some(Duration::from_secs(1)));
        assert_eq!(at(3, 0.0), Some(Duration::ZERO));
        assert_eq!(at(60, 1.0), Some(policy.cap));
    }

    #[test]
    fn retry_after_is_honoured_within_the_budget() {
        let at = |status, seconds, elapsed| {
            let tried = Tried {
                elapsed: Duration::from_secs(elapsed),
                ..FIRST
            };
            let outcome = answered(status, Some(seconds));
            pause(&Policy::default(), Safety::Safe, outcome, tried, 0.5)
        };
        for status in [413, 429, 503] {
            assert_eq!(at(status, 7, 0), Some(Duration::from_secs(7)));
            assert_eq!(at(status, 0, 0), Some(Duration::ZERO));
            assert_eq!(at(status, 91, 0), None);
            assert_eq!(at(status, 60, 31), None);
            assert_eq!(at(status, u64::MAX, 0), None);
        }
    }

    #[test]
    fn attempts_time_and_the_runs_retries_are_bounded() {
        let policy = Policy::default();
        let at = |attempts, elapsed, left| {
            let tried = Tried {
                attempts,
                elapsed: Duration::from_secs(elapsed),
                left,
            };
            pause(&policy, Safety::Safe, answered(503, None), tried, 0.0).is_some()
        };
        assert!(at(1, 0, 1) && at(3, 90, 1));
        assert!(!at(4, 0, 1));
        assert!(!at(1, 91, 1));
        assert!(!at(1, 0, 0));
    }

    #[test]
    fn a_run_has_so_many_retries_and_gets_them_back() {
        let policy = Policy {
            shared: 2,
            ..Policy::default()
        };
        let budget = SharedBudget::new(&policy);
        budget.give_back();
        assert_eq!(budget.left(), 2);
        assert!(budget.take() && budget.take() && !budget.take());
        assert_eq!(budget.left(), 0);
        budget.give_back();
        assert!(budget.take() && !budget.take());
    }
}
