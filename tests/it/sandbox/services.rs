//! The simulated services allow and refuse the same as the real ones.

use serde_json::{Value, json};

use crate::support::actor::Actor;
use crate::support::sandbox::{TestCloud, ask};

#[test]
fn a_full_network_says_so_and_gives_what_is_given_back() {
    let cloud = TestCloud::new(0.0);
    let developer = Actor::new(&cloud);
    let network = json!({ "network": { "name": "small" } });
    let (_, network) = developer.ask("POST /network/v2.0/networks", &network);
    let network = &network["network"]["id"];
    let subnet = json!({ "network_id": network, "ip_version": 4, "cidr": "10.9.0.0/28" });
    developer.ask("POST /network/v2.0/subnets", &json!({ "subnet": subnet }));
    let port = || {
        let wanted = json!({ "port": { "network_id": network } });
        developer.ask("POST /network/v2.0/ports", &wanted)
    };
    let mut ports = Vec::new();
    let full = loop {
        match port() {
            (201, made) => ports.push(made["port"].clone()),
            other => break other,
        }
    };
    assert_eq!(full.0, 409);
    let path = format!(
        "/network/v2.0/ports?network_id={}",
        network.as_str().unwrap()
    );
    let listed = developer.get(&path).1;
    let mut addresses: Vec<String> = listed["ports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|port| port["fixed_ips"][0]["ip_address"].to_string())
        .collect();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), ports.len());
    let id = ports[1]["id"].as_str().unwrap();
    let line = format!("DELETE /network/v2.0/ports/{id}");
    assert_eq!(developer.ask(&line, &Value::Null).0, 204);
    let (status, again) = port();
    assert_eq!(status, 201);
    assert_eq!(again["port"]["fixed_ips"], ports[1]["fixed_ips"]);
    assert_eq!(port().0, 409);
}

#[test]
fn numbers_beyond_a_databases_are_refused_and_sums_do_not_overflow() {
    let cloud = TestCloud::new(0.0);
    let (admin, developer) = (Actor::admin(&cloud), Actor::new(&cloud));
    let most = i64::from(i32::MAX);
    let volume = |size: i64| {
        let wanted = json!({ "volume": { "size": size } });
        developer.ask("POST /volume/v3/volumes", &wanted)
    };
    assert_eq!(volume(most + 1).0, 400);
    assert_eq!(volume(i64::MAX).0, 400);
    let (status, made) = volume(most);
    assert_eq!(status, 202);
    let id = made["volume"]["id"].as_str().unwrap();
    let extend = format!("POST /volume/v3/volumes/{id}/action");
    let larger = json!({ "os-extend": { "new_size": i64::MAX } });
    assert_eq!(developer.ask(&extend, &larger).0, 400);
    assert_eq!(volume(most).0, 202);
    let (_, limits) = developer.get("/volume/v3/limits");
    assert_eq!(limits["limits"]["absolute"]["totalGigabytesUsed"], 2 * most);

    let flavor = |key: &str, number: i64| {
        let mut wanted = json!({ "name": key, "vcpus": 1, "ram": 1, "disk": 1 });
        wanted[key] = json!(number);
        admin.ask("POST /compute/v2.1/flavors", &json!({ "flavor": wanted }))
    };
    for key in ["vcpus", "ram", "disk", "swap", "OS-FLV-EXT-DATA:ephemeral"] {
        assert_eq!(flavor(key, most + 1).0, 400, "{key}");
        assert_eq!(flavor(key, -1).0, 400, "{key}");
        assert_eq!(flavor(key, most).0, 200, "{key}");
    }

    // The diagnostics of a server with very many processors show some of them.
    cloud.sandbox.add_instances(1).unwrap();
    let (_, listed) = developer.get("/compute/v2.1/servers");
    let id = listed["servers"][0]["id"].as_str().unwrap();
    let (_, flavors) = developer.get("/compute/v2.1/flavors");
    let flavors = flavors["flavors"].as_array().unwrap();
    let huge = flavors.iter().find(|one| one["name"] == "vcpus").unwrap();
    let act = format!("POST /compute/v2.1/servers/{id}/action");
    let resize = json!({ "resize": { "flavorRef": huge["id"] } });
    assert_eq!(developer.ask(&act, &resize).0, 202);
    let (status, told) = admin.get(&format!("/compute/v2.1/servers/{id}/diagnostics"));
    assert_eq!(status, 200);
    assert_eq!(told["cpu_details"].as_array().unwrap().len(), 4000);
}

