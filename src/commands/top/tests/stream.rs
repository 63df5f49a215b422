//! Changes from the cloud, and the outcomes of actions.

use super::*;
use crate::commands::instances::act::{Action, DELETE, HARD_REBOOT, START, STOP};
use crate::commands::top::columns::TopColumn;
use crate::commands::waiter::{ActionEntry, RequestedAction};
use crate::error::CommandError;
use crate::state::State;

/// The entry of the request itself.
fn own_entry() -> ActionEntry {
    ActionEntry {
        request_id: Some("req-1".to_owned()),
        newest: None,
    }
}

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
    // If the chosen row is gone, its neighbour is chosen.
    stage.tell(TopEvent::Gone(id(3)));
    assert_eq!(stage.chosen(), "db");
    stage.tell(TopEvent::Gone(id(2)));
    stage.tell(TopEvent::Gone(id(1)));
    stage.tell(TopEvent::Gone(id(4)));
    assert_eq!(stage.chosen(), "");
    stage.put(body(5, "new", "ACTIVE", None));
    assert_eq!(stage.chosen(), "new");
}

#[test]
fn rows_are_sorted_and_what_has_no_value_stands_last() {
    let mut stage = Stage::new(80, 20);
    stage.put(body(4, "api", "ACTIVE", None));
    stage.tell(TopEvent::Measured(vec![
        load(1, 5.0, 80.0),
        load(2, 50.0, 10.0),
        load(3, 99.0, 99.0),
    ]));
    // A stopped instance has no load, whatever was measured; `api` is not measured yet.
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
    assert_eq!(stage.model.table.order().column, TopColumn::State);
    assert_eq!("-cpu".parse::<Order>(), Ok(Order::by(TopColumn::Cpu)));
    assert_eq!(
        "created:desc".parse::<Order>(),
        Ok(Order::by(TopColumn::Age))
    );
    assert!("cost".parse::<Order>().unwrap_err().contains("memory"));
}

#[test]
fn what_filters_do_not_choose_any_more_is_not_shown() {
    let mut stage = Stage::new(80, 20);
    let stopping = stage.change(body(1, "web", "ACTIVE", Some("powering-off")), false);
    stage.tell(stopping);
    assert_eq!(stage.names(), "db old");
}

#[test]
fn what_is_learnt_of_an_instance_does_not_bring_it_back() {
    let mut stage = Stage::new(80, 20);
    let known = || Box::new(instance(&server(body(1, "web-1", "ACTIVE", None))));
    stage.tell(TopEvent::Learnt(known()));
    assert_eq!(stage.names(), "db old web-1");
    stage.tell(TopEvent::Gone(id(1)));
    stage.tell(TopEvent::Learnt(known()));
    assert_eq!(stage.names(), "db old");
}

/// Returns the event of an action that the cloud has accepted.
fn taken(number: u32, action: &'static Action, (state, goal_stood): (State, bool)) -> TopEvent {
    let request_id = Some("req-1".to_owned());
    TopEvent::Acted(
        id(number),
        action,
        Ok((
            state,
            RequestedAction {
                request_id,
                goal_stood,
            },
        )),
    )
}

fn observed(number: u32, state: State) -> Effect {
    Effect::Observe(id(number), state)
}

/// Returns the event of Nova's entry for the request of an action.
fn found(number: u32, body: Value) -> TopEvent {
    TopEvent::Found(id(number), Some(serde_json::from_value(body).unwrap()))
}

#[test]
fn an_action_is_followed_to_its_end() {
    let mut stage = Stage::new(80, 20);
    stage.keys("t");
    assert_eq!(stage.keys("y"), [Effect::Act(id(2), &STOP)]);
    let effects = stage.tell(taken(2, &STOP, (State::Stopping, false)));
    assert_eq!(effects, [Effect::Nudge]);
    assert_eq!(stage.status(), "Stopping db …");
    let stopping = stage.put(body(2, "db", "ACTIVE", Some("powering-off")));
    assert_eq!(stopping, [observed(2, State::Stopping)]);
    assert_eq!(
        stage.put(body(2, "db", "SHUTOFF", None)),
        [observed(2, State::Stopped), Effect::Settled(id(2))]
    );
    assert_eq!(stage.status(), "db is stopped.");
    stage.pass(11);
    assert_eq!(stage.status(), "");
    // The end is reported once.
    assert_eq!(stage.put(body(2, "db", "ACTIVE", None)), []);
}

