//! The description of an instance agrees with the services themselves.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use super::unique;
use crate::support::real::{Real, Token};

on_both_clouds!(
    an_instance_with_everything_is_described_as_the_services_do,
    a_console_is_shown_byte_by_byte,
);

/// A resource to be deleted: the service and the path.
struct Made {
    kind: &'static str,
    path: String,
}

/// Creates resources, and deletes them in reverse order when the test ends.
struct Maker<'a> {
    real: &'a Real,
    token: &'a Token,
    made: Vec<Made>,
}

impl Maker<'_> {
    fn get(&self, kind: &str, path: &str) -> Value {
        self.real
            .service(self.token, kind, &Method::GET, path, None)
    }

    /// Creates a resource by a `POST` of `{key: body}`, and returns it as the service shows it.
    fn make(&mut self, kind: &'static str, path: &str, key: &str, body: &Value) -> Value {
        let body = json!({ key: body });
        let mut made = self
            .real
            .service(self.token, kind, &Method::POST, path, Some(&body));
        let made = made[key].take();
        let id = made["id"].as_str().unwrap();
        self.made.push(Made {
            kind,
            path: format!("{path}/{id}"),
        });
        made
    }

    fn id(&self, kind: &str, path: &str, key: &str, name: &str) -> String {
        self.real.id_of(self.token, kind, path, key, name)
    }

    /// Waits until the service shows the wanted value.
    #[track_caller]
    fn wait(&self, kind: &str, path: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + Duration::from_mins(2);
        loop {
            let shown = self.get(kind, path);
            if wanted(&shown) {
                return shown;
            }
            assert!(Instant::now() < deadline, "still {shown}");
            std::thread::sleep(Duration::from_millis(300));
        }
    }
}

impl Drop for Maker<'_> {
    fn drop(&mut self) {
        let token = Some(self.token.token.as_str());
        let deadline = Instant::now() + Duration::from_mins(2);
        while let Some(Made { kind, path }) = self.made.pop() {
            let url = format!("{}{path}", self.token.endpoint(kind));
            // A resource that uses it may still be in deletion.
            while Instant::now() < deadline {
                let (status, _, _) = self.real.ask(&Method::DELETE, &url, token, None);
                let gone =
                    kind != "compute" || self.real.ask(&Method::GET, &url, token, None).0 == 404;
                if (status < 300 || status == 404) && gone {
                    break;
                }
                std::thread::sleep(Duration::from_millis(300));
            }
        }
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap().to_owned()
}

fn seconds(time: &Value) -> String {
    let time = time.as_str().unwrap();
    format!("{}Z", &time[..19])
}

fn an_instance_with_everything_is_described_as_the_services_do(real: &Real) {
    let token = real.token(&real.cloud(), None);
    let mut maker = Maker {
        real,
        token: &token,
        made: Vec::new(),
    };
    let name = unique("detail");
    let id = create(&mut maker, &name);
    let instance = real
        .home()
        .run(["--cloud", &real.cloud(), "instances", "describe", &name])
        .json()["Instances"][0]
        .take();
    let path = format!("/servers/{id}");
    let server = maker.get("compute", &path)["server"].take();
    compare_server(&maker, &instance, &server);
    compare_network(&maker, &instance, &server, &id);
    compare_volumes(&maker, &instance, &id);
    // The same by its ID, among others, and for an administrator.
    let cloud = real.cloud_as("admin");
    let words = [
        "--cloud",
        &cloud,
        "instances",
        "describe",
        &id,
        "web-1",
        "db-1",
    ];
    let all = real.home().run(words).json();
    assert_eq!(all["Instances"][0], instance);
    assert_eq!(all["Instances"].as_array().unwrap().len(), 3);
    // A list has the same values for the keys that it includes.
    let list = |words: &[&str]| {
        let cloud = real.cloud();
        let line = ["--cloud", &cloud, "instances", "list", "--name", &name];
        let words = line.iter().chain(words);
        real.home().run(words).json()
    };
    agree(&list(&[])["Instances"][0], &instance, "");
    assert_eq!(list(&["--full"])["Instances"][0], instance);
    let query = "Instances[].[SecurityGroups[].GroupId, Addresses[].[NetworkId, SubnetId, PortId], \
                 BlockDeviceMappings[].[DeviceName, VolumeName, VolumeType, SizeGiB, Bootable]]";
    let of = |key: &str, keys: &[&str]| -> Vec<Value> {
        let rows = instance[key].as_array().unwrap().iter();
        rows.map(|row| keys.iter().map(|key| row[*key].clone()).collect())
            .collect()
    };
    let groups = instance["SecurityGroups"].as_array().unwrap();
    let groups: Vec<&Value> = groups.iter().map(|group| &group["GroupId"]).collect();
    let devices = [
        "DeviceName",
        "VolumeName",
        "VolumeType",
        "SizeGiB",
        "Bootable",
    ];
    assert_eq!(
        list(&["--query", query]),
        json!([[
            groups,
            of("Addresses", &["NetworkId", "SubnetId", "PortId"]),
            of("BlockDeviceMappings", &devices)
        ]])
    );
    let filter = format!(
        "Name=subnet-id,Values={}",
        text(&instance["Addresses"][0], "SubnetId")
    );
    let found = list(&["--filters", &filter, "--query", "Instances[].InstanceId"]);
    assert_eq!(found, json!([id]));
}

