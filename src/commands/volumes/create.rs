//! `volumes create`.

use super::args::CreateArgs;
use super::calls::{CREATE, NewVolume, VolumeEnd, follow_volume};
use super::make::{WantedVolume, make};
use super::{Snapshot, Volume, rehearse, unavailable};
use crate::commands::images::Image;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Resource, Session, find};
use crate::records::Kind;
use crate::verbs::context::Context;
use crate::verbs::log::Log;
use crate::verbs::once;
use crate::verbs::permission::may_change;
use crate::verbs::show_made;

/// Creates a volume.
pub(super) async fn run(context: &Context, args: &CreateArgs) -> Result<ExitCode, CommandError> {
    let limit = args.wait.limit(context)?;
    let mut args = args.clone();
    let metadata = args.take_tags(context)?;
    let args = &args;
    if let Some(problem) = once::token_problem(args.client_token.as_deref()) {
        return Err(CommandError::usage(problem));
    }
    let session = &context.session;
    if args.dry_run {
        let check = async {
            may_change(context, CREATE).await?;
            Err(Box::pin(rehearse::run(context, args, &metadata)).await)
        };
        return limit
            .hold(context, CREATE, "the dry run did not end", check)
            .await;
    }
    let look = async {
        may_change(context, CREATE).await?;
        tokio::try_join!(
            id_of::<Image>(session, args.image.as_deref()),
            id_of::<Snapshot>(session, args.snapshot.as_deref()),
            id_of::<Volume>(session, args.source.as_deref()),
        )
    };
    let what = "no volume was made: what it is made from was not found";
    let (image, snapshot, source) = limit.hold(context, CREATE, what, look).await?;
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
    let run_id = args.run_id.clone().or_else(|| context.run_id.clone());
    let wanted = WantedVolume::new(new, args.client_token.as_deref(), run_id);
    let log = Log::new(context, &*session.login().await?, Kind::Volume);
    let what = "the request for the volume was not answered";
    let claimed = limit.end_within(args.wait.timeout(context)?);
    let made = make(context, &log, &wanted, claimed);
    let made = limit.hold(context, CREATE, what, made).await;
    let made = made.map_err(|error| match error.exit {
        ExitCode::TimedOut => error.hint(wanted.unknown()),
        _ => error,
    })?;
    let unshown = |error| {
        CommandError::from(error).hint(format!(
            "volume {} was made; 'ostk volumes describe' shows it",
            made.id
        ))
    };
    let mut exit = ExitCode::Success;
    if args.wait.wait {
        let once = limit.time.is_zero();
        let end = follow_volume(session, &made.id, limit.end, once).await;
        let end = end.map_err(unshown)?;
        let name = args.name.as_deref().unwrap_or_default();
        if let Some(error) = unavailable(&format!("volume '{name}' ({})", made.id), &end) {
            exit = error.exit;
            context.notes.error(&error.during(CREATE));
        }
        if !matches!(end, VolumeEnd::TimedOut(_)) {
            context.pending.remove(&made.id);
        }
        if end == VolumeEnd::Gone {
            log.observe(&made.id, "terminated");
            return Ok(exit);
        }
    }
    // After the deadline there is still a moment to show the volume.
    let shown = limit.with_last_look();
    let found = shown.bound(find::<Volume>(session, &made.id)).await;
    let Some(found) = found.transpose().map_err(unshown)? else {
        return Ok(exit);
    };
    log.observe(&made.id, found.item.status());
    show_made(context, &found.item, exit)
}

async fn id_of<T: Resource>(
    session: &Session,
    target: Option<&str>,
) -> Result<Option<String>, CommandError> {
    match target {
        None => Ok(None),
        Some(target) => match find::<T>(session, target).await {
            Ok(found) => Ok(Some(found.item.id().to_owned())),
            Err(error) => Err(CommandError::from(error).during(CREATE)),
        },
    }
}
