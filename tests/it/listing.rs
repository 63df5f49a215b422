//! Lists: paging, filters, formats, names, and the requests that each needs.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::double::{Double, names, paged, server, server_id, servers};
use crate::support::server::Reply;

fn cloud(count: usize, most: usize) -> Double {
    let all = servers(count);
    Double::start(move |request| {
        if request.path() == "/compute/v2.1/servers/detail" {
            return Some(paged(&all, request, most));
        }
        names(request)
    })
}

fn ids(answer: &Value) -> Vec<String> {
    answer["Instances"]
        .as_array()
        .unwrap()
        .iter()
        .map(|instance| instance["InstanceId"].as_str().unwrap().to_owned())
        .collect()
}

const LIST: &str = "GET /compute/v2.1/servers/detail";

#[test]
fn every_page_size_gives_the_same_instances() {
    let double = cloud(53, 20);
    let home = double.home();
    let all = ids(&home.run(["instances", "list"]).json());
    assert_eq!(all.len(), 53);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 53);
    for size in ["1", "7", "20", "53", "1000"] {
        let outcome = home.run(["instances", "list", "--page-size", size]);
        assert_eq!(ids(&outcome.json()), all, "{size}");
    }
}

#[test]
fn the_second_run_is_one_request() {
    let double = cloud(3, 1000);
    let home = double.home();
    let first = home.run(["instances", "list"]).json();
    assert_eq!(
        double.server.take_log(),
        [
            "POST /identity/v3/auth/tokens",
            LIST,
            "GET /image/v2/images"
        ]
    );
    let second = home.run(["instances", "list"]).json();
    assert_eq!(double.server.take_log(), [LIST]);
    assert_eq!(first, second);
    assert_eq!(second["Instances"][0]["ImageName"], "cirros");
    assert_eq!(second["Instances"][0]["InstanceType"], "m1.nano");
}

#[test]
fn an_empty_cloud_is_an_empty_list() {
    let double = cloud(0, 1000);
    let home = double.home();
    assert_eq!(
        home.run(["instances", "list"]).json(),
        json!({ "Instances": [], "NextToken": null })
    );
    let table = home.run(["instances", "list", "-o", "table"]);
    assert_eq!((table.code, table.stdout.as_str()), (0, ""));
    assert!(table.stderr.contains("no instances"), "{}", table.stderr);
    for words in [
        &["-o", "text"][..],
        &["-o", "text", "--query", "@"],
        &["-o", "off"],
        &["--query", "merge(`{}`)"],
    ] {
        let outcome = home.run(["instances", "list"].iter().chain(words));
        assert_eq!(
            (outcome.code, outcome.stdout.as_str()),
            (0, ""),
            "{words:?}"
        );
    }
}

#[test]
fn max_items_and_starting_token_walk_the_whole_list() {
    let double = cloud(10, 4);
    let home = double.home();
    let mut token: Option<String> = None;
    let mut walked = Vec::new();
    for _ in 0..10 {
        let mut words = vec!["instances", "list", "--max-items", "3"];
        if let Some(token) = &token {
            words.extend(["--starting-token", token]);
        }
        let answer = home.run(words).json();
        walked.extend(ids(&answer));
        token = answer["NextToken"].as_str().map(str::to_owned);
        if token.is_none() {
            break;
        }
    }
    let expected: Vec<String> = (0..10).map(server_id).collect();
    assert_eq!(walked, expected);
}

#[test]
fn no_paginate_is_the_first_page_alone() {
    let double = cloud(10, 4);
    let home = double.home();
    home.run(["instances", "list"]);
    double.server.take_log();
    let answer = home.run(["instances", "list", "--no-paginate"]).json();
    assert_eq!(ids(&answer).len(), 4);
    assert_eq!(answer["NextToken"], server_id(3));
    assert_eq!(double.server.take_log(), [LIST]);
}

