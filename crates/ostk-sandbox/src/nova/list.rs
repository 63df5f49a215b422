//! `GET /servers` and `/servers/detail`: filters, sort keys and pages.

use std::cmp::Ordering;
use std::ops::ControlFlow;

use regex_lite::RegexBuilder;
use serde_json::{Value, json};

use super::ComputeHandler;
use crate::clock;
use crate::http_types::{HandlerResult, Refusal, Request, Response, link};
use crate::model::Server;
use crate::store::Scan;

/// The most servers that Nova returns on a page (`osapi_max_limit`).
const MOST: usize = 1000;

/// The parameters that Nova's schema accepts for a list of servers.
const KNOWN: [&str; 51] = [
    "access_ip_v4",
    "access_ip_v6",
    "all_tenants",
    "auto_disk_config",
    "availability_zone",
    "block_device_mapping",
    "changes-before",
    "changes-since",
    "config_drive",
    "created_at",
    "deleted",
    "description",
    "display_description",
    "display_name",
    "flavor",
    "host",
    "hostname",
    "image",
    "image_ref",
    "info_cache",
    "instance_type_id",
    "ip",
    "ip6",
    "kernel_id",
    "key_name",
    "launch_index",
    "launched_at",
    "limit",
    "locked",
    "locked_by",
    "marker",
    "metadata",
    "name",
    "node",
    "not-tags",
    "not-tags-any",
    "power_state",
    "progress",
    "project_id",
    "ramdisk_id",
    "reservation_id",
    "root_device_name",
    "soft_deleted",
    "sort_dir",
    "sort_key",
    "status",
    "tags",
    "tags-any",
    "task_state",
    "tenant_id",
    "terminated_at",
];
const ALSO_KNOWN: [&str; 5] = [
    "user_id",
    "uuid",
    "vm_state",
    "updated_at",
    "system_metadata",
];

pub(super) fn bad_parameter(name: &str, value: &str, why: &str) -> Refusal {
    Refusal::new(
        400,
        format!("Invalid input for query parameters {name}. Value: {value}. {why}"),
    )
}

/// Returns `limit` as all of Nova's lists read it.
pub(super) fn limit(request: &Request) -> Result<usize, Refusal> {
    let Some(text) = request.parameter("limit") else {
        return Ok(MOST);
    };
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        let why = format!("'{text}' does not match '^[0-9]*$'");
        return Err(bad_parameter("limit", text, &why));
    }
    let limit: usize = text.parse().unwrap_or(MOST);
    Ok(limit.min(MOST))
}

/// Returns the link to the page after `marker`, with the request's other parameters.
pub(super) fn next_link(request: &Request, marker: &str) -> Value {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (key, value) in &request.query {
        if key != "marker" {
            query.append_pair(key, value);
        }
    }
    query.append_pair("marker", marker);
    let path = request.path[1..].join("/");
    json!([link(
        "next",
        format!("{}/{path}?{}", request.root, query.finish())
    )])
}

fn time(request: &Request, name: &str) -> Result<Option<i64>, Refusal> {
    let Some(text) = request.parameter(name) else {
        return Ok(None);
    };
    // A `+` that was not encoded arrives as a space.
    clock::parse(&text.replace(' ', "+"))
        .map(Some)
        .ok_or_else(|| bad_parameter(name, text, &format!("'{text}' is not a 'date-time'")))
}

fn truth(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "1" | "true" | "t" | "yes" | "y" | "on"
    )
}

/// Returns whether a word is a status of Nova's API.
fn is_status(word: &str) -> bool {
    const ALL: [&str; 20] = [
        "ACTIVE",
        "BUILD",
        "DELETED",
        "ERROR",
        "HARD_REBOOT",
        "MIGRATING",
        "PASSWORD",
        "PAUSED",
        "REBOOT",
        "REBUILD",
        "RESCUE",
        "RESIZE",
        "REVERT_RESIZE",
        "SHELVED",
        "SHELVED_OFFLOADED",
        "SHUTOFF",
        "SOFT_DELETED",
        "SUSPENDED",
        "UNKNOWN",
        "VERIFY_RESIZE",
    ];
    ALL.contains(&word.to_uppercase().as_str())
}

