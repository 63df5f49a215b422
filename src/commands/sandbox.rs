//! `ostk sandbox`: the simulated cloud as a server for other programs, and its maintenance.

use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use ostk_sandbox::{
    ACCOUNTS, Clock, Credentials, FaultRule, FileError, ResourceCounts, Sandbox, Settings,
    StoreError, clouds_yaml,
};
use serde::Serialize;

use crate::env::Env;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::output::Output;
use crate::verbs::notes::Notes;
use crate::verbs::permission::dry_run_ok;

/// The commands for the sandbox.
#[derive(Debug, Subcommand)]
pub enum SandboxCommand {
    /// Serve the sandbox to other programs until interrupted
    Serve(ServeArgs),
    /// Put the sandbox back to its beginning
    Reset(ResetArgs),
    /// Add running instances
    Seed(SeedArgs),
    /// Show where the sandbox is kept and what it holds
    Status,
}

/// The arguments of `sandbox serve`.
#[derive(Args, Debug)]
pub struct ServeArgs {
    /// Listen here; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8910")]
    listen: SocketAddr,
    /// Let an address that other machines can reach be listened on; everybody there may do anything
    #[arg(long)]
    allow_remote: bool,
    /// Answer to this name too, besides the address listened on and localhost
    #[arg(long, value_name = "NAME")]
    host: Option<String>,
    /// Let requests fail, such as 'POST /servers: 503 retry-after=2 x2'; see the manual for more
    #[arg(
        long,
        value_name = "RULE",
        long_help = "Let requests fail: METHOD /PATH: WHAT [xN]\n\n\
            METHOD is one of HTTP's, or *. PATH is below the service's version; * stands for one \
            segment, a last ** for any number. WHAT is a status (with retry-after=SECONDS if \
            wanted), delay SECONDS, cut-before or cut-after (the connection, before or after the \
            request took effect), truncate, expired-token, stuck (a task that never ends), quota, \
            or lost-deletion. xN ends it after N requests. The first rule that a request meets \
            counts, and a rule that no request can meet is refused."
    )]
    fault: Vec<FaultRule>,
    /// How many times as fast as usual instances start and stop; 0 is at once (`OSTK_SANDBOX_SPEED`)
    #[arg(long, value_name = "FACTOR")]
    speed: Option<f64>,
    /// How long a token is good, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 14_400)]
    token_life: u32,
    /// Keep nothing: the cloud ends with the server
    #[arg(long)]
    in_memory: bool,
}

/// The arguments of `sandbox reset`.
#[derive(Args, Debug)]
pub struct ResetArgs {
    /// Check that the sandbox can be used, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// The arguments of `sandbox seed`.
#[derive(Args, Debug)]
pub struct SeedArgs {
    /// How many instances to add, at most 100,000
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(..=100_000))]
    instances: u32,
    /// Check that the sandbox can be used, and change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Status {
    path: PathBuf,
    instances: i64,
    volumes: i64,
    images: i64,
    networks: i64,
    key_pairs: i64,
}

fn path(env: &Env) -> Result<PathBuf, CommandError> {
    env.folders
        .data
        .as_ref()
        .map(|folder| folder.join("ostk").join("sandbox.db"))
        .ok_or_else(|| {
            CommandError::configuration("there is no folder for the sandbox: HOME is not set")
        })
}

fn settings(env: &Env, faults: Vec<FaultRule>) -> Result<Settings, CommandError> {
    let mut settings = Settings::new(Clock::System(env.clock()));
    settings.faults = faults;
    if let Some(text) = env.get("OSTK_SANDBOX_SPEED") {
        settings.speed = text.parse().ok().filter(is_speed).ok_or_else(|| {
            CommandError::configuration(format!("OSTK_SANDBOX_SPEED: '{text}' is no factor"))
        })?;
    }
    Ok(settings)
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "it is what Option::filter hands over"
)]
fn is_speed(speed: &f64) -> bool {
    // At a lower speed, a simulated second takes longer than a quarter of an hour.
    *speed == 0.0 || speed.is_finite() && *speed >= 0.001
}

