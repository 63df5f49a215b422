//! `volumes create`.

use clap::Args;

use super::{Snapshot, Volume, rehearse, unavailable};
use crate::commands::images::Image;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{
    NewVolume, Resource, Session, VolumeEnd, create_volume, find, follow_volume,
};
use crate::verbs::context::Context;
use crate::verbs::permission::may_change;
use crate::verbs::waiting::WaitArgs;
use crate::verbs::{View as _, show_described};

const OPERATION: &str = "CreateVolume";

/// What `volumes create` takes.
#[derive(Args, Clone, Debug)]
pub struct CreateArgs {
    /// The volume's name
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Its size in GiB
    #[arg(long, value_name = "GIB", value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) size: u64,
    /// Its type
    #[arg(long, visible_alias = "type", value_name = "TYPE")]
    pub(super) volume_type: Option<String>,
    /// Copy this image onto it: a name or an ID
    #[arg(
        long,
        visible_alias = "image-id",
        value_name = "IMAGE",
        conflicts_with = "source"
    )]
    pub(super) image: Option<String>,
    /// Make it from this snapshot: a name or an ID
    #[arg(long, visible_alias = "snapshot-id", value_name = "SNAPSHOT", conflicts_with_all = ["image", "source"])]
    pub(super) snapshot: Option<String>,
    /// Make it as a copy of this volume: a name or an ID
    #[arg(long, value_name = "VOLUME")]
    pub(super) source: Option<String>,
    /// A description
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Where to put it
    #[arg(long, value_name = "ZONE")]
    pub(super) availability_zone: Option<String>,
    /// A tag (Cinder's metadata); may be repeated
    #[arg(long, value_name = "KEY=VALUE")]
    tag: Vec<String>,
    /// Check the role, every reference and the quota, and create nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wait: WaitArgs,
}

/// Creates a volume.
pub(super) async fn run(context: &Context, args: &CreateArgs) -> Result<ExitCode, CommandError> {
    let timeout = args.wait.timeout(context)?;
    let metadata = args
        .tag
        .iter()
        .map(|tag| match tag.split_once('=') {
            Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
            _ => Err(CommandError::usage(format!(
                "--tag '{tag}' is not of the form KEY=VALUE"
            ))),
        })
        .collect::<Result<_, _>>()?;
    may_change(context, OPERATION).await?;
    if args.dry_run {
        return Err(Box::pin(rehearse::run(context, args)).await);
    }
    let session = &context.session;
    let (image, snapshot, source) = tokio::try_join!(
        id_of::<Image>(session, args.image.as_deref()),
        id_of::<Snapshot>(session, args.snapshot.as_deref()),
        id_of::<Volume>(session, args.source.as_deref()),
    )?;
    let new = NewVolume {
        name: args.name.clone(),
        size: args.size,
        volume_type: args.volume_type.clone(),
        description: args.description.clone(),
        availability_zone: args.availability_zone.clone(),
        image,
        snapshot,
        source,
        metadata,
    };
    let made = create_volume(session, &new).await?;
    let mut exit = ExitCode::Success;
    if args.wait.wait {
        context
            .pending
            .add(&made.id, args.name.as_deref().unwrap_or_default());
        let end = follow_volume(session, &made.id, timeout).await;
        let end = end.map_err(|error| {
            let hint = format!(
                "volume {} was made; 'ostk volumes describe' shows it",
                made.id
            );
            CommandError::from(error).hint(hint)
        })?;
        if let Some(error) = unavailable(&format!("volume {}", made.id), end) {
            exit = error.exit;
            context.notes.error(&error.during(OPERATION));
        }
        if end != VolumeEnd::TimedOut {
            context.pending.remove(&made.id);
        }
        if end == VolumeEnd::Gone {
            return Ok(exit);
        }
    }
    let found = find::<Volume>(session, &made.id).await?;
    show_described(context, Volume::KEY, vec![found.item], exit)
}

async fn id_of<T: Resource>(
    session: &Session,
    target: Option<&str>,
) -> Result<Option<String>, CommandError> {
    match target {
        None => Ok(None),
        Some(target) => match find::<T>(session, target).await {
            Ok(found) => Ok(Some(found.item.id().to_owned())),
            Err(error) => Err(CommandError::from(error).during(OPERATION)),
        },
    }
}
