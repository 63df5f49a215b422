//! What every command takes that changes something: dry runs, waits and their time-outs.

use std::time::Duration;

use clap::Args;

use super::context::Context;
use crate::error::CommandError;

/// How long a wait lasts unless told otherwise.
const USUAL: Duration = Duration::from_mins(10);

/// Options of commands whose effect takes time.
#[derive(Args, Clone, Debug, Default)]
pub struct WaitArgs {
    /// Wait until it is done
    #[arg(long)]
    pub wait: bool,
    /// Wait this long at most, such as 90s, 10m or 1h [default: 10m]
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub timeout: Option<Duration>,
}

impl WaitArgs {
    /// The time-out: the flag's, the configuration's, or the usual one.
    pub fn timeout(&self, context: &Context) -> Result<Duration, CommandError> {
        if let Some(timeout) = self.timeout {
            return Ok(timeout);
        }
        match &context.wait_timeout {
            None => Ok(USUAL),
            Some(setting) => duration(&setting.value).map_err(|problem| {
                CommandError::configuration(format!("{}: {problem}", setting.origin))
            }),
        }
    }
}

/// A year: no wait is longer.
const LONGEST: f64 = 31_536_000.0;

/// Reads `90`, `90s`, `10m`, `1h` or `2d`.
pub fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("'{text}' is no duration such as 90s, 10m or 1h");
    let (number, unit) = match text.char_indices().next_back() {
        Some((at, 's')) => (&text[..at], 1.0),
        Some((at, 'm')) => (&text[..at], 60.0),
        Some((at, 'h')) => (&text[..at], 3_600.0),
        Some((at, 'd')) => (&text[..at], 86_400.0),
        _ => (text, 1.0),
    };
    let number: f64 = number.parse().map_err(|_| wrong())?;
    let seconds = number * unit;
    if !(0.0..=LONGEST).contains(&seconds) {
        return Err(wrong());
    }
    Ok(Duration::from_secs_f64(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_units() {
        for (text, seconds) in [
            ("90", 90),
            ("90s", 90),
            ("10m", 600),
            ("1h", 3600),
            ("2d", 172_800),
        ] {
            assert_eq!(duration(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
        assert_eq!(duration("0.5s"), Ok(Duration::from_millis(500)));
        for text in ["", "s", "-1", "ten", "nan", "inf", "1w", "99999d"] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