impl ComputeHandler<'_> {
    pub(super) fn list(&self, detail: bool) -> HandlerResult {
        let request = self.context.request;
        let rule = if detail {
            "servers:detail"
        } else {
            "servers:index"
        };
        self.allow("reader", rule)?;
        let everybody = request
            .parameter("all_tenants")
            .is_some_and(|text| text.is_empty() || truth(text));
        if everybody {
            self.allow("admin", &format!("{rule}:get_all_tenants"))?;
        }
        if self.minor >= 75 {
            self.refuse_unknown()?;
        }
        let limit = limit(request)?;
        let since = time(request, "changes-since")?;
        let before = time(request, "changes-before")?;
        let statuses: Vec<String> = request
            .query
            .iter()
            .filter(|(key, _)| key == "status")
            .map(|(_, value)| value.to_uppercase())
            .collect();
        for status in &statuses {
            if !is_status(status) && self.minor >= 38 {
                return Err(Refusal::new(
                    400,
                    format!("Invalid filter value for 'status': {status}"),
                ));
            }
            if status == "DELETED" && !self.caller.is_admin() {
                return Err(Refusal::new(
                    403,
                    "Only administrators may list deleted servers",
                ));
            }
        }
        let with_gone = self.caller.is_admin()
            && (statuses.iter().any(|status| status == "DELETED")
                || request.parameter("deleted").is_some_and(truth));
        let mut filter = Filter::new(self, statuses, before)?;
        filter.deleted = with_gone;
        let scan = Scan {
            project: (!everybody).then_some(self.caller.project.as_str()),
            since,
            with_gone,
            after: request.parameter("marker"),
            ..Scan::default()
        };
        let servers = self.page(scan, &filter, limit)?;
        let full = servers.len() == limit && limit > 0;
        let next = servers
            .last()
            .filter(|_| full)
            .map(|last| next_link(request, &last.id));
        let views: Vec<Value> = servers
            .iter()
            .map(|server| {
                if detail {
                    self.server_view(server, false)
                } else {
                    self.short_view(server)
                }
            })
            .collect();
        let mut body = json!({ "servers": views });
        if let Some(next) = next {
            body["servers_links"] = next;
        }
        Ok(Response::json(200, body))
    }

    fn refuse_unknown(&self) -> Result<(), Refusal> {
        for (key, _) in &self.context.request.query {
            let name = key.as_str();
            if !KNOWN.contains(&name) && !ALSO_KNOWN.contains(&name) && !name.starts_with('_') {
                return Err(Refusal::new(
                    400,
                    format!("'{name}' does not match any of the regexes: '^_'"),
                ));
            }
        }
        Ok(())
    }

    fn page(
        &self,
        scan: Scan<'_>,
        filter: &Filter<'_>,
        limit: usize,
    ) -> Result<Vec<Server>, Refusal> {
        let request = self.context.request;
        let mut found = Vec::new();
        let missing = |id: &str| Refusal::new(400, format!("marker [{id}] not found"));
        let keys: Vec<&str> = request
            .query
            .iter()
            .filter(|(key, _)| key == "sort_key")
            .map(|(_, value)| value.as_str())
            .collect();
        if keys.is_empty() {
            let there = self.context.store.scan::<Server>(scan, |server| {
                if found.len() >= limit {
                    return ControlFlow::Break(());
                }
                if filter.takes(&server) {
                    found.push(server);
                }
                if found.len() >= limit {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })?;
            return match (there, scan.after) {
                (false, Some(marker)) => Err(missing(marker)),
                _ => Ok(found),
            };
        }
        let directions: Vec<&str> = request
            .query
            .iter()
            .filter(|(key, _)| key == "sort_dir")
            .map(|(_, value)| value.as_str())
            .collect();
        let all = Scan {
            after: None,
            ..scan
        };
        found = self.context.store.all::<Server>(all)?;
        found.retain(|server| filter.takes(server));
        found.sort_by(|left, right| {
            let mut order = Ordering::Equal;
            for (index, key) in keys.iter().enumerate() {
                let descending = directions.get(index).is_none_or(|word| *word == "desc");
                let this = sort_value(left, key).cmp(&sort_value(right, key));
                order = order.then(if descending { this.reverse() } else { this });
            }
            order.then_with(|| right.id.cmp(&left.id))
        });
        if let Some(marker) = scan.after {
            let at = found
                .iter()
                .position(|server| server.id == marker)
                .ok_or_else(|| missing(marker))?;
            found.drain(..=at);
        }
        found.truncate(limit);
        Ok(found)
    }
}

