//! The order of the measurements.

use tokio::time::Instant;

use super::*;
use crate::commands::top::measures::{Schedule, Turn};
use crate::commands::top::table::TopRow;

/// The schedule with its clock, over rows that all run.
struct Office {
    schedule: Schedule,
    rows: Vec<TopRow>,
    now: Instant,
}

const SCREEN: usize = 20;

impl Office {
    fn new(count: u32) -> Self {
        let row = |number| {
            let mut one = body(0, "vm", "ACTIVE", None);
            one["id"] = json!(format!("{number}"));
            let one = server(one);
            TopRow::new(instance(&one), one)
        };
        let now = Instant::now();
        Self {
            schedule: Schedule::new(MetricsSource::Gnocchi, now),
            rows: (0..count).map(row).collect(),
            now,
        }
    }

    /// Returns the IDs of the instances to measure, or the milliseconds until the next turn. `top`
    /// is the first row on the screen; the chosen row is three below it.
    fn turn(&mut self, top: usize, all: bool) -> Result<Vec<String>, u128> {
        let on_screen = self.rows.iter().enumerate().skip(top).take(SCREEN);
        let on_screen = on_screen.map(|(place, row)| (row, place == top + 3));
        let hidden = self.rows.iter().filter(|_| all);
        let place = (top, self.rows.len());
        match self.schedule.turn(on_screen, hidden, place, self.now) {
            Turn::Measure(_, subjects) => Ok(subjects.into_iter().map(|one| one.id).collect()),
            Turn::At(moment) => Err(moment.duration_since(self.now).as_millis()),
            Turn::Never => Err(u128::MAX),
        }
    }

    fn answer(&mut self, ids: &[String], again: u64) {
        let load = |id: &String| Load {
            id: id.clone(),
            again: Duration::from_secs(again),
            ..Load::default()
        };
        let loads: Vec<Load> = ids.iter().map(load).collect();
        self.schedule.measured(&loads, self.now);
    }

    fn pass(&mut self, millis: u64) {
        self.now += Duration::from_millis(millis);
    }
}

#[test]
fn a_screen_is_measured_a_few_at_a_time_and_then_left_alone() {
    let mut office = Office::new(400);
    assert_eq!(office.turn(0, false), Err(300));
    office.pass(300);
    let first = office.turn(0, false).unwrap();
    // The chosen row comes first.
    assert_eq!(
        (first.len(), first[0].as_str(), first[1].as_str()),
        (16, "3", "0")
    );
    // No other instance is measured before there is a response.
    assert_eq!(office.turn(0, false), Err(u128::MAX));
    office.answer(&first, 300);
    assert_eq!(office.turn(0, false), Err(1_000));
    office.pass(1_000);
    let rest = office.turn(0, false).unwrap();
    assert_eq!(rest.len(), 4);
    office.answer(&rest, 300);
    assert_eq!(office.turn(0, false), Err(299_000));
    office.pass(299_000);
    assert_eq!(office.turn(0, false).unwrap().len(), 16);
}

#[test]
fn whoever_scrolls_by_is_not_measured() {
    let mut office = Office::new(400);
    for top in 0..100 {
        assert_eq!(office.turn(top, false), Err(300));
        office.pass(100);
    }
    assert_eq!(office.turn(99, false), Err(200));
    office.pass(200);
    assert_eq!(office.turn(99, false).unwrap()[0], "102");
}

#[test]
fn the_others_follow_slowly_where_they_are_looked_for() {
    let mut office = Office::new(400);
    office.pass(300);
    let mut asked = 0;
    office.turn(0, true).unwrap_err();
    office.pass(300);
    // A minute: the screen in two turns, then sixteen every three seconds.
    for _ in 0..150 {
        match office.turn(0, true) {
            Ok(ids) => {
                asked += ids.len();
                office.answer(&ids, 300);
            }
            Err(wait) => assert!(wait <= 3_000, "{wait}"),
        }
        office.pass(400);
    }
    assert!((300..=340).contains(&asked), "{asked}");
}

#[test]
fn what_failed_has_a_rest_and_what_does_not_run_has_no_turn() {
    let mut office = Office::new(3);
    office.turn(0, false).unwrap_err();
    office.pass(300);
    let ids = office.turn(0, false).unwrap();
    office.schedule.failed(office.now);
    assert_eq!(office.turn(0, false), Err(60_000));
    office.pass(60_000);
    assert_eq!(office.turn(0, false).unwrap(), ids);
    // One instance has no result.
    office.answer(&ids[1..], 15);
    assert_eq!(office.turn(0, false), Err(15_000));
    office.pass(15_000);
    assert_eq!(office.turn(0, false).unwrap().len(), 2);
    office.schedule.give_up();
    office.schedule.failed(office.now);
    office.pass(600_000);
    assert_eq!(office.turn(0, false), Err(u128::MAX));

    let mut stopped = Office::new(0);
    let old = server(body(1, "old", "SHUTOFF", None));
    stopped.rows = vec![TopRow::new(instance(&old), old)];
    stopped.pass(10_000);
    assert_eq!(stopped.turn(0, true), Err(u128::MAX));
}
