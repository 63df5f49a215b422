//! `ostk top`: shows all instances on the whole screen, as they change, and acts on them.
//!
//! `model`, `view` and the files that they use are pure. Only `screen` uses the terminal. Only
//! `feed` and this file send requests to the cloud.

mod columns;
mod feed;
mod keys;
mod layout;
mod measures;
mod model;
mod pending_actions;
mod popups;
mod question;
mod screen;
mod status_bar;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod typed;
mod view;

use std::io::Write;
use std::iter;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use clap::Args;
use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use tokio::sync::Notify;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time::{Instant, sleep_until};

use self::feed::Feed;
use self::measures::{Schedule, Turn};
use self::model::{Effect, Model, Setup, TopEvent};
use self::screen::{Continued, Screen};
use self::table::Order;
use self::text::in_words;
use self::view::Theme;
use super::instances::act::{self, Action};
use super::instances::filters::FilterArgs;
use super::instances::metrics::{Unmeasured, loads, source};
use super::instances::names;
use super::instances::view::Instance;
use super::waiter::{ActionEntry, read_entry};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::show_server;
use crate::output::sanitize::for_terminal;
use crate::records::Scope;
use crate::verbs::context::Context;
use crate::verbs::duration;
use crate::verbs::permission::{is_admin, may_change};
use crate::verbs::recorder::scope_of;

/// The arguments of `top`.
#[derive(Args, Clone, Debug, Default)]
pub struct TopArgs {
    /// Sort by this at first: name, state, cpu, memory, private-ip, public-ip, type, project-id or created; -cpu for the highest first
    #[arg(long, value_name = "KEY", allow_hyphen_values = true)]
    sort: Option<Order>,
    /// Ask every so many seconds; without it, more often while things change
    #[arg(long, value_name = "SECONDS", value_parser = duration::interval)]
    interval: Option<Duration>,
    /// Show the instances of every project; for administrators
    #[arg(long)]
    all_projects: bool,
    // The filters come last: their heading would be above the options that follow.
    #[command(flatten)]
    filters: FilterArgs,
}

/// How often to check whether the terminal is still there.
const LOOK_ROUND: Duration = Duration::from_secs(2);

/// Shows the screen until the user leaves it.
pub async fn run(context: &Context, args: &TopArgs) -> Result<ExitCode, CommandError> {
    let filters = args.filters.parse_for_stream(context.sources())?;
    needs_a_terminal(context)?;
    context.signals.hear();
    // Before the screen is taken: a login may ask for a one-time code or report an error.
    let login = context.session.login().await?;
    let source = source(context).await?;
    let refusal = may_change(context, act::STOP.operation).await.err();
    let region = context.session.region().map(|region| format!(", {region}"));
    let place = format!(
        "{}, {}{}",
        context.session.cloud(),
        if args.all_projects {
            "all projects".to_owned()
        } else {
            login.info.scope()
        },
        region.unwrap_or_default()
    );
    let model = Model::new(Setup {
        place: for_terminal(&place).into_owned(),
        source,
        order: args.sort.unwrap_or_default(),
        all_projects: args.all_projects,
        refusal: refusal.map(|error| in_words(&error)),
        is_admin: is_admin(context).await?,
        now: context.env.now(),
    });
    let (tell, told) = mpsc::unbounded_channel();
    let nudge = Arc::new(Notify::new());
    let feed = Feed {
        context,
        filters: &filters,
        all_projects: args.all_projects,
        interval: args.interval,
        nudge: Arc::clone(&nudge),
        tell: tell.clone(),
    };
    let _aside = StderrCapture::new(context, &tell);
    let screen = Screen::open(context.output.stream()).map_err(|error| {
        CommandError::usage(format!("the terminal can't be used: {error}"))
            .hint("'ostk instances watch' needs none")
    })?;
    let top = Top {
        context,
        model,
        schedule: Schedule::new(source, Instant::now()),
        screen,
        theme: Theme {
            color: context.output.is_colored(),
        },
        work: FuturesUnordered::new(),
        nudge,
        scope: scope_of(&context.session, &login),
    };
    let result = tokio::select! {
        result = top.run(told, keys(tell)) => result,
        error = feed.run() => Err(error),
        () = gone(context) => Err(interrupted("the terminal is gone")),
    };
    result.map_err(|error| context.ends_early(error))
}

