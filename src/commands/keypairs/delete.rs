//! `keypairs delete`. The files of private keys stay: they may have other uses.

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;

use super::calls::{self, DELETE};
use super::{KeyPair, journal, owner};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::verbs::context::{Context, read_targets_if_any};
use crate::verbs::delete::{self, MissingArgs};
use crate::verbs::permission;
use crate::verbs::targets::Targets;
use crate::verbs::waiting::ParallelArgs;

/// The arguments of `keypairs delete`.
#[derive(Args, Clone, Debug)]
pub struct DeleteArgs {
    #[command(flatten)]
    targets: Targets<KeyPair>,
    /// Delete the key pairs of this user, by name or ID; for administrators
    #[arg(long, value_name = "USER")]
    user: Option<String>,
    #[command(flatten)]
    missing: MissingArgs,
    /// Do not ask; key pairs that are named are deleted without a question anyway
    #[arg(long, short)]
    yes: bool,
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
    /// AWS's key for success.
    r#return: bool,
    /// The path of the private key that remains, as far as the journal knows.
    key_file: Option<String>,
}

/// Deletes key pairs in parallel. A failure doesn't stop the others.
pub(super) async fn run(context: &Context, args: &DeleteArgs) -> Result<ExitCode, CommandError> {
    permission::may_change(context, DELETE).await?;
    let targets = read_targets_if_any(&args.targets, &context.stdin)?;
    if targets.is_empty() {
        context.notes.note("Standard input names no key pair.");
    }
    let user = owner::find(context, args.user.as_deref()).await?;
    let user = user.as_deref();
    let results: Vec<Result<Option<Deleted>, CommandError>> = stream::iter(&targets)
        .map(|name| one(context, name, user, args))
        .buffered(args.parallel.get())
        .collect()
        .await;
    let mut deleted = Vec::new();
    let mut errors = Vec::new();
    for result in results {
        match result {
            Ok(one) => deleted.extend(one),
            Err(error) => errors.push(error),
        }
    }
    if args.dry_run {
        return Err(delete::rehearsed(context, DELETE, errors));
    }
    let exit = delete::end(context, errors, targets.len() == 1)?;
    context.output.value(&Answer { key_pairs: deleted })?;
    Ok(exit)
}

/// Deletes a key pair; `None` if there was nothing to delete.
async fn one(
    context: &Context,
    name: &str,
    user: Option<&str>,
    args: &DeleteArgs,
) -> Result<Option<Deleted>, CommandError> {
    let session = &context.session;
    let there = match calls::show(session, name, user).await {
        Ok(Some(_)) if !args.dry_run => {
            let leftover = context
                .under_way
                .may_leave(format!("the key pair '{name}' may have been deleted"));
            let result = calls::delete(session, name, user).await;
            leftover.settled();
            result
        }
        found => found.map(|found| found.is_some()),
    };
    let there = there.map_err(|error| CommandError::from(error).during(DELETE))?;
    // The journal knows the private keys of the caller only.
    let key_file = user
        .is_none()
        .then(|| journal::lookup(context, name))
        .flatten()
        .map(|known| known.path.display().to_string());
    let was_known = user.is_none()
        && if args.dry_run {
            journal::is_known(context, name)
        } else {
            journal::deleted(context, name)
        };
    if !there && !was_known {
        let error = owner::missing(context, name, user).await.during(DELETE);
        if !args.missing.ignore_missing {
            return Err(error);
        }
        context
            .notes
            .note(&format!("Nothing to delete: {}.", error.message));
        return Ok(None);
    }
    Ok(Some(Deleted {
        key_name: name.to_owned(),
        r#return: true,
        key_file,
    }))
}