#[test]
fn where_the_state_does_not_tell_novas_own_entry_does() {
    let mut stage = Stage::new(80, 20);
    stage.keys("ty");
    stage.tell(taken(2, &STOP, (State::Stopping, false)));
    // It failed at once: only the time of the last change differs.
    stage.put(body(2, "db", "ACTIVE", None));
    assert_eq!(stage.later(1), []);
    // Observations from before the cloud's response prove nothing.
    assert_eq!(stage.later(5), []);
    stage.poll();
    let look = Effect::Look(id(2), own_entry());
    assert_eq!(stage.later(1), std::slice::from_ref(&look));
    let goes_on = found(
        2,
        json!({ "message": null, "events": [
        { "event": "compute_stop_instance", "result": null }] }),
    );
    assert_eq!(stage.tell(goes_on), [observed(2, State::Running)]);
    assert_eq!(stage.status(), "Stopping db …");
    assert_eq!(stage.later(2), [look]);
    let failed = found(
        2,
        json!({ "message": "Error", "events": [
        { "event": "compute_stop_instance", "result": "Error", "details": "no \u{1b}power" }] }),
    );
    let effects = stage.tell(failed);
    assert_eq!(
        effects,
        [observed(2, State::Running), Effect::Settled(id(2))]
    );
    let status = stage.status().to_owned();
    assert!(
        status.contains("instance 'db'") && status.contains(r"no \x1bpower"),
        "{status}"
    );
    // An error stays until a key is pressed.
    stage.pass(1_000);
    assert_eq!(stage.status(), status);
    stage.press(KeyCode::Down);
    assert_eq!(stage.status(), "");
}

#[test]
fn an_action_ends_in_a_fault_that_nova_tells() {
    let mut stage = Stage::new(80, 20);
    stage.press(KeyCode::Down);
    stage.keys("sy");
    stage.tell(taken(3, &START, (State::Starting, false)));
    let mut failed = body(3, "old", "ERROR", None);
    failed["fault"] = json!({ "code": 500, "message": "No valid host\u{202e}" });
    let effects = stage.put(failed);
    assert_eq!(effects, [observed(3, State::Error), Effect::Settled(id(3))]);
    assert!(
        stage.status().contains(r"No valid host\u{202e}"),
        "{}",
        stage.status()
    );
}

#[test]
fn what_is_there_already_and_what_is_refused_is_said() {
    let mut stage = Stage::new(80, 20);
    stage.keys("sy");
    let asked = RequestedAction {
        request_id: None,
        goal_stood: true,
    };
    let effects = stage.tell(TopEvent::Acted(id(2), &START, Ok((State::Running, asked))));
    assert_eq!(effects, [Effect::Nudge, Effect::Settled(id(2))]);
    assert_eq!(stage.status(), "db is running already.");
    stage.keys("ty");
    stage.tell(TopEvent::Acted(
        id(2),
        &STOP,
        Err(CommandError::usage("it is locked")),
    ));
    assert_eq!(
        stage.status(),
        "Stop db failed: it is locked (InvalidParameterValue)"
    );
}

#[test]
fn what_is_seen_before_the_answer_counts() {
    let mut stage = Stage::new(80, 20);
    stage.keys("ddb");
    assert_eq!(stage.press(KeyCode::Enter), [Effect::Act(id(2), &DELETE)]);
    stage.tell(TopEvent::Gone(id(2)));
    stage.tell(taken(2, &DELETE, (State::Deleting, false)));
    assert_eq!(stage.status(), "db is gone.");
    stage.keys("tyjty");
    stage.put(body(3, "old", "SHUTOFF", None));
    stage.put(body(1, "web", "SHUTOFF", None));
    stage.tell(taken(1, &STOP, (State::Stopping, false)));
    assert_eq!(stage.status(), "web is stopped.");
    // The same holds for what is seen after it.
    stage.keys("dweb");
    stage.press(KeyCode::Enter);
    stage.tell(taken(1, &DELETE, (State::Deleting, false)));
    let effects = stage.tell(TopEvent::Gone(id(1)));
    assert_eq!(
        effects,
        [observed(1, State::Terminated), Effect::Settled(id(1))]
    );
    assert_eq!(stage.status(), "web is gone.");
}

