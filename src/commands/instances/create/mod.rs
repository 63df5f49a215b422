//! `instances create`: one instance or many, from flags, JSON or YAML, each exactly once.

mod args;
mod form;
mod journal;
mod once;
mod references;
mod request;
mod spec;

use std::time::Duration;

use futures_util::future;
use futures_util::stream::{self, StreamExt as _};
use tokio::time::Instant;

pub(super) use args::CreateArgs;

use self::journal::Log;
use self::references::{References, resolve};
use self::request::Prepared;
use self::spec::Spec;
use super::follow::{Limit, follow};
use super::names;
use super::pursuit::{Asked, End, Pursuit};
use super::view::{Instance, Row};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Server, create_server, delete_volume, show_server};
use crate::records::{CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, RUN_ID_KEY};
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::permission::{dry_run_ok, may_change};
use crate::verbs::progress::Progress;
use crate::verbs::show_described;
use crate::watch::{Cloud, Goal};

const OPERATION: &str = "RunInstances";

/// Creates what is asked for.
pub(super) async fn run(context: &Context, args: &CreateArgs) -> Result<ExitCode, CommandError> {
    if args.generate_cli_skeleton {
        context.output.value(&Spec::skeleton())?;
        return Ok(ExitCode::Success);
    }
    let filled;
    let args = if args.says_nothing() {
        filled = Box::pin(form::fill(context, args)).await?;
        &filled
    } else {
        args
    };
    let specs = specifications(context, args)?;
    let timeout = args.wait.timeout(context)?;
    let problems: Vec<CommandError> = specs.iter().flat_map(Spec::check).collect();
    refuse(context, problems)?;
    may_change(context, OPERATION).await?;
    let session = &context.session;
    let resolved = future::join_all(specs.iter().map(|spec| resolve(session, spec))).await;
    let mut references = Vec::new();
    let mut problems = Vec::new();
    for result in resolved {
        match result {
            Ok(found) => references.push(found),
            Err(errors) => problems.extend(errors),
        }
    }
    refuse(context, problems)?;
    let login = session.login().await?;
    let mut jobs = Vec::new();
    for (spec, references) in specs.iter().zip(&references) {
        jobs.extend(Job::of(context, spec, references, args)?);
    }
    if args.dry_run {
        request::check_quota(
            session,
            &jobs.iter().map(|job| &job.prepared).collect::<Vec<_>>(),
        )
        .await?;
        return Err(dry_run_ok(OPERATION));
    }
    let log = Log::new(context, &login);
    let asked = Instant::now();
    let done = make_all(context, args, &jobs, &log, timeout).await;
    finish(context, args, &specs, &jobs, done, &log, (asked, timeout)).await
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
        let text = read(context, source)?;
        vec![Spec::from_json(&text, source)?.without_blanks()]
    } else if let Some(path) = &args.from_file {
        let path = context.env.directory.join(path);
        let text = std::fs::read_to_string(&path).map_err(|error| {
            CommandError::usage(format!("{} cannot be read: {error}", path.display()))
        })?;
        Spec::several(&text, &path.display().to_string())?
    } else {
        vec![Spec::default()]
    };
    specs
        .into_iter()
        .map(|spec| {
            let mut spec = args.over(spec)?;
            if let Some(data) = &spec.user_data {
                spec.user_data = Some(request::user_data(context, data)?);
            }
            Ok(spec)
        })
        .collect()
}

/// Reads `file://PATH`, `-`, or, for those who leave the scheme away, a path.
fn read(context: &Context, source: &str) -> Result<String, CommandError> {
    let bytes = context.read_source(source)?;
    String::from_utf8(bytes).map_err(|_| CommandError::usage(format!("{source}: it is not UTF-8")))
}

/// One instance to be created.
pub(super) struct Job {
    pub(super) name: String,
    pub(super) token: String,
    pub(super) index: u32,
    /// Whether the token was said by the user, so that an earlier try may have made it.
    given: bool,
    pub(super) run_id: Option<String>,
    prepared: Prepared,
}

