//! Computes the values to show from a service's measures: rates, periods, sums. Pure.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// A value as Gnocchi keeps it: for `granularity` seconds, beginning at `at`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) at: Timestamp,
    pub(super) granularity: f64,
    pub(super) value: f64,
}

/// A value for the period that begins at `at`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) at: Timestamp,
    pub(super) value: f64,
}

/// Returns the finest granularity among the measures.
fn finest(measures: &[Measure]) -> Option<f64> {
    measures
        .iter()
        .map(|measure| measure.granularity)
        .min_by(f64::total_cmp)
}

fn of_granularity(measures: &[Measure], granularity: f64) -> Vec<Measure> {
    let mut same: Vec<Measure> = measures
        .iter()
        .filter(|measure| measure.granularity.total_cmp(&granularity).is_eq())
        .copied()
        .collect();
    same.sort_by_key(|measure| measure.at);
    same
}

fn seconds_between(earlier: Timestamp, later: Timestamp) -> f64 {
    later.duration_since(earlier).as_secs_f64()
}

/// Returns rates per second from Gnocchi's `rate:mean`: the mean difference between consecutive
/// samples of a cumulative value. The sampling interval is the finest granularity, or longer if the
/// measures have gaps. If a value starts again, as after a reboot, its rate is negative and
/// meaningless, so it is dropped.
pub(super) fn from_rates(measures: &[Measure]) -> Vec<Measure> {
    let Some(finest) = finest(measures) else {
        return Vec::new();
    };
    let gap = of_granularity(measures, finest)
        .windows(2)
        .map(|pair| seconds_between(pair[0].at, pair[1].at))
        .fold(f64::INFINITY, f64::min);
    let interval = if gap.is_finite() {
        gap.max(finest)
    } else {
        finest
    };
    measures
        .iter()
        .filter(|measure| measure.value >= 0.0 && interval > 0.0)
        .map(|measure| Measure {
            value: measure.value / interval,
            ..*measure
        })
        .collect()
}

/// Returns rates per second from the cumulative value itself, for archives without rates: its
/// growth from one measure to the next. The first measure has no predecessor, and so no rate.
pub(super) fn from_cumulative(measures: &[Measure]) -> Vec<Measure> {
    let mut granularities: Vec<f64> = measures.iter().map(|measure| measure.granularity).collect();
    granularities.sort_by(f64::total_cmp);
    granularities.dedup();
    let mut rates = Vec::new();
    for granularity in granularities {
        for pair in of_granularity(measures, granularity).windows(2) {
            let seconds = seconds_between(pair[0].at, pair[1].at);
            let grown = pair[1].value - pair[0].value;
            if grown >= 0.0 && seconds > 0.0 {
                rates.push(Measure {
                    value: grown / seconds,
                    ..pair[1]
                });
            }
        }
    }
    rates
}

/// Returns the start of the period that contains a moment.
pub(super) fn floor(at: Timestamp, period: u32) -> Timestamp {
    let period = i64::from(period.max(1));
    let second = at.as_second().div_euclid(period) * period;
    Timestamp::from_second(second).unwrap_or(at)
}

/// Returns one value per period, and the resulting period. A value is the mean of the finest
/// measures in its period. If no granularity fits into the period, the finest measures stay as they
/// are.
pub(super) fn resample(measures: &[Measure], period: u32) -> (Vec<Point>, u32) {
    let fits = |measure: &&Measure| measure.granularity <= f64::from(period);
    let fine: Vec<Measure> = measures.iter().filter(fits).copied().collect();
    let (measures, period) = match finest(measures) {
        Some(finest) if fine.is_empty() => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a granularity is a small number of seconds, and the cast saturates"
            )]
            let period = finest as u32;
            (of_granularity(measures, finest), period)
        }
        _ => (fine, period),
    };
    let mut buckets: BTreeMap<Timestamp, Vec<Measure>> = BTreeMap::new();
    for measure in measures {
        let bucket = buckets.entry(floor(measure.at, period)).or_default();
        bucket.push(measure);
    }
    let points = buckets
        .into_iter()
        .filter_map(|(at, bucket)| {
            let finest = finest(&bucket)?;
            let values = of_granularity(&bucket, finest);
            mean(values.iter().map(|measure| measure.value)).map(|value| Point { at, value })
        })
        .collect();
    (points, period)
}

/// Returns the sum of several series, such as all disks.
pub(super) fn sum(all: &[Vec<Point>]) -> Vec<Point> {
    let mut sums: BTreeMap<Timestamp, f64> = BTreeMap::new();
    for point in all.iter().flatten() {
        *sums.entry(point.at).or_default() += point.value;
    }
    sums.into_iter()
        .map(|(at, value)| Point { at, value })
        .collect()
}

/// Returns the points with each value times a factor.
pub(super) fn scaled(points: &[Point], factor: f64) -> Vec<Point> {
    points
        .iter()
        .map(|point| Point {
            at: point.at,
            value: point.value * factor,
        })
        .collect()
}

/// Returns the mean, if there are any values.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values {
        sum += value;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

