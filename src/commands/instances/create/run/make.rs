//! Creates one instance exactly once, whatever became of earlier tries and of the responses.

use std::sync::Mutex;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use super::volumes::{self, NewVolumes};
use crate::commands::instances::create::plan::client_token;
use crate::commands::instances::create::plan::earlier::{KnownServers, mismatch, terminated};
use crate::commands::instances::create::plan::journal::CreateJournal;
use crate::commands::instances::create::plan::{CreatedInstance, Creation, quota};
use crate::commands::instances::create::spec::OPERATION;
use crate::error::CommandError;
use crate::openstack::{
    CreatedServer, Error, Server, Session, create_server, creating_request, delete_server,
    show_server,
};
use crate::records::{ResourceRecord, client_tag};
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::once::{self, Doubt, Sent};
use crate::verbs::progress::Progress;
use crate::verbs::waiting::Limit;

/// How long to look for a server that must be about to appear: it holds its volume already.
const ABOUT_TO_APPEAR: Duration = Duration::from_secs(10);

/// The time that is kept for removing volumes that were not ready in time.
const TO_REMOVE: Duration = Duration::from_secs(2);

/// Creates one instance.
pub(super) struct Creator<'a> {
    pub(super) context: &'a Context,
    pub(super) journal: &'a CreateJournal<'a>,
    /// Until when the command must end.
    pub(super) limit: Limit,
    /// How long new volumes are waited for.
    pub(super) volume_timeout: Duration,
    pub(super) creation: &'a Creation,
    pub(super) known: &'a KnownServers,
    pub(super) progress: &'a Mutex<Progress>,
    /// Whether the command waits for the instance, and so needs the ID of its request.
    pub(super) waits: bool,
}

