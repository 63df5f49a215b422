//! Lists and descriptions show what the services have.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use super::unique;
use crate::support::real::{Real, Token};

fn texts(items: &Value, key: &str) -> BTreeSet<String> {
    let items = items.as_array().unwrap();
    items
        .iter()
        .map(|item| item[key].as_str().unwrap().to_owned())
        .collect()
}

/// Servers without a network, deleted when the test ends.
struct Servers<'a> {
    real: &'a Real,
    token: Token,
    prefix: String,
    ids: Vec<String>,
}

impl<'a> Servers<'a> {
    fn create(real: &'a Real, count: usize) -> Self {
        let token = real.token(&real.cloud(), None);
        let (image, flavor) = real.smallest(&token);
        let prefix = unique("list");
        let mut servers = Self {
            real,
            token,
            prefix,
            ids: Vec::new(),
        };
        for number in 0..count {
            let body = json!({ "server": { "name": format!("{}-{number}", servers.prefix),
                "imageRef": image, "flavorRef": flavor, "networks": "none",
                "metadata": { "number": number.to_string() } } });
            let made = real.service(
                &servers.token,
                "compute",
                &Method::POST,
                "/servers",
                Some(&body),
            );
            servers
                .ids
                .push(made["server"]["id"].as_str().unwrap().to_owned());
        }
        servers
    }

    fn all(&self) -> BTreeSet<String> {
        self.ids.iter().cloned().collect()
    }

    fn show(&self, id: &str) -> Value {
        let path = format!("/servers/{id}");
        self.real
            .service(&self.token, "compute", &Method::GET, &path, None)["server"]
            .take()
    }

    /// Waits until no server is being built.
    fn wait(&self) {
        let deadline = Instant::now() + Duration::from_mins(2);
        for id in &self.ids {
            while self.show(id)["status"] == "BUILD" {
                assert!(Instant::now() < deadline, "{id} is still being built");
                std::thread::sleep(Duration::from_millis(300));
            }
        }
    }
}

impl Drop for Servers<'_> {
    fn drop(&mut self) {
        for id in &self.ids {
            self.real
                .remove(&self.token, "compute", &format!("/servers/{id}"));
        }
    }
}

on_both_clouds!(
    everybody_sees_the_same_instances_in_every_format,
    every_page_size_gives_the_same_instances,
    a_described_instance_is_what_nova_says,
    the_second_run_is_one_request,
    every_noun_lists_and_describes_what_its_service_has,
    key_pairs_are_listed_and_described,
    whoami_and_refusals_are_the_clouds,
    a_token_that_the_services_refuse_is_renewed,
);

fn everybody_sees_the_same_instances_in_every_format(real: &Real) {
    let token = real.token(&real.cloud(), None);
    // Other tests create and delete servers at the same time; the fixtures stay.
    let mut fixtures = real.all(&token, "compute", "/servers/detail", "servers");
    fixtures.retain(|server| server["name"] == "db-1" || server["name"] == "web-1");
    let expected = texts(&Value::Array(fixtures), "id");
    assert_eq!(expected.len(), 2);
    for cloud in [
        real.cloud(),
        real.cloud_as("reader"),
        real.cloud_as("admin"),
        real.cloud_as("appcred"),
    ] {
        let home = real.home();
        let words = [
            "--cloud",
            &cloud,
            "instances",
            "list",
            "--filters",
            "Name=name,Values=web-1,db-1",
        ];
        let run = |extra: &[&str]| {
            let outcome = home.run(words.iter().chain(extra));
            assert_eq!(outcome.code, 0, "{cloud}: {outcome:?}");
            outcome.stdout
        };
        let answer: Value = serde_json::from_str(&run(&[])).unwrap();
        assert_eq!(
            texts(&answer["Instances"], "InstanceId"),
            expected,
            "{cloud}"
        );
        for instance in answer["Instances"].as_array().unwrap() {
            assert!(instance["ImageName"].is_string(), "{instance}");
            assert!(instance["InstanceType"].is_string(), "{instance}");
            assert!(instance["PrivateIpAddress"].is_string(), "{instance}");
            assert_eq!(instance["State"], json!({ "Name": "running", "Code": 16 }));
        }
        let yaml: Value = serde_saphyr::from_str(&run(&["-o", "yaml"])).unwrap();
        assert_eq!(yaml, answer);
        let stream: Value = serde_saphyr::from_str(&run(&["-o", "yaml-stream"])).unwrap();
        assert_eq!(stream, json!([answer]));
        for format in ["text", "table"] {
            let text = run(&["-o", format]);
            for id in &expected {
                assert!(text.contains(id), "{format}: {text}");
            }
        }
        let names = run(&["--query", "sort(Instances[].Name)", "-o", "text"]);
        assert_eq!(names, "db-1\tweb-1\n");
        let raw: Value = serde_json::from_str(&run(&["--raw"])).unwrap();
        assert!(texts(&raw["servers"], "id").is_superset(&expected));
    }
}