#[test]
fn a_marker_that_vanishes_under_way_loses_nothing() {
    let all = servers(9);
    let double = Double::start(move |request| {
        if request.path() != "/compute/v2.1/servers/detail" {
            return names(request);
        }
        // The third server is deleted as soon as the first page is sent.
        if request.query("marker").is_empty() {
            return Some(paged(&all, request, 3));
        }
        let left: Vec<Value> = all
            .iter()
            .filter(|server| server["id"] != server_id(2))
            .cloned()
            .collect();
        Some(paged(&left, request, 3))
    });
    let answer = double.home().run(["instances", "list"]).json();
    let expected: Vec<String> = (0..9).map(server_id).collect();
    assert_eq!(ids(&answer), expected);
}

#[test]
fn a_service_that_repeats_itself_does_not_keep_ostk_for_ever() {
    let double = Double::start(|request| {
        if request.path() != "/compute/v2.1/servers/detail" {
            return names(request);
        }
        let marker = request.query("marker").len();
        Some(Reply::json(
            200,
            &json!({ "servers": servers(2), "servers_links": [
                { "rel": "next", "href": format!("http://x/?marker=again{marker}") }] }),
        ))
    });
    let outcome = double.home().run(["instances", "list"]);
    outcome.fails(
        255,
        &[
            "(ResponseParserError) when calling the DescribeInstances operation",
            "page 3 of a list that never ends",
        ],
    );
    assert_eq!(outcome.stdout, "");
}

#[test]
fn filters_are_pushed_to_nova_and_applied_here() {
    let all = vec![
        server(&server_id(1), "web-1", "ACTIVE"),
        server(&server_id(2), "web-2", "SHUTOFF"),
        server(&server_id(3), "db-1", "ACTIVE"),
    ];
    // This Nova ignores every filter, so ostk must apply them itself.
    let double = Double::start(move |request| {
        if request.path() == "/compute/v2.1/servers/detail" {
            return Some(paged(&all, request, 1000));
        }
        names(request)
    });
    let home = double.home();
    let words = ["instances", "list", "--state", "running", "--name", "web-*"];
    assert_eq!(ids(&home.run(words).json()), [server_id(1)]);
    let request = double
        .server
        .requests()
        .into_iter()
        .find(|request| request.path().ends_with("servers/detail"))
        .unwrap();
    assert_eq!(request.query("status"), ["ACTIVE", "PASSWORD"]);
    assert_eq!(request.query("name"), [r"^web\-.*$"]);
    assert_eq!(
        request.header("OpenStack-API-Version"),
        Some("compute 2.47")
    );
    assert_eq!(request.header("X-OpenStack-Nova-API-Version"), Some("2.47"));
    double.server.take_log();
    let words = [
        "instances",
        "list",
        "--filters",
        "Name=instance-type,Values=m1.nano",
    ];
    assert_eq!(ids(&home.run(words).json()).len(), 3);
    let [flavors, list] = &double.server.requests()[..] else {
        panic!("{:?}", double.server.take_log());
    };
    assert_eq!(flavors.path(), "/compute/v2.1/flavors/detail");
    assert_eq!(list.query("flavor"), ["f-1"]);
}

#[test]
fn sort_and_all_projects_are_novas() {
    let double = cloud(1, 1000);
    double.home().run([
        "instances",
        "list",
        "--sort",
        "-created,name",
        "--all-projects",
    ]);
    let request = double
        .server
        .requests()
        .into_iter()
        .find(|request| request.path().ends_with("servers/detail"))
        .unwrap();
    assert_eq!(request.query("sort_key"), ["created_at", "display_name"]);
    assert_eq!(request.query("sort_dir"), ["desc", "asc"]);
    assert_eq!(request.query("all_tenants"), ["true"]);
}

