//! The actions on instances: `start`, `stop`, `reboot` and the others. Several targets are acted on
//! in parallel, each with its own result. As in EC2, repeating an action is a success.

mod actions;
mod choose;
mod command;
mod rules;

use std::collections::BTreeMap;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use self::actions::ServerRequest;
pub(in crate::commands) use self::actions::{ACTIONS, Action, STOP};
#[cfg(test)]
pub(in crate::commands) use self::actions::{DELETE, HARD_REBOOT, REBOOT, START};
use self::choose::ChosenTargets;
pub(super) use self::command::ActionCommand;
use super::filters::FilterArgs;
use crate::commands::waiter::{RequestedAction, Waiter, follow};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Server, Session, act, delete_server, find, show_known};
use crate::records::{Kind, Scope};
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::delete::{self, Absent, MissingArgs, absent};
use crate::verbs::permission::{is_admin, may_change};
use crate::verbs::recorder::scope_of;
use crate::verbs::targets::Targets;
use crate::verbs::waiting::{Limit, ParallelArgs, WaitArgs, then_waited};
use crate::watch::{CloudSource, Goal};

/// The arguments of every action.
#[derive(Args, Clone, Debug)]
struct ActArgs {
    #[command(flatten)]
    targets: Targets<Server, false>,
    #[command(flatten)]
    filters: FilterArgs,
    /// Do not ask before acting on what filters have chosen
    #[arg(long, short)]
    yes: bool,
    /// Check the role, the targets and their states, and change nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wait: WaitArgs,
    #[command(flatten)]
    parallel: ParallelArgs,
}

/// The result for one target, as in AWS.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Change {
    instance_id: String,
    name: String,
    current_state: StateView,
    previous_state: StateView,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct StateView {
    code: Option<u16>,
    name: &'static str,
}

impl From<State> for StateView {
    fn from(state: State) -> Self {
        Self {
            code: state.code(),
            name: state.name(),
        }
    }
}

/// Runs an action.
pub(super) async fn run(
    context: &Context,
    command: &ActionCommand,
) -> Result<ExitCode, CommandError> {
    let ActionCommand {
        action,
        args,
        missing,
    } = command;
    let operation = action.operation;
    let mut limit = args.wait.limit(context)?;
    let choice = ChosenTargets::of(context, args)?;
    let what = "nothing was asked for: there was no token";
    let login = async {
        may_change(context, operation).await?;
        Ok(scope_of(&context.session, &*context.session.login().await?))
    };
    let scope = limit.hold(context, operation, what, login).await?;
    let targets = limit.outside(|| choice.targets(context, args))?;
    let what = "nothing was asked for: the instances were not found";
    let find = choice.find(context, args, action, &targets);
    let (servers, absent) = limit.hold(context, operation, what, find).await?;
    let (gone, missing) = as_good_as_done(context, &scope, *missing, absent, operation);
    if !limit.outside(|| choice.is_confirmed(context, args, &servers, action))? {
        return Ok(ExitCode::Failed);
    }
    if args.dry_run {
        return rehearse(context, &servers, missing, action).await;
    }
    let asked = Instant::now();
    let results: Vec<Result<Done, CommandError>> = stream::iter(&servers)
        .map(|server| one_in_time(context, server, action, limit))
        .buffered(args.parallel.get())
        .collect()
        .await;
    let mut errors = missing;
    let mut changes = Vec::new();
    let goal = action.goal;
    let mut waiter = Waiter::for_operation(Goal::State(goal), operation);
    for (server, result) in servers.iter().zip(results) {
        match result {
            Ok(done) => {
                context
                    .recorder
                    .observe(&scope, &server.id, done.state.name());
                changes.push(Change {
                    instance_id: server.id.clone(),
                    name: server.name.clone(),
                    current_state: done.state.into(),
                    previous_state: state_of(server).into(),
                });
                // Nothing was requested and nothing is in progress, so there is nothing to follow.
                // Later changes by other users are not this command's result.
                if !done.sent && done.state == goal {
                    continue;
                }
                let asked = RequestedAction {
                    request_id: done.request_id,
                    goal_stood: state_of(server) == goal,
                };
                waiter.add(&server.id, &server.name, done.state, Some(asked));
            }
            Err(error) => errors.push(error),
        }
    }
    let is_single = changes.is_empty() && gone.is_empty();
    let mut exit = delete::end(context, errors, is_single)?;
    if args.wait.wait {
        let ended = wait(context, waiter, asked, limit, &mut changes).await;
        exit = then_waited(exit, ended);
    }
    changes.extend(gone);
    context
        .output
        .value(&BTreeMap::from([(action.output_key, changes)]))?;
    Ok(exit)
}

