//! `volumes delete`: several side by side; one target's failure does not stop the others.

use std::collections::BTreeMap;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;

use super::{Volume, late};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error as CloudError, Found, VolumeEnd, delete_volume, follow_volume};
use crate::verbs::context::{Context, read_targets};
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
    let mut limit = args.wait.limit(context)?;
    let targets = limit.outside(|| read_targets(&args.targets.targets, &context.stdin))?;
    let targets = DescribeArgs { targets };
    let look = async {
        may_change(context, OPERATION).await?;
        find_all::<Volume>(context, &targets, OPERATION).await
    };
    let what = "nothing was asked for: the volumes were not found";
    let (found, mut exit) = limit.hold(context, OPERATION, what, look).await?;
    if args.dry_run {
        return rehearse(context, &found, exit);
    }
    let session = &context.session;
    let results: Vec<_> = stream::iter(&found)
        .map(|found| async move {
            let (id, name) = (&found.item.id, &found.item.name);
            context.pending.add(id, name);
            let once = limit.time.is_zero();
            let result = match limit.bound(delete_volume(session, id)).await {
                Some(Ok(())) if args.wait.wait => {
                    follow_volume(session, id, limit.end, once).await.map(Some)
                }
                Some(Ok(())) => Ok(None),
                Some(Err(error)) => Err(error),
                None => Ok(Some(VolumeEnd::TimedOut(limit.trouble(session)))),
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
            Ok(Some(VolumeEnd::TimedOut(trouble))) => {
                let what = format!(
                    "volume '{}' ({}) is not known to be gone",
                    volume.name, volume.id
                );
                errors.push(late(&what, trouble.as_ref()).during(OPERATION));
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

/// Says which volumes would be refused; if none would, ends as EC2 does.
fn rehearse(
    context: &Context,
    found: &[Found<Volume>],
    exit: ExitCode,
) -> Result<ExitCode, CommandError> {
    let mut refused: Vec<_> = found.iter().filter_map(|one| in_use(&one.item)).collect();
    let last = refused.pop();
    for error in &refused {
        context.notes.error(error);
    }
    match last {
        Some(error) => Err(error),
        // What is missing was told.
        None if exit == ExitCode::Failed => Ok(ExitCode::Service),
        None => Err(dry_run_ok(OPERATION)),
    }
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