#[test]
fn formats_and_queries_are_awss() {
    let double = cloud(2, 1000);
    let home = double.home();
    let run = |words: &[&str]| {
        let mut all = vec!["instances", "list"];
        all.extend(words);
        let outcome = home.run(all);
        assert_eq!(outcome.code, 0, "{outcome:?}");
        outcome.stdout
    };
    assert_eq!(
        run(&[
            "--query",
            "Instances[].{N: Name, S: State.Name}",
            "-o",
            "text"
        ]),
        "vm-0\trunning\nvm-1\trunning\n"
    );
    assert_eq!(run(&["--query", "length(Instances)"]), "2\n");
    let bare = "Instances[?State.Name==`running`].Name | join(`,`, @)";
    assert_eq!(run(&["--query", bare, "-o", "text"]), "vm-0,vm-1\n");
    let text = run(&["--max-items", "1", "-o", "text"]);
    let token = "NEXTTOKEN\t5e000000-";
    assert!(!text.starts_with("None"), "{text}");
    assert!(text.lines().last().unwrap().starts_with(token), "{text}");
    assert_eq!(
        run(&["--query", "Instances[].Name", "-o", "yaml"]),
        "- vm-0\n- vm-1\n"
    );
    assert!(run(&["-o", "yaml"]).starts_with("Instances:\n- Addresses:\n"));
    assert!(run(&["-o", "yaml-stream"]).starts_with("- Instances:\n  - Addresses:\n"));
    let table = run(&["-o", "table"]);
    assert!(table.starts_with("NAME  INSTANCE ID"), "{table}");
    assert_eq!(table.lines().count(), 3);
    assert!(!table.contains('\u{1b}'));
    let raw: Value = serde_json::from_str(&run(&["--raw"])).unwrap();
    assert_eq!(raw["servers"][0]["OS-EXT-STS:vm_state"], "active");
}

#[test]
fn the_format_comes_from_the_flag_then_the_variable_then_the_file_then_the_terminal() {
    let double = cloud(1, 1000);
    let home = double.home();
    let starts = |home: &crate::support::run::Home, words: &[&str]| {
        let mut all = vec!["instances", "list"];
        all.extend(words);
        home.run(all).stdout.chars().next()
    };
    assert_eq!(starts(&home, &[]), Some('{'));
    home.write(".config/ostk/config.toml", "output = 'yaml-stream'\n");
    assert_eq!(starts(&home, &[]), Some('-'));
    let home = double.home().variable("OSTK_OUTPUT", "yaml");
    home.write(".config/ostk/config.toml", "output = 'yaml-stream'\n");
    assert_eq!(starts(&home, &[]), Some('I'));
    assert_eq!(starts(&home, &["-o", "auto"]), Some('{'));
    assert_eq!(
        starts(&double.home().terminal(200), &["--color", "never"]),
        Some('N')
    );
    let home = double.home();
    home.write(".config/ostk/config.toml", "output = 'xml'\n");
    home.run(["instances", "list"])
        .fails(253, &["config.toml (output)", "'xml'"]);
}

#[test]
fn words_of_ones_own_stand_for_command_lines() {
    let double = cloud(3, 1000);
    let home = double.home();
    let aliases = "[aliases]\nnames = \"instances list --query 'Instances[].Name'\"\n";
    home.write(".config/ostk/config.toml", aliases);
    let written = home.run(["names", "--max-items", "2"]).json();
    assert_eq!(written.as_array().unwrap().len(), 2);
    home.run(["nmaes"]).fails(252, &["unrecognized", "nmaes"]);
    home.write(".config/ostk/config.toml", "[aliases]\nx = 'x'\n");
    home.run(["x", "--error-format", "json"])
        .fails(253, &["\"InvalidConfiguration\"", "back to itself"]);
}

/// Returns a text without the escape sequences that colour it.
fn uncoloured(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut plain, part| {
        plain.push_str(part.split_once('m').unwrap().1);
        plain
    })
}

