//! What the cloud tells, and what comes of actions.

use super::*;
use crate::commands::instances::top::act::Act;
use crate::commands::instances::top::columns::Column;
use crate::state::State;

#[test]
fn the_chosen_instance_stays_chosen_whatever_becomes_of_the_rows() {
    let mut stage = Stage::new(80, 20);
    assert_eq!(
        (stage.names().as_str(), stage.chosen()),
        ("db old web", "db")
    );
    stage.press(KeyCode::Down);
    assert_eq!(stage.chosen(), "old");
    stage.put(body(4, "aaa", "BUILD", None));
    stage.put(body(1, "zzz", "ACTIVE", None));
    assert_eq!(
        (stage.names().as_str(), stage.chosen()),
        ("aaa db old zzz", "old")
    );
    stage.keys("S");
    assert_eq!(
        (stage.names().as_str(), stage.chosen()),
        ("aaa db zzz old", "old")
    );
    stage.keys("R");
    assert_eq!(
        (stage.names().as_str(), stage.chosen()),
        ("old db zzz aaa", "old")
    );
    // Where it is gone, its neighbour takes its place.
    stage.tell(Event::Gone(id(3)));
    assert_eq!(stage.chosen(), "db");
    stage.tell(Event::Gone(id(2)));
    stage.tell(Event::Gone(id(1)));
    stage.tell(Event::Gone(id(4)));
    assert_eq!(stage.chosen(), "");
    stage.put(body(5, "new", "ACTIVE", None));
    assert_eq!(stage.chosen(), "new");
}

#[test]
fn rows_are_sorted_and_what_has_no_value_stands_last() {
    let mut stage = Stage::new(80, 20);
    stage.put(body(4, "api", "ACTIVE", None));
    stage.tell(Event::Measured(vec![
        load(1, 5.0, 80.0),
        load(2, 50.0, 10.0),
        load(3, 99.0, 99.0),
    ]));
    // What is stopped has no load, whatever was measured; `api` is not measured yet.
    let mut order = |key: &str| {
        stage.keys(key);
        stage.names()
    };
    assert_eq!(order("C"), "db web api old");
    assert_eq!(order("C"), "web db api old");
    assert_eq!(order("M"), "web db api old");
    assert_eq!(order("I"), "web db old api");
    assert_eq!(order("R"), "api old db web");
    assert_eq!(order("N"), "api db old web");
    assert_eq!(order("<"), "api db old web");
    stage.press(KeyCode::Right);
    assert_eq!(stage.model.table.order().column, Column::State);
    assert_eq!("-cpu".parse::<Order>(), Ok(Order::by(Column::Cpu)));
    assert_eq!("created:desc".parse::<Order>(), Ok(Order::by(Column::Age)));
    assert!("cost".parse::<Order>().unwrap_err().contains("memory"));
}

#[test]
fn what_filters_do_not_choose_any_more_is_not_shown() {
    let mut stage = Stage::new(80, 20);
    let stopping = instance(body(1, "web", "ACTIVE", Some("powering-off")));
    stage.tell(Event::Changed(Box::new(stopping), false));
    assert_eq!(stage.names(), "db old");
}

#[test]
fn what_is_learnt_of_an_instance_does_not_bring_it_back() {
    let mut stage = Stage::new(80, 20);
    let known = || Box::new(instance(body(1, "web-1", "ACTIVE", None)));
    stage.tell(Event::Learnt(known()));
    assert_eq!(stage.names(), "db old web-1");
    stage.tell(Event::Gone(id(1)));
    stage.tell(Event::Learnt(known()));
    assert_eq!(stage.names(), "db old");
}

#[test]
fn an_action_is_followed_to_its_end() {
    let mut stage = Stage::new(80, 20);
    stage.keys("t");
    assert_eq!(stage.keys("y"), [Effect::Act(id(2), Act::Stop)]);
    let answer = Ok((State::Stopping, Some("req-1".to_owned())));
    assert_eq!(
        stage.tell(Event::Acted(id(2), Act::Stop, answer)),
        [Effect::Nudge]
    );
    assert_eq!(stage.status(), "Stopping db …");
    assert_eq!(stage.put(body(2, "db", "ACTIVE", Some("powering-off"))), []);
    assert_eq!(
        stage.put(body(2, "db", "SHUTOFF", None)),
        [Effect::Observe(id(2), State::Stopped)]
    );
    assert_eq!(stage.status(), "db is stopped.");
    stage.pass(11);
    assert_eq!(stage.status(), "");
    // It is told once.
    assert_eq!(stage.put(body(2, "db", "ACTIVE", None)), []);
}

