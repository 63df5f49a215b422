//! Deletion of several targets in parallel. A target that no longer exists counts as deleted. A
//! noun provides its names, and knows when a resource is being deleted.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde_json::{Value, json};

use super::View;
use super::context::{Context, read_targets_if_any};
use super::permission::{dry_run_ok, may_change};
use super::recorder::scope_of;
use super::targets::{Targeted, Targets};
use super::waiting::{Limit, ParallelArgs, WaitArgs, exit_of, late};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{self, Error as CloudError, Removal, Resource, Session, find, show_known};
use crate::records::{Kind, Scope};

/// The options of every deletion.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct MissingArgs {
    /// Take what does not exist for deleted, instead of failing
    #[arg(long)]
    pub ignore_missing: bool,
}

/// The arguments of `delete` for a noun that is deleted at once.
#[derive(Args, Debug)]
pub struct DeleteArgs<T: Targeted> {
    #[command(flatten)]
    targets: Targets<T>,
    #[command(flatten)]
    missing: MissingArgs,
    /// Do not ask; targets that are named are deleted without a question anyway
    #[arg(long, short)]
    yes: bool,
    /// Check the role and the targets, and delete nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    parallel: ParallelArgs,
}

/// The arguments of `delete` for a noun with a deletion that takes time.
#[derive(Args, Debug)]
pub struct WaitingDeleteArgs<T: Targeted> {
    #[command(flatten)]
    delete: DeleteArgs<T>,
    #[command(flatten)]
    wait: WaitArgs,
}

/// A resource that can be deleted.
pub trait Delete: View {
    /// The ID's key in the output.
    const ID_KEY: &'static str;
    /// The operation's name in errors.
    const OPERATION: &'static str;
    /// The kind in the journal.
    const KIND: Kind;
    /// Whether the resource is gone when the service responds.
    const AT_ONCE: bool = false;

    /// Returns whether the service is deleting it.
    fn is_going(&self) -> bool {
        false
    }

    /// Returns why the service would refuse the deletion, as far as the resource shows it.
    fn obstacle(&self) -> Option<CommandError> {
        None
    }

    /// Returns what depends on the resource and prevents its deletion. Only a dry run asks for it.
    fn dependents(
        &self,
        _session: &Session,
    ) -> impl Future<Output = Result<Option<CommandError>, CloudError>> {
        async { Ok(None) }
    }
}

/// A target that the service doesn't have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The journal knows its ID: it existed, and is gone.
    Gone {
        /// The ID.
        id: String,
        /// The name that it had.
        name: String,
    },
    /// The target is unknown, and the user said to ignore that.
    Ignored,
}

/// Returns whether a target that the service doesn't have counts as deleted. The journal notes that
/// it is gone.
pub fn absent(
    context: &Context,
    scope: &Scope,
    kind: Kind,
    missing: MissingArgs,
    error: &CloudError,
) -> Option<Absent> {
    let CloudError::NotFound { target, .. } = error else {
        return None;
    };
    if let Some(name) = context.recorder.gone(kind, scope, target) {
        let id = target.clone();
        return Some(Absent::Gone { id, name });
    }
    if !missing.ignore_missing {
        return None;
    }
    context.notes.note(&format!("Nothing to delete: {error}."));
    Some(Absent::Ignored)
}

/// Ends a command that acted on several targets. A single target's error is the command's own.
/// Otherwise each error is reported here, and the exit code says that some failed.
pub fn end(
    context: &Context,
    mut errors: Vec<CommandError>,
    is_single: bool,
) -> Result<ExitCode, CommandError> {
    if is_single && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
    }
    Ok(exit_of(&errors))
}

/// Reports the problems that a dry run found. If there are none, returns EC2's error for a dry run.
pub fn rehearsed(
    context: &Context,
    operation: &'static str,
    mut errors: Vec<CommandError>,
) -> CommandError {
    let last = errors.pop();
    for error in &errors {
        context.notes.error(error);
    }
    last.unwrap_or_else(|| dry_run_ok(operation))
}

/// The result for one resource.
#[derive(Debug)]
struct Outcome {
    id: String,
    name: String,
    state: &'static str,
    error: Option<CommandError>,
}

impl Outcome {
    fn view<T: Delete>(&self) -> Value {
        json!({ T::ID_KEY: self.id, "Name": self.name, "State": self.state })
    }
}

/// Deletes the named resources.
pub async fn run<T: Delete>(
    context: &Context,
    args: &DeleteArgs<T>,
) -> Result<ExitCode, CommandError> {
    delete(context, args, Limit::none(), false).await
}