/// Asserts that every key of a list has the value of the description.
fn agree(listed: &Value, described: &Value, path: &str) {
    match (listed, described) {
        (Value::Object(listed), Value::Object(described)) => {
            for (key, value) in listed {
                let path = format!("{path}.{key}");
                agree(value, described.get(key).expect(&path), &path);
            }
        }
        (Value::Array(listed), Value::Array(described)) => {
            assert_eq!(listed.len(), described.len(), "{path}");
            for (one, other) in listed.iter().zip(described) {
                agree(one, other, path);
            }
        }
        _ => assert_eq!(listed, described, "{path}"),
    }
}

/// Creates an instance on two networks with a floating IP. It boots from a volume and has another
/// one attached. Returns its ID.
fn create(maker: &mut Maker<'_>, name: &str) -> String {
    let image = maker.id("image", "/v2/images", "images", "cirros-0.6.3");
    let flavor = maker.id("compute", "/flavors", "flavors", "m1.nano");
    let private = maker.id("network", "/v2.0/networks", "networks", "private");
    let public = maker.id("network", "/v2.0/networks", "networks", "public");
    let web = maker.id("network", "/v2.0/security-groups", "security_groups", "web");
    let network = maker.make(
        "network",
        "/v2.0/networks",
        "network",
        &json!({ "name": name }),
    );
    let subnet = json!({ "name": name, "network_id": network["id"], "ip_version": 4,
                         "cidr": "10.77.0.0/24" });
    maker.make("network", "/v2.0/subnets", "subnet", &subnet);
    let data = json!({ "name": format!("{name}-data"), "size": 2 });
    let data = maker.make("block-storage", "/volumes", "volume", &data);
    let path = format!("/volumes/{}", text(&data, "id"));
    maker.wait("block-storage", &path, |shown| {
        shown["volume"]["status"] == "available"
    });
    let first = json!({ "network_id": private, "security_groups": [web] });
    let first = maker.make("network", "/v2.0/ports", "port", &first);
    let second = json!({ "network_id": network["id"] });
    let second = maker.make("network", "/v2.0/ports", "port", &second);
    let floating = json!({ "floating_network_id": public, "port_id": first["id"] });
    maker.make("network", "/v2.0/floatingips", "floatingip", &floating);
    let server = json!({ "name": name, "flavorRef": flavor,
        "metadata": { "env": "ci", "a": "b" },
        "networks": [{ "port": first["id"] }, { "port": second["id"] }],
        "block_device_mapping_v2": [
            { "boot_index": 0, "uuid": image, "source_type": "image", "volume_size": 1,
              "destination_type": "volume", "delete_on_termination": true },
            { "boot_index": -1, "uuid": data["id"], "source_type": "volume",
              "destination_type": "volume", "delete_on_termination": false }] });
    let server = maker.make("compute", "/servers", "server", &server);
    let id = text(&server, "id");
    let path = format!("/servers/{id}");
    maker.wait("compute", &path, |shown| {
        shown["server"]["status"] == "ACTIVE"
            && shown["server"]["addresses"]
                .to_string()
                .contains("floating")
    });
    let tag = format!("{path}/tags/blue");
    maker
        .real
        .service(maker.token, "compute", &Method::PUT, &tag, None);
    id
}

