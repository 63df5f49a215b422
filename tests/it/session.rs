//! The session: the token cache, re-authentication, retries, microversions, and what `--debug`
//! and `--timing` show.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::support::double::{Double, names, paged, server_id, servers, token_body, unauthorized};
use crate::support::run::{Home, password_cloud};
use crate::support::server::{Reply, Request};

fn with_list(reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Double {
    Double::start(move |request| {
        if request.path() == "/compute/v2.1/servers/detail" {
            Some(reply(request))
        } else {
            names(request)
        }
    })
}

fn plain() -> Double {
    with_list(|request| paged(&servers(2), request, 1000))
}

const TOKEN: &str = "POST /identity/v3/auth/tokens";

fn tokens(double: &Double) -> usize {
    let log = double.server.take_log();
    log.iter().filter(|line| *line == TOKEN).count()
}

#[test]
fn a_cached_token_is_private_and_costs_no_request() {
    let double = plain();
    let home = double.home();
    home.run(["instances", "list"]).json();
    assert_eq!(tokens(&double), 1);
    home.run(["instances", "list"]).json();
    home.run(["whoami"]).json();
    assert_eq!(tokens(&double), 0);
    let folder = home.path().join(".cache/ostk/tokens");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        assert!(!fs::read_to_string(&path).unwrap().contains("secret"));
    }
}

#[test]
fn any_other_setting_gets_a_token_of_its_own() {
    let double = plain();
    let home = double.home();
    home.run(["whoami"]).json();
    assert_eq!(tokens(&double), 1);
    let url = double.server.url("/identity/v3");
    let cloud = password_cloud(&url);
    for changed in [
        cloud.replace("username: developer", "username: other"),
        cloud.replace("project_name: demo", "project_name: other"),
        cloud.replace("user_domain_name: Default", "user_domain_name: Other"),
        format!("{cloud}verify: false\n"),
    ] {
        home.set_cloud(&changed);
        home.run(["whoami"]).json();
        assert_eq!(tokens(&double), 1, "{changed}");
    }
    // A wrong password must not use the right password's token.
    let wrong = cloud.replace("password: secret", "password: wrong");
    home.set_cloud(&wrong);
    home.run(["whoami"]).fails(253, &["AuthFailure"]);
}

#[test]
fn a_refused_token_is_renewed_once() {
    let double = with_list(|request| {
        if request.header("X-Auth-Token") == Some("token-1") {
            Reply::json(401, &unauthorized())
        } else {
            paged(&servers(2), request, 1000)
        }
    });
    let home = double.home();
    home.run(["instances", "list"]).json();
    assert_eq!(tokens(&double), 2);
    home.run(["instances", "list"]).json();
    assert_eq!(
        tokens(&double),
        0,
        "the renewed token is the one that is cached"
    );
}

#[test]
fn a_service_that_refuses_every_token_is_not_asked_for_ever() {
    let double = with_list(|_| Reply::json(401, &unauthorized()));
    double.home().run(["instances", "list"]).fails(
        254,
        &["(AuthFailure) when calling the DescribeInstances operation"],
    );
    let log = double.server.take_log();
    assert_eq!(log.iter().filter(|line| *line == TOKEN).count(), 2);
    assert_eq!(
        log.iter()
            .filter(|line| line.contains("servers/detail"))
            .count(),
        2
    );
    // Several targets share the second token: there is no login per target.
    let all = [1, 2, 3].map(server_id);
    let words = ["instances", "stop"].map(str::to_owned);
    let double = Double::start(|_| Some(Reply::json(401, &unauthorized())));
    assert_ne!(double.home().run(words.iter().chain(&all)).code, 0);
    assert_eq!(tokens(&double), 2);
}

#[test]
fn an_expired_token_in_the_cache_is_not_used() {
    let double = Double::with_keystone(
        |request| Some(paged(&[], request, 1000)),
        |_, base, number| {
            let mut body = token_body(base);
            body["token"]["expires_at"] = json!("2026-01-01T00:00:00.000000Z");
            Reply::json(201, &body).header("X-Subject-Token", &format!("token-{number}"))
        },
    );
    let home = double.home();
    home.run(["instances", "list"]).json();
    home.run(["instances", "list"]).json();
    assert_eq!(tokens(&double), 2);
}

