//! `top` without a terminal and in a real one. The tests of its screen and its actions are beside
//! its code. Tests that need tmux are ignored unless they are requested.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::support::double::{Double, server, server_id};
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;
use crate::support::tmux::Tmux;

#[test]
fn without_a_terminal_it_names_what_needs_none() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let outcome = home.run(["top"]);
    outcome.fails(
        252,
        &["needs a terminal", "instances watch", "instances metrics"],
    );
    for words in [
        &["top", "-o", "json"][..],
        &["top", "--raw"],
        &["top", "--query", "a"],
    ] {
        let outcome = cloud.home().terminal(80).run(words);
        outcome.fails(252, &["no other form", "instances watch"]);
    }
    let outcome = cloud.home().terminal(80).run(["top", "--debug"]);
    outcome.fails(252, &["--debug would write over the screen", "2>FILE"]);
    let dumb = cloud.home().terminal(80).variable("TERM", "dumb");
    dumb.run(["top"]).fails(252, &["TERM=dumb"]);
    home.run(["top", "--sort", "cost"]).fails(252, &["created"]);
    home.run(["top", "--state", "runing"])
        .fails(252, &["running"]);
}

#[test]
fn what_is_wrong_is_said_before_the_screen_is_taken() {
    let home = Home::with_cloud(
        "auth:\n  auth_url: http://127.0.0.1:9/v3\n  username: a\n  password: b\n",
    );
    home.terminal(80).run(["top"]).fails(255, &["127.0.0.1:9"]);
}

