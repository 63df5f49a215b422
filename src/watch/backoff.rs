//! Decides whether to go on after an error, and when. Pure.

use std::time::Duration;

use crate::openstack::{AuthError, Error};

const FIRST: Duration = Duration::from_secs(1);
const LAST: Duration = Duration::from_secs(5);
/// The longest wait that a service can ask for.
const LONGEST_WISH: Duration = Duration::from_mins(5);
/// The number of refusals in a row after which a refusal counts as final. A refusal may be
/// temporary: a proxy without its backend, or a token that another node does not know yet.
const BELIEVED: u32 = 3;

/// Returns how long to wait after this many failures in a row. Half of the wait is random, so that
/// the watchers of a service that comes back don't all poll at once. No watcher retries at once.
pub(super) fn pause(failures: u32, error: &Error, jitter: f64) -> Duration {
    let doubled = FIRST.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1)));
    let bound = doubled.min(LAST);
    let own = bound.mul_f64(0.5 + 0.5 * jitter.clamp(0.0, 1.0));
    match error {
        Error::Fault(fault) => fault
            .retry_after
            .map_or(own, |wish| own.max(wish.min(LONGEST_WISH))),
        _ => own,
    }
}

/// Returns whether a retry cannot help. `failures` counts the failures in a row, this one included.
pub fn is_hopeless(error: &Error, failures: u32) -> bool {
    match error {
        Error::Fault(fault) => match fault.status {
            408 | 413 | 425 | 429 | 500.. => false,
            // Without the service's error object, it came from a proxy.
            404 if fault.code.is_none() => false,
            401 | 404 => failures >= BELIEVED,
            _ => true,
        },
        // A machine that wakes up has no network for a while; a proxy sends a web page.
        Error::Transport(_) | Error::Decode(_) => false,
        // A catalog may lack a service while an operator rewrites it.
        Error::Catalog(_) | Error::Auth(AuthError::NoVersion3 { .. }) => failures >= BELIEVED,
        Error::Auth(_)
        | Error::NotFound { .. }
        | Error::Ambiguous { .. }
        | Error::Microversion { .. } => true,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::openstack::{Fault, Service, Transport, TransportKind};

    pub(in crate::watch) fn fault(status: u16, retry_after: Option<u64>) -> Error {
        Error::from(Box::new(Fault {
            service: Service::Compute,
            operation: "DescribeInstances",
            status,
            code: None,
            message: String::new(),
            request_id: None,
            retries: 0,
            retry_after: retry_after.map(Duration::from_secs),
            missing: None,
        }))
    }

    #[test]
    fn pauses_double_up_to_a_bound_and_half_of_them_is_random() {
        let error = fault(503, None);
        let millis = |failures, jitter| pause(failures, &error, jitter).as_millis();
        assert_eq!((millis(1, 0.0), millis(1, 1.0)), (500, 1000));
        assert_eq!((millis(3, 0.0), millis(3, 1.0)), (2000, 4000));
        assert_eq!((millis(99, 0.0), millis(99, 1.0)), (2500, 5000));
    }

    #[test]
    fn a_services_wish_is_honoured_within_reason() {
        let seconds = |wish| pause(1, &fault(503, Some(wish)), 0.0).as_secs_f64();
        assert!((seconds(0) - 0.5).abs() < 1e-9);
        assert!((seconds(7) - 7.0).abs() < 1e-9);
        assert!((seconds(86_400) - 300.0).abs() < 1e-9);
    }

    #[test]
    fn what_passes_is_waited_for_and_what_does_not_ends_it() {
        for status in [408, 413, 429, 500, 502, 503, 504] {
            assert!(!is_hopeless(&fault(status, None), 1000), "{status}");
        }
        for status in [400, 403, 406, 410] {
            assert!(is_hopeless(&fault(status, None), 1), "{status}");
        }
        for status in [401, 404] {
            let mut told = fault(status, None);
            if let Error::Fault(fault) = &mut told {
                fault.code = Some("itemNotFound".to_owned());
            }
            assert!(!is_hopeless(&told, 2), "{status}");
            assert!(is_hopeless(&told, 3), "{status}");
        }
        assert!(!is_hopeless(&fault(404, None), 1000));
        let refused = Error::Auth(AuthError::Refused {
            status: 401,
            login: String::new(),
            origin: String::new(),
            message: String::new(),
            request_id: None,
        });
        assert!(is_hopeless(&refused, 1));
        let cut = Error::from(Box::new(Transport {
            operation: "DescribeInstances",
            kind: TransportKind::Refused,
            origin: String::new(),
            retries: 3,
            cause: String::new(),
        }));
        assert!(!is_hopeless(&cut, 1000));
    }
}
