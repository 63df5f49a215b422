//! Metrics as they are shown: CloudWatch's names, a sparkline for people. Pure.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::series::{Point, mean};
use crate::commands::wire::Time;
use crate::output::{Cell, Column, Tabular};

/// A metric, with CloudWatch's name if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Metric {
    CpuUtilization,
    MemoryUsed,
    MemoryUtilization,
    DiskReadBytes,
    DiskWriteBytes,
    DiskReadOps,
    DiskWriteOps,
    NetworkIn,
    NetworkOut,
    NetworkPacketsIn,
    NetworkPacketsOut,
}

impl Metric {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::CpuUtilization => "CPUUtilization",
            Self::MemoryUsed => "MemoryUsed",
            Self::MemoryUtilization => "MemoryUtilization",
            Self::DiskReadBytes => "DiskReadBytes",
            Self::DiskWriteBytes => "DiskWriteBytes",
            Self::DiskReadOps => "DiskReadOps",
            Self::DiskWriteOps => "DiskWriteOps",
            Self::NetworkIn => "NetworkIn",
            Self::NetworkOut => "NetworkOut",
            Self::NetworkPacketsIn => "NetworkPacketsIn",
            Self::NetworkPacketsOut => "NetworkPacketsOut",
        }
    }

    pub(super) fn unit(self) -> &'static str {
        match self {
            Self::CpuUtilization | Self::MemoryUtilization => "Percent",
            Self::MemoryUsed => "MiB",
            Self::DiskReadBytes | Self::DiskWriteBytes | Self::NetworkIn | Self::NetworkOut => {
                "Bytes/Second"
            }
            Self::DiskReadOps
            | Self::DiskWriteOps
            | Self::NetworkPacketsIn
            | Self::NetworkPacketsOut => "Count/Second",
        }
    }

    /// Formats a value for people.
    fn shown(self, value: f64) -> String {
        match self.unit() {
            "Percent" => format!("{value:.1} %"),
            "MiB" => format!("{value:.0} MiB"),
            "Bytes/Second" => bytes_a_second(value),
            _ => format!("{value:.1} /s"),
        }
    }
}

fn bytes_a_second(value: f64) -> String {
    let mut value = value;
    for unit in ["B/s", "KiB/s", "MiB/s"] {
        if value < 1024.0 {
            return format!("{value:.1} {unit}");
        }
        value /= 1024.0;
    }
    format!("{value:.1} GiB/s")
}

/// One metric of one instance.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Series {
    instance_id: String,
    name: String,
    metric_name: &'static str,
    unit: &'static str,
    /// The seconds that each value covers.
    period: u32,
    pub(super) datapoints: Vec<Datapoint>,
    #[serde(skip)]
    metric: Metric,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Datapoint {
    pub(super) timestamp: Time,
    pub(super) value: f64,
    unit: &'static str,
}

/// A value on its own line, for `--watch` in a pipe.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct MetricsEvent<'a> {
    instance_id: &'a str,
    name: &'a str,
    metric_name: &'static str,
    #[serde(flatten)]
    datapoint: &'a Datapoint,
}

impl Series {
    pub(super) fn new(
        (instance_id, name): (&str, &str),
        metric: Metric,
        period: u32,
        points: &[Point],
    ) -> Self {
        let unit = metric.unit();
        Self {
            instance_id: instance_id.to_owned(),
            name: name.to_owned(),
            metric_name: metric.name(),
            unit,
            period,
            datapoints: points
                .iter()
                .map(|point| Datapoint {
                    timestamp: Time(Some(point.at)),
                    value: point.value,
                    unit,
                })
                .collect(),
            metric,
        }
    }

    /// Returns the key that identifies this series.
    pub(super) fn key(&self) -> (String, Metric) {
        (self.instance_id.clone(), self.metric)
    }

    /// Returns the last value with the start of its period of [`Series::period`] seconds.
    pub(super) fn last(&self) -> Option<(Timestamp, f64)> {
        let last = self.datapoints.last()?;
        Some((last.timestamp.0?, last.value))
    }

    pub(super) fn period(&self) -> u32 {
        self.period
    }

    /// Returns the end of the period that begins at a moment.
    pub(super) fn end_of(&self, at: Timestamp) -> Timestamp {
        let period = SignedDuration::from_secs(i64::from(self.period));
        at.saturating_add(period).unwrap_or(at)
    }

