//! Claims of client tokens: of several processes on this machine that use the same token, each
//! waits for the one before.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::time::Instant;

use super::context::Context;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::records::{Claim, Scope};

const PAUSE: Duration = Duration::from_millis(100);

/// Claims all tokens that the user has named, for an operation. The order is the same in every
/// process. If a claim is impossible, the run continues without it.
pub async fn all(
    context: &Context,
    scope: &Scope,
    operation: &'static str,
    tokens: BTreeSet<&str>,
    deadline: Instant,
) -> Result<Vec<Claim>, CommandError> {
    let mut claims = Vec::new();
    for token in tokens {
        let mut told = false;
        loop {
            match Claim::take(&context.env, scope, token) {
                Ok(Some(claim)) => {
                    claims.push(claim);
                    break;
                }
                Ok(None) if Instant::now() >= deadline => return Err(taken(operation, token)),
                Ok(None) => {
                    if !told {
                        context.notes.note(&format!(
                            "Another process is creating with client token '{token}': waiting for \
                             it."
                        ));
                        told = true;
                    }
                    tokio::time::sleep(PAUSE).await;
                }
                Err(error) => {
                    context.notes.warn(&format!(
                        "other processes with client token '{token}' are not waited for: {error}"
                    ));
                    break;
                }
            }
        }
    }
    Ok(claims)
}

fn taken(operation: &'static str, token: &str) -> CommandError {
    CommandError::new(
        ExitCode::TimedOut,
        "WaiterTimedOut",
        format!("another process is still creating with client token '{token}'"),
    )
    .during(operation)
}
