//! `instances start`, `stop`, `reboot` and `delete`: many targets side by side, each with its own
//! answer, idempotent as EC2's.

use std::collections::{BTreeMap, HashSet};

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;

use super::filters::FilterArgs;
use super::follow::{self, End, Followed, Goal};
use super::names;
use super::view::Instance;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{
    Error, Found, Pager, Resource as _, Server, ServerAction, act, find, list_call, show_server,
};
use crate::records::Scope;
use crate::state::State;
use crate::verbs::context::{Context, read_targets_if_any};
use crate::verbs::permission::{dry_run_ok, may_change};
use crate::verbs::progress::Progress;
use crate::verbs::recorder::scope_of;
use crate::verbs::waiting::WaitArgs;

/// What every action takes.
#[derive(Args, Clone, Debug)]
pub struct ActArgs {
    /// Names or IDs; '-' reads them from standard input, one a line
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
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
    /// Act on so many at once
    #[arg(long, value_name = "NUMBER", default_value = "16", value_parser = clap::value_parser!(u16).range(1..=256))]
    parallel: u16,
}

/// What `reboot` takes.
#[derive(Args, Clone, Debug)]
pub struct RebootArgs {
    #[command(flatten)]
    act: ActArgs,
    /// Switch off and on again, without asking the guest
    #[arg(long)]
    hard: bool,
}

/// What `delete` takes.
#[derive(Args, Clone, Debug)]
pub struct DeleteArgs {
    #[command(flatten)]
    act: ActArgs,
    /// Delete at once, even where the cloud would keep it for a while
    #[arg(long)]
    force: bool,
}

pub(super) async fn start(context: &Context, args: &ActArgs) -> Result<ExitCode, CommandError> {
    run(context, args, ServerAction::Start).await
}

pub(super) async fn stop(context: &Context, args: &ActArgs) -> Result<ExitCode, CommandError> {
    run(context, args, ServerAction::Stop).await
}

pub(super) async fn reboot(context: &Context, args: &RebootArgs) -> Result<ExitCode, CommandError> {
    let action = if args.hard {
        ServerAction::RebootHard
    } else {
        ServerAction::RebootSoft
    };
    run(context, &args.act, action).await
}

pub(super) async fn delete(context: &Context, args: &DeleteArgs) -> Result<ExitCode, CommandError> {
    let action = if args.force {
        ServerAction::ForceDelete
    } else {
        ServerAction::Delete
    };
    run(context, &args.act, action).await
}

/// What became of one target, after AWS.
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

/// The list's key, the state that an action leads through, and the one that it leads to.
fn words(action: ServerAction) -> (&'static str, State, Goal) {
    match action {
        ServerAction::Start => ("StartingInstances", State::Starting, Goal::Running),
        ServerAction::Stop => ("StoppingInstances", State::Stopping, Goal::Stopped),
        ServerAction::RebootSoft | ServerAction::RebootHard => {
            ("RebootingInstances", State::Rebooting, Goal::Running)
        }
        ServerAction::Delete | ServerAction::ForceDelete => {
            ("TerminatingInstances", State::Deleting, Goal::Terminated)
        }
    }
}

async fn run(
    context: &Context,
    args: &ActArgs,
    action: ServerAction,
) -> Result<ExitCode, CommandError> {
    let operation = action.operation();
    let timeout = args.wait.timeout(context)?;
    may_change(context, operation).await?;
    let (servers, missing) = choose(context, args, action).await?;
    if args.dry_run {
        return dry_run(&servers, missing, action);
    }
    let scope = scope_of(&context.session, &*context.session.login().await?);
    let results: Vec<Result<Done, CommandError>> = stream::iter(&servers)
        .map(|server| perform(context, &scope, server, action))
        .buffered(usize::from(args.parallel))
        .collect()
        .await;
    let mut errors = missing;
    let mut changes = Vec::new();
    let mut followed = Vec::new();
    let (key, _, goal) = words(action);
    for (server, result) in servers.iter().zip(results) {
        match result {
            Ok(done) => {
                changes.push(Change {
                    instance_id: server.id.clone(),
                    name: server.name.clone(),
                    current_state: done.state.into(),
                    previous_state: state_of(server).into(),
                });
                followed.push(Followed {
                    id: server.id.clone(),
                    name: server.name.clone(),
                    goal,
                    request_id: done.request_id,
                });
            }
            Err(error) => errors.push(error),
        }
    }
    if changes.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
    }
    let mut exit = if errors.is_empty() {
        ExitCode::Success
    } else {
        ExitCode::Failed
    };
    if args.wait.wait {
        let ended = wait(context, &followed, timeout, &mut changes, operation).await?;
        if exit != ExitCode::Failed {
            exit = ended;
        }
    }
    context.output.value(&BTreeMap::from([(key, changes)]))?;
    Ok(exit)
}