/// The user's sandbox, served from this process: the cloud named `sandbox`.
pub struct BuiltInCloud {
    sandbox: Sandbox,
    listener: TcpListener,
    address: SocketAddr,
}

impl BuiltInCloud {
    /// Opens the sandbox on a free port. It doesn't respond yet.
    pub fn open(env: &Env) -> Result<Self, CommandError> {
        let sandbox = Sandbox::open(&path(env)?, settings(env, Vec::new())?)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        Ok(Self {
            sandbox,
            listener,
            address,
        })
    }

    /// Returns Keystone's address.
    pub fn auth_url(&self) -> String {
        Credentials::new(&self.address.to_string(), &ACCOUNTS[0]).auth_url
    }

    /// Starts to respond, for as long as the caller's runtime lasts.
    pub fn spawn(self) {
        tokio::spawn(self.sandbox.listen(self.listener, None));
    }
}

/// Opens the user's own sandbox and calls `act` with it.
fn with<T>(
    env: &Env,
    act: impl FnOnce(&Sandbox) -> Result<T, StoreError>,
) -> Result<T, CommandError> {
    let path = path(env)?;
    let sandbox = Sandbox::open(&path, settings(env, Vec::new())?)?;
    act(&sandbox).map_err(|source| FileError { path, source }.into())
}

impl From<FileError> for CommandError {
    fn from(error: FileError) -> Self {
        let failure = Self::new(ExitCode::Other, "SandboxError", error.to_string());
        match error.source {
            StoreError::Version { .. } => {
                failure.hint("use that version, or another HOME; the file was left as it is")
            }
            source if source.is_busy() => failure.hint("another ostk is using it; try again"),
            source if source.is_damaged() => failure.hint("the file is damaged; remove it"),
            _ => failure,
        }
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        Self::new(ExitCode::Other, "SandboxError", error.to_string())
    }
}

/// Runs one of the commands.
pub fn run(
    command: SandboxCommand,
    output: &Output,
    env: &Env,
    notes: &Notes,
) -> Result<ExitCode, CommandError> {
    match command {
        SandboxCommand::Serve(args) => serve(args, output, env, notes),
        SandboxCommand::Reset(args) => {
            rehearse(args.dry_run, "ResetSandbox", env)?;
            let counts = with(env, |sandbox| {
                sandbox.reset()?;
                sandbox.counts()
            })?;
            notes.note("The sandbox is as it was at the beginning.");
            show(counts, output, env)
        }
        SandboxCommand::Seed(args) => {
            rehearse(args.dry_run, "SeedSandbox", env)?;
            output.tells_changes();
            let counts = with(env, |sandbox| {
                sandbox.add_instances(args.instances)?;
                sandbox.counts()
            })?;
            show(counts, output, env)
        }
        SandboxCommand::Status => show(with(env, Sandbox::counts)?, output, env),
    }
}

/// Ends the run here if it is a dry run. A sandbox that doesn't exist yet is not created.
fn rehearse(dry_run: bool, operation: &'static str, env: &Env) -> Result<(), CommandError> {
    if !dry_run {
        return Ok(());
    }
    if path(env)?.exists() {
        with(env, Sandbox::counts)?;
    }
    Err(dry_run_ok(operation))
}

/// Shows the current contents.
fn show(counts: ResourceCounts, output: &Output, env: &Env) -> Result<ExitCode, CommandError> {
    output.value(&Status {
        path: path(env)?,
        instances: counts.instances,
        volumes: counts.volumes,
        images: counts.images,
        networks: counts.networks,
        key_pairs: counts.keypairs,
    })?;
    Ok(ExitCode::Success)
}

