//! Measures from Gnocchi, which a cloud's telemetry fills.
//! See <https://gnocchi.osci.io/rest.html>.

use std::collections::{BTreeMap, HashMap, HashSet};

use futures_util::future;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use super::series::{self, Measure, Point};
use super::view::{Metric, Series};
use super::{Subject, Window};
use crate::openstack::{Answer, Call, Error, LEAST_FULL_PAGE, Pages, Service, Session};

const OPERATION: &str = "GetMetricData";
/// The number of metrics, or pages, to fetch at once.
const PARALLEL: usize = 16;
/// The time span without `--start-time`.
const USUAL_SPAN: SignedDuration = SignedDuration::from_hours(1);
/// The longest sampling interval of telemetry, in seconds.
const LEAST_BEFORE: u32 = 300;

/// The number of instances per search: their resources fill less than a page.
const IDS: usize = 50;

/// Ceilometer's names of the meters. Disks and interfaces have resources of their own, one per
/// device.
const DISK_METERS: [(&str, Metric); 4] = [
    ("disk.device.read.bytes", Metric::DiskReadBytes),
    ("disk.device.write.bytes", Metric::DiskWriteBytes),
    ("disk.device.read.requests", Metric::DiskReadOps),
    ("disk.device.write.requests", Metric::DiskWriteOps),
];
const INTERFACE_METERS: [(&str, Metric); 4] = [
    ("network.incoming.bytes", Metric::NetworkIn),
    ("network.outgoing.bytes", Metric::NetworkOut),
    ("network.incoming.packets", Metric::NetworkPacketsIn),
    ("network.outgoing.packets", Metric::NetworkPacketsOut),
];

/// A resource that is measured.
#[derive(Debug, Deserialize)]
struct Measured {
    id: String,
    #[serde(default)]
    instance_id: Option<String>,
    #[serde(default)]
    metrics: HashMap<String, String>,
}

/// A meter of one instance or device, to be fetched.
struct Wanted {
    instance_id: String,
    metric: Metric,
    meter_id: String,
    /// Whether the value is cumulative, so that its rate is shown.
    grows: bool,
}

/// The resources to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Instances with their disks and interfaces.
    All,
    /// Only processors and memory: one search for all instances, and two requests for each.
    Load,
}

/// The time span of a query, by the service's clock if the user sets no time.
#[derive(Clone, Copy)]
struct Span {
    start: Timestamp,
    end: Option<Timestamp>,
    period: u32,
}

/// The measures from Gnocchi.
pub(super) struct Measures {
    pub(super) series: Vec<Series>,
    /// The names of instances without measures.
    pub(super) unmeasured: Vec<String>,
    /// The service's own time, if the response has it.
    pub(super) now: Option<Timestamp>,
}

/// Returns the measures of these instances.
pub(super) async fn ask(
    session: &Session,
    subjects: &[Subject],
    window: &Window,
    of: Of,
) -> Result<Measures, Error> {
    let ids: Vec<&str> = subjects.iter().map(|subject| subject.id.as_str()).collect();
    let ids = ids.as_slice();
    let devices = |kind| async move {
        match of {
            Of::All => Ok(search(session, kind, "instance_id", ids).await?.0),
            Of::Load => Ok(Vec::new()),
        }
    };
    let (instances, disks, interfaces) = future::try_join3(
        search(session, "instance", "id", ids),
        devices("instance_disk"),
        devices("instance_network_interface"),
    )
    .await?;
    let (instances, now) = instances;
    let mut wanted = Vec::new();
    for instance in &instances {
        let meters = [
            ("cpu", Metric::CpuUtilization, true),
            ("memory.usage", Metric::MemoryUsed, false),
        ];
        for (meter, metric, grows) in meters {
            wanted.extend(instance.metrics.get(meter).map(|id| Wanted {
                instance_id: instance.id.clone(),
                metric,
                meter_id: id.clone(),
                grows,
            }));
        }
    }
    wanted.extend(of_devices(&disks, &DISK_METERS));
    wanted.extend(of_devices(&interfaces, &INTERFACE_METERS));
    let start = window
        .start
        .or_else(|| {
            let end = window.end.unwrap_or(now.unwrap_or_else(|| session.now()));
            end.checked_sub(USUAL_SPAN).ok()
        })
        .unwrap_or_default();
    let span = Span {
        start: series::floor(start, window.period),
        end: window.end,
        period: window.period,
    };
    let points: Vec<(Wanted, Vec<Point>, u32)> = stream::iter(wanted)
        .map(|wanted| async move {
            let (points, period) = measure(session, &wanted, span).await?;
            Ok::<_, Error>((wanted, points, period))
        })
        .buffered(PARALLEL)
        .try_collect()
        .await?;
    let unmeasured = subjects
        .iter()
        .filter(|subject| {
            !points
                .iter()
                .any(|(wanted, ..)| wanted.instance_id == subject.id)
        })
        .map(|subject| subject.name.clone())
        .collect();
    let series = subjects
        .iter()
        .flat_map(|subject| of_instance(subject, &points))
        .collect();
    Ok(Measures {
        series,
        unmeasured,
        now,
    })
}