async fn wait(
    context: &Context,
    followed: &[Followed],
    timeout: std::time::Duration,
    changes: &mut [Change],
    operation: &'static str,
) -> Result<ExitCode, CommandError> {
    let mut progress = Progress::new(&context.notes);
    for one in followed {
        context.pending.add(&one.id, &one.name);
    }
    let ends = follow::follow(context, followed, timeout, &mut |one, server| {
        progress.set(&one.id, &one.name, &describe(server));
    })
    .await?;
    progress.clear();
    let scope = scope_of(&context.session, &*context.session.login().await?);
    for ((change, end), one) in changes.iter_mut().zip(&ends).zip(followed) {
        let state = match end {
            End::Reached(Some(server)) | End::Failed(server, _) | End::TimedOut(Some(server)) => {
                state_of(server)
            }
            End::Reached(None) | End::Vanished => State::Terminated,
            End::TimedOut(None) => State::Unknown,
        };
        change.current_state = state.into();
        context.recorder.observe(&scope, &one.id, state.name());
        if !matches!(end, End::TimedOut(_)) {
            context.pending.remove(&one.id);
        }
    }
    Ok(follow::conclude(context, operation, followed, &ends))
}

/// A server's state and task, for a progress line.
pub(super) fn describe(server: &Server) -> String {
    let state = state_of(server).name();
    match &server.task_state {
        Some(task) => format!("{state} ({task})"),
        None => state.to_owned(),
    }
}

pub(super) fn state_of(server: &Server) -> State {
    State::of(&server.status, server.task_state.as_deref())
}

/// The targets: those that are named, or those that filters choose. What could not be found comes
/// beside them.
async fn choose(
    context: &Context,
    args: &ActArgs,
    action: ServerAction,
) -> Result<(Vec<Server>, Vec<CommandError>), CommandError> {
    let filters = args.filters.parse()?;
    match (args.targets.is_empty(), filters.is_empty()) {
        (true, true) => {
            return Err(CommandError::usage(
                "no instance is named, and no filter chooses any",
            ));
        }
        (false, false) => {
            return Err(CommandError::usage(
                "instances are named or chosen by filters, not both",
            ));
        }
        (false, true) => return named(context, args, action).await,
        (true, false) => {}
    }
    let session = &context.session;
    if filters.need_flavors() && !session.names().knows_flavors() {
        names::learn_flavors(session).await?;
    }
    let call = list_call::<Server>().queries(filters.pushed(&session.names()));
    let mut pager = Pager::<Server>::new(session, call, None);
    let mut chosen = Vec::new();
    while let Some(page) = pager.next().await? {
        if filters.need_names() {
            names::learn(context, &page.items).await;
        }
        let known = session.names();
        chosen.extend(
            page.items
                .into_iter()
                .filter(|server| filters.matches(&Instance::new(server.clone(), &known))),
        );
    }
    if chosen.is_empty() {
        context.notes.note("The filters choose no instance.");
        return Ok((chosen, Vec::new()));
    }
    if !args.yes && !args.dry_run {
        confirm(context, &chosen, action)?;
    }
    Ok((chosen, Vec::new()))
}