#[test]
fn a_revoked_token_gives_no_other_and_a_credentials_never_does() {
    let cloud = TestCloud::new(0.0);
    let domain = json!({ "id": "default" });
    let scope = json!({ "project": { "name": "demo", "domain": domain } });
    let (admin, developer) = (Actor::admin(&cloud), Actor::new(&cloud));
    let by_token = |token: &str| {
        let identity = json!({ "methods": ["token"], "token": { "id": token } });
        let (status, ..) = admin.log_in(&json!({ "identity": identity, "scope": scope }));
        status
    };
    assert_eq!(by_token(&developer.token), 201);
    let check = |method: &str| {
        let headers = format!(
            "Host: {}\r\nX-Auth-Token: {}\r\nX-Subject-Token: {}\r\n",
            cloud.address(),
            admin.token,
            developer.token
        );
        let line = format!("{method} /identity/v3/auth/tokens");
        let answer = ask(&cloud, &line, &headers, "");
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(check("GET"), "200");
    assert_eq!(check("DELETE"), "204");
    assert_eq!(check("GET"), "404");
    assert_eq!(check("DELETE"), "404");
    assert_eq!(by_token(&developer.token), 404);
    assert_eq!(by_token("gAAAAAnobodys"), 404);

    let user = json!({ "name": "developer", "domain": domain });
    let credential = json!({ "name": "demo-appcred", "secret": "secret", "user": user });
    let identity = json!({ "methods": ["application_credential"],
                           "application_credential": credential });
    let delegated = Actor::with(&json!({ "identity": identity }), &cloud);
    assert_eq!(by_token(&delegated.token), 403);
}

#[test]
fn what_only_one_server_can_have_is_not_given_to_several() {
    let cloud = TestCloud::new(0.0);
    let (admin, developer) = (Actor::admin(&cloud), Actor::new(&cloud));
    let (_, flavors) = developer.get("/compute/v2.1/flavors");
    let (_, images) = developer.get("/image/v2/images?name=cirros-0.6.3");
    let create = |extra: Value| {
        let mut server = json!({ "name": "web", "networks": "none",
            "flavorRef": flavors["flavors"][0]["id"], "imageRef": images["images"][0]["id"] });
        for (key, value) in extra.as_object().unwrap() {
            server[key] = value.clone();
        }
        let body = json!({ "server": server });
        let (status, answer) = developer.ask("POST /compute/v2.1/servers", &body);
        (status, answer.to_string())
    };
    let refused = |extra: Value, status: u16, words: &str| {
        let (got, answer) = create(extra);
        assert!(got == status && answer.contains(words), "{got} {answer}");
    };
    let (_, networks) = developer.get("/network/v2.0/networks?name=private");
    let network = &networks["networks"][0]["id"];
    let wanted = json!({ "port": { "network_id": network } });
    let (_, port) = developer.ask("POST /network/v2.0/ports", &wanted);
    let networks = json!([{ "port": port["port"]["id"] }]);
    let words = "with a single configured port ID";
    refused(json!({ "max_count": 2, "networks": networks }), 400, words);
    let networks = json!([{ "uuid": network, "fixed_ip": "10.0.9.9" }]);
    let words = "if an fixed_ip is specified";
    refused(json!({ "max_count": 2, "networks": networks }), 400, words);
    let wanted = json!({ "volume": { "size": 1 } });
    let (_, volume) = developer.ask("POST /volume/v3/volumes", &wanted);
    let disks = json!([{ "source_type": "volume", "destination_type": "volume",
        "boot_index": -1, "uuid": volume["volume"]["id"] }]);
    let words = "Cannot attach one or more volumes to multiple instances";
    refused(
        json!({ "max_count": 2, "block_device_mapping_v2": disks }),
        400,
        words,
    );

    refused(
        json!({ "max_count": u64::MAX }),
        403,
        "Quota exceeded for instances",
    );
    let (_, projects) = admin.get("/identity/v3/projects?name=demo");
    let project = projects["projects"][0]["id"].as_str().unwrap();
    let line = format!("PUT /compute/v2.1/os-quota-sets/{project}");
    let quota = json!({ "quota_set": { "instances": 3 } });
    assert_eq!(admin.ask(&line, &quota).0, 200);
    refused(
        json!({ "max_count": 4 }),
        403,
        "but already used 0 of 3 instances",
    );

    refused(json!({ "tags": ["a/b"] }), 400, "does not match");
    refused(json!({ "tags": ["a".repeat(61)] }), 400, "too long");
    refused(json!({ "tags": vec!["a"; 51] }), 400, "too long");
    let tags: Vec<String> = (0..50).map(|number| number.to_string()).collect();
    assert_eq!(create(json!({ "max_count": 2, "tags": tags })).0, 202);
    let (_, listed) = developer.get("/compute/v2.1/servers");
    let id = listed["servers"][0]["id"].as_str().unwrap();
    for tag in ["one-more", "a,b"] {
        let line = format!("PUT /compute/v2.1/servers/{id}/tags/{tag}");
        assert_eq!(developer.ask(&line, &Value::Null).0, 400);
    }
    let line = format!("PUT /compute/v2.1/servers/{id}/tags");
    assert_eq!(developer.ask(&line, &json!({ "tags": ["a,b"] })).0, 400);
    assert_eq!(developer.ask(&line, &json!({ "tags": ["a"] })).0, 200);
}

#[test]
fn an_image_may_be_large() {
    let cloud = TestCloud::new(0.0);
    let developer = Actor::new(&cloud);
    let wanted = json!({ "name": "big", "disk_format": "raw", "container_format": "bare" });
    let (_, image) = developer.ask("POST /image/v2/images", &wanted);
    let id = image["id"].as_str().unwrap();
    let upload = |path: &str| {
        let headers = format!(
            "Host: {}\r\nX-Auth-Token: {}\r\nContent-Type: application/octet-stream\r\n",
            cloud.address(),
            developer.token
        );
        let line = format!("PUT /image/v2/images/{id}{path}");
        let answer = ask(&cloud, &line, &headers, &"x".repeat(6_000_000));
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(upload("/file"), "204");
    let (_, shown) = developer.get(&format!("/image/v2/images/{id}"));
    assert_eq!(
        (&shown["status"], &shown["size"]),
        (&json!("active"), &json!(6_000_000))
    );
}

#[test]
fn a_volume_of_a_snapshot_boots_as_what_it_was_made_of() {
    let cloud = TestCloud::new(0.0);
    let developer = Actor::new(&cloud);
    let volume = |wanted: Value| {
        let (status, made) = developer.ask("POST /volume/v3/volumes", &json!({ "volume": wanted }));
        assert_eq!(status, 202, "{made}");
        let id = made["volume"]["id"].as_str().unwrap();
        developer.get(&format!("/volume/v3/volumes/{id}")).1["volume"].clone()
    };
    let (_, images) = developer.get("/image/v2/images?name=cirros-0.6.3");
    let origin = volume(json!({ "size": 1, "imageRef": images["images"][0]["id"] }));
    assert_eq!(origin["bootable"], "true");
    let wanted = json!({ "snapshot": { "volume_id": origin["id"] } });
    let (_, snapshot) = developer.ask("POST /volume/v3/snapshots", &wanted);
    for copy in [
        volume(json!({ "size": 1, "snapshot_id": snapshot["snapshot"]["id"] })),
        volume(json!({ "size": 1, "source_volid": origin["id"] })),
    ] {
        assert_eq!(copy["bootable"], "true");
        assert_eq!(
            copy["volume_image_metadata"],
            origin["volume_image_metadata"]
        );
    }
    let disks = json!([{ "source_type": "snapshot", "destination_type": "volume",
        "boot_index": 0, "uuid": snapshot["snapshot"]["id"], "volume_size": 1_u64 << 31 }]);
    let (_, flavors) = developer.get("/compute/v2.1/flavors");
    let mut server = json!({ "name": "web", "networks": "none",
        "flavorRef": flavors["flavors"][0]["id"], "block_device_mapping_v2": disks });
    let create = |server: &Value| {
        let body = json!({ "server": server });
        developer.ask("POST /compute/v2.1/servers", &body).0
    };
    assert_eq!(create(&server), 400);
    server["block_device_mapping_v2"][0]["volume_size"] = json!(1);
    assert_eq!(create(&server), 202);
    let (_, listed) = developer.get("/volume/v3/volumes/detail?status=in-use");
    let root = &listed["volumes"][0];
    assert_eq!(
        root["volume_image_metadata"],
        origin["volume_image_metadata"]
    );
    let plain = volume(json!({ "size": 1 }));
    let wanted = json!({ "snapshot": { "volume_id": plain["id"] } });
    let (_, snapshot) = developer.ask("POST /volume/v3/snapshots", &wanted);
    let copy = volume(json!({ "size": 1, "snapshot_id": snapshot["snapshot"]["id"] }));
    assert_eq!(copy["bootable"], "false");
}

#[test]
fn a_quota_is_of_the_project_that_is_asked_for() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(3).unwrap();
    let admin = Actor::of("admin", "other", &cloud);
    let (_, projects) = admin.get("/identity/v3/projects?name=demo");
    let demo = projects["projects"][0]["id"].as_str().unwrap();
    let sets = "/compute/v2.1/os-quota-sets";
    let quota = json!({ "quota_set": { "instances": 7 } });
    assert_eq!(admin.ask(&format!("PUT {sets}/{demo}"), &quota).0, 200);
    let (_, detail) = admin.get(&format!("{sets}/{demo}/detail"));
    let instances = json!({ "limit": 7, "in_use": 3, "reserved": 0 });
    assert_eq!(detail["quota_set"]["instances"], instances);
    let (_, shown) = admin.get(&format!("{sets}/{demo}"));
    assert_eq!(shown["quota_set"]["instances"], 7);
    let (_, defaults) = admin.get(&format!("{sets}/{demo}/defaults"));
    assert_eq!(defaults["quota_set"]["instances"], -1);
}

#[test]
fn an_administrator_sees_the_groups_of_all_projects() {
    let cloud = TestCloud::new(0.0);
    let groups = "/compute/v2.1/os-server-groups";
    let developer = Actor::new(&cloud);
    let wanted = json!({ "server_group": { "name": "apart", "policy": "anti-affinity" } });
    let (_, made) = developer.ask(&format!("POST {groups}"), &wanted);
    let id = made["server_group"]["id"].as_str().unwrap();
    let admin = Actor::of("admin", "other", &cloud);
    let listed = |who: &Actor<'_>, query: &str| {
        let (_, groups) = who.get(&format!("{groups}{query}"));
        groups["server_groups"].as_array().unwrap().len()
    };
    assert_eq!(listed(&admin, ""), 0);
    assert_eq!(listed(&admin, "?all_projects=1"), 1);
    assert_eq!(admin.get(&format!("{groups}/{id}")).0, 200);
    let (_, made) = admin.ask(&format!("POST {groups}"), &wanted);
    let other = made["server_group"]["id"].as_str().unwrap();
    assert_eq!(listed(&developer, "?all_projects=1"), 1);
    assert_eq!(developer.get(&format!("{groups}/{other}")).0, 404);
}

