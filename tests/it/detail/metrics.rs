//! `instances metrics`, from recorded responses of Gnocchi and Nova.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::support::double::{Double, server, server_id, token_body};
use crate::support::server::{Reply, Request};

fn recorded(name: &str) -> Value {
    let path = format!("{}/tests/recorded/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let recorded: Value = serde_json::from_str(&text).unwrap();
    recorded["response"]["body"].clone()
}

fn nova(request: &Request) -> Option<Reply> {
    let one = || {
        let mut one = server(&server_id(1), "web", "ACTIVE");
        one["flavor"]["vcpus"] = json!(2);
        one["flavor"]["ram"] = json!(2_048);
        one
    };
    let path = request.path().strip_prefix("/compute/v2.1/servers/")?;
    (path == "detail").then(|| Reply::json(200, &json!({ "servers": [one()] })))
}

/// Starts a double with Gnocchi in its catalog.
fn measured(service: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static) -> Double {
    Double::with_keystone(service, |_, base, _| {
        let mut body = token_body(base);
        let mut metric = body["token"]["catalog"][0].clone();
        metric["type"] = json!("metric");
        for endpoint in metric["endpoints"].as_array_mut().unwrap() {
            endpoint["url"] = json!(format!("{base}/metric"));
        }
        body["token"]["catalog"]
            .as_array_mut()
            .unwrap()
            .push(metric);
        Reply::json(201, &body).header("X-Subject-Token", "token")
    })
}

/// Returns Gnocchi's response for a metric without this aggregate, and for an unknown resource.
fn not_found(request: &Request) -> Reply {
    let path: Vec<&str> = request.path().split('/').collect();
    let description = match path.as_slice() {
        [.., id, "measures"] => format!("Aggregation method for metric {id} does not exist"),
        [.., name] => format!("Resource {name} does not exist"),
        [] => String::new(),
    };
    Reply::json(
        404,
        &json!({ "code": 404, "title": "Not Found", "description": description }),
    )
}

/// Gnocchi with the recorded measures of processor and memory, and two disks.
fn gnocchi(request: &Request, rates: bool) -> Option<Reply> {
    gnocchi_at("10:18:23", request, rates)
}

/// Gnocchi with the same measures at another time.
fn gnocchi_at(time: &str, request: &Request, rates: bool) -> Option<Reply> {
    let path = request.path().strip_prefix("/metric/v1/")?;
    let aggregation = request.query("aggregation").join("");
    let disk = |value: f64| {
        let at = |minute: u32| format!("2026-11-23T09:{minute}:00+00:00");
        json!([[at(15), 300.0, value], [at(20), 300.0, value + 3_000.0]])
    };
    let body = match (path, aggregation.as_str()) {
        ("search/resource/instance", _) => json!([{ "id": server_id(1), "type": "instance",
            "metrics": { "cpu": "m-cpu", "memory.usage": "m-memory" } }]),
        ("search/resource/instance_disk", _) => json!([
            { "id": "d-1", "instance_id": server_id(1), "name": "vda",
              "metrics": { "disk.device.read.bytes": "m-vda" } },
            { "id": "d-2", "instance_id": server_id(1), "name": "vdb",
              "metrics": { "disk.device.read.bytes": "m-vdb" } }]),
        ("metric/m-cpu/measures", "rate:mean") if rates => recorded("metric-measures-cpu-rate"),
        ("metric/m-cpu/measures", "mean") => recorded("metric-measures-cpu"),
        ("metric/m-memory/measures", "mean") => recorded("metric-measures-memory.usage"),
        ("metric/m-vda/measures", "mean") => disk(0.0),
        ("metric/m-vdb/measures", "mean") => disk(7_000.0),
        _ => return Some(not_found(request)),
    };
    Some(Reply::json(200, &body).header("Date", &format!("Mon, 23 Nov 2026 {time} GMT")))
}

fn series<'a>(answer: &'a Value, name: &str) -> &'a Value {
    let all = answer["Metrics"].as_array().unwrap();
    all.iter().find(|one| one["MetricName"] == name).unwrap()
}

fn value(answer: &Value, name: &str, index: usize) -> f64 {
    series(answer, name)["Datapoints"][index]["Value"]
        .as_f64()
        .unwrap()
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-6
}