#[test]
fn an_action_that_comes_to_nothing_is_asked_about() {
    let mut stage = Stage::new(80, 20);
    stage.keys("ty");
    let answer = Ok((State::Stopping, Some("req-1".to_owned())));
    stage.tell(Event::Acted(id(2), Act::Stop, answer));
    stage.put(body(2, "db", "ACTIVE", Some("powering-off")));
    assert_eq!(
        stage.put(body(2, "db", "ACTIVE", None)),
        [
            Effect::Observe(id(2), State::Running),
            Effect::Explain(id(2), Act::Stop, "req-1".to_owned())
        ]
    );
    assert_eq!(stage.status(), "db is running: it was to be stopped.");
    stage.tell(Event::Explained(
        id(2),
        Act::Stop,
        Some("no power".to_owned()),
    ));
    assert_eq!(stage.status(), "Stop db failed: no power");
    // An error stays until a key is pressed.
    stage.pass(1_000);
    assert_eq!(stage.status(), "Stop db failed: no power");
    stage.press(KeyCode::Down);
    assert_eq!(stage.status(), "");
}

#[test]
fn an_action_ends_in_a_fault_that_nova_tells() {
    let mut stage = Stage::new(80, 20);
    stage.press(KeyCode::Down);
    stage.keys("sy");
    let answer = Ok((State::Starting, Some("req-1".to_owned())));
    stage.tell(Event::Acted(id(3), Act::Start, answer));
    let mut failed = body(3, "old", "ERROR", None);
    failed["fault"] = json!({ "code": 500, "message": "No valid host\u{202e}" });
    assert_eq!(stage.put(failed), [Effect::Observe(id(3), State::Error)]);
    assert_eq!(
        stage.status(),
        r"old is error: it was to be running: No valid host\u{202e}"
    );
}

#[test]
fn what_is_there_already_and_what_is_refused_is_said() {
    let mut stage = Stage::new(80, 20);
    stage.keys("sy");
    stage.tell(Event::Acted(id(2), Act::Start, Ok((State::Running, None))));
    assert_eq!(stage.status(), "db is running already.");
    stage.keys("ty");
    stage.tell(Event::Acted(
        id(2),
        Act::Stop,
        Err("it is locked".to_owned()),
    ));
    assert_eq!(stage.status(), "Stop db failed: it is locked");
}

#[test]
fn a_deletion_that_is_seen_before_its_answer_is_a_deletion() {
    let mut stage = Stage::new(80, 20);
    stage.keys("ddb");
    assert_eq!(
        stage.press(KeyCode::Enter),
        [Effect::Act(id(2), Act::Delete)]
    );
    stage.tell(Event::Gone(id(2)));
    let answer = Ok((State::Deleting, Some("req-1".to_owned())));
    stage.tell(Event::Acted(id(2), Act::Delete, answer));
    assert_eq!(stage.status(), "db is gone.");
    // And one that is seen after it, too.
    stage.keys("dold");
    stage.press(KeyCode::Enter);
    let answer = Ok((State::Deleting, Some("req-2".to_owned())));
    stage.tell(Event::Acted(id(3), Act::Delete, answer));
    let seen = stage.tell(Event::Gone(id(3)));
    assert_eq!(seen, [Effect::Observe(id(3), State::Terminated)]);
    assert_eq!(stage.status(), "old is gone.");
}

#[test]
fn a_reboot_is_over_when_the_instance_runs_again() {
    let mut stage = Stage::new(80, 20);
    stage.keys("r");
    assert_eq!(stage.keys("h"), [Effect::Act(id(2), Act::HardReboot)]);
    let answer = Ok((State::Rebooting, Some("req-1".to_owned())));
    stage.tell(Event::Acted(id(2), Act::HardReboot, answer));
    assert_eq!(stage.status(), "Hard rebooting db …");
    assert_eq!(
        stage.put(body(2, "db", "HARD_REBOOT", Some("rebooting_hard"))),
        []
    );
    stage.put(body(2, "db", "ACTIVE", None));
    assert_eq!(stage.status(), "db is running.");
}