/// Splits the targets that Nova doesn't know: those that count as deleted, and the errors of the
/// others.
fn as_good_as_done(
    context: &Context,
    scope: &Scope,
    missing: Option<MissingArgs>,
    errors: Vec<Error>,
    operation: &'static str,
) -> (Vec<Change>, Vec<CommandError>) {
    let mut gone = Vec::new();
    let mut rest = Vec::new();
    for error in errors {
        let absent = missing.and_then(|args| absent(context, scope, Kind::Instance, args, &error));
        match absent {
            Some(Absent::Gone { id, name }) => gone.push(Change {
                instance_id: id,
                name,
                current_state: State::Terminated.into(),
                previous_state: State::Terminated.into(),
            }),
            Some(Absent::Ignored) => {}
            None => rest.push(CommandError::from(error).during(operation)),
        }
    }
    (gone, rest)
}

/// Reports each target that Nova would refuse. If there is none, returns EC2's error for a dry run.
async fn rehearse(
    context: &Context,
    servers: &[Server],
    missing: Vec<CommandError>,
    action: &Action,
) -> Result<ExitCode, CommandError> {
    let is_admin = is_admin(context).await?;
    let refused = servers
        .iter()
        .filter_map(|server| rules::foreseen(server, action, is_admin));
    let errors = missing.into_iter().chain(refused).collect();
    Err(delete::rehearsed(context, action.operation, errors))
}

/// Follows the requested actions to their end.
async fn wait(
    context: &Context,
    mut waiter: Waiter,
    asked: Instant,
    limit: Limit,
    changes: &mut [Change],
) -> ExitCode {
    let ids: Vec<String> = changes
        .iter()
        .filter(|change| waiter.get(&change.instance_id).is_some())
        .map(|change| change.instance_id.clone())
        .collect();
    let cloud = CloudSource::asked(&context.session, ids, asked);
    let result = follow(context, cloud, None, &mut waiter, limit).await;
    for change in changes {
        if let Some(one) = waiter.get(&change.instance_id) {
            change.current_state = one.state.into();
        }
    }
    // The results are printed even after an error.
    result.unwrap_or_else(|error| {
        context.notes.error(&error);
        error.exit
    })
}

/// The result of an action on one server.
struct Done {
    state: State,
    /// Whether a request was sent.
    sent: bool,
    request_id: Option<String>,
}

impl Done {
    /// Returns the result of an action that had nothing left to request.
    fn already(state: State) -> Self {
        Self {
            state,
            sent: false,
            request_id: None,
        }
    }
}

/// Acts on the server with this ID as the commands do. Returns the server's state after that, and
/// what was requested.
pub(in crate::commands) async fn on_one(
    context: &Context,
    id: &str,
    action: &Action,
) -> Result<(State, RequestedAction), CommandError> {
    let operation = action.operation;
    may_change(context, operation).await?;
    let failed = |error| CommandError::from(error).during(operation);
    let login = context.session.login().await.map_err(failed)?;
    let goal = action.goal;
    let (done, goal_stood) = match find::<Server>(&context.session, id).await {
        Ok(found) => {
            let done = one(context, &found.item, action).await?;
            (done, state_of(&found.item) == goal)
        }
        Err(Error::NotFound { .. }) if action.is_deletion() => (Done::already(goal), true),
        Err(error) => return Err(failed(error)),
    };
    let scope = scope_of(&context.session, &login);
    context.recorder.observe(&scope, id, done.state.name());
    let asked = RequestedAction {
        request_id: done.request_id,
        goal_stood,
    };
    Ok((done.state, asked))
}

