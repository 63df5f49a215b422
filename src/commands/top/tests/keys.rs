//! The effect of keys.

use super::*;
use crate::commands::instances::act::{ACTIONS, Action, DELETE, HARD_REBOOT, STOP};
use crate::commands::top::model::Mode;
use crate::commands::waiter::RequestedAction;
use crate::error::CommandError;
use crate::state::State;

#[test]
fn rows_are_walked_and_scrolled() {
    let mut stage = Stage::empty(60, 10);
    for number in 0..9 {
        stage.put(body(number, &format!("vm-{number}"), "ACTIVE", None));
    }
    stage.tell(TopEvent::Synced(None));
    // Title, summary, heading and keys take four lines.
    assert_eq!(stage.model.table.height(), 6);
    let mut go = |code: KeyCode| {
        stage.press(code);
        (stage.chosen().to_owned(), stage.model.table.top())
    };
    let at = |name: &str, top: usize| (name.to_owned(), top);
    assert_eq!(go(KeyCode::Char('j')), at("vm-1", 0));
    assert_eq!(go(KeyCode::PageDown), at("vm-6", 1));
    assert_eq!(go(KeyCode::Char('k')), at("vm-5", 1));
    assert_eq!(go(KeyCode::End), at("vm-8", 3));
    assert_eq!(go(KeyCode::Down), at("vm-8", 3));
    assert_eq!(go(KeyCode::PageUp), at("vm-3", 3));
    assert_eq!(go(KeyCode::Up), at("vm-2", 2));
    assert_eq!(go(KeyCode::Home), at("vm-0", 0));
    assert_eq!(go(KeyCode::Up), at("vm-0", 0));
    stage.press(KeyCode::End);
    stage.resize(60, 40);
    assert_eq!(stage.model.table.top(), 0);
    stage.resize(60, 6);
    assert_eq!((stage.chosen(), stage.model.table.top()), ("vm-8", 6));
}

#[test]
fn a_search_narrows_as_one_types_and_gives_the_chosen_one_back() {
    let mut stage = Stage::new(80, 20);
    stage.press(KeyCode::Down);
    assert_eq!(stage.chosen(), "old");
    stage.keys("/RUN");
    assert_eq!((stage.names().as_str(), stage.chosen()), ("db web", "web"));
    stage.keys(" 10.0.0.2");
    assert_eq!((stage.names().as_str(), stage.chosen()), ("db", "db"));
    stage.keys("x");
    assert_eq!(stage.names(), "");
    assert!(
        stage
            .screen()
            .contains("In no instance all of these words are found.")
    );
    // Without a chosen row, nothing happens.
    stage.press(KeyCode::Enter);
    assert_eq!(stage.keys("d"), []);
    assert_eq!(stage.model.mode, Mode::Rows);
    stage.keys("/");
    stage.press(KeyCode::Backspace);
    assert_eq!(stage.names(), "db");
    stage.press(KeyCode::Enter);
    assert_eq!(stage.model.mode, Mode::Rows);
    // The first Esc ends the search, the second leaves.
    assert_eq!(stage.press(KeyCode::Esc), []);
    assert_eq!(
        (stage.names().as_str(), stage.chosen()),
        ("db old web", "old")
    );
    assert_eq!(stage.press(KeyCode::Esc), [Effect::Quit]);
}

#[test]
fn keys_of_a_search_are_letters_and_arrows_still_walk() {
    let mut stage = Stage::new(80, 20);
    assert_eq!(stage.keys("/qdstr?"), []);
    assert_eq!(stage.model.table.search(), "qdstr?");
    stage.control('u');
    stage.press(KeyCode::Down);
    assert_eq!(stage.chosen(), "old");
    assert!(matches!(stage.model.mode, Mode::Search(_)));
    assert_eq!(stage.control('c'), [Effect::Quit]);
}

#[test]
fn nothing_is_done_without_a_yes() {
    let mut stage = Stage::new(80, 20);
    for (keys, last) in [("t", "n"), ("t", "q"), ("r", "n")] {
        stage.keys(keys);
        assert!(matches!(stage.model.mode, Mode::Ask(_)));
        assert_eq!(stage.keys(last), []);
        assert_eq!(stage.status(), "Nothing was done.");
    }
    stage.keys("ddbx");
    assert_eq!(stage.press(KeyCode::Enter), []);
    assert!(
        stage.screen().contains("That is another name."),
        "{}",
        stage.screen()
    );
    stage.press(KeyCode::Backspace);
    assert!(!stage.screen().contains("That is another name."));
    assert_eq!(stage.press(KeyCode::Enter), [Effect::Act(id(2), &DELETE)]);
    // Only one action at a time.
    stage.keys("d");
    assert_eq!(
        stage.status(),
        "The cloud has not answered yet: deleting db."
    );
    assert_eq!(stage.model.mode, Mode::Rows);
}