/// Deletes the named resources, and waits until they are gone if the user asked for that.
pub async fn run_and_wait<T: Delete>(
    context: &Context,
    args: &WaitingDeleteArgs<T>,
) -> Result<ExitCode, CommandError> {
    let limit = args.wait.limit(context)?;
    delete(context, &args.delete, limit, args.wait.wait).await
}

/// Deletes the named resources. With `wait`, follows each until it is gone. The limit covers all
/// requests together.
async fn delete<T: Delete>(
    context: &Context,
    args: &DeleteArgs<T>,
    mut limit: Limit,
    wait: bool,
) -> Result<ExitCode, CommandError> {
    let targets = limit.outside(|| read_targets_if_any(&args.targets, &context.stdin))?;
    if targets.is_empty() {
        let noun = T::NOUN;
        context
            .notes
            .note(&format!("Standard input names no {noun}."));
    }
    let session = &context.session;
    let look = async {
        may_change(context, T::OPERATION).await?;
        let scope = scope_of(session, &*session.login().await?);
        let found: Vec<_> = stream::iter(&targets)
            .map(|target| find::<T>(session, target))
            .buffered(args.parallel.get())
            .collect()
            .await;
        Ok((scope, found))
    };
    let what = format!(
        "nothing was asked for: the {} were not found",
        T::NOUN.plural
    );
    let (scope, found) = limit.hold(context, T::OPERATION, &what, look).await?;
    let mut there = Vec::new();
    let mut outcomes = Vec::new();
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    for result in found {
        match result {
            // A name and the ID of the same resource are one target.
            Ok(found) if seen.insert(found.item.id().to_owned()) => there.push(found.item),
            Ok(_) => {}
            // Every target would fail in the same way.
            Err(error @ (CloudError::Auth(_) | CloudError::Catalog(_))) => {
                return Err(CommandError::from(error).during(T::OPERATION));
            }
            Err(error) => match absent(context, &scope, T::KIND, args.missing, &error) {
                Some(Absent::Gone { id, name }) => outcomes.push(Outcome {
                    id,
                    name,
                    state: GONE,
                    error: None,
                }),
                Some(Absent::Ignored) => {}
                None => errors.push(CommandError::from(error).during(T::OPERATION)),
            },
        }
    }
    if args.dry_run {
        let check = obstacles(context, &there, args.parallel.get());
        let what = "the dry run did not end";
        errors.extend(limit.hold(context, T::OPERATION, what, check).await?);
        return Err(rehearsed(context, T::OPERATION, errors));
    }
    let deleted: Vec<Outcome> = stream::iter(&there)
        .map(|item| one(context, &scope, item, limit, wait))
        .buffered(args.parallel.get())
        .collect()
        .await;
    outcomes.extend(deleted);
    let mut views = Vec::new();
    for mut outcome in outcomes {
        let error = outcome.error.take();
        if !outcome.state.is_empty() {
            views.push(outcome.view::<T>());
        }
        errors.extend(error);
    }
    let exit = end(context, errors, targets.len() == 1 && views.is_empty())?;
    context.output.value(&BTreeMap::from([(T::KEY, views)]))?;
    Ok(exit)
}

/// Finds what prevents the deletion of each resource.
async fn obstacles<T: Delete>(
    context: &Context,
    there: &[T],
    parallel: usize,
) -> Result<Vec<CommandError>, CommandError> {
    let found: Vec<_> = stream::iter(there)
        .map(|item| async move {
            match item.obstacle() {
                Some(error) => Ok(Some(error)),
                None => item.dependents(&context.session).await,
            }
        })
        .buffered(parallel)
        .collect()
        .await;
    let mut errors = Vec::new();
    for result in found {
        errors.extend(result.map_err(|error| CommandError::from(error).during(T::OPERATION))?);
    }
    Ok(errors)
}

const GONE: &str = "deleted";
const GOING: &str = "deleting";
/// The state after the service refused: the resource is unchanged, and its state is not shown.
const REFUSED: &str = "";

