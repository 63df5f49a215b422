//! The load of a server: plausible, and the same for each request. Pure.
//!
//! A metric grows by the work of each period of five minutes. The work depends only on the server's
//! ID and the period's number: a daily wave, and some noise on it.

use crate::model::Server;

/// The granularity in seconds, as in Ceilometer's archive policy `low`.
pub(super) const PERIOD: i64 = 300;
/// How many periods of measures are kept: a week.
const KEPT: i64 = 7 * 24 * 3_600 / PERIOD;

/// A metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Metric {
    Cpu,
    Memory,
    DiskRead,
    DiskWrite,
    Incoming,
    Outgoing,
}

impl Metric {
    pub(super) const OF_INSTANCE: [Self; 2] = [Self::Memory, Self::Cpu];
    pub(super) const OF_DISK: [Self; 2] = [Self::DiskRead, Self::DiskWrite];
    pub(super) const OF_NIC: [Self; 2] = [Self::Incoming, Self::Outgoing];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Cpu => "cpu",
            Self::Memory => "memory.usage",
            Self::DiskRead => "disk.device.read.bytes",
            Self::DiskWrite => "disk.device.write.bytes",
            Self::Incoming => "network.incoming.bytes",
            Self::Outgoing => "network.outgoing.bytes",
        }
    }

    pub(super) fn unit(self) -> &'static str {
        match self {
            Self::Cpu => "ns",
            Self::Memory => "MB",
            _ => "B",
        }
    }

    /// Returns whether the metric only grows.
    pub(super) fn is_cumulative(self) -> bool {
        self != Self::Memory
    }
}

/// Returns a number from 0 to 1, always the same for an ID and a period.
fn noise(id: &str, period: i64) -> f64 {
    // FNV-1a, and a last mix. This affects only the look of a graph.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in id.bytes().chain(period.to_le_bytes()) {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^= hash >> 32;
    f64::from(u32::try_from(hash >> 32).unwrap_or_default()) / f64::from(u32::MAX)
}

/// Returns how busy a server is in a period, from 0.05 to 0.8.
fn busy(id: &str, period: i64) -> f64 {
    let day = 24 * 3_600 / PERIOD;
    #[expect(clippy::cast_precision_loss, reason = "a day has 288 periods")]
    let hour = period.rem_euclid(day) as f64 / day as f64;
    let wave = (std::f64::consts::TAU * (hour + noise(id, 0))).sin();
    (0.35 + 0.25 * wave + 0.2 * (noise(id, period) - 0.5)).clamp(0.05, 0.8)
}

/// Returns the growth of a cumulative metric in one period, or the level of another metric.
fn step(server: &Server, metric: Metric, period: i64) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "vCPUs and MiB are small numbers"
    )]
    let (vcpus, ram) = server.flavor.as_ref().map_or((1.0, 512.0), |flavor| {
        (flavor.vcpus as f64, flavor.ram as f64)
    });
    let busy = busy(&server.id, period);
    let seconds = 300.0;
    match metric {
        Metric::Cpu => (busy * vcpus * seconds * 1e9).round(),
        Metric::Memory => (ram * (0.2 + 0.8 * busy)).round(),
        Metric::DiskRead => (busy * 200_000.0 * seconds).round(),
        Metric::DiskWrite => (busy * 500_000.0 * seconds).round(),
        Metric::Incoming => (busy * 120_000.0 * seconds).round(),
        Metric::Outgoing => (busy * 80_000.0 * seconds).round(),
    }
}

/// Returns a metric's values for each period since the server's launch, for a week at most: the
/// period's start in milliseconds, and the value. With `rate`, returns the growth in each period.
pub(super) fn series(server: &Server, metric: Metric, now: i64, rate: bool) -> Vec<(i64, f64)> {
    let Some(launched) = server.launched else {
        return Vec::new();
    };
    let last = now / 1000 / PERIOD;
    let first = (launched / 1000 / PERIOD).max(last - KEPT);
    let mut total = 0.0;
    let mut values = Vec::new();
    for period in first..=last {
        let step = step(server, metric, period);
        total += step;
        let value = if rate || !metric.is_cumulative() {
            step
        } else {
            total
        };
        // A rate needs a previous value.
        if !rate || period > first {
            values.push((period * PERIOD * 1000, value));
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server() -> Server {
        Server {
            id: "0726b0da-28c3-46e2-8aff-e6b91b9e8d90".to_owned(),
            launched: Some(0),
            ..Server::default()
        }
    }

    #[test]
    fn a_rate_is_what_the_total_grows_by() {
        let now = 3_600_000;
        let totals = series(&server(), Metric::Cpu, now, false);
        let rates = series(&server(), Metric::Cpu, now, true);
        assert_eq!(totals.len(), 13);
        assert_eq!(rates.len(), 12);
        for (pair, (at, rate)) in totals.windows(2).zip(rates) {
            assert_eq!(pair[1].0, at);
            assert!((pair[1].1 - pair[0].1 - rate).abs() < 1.0);
            assert!((0.05..=0.8).contains(&(rate / 300e9)));
        }
    }

    #[test]
    fn it_is_the_same_whenever_it_is_asked() {
        let early = series(&server(), Metric::Memory, 3_600_000, false);
        let late = series(&server(), Metric::Memory, 7_200_000, false);
        assert_eq!(early[..], late[..early.len()]);
    }
}
