//! When a request is sent again: one pure function of the request, its outcome, the attempt and
//! the time spent. It never sleeps, reads a clock or draws a random number itself.

use std::time::Duration;

use super::error::TransportKind;

/// Whether sending a request twice can do harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Safety {
    /// It only reads, or doing it twice is the same as doing it once.
    Safe,
    /// It may act: only sent again where it surely did not.
    MayAct,
}

/// What came of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// An answer with this status, and its `Retry-After` if it had one.
    Answered {
        /// HTTP status.
        status: u16,
        /// How long the service asks to wait.
        retry_after: Option<Duration>,
    },
    /// No answer.
    Failed(TransportKind),
}

/// The bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Attempts in all, the first one included.
    pub attempts: u32,
    /// No attempt starts later than this after the first one started.
    pub budget: Duration,
    /// The longest first pause; doubled for each further one.
    pub base: Duration,
    /// The longest pause of our own choosing.
    pub cap: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            attempts: 4,
            budget: Duration::from_secs(90),
            base: Duration::from_millis(250),
            cap: Duration::from_secs(20),
        }
    }
}

/// The pause before the next attempt, or `None` where there is none.
///
/// `attempt` counts from 1; `jitter` is a random number from 0 to 1 ("full jitter": the pause is
/// anything between nothing and the exponential bound, so that many clients spread out).
pub(super) fn pause(
    policy: &Policy,
    safety: Safety,
    outcome: Outcome,
    attempt: u32,
    elapsed: Duration,
    jitter: f64,
) -> Option<Duration> {
    if attempt >= policy.attempts || !may_repeat(safety, outcome) {
        return None;
    }
    let asked = match outcome {
        Outcome::Answered { retry_after, .. } => retry_after,
        Outcome::Failed(_) => None,
    };
    let bound = policy
        .base
        .saturating_mul(2_u32.saturating_pow(attempt - 1))
        .min(policy.cap);
    let pause = asked.unwrap_or_else(|| bound.mul_f64(jitter.clamp(0.0, 1.0)));
    (elapsed.saturating_add(pause) <= policy.budget).then_some(pause)
}

/// How long the service asks to be left alone, by every request. What is longer than anybody here
/// would wait holds up nobody: each then gets its own refusal at once.
pub(super) fn hold(policy: &Policy, outcome: Outcome) -> Option<Duration> {
    match outcome {
        Outcome::Answered {
            status: 429 | 503,
            retry_after,
        } => retry_after.filter(|pause| *pause <= policy.budget),
        _ => None,
    }
}

fn may_repeat(safety: Safety, outcome: Outcome) -> bool {
    match (safety, outcome) {
        (Safety::Safe, Outcome::Answered { status, .. }) => {
            matches!(status, 429 | 502 | 503 | 504)
        }
        (Safety::Safe, Outcome::Failed(kind)) => kind.may_pass(),
        // A 503 without Retry-After may come from a proxy whose backend has acted.
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

    const START: Duration = Duration::ZERO;

    fn answered(status: u16, retry_after: Option<u64>) -> Outcome {
        Outcome::Answered {
            status,
            retry_after: retry_after.map(Duration::from_secs),
        }
    }

    fn repeats(safety: Safety, outcome: Outcome) -> bool {
        pause(&Policy::default(), safety, outcome, 1, START, 0.5).is_some()
    }

    #[test]
    fn a_service_is_left_alone_as_long_as_it_asks() {
        let hold = |outcome| hold(&Policy::default(), outcome);
        let two = Some(Duration::from_secs(2));
        for status in [429, 503] {
            assert_eq!(hold(answered(status, Some(2))), two);
            assert_eq!(hold(answered(status, None)), None);
            assert_eq!(hold(answered(status, Some(3_600))), None);
        }
        // Cinder's over quota comes with one, too.
        assert_eq!(hold(answered(413, Some(2))), None);
        assert_eq!(hold(Outcome::Failed(TransportKind::Refused)), None);
    }

    #[test]
    fn a_read_is_repeated_after_what_passes() {
        for status in [429, 502, 503, 504] {
            assert!(repeats(Safety::Safe, answered(status, None)), "{status}");
        }
        for status in [200, 202, 400, 401, 403, 404, 406, 409, 413, 500, 501] {
            assert!(!repeats(Safety::Safe, answered(status, None)), "{status}");
        }
        for kind in [
            TransportKind::Refused,
            TransportKind::ConnectTimeout,
            TransportKind::Unreachable,
            TransportKind::ReadTimeout,
            TransportKind::Cut,
        ] {
            assert!(repeats(Safety::Safe, Outcome::Failed(kind)), "{kind:?}");
        }
        for kind in [
            TransportKind::Tls,
            TransportKind::TooLarge,
            TransportKind::Other,
        ] {
            assert!(!repeats(Safety::Safe, Outcome::Failed(kind)), "{kind:?}");
        }
    }

    #[test]
    fn what_may_have_acted_is_not_sent_again() {
        for kind in [
            TransportKind::ReadTimeout,
            TransportKind::Cut,
            TransportKind::Tls,
            TransportKind::Other,
        ] {
            assert!(!repeats(Safety::MayAct, Outcome::Failed(kind)), "{kind:?}");
        }
        for status in [500, 502, 503, 504] {
            assert!(!repeats(Safety::MayAct, answered(status, None)), "{status}");
        }
        assert!(!repeats(Safety::MayAct, answered(502, Some(1))));
        assert!(repeats(Safety::MayAct, answered(503, Some(1))));
        assert!(repeats(Safety::MayAct, answered(429, None)));
        assert!(repeats(
            Safety::MayAct,
            Outcome::Failed(TransportKind::Refused)
        ));
    }

    #[test]
    fn pauses_grow_with_full_jitter_and_stay_bounded() {
        let policy = Policy {
            attempts: 100,
            ..Policy::default()
        };
        let at = |attempt, jitter| {
            pause(
                &policy,
                Safety::Safe,
                answered(503, None),
                attempt,
                START,
                jitter,
            )
        };
        assert_eq!(at(1, 1.0), Some(Duration::from_millis(250)));
        assert_eq!(at(3, 1.0), Some(Duration::from_secs(1)));
        assert_eq!(at(3, 0.0), Some(Duration::ZERO));
        assert_eq!(at(60, 1.0), Some(policy.cap));
    }

    #[test]
    fn retry_after_is_honoured_within_the_budget() {
        let policy = Policy::default();
        let at = |seconds, elapsed| {
            pause(
                &policy,
                Safety::Safe,
                answered(503, Some(seconds)),
                1,
                Duration::from_secs(elapsed),
                0.5,
            )
        };
        assert_eq!(at(7, 0), Some(Duration::from_secs(7)));
        assert_eq!(at(0, 0), Some(Duration::ZERO));
        assert_eq!(at(91, 0), None);
        assert_eq!(at(60, 31), None);
    }

    #[test]
    fn attempts_are_bounded() {
        let policy = Policy::default();
        let at = |attempt| {
            pause(
                &policy,
                Safety::Safe,
                answered(503, None),
                attempt,
                START,
                0.5,
            )
        };
        assert!(at(3).is_some());
        assert_eq!(at(4), None);
    }
}
