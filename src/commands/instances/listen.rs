//! `instances watch --listen`: the listener that serves the page and the events, and its address.

use std::fs;
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use crate::error::CommandError;
use crate::files;
use crate::secret::Secret;
use crate::verbs::context::Context;
use crate::watch::serve::{Door, Front, Hub, serve};

const HEARTBEAT: Duration = Duration::from_secs(15);
const PATIENCE: Duration = Duration::from_secs(10);
/// The minimum length of a token. The user may write the file, and a shorter token can be guessed.
const SHORTEST: usize = 16;
/// The maximum size of a token file.
const TOKEN_LIMIT: u64 = 64 * 1024;

/// Options for serving the events.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct ListenArgs {
    /// Serve a live page and the events over a WebSocket here, such as 127.0.0.1:8080, or 8080
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Let other machines reach it; nothing that is sent is encrypted
    #[arg(long, requires = "listen")]
    allow_remote: bool,
    /// Take the address's token from this file, which is made if there is none: the address then
    /// stays the same when ostk is started again
    #[arg(long, value_name = "FILE", requires = "listen")]
    token_file: Option<PathBuf>,
}

/// An open listener that does not answer requests yet.
pub(super) struct Serving {
    listener: TcpListener,
    front: Front,
}

impl Serving {
    /// Returns the hub that distributes events.
    pub(super) fn hub(&self) -> Arc<Hub> {
        Arc::clone(&self.front.hub)
    }

    /// Serves until an error.
    pub(super) async fn run(self) -> CommandError {
        match serve(self.listener, self.front).await {
            Ok(()) => CommandError::from(std::io::Error::other("the listener has ended")),
            Err(error) => error.into(),
        }
    }
}

impl ListenArgs {
    /// Opens the listener if the user asks for one, and prints its address.
    pub(super) fn open(&self, context: &Context) -> Result<Option<Serving>, CommandError> {
        let Some(text) = &self.listen else {
            return Ok(None);
        };
        let (name, addresses) = addresses(text)?;
        if !self.allow_remote && !addresses.iter().all(|address| address.ip().is_loopback()) {
            return Err(CommandError::usage(format!(
                "--listen {text} lets other machines in, which is not done unasked"
            ))
            .hint("--allow-remote does it; nothing that is sent is encrypted"));
        }
        let listener = TcpListener::bind(addresses.as_slice()).map_err(|error| {
            let mut error = CommandError::from(error);
            error.message = format!("--listen {text}: {}", error.message);
            error
        })?;
        let address = listener.local_addr()?;
        let token = match &self.token_file {
            Some(path) => kept_token(&context.env.directory.join(path)).map_err(|error| {
                let mut error = CommandError::from(error);
                error.message = format!("--token-file {}: {}", path.display(), error.message);
                error
            })?,
            None => new_token(),
        };
        let everywhere = address.ip().is_unspecified();
        let own = match address.ip() {
            ip if everywhere && ip.is_ipv4() => Ipv4Addr::LOCALHOST.to_string(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(_) if everywhere => "[::1]".to_owned(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        let host = name.clone().unwrap_or_else(|| own.clone());
        // Printed even in quiet mode: without it there is no way in.
        context.notes.stream.line(&format!(
            "Listening at http://{host}:{}/?token={}",
            address.port(),
            token.expose()
        ));
        if everywhere {
            context
                .notes
                .note("Other machines name this one by its address in place of that.");
        }
        let now = u64::try_from(context.session.now().as_millisecond()).unwrap_or_default();
        let names = name.into_iter().chain([own]);
        Ok(Some(Serving {
            listener,
            front: Front {
                hub: Arc::new(Hub::new(now)),
                door: Door::new(token, names, address.port(), everywhere),
                heartbeat: HEARTBEAT,
                patience: PATIENCE,
            },
        }))
    }
}

/// Returns the addresses that a text means, and its host name if it has one.
fn addresses(text: &str) -> Result<(Option<String>, Vec<SocketAddr>), CommandError> {
    let wrong = |why: &str| {
        CommandError::usage(format!(
            "--listen '{text}' is no address to listen at: {why}"
        ))
        .hint("such as --listen 127.0.0.1:8080, or --listen 127.0.0.1:0 for any free port")
    };
    if let Ok(port) = text.parse::<u16>() {
        return Ok((None, vec![SocketAddr::from((Ipv4Addr::LOCALHOST, port))]));
    }
    if let Ok(address) = text.parse::<SocketAddr>() {
        return Ok((None, vec![address]));
    }
    let (name, port) = text
        .rsplit_once(':')
        .ok_or_else(|| wrong("the port is missing"))?;
    if name.is_empty()
        || !name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
    {
        return Err(wrong("the host has no such name"));
    }
    let port: u16 = port.parse().map_err(|_| wrong("the port is no number"))?;
    let found: Vec<SocketAddr> = (name, port)
        .to_socket_addrs()
        .map_err(|error| wrong(&error.to_string()))?
        .collect();
    Ok((Some(name.to_owned()), found))
}

fn new_token() -> Secret {
    Secret::new(uuid::Uuid::new_v4().simple().to_string())
}

/// Returns the token in a file. If the file does not exist, creates it with a new token, readable
/// only by the user.
fn kept_token(path: &Path) -> std::io::Result<Secret> {
    match files::read_text(path, TOKEN_LIMIT) {
        Ok(text) => {
            let text = text.trim();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            if text.len() < SHORTEST || !text.bytes().all(plain) {
                return Err(std::io::Error::other(format!(
                    "it holds no token: {SHORTEST} letters, digits, '-' and '_' at least"
                )));
            }
            Ok(Secret::new(text))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let token = new_token();
            let mut options = fs::OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options
                .open(path)?
                .write_all(format!("{}\n", token.expose()).as_bytes())?;
            Ok(token)
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_port_a_socket_or_a_host_with_a_port() {
        let first = |text: &str| addresses(text).map(|(name, all)| (name, all[0].to_string()));
        assert_eq!(first("8080").unwrap(), (None, "127.0.0.1:8080".to_owned()));
        assert_eq!(first("[::1]:0").unwrap(), (None, "[::1]:0".to_owned()));
        let (name, address) = first("localhost:81").unwrap();
        assert_eq!(name.as_deref(), Some("localhost"));
        assert!(address.ends_with(":81"));
        for text in [
            "",
            "localhost",
            ":80",
            "a b:80",
            "127.0.0.1:99999",
            "http://a:1",
        ] {
            assert!(addresses(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_token_in_a_file_stays_and_is_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token");
        let made = kept_token(&path).unwrap();
        assert_eq!(kept_token(&path).unwrap().expose(), made.expose());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let permissions = fs::metadata(&path).unwrap().permissions();
            assert_eq!(permissions.mode() & 0o777, 0o600);
        }
        fs::write(&path, "short\n").unwrap();
        assert!(kept_token(&path).is_err());
    }
}