#[test]
fn states_are_coloured_on_a_terminal_that_wants_it() {
    let double = cloud(1, 1000);
    let run = |home: &crate::support::run::Home, words: &[&str]| {
        let mut all = vec!["instances", "list"];
        all.extend(words);
        home.run(all).stdout
    };
    let coloured = run(&double.home().terminal(200), &[]);
    assert!(coloured.contains("mrunning\u{1b}["), "{coloured:?}");
    let quiet = double.home().variable("NO_COLOR", "1").terminal(200);
    let plain = run(&quiet, &[]);
    assert!(!plain.contains('\u{1b}'));
    assert_eq!(uncoloured(&coloured), plain);
    // A flag overrides a variable.
    assert_eq!(run(&quiet, &["--color", "always"]), coloured);
    for line in uncoloured(&run(&double.home().terminal(30), &[])).lines() {
        assert!(line.chars().count() <= 30, "{line:?}");
    }
}

#[test]
fn names_that_cannot_be_had_do_not_cost_the_list() {
    let all = servers(2);
    let double = Double::start(move |request| match request.path() {
        "/compute/v2.1/servers/detail" => Some(paged(&all, request, 1000)),
        "/image/v2/images" => Some(Reply::text(500, "<html>broken</html>")),
        _ => names(request),
    });
    let outcome = double.home().run(["instances", "list"]);
    let answer = outcome.json();
    assert_eq!(ids(&answer).len(), 2);
    // The key is omitted: null would say that the image has no name.
    assert_eq!(answer["Instances"][0].get("ImageName"), None);
    assert_eq!(answer["Instances"][0]["InstanceType"], "m1.nano");
    assert!(
        outcome.stderr.contains("[WARNING]: ImageName"),
        "{outcome:?}"
    );
    for words in [
        ["--query", "Instances[].[Name, ImageName]"],
        ["--filters", "Name=image-name,Values=cirros"],
    ] {
        let mut line = vec!["instances", "list"];
        line.extend(words);
        double.home().run(line).fails(254, &["ImageName"]);
    }
}

#[test]
fn a_deleted_image_is_looked_up_once() {
    let all = servers(2);
    let double = Double::start(move |request| match request.path() {
        "/compute/v2.1/servers/detail" => Some(paged(&all, request, 1000)),
        "/image/v2/images" => Some(Reply::json(200, &json!({ "images": [] }))),
        _ => None,
    });
    let home = double.home();
    let first = home.run(["instances", "list"]).json();
    assert_eq!(first["Instances"][0]["ImageName"], Value::Null);
    let hidden: Vec<Vec<String>> = double
        .server
        .requests()
        .iter()
        .filter(|request| request.path() == "/image/v2/images")
        .map(|request| request.query("os_hidden"))
        .collect();
    assert_eq!(hidden, [vec![], vec!["true".to_owned()]]);
    double.server.take_log();
    assert_eq!(home.run(["instances", "list"]).json(), first);
    assert_eq!(double.server.take_log(), [LIST]);
}

#[test]
fn plain_nouns_are_paged_to_their_end() {
    let double = Double::start(|request| {
        // As Glance: 25 on a page by default, and a relative link.
        if request.path() != "/image/v2/images" {
            return None;
        }
        let limit: usize = request
            .query("limit")
            .first()
            .map_or(25, |text| text.parse().unwrap());
        let start: usize = request.query("marker").first().map_or(0, |text| {
            text.trim_start_matches("i-").parse::<usize>().unwrap() + 1
        });
        let end = (start + limit.min(40)).min(100);
        let images: Vec<Value> = (start..end)
            .map(|number| {
                json!({ "id": format!("i-{number}"), "name": format!("n{number}"),
                                   "status": "active", "size": null })
            })
            .collect();
        let mut body = json!({ "images": images });
        if end < 100 {
            body["next"] = json!(format!("/v2/images?limit={limit}&marker=i-{}", end - 1));
        }
        Some(Reply::json(200, &body))
    });
    let home = double.home();
    let all = home.run(["images", "list"]).json();
    assert_eq!(all["Images"].as_array().unwrap().len(), 100);
    assert_eq!(all["Images"][99]["ImageId"], "i-99");
    assert_eq!(all["Images"][0]["SizeBytes"], Value::Null);
    assert_eq!(double.server.requests()[1].query("limit"), ["1000"]);
    let some = home
        .run(["image", "list", "--page-size", "10", "--max-items", "15"])
        .json();
    assert_eq!(some["Images"].as_array().unwrap().len(), 15);
    assert_eq!(some["NextToken"], "i-14");
}

