//! `records reconcile` and `rebuild`: list the project's instances, and correct the journal.

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use jiff::Timestamp;
use serde::Serialize;

use super::matching::{self, RecordComparison, compare};
use super::view::tone;
use super::{dry_run, scope};
use crate::env::Env;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error as CloudError, Pager, Server, Session, list_call, show_known};
use crate::output::{Cell, Column, Page, Tabular, Tone};
use crate::records::{Created, Journal, RecordFilter, ResourceRecord, Scope};
use crate::state::State;
use crate::verbs::PARALLEL;
use crate::verbs::context::Context;

/// The arguments of `records reconcile` and `records rebuild`.
#[derive(Args, Clone, Debug)]
pub struct ReconcileArgs {
    /// Only show what would change in the journal
    #[arg(long)]
    dry_run: bool,
}

/// A change in the journal.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Change {
    #[serde(rename = "Change")]
    kind: Kind,
    instance_id: Option<String>,
    name: String,
    run_id: Option<String>,
    client_token: String,
    client_index: u32,
    previous_state: Option<String>,
    current_state: String,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// The instance has another state.
    Changed,
    /// The instance no longer exists.
    Terminated,
    /// The instance of a request with a lost response.
    Found,
    /// A request that created no instance.
    Failed,
    /// An instance that no record had.
    Added,
}

impl Kind {
    fn cell(self) -> Cell {
        match self {
            Self::Changed => Cell::toned("changed", Tone::Plain),
            Self::Terminated => Cell::toned("terminated", Tone::Quiet),
            Self::Found => Cell::toned("found", Tone::Good),
            Self::Failed => Cell::toned("failed", Tone::Bad),
            Self::Added => Cell::toned("added", Tone::Good),
        }
    }
}

impl Change {
    fn new(kind: Kind, record: &ResourceRecord, state: &str) -> Self {
        Self {
            kind,
            instance_id: record.resource_id.clone(),
            name: record.name.clone(),
            run_id: record.run_id.clone(),
            client_token: record.token.clone(),
            client_index: record.index,
            previous_state: None,
            current_state: state.to_owned(),
        }
    }

    fn since(mut self, record: &ResourceRecord) -> Self {
        let own = record.resource_state.clone();
        self.previous_state = own.or_else(|| Some(record.state.name().to_owned()));
        self
    }
}

impl Tabular for Change {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Change"),
            Column::new("Name"),
            Column::new("Instance ID"),
            Column::new("Before").priority(1),
            Column::new("State"),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            self.kind.cell(),
            (&self.name).into(),
            self.instance_id.clone().into(),
            self.previous_state.clone().into(),
            Cell::toned(self.current_state.as_str(), tone(&self.current_state)),
        ]
    }
}

/// Compares the journal with the cloud and corrects it. With `adopt`, adds the instances that ostk
/// created and no record has.
pub(super) async fn run(
    context: &Context,
    env: &Env,
    args: &ReconcileArgs,
    adopt: bool,
) -> Result<ExitCode, CommandError> {
    let journal = Journal::open(env)?;
    let scope = scope(&context.session).await?;
    // The records come first: a resource that is created during the listing is in neither or in
    // both.
    let records = journal.list(&RecordFilter::of(&scope))?;
    let (servers, at) = listing(&context.session).await?;
    let mut comparison = compare(&records, &servers, context.started);
    let complete = confirm(context, &mut comparison).await;
    let mut report = Report {
        journal: (!args.dry_run).then_some(&journal),
        scope: &scope,
        at,
        changes: Vec::new(),
    };
    if !args.dry_run {
        context.output.tells_changes();
    }
    report.correct(&comparison)?;
    if adopt {
        report.take_in(&comparison.unknown, context.started)?;
    }
    let page = Page {
        key: "Changes",
        items: report.changes,
        next_token: None,
    };
    if !context.output.list(&page)? {
        context.notes.note("The journal agrees with the cloud.");
    }
    tell(context, &comparison, adopt);
    match (args.dry_run, complete) {
        (true, _) => Err(dry_run()),
        (false, true) => Ok(ExitCode::Success),
        (false, false) => Ok(ExitCode::Failed),
    }
}

/// Tells the user about findings besides the changes.
fn tell(context: &Context, comparison: &RecordComparison<'_>, adopt: bool) {
    let notes = &context.notes;
    if comparison.young > 0 {
        notes.note(&format!(
            "Requests that may still be under way, and were left alone: {}.",
            comparison.young
        ));
    }
    if !adopt && !comparison.unknown.is_empty() {
        notes.note(&format!(
            "Instances that ostk made and that are in no record: {}. 'ostk records rebuild' takes \
             them in.",
            comparison.unknown.len()
        ));
    }
}

