//! Waits until an instance answers on its port: first for an address, then for sshd's greeting.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use super::address::{self, Chosen, WantedAddress};
use super::{OPERATION, Place, is_down};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Server, find};
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::waiting::Limit;

/// The pause between two attempts.
const PAUSE: Duration = Duration::from_secs(2);
/// The timeout of one attempt to connect and to read the greeting.
const ATTEMPT: Duration = Duration::from_secs(5);

/// Returns the error for an expired deadline.
fn exceeded(limit: Limit, what: &str) -> CommandError {
    CommandError::new(
        ExitCode::TimedOut,
        "WaiterTimedOut",
        format!("{what} after {} s", limit.time.as_secs()),
    )
    .during(OPERATION)
    .hint("--timeout waits longer")
}

/// Waits until the instance has an address to connect to.
pub(super) async fn until_addressed(
    context: &Context,
    target: &str,
    wanted: WantedAddress,
    limit: Limit,
) -> Result<Place, CommandError> {
    let mut target = target.to_owned();
    loop {
        let found = async { Ok(find::<Server>(&context.session, &target).await?) };
        let what = format!("the instance '{target}' was not found");
        let found = limit.hold(context, OPERATION, &what, found).await;
        let found = found.map_err(|error| error.during(OPERATION))?;
        let server = &found.item;
        let state = State::of(&server.status, server.task_state.as_deref());
        if is_down(state) || state == State::Error {
            return Err(CommandError::new(
                ExitCode::Failed,
                "WaiterFailed",
                format!(
                    "the instance '{}' is {}, and will not answer by waiting",
                    server.name,
                    state.name()
                ),
            )
            .during(OPERATION));
        }
        if let Some(chosen) = address::choose(server, wanted) {
            return Ok(Place::new(found, chosen));
        }
        // Keep the instance by ID, even if another one gets its name meanwhile.
        target.clone_from(&server.id);
        if !limit.pause(PAUSE).await {
            let what = format!("the instance '{}' still has no address", server.name);
            return Err(exceeded(limit, &what));
        }
    }
}

/// Waits until an SSH server answers.
pub(super) async fn until_answering(
    context: &Context,
    chosen: Chosen,
    port: u16,
    limit: Limit,
) -> Result<(), CommandError> {
    let place = SocketAddr::new(chosen.ip, port);
    let mut told = false;
    loop {
        let attempt = limit.end.min(Instant::now() + ATTEMPT);
        if let Ok(true) = timeout_at(attempt, speaks_ssh(place)).await {
            return Ok(());
        }
        if !told {
            context
                .notes
                .note(&format!("Waiting for {place} to answer."));
            told = true;
        }
        if !limit.pause(PAUSE).await {
            return Err(exceeded(limit, &format!("nothing speaks SSH at {place}")));
        }
    }
}

/// Returns whether the server introduces itself as RFC 4253 requires. A proxy or a firewall in
/// between may accept a connection that leads nowhere.
async fn speaks_ssh(place: SocketAddr) -> bool {
    let Ok(stream) = TcpStream::connect(place).await else {
        return false;
    };
    let mut heard = Vec::new();
    while heard.len() < 4 {
        if stream.readable().await.is_err() {
            return false;
        }
        let mut bytes = [0; 64];
        match stream.try_read(&mut bytes) {
            Ok(0) => return false,
            Ok(count) => heard.extend_from_slice(&bytes[..count]),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return false,
        }
    }
    heard.starts_with(b"SSH-")
}
