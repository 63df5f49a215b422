//! Watching and waiting while somebody else acts on real servers.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use super::unique;
use crate::support::real::{Real, Token};

/// A server without a network whose every operation takes two seconds; deleted when the test ends.
struct Slow<'a> {
    real: &'a Real,
    token: Token,
    id: String,
}

impl<'a> Slow<'a> {
    fn create(real: &'a Real, name: &str) -> Self {
        let token = real.token(&real.cloud(), None);
        let id = |kind: &str, path: &str, key: &str, name: &str| {
            let list = real.service(&token, kind, &Method::GET, path, None);
            let items = list[key].as_array().unwrap().clone();
            let found = items.iter().find(|item| item["name"] == name).unwrap();
            found["id"].as_str().unwrap().to_owned()
        };
        let image = id("image", "/v2/images", "images", "cirros-0.6.3");
        let flavor = id("compute", "/flavors", "flavors", "m1.nano");
        let body = json!({ "server": { "name": name, "imageRef": image, "flavorRef": flavor,
            "networks": "none", "metadata": { "fake_delay": "2" } } });
        let made = real.service(&token, "compute", &Method::POST, "/servers", Some(&body));
        let id = made["server"]["id"].as_str().unwrap().to_owned();
        Self { real, token, id }
    }

    fn act(&self, action: &Value) {
        let path = format!("/servers/{}/action", self.id);
        self.real
            .service(&self.token, "compute", &Method::POST, &path, Some(action));
    }

    fn delete(&self) {
        let path = format!("/servers/{}", self.id);
        self.real
            .service(&self.token, "compute", &Method::DELETE, &path, None);
    }
}

impl Drop for Slow<'_> {
    fn drop(&mut self) {
        // It may be gone already.
        let path = format!("/servers/{}", self.id);
        let url = format!("{}{path}", self.token.endpoint("compute"));
        self.real
            .ask(&Method::DELETE, &url, Some(&self.token.token), None);
    }
}

on_both_clouds!(
    every_step_on_a_real_cloud_is_told_once_and_in_order,
    waiting_on_a_real_cloud_ends_well_badly_or_late,
);

fn every_step_on_a_real_cloud_is_told_once_and_in_order(real: &Real) {
    let cloud = real.cloud();
    let home = real.home();
    let name = unique("watch");
    let running = home.start([
        "--cloud",
        &cloud,
        "instances",
        "watch",
        "--name",
        &name,
        "--for",
        "2m",
    ]);
    assert_eq!(running.stdout.json()["Type"], "synced");
    let next = || {
        let event = running.stdout.json();
        assert_eq!(event["Name"], name.as_str(), "{event}");
        event["CurrentState"].as_str().unwrap().to_owned()
    };
    let server = Slow::create(real, &name);
    assert_eq!([next(), next()], ["pending", "running"]);
    for (action, states) in [
        (json!({ "os-stop": null }), ["stopping", "stopped"]),
        (json!({ "os-start": null }), ["starting", "running"]),
        (
            json!({ "reboot": { "type": "HARD" } }),
            ["rebooting", "running"],
        ),
    ] {
        server.act(&action);
        assert_eq!([next(), next()], states);
    }
    server.delete();
    assert_eq!([next(), next()], ["deleting", "terminated"]);
}

fn waiting_on_a_real_cloud_ends_well_badly_or_late(real: &Real) {
    let cloud = real.cloud();
    let home = real.home();
    let server = Slow::create(real, &unique("wait"));
    let wait = |words: &[&str]| {
        let fixed = ["--cloud", &cloud, "instances", "wait"];
        home.run(fixed.iter().chain(words))
    };
    assert_eq!(wait(&["exists", &server.id]).code, 0);
    assert_eq!(wait(&["running", &server.id]).code, 0);
    let start = Instant::now();
    wait(&["stopped", &server.id, "--timeout", "1s"]).fails(124, &["is running"]);
    assert!(start.elapsed() < Duration::from_secs(5));
    server.act(&json!({ "os-stop": null }));
    assert_eq!(wait(&["stopped", &server.id]).code, 0);
    server.delete();
    wait(&["running", &server.id]).fails(1, &["does not become 'running'"]);
    assert_eq!(wait(&["terminated", &server.id]).code, 0);
    assert_eq!(wait(&["terminated", &server.id]).code, 0);
}
