//! The volumes that must exist before an instance. They are created once, followed until they are
//! available, and not left behind.

use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use tokio::time::Instant;

use crate::commands::instances::create::plan::Creation;
use crate::commands::instances::create::plan::journal::CreateJournal;
use crate::commands::volumes::{
    NewVolume, Volume, VolumeState, create_volume, delete_volume, follow_volume, show_volume,
    unavailable,
};
use crate::error::CommandError;
use crate::openstack::{Error, Pager, Resource as _, Server, Session, delete_server, list_call};
use crate::verbs::context::{Context, Leftover};
use crate::verbs::once::{self, Sent};

const OPERATION: &str = "CreateVolume";
/// How long to wait until volumes go with the server that held them.
const CLEARING: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(300);

/// Volumes that were created for an instance, and are not attached yet.
#[derive(Debug, Default)]
pub(super) struct NewVolumes {
    pub(super) ids: Vec<String>,
    /// What an interruption would leave behind.
    leftovers: Vec<Leftover>,
}

impl NewVolumes {
    fn add(&mut self, context: &Context, creation: &Creation, id: String) {
        let what = format!(
            "volume {id} was made for '{}', and --client-token {} takes it",
            creation.name, creation.token.text
        );
        self.leftovers.push(context.under_way.may_leave(what));
        self.ids.push(id);
    }

    /// Returns the IDs. The volumes belong to an instance now, or are gone, or were reported.
    pub(super) fn settled(self) -> Vec<String> {
        self.leftovers.into_iter().for_each(Leftover::settled);
        self.ids
    }

    /// Removes the volumes of an instance that was not created. Returns what could not be removed.
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
pub(super) struct VolumeFailure {
    pub(super) error: CommandError,
    /// Whether a volume may still be created.
    pub(super) unknown: bool,
}

impl VolumeFailure {
    fn surely(error: CommandError) -> Self {
        Self {
            error,
            unknown: false,
        }
    }

    /// Returns the failure if Cinder could not be asked.
    fn unasked(error: Error) -> Self {
        Self {
            error: CommandError::from(error).during(OPERATION),
            unknown: true,
        }
    }
}

/// Creates the volumes, or takes those of an earlier try, and waits until they are available. If that
/// fails, the volumes are removed again, or named.
pub(super) async fn ready(
    context: &Context,
    journal: &CreateJournal<'_>,
    creation: &Creation,
    look: bool,
    deadline: Instant,
) -> Result<NewVolumes, VolumeFailure> {
    let mut volumes = NewVolumes::default();
    match all(context, journal, creation, look, deadline, &mut volumes).await {
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
    journal: &CreateJournal<'_>,
    creation: &Creation,
    look: bool,
    deadline: Instant,
    volumes: &mut NewVolumes,
) -> Result<(), VolumeFailure> {
    let session = &context.session;
    let mut open = Vec::new();
    for new in &creation.request.new_volumes {
        let found = if look {
            find(session, new).await.map_err(VolumeFailure::unasked)?
        } else {
            None
        };
        let volume = match found {
            Some(volume) => volume,
            None => make(context, journal, creation, new).await?,
        };
        volumes.add(context, creation, volume.id.clone());
        journal.volumes(creation, &volumes.ids);
        // A volume that a server holds already is ready.
        if !matches!(volume.status.as_str(), "reserved" | "in-use" | "attaching") {
            open.push(volume.id);
        }
    }
    // The volumes come up side by side. They can be waited for one after another.
    for volume in open {
        let end = follow_volume(session, &volume, deadline, false).await;
        let end = end.map_err(VolumeFailure::unasked)?;
        if let Some(error) =
            unavailable(&format!("volume {volume}, for '{}',", creation.name), &end)
        {
            return Err(VolumeFailure::surely(error.during(OPERATION)));
        }
    }
    Ok(())
}

/// Finds the volume that an earlier try created. Removes volumes in error.
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
    journal: &CreateJournal<'_>,
    creation: &Creation,
    new: &NewVolume,
) -> Result<VolumeState, VolumeFailure> {
    let session = &context.session;
    let name = new.name.as_deref().unwrap_or_default();
    let leftover = context.under_way.may_leave(format!(
        "volume '{name}' may have been made for '{}', and --client-token {} takes it",
        creation.name, creation.token.text
    ));
    let sent = once::send(
        session.patience(),
        async || {
            journal
                .sending(creation, Box::pin(create_volume(session, new)))
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
            creation.token.text
        ));
    }
    Err(VolumeFailure { error, unknown })
}

/// Removes the volumes of an instance that has failed. If no host was found for it, it holds its
/// volumes until it is deleted. Returns whether it was deleted.
pub(crate) async fn clear_away(context: &Context, server: &Server, volumes: &[String]) -> bool {
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
    if let Err(error) = delete_server(session, "TerminateInstances", &server.id).await {
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

/// Waits until volumes go with their server, and names those that stay. Returns whether all went.
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

/// Waits until a volume went with its server, or was removed after it.
async fn freed(session: &Session, volume: &str) -> Result<(), String> {
    let deadline = Instant::now() + CLEARING;
    loop {
        let why = match show_volume(session, volume).await {
            Ok(None) => return Ok(()),
            Ok(Some(found)) if found.status == "deleting" => "it is being deleted".to_owned(),
            // Nova may be about to delete it, too.
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
