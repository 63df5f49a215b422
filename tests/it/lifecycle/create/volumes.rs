//! Volumes, alone and as part of an instance.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Work, ids, text};
use crate::support::real::Real;

on_both_clouds!(
    instant_sandbox:
    an_instance_boots_from_a_volume_made_for_it,
    an_instance_boots_from_what_is_there,
    volumes_are_made_and_removed,
);

fn names(work: &Work<'_>) -> Vec<String> {
    let volumes = work.volumes();
    volumes
        .iter()
        .map(|one| text(one, "name").replace(&work.prefix, ""))
        .collect()
}

fn an_instance_boots_from_a_volume_made_for_it(real: &Real) {
    let work = Work::new(real, "bfv");
    let more = ["--root-volume", "1", "--wait"];
    let further = ["--volume", "size=2,device=vdb"];
    let made = work.create(&work.name("a"), &[&more[..], &further].concat());
    let shown = made.json()["Instances"][0].clone();
    assert_eq!(shown["State"]["Name"], "running");
    assert_eq!(shown["RootDeviceType"], "volume");
    assert_eq!(names(&work), ["-a-1", "-a-root"]);
    let volumes = work.volumes();
    let sizes: Vec<&Value> = volumes.iter().map(|volume| &volume["size"]).collect();
    assert_eq!(sizes, [2, 1]);
    for volume in &volumes {
        assert_eq!(volume["status"], "in-use");
        let attached = &volume["attachments"][0]["server_id"];
        assert_eq!(*attached, shown["InstanceId"]);
    }
    let root = &volumes[1];
    assert_eq!(root["bootable"], "true");
    assert_eq!(root["volume_image_metadata"]["image_name"], "cirros-0.6.3");
    let record = work.run(["records", "list"]).json()["Records"][0].clone();
    assert_eq!(record["Volumes"], json!([root["id"], volumes[0]["id"]]));
    // And a volume that outlives its instance.
    let kept = work.create(
        &work.name("b"),
        &[&more[..], &["--keep-root-volume"]].concat(),
    );
    assert_eq!(kept.code, 0, "{kept:?}");
    work.delete_all();
    work.until("volumes go with their instance", |work| {
        work.volumes().len() == 1
    });
    assert_eq!(names(&work), ["-b-root"]);
}

fn an_instance_boots_from_what_is_there(real: &Real) {
    let work = Work::new(real, "boot");
    let (disk, data) = (work.name("disk"), work.name("data"));
    let volume = |name: &str, more: &[&str]| {
        let words = ["volumes", "create", name, "--size", "1", "--wait"];
        let made = work.run(words.into_iter().chain(more.iter().copied()));
        text(&made.json(), "VolumeId")
    };
    let disk_id = volume(&disk, &["--image", "cirros-0.6.3"]);
    volume(&data, &[]);
    let name = work.name("snapshot");
    let body = json!({ "snapshot": { "name": name, "volume_id": disk_id } });
    let snapshot = work.ask("block-storage", &Method::POST, "/snapshots", Some(&body));
    let snapshot = text(&snapshot["snapshot"], "id");
    work.until("the snapshot is there", |work| {
        let path = format!("/snapshots/{snapshot}");
        let shown = work.ask("block-storage", &Method::GET, &path, None);
        shown["snapshot"]["status"] == "available"
    });
    let copy = work.name("copy");
    volume(&copy, &["--snapshot", &name]);
    let shown = work.run(["volumes", "describe", &copy]).json();
    assert_eq!(shown["Volumes"][0]["SnapshotId"], snapshot);
    let words = ["volumes", "delete", &copy, "--wait"];
    assert_eq!(work.run(words).code, 0);
    let start = |server: &str, more: &[&str]| {
        let fixed = ["instances", "create", server, "--flavor", "m1.volume"];
        let rest = ["--network", "none", "--wait"];
        let outcome = work.run(fixed.into_iter().chain(rest).chain(more.iter().copied()));
        let id = ids(&outcome.json()).remove(0);
        work.server_at("2.37", &id)
    };
    let attached = |server: &Value| -> Vec<String> {
        let all = server["os-extended-volumes:volumes_attached"].as_array();
        all.unwrap().iter().map(|one| text(one, "id")).collect()
    };
    let further = format!("id={data}");
    let from_disk = start(
        &work.name("a"),
        &["--boot-volume", &disk, "--volume", &further],
    );
    assert_eq!(from_disk["image"], "");
    assert_eq!(attached(&from_disk).len(), 2);
    assert!(attached(&from_disk).contains(&disk_id));
    let from_snapshot = start(&work.name("b"), &["--boot-snapshot", &name]);
    assert_eq!(attached(&from_snapshot).len(), 1);
    work.delete_all();
    // Volumes that existed before still exist afterwards.
    work.until("the volumes are free again", |work| {
        let volumes = work.volumes();
        volumes.len() == 2 && volumes.iter().all(|one| one["status"] == "available")
    });
}

