//! Creates a volume once, even if earlier tries or responses were lost (`verbs::once`). Cinder
//! finds the volume by the client token in its metadata.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;

use super::Volume;
use super::calls::{CREATE, NewVolume, VolumeState, create_volume, delete_volume, follow_volume};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Resource as _, Session, list_all, list_call, show_known};
use crate::records::{CLIENT_TOKEN_KEY, Created, Intent, RUN_ID_KEY, ResourceRecord};
use crate::verbs::claim;
use crate::verbs::context::Context;
use crate::verbs::log::Log;
use crate::verbs::once::{self, Doubt, Sent};

/// The number of the only volume of a token.
const INDEX: u32 = 1;

/// How long to wait until a duplicate volume can be deleted.
const SETTLING: Duration = Duration::from_mins(1);

/// A volume to create, with its client token.
#[derive(Debug)]
pub(super) struct WantedVolume {
    pub(super) new: NewVolume,
    pub(super) token: String,
    /// Whether the user gave the token. Then an earlier try may have created the volume.
    pub(super) given: bool,
    pub(super) run_id: Option<String>,
}

impl WantedVolume {
    /// Adds the user's token, or a new one, to the volume's metadata.
    pub(super) fn new(mut new: NewVolume, token: Option<&str>, run_id: Option<String>) -> Self {
        let given = token.is_some();
        let token = token.map_or_else(|| uuid::Uuid::new_v4().to_string(), str::to_owned);
        new.metadata
            .push((CLIENT_TOKEN_KEY.to_owned(), token.clone()));
        if let Some(run_id) = &run_id {
            new.metadata.push((RUN_ID_KEY.to_owned(), run_id.clone()));
        }
        Self {
            new,
            token,
            given,
            run_id,
        }
    }

    fn name(&self) -> &str {
        self.new.name.as_deref().unwrap_or_default()
    }

    /// Returns the hint for a volume that may or may not exist.
    pub(super) fn unknown(&self) -> String {
        format!(
            "whether it was created is not known: the same command with --client-token {} finds \
             it, or creates it",
            self.token
        )
    }

    fn intent(&self, log: &Log<'_>) -> Intent {
        Intent {
            scope: log.scope.clone(),
            token: self.token.clone(),
            run_id: self.run_id.clone(),
            name: self.name().to_owned(),
            index: INDEX,
            count: 1,
            image: self.new.image.clone(),
            flavor: None,
            key_name: None,
            networks: Vec::new(),
            security_groups: Vec::new(),
            volumes: Vec::new(),
            at: log.now(),
        }
    }
}

/// Creates the volume, or finds the one that an earlier try created. Waits until the deadline for
/// another process with the same token.
pub(super) async fn make(
    context: &Context,
    log: &Log<'_>,
    wanted: &WantedVolume,
    deadline: Instant,
) -> Result<VolumeState, CommandError> {
    let tokens: BTreeSet<&str> = wanted
        .given
        .then_some(wanted.token.as_str())
        .into_iter()
        .collect();
    // Held until the volume is created: the next process then finds it.
    let _claims = claim::all(context, &log.scope, CREATE, tokens, deadline).await?;
    let maker = Maker {
        context,
        log,
        wanted,
    };
    maker.make().await
}

struct Maker<'a> {
    context: &'a Context,
    log: &'a Log<'a>,
    wanted: &'a WantedVolume,
}

