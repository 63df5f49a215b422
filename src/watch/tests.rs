//! Tests the stream with a scripted source and a paused clock.

use std::cell::RefCell;
use std::rc::Rc;

use super::backoff::tests::fault;
use super::diff::tests::{NOON, server};
use super::*;

/// The requests to the source, and their times.
type Log = Rc<RefCell<Vec<(&'static str, Duration)>>>;

/// A source that returns these responses in turn, and then repeats the last one.
struct Script {
    answers: RefCell<VecDeque<Result<Batch, Error>>>,
    resync: RefCell<Batch>,
    log: Log,
    start: Instant,
}

impl Script {
    fn note(&self, what: &'static str) {
        self.log.borrow_mut().push((what, self.start.elapsed()));
    }

    fn answer(&self) -> Result<Batch, Error> {
        self.answers
            .borrow_mut()
            .pop_front()
            .unwrap_or_else(|| Ok(at(0, &[])))
    }
}

impl Source for Script {
    async fn list(&self) -> Result<Batch, Error> {
        self.note("list");
        self.answer().map(|batch| Batch {
            whole: true,
            ..batch
        })
    }

    async fn changes(&self, _: Timestamp) -> Result<Batch, Error> {
        self.note("changes");
        self.answer()
    }

    async fn resync(&self, _: &ServerSnapshot) -> Result<Batch, Error> {
        self.note("resync");
        Ok(self.resync.borrow().clone())
    }

    fn forget(&mut self, _: &str) {}
}

/// Returns a response this many seconds after noon.
fn at(seconds: i64, servers: &[(&str, &str, Option<&str>)]) -> Batch {
    let noon: Timestamp = NOON.parse().unwrap();
    let time = noon
        .checked_add(SignedDuration::from_secs(seconds))
        .unwrap();
    Batch {
        servers: servers
            .iter()
            .map(|(id, status, task)| server(id, status, *task))
            .collect(),
        date: Some(time),
        since: Some(time),
        ..Batch::default()
    }
}

fn watcher(answers: impl IntoIterator<Item = Result<Batch, Error>>) -> (Watcher<Script>, Log) {
    let log = Log::default();
    let script = Script {
        answers: RefCell::new(answers.into_iter().collect()),
        resync: RefCell::default(),
        log: Rc::clone(&log),
        start: Instant::now(),
    };
    let mut watcher = Watcher::new(script, None);
    watcher.jitter = || 1.0;
    (watcher, log)
}

fn word(event: Event) -> String {
    match event {
        Event::Change { change, .. } => {
            let before = change.previous().map_or("-", crate::state::State::name);
            format!("{} {before} {}", change.id(), change.current())
        }
        Event::Synced { count, .. } => format!("synced {count}"),
        Event::Failed { retry_in, .. } => match retry_in {
            Some(pause) => format!("failed, again in {} ms", pause.as_millis()),
            None => "failed".to_owned(),
        },
    }
}

async fn words(watcher: &mut Watcher<Script>, count: usize) -> Vec<String> {
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(watcher.next().await.map_or("end".to_owned(), word));
    }
    all
}