impl Job {
    fn of(
        context: &Context,
        spec: &Spec,
        references: &References,
        args: &CreateArgs,
    ) -> Result<Vec<Self>, CommandError> {
        let token = spec
            .client_token
            .clone()
            .unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
        let run_id = args.run_id.clone().or_else(|| context.run_id.clone());
        spec.names()
            .into_iter()
            .zip(1..)
            .map(|(name, index)| {
                Ok(Self {
                    prepared: Prepared::new(
                        spec,
                        references,
                        &name,
                        &[
                            (CLIENT_TOKEN_KEY, Some(token.as_str())),
                            (CLIENT_INDEX_KEY, Some(&index.to_string())),
                            (RUN_ID_KEY, run_id.as_deref()),
                        ],
                    )?,
                    name,
                    token: token.clone(),
                    index,
                    given: spec.client_token.is_some(),
                    run_id: run_id.clone(),
                })
            })
            .collect()
    }
}

/// An instance that there is now.
pub(super) struct Made {
    pub(super) id: String,
    pub(super) request_id: Option<String>,
    /// Volumes that were made for it.
    pub(super) volumes: Vec<String>,
}

async fn make_all(
    context: &Context,
    args: &CreateArgs,
    jobs: &[Job],
    log: &Log<'_>,
    timeout: Duration,
) -> Vec<Result<Made, CommandError>> {
    let progress = std::sync::Mutex::new(Progress::new(&context.notes));
    let results = stream::iter(jobs)
        .map(|job| {
            let progress = &progress;
            async move {
                if let Ok(mut progress) = progress.lock() {
                    progress.set(&job.name, &job.name, "asking for it");
                }
                let result = make(context, job, log, timeout).await;
                if let Err(error) = &result {
                    log.fail(job, &error.message);
                }
                result
            }
        })
        .buffered(args.parallel.get())
        .collect()
        .await;
    if let Ok(mut progress) = progress.lock() {
        progress.clear();
    }
    results
}

/// Makes one: what an earlier try has made is found, and not made again.
async fn make(
    context: &Context,
    job: &Job,
    log: &Log<'_>,
    timeout: Duration,
) -> Result<Made, CommandError> {
    let session = &context.session;
    let new = log.intend(job, &job.prepared);
    if job.given || !new {
        let there = match log.known(job) {
            Some(id) => show_server(session, &id).await?.map(|found| found.item),
            None => None,
        };
        let there = match there {
            Some(server) => Some(server),
            None => once::look_up(session, &job.name, &job.token, job.index).await?,
        };
        if let Some(server) = there {
            context.notes.note(&format!(
                "Instance '{}' ({}) was created by an earlier try with this client token.",
                job.name, server.id
            ));
            log.complete(job, &server.id, &[]);
            return Ok(Made {
                id: server.id,
                request_id: None,
                volumes: Vec::new(),
            });
        }
    }
    let volumes = job.prepared.make_volumes(session, timeout).await?;
    let (body, versions) = job.prepared.body(&volumes);
    context.pending.add(&job.token, &job.name);
    let outcome = create_server(session, body, &versions).await;
    context.pending.remove(&job.token);
    let made = match outcome {
        Ok(created) => Made {
            id: created.id,
            request_id: created.request_id,
            volumes,
        },
        Err(error) if error.may_have_acted() => recover(context, job, error, volumes).await?,
        Err(error) => {
            remove(context, &volumes).await;
            return Err(named(job, error));
        }
    };
    log.complete(job, &made.id, &made.volumes);
    Ok(made)
}

