//! Nova's diagnostics, for clouds without Gnocchi: the hypervisor's data at this moment. Only
//! administrators may read them unless the cloud's policy says otherwise. Rates need two samples.
//! See <https://docs.openstack.org/api-ref/compute/#show-server-diagnostics>.

use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use jiff::Timestamp;
use serde_json::Value;
use tokio::time::Instant;

use super::Subject;
use super::series::{self, Point};
use super::view::{Metric, Series};
use crate::openstack::{Call, Error, Service, Session, Version};

/// The number of instances to sample at once.
const PARALLEL: usize = 16;
/// The first version with one format for every hypervisor.
const STANDARD: Version = Version::new(2, 48);
/// Earlier versions have a format per hypervisor; only libvirt's is read.
const LOWEST: Version = Version::new(2, 1);

/// The hypervisor's data at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
struct Sample {
    /// The CPU time of all processors together, in nanoseconds.
    cpu: Option<f64>,
    memory_used: Option<f64>,
    memory_maximum: Option<f64>,
    /// Values that only grow, in the order of [`COUNTERS`].
    counters: [Option<f64>; 8],
}

/// Values that only grow: the list and the key in the standard format, and the end of libvirt's own
/// name.
const COUNTERS: [(&str, &str, &str, Metric); 8] = [
    ("disk_details", "read_bytes", "_read", Metric::DiskReadBytes),
    (
        "disk_details",
        "write_bytes",
        "_write",
        Metric::DiskWriteBytes,
    ),
    (
        "disk_details",
        "read_requests",
        "_read_req",
        Metric::DiskReadOps,
    ),
    (
        "disk_details",
        "write_requests",
        "_write_req",
        Metric::DiskWriteOps,
    ),
    ("nic_details", "rx_octets", "_rx", Metric::NetworkIn),
    ("nic_details", "tx_octets", "_tx", Metric::NetworkOut),
    (
        "nic_details",
        "rx_packets",
        "_rx_packets",
        Metric::NetworkPacketsIn,
    ),
    (
        "nic_details",
        "tx_packets",
        "_tx_packets",
        Metric::NetworkPacketsOut,
    ),
];

/// Takes two samples of each instance, `apart` from each other, and returns their series. A failure
/// affects only its own instance.
pub(super) async fn ask(
    session: &Session,
    subjects: &[Subject],
    apart: Duration,
) -> Vec<Result<Vec<Series>, Error>> {
    stream::iter(subjects)
        .map(|subject| async move {
            let (first, _) = sample(session, &subject.id).await?;
            let start = Instant::now();
            tokio::time::sleep(apart).await;
            let (second, date) = sample(session, &subject.id).await?;
            let elapsed = start.elapsed().as_secs_f64();
            let at = date.unwrap_or_else(|| session.now());
            Ok(between(subject, &first, &second, elapsed)
                .into_iter()
                .map(|(metric, value)| {
                    let points = [Point { at, value }];
                    // A sample covers no more time than its measurement took.
                    let period = u32::try_from(apart.as_secs()).unwrap_or(u32::MAX);
                    Series::new((&subject.id, &subject.name), metric, period.max(1), &points)
                })
                .collect())
        })
        .buffered(PARALLEL)
        .collect()
        .await
}

/// Returns whether the caller gets no diagnostics at all: Nova's policy refuses them, or no
/// hypervisor has them. If only one hypervisor lacks them, only its instance is affected.
pub(super) fn nobody_is_measured(results: &[Result<Vec<Series>, Error>]) -> bool {
    let refused = |result: &Result<Vec<Series>, Error>| matches!(result, Err(Error::Fault(fault)) if matches!(fault.status, 403 | 501));
    !results.is_empty() && results.iter().all(refused)
}

async fn sample(session: &Session, id: &str) -> Result<(Sample, Option<Timestamp>), Error> {
    let call = Call::get("GetServerDiagnostics", Service::Compute, "servers")
        .below(id)
        .below("diagnostics")
        .version(STANDARD)
        .version(LOWEST);
    let answer = session.send(&call).await?;
    Ok((read(&answer.decode()?), answer.date()))
}

/// Returns a number if it means something: drivers write null and -1 for unknown values.
fn known(value: &Value) -> Option<f64> {
    value.as_f64().filter(|value| *value >= 0.0)
}

fn total(values: impl Iterator<Item = f64>) -> Option<f64> {
    values.fold(None, |sum, value| Some(sum.unwrap_or(0.0) + value))
}

fn read(body: &Value) -> Sample {
    if body.get("cpu_details").is_some() {
        read_standard(body)
    } else {
        read_libvirt(body)
    }
}

fn read_standard(body: &Value) -> Sample {
    let sum = |list: &str, key: &str| {
        total(
            body[list]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|item| known(&item[key])),
        )
    };
    Sample {
        cpu: sum("cpu_details", "time"),
        memory_used: known(&body["memory_details"]["used"]),
        memory_maximum: known(&body["memory_details"]["maximum"]),
        counters: COUNTERS.map(|(list, key, _, _)| sum(list, key)),
    }
}