/// Returns all of the project's instances, and the service's time at the start of the listing.
async fn listing(session: &Session) -> Result<(Vec<Server>, Timestamp), CommandError> {
    let mut pager = Pager::<Server>::new(session, list_call::<Server>(), None);
    let mut servers = Vec::new();
    let mut at = None;
    while let Some(page) = pager.next().await? {
        at = at.or(page.answer.date());
        servers.extend(page.items);
    }
    Ok((servers, at.unwrap_or_else(|| session.now())))
}

/// Requests each instance that was not in the list, since Nova may leave one out while it moves
/// from the build request to a cell. Instances that exist count as seen. Returns false if a request
/// failed.
async fn confirm(context: &Context, comparison: &mut RecordComparison<'_>) -> bool {
    let missing = std::mem::take(&mut comparison.missing);
    let mut answers = stream::iter(missing)
        .map(|record| async move { (record, show(&context.session, record).await) })
        .buffered(PARALLEL);
    let mut complete = true;
    while let Some((record, answer)) = answers.next().await {
        match answer {
            Ok(Some(state)) => comparison.seen.push((record, state)),
            Ok(None) => comparison.missing.push(record),
            Err(error) => {
                complete = false;
                context.notes.error(&error.into());
            }
        }
    }
    complete
}

async fn show(session: &Session, record: &ResourceRecord) -> Result<Option<State>, CloudError> {
    let id = record.resource_id.as_deref().unwrap_or_default();
    let found = show_known::<Server>(session, id).await?;
    Ok(found.map(|found| matching::state(&found.item)))
}

/// Corrects the journal, if there is one, and collects the changes.
struct Report<'a> {
    /// The journal. None changes nothing.
    journal: Option<&'a Journal>,
    scope: &'a Scope,
    /// The time of the list, by the service's clock.
    at: Timestamp,
    changes: Vec<Change>,
}

impl Report<'_> {
    fn correct(&mut self, comparison: &RecordComparison<'_>) -> Result<(), CommandError> {
        let gone = State::Terminated;
        let missing = comparison.missing.iter().map(|record| (*record, gone));
        let mut seen = Vec::new();
        for (record, state) in comparison.seen.iter().copied().chain(missing) {
            if record.resource_state.as_deref() == Some(state.name())
                && (state == gone) == record.is_finished()
            {
                continue;
            }
            let kind = if state == gone {
                Kind::Terminated
            } else {
                Kind::Changed
            };
            let change = Change::new(kind, record, state.name()).since(record);
            self.changes.push(change);
            seen.push((
                record.resource_id.as_deref().unwrap_or_default(),
                state.name(),
            ));
        }
        self.observe(&seen)?;
        for (record, server) in &comparison.found {
            self.found(record, server)?;
        }
        for record in &comparison.lost {
            self.changes
                .push(Change::new(Kind::Failed, record, "failed").since(record));
            if let Some(journal) = self.journal {
                let message = "no instance has its client token";
                journal.fail(self.scope, &record.token, record.index, message)?;
            }
        }
        Ok(())
    }

    fn found(&mut self, record: &ResourceRecord, server: &Server) -> Result<(), CommandError> {
        let state = matching::state(server).name();
        let mut change = Change::new(Kind::Found, record, state).since(record);
        change.instance_id = Some(server.id.clone());
        change.name.clone_from(&server.name);
        self.changes.push(change);
        if let Some(journal) = self.journal {
            let volumes = server.volumes_attached.iter();
            let done = Created {
                resource_id: server.id.clone(),
                name: server.name.clone(),
                state: state.to_owned(),
                volumes: volumes.map(|volume| volume.id.clone()).collect(),
            };
            journal.complete(self.scope, &record.token, record.index, &done)?;
        }
        self.observe(&[(&server.id, state)])
    }

    fn take_in(&mut self, servers: &[&Server], now: Timestamp) -> Result<(), CommandError> {
        for server in servers {
            let record = matching::record_of(server, self.scope, now);
            let state = matching::state(server).name();
            if let Some(journal) = self.journal
                && !journal.adopt(&record)?
            {
                continue;
            }
            self.changes.push(Change::new(Kind::Added, &record, state));
            self.observe(&[(&server.id, state)])?;
        }
        Ok(())
    }

    fn observe(&self, seen: &[(&str, &str)]) -> Result<(), CommandError> {
        if let Some(journal) = self.journal
            && !seen.is_empty()
        {
            journal.observe_all(self.scope, seen, self.at)?;
        }
        Ok(())
    }
}
