//! `instances create`: one instance or many, from flags, JSON or YAML, each exactly once.

mod addresses;
mod args;
mod check;
mod fitness;
mod form;
mod job;
mod journal;
mod make;
mod mark;
mod network;
mod nouns;
mod quota;
mod references;
mod rehearse;
mod request;
mod room;
mod spec;
mod volumes;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::future;
use futures_util::stream::{self, StreamExt as _};
use tokio::time::Instant;

pub(super) use args::CreateArgs;

use self::fitness::{Caller, misfits};
use self::job::Job;
use self::journal::Log;
use self::make::{Made, Maker, Seen, mismatch};
use self::references::{Resolved, resolve};
use self::spec::Spec;
use super::follow::follow;
use super::pursuit::{Asked, End, Pursuit};
use super::view::{Instance, Row};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Server, Session, show_server};
use crate::state::State;
use crate::verbs::claim;
use crate::verbs::context::Context;
use crate::verbs::permission::{is_admin, may_change};
use crate::verbs::progress::Progress;
use crate::verbs::show_described;
use crate::verbs::waiting::{Limit, exit_of, then_waited};
use crate::watch::{Cloud, Goal};

const OPERATION: &str = "RunInstances";

/// Creates what is asked for.
pub(super) async fn run(context: &Context, args: &CreateArgs) -> Result<ExitCode, CommandError> {
    if args.generate_cli_skeleton {
        context.output.value(&Spec::skeleton())?;
        return Ok(ExitCode::Success);
    }
    let mut args = args.clone().gathered().with_lists_read(context.sources())?;
    if args.says_nothing() {
        let Some(answers) = Box::pin(form::fill(context, &args)).await? else {
            return Ok(ExitCode::Failed);
        };
        args = answers;
    }
    let args = &args;
    let specs = specifications(context, args)?;
    // The time for a person's answers, and for reading files, does not count.
    let limit = args.wait.limit(context)?;
    let mut problems = check::problems(&specs);
    let run_id = args.run_id.as_deref().or(context.run_id.as_deref());
    problems.extend(check::run_id(run_id));
    refuse(context, problems)?;
    let session = &context.session;
    let look = async {
        may_change(context, OPERATION).await?;
        Ok(future::join_all(specs.iter().map(|spec| Box::pin(resolve(session, spec)))).await)
    };
    let what = "nothing was created: what it needs was not found";
    let resolved = limit.hold(context, OPERATION, what, look).await?;
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for result in resolved {
        match result {
            Ok(one) => found.push(one),
            Err(errors) => problems.extend(errors),
        }
    }
    refuse(context, problems)?;
    let login = session.login().await?;
    let jobs = Job::all(context, &specs, &found, args)?;
    let log = Log::new(context, &login);
    if args.dry_run {
        let what = "the dry run did not end";
        let check = Box::pin(rehearse::run(context, &specs, found, &jobs, &log));
        let problems = limit.hold(context, OPERATION, what, check).await?;
        refuse(context, problems)?;
        return Ok(ExitCode::Service);
    }
    let caller = Caller {
        project: login.project_id(),
        is_admin: is_admin(context).await?,
    };
    refuse(context, known_misfits(&specs, &found, caller))?;
    let asked = Instant::now();
    let done = make_all(context, args, &jobs, &log, limit).await?;
    finish(context, args, &specs, &jobs, done, &log, (asked, limit)).await
}

/// What surely does not fit, by what is known without another request. Where the user gave the
/// token, an earlier try may hold what now seems to be in use, so that Nova is asked.
fn known_misfits(specs: &[Spec], found: &[Resolved], caller: Caller<'_>) -> Vec<CommandError> {
    let new = specs.iter().zip(found);
    new.filter(|(spec, _)| spec.client_token.is_none())
        .flat_map(|(spec, found)| {
            let name = spec.name.as_deref().unwrap_or_default();
            let all = misfits(spec, &found.facts, caller).into_iter();
            all.filter(|misfit| !misfit.by_policy)
                .map(|misfit| misfit.error(name))
        })
        .collect()
}

/// What is wrong is told at once, all of it; the command ends with the last of it.
fn refuse(context: &Context, mut problems: Vec<CommandError>) -> Result<(), CommandError> {
    let Some(last) = problems.pop() else {
        return Ok(());
    };
    for problem in &problems {
        context.notes.error(problem);
    }
    Err(last)
}

