//! The volumes that have to be there before an instance: made once, followed until they can be
//! used, and not left behind.

use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use tokio::time::Instant;

use super::job::Job;
use super::journal::Log;
use crate::commands::volumes::{Volume, unavailable};
use crate::error::CommandError;
use crate::openstack::{
    Error, NewVolume, Pager, Resource as _, Server, ServerAction, Session, VolumeState, act,
    create_volume, delete_volume, follow_volume, list_call, show_volume,
};
use crate::verbs::context::{Context, Leftover};
use crate::verbs::once::{self, Sent};

const OPERATION: &str = "CreateVolume";
/// How long it is waited for volumes to go with the server that held them.
const CLEARING: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(300);

/// Volumes that were made for an instance, and belong to nothing as yet.
#[derive(Debug, Default)]
pub(super) struct Volumes {
    pub(super) ids: Vec<String>,
    /// What an interruption would leave behind.
    leftovers: Vec<Leftover>,
}

impl Volumes {
    fn add(&mut self, context: &Context, job: &Job, id: String) {
        let what = format!(
            "volume {id} was made for '{}', and --client-token {} takes it",
            job.name, job.mark.token
        );
        self.leftovers.push(context.under_way.may_leave(what));
        self.ids.push(id);
    }

    /// They belong to an instance now, or are gone, or somebody has been told of them.
    pub(super) fn settled(self) -> Vec<String> {
        self.leftovers.into_iter().for_each(Leftover::settled);
        self.ids
    }

    /// Removes them, since the instance did not come to be. Says which could not be.
    pub(super) async fn remove(self, session: &Session) -> Vec<String> {
        let mut left = Vec::new();
        for volume in self.settled() {
            if let Err(error) = delete_volume(session, &volume).await {
                left.push(format!("volume {volume} is still there: {error}"));
            }
        }
        left
    }
}

/// Why there are no volumes.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) error: CommandError,
    /// Whether one may come to be all the same.
    pub(super) unknown: bool,
}

impl Failed {
    fn surely(error: CommandError) -> Self {
        Self {
            error,
            unknown: false,
        }
    }

    /// Cinder could not be asked.
    fn unasked(error: Error) -> Self {
        Self {
            error: CommandError::from(error).during(OPERATION),
            unknown: true,
        }
    }
}

/// Makes what there has to be, or takes what an earlier try has made, and follows it until it can
/// be used. If that fails, what was made is removed again, or named.
pub(super) async fn ready(
    context: &Context,
    log: &Log<'_>,
    job: &Job,
    look: bool,
    deadline: Instant,
) -> Result<Volumes, Failed> {
    let mut volumes = Volumes::default();
    match all(context, log, job, look, deadline, &mut volumes).await {
        Ok(()) => Ok(volumes),
        Err(mut failed) => {
            let left = volumes.remove(&context.session).await;
            failed.error.hints.extend(left);
            Err(failed)
        }
    }
}

async fn all(
    context: &Context,
    log: &Log<'_>,
    job: &Job,
    look: bool,
    deadline: Instant,
    volumes: &mut Volumes,
) -> Result<(), Failed> {
    let session = &context.session;
    let mut open = Vec::new();
    for new in &job.prepared.new_volumes {
        let found = if look {
            find(session, new).await.map_err(Failed::unasked)?
        } else {
            None
        };
        let volume = match found {
            Some(volume) => volume,
            None => make(context, log, job, new).await?,
        };
        volumes.add(context, job, volume.id.clone());
        log.volumes(job, &volumes.ids);
        // One that a server holds already is as ready as it will be.
        if !matches!(volume.status.as_str(), "reserved" | "in-use" | "attaching") {
            open.push(volume.id);
        }
    }
    // They come up side by side, so that one after the other can be waited for.
    for volume in open {
        let end = follow_volume(session, &volume, deadline, false).await;
        let end = end.map_err(Failed::unasked)?;
        if let Some(error) = unavailable(&format!("volume {volume}, for '{}',", job.name), &end) {
            return Err(Failed::surely(error.during(OPERATION)));
        }
    }
    Ok(())
}

