//! The quota of key pairs. Nova returns 403 both for an exhausted quota and for missing permission,
//! and only its message differs. So the key pairs are counted here.

use serde::Deserialize;

use super::{KeyPair, calls};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Fault, Service, Session, limits, list_all};
use crate::verbs::context::Context;

#[derive(Deserialize)]
struct Limits {
    /// Negative if there is no limit.
    #[serde(rename = "maxTotalKeypairs")]
    key_pairs: Option<i64>,
}

/// Returns the limit if it is reached.
async fn reached(session: &Session) -> Result<Option<i64>, Error> {
    let Limits { key_pairs } = limits(session, Service::Compute).await?;
    let Some(limit) = key_pairs.filter(|limit| *limit >= 0) else {
        return Ok(None);
    };
    let count = list_all::<KeyPair>(session, calls::list(None)).await?.len();
    Ok((i64::try_from(count).unwrap_or(i64::MAX) >= limit).then_some(limit))
}

fn exceeded(limit: i64, operation: &'static str) -> CommandError {
    CommandError::new(
        ExitCode::Service,
        "KeyPairLimitExceeded",
        format!("the quota of {limit} key pairs is used up"),
    )
    .during(operation)
    .hint("'ostk keypairs list' shows them, 'ostk keypairs delete NAME' makes room")
}

/// Explains a refusal with 403.
pub(super) async fn explain(context: &Context, fault: Box<Fault>) -> CommandError {
    match reached(&context.session).await {
        Ok(Some(limit)) => {
            let reason = exceeded(limit, fault.operation);
            CommandError::from(Error::Fault(fault)).explained_by(reason)
        }
        Ok(None) | Err(_) => Error::Fault(fault).into(),
    }
}

/// Refuses another key pair if the quota is exhausted. If the limits can't be read, Nova decides.
pub(super) async fn rehearse(
    context: &Context,
    operation: &'static str,
) -> Result<(), CommandError> {
    match reached(&context.session).await {
        Ok(Some(limit)) => Err(exceeded(limit, operation)),
        Ok(None) | Err(_) => Ok(()),
    }
}
