//! The reason why no response came, for a caller that runs out of time. Such a caller drops its
//! request before it gets an error.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// The reason why there is no response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The reason in words.
    pub words: String,
    /// How long the request had waited when it was given up. `None` if an attempt had failed.
    pub waited: Option<Duration>,
}

/// A request that was given up after less than this might have got a response a moment later.
const LONG: Duration = Duration::from_secs(1);

impl Trouble {
    /// Returns whether this explains why a time-out of `time` was not enough.
    pub fn counts(&self, time: Duration) -> bool {
        let least = LONG.min(time / 2);
        self.waited.is_none_or(|waited| waited >= least)
    }
}

/// The last trouble without a good response after it.
#[derive(Debug, Default)]
pub(super) struct Troubles(Mutex<Option<Trouble>>);

/// A request in progress. If it is dropped during an attempt, it records its trouble.
#[derive(Debug)]
pub(super) struct Sending<'a> {
    troubles: &'a Troubles,
    origin: String,
    since: Option<Instant>,
}

impl Troubles {
    /// Returns the last trouble.
    pub(super) fn last(&self) -> Option<Trouble> {
        self.lock().clone()
    }

    /// Starts a request to this origin.
    pub(super) fn sending(&self, origin: String) -> Sending<'_> {
        Sending {
            troubles: self,
            origin,
            since: None,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Trouble>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sending<'_> {
    /// Starts an attempt.
    pub(super) fn begins(&mut self) {
        self.since = Some(Instant::now());
    }

    /// Ends the attempt, with a failure if there are words for it.
    pub(super) fn ends(&mut self, failure: Option<String>) {
        self.since = None;
        *self.troubles.lock() = failure.map(|words| Trouble {
            words,
            waited: None,
        });
    }
}

impl Drop for Sending<'_> {
    fn drop(&mut self) {
        let Some(since) = self.since else { return };
        let waited = since.elapsed();
        let mut last = self.troubles.lock();
        // A failed attempt says more than an attempt that was cut short.
        if last.as_ref().is_some_and(|last| last.waited.is_none()) {
            return;
        }
        *last = Some(Trouble {
            words: format!(
                "{} had not answered after {:.1} s",
                self.origin,
                waited.as_secs_f64()
            ),
            waited: Some(waited),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_given_up_leaves_the_last_trouble() {
        let troubles = Troubles::default();
        let words = || troubles.last().map(|last| last.words);
        let mut sending = troubles.sending("http://h:1".to_owned());
        sending.begins();
        tokio::time::advance(Duration::from_secs(3)).await;
        drop(sending);
        assert_eq!(
            words().as_deref(),
            Some("http://h:1 had not answered after 3.0 s")
        );
        let mut sending = troubles.sending("http://h:1".to_owned());
        sending.begins();
        sending.ends(Some("HTTP 503".to_owned()));
        // In the pause before the next attempt, and during that attempt.
        assert_eq!(words().as_deref(), Some("HTTP 503"));
        sending.begins();
        drop(sending);
        assert_eq!(words().as_deref(), Some("HTTP 503"));
        let mut sending = troubles.sending("http://h:1".to_owned());
        sending.begins();
        sending.ends(None);
        drop(sending);
        assert_eq!(troubles.last(), None);
    }
}
