//! `instances ssh`: a shell on an instance, through the system's own `ssh`.
//!
//! The cloud's data becomes arguments of another program. So the address must be a valid address,
//! the user a plain name, and no shell is involved. The instance's name is not on the command line
//! at all.

mod address;
mod host_keys;
mod login;
mod wait;

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use clap::Args;

use self::address::{Chosen, WantedAddress};
use crate::commands::keypairs::{self, file};
use crate::commands::shell;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Found, Server, find};
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::waiting::{Limit, TimeoutArgs};

const OPERATION: &str = "ConnectInstance";

/// The arguments of `instances ssh`.
#[derive(Args, Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub struct SshArgs {
    /// Name or ID
    #[arg(value_name = "TARGET")]
    target: String,
    /// Log in as this user; without it, as the image says or as its name suggests
    #[arg(long, short = 'l', value_name = "NAME")]
    user: Option<String>,
    /// The private key; without it, that of the instance's key pair, or ssh's own choice
    #[arg(long, short = 'i', value_name = "FILE")]
    identity_file: Option<PathBuf>,
    /// The port
    #[arg(long, value_name = "NUMBER", default_value_t = 22, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Go to the private address, even where there is a public one
    #[arg(long)]
    private: bool,
    /// Go to an IPv6 address
    #[arg(long)]
    ipv6: bool,
    /// Wait until the instance answers on the port
    #[arg(long)]
    wait: bool,
    #[command(flatten)]
    timeout: TimeoutArgs,
    /// Forget which host keys the instance had, as after a rebuild, and pin them anew
    #[arg(long)]
    forget_host_keys: bool,
    /// An option for ssh, as in its configuration file, such as ProxyJump=bastion
    #[arg(long, value_name = "KEY=VALUE")]
    ssh_option: Vec<String>,
    /// Show the command line, and run nothing
    #[arg(long)]
    print: bool,
    /// A command to run there; without it, a shell is opened
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

/// The connection timeout if the user sets none: ssh itself would wait for minutes.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);

/// The sandbox's name in the header `Server`.
const SANDBOX: &str = "ostk-sandbox";

/// An instance, and the address to connect to.
struct Place {
    server: Server,
    chosen: Chosen,
    in_sandbox: bool,
}

impl Place {
    fn new(found: Found<Server>, chosen: Chosen) -> Self {
        Self {
            in_sandbox: found.answer.server() == Some(SANDBOX),
            server: found.item,
            chosen,
        }
    }
}

/// Runs ssh in place of this process. The exit code is then ssh's.
pub(super) async fn run(context: &Context, args: &SshArgs) -> Result<ExitCode, CommandError> {
    if !args.wait && args.timeout.given().is_some() {
        return Err(CommandError::usage("--timeout goes with --wait"));
    }
    let Place { server, chosen, .. } = find_place(context, args).await?;
    let user = match &args.user {
        Some(user) => login::check(user)?,
        None => login::of_image(context, &server).await?,
    };
    let key = key(context, args, &server)?;
    let pinned = host_keys::pin(context, &server, args.forget_host_keys).await?;
    let words = Words {
        user: &user,
        address: chosen.ip,
        port: args.port,
        key: key.as_deref(),
        pinned: &pinned,
        options: &args.ssh_option,
        connect_timeout: context.connect_timeout.unwrap_or(CONNECT_TIMEOUT),
        command: &args.command,
    }
    .build()?;
    if args.print {
        let words: Vec<String> = words
            .iter()
            .map(|word| word.to_string_lossy().into_owned())
            .collect();
        let line = shell::line(std::iter::once("ssh").chain(words.iter().map(String::as_str)));
        context.output.text(&format!("{line}\n"))?;
        return Ok(ExitCode::Success);
    }
    context.notes.note(&format!(
        "Connecting to '{}' at {}, port {}, as {user}.",
        server.name, chosen.ip, args.port
    ));
    // Save now, because exec does not return.
    context.session.save().await;
    context.output.flush()?;
    start(&words)
}

