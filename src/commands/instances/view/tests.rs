use super::*;
use crate::openstack::FlavorFacts;
use serde_json::{Value, json};

fn recorded(name: &str) -> Value {
    let path = format!("{}/tests/recorded/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    value["response"]["body"]["server"].clone()
}

fn names() -> Names {
    let now = "2026-11-24T00:00:00Z".parse().unwrap();
    let mut names = Names::default();
    names.learn_image(
        "f16ae08c-2f1d-4c75-bd27-7e914252277f",
        Some("cirros-0.6.3".to_owned()),
        now,
    );
    let nano = FlavorFacts {
        name: "m1.nano".to_owned(),
        vcpus: 1,
        memory_mib: 64,
        disk_gib: Some(1),
    };
    names.learn_flavor("0e94dc4c-c3c2-4c10-a810-77e612c6a4a4", nano, now);
    names
}

fn view(server: Value) -> Value {
    let server: Server = serde_json::from_value(server).unwrap();
    let mut names = names();
    // A name that cannot be found is null, not absent.
    let now = "2026-11-24T00:00:00Z".parse().unwrap();
    for id in names.unknown_images(server.image_id().into_iter(), now) {
        names.learn_image(&id, None, now);
    }
    let flavors = names.unknown_flavors(server.flavor_id().into_iter(), now);
    names.give_up_flavors(flavors, now);
    serde_json::to_value(Instance::new(server, &names)).unwrap()
}

#[test]
fn a_server_at_2_1_has_the_whole_schema() {
    assert_eq!(
        view(recorded("compute-server-show-developer-2.1")),
        json!({
            "InstanceId": "bcdb11ee-36af-48ea-90a3-7a284f64b483",
            "Name": "rec-1",
            "State": { "Name": "running", "Code": 16 },
            "ImageId": "f16ae08c-2f1d-4c75-bd27-7e914252277f",
            "ImageName": "cirros-0.6.3",
            "InstanceType": "m1.nano",
            "Vcpus": 1,
            "MemoryMiB": 64,
            "DiskGiB": 1,
            "RootDeviceType": "local",
            "KeyName": "rec-c",
            "LaunchTime": "2026-11-23T10:18:01Z",
            "PrivateIpAddress": "10.0.2.0",
            "PublicIpAddress": null,
            "Addresses": [{
                "NetworkName": "private", "IpAddress": "10.0.2.0", "Version": 4, "Type": "fixed",
                "MacAddress": "fa:16:3e:0a:3a:eb" }],
            "SecurityGroups": [
                { "GroupName": "web" },
                { "GroupName": "default" }],
            "BlockDeviceMappings": [],
            "Placement": {
                "AvailabilityZone": "nova",
                "HostId": "4c5fd9d554586fcae5c852598ae5cad300185c25f9dad4a320d2137a" },
            "Tags": [{ "Key": "role", "Value": "recorded" }],
            "Labels": null,
            "ClientToken": null,
            "StateReason": null,
            "Status": "ACTIVE",
            "TaskState": null,
            "VmState": "active",
            "PowerState": "running",
            "UserId": "74fa19de219b4d939958fd657e55c4ba",
            "ProjectId": "d85e92a9903e44639feb31acee306311",
            "Description": null,
            "Locked": null,
            "ConfigDrive": false,
            "CreateTime": "2026-11-23T10:17:57Z",
            "UpdateTime": "2026-11-23T10:18:01Z",
        })
    );
}

#[test]
fn the_keys_are_the_same_at_every_microversion() {
    let keys = |name: &str| -> Vec<String> {
        let view = view(recorded(name));
        view.as_object().unwrap().keys().cloned().collect()
    };
    let low = keys("compute-server-show-developer-2.1");
    for name in [
        "compute-server-show-developer-2.47",
        "compute-server-show-developer-2.69",
        "compute-server-show-developer-latest",
        "compute-server-show-admin-latest",
        "compute-server-show-from-volume-2.1",
        "compute-server-error-no-valid-host-developer",
        "compute-server-building-2.1",
    ] {
        assert_eq!(keys(name), low, "{name}");
    }
}

#[test]
fn ostks_own_metadata_and_labels_are_a_client_token() {
    let mut server = recorded("compute-server-show-developer-latest");
    server["metadata"] = json!({ "b": "2", "ostk_client_token": "t-1", "ostk_run_id": "7",
        "ostk_client_index": "1", "a": "1", "ostk_mine": "kept" });
    server["tags"] = json!(["blue", "ostk:t-1"]);
    let shown = view(server);
    let tag = |key: &str, value: &str| json!({ "Key": key, "Value": value });
    let tags = [tag("a", "1"), tag("b", "2"), tag("ostk_mine", "kept")];
    assert_eq!(shown["Tags"], json!(tags));
    assert_eq!(shown["Labels"], json!(["blue"]));
    assert_eq!(shown["ClientToken"], "t-1");
}

#[test]
fn what_was_not_asked_for_is_absent() {
    let server: Server = serde_json::from_value(json!({ "id": "a", "image": { "id": "i" },
            "flavor": { "id": "f" } }))
    .unwrap();
    let mut instance = Instance::new(server, &Names::default());
    let keys = |instance: &Instance| {
        let shown = serde_json::to_value(instance).unwrap();
        ["ImageName", "InstanceType", "DiskGiB"].map(|key| shown.get(key).cloned())
    };
    assert_eq!(keys(&instance), [None, None, None]);
    let mut names = Names::default();
    let now = "2026-11-24T00:00:00Z".parse().unwrap();
    names.learn_image("i", None, now);
    names.give_up_flavors(["f".to_owned()].into(), now);
    instance.learn(&names);
    assert_eq!(keys(&instance), [const { Some(Value::Null) }; 3]);
}

#[test]
fn a_fault_a_volume_and_a_floating_address_are_shown() {
    let failed = view(recorded("compute-server-error-no-valid-host-developer"));
    assert_eq!(
        failed["StateReason"],
        json!({ "Code": "Server.500", "Message": "No valid host was found.",
                "Details": null, "Time": "2026-11-23T10:18:12Z" })
    );
    assert_eq!(failed["State"], json!({ "Name": "error", "Code": null }));
    let volume = view(recorded("compute-server-show-from-volume"));
    assert_eq!(volume["ImageId"], Value::Null);
    assert_eq!(
        volume["BlockDeviceMappings"][0]["DeleteOnTermination"],
        false
    );
    let floating = view(recorded("compute-server-show-floating-ip"));
    assert!(
        floating["PublicIpAddress"]
            .as_str()
            .unwrap()
            .starts_with("203.0.113.")
    );
}
