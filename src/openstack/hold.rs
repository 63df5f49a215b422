//! Pauses that services have asked for. One `Retry-After` applies to every request of a run to the
//! same place, not only to the request that got it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::Url;
use tokio::time::{Instant, sleep_until};

use super::http;

/// The end of the pause for each place.
#[derive(Debug, Default)]
pub(super) struct Holds(Mutex<BTreeMap<String, Instant>>);

impl Holds {
    /// Pauses requests to the URL's place. Never shortens an earlier pause.
    pub(super) fn set(&self, url: &Url, pause: Duration) {
        let end = Instant::now() + pause;
        let mut ends = self.ends();
        let known = ends.entry(http::origin(url)).or_insert(end);
        *known = (*known).max(end);
    }

    /// Waits until the place may get requests again, even if the pause is extended meanwhile.
    pub(super) async fn pass(&self, url: &Url) {
        while let Some(end) = self.end(url) {
            sleep_until(end).await;
        }
    }

    /// Returns the end of the place's pause, if it is paused now.
    pub(super) fn end(&self, url: &Url) -> Option<Instant> {
        let mut ends = self.ends();
        if ends.is_empty() {
            return None;
        }
        let origin = http::origin(url);
        let end = ends.get(&origin).copied()?;
        if Instant::now() < end {
            return Some(end);
        }
        ends.remove(&origin);
        None
    }

    fn ends(&self) -> MutexGuard<'_, BTreeMap<String, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future as _;
    use std::pin::pin;
    use std::task::{Context, Waker};

    #[tokio::test(start_paused = true)]
    async fn everybody_waits_for_a_place_that_asked_for_it() {
        let nova: Url = "http://nova.example:8774/v2.1/servers".parse().unwrap();
        let images: Url = "http://nova.example:9292/v2/images".parse().unwrap();
        let holds = Holds::default();
        let start = Instant::now();
        holds.set(&nova, Duration::from_secs(5));
        holds.set(&nova, Duration::from_secs(2));
        holds.pass(&images).await;
        assert_eq!(start.elapsed(), Duration::ZERO);
        {
            let mut waiting = pin!(holds.pass(&nova));
            let mut context = Context::from_waker(Waker::noop());
            assert!(waiting.as_mut().poll(&mut context).is_pending());
            // Extend the pause during a wait.
            holds.set(&nova, Duration::from_secs(7));
            waiting.await;
        }
        assert_eq!(start.elapsed(), Duration::from_secs(7));
        holds.pass(&nova).await;
        assert_eq!(start.elapsed(), Duration::from_secs(7));
    }
}