#[test]
fn a_lost_connection_keeps_the_rows_and_counts_the_time() {
    let mut stage = Stage::new(100, 12);
    stage.tell(Event::Asked);
    stage.tell(Event::Answered);
    stage.pass(5);
    stage.tell(Event::Asked);
    stage.tell(Event::Lost(
        "nothing listens".to_owned(),
        Duration::from_secs(4),
    ));
    stage.pass(1);
    assert_eq!(stage.model.next_tick(), Some(Duration::from_secs(1)));
    let screen = stage.screen();
    assert!(screen.contains("no answer since 12:00:00Z"), "{screen}");
    assert!(
        screen.contains("What is shown is 6 s old; trying again in 3 s: nothing listens"),
        "{screen}"
    );
    assert!(screen.contains("> db"), "{screen}");
    stage.tell(Event::Lost(
        "nothing listens".to_owned(),
        Duration::from_secs(4),
    ));
    stage.tell(Event::Answered);
    stage.tell(Event::Synced(Some(noon())));
    let screen = stage.screen();
    assert!(screen.contains("live"), "{screen}");
    assert!(
        screen.contains("3 instances: 2 running, 1 stopped"),
        "{screen}"
    );
}

#[test]
fn silence_is_told_from_quiet() {
    let mut stage = Stage::new(100, 12);
    stage.tell(Event::Asked);
    stage.tell(Event::Answered);
    stage.model.take_changed();
    // Polls that bring nothing change nothing on the screen.
    stage.tell(Event::Asked);
    stage.tell(Event::Answered);
    assert!(!stage.model.take_changed());
    stage.tell(Event::Asked);
    stage.pass(9);
    assert!(
        stage.screen().contains("no answer for 9 s"),
        "{}",
        stage.screen()
    );
    stage.model.take_changed();
    stage.tell(Event::Answered);
    assert!(stage.model.take_changed());
    assert!(stage.screen().contains("live"));
}

#[test]
fn the_clouds_clock_counts_and_ages_are_drawn_when_they_change() {
    let mut stage = Stage::new(100, 12);
    let age = |stage: &Stage| {
        let screen = stage.screen();
        let line = screen
            .lines()
            .find(|line| line.contains("> db"))
            .unwrap()
            .to_owned();
        line.rsplit(' ').next().unwrap().to_owned()
    };
    assert_eq!(age(&stage), "1h");
    assert_eq!(stage.model.next_tick(), Some(Duration::from_hours(1)));
    // This machine's clock is two hours behind the cloud's.
    stage.tell(Event::Synced(Some("2026-11-24T14:30:00Z".parse().unwrap())));
    assert_eq!(age(&stage), "3h");
    assert_eq!(stage.model.next_tick(), Some(Duration::from_mins(30)));
    let mut young = body(4, "a", "BUILD", None);
    young["created"] = json!("2026-11-24T14:29:30Z");
    stage.put(young);
    assert_eq!(stage.model.next_tick(), Some(Duration::from_secs(1)));
}

#[test]
fn what_is_not_measured_has_no_columns() {
    let mut stage = Stage::new(100, 12);
    stage.keys("C");
    assert!(stage.screen().contains("CPU▼"));
    stage.tell(Event::Unmeasured("ServiceUnavailable".to_owned()));
    assert!(
        stage
            .screen()
            .contains("no new measures: ServiceUnavailable")
    );
    stage.tell(Event::Measured(vec![load(2, 1.0, 1.0)]));
    assert!(!stage.screen().contains("no new measures"));
    stage.tell(Event::NeverMeasured);
    let screen = stage.screen();
    assert!(
        screen.contains("CPU and memory are not measured on this cloud"),
        "{screen}"
    );
    assert!(
        !screen.contains("MEMORY") && screen.contains("NAME▲"),
        "{screen}"
    );
    stage.keys("C");
    assert_eq!(stage.model.table.order().column, Column::Name);
}
