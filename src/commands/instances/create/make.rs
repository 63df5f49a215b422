//! Makes one instance, whatever became of earlier tries and of the answers.

use std::sync::Mutex;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::Instant;

use super::OPERATION;
use super::job::Job;
use super::journal::Log;
use super::volumes::{self, Volumes};
use super::{mark, quota};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{
    Created, Error, Server, ServerAction, Session, act, create_server, creating_request,
    show_server,
};
use crate::records::{ResourceRecord, client_tag};
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::once::{self, Doubt, Sent};
use crate::verbs::progress::Progress;
use crate::verbs::waiting::Limit;

/// How long a server is looked for that must be about to appear, since it holds its volume.
const ABOUT_TO_APPEAR: Duration = Duration::from_secs(10);

/// How long it may take to remove volumes that were not ready in time.
const TO_REMOVE: Duration = Duration::from_secs(2);

/// An instance that there is now.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) request_id: Option<String>,
    /// Volumes that were made for it.
    pub(super) volumes: Vec<String>,
}

/// What a look at a token's servers has found, and when it began.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) servers: Vec<Server>,
    pub(super) at: Timestamp,
}

/// What is needed to make an instance.
pub(super) struct Maker<'a> {
    pub(super) context: &'a Context,
    pub(super) log: &'a Log<'a>,
    /// Until when the whole command is to be done.
    pub(super) limit: Limit,
    /// How long its volumes are waited for.
    pub(super) timeout: Duration,
    pub(super) job: &'a Job,
    /// The servers that have its token, if that was looked at.
    pub(super) seen: Option<&'a Seen>,
    pub(super) progress: &'a Mutex<Progress>,
    /// Whether it is followed afterwards, so that its request's ID is worth a request.
    pub(super) followed: bool,
}

/// Returns the error for a client token that was used with other parameters, as in EC2. Networks and
/// groups are compared only with what this machine asked for: a record that was taken from the
/// cloud has the names of what the instance got.
pub(super) fn mismatch(job: &Job, record: &ResourceRecord) -> Option<CommandError> {
    let shown = &job.prepared.shown;
    let token = &job.mark.token;
    let differs = |own: &Option<String>, other: &Option<String>| matches!((own, other), (Some(own), Some(other)) if own != other);
    let was_asked_here = record.sent.is_some();
    let lists_differ = |own: &[String], other: &[String]| {
        was_asked_here && !own.is_empty() && !other.is_empty() && own != other
    };
    let what = if record.name != job.name {
        "name"
    } else if differs(&shown.image, &record.image) {
        "image"
    } else if differs(&shown.flavor, &record.flavor) {
        "instance type"
    } else if shown.key_name != record.key_name {
        "key pair"
    } else if lists_differ(&shown.networks, &record.networks) {
        "network"
    } else if lists_differ(&shown.groups, &record.security_groups) {
        "security group"
    } else {
        return None;
    };
    let message =
        format!("client token '{token}' was used before for an instance with another {what}");
    let error = CommandError::new(ExitCode::Service, "IdempotentParameterMismatch", message);
    Some(error.during(OPERATION).hint(format!(
        "'ostk records describe {token}' shows it; another instance needs another token"
    )))
}

/// Returns the error for a client token whose instance was deleted, as in EC2.
pub(super) fn terminated(job: &Job, id: &str) -> CommandError {
    let token = &job.mark.token;
    CommandError::new(
        ExitCode::Service,
        "IdempotentInstanceTerminated",
        format!("client token '{token}' was used before for instance {id}, which has been deleted"),
    )
    .during(OPERATION)
    .hint("another instance needs another token")
}

