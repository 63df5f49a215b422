//! The time in the sandbox. Everything that takes time uses it, so a test that sets the clock need
//! not wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Where the sandbox's time comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// This machine's clock.
    System(fn() -> Timestamp),
    /// A clock that a test sets, in milliseconds since 1970.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// Returns this machine's clock.
    pub fn system() -> Self {
        Self::System(Timestamp::now)
    }

    /// Returns a clock that stands still until it is moved.
    pub fn manual(start: Timestamp) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(start.as_millisecond())))
    }

    /// Moves a manual clock. Does nothing to this machine's clock.
    pub fn advance(&self, milliseconds: i64) {
        if let Self::Manual(time) = self {
            time.fetch_add(milliseconds, Ordering::SeqCst);
        }
    }

    /// Returns the milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        match self {
            Self::System(now) => now().as_millisecond(),
            Self::Manual(time) => time.load(Ordering::SeqCst),
        }
    }
}

fn stamp(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}

/// `2026-11-23T10:18:01Z`.
pub(crate) fn zulu(milliseconds: i64) -> String {
    stamp(milliseconds)
        .strftime("%Y-%m-%dT%H:%M:%SZ")
        .to_string()
}

/// `2026-11-23T10:18:01.000000`, to the second, as a database column returns it.
pub(crate) fn naive(milliseconds: i64) -> String {
    stamp(milliseconds)
        .strftime("%Y-%m-%dT%H:%M:%S.000000")
        .to_string()
}

/// `2026-11-23T10:18:01.123000`, for what was never in a database.
pub(crate) fn naive_exact(milliseconds: i64) -> String {
    stamp(milliseconds)
        .strftime("%Y-%m-%dT%H:%M:%S.%6f")
        .to_string()
}

/// `2026-11-23T10:18:01.000000Z`.
pub(crate) fn keystone(milliseconds: i64) -> String {
    stamp(milliseconds)
        .strftime("%Y-%m-%dT%H:%M:%S.000000Z")
        .to_string()
}

/// `2026-11-23T10:18:01+00:00`.
pub(crate) fn offset(milliseconds: i64) -> String {
    stamp(milliseconds)
        .strftime("%Y-%m-%dT%H:%M:%S+00:00")
        .to_string()
}

/// `2026-11-23T10:18:01.123000+00:00`.
pub(crate) fn offset_exact(milliseconds: i64) -> String {
    stamp(milliseconds)
        .strftime("%Y-%m-%dT%H:%M:%S.%6f+00:00")
        .to_string()
}

/// Reads a time as OpenStack's clients write it, with a zone or (in UTC) without one.
pub(crate) fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse::<Timestamp>()
        .or_else(|_| format!("{text}Z").parse())
        .or_else(|_| format!("{text}T00:00:00Z").parse())
        .ok()
        .map(Timestamp::as_millisecond)
}
