//! The load of instances by their latest measures, for `ostk top`.

use std::collections::HashMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::view::{Metric, Series};
use super::{MetricsSource, OPERATION, Subject, USUAL_SAMPLE, Window, diagnostics, gnocchi};
use crate::error::CommandError;
use crate::openstack::{Error, Session};

/// The period to request, in seconds. Coarser measures stay as they are.
const FINEST: u32 = 60;
/// The maximum age of a value, or twice its period if that is longer. An older value says nothing
/// about the present.
const OLDEST: SignedDuration = SignedDuration::from_mins(20);
/// The pause between diagnostics, because each request asks the hypervisor.
const DIAGNOSTICS_PERIOD: Duration = Duration::from_secs(15);
/// The time that Gnocchi needs to process new measures.
const LATE: SignedDuration = SignedDuration::from_secs(10);
/// The pause before instances without measures are queried again.
const UNMEASURED_PERIOD: Duration = Duration::from_mins(2);
const SHORTEST: SignedDuration = SignedDuration::from_secs(30);

/// An instance's load.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::commands) struct Load {
    /// The instance's ID.
    pub(in crate::commands) id: String,
    /// Percent of its processors.
    pub(in crate::commands) cpu: Option<f64>,
    /// Percent of its memory.
    pub(in crate::commands) memory: Option<f64>,
    /// When it was measured: the end of the time that the values stand for.
    pub(in crate::commands) at: Option<Timestamp>,
    /// When there will be something new.
    pub(in crate::commands) again: Duration,
}

/// The reason why there are no loads.
#[derive(Clone, Debug)]
pub(in crate::commands) enum Unmeasured {
    /// This cloud measures nothing for the caller, so a retry is useless.
    Never,
    /// The request failed this time.
    Now(CommandError),
}

/// The loads of these instances, in their order. An instance that is not measured has an empty
/// one.
pub(in crate::commands) async fn loads(
    session: &Session,
    source: MetricsSource,
    subjects: &[Subject],
) -> Result<Vec<Load>, Unmeasured> {
    match source {
        MetricsSource::Gnocchi => from_gnocchi(session, subjects).await,
        MetricsSource::Diagnostics => {
            let results = diagnostics::ask(session, subjects, USUAL_SAMPLE).await;
            from_diagnostics(subjects, results)
        }
    }
}

async fn from_gnocchi(session: &Session, subjects: &[Subject]) -> Result<Vec<Load>, Unmeasured> {
    let window = Window {
        start: None,
        end: None,
        period: FINEST,
    };
    let of = gnocchi::Of::Load;
    let measures = Box::pin(gnocchi::ask(session, subjects, &window, of))
        .await
        .map_err(|error| Unmeasured::Now(CommandError::from(error).during(OPERATION)))?;
    let now = measures.now.unwrap_or_else(|| session.now());
    let mut by_instance: HashMap<String, Vec<Series>> = HashMap::new();
    for one in measures.series {
        by_instance.entry(one.key().0).or_default().push(one);
    }
    let load = |subject: &Subject| {
        let series = by_instance.get(&subject.id).map_or(&[][..], Vec::as_slice);
        from_archive(&subject.id, series, now)
    };
    Ok(subjects.iter().map(load).collect())
}

/// Returns the loads from diagnostics. A hypervisor's refusal affects only its own instance, unless
/// all instances are refused.
fn from_diagnostics(
    subjects: &[Subject],
    results: Vec<Result<Vec<Series>, Error>>,
) -> Result<Vec<Load>, Unmeasured> {
    if diagnostics::nobody_is_measured(&results) {
        return Err(Unmeasured::Never);
    }
    let mut loads = Vec::new();
    let mut failure = None;
    for (subject, result) in subjects.iter().zip(results) {
        let series = match result {
            Ok(series) => series,
            // The instance may be stopped or deleted meanwhile, or its hypervisor has no
            // diagnostics.
            Err(Error::Fault(fault)) if matches!(fault.status, 403 | 404 | 409 | 501) => Vec::new(),
            Err(error) => {
                failure.get_or_insert(error);
                continue;
            }
        };
        let again = if series.is_empty() {
            UNMEASURED_PERIOD
        } else {
            DIAGNOSTICS_PERIOD
        };
        loads.push(of(&subject.id, &series, again));
    }
    match failure {
        Some(error) if loads.is_empty() => {
            Err(Unmeasured::Now(CommandError::from(error).during(OPERATION)))
        }
        _ => Ok(loads),
    }
}

fn seconds(series: &Series) -> SignedDuration {
    SignedDuration::from_secs(i64::from(series.period()))
}

fn of(id: &str, series: &[Series], again: Duration) -> Load {
    let find = |metric| series.iter().find(|one| one.key().1 == metric);
    let value = |metric| Some(find(metric)?.last()?.1);
    let end = |one: &Series| one.last()?.0.checked_add(seconds(one)).ok();
    Load {
        id: id.to_owned(),
        cpu: value(Metric::CpuUtilization),
        memory: value(Metric::MemoryUtilization),
        at: series.iter().filter_map(end).max(),
        again,
    }
}