#[tokio::test(start_paused = true)]
async fn a_listing_comes_first_and_then_what_changes() {
    let (mut watcher, log) = watcher([
        Ok(at(0, &[("a", "ACTIVE", None), ("b", "SHUTOFF", None)])),
        Ok(at(1, &[("a", "ACTIVE", Some("powering-off"))])),
        Ok(at(2, &[("a", "ACTIVE", Some("powering-off"))])),
        Ok(at(3, &[("a", "SHUTOFF", None)])),
        Ok(at(4, &[("b", "DELETED", None)])),
    ]);
    assert_eq!(
        words(&mut watcher, 6).await,
        [
            "a - running",
            "b - stopped",
            "synced 2",
            "a running stopping",
            "a stopping stopped",
            "b stopped terminated"
        ]
    );
    let asked: Vec<_> = log
        .borrow()
        .iter()
        .map(|(what, at)| (*what, at.as_secs()))
        .collect();
    assert_eq!(
        asked,
        [
            ("list", 0),
            ("changes", 1),
            ("changes", 2),
            ("changes", 3),
            ("changes", 4)
        ]
    );
    assert_eq!(watcher.snapshot().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn errors_are_told_and_waited_out() {
    let (mut watcher, log) = watcher([
        Ok(at(0, &[("a", "ACTIVE", None)])),
        Err(fault(503, None)),
        Err(fault(503, None)),
        Err(fault(429, Some(20))),
        Ok(at(30, &[("a", "SHUTOFF", None)])),
    ]);
    assert_eq!(
        words(&mut watcher, 7).await,
        [
            "a - running",
            "synced 1",
            "failed, again in 1000 ms",
            "failed, again in 2000 ms",
            "failed, again in 20000 ms",
            "a running stopped",
            "synced 1"
        ]
    );
    let times: Vec<u64> = log.borrow().iter().map(|(_, at)| at.as_secs()).collect();
    assert_eq!(times, [0, 1, 2, 4, 24]);
}

#[tokio::test(start_paused = true)]
async fn what_is_hopeless_ends_it() {
    let (mut watcher, _) = watcher([Ok(at(0, &[])), Err(fault(403, None))]);
    assert_eq!(words(&mut watcher, 3).await, ["synced 0", "failed", "end"]);
}

#[tokio::test(start_paused = true)]
async fn what_fails_at_first_ends_it() {
    let (mut watcher, _) = watcher([Err(fault(503, None))]);
    assert_eq!(words(&mut watcher, 2).await, ["failed", "end"]);
}

#[tokio::test(start_paused = true)]
async fn after_a_sleep_everything_is_compared() {
    let (mut watcher, log) = watcher([
        Ok(at(0, &[("a", "ACTIVE", None), ("b", "ACTIVE", None)])),
        Ok(at(1, &[])),
        // A machine does not notice its own sleep: the server's clock shows it.
        Ok(at(3600, &[("b", "SHUTOFF", None)])),
    ]);
    *watcher.source.resync.borrow_mut() = Batch {
        gone: vec!["a".to_owned()],
        ..Batch::default()
    };
    assert_eq!(
        words(&mut watcher, 6).await[3..],
        ["b running stopped", "a running terminated", "synced 1"]
    );
    let asked: Vec<_> = log.borrow().iter().map(|(what, _)| *what).collect();
    assert_eq!(asked, ["list", "changes", "changes", "resync"]);
}

#[tokio::test(start_paused = true)]
async fn in_quiet_times_everything_is_compared_now_and_then() {
    let (mut watcher, log) = watcher([Ok(at(0, &[("a", "ACTIVE", None)]))]);
    assert_eq!(
        words(&mut watcher, 3).await,
        ["a - running", "synced 1", "synced 1"]
    );
    let log = log.borrow();
    let (what, when) = log.last().unwrap();
    assert_eq!(*what, "resync");
    assert!(when.as_secs() >= 300 && when.as_secs() < 310, "{when:?}");
    // Every second at first, then less and less often: far fewer than 300 requests.
    assert!(log.len() < 110, "{}", log.len());
}

#[tokio::test(start_paused = true)]
async fn where_instances_come_up_others_may_wait_unseen() {
    let (mut watcher, log) = watcher([Ok(at(0, &[])), Ok(at(1, &[("a", "BUILD", None)]))]);
    *watcher.source.resync.borrow_mut() = Batch {
        servers: vec![server("b", "BUILD", None)],
        ..Batch::default()
    };
    assert_eq!(
        words(&mut watcher, 3).await,
        ["synced 0", "a - pending", "b - pending"]
    );
    let times = || -> Vec<u64> {
        let log = log.borrow();
        let all = log.iter().filter(|(what, _)| *what == "resync");
        all.map(|(_, at)| at.as_secs()).collect()
    };
    assert_eq!(times(), [10]);
    // Often for a minute after the last new instance, and then as usual. Only the usual comparison
    // is reported.
    assert_eq!(words(&mut watcher, 1).await, ["synced 2"]);
    let times = times();
    assert_eq!(times[..6], [10, 20, 30, 40, 50, 60]);
    assert!(times.last().unwrap() >= &360, "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn a_server_without_a_clock_is_listed_each_time() {
    let timeless = |servers: &[(&str, &str, Option<&str>)]| Batch {
        date: None,
        since: None,
        ..at(0, servers)
    };
    let (mut watcher, log) = watcher([
        Ok(timeless(&[("a", "ACTIVE", None), ("b", "ACTIVE", None)])),
        Ok(timeless(&[("b", "ACTIVE", None)])),
        Ok(timeless(&[("b", "SHUTOFF", None)])),
    ]);
    assert_eq!(
        words(&mut watcher, 5).await,
        [
            "a - running",
            "b - running",
            "synced 2",
            "a running terminated",
            "b running stopped"
        ]
    );
    assert!(log.borrow().iter().all(|(what, _)| *what == "list"));
}

#[tokio::test(start_paused = true)]
async fn a_nudge_is_a_poll_at_once_and_no_hurry_for_a_service_in_trouble() {
    let (watcher, log) = watcher([
        Ok(at(0, &[("a", "ACTIVE", None)])),
        Ok(at(1, &[("a", "ACTIVE", Some("powering-off"))])),
        Err(fault(503, None)),
        Ok(at(2, &[("a", "SHUTOFF", None)])),
    ]);
    let nudge = Arc::new(Notify::new());
    let mut watcher = watcher.nudged_by(Arc::clone(&nudge));
    watcher.interval = Some(Duration::from_mins(1));
    assert_eq!(words(&mut watcher, 1).await, ["a - running"]);
    assert_eq!(watcher.at_hand().map(word).as_deref(), Some("synced 1"));
    assert!(watcher.at_hand().is_none());
    nudge.notify_one();
    assert_eq!(words(&mut watcher, 1).await, ["a running stopping"]);
    nudge.notify_one();
    assert_eq!(words(&mut watcher, 1).await, ["failed, again in 1000 ms"]);
    nudge.notify_one();
    assert_eq!(words(&mut watcher, 1).await, ["a stopping stopped"]);
    let times: Vec<u64> = log.borrow().iter().map(|(_, at)| at.as_secs()).collect();
    assert_eq!(times, [0, 0, 0, 1]);
}
