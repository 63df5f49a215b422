//! The state of the screen, and what an event changes in it. Pure: actions elsewhere are returned
//! as effects, and the time is an argument.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Size;

use super::columns::Needs;
use super::layout::Layout;
use super::pending_actions::{PendingAction, UnansweredAction};
use super::popups;
use super::question::ActionQuestion;
use super::table::{Order, Table, TopRow};
use super::typed::Typed;
use crate::commands::instances::act::Action;
use crate::commands::instances::metrics::{Load, MetricsSource};
use crate::commands::instances::view::Instance;
use crate::commands::waiter::{ActionEntry, RequestedAction};
use crate::error::CommandError;
use crate::openstack::ActionOutcome;
use crate::state::State;
use crate::watch::Change;

/// An event.
#[derive(Clone, Debug)]
pub(super) enum TopEvent {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Pasted(String),
    /// The screen has this size now.
    Resized(Size),
    /// Time has passed.
    Tick,
    /// A request for changes was sent to the cloud.
    Asked,
    /// The response has come.
    Answered,
    /// An instance has changed to this state. The flag is whether the filters select it.
    Changed(Change, Box<Instance>, bool),
    /// An instance with more data than the stream has.
    Learnt(Box<Instance>),
    /// An instance is gone.
    Gone(String),
    /// All changes so far have been sent; the cloud's time, if known.
    Synced(Option<Timestamp>),
    /// A request failed; the reason, and the time until the retry.
    Lost(String, Duration),
    /// The load of these instances.
    Measured(Vec<Load>),
    /// A measurement failed; the reason.
    Unmeasured(String),
    /// This cloud measures nothing, so it is not asked again.
    NeverMeasured,
    /// The response to an action on an instance: the state after it and the request, or the error.
    Acted(
        String,
        &'static Action,
        Result<(State, RequestedAction), CommandError>,
    ),
    /// Nova's entry for an action on an instance; `None` if there is none.
    Found(String, Option<ActionOutcome>),
    /// A message that other code wrote to stderr.
    Said(String),
}

/// What the caller has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Leave.
    Quit,
    /// Leave while these actions are in progress.
    Abandon(Vec<String>),
    /// Act on the instance with this ID.
    Act(String, &'static Action),
    /// Look up Nova's entry for an action on an instance.
    Look(String, ActionEntry),
    /// Forget the pending action on an instance, which has ended.
    Settled(String),
    /// Note in the journal that an instance was seen in a state.
    Observe(String, State),
    /// Fetch what the details of the instance with this ID still lack.
    Learn(String),
    /// Send a request for changes at once.
    Nudge,
    /// Draw the whole screen again.
    Repaint,
    /// Suspend until the shell continues the process.
    Suspend,
}

/// What the keys act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Rows,
    Search(Typed),
    Ask(ActionQuestion),
    /// An instance in full, and its scroll position.
    Detail(String, u16),
    Help(u16),
}

/// A message for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Status {
    pub(super) text: String,
    pub(super) bad: bool,
    /// When it disappears. Errors stay until a key is pressed.
    until: Option<Timestamp>,
}

/// Whether the cloud responds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Contact {
    /// The first listing is not complete yet; since when.
    Loading(Timestamp),
    /// The cloud responds.
    Live,
    /// The cloud has not responded since then.
    Lost {
        since: Timestamp,
        why: String,
        again: Timestamp,
    },
}

/// The source of the measurements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Measuring {
    By(MetricsSource),
    /// The source fails at the moment, for this reason.
    Failing(MetricsSource, String),
    Never,
}

/// The settings at the beginning.
#[derive(Debug)]
pub(super) struct Setup {
    /// Cloud, project and region in words, safe to show.
    pub(super) place: String,
    pub(super) source: MetricsSource,
    pub(super) order: Order,
    pub(super) all_projects: bool,
    /// Why this user may change nothing, if that is known.
    pub(super) refusal: Option<String>,
    /// Whether this user may act on locked instances.
    pub(super) is_admin: bool,
    pub(super) now: Timestamp,
}

/// The state of the screen.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) table: Table,
    pub(super) place: String,
    pub(super) mode: Mode,
    pub(super) status: Option<Status>,
    pub(super) contact: Contact,
    pub(super) measuring: Measuring,
    pub(super) refusal: Option<String>,
    pub(super) is_admin: bool,
    pub(super) unanswered: BTreeMap<String, UnansweredAction>,
    pub(super) quitting: bool,
    /// The actions that have not ended.
    pub(super) pending_actions: BTreeMap<String, PendingAction>,
    asked: Option<Timestamp>,
    pub(super) answered: Timestamp,
    size: Size,
    pub(super) now: Timestamp,
    /// How far the cloud's clock is ahead of this machine's.
    skew: SignedDuration,
    changed: bool,
}