#[test]
fn gnocchis_measures_are_the_figures_worked_out_by_hand() {
    let double = measured(|request| gnocchi(request, true).or_else(|| nova(request)));
    let answer = double.home().run(["instances", "metrics", "web"]).json();
    let cpu = series(&answer, "CPUUtilization");
    assert_eq!(cpu["InstanceId"], server_id(1));
    assert_eq!(
        (&cpu["Unit"], &cpu["Period"]),
        (&json!("Percent"), &json!(300))
    );
    assert_eq!(cpu["Datapoints"].as_array().unwrap().len(), 13);
    assert_eq!(cpu["Datapoints"][0]["Timestamp"], "2026-11-23T09:15:00Z");
    // 90,617,953,526 ns in 300 s on two processors.
    assert!(close(value(&answer, "CPUUtilization", 0), 15.102_992_254));
    // 222 MiB of 2,048.
    assert!(close(value(&answer, "MemoryUsed", 0), 222.0));
    assert!(close(value(&answer, "MemoryUtilization", 0), 10.839_843_75));
    // 3,000 bytes in 300 s from each of two disks.
    assert!(close(value(&answer, "DiskReadBytes", 0), 20.0));
    assert_eq!(series(&answer, "DiskReadBytes")["Unit"], "Bytes/Second");
    // One hour back by the service's clock, rounded down to the start of a period.
    let starts: Vec<String> = double
        .server
        .requests()
        .iter()
        .filter(|request| request.path().contains("m-memory"))
        .flat_map(|request| request.query("start"))
        .collect();
    assert_eq!(starts, ["2026-11-23T09:15:00Z"]);
}

#[test]
fn an_archive_without_rates_gives_the_same() {
    let with = measured(|request| gnocchi(request, true).or_else(|| nova(request)));
    let without = measured(|request| gnocchi(request, false).or_else(|| nova(request)));
    let with = with.home().run(["instances", "metrics", "web"]).json();
    let without = without.home().run(["instances", "metrics", "web"]).json();
    for index in 0..12 {
        let computed = value(&without, "CPUUtilization", index);
        let told = value(&with, "CPUUtilization", index + 1);
        assert!(close(computed, told), "{computed} {told}");
    }
}

#[test]
fn a_window_is_asked_for_and_a_longer_period_is_a_mean() {
    let double = measured(|request| gnocchi(request, true).or_else(|| nova(request)));
    let words = "instances metrics web --start-time 2026-11-23T09:30 --end-time 2026-11-23T10:00:00Z \
                 --period 900";
    let answer = double.home().run(words.split_whitespace()).json();
    let memory = series(&answer, "MemoryUsed");
    assert_eq!(memory["Datapoints"].as_array().unwrap().len(), 2);
    assert!(close(
        value(&answer, "MemoryUsed", 0),
        (228.4 + 230.5 + 232.6) / 3.0
    ));
    let request = double.server.requests();
    let memory = request
        .iter()
        .find(|request| request.path().contains("m-memory"));
    assert_eq!(memory.unwrap().query("stop"), ["2026-11-23T10:00:00Z"]);
    for (words, told) in [
        ("--start-time noon", "2026-11-24T08:00:00Z"),
        ("--start-time 2026-11-24 --end-time 2026-11-23", "before"),
        ("--period 0", "--period"),
    ] {
        let words = format!("instances metrics web {words}");
        double.home().run(words.split(' ')).fails(252, &[told]);
    }
}