fn serve(
    args: ServeArgs,
    output: &Output,
    env: &Env,
    notes: &Notes,
) -> Result<ExitCode, CommandError> {
    if !args.listen.ip().is_loopback() && !args.allow_remote {
        return Err(CommandError::usage(format!(
            "{} can be reached from other machines, and the sandbox lets everybody in",
            args.listen.ip()
        ))
        .hint("--allow-remote listens there anyway"));
    }
    FaultRule::check_order(&args.fault)
        .map_err(|error| CommandError::usage(format!("--fault: {error}")))?;
    let mut settings = settings(env, args.fault)?;
    if let Some(speed) = args.speed {
        if !is_speed(&speed) {
            return Err(CommandError::usage(
                "--speed is 0, or a factor of 0.001 or more",
            ));
        }
        settings.speed = speed;
    }
    settings.token_life = std::time::Duration::from_secs(args.token_life.into());
    let sandbox = if args.in_memory {
        Sandbox::in_memory(settings)?
    } else {
        Sandbox::open(&path(env)?, settings)?
    };
    let listener = TcpListener::bind(args.listen).map_err(|error| {
        CommandError::new(
            ExitCode::Other,
            "SandboxError",
            format!("{} cannot be listened on: {error}", args.listen),
        )
    })?;
    let address = listener.local_addr()?;
    let host = args.host.as_deref();
    output.text(&introduction(&reachable(address, host)))?;
    if host.is_none() && address.ip().is_unspecified() {
        notes.note(
            "Other machines are answered once --host says by what name they ask for this one.",
        );
    }
    notes.note("The sandbox listens; Ctrl-C ends it.");
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async {
            tokio::select! {
                ended = sandbox.listen(listener, host) => match ended {
                    Ok(never) => match never {},
                    Err(error) => Err(CommandError::from(error)),
                },
                () = interrupted() => Ok(ExitCode::Success),
            }
        })
}

/// Waits for Ctrl-C, or for the signal with which a supervisor ends a program.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// Returns the host and port at which other programs reach the sandbox.
fn reachable(address: SocketAddr, host: Option<&str>) -> String {
    match (host, address.ip()) {
        (Some(name), _) => format!("{name}:{}", address.port()),
        (None, IpAddr::V4(ip)) if ip.is_unspecified() => format!("127.0.0.1:{}", address.port()),
        (None, IpAddr::V6(ip)) if ip.is_unspecified() => format!("[::1]:{}", address.port()),
        (None, _) => address.to_string(),
    }
}

/// Returns the settings for other programs: variables for a shell, and the same as `clouds.yaml`,
/// as comments for the shell.
fn introduction(place: &str) -> String {
    let mut text = String::new();
    for (name, value) in Credentials::new(place, &ACCOUNTS[0]).variables() {
        let _ = writeln!(text, "export {name}={value}");
    }
    text.push_str("\n# The same for clouds.yaml:\n");
    for line in clouds_yaml(place, "local").lines() {
        let _ = writeln!(text, "# {line}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_what_is_answered() {
        for (address, host, place) in [
            ("127.0.0.1:8910", None, "127.0.0.1:8910"),
            (
                "127.0.0.1:8910",
                Some("cloud.example"),
                "cloud.example:8910",
            ),
            ("0.0.0.0:8910", Some("cloud.example"), "cloud.example:8910"),
            ("0.0.0.0:8910", None, "127.0.0.1:8910"),
            ("[::]:8910", None, "[::1]:8910"),
            ("192.0.2.7:8910", None, "192.0.2.7:8910"),
        ] {
            let place_of = reachable(address.parse().unwrap(), host);
            assert_eq!(place_of, place, "{address} {host:?}");
            let url = format!("OS_AUTH_URL=http://{place}/identity/v3\n");
            assert!(introduction(&place_of).contains(&url));
        }
    }

    #[test]
    fn the_hint_is_for_what_is_wrong() {
        use rusqlite::ffi::{Error, SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_FULL, SQLITE_NOTADB};
        for (code, hint) in [
            (SQLITE_BUSY, Some("another ostk is using it; try again")),
            (SQLITE_CORRUPT, Some("the file is damaged; remove it")),
            (SQLITE_NOTADB, Some("the file is damaged; remove it")),
            (SQLITE_FULL, None),
        ] {
            let source = rusqlite::Error::SqliteFailure(Error::new(code), None).into();
            let path = PathBuf::from("/data/sandbox.db");
            let error = CommandError::from(FileError { path, source });
            assert!(error.message.contains("/data/sandbox.db"), "{error:?}");
            assert_eq!(error.hints.first().map(String::as_str), hint);
        }
    }
}
