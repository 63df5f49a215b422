//! Options of commands that change something: parallelism, waits and their time-outs.

use std::time::Duration;

use clap::Args;
use tokio::time::{Instant, sleep, timeout_at};

use super::PARALLEL;
use super::context::Context;
use super::duration;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Session;

/// The default time-out of a wait.
const USUAL: Duration = Duration::from_mins(10);

/// How many targets are acted on in parallel.
#[derive(Args, Clone, Copy, Debug)]
pub struct ParallelArgs {
    /// Act on so many at once [default: 16]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    parallel: Option<u16>,
}

impl ParallelArgs {
    /// Returns the number, or the default.
    pub fn get(self) -> usize {
        self.parallel.map_or(PARALLEL, usize::from)
    }

    /// Returns the number that the user gave.
    pub fn named(self) -> Option<u16> {
        self.parallel
    }
}

/// Options of commands that take time.
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

/// How long the single look may take if the time to wait is zero.
const ONE_LOOK: Duration = Duration::from_secs(30);
/// How long a last look may take after the time is up.
const LAST_LOOK: Duration = Duration::from_secs(1);
/// The longest limit, a year. A clock can only count so far.
const FOR_EVER: Duration = Duration::from_hours(365 * 24);

/// How long to wait, and until when. It covers everything that a command does for its wait: finding
/// the targets, sending the requests, and the wait itself.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// The requested time; zero for a single look.
    pub time: Duration,
    /// The deadline.
    pub end: Instant,
}

impl Limit {
    /// Returns a limit that begins now.
    pub fn new(time: Duration) -> Self {
        let bounded = if time.is_zero() { ONE_LOOK } else { time };
        Self {
            time,
            end: Instant::now() + bounded.min(FOR_EVER),
        }
    }

    /// Returns the limit of a command that waits for nothing.
    pub fn none() -> Self {
        Self::new(FOR_EVER)
    }

    /// Returns whether time is up.
    pub fn is_over(self) -> bool {
        Instant::now() >= self.end
    }

    /// Returns the end of this limit, or of a time that begins now, if that is earlier.
    pub fn end_within(self, time: Duration) -> Instant {
        self.end.min(Self::new(time).end)
    }

    /// Returns the same limit, extended if necessary so that a last look is possible.
    #[must_use]
    pub fn with_last_look(self) -> Self {
        let end = self.end.max(Instant::now() + LAST_LOOK);
        Self { end, ..self }
    }

    /// Asks the user or reads standard input. The time that this takes doesn't count.
    pub fn outside<T>(&mut self, act: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let result = act();
        self.end += begun.elapsed();
        result
    }

    /// Runs `work` until the deadline. Returns `None` if the time was not enough.
    pub fn bound<T>(self, work: impl Future<Output = T>) -> impl Future<Output = Option<T>> {
        let work = Box::pin(work);
        async move { timeout_at(self.end, work).await.ok() }
    }

    /// Runs `work`, which must finish before the deadline. `what` says in the error what did not.
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

    /// Returns the error of a request that was abandoned at the deadline.
    pub fn exceeded(self, session: &Session, what: &str) -> CommandError {
        let mut message = format!("{what} in {} s", self.seconds());
        if let Some(trouble) = session.trouble() {
            message.push_str(": ");
            message.push_str(&trouble.words);
        }
        CommandError::new(ExitCode::TimedOut, "WaiterTimedOut", message)
    }

    /// Returns why the last responses failed to come, if that explains the time-out.
    pub fn trouble(self, session: &Session) -> Option<String> {
        let trouble = session.trouble()?;
        trouble.counts(self.time).then_some(trouble.words)
    }

    /// Returns the time in seconds, for messages.
    pub fn seconds(self) -> f64 {
        let time = if self.time.is_zero() {
            ONE_LOOK
        } else {
            self.time
        };
        time.as_secs_f64()
    }

    /// Waits before another look. Returns false at once if there is no time left for one.
    pub async fn pause(self, pause: Duration) -> bool {
        if self.time.is_zero() || Instant::now() + pause >= self.end {
            return false;
        }
        sleep(pause).await;
        true
    }
}

/// Returns the error of a wait that ran out of time, with the reason why the service didn't
/// respond, if there is one.
pub fn late(what: &str, trouble: Option<&String>) -> CommandError {
    let mut message = format!("{what} yet");
    if let Some(trouble) = trouble {
        message.push_str(": ");
        message.push_str(trouble);
    }
    CommandError::new(ExitCode::TimedOut, "WaiterTimedOut", message)
}

/// Returns the exit code of a command with all of these errors. A failure outweighs a time-out,
/// since more time would not have helped.
pub fn exit_of(errors: &[CommandError]) -> ExitCode {
    if errors.is_empty() {
        ExitCode::Success
    } else if errors.iter().all(|error| error.exit == ExitCode::TimedOut) {
        ExitCode::TimedOut
    } else {
        ExitCode::Failed
    }
}

/// Returns the exit code of a command from its first part and its wait.
pub fn then_waited(before: ExitCode, wait: ExitCode) -> ExitCode {
    match (before, wait) {
        (ExitCode::Failed, _) => ExitCode::Failed,
        (before, ExitCode::Success) => before,
        (_, wait) => wait,
    }
}

impl WaitArgs {
    /// Returns the limit that begins now, if the command waits or the flag sets one.
    pub fn limit(&self, context: &Context) -> Result<Limit, CommandError> {
        let time = self.timeout(context)?;
        Ok(if self.wait || self.given_timeout().is_some() {
            Limit::new(time)
        } else {
            Limit::none()
        })
    }

    /// Returns the time-out: the flag's, the configuration's, or the default.
    pub fn timeout(&self, context: &Context) -> Result<Duration, CommandError> {
        self.timeout.get(context)
    }

    /// Returns the flag's time-out, if given.
    pub fn given_timeout(&self) -> Option<Duration> {
        self.timeout.given()
    }
}

impl TimeoutArgs {
    /// Returns the flag's time-out, if given.
    pub fn given(&self) -> Option<Duration> {
        self.timeout
    }

    /// Returns the time-out: the flag's, the configuration's, or the default.
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