/// Finds the instance and its address. With `--wait`, waits until it answers there.
async fn find_place(context: &Context, args: &SshArgs) -> Result<Place, CommandError> {
    let wanted = WantedAddress {
        private: args.private,
        ipv6: args.ipv6,
    };
    let limit = if args.wait {
        Some(Limit::new(args.timeout.get(context)?))
    } else {
        None
    };
    let place = if let Some(limit) = limit {
        wait::until_addressed(context, &args.target, wanted, limit).await?
    } else {
        let found = find::<Server>(&context.session, &args.target)
            .await
            .map_err(|error| CommandError::from(error).during(OPERATION))?;
        if !args.print {
            refuse_unreachable(&found.item)?;
        }
        let chosen =
            address::choose(&found.item, wanted).ok_or_else(|| no_address(&found.item, wanted))?;
        Place::new(found, chosen)
    };
    // A loopback address was set on purpose, and leads only to this machine.
    if place.in_sandbox && !place.chosen.ip.is_loopback() {
        let error = in_sandbox(&place);
        if !args.print {
            return Err(error);
        }
        context.notes.warn(&error.message);
        return Ok(place);
    }
    let through = jump(&args.ssh_option);
    if place.chosen.is_private && !args.private && through.is_none() && !args.print {
        tell_private(context, &place);
    }
    match (limit, through) {
        (Some(limit), None) => {
            wait::until_answering(context, place.chosen, args.port, limit).await?;
        }
        (Some(_), Some(option)) => context.notes.note(&format!(
            "{option} leads there, so that ssh alone can tell whether the instance answers: this is \
             not waited for."
        )),
        (None, _) => {}
    }
    Ok(place)
}

/// Returns the option that makes ssh connect through another host.
fn jump(options: &[String]) -> Option<&str> {
    options.iter().map(String::as_str).find(|option| {
        let mut words = option.splitn(2, ['=', ' ']);
        let name = words.next().unwrap_or_default();
        let value = words.next().unwrap_or_default().trim();
        let is_jump = ["proxyjump", "proxycommand"]
            .iter()
            .any(|jump| name.trim().eq_ignore_ascii_case(jump));
        is_jump && !value.is_empty() && !value.eq_ignore_ascii_case("none")
    })
}

/// Warns that the address may not be reachable from here, and says what helps.
fn tell_private(context: &Context, place: &Place) {
    let Chosen {
        ip, public_ipv6, ..
    } = place.chosen;
    context.notes.warn(&format!(
        "this is a private address: {ip} answers inside its own network alone"
    ));
    if let Some(public) = public_ipv6 {
        context
            .notes
            .note(&format!("hint: --ipv6 goes to {public}, which is public"));
    }
    context.notes.note(
        "hint: a floating IP makes the instance reachable from outside; --ssh-option ProxyJump=HOST \
         goes through a jump host, whose own user and key belong into ~/.ssh/config; --private says \
         that you are inside",
    );
}

/// Returns the error for an instance of the sandbox. The sandbox invents addresses, so an unrelated
/// machine may answer there.
fn in_sandbox(place: &Place) -> CommandError {
    CommandError::new(
        ExitCode::Service,
        "UnsupportedOperation",
        format!(
            "the instance '{}' exists in the sandbox alone: nothing of its own answers at {}",
            place.server.name, place.chosen.ip
        ),
    )
    .during(OPERATION)
    .hint("--print shows the command line that a real cloud's instance would get")
}

/// The parts of ssh's command line.
struct Words<'a> {
    user: &'a str,
    address: IpAddr,
    port: u16,
    key: Option<&'a Path>,
    pinned: &'a host_keys::Pinned,
    options: &'a [String],
    connect_timeout: Duration,
    command: &'a [OsString],
}

impl Words<'_> {
    /// Builds ssh's arguments. If an option is repeated, ssh takes the first, so ostk's own come
    /// first.
    fn build(&self) -> Result<Vec<OsString>, CommandError> {
        let mut words: Vec<OsString> = Vec::new();
        let mut option = |text: String| words.extend(["-o".into(), text.into()]);
        self.pinned.options()?.into_iter().for_each(&mut option);
        if let Some(key) = self.key {
            option(format!("IdentityFile={}", config_path(key)?));
            option("IdentitiesOnly=yes".to_owned());
        }
        self.options.iter().cloned().for_each(&mut option);
        // After the user's options, because ssh takes the first here, too. ssh accepts whole
        // seconds.
        let seconds = self.connect_timeout.as_millis().div_ceil(1_000);
        if seconds > 0 {
            option(format!("ConnectTimeout={seconds}"));
        }
        if self.port != 22 {
            words.extend(["-p".into(), self.port.to_string().into()]);
        }
        words.extend(["-l".into(), self.user.into(), "--".into()]);
        words.push(self.address.to_string().into());
        words.extend(self.command.iter().cloned());
        Ok(words)
    }
}

/// Returns a path in the syntax of ssh's options: quoted, because an option may take several paths,
/// and with the characters escaped that ssh would expand.
fn config_path(path: &Path) -> Result<String, CommandError> {
    let text = path.to_str().filter(|text| !text.contains("${"));
    let Some(text) = text else {
        return Err(CommandError::usage(format!(
            "ssh cannot be given the path '{}'",
            path.display()
        ))
        .hint("a path without '${' and of valid UTF-8 will do"));
    };
    let escaped = text
        .replace('\\', r"\\")
        .replace('"', "\\\"")
        .replace('%', "%%");
    Ok(format!("\"{escaped}\""))
}

