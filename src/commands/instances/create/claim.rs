//! Of several processes on this machine that use one client token, each waits for the one before.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::time::Instant;

use super::OPERATION;
use super::job::Job;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::records::{Claim, Scope};
use crate::verbs::context::Context;

const PAUSE: Duration = Duration::from_millis(100);

/// Claims all tokens that the user has named, in an order that is the same for everybody. Where
/// that can't be done, the run goes on without.
pub(super) async fn all(
    context: &Context,
    scope: &Scope,
    jobs: &[Job],
    deadline: Instant,
) -> Result<Vec<Claim>, CommandError> {
    let tokens: BTreeSet<&str> = jobs
        .iter()
        .filter(|job| job.given)
        .map(|job| job.mark.token.as_str())
        .collect();
    let mut claims = Vec::new();
    for token in tokens {
        let mut told = false;
        loop {
            match Claim::take(&context.env, scope, token) {
                Ok(Some(claim)) => {
                    claims.push(claim);
                    break;
                }
                Ok(None) if Instant::now() >= deadline => return Err(taken(token)),
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

fn taken(token: &str) -> CommandError {
    CommandError::new(
        ExitCode::TimedOut,
        "WaiterTimedOut",
        format!("another process is still creating with client token '{token}'"),
    )
    .during(OPERATION)
}
