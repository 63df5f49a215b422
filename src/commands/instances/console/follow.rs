//! `console-log --follow`: requests the log repeatedly, and shows the new part.

use std::time::Duration;

use super::{ConsoleLogArgs, Fetched, Problem, fetch, last, locate_and_fetch, log, write};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Error;
use crate::verbs::context::Context;

const USUAL_INTERVAL: Duration = Duration::from_secs(2);
/// The longest pause. While a service fails, the pauses get longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The state of a follower.
#[derive(Default)]
struct Follower {
    /// The instance's ID, once the instance has returned a log.
    id: Option<String>,
    /// The log in the last response.
    seen: String,
    /// Whether the user knows about the current problem. It is reported once, not at each attempt.
    told: bool,
    failures: u32,
}

/// Follows until interrupted, or until the instance is gone.
pub(super) async fn run(
    context: &Context,
    args: &ConsoleLogArgs,
    target: &str,
) -> Result<ExitCode, CommandError> {
    let interval = args.interval.unwrap_or(USUAL_INTERVAL);
    let mut follower = Follower::default();
    loop {
        let result = match &follower.id {
            Some(id) => fetch(&context.session, id, None).await,
            None => locate_and_fetch(&context.session, target, None).await,
        };
        match result {
            Ok(fetched) => {
                let first = follower.id.is_none();
                let new = if first {
                    last(&fetched.text, args.tail)
                } else {
                    log::added(&follower.seen, &fetched.text)
                };
                if !new.is_empty() {
                    write(context, args, new)?;
                }
                follower.advance(fetched);
            }
            // The instance existed, so its end is not a failure to follow it.
            Err(Problem::Gone(_)) if follower.id.is_some() => {
                context.notes.note(&format!("Instance '{target}' is gone."));
                return Ok(ExitCode::Success);
            }
            Err(problem) => follower.wait_out(context, target, problem)?,
        }
        tokio::time::sleep(follower.pause(interval)).await;
    }
}

impl Follower {
    fn advance(&mut self, fetched: Fetched) {
        self.id = Some(fetched.id);
        self.seen = fetched.text;
        self.told = false;
        self.failures = 0;
    }

    /// Tolerates a temporary problem, and reports it once.
    fn wait_out(
        &mut self,
        context: &Context,
        target: &str,
        problem: Problem,
    ) -> Result<(), CommandError> {
        let words = match problem {
            Problem::NotReady(error) => {
                format!("instance '{target}' has no console log yet, waiting for it: {error}")
            }
            Problem::Other(error) if may_pass(&error) && self.id.is_some() => {
                self.failures = self.failures.saturating_add(1);
                format!("trying again: {error}")
            }
            problem => return Err(problem.into_error(target)),
        };
        if !self.told {
            context.notes.warn(&words);
            self.told = true;
        }
        Ok(())
    }

    fn pause(&self, interval: Duration) -> Duration {
        if self.failures == 0 {
            return interval;
        }
        let factor = 2_u32.saturating_pow(self.failures.min(16));
        let longest = interval.saturating_mul(factor).min(LONGEST_PAUSE);
        // Clients must not all retry at the same moment when a service recovers.
        longest.mul_f64(0.5 + fastrand::f64() / 2.0)
    }
}

fn may_pass(error: &Error) -> bool {
    match error {
        Error::Transport(_) => true,
        Error::Fault(fault) => fault.status == 429 || fault.status >= 500,
        _ => false,
    }
}