/// The volume that an earlier try has made, with its status. One in error is no use, and is
/// removed.
async fn find(session: &Session, new: &NewVolume) -> Result<Option<VolumeState>, Error> {
    let name = new.name.as_deref().unwrap_or_default();
    let call = list_call::<Volume>().query("name", name);
    let mut pager = Pager::<Volume>::new(session, call, None);
    let mut found = None;
    while let Some(page) = pager.next().await? {
        for volume in &page.items {
            if !volume.has_tags(&new.metadata) || volume.status() == "deleting" {
                continue;
            }
            if volume.status().starts_with("error") {
                delete_volume(session, volume.id()).await?;
                continue;
            }
            found = Some(VolumeState {
                id: volume.id().to_owned(),
                status: volume.status().to_owned(),
            });
        }
    }
    Ok(found)
}

async fn make(
    context: &Context,
    log: &Log<'_>,
    job: &Job,
    new: &NewVolume,
) -> Result<VolumeState, Failed> {
    let session = &context.session;
    let name = new.name.as_deref().unwrap_or_default();
    let leftover = context.under_way.may_leave(format!(
        "volume '{name}' may have been made for '{}', and --client-token {} takes it",
        job.name, job.mark.token
    ));
    let sent = once::send(
        session.patience(),
        async || {
            log.sending(job, Box::pin(create_volume(session, new)))
                .await
        },
        async || find(session, new).await,
        |error, left| once::tell(&context.notes, "volume", name, error, left),
    )
    .await;
    leftover.settled();
    let (error, unknown) = match sent {
        Sent::Made(volume, _) => return Ok(volume),
        Sent::Refused(error, _) | Sent::Absent(error) => (error, false),
        Sent::Unknown(error) => (error, true),
    };
    let mut error = CommandError::from(error).during(OPERATION);
    error.message = format!("volume '{name}': {}", error.message);
    if unknown {
        error = error.hint(format!(
            "whether it was made is not known: 'ostk volumes list' shows it if it was, and the same \
             command with --client-token {} takes it",
            job.mark.token
        ));
    }
    Err(Failed { error, unknown })
}

/// Removes what was made for an instance that has failed. A server that no host was found for
/// holds its volumes until it is deleted, and is good for nothing else. True, if it was.
pub(super) async fn clear_away(context: &Context, server: &Server, volumes: &[String]) -> bool {
    let session = &context.session;
    let mut held = Vec::new();
    for volume in volumes {
        if delete_volume(session, volume).await.is_err() {
            held.push(volume.as_str());
        }
    }
    if held.is_empty() {
        return false;
    }
    let name = &server.name;
    if let Err(error) = act(session, &server.id, ServerAction::Delete).await {
        let held = held.join(", ");
        context.notes.warn(&format!(
            "instance '{name}' holds volumes that were made for it ({held}), and could not be \
             deleted: {error}"
        ));
        return false;
    }
    if tell_what_stays(context, &held).await {
        context.notes.note(&format!(
            "Instance '{name}' ({}) was deleted, with the volumes that were made for it.",
            server.id
        ));
    }
    true
}

/// Waits until volumes have gone with their server, and names those that do not. True, if all go.
pub(super) async fn tell_what_stays(context: &Context, volumes: &[impl AsRef<str>]) -> bool {
    let session = &context.session;
    let ends: Vec<_> = stream::iter(volumes.iter().map(AsRef::as_ref))
        .map(|volume| async move { (volume, freed(session, volume).await) })
        .buffered(16)
        .collect()
        .await;
    let mut all_gone = true;
    for (volume, end) in ends {
        if let Err(why) = end {
            all_gone = false;
            context.notes.warn(&format!(
                "volume {volume}, made for it, is still there: {why}"
            ));
        }
    }
    all_gone
}

/// A volume goes with its server, or can be removed after it.
async fn freed(session: &Session, volume: &str) -> Result<(), String> {
    let deadline = Instant::now() + CLEARING;
    loop {
        let why = match show_volume(session, volume).await {
            Ok(None) => return Ok(()),
            Ok(Some(found)) if found.status == "deleting" => "it is being deleted".to_owned(),
            // Nova may be about to do the same.
            Ok(Some(found)) if found.status == "available" || found.status.starts_with("error") => {
                match delete_volume(session, volume).await {
                    Ok(_) => "it is being deleted".to_owned(),
                    Err(error) => error.to_string(),
                }
            }
            Ok(Some(_)) => "the instance still holds it".to_owned(),
            Err(error) => error.to_string(),
        };
        if Instant::now() >= deadline {
            return Err(why);
        }
        tokio::time::sleep(PAUSE).await;
    }
}