/// How long a message that is not an error is shown.
const SHOWN: SignedDuration = SignedDuration::from_secs(10);
/// A response that takes longer is reported.
const SILENCE_LIMIT: SignedDuration = SignedDuration::from_secs(8);

impl Model {
    pub(super) fn new(setup: Setup) -> Self {
        let needs = Needs {
            load: true,
            project: setup.all_projects,
            ..Needs::default()
        };
        Self {
            table: Table::new(setup.order, needs),
            place: setup.place,
            mode: Mode::Rows,
            status: None,
            contact: Contact::Loading(setup.now),
            measuring: Measuring::By(setup.source),
            refusal: setup.refusal,
            is_admin: setup.is_admin,
            unanswered: BTreeMap::new(),
            quitting: false,
            pending_actions: BTreeMap::new(),
            asked: None,
            answered: setup.now,
            size: Size::default(),
            now: setup.now,
            skew: SignedDuration::ZERO,
            changed: true,
        }
    }

    /// Applies an event. `now` is this machine's time.
    pub(super) fn handle(&mut self, event: TopEvent, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        if !matches!(event, TopEvent::Asked | TopEvent::Answered) {
            self.changed = true;
        }
        match event {
            TopEvent::Key(key) => return self.key(key),
            TopEvent::Pasted(text) => self.paste(&text),
            TopEvent::Resized(size) => self.resize(size),
            TopEvent::Tick => return self.tick(),
            TopEvent::Asked => self.asked = Some(now),
            TopEvent::Answered => self.hear(),
            TopEvent::Changed(change, instance, wanted) => {
                return self.take(&change, *instance, wanted);
            }
            // The instance may be gone by now.
            TopEvent::Learnt(instance) => self.table.replace(*instance),
            TopEvent::Gone(id) => return self.lose(&id),
            TopEvent::Synced(time) => {
                self.skew = time.map_or(SignedDuration::ZERO, |time| time.duration_since(now));
                // Until now, the first row was the first that came.
                if matches!(self.contact, Contact::Loading(_)) {
                    self.table.choose_first();
                }
                self.contact = Contact::Live;
            }
            TopEvent::Lost(why, pause) => self.lost(why, pause),
            TopEvent::Measured(loads) => {
                self.found_source();
                for load in loads {
                    self.table.measured(load);
                }
            }
            TopEvent::Unmeasured(why) => {
                if let Measuring::By(source) | Measuring::Failing(source, _) = self.measuring {
                    self.measuring = Measuring::Failing(source, why);
                }
            }
            TopEvent::NeverMeasured => {
                self.measuring = Measuring::Never;
                self.table.needs_no_load();
            }
            TopEvent::Acted(id, action, result) => return self.acted(&id, action, result),
            TopEvent::Found(id, outcome) => return self.apply_outcome(&id, outcome.as_ref()),
            TopEvent::Said(text) => self.fail(text),
        }
        Vec::new()
    }

    /// Returns the time by the cloud's clock.
    pub(super) fn now(&self) -> Timestamp {
        self.now.saturating_add(self.skew).unwrap_or(self.now)
    }

    /// Returns the time since a moment of this machine's clock.
    pub(super) fn since(&self, moment: Timestamp) -> SignedDuration {
        self.now.duration_since(moment).max(SignedDuration::ZERO)
    }

    /// Returns the time until a moment of this machine's clock.
    pub(super) fn until(&self, moment: Timestamp) -> SignedDuration {
        moment.duration_since(self.now).max(SignedDuration::ZERO)
    }

    /// Returns the time since the last response, if the present one takes longer than usual.
    pub(super) fn silence(&self) -> Option<SignedDuration> {
        let waited = self.since(self.asked?);
        (self.contact == Contact::Live && waited >= SILENCE_LIMIT)
            .then(|| self.since(self.answered))
    }

    /// Returns whether the screen has changed, and resets that. Called once per drawing.
    pub(super) fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// Updates the rows' order and the number of rows that fit.
    pub(super) fn settle(&mut self) {
        let layout = self.layout();
        self.table.set_height(usize::from(layout.rows.height));
        self.table.settle();
        let most = popups::most_scroll(self);
        if let Mode::Detail(_, scroll) | Mode::Help(scroll) = &mut self.mode {
            *scroll = (*scroll).min(most);
        }
    }