/// The answer was lost: the server is looked for by its token.
async fn recover(
    context: &Context,
    job: &Job,
    error: Error,
    volumes: Vec<String>,
) -> Result<Made, CommandError> {
    let found = once::recover(&context.session, &job.name, &job.token, job.index).await;
    if let Ok(Some(server)) = found {
        return Ok(Made {
            id: server.id,
            request_id: None,
            volumes,
        });
    }
    let mut error = named(job, error);
    error.hints.push(format!(
        "whether it was created is not known: the same command with --client-token {} finds it, \
         or creates it",
        job.token
    ));
    if !volumes.is_empty() {
        error
            .hints
            .push(format!("volumes made for it: {}", volumes.join(", ")));
    }
    Err(error)
}

fn named(job: &Job, error: Error) -> CommandError {
    let mut error = CommandError::from(error).during(OPERATION);
    error.message = format!("instance '{}': {}", job.name, error.message);
    error
}

/// Removes what was made for an instance that did not come to be. What can't be removed is named.
async fn remove(context: &Context, volumes: &[String]) {
    for volume in volumes {
        if let Err(error) = delete_volume(&context.session, volume).await {
            context.notes.warn(&format!(
                "volume {volume}, made for it, is still there: {error}"
            ));
        }
    }
}

async fn finish(
    context: &Context,
    args: &CreateArgs,
    specs: &[Spec],
    jobs: &[Job],
    done: Vec<Result<Made, CommandError>>,
    log: &Log<'_>,
    (asked, timeout): (Instant, Duration),
) -> Result<ExitCode, CommandError> {
    let mut errors = Vec::new();
    let mut made = Vec::new();
    let mut keys = Vec::new();
    for (job, result) in jobs.iter().zip(done) {
        match result {
            Ok(one) => {
                keys.push(job.name.clone());
                made.push(one);
            }
            Err(error) => errors.push(error),
        }
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
    let mut exit = if short {
        ExitCode::Failed
    } else {
        ExitCode::Success
    };
    let mut servers: Vec<Option<Server>> = vec![None; made.len()];
    if args.wait.wait {
        let ended = wait(context, &made, &keys, (asked, timeout), &mut servers).await;
        if exit != ExitCode::Failed {
            exit = ended;
        }
    }
    let rows = show(context, &made, servers).await?;
    for row in &rows {
        log.observe(&row.instance.instance_id, row.instance.state.name);
    }
    show_described(context, super::KEY, rows, exit)
}

/// Follows the instances until they run, or can't any more.
async fn wait(
    context: &Context,
    made: &[Made],
    names: &[String],
    (began, timeout): (Instant, Duration),
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
    let result = follow(context, cloud, None, &mut pursuit, Limit::new(timeout)).await;
    for (made, slot) in made.iter().zip(servers) {
        let Some(one) = pursuit.get(&made.id) else {
            continue;
        };
        if one.state != State::Terminated {
            *slot = one.server.as_deref().cloned();
        }
        if one.end == Some(End::Failed) && one.state == State::Error {
            remove(context, &made.volumes).await;
        }
    }
    // What was created is told all the same.
    result.unwrap_or_else(|error| {
        context.notes.error(&error);
        error.exit
    })
}

/// The instances as they are now. Those that nobody has looked at yet are looked at once.
async fn show(
    context: &Context,
    made: &[Made],
    servers: Vec<Option<Server>>,
) -> Result<Vec<Row>, CommandError> {
    let looked: Vec<Result<Option<Server>, Error>> = stream::iter(made.iter().zip(servers))
        .map(|(one, server)| async move {
            match server {
                Some(server) => Ok(Some(server)),
                None => Ok(show_server(&context.session, &one.id)
                    .await?
                    .map(|found| found.item)),
            }
        })
        .buffered(16)
        .collect()
        .await;
    let mut found = Vec::new();
    for result in looked {
        found.extend(result?);
    }
    names::learn(context, &found).await;
    let known = context.session.names();
    Ok(found
        .into_iter()
        .map(|server| Row {
            instance: Instance::new(server, &known),
            now: context.started,
        })
        .collect())
}