#[test]
fn what_makes_no_sense_is_answered_and_not_asked() {
    // Status and task, the key, and the message.
    let unanswered = "something is under way: 'ostk instances wait' waits for its end";
    let table = [
        ("ACTIVE", None, "s", "db is running already.".to_owned()),
        ("SHUTOFF", None, "t", "db is stopped already.".to_owned()),
        (
            "ACTIVE",
            Some("powering-off"),
            "t",
            "db is stopping already.".to_owned(),
        ),
        (
            "SHUTOFF",
            Some("powering-on"),
            "s",
            "db is starting already.".to_owned(),
        ),
        (
            "ACTIVE",
            Some("deleting"),
            "d",
            "db is deleting already.".to_owned(),
        ),
        (
            "ACTIVE",
            Some("deleting"),
            "r",
            format!("db is deleting: {unanswered}."),
        ),
        (
            "PAUSED",
            None,
            "t",
            "db is paused: unpause it first.".to_owned(),
        ),
        (
            "BUILD",
            Some("spawning"),
            "s",
            format!("db is pending: {unanswered}."),
        ),
        (
            "VERIFY_RESIZE",
            None,
            "r",
            "db is resized: confirm or revert its resize first.".to_owned(),
        ),
    ];
    for (status, task, key, line) in table {
        let mut stage = Stage::new(80, 20);
        stage.put(body(2, "db", status, task));
        assert_eq!(stage.keys(key), []);
        assert_eq!(stage.model.mode, Mode::Rows, "{status} {key}");
        assert_eq!(stage.status(), line, "{status} {key}");
    }
    // If the guest can't be asked to reboot, only the hard reboot remains.
    let mut stage = Stage::new(80, 20);
    stage.put(body(2, "db", "SHUTOFF", None));
    assert_eq!(stage.keys("ry"), [Effect::Act(id(2), &HARD_REBOOT)]);
}

#[test]
fn each_action_of_the_table_with_a_key_asks_first() {
    let mut stage = Stage::new(80, 20);
    assert_eq!(stage.keys("p"), []);
    assert!(stage.screen().contains("Pause it?"));
    let pause = action("pause");
    assert_eq!(stage.keys("y"), [Effect::Act(id(2), pause)]);
    let requested = RequestedAction {
        request_id: Some("req-1".to_owned()),
        goal_stood: false,
    };
    stage.tell(TopEvent::Acted(
        id(2),
        pause,
        Ok((State::Stopping, requested)),
    ));
    assert_eq!(stage.status(), "Pausing db …");
    stage.put(body(2, "db", "PAUSED", None));
    assert_eq!(stage.status(), "db is paused.");
    assert_eq!(stage.keys("uy"), [Effect::Act(id(2), action("unpause"))]);
}

fn action(name: &str) -> &'static Action {
    ACTIONS.iter().find(|action| action.name == name).unwrap()
}

#[test]
fn a_question_is_about_the_instance_that_was_chosen_when_it_was_asked() {
    let mut stage = Stage::new(80, 20);
    stage.keys("t");
    stage.put(body(4, "aaa", "ACTIVE", None));
    stage.put(body(2, "db-renamed", "ACTIVE", None));
    assert!(stage.screen().contains("db-renamed"));
    assert_eq!(stage.keys("y"), [Effect::Act(id(2), &STOP)]);
    stage.keys("js");
    stage.tell(TopEvent::Gone(id(3)));
    assert_eq!(stage.status(), "old is gone.");
    assert_eq!(stage.keys("y"), []);
}

#[test]
fn nothing_is_asked_about_an_instance_that_the_filters_have_dropped() {
    for open in [KeyCode::Char('t'), KeyCode::Enter] {
        let mut stage = Stage::new(80, 20);
        stage.press(open);
        let dropped = stage.change(body(2, "db", "SHUTOFF", None), false);
        stage.tell(dropped);
        assert_eq!(
            (&stage.model.mode, stage.status()),
            (&Mode::Rows, "db is no longer among those shown.")
        );
        assert_eq!(stage.keys("y"), []);
    }
}

#[test]
fn pasted_text_is_no_command() {
    let mut stage = Stage::new(80, 20);
    assert_eq!(stage.tell(TopEvent::Pasted("ty\nq".to_owned())), []);
    assert_eq!(stage.model.mode, Mode::Rows);
    stage.keys("t");
    assert_eq!(stage.tell(TopEvent::Pasted("y".to_owned())), []);
    assert!(matches!(stage.model.mode, Mode::Ask(_)));
    stage.press(KeyCode::Esc);
    stage.keys("d");
    stage.tell(TopEvent::Pasted("db\n".to_owned()));
    assert_eq!(stage.press(KeyCode::Enter), [Effect::Act(id(2), &DELETE)]);
    stage.keys("/");
    stage.tell(TopEvent::Pasted("old\n".to_owned()));
    assert_eq!(stage.names(), "old");
}