fn specifications(context: &Context, args: &CreateArgs) -> Result<Vec<Spec>, CommandError> {
    let specs = if let Some(source) = &args.cli_input_json {
        if source.trim_start().starts_with(['{', '[']) {
            vec![Spec::from_json(source, "--cli-input-json")?]
        } else {
            let text = context.sources().text_document(source)?;
            vec![Spec::from_json(&text, source)?]
        }
    } else if let Some(source) = &args.from_file {
        Spec::several(&context.sources().text_document(source)?, source)?
    } else {
        vec![Spec::default()]
    };
    let sources = [&args.cli_input_json, &args.from_file];
    let mut stdin_is_read = sources.into_iter().flatten().any(|source| source == "-");
    // One file may be the user data of many.
    let mut known: HashMap<String, String> = HashMap::new();
    let mut all = Vec::new();
    for spec in specs {
        let mut spec = args.over(spec)?;
        if let Some(source) = spec.user_data.take() {
            let data = match known.get(&source) {
                Some(data) => data.clone(),
                None if source == "-" && stdin_is_read => {
                    return Err(CommandError::usage(
                        "standard input is read once: it is either the instances or the user data",
                    ));
                }
                None => request::user_data(context, &source)?,
            };
            stdin_is_read |= source == "-";
            spec.user_data = Some(data.clone());
            known.insert(source, data);
        }
        all.push(spec);
    }
    Ok(all)
}

/// Makes them side by side. None, for those that were not asked for.
async fn make_all(
    context: &Context,
    args: &CreateArgs,
    jobs: &[Job],
    log: &Log<'_>,
    limit: Limit,
) -> Result<Vec<Option<Result<Made, CommandError>>>, CommandError> {
    let session = &context.session;
    // What is waited for before the instances, however the command itself ends.
    let timeout = args.wait.timeout(context)?;
    // Held until all are made: whoever comes after finds them.
    let given = jobs.iter().filter(|job| job.given);
    let tokens = given.map(|job| job.mark.token.as_str()).collect();
    let deadline = limit.end_within(timeout);
    let _claims = claim::all(context, log.scope(), OPERATION, tokens, deadline).await?;
    // If one token was used with other parameters, nothing is created.
    let mut given = jobs.iter().filter(|job| job.given);
    if let Some(error) = given.find_map(|job| mismatch(job, &log.earlier(job)?)) {
        return Err(error);
    }
    let look = async {
        let seen = look(session, jobs).await?;
        let wanted = quota::choose(session, jobs, &seen).await?;
        Ok((seen, wanted))
    };
    let what = "nothing was created: what there is already was not known";
    let (seen, wanted) = limit.hold(context, OPERATION, what, look).await?;
    let progress = Mutex::new(Progress::new(&context.notes));
    let refused = AtomicBool::new(false);
    let mut results: Vec<_> = stream::iter(jobs.iter().zip(wanted).enumerate())
        .map(|(number, (job, wanted))| {
            let maker = Maker {
                context,
                log,
                limit,
                timeout,
                job,
                seen: seen.get(job.mark.token.as_str()),
                progress: &progress,
                followed: args.wait.wait,
            };
            let refused = &refused;
            async move {
                // What is not allowed, or too much, is so for the next one, too.
                if !wanted || refused.load(Ordering::Relaxed) {
                    return (number, None);
                }
                let result = maker.make_in_time().await;
                if matches!(&result, Err(error) if matches!(error.http_status, Some(403 | 413))) {
                    refused.store(true, Ordering::Relaxed);
                }
                (number, Some(result))
            }
        })
        // A slow one holds up no other: they are put in order afterwards.
        .buffer_unordered(args.parallel.get())
        .collect()
        .await;
    results.sort_by_key(|(number, _)| *number);
    if let Ok(mut progress) = progress.lock() {
        progress.clear();
    }
    Ok(results.into_iter().map(|(_, result)| result).collect())
}

/// The servers that the tokens of the user's have by now, each looked at once.
async fn look<'a>(
    session: &Session,
    jobs: &'a [Job],
) -> Result<HashMap<&'a str, Seen>, CommandError> {
    let mut seen = HashMap::new();
    for job in jobs.iter().filter(|job| job.given) {
        if let Entry::Vacant(entry) = seen.entry(job.mark.token.as_str()) {
            let at = session.now();
            let servers = job.mark.carriers(session).await?;
            entry.insert(Seen { servers, at });
        }
    }
    Ok(seen)
}

