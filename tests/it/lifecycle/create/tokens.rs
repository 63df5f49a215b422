//! Client tokens, and how the journal uses them.

use reqwest::Method;
use serde_json::json;

use super::{Work, ids, text};
use crate::support::real::Real;

on_both_clouds!(
    instant_sandbox:
    a_token_creates_once,
    two_at_once_with_one_token_create_once,
    a_pipeline_cleans_up_after_itself,
);

fn a_token_creates_once(real: &Real) {
    let work = Work::new(real, "token");
    let (name, token) = (work.name("web"), work.name("t"));
    let create = |more: &[&str]| {
        let given = ["--client-token", &token];
        work.create(&name, &[&given[..], more].concat())
    };
    let first = ids(&create(&["--count", "2"]).json());
    let again = create(&["--count", "2", "--wait"]);
    assert_eq!(ids(&again.json()), first);
    assert!(again.stderr.contains("by an earlier try"), "{again:?}");
    // Another machine knows only what the cloud shows. The name may have changed.
    let body = json!({ "server": { "name": work.name("renamed") } });
    let path = format!("/servers/{}", first[0]);
    work.ask("compute", &Method::PUT, &path, Some(&body));
    let elsewhere = real.home();
    let words = ["instances", "create", &name, "--image", "cirros-0.6.3"];
    let more = ["--flavor", "m1.nano", "--network", "none", "--count", "3"];
    let given = ["--client-token", &token];
    let line: Vec<&str> = words.into_iter().chain(more).chain(given).collect();
    let made = ids(&work.run_in(&elsewhere, line).json());
    assert_eq!(made[..2], first);
    assert_eq!(work.servers().len(), 3);
    // The same token for another request, and for deleted instances.
    let other = work.create(&work.name("other"), &given);
    other.fails(
        254,
        &["IdempotentParameterMismatch", "another name", &token],
    );
    let more = [&given[..], &["--count", "4"]].concat();
    let other = work.create(&work.name("other"), &more);
    other.fails(254, &["IdempotentParameterMismatch"]);
    let more = [&given[..], &["--dry-run"]].concat();
    let other = work.create(&work.name("other"), &more);
    other.fails(254, &["IdempotentParameterMismatch"]);
    create(&["--count", "2", "--dry-run"]).fails(254, &["DryRunOperation"]);
    assert_eq!(work.servers().len(), 3);
    work.delete_all();
    create(&["--count", "2", "--dry-run"]).fails(254, &["IdempotentInstanceTerminated"]);
    let again = create(&["--count", "2"]);
    assert_eq!(again.code, 1, "{again:?}");
    let terminated = again.stderr.matches("(IdempotentInstanceTerminated)");
    assert_eq!(terminated.count(), 2, "{again:?}");
    assert!(work.servers().is_empty());
}

fn two_at_once_with_one_token_create_once(real: &Real) {
    let work = Work::new(real, "race");
    let (name, token) = (work.name("web"), work.name("t"));
    let homes = [real.home(), real.home()];
    let cloud = real.cloud();
    let create = |home: &crate::support::run::Home| {
        let outcome = home.run([
            "--cloud",
            &cloud,
            "instances",
            "create",
            &name,
            "--image",
            "cirros-0.6.3",
            "--flavor",
            "m1.nano",
            "--network",
            "none",
            "--client-token",
            &token,
        ]);
        ids(&outcome.json()).remove(0)
    };
    // Two processes on one machine.
    let made: Vec<String> = std::thread::scope(|threads| {
        let both: Vec<_> = (0..2)
            .map(|_| threads.spawn(|| create(&homes[0])))
            .collect();
        both.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(made[0], made[1]);
    // Another machine.
    assert_eq!(create(&homes[1]), made[0]);
    let servers = work.servers();
    assert_eq!(servers.len(), 1);
    assert_eq!(text(&servers[0], "id"), made[0]);
}

fn a_pipeline_cleans_up_after_itself(real: &Real) {
    let work = Work::new(real, "run");
    let run = work.name("run");
    let variable = ["--run-id", run.as_str()];
    let made = work.create(
        &work.name("a"),
        &[&variable[..], &["--count", "2"]].concat(),
    );
    let mut made = ids(&made.json());
    let kept = work.create(&work.name("b"), &["--run-id", "another", "--wait"]);
    let kept = ids(&kept.json()).remove(0);
    let stopped = work.run(["instances", "stop", &kept, "--wait"]);
    assert_eq!(stopped.code, 0, "{stopped:?}");
    let record = |id: &str| work.run(["records", "describe", id]).json()["Records"][0].clone();
    assert_eq!(record(&kept)["InstanceState"], "stopped");
    let orphans = ["records", "list", "--orphans", "--ids", "--run-id", &run];
    let listed = work.run(orphans).stdout;
    let mut there: Vec<&str> = listed.lines().collect();
    there.sort_unstable();
    made.sort();
    assert_eq!(there, made);
    // Another process of the same machine, which reads the list from a pipe.
    let data = ".local/share/ostk/records.db";
    let cleaner = real.home().stdin(&listed);
    work.run(["records", "prune", "--older-than", "1h"]).json();
    let copy = cleaner.write(data, "");
    std::fs::copy(work.home.path().join(data), copy).unwrap();
    let gone = work.run_in(&cleaner, ["instances", "delete", "-", "--wait"]);
    assert_eq!(gone.code, 0, "{gone:?}");
    assert_eq!(work.run_in(&cleaner, orphans).stdout, "");
    let left = work.servers();
    assert_eq!(left.len(), 1);
    assert_eq!(text(&left[0], "id"), kept);
    let exported = work.run_in(&cleaner, ["records", "export", "--run-id", &run]);
    assert_eq!(exported.stdout.lines().count(), 2);
    assert!(exported.stdout.contains("\"terminated\""), "{exported:?}");
    let pruned = work.run_in(&cleaner, ["records", "prune", "--older-than", "0s"]);
    assert_eq!(pruned.json()["Forgotten"], 2);
}