#[test]
fn who_may_only_read_is_told_so() {
    let mut stage = Stage::new(80, 20);
    stage.model.refusal = Some("this needs the role 'developer'".to_owned());
    for key in ["s", "t", "r", "d"] {
        assert_eq!(stage.keys(key), []);
        assert_eq!(stage.status(), "this needs the role 'developer'");
        assert_eq!(stage.model.mode, Mode::Rows);
    }
}

#[test]
fn a_screen_that_has_no_room_for_a_question_asks_none() {
    let mut stage = Stage::new(80, 7);
    stage.keys("d");
    assert_eq!(stage.model.mode, Mode::Rows);
    assert!(stage.status().contains("too small"), "{}", stage.status());
    stage.resize(80, 20);
    stage.keys("d");
    assert!(matches!(stage.model.mode, Mode::Ask(_)));
    stage.resize(20, 20);
    assert_eq!(stage.model.mode, Mode::Rows);
    assert_eq!(
        stage.status(),
        "Not done: the terminal is too small to ask."
    );
}

#[test]
fn details_follow_the_instance_and_close_with_it() {
    let mut stage = Stage::new(80, 20);
    assert_eq!(stage.press(KeyCode::Enter), [Effect::Learn(id(2))]);
    assert!(stage.screen().contains(&id(2)));
    stage.put(body(2, "db", "ACTIVE", Some("powering-off")));
    assert!(
        stage
            .screen()
            .contains("stopping (ACTIVE, powering-off, running)")
    );
    // The details also accept actions.
    stage.keys("d");
    assert!(matches!(stage.model.mode, Mode::Ask(_)));
    stage.press(KeyCode::Esc);
    stage.press(KeyCode::Enter);
    stage.tell(TopEvent::Gone(id(2)));
    assert_eq!(
        (&stage.model.mode, stage.status()),
        (&Mode::Rows, "db is gone.")
    );
}

#[test]
fn a_text_is_scrolled_no_further_than_it_goes() {
    let mut stage = Stage::new(60, 10);
    stage.keys("?");
    for _ in 0..50 {
        stage.press(KeyCode::Down);
    }
    let Mode::Help(scroll) = stage.model.mode else {
        panic!("{:?}", stage.model.mode)
    };
    assert!(stage.screen().contains("leave"), "{}", stage.screen());
    stage.press(KeyCode::Up);
    assert_eq!(stage.model.mode, Mode::Help(scroll - 1));
    stage.press(KeyCode::Home);
    assert_eq!(stage.model.mode, Mode::Help(0));
    assert_eq!(stage.press(KeyCode::Char('q')), []);
    assert_eq!(stage.model.mode, Mode::Rows);
}

#[test]
fn whoever_leaves_while_the_cloud_is_asked_is_told_so() {
    let mut stage = Stage::new(80, 20);
    stage.keys("ty");
    assert_eq!(stage.keys("q"), []);
    assert!(stage.status().contains("stopping db"), "{}", stage.status());
    assert_eq!(
        stage.control('c'),
        [Effect::Abandon(vec!["stopping db".to_owned()])]
    );
    let asked = |request: Option<&str>| RequestedAction {
        request_id: request.map(str::to_owned),
        goal_stood: false,
    };
    let answer = Ok((State::Stopping, asked(Some("req-1"))));
    let effects = stage.tell(TopEvent::Acted(id(2), &STOP, answer));
    assert_eq!(effects, [Effect::Nudge, Effect::Quit]);
    // After a refusal, the screen stays.
    let mut stage = Stage::new(80, 20);
    stage.keys("tyq");
    let refused = Err(CommandError::usage("locked"));
    let effects = stage.tell(TopEvent::Acted(id(2), &STOP, refused));
    assert_eq!(effects, [Effect::Nudge]);
    assert_eq!(
        stage.status(),
        "Stop db failed: locked (InvalidParameterValue)"
    );
    assert_eq!(stage.keys("q"), [Effect::Quit]);
}

#[test]
fn control_keys_work_everywhere() {
    for open in ["", "/", "t", "d", "?"] {
        let mut stage = Stage::new(80, 20);
        stage.keys(open);
        let mode = stage.model.mode.clone();
        assert_eq!(stage.control('z'), [Effect::Suspend]);
        assert_eq!(stage.control('l'), [Effect::Repaint]);
        assert_eq!(stage.model.mode, mode);
        assert_eq!(stage.control('c'), [Effect::Quit]);
    }
    let mut stage = Stage::new(80, 20);
    assert_eq!(stage.press(KeyCode::F(5)), [Effect::Nudge]);
    // A command is a letter without modifiers.
    assert_eq!(stage.control('d'), []);
    assert_eq!(stage.model.mode, Mode::Rows);
}