#[test]
fn a_port_gets_an_address_of_its_subnet() {
    let cloud = TestCloud::new(0.0);
    let developer = Actor::new(&cloud);
    let network = json!({ "network": { "name": "several" } });
    let (_, network) = developer.ask("POST /network/v2.0/networks", &network);
    let network = &network["network"]["id"];
    let subnet = |cidr: &str| {
        let wanted = json!({ "network_id": network, "ip_version": 4, "cidr": cidr });
        let wanted = json!({ "subnet": wanted });
        let (_, made) = developer.ask("POST /network/v2.0/subnets", &wanted);
        made["subnet"]["id"].clone()
    };
    let (first, second) = (subnet("10.9.0.0/29"), subnet("10.8.0.0/24"));
    let port = |fixed: Value| {
        let mut wanted = json!({ "network_id": network });
        if !fixed.is_null() {
            wanted["fixed_ips"] = json!([fixed]);
        }
        let wanted = json!({ "port": wanted });
        let (status, made) = developer.ask("POST /network/v2.0/ports", &wanted);
        (status, made["port"]["fixed_ips"][0]["subnet_id"].clone())
    };
    assert_eq!(port(json!({ "subnet_id": second })), (201, second.clone()));
    let of_first = json!({ "subnet_id": first });
    for _ in 0..3 {
        assert_eq!(port(of_first.clone()), (201, first.clone()));
    }
    assert_eq!(port(of_first).0, 409);
    assert_eq!(port(Value::Null), (201, second.clone()));
    let mixed = json!({ "subnet_id": second, "ip_address": "10.9.0.3" });
    assert_eq!(port(mixed).0, 400);
}