/// Returns the last load in an archive, unless it is too old, and the time until the next one. Each
/// value covers its period, and the next value comes one period later.
fn from_archive(id: &str, series: &[Series], now: Timestamp) -> Load {
    let is_recent = |one: &&Series| {
        let oldest = OLDEST.max(seconds(one).saturating_mul(3));
        one.last()
            .is_some_and(|(at, _)| now.duration_since(at) <= oldest)
    };
    let recent: Vec<Series> = series.iter().filter(is_recent).cloned().collect();
    let mut load = of(id, &recent, UNMEASURED_PERIOD);
    if let (Some(end), Some(period)) = (load.at, recent.iter().map(seconds).min()) {
        let next = end.duration_since(now) + period + LATE;
        let longest = period.max(SHORTEST).unsigned_abs();
        load.again = Duration::try_from(next)
            .unwrap_or_default()
            .clamp(SHORTEST.unsigned_abs(), longest);
    }
    load
}

#[cfg(test)]
mod tests {
    use super::super::series::Point;
    use super::*;
    use crate::openstack::{Fault, Service};

    fn noon() -> Timestamp {
        "2026-11-24T12:00:00Z".parse().unwrap()
    }

    /// Returns a series with a value that covers `period` seconds and began `ago` seconds ago.
    fn series(metric: Metric, period: u32, ago: i64, value: f64) -> Series {
        let at = noon().checked_sub(SignedDuration::from_secs(ago)).unwrap();
        Series::new(("i", "web"), metric, period, &[Point { at, value }])
    }

    #[test]
    fn the_last_measure_counts_until_the_next_one_is_there() {
        let load = from_archive(
            "i",
            &[
                series(Metric::CpuUtilization, 300, 400, 12.5),
                series(Metric::MemoryUsed, 300, 400, 222.0),
                series(Metric::MemoryUtilization, 300, 400, 50.0),
            ],
            noon(),
        );
        assert_eq!((load.cpu, load.memory), (Some(12.5), Some(50.0)));
        assert_eq!(load.at.unwrap().to_string(), "2026-11-24T11:58:20Z");
        // The value's period ended 100 s ago, so the next one ends in 200 s.
        assert_eq!(load.again, Duration::from_secs(210));
    }

    #[test]
    fn what_is_late_is_asked_for_soon_and_what_is_old_says_nothing() {
        let again = |ago| {
            let load = from_archive(
                "i",
                &[series(Metric::CpuUtilization, 300, ago, 1.0)],
                noon(),
            );
            (load.cpu.is_some(), load.again.as_secs())
        };
        assert_eq!(again(0), (true, 300));
        assert_eq!(again(700), (true, 30));
        assert_eq!(again(1_200), (true, 30));
        assert_eq!(again(1_201), (false, 120));
        assert_eq!(from_archive("i", &[], noon()).again.as_secs(), 120);
    }

    fn refused(status: u16) -> Error {
        Error::from(Box::new(Fault {
            service: Service::Compute,
            operation: OPERATION,
            status,
            code: None,
            message: String::new(),
            request_id: None,
            retries: 0,
            retry_after: None,
            missing: None,
        }))
    }

    fn measured(results: Vec<Result<Vec<Series>, Error>>) -> Result<Vec<Load>, Unmeasured> {
        let subject = Subject {
            id: "i".to_owned(),
            name: "web".to_owned(),
            vcpus: Some(1),
            memory_mib: Some(64),
        };
        from_diagnostics(&vec![subject; results.len()], results)
    }

    #[test]
    fn diagnostics_fail_for_one_for_all_or_for_ever() {
        let good = || Ok(vec![series(Metric::CpuUtilization, 1, 0, 7.0)]);
        let loads = measured(vec![good(), Err(refused(409)), Err(refused(500))]).unwrap();
        let seen: Vec<_> = loads.iter().map(|one| (one.cpu, one.again)).collect();
        assert_eq!(
            seen,
            [(Some(7.0), DIAGNOSTICS_PERIOD), (None, UNMEASURED_PERIOD)]
        );
        for status in [403, 501] {
            let loads = measured(vec![Err(refused(status)), good()]).unwrap();
            let seen: Vec<_> = loads.iter().map(|one| (one.cpu, one.again)).collect();
            assert_eq!(
                seen,
                [(None, UNMEASURED_PERIOD), (Some(7.0), DIAGNOSTICS_PERIOD)]
            );
            let never = measured(vec![Err(refused(status)), Err(refused(501))]);
            assert!(matches!(never, Err(Unmeasured::Never)), "{never:?}");
        }
        assert_eq!(measured(Vec::new()).unwrap(), []);
        let now = measured(vec![Err(refused(503)), Err(refused(503))]);
        assert!(
            matches!(&now, Err(Unmeasured::Now(error)) if error.code == "ServiceUnavailable"),
            "{now:?}"
        );
    }
}
