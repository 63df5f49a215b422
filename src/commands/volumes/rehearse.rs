//! `volumes create --dry-run`: reports everything that Cinder would refuse.

use super::args::CreateArgs;
use super::calls::CREATE;
use super::kind::VolumeType;
use super::{Snapshot, Volume, VolumeQuota, fitness};
use crate::commands::images::Image;
use crate::commands::zones::zones;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Resource, Service, Session, find};
use crate::verbs::context::Context;
use crate::verbs::permission::dry_run_ok;

/// Returns the last problem, or the end of a dry run that found none.
pub(super) async fn run(
    context: &Context,
    args: &CreateArgs,
    tags: &[(String, String)],
) -> CommandError {
    let session = &context.session;
    let (image, snapshot, source, kind, places, quota) = tokio::join!(
        one::<Image>(session, args.image.as_deref()),
        one::<Snapshot>(session, args.snapshot.as_deref()),
        one::<Volume>(session, args.source.as_deref()),
        one::<VolumeType>(session, args.volume_type.as_deref()),
        async {
            match &args.availability_zone {
                Some(_) => zones(session, Service::BlockStorage).await.map(Some),
                None => Ok(None),
            }
        },
        async {
            let login = session.login().await?;
            VolumeQuota::read(session, login.project_id().unwrap_or_default()).await
        },
    );
    let mut problems: Vec<CommandError> = Vec::new();
    let mut hidden = Vec::new();
    let mut tell = |error: CommandError| problems.push(error.during(CREATE));
    let unfit = |message| CommandError::new(ExitCode::Service, "InvalidParameterValue", message);
    let size = args.size;
    let (name, description) = (args.name.as_deref(), args.description.as_deref());
    let mut misfits = fitness::unfit_words(name, description, tags);
    match image {
        Ok(found) => misfits.extend(found.and_then(|image| fitness::unfit_image(&image, size))),
        Err(error) => tell(error.into()),
    }
    match snapshot {
        Ok(found) => misfits.extend(
            found
                .iter()
                .flat_map(|snapshot| fitness::unfit_snapshot(snapshot, size)),
        ),
        Err(error) => tell(error.into()),
    }
    match source {
        Ok(found) => misfits.extend(
            found
                .iter()
                .flat_map(|source| fitness::unfit_source(source, size)),
        ),
        Err(error) => tell(error.into()),
    }
    let kind = match kind {
        Ok(found) => found.map(|kind| kind.name().to_owned()),
        Err(error) => {
            tell(error.into());
            None
        }
    };
    if let Some(zone) = &args.availability_zone {
        match places {
            Ok(found) => {
                let known = found.is_none_or(|all| all.iter().any(|one| one.name == *zone));
                if !known {
                    misfits.push(format!(
                        "availability zone '{zone}' is invalid: there is none"
                    ));
                }
            }
            Err(error) if error.is_hidden() => hidden.push("the availability zones"),
            Err(error) => tell(error.into()),
        }
    }
    misfits.into_iter().map(unfit).for_each(&mut tell);
    match quota {
        Ok(quota) => quota.lacks(&[&(kind, size)]).into_iter().for_each(tell),
        Err(error) if error.is_hidden() => hidden.push("the quota"),
        Err(error) => tell(error.into()),
    }
    if !hidden.is_empty() {
        context.notes.note(&format!(
            "This could not be read, and was not judged: {}.",
            hidden.join(", ")
        ));
    }
    let last = problems.pop();
    for problem in &problems {
        context.notes.error(problem);
    }
    last.unwrap_or_else(|| dry_run_ok(CREATE))
}

async fn one<T: Resource>(session: &Session, target: Option<&str>) -> Result<Option<T>, Error> {
    match target {
        Some(target) => find::<T>(session, target)
            .await
            .map(|found| Some(found.item)),
        None => Ok(None),
    }
}
