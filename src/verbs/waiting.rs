//! What every command takes that changes something: dry runs, waits and their time-outs.

use std::time::Duration;

use clap::Args;
use tokio::time::{Instant, sleep, timeout_at};

use super::PARALLEL;
use super::context::Context;
use super::duration;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Session;

/// How long a wait lasts unless told otherwise.
const USUAL: Duration = Duration::from_mins(10);

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
        self.parallel.map_or(PARALLEL, usize::from)
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
    /// Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse)]
    timeout: Option<Duration>,
}

/// Without any time to wait there is one look, which may take so long.
const ONE_LOOK: Duration = Duration::from_secs(30);
/// So long what was asked for may still be looked at when time is up.
const LAST_LOOK: Duration = Duration::from_secs(1);
/// A clock can only count so far; a year is for ever.
const FOR_EVER: Duration = Duration::from_hours(365 * 24);

/// How long to wait, and until when. It bounds all that a command does for its wait: the look for
/// its targets, what it asks for, and the wait itself.
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

    /// The limit of a command that waits for nothing.
    pub fn none() -> Self {
        Self::new(FOR_EVER)
    }

    /// Whether time is up.
    pub fn is_over(self) -> bool {
        Instant::now() >= self.end
    }

    /// The end of this limit, or of a time that begins now, if that is earlier.
    pub fn end_within(self, time: Duration) -> Instant {
        self.end.min(Self::new(time).end)
    }

    /// The same, with a moment at least to look at what there is.
    #[must_use]
    pub fn with_last_look(self) -> Self {
        let end = self.end.max(Instant::now() + LAST_LOOK);
        Self { end, ..self }
    }

    /// Asks a person or reads standard input. The time that takes does not count.
    pub fn outside<T>(&mut self, act: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let result = act();
        self.end += begun.elapsed();
        result
    }

    /// Does something for as long as there is time. `None`, where that was not enough.
    pub fn bound<T>(self, work: impl Future<Output = T>) -> impl Future<Output = Option<T>> {
        let work = Box::pin(work);
        async move { timeout_at(self.end, work).await.ok() }
    }

    /// Does something that has to be done in time. `what` says what was not, if it is not.
    pub fn hold<T>(
        self,
        context: &Context,
        operation: &'static str,
        what: &str,
        work: impl Future<Output = Result<T, CommandError>>,
    ) -> impl Future<Output = Result<T, CommandError>> {
        let work = self.bound(work);
        async move {
            let late = || self.exceeded(&context.session, what).during(operation);
            work.await.unwrap_or_else(|| Err(late()))
        }
    }

    /// The error of a request that was given up because time was up.
    pub fn exceeded(self, session: &Session, what: &str) -> CommandError {
        let mut message = format!("{what} in {} s", self.seconds());
        if let Some(trouble) = session.trouble() {
            message.push_str(": ");
            message.push_str(&trouble.words);
        }
        CommandError::new(ExitCode::TimedOut, "WaiterTimedOut", message)
    }

    /// What kept the last answers from coming, as far as it explains that time is up.
    pub fn trouble(self, session: &Session) -> Option<String> {
        let trouble = session.trouble()?;
        trouble.counts(self.time).then_some(trouble.words)
    }

    /// The time in seconds, in words.
    pub fn seconds(self) -> f64 {
        let time = if self.time.is_zero() {
            ONE_LOOK
        } else {
            self.time
        };
        time.as_secs_f64()
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

/// The error of a wait that ran out of time, with what kept the service from being asked, if
/// anything did.
pub fn late(what: &str, trouble: Option<&String>) -> CommandError {
    let mut message = format!("{what} yet");
    if let Some(trouble) = trouble {
        message.push_str(": ");
        message.push_str(trouble);
    }
    CommandError::new(ExitCode::TimedOut, "WaiterTimedOut", message)
}

/// How a command ends that met all of these errors: a failure outweighs a time-out, since more
/// time would not have helped.
pub fn exit_of(errors: &[CommandError]) -> ExitCode {
    if errors.is_empty() {
        ExitCode::Success
    } else if errors.iter().all(|error| error.exit == ExitCode::TimedOut) {
        ExitCode::TimedOut
    } else {
        ExitCode::Failed
    }
}

/// How a command ends of which one part ended so, and then its wait.
pub fn then_waited(before: ExitCode, wait: ExitCode) -> ExitCode {
    match (before, wait) {
        (ExitCode::Failed, _) => ExitCode::Failed,
        (before, ExitCode::Success) => before,
        (_, wait) => wait,
    }
}

impl WaitArgs {
    /// The limit that begins now, if the command is to wait or the flag names one.
    pub fn limit(&self, context: &Context) -> Result<Limit, CommandError> {
        let time = self.timeout(context)?;
        Ok(if self.wait || self.given_timeout().is_some() {
            Limit::new(time)
        } else {
            Limit::none()
        })
    }

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