#[test]
fn reads_are_repeated_after_what_passes() {
    let failures = AtomicUsize::new(0);
    let double = with_list(
        move |request| match failures.fetch_add(1, Ordering::SeqCst) {
            0 => Reply::json(503, &json!({})).header("Retry-After", "0"),
            1 => Reply::text(429, "slow down").header("Retry-After", "0"),
            2 => Reply::Bytes(Vec::new()),
            _ => paged(&servers(2), request, 1000),
        },
    );
    double.home().run(["instances", "list"]).json();
    let log = double.server.take_log();
    assert_eq!(
        log.iter()
            .filter(|line| line.contains("servers/detail"))
            .count(),
        4
    );
}

#[test]
fn retries_end_and_are_told() {
    let double = with_list(|_| Reply::text(503, "busy").header("Retry-After", "0"));
    double.home().run(["instances", "list"]).fails(
        254,
        &["(ServiceUnavailable)", "(reached max retries: 3): busy"],
    );
    // If `Retry-After` exceeds the budget for retries, the first response is final.
    let double = with_list(|_| Reply::text(503, "busy").header("Retry-After", "3600"));
    let outcome = double.home().run(["instances", "list"]);
    assert_eq!(outcome.code, 254);
    assert!(
        !outcome.stderr.contains("max retries"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn an_older_nova_is_asked_for_what_it_has_and_remembered() {
    for (newest, asked) in [("2.12", "2.1"), ("2.30", "2.26")] {
        let double = Double::start(move |request| match request.path() {
            "/compute/v2.1/" => Some(Reply::json(
                200,
                &json!({ "version": { "id": "v2.1", "version": newest, "min_version": "2.1",
                    "links": [] } }),
            )),
            "/compute/v2.1/servers/detail" => {
                if request.header("X-OpenStack-Nova-API-Version") == Some(asked) {
                    let mut old = servers(2);
                    old[0]["flavor"] = json!({ "id": "f-1", "links": [] });
                    old[1]["flavor"] = json!({ "id": "gone", "links": [] });
                    return Some(paged(&old, request, 1000));
                }
                let fault = json!({ "code": 406, "message": "Version is not supported" });
                Some(Reply::json(406, &json!({ "computeFault": fault })))
            }
            _ => names(request),
        });
        let home = double.home();
        let first = home.run(["instances", "list"]).json();
        assert_eq!(first["Instances"][0]["InstanceType"], "m1.nano");
        assert_eq!(first["Instances"][1]["InstanceType"], json!(null));
        let log = double.server.take_log();
        let flavors = log.iter().filter(|line| line.contains("flavors/detail"));
        assert_eq!(flavors.count(), 1, "{log:?}");
        assert_eq!(home.run(["instances", "list"]).json(), first);
        assert_eq!(
            double.server.take_log(),
            ["GET /compute/v2.1/servers/detail"]
        );
        home.run(["keypairs", "list", "--page-size", "5"]).fails(
            254,
            &[&format!(
                "needs compute API microversion 2.35, and the server speaks 2.1 to {newest}"
            )],
        );
    }
}

#[test]
fn what_is_cached_of_one_region_is_not_believed_of_another() {
    let double = Double::with_keystone(
        |request| match request.path() {
            "/old/v2.1/" => Some(Reply::json(
                200,
                &json!({ "version": { "id": "v2.1", "version": "2.30", "min_version": "2.1" } }),
            )),
            "/compute/v2.1/servers/detail" => Some(paged(&servers(1), request, 1000)),
            "/old/v2.1/servers/detail" => {
                if request.header("X-OpenStack-Nova-API-Version") == Some("2.47") {
                    return Some(Reply::json(
                        406,
                        &json!({ "computeFault": { "message": "no" } }),
                    ));
                }
                Some(paged(&servers(1), request, 1000))
            }
            _ => names(request),
        },
        |_, base, number| {
            let mut body = token_body(base);
            let compute = &mut body["token"]["catalog"][0]["endpoints"];
            let mut old = compute[1].clone();
            old["region_id"] = json!("Old");
            old["url"] = json!(format!("{base}/old/v2.1"));
            compute.as_array_mut().unwrap().push(old);
            Reply::json(201, &body).header("X-Subject-Token", &format!("token-{number}"))
        },
    );
    let home = double.home();
    for _ in 0..2 {
        for region in ["Old", "RegionOne"] {
            home.run(["instances", "list", "--region", region]).json();
        }
    }
    let asked: Vec<String> = double
        .server
        .requests()
        .iter()
        .filter(|request| request.path().ends_with("servers/detail"))
        .map(|request| {
            request
                .header("X-OpenStack-Nova-API-Version")
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(asked, ["2.47", "2.26", "2.47", "2.26", "2.47"]);
}

#[test]
fn a_keystone_that_has_moved_is_told() {
    let double = Double::with_keystone(
        |_| None,
        |_, _, _| Reply::text(301, "").header("Location", "https://keystone.invalid/v3"),
    );
    double.home().run(["whoami"]).fails(
        254,
        &["the service has moved to 'https://keystone.invalid/v3'"],
    );
}

#[test]
fn a_long_pause_is_told() {
    let first = AtomicUsize::new(0);
    let double = with_list(move |request| match first.fetch_add(1, Ordering::SeqCst) {
        0 => Reply::text(503, "busy").header("Retry-After", "1"),
        _ => paged(&servers(1), request, 1000),
    });
    let outcome = double.home().run(["instances", "list"]);
    outcome.json();
    assert!(
        outcome.stderr.contains("trying again in 1 s"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn debug_shows_everything_but_secrets() {
    let double = plain();
    let outcome = double.home().run(["instances", "list", "--debug"]);
    outcome.json();
    for shown in [
        "debug: [1] > POST http://127.0.0.1",
        r#""password":"[redacted]""#,
        "x-auth-token: [redacted]",
        "x-subject-token: [redacted]",
        "x-openstack-request-id: req-",
        "debug: [2] < 200 after",
    ] {
        assert!(
            outcome.stderr.contains(shown),
            "no {shown} in {}",
            outcome.stderr
        );
    }
    assert!(!outcome.stderr.contains("secret"), "{}", outcome.stderr);
    assert!(!outcome.stderr.contains("token-1"), "{}", outcome.stderr);
    let request = &double.server.requests()[0];
    let agent = format!("ostk/{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(request.header("User-Agent"), Some(agent.as_str()));
    assert!(
        request
            .header("X-OpenStack-Request-ID")
            .unwrap()
            .starts_with("req-")
    );
    assert_eq!(request.header("Accept"), Some("application/json"));
}

#[test]
fn debug_shows_no_user_data() {
    let double = with_list(|request| {
        let mut all = servers(1);
        all[0]["OS-EXT-SRV-ATTR:user_data"] = json!("aHVzaA==");
        paged(&all, request, 1000)
    });
    let outcome = double.home().run(["instances", "list", "--debug"]);
    outcome.json();
    let shown = r#""OS-EXT-SRV-ATTR:user_data":"[redacted]""#;
    assert!(outcome.stderr.contains(shown), "{}", outcome.stderr);
    assert!(!outcome.stderr.contains("aHVzaA"), "{}", outcome.stderr);
}

#[test]
fn timing_lists_each_request() {
    let double = plain();
    let home = double.home();
    home.run(["instances", "list"]).json();
    let outcome = home.run(["instances", "list", "--timing"]);
    outcome.json();
    assert!(outcome.stderr.contains("req-nova"), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("1 request in "),
        "{}",
        outcome.stderr
    );
    // A failed run is timed as well.
    let outcome = home.run(["instances", "describe", "nobody", "--timing"]);
    assert!(outcome.stderr.contains(" request"), "{}", outcome.stderr);
}

#[test]
fn an_endpoint_may_be_set_by_file_and_by_flag() {
    let double = plain();
    let other = plain();
    let base = password_cloud(&double.server.url("/identity/v3"));
    let set = format!(
        "{base}compute_endpoint_override: {}\n",
        other.server.url("/compute")
    );
    Home::with_cloud(&set).run(["instances", "list"]).json();
    assert!(
        other
            .server
            .take_log()
            .contains(&"GET /compute/v2.1/servers/detail".to_owned())
    );
    let third = plain();
    let url = third.server.url("/compute/v2.1");
    Home::with_cloud(&set)
        .run(["instances", "list", "--endpoint-url", &url])
        .json();
    assert!(
        third
            .server
            .take_log()
            .contains(&"GET /compute/v2.1/servers/detail".to_owned())
    );
    assert!(
        !other
            .server
            .take_log()
            .contains(&"GET /compute/v2.1/servers/detail".to_owned())
    );
}

#[test]
fn a_token_goes_to_no_other_host_by_redirect() {
    let thief = Double::start(|_| Some(Reply::json(200, &json!({ "servers": [] }))));
    let target = thief.server.url("/compute/v2.1/servers/detail");
    let double = with_list(move |_| Reply::text(302, "").header("Location", &target));
    let _ = double.home().run(["instances", "list"]);
    let stolen = thief.server.requests();
    assert_eq!(stolen.len(), 1);
    assert_eq!(stolen[0].header("X-Auth-Token"), None);
}