fn every_page_size_gives_the_same_instances(real: &Real) {
    let servers = Servers::create(real, 5);
    // When Nova's API hands a server to a cell, its position in the list changes.
    servers.wait();
    let (home, cloud) = (real.home(), real.cloud());
    let pattern = format!("{}-*", servers.prefix);
    let list = |extra: &[&str]| {
        let words = ["--cloud", &cloud, "instances", "list", "--name", &pattern];
        home.run(words.iter().chain(extra)).json()
    };
    for size in ["1", "2", "5", "1000"] {
        let answer = list(&["--page-size", size]);
        assert_eq!(
            texts(&answer["Instances"], "InstanceId"),
            servers.all(),
            "{size}"
        );
    }
    let mut walked = Vec::new();
    let mut token: Option<String> = None;
    loop {
        let mut words = vec!["--max-items", "2"];
        if let Some(token) = &token {
            words.extend(["--starting-token", token]);
        }
        let answer = list(&words);
        walked.extend(texts(&answer["Instances"], "InstanceId"));
        token = answer["NextToken"].as_str().map(str::to_owned);
        if token.is_none() {
            break;
        }
    }
    assert_eq!(walked.len(), 5);
    assert_eq!(walked.into_iter().collect::<BTreeSet<_>>(), servers.all());
    let sorted = list(&["--sort", "-name"]);
    let names: Vec<&str> = sorted["Instances"]
        .as_array()
        .unwrap()
        .iter()
        .map(|instance| instance["Name"].as_str().unwrap())
        .collect();
    assert!(names.is_sorted_by(|left, right| left > right), "{names:?}");
    let tagged = list(&["--tag", "number=3"]);
    let expected = BTreeSet::from([servers.ids[3].clone()]);
    assert_eq!(texts(&tagged["Instances"], "InstanceId"), expected);
}

fn a_described_instance_is_what_nova_says(real: &Real) {
    let servers = Servers::create(real, 1);
    servers.wait();
    let (home, cloud) = (real.home(), real.cloud());
    let name = format!("{}-0", servers.prefix);
    let by_name = home
        .run(["--cloud", &cloud, "instances", "describe", &name])
        .json();
    let by_id = home
        .run(["--cloud", &cloud, "instances", "describe", &servers.ids[0]])
        .json();
    let listed = home
        .run(["--cloud", &cloud, "instances", "list", "--name", &name])
        .json();
    assert_eq!(by_name, by_id);
    assert_eq!(by_id["Instances"], listed["Instances"]);
    let instance = &by_id["Instances"][0];
    let server = servers.show(&servers.ids[0]);
    for (ours, theirs) in [
        ("InstanceId", &server["id"]),
        ("Name", &server["name"]),
        ("Status", &server["status"]),
        ("VmState", &server["OS-EXT-STS:vm_state"]),
        ("TaskState", &server["OS-EXT-STS:task_state"]),
        ("ImageId", &server["image"]["id"]),
        ("CreateTime", &server["created"]),
        ("UserId", &server["user_id"]),
        ("ProjectId", &server["tenant_id"]),
        ("Description", &server["description"]),
        ("Locked", &server["locked"]),
    ] {
        assert_eq!(&instance[ours], theirs, "{ours}");
    }
    assert_eq!(instance["InstanceType"], "m1.nano");
    assert_eq!(instance["ImageName"], "cirros-0.6.3");
    assert_eq!(instance["Tags"], json!([{ "Key": "number", "Value": "0" }]));
    home.run(["--cloud", &cloud, "instances", "describe", "no such one"])
        .fails(254, &["InvalidInstanceID.NotFound"]);
}

fn the_second_run_is_one_request(real: &Real) {
    let (home, cloud) = (real.home(), real.cloud());
    let words = [
        "--cloud",
        &cloud,
        "instances",
        "list",
        "--name",
        "web-1",
        "--timing",
    ];
    home.run(words).json();
    let second = home.run(words);
    second.json();
    assert!(second.stderr.contains("1 request in "), "{}", second.stderr);
}