/// Returns an error if the output can't show a screen.
fn needs_a_terminal(context: &Context) -> Result<(), CommandError> {
    let why = if context.raw || context.output.is_chosen() {
        "top draws on the whole screen and has no other form"
    } else if !context.output.is_terminal() {
        "top needs a terminal on stdout"
    } else if context.env.get("TERM") == Some("dumb") {
        "top needs a terminal that can do more than TERM=dumb says"
    } else if context.traced && context.notes.stream.terminal().is_some() {
        return Err(
            CommandError::usage("--debug would write over the screen that top draws on")
                .hint("2>FILE sends it elsewhere"),
        );
    } else {
        return Ok(());
    };
    Err(CommandError::usage(why).hint(
        "'ostk instances watch' tells what happens, and 'ostk instances metrics --watch' how busy \
         instances are, line by line",
    ))
}

fn interrupted(why: &str) -> CommandError {
    CommandError::new(ExitCode::Interrupted, "Interrupted", why)
}

/// Sends the key events until the terminal has no more.
fn keys(tell: UnboundedSender<TopEvent>) -> UnboundedReceiver<std::io::Error> {
    let (fail, failed) = mpsc::unbounded_channel();
    screen::read_keys(move |event| match event {
        Ok(event) => tell.send(event).is_ok(),
        Err(error) => fail.send(error).is_ok(),
    });
    failed
}

/// Waits until the terminal has gone without a signal.
async fn gone(context: &Context) {
    let mut moment = tokio::time::interval(LOOK_ROUND);
    while !context.output.is_unread() {
        moment.tick().await;
    }
}

/// Captures stderr and reserves stdin for `top` while it lives. Other messages for stderr are shown
/// on the screen as they come, and are written to stderr at the end.
struct StderrCapture {
    kept: CapturedStderr,
    notes: crate::verbs::notes::Notes,
    diverted: Option<crate::io::Diverted>,
    _stdin: crate::io::Taken,
}

/// The captured messages, each once, and the receiver of their events.
#[derive(Clone)]
struct CapturedStderr {
    text: Arc<Mutex<Vec<u8>>>,
    tell: UnboundedSender<TopEvent>,
}

/// The maximum number of bytes that are kept.
const MOST_KEPT: usize = 64 * 1024;

impl Write for CapturedStderr {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = !text.windows(bytes.len().max(1)).any(|part| part == bytes);
        if is_new && text.len() + bytes.len() <= MOST_KEPT {
            text.extend_from_slice(bytes);
        }
        let said = String::from_utf8_lossy(bytes);
        let said = said.trim().replace('\n', "; ");
        let _ = self
            .tell
            .send(TopEvent::Said(for_terminal(&said).into_owned()));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl StderrCapture {
    fn new(context: &Context, tell: &UnboundedSender<TopEvent>) -> Self {
        let kept = CapturedStderr {
            text: Arc::default(),
            tell: tell.clone(),
        };
        let stream = &context.notes.stream;
        // If stderr is a file, it is written as usual.
        let diverted = stream
            .terminal()
            .is_some()
            .then(|| stream.divert(kept.clone()));
        Self {
            kept,
            notes: context.notes.clone(),
            diverted,
            _stdin: context.stdin.take(),
        }
    }
}

impl Drop for StderrCapture {
    fn drop(&mut self) {
        drop(self.diverted.take());
        let text = self
            .kept
            .text
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let _ = self.notes.stream.write(&text);
        let _ = self.notes.stream.flush();
    }
}

/// The running screen.
struct Top<'a> {
    context: &'a Context,
    model: Model,
    schedule: Schedule,
    screen: Screen,
    theme: Theme,
    /// The requests to the cloud without a response yet.
    work: FuturesUnordered<LocalBoxFuture<'a, TopEvent>>,
    nudge: Arc<Notify>,
    scope: Scope,
}

/// The maximum number of events before the next drawing.
const TOGETHER: usize = 10_000;