#[test]
fn a_stopped_server_is_stopped_after_a_resize() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let developer = Actor::new(&cloud);
    let (_, listed) = developer.get("/compute/v2.1/servers");
    let path = format!(
        "/compute/v2.1/servers/{}",
        listed["servers"][0]["id"].as_str().unwrap()
    );
    let act = |action: Value| {
        let (status, answer) = developer.ask(&format!("POST {path}/action"), &action);
        assert!(status < 300, "{answer}");
        let server = developer.get(&path).1["server"].clone();
        (
            server["status"].as_str().unwrap().to_owned(),
            server["OS-EXT-STS:power_state"].as_i64().unwrap(),
        )
    };
    let state = |status: &str, power: i64| (status.to_owned(), power);
    let (_, flavors) = developer.get("/compute/v2.1/flavors");
    let larger = &flavors["flavors"][1]["id"];
    let resize = json!({ "resize": { "flavorRef": larger } });
    assert_eq!(act(resize.clone()), state("VERIFY_RESIZE", 1));
    assert_eq!(act(json!({ "revertResize": null })), state("ACTIVE", 1));
    assert_eq!(act(json!({ "os-stop": null })), state("SHUTOFF", 4));
    for end in ["revertResize", "confirmResize"] {
        assert_eq!(act(resize.clone()), state("VERIFY_RESIZE", 4));
        assert_eq!(act(json!({ end: null })), state("SHUTOFF", 4));
    }
}