/// Returns why an action is useless for a server in its current state: it is already done, or Nova
/// would refuse it. Returns `None` if the action is useful.
pub(in crate::commands) fn needless(
    server: &Server,
    action: &Action,
    is_admin: bool,
) -> Option<String> {
    if let Some(state) = rules::already(server, action) {
        return Some(format!("{} is {state} already.", server.name));
    }
    let refusal = rules::foreseen(server, action, is_admin)?;
    let advice = refusal.hints.first().map(|hint| format!(": {hint}"));
    let state = state_of(server);
    Some(format!(
        "{} is {state}{}.",
        server.name,
        advice.unwrap_or_default()
    ))
}

/// Requests an action on one server within the time limit. Nova may have accepted a request that
/// was abandoned.
async fn one_in_time(
    context: &Context,
    server: &Server,
    action: &Action,
    limit: Limit,
) -> Result<Done, CommandError> {
    let of = |what: &str| format!("instance '{}' ({}): {what}", server.name, server.id);
    let late = |what: &str| {
        let error = limit.exceeded(&context.session, &of(what));
        error.during(action.operation)
    };
    if limit.is_over() {
        return Err(late("its turn did not come, so nothing was asked for,"));
    }
    match limit.bound(one(context, server, action)).await {
        Some(result) => result,
        None => Err(late("what was asked for was not answered")
            .hint("whether the service did it is not known")),
    }
}

/// Requests an action on one server, unless it is already done.
async fn one(context: &Context, server: &Server, action: &Action) -> Result<Done, CommandError> {
    if let Some(state) = rules::already(server, action) {
        return Ok(Done::already(state));
    }
    context.pending.add(&server.id, &server.name);
    let error = match request(&context.session, &server.id, action).await {
        Ok(request_id) => {
            return Ok(Done {
                state: action.through,
                sent: true,
                request_id,
            });
        }
        Err(error) => error,
    };
    let is_told = match &error {
        // The server may have reached the goal since it was fetched, or be gone.
        Error::Fault(fault) => matches!(fault.status, 404 | 409),
        _ => false,
    };
    // If the response was lost, it is unknown whether Nova accepted the request.
    let is_lost = error.may_have_acted();
    let now = if is_told || is_lost {
        let found = show_known::<Server>(&context.session, &server.id).await;
        found.ok().map(|found| found.map(|found| found.item))
    } else {
        None
    };
    let done = match &now {
        Some(Some(now)) if is_lost && state_of(now) == action.through => Some(state_of(now)),
        Some(Some(now)) => rules::already(now, action),
        Some(None) => (action.is_deletion()).then_some(State::Terminated),
        None => None,
    };
    if let Some(state) = done {
        return Ok(Done::already(state));
    }
    if !is_lost {
        context.pending.remove(&server.id);
    }
    let now = now.flatten();
    let mut error = rules::refusal(now.as_ref().unwrap_or(server), error, action);
    if is_lost {
        error = error.hint("whether the service did it is not known");
    }
    Err(error)
}

/// Sends the request for an action. Returns its ID, under which Nova stores the outcome.
async fn request(session: &Session, id: &str, action: &Action) -> Result<Option<String>, Error> {
    let operation = action.operation;
    match action.request {
        ServerRequest::Delete => delete_server(session, operation, id).await,
        ServerRequest::Plain(name) => act(session, operation, id, name, Value::Null).await,
        ServerRequest::With(name, (key, value)) => {
            act(session, operation, id, name, json!({ key: value })).await
        }
    }
}

/// Returns the state of a server as users see it.
pub(in crate::commands) fn state_of(server: &Server) -> State {
    State::of(&server.status, server.task_state.as_deref())
}
