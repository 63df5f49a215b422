//! A server in the sandbox goes through the states that were seen on the real cloud, in their
//! order. The test moves the clock from one change to the next.

use std::fs;
use std::path::Path;

use ostk_sandbox::{Clock, Settings};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::real::Real;
use crate::support::sandbox::TestCloud;

/// Status, `vm_state`, task and `power_state`.
type State = (String, String, Option<String>, i64);

fn of(server: &Value) -> State {
    let text = |key: &str| server[key].as_str().map(str::to_owned);
    (
        text("status").unwrap(),
        text("OS-EXT-STS:vm_state")
            .or_else(|| text("vm_state"))
            .unwrap(),
        text("OS-EXT-STS:task_state").or_else(|| text("task_state")),
        server["OS-EXT-STS:power_state"]
            .as_i64()
            .or_else(|| server["power_state"].as_i64())
            .unwrap(),
    )
}

fn recorded() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/recorded/states-delay-1.json");
    let text = fs::read_to_string(path).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    value["steps"].as_array().unwrap().clone()
}

/// Returns the request of a recorded step: the action's body, and whether an administrator sends
/// it.
fn action(step: &str, image: &str, tiny: &str, nano: &str) -> Option<(Value, bool)> {
    let member = |body: Value| Some((body, false));
    match step {
        "stop" | "stop, failing" => member(json!({ "os-stop": null })),
        "start" => member(json!({ "os-start": null })),
        "reboot soft" => member(json!({ "reboot": { "type": "SOFT" } })),
        "reboot hard" => member(json!({ "reboot": { "type": "HARD" } })),
        "create image" => member(json!({ "createImage": { "name": "states" } })),
        "rebuild" => member(json!({ "rebuild": { "imageRef": image } })),
        "resize" => member(json!({ "resize": { "flavorRef": tiny } })),
        "resize back" => member(json!({ "resize": { "flavorRef": nano } })),
        "confirm resize" | "confirm migrate" => member(json!({ "confirmResize": null })),
        "revert resize" => member(json!({ "revertResize": null })),
        "rescue" => member(json!({ "rescue": {} })),
        "cold migrate" => Some((json!({ "migrate": null }), true)),
        "live migrate" => Some((json!({ "os-migrateLive": {} }), true)),
        "force delete" => member(json!({ "forceDelete": null })),
        plain @ ("pause" | "unpause" | "suspend" | "resume" | "unrescue" | "shelve"
        | "unshelve") => member(json!({ plain: null })),
        _ => None,
    }
}

#[test]
fn a_server_passes_through_the_states_that_a_real_one_does() {
    let start = "2026-11-24T12:00:00Z".parse().unwrap();
    let mut settings = Settings::new(Clock::manual(start));
    settings.token_life = std::time::Duration::from_hours(24);
    let real = Real::on(TestCloud::with(settings));
    let sandbox = &real.as_sandbox().unwrap().sandbox;
    let member = real.token(&real.cloud(), None);
    let admin = real.token(&real.cloud_as("admin"), None);
    let (image, nano) = real.smallest(&member);
    let tiny = real.id_of(&member, "compute", "/flavors", "flavors", "m1.tiny");
    let mut server = String::new();
    let mut count = 0;
    for step in recorded() {
        let name = step["step"].as_str().unwrap();
        let fail = match name {
            "create, aborted" => "spawn",
            "create, rescheduled" => "reschedule",
            // The stop of the second server must fail.
            "create" if !server.is_empty() => "power_off",
            _ => "",
        };
        let path = format!("/servers/{server}");
        if name.starts_with("create") && name != "create image" {
            let body = json!({ "server": { "name": "states", "imageRef": image,
                "flavorRef": nano, "networks": "auto", "metadata": { "fake_fail": fail } } });
            let made = real.service(&member, "compute", &Method::POST, "/servers", Some(&body));
            made["server"]["id"]
                .as_str()
                .unwrap()
                .clone_into(&mut server);
        } else if name.starts_with("delete") {
            real.service(&member, "compute", &Method::DELETE, &path, None);
        } else {
            let (body, by_admin) = action(name, &image, &tiny, &nano).expect(name);
            let who = if by_admin { &admin } else { &member };
            let path = format!("{path}/action");
            real.service(who, "compute", &Method::POST, &path, Some(&body));
        }
        let url = format!("{}/servers/{server}", member.endpoint("compute"));
        let mut seen: Vec<State> = Vec::new();
        loop {
            let (status, _, body) = real.ask(&Method::GET, &url, Some(&member.token), None);
            if status == 404 {
                break;
            }
            let state = of(&body["server"]);
            if seen.last() != Some(&state) {
                seen.push(state);
            }
            if !sandbox.step().unwrap() {
                break;
            }
        }
        // Polling missed the shortest states, so the recorded states are a part of these.
        let mut expected: Vec<State> = step["seen"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|state| state["http"] != 404)
            .map(of)
            .collect();
        expected.dedup();
        let mut rest = seen.iter();
        for state in &expected {
            assert!(
                rest.any(|one| one == state),
                "{name}: {state:?} is not in its place among {seen:?}"
            );
        }
        count += 1;
    }
    assert!(count > 25, "only {count} steps are recorded");
}