fn volumes_are_made_and_removed(real: &Real) {
    let work = Work::new(real, "volume");
    let name = work.name("a");
    let create = |name: &str, more: &[&str]| {
        let words = ["volumes", "create", name, "--size", "1"];
        work.run(words.into_iter().chain(more.iter().copied()))
    };
    let made = create(
        &name,
        &["--tag", "env=ci", "--description", "a disk", "--wait"],
    );
    let shown = made.json();
    assert_eq!(shown["State"], "available");
    assert_eq!(shown["Tags"], json!([{ "Key": "env", "Value": "ci" }]));
    let held = &work.volumes()[0];
    assert_eq!(held["metadata"]["env"], "ci");
    assert_eq!(held["description"], "a disk");
    create(&work.name("dry"), &["--dry-run"]).fails(254, &["DryRunOperation"]);
    create(&work.name("b"), &["--image", "no-such-image"]).fails(254, &["InvalidAMIID.NotFound"]);
    let copy = create(&work.name("copy"), &["--source", &name, "--wait"]);
    assert_eq!(copy.code, 0, "{copy:?}");
    let failed = create(&work.name("bad"), &["--tag", "fake_fail=create", "--wait"]);
    assert_eq!(failed.code, 1, "{failed:?}");
    assert!(failed.stderr.contains("VolumeStateError"), "{failed:?}");
    // In this sandbox each action completes at once.
    if real.as_sandbox().is_none() {
        let slow = ["--tag", "fake_delay=5", "--wait", "--timeout", "1s"];
        let late = create(&work.name("slow"), &slow);
        assert_eq!(late.code, 124, "{late:?}");
        assert!(late.stderr.contains("WaiterTimedOut"), "{late:?}");
    }
    // A volume with a snapshot stays, and a dry run says so.
    let id = text(&shown, "VolumeId");
    let body = json!({ "snapshot": { "name": work.name("snapshot"), "volume_id": id } });
    let snapshot = work.ask("block-storage", &Method::POST, "/snapshots", Some(&body));
    let path = format!("/snapshots/{}", text(&snapshot["snapshot"], "id"));
    let held_status = |work: &Work<'_>| {
        let all = work.ask("block-storage", &Method::GET, "/snapshots/detail", None);
        let all = all["snapshots"].as_array().unwrap().clone();
        let own = all.into_iter().find(|one| one["volume_id"] == id);
        own.map(|one| text(&one, "status"))
    };
    work.until("the snapshot is there", |work| {
        held_status(work).as_deref() == Some("available")
    });
    work.run(["volumes", "delete", &name, "--dry-run"])
        .fails(254, &["IncorrectState", "has snapshots"]);
    assert_eq!(work.run(["volumes", "delete", &name]).code, 254);
    work.ask("block-storage", &Method::DELETE, &path, None);
    work.until("the snapshot is gone", |work| held_status(work).is_none());
    work.run(["volumes", "delete", &name, "--dry-run"])
        .fails(254, &["DryRunOperation"]);
    let others = [work.name("copy"), work.name("bad")];
    let words = ["volumes", "delete", &name, &others[0], &others[1], "--wait"];
    let gone = work.run(words).json();
    let states: Vec<String> = gone["Volumes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(one, "State"))
        .collect();
    assert_eq!(states, ["deleted"; 3]);
    assert!(names(&work).iter().all(|name| name == "-slow"));
    work.run(["volumes", "delete", &name])
        .fails(254, &["InvalidVolume.NotFound"]);
}