/// Returns the resources of a type with one of these IDs as their attribute, and the service's own
/// time.
async fn search(
    session: &Session,
    kind: &str,
    attribute: &str,
    ids: &[&str],
) -> Result<(Vec<Measured>, Option<Timestamp>), Error> {
    let parts: Vec<(Vec<Measured>, Option<Timestamp>)> = stream::iter(ids.chunks(IDS))
        .map(|ids| pages(session, kind, json!({ "in": { attribute: ids } })))
        .buffered(PARALLEL)
        .try_collect()
        .await?;
    let now = parts.iter().find_map(|(_, now)| *now);
    let all = parts.into_iter().flat_map(|(part, _)| part).collect();
    Ok((all, now))
}

/// Returns all resources that a filter finds, page by page.
async fn pages(
    session: &Session,
    kind: &str,
    filter: Value,
) -> Result<(Vec<Measured>, Option<Timestamp>), Error> {
    let mut seen = HashSet::new();
    let mut all: Vec<Measured> = Vec::new();
    let mut now = None;
    let mut pages = Pages::default();
    loop {
        let marker = all.last().map(|last| last.id.as_str());
        let Some((page, answer)) = page(session, kind, &filter, marker).await? else {
            return Ok((all, now));
        };
        now = now.or(answer.date());
        let (is_last, before) = (page.len() < LEAST_FULL_PAGE, all.len());
        all.extend(page.into_iter().filter(|one| seen.insert(one.id.clone())));
        let went_on = match all.len() - before {
            // The next request would have the same marker.
            0 if !is_last => Err(pages.leads_back()),
            new_items => pages.add(new_items, !is_last),
        };
        went_on.map_err(|endless| answer.endless(endless))?;
        if is_last {
            return Ok((all, now));
        }
    }
}

/// Returns one page with its response. A cloud that measures no disks lacks this resource type.
/// This is not an error.
async fn page(
    session: &Session,
    kind: &str,
    filter: &Value,
    marker: Option<&str>,
) -> Result<Option<(Vec<Measured>, Answer)>, Error> {
    let mut call = Call::post(
        OPERATION,
        Service::Metric,
        "search/resource",
        filter.clone(),
    )
    .below(kind)
    .only_reads();
    if let Some(marker) = marker {
        call = call.query("marker", marker);
    }
    match session.send(&call).await {
        Ok(answer) => Ok(Some((answer.decode()?, answer))),
        // The response is 400 if the type lacks the attribute in the filter.
        Err(Error::Fault(fault)) if fault.status == 400 && kind != "instance" => Ok(None),
        Err(error) if error.says_gone(kind) => Ok(None),
        Err(error) => Err(error),
    }
}

