//! Quotas, in a project where they disturb no other test.

use std::collections::HashMap;

use reqwest::Method;
use serde_json::{Value, json};

use super::super::{Work, text};
use super::Bench;
use super::Ends::Refused;
use crate::support::real::{Real, Token};
use crate::support::run::Home;

on_both_clouds!(
    instant_sandbox:
    every_quota_is_told_as_the_service_tells_it,
);

/// A project of the test's own with a network and a server group. Quotas there disturb no other
/// test.
struct Project<'a> {
    work: &'a Work<'a>,
    id: String,
    token: Token,
    home: Home,
    network: String,
    group: String,
}

impl<'a> Project<'a> {
    /// Makes the project. A sandbox belongs to the test, so its own project will do.
    fn new(work: &'a Work<'a>) -> Self {
        let real = work.real;
        let is_sandbox = real.as_sandbox().is_some();
        let (id, home) = if is_sandbox {
            (work.token.project_id().to_owned(), real.home())
        } else {
            let body = json!({ "project": { "name": work.prefix, "domain_id": "default" } });
            let made = real.keystone(&work.admin, &Method::POST, "/projects", Some(&body));
            let id = text(&made["project"], "id");
            let roles = real.keystone(&work.admin, &Method::GET, "/roles?name=member", None);
            let role = text(&roles["roles"][0], "id");
            let user = work.token.user_id();
            let path = format!("/projects/{id}/users/{user}/roles/{role}");
            real.keystone(&work.admin, &Method::PUT, &path, None);
            (id, real.home_in(&work.prefix))
        };
        let token = real.token(&real.cloud(), Some(json!({ "project": { "id": id } })));
        let make = |kind: &str, path: &str, body: &Value| {
            let made = real.service(&token, kind, &Method::POST, path, Some(body));
            let (_, one) = made.as_object().unwrap().iter().next().unwrap();
            text(one, "id")
        };
        let body = json!({ "network": { "name": work.prefix } });
        let network = make("network", "/v2.0/networks", &body);
        let body = json!({ "subnet": { "network_id": network, "ip_version": 4,
            "cidr": "10.79.0.0/24", "enable_dhcp": false } });
        make("network", "/v2.0/subnets", &body);
        let body = json!({ "server_group": { "name": work.prefix, "policies": ["affinity"] } });
        let group = make("compute", "/os-server-groups", &body);
        Self {
            work,
            id,
            token,
            home,
            network,
            group,
        }
    }

    fn set(&self, (kind, path, key): (&str, &str, &str), limits: &Value) {
        let path = format!("{path}/{}", self.id);
        let body = json!({ key: limits });
        self.work
            .ask_as_admin(kind, &Method::PUT, &path, Some(&body));
    }
}

impl Drop for Project<'_> {
    fn drop(&mut self) {
        let (real, admin) = (self.work.real, &self.work.admin);
        if real.as_sandbox().is_some() {
            return;
        }
        let path = format!("/v2.0/networks/{}", self.network);
        real.remove(&self.token, "network", &path);
        let path = format!("/os-server-groups/{}", self.group);
        real.remove(&self.token, "compute", &path);
        let path = format!("/v2.0/security-groups?project_id={}", self.id);
        for group in real.all(admin, "network", &path, "security_groups") {
            let path = format!("/v2.0/security-groups/{}", text(&group, "id"));
            real.remove(admin, "network", &path);
        }
        let url = format!("{}/projects/{}", real.auth_url(), self.id);
        real.ask(&Method::DELETE, &url, Some(&admin.token), None);
    }
}

fn every_quota_is_told_as_the_service_tells_it(real: &Real) {
    let work = Work::new(real, "quota");
    let project = Project::new(&work);
    let nova = ("compute", "/os-quota-sets", "quota_set");
    let cinder = ("block-storage", "/os-quota-sets", "quota_set");
    let neutron = ("network", "/v2.0/quotas", "quota");
    let full = "VolumeLimitExceeded";
    // For instances and the like, Nova's words differ from ostk's. The code is the same.
    let table = [
        (
            nova,
            json!({ "instances": 0 }),
            "",
            "InstanceLimitExceeded",
            "",
        ),
        (
            nova,
            json!({ "instances": -1, "cores": 0 }),
            "",
            "VcpuLimitExceeded",
            "",
        ),
        (
            nova,
            json!({ "cores": -1, "ram": 10 }),
            "",
            "InstanceLimitExceeded",
            "",
        ),
        (
            nova,
            json!({ "ram": -1, "metadata_items": 3 }),
            "--tag a=1 --tag b=2",
            "TagLimitExceeded",
            "maximum number of metadata items",
        ),
        (
            nova,
            json!({ "metadata_items": 128, "server_group_members": 0 }),
            "--server-group <group>",
            "InstanceLimitExceeded",
            "too many servers in group",
        ),
        (
            cinder,
            json!({ "volumes": 0 }),
            "--root-volume 1",
            full,
            "volumes",
        ),
        (
            cinder,
            json!({ "volumes": -1, "gigabytes": 1 }),
            "--root-volume 2",
            full,
            "gigabytes",
        ),
        (
            cinder,
            json!({ "gigabytes": -1, "per_volume_gigabytes": 1 }),
            "--root-volume 2",
            full,
            "is larger than maximum allowed limit 1G",
        ),
        (
            cinder,
            json!({ "per_volume_gigabytes": -1, "volumes___DEFAULT__": 0 }),
            "--root-volume 1 --root-volume-type __DEFAULT__",
            full,
            "volumes___DEFAULT__",
        ),
        (
            neutron,
            json!({ "port": 0 }),
            "--network <network>",
            "NetworkInterfaceLimitExceeded",
            "maximum number of ports exceeded",
        ),
    ];
    let names = HashMap::from([
        ("network", project.network.clone()),
        ("group", project.group.clone()),
    ]);
    let bench = Bench {
        home: &project.home,
        cloud: real.cloud(),
        prefix: &work.prefix,
        names,
        is_real: real.as_sandbox().is_none(),
    };
    for (number, (service, limits, case, code, words)) in table.into_iter().enumerate() {
        project.set(service, &limits);
        let ends = Refused(code, words);
        bench.try_it(number, case, &ends);
    }
}