impl Creator<'_> {
    /// Creates the instance within the command's time. If time runs out, the request may still be
    /// carried out. [`Context::under_way`] then says so.
    pub(super) async fn create_in_time(&self) -> Result<CreatedInstance, CommandError> {
        let late = |what: &str| {
            let what = format!("instance '{}' {what}", self.creation.name);
            Err(self.limit.exceeded(self.session(), &what).during(OPERATION))
        };
        if self.limit.is_over() {
            return late("was not asked for, since its turn did not come");
        }
        let made = self.limit.bound(self.create_once()).await;
        made.unwrap_or_else(|| late("was not created"))
    }

    /// Creates the instance, or finds the one that an earlier try created.
    async fn create_once(&self) -> Result<CreatedInstance, CommandError> {
        let (journal, creation) = (self.journal, self.creation);
        let earlier = journal.intend(creation);
        if let Some(record) = &earlier {
            if let Some(error) = mismatch(creation, record) {
                return Err(error);
            }
            if let Some(id) = &record.resource_id {
                return self.recorded(id, record).await;
            }
        }
        let sent = earlier.as_ref().and_then(|record| record.sent);
        if let Some(server) = self.find_earlier(sent).await? {
            let volumes = earlier.map(|record| record.volumes).unwrap_or_default();
            return self.adopt(&server, volumes).await;
        }
        let look = earlier.is_some() || creation.token_is_given;
        if !creation.request.new_volumes.is_empty() {
            self.say("making its volumes");
        }
        let volumes = volumes::ready(self.context, journal, creation, look, self.volumes_end());
        let volumes = match Box::pin(volumes).await {
            Ok(volumes) => volumes,
            Err(failed) => {
                let error = failed.error;
                if failed.unknown {
                    journal.doubt(creation, &error.message);
                } else {
                    journal.fail(creation, &error.message);
                }
                return Err(error);
            }
        };
        self.send(volumes, sent.is_some()).await
    }

    /// Returns until when new volumes are waited for. They can still be removed in time then.
    fn volumes_end(&self) -> Instant {
        let margin = TO_REMOVE.min(self.limit.time / 10);
        let end = self.limit.end_within(self.volume_timeout);
        let latest = self.limit.end.checked_sub(margin);
        latest.map_or(end, |latest| end.min(latest))
    }

    /// Shows words on the live line of the instance.
    fn say(&self, words: &str) {
        if let Ok(mut progress) = self.progress.lock() {
            progress.set(&self.creation.name, &self.creation.name, words);
        }
    }

    fn session(&self) -> &Session {
        &self.context.session
    }

    /// Returns the instance that the journal names.
    async fn recorded(
        &self,
        id: &str,
        record: &ResourceRecord,
    ) -> Result<CreatedInstance, CommandError> {
        let found = show_server(self.session(), id).await;
        if let Some(found) = found.map_err(|error| self.named(error))? {
            return self.adopt(&found.item, record.volumes.clone()).await;
        }
        self.journal.observe(id, State::Terminated.name());
        Err(terminated(self.creation, id))
    }

    /// Finds the instance of an earlier try that the journal does not name. Waits for a request that
    /// may still be on its way.
    async fn find_earlier(&self, sent: Option<Timestamp>) -> Result<Option<Server>, CommandError> {
        let creation = self.creation;
        let known = self.known.of(creation);
        let seen = known.and_then(|known| client_token::pick(&known.servers, creation.index));
        if seen.is_some() {
            return Ok(seen.cloned());
        }
        let Some(sent) = sent else { return Ok(None) };
        let (left, over) = once::time_left(self.session(), sent);
        if known.is_some_and(|known| known.at >= over) {
            return Ok(None);
        }
        if !left.is_zero() {
            self.say("looking for it");
            once::tell_earlier(self.context, "instance", &creation.name, left);
        }
        once::look_until(Instant::now() + left, async || self.look().await)
            .await
            .map_err(|error| self.named(error))
    }

    /// Looks for the instance by its client token.
    async fn look(&self) -> Result<Option<Server>, Error> {
        let servers = self.creation.token.find_servers(self.session()).await?;
        Ok(client_token::pick(&servers, self.creation.index).cloned())
    }

    /// Takes the instance that an earlier try created.
    async fn adopt(
        &self,
        server: &Server,
        volumes: Vec<String>,
    ) -> Result<CreatedInstance, CommandError> {
        if client_token::is_gone(server) {
            return Err(terminated(self.creation, &server.id));
        }
        self.context.notes.note(&format!(
            "Instance '{}' ({}) was created by an earlier try with this client token.",
            server.name, server.id
        ));
        let request_id = self.request_of(&server.id).await;
        Ok(self.complete(server.id.clone(), request_id, volumes))
    }

    /// Returns the ID of the request that created a server, if the response did not tell it.
    async fn request_of(&self, id: &str) -> Option<String> {
        if !self.waits {
            return None;
        }
        creating_request(self.session(), id).await.ok().flatten()
    }

    /// Records that the instance exists.
    fn complete(
        &self,
        id: String,
        request_id: Option<String>,
        volumes: Vec<String>,
    ) -> CreatedInstance {
        self.journal.complete(self.creation, &id, &volumes);
        self.context.pending.add(&id, &self.creation.name);
        CreatedInstance {
            id,
            request_id,
            volumes,
            server: None,
        }
    }

    /// Sends the request until its outcome is known.
    async fn send(
        &self,
        volumes: NewVolumes,
        doubtful: bool,
    ) -> Result<CreatedInstance, CommandError> {
        let (context, journal, creation) = (self.context, self.journal, self.creation);
        let leftover = context.under_way.may_leave(format!(
            "'{}' may have been created: --client-token {} finds it, or creates it",
            creation.name, creation.token.text
        ));
        let sent = once::send(
            self.session().patience(),
            async || {
                self.say("asking for it");
                journal
                    .sending(creation, Box::pin(self.request(&volumes.ids)))
                    .await
            },
            async || {
                let Some(server) = self.look().await? else {
                    return Ok(None);
                };
                Ok(Some(CreatedServer {
                    request_id: self.request_of(&server.id).await,
                    id: server.id,
                }))
            },
            |error, left| {
                journal.doubt(creation, &error.to_string());
                self.say("looking for it");
                once::tell(&context.notes, "instance", &creation.name, error, left);
            },
        )
        .await;
        leftover.settled();
        match sent {
            Sent::Made(created, doubt) => {
                let volumes = volumes.settled();
                if doubt == Doubt::Earlier || doubtful || creation.token_is_given {
                    self.settle_race(created, volumes).await
                } else {
                    Ok(self.complete(created.id, created.request_id, volumes))
                }
            }
            Sent::Refused(error, doubt) => {
                let doubtful = doubtful || doubt == Doubt::Earlier;
                self.refused(error, volumes, doubtful).await
            }
            Sent::Absent(error) => self.refused(error, volumes, false).await,
            Sent::Unknown(error) => Err(self.in_doubt(error, volumes)),
        }
    }

    /// Returns the error if the outcome is unknown. New volumes stay for the next try.
    fn in_doubt(&self, error: Error, volumes: NewVolumes) -> CommandError {
        let error = self.named(error).hint(format!(
            "whether it was created is not known: the same command with --client-token {} finds \
             it, or creates it",
            self.creation.token.text
        ));
        self.journal.doubt(self.creation, &error.message);
        let volumes = volumes.settled();
        if volumes.is_empty() {
            error
        } else {
            error.hint(format!("volumes made for it: {}", volumes.join(", ")))
        }
    }

    /// Sends the request, with the token as a tag if Nova knows tags.
    async fn request(&self, volumes: &[String]) -> Result<CreatedServer, Error> {
        let (body, version) = self.creation.request.body(volumes);
        let mut tagged = body.clone();
        let tag = client_tag(&self.creation.token.text).into();
        match &mut tagged["server"]["tags"] {
            serde_json::Value::Array(tags) => tags.push(tag),
            none => *none = vec![tag].into(),
        }
        match create_server(
            self.session(),
            OPERATION,
            tagged,
            &[version.max(client_token::TAGS)],
        )
        .await
        {
            Err(Error::Microversion { .. }) if version < client_token::TAGS => {
                create_server(self.session(), OPERATION, body, &[version]).await
            }
            result => result,
        }
    }

    /// Settles a race with another request for the same instance. The older server counts, for every
    /// process that looks. This one is deleted before it was reported.
    async fn settle_race(
        &self,
        created: CreatedServer,
        volumes: Vec<String>,
    ) -> Result<CreatedInstance, CommandError> {
        let (context, creation) = (self.context, self.creation);
        let servers = match creation.token.find_servers(self.session()).await {
            Ok(servers) => servers,
            Err(error) => {
                context.notes.warn(&format!(
                    "whether another instance has this client token could not be seen: {error}"
                ));
                Vec::new()
            }
        };
        let mut alive = client_token::numbered(&servers, creation.index)
            .filter(|server| !client_token::is_gone(server));
        let oldest = alive.next();
        let Some(older) = oldest.filter(|server| server.id != created.id) else {
            let others: Vec<&str> = alive.map(|server| server.id.as_str()).collect();
            if !others.is_empty() {
                context.notes.warn(&format!(
                    "'{}' was made more than once with this client token: {} counts, and there is \
                     also {}",
                    creation.name,
                    created.id,
                    others.join(", ")
                ));
            }
            return Ok(self.complete(created.id, created.request_id, volumes));
        };
        match delete_server(self.session(), "TerminateInstances", &created.id).await {
            Ok(_) => context.notes.note(&format!(
                "Another request with this client token came first: {} was deleted again.",
                created.id
            )),
            Err(error) => context.notes.warn(&format!(
                "another request with this client token came first, and {} could not be deleted: \
                 {error}",
                created.id
            )),
        }
        volumes::tell_what_stays(context, &volumes).await;
        self.adopt(older, Vec::new()).await
    }

    /// Handles a refusal. An earlier request may have created the instance: it took the same volumes,
    /// and this one was refused for that.
    async fn refused(
        &self,
        error: Error,
        volumes: NewVolumes,
        doubtful: bool,
    ) -> Result<CreatedInstance, CommandError> {
        if doubtful {
            let mut until = Instant::now();
            if !volumes.ids.is_empty() {
                until += ABOUT_TO_APPEAR;
            }
            match once::look_until(until, async || self.look().await).await {
                Ok(Some(server)) => return self.adopt(&server, volumes.settled()).await,
                Ok(None) => {}
                Err(_) => return Err(self.in_doubt(error, volumes)),
            }
        }
        let status = match &error {
            Error::Fault(fault) => fault.status,
            _ => 0,
        };
        let mut error = self.named(error);
        if status == 403
            && let Some((code, words)) = quota::over(self.session(), self.creation).await
        {
            error.code = code;
            error.hints.push(words);
        }
        if status == 409 {
            // The conflict is not about an instance: there is none yet.
            error.code = "IncorrectState";
            if self.creation.request.leaves_networks_to_nova() {
                error = error.hint("--network NAME chooses one, 'ostk networks list' shows them");
            }
        }
        self.journal.fail(self.creation, &error.message);
        error.hints.extend(volumes.remove(self.session()).await);
        Err(error)
    }

    /// Returns the error with the name of the instance.
    fn named(&self, error: Error) -> CommandError {
        let mut error = CommandError::from(error).during(OPERATION);
        error.message = format!("instance '{}': {}", self.creation.name, error.message);
        error
    }
}
