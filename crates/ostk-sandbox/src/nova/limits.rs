//! Limits, quotas, and the operator's view of its cloud.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::create::HOST_MEMORY;
use super::{ComputeHandler, invalid};
use crate::clock::naive;
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::fixed_uuid;
use crate::model::{Quota, Server};
use crate::store::Scan;

/// The names of Nova's quotas, with their default limits.
const QUOTAS: [(&str, i64); 14] = [
    ("cores", -1),
    ("fixed_ips", -1),
    ("floating_ips", -1),
    ("injected_file_content_bytes", 10_240),
    ("injected_file_path_bytes", 255),
    ("injected_files", 5),
    ("instances", -1),
    ("key_pairs", -1),
    ("metadata_items", 128),
    ("ram", -1),
    ("security_group_rules", -1),
    ("security_groups", -1),
    ("server_group_members", -1),
    ("server_groups", -1),
];

/// The usage of a project.
#[derive(Default)]
pub(super) struct Usage {
    pub(super) instances: i64,
    pub(super) cores: i64,
    pub(super) ram: i64,
}

impl ComputeHandler<'_> {
    pub(super) fn usage(&self, project: &str) -> Result<Usage, Refusal> {
        let mut usage = Usage::default();
        let signed = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        let servers = self.context.store.all::<Server>(Scan {
            project: Some(project),
            ..Scan::default()
        })?;
        for flavor in servers.iter().filter_map(|server| server.flavor.as_ref()) {
            usage.instances += 1;
            usage.cores = usage.cores.saturating_add(signed(flavor.vcpus));
            usage.ram = usage.ram.saturating_add(signed(flavor.ram));
        }
        Ok(usage)
    }

    fn quota(&self, project: &str) -> Result<Quota, Refusal> {
        let id = format!("compute {project}");
        Ok(self.context.store.get::<Quota>(&id)?.unwrap_or(Quota {
            id,
            limits: BTreeMap::new(),
        }))
    }

    pub(super) fn limit(&self, name: &str) -> Result<i64, Refusal> {
        let quota = self.quota(&self.caller.project)?;
        Ok(quota
            .limits
            .get(name)
            .copied()
            .unwrap_or_else(|| usual(name)))
    }

    pub(super) fn limits(&self) -> HandlerResult {
        self.allow("reader", "limits")?;
        let usage = self.usage(&self.caller.project)?;
        let mut absolute = json!({ "maxTotalCores": self.limit("cores")?,
            "maxTotalInstances": self.limit("instances")?,
            "maxTotalKeypairs": self.limit("key_pairs")?,
            "maxServerMeta": self.limit("metadata_items")?,
            "maxTotalRAMSize": self.limit("ram")?, "maxServerGroups": -1,
            "maxServerGroupMembers": self.limit("server_group_members")?,
            "totalRAMUsed": usage.ram, "totalCoresUsed": usage.cores,
            "totalInstancesUsed": usage.instances, "totalServerGroupsUsed": 0 });
        if self.minor < 36 {
            for key in [
                "maxTotalFloatingIps",
                "maxSecurityGroups",
                "maxSecurityGroupRules",
            ] {
                absolute[key] = json!(-1);
            }
            absolute["totalFloatingIpsUsed"] = json!(0);
            absolute["totalSecurityGroupsUsed"] = json!(0);
        }
        if self.minor < 39 {
            absolute["maxImageMeta"] = json!(128);
        }
        if self.minor < 57 {
            absolute["maxPersonality"] = json!(5);
            absolute["maxPersonalitySize"] = json!(10_240);
        }
        Ok(Response::json(
            200,
            json!({ "limits": { "rate": [], "absolute": absolute } }),
        ))
    }

    pub(super) fn quota_set(&self, project: &str, rest: &[&str]) -> HandlerResult {
        let names = || {
            QUOTAS.iter().filter(|(name, _)| {
                (self.minor < 36
                    || !matches!(
                        *name,
                        "fixed_ips" | "floating_ips" | "security_groups" | "security_group_rules"
                    ))
                    && (self.minor < 57 || !name.starts_with("injected"))
            })
        };
        if project != self.caller.project {
            self.allow("admin", "os-quota-sets:show")?;
        }
        let mut quota = self.quota(project)?;
        match (self.context.request.method.as_str(), rest) {
            ("GET", []) => self.allow("reader", "os-quota-sets:show")?,
            ("GET", ["defaults"]) => {
                self.allow("reader", "os-quota-sets:defaults")?;
                quota.limits.clear();
            }
            ("GET", ["detail"]) => {
                self.allow("reader", "os-quota-sets:detail")?;
                let usage = self.usage(project)?;
                let mut set = json!({ "id": project });
                for (name, usual) in names() {
                    let used = match *name {
                        "instances" => usage.instances,
                        "cores" => usage.cores,
                        "ram" => usage.ram,
                        _ => 0,
                    };
                    let limit = quota.limits.get(*name).copied().unwrap_or(*usual);
                    set[*name] = json!({ "limit": limit, "in_use": used, "reserved": 0 });
                }
                return Ok(Response::json(200, json!({ "quota_set": set })));
            }
            ("PUT", []) => {
                self.allow("admin", "os-quota-sets:update")?;
                let body = self.body("quota_set")?;
                for (name, value) in body["quota_set"].as_object().into_iter().flatten() {
                    if name == "force" {
                        continue;
                    }
                    let known = names().any(|(known, _)| known == name);
                    let limit = value
                        .as_i64()
                        .or_else(|| value.as_str().and_then(|text| text.parse().ok()))
                        .filter(|limit| known && *limit >= -1)
                        .ok_or_else(|| invalid(name, value, "it is no limit"))?;
                    quota.limits.insert(name.clone(), limit);
                }
                self.context.store.put(&quota, self.context.now)?;
            }
            ("DELETE", []) => {
                self.allow("admin", "os-quota-sets:delete")?;
                self.context.store.remove::<Quota>(&quota.id)?;
                return Ok(Response::empty(202));
            }
            _ => return Err(Refusal::unknown_route()),
        }
        let mut set = json!({});
        if self.context.request.method == "GET" {
            set["id"] = json!(project);
        }
        for (name, usual) in names() {
            set[*name] = json!(quota.limits.get(*name).copied().unwrap_or(*usual));
        }
        Ok(Response::json(200, json!({ "quota_set": set })))
    }

    pub(super) fn zones(&self, detail: bool) -> Response {
        let hosts = if detail && self.caller.is_admin() {
            json!({ "compute-1": {}, "compute-2": {} })
        } else {
            Value::Null
        };
        Response::json(
            200,
            json!({ "availabilityZoneInfo": [{ "zoneName": "nova",
                "zoneState": { "available": true }, "hosts": hosts }] }),
        )
    }

    pub(super) fn hypervisors(&self, rest: &[&str]) -> HandlerResult {
        self.allow("admin", "os-hypervisors:list")?;
        let detail = match rest {
            [] => false,
            ["detail"] => true,
            _ => return Err(Refusal::unknown_route()),
        };
        let hosts: Vec<Value> = ["compute-1", "compute-2"]
            .iter()
            .map(|host| self.hypervisor(host, detail))
            .collect();
        Ok(Response::json(200, json!({ "hypervisors": hosts })))
    }

    fn hypervisor(&self, host: &str, detail: bool) -> Value {
        let mut view = json!({ "id": fixed_uuid(host), "hypervisor_hostname": host,
                               "state": "up", "status": "enabled" });
        if !detail {
            return view;
        }
        view["hypervisor_type"] = json!("fake");
        view["hypervisor_version"] = json!(1000);
        view["host_ip"] = json!("127.0.0.1");
        view["service"] = json!({ "id": fixed_uuid(&format!("service {host}")), "host": host,
                                  "disabled_reason": null });
        if self.minor < 88 {
            for (key, value) in [
                ("vcpus", 4000),
                ("memory_mb", i64::try_from(HOST_MEMORY).unwrap_or_default()),
                ("local_gb", 800_000),
                ("vcpus_used", 0),
                ("memory_mb_used", 512),
                ("local_gb_used", 0),
                ("free_ram_mb", 7_989_248),
                ("free_disk_gb", 799_900),
                ("current_workload", 0),
                ("running_vms", 0),
                ("disk_available_least", 0),
            ] {
                view[key] = json!(value);
            }
            view["cpu_info"] = json!({ "arch": "x86_64", "model": "Nehalem", "vendor": "Intel",
                "features": ["pge", "clflush"],
                "topology": { "cores": 1, "threads": 1, "sockets": 4 } });
        } else {
            view["uptime"] = Value::Null;
        }
        view
    }

    pub(super) fn services(&self) -> HandlerResult {
        self.allow("admin", "os-services:list")?;
        let services: Vec<Value> = [
            ("nova-scheduler", "controller", "internal"),
            ("nova-conductor", "controller", "internal"),
            ("nova-compute", "compute-1", "nova"),
            ("nova-compute", "compute-2", "nova"),
        ]
        .iter()
        .map(|(binary, host, zone)| {
            json!({ "binary": binary, "host": host,
                "id": fixed_uuid(&format!("{binary} {host}")), "zone": zone,
                "status": "enabled", "state": "up", "updated_at": naive(self.context.now),
                "disabled_reason": null, "forced_down": false })
        })
        .collect();
        Ok(Response::json(200, json!({ "services": services })))
    }
}

fn usual(name: &str) -> i64 {
    QUOTAS
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(-1, |(_, usual)| *usual)
}
