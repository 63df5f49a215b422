//! `instances watch`.

use std::collections::HashSet;
use std::future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use jiff::Timestamp;
use serde_json::Value;
use tokio::time::{interval, sleep, timeout};

use super::act::state_of;
use super::events::EventView;
use super::filters::{FilterArgs, InstanceFilters};
use super::listen::{ListenArgs, Serving};
use super::names;
use super::view::Instance;
use crate::commands::waiter::{EntryReader, OutageNotice, Waiter};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Found, Resource, Server};
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::duration;
use crate::verbs::find_all;
use crate::watch::serve::{Hub, Shown};
use crate::watch::{Change, CloudSource, Event, Goal, Watcher};

/// How often to check whether the output still has a reader, and to read Nova's entry for a
/// deletion that doesn't end.
const LOOK_ROUND: Duration = Duration::from_secs(1);

/// The arguments of `instances watch`.
#[derive(Args, Clone, Debug, Default)]
pub struct WatchArgs {
    /// Names or IDs; '-' reads them from standard input; without any, every instance
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// End when every instance that is followed has come to this state (or exists)
    #[arg(long, value_name = "STATE")]
    until: Option<Goal>,
    /// End after this time, such as 30s or 10m; with --until the exit code is then 124
    #[arg(long = "for", value_name = "DURATION", value_parser = duration::parse)]
    time: Option<Duration>,
    /// Ask every so many seconds; without it, more often while things change
    #[arg(long, value_name = "SECONDS", value_parser = duration::interval)]
    interval: Option<Duration>,
    /// Show each step of Nova's on the way too, not states alone
    #[arg(long)]
    steps: bool,
    /// Watch the instances of every project; for administrators
    #[arg(long)]
    all_projects: bool,
    #[command(flatten)]
    listen: ListenArgs,
    // The filters come last: their heading would be above the options that follow.
    #[command(flatten)]
    filters: FilterArgs,
}

/// The followed instances and the receivers of their events.
struct Telling<'a> {
    context: &'a Context,
    args: &'a WatchArgs,
    filters: InstanceFilters,
    followed: HashSet<String>,
    waiter: Option<Waiter>,
    hub: Option<Arc<Hub>>,
    outage: OutageNotice,
    /// Why the last response failed; `None` after a good one.
    last_error: Option<String>,
    reader: EntryReader,
}

/// Follows instances until there is a reason to end.
pub(super) async fn run(context: &Context, args: &WatchArgs) -> Result<ExitCode, CommandError> {
    let filters = args.filters.parse_for_stream(context.sources())?;
    if context.raw {
        return Err(CommandError::usage(
            "--raw prints services' own answers, and events are none of these",
        ));
    }
    let serving = args.listen.open(context)?;
    let mut telling = Telling {
        context,
        args,
        filters,
        followed: HashSet::new(),
        waiter: args.until.map(Waiter::new),
        hub: serving.as_ref().map(Serving::hub),
        outage: OutageNotice::default(),
        last_error: None,
        reader: EntryReader::default(),
    };
    let serving = async {
        match serving {
            Some(serving) => serving.run().await,
            None => future::pending().await,
        }
    };
    let watching = async {
        match args.time {
            Some(time) => match timeout(time, telling.follow()).await {
                Ok(result) => result,
                Err(_) => Ok(telling.time_is_over(time)),
            },
            None => telling.follow().await,
        }
    };
    tokio::select! {
        result = watching => result,
        error = serving => Err(error),
        () = unread(context) => Ok(ExitCode::Success),
    }
}

/// Waits until the output has no reader. This check is necessary because in quiet times no write
/// would fail.
async fn unread(context: &Context) {
    let mut moment = interval(LOOK_ROUND);
    while !context.output.is_unread() {
        moment.tick().await;
    }
}

