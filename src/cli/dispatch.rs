//! Runs a command line: parses it, reads settings, opens the session, runs the command, and turns
//! the outcome into an exit code.

use std::ffi::OsString;
use std::pin::pin;
use std::str::FromStr as _;
use std::time::{Duration, Instant};

use clap::error::ErrorKind;
use clap::{Parser as _, ValueEnum as _};
use tokio::time::timeout;

use super::global::{ErrorFormatWord, Global};
use super::observe::{self, Timings};
use super::place::Selection;
use super::{Cli, Command, ConfigureCommand, NounCommand, alias, connect, help, place, values};
use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::{
    configure, instances, keypairs, records, sandbox, server_groups, top, volumes, whoami,
};
use crate::config::{Preferences, Resolved};
use crate::env::Env;
use crate::error::{CommandError, ErrorFormat};
use crate::exit::ExitCode;
use crate::io::{Input, Io, Stream};
use crate::openstack::{AskPasscode, Service};
use crate::output::{Format, Output, Query, color};
use crate::records::run_id;
use crate::secret::Secret;
use crate::verbs::context::{Context, Pending, Person, UnderWay};
use crate::verbs::filters::FilterOptions;
use crate::verbs::notes::Notes;
use crate::verbs::recorder::Recorder;
use crate::verbs::signals::{Ended, Signals};
use crate::verbs::source::Sources;
use crate::verbs::{self, View};

/// Runs one command line.
pub fn run(arguments: impl IntoIterator<Item = OsString>, env: &Env, io: &Io) -> ExitCode {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let read = |words: &[OsString]| values::read(words, Sources::new(env, &io.stdin));
    let mut parsed = match read(&arguments) {
        Ok(words) => Cli::try_parse_from(words),
        Err(error) => return unparsed(&error, &arguments, env, io),
    };
    if parsed.as_ref().is_err_and(alias::is_possible) {
        let preferences = Preferences::load(env).map_err(CommandError::from);
        let words = preferences.and_then(|found| alias::expand(&arguments, &found.aliases));
        match words.and_then(|words| words.as_deref().map(read).transpose()) {
            Ok(Some(words)) => {
                parsed = Cli::try_parse_from(&words);
                arguments = words;
            }
            Ok(None) => {}
            Err(error) => return unparsed(&error, &arguments, env, io),
        }
    }
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) if help::is_asked_for(&error) => {
            return show_help(&help::of_words(&arguments), env, io);
        }
        Err(error) => return refuse(&error, &arguments, env, io),
    };
    let (format, known) = match error_format(cli.global.error_format, env) {
        Ok(format) => (format, Ok(())),
        Err(error) => (ErrorFormat::Text, Err(error)),
    };
    let notes = Notes::new(&io.stderr, cli.global.quiet, format);
    if let Command::Help { command } = &cli.command {
        return match help::of_commands(command) {
            Ok(words) => show_help(&words, env, io),
            Err(error) => unparsed(&error, &arguments, env, io),
        };
    }
    let checked = known.and_then(|()| cli.global.check());
    let result = checked.map_err(Failure::from);
    match result.and_then(|()| execute(cli, env, io, &notes)) {
        Ok(code) => code,
        Err(Failure::ClosedPipe) => ExitCode::Success,
        Err(Failure::Command(error)) => {
            notes.error(&error);
            error.exit
        }
    }
}

/// How a command ends early.
enum Failure {
    /// The reader of stdout closed the pipe, having seen enough.
    ClosedPipe,
    /// An error.
    Command(CommandError),
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        if error.is_closed_pipe() {
            Self::ClosedPipe
        } else {
            Self::Command(error)
        }
    }
}

/// Returns the format of errors: from the option, or else from the variable.
fn error_format(option: Option<ErrorFormatWord>, env: &Env) -> Result<ErrorFormat, CommandError> {
    const VARIABLE: &str = "OSTK_ERROR_FORMAT";
    match (option, env.get(VARIABLE)) {
        (Some(word), _) => Ok(word.into()),
        (None, None) => Ok(ErrorFormat::Text),
        (None, Some(name)) => ErrorFormatWord::from_str(name, false)
            .map(ErrorFormat::from)
            .map_err(|_| {
                CommandError::configuration(format!(
                    "{VARIABLE}: '{name}' is not one of text, json, yaml"
                ))
            }),
    }
}

