//! Instances from an image: with all options, several at once, and with errors.

use serde_json::{Value, json};

use super::{Work, ids, only_read, requests, text};
use crate::support::real::Real;
use crate::support::run::Home;

on_both_clouds!(
    instant_sandbox:
    an_instance_is_all_that_was_asked_for,
    several_come_up_together,
    a_build_that_fails_says_why_and_leaves_no_volume,
    all_that_is_wrong_is_told_at_once_and_nothing_is_sent,
    who_may_only_read_creates_nothing,
    a_rehearsal_creates_nothing,
    files_say_what_flags_say,
);

/// Creates a network with a /24 subnet that nothing else uses. Returns its name.
fn network(work: &mut Work<'_>, what: &str, subnet: u8) -> String {
    let name = work.name(what);
    let body = json!({ "network": { "name": name } });
    let id = work.make("network", "/v2.0/networks", &body);
    let body = json!({ "subnet": { "network_id": id, "ip_version": 4,
        "cidr": format!("10.77.{subnet}.0/24"), "enable_dhcp": false } });
    work.make("network", "/v2.0/subnets", &body);
    name
}

fn an_instance_is_all_that_was_asked_for(real: &Real) {
    let mut work = Work::new(real, "create");
    let (name, key) = (work.name("web"), work.name("key"));
    let networks = [network(&mut work, "one", 1), network(&mut work, "two", 2)];
    let lost = work.name("lost");
    let words = ["--image", "cirros-0.6.3", "--flavor", "m1.nano"];
    work.run(["instances", "create", &lost].into_iter().chain(words))
        .fails(254, &["(IncorrectState)", "possible networks", "--network"]);
    let group = work.name("group");
    let body = json!({ "security_group": { "name": group } });
    work.make("network", "/v2.0/security-groups", &body);
    let body = json!({ "server_group": { "name": work.name("near"), "policies": ["affinity"] } });
    let near = work.make("compute", "/os-server-groups", &body);
    work.run(["keypairs", "create", &key]).json();
    work.others
        .push((false, "compute", format!("/os-keypairs/{key}")));
    let script = "#!/bin/sh\necho \u{e9}\n";
    let file = work.home.write("setup.sh", script);
    let address = format!("{},ip=10.77.2.77", networks[1]);
    let made = work
        .run([
            "instances",
            "create",
            &name,
            "--image-id",
            "cirros-0.6.3",
            "--instance-type",
            "m1.nano",
            "--key-name",
            &key,
            "--network",
            &networks[0],
            "--subnet-id",
            &address,
            "--security-group-ids",
            &format!("default,{group}"),
            "--user-data",
            &format!("file://{}", file.display()),
            "--availability-zone",
            "nova",
            "--tag",
            "env=ci",
            "--tag-specifications",
            "ResourceType=instance,Tags=[{Key=owner,Value=a b}]",
            "--label",
            "blue",
            "--description",
            "the web's front",
            "--hostname",
            "front",
            "--config-drive",
            "--server-group",
            &near,
            "--hint",
            "colour=green",
            "--run-id",
            "run-7",
            "--wait",
        ])
        .json();
    let id = ids(&made).remove(0);
    assert_eq!(made["Instances"][0]["State"]["Name"], "running");
    let server = work.server_at("2.100", &id);
    assert_eq!(server["status"], "ACTIVE");
    let addresses = &server["addresses"];
    assert_eq!(addresses.as_object().unwrap().len(), 2, "{addresses}");
    assert_eq!(addresses[&networks[1]][0]["addr"], "10.77.2.77");
    let groups: Vec<String> = server["security_groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(one, "name"))
        .collect();
    assert!(groups.contains(&group) && groups.contains(&"default".to_owned()));
    assert_eq!(server["key_name"], key.as_str());
    assert_eq!(server["OS-EXT-SRV-ATTR:user_data"], base64(script));
    assert_eq!(server["OS-EXT-AZ:availability_zone"], "nova");
    let metadata = &server["metadata"];
    assert_eq!(metadata["env"], "ci");
    assert_eq!(metadata["owner"], "a b");
    assert_eq!(metadata["ostk_run_id"], "run-7");
    let token = text(metadata, "ostk_client_token");
    // ostk's own metadata is a key of the output, and neither a tag nor a label.
    assert_eq!(made["Instances"][0]["ClientToken"], token.as_str());
    let filter = format!("Name=client-token,Values={token}");
    let found = work.run(["instances", "list", "--filters", &filter]);
    assert_eq!(ids(&found.json()), std::slice::from_ref(&id));
    for own in ["ostk_", "ostk:"] {
        assert!(!found.stdout.contains(own), "{}", found.stdout);
    }
    let tags = server["tags"].as_array().unwrap();
    assert!(tags.contains(&json!("blue")) && tags.contains(&json!(format!("ostk:{token}"))));
    assert_eq!(server["description"], "the web's front");
    assert_eq!(server["OS-EXT-SRV-ATTR:hostname"], "front");
    assert_eq!(server["config_drive"], "True");
    assert_eq!(server["server_groups"], json!([near]));
    assert_eq!(server["scheduler_hints"]["colour"], json!(["green"]));
    is_recorded(&work, &server, &networks, &group);
}

/// Asserts that the journal holds all of it, too.
fn is_recorded(work: &Work<'_>, server: &Value, networks: &[String], group: &str) {
    let id = text(server, "id");
    let record = work.run(["records", "describe", &id]).json()["Records"][0].clone();
    for (key, expected) in [
        ("Name", server["name"].clone()),
        ("State", json!("created")),
        ("InstanceState", json!("running")),
        ("RunId", json!("run-7")),
        (
            "ClientToken",
            server["metadata"]["ostk_client_token"].clone(),
        ),
        ("InstanceType", json!("m1.nano")),
        ("KeyName", server["key_name"].clone()),
        ("Networks", json!(networks)),
        ("SecurityGroups", json!(["default", group])),
        ("ImageId", server["image"]["id"].clone()),
        ("UserId", server["user_id"].clone()),
        ("ProjectId", server["tenant_id"].clone()),
    ] {
        assert_eq!(record[key], expected, "{key}");
    }
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}

fn several_come_up_together(real: &Real) {
    let work = Work::new(real, "several");
    let name = work.name("web");
    let outcome = work.create(&name, &["--count", "2:4", "--wait", "--timing"]);
    let all = outcome.json();
    let states: Vec<&Value> = all["Instances"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["State"]["Name"])
        .collect();
    assert_eq!(states, ["running"; 4]);
    let servers = work.servers();
    for (number, server) in (1..).zip(&servers) {
        assert_eq!(text(server, "name"), format!("{name}-{number}"));
        assert_eq!(server["status"], "ACTIVE");
    }
    let mut made = ids(&all);
    let mut there: Vec<String> = servers.iter().map(|one| text(one, "id")).collect();
    let mut recorded = work.run(["records", "list", "--ids"]).stdout;
    assert_eq!(recorded.lines().count(), 4);
    recorded = recorded.lines().collect::<Vec<_>>().join(" ");
    assert!(made.iter().all(|id| recorded.contains(id.as_str())));
    made.sort();
    there.sort();
    assert_eq!(made, there);
    let posts = requests(&outcome);
    let posts = posts.iter().filter(|line| line.starts_with("POST "));
    assert_eq!(posts.count(), 4);
}

fn a_build_that_fails_says_why_and_leaves_no_volume(real: &Real) {
    let mut work = Work::new(real, "fail");
    let flavor = work.name("huge");
    let body = json!({ "flavor": { "name": flavor, "ram": 99_999_999, "vcpus": 1, "disk": 1 } });
    work.make_as_admin("compute", "/flavors", &body);
    let name = work.name("web");
    let huge = |name: &str, more: &[&str]| {
        let fixed = ["instances", "create", name, "--image", "cirros-0.6.3"];
        let rest = ["--flavor", &flavor, "--network", "none", "--wait"];
        work.run(fixed.into_iter().chain(rest).chain(more.iter().copied()))
    };
    // With a volume that was created for it, neither is left.
    let outcome = huge(&name, &["--root-volume", "1"]);
    assert_eq!(outcome.code, 1, "{outcome:?}");
    for word in ["WaiterFailed", "No valid host", "request id: req-"] {
        assert!(outcome.stderr.contains(word), "{outcome:?}");
    }
    let shown: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let reason = &shown["Instances"][0]["StateReason"]["Message"];
    assert!(
        reason.as_str().unwrap().contains("No valid host"),
        "{reason}"
    );
    assert!(work.volumes().is_empty());
    work.until("the instance goes with them", |work| {
        work.servers().is_empty()
    });
    let records = work.run(["records", "list"]).json();
    assert_eq!(records["Records"][0]["State"], "terminated");
    // Without a volume the instance stays, so that the user can examine it.
    let given = ["--client-token", &name];
    let outcome = huge(&name, &given);
    assert_eq!(outcome.code, 1, "{outcome:?}");
    // A retry returns the same instance, and the reason again.
    let again = huge(&name, &given);
    assert_eq!(again.code, 1, "{again:?}");
    for word in ["by an earlier try", "No valid host", "request id: req-"] {
        assert!(again.stderr.contains(word), "{again:?}");
    }
    let servers = work.servers();
    assert_eq!(servers.len(), 1);
    assert_eq!(servers[0]["status"], "ERROR");
    let orphans = work.run(["records", "list", "--orphans", "--ids"]).stdout;
    assert_eq!(orphans.trim(), text(&servers[0], "id"));
}

fn all_that_is_wrong_is_told_at_once_and_nothing_is_sent(real: &Real) {
    let work = Work::new(real, "wrong");
    let outcome = work.run([
        "instances",
        "create",
        &work.name("web"),
        "--image",
        "cirros-0.6",
        "--flavor",
        "m1.nan0",
        "--key-name",
        "no-such-key",
        "--network",
        "privat",
        "--network",
        "port=no-such-port",
        "--security-group",
        "defaul",
        "--server-group",
        "no-such-group",
        "--volume",
        "id=no-such-volume",
        "--root-volume",
        "1",
        "--root-volume-type",
        "no-such-type",
        "--availability-zone",
        "nov",
        "--timing",
    ]);
    outcome.fails(
        254,
        &[
            "no image is named 'cirros-0.6'",
            "did you mean 'cirros-0.6.3'",
            "no flavor is named 'm1.nan0'",
            "did you mean 'm1.nano'",
            "no key pair is named 'no-such-key'",
            "no network is named 'privat'",
            "did you mean 'private'",
            "no port is named 'no-such-port'",
            "no security group is named 'defaul'",
            "did you mean 'default'",
            "no server group is named 'no-such-group'",
            "no volume is named 'no-such-volume'",
            "no volume type is named 'no-such-type'",
            "no availability zone 'nov'",
            "did you mean 'nova'",
        ],
    );
    only_read(&outcome);
    // Errors of the command line alone are reported before any request.
    let outcome = work.run([
        "instances",
        "create",
        " web",
        "--image",
        "cirros-0.6",
        "--network",
        "private,ip=1.2.3",
        "--label",
        "a/b",
        "--timing",
    ]);
    outcome.fails(252, &["' web'", "--instance-type", "'1.2.3'", "'a/b'"]);
    assert_eq!(requests(&outcome), [""; 0]);
    let big = "x".repeat(49_152);
    let data = ["--user-data", &big];
    work.create("web", &data).fails(252, &["65536", "65535"]);
    assert!(work.servers().is_empty() && work.volumes().is_empty());
}

fn who_may_only_read_creates_nothing(real: &Real) {
    let work = Work::new(real, "reader");
    let reader = real.cloud_as("reader");
    let name = work.name("web");
    let outcome = work.home.run([
        "--cloud",
        &reader,
        "--timing",
        "instances",
        "create",
        &name,
        "--image",
        "cirros-0.6.3",
        "--flavor",
        "m1.nano",
    ]);
    outcome.fails(
        254,
        &["UnauthorizedOperation", "RunInstances", "only reader"],
    );
    assert_eq!(requests(&outcome), [""; 0]);
    assert!(work.servers().is_empty());
}

fn a_rehearsal_creates_nothing(real: &Real) {
    let work = Work::new(real, "dry");
    let more = [
        "--dry-run",
        "--count",
        "3",
        "--root-volume",
        "1",
        "--timing",
    ];
    let outcome = work.create(&work.name("web"), &more);
    outcome.fails(254, &["DryRunOperation"]);
    only_read(&outcome);
    assert!(work.servers().is_empty() && work.volumes().is_empty());
    let records = work.run(["records", "list"]).json();
    assert_eq!(records["Records"], json!([]));
}

fn files_say_what_flags_say(real: &Real) {
    let mut work = Work::new(real, "files");
    let mut form = work
        .run(["instances", "create", "--generate-cli-skeleton"])
        .json();
    let name = work.name("json");
    form["Name"] = json!(name);
    form["ImageId"] = json!("cirros-0.6.3");
    form["InstanceType"] = json!("m1.tiny");
    form["Networks"] = json!(["none"]);
    form["Tags"] = json!([{ "Key": "env", "Value": "file" }, { "Key": "kept", "Value": "yes" }]);
    form["MaxCount"] = json!(1);
    let json_text = form.to_string();
    let file = work.home.write("create.json", &json_text);
    let file = format!("file://{}", file.display());
    let from_json = |home: &Home, source: &str| {
        let words = ["instances", "create", "--cli-input-json", source];
        let flags = ["--flavor", "m1.nano", "--tag", "env=flag"];
        work.run_in(home, words.into_iter().chain(flags))
    };
    let made = from_json(&work.home, &file).json();
    let made = &made["Instances"][0];
    // Flags override the file.
    assert_eq!(made["InstanceType"], "m1.nano");
    let tags = made["Tags"].as_array().unwrap();
    for pair in [["env", "flag"], ["kept", "yes"]] {
        assert!(tags.contains(&json!({ "Key": pair[0], "Value": pair[1] })));
    }
    let reader = real.home().stdin(&json_text);
    assert_eq!(from_json(&reader, "-").code, 0);
    let base = &work.prefix;
    let yaml = format!(
        "Instances:\n\
         - {{Name: {base}-yaml-a, ImageId: cirros-0.6.3, InstanceType: m1.nano, Networks: [none]}}\n\
         - Name: {base}-yaml-b\n  ImageId: cirros-0.6.3\n  InstanceType: m1.nano\n  \
         Networks: [none]\n  MaxCount: 2\n  UserData: '#!/bin/sh'\n"
    );
    work.home.write("fleet.yaml", &yaml);
    let path = work.home.path().join("fleet.yaml");
    let path = path.to_str().unwrap().to_owned();
    let made = work
        .run(["instances", "create", "--from-file", &path])
        .json();
    assert_eq!(ids(&made).len(), 3);
    let names: Vec<String> = work
        .servers()
        .iter()
        .map(|one| text(one, "name").replace(&work.prefix, ""))
        .collect();
    assert_eq!(
        names,
        ["-json", "-json", "-yaml-a", "-yaml-b-1", "-yaml-b-2"]
    );
    let wrong = "Instances:\n- {Name: a, Flavour: b}\n";
    work.home = Home::new()
        .variable("OS_CLIENT_CONFIG_FILE", real.file())
        .stdin(wrong);
    work.run(["instances", "create", "--from-file", "-"])
        .fails(252, &["Flavour"]);
}