impl Telling<'_> {
    async fn follow(&mut self) -> Result<ExitCode, CommandError> {
        let (args, session) = (self.args, &self.context.session);
        // A missing target doesn't stop the others from being watched.
        let mut missing = ExitCode::Success;
        let cloud = if args.targets.is_empty() {
            CloudSource::project(session, args.all_projects)
        } else {
            let (found, exit) =
                find_all::<Server>(self.context, &args.targets, Server::NOUN.operation).await?;
            if found.is_empty() {
                return Ok(exit);
            }
            missing = exit;
            self.note_gone(&found);
            CloudSource::targets(session, found, args.all_projects)
        };
        let mut watcher = Watcher::new(cloud, args.interval);
        let mut listed = false;
        while let Some(event) = self.next(&mut watcher).await {
            match event {
                None => {}
                Some(Event::Change { time, change }) => self.change(time, &change).await?,
                Some(Event::Synced { time, .. }) => {
                    self.last_error = None;
                    let count = self.followed.len();
                    self.tell(&EventView::synced(time, count), Shown::Same)?;
                    self.synced(!listed);
                    listed = true;
                }
                Some(Event::Failed {
                    time,
                    error,
                    retry_in,
                }) => {
                    let error = CommandError::from(error);
                    self.last_error = Some(format!("{} ({})", error.message, error.code));
                    self.tell(&EventView::error(time, &error, retry_in), Shown::Same)?;
                    self.outage.begin(self.context, error, retry_in)?;
                }
            }
            // Do not finish before the first full listing.
            if listed && let Some(exit) = self.outcome() {
                return Ok(if exit == ExitCode::Success {
                    missing
                } else {
                    exit
                });
            }
        }
        Ok(ExitCode::Other)
    }

    /// Returns the next event. Meanwhile reads Nova's own entries if only they show the outcome. An
    /// inner `None` means that an entry has ended the wait.
    async fn next(&mut self, watcher: &mut Watcher<CloudSource<'_>>) -> Option<Option<Event>> {
        let mut next = pin!(watcher.next());
        loop {
            let doubts = self.waiter.as_ref().map(Waiter::unresolved);
            let doubts = doubts.unwrap_or_default();
            tokio::select! {
                event = &mut next => return event.map(Some),
                () = sleep(LOOK_ROUND), if !doubts.is_empty() => {}
            }
            for (id, outcome) in self.reader.read(self.context, doubts).await {
                let waiter = self.waiter.as_mut();
                if let Some(error) = waiter.and_then(|one| one.apply_outcome(&id, outcome.as_ref()))
                {
                    self.context.notes.error(&error);
                }
            }
            if self.outcome().is_some() {
                return Some(None);
            }
        }
    }

    /// Ends the wait for servers that the list still shows although they are gone. That is no
    /// event.
    fn note_gone(&mut self, found: &[Found<Server>]) {
        let Some(waiter) = &mut self.waiter else {
            return;
        };
        let servers = found.iter().map(|found| &found.item);
        for server in servers.filter(|server| state_of(server) == State::Terminated) {
            waiter.add(&server.id, &server.name, State::Terminated, None);
            if let Some(error) = waiter.mark_gone(&server.id) {
                self.context.notes.error(&error);
            }
        }
    }

    async fn change(
        &mut self,
        time: Option<Timestamp>,
        change: &Change,
    ) -> Result<(), CommandError> {
        let server = change.server();
        // An older Nova returns only the flavor's ID.
        if self.filters.needs().next().is_some() || server.flavor_facts().is_none() {
            names::learn(self.context, std::slice::from_ref(server)).await;
        }
        let names = self.context.session.names();
        let instance = Instance::new(Server::clone(server), &names);
        let id = change.id();
        let known = self.followed.contains(id);
        if !known && !self.filters.matches(&instance) {
            return Ok(());
        }
        let shown = if matches!(change, Change::Deleted { .. }) {
            self.followed.remove(id);
            Shown::Gone(id)
        } else {
            self.followed.insert(id.to_owned());
            Shown::Is(id)
        };
        if !known || change.is_transition() || self.args.steps {
            let view = EventView::change(time, change, instance, !known);
            self.tell(&view, shown)?;
        }
        if let Some(waiter) = &mut self.waiter
            && let Some(error) = waiter.apply_change(change)
        {
            self.context.notes.error(&error);
        }
        Ok(())
    }

    fn outcome(&self) -> Option<ExitCode> {
        self.waiter.as_ref()?.outcome()
    }

    fn time_is_over(&self, time: Duration) -> ExitCode {
        let Some(waiter) = &self.waiter else {
            return ExitCode::Success;
        };
        let trouble = self.context.session.trouble();
        let trouble = trouble.filter(|trouble| trouble.counts(time));
        let trouble = self
            .last_error
            .clone()
            .or(trouble.map(|trouble| trouble.words));
        for error in waiter.timeout_errors(time, trouble.as_deref()) {
            self.context.notes.error(&error);
        }
        match waiter.exit() {
            // There is no instance at all.
            ExitCode::Success => ExitCode::TimedOut,
            exit => exit,
        }
    }

    fn tell(&self, view: &EventView, shown: Shown<'_>) -> Result<(), CommandError> {
        if let Some(hub) = &self.hub
            && let Ok(Value::Object(event)) = serde_json::to_value(view)
        {
            hub.publish(&event, shown);
        }
        self.context.output.event(view, |color| view.line(color))?;
        Ok(())
    }

    fn synced(&mut self, first: bool) {
        self.outage.end(self.context);
        let notes = &self.context.notes;
        if first && notes.stream.terminal().is_some() {
            let count = self.followed.len();
            let s = if count == 1 { "" } else { "s" };
            notes.note(&format!("Watching {count} instance{s}; Ctrl-C ends it."));
        }
    }
}