#[test]
fn people_see_trends_and_what_is_not_measured() {
    let double = measured(|request| gnocchi(request, true).or_else(|| nova(request)));
    let outcome = double
        .home()
        .terminal(100)
        .run(["instances", "metrics", "web"]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    for words in [
        "METRIC",
        "CPUUtilization",
        "▇██",
        "15.1 %",
        "248 MiB",
        "20.0 B/s",
    ] {
        assert!(
            outcome.stdout.contains(words),
            "no {words}:\n{}",
            outcome.stdout
        );
    }
    let empty = measured(|request| {
        if request.path().contains("/search/") {
            return Some(Reply::json(200, &json!([])));
        }
        nova(request)
    });
    let outcome = empty.home().run(["instances", "metrics", "web"]);
    assert_eq!(outcome.json()["Metrics"], json!([]));
    assert!(outcome.stderr.contains("'web' is not measured"));
    let silent = measured(|request| {
        if request.path().ends_with("/measures") {
            return Some(Reply::json(200, &json!([])));
        }
        gnocchi(request, true).or_else(|| nova(request))
    });
    let outcome = silent.home().run(["instances", "metrics", "web"]);
    assert_eq!(
        series(&outcome.json(), "CPUUtilization")["Datapoints"],
        json!([])
    );
    assert!(outcome.stderr.contains("--start-time looks further back"));
}

#[test]
fn watching_in_a_pipe_writes_each_new_value_once() {
    let looks = AtomicUsize::new(0);
    let double = measured(move |request| {
        if request.path().ends_with("/search/resource/instance") {
            match looks.fetch_add(1, Ordering::SeqCst) {
                0 => {}
                // The period that began at 10:15 is now over.
                2 => return gnocchi_at("10:20:00", request, true),
                1 => return Some(Reply::json(500, &json!({ "title": "broken" }))),
                _ => return Some(Reply::json(403, &json!({ "title": "no longer" }))),
            }
        }
        gnocchi(request, true).or_else(|| nova(request))
    });
    let words = "instances metrics web --watch --interval 0.01";
    let outcome = double.home().run(words.split(' '));
    assert_eq!(outcome.code, 254, "{outcome:?}");
    assert!(outcome.stderr.contains("trying again"), "{outcome:?}");
    let lines: Vec<Value> = outcome
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    // 13 values of the processor, twice 13 of the memory, and one of the disks.
    assert_eq!(lines.len(), 40);
    let last = |line: &Value| line["Timestamp"] == "2026-11-23T10:15:00Z";
    assert_eq!(lines.iter().position(last), Some(37));
    assert!(lines[37..].iter().all(last), "{lines:?}");
    assert_eq!(lines[0]["MetricName"], "CPUUtilization");
    assert_eq!(lines[0]["Timestamp"], "2026-11-23T09:15:00Z");
    assert_eq!(lines[0]["Unit"], "Percent");
}

/// Starts a cloud without Gnocchi, with these diagnostics.
fn diagnosed(answer: impl Fn(usize) -> Reply + Send + Sync + 'static) -> Double {
    let count = AtomicUsize::new(0);
    Double::start(move |request| {
        if request.path().ends_with("/diagnostics") {
            return Some(answer(count.fetch_add(1, Ordering::SeqCst)));
        }
        nova(request)
    })
}

#[test]
fn without_gnocchi_diagnostics_are_sampled_twice() {
    let double = diagnosed(|number| {
        let mut body = recorded("compute-diagnostics-2.48");
        body["memory_details"] = json!({ "maximum": 2_048, "used": 512 });
        if number == 1 {
            body["cpu_details"][0]["time"] = json!(17_400_000_000_u64);
        }
        Reply::json(200, &body)
    });
    let words = "instances metrics web --sample 0.05 --start-time 2026-11-23";
    let outcome = double.home().run(words.split(' '));
    let answer = outcome.json();
    assert!(
        outcome
            .stderr
            .contains("--start-time and --end-time are ignored")
    );
    // 0.1 s of CPU time in at least 0.05 s, on two processors.
    let percent = value(&answer, "CPUUtilization", 0);
    assert!(percent > 0.0 && percent <= 100.0, "{percent}");
    assert!(close(value(&answer, "MemoryUtilization", 0), 25.0));
    assert!(close(value(&answer, "NetworkIn", 0), 0.0));
    let asked = double.server.requests();
    let asked = asked
        .iter()
        .filter(|one| one.path().ends_with("/diagnostics"));
    assert_eq!(asked.count(), 2);
}

#[test]
fn a_tenant_without_gnocchi_gets_a_plain_statement() {
    let refused =
        |status: u16, name: &'static str| diagnosed(move |_| Reply::json(status, &recorded(name)));
    let words = ["instances", "metrics", "web", "--sample", "0.01"];
    refused(403, "compute-403-diagnostics")
        .home()
        .run(words)
        .fails(
            254,
            &[
                "(UnsupportedOperation)",
                "this cloud measures nothing for its tenants",
                "only administrators may read",
            ],
        );
    let stopped = || refused(409, "compute-409-diagnostics-when-stopped");
    let said = [
        "(IncorrectInstanceState)",
        "instance 'web'",
        "power state shutdown",
    ];
    stopped().home().run(words).fails(254, &said);
}

#[test]
fn one_hypervisor_that_tells_nothing_is_its_instances_own_matter() {
    let double = Double::start(|request| {
        let path = request.path();
        if path.ends_with("/detail") {
            let pair = [1, 2].map(|number| {
                let name = format!("web-{number}");
                server(&server_id(number), &name, "ACTIVE")
            });
            return Some(Reply::json(200, &json!({ "servers": pair })));
        }
        let reply = if path.contains(&server_id(2)) {
            Reply::json(200, &recorded("compute-diagnostics-2.48"))
        } else {
            Reply::json(501, &json!({ "error": { "message": "not there" } }))
        };
        path.ends_with("/diagnostics").then_some(reply)
    });
    let words = "instances metrics web-1 web-2 --sample 0.01";
    let outcome = double.home().run(words.split(' '));
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert!(outcome.stderr.contains("instance 'web-1'"), "{outcome:?}");
    let answer: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(series(&answer, "NetworkIn")["Name"], "web-2");
}

#[test]
fn a_watch_waits_for_an_instance_that_is_stopped() {
    let looks = AtomicUsize::new(0);
    let double = diagnosed(move |_| match looks.fetch_add(1, Ordering::SeqCst) {
        0 => Reply::json(409, &recorded("compute-409-diagnostics-when-stopped")),
        1 | 2 => Reply::json(200, &recorded("compute-diagnostics-2.48")),
        _ => Reply::json(403, &recorded("compute-403-diagnostics")),
    });
    let words = "instances metrics web --sample 0.01 --watch --interval 0.01";
    let outcome = double.home().run(words.split(' '));
    assert_eq!(outcome.code, 254, "{outcome:?}");
    assert!(outcome.stdout.contains("NetworkIn"), "{outcome:?}");
    for words in ["power state shutdown", "(UnsupportedOperation)"] {
        assert!(outcome.stderr.contains(words), "{outcome:?}");
    }
}

#[test]
fn more_than_a_page_is_searched_to_the_end() {
    let double = measured(|request| {
        let path = request.path();
        if path == "/compute/v2.1/servers/detail" {
            let all: Vec<Value> = (1..=120)
                .map(|number| server(&server_id(number), &format!("web-{number}"), "ACTIVE"))
                .collect();
            return Some(Reply::json(200, &json!({ "servers": all })));
        }
        let asked = || {
            let body = request.json();
            let filter = body["in"].as_object().unwrap().values().next().unwrap();
            filter.as_array().unwrap().clone()
        };
        let below = path.strip_prefix("/metric/v1/")?;
        let found: Vec<Value> = match below.strip_prefix("search/resource/").unwrap_or_default() {
            "instance" => asked().iter().map(|id| json!({ "id": id })).collect(),
            // Five disks per instance. A page holds 100.
            "instance_disk" => {
                let disks = asked().into_iter().flat_map(|id| {
                    (0..5).map(move |disk| {
                        let meter = format!("m-{}-{disk}", id.as_str().unwrap());
                        json!({ "id": meter, "instance_id": id,
                            "metrics": { "disk.device.read.bytes": meter } })
                    })
                });
                let marker = request.query("marker").first().cloned();
                let mut after = marker.is_none();
                disks
                    .filter(|disk| {
                        let is_in = after;
                        after |= Some(disk["id"].as_str().unwrap()) == marker.as_deref();
                        is_in
                    })
                    .take(100)
                    .collect()
            }
            _ => return Some(not_found(request)),
        };
        Some(Reply::json(200, &json!(found)))
    });
    let names: Vec<String> = (1..=120).map(|number| format!("web-{number}")).collect();
    let words = ["instances", "metrics"].into_iter();
    let outcome = double
        .home()
        .run(words.chain(names.iter().map(String::as_str)));
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let requests = double.server.requests();
    let meters: std::collections::HashSet<&str> = requests
        .iter()
        .map(crate::support::server::Request::path)
        .filter(|path| path.contains("/metric/m-"))
        .collect();
    assert_eq!(meters.len(), 600);
}