    pub(super) fn event<'a>(&'a self, datapoint: &'a Datapoint) -> MetricsEvent<'a> {
        MetricsEvent {
            instance_id: &self.instance_id,
            name: &self.name,
            metric_name: self.metric_name,
            datapoint,
        }
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.datapoints.iter().map(|datapoint| datapoint.value)
    }
}

impl Tabular for Series {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Metric"),
            Column::new("Trend").priority(2),
            Column::new("Min").right().priority(1),
            Column::new("Mean").right(),
            Column::new("Max").right().priority(1),
            Column::new("Last").right().priority(3),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let shown = |value: Option<f64>| Cell::from(value.map(|value| self.metric.shown(value)));
        let values: Vec<f64> = self.values().collect();
        let trend = sparkline(&values, TREND_WIDTH);
        vec![
            (&self.name).into(),
            self.metric_name.into(),
            (!trend.is_empty()).then_some(trend).into(),
            shown(self.values().min_by(f64::total_cmp)),
            shown(mean(self.values())),
            shown(self.values().max_by(f64::total_cmp)),
            shown(values.last().copied()),
        ]
    }
}

const TREND_WIDTH: usize = 24;
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Draws at most `width` bars, from zero to the highest value. If there are more values, each bar
/// is the mean of its share.
fn sparkline(values: &[f64], width: usize) -> String {
    let count = values.len().min(width);
    let shares = (0..count).filter_map(|bar| {
        let share = &values[bar * values.len() / count..(bar + 1) * values.len() / count];
        mean(share.iter().copied())
    });
    let shares: Vec<f64> = shares.collect();
    let highest = shares.iter().copied().fold(0.0, f64::max);
    shares
        .iter()
        .map(|value| {
            if highest <= 0.0 {
                return BARS[0];
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to 7, and the cast saturates"
            )]
            let level = (value / highest * 7.0).round() as usize;
            BARS[level.min(BARS.len() - 1)]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_sparkline_stands_on_zero_and_fits() {
        assert_eq!(sparkline(&[0.0, 1.0, 2.0, 7.0], 24), "▁▂▃█");
        assert_eq!(sparkline(&[90.0, 91.0, 100.0], 24), "▇▇█");
        assert_eq!(sparkline(&[0.0, 0.0], 24), "▁▁");
        assert_eq!(sparkline(&[], 24), "");
        assert_eq!(sparkline(&[1.0, 3.0, 4.0, 4.0, 0.0, 0.0], 3), "▅█▁");
        let many: Vec<f64> = (0..1_001_u32).map(f64::from).collect();
        assert_eq!(sparkline(&many, 24).chars().count(), 24);
    }

    fn series() -> Series {
        let point = |second: i64, value: f64| Point {
            at: Timestamp::from_second(second).unwrap(),
            value,
        };
        let points = [point(1_800_000_000, 25.0), point(1_800_000_300, 50.0)];
        Series::new(("i-1", "web-1"), Metric::CpuUtilization, 300, &points)
    }

    #[test]
    fn json_has_cloudwatchs_words() {
        assert_eq!(
            serde_json::to_value(series()).unwrap(),
            json!({
                "InstanceId": "i-1", "Name": "web-1", "MetricName": "CPUUtilization",
                "Unit": "Percent", "Period": 300,
                "Datapoints": [
                    { "Timestamp": "2027-01-15T08:00:00Z", "Value": 25.0, "Unit": "Percent" },
                    { "Timestamp": "2027-01-15T08:05:00Z", "Value": 50.0, "Unit": "Percent" }],
            })
        );
    }

    #[test]
    fn people_see_the_trend_with_minimum_mean_and_maximum() {
        let texts: Vec<String> = series().cells().into_iter().map(|cell| cell.text).collect();
        let expected = [
            "web-1",
            "CPUUtilization",
            "▅█",
            "25.0 %",
            "37.5 %",
            "50.0 %",
            "50.0 %",
        ];
        assert_eq!(texts, expected);
        let empty = Series::new(("i", "n"), Metric::NetworkIn, 300, &[]);
        assert!(empty.cells()[2..].iter().all(|cell| cell.text == "-"));
    }

    #[test]
    fn bytes_have_the_unit_that_fits() {
        assert_eq!(bytes_a_second(12.0), "12.0 B/s");
        assert_eq!(bytes_a_second(1_536.0), "1.5 KiB/s");
        assert_eq!(
            bytes_a_second(5.0 * 1024.0 * 1024.0 * 1024.0 * 1024.0),
            "5120.0 GiB/s"
        );
    }
}
