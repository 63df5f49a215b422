//! `instances wait`.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::time::Duration;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use tokio::time::sleep;

use super::act::state_of;
use crate::commands::waiter::{Waiter, follow, report_timeouts};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error as CloudError, Found, Server, find};
use crate::state::State;
use crate::verbs::context::{Context, read_targets};
use crate::verbs::duration;
use crate::verbs::targets::Targets;
use crate::verbs::waiting::{Limit, TimeoutArgs};
use crate::watch::{CloudSource, Goal, is_hopeless};

/// How many targets are looked for in parallel.
const PARALLEL: usize = 16;
/// The pause before a missing target is looked for again.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// The arguments of `instances wait`.
#[derive(Args, Clone, Debug)]
pub struct WaitArgs {
    /// What to wait for: running, stopped, terminated, exists, or any other state
    #[arg(value_name = "STATE")]
    goal: Goal,
    #[command(flatten)]
    targets: Targets<Server>,
    #[command(flatten)]
    timeout: TimeoutArgs,
    /// Ask every so many seconds; without it, more often while things change
    #[arg(long, value_name = "SECONDS", value_parser = duration::interval)]
    interval: Option<Duration>,
}

/// Waits until every target has reached the goal, or can't.
pub(super) async fn run(context: &Context, args: &WaitArgs) -> Result<ExitCode, CommandError> {
    let mut limit = Limit::new(args.timeout.get(context)?);
    let targets = limit.outside(|| read_targets(&args.targets, &context.stdin))?;
    let search = Search::default();
    let looked = limit
        .bound(search.run(context, args, limit, &targets))
        .await;
    let (found, missing) = looked.unwrap_or(Ok((Vec::new(), ExitCode::Success)))?;
    let mut waiter = Waiter::new(args.goal);
    waiter.sought = search.sought.into_inner();
    if found.is_empty() {
        if waiter.sought.is_empty() {
            return Ok(missing);
        }
        report_timeouts(context, &waiter, limit, search.last_error.into_inner());
        return Ok(ExitCode::TimedOut);
    }
    for found in &found {
        let server = &found.item;
        waiter.add(&server.id, &server.name, state_of(server), None);
    }
    let cloud = CloudSource::targets(&context.session, found, false);
    let exit = follow(context, cloud, args.interval, &mut waiter, limit).await?;
    Ok(if exit == ExitCode::Success {
        missing
    } else {
        exit
    })
}

/// The search for the targets.
#[derive(Default)]
struct Search {
    /// The targets that are not found yet.
    sought: RefCell<BTreeSet<String>>,
    /// Why the last look failed; `None` after a good one.
    last_error: RefCell<Option<String>>,
}

impl Search {
    /// Finds the targets. A missing target counts as `terminated`, or is looked for again if the
    /// goal is `exists`. Otherwise it is an error, and the others are still awaited.
    async fn run(
        &self,
        context: &Context,
        args: &WaitArgs,
        limit: Limit,
        targets: &[String],
    ) -> Result<(Vec<Found<Server>>, ExitCode), CommandError> {
        // Targets that were not looked for when time is up count as not found.
        self.sought.borrow_mut().extend(targets.iter().cloned());
        let found: Vec<Result<Option<Found<Server>>, CloudError>> = stream::iter(targets)
            .map(|target| async move {
                let found = self.look_for(context, args, limit, target).await;
                // If the goal is `exists`, a missing target stays in the set to the end.
                if args.goal != Goal::Exists || !matches!(found, Ok(None)) {
                    self.sought.borrow_mut().remove(target);
                }
                found
            })
            .buffered(PARALLEL)
            .collect()
            .await;
        let mut all: Vec<Found<Server>> = Vec::new();
        let mut errors = Vec::new();
        for one in found {
            match one {
                Ok(Some(one)) if all.iter().all(|other| other.item.id != one.item.id) => {
                    all.push(one);
                }
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

    async fn look_for(
        &self,
        context: &Context,
        args: &WaitArgs,
        limit: Limit,
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
                Goal::Exists if missing && limit.time.is_zero() => return Ok(None),
                Goal::Exists if missing => failures = 0,
                Goal::Exists if failures > 0 && !is_hopeless(&error, failures) => {}
                _ => return Err(error),
            }
            self.last_error
                .replace((!missing).then(|| error.to_string()));
            failures += 1;
            sleep(args.interval.unwrap_or(LOOK_AGAIN)).await;
        }
    }
}