/// Returns a cloud with these instances, and a home for it.
fn cloud(speed: f64, names: &[&str]) -> (TestCloud, Home) {
    let cloud = TestCloud::new(speed);
    let home = cloud.home();
    for name in names {
        let words = "--image cirros-0.6.3 --flavor m1.nano --network private --wait";
        let create = ["instances", "create", name];
        let outcome = home.run(create.into_iter().chain(words.split_whitespace()));
        assert_eq!(outcome.code, 0, "{outcome:?}");
    }
    (cloud, home)
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_instances_are_shown_stopped_and_deleted() {
    let (_cloud, home) = cloud(50.0, &["db", "web"]);
    let tmux = Tmux::start(&home, "top", (100, 20));
    tmux.shows(&["> db", "web", "2 running", "live"]);
    tmux.keys(&["t"]);
    tmux.shows(&["Stop it?"]);
    tmux.keys(&["y"]);
    tmux.shows(&["1 running, 1 stopped", "db is stopped."]);
    tmux.keys(&["Down", "d"]);
    tmux.shows(&["Delete it?", "Type its name"]);
    tmux.text("web");
    tmux.keys(&["Enter"]);
    tmux.shows(&["web is gone.", "1 instance: 1 stopped"]);
    tmux.keys(&["Enter"]);
    tmux.shows(&["Image", "cirros-0.6.3"]);
    tmux.keys(&["q"]);
    tmux.shows_no(&["cirros-0.6.3"]);
    tmux.keys(&["q"]);
    let screen = tmux.ends(0);
    assert!(!screen.contains("db"), "{screen}");
    // The journal has the actions.
    for (state, name) in [("stopped", "db"), ("terminated", "web")] {
        let records = home.run(["records", "list", "--state", state]).json();
        assert_eq!(records["Records"][0]["Name"], name, "{records}");
    }
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_a_search_and_every_size() {
    let (_cloud, home) = cloud(0.0, &["db", "web-1", "web-2"]);
    let tmux = Tmux::start(&home, "top --sort -name", (90, 16));
    tmux.shows(&["> web-2", "live"]);
    tmux.keys(&["/"]);
    tmux.text("web");
    tmux.shows(&["/web", "2 of 3 instances"]);
    tmux.shows_no(&["  db "]);
    for (width, height) in [(40, 12), (10, 3), (1, 1), (200, 60), (90, 16)] {
        tmux.resize(width, height);
    }
    tmux.shows(&["> web-2", "web-1", "2 of 3 instances"]);
    tmux.keys(&["C-c"]);
    let screen = tmux.ends(0);
    assert!(!screen.contains("web"), "{screen}");
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_the_terminal_is_given_back_after_an_error() {
    let (cloud, home) = cloud(0.0, &["web"]);
    let tmux = Tmux::start(&home, "top --interval 0.05", (100, 12));
    tmux.shows(&["> web"]);
    cloud.fault("GET /servers/detail: 403");
    let screen = tmux.ends(254);
    assert!(screen.contains("(UnauthorizedOperation)"), "{screen}");
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_the_terminal_is_given_back_after_a_signal() {
    let (_cloud, home) = cloud(0.0, &["web"]);
    for (signal, word, code) in [
        ("TERM", "SIGTERM", 143),
        ("HUP", "SIGHUP", 130),
        ("INT", "interrupted", 130),
    ] {
        let tmux = Tmux::start(&home, "top", (100, 12));
        tmux.shows(&["> web"]);
        tmux.signal(signal);
        let screen = tmux.ends(code);
        assert!(screen.contains(word), "{screen}");
    }
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_whoever_ends_it_early_is_told_what_goes_on() {
    let (cloud, home) = cloud(0.0, &["db"]);
    let list = home.run(["instances", "list"]).json();
    let id = list["Instances"][0]["InstanceId"].as_str().unwrap();
    let named = format!("still under way: 'db' ({id})");
    cloud.fault("POST /servers/**: delay 20");
    for (end, code) in [("TERM", 143), ("q", 130), ("403", 254)] {
        let tmux = Tmux::start(&home, "top --interval 0.05", (200, 12));
        tmux.shows(&["> db", "live"]);
        tmux.keys(&["r"]);
        tmux.shows(&["Reboot it?"]);
        tmux.keys(&["y"]);
        tmux.keys(&["q"]);
        tmux.shows(&["Leaving when the cloud has answered: rebooting db"]);
        match end {
            "q" => tmux.keys(&["q"]),
            "403" => cloud.fault("GET /servers/detail: 403"),
            signal => tmux.signal(signal),
        }
        let screen = tmux.ends(code);
        assert!(screen.contains(&named), "{screen}");
    }
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_it_is_stopped_and_goes_on() {
    let (_cloud, home) = cloud(0.0, &["web"]);
    let tmux = Tmux::start(&home, "top", (100, 12));
    tmux.shows(&["> web"]);
    // It overwrites what other programs did to the screen in the meantime.
    tmux.signal("STOP");
    tmux.keys(&["-R"]);
    tmux.shows_no(&["web"]);
    tmux.resize(60, 8);
    tmux.signal("CONT");
    tmux.shows(&["> web", "q leave"]);
    assert_eq!(tmux.ask("#{alternate_on}"), "1");
    // There is no shell that could continue it, so this does not stop it.
    tmux.keys(&["C-z"]);
    tmux.keys(&["?"]);
    tmux.shows(&["Keys"]);
    tmux.keys(&["Escape"]);
    tmux.shows_no(&["Keys"]);
    tmux.keys(&["q"]);
    tmux.ends(0);
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_a_lost_connection_comes_back() {
    let (cloud, home) = cloud(0.0, &["web"]);
    let tmux = Tmux::start(&home, "top --interval 0.05", (100, 12));
    tmux.shows(&["> web", "live"]);
    cloud.fault("GET /servers/detail: 503 x8");
    tmux.shows(&["> web", "no answer since", "trying again in"]);
    tmux.shows(&["> web", "live"]);
    tmux.keys(&["q"]);
    tmux.ends(0);
}

/// Returns a cloud without Gnocchi that has these diagnostics.
fn diagnosed(diagnostics: impl Fn(usize) -> Reply + Send + Sync + 'static) -> Double {
    let count = AtomicUsize::new(0);
    Double::start(move |request| {
        if request.path().ends_with("/diagnostics") {
            return Some(diagnostics(count.fetch_add(1, Ordering::SeqCst)));
        }
        let mut one = server(&server_id(1), "web", "ACTIVE");
        one["flavor"]["vcpus"] = json!(1);
        let list = request.path() == "/compute/v2.1/servers/detail";
        list.then(|| Reply::json(200, &json!({ "servers": [one] })))
    })
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_without_gnocchi_nova_measures_or_nobody_does() {
    let double = diagnosed(|number| {
        Reply::json(
            200,
            &json!({ "cpu_details": [{ "id": 0, "time": number as u64 * 500_000_000 }],
                "disk_details": [], "nic_details": [],
                "memory_details": { "maximum": 2_048, "used": 512 } }),
        )
    });
    let home = double.home();
    let tmux = Tmux::start(&home, "top", (100, 12));
    tmux.shows(&["> web", "CPU and memory by Nova", "25 %"]);
    tmux.keys(&["q"]);
    tmux.ends(0);
    let double = diagnosed(|_| {
        Reply::json(
            403,
            &json!({ "forbidden": { "code": 403, "message": "not you" } }),
        )
    });
    let home = double.home();
    let tmux = Tmux::start(&home, "top --color never", (100, 12));
    let screen = tmux.shows(&["> web", "are not measured on this cloud"]);
    assert!(!screen.contains("MEMORY"), "{screen}");
    assert!(
        !tmux.colored_screen().contains("\x1b[38;"),
        "{}",
        tmux.colored_screen()
    );
    tmux.keys(&["q"]);
    tmux.ends(0);
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_a_reader_is_refused() {
    let (_cloud, home) = cloud(0.0, &["web"]);
    let tmux = Tmux::start(&home, "--cloud test-reader top", (100, 12));
    tmux.shows(&["> web"]);
    tmux.keys(&["d"]);
    tmux.shows(&["needs the role 'developer'"]);
    tmux.keys(&["q"]);
    tmux.ends(0);
}
