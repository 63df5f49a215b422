//! Schedules which instances to measure next. The load on the cloud is limited for any number of
//! instances: a few instances on the screen at a time, with a pause after each batch. None is
//! measured again before there can be new data. If the rows are sorted by load, the other instances
//! follow, more slowly. Pure.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use super::table::TopRow;
use crate::commands::instances::metrics::{Load, MetricsSource, Subject};

/// The size of a batch. Gnocchi needs one search, and two requests for each instance.
const TOGETHER: usize = 16;
/// The pause after a batch.
const REST: Duration = Duration::from_secs(1);
/// The longer pause for instances that are not on the screen: about five instances a second.
const LONG_REST: Duration = Duration::from_secs(3);
/// How long the screen must stay still: rows that are scrolled past are not measured.
const STILL: Duration = Duration::from_millis(300);
/// The pause after an error.
const AFTER_ERROR: Duration = Duration::from_mins(1);

/// The schedule of the measurements.
#[derive(Debug)]
pub(super) struct Schedule {
    source: Option<MetricsSource>,
    /// When each instance is to be measured again.
    due: HashMap<String, Instant>,
    /// The IDs of the instances that are being measured.
    asked: Vec<String>,
    /// The earliest next measurement.
    earliest: Instant,
    /// The earliest next measurement of instances that are not on the screen.
    earliest_hidden: Instant,
    /// The first row on the screen and the number of rows at the last turn, and since when they are
    /// so.
    place: (usize, usize, Instant),
}

/// The schedule's next step.
#[derive(Debug, PartialEq)]
pub(super) enum Turn {
    /// Measure these now.
    Measure(MetricsSource, Vec<Subject>),
    /// Call the schedule again at this time.
    At(Instant),
    /// There is nothing to do until something changes.
    Never,
}

/// The instances that are due.
enum Next {
    These(Vec<Subject>),
    /// Nothing is due before this time, or ever.
    At(Option<Instant>),
}

impl Schedule {
    pub(super) fn new(source: MetricsSource, now: Instant) -> Self {
        Self {
            source: Some(source),
            due: HashMap::new(),
            asked: Vec::new(),
            earliest: now,
            earliest_hidden: now + LONG_REST,
            place: (0, 0, now),
        }
    }

    /// Returns which rows on the screen to measure now. The screen begins at the row `top` of
    /// `count`, and the chosen row comes first. `hidden` are other rows with a useful load.
    pub(super) fn turn<'a>(
        &mut self,
        on_screen: impl Iterator<Item = (&'a TopRow, bool)>,
        hidden: impl Iterator<Item = &'a TopRow>,
        (top, count): (usize, usize),
        now: Instant,
    ) -> Turn {
        let Some(source) = self.source.filter(|_| self.asked.is_empty()) else {
            return Turn::Never;
        };
        if (self.place.0, self.place.1) != (top, count) {
            self.place = (top, count, now);
        }
        let mut rows: Vec<(&TopRow, bool)> = on_screen.collect();
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

    /// Returns the first few of these rows that are due, or when one will be. None is due before
    /// `earliest`.
    fn next<'a>(
        &self,
        rows: impl Iterator<Item = &'a TopRow>,
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

    /// Takes the results of a measurement.
    pub(super) fn measured(&mut self, loads: &[Load], now: Instant) {
        // An instance without a result has failed on its own.
        for id in self.rest(now, REST) {
            self.due.insert(id, now + AFTER_ERROR);
        }
        for load in loads {
            self.due.insert(load.id.clone(), now + load.again);
        }
    }

    /// Notes that a measurement has failed.
    pub(super) fn failed(&mut self, now: Instant) {
        self.rest(now, AFTER_ERROR);
    }

    /// Stops measuring, because the cloud has no measurements.
    pub(super) fn give_up(&mut self) {
        self.source = None;
    }

    fn rest(&mut self, now: Instant, pause: Duration) -> Vec<String> {
        self.earliest = now + pause;
        self.earliest_hidden = now + pause.max(LONG_REST);
        // Overdue instances stay due without an entry, and most of them may be gone.
        self.due.retain(|_, due| *due > now);
        std::mem::take(&mut self.asked)
    }
}
