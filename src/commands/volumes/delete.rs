//! `volumes delete`: several side by side; one target's failure does not stop the others.

use std::collections::BTreeMap;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;

use super::Volume;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error as CloudError, VolumeEnd, delete_volume, follow_volume};
use crate::verbs::context::Context;
use crate::verbs::permission::{dry_run_ok, may_change};
use crate::verbs::waiting::{ParallelArgs, WaitArgs};
use crate::verbs::{DescribeArgs, find_all};

const OPERATION: &str = "DeleteVolume";

/// What `volumes delete` takes.
#[derive(Args, Clone, Debug)]
pub struct DeleteArgs {
    #[command(flatten)]
    targets: DescribeArgs<Volume>,
    /// Check the role and the targets, and delete nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wait: WaitArgs,
    #[command(flatten)]
    parallel: ParallelArgs,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Deleted {
    volume_id: String,
    name: String,
    state: &'static str,
}

/// Deletes the volumes that are named.
pub(super) async fn run(context: &Context, args: &DeleteArgs) -> Result<ExitCode, CommandError> {
    let timeout = args.wait.timeout(context)?;
    may_change(context, OPERATION).await?;
    let (found, mut exit) = find_all::<Volume>(context, &args.targets, OPERATION).await?;
    if args.dry_run {
        let mut refused: Vec<_> = found.iter().filter_map(|one| in_use(&one.item)).collect();
        let last = refused.pop();
        for error in &refused {
            context.notes.error(error);
        }
        return match last {
            Some(error) => Err(error),
            // What is missing was told.
            None if exit == ExitCode::Failed => Ok(ExitCode::Service),
            None => Err(dry_run_ok(OPERATION)),
        };
    }
    let session = &context.session;
    let results: Vec<_> = stream::iter(&found)
        .map(|found| async move {
            let (id, name) = (&found.item.id, &found.item.name);
            context.pending.add(id, name);
            let result = match delete_volume(session, id).await {
                Ok(()) if args.wait.wait => follow_volume(session, id, timeout).await.map(Some),
                Ok(()) => Ok(None),
                Err(error) => Err(error),
            };
            context.pending.remove(id);
            result
        })
        .buffered(args.parallel.get())
        .collect()
        .await;
    let mut deleted = Vec::new();
    let mut errors = Vec::new();
    for (found, result) in found.iter().zip(results) {
        let volume = &found.item;
        let wrong = |code: &'static str, ends_with: ExitCode, what: &str| {
            let message = format!("volume '{}' ({}) {what}", volume.name, volume.id);
            CommandError::new(ends_with, code, message).during(OPERATION)
        };
        let state = match result {
            Ok(None) => "deleting",
            Ok(Some(VolumeEnd::Gone)) => "deleted",
            Ok(Some(VolumeEnd::TimedOut)) => {
                errors.push(wrong(
                    "WaiterTimedOut",
                    ExitCode::TimedOut,
                    "is still being deleted",
                ));
                "deleting"
            }
            Ok(Some(VolumeEnd::Available | VolumeEnd::Failed)) => {
                errors.push(wrong(
                    "VolumeStateError",
                    ExitCode::Failed,
                    "could not be deleted",
                ));
                "error"
            }
            Err(error) => {
                let refused = matches!(&error, CloudError::Fault(fault) if fault.status == 400);
                let mut error = CommandError::from(error).during(OPERATION);
                error.message = format!(
                    "volume '{}' ({}): {}",
                    volume.name, volume.id, error.message
                );
                if let Some(in_use) = in_use(volume).filter(|_| refused) {
                    error.code = in_use.code;
                    error.hints = in_use.hints;
                }
                errors.push(error);
                continue;
            }
        };
        deleted.push(Deleted {
            volume_id: volume.id.clone(),
            name: volume.name.clone(),
            state,
        });
    }
    if deleted.is_empty() && errors.len() == 1 && exit == ExitCode::Success {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
        // A failure outweighs a time-out.
        exit = match (error.exit, exit) {
            (ExitCode::TimedOut, ExitCode::Success | ExitCode::TimedOut) => ExitCode::TimedOut,
            _ => ExitCode::Failed,
        };
    }
    context
        .output
        .value(&BTreeMap::from([("Volumes", deleted)]))?;
    Ok(exit)
}

/// Why a volume can't be deleted, where it is attached.
fn in_use(volume: &Volume) -> Option<CommandError> {
    let attachment = volume.attachments.first()?;
    let to = attachment.server_id.as_deref().unwrap_or("an instance");
    let message = format!(
        "volume '{}' ({}) is attached to {to}",
        volume.name, volume.id
    );
    let error = CommandError::new(ExitCode::Service, "VolumeInUse", message);
    Some(
        error.during(OPERATION).hint(
            "delete the instance, or detach the volume there: openstack server remove volume",
        ),
    )
}