impl Maker<'_> {
    /// Makes it as far as there is time. A request that was given up may have made it all the same:
    /// [`Context::under_way`] then says so.
    pub(super) async fn make_in_time(&self) -> Result<Made, CommandError> {
        let late = |what: &str| {
            let what = format!("instance '{}' {what}", self.job.name);
            Err(self.limit.exceeded(self.session(), &what).during(OPERATION))
        };
        if self.limit.is_over() {
            return late("was not asked for, since its turn did not come");
        }
        let made = self.limit.bound(self.make()).await;
        made.unwrap_or_else(|| late("was not created"))
    }

    /// Makes it, or finds the one that an earlier try has made.
    async fn make(&self) -> Result<Made, CommandError> {
        let (log, job) = (self.log, self.job);
        let earlier = log.intend(job);
        if let Some(record) = &earlier {
            if let Some(error) = mismatch(job, record) {
                return Err(error);
            }
            if let Some(id) = &record.resource_id {
                return self.known(id, record).await;
            }
        }
        let sent = earlier.as_ref().and_then(|record| record.sent);
        if let Some(server) = self.earlier(sent).await? {
            let volumes = earlier.map(|record| record.volumes).unwrap_or_default();
            return self.take(&server, volumes).await;
        }
        let look = earlier.is_some() || job.given;
        if !job.prepared.new_volumes.is_empty() {
            self.say("making its volumes");
        }
        let volumes = volumes::ready(self.context, log, job, look, self.volumes_end());
        let volumes = match Box::pin(volumes).await {
            Ok(volumes) => volumes,
            Err(failed) => {
                let error = failed.error;
                if failed.unknown {
                    log.doubt(job, &error.message);
                } else {
                    log.fail(job, &error.message);
                }
                return Err(error);
            }
        };
        self.create(volumes, sent.is_some()).await
    }

    /// Until when its volumes are waited for: what was made can then still be removed in time.
    fn volumes_end(&self) -> Instant {
        let margin = TO_REMOVE.min(self.limit.time / 10);
        let end = self.limit.end_within(self.timeout);
        let latest = self.limit.end.checked_sub(margin);
        latest.map_or(end, |latest| end.min(latest))
    }

    /// What its live line says.
    fn say(&self, words: &str) {
        if let Ok(mut progress) = self.progress.lock() {
            progress.set(&self.job.name, &self.job.name, words);
        }
    }

    fn session(&self) -> &Session {
        &self.context.session
    }

    /// The instance that the journal names.
    async fn known(&self, id: &str, record: &ResourceRecord) -> Result<Made, CommandError> {
        let found = show_server(self.session(), id).await;
        if let Some(found) = found.map_err(|error| self.named(error))? {
            return self.take(&found.item, record.volumes.clone()).await;
        }
        self.log.observe(id, State::Terminated.name());
        Err(terminated(self.job, id))
    }

    /// The instance of an earlier try that the journal does not name. A request that may still be
    /// on its way is waited for.
    async fn earlier(&self, sent: Option<Timestamp>) -> Result<Option<Server>, CommandError> {
        let job = self.job;
        let seen = self
            .seen
            .and_then(|seen| mark::pick(&seen.servers, job.index));
        if seen.is_some() {
            return Ok(seen.cloned());
        }
        let Some(sent) = sent else { return Ok(None) };
        let (left, over) = once::time_left(self.session(), sent);
        if self.seen.is_some_and(|seen| seen.at >= over) {
            return Ok(None);
        }
        if !left.is_zero() {
            self.say("looking for it");
            once::tell_earlier(self.context, "instance", &job.name, left);
        }
        once::look_until(Instant::now() + left, async || self.look().await)
            .await
            .map_err(|error| self.named(error))
    }

    /// Looks for it by its token.
    async fn look(&self) -> Result<Option<Server>, Error> {
        let servers = self.job.mark.carriers(self.session()).await?;
        Ok(mark::pick(&servers, self.job.index).cloned())
    }

    /// What an earlier try has made is this one's, too.
    async fn take(&self, server: &Server, volumes: Vec<String>) -> Result<Made, CommandError> {
        if mark::is_gone(server) {
            return Err(terminated(self.job, &server.id));
        }
        self.context.notes.note(&format!(
            "Instance '{}' ({}) was created by an earlier try with this client token.",
            server.name, server.id
        ));
        let request_id = self.request_of(&server.id).await;
        Ok(self.made(server.id.clone(), request_id, volumes))
    }

    /// The request that made a server, where its answer did not tell.
    async fn request_of(&self, id: &str) -> Option<String> {
        if !self.followed {
            return None;
        }
        creating_request(self.session(), id).await.ok().flatten()
    }

    fn made(&self, id: String, request_id: Option<String>, volumes: Vec<String>) -> Made {
        self.log.complete(self.job, &id, &volumes);
        self.context.pending.add(&id, &self.job.name);
        Made {
            id,
            request_id,
            volumes,
        }
    }

    async fn create(&self, volumes: Volumes, doubtful: bool) -> Result<Made, CommandError> {
        let (context, log, job) = (self.context, self.log, self.job);
        let leftover = context.under_way.may_leave(format!(
            "'{}' may have been created: --client-token {} finds it, or creates it",
            job.name, job.mark.token
        ));
        let sent = once::send(
            self.session().patience(),
            async || {
                self.say("asking for it");
                log.sending(job, Box::pin(self.ask(&volumes.ids))).await
            },
            async || {
                let Some(server) = self.look().await? else {
                    return Ok(None);
                };
                Ok(Some(Created {
                    request_id: self.request_of(&server.id).await,
                    id: server.id,
                }))
            },
            |error, left| {
                log.doubt(job, &error.to_string());
                self.say("looking for it");
                once::tell(&context.notes, "instance", &job.name, error, left);
            },
        )
        .await;
        leftover.settled();
        match sent {
            Sent::Made(created, doubt) => {
                let volumes = volumes.settled();
                if doubt == Doubt::Earlier || doubtful || job.given {
                    self.settle(created, volumes).await
                } else {
                    Ok(self.made(created.id, created.request_id, volumes))
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

    /// Nobody knows whether it was made. What was made for it stays, for the next try.
    fn in_doubt(&self, error: Error, volumes: Volumes) -> CommandError {
        let error = self.named(error).hint(format!(
            "whether it was created is not known: the same command with --client-token {} finds \
             it, or creates it",
            self.job.mark.token
        ));
        self.log.doubt(self.job, &error.message);
        let volumes = volumes.settled();
        if volumes.is_empty() {
            error
        } else {
            error.hint(format!("volumes made for it: {}", volumes.join(", ")))
        }
    }

    /// Sends the request, with the token as a tag where Nova has tags.
    async fn ask(&self, volumes: &[String]) -> Result<Created, Error> {
        let (body, version) = self.job.prepared.body(volumes);
        let mut tagged = body.clone();
        let tag = client_tag(&self.job.mark.token).into();
        match &mut tagged["server"]["tags"] {
            serde_json::Value::Array(tags) => tags.push(tag),
            none => *none = vec![tag].into(),
        }
        match create_server(self.session(), tagged, &[version.max(mark::TAGS)]).await {
            Err(Error::Microversion { .. }) if version < mark::TAGS => {
                create_server(self.session(), body, &[version]).await
            }
            result => result,
        }
    }

    /// Where another request may have made one as well: the older one counts, for everybody who
    /// looks. Nobody has been told of this one yet.
    async fn settle(&self, created: Created, volumes: Vec<String>) -> Result<Made, CommandError> {
        let (context, job) = (self.context, self.job);
        let servers = match job.mark.carriers(self.session()).await {
            Ok(servers) => servers,
            Err(error) => {
                context.notes.warn(&format!(
                    "whether another instance has this client token could not be seen: {error}"
                ));
                Vec::new()
            }
        };
        let mut alive = mark::numbered(&servers, job.index).filter(|server| !mark::is_gone(server));
        let oldest = alive.next();
        let Some(older) = oldest.filter(|server| server.id != created.id) else {
            let others: Vec<&str> = alive.map(|server| server.id.as_str()).collect();
            if !others.is_empty() {
                context.notes.warn(&format!(
                    "'{}' was made more than once with this client token: {} counts, and there is \
                     also {}",
                    job.name,
                    created.id,
                    others.join(", ")
                ));
            }
            return Ok(self.made(created.id, created.request_id, volumes));
        };
        match act(self.session(), &created.id, ServerAction::Delete).await {
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
        self.take(older, Vec::new()).await
    }

    /// It was not made. Unless an earlier request has made it: that may be why this one was
    /// refused, since it took the same volumes.
    async fn refused(
        &self,
        error: Error,
        volumes: Volumes,
        doubtful: bool,
    ) -> Result<Made, CommandError> {
        if doubtful {
            let mut until = Instant::now();
            if !volumes.ids.is_empty() {
                until += ABOUT_TO_APPEAR;
            }
            match once::look_until(until, async || self.look().await).await {
                Ok(Some(server)) => return self.take(&server, volumes.settled()).await,
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
            && let Some((code, words)) = quota::over(self.session(), self.job).await
        {
            error.code = code;
            error.hints.push(words);
        }
        if status == 409 {
            // There is no instance whose state could be in the way.
            error.code = "IncorrectState";
            if self.job.prepared.leaves_networks_to_nova() {
                error = error.hint("--network NAME chooses one, 'ostk networks list' shows them");
            }
        }
        self.log.fail(self.job, &error.message);
        error.hints.extend(volumes.remove(self.session()).await);
        Err(error)
    }

    fn named(&self, error: Error) -> CommandError {
        let mut error = CommandError::from(error).during(OPERATION);
        error.message = format!("instance '{}': {}", self.job.name, error.message);
        error
    }
}