impl Top<'_> {
    async fn run(
        mut self,
        mut told: UnboundedReceiver<TopEvent>,
        mut keys: UnboundedReceiver<std::io::Error>,
    ) -> Result<ExitCode, CommandError> {
        let size = self.screen.size()?;
        self.handle(TopEvent::Resized(size))?;
        let mut wake = Instant::now();
        let mut continued = Continued::new();
        loop {
            let event = tokio::select! {
                Some(event) = told.recv() => event,
                Some(event) = self.work.next() => event,
                Some(error) = keys.recv() => return Err(error.into()),
                () = continued.wait() => {
                    self.screen.resume()?;
                    TopEvent::Resized(self.screen.size()?)
                }
                () = sleep_until(wake) => TopEvent::Tick,
            };
            let more = iter::from_fn(|| told.try_recv().ok());
            for event in iter::once(event).chain(more).take(TOGETHER) {
                if let Some(exit) = self.handle(event)? {
                    return Ok(exit);
                }
            }
            wake = self.draw()?;
        }
    }

    /// Draws, if anything has changed. Returns when to draw again even without an event.
    fn draw(&mut self) -> Result<Instant, CommandError> {
        if self.model.take_changed() {
            self.model.settle();
            let (model, theme) = (&self.model, self.theme);
            self.screen.draw(|frame| view::draw(frame, model, theme))?;
        }
        let now = Instant::now();
        let tick = self.model.next_tick().map(|wait| now + wait);
        let table = &self.model.table;
        let place = (table.top(), table.count());
        let hidden = table.all().filter(|_| self.model.looks_for_load());
        let turn = match self.schedule.turn(table.visible(), hidden, place, now) {
            Turn::Measure(source, subjects) => {
                let session = &self.context.session;
                let measure = async move {
                    match loads(session, source, &subjects).await {
                        Ok(loads) => TopEvent::Measured(loads),
                        Err(Unmeasured::Never) => TopEvent::NeverMeasured,
                        Err(Unmeasured::Now(error)) => TopEvent::Unmeasured(in_words(&error)),
                    }
                };
                self.work.push(measure.boxed_local());
                None
            }
            Turn::At(moment) => Some(moment),
            Turn::Never => None,
        };
        let far = now + Duration::from_hours(1);
        Ok(tick.into_iter().chain(turn).min().unwrap_or(far))
    }

    fn handle(&mut self, event: TopEvent) -> Result<Option<ExitCode>, CommandError> {
        let now = Instant::now();
        match &event {
            TopEvent::Measured(loads) => self.schedule.measured(loads, now),
            TopEvent::Unmeasured(_) => self.schedule.failed(now),
            TopEvent::NeverMeasured => self.schedule.give_up(),
            _ => {}
        }
        for effect in self.model.handle(event, self.context.env.now()) {
            match effect {
                Effect::Quit => return Ok(Some(ExitCode::Success)),
                Effect::Abandon(unanswered) => {
                    let list = unanswered.join(", ");
                    return Err(interrupted(&format!(
                        "left before the cloud had answered: {list}"
                    )));
                }
                Effect::Act(id, action) => self.act(id, action),
                Effect::Look(id, entry) => self.look(id, entry),
                Effect::Settled(id) => self.context.pending.remove(&id),
                Effect::Observe(id, state) => {
                    self.context
                        .recorder
                        .observe(&self.scope, &id, state.name());
                }
                Effect::Learn(id) => self.learn(id),
                Effect::Nudge => self.nudge.notify_one(),
                Effect::Repaint => self.screen.forget()?,
                Effect::Suspend => {
                    self.screen.suspend()?;
                    // The terminal may have another size by now.
                    let size = TopEvent::Resized(self.screen.size()?);
                    self.model.handle(size, self.context.env.now());
                }
            }
        }
        Ok(None)
    }

    fn act(&mut self, id: String, action: &'static Action) {
        let context = self.context;
        let work = async move {
            let result = act::on_one(context, &id, action).await;
            TopEvent::Acted(id, action, result)
        };
        self.work.push(work.boxed_local());
    }

    /// Looks up Nova's entry for a request. If that fails, it is tried again later.
    fn look(&mut self, id: String, entry: ActionEntry) {
        let session = &self.context.session;
        let work = async move {
            match read_entry(session, &id, &entry).await {
                Ok(outcome) => TopEvent::Found(id, outcome),
                Err(_) => TopEvent::Tick,
            }
        };
        self.work.push(work.boxed_local());
    }

    /// Fetches an instance itself, with its image's name, which no row shows.
    fn learn(&mut self, id: String) {
        let context = self.context;
        let work = async move {
            match show_server(&context.session, &id).await {
                Ok(Some(found)) => {
                    names::learn(context, std::slice::from_ref(&found.item)).await;
                    let names = context.session.names();
                    TopEvent::Learnt(Box::new(Instance::new(found.item, &names)))
                }
                Ok(None) => TopEvent::Gone(id),
                Err(error) => TopEvent::Said(in_words(&error.into())),
            }
        };
        self.work.push(work.boxed_local());
    }
}
