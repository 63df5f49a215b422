//! `volumes create`.

use clap::Args;

use super::{Snapshot, Volume, unavailable};
use crate::commands::images::Image;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{
    NewVolume, Resource, Session, VolumeEnd, VolumeLimits, create_volume, find, follow_volume,
    volume_limits,
};
use crate::verbs::context::Context;
use crate::verbs::permission::{dry_run_ok, may_change};
use crate::verbs::show_made;
use crate::verbs::waiting::WaitArgs;

const OPERATION: &str = "CreateVolume";

/// What `volumes create` takes.
#[derive(Args, Clone, Debug)]
pub struct CreateArgs {
    /// The volume's name
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Its size in GiB
    #[arg(long, value_name = "GIB", value_parser = clap::value_parser!(u64).range(1..))]
    size: u64,
    /// Its type
    #[arg(long, visible_alias = "type", value_name = "TYPE")]
    volume_type: Option<String>,
    /// Copy this image onto it: a name or an ID
    #[arg(
        long,
        visible_alias = "image-id",
        value_name = "IMAGE",
        conflicts_with = "source"
    )]
    image: Option<String>,
    /// Make it from this snapshot: a name or an ID
    #[arg(long, visible_alias = "snapshot-id", value_name = "SNAPSHOT", conflicts_with_all = ["image", "source"])]
    snapshot: Option<String>,
    /// Make it as a copy of this volume: a name or an ID
    #[arg(long, value_name = "VOLUME")]
    source: Option<String>,
    /// A description
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Where to put it
    #[arg(long, value_name = "ZONE")]
    availability_zone: Option<String>,
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
    let limit = args.wait.limit(context)?;
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
    let session = &context.session;
    let look = async {
        may_change(context, OPERATION).await?;
        tokio::try_join!(
            id_of::<Image>(session, args.image.as_deref()),
            id_of::<Snapshot>(session, args.snapshot.as_deref()),
            id_of::<Volume>(session, args.source.as_deref()),
        )
    };
    let what = "no volume was made: what it is made from was not found";
    let (image, snapshot, source) = limit.hold(context, OPERATION, what, look).await?;
    if args.dry_run {
        return Err(match shortage(volume_limits(session).await?, args.size) {
            Some(message) => CommandError::new(ExitCode::Service, "VolumeLimitExceeded", message)
                .during(OPERATION),
            None => dry_run_ok(OPERATION),
        });
    }
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
    let what = "the request for the volume was not answered";
    let made = async { Ok(create_volume(session, &new).await?) };
    let made = limit.hold(context, OPERATION, what, made).await;
    let made = made.map_err(|error| match error.exit {
        ExitCode::TimedOut => {
            error.hint("whether it was made is not known: 'ostk volumes list' shows it if it was")
        }
        _ => error,
    })?;
    let mut exit = ExitCode::Success;
    if args.wait.wait {
        context
            .pending
            .add(&made.id, args.name.as_deref().unwrap_or_default());
        let once = limit.time.is_zero();
        let end = follow_volume(session, &made.id, limit.end, once).await;
        let end = end.map_err(|error| {
            let hint = format!(
                "volume {} was made; 'ostk volumes describe' shows it",
                made.id
            );
            CommandError::from(error).hint(hint)
        })?;
        if let Some(error) = unavailable(&format!("volume {}", made.id), &end) {
            exit = error.exit;
            context.notes.error(&error.during(OPERATION));
        }
        if !matches!(end, VolumeEnd::TimedOut(_)) {
            context.pending.remove(&made.id);
        }
        if end == VolumeEnd::Gone {
            return Ok(exit);
        }
    }
    // When time is up there is still a moment to show it.
    let shown = limit.with_last_look();
    let found = shown.bound(find::<Volume>(session, &made.id)).await;
    let Some(found) = found.transpose()? else {
        return Ok(exit);
    };
    show_made(context, &found.item, exit)
}

/// What the quota has too little of for a volume of this size.
fn shortage(limits: VolumeLimits, size: u64) -> Option<String> {
    let VolumeLimits { most, most_gib, .. } = limits;
    if most >= 0 && limits.used >= most {
        return Some(format!("the quota of {most} volumes is used up"));
    }
    let left = most_gib.saturating_sub(limits.used_gib).max(0);
    let is_enough = most_gib < 0 || u64::try_from(left).is_ok_and(|left| size <= left);
    (!is_enough).then(|| format!("of the quota of {most_gib} GiB for volumes {left} are left"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_may_be_short_of_volumes_or_of_room() {
        let shortage = |most, used, most_gib, used_gib| {
            let limits = VolumeLimits {
                most,
                used,
                most_gib,
                used_gib,
            };
            shortage(limits, 5).unwrap_or_default()
        };
        assert_eq!(shortage(-1, 100, -1, 100), "");
        assert_eq!(shortage(10, 9, 100, 95), "");
        assert!(shortage(10, 10, -1, 0).contains("10 volumes"));
        assert!(shortage(-1, 0, 100, 96).contains("4 are left"));
        assert!(shortage(-1, 0, 100, 120).contains("0 are left"));
    }
}
