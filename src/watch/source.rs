//! The requests of the stream: Nova's lists for a whole project, or one request for each server if
//! there are only a few.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use tokio::time::Instant;

use super::diff::{Batch, ServerSnapshot};
use crate::noun::Noun;
use crate::openstack::{
    Answer, ByName, Call, Error, Found, Pager, Resource, Server, Service, Session, Version,
    list_call, show_known,
};

/// How far each poll starts before the last one. `changes-since` counts whole seconds, and a change
/// written in one second may be seen in the next.
const OVERLAP: SignedDuration = SignedDuration::from_secs(2);
/// The assumed age of a response with an unknown request time, such as one from before this began.
const UNTIMED: SignedDuration = SignedDuration::from_secs(30);
/// Up to this many servers get a request each. For more, a list of changes costs less.
const FEW: usize = 4;
/// One list of all is better than a request for each if at least one server in this many is needed.
const CROWDED: usize = 4;
/// The most requests at once.
const PARALLEL: usize = 16;

/// The source of a stream.
#[expect(
    async_fn_in_trait,
    reason = "the stream runs on one thread, with the source that it was given"
)]
pub trait Source {
    /// Returns every server.
    async fn list(&self) -> Result<Batch, Error>;
    /// Returns the servers that have changed since then, including deleted ones.
    async fn changes(&self, since: Timestamp) -> Result<Batch, Error>;
    /// Returns what `changes` has missed, compared with all known servers.
    async fn resync(&self, known: &ServerSnapshot) -> Result<Batch, Error>;
    /// Stops following a server.
    fn forget(&mut self, id: &str);
}

/// Nova as a source.
pub struct CloudSource<'a> {
    session: &'a Session,
    all_projects: bool,
    /// The only servers to follow, or `None` for all.
    only: Option<BTreeSet<String>>,
    /// When the first action on these servers was requested.
    asked: Option<Instant>,
    /// Whether some of these servers belong to another project. The lists do not have its servers.
    foreign: AtomicBool,
    /// The servers from the search for the targets. They are the first listing.
    found: Mutex<Option<Batch>>,
}

impl fmt::Debug for CloudSource<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Cloud({:?})", self.only)
    }
}

/// A server by its ID alone. A list of these costs Nova a fifth of a list with all details.
#[derive(Debug, Deserialize)]
struct Known {
    id: String,
}

impl Resource for Known {
    const NOUN: &'static Noun = Server::NOUN;
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = Server::PATH;
    const COLLECTION: &'static str = Server::COLLECTION;
    const MEMBER: Option<&'static str> = Server::MEMBER;
    const VERSIONS: &'static [Version] = &[Version::new(2, 1)];
    const BY_NAME: ByName = ByName::Never;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &'static str {
        ""
    }
}

impl<'a> CloudSource<'a> {
    /// Returns a source for every instance of the project, or of all projects.
    pub fn project(session: &'a Session, all_projects: bool) -> Self {
        Self {
            session,
            all_projects,
            only: None,
            asked: None,
            foreign: AtomicBool::new(false),
            found: Mutex::new(None),
        }
    }

    /// Returns a source for only the instances with these IDs. Actions on them were requested from
    /// this moment on.
    pub fn asked(
        session: &'a Session,
        ids: impl IntoIterator<Item = String>,
        asked: Instant,
    ) -> Self {
        Self {
            only: Some(ids.into_iter().collect()),
            asked: Some(asked),
            ..Self::project(session, false)
        }
    }

    /// Returns a source for these instances only, which are its first listing.
    pub fn targets(session: &'a Session, found: Vec<Found<Server>>, all_projects: bool) -> Self {
        let mut batch = Batch::default();
        for found in found {
            batch.add(found, None);
        }
        batch.no_date();
        let ids = batch.servers.iter().map(|one| one.id.clone()).collect();
        Self {
            all_projects,
            only: Some(ids),
            found: Mutex::new(Some(batch)),
            ..Self::project(session, all_projects)
        }
    }