async fn finish(
    context: &Context,
    args: &CreateArgs,
    specs: &[Spec],
    jobs: &[Job],
    done: Vec<Option<Result<Made, CommandError>>>,
    log: &Log<'_>,
    (asked, limit): (Instant, Limit),
) -> Result<ExitCode, CommandError> {
    let mut errors = Vec::new();
    let mut made = Vec::new();
    let mut keys = Vec::new();
    let mut left_out = 0;
    for (job, result) in jobs.iter().zip(done) {
        match result {
            Some(Ok(one)) => {
                keys.push(job.name.clone());
                made.push(one);
            }
            Some(Err(error)) => errors.push(error),
            None => left_out += 1,
        }
    }
    if left_out > 0 {
        context.notes.note(&format!(
            "Instances that were not asked for, since the quota or the cloud refuses more: {left_out}."
        ));
    }
    // What was given up in the middle may go on.
    let left = context.under_way.text();
    if !left.is_empty()
        && let Some(error) = errors
            .iter_mut()
            .rfind(|one| one.exit == ExitCode::TimedOut)
    {
        error.hints.push(left);
    }
    if made.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
    }
    // With MIN:MAX fewer than all are enough.
    let enough: u32 = specs.iter().map(|spec| spec.counts().0).sum();
    let short = u32::try_from(made.len()).unwrap_or(u32::MAX) < enough;
    let mut exit = match exit_of(&errors) {
        _ if !short => ExitCode::Success,
        ExitCode::Success => ExitCode::Failed,
        exit => exit,
    };
    let mut servers: Vec<Option<Server>> = vec![None; made.len()];
    if args.wait.wait {
        let ended = wait(context, &made, &keys, (asked, limit), log, &mut servers).await;
        exit = then_waited(exit, ended);
    }
    let shown = limit.with_last_look();
    let shown = shown.bound(show(context, log, &made, &keys, servers)).await;
    let (rows, told) = shown.unwrap_or_else(|| (bare(context, &made, &keys), Ok(())));
    if let Err(error) = told {
        // What was created is told all the same.
        context.notes.error(&error);
        exit = error.exit;
    }
    let created: Vec<&str> = made.iter().map(|one| one.id.as_str()).collect();
    let printed = show_described(context, super::KEY, rows, exit)
        .and_then(|exit| Ok(context.output.flush().map(|()| exit)?));
    printed.map_err(|error| {
        if error.is_closed_pipe() || created.is_empty() {
            return error;
        }
        error.hint(format!("created: {}", created.join(", ")))
    })
}

/// Follows the instances until they run, or can't any more.
async fn wait(
    context: &Context,
    made: &[Made],
    names: &[String],
    (began, limit): (Instant, Limit),
    log: &Log<'_>,
    servers: &mut [Option<Server>],
) -> ExitCode {
    let mut pursuit = Pursuit::of(Goal::State(State::Running), OPERATION);
    for (one, name) in made.iter().zip(names) {
        let asked = Asked {
            request_id: one.request_id.clone(),
            stood: false,
        };
        pursuit.add(&one.id, name, State::Pending, Some(asked));
    }
    let ids = made.iter().map(|one| one.id.clone());
    let cloud = Cloud::asked(&context.session, ids, began);
    // Look once at each, even if the create of one used up the time.
    let limit = limit.with_last_look();
    let result = follow(context, cloud, None, &mut pursuit, limit).await;
    for (made, slot) in made.iter().zip(servers) {
        let Some(one) = pursuit.get(&made.id) else {
            continue;
        };
        if one.state != State::Terminated {
            *slot = one.server.as_deref().cloned();
        }
        if one.end == Some(End::Failed)
            && one.state == State::Error
            && let Some(server) = &one.server
            && volumes::clear_away(context, server, &made.volumes).await
        {
            log.observe(&made.id, State::Terminated.name());
        }
    }
    // What was created is told all the same.
    result.unwrap_or_else(|error| {
        context.notes.error(&error);
        error.exit
    })
}

/// The instances as they are now. Those that nobody has looked at yet are looked at once; where
/// that fails, there is still an ID to show.
async fn show(
    context: &Context,
    log: &Log<'_>,
    made: &[Made],
    names: &[String],
    servers: Vec<Option<Server>>,
) -> (Vec<Row>, Result<(), CommandError>) {
    let found: Vec<Server> = stream::iter(made.iter().zip(names).zip(servers))
        .map(|((one, name), server)| async move {
            if let Some(server) = server {
                return server;
            }
            match show_server(&context.session, &one.id).await {
                Ok(Some(found)) => {
                    log.observe(&one.id, super::act::state_of(&found.item).name());
                    return found.item;
                }
                Ok(None) => context
                    .notes
                    .warn(&format!("instance '{name}' ({}) is gone", one.id)),
                Err(error) => context.notes.warn(&format!(
                    "instance '{name}' ({}) was created, and can't be shown: {error}",
                    one.id
                )),
            }
            unseen(one, name)
        })
        .buffered(16)
        .collect()
        .await;
    let sources = super::detail::sources(context, false);
    let (instances, told) = super::detail::complete(context, found, &sources).await;
    let now = context.started;
    let row = |instance| Row { instance, now };
    (instances.into_iter().map(row).collect(), told)
}

/// An instance that nobody has looked at.
fn unseen(made: &Made, name: &str) -> Server {
    let mut server = Server::default();
    server.id.clone_from(&made.id);
    name.clone_into(&mut server.name);
    server
}

/// What is known of the instances without asking the cloud.
fn bare(context: &Context, made: &[Made], names: &[String]) -> Vec<Row> {
    let known = context.session.names();
    let both = made.iter().zip(names);
    both.map(|(one, name)| Row {
        instance: Instance::new(unseen(one, name), &known),
        now: context.started,
    })
    .collect()
}
