//! `instances console-log`.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::support::double::{Double, server, server_id};
use crate::support::server::{Reply, Request};

/// Starts a double with one instance, `web`, and the test's responses for its console. `answer`
/// gets the request's number, from 0.
fn console(answer: impl Fn(&Request, usize) -> Reply + Send + Sync + 'static) -> Double {
    let count = AtomicUsize::new(0);
    Double::start(move |request| {
        let path = request.path();
        if path.ends_with("/action") {
            let number = count.fetch_add(1, Ordering::SeqCst);
            return Some(answer(request, number));
        }
        if path.ends_with("/servers/detail") {
            let one = server(&server_id(1), "web", "ACTIVE");
            let named = request.query("name").iter().any(|name| name == "^web$");
            let servers = if named { vec![one] } else { vec![] };
            return Some(Reply::json(200, &json!({ "servers": servers })));
        }
        path.ends_with(&server_id(1)).then(|| {
            Reply::json(
                200,
                &json!({ "server": server(&server_id(1), "web", "ACTIVE") }),
            )
        })
    })
}

fn log(text: &str) -> Reply {
    Reply::json(200, &json!({ "output": text }))
}

fn refused(status: u16, key: &str, message: &str) -> Reply {
    Reply::json(
        status,
        &json!({ key: { "code": status, "message": message } }),
    )
}

const EVIL: &str = "a\tb\r\n\u{1b}]0;owned\u{7}\u{9b}31m é\nlogin: ";

#[test]
fn a_pipe_gets_every_byte() {
    let double = console(|_, _| log(EVIL));
    let outcome = double.home().run(["instances", "console-log", "web"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (0, EVIL));
    assert_eq!(outcome.stderr, "");
}

#[test]
fn a_terminal_gets_escapes_unless_it_is_told_to_take_everything() {
    let double = console(|_, _| log(EVIL));
    let run = |words: &[&str]| {
        let words = ["instances", "console-log", "web"].iter().chain(words);
        double.home().terminal(80).run(words).stdout
    };
    assert_eq!(run(&[]), "a\tb\n\\x1b]0;owned\\x07\\x9b31m é\nlogin: \n");
    assert_eq!(run(&["--raw-terminal"]), format!("{EVIL}\n"));
}

#[test]
fn the_last_lines_are_asked_for_and_counted_here() {
    let double = console(|request, _| {
        let lines = "a\nb\nc\nd\n";
        // Like Nova, count the text after the last newline as a line.
        let length = request.json()["os-getConsoleOutput"]["length"]
            .as_u64()
            .unwrap();
        let all: Vec<&str> = lines.split('\n').collect();
        let from = all.len().saturating_sub(usize::try_from(length).unwrap());
        log(&all[from..].join("\n"))
    });
    for (lines, expected) in [("2", "c\nd\n"), ("9", "a\nb\nc\nd\n"), ("0", "")] {
        let words = ["instances", "console-log", "web", "--tail", lines];
        assert_eq!(double.home().run(words).stdout, expected);
    }
    double
        .home()
        .run(["instances", "console-log", "web", "--tail", "-1"])
        .fails(252, &["--tail"]);
}

#[test]
fn three_refusals_are_three_errors() {
    let id = server_id(1);
    let table = [
        (
            409,
            "conflictingRequest",
            "(IncorrectInstanceState)",
            "has no console log yet",
        ),
        (
            501,
            "notImplemented",
            "(UnsupportedOperation)",
            "this cloud gives no console log",
        ),
        // The instance exists, but its console does not.
        (
            404,
            "itemNotFound",
            "(UnsupportedOperation)",
            "this cloud gives no console log",
        ),
    ];
    for target in ["web", id.as_str()] {
        for (status, key, code, words) in table {
            let double = console(move |_, _| refused(status, key, "Nova's own words"));
            double
                .home()
                .run(["instances", "console-log", target])
                .fails(254, &[code, "GetConsoleOutput", words, "Nova's own words"]);
        }
    }
    let message = format!("Instance {} could not be found.", server_id(9));
    let double = console(move |_, _| refused(404, "itemNotFound", &message));
    for target in ["gone", server_id(9).as_str()] {
        double
            .home()
            .run(["instances", "console-log", target])
            .fails(254, &["(InvalidInstanceID.NotFound)", target]);
    }
}

#[test]
fn following_shows_what_is_new_through_a_reboot_until_the_instance_is_gone() {
    let double = console(|_, number| match number {
        0 => log("one\ntwo\n"),
        1 | 3 => log("one\ntwo\nthree\n"),
        2 => refused(409, "conflictingRequest", "not ready"),
        4 => log(""),
        5 => log("one\n"),
        6 => log("one\nagain\n"),
        _ => {
            let message = format!("Instance {} could not be found.", server_id(1));
            refused(404, "itemNotFound", &message)
        }
    });
    let words = "instances console-log web --follow --tail 1 --interval 0.01";
    let outcome = double.home().run(words.split(' '));
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(outcome.stdout, "two\nthree\none\nagain\n");
    assert!(outcome.stderr.contains("not ready"), "{outcome:?}");
    assert!(outcome.stderr.contains("Instance 'web' is gone."));
}

#[test]
fn a_follower_waits_for_the_first_line_and_bears_a_service_that_fails() {
    let double = console(|_, number| match number {
        0 | 1 => refused(409, "conflictingRequest", "not ready"),
        2 => log("one\n"),
        3 => refused(500, "computeFault", "broken"),
        4 => log("one\ntwo\n"),
        _ => refused(403, "forbidden", "no longer"),
    });
    let words = "instances console-log web -f --interval 0.01";
    let outcome = double.home().run(words.split(' '));
    // A permanent error ends it.
    assert_eq!(outcome.code, 254, "{outcome:?}");
    assert_eq!(outcome.stdout, "one\ntwo\n");
    assert_eq!(outcome.stderr.matches("waiting for it").count(), 1);
    assert!(outcome.stderr.contains("trying again: broken"));
    assert!(outcome.stderr.contains("(UnauthorizedOperation)"));
}

#[test]
fn a_format_that_was_asked_for_has_awss_shape() {
    let double = console(|_, _| log("one\n").header("Date", "Mon, 23 Nov 2026 10:18:03 GMT"));
    let answer = double
        .home()
        .run(["instances", "console-log", "web", "--output", "json"])
        .json();
    assert_eq!(
        answer,
        json!({ "InstanceId": server_id(1), "Timestamp": "2026-11-23T10:18:03Z",
                "Output": "one\n" })
    );
    let words = "instances console-log web --query Output --output text";
    assert_eq!(double.home().run(words.split(' ')).stdout, "one\n\n");
    let raw = double
        .home()
        .run(["instances", "console-log", "web", "--raw"]);
    assert_eq!(raw.json(), json!({ "output": "one\n" }));
    let words = "instances console-log web --follow --output json";
    double
        .home()
        .run(words.split(' '))
        .fails(252, &["--follow"]);
    let nothing = console(|_, _| Reply::json(200, &json!({ "output": Value::Null })));
    let outcome = nothing
        .home()
        .terminal(80)
        .run(["instances", "console-log", "web"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (0, ""));
}