/// Returns the format of errors in a command line that could not be parsed.
fn error_format_word(arguments: &[OsString]) -> Option<ErrorFormatWord> {
    let mut words = arguments
        .iter()
        .map(|word| word.to_str().unwrap_or_default())
        .take_while(|word| *word != "--");
    let mut found = None;
    while let Some(word) = words.next() {
        let (option, value) = match word.split_once('=') {
            Some((option, value)) => (option, Some(value)),
            None => (word, None),
        };
        if matches!(option, "--error-format" | "--cli-error-format") {
            let value = value.or_else(|| words.next()).unwrap_or_default();
            found = ErrorFormatWord::from_str(value, false).ok().or(found);
        }
    }
    found
}

/// Reports a mistake in a command line that could not be parsed.
fn unparsed(error: &CommandError, arguments: &[OsString], env: &Env, io: &Io) -> ExitCode {
    let format = error_format(error_format_word(arguments), env).unwrap_or_default();
    Notes::new(&io.stderr, false, format).error(error);
    error.exit
}

/// Shows the help that the command line asks for.
fn show_help(words: &[OsString], env: &Env, io: &Io) -> ExitCode {
    match Cli::try_parse_from(words) {
        Ok(_) => ExitCode::Success,
        Err(error) => refuse(&error, words, env, io),
    }
}

/// Handles what clap returns instead of a command. Help and version are results; everything else is
/// a usage error.
fn refuse(error: &clap::Error, arguments: &[OsString], env: &Env, io: &Io) -> ExitCode {
    let text = error.render();
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let text = if io.stdout.terminal().is_some() && env.get("NO_COLOR").is_none() {
            text.ansi().to_string()
        } else {
            text.to_string()
        };
        let _ = io.stdout.write(text.as_bytes());
        let _ = io.stdout.flush();
        return ExitCode::Success;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        io.stderr.line(text.to_string().trim_end());
        return ExitCode::Usage;
    }
    let text = text.to_string();
    let message = text.strip_prefix("error: ").unwrap_or(&text).trim_end();
    let error = CommandError::new(ExitCode::Usage, "ParamValidation", message);
    unparsed(&error, arguments, env, io)
}

fn execute(cli: Cli, env: &Env, io: &Io, notes: &Notes) -> Result<ExitCode, Failure> {
    let Cli { global, command } = cli;
    if let Command::Completion { shell } = command {
        return completion(shell, &io.stdout);
    }
    let preferences = Preferences::load(env).map_err(CommandError::from)?;
    let output = output(&global, &preferences, env, io)?;
    if let Command::Sandbox(command) = command {
        return finish(sandbox::run(command, &output, env, notes), io);
    }
    if let Command::Records(command) = &command {
        let place = match place::known(command, &global, &preferences, env, notes)? {
            Selection::All => Some(None),
            Selection::Place(place) => Some(Some(place)),
            Selection::NeedsLogin => None,
        };
        if let Some(place) = place {
            let local = records::Local {
                output: &output,
                env,
                notes,
                stdin: &io.stdin,
                place,
            };
            return finish(records::run(&local, command), io);
        }
    }
    let resolved = global
        .resolve(&preferences, env)
        .map_err(CommandError::from)?;
    for warning in &resolved.warnings {
        notes.warn(warning);
    }
    if let Command::Configure(ConfigureCommand::List) = command {
        return finish(configure::list(&output, &resolved.cloud, &preferences), io);
    }
    ask_cloud(
        command,
        &global,
        &preferences,
        &resolved,
        output,
        env,
        io,
        notes,
    )
}

/// How long the runtime may take to deliver a signal that has already arrived.
const SIGNAL_COMES: Duration = Duration::from_millis(100);