#[test]
fn an_instance_on_which_nothing_is_seen_is_taken_as_it_stands() {
    let mut stage = Stage::new(80, 20);
    stage.keys("ty");
    stage.tell(taken(2, &STOP, (State::Stopping, false)));
    assert_eq!(stage.later(4), []);
    stage.poll();
    assert_eq!(stage.later(2), [observed(2, State::Running)]);
    assert_eq!(stage.later(2), [Effect::Look(id(2), own_entry())]);
}

#[test]
fn what_takes_too_long_is_given_up_with_a_word() {
    let mut stage = Stage::new(80, 20);
    stage.keys("ty");
    stage.tell(taken(2, &STOP, (State::Stopping, false)));
    stage.put(body(2, "db", "ACTIVE", Some("powering-off")));
    stage.later(29 * 60);
    assert_eq!(stage.status(), "");
    assert_eq!(stage.model.next_tick(), Some(Duration::from_millis(60_001)));
    assert_eq!(stage.later(60), [Effect::Settled(id(2))]);
    assert_eq!(stage.status(), "What became of stopping db is not known.");
    assert_eq!(stage.later(60), []);
}

#[test]
fn a_reboot_is_over_when_novas_entry_says_so() {
    let mut stage = Stage::new(80, 20);
    stage.keys("r");
    assert_eq!(stage.keys("h"), [Effect::Act(id(2), &HARD_REBOOT)]);
    stage.tell(taken(2, &HARD_REBOOT, (State::Rebooting, true)));
    assert_eq!(stage.status(), "Hard rebooting db …");
    stage.put(body(2, "db", "HARD_REBOOT", Some("rebooting_hard")));
    // The running state proves nothing: it was the same before.
    stage.put(body(2, "db", "ACTIVE", None));
    assert_eq!(stage.status(), "Hard rebooting db …");
    stage.pass(1);
    stage.poll();
    assert_eq!(stage.later(1), [Effect::Look(id(2), own_entry())]);
    let done = found(
        2,
        json!({ "message": null, "events": [
        { "event": "compute_reboot_instance", "result": "Success" }] }),
    );
    stage.tell(done);
    assert_eq!(stage.status(), "db is running.");
}

#[test]
fn a_lost_connection_keeps_the_rows_and_counts_the_time() {
    let mut stage = Stage::new(100, 12);
    stage.tell(TopEvent::Asked);
    stage.tell(TopEvent::Answered);
    stage.pass(5);
    stage.tell(TopEvent::Asked);
    stage.tell(TopEvent::Lost(
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
    stage.tell(TopEvent::Lost(
        "nothing listens".to_owned(),
        Duration::from_secs(4),
    ));
    stage.tell(TopEvent::Answered);
    stage.tell(TopEvent::Synced(Some(noon())));
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
    stage.tell(TopEvent::Asked);
    stage.tell(TopEvent::Answered);
    stage.model.take_changed();
    // Polls without changes change nothing on the screen.
    stage.tell(TopEvent::Asked);
    stage.tell(TopEvent::Answered);
    assert!(!stage.model.take_changed());
    stage.tell(TopEvent::Asked);
    stage.pass(9);
    assert!(
        stage.screen().contains("no answer for 9 s"),
        "{}",
        stage.screen()
    );
    stage.model.take_changed();
    stage.tell(TopEvent::Answered);
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
    stage.tell(TopEvent::Synced(Some(
        "2026-11-24T14:30:00Z".parse().unwrap(),
    )));
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
    stage.tell(TopEvent::Unmeasured("ServiceUnavailable".to_owned()));
    assert!(
        stage
            .screen()
            .contains("no new measures: ServiceUnavailable")
    );
    stage.tell(TopEvent::Measured(vec![load(2, 1.0, 1.0)]));
    assert!(!stage.screen().contains("no new measures"));
    stage.tell(TopEvent::NeverMeasured);
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
    assert_eq!(stage.model.table.order().column, TopColumn::Name);
}
