//! `--debug` and `--timing`: the client's events, as text on stderr.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::io::Stream;
use crate::openstack::{Observer, TrafficEvent};
use crate::output::sanitize;
use crate::verbs::notes::Notes;

/// The requests of a run, for `--timing`.
#[derive(Clone, Default)]
pub(super) struct Timings(Arc<Mutex<Vec<Timing>>>);

struct Timing {
    number: u64,
    method: String,
    url: String,
    outcome: String,
    elapsed: Duration,
    bytes: usize,
    request_id: String,
}

/// The shortest pause that is reported, so that the user knows why ostk waits.
const LONG_PAUSE: Duration = Duration::from_secs(1);

/// Returns an observer that shows what these two flags select. It always reports long pauses.
pub(super) fn observer(debug: bool, timings: Option<&Timings>, notes: &Notes) -> Observer {
    let timings = timings.cloned();
    let notes = notes.clone();
    Arc::new(move |event: &TrafficEvent<'_>| {
        if debug {
            show(&notes.stream, event);
        } else if let TrafficEvent::Pausing { pause } = event
            && *pause >= LONG_PAUSE
        {
            notes.warn(&format!(
                "no success yet; trying again in {:.0} s",
                pause.as_secs_f64()
            ));
        }
        if let Some(timings) = &timings {
            timings.add(event);
        }
    })
}

fn show(stderr: &Stream, event: &TrafficEvent<'_>) {
    let mut text = String::new();
    match event {
        TrafficEvent::Sending {
            number,
            method,
            url,
            headers,
            body,
        } => {
            let _ = writeln!(text, "debug: [{number}] > {method} {url}");
            for (name, value) in headers {
                let _ = writeln!(text, "debug: [{number}] > {name}: {value}");
            }
            if let Some(body) = body {
                let _ = writeln!(text, "debug: [{number}] > {body}");
            }
        }
        TrafficEvent::Answered {
            number,
            status,
            elapsed,
            headers,
            body,
            ..
        } => {
            let _ = writeln!(
                text,
                "debug: [{number}] < {status} after {}",
                milliseconds(*elapsed)
            );
            for (name, value) in headers {
                let _ = writeln!(text, "debug: [{number}] < {name}: {value}");
            }
            let body = body.shown();
            if !body.is_empty() {
                let _ = writeln!(text, "debug: [{number}] < {body}");
            }
        }
        TrafficEvent::Failed {
            number,
            elapsed,
            cause,
            ..
        } => {
            let _ = writeln!(
                text,
                "debug: [{number}] < nothing after {}: {cause}",
                milliseconds(*elapsed)
            );
        }
        TrafficEvent::Pausing { pause } => {
            let _ = writeln!(text, "debug: trying again in {}", milliseconds(*pause));
        }
        TrafficEvent::Note(note) => {
            let _ = writeln!(text, "debug: {note}");
        }
    }
    let text = text.trim_end_matches('\n');
    if stderr.terminal().is_some() {
        stderr.line(&sanitize::lines_for_terminal(text));
    } else {
        stderr.line(text);
    }
}

impl Timings {
    fn add(&self, event: &TrafficEvent<'_>) {
        let timing = match event {
            TrafficEvent::Answered {
                number,
                method,
                url,
                status,
                elapsed,
                length,
                request_id,
                ..
            } => Timing {
                number: *number,
                method: (*method).to_owned(),
                url: (*url).to_owned(),
                outcome: status.to_string(),
                elapsed: *elapsed,
                bytes: *length,
                request_id: request_id.unwrap_or("-").to_owned(),
            },
            TrafficEvent::Failed {
                number,
                method,
                url,
                elapsed,
                ..
            } => Timing {
                number: *number,
                method: (*method).to_owned(),
                url: (*url).to_owned(),
                outcome: "failed".to_owned(),
                elapsed: *elapsed,
                bytes: 0,
                request_id: "-".to_owned(),
            },
            _ => return,
        };
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(timing);
    }

    /// Returns a table of the requests in the order in which they were sent, with their sum.
    pub(super) fn table(&self, total: Duration) -> String {
        let mut timings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        timings.sort_by_key(|timing| timing.number);
        let mut table = format!(
            "{:>3}  {:>6}  {:>10}  {:>9}  {:<40}  request\n",
            "#", "status", "time", "bytes", "request id"
        );
        for timing in timings.iter() {
            let _ = writeln!(
                table,
                "{:>3}  {:>6}  {:>10}  {:>9}  {:<40}  {} {}",
                timing.number,
                timing.outcome,
                milliseconds(timing.elapsed),
                timing.bytes,
                sanitize::for_terminal(&timing.request_id),
                timing.method,
                sanitize::for_terminal(&timing.url),
            );
        }
        let _ = write!(
            table,
            "{} request{} in {}",
            timings.len(),
            if timings.len() == 1 { "" } else { "s" },
            milliseconds(total)
        );
        table
    }
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1_000.0)
}