async fn named(
    context: &Context,
    args: &ActArgs,
    action: ServerAction,
) -> Result<(Vec<Server>, Vec<CommandError>), CommandError> {
    let targets = read_targets_if_any(&args.targets, &context.stdin)?;
    if targets.is_empty() {
        context.notes.note("Standard input names no instance.");
    }
    let found: Vec<Result<Found<Server>, Error>> = stream::iter(&targets)
        .map(|target| find::<Server>(&context.session, target))
        .buffered(usize::from(args.parallel))
        .collect()
        .await;
    let mut servers: Vec<Server> = Vec::new();
    let mut missing = Vec::new();
    let mut seen = HashSet::new();
    for result in found {
        match result {
            Ok(found) if seen.insert(found.item.id.clone()) => servers.push(found.item),
            Ok(_) => {}
            Err(error @ (Error::NotFound { .. } | Error::Ambiguous { .. })) => {
                missing.push(CommandError::from(error).during(action.operation()));
            }
            Err(error) => return Err(CommandError::from(error).during(action.operation())),
        }
    }
    Ok((servers, missing))
}

/// Asks a person; where there is none, `--yes` has to be said.
fn confirm(
    context: &Context,
    servers: &[Server],
    action: ServerAction,
) -> Result<(), CommandError> {
    let (verb, _) = action
        .operation()
        .split_once("Instances")
        .unwrap_or(("Act on", ""));
    for server in servers {
        context.notes.stream.line(&format!(
            "{}  {}  {}",
            server.id,
            state_of(server).name(),
            crate::output::sanitize::for_terminal(&server.name)
        ));
    }
    let number = servers.len();
    if !context.stdin.is_terminal() || context.notes.stream.terminal().is_none() {
        return Err(CommandError::usage(format!(
            "filters have chosen {number} instance{}; --yes acts on them without asking",
            if number == 1 { "" } else { "s" }
        )));
    }
    let question = format!(
        "{verb} {number} instance{}? [y/N] ",
        if number == 1 { "" } else { "s" }
    );
    let _ = context.notes.stream.write(question.as_bytes());
    let _ = context.notes.stream.flush();
    let answer = context.stdin.line()?.unwrap_or_default();
    if matches!(answer.trim().to_lowercase().as_str(), "y" | "yes") {
        return Ok(());
    }
    Err(CommandError::new(
        ExitCode::Interrupted,
        "Interrupted",
        "not confirmed; nothing was changed",
    ))
}

/// What asking for an action on one server has come to.
pub(super) struct Done {
    /// The state in which that leaves it.
    pub(super) state: State,
    /// The request whose outcome Nova keeps; none, where there was nothing left to ask for.
    pub(super) request_id: Option<String>,
}

/// Does to the one server with this ID, as it stands now, what the commands do to those that are
/// named.
pub(super) async fn on_one(
    context: &Context,
    id: &str,
    action: ServerAction,
) -> Result<Done, CommandError> {
    let operation = action.operation();
    may_change(context, operation).await?;
    let failed = |error| CommandError::from(error).during(operation);
    let login = context.session.login().await.map_err(failed)?;
    let found = show_server(&context.session, id).await.map_err(failed)?;
    match found {
        Some(found) => {
            let scope = scope_of(&context.session, &login);
            perform(context, &scope, &found.item, action).await
        }
        None if words(action).2 == Goal::Terminated => Ok(Done {
            state: State::Terminated,
            request_id: None,
        }),
        None => Err(failed(Error::NotFound {
            noun: Server::NOUN,
            target: id.to_owned(),
            scope: format!(" in {}", login.info.scope()),
        })),
    }
}

/// Asks for an action on a server, and notes in the journal how that leaves it.
async fn perform(
    context: &Context,
    scope: &Scope,
    server: &Server,
    action: ServerAction,
) -> Result<Done, CommandError> {
    let done = one(&context.session, server, action)
        .await
        .map_err(|error| refusal(server, error, action.operation()))?;
    context
        .recorder
        .observe(scope, &server.id, done.state.name());
    Ok(done)
}

