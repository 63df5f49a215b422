//! What every command takes that changes something: dry runs, waits and their time-outs.

use std::time::Duration;

use clap::Args;
use tokio::time::{Instant, sleep};

use super::context::Context;
use super::duration;
use crate::error::CommandError;

/// How long a wait lasts unless told otherwise.
const USUAL: Duration = Duration::from_mins(10);

/// So many at once, unless told otherwise.
const USUAL_PARALLEL: usize = 16;

/// How many targets are acted on side by side.
#[derive(Args, Clone, Copy, Debug)]
pub struct ParallelArgs {
    /// Act on so many at once [default: 16]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    parallel: Option<u16>,
}

impl ParallelArgs {
    /// The number.
    pub fn get(self) -> usize {
        self.parallel.map_or(USUAL_PARALLEL, usize::from)
    }

    /// The number that the flag names.
    pub fn named(self) -> Option<u16> {
        self.parallel
    }
}

/// Options of commands whose effect takes time.
#[derive(Args, Clone, Debug, Default)]
pub struct WaitArgs {
    /// Wait until it is done
    #[arg(long)]
    pub wait: bool,
    #[command(flatten)]
    timeout: TimeoutArgs,
}

/// How long to wait.
#[derive(Args, Clone, Debug, Default)]
pub struct TimeoutArgs {
    /// Wait this long at most, such as 90s, 10m or 1h; with 0, look once [default: 10m]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse)]
    timeout: Option<Duration>,
}

/// Without any time to wait there is one look, which may take so long.
const ONE_LOOK: Duration = Duration::from_secs(30);
/// A clock can only count so far; a year is for ever.
const FOR_EVER: Duration = Duration::from_hours(365 * 24);

/// How long to wait, and until when.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// The time that was asked for; none, where one look is.
    pub time: Duration,
    /// Its end.
    pub end: Instant,
}

impl Limit {
    /// A time that begins now.
    pub fn new(time: Duration) -> Self {
        let bounded = if time.is_zero() { ONE_LOOK } else { time };
        Self {
            time,
            end: Instant::now() + bounded.min(FOR_EVER),
        }
    }

    /// Waits for another look; not, where there is no time left for one.
    pub async fn pause(self, pause: Duration) -> bool {
        if self.time.is_zero() || Instant::now() + pause >= self.end {
            return false;
        }
        sleep(pause).await;
        true
    }
}

impl WaitArgs {
    /// The time-out: the flag's, the configuration's, or the usual one.
    pub fn timeout(&self, context: &Context) -> Result<Duration, CommandError> {
        self.timeout.get(context)
    }

    /// What the flag says, if it was given.
    pub fn given_timeout(&self) -> Option<Duration> {
        self.timeout.given()
    }
}

impl TimeoutArgs {
    /// What the flag says, if it was given.
    pub fn given(&self) -> Option<Duration> {
        self.timeout
    }

    /// The time-out: the flag's, the configuration's, or the usual one.
    pub fn get(&self, context: &Context) -> Result<Duration, CommandError> {
        if let Some(timeout) = self.timeout {
            return Ok(timeout);
        }
        match &context.wait_timeout {
            None => Ok(USUAL),
            Some(setting) => duration::parse(&setting.value).map_err(|problem| {
                CommandError::configuration(format!("{}: {problem}", setting.origin))
            }),
        }
    }
}
