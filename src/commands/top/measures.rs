//! Which instances are to be measured next. What a cloud is asked is bounded, however many
//! instances there are: those on the screen, a few at a time, with a pause after each few, and
//! none again before there can be anything new. Where they are sorted by how busy they are, the
//! others follow, more slowly. Pure.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use super::table::Row;
use crate::commands::instances::metrics::{Load, Source, Subject};

/// So many are asked for together: with Gnocchi one search and two requests for each of them.
const TOGETHER: usize = 16;
/// Then the cloud has a rest.
const REST: Duration = Duration::from_secs(1);
/// And a longer one where nobody is looking at them: five instances a second, in the end.
const LONG_REST: Duration = Duration::from_secs(3);
/// Whoever scrolls by is not measured.
const STILL: Duration = Duration::from_millis(300);
/// After an error.
const AFTER_ERROR: Duration = Duration::from_mins(1);

/// Who is asked about when.
#[derive(Debug)]
pub(super) struct Schedule {
    source: Option<Source>,
    /// When each is to be asked about again.
    due: HashMap<String, Instant>,
    /// Those of whom an answer is waited for.
    asked: Vec<String>,
    /// Nothing before that.
    earliest: Instant,
    /// And nothing that is not on the screen before that.
    earliest_hidden: Instant,
    /// Where the screen began when it was last looked at, and since when.
    place: (usize, usize, Instant),
}

/// What the schedule says.
#[derive(Debug, PartialEq)]
pub(super) enum Turn {
    /// Measure these now.
    Measure(Source, Vec<Subject>),
    /// Ask again then.
    At(Instant),
    /// There is nothing to do until something changes.
    Never,
}

/// Who is due.
enum Next {
    These(Vec<Subject>),
    /// Nobody before then, or nobody at all.
    At(Option<Instant>),
}

impl Schedule {
    pub(super) fn new(source: Source, now: Instant) -> Self {
        Self {
            source: Some(source),
            due: HashMap::new(),
            asked: Vec::new(),
            earliest: now,
            earliest_hidden: now + LONG_REST,
            place: (0, 0, now),
        }
    }

    /// Whose turn it is of the rows on the screen, which begins at the row `top` of `count`; the
    /// chosen one comes first. `hidden` are others that it would be good to know about.
    pub(super) fn turn<'a>(
        &mut self,
        on_screen: impl Iterator<Item = (&'a Row, bool)>,
        hidden: impl Iterator<Item = &'a Row>,
        (top, count): (usize, usize),
        now: Instant,
    ) -> Turn {
        let Some(source) = self.source.filter(|_| self.asked.is_empty()) else {
            return Turn::Never;
        };
        if (self.place.0, self.place.1) != (top, count) {
            self.place = (top, count, now);
        }
        let mut rows: Vec<(&Row, bool)> = on_screen.collect();
        rows.sort_by_key(|(_, is_chosen)| !is_chosen);
        let seen = self.next(
            rows.into_iter().map(|(row, _)| row),
            self.earliest.max(self.place.2 + STILL),
            now,
        );
        let turn = match seen {
            Next::These(subjects) => Next::These(subjects),
            Next::At(soon) => match self.next(hidden, self.earliest_hidden.max(self.earliest), now)
            {
                Next::At(late) => Next::At(soon.into_iter().chain(late).min()),
                these @ Next::These(_) => these,
            },
        };
        match turn {
            Next::These(subjects) => {
                self.asked = subjects.iter().map(|one| one.id.clone()).collect();
                Turn::Measure(source, subjects)
            }
            Next::At(Some(moment)) => Turn::At(moment),
            Next::At(None) => Turn::Never,
        }
    }

    /// The first few of these rows that are due, or when one will be; none before `earliest`.
    fn next<'a>(
        &self,
        rows: impl Iterator<Item = &'a Row>,
        earliest: Instant,
        now: Instant,
    ) -> Next {
        let mut first = None;
        let mut subjects = Vec::new();
        for row in rows.filter(|row| row.is_measured()) {
            let due = self
                .due
                .get(row.id())
                .map_or(earliest, |due| earliest.max(*due));
            if due <= now {
                subjects.push(row.subject());
                if subjects.len() == TOGETHER {
                    break;
                }
            }
            first = Some(first.map_or(due, |first: Instant| first.min(due)));
        }
        if subjects.is_empty() {
            Next::At(first)
        } else {
            Next::These(subjects)
        }
    }

    /// These were measured.
    pub(super) fn measured(&mut self, loads: &[Load], now: Instant) {
        // One of whom nothing was told has failed by itself.
        for id in self.rest(now, REST) {
            self.due.insert(id, now + AFTER_ERROR);
        }
        for load in loads {
            self.due.insert(load.id.clone(), now + load.again);
        }
    }

    /// They could not be measured this time.
    pub(super) fn failed(&mut self, now: Instant) {
        self.rest(now, AFTER_ERROR);
    }

    /// There is nothing to be had at all.
    pub(super) fn give_up(&mut self) {
        self.source = None;
    }

    fn rest(&mut self, now: Instant, pause: Duration) -> Vec<String> {
        self.earliest = now + pause;
        self.earliest_hidden = now + pause.max(LONG_REST);
        // What is due is due again anyhow, and of most there may be no trace any more.
        self.due.retain(|_, due| *due > now);
        std::mem::take(&mut self.asked)
    }
}
