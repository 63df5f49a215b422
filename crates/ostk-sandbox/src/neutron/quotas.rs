//! `/quotas`: a project's limits and its usage.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{NetworkHandler, denied, flag, plain, shown};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::model::{FloatingIp, Network, Port, Quota, SecurityGroup, Subnet};
use crate::store::{Record, Scan, Store, StoreError};

/// The resources that have a quota, with their default limits.
const RESOURCES: [(&str, i64); 10] = [
    ("network", -1),
    ("subnet", -1),
    ("subnetpool", -1),
    ("port", -1),
    ("router_route", 30),
    ("router", -1),
    ("floatingip", -1),
    ("rbac_policy", 10),
    ("security_group", -1),
    ("security_group_rule", -1),
];

/// Quotas.
impl NetworkHandler<'_> {
    pub(super) fn quotas(&self, rest: &[&str]) -> HandlerResult {
        match (self.method(), rest) {
            ("GET", [project]) => {
                self.may_see_quota(project)?;
                let limits: Value = self.limits(project)?.into_iter().collect();
                Ok(shown(200, "quota", &limits))
            }
            ("GET", [project, "default" | "default.json"]) => {
                self.may_see_quota(project)?;
                let limits: Value = RESOURCES.into_iter().collect();
                Ok(shown(200, "quota", &limits))
            }
            ("GET", [project, "details" | "details.json"]) => {
                self.may_see_quota(project)?;
                let mut details = json!({});
                for (name, limit) in self.limits(project)? {
                    let used = self.used(project, name)?;
                    details[name] = json!({ "limit": limit, "used": used, "reserved": 0 });
                }
                Ok(shown(200, "quota", &details))
            }
            ("PUT", [project]) => self.set_quota(project),
            ("DELETE", [project]) => {
                self.may("admin", "delete_quota")?;
                self.store().remove::<Quota>(&quota_id(project))?;
                Ok(Response::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn may_see_quota(&self, project: &str) -> Result<(), Refusal> {
        self.may("reader", "get_quota")?;
        if self.owns(project) {
            Ok(())
        } else {
            Err(denied("rule:get_quota"))
        }
    }

    fn set_quota(&self, project: &str) -> HandlerResult {
        self.may("admin", "update_quota")?;
        let mut known: Vec<&str> = RESOURCES.iter().map(|(name, _)| *name).collect();
        known.extend(["force", "check_limit", "project_id", "tenant_id"]);
        let requested = self.body("quota", &known)?;
        let force = flag(&requested, "force")?.unwrap_or_default();
        let id = quota_id(project);
        let mut quota = self.store().get::<Quota>(&id)?.unwrap_or(Quota {
            id,
            limits: BTreeMap::new(),
        });
        for (name, _) in RESOURCES {
            let asked = &requested[name];
            if asked.is_null() {
                continue;
            }
            let limit = plain(asked).parse::<i64>().ok();
            let limit = limit.filter(|limit| *limit >= -1).ok_or_else(|| {
                Refusal::new(
                    400,
                    format!("Invalid input for {name}. Reason: '{asked}' is not an integer."),
                )
            })?;
            let used = self.used(project, name)?;
            if limit >= 0 && limit < used && !force {
                return Err(Refusal::new(
                    400,
                    format!(
                        "Quota limit {limit} for {name} must be greater than or equal to already \
                         used {used}"
                    ),
                ));
            }
            quota.limits.insert(name.to_owned(), limit);
        }
        self.store().put(&quota, self.context.now)?;
        let limits: Value = self.limits(project)?.into_iter().collect();
        Ok(shown(200, "quota", &limits))
    }

    fn limits(&self, project: &str) -> Result<Vec<(&'static str, i64)>, StoreError> {
        let own = self.store().get::<Quota>(&quota_id(project))?;
        let limits = RESOURCES.into_iter().map(|(name, default)| {
            let limit = own.as_ref().and_then(|own| own.limits.get(name));
            (name, limit.copied().unwrap_or(default))
        });
        Ok(limits.collect())
    }

    fn used(&self, project: &str, resource: &str) -> Result<i64, StoreError> {
        let store = self.store();
        let number = match resource {
            "network" => number::<Network>(store, project)?,
            "subnet" => number::<Subnet>(store, project)?,
            "port" => number::<Port>(store, project)?,
            "floatingip" => number::<FloatingIp>(store, project)?,
            "security_group" => number::<SecurityGroup>(store, project)?,
            "security_group_rule" => store
                .all::<SecurityGroup>(Scan {
                    project: Some(project),
                    ..Scan::default()
                })?
                .iter()
                .map(|group| group.rules.len())
                .sum(),
            "router" => usize::from(self.outside()?.is_some()),
            _ => 0,
        };
        Ok(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// Refuses another resource if the quota is used up.
    pub(super) fn room(&self, project: &str, resource: &str) -> Result<(), Refusal> {
        let limits = self.limits(project)?;
        let limit = limits.into_iter().find(|(name, _)| *name == resource);
        let limit = limit.map_or(-1, |(_, limit)| limit);
        let is_full = limit >= 0 && self.used(project, resource)? >= limit;
        if is_full || self.context.is_over_quota() {
            return Err(Refusal::new(
                409,
                format!("Quota exceeded for resources: ['{resource}']."),
            )
            .kind("OverQuota"));
        }
        Ok(())
    }
}

fn quota_id(project: &str) -> String {
    format!("network {project}")
}

fn number<T: Record>(store: &Store, project: &str) -> Result<usize, StoreError> {
    let all = store.all::<T>(Scan {
        project: Some(project),
        ..Scan::default()
    })?;
    Ok(all.len())
}