fn every_noun_lists_and_describes_what_its_service_has(real: &Real) {
    let token = real.token(&real.cloud(), None);
    let (home, cloud) = (real.home(), real.cloud());
    for (noun, key, id, kind, path, collection, fixture) in [
        (
            "images",
            "Images",
            "ImageId",
            "image",
            "/v2/images",
            "images",
            "cirros-0.6.3",
        ),
        (
            "flavors",
            "InstanceTypes",
            "FlavorId",
            "compute",
            "/flavors",
            "flavors",
            "m1.nano",
        ),
        (
            "networks",
            "Networks",
            "NetworkId",
            "network",
            "/v2.0/networks",
            "networks",
            "private",
        ),
        (
            "security-groups",
            "SecurityGroups",
            "GroupId",
            "network",
            "/v2.0/security-groups",
            "security_groups",
            "web",
        ),
        (
            "volumes",
            "Volumes",
            "VolumeId",
            "block-storage",
            "/volumes",
            "volumes",
            "data-1",
        ),
    ] {
        let direct = || Value::Array(real.all(&token, kind, path, collection));
        for extra in [&[][..], &["--page-size", "1"]] {
            let words = ["--cloud", &cloud, noun, "list"];
            let before = texts(&direct(), "id");
            let listed = texts(&home.run(words.iter().chain(extra)).json()[key], id);
            let after = texts(&direct(), "id");
            // Other tests create and delete resources at the same time.
            let (stayed, seen) = (&before & &after, &before | &after);
            assert!(!stayed.is_empty(), "{noun}");
            assert!(listed.is_superset(&stayed), "{noun} {extra:?}: {listed:?}");
            assert!(listed.is_subset(&seen), "{noun} {extra:?}: {listed:?}");
        }
        let its_id = real.id_of(&token, kind, path, collection, fixture);
        for target in [&its_id, fixture] {
            let words = ["--cloud", &cloud, noun, "describe", target];
            let described = home.run(words).json();
            assert_eq!(described[key][0][id], its_id, "{noun}");
        }
        home.run(["--cloud", &cloud, noun, "describe", "no such one"])
            .fails(254, &[".NotFound"]);
    }
}

fn key_pairs_are_listed_and_described(real: &Real) {
    let token = real.token(&real.cloud(), None);
    let (home, cloud) = (real.home(), real.cloud());
    let name = unique("key");
    let public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB test@example";
    let body = json!({ "keypair": { "name": name, "public_key": public, "type": "ssh" } });
    real.service(
        &token,
        "compute",
        &Method::POST,
        "/os-keypairs",
        Some(&body),
    );
    let listed = home.run(["--cloud", &cloud, "keypairs", "list", "--page-size", "1"]);
    let described = home.run(["--cloud", &cloud, "keypair", "show", &name]);
    real.remove(&token, "compute", &format!("/os-keypairs/{name}"));
    assert!(texts(&listed.json()["KeyPairs"], "KeyName").contains(&name));
    let described = described.json();
    assert_eq!(described["KeyPairs"][0]["PublicKey"], public);
    assert_eq!(described["KeyPairs"][0]["KeyType"], "ssh");
    home.run(["--cloud", &cloud, "keypairs", "describe", &name])
        .fails(254, &["InvalidKeyPair.NotFound"]);
}

fn whoami_and_refusals_are_the_clouds(real: &Real) {
    let home = real.home();
    let reader = real.cloud_as("reader");
    let who = home.run(["--cloud", &reader, "whoami"]).json();
    assert_eq!(who["UserName"], real.auth(&reader, "username"));
    assert_eq!(who["Roles"], json!(["reader"]));
    assert_eq!(who["ProjectName"], "demo");
    home.run(["--cloud", &reader, "instances", "list", "--all-projects"])
        .fails(254, &["(UnauthorizedOperation)", "request id: req-"]);
    let admin = real.cloud_as("admin");
    home.run(["--cloud", &admin, "instances", "list", "--all-projects"])
        .json();
    home.run([
        "--cloud",
        &real.cloud(),
        "instances",
        "list",
        "--starting-token",
        "nonsense",
    ])
    .fails(254, &["InvalidParameterValue", "marker"]);
}

fn a_token_that_the_services_refuse_is_renewed(real: &Real) {
    let (home, cloud) = (real.home(), real.cloud());
    let words = [
        "--cloud",
        &cloud,
        "instances",
        "list",
        "--name",
        "web-1",
        "--timing",
    ];
    home.run(words).json();
    let folder = home.path().join(".cache/ostk/tokens");
    let file = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .unwrap();
    let mut cached: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    cached["login"]["token"] = json!("gAAAAABno-such-token");
    fs::write(&file, cached.to_string()).unwrap();
    let outcome = home.run(words);
    outcome.json();
    assert!(outcome.stderr.contains("  401  "), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("3 requests in "),
        "{}",
        outcome.stderr
    );
}