/// Returns the private key's file: the user's choice, or the file of the instance's key pair.
fn key(
    context: &Context,
    args: &SshArgs,
    server: &Server,
) -> Result<Option<PathBuf>, CommandError> {
    let known = match (&args.identity_file, &server.key_name) {
        (Some(path), _) => {
            let path = context.env.directory.join(path);
            if !file::state(&path).exists {
                return Err(CommandError::usage(format!(
                    "there is no file '{}'",
                    path.display()
                )));
            }
            Some(path)
        }
        (None, Some(name)) => keypairs::private_key(context, name),
        (None, None) => None,
    };
    let Some(path) = known else {
        if let Some(name) = &server.key_name {
            context.notes.note(&format!(
                "Where the private key of the key pair '{name}' lies is not known: ssh tries its \
                 own keys. --identity-file names another."
            ));
        }
        return Ok(None);
    };
    let state = file::state(&path);
    if !state.exists {
        context.notes.warn(&format!(
            "the private key '{}' is missing; ssh tries its own keys",
            path.display()
        ));
        return Ok(None);
    }
    if state.private == Some(false) {
        context.notes.warn(&format!(
            "others may read the private key '{0}', and ssh will not use it: 'chmod 600 {1}' helps",
            path.display(),
            shell::quote(&path.to_string_lossy())
        ));
    }
    Ok(Some(path))
}

/// Fails if the instance is in a state in which it runs no sshd.
fn refuse_unreachable(server: &Server) -> Result<(), CommandError> {
    let state = State::of(&server.status, server.task_state.as_deref());
    if !is_down(state) {
        return Ok(());
    }
    let error = CommandError::new(
        ExitCode::Service,
        "IncorrectInstanceState",
        format!("the instance '{}' is {}", server.name, state.name()),
    )
    .during(OPERATION);
    Err(if state == State::Stopped {
        error.hint(format!("'ostk instances start {}' starts it", server.id))
    } else {
        error
    })
}

fn is_down(state: State) -> bool {
    matches!(
        state,
        State::Stopped
            | State::Deleting
            | State::Terminated
            | State::Paused
            | State::Suspended
            | State::Shelved
    )
}

fn no_address(server: &Server, wanted: WantedAddress) -> CommandError {
    let kind = match (wanted.private, wanted.ipv6) {
        (false, false) => "address",
        (false, true) => "IPv6 address",
        (true, false) => "private address",
        (true, true) => "private IPv6 address",
    };
    CommandError::new(
        ExitCode::Service,
        "AddressNotFound",
        format!("the instance '{}' has no {kind}", server.name),
    )
    .during(OPERATION)
    .hint(format!(
        "'ostk instances describe {}' shows what it has; --wait waits for one",
        server.id
    ))
}

/// Runs ssh in place of this process, so that it controls the terminal, signals and the exit code.
fn start(words: &[OsString]) -> Result<ExitCode, CommandError> {
    let mut command = Command::new("ssh");
    command.args(words);
    #[cfg(unix)]
    let error = std::os::unix::process::CommandExt::exec(&mut command);
    #[cfg(not(unix))]
    let error = match command.status() {
        Ok(status) if status.success() => return Ok(ExitCode::Success),
        Ok(_) => return Ok(ExitCode::Failed),
        Err(error) => error,
    };
    Err(CommandError::new(
        ExitCode::Other,
        "CommandNotFound",
        format!("ssh cannot be run: {error}"),
    )
    .hint("install OpenSSH's client; --print shows the command line for another"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_host_on_the_way_is_known() {
        let jump = |options: &[&str]| {
            let options: Vec<String> = options.iter().map(|text| (*text).to_owned()).collect();
            super::jump(&options).map(str::to_owned)
        };
        assert_eq!(
            jump(&["A=b", "proxyjump bastion"]).as_deref(),
            Some("proxyjump bastion")
        );
        assert_eq!(
            jump(&["ProxyCommand=nc %h %p"]).as_deref(),
            Some("ProxyCommand=nc %h %p")
        );
        for options in [
            &["ProxyJump=none"][..],
            &["ProxyJump="],
            &["HostName=ProxyJump=a"],
            &[],
        ] {
            assert_eq!(jump(options), None, "{options:?}");
        }
    }

    #[test]
    fn a_path_reaches_ssh_as_it_is() {
        let table = [
            ("/a/b.pem", "\"/a/b.pem\""),
            ("/my keys/100%", "\"/my keys/100%%\""),
            ("/a\"b\\c", r#""/a\"b\\c""#),
        ];
        for (path, expected) in table {
            assert_eq!(config_path(Path::new(path)).unwrap(), expected);
        }
        assert!(config_path(Path::new("/a${HOME}")).is_err());
    }
}