fn of_devices<'a>(
    devices: &'a [Measured],
    meters: &'a [(&str, Metric)],
) -> impl Iterator<Item = Wanted> + 'a {
    devices.iter().flat_map(move |device| {
        meters.iter().filter_map(move |(meter, metric)| {
            Some(Wanted {
                instance_id: device.instance_id.clone()?,
                metric: *metric,
                meter_id: device.metrics.get(*meter)?.clone(),
                grows: true,
            })
        })
    })
}

/// Returns the values of one meter, one per period.
async fn measure(
    session: &Session,
    wanted: &Wanted,
    span: Span,
) -> Result<(Vec<Point>, u32), Error> {
    let figures = measures(
        session,
        &wanted.meter_id,
        if wanted.grows { "rate:mean" } else { "mean" },
        span,
    )
    .await?;
    let measures = match figures {
        Some(rates) if wanted.grows => series::from_rates(&rates),
        Some(figures) => figures,
        None if wanted.grows => {
            // The archive keeps no rates. The first period's rate needs an earlier value.
            let before = SignedDuration::from_secs(2 * i64::from(span.period.max(LEAST_BEFORE)));
            let earlier = Span {
                start: span.start.checked_sub(before).unwrap_or(span.start),
                ..span
            };
            let figures = measures(session, &wanted.meter_id, "mean", earlier).await?;
            series::from_cumulative(&figures.unwrap_or_default())
        }
        None => Vec::new(),
    };
    let (mut points, period) = series::resample(&measures, span.period);
    points.retain(|point| {
        point.at >= series::floor(span.start, period) && span.end.is_none_or(|end| point.at < end)
    });
    Ok((points, period))
}

/// Returns one aggregate of a meter at every granularity, or none if the archive lacks it.
async fn measures(
    session: &Session,
    meter: &str,
    aggregation: &str,
    span: Span,
) -> Result<Option<Vec<Measure>>, Error> {
    let mut call = Call::get(OPERATION, Service::Metric, "metric")
        .below(meter)
        .below("measures")
        .query("aggregation", aggregation)
        .query("start", span.start.to_string());
    if let Some(end) = span.end {
        call = call.query("stop", end.to_string());
    }
    let answer = match session.send(&call).await {
        Ok(answer) => answer,
        Err(Error::Fault(fault)) if fault.status == 400 => return Ok(None),
        Err(error) if error.says_gone(meter) => return Ok(None),
        Err(error) => return Err(error),
    };
    let measures: Vec<(Timestamp, f64, Option<f64>)> = answer.decode()?;
    Ok(Some(
        measures
            .into_iter()
            .filter_map(|(at, granularity, value)| {
                Some(Measure {
                    at,
                    granularity,
                    value: value?,
                })
            })
            .collect(),
    ))
}

/// Returns an instance's series in display order, with its devices summed.
fn of_instance(subject: &Subject, points: &[(Wanted, Vec<Point>, u32)]) -> Vec<Series> {
    let mut by_metric: BTreeMap<Metric, (Vec<Vec<Point>>, u32)> = BTreeMap::new();
    for (wanted, points, period) in points {
        if wanted.instance_id == subject.id {
            let entry = by_metric.entry(wanted.metric).or_default();
            entry.0.push(points.clone());
            entry.1 = entry.1.max(*period);
        }
    }
    let mut all = Vec::new();
    for (metric, (devices, period)) in by_metric {
        let total = series::sum(&devices);
        let mut show = |metric, points: &[Point]| {
            all.push(Series::new(
                (&subject.id, &subject.name),
                metric,
                period,
                points,
            ));
        };
        match metric {
            // Without the number of processors there is no percentage.
            Metric::CpuUtilization => {
                if let Some(vcpus) = subject.vcpus {
                    show(metric, &series::scaled(&total, series::cpu_factor(vcpus)));
                }
            }
            Metric::MemoryUsed => {
                show(metric, &total);
                if let Some(share) = subject.memory_share() {
                    show(Metric::MemoryUtilization, &series::scaled(&total, share));
                }
            }
            _ => show(metric, &total),
        }
    }
    all
}