fn compare_server(maker: &Maker<'_>, instance: &Value, server: &Value) {
    let flavor = format!("/flavors/{}", text(&server["flavor"], "id"));
    let flavor = maker.get("compute", &flavor)["flavor"].take();
    for (key, expected) in [
        ("InstanceId", &server["id"]),
        ("Name", &server["name"]),
        ("Status", &server["status"]),
        ("TaskState", &server["OS-EXT-STS:task_state"]),
        ("VmState", &server["OS-EXT-STS:vm_state"]),
        ("KeyName", &server["key_name"]),
        ("UserId", &server["user_id"]),
        ("ProjectId", &server["tenant_id"]),
        ("Locked", &server["locked"]),
        ("Description", &server["description"]),
        ("Labels", &server["tags"]),
        ("CreateTime", &server["created"]),
        ("UpdateTime", &server["updated"]),
        ("InstanceType", &flavor["name"]),
        ("Vcpus", &flavor["vcpus"]),
        ("MemoryMiB", &flavor["ram"]),
        ("DiskGiB", &flavor["disk"]),
        ("ImageId", &Value::Null),
        ("ImageName", &Value::Null),
        ("StateReason", &Value::Null),
        ("RootDeviceType", &json!("volume")),
        ("PowerState", &json!("running")),
        ("State", &json!({ "Name": "running", "Code": 16 })),
        (
            "Tags",
            &json!([{ "Key": "a", "Value": "b" }, { "Key": "env", "Value": "ci" }]),
        ),
        (
            "Placement",
            &json!({ "AvailabilityZone": server["OS-EXT-AZ:availability_zone"],
                     "HostId": server["hostId"] }),
        ),
        (
            "LaunchTime",
            &json!(seconds(&server["OS-SRV-USG:launched_at"])),
        ),
    ] {
        assert_eq!(instance[key], *expected, "{key}");
    }
}

fn compare_network(maker: &Maker<'_>, instance: &Value, server: &Value, id: &str) {
    let ports = maker.get("network", &format!("/v2.0/ports?device_id={id}"))["ports"].take();
    let ports = ports.as_array().unwrap();
    assert_eq!(ports.len(), 2);
    let shown = instance["Addresses"].as_array().unwrap();
    assert_eq!(shown.len(), 3);
    for address in shown {
        let port = ports
            .iter()
            .find(|port| port["mac_address"] == address["MacAddress"])
            .unwrap();
        assert_eq!(address["PortId"], port["id"]);
        assert_eq!(address["NetworkId"], port["network_id"]);
        let network = format!("/v2.0/networks/{}", text(port, "network_id"));
        let network = maker.get("network", &network)["network"].take();
        assert_eq!(address["NetworkName"], network["name"]);
        let of_network = &server["addresses"][network["name"].as_str().unwrap()];
        let of_nova = of_network
            .as_array()
            .unwrap()
            .iter()
            .find(|of_nova| of_nova["addr"] == address["IpAddress"])
            .unwrap();
        assert_eq!(of_nova["OS-EXT-IPS:type"], address["Type"]);
        if address["Type"] == "fixed" {
            assert_eq!(port["fixed_ips"][0]["ip_address"], address["IpAddress"]);
        } else {
            let path = format!("/v2.0/floatingips?port_id={}", text(port, "id"));
            let floating = maker.get("network", &path)["floatingips"][0].take();
            assert_eq!(floating["floating_ip_address"], address["IpAddress"]);
            assert_eq!(address["IpAddress"], instance["PublicIpAddress"]);
        }
    }
    let mut expected: Vec<String> = ports
        .iter()
        .flat_map(|port| port["security_groups"].as_array().unwrap())
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    let groups = instance["SecurityGroups"].as_array().unwrap();
    let mut shown: Vec<String> = groups.iter().map(|group| text(group, "GroupId")).collect();
    expected.sort();
    expected.dedup();
    shown.sort();
    assert_eq!(shown, expected);
    for group in groups {
        let path = format!("/v2.0/security-groups/{}", text(group, "GroupId"));
        let of_neutron = maker.get("network", &path)["security_group"].take();
        assert_eq!(of_neutron["name"], group["GroupName"]);
    }
}

fn compare_volumes(maker: &Maker<'_>, instance: &Value, id: &str) {
    let path = format!("/servers/{id}/os-volume_attachments");
    let attachments = maker.get("compute", &path)["volumeAttachments"].take();
    let shown = instance["BlockDeviceMappings"].as_array().unwrap();
    assert_eq!(shown.len(), 2);
    for device in shown {
        let volume = text(device, "VolumeId");
        let of_nova = attachments
            .as_array()
            .unwrap()
            .iter()
            .find(|of_nova| of_nova["volumeId"] == volume)
            .unwrap();
        assert_eq!(device["DeviceName"], of_nova["device"]);
        let path = format!("/volumes/{volume}");
        let of_cinder = maker.get("block-storage", &path)["volume"].take();
        assert_eq!(of_cinder["attachments"][0]["server_id"], id);
        assert_eq!(device["VolumeName"], of_cinder["name"]);
        assert_eq!(device["VolumeType"], of_cinder["volume_type"]);
        assert_eq!(device["SizeGiB"], of_cinder["size"]);
        let boots = of_cinder["bootable"] == "true";
        assert_eq!(device["Bootable"], boots);
        assert_eq!(device["DeleteOnTermination"], boots);
    }
}

