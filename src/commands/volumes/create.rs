//! `volumes create`.

use clap::Args;

use super::calls::{CREATE, NewVolume, VolumeEnd, follow_volume};
use super::make::{Wanted, make};
use super::{LARGEST_SIZE, Snapshot, Volume, rehearse, unavailable};
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
use crate::verbs::tags::{self, TagSpec};
use crate::verbs::waiting::WaitArgs;

/// What `volumes create` takes.
#[derive(Args, Clone, Debug)]
pub struct CreateArgs {
    /// The volume's name
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
    /// Its size in GiB
    #[arg(long, value_name = "GIB", value_parser = clap::value_parser!(u64).range(1..=LARGEST_SIZE))]
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
    pub(super) description: Option<String>,
    /// Where to put it
    #[arg(long, value_name = "ZONE")]
    pub(super) availability_zone: Option<String>,
    /// A tag (Cinder's metadata); may be repeated
    #[arg(long, value_name = "KEY=VALUE")]
    tag: Vec<String>,
    /// Tags as AWS writes them: ResourceType=volume,Tags=[{Key=env,Value=ci}]
    #[arg(long, value_name = "SPECIFICATION")]
    tag_specifications: Vec<String>,
    /// Make a second try find the first one's volume: at most 64 characters of ASCII
    #[arg(long, value_name = "TOKEN")]
    client_token: Option<String>,
    /// The pipeline or job that this belongs to [default: the CI system's own]
    #[arg(long, value_name = "ID")]
    run_id: Option<String>,
    /// Check the role, every reference and the quota, and create nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wait: WaitArgs,
}

impl CreateArgs {
    /// Takes the tags out, for the volume's metadata. The tag `Name` becomes the name.
    fn take_tags(&mut self, context: &Context) -> Result<Vec<(String, String)>, CommandError> {
        let given = self.tag.iter().map(|tag| TagSpec::parse("--tag", tag));
        let mut all = given.collect::<Result<Vec<_>, _>>()?;
        let specified = tags::specified(context.sources(), "volume", &self.tag_specifications)?;
        all.extend(specified);
        self.name = tags::name_of(self.name.take(), &mut all, None)?;
        tags::check(&all, "--tag and --tag-specifications")?;
        Ok(all.into_iter().map(|tag| (tag.key, tag.value)).collect())
    }
}

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
    let wanted = Wanted::new(new, args.client_token.as_deref(), run_id);
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
    // When time is up there is still a moment to show it.
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