#[test]
fn a_path_of_two_segments_is_found_and_what_is_not_known_is_not_made_up() {
    let cloud = TestCloud::new(0.0);
    let admin = Actor::admin(&cloud);
    let (_, zones) = admin.get("/compute/v2.1/os-availability-zone/detail");
    assert!(zones["availabilityZoneInfo"][0]["hosts"].is_object());
    let (_, zones) = admin.get("/compute/v2.1/os-availability-zone");
    assert!(zones["availabilityZoneInfo"][0]["hosts"].is_null());
    let (_, backups) = admin.get("/volume/v3/backups/detail");
    assert_eq!(backups, json!({ "backups": [] }));
    let made_up = [
        "/compute/v2.1/os-availability-zone/nova",
        "/compute/v2.1/os-simple-tenant-usage",
        "/volume/v3/backups/one",
        "/volume/v3/attachments",
    ];
    for path in made_up {
        assert_eq!(admin.get(path).0, 501, "{path}");
    }
    assert_eq!(cloud.sandbox.take_unknown_routes().len(), made_up.len());
}

#[test]
fn a_time_may_be_so_many_seconds_ago() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let developer = Actor::new(&cloud);
    let (_, listed) = developer.get("/compute/v2.1/servers");
    let id = listed["servers"][0]["id"].as_str().unwrap();
    let path = format!("/metric/v1/resource/instance/{id}/metric/cpu/measures");
    for (start, status) in [
        ("-90sec", 200),
        ("-90secs", 200),
        ("-90s", 200),
        ("-90ec", 400),
    ] {
        assert_eq!(
            developer.get(&format!("{path}?start={start}")).0,
            status,
            "{start}"
        );
    }
}
