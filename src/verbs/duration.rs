//! Durations as users write them on a command line: `90`, `30s`, `10m`, `1h30m`.

use std::time::Duration;

use jiff::SignedDuration;

/// Reads a duration. A number without a unit is in seconds.
pub fn parse(text: &str) -> Result<Duration, String> {
    let wrong = || format!("'{text}' is no duration such as 30s, 10m or 1h30m");
    let trimmed = text.trim();
    if let Ok(seconds) = trimmed.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).map_err(|_| wrong());
    }
    let duration: SignedDuration = trimmed.parse().map_err(|_| wrong())?;
    Duration::try_from(duration).map_err(|_| wrong())
}

/// Reads the time between two polls. It has a minimum, so that polling doesn't overload a service.
pub fn interval(text: &str) -> Result<Duration, String> {
    let duration = parse(text)?;
    if duration < Duration::from_millis(10) || duration > Duration::from_hours(1) {
        return Err("it is not between 0.01 seconds and an hour".to_owned());
    }
    Ok(duration)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_seconds_and_units_are_understood() {
        let table = [
            ("90", Some(90.0)),
            ("1.5", Some(1.5)),
            ("30s", Some(30.0)),
            ("10m", Some(600.0)),
            ("1h30m", Some(5400.0)),
            ("0", Some(0.0)),
            ("-1", None),
            ("-5m", None),
            ("soon", None),
            ("NaN", None),
            ("1e99", None),
            ("", None),
        ];
        for (text, seconds) in table {
            let expected = seconds.map(Duration::from_secs_f64);
            assert_eq!(parse(text).ok(), expected, "{text}");
        }
        assert!(interval("0.001").is_err());
        assert_eq!(interval("0.1"), Ok(Duration::from_millis(100)));
    }
}