impl Maker<'_> {
    async fn make(&self) -> Result<VolumeState, CommandError> {
        let wanted = self.wanted;
        let earlier = self.log.intend(&wanted.intent(self.log));
        if let Some(record) = &earlier {
            self.refuse_another(record)?;
            if let Some(id) = &record.resource_id {
                return self.known(id).await;
            }
        }
        let sent = earlier.as_ref().and_then(|record| record.sent);
        let mut left = Duration::ZERO;
        if let Some(sent) = sent {
            left = once::time_left(self.session(), sent).0;
        }
        if !left.is_zero() {
            once::tell_earlier(self.context, "volume", wanted.name(), left);
        }
        // A token that ostk generated is new, so nothing can have it yet.
        if earlier.is_some() || wanted.given {
            let until = Instant::now() + left;
            let found = once::look_until(until, async || self.look().await).await;
            if let Some(volume) = found.map_err(|error| self.named(error))? {
                return self.take(&volume);
            }
        }
        self.create(sent.is_some()).await
    }

    fn session(&self) -> &Session {
        &self.context.session
    }

    /// Returns the volume that the journal names.
    async fn known(&self, id: &str) -> Result<VolumeState, CommandError> {
        let found = show_known::<Volume>(self.session(), id).await;
        if let Some(found) = found.map_err(|error| self.named(error))? {
            return self.take(&found.item);
        }
        self.log.observe(id, "terminated");
        Err(self.gone(id))
    }

    fn gone(&self, id: &str) -> CommandError {
        CommandError::new(
            ExitCode::Service,
            Volume::NOUN.not_found,
            format!(
                "client token '{}' was used before for volume {id}, which has been deleted",
                self.wanted.token
            ),
        )
        .during(CREATE)
        .hint("another volume needs another token")
    }

    /// Returns EC2's error for a token that was used with other parameters.
    fn mismatch(&self, what: &str) -> CommandError {
        CommandError::new(
            ExitCode::Service,
            "IdempotentParameterMismatch",
            format!(
                "client token '{}' was used before for a volume with another {what}",
                self.wanted.token
            ),
        )
        .during(CREATE)
        .hint("another volume needs another token")
    }

    fn refuse_another(&self, record: &ResourceRecord) -> Result<(), CommandError> {
        if record.name != self.wanted.name() {
            Err(self.mismatch("name"))
        } else if record.image != self.wanted.new.image {
            Err(self.mismatch("image"))
        } else {
            Ok(())
        }
    }

    /// Returns the volumes with the token, the oldest first. Leaves out volumes that were created
    /// for an instance with the same token: they belong to the instance.
    async fn carriers(&self) -> Result<Vec<Volume>, Error> {
        let mark = json!({ CLIENT_TOKEN_KEY: self.wanted.token });
        let call = list_call::<Volume>().query("metadata", mark.to_string());
        let mut found = list_all::<Volume>(self.session(), call).await?;
        found.retain(|one| one.client_token() == Some(&self.wanted.token));
        found.sort_by_key(Volume::age);
        Ok(found)
    }

    async fn look(&self) -> Result<Option<Volume>, Error> {
        let mut found = self.carriers().await?;
        let stays = found.iter().position(|volume| !volume.is_deleting());
        Ok((!found.is_empty()).then(|| found.swap_remove(stays.unwrap_or_default())))
    }

    /// Returns the volume of an earlier try as the result.
    fn take(&self, volume: &Volume) -> Result<VolumeState, CommandError> {
        if volume.is_deleting() {
            return Err(self.gone(volume.id()));
        }
        if volume.size_gib() != self.wanted.new.size {
            return Err(self.mismatch("size"));
        }
        self.context.notes.note(&format!(
            "Volume '{}' ({}) was created by an earlier try with this client token.",
            volume.name(),
            volume.id()
        ));
        Ok(self.made(state(volume)))
    }

    fn made(&self, volume: VolumeState) -> VolumeState {
        let done = Created {
            resource_id: volume.id.clone(),
            name: self.wanted.name().to_owned(),
            state: volume.status.clone(),
            volumes: Vec::new(),
        };
        self.log.complete(&self.wanted.token, INDEX, &done);
        self.context.pending.add(&volume.id, self.wanted.name());
        volume
    }

    async fn create(&self, doubtful: bool) -> Result<VolumeState, CommandError> {
        let (context, log, wanted) = (self.context, self.log, self.wanted);
        let (name, token) = (wanted.name(), wanted.token.as_str());
        let leftover = context.under_way.may_leave(format!(
            "volume '{name}' may have been created: --client-token {token} finds it, or creates it"
        ));
        let session = self.session();
        let sent = once::send(
            session.patience(),
            async || {
                log.sending(token, INDEX, Box::pin(create_volume(session, &wanted.new)))
                    .await
            },
            async || Ok(self.look().await?.as_ref().map(state)),
            |error, left| {
                log.doubt(token, INDEX, &error.to_string());
                once::tell(&context.notes, "volume", name, error, left);
            },
        )
        .await;
        leftover.settled();
        match sent {
            Sent::Made(volume, doubt) if doubt == Doubt::Earlier || doubtful || wanted.given => {
                self.settle(volume).await
            }
            Sent::Made(volume, _) => Ok(self.made(volume)),
            Sent::Refused(error, doubt) if doubtful || doubt == Doubt::Earlier => {
                // An earlier request may be the reason, if it used up the quota.
                match self.look().await {
                    Ok(Some(volume)) => self.take(&volume),
                    Ok(None) => Err(self.failed(error)),
                    Err(_) => Err(self.in_doubt(error)),
                }
            }
            Sent::Refused(error, _) | Sent::Absent(error) => Err(self.failed(error)),
            Sent::Unknown(error) => Err(self.in_doubt(error)),
        }
    }

    /// Keeps the older of two volumes with the token, if another request created one too. The
    /// younger one is deleted: it has not been shown yet.
    async fn settle(&self, made: VolumeState) -> Result<VolumeState, CommandError> {
        let notes = &self.context.notes;
        let mut carriers = match self.carriers().await {
            Ok(carriers) => carriers,
            Err(error) => {
                notes.warn(&format!(
                    "whether another volume has this client token could not be seen: {error}"
                ));
                Vec::new()
            }
        };
        carriers.retain(|volume| !volume.is_deleting());
        let Some(older) = carriers.first().filter(|volume| volume.id() != made.id) else {
            let others = carriers.iter().skip(1).map(super::Volume::id);
            let others: Vec<&str> = others.collect();
            if !others.is_empty() {
                notes.warn(&format!(
                    "'{}' was made more than once with this client token: {} counts, and there is \
                     also {}",
                    self.wanted.name(),
                    made.id,
                    others.join(", ")
                ));
            }
            return Ok(self.made(made));
        };
        // Cinder doesn't delete a volume that is still being created.
        let until = Instant::now() + SETTLING;
        let _ = follow_volume(self.session(), &made.id, until, false).await;
        match delete_volume(self.session(), &made.id).await {
            Ok(_) => notes.note(&format!(
                "Another request with this client token came first: {} was deleted again.",
                made.id
            )),
            Err(error) => notes.warn(&format!(
                "another request with this client token came first, and {} could not be deleted: \
                 {error}",
                made.id
            )),
        }
        self.take(older)
    }

    fn failed(&self, error: Error) -> CommandError {
        let error = self.named(error);
        self.log.fail(&self.wanted.token, INDEX, &error.message);
        error
    }

    /// Returns the error for a volume that may or may not exist.
    fn in_doubt(&self, error: Error) -> CommandError {
        let error = self.named(error).hint(self.wanted.unknown());
        self.log.doubt(&self.wanted.token, INDEX, &error.message);
        error
    }

    fn named(&self, error: Error) -> CommandError {
        let mut error = CommandError::from(error).during(CREATE);
        error.message = format!("volume '{}': {}", self.wanted.name(), error.message);
        error
    }
}

fn state(volume: &Volume) -> VolumeState {
    VolumeState {
        id: volume.id().to_owned(),
        status: volume.status().to_owned(),
    }
}
