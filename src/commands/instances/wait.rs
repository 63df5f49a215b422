//! `instances wait`.

use std::time::Duration;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use tokio::time::{sleep, timeout};

use super::pursuit::Pursuit;
use super::watch::trouble;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error as CloudError, Found, Server, find};
use crate::state::State;
use crate::verbs::context::{Context, read_targets};
use crate::verbs::duration;
use crate::verbs::recorder::scope_of;
use crate::watch::{Cloud, Event, Goal, Watcher, is_hopeless};

/// How many targets are looked for at once.
const PARALLEL: usize = 16;
/// The pause before one that is not there yet is looked for again.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// What `instances wait` takes.
#[derive(Args, Clone, Debug)]
pub struct WaitArgs {
    /// What to wait for: running, stopped, terminated, exists, or any other state
    #[arg(value_name = "STATE")]
    goal: Goal,
    /// Names or IDs; '-' reads them from standard input, one a line
    #[arg(required = true, value_name = "TARGET")]
    targets: Vec<String>,
    /// Give up after this time, such as 90s, 10m or 1h, with exit code 124
    #[arg(long, value_name = "DURATION", default_value = "10m", value_parser = duration::parse)]
    timeout: Duration,
    /// Ask every so many seconds; without it, more often while things change
    #[arg(long, value_name = "SECONDS", value_parser = duration::interval)]
    interval: Option<Duration>,
}

/// Waits until every target has reached the goal, or can't.
pub(super) async fn run(context: &Context, args: &WaitArgs) -> Result<ExitCode, CommandError> {
    let targets = read_targets(&args.targets, &context.stdin)?;
    let mut pursuit = Pursuit::new(args.goal);
    match timeout(args.timeout, follow(context, args, &targets, &mut pursuit)).await {
        Ok(result) => result,
        Err(_) => Ok(pursuit.timed_out(context, args.timeout)),
    }
}

async fn follow(
    context: &Context,
    args: &WaitArgs,
    targets: &[String],
    pursuit: &mut Pursuit,
) -> Result<ExitCode, CommandError> {
    let (found, mut exit) = look_for(context, args, targets).await?;
    if found.is_empty() {
        return Ok(exit);
    }
    let scope = scope_of(&context.session, &*context.session.login().await?);
    let cloud = Cloud::targets(&context.session, found, false);
    let mut watcher = Watcher::new(cloud, args.interval);
    let mut listed = false;
    while let Some(event) = watcher.next().await {
        match event {
            Event::Change { change, .. } => {
                let (id, state) = (&change.server().id, change.current().name());
                context.recorder.observe(&scope, id, state);
                if let Some(error) = pursuit.take(&change) {
                    context.notes.error(&error);
                }
            }
            Event::Synced { .. } => listed = true,
            Event::Failed {
                error, retry_in, ..
            } => trouble(context, error.into(), retry_in)?,
        }
        // Before all are known, that those which are have come so far says nothing.
        if listed && let Some(end) = pursuit.outcome() {
            if end != ExitCode::Success {
                exit = end;
            }
            break;
        }
    }
    Ok(exit)
}

/// Finds the targets. One that is not there has reached `terminated`, is waited for if it is to
/// exist, and otherwise fails, which keeps no other from being waited for.
async fn look_for(
    context: &Context,
    args: &WaitArgs,
    targets: &[String],
) -> Result<(Vec<Found<Server>>, ExitCode), CommandError> {
    let found: Vec<Result<Option<Found<Server>>, CloudError>> = stream::iter(targets)
        .map(|target| look_for_one(context, args, target))
        .buffered(PARALLEL)
        .collect()
        .await;
    let mut all: Vec<Found<Server>> = Vec::new();
    let mut errors = Vec::new();
    for one in found {
        match one {
            Ok(Some(one)) if all.iter().all(|other| other.item.id != one.item.id) => all.push(one),
            Ok(_) => {}
            Err(error) => errors.push(CommandError::from(error).during("DescribeInstances")),
        }
    }
    if targets.len() == 1 && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    let mut exit = ExitCode::Success;
    for error in &errors {
        context.notes.error(error);
        exit = ExitCode::Failed;
    }
    Ok((all, exit))
}

async fn look_for_one(
    context: &Context,
    args: &WaitArgs,
    target: &str,
) -> Result<Option<Found<Server>>, CloudError> {
    let mut failures = 0;
    loop {
        let error = match find::<Server>(&context.session, target).await {
            Ok(found) => return Ok(Some(found)),
            Err(error) => error,
        };
        let missing = matches!(error, CloudError::NotFound { .. });
        match args.goal {
            Goal::State(State::Terminated) if missing => {
                context.notes.note(&format!(
                    "There is no instance '{target}', or there no longer is."
                ));
                return Ok(None);
            }
            Goal::Exists if missing => failures = 0,
            Goal::Exists if failures > 0 && !is_hopeless(&error, failures) => {}
            _ => return Err(error),
        }
        failures += 1;
        sleep(args.interval.unwrap_or(LOOK_AGAIN)).await;
    }
}