fn sort_value(server: &Server, key: &str) -> String {
    match key {
        "display_name" | "name" => server.name.clone(),
        "created_at" => format!("{:020}", server.created),
        "updated_at" => format!("{:020}", server.updated),
        "launched_at" => format!("{:020}", server.launched.unwrap_or_default()),
        "uuid" => server.id.clone(),
        "vm_state" => server.vm.clone(),
        "task_state" => server.task.clone().unwrap_or_default(),
        "power_state" => server.power.to_string(),
        "key_name" => server.key.clone().unwrap_or_default(),
        "image_ref" => server.image.clone().unwrap_or_default(),
        "availability_zone" => server.zone.clone(),
        "hostname" => server.hostname.clone(),
        "project_id" => server.project.clone(),
        "user_id" => server.user.clone(),
        _ => String::new(),
    }
}

/// The filters of a request that Nova applies for its caller.
struct Filter<'a> {
    statuses: Vec<String>,
    before: Option<i64>,
    name: Option<regex_lite::Regex>,
    ip: Option<regex_lite::Regex>,
    /// The other filters, by name.
    exact: Vec<(&'a str, &'a str)>,
    changes: bool,
    /// Whether deleted servers are listed too. Only an administrator may ask for them.
    deleted: bool,
}

impl<'a> Filter<'a> {
    fn new(
        compute: &'a ComputeHandler<'_>,
        statuses: Vec<String>,
        before: Option<i64>,
    ) -> Result<Self, Refusal> {
        let request = compute.context.request;
        let regex = |name: &str| {
            request
                .parameter(name)
                .map(|text| {
                    RegexBuilder::new(text)
                        .build()
                        .map_err(|_| bad_parameter(name, text, "it is no regular expression"))
                })
                .transpose()
        };
        // For other users, Nova ignores the filters of administrators without an error.
        let for_all = [
            "image",
            "flavor",
            "reservation_id",
            "tags",
            "tags-any",
            "not-tags",
            "not-tags-any",
            "key_name",
            "uuid",
            "locked",
        ];
        let since_83 = [
            "availability_zone",
            "config_drive",
            "launched_at",
            "power_state",
            "progress",
            "task_state",
            "terminated_at",
            "user_id",
            "vm_state",
            "created_at",
            "hostname",
        ];
        let admin = compute.caller.is_admin();
        let exact = request
            .query
            .iter()
            .filter(|(key, _)| {
                let key = key.as_str();
                for_all.contains(&key)
                    || (since_83.contains(&key) && (admin || compute.minor >= 83))
                    || (admin && matches!(key, "host" | "project_id" | "tenant_id"))
            })
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .collect();
        Ok(Self {
            statuses,
            before,
            name: regex("name")?,
            ip: regex("ip")?,
            exact,
            changes: request.parameter("changes-since").is_some(),
            deleted: false,
        })
    }

    fn takes(&self, server: &Server) -> bool {
        if self.changes && server.gone.is_some() && server.lost {
            return false;
        }
        // A server that was just deleted can still be fetched by its ID, but no list has it.
        if !self.changes && server.status == "DELETED" && !self.deleted {
            return false;
        }
        let is_match = |regex: &Option<regex_lite::Regex>, text: &str| {
            regex.as_ref().is_none_or(|regex| regex.is_match(text))
        };
        (self.statuses.is_empty() || self.statuses.contains(&server.status))
            && self.before.is_none_or(|before| server.updated <= before)
            && is_match(&self.name, &server.name)
            && (self.ip.is_none()
                || server.nics.iter().any(|nic| {
                    is_match(&self.ip, &nic.address)
                        || nic
                            .floating
                            .as_ref()
                            .is_some_and(|address| is_match(&self.ip, address))
                }))
            && self.exact.iter().all(|(key, value)| is(server, key, value))
    }
}

fn is(server: &Server, key: &str, value: &str) -> bool {
    let has = |tag: &str| server.tags.iter().any(|own| own == tag);
    let mut tags = value.split(',');
    let some = |own: &Option<String>| own.as_deref() == Some(value);
    match key {
        "image" => some(&server.image),
        "flavor" => server
            .flavor
            .as_ref()
            .is_some_and(|flavor| flavor.id == value),
        "reservation_id" => server.reservation == value,
        "tags" => tags.all(has),
        "tags-any" => tags.any(has),
        "not-tags" => !tags.all(has),
        "not-tags-any" => !tags.any(has),
        "key_name" => some(&server.key),
        "uuid" => server.id == value,
        "locked" => server.locked_by.is_some() == truth(value),
        "availability_zone" => server.zone == value,
        "config_drive" => server.config_drive == truth(value),
        "power_state" => server.power.to_string() == value,
        "task_state" => some(&server.task),
        "vm_state" => server.vm == value,
        "user_id" => server.user == value,
        "hostname" => server.hostname == value,
        "host" => some(&server.host),
        "project_id" | "tenant_id" => server.project == value,
        _ => true,
    }
}