/// Runs a command that sends requests to a cloud.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one run, each of which is made at its own moment above"
)]
fn ask_cloud(
    command: Command,
    global: &Global,
    preferences: &Preferences,
    resolved: &Resolved,
    output: Output,
    env: &Env,
    io: &Io,
    notes: &Notes,
) -> Result<ExitCode, Failure> {
    let timings = global.timing.then(Timings::default);
    let mut cloud = resolved.cloud.clone();
    let sandbox = if resolved.built_in {
        Some(connect::sandbox(&mut cloud, env)?)
    } else {
        None
    };
    let session = connect::session(
        &cloud,
        global,
        env,
        resolved.built_in,
        service(&command),
        observe::observer(global.debug, timings.as_ref(), notes),
        ask_passcode(&io.stdin, &io.stderr),
    )?;
    let recorder = Recorder::new(env, notes, session.compute_clock());
    let context = Context {
        session,
        output,
        raw: global.raw,
        traced: global.debug,
        page_size: preferences.page_size.as_ref().map(|setting| setting.value),
        connect_timeout: global.connect_timeout,
        wait_timeout: preferences.wait_timeout.clone(),
        run_id: run_id(env),
        recorder,
        pending: Pending::default(),
        notes: notes.clone(),
        stdin: io.stdin.clone(),
        person: person(global, preferences, env, io)?,
        cloud_options: global.cloud_options(),
        started: env.now(),
        env: env.clone(),
        role_ranks: preferences.role_ranks.clone(),
        under_way: UnderWay::default(),
        signals: Signals::default(),
    };
    let start = Instant::now();
    let result = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(CommandError::from)?
        .block_on(async {
            if let Some(sandbox) = sandbox {
                sandbox.spawn();
            }
            let mut ended = pin!(context.signals.ended());
            tokio::select! {
                // The order matters: a command that leaves something behind must always say so.
                biased;
                how = &mut ended => Err(interrupted(&context, how)),
                result = perform(&context, command, resolved, env) => {
                    context.session.save().await;
                    match result {
                        // The reading of standard input was interrupted, and doesn't know by which
                        // signal.
                        Err(error) if error.exit == ExitCode::Interrupted => {
                            match timeout(SIGNAL_COMES, ended).await {
                                Ok(how) => Err(interrupted(&context, how)),
                                Err(_) => Err(error),
                            }
                        }
                        result => result,
                    }
                }
            }
        });
    if let Some(timings) = timings {
        io.stderr.line(&timings.table(start.elapsed()));
    }
    finish(result, io)
}

/// Returns the error of a command that a signal has ended.
fn interrupted(context: &Context, (exit, why): Ended) -> CommandError {
    context.ends_early(CommandError::new(exit, "Interrupted", why))
}

/// Flushes stdout: a run succeeds only if its output has arrived.
fn finish(result: Result<ExitCode, CommandError>, io: &Io) -> Result<ExitCode, Failure> {
    let flushed = io.stdout.flush();
    let code = result?;
    flushed.map_err(CommandError::from)?;
    Ok(code)
}

async fn perform(
    context: &Context,
    command: Command,
    resolved: &Resolved,
    env: &Env,
) -> Result<ExitCode, CommandError> {
    match command {
        Command::Instances(command) => instances::run(context, command).await,
        Command::Keypairs(command) => keypairs::run(context, command).await,
        Command::Images(command) => noun::<Image, _>(context, command).await,
        Command::Flavors(command) => noun::<Flavor, _>(context, command).await,
        Command::Networks(command) => noun::<Network, _>(context, command).await,
        Command::SecurityGroups(command) => noun::<SecurityGroup, _>(context, command).await,
        Command::ServerGroups(command) => server_groups::run(context, command).await,
        Command::Volumes(command) => volumes::run(context, command).await,
        Command::Records(command) => records::ask(context, env, &command).await,
        Command::Top(args) => top::run(context, &args).await,
        Command::Whoami => whoami::run(context, &resolved.cloud).await,
        Command::Configure(_)
        | Command::Sandbox(_)
        | Command::Completion { .. }
        | Command::Help { .. } => Ok(ExitCode::Success),
    }
}

async fn noun<T: View, F: FilterOptions>(
    context: &Context,
    command: NounCommand<T, F>,
) -> Result<ExitCode, CommandError> {
    match command {
        NounCommand::List(args) => verbs::list::<T, F>(context, &args).await,
        NounCommand::Describe(args) => verbs::describe::<T>(context, &args).await,
    }
}