/// Returns the factor from CPU nanoseconds per second to percent of these processors.
pub(super) fn cpu_factor(vcpus: u32) -> f64 {
    100.0 / 1e9 / f64::from(vcpus.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn measures(granularity: f64, values: &[(i64, f64)]) -> Vec<Measure> {
        values
            .iter()
            .map(|(second, value)| Measure {
                at: at(*second),
                granularity,
                value: *value,
            })
            .collect()
    }

    fn points(values: &[(i64, f64)]) -> Vec<Point> {
        values
            .iter()
            .map(|(second, value)| Point {
                at: at(*second),
                value: *value,
            })
            .collect()
    }

    /// Reads a recorded response of Gnocchi without the client's own code.
    fn recorded(name: &str) -> Vec<Measure> {
        let path = format!(
            "{}/tests/recorded/metric-measures-{name}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(path).unwrap();
        let recorded: serde_json::Value = serde_json::from_str(&text).unwrap();
        recorded["response"]["body"]
            .as_array()
            .unwrap()
            .iter()
            .map(|measure| Measure {
                at: measure[0].as_str().unwrap().parse().unwrap(),
                granularity: measure[1].as_f64().unwrap(),
                value: measure[2].as_f64().unwrap(),
            })
            .collect()
    }

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-9
    }

    #[test]
    fn the_recorded_rate_is_the_percentage_worked_out_by_hand() {
        let (rates, period) = resample(&from_rates(&recorded("cpu-rate")), 300);
        let percent = scaled(&rates, cpu_factor(1));
        assert_eq!(period, 300);
        assert_eq!(percent.len(), 13);
        assert_eq!(percent[0].at.to_string(), "2026-11-23T09:15:00Z");
        // 90,617,953,526 ns in 300 s are 90.617953526 s: 30.2059845 % of one processor.
        assert!(
            close(percent[0].value, 30.205_984_508_666_668),
            "{percent:?}"
        );
        // 117,709,437,071 ns: 39.2364790 %, and half of that on two processors.
        assert!(close(percent[12].value, 39.236_479_023_666_67));
        assert!(close(
            scaled(&rates, cpu_factor(2))[12].value,
            19.618_239_511_833_335
        ));
    }

    #[test]
    fn without_rates_the_recorded_figure_itself_gives_the_same() {
        let (from_rates, _) = resample(&from_rates(&recorded("cpu-rate")), 300);
        let (computed, _) = resample(&from_cumulative(&recorded("cpu")), 300);
        // The first measure has no predecessor.
        assert_eq!(computed.len(), from_rates.len() - 1);
        for (computed, rate) in computed.iter().zip(&from_rates[1..]) {
            assert_eq!(computed.at, rate.at);
            // Gnocchi keeps the value in whole nanoseconds.
            assert!(
                (computed.value - rate.value).abs() < 1.0,
                "{computed:?} {rate:?}"
            );
        }
        // (33,390,399,228,240 - 33,297,575,227,976) ns in 300 s.
        assert!(close(computed[0].value, 92_824_000_264.0 / 300.0));
    }

    #[test]
    fn negative_rates_are_dropped() {
        let rates = from_rates(&measures(300.0, &[(0, 30.0), (300, -5e12), (600, 60.0)]));
        assert_eq!(resample(&rates, 300).0, points(&[(0, 0.1), (600, 0.2)]));
        let grown = measures(60.0, &[(0, 100.0), (60, 160.0), (120, 6.0), (180, 36.0)]);
        let rates = from_cumulative(&grown);
        assert_eq!(resample(&rates, 60).0, points(&[(60, 1.0), (180, 0.5)]));
    }

    #[test]
    fn samples_that_come_less_often_than_the_granularity_are_no_faster_for_it() {
        // Granularity of one second, sampled every five minutes: 30 s of CPU time per sample.
        let rates = from_rates(&measures(1.0, &[(0, 30e9), (300, 30e9), (900, 30e9)]));
        let (points, _) = resample(&rates, 300);
        assert!(close(scaled(&points, cpu_factor(1))[0].value, 10.0));
        // An hour's mean is the mean of differences over the same five minutes.
        let mut both = measures(300.0, &[(0, 30.0), (300, 60.0)]);
        both.extend(measures(3600.0, &[(0, 45.0)]));
        assert!(close(from_rates(&both)[2].value, 0.15));
    }

    #[test]
    fn each_period_has_the_mean_of_its_finest_measures() {
        let mut all = measures(60.0, &[(300, 1.0), (360, 3.0)]);
        all.extend(measures(300.0, &[(0, 10.0), (300, 9.0)]));
        all.extend(measures(3600.0, &[(0, 50.0)]));
        assert_eq!(resample(&all, 300), (points(&[(0, 10.0), (300, 2.0)]), 300));
        // No measure is that fine, so the finest ones stay.
        assert_eq!(resample(&all, 10), (points(&[(300, 1.0), (360, 3.0)]), 60));
        assert_eq!(resample(&[], 300), (vec![], 300));
    }

    #[test]
    fn the_disks_of_an_instance_are_summed() {
        let disks = [points(&[(0, 1.0), (300, 2.0)]), points(&[(300, 5.0)])];
        assert_eq!(sum(&disks), points(&[(0, 1.0), (300, 7.0)]));
    }

    #[test]
    fn a_period_begins_at_its_multiple() {
        assert_eq!(floor(at(899), 300), at(600));
        assert_eq!(floor(at(-1), 300), at(-300));
    }
}