    fn wants(&self, id: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(id))
    }

    /// Returns the IDs, if each gets its own request.
    fn each_of(&self) -> Option<&BTreeSet<String>> {
        self.only
            .as_ref()
            .filter(|only| only.len() <= FEW || self.foreign.load(Ordering::Relaxed))
    }

    /// Stores whether any of these servers is missing from the lists, because it belongs to another
    /// project.
    fn note_projects(&self, servers: &[Arc<Server>]) {
        let login = self.session.current_login();
        let own = login.as_ref().and_then(|login| login.project_id());
        let is_foreign = |server: &Arc<Server>| {
            server.tenant_id.is_some() && own.is_some() && server.tenant_id.as_deref() != own
        };
        if !self.all_projects && servers.iter().any(is_foreign) {
            self.foreign.store(true, Ordering::Relaxed);
        }
    }

    fn in_scope(&self, call: Call) -> Call {
        if self.all_projects {
            call.query("all_tenants", "true")
        } else {
            call
        }
    }

    /// Fetches a whole list, page by page.
    async fn pages(&self, call: Call) -> Result<Batch, Error> {
        let mut pager = Pager::<Server>::new(self.session, self.in_scope(call), None);
        let mut batch = Batch::default();
        let mut asked = Instant::now();
        while let Some(page) = pager.next().await? {
            // With several pages, the first one's time counts. Changes during the other pages are
            // fetched again.
            if batch.since.is_none() {
                batch.since = since(&page.answer, Some(asked));
                batch.date = page.answer.date();
            }
            let wanted = page.items.into_iter().filter(|one| self.wants(&one.id));
            batch.servers.extend(wanted.map(Arc::new));
            asked = Instant::now();
        }
        batch.no_date();
        Ok(batch)
    }

    /// Fetches the changes since then, page by page.
    async fn since(&self, since: Timestamp) -> Result<Batch, Error> {
        let since = Timestamp::from_second(since.as_second()).unwrap_or(since);
        let call = list_call::<Server>().query("changes-since", since.to_string());
        self.pages(call).await
    }

    /// Fetches many servers after recent actions on them. Nearly all have changed since, so one
    /// list has them. Fetches the rest by ID.
    async fn changed(&self, only: &BTreeSet<String>, asked: Instant) -> Result<Batch, Error> {
        // This request is for the server's time; its list is as short as possible.
        let call = self.in_scope(list_call::<Known>()).query("limit", "1");
        let now = self.session.send(&call).await?.date();
        let passed = SignedDuration::try_from(asked.elapsed()).unwrap_or(UNTIMED);
        let since = now.and_then(|now| now.checked_sub(passed.saturating_add(OVERLAP)).ok());
        let Some(since) = since else {
            return self.each(only.iter().cloned()).await;
        };
        let mut batch = self.since(since).await?;
        let there: BTreeSet<&str> = batch.servers.iter().map(|one| one.id.as_str()).collect();
        let missing = only.iter().filter(|id| !there.contains(id.as_str()));
        let rest = self.each(missing.cloned().collect::<Vec<_>>()).await?;
        batch.servers.extend(rest.servers);
        batch.gone = rest.gone;
        Ok(batch)
    }

    /// Fetches this many of the newest servers.
    async fn newest(&self, count: usize) -> Result<Batch, Error> {
        let call = self.in_scope(list_call::<Server>());
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let mut pager = Pager::<Server>::new(self.session, call, Some(count));
        let mut batch = Batch::default();
        if let Some(page) = pager.next().await? {
            batch.date = page.answer.date();
            batch.servers.extend(page.items.into_iter().map(Arc::new));
        }
        Ok(batch)
    }

    /// Fetches each of these servers by its ID.
    async fn each(&self, ids: impl IntoIterator<Item = String>) -> Result<Batch, Error> {
        let asked = Instant::now();
        let shown: Vec<(String, Option<Found<Server>>)> = stream::iter(ids)
            .map(|id| async move {
                let found = show_known::<Server>(self.session, &id).await?;
                Ok::<_, Error>((id, found))
            })
            .buffered(PARALLEL)
            .try_collect()
            .await?;
        let mut batch = Batch::default();
        for (id, found) in shown {
            match found {
                Some(found) => batch.add(found, Some(asked)),
                None => batch.gone.push(id),
            }
        }
        batch.no_date();
        Ok(batch)
    }
}