async fn one(
    session: &crate::openstack::Session,
    server: &Server,
    action: ServerAction,
) -> Result<Done, Error> {
    if let Some(state) = already(server, action) {
        return Ok(Done {
            state,
            request_id: None,
        });
    }
    let (_, through, _) = words(action);
    match act(session, &server.id, action).await {
        Ok(request_id) => Ok(Done {
            state: through,
            request_id,
        }),
        // It may have come to where it should be since it was looked at, or be gone.
        Err(Error::Fault(fault)) if matches!(fault.status, 404 | 409) => {
            let now = show_server(session, &server.id).await?;
            match now {
                None if words(action).2 == Goal::Terminated => Ok(Done {
                    state: State::Terminated,
                    request_id: None,
                }),
                Some(found) => match already(&found.item, action) {
                    Some(state) => Ok(Done {
                        state,
                        request_id: None,
                    }),
                    None => Err(fault.into()),
                },
                None => Err(fault.into()),
            }
        }
        Err(error) => Err(error),
    }
}

/// The state, where there is nothing left to ask for.
fn already(server: &Server, action: ServerAction) -> Option<State> {
    let state = state_of(server);
    let there = match action {
        ServerAction::Start => {
            matches!(state, State::Running | State::Starting)
                && matches!(server.task_state.as_deref(), None | Some("powering-on"))
        }
        ServerAction::Stop => {
            matches!(state, State::Stopped) || server.task_state.as_deref() == Some("powering-off")
        }
        ServerAction::RebootSoft | ServerAction::RebootHard => false,
        ServerAction::Delete => matches!(state, State::Deleting | State::Terminated),
        ServerAction::ForceDelete => state == State::Terminated,
    };
    there.then_some(state)
}

/// What would help, where Nova does not allow an action.
fn advice(server: &Server, operation: &str) -> Option<&'static str> {
    if server.locked == Some(true) {
        return Some("it is locked: whoever locked it, or an administrator, has to unlock it");
    }
    Some(match (operation, state_of(server)) {
        (_, State::Paused) => "it is paused: unpause it first",
        (_, State::Suspended) => "it is suspended: resume it first",
        (_, State::Shelved) => "it is shelved: unshelve it first",
        (_, State::Resized) => "confirm or revert its resize first",
        (_, State::Rescued) => "unrescue it first",
        ("StartInstances", State::Error) => "a hard reboot may bring it back: reboot --hard",
        ("RebootInstances", State::Stopped) => "it is stopped: start it, or reboot --hard",
        (_, state) if state.is_transitional() => {
            "something is under way: 'ostk instances wait' waits for its end"
        }
        _ => return None,
    })
}

/// A refusal with the instance's name and state.
fn refusal(server: &Server, error: Error, operation: &'static str) -> CommandError {
    let conflict = matches!(&error, Error::Fault(fault) if fault.status == 409);
    let mut error = CommandError::from(error).during(operation);
    error.message = format!(
        "instance '{}' ({}) is {}: {}",
        server.name,
        server.id,
        state_of(server).name(),
        error.message
    );
    match advice(server, operation) {
        Some(advice) if conflict => error.hint(advice),
        _ => error,
    }
}

/// Whether Nova would allow it, as far as the state tells.
fn dry_run(
    servers: &[Server],
    mut missing: Vec<CommandError>,
    action: ServerAction,
) -> Result<ExitCode, CommandError> {
    let operation = action.operation();
    if !missing.is_empty() {
        return Err(missing.remove(0));
    }
    for server in servers {
        let state = state_of(server);
        let allowed = already(server, action).is_some()
            || match action {
                ServerAction::Start => state == State::Stopped,
                ServerAction::Stop => matches!(state, State::Running | State::Error),
                ServerAction::RebootSoft => state == State::Running && server.task_state.is_none(),
                ServerAction::RebootHard => matches!(
                    state,
                    State::Running
                        | State::Stopped
                        | State::Paused
                        | State::Suspended
                        | State::Error
                        | State::Rebooting
                ),
                ServerAction::Delete | ServerAction::ForceDelete => true,
            };
        if !allowed || server.locked == Some(true) {
            let error = CommandError::new(
                ExitCode::Service,
                "IncorrectInstanceState",
                format!(
                    "instance '{}' ({}) is {}{}",
                    server.name,
                    server.id,
                    state.name(),
                    if server.locked == Some(true) {
                        " and locked"
                    } else {
                        ""
                    }
                ),
            )
            .during(operation);
            return Err(match advice(server, operation) {
                Some(advice) => error.hint(advice),
                None => error,
            });
        }
    }
    Err(dry_run_ok(operation))
}