/// Returns the service that `--endpoint-url` is for.
fn service(command: &Command) -> Option<Service> {
    match command {
        Command::Instances(_)
        | Command::Keypairs(_)
        | Command::Flavors(_)
        | Command::Records(_)
        | Command::ServerGroups(_)
        | Command::Top(_) => Some(Service::Compute),
        Command::Images(_) => Some(Service::Image),
        Command::Networks(_) | Command::SecurityGroups(_) => Some(Service::Network),
        Command::Volumes(_) => Some(Service::BlockStorage),
        Command::Configure(_)
        | Command::Sandbox(_)
        | Command::Whoami
        | Command::Completion { .. }
        | Command::Help { .. } => None,
    }
}

fn output(
    global: &Global,
    preferences: &Preferences,
    env: &Env,
    io: &Io,
) -> Result<Output, CommandError> {
    let query = global
        .query
        .as_deref()
        .map(Query::compile)
        .transpose()
        .map_err(|error| CommandError::usage(error.to_string()))?;
    let terminal = io.stdout.terminal().is_some();
    let (name, origin) = match (&global.output, env.get("OSTK_OUTPUT"), &preferences.output) {
        (Some(name), _, _) => (name.as_str(), "--output".to_owned()),
        (None, Some(name), _) => (name, "OSTK_OUTPUT".to_owned()),
        (None, None, Some(setting)) => (setting.value.as_str(), setting.origin.to_string()),
        (None, None, None) => ("auto", String::new()),
    };
    let format = if name == "auto" {
        Format::auto(terminal)
    } else {
        Format::from_str(name).map_err(|error| {
            if global.output.is_some() {
                CommandError::usage(format!("{origin}: {error}"))
            } else {
                CommandError::configuration(format!("{origin}: {error}"))
            }
        })?
    };
    let color = color_when(global, preferences)?.decide(
        env.get("NO_COLOR").is_some(),
        env.get("TERM"),
        terminal,
    );
    let chosen = global.output.is_some() || query.is_some();
    Ok(Output::new(format, query, color, io.stdout.clone()).chosen(chosen))
}

/// Returns the user at the terminal, if stdin and stderr are one that can move its cursor.
fn person(
    global: &Global,
    preferences: &Preferences,
    env: &Env,
    io: &Io,
) -> Result<Option<Person>, CommandError> {
    let when = color_when(global, preferences)?;
    let there = io.stdin.is_terminal() && io.stderr.terminal().is_some();
    let able = env.get("TERM") != Some("dumb");
    Ok((there && able).then(|| Person {
        color: when.decide(env.get("NO_COLOR").is_some(), env.get("TERM"), true),
    }))
}

fn color_when(global: &Global, preferences: &Preferences) -> Result<color::When, CommandError> {
    if let Some(when) = global.color {
        return Ok(when.into());
    }
    match &preferences.color {
        None => Ok(color::When::Auto),
        Some(setting) => setting.value.parse().map_err(|_| {
            CommandError::configuration(format!(
                "{}: '{}' is not one of auto, always, never",
                setting.origin, setting.value
            ))
        }),
    }
}

/// Returns a function that asks the user for a one-time code, if there is a terminal.
fn ask_passcode(stdin: &Input, stderr: &Stream) -> Option<AskPasscode> {
    if !stdin.is_terminal() || stderr.terminal().is_none() {
        return None;
    }
    let (stdin, stderr) = (stdin.clone(), stderr.clone());
    Some(Box::new(move |cloud| {
        let _ = stderr.write(format!("One-time code for cloud '{cloud}': ").as_bytes());
        let _ = stderr.flush();
        // After an interruption, the line is still open.
        let line = stdin.line().inspect_err(|_| stderr.line(""))?;
        Ok(line.map(|line| Secret::new(line.trim())))
    }))
}

fn completion(shell: clap_complete::Shell, stdout: &Stream) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::command(), "ostk", &mut script);
    stdout
        .write(&script)
        .and_then(|()| stdout.flush())
        .map_err(CommandError::from)?;
    Ok(ExitCode::Success)
}