/// Reads libvirt's own format: `cpu0_time`, `vda_read`, `vnet1_rx`, and memory in KiB.
fn read_libvirt(body: &Value) -> Sample {
    let sum = |end: &str| {
        total(
            body.as_object()
                .into_iter()
                .flatten()
                .filter(|(key, _)| key.ends_with(end))
                .filter_map(|(_, value)| known(value)),
        )
    };
    Sample {
        cpu: sum("_time"),
        memory_used: None,
        memory_maximum: known(&body["memory"]).map(|kib| kib / 1024.0),
        counters: COUNTERS.map(|(_, _, end, _)| sum(end)),
    }
}

/// Returns the metrics between two samples. A counter that restarted has no value.
fn between(subject: &Subject, first: &Sample, second: &Sample, elapsed: f64) -> Vec<(Metric, f64)> {
    let rate = |first: Option<f64>, second: Option<f64>| {
        let rate = (second? - first?) / elapsed;
        (rate >= 0.0 && rate.is_finite()).then_some(rate)
    };
    let mut values = Vec::new();
    if let (Some(rate), Some(vcpus)) = (rate(first.cpu, second.cpu), subject.vcpus) {
        values.push((Metric::CpuUtilization, rate * series::cpu_factor(vcpus)));
    }
    if let Some(used) = second.memory_used {
        values.push((Metric::MemoryUsed, used));
        let share = match second.memory_maximum {
            Some(maximum) if maximum > 0.0 => Some(100.0 / maximum),
            _ => subject.memory_share(),
        };
        values.extend(share.map(|share| (Metric::MemoryUtilization, used * share)));
    }
    let counters = first.counters.iter().zip(&second.counters);
    for ((before, after), (.., metric)) in counters.zip(COUNTERS) {
        values.extend(rate(*before, *after).map(|rate| (metric, rate)));
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(name: &str) -> Value {
        let path = format!("{}/tests/recorded/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let recorded: Value = serde_json::from_str(&text).unwrap();
        recorded["response"]["body"].clone()
    }

    fn subject(vcpus: u32) -> Subject {
        Subject {
            id: "i-1".to_owned(),
            name: "web-1".to_owned(),
            vcpus: Some(vcpus),
            memory_mib: Some(64),
        }
    }

    #[test]
    fn both_shapes_say_the_same() {
        let standard = read(&recorded("compute-diagnostics-2.48"));
        let libvirt = read(&recorded("compute-diagnostics-2.1"));
        assert_eq!(standard.cpu, Some(17_300_000_000.0));
        assert_eq!(standard.cpu, libvirt.cpu);
        assert_eq!(standard.counters, libvirt.counters);
        assert_eq!(standard.counters[1], Some(5_778_432.0));
        assert_eq!(standard.memory_used, Some(0.0));
        assert_eq!(libvirt.memory_maximum, Some(512.0));
    }

    #[test]
    fn two_samples_give_rates_worked_out_by_hand() {
        let first = read(&recorded("compute-diagnostics-2.48"));
        let mut later = recorded("compute-diagnostics-2.48");
        // Two seconds later: 1.5 s of CPU time, 4 kB received, and the disk's counter has
        // restarted.
        later["cpu_details"][0]["time"] = 18_800_000_000_u64.into();
        later["nic_details"][0]["rx_octets"] = (2_070_139 + 4_000).into();
        later["disk_details"][0]["read_bytes"] = 10.into();
        later["memory_details"] = serde_json::json!({ "maximum": 512, "used": 128 });
        let values = between(&subject(2), &first, &read(&later), 2.0);
        let value = |metric| {
            let found = values.iter().find(|(name, _)| *name == metric);
            found.map(|(_, value)| *value)
        };
        assert!((value(Metric::CpuUtilization).unwrap() - 37.5).abs() < 1e-9);
        assert_eq!(value(Metric::NetworkIn), Some(2_000.0));
        assert_eq!(value(Metric::NetworkOut), Some(0.0));
        assert_eq!(value(Metric::DiskReadBytes), None);
        assert_eq!(value(Metric::MemoryUsed), Some(128.0));
        assert_eq!(value(Metric::MemoryUtilization), Some(25.0));
    }

    #[test]
    fn what_a_driver_does_not_know_is_nothing() {
        let body = serde_json::json!({
            "cpu_details": [{ "id": 0, "time": null }], "disk_details": [{ "read_bytes": -1 }],
            "nic_details": [], "memory_details": { "maximum": null, "used": null } });
        assert_eq!(read(&body), Sample::default());
        let nothing = between(&subject(1), &Sample::default(), &Sample::default(), 1.0);
        assert_eq!(nothing, []);
    }
}