fn a_console_is_shown_byte_by_byte(real: &Real) {
    let token = real.token(&real.cloud(), None);
    let maker = Maker {
        real,
        token: &token,
        made: Vec::new(),
    };
    let id = maker.id("compute", "/servers", "servers", "web-1");
    let path = format!("/servers/{id}/action");
    let body = json!({ "os-getConsoleOutput": {} });
    let direct = || {
        let answer = real.service(&token, "compute", &Method::POST, &path, Some(&body));
        text(&answer, "output")
    };
    let run = |words: &[&str]| {
        let cloud = real.cloud();
        let words = ["--cloud", &cloud, "instances", "console-log"]
            .iter()
            .chain(words)
            .copied()
            .collect::<Vec<_>>();
        real.home().run(words)
    };
    // A guest may go on writing. Compare at a moment when it did not.
    let still = |words: &[&str]| {
        loop {
            let (before, shown) = (direct(), run(words).stdout);
            if direct() == before {
                return (before, shown);
            }
        }
    };
    let (whole, shown) = still(&["web-1"]);
    assert_eq!(shown, whole);
    let (whole, shown) = still(&[&id, "--tail", "2"]);
    assert_eq!(shown, last_two_lines(&whole));
    run(&[&unique("nobody")]).fails(254, &["InvalidInstanceID.NotFound"]);
    let nobody = uuid::Uuid::new_v4().to_string();
    run(&[&nobody]).fails(254, &["InvalidInstanceID.NotFound"]);
}

/// Returns the last two lines. Text after the last line break counts as a line, unless it is empty.
fn last_two_lines(text: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    lines[lines.len().saturating_sub(2)..].concat()
}

#[test]
#[ignore = "needs a real cloud, which OSTK_TEST_CLOUD names"]
fn metrics_are_gnocchis_and_without_it_novas_for_administrators() {
    let real = Real::new();
    let token = real.token(&real.cloud(), None);
    let maker = Maker {
        real: &real,
        token: &token,
        made: Vec::new(),
    };
    let id = maker.id("compute", "/servers", "servers", "web-1");
    let path = format!("/v1/resource/instance/{id}/metric/cpu/measures?aggregation=rate:mean");
    let measures = maker.get("metric", &path);
    let last = measures.as_array().unwrap().last().unwrap();
    let start = last[0].as_str().unwrap();
    // web-1 has one processor.
    let percent = last[2].as_f64().unwrap() / 1e9 / last[1].as_f64().unwrap() * 100.0;
    let metrics = |cloud: &str, words: &[&str]| {
        let words = ["--cloud", cloud, "instances", "metrics", "web-1"]
            .iter()
            .chain(words)
            .copied()
            .collect::<Vec<_>>();
        real.home().run(words)
    };
    let answer = metrics(&real.cloud(), &["--start-time", start]).json();
    let cpu = &answer["Metrics"][0];
    assert_eq!(cpu["MetricName"], "CPUUtilization");
    assert_eq!(cpu["InstanceId"], id);
    let shown = cpu["Datapoints"][0]["Value"].as_f64().unwrap();
    assert!((shown - percent).abs() < 1e-9, "{shown} {percent}");

    // In a region without Gnocchi, only Nova can answer.
    let admin = real.token(&real.cloud_as("admin"), None);
    let mut maker = Maker {
        real: &real,
        token: &admin,
        made: Vec::new(),
    };
    let region = unique("region");
    maker.make("identity", "/regions", "region", &json!({ "id": region }));
    let services = maker.get("identity", "/services?type=compute")["services"].take();
    let endpoint = json!({ "interface": "public", "region_id": region,
        "service_id": services[0]["id"], "url": admin.endpoint("compute") });
    maker.make("identity", "/endpoints", "endpoint", &endpoint);
    let words = ["--region", &region, "--sample", "0.2"];
    let answer = metrics(&real.cloud_as("admin"), &words).json();
    assert_eq!(answer["Metrics"][0]["MetricName"], "CPUUtilization");
    metrics(&real.cloud(), &words).fails(
        254,
        &["(UnsupportedOperation)", "measures nothing for its tenants"],
    );
}