/// Deletes one resource, and follows it.
async fn one<T: Delete>(
    context: &Context,
    scope: &Scope,
    item: &T,
    limit: Limit,
    wait: bool,
) -> Outcome {
    let (id, name) = (item.id(), item.name());
    context.pending.add(id, name);
    let (state, error) = match limit.bound(ask::<T>(context, id)).await {
        Some(Ok(Removal::Gone)) => (GONE, None),
        Some(Ok(Removal::Asked)) if T::AT_ONCE => (GONE, None),
        Some(Ok(Removal::Asked)) if wait => followed(item, follow::<T>(context, id, limit).await),
        Some(Ok(Removal::Asked)) => (GOING, None),
        Some(Err(error)) => {
            let is_lost = error.may_have_acted();
            (REFUSED, Some(refusal(item, error, is_lost)))
        }
        None => followed(item, End::TimedOut(limit.trouble(&context.session))),
    };
    let seen = match state {
        GONE => Some("terminated"),
        GOING => Some(GOING),
        _ => None,
    };
    if let Some(seen) = seen {
        context.recorder.observe_as(T::KIND, scope, id, seen);
    }
    context.pending.remove(id);
    Outcome {
        id: id.to_owned(),
        name: name.to_owned(),
        state,
        error,
    }
}

/// Requests a deletion. If the response is lost, looks at the resource.
async fn ask<T: Delete>(context: &Context, id: &str) -> Result<Removal, CloudError> {
    let session = &context.session;
    match openstack::delete::<T>(session, T::OPERATION, id).await {
        Err(error) if error.may_have_acted() => match show_known::<T>(session, id).await {
            Ok(None) => Ok(Removal::Gone),
            Ok(Some(found)) if found.item.is_going() => Ok(Removal::Asked),
            _ => Err(error),
        },
        result => result,
    }
}

/// Returns a refusal with the resource's name and what prevents the deletion.
fn refusal<T: Delete>(item: &T, error: CloudError, is_lost: bool) -> CommandError {
    let is_refused =
        matches!(&error, CloudError::Fault(fault) if matches!(fault.status, 400 | 409));
    let mut error = CommandError::from(error).during(T::OPERATION);
    error.message = format!("{}: {}", described(item), error.message);
    if let Some(obstacle) = item.obstacle().filter(|_| is_refused) {
        error.code = obstacle.code;
        error.hints = obstacle.hints;
    }
    if is_lost {
        error = error.hint("whether the service did it is not known");
    }
    error
}

fn described<T: Resource>(item: &T) -> String {
    format!("{} '{}' ({})", T::NOUN, item.name(), item.id())
}

/// How following a deletion ended.
enum End {
    Gone,
    /// It exists, and the service no longer deletes it.
    Stays,
    /// Time ran out, with the reason why the service didn't respond, if there is one.
    TimedOut(Option<String>),
    /// The resource could not be looked up.
    Unknown(CloudError),
}

const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(3);

/// Follows a resource until it is gone. Retries errors that may pass.
async fn follow<T: Delete>(context: &Context, id: &str, limit: Limit) -> End {
    let session = &context.session;
    let mut pause = FIRST_PAUSE;
    let mut trouble = None;
    loop {
        let Some(shown) = limit.bound(show_known::<T>(session, id)).await else {
            return End::TimedOut(trouble.or_else(|| limit.trouble(session)));
        };
        trouble = match shown {
            Ok(None) => return End::Gone,
            Ok(Some(found)) if !found.item.is_going() => return End::Stays,
            Ok(Some(_)) => None,
            Err(error) if error.may_pass() => Some(error.to_string()),
            Err(error) => return End::Unknown(error),
        };
        if !limit.pause(pause).await {
            return End::TimedOut(trouble);
        }
        pause = (pause * 3 / 2).min(LONGEST_PAUSE);
    }
}

/// Returns the state that a deletion ended in, with its error.
fn followed<T: Delete>(item: &T, end: End) -> (&'static str, Option<CommandError>) {
    let wrong = |code: &'static str, exit: ExitCode, what: &str| {
        let message = format!("{} {what}", described(item));
        Some(CommandError::new(exit, code, message).during(T::OPERATION))
    };
    match end {
        End::Gone => (GONE, None),
        End::Stays => (
            "error",
            wrong(
                "ResourceStateError",
                ExitCode::Failed,
                "could not be deleted",
            ),
        ),
        End::TimedOut(trouble) => {
            let what = format!("{} is not known to be gone", described(item));
            let error = late(&what, trouble.as_ref()).during(T::OPERATION);
            (GOING, Some(error))
        }
        End::Unknown(error) => {
            let mut error = CommandError::from(error).during(T::OPERATION);
            error.message = format!(
                "{} is being deleted, and could not be followed: {}",
                described(item),
                error.message
            );
            (GOING, Some(error))
        }
    }
}