#[test]
fn key_pairs_are_taken_out_of_their_envelopes() {
    let double = Double::start(|request| match request.path() {
        "/compute/v2.1/os-keypairs" => Some(Reply::json(
            200,
            &json!({ "keypairs": [{ "keypair": { "name": "a b/c", "type": "ssh",
                "fingerprint": "51:19", "public_key": "ssh-ed25519 AAAA" } }] }),
        )),
        "/compute/v2.1/os-keypairs/a%20b%2Fc" => Some(Reply::json(
            200,
            &json!({ "keypair": { "name": "a b/c", "type": "ssh", "fingerprint": "51:19",
                "public_key": "k", "user_id": "u-1", "created_at": "2026-11-23T10:17:56.000000",
                "deleted": false, "id": 3 } }),
        )),
        _ => None,
    });
    let home = double.home();
    let list = home.run(["keypairs", "list"]).json();
    assert_eq!(list["KeyPairs"][0]["KeyName"], "a b/c");
    // Nova's list does not have this key.
    assert_eq!(list["KeyPairs"][0].get("CreateTime"), None);
    let full = home.run(["keypairs", "list", "--full"]).json();
    let keys = |answer: &Value| -> Vec<String> {
        answer["KeyPairs"][0]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect()
    };
    let one = home.run(["keypairs", "describe", "a b/c"]).json();
    assert_eq!(one["KeyPairs"][0]["CreateTime"], "2026-11-23T10:17:56Z");
    assert_eq!(keys(&full), keys(&one));
    home.run(["keypairs", "describe", "nobody"])
        .fails(254, &["InvalidKeyPair.NotFound", "'ostk keypairs list'"]);
    home.run(["keypairs", "list", "--page-size", "5"]);
    let versions: Vec<Option<String>> = double
        .server
        .requests()
        .iter()
        .filter(|request| request.path().ends_with("os-keypairs"))
        .map(|request| request.header("OpenStack-API-Version").map(str::to_owned))
        .collect();
    assert_eq!(versions[0].as_deref(), Some("compute 2.2"));
    assert_eq!(
        versions[versions.len() - 1].as_deref(),
        Some("compute 2.35")
    );
}

#[test]
fn text_from_outside_is_escaped_on_a_terminal_and_exact_in_a_pipe() {
    let evil = "a\u{1b}]0;owned\u{7}\r\u{202e}b";
    let double = Double::start(move |request| {
        if request.path() == "/compute/v2.1/servers/detail" {
            let all = [server(&server_id(1), evil, "ACTIVE")];
            return Some(paged(&all, request, 1000));
        }
        names(request)
    });
    let home = double.home().terminal(120);
    let table = home.run(["instances", "list"]);
    assert!(
        table.stdout.contains(r"a\x1b]0;owned\x07\r\u{202e}b"),
        "{}",
        table.stdout
    );
    for format in ["table", "json", "yaml", "text"] {
        let outcome = home.run(["instances", "list", "-o", format, "--color", "never"]);
        assert!(
            !outcome
                .stdout
                .contains(['\u{1b}', '\u{7}', '\r', '\u{202e}']),
            "{format}: {:?}",
            outcome.stdout
        );
    }
    let piped = double.home().run(["instances", "list"]).json();
    assert_eq!(piped["Instances"][0]["Name"], evil);
    let text = double.home().run([
        "instances",
        "list",
        "--query",
        "Instances[].Name",
        "-o",
        "text",
    ]);
    assert_eq!(text.stdout, format!("{evil}\n"));
}