    pub(super) fn layout(&self) -> Layout {
        Layout::new(
            self.size,
            self.status.as_ref().map(|status| status.text.as_str()),
        )
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Returns whether to measure all instances: the rows are sorted by load, and the source can
    /// measure that many.
    pub(super) fn looks_for_load(&self) -> bool {
        self.table.order().column.is_load()
            && self.measuring == Measuring::By(MetricsSource::Gnocchi)
    }

    /// Returns when the screen would change without an event.
    pub(super) fn next_tick(&self) -> Option<Duration> {
        let second = Duration::from_secs(1);
        if self.contact != Contact::Live || self.silence().is_some() {
            return Some(second);
        }
        let until = |moment: Timestamp| {
            let left = moment.duration_since(self.now);
            Duration::try_from(left).unwrap_or_default() + Duration::from_millis(1)
        };
        let silence_end = self
            .asked
            .and_then(|asked| asked.checked_add(SILENCE_LIMIT).ok());
        let status = self.status.as_ref().and_then(|status| status.until);
        let age = self
            .table
            .visible()
            .filter_map(|(row, _)| self.next_age(row))
            .min();
        // An overdue look waits for the cloud's next response.
        let look = self.next_check().map(|look| until(look).max(second));
        let moments = [silence_end, status].into_iter().flatten().map(until);
        moments
            .chain(age)
            .chain(look)
            .map(|wait| wait.max(Duration::from_millis(50)))
            .min()
    }

    /// Returns when a row's age changes on the screen.
    fn next_age(&self, row: &TopRow) -> Option<Duration> {
        let age = self.now().duration_since(row.created()?).as_secs().max(0);
        let unit = match age {
            0..60 => 1,
            60..3_600 => 60,
            3_600..86_400 => 3_600,
            _ => 86_400,
        };
        u64::try_from(unit - age % unit)
            .ok()
            .map(Duration::from_secs)
    }

    fn tick(&mut self) -> Vec<Effect> {
        let now = self.now;
        let is_over = |moment: Timestamp| moment <= now;
        if self
            .status
            .as_ref()
            .and_then(|status| status.until)
            .is_some_and(is_over)
        {
            self.status = None;
        }
        self.check_pending()
    }

    fn resize(&mut self, size: Size) {
        self.size = size;
        let has_room = match &self.mode {
            Mode::Ask(question) => popups::has_room(self, question),
            _ => true,
        };
        if !has_room {
            self.mode = Mode::Rows;
            self.fail("Not done: the terminal is too small to ask.".to_owned());
        }
    }

    fn hear(&mut self) {
        self.changed |= self.silence().is_some();
        self.asked = None;
        self.answered = self.now;
    }

    fn lost(&mut self, why: String, pause: Duration) {
        let since = match &self.contact {
            Contact::Lost { since, .. } => *since,
            _ => self.answered,
        };
        self.asked = None;
        let pause = SignedDuration::try_from(pause).unwrap_or_default();
        self.contact = Contact::Lost {
            since,
            why,
            again: self.now.saturating_add(pause).unwrap_or(self.now),
        };
    }

    fn found_source(&mut self) {
        if let Measuring::Failing(source, _) = self.measuring {
            self.measuring = Measuring::By(source);
        }
    }

    fn take(&mut self, change: &Change, instance: Instance, wanted: bool) -> Vec<Effect> {
        if wanted {
            self.table
                .put(TopRow::new(instance, Arc::clone(change.server())));
        } else {
            self.remove(change.id(), "is no longer among those shown");
        }
        self.track_change(change)
    }

    fn lose(&mut self, id: &str) -> Vec<Effect> {
        self.remove(id, "is gone");
        self.track_gone(id)
    }

    /// Removes an instance from the screen, and closes its question or details.
    fn remove(&mut self, id: &str, why: &str) {
        let name = self.name(id);
        self.table.remove(id);
        let about = match &self.mode {
            Mode::Ask(question) => &question.id,
            Mode::Detail(id, _) => id,
            _ => "",
        };
        if about == id {
            self.mode = Mode::Rows;
            self.note(format!("{name} {why}."));
        }
    }

    /// Returns an instance's name, for a message.
    pub(super) fn name(&self, id: &str) -> String {
        self.table
            .get(id)
            .map_or_else(|| id.to_owned(), |row| row.name.clone())
    }

    pub(super) fn note(&mut self, text: String) {
        self.status = Some(Status {
            text,
            bad: false,
            until: self.now.checked_add(SHOWN).ok(),
        });
    }

    pub(super) fn fail(&mut self, text: String) {
        self.status = Some(Status {
            text,
            bad: true,
            until: None,
        });
    }
}