impl Source for CloudSource<'_> {
    async fn list(&self) -> Result<Batch, Error> {
        let Some(only) = &self.only else {
            let mut batch = self.pages(list_call::<Server>()).await?;
            batch.whole = true;
            return Ok(batch);
        };
        let found = self
            .found
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        // The cost is in proportion to these servers, not to the project.
        let batch = match (found, self.asked) {
            (Some(found), _) => found,
            (None, Some(asked)) if only.len() > FEW => self.changed(only, asked).await?,
            (None, _) => self.each(only.iter().cloned()).await?,
        };
        self.note_projects(&batch.servers);
        Ok(batch)
    }

    async fn changes(&self, since: Timestamp) -> Result<Batch, Error> {
        if let Some(few) = self.each_of() {
            return self.each(few.iter().cloned()).await;
        }
        self.since(since).await
    }

    /// Lists all IDs to find unknown and vanished servers, and then fetches each of these before it
    /// reports anything. A server that is being built may be missing from a list for a moment.
    async fn resync(&self, known: &ServerSnapshot) -> Result<Batch, Error> {
        if self.each_of().is_some() {
            return Ok(Batch::default());
        }
        let call = self.in_scope(list_call::<Known>());
        let mut pager = Pager::<Known>::new(self.session, call, None);
        let mut there = Vec::new();
        while let Some(page) = pager.next().await? {
            there.extend(page.items.into_iter().map(|one| one.id));
        }
        let is_unknown = |id: &String| self.wants(id) && known.get(id).is_none();
        let mut unknown: BTreeSet<String> =
            there.iter().filter(|id| is_unknown(id)).cloned().collect();
        let mut batch = Batch::default();
        // The list has the newest first, and unknown servers are mostly new. One list then has
        // them.
        if let Some(last) = there.iter().rposition(|id| unknown.contains(id))
            && (FEW..unknown.len() * CROWDED).contains(&last)
        {
            batch = self.newest(last + 1).await?;
            batch.servers.retain(|one| unknown.remove(&one.id));
        }
        let there: BTreeSet<String> = there.into_iter().collect();
        let vanished = known.servers().map(|server| &server.id);
        let vanished = vanished.filter(|id| !there.contains(*id)).cloned();
        let rest = self.each(unknown.into_iter().chain(vanished)).await?;
        batch.servers.extend(rest.servers);
        batch.gone = rest.gone;
        // The earlier list of changes has set the start of the next poll.
        batch.since = None;
        Ok(batch)
    }

    fn forget(&mut self, id: &str) {
        if let Some(only) = &mut self.only {
            only.remove(id);
        }
    }
}

impl Batch {
    /// Adds one of several responses. The earliest of their times counts, because later changes are
    /// not seen yet.
    fn add(&mut self, found: Found<Server>, asked: Option<Instant>) {
        self.since = earliest(self.since, since(&found.answer, asked));
        self.date = earliest(self.date, found.answer.date());
        self.servers.push(Arc::new(found.item));
    }

    /// If no response has a date, uses the newest of the servers' own times.
    fn no_date(&mut self) {
        if self.since.is_none() {
            let newest = self.servers.iter().filter_map(|server| {
                let text = server.updated.as_deref().or(server.created.as_deref())?;
                text.parse::<Timestamp>().ok()
            });
            self.since = newest.max().and_then(|time| time.checked_sub(OVERLAP).ok());
        }
    }
}

fn earliest(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Returns the time from which a response may lack changes. Its date is from its end, and Nova may
/// have read the database when the request began. So the duration of the request, from a monotonic
/// clock, is subtracted as well.
fn since(answer: &Answer, asked: Option<Instant>) -> Option<Timestamp> {
    let took = asked.map_or(UNTIMED, |asked| {
        SignedDuration::try_from(asked.elapsed()).unwrap_or(UNTIMED)
    });
    let date = answer.date()?;
    date.checked_sub(took.saturating_add(OVERLAP)).ok()
}
