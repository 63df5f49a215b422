//! `keypairs delete`. The files of private keys are left alone: they may open more than this.

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;

use super::{KeyPair, calls, journal, owner};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::verbs::context::{Context, read_targets};
use crate::verbs::permission;
use crate::verbs::targets::Targets;
use crate::verbs::waiting::ParallelArgs;

pub(super) const OPERATION: &str = "DeleteKeyPair";

/// What `keypairs delete` takes.
#[derive(Args, Clone, Debug)]
pub struct DeleteArgs {
    #[command(flatten)]
    targets: Targets<KeyPair>,
    /// Delete the key pairs of this user, by name or ID; for administrators
    #[arg(long, value_name = "USER")]
    user: Option<String>,
    /// Check everything, and delete nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    parallel: ParallelArgs,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    key_pairs: Vec<Deleted>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Deleted {
    key_name: String,
    /// AWS's word for "it is done".
    r#return: bool,
    /// Where the private key still lies, as far as the journal knows.
    key_file: Option<String>,
}

/// Deletes key pairs, side by side. One that fails keeps no other from being deleted.
pub(super) async fn run(context: &Context, args: &DeleteArgs) -> Result<ExitCode, CommandError> {
    let targets = read_targets(&args.targets, &context.stdin)?;
    permission::may_change(context, OPERATION).await?;
    let user = owner::find(context, args.user.as_deref()).await?;
    let user = user.as_deref();
    let results: Vec<Result<Deleted, CommandError>> = stream::iter(&targets)
        .map(|name| one(context, name, user, args.dry_run))
        .buffered(args.parallel.get())
        .collect()
        .await;
    let mut deleted = Vec::new();
    let mut errors = Vec::new();
    for result in results {
        match result {
            Ok(one) => deleted.push(one),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() && args.dry_run {
        return Err(permission::dry_run_ok(OPERATION));
    }
    if deleted.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
    }
    if !args.dry_run {
        context.output.value(&Answer { key_pairs: deleted })?;
    }
    Ok(match (errors.is_empty(), args.dry_run) {
        (true, _) => ExitCode::Success,
        (false, false) => ExitCode::Failed,
        // Nothing was to succeed.
        (false, true) => ExitCode::Service,
    })
}

async fn one(
    context: &Context,
    name: &str,
    user: Option<&str>,
    dry_run: bool,
) -> Result<Deleted, CommandError> {
    let session = &context.session;
    let there = if dry_run {
        calls::show(session, name, user)
            .await
            .map(|found| found.is_some())
    } else {
        let leftover = context
            .under_way
            .may_leave(format!("the key pair '{name}' may have been deleted"));
        let result = calls::delete(session, name, user).await;
        leftover.settled();
        result
    };
    if !there.map_err(|error| CommandError::from(error).during(OPERATION))? {
        return Err(owner::missing(context, name, user).await.during(OPERATION));
    }
    let key_file = user
        .is_none()
        .then(|| journal::lookup(context, name))
        .flatten()
        .map(|known| known.path.display().to_string());
    if user.is_none() && !dry_run {
        journal::deleted(context, name);
    }
    Ok(Deleted {
        key_name: name.to_owned(),
        r#return: true,
        key_file,
    })
}
