//! The fields of `POST /servers`, checked as Nova checks them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::disks::Disk;
use super::networks::RequestedNetwork;
use super::schema::number;
use super::{ComputeHandler, invalid};
use crate::http_types::Refusal;
use crate::model::{Flavor, Image, SecurityGroup, ServerGroup};
use crate::store::Scan;

/// The fields of a request, each with the first and the last minor version that accepts it.
const KEYS: [(&str, u32, u32); 25] = [
    ("name", 1, 999),
    ("imageRef", 1, 999),
    ("flavorRef", 1, 999),
    ("adminPass", 1, 999),
    ("metadata", 1, 999),
    ("networks", 1, 999),
    ("OS-DCF:diskConfig", 1, 999),
    ("accessIPv4", 1, 999),
    ("accessIPv6", 1, 999),
    ("personality", 1, 56),
    ("availability_zone", 1, 999),
    ("block_device_mapping", 1, 999),
    ("block_device_mapping_v2", 1, 999),
    ("config_drive", 1, 999),
    ("key_name", 1, 999),
    ("min_count", 1, 999),
    ("max_count", 1, 999),
    ("return_reservation_id", 1, 999),
    ("security_groups", 1, 999),
    ("user_data", 1, 999),
    ("description", 19, 999),
    ("tags", 52, 999),
    ("trusted_image_certificates", 63, 999),
    ("hostname", 90, 999),
    ("host", 74, 999),
];

impl ComputeHandler<'_> {
    pub(super) fn check(&self, requested: &Value) -> Result<(), Refusal> {
        let server = requested
            .as_object()
            .ok_or_else(|| Refusal::new(400, "Malformed request body"))?;
        let mut required = vec!["name", "flavorRef"];
        if self.minor >= 37 {
            required.push("networks");
        }
        for key in required {
            if !server.contains_key(key) {
                let why = format!("'{key}' is a required property");
                return Err(invalid("server", requested, &why));
            }
        }
        for key in server.keys() {
            let known = KEYS
                .iter()
                .any(|(name, from, to)| name == key && (*from..=*to).contains(&self.minor));
            if !known {
                let why = format!("Additional properties are not allowed ('{key}' was unexpected)");
                return Err(invalid("server", requested, &why));
            }
        }
        Ok(())
    }

    pub(super) fn flavor_for(&self, requested: &Value) -> Result<Flavor, Refusal> {
        let id = match &requested["flavorRef"] {
            Value::String(id) => id.rsplit('/').next().unwrap_or_default().to_owned(),
            Value::Number(id) => id.to_string(),
            _ => {
                return Err(invalid(
                    "flavorRef",
                    &requested["flavorRef"],
                    "it is no text",
                ));
            }
        };
        self.context
            .store
            .get::<Flavor>(&id)?
            .ok_or_else(|| Refusal::new(400, format!("Flavor {id} could not be found.")))
    }

    pub(super) fn image_for(&self, requested: &Value) -> Result<Option<Image>, Refusal> {
        let id = requested["imageRef"].as_str().unwrap_or_default();
        if id.is_empty() {
            return Ok(None);
        }
        self.visible_image(id).map(Some)
    }

    pub(super) fn visible_image(&self, id: &str) -> Result<Image, Refusal> {
        let found = self.context.store.get::<Image>(id)?;
        let image = found
            .filter(|image| image.visibility != "private" || image.owner == self.caller.project)
            .ok_or_else(|| Refusal::new(400, "Can not find requested image"))?;
        if image.status != "active" {
            return Err(Refusal::new(400, format!("Image {id} is not active.")));
        }
        Ok(image)
    }

    pub(super) fn groups_for(&self, requested: &Value) -> Result<Vec<SecurityGroup>, Refusal> {
        let all = self.context.store.all::<SecurityGroup>(Scan {
            project: Some(&self.caller.project),
            ..Scan::default()
        })?;
        let mut names: Vec<String> = requested["security_groups"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|group| group["name"].as_str().map(str::to_owned))
            .collect();
        if names.is_empty() {
            names.push("default".to_owned());
        }
        let mut groups: Vec<SecurityGroup> = Vec::new();
        for name in names {
            let found: Vec<&SecurityGroup> = all
                .iter()
                .filter(|group| group.id == name || group.name == name)
                .collect();
            match found.as_slice() {
                [] => {
                    return Err(Refusal::new(
                        400,
                        format!("Unable to find security_group with name or id '{name}'"),
                    ));
                }
                [group] => {
                    if !groups.iter().any(|own| own.id == group.id) {
                        groups.push((*group).clone());
                    }
                }
                _ => {
                    return Err(Refusal::new(
                        409,
                        format!(
                            "Multiple security_groups found matching name '{name}'. Use an ID to \
                             be more specific."
                        ),
                    ));
                }
            }
        }
        Ok(groups)
    }

    /// Refuses a zone that does not exist. Only administrators may choose a host.
    pub(super) fn check_zone(&self, zone: Option<&str>) -> Result<(), Refusal> {
        let Some(zone) = zone else { return Ok(()) };
        let mut parts = zone.split(':');
        let name = parts.next().unwrap_or_default();
        match parts.count() {
            0 if name == "nova" => Ok(()),
            0 => Err(Refusal::new(
                400,
                "The requested availability zone is not available",
            )),
            1 | 2 => self.allow("admin", "servers:create:forced_host"),
            _ => Err(Refusal::new(
                400,
                "Invalid input received: Unable to parse availability_zone",
            )),
        }
    }

    /// Refuses a server group that does not exist, or that has no room for so many more servers.
    pub(super) fn check_group(&self, body: &Value, number: u64) -> Result<(), Refusal> {
        let hints = hints(body);
        for key in ["group", "different_host"] {
            let Some(value) = hints.get(key) else {
                continue;
            };
            let ids: Vec<&Value> = match value.as_array() {
                Some(list) => list.iter().collect(),
                None => vec![value],
            };
            let is_id = |id: &&Value| {
                id.as_str()
                    .is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
            };
            if !ids.iter().all(is_id) {
                let shown = value
                    .as_str()
                    .map_or(value.to_string(), |id| format!("'{id}'"));
                let why = format!("{shown} is not valid under any of the given schemas");
                return Err(invalid(key, value, &why));
            }
        }
        let Some(id) = hints.get("group").and_then(Value::as_str) else {
            return Ok(());
        };
        let group = self.context.store.get::<ServerGroup>(id)?;
        let group = group.filter(|group| group.project == self.caller.project);
        let group = group
            .ok_or_else(|| Refusal::new(400, format!("Instance group {id} could not be found.")))?;
        let limit = self.limit("server_group_members")?;
        let members = i64::try_from(self.members(&group)?.len()).unwrap_or(i64::MAX);
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        if limit >= 0 && members.saturating_add(number) > limit {
            return Err(Refusal::new(
                403,
                "Quota exceeded, too many servers in group",
            ));
        }
        Ok(())
    }
}

/// Refuses networks and disks that only one server can have, for a request for several servers.
pub(super) fn check_many(networks: &[RequestedNetwork], disks: &[Disk]) -> Result<(), Refusal> {
    for requested in networks {
        match requested {
            RequestedNetwork::New { address: None, .. } => {}
            RequestedNetwork::New { .. } => {
                return Err(Refusal::new(
                    400,
                    "Failed to launch instances: max_count cannot be greater than 1 if an \
                     fixed_ip is specified.",
                ));
            }
            RequestedNetwork::Existing(_) => {
                return Err(Refusal::new(
                    400,
                    "Failed to launch instances: Unable to launch multiple instances with a \
                     single configured port ID. Please launch your instance one by one with \
                     different ports.",
                ));
            }
        }
    }
    if disks.iter().any(|disk| disk.volume.is_some()) {
        return Err(Refusal::new(
            400,
            "Cannot attach one or more volumes to multiple instances",
        ));
    }
    Ok(())
}

pub(super) fn check_user_data(requested: &Value) -> Result<Option<String>, Refusal> {
    let Some(text) = requested["user_data"].as_str() else {
        return Ok(None);
    };
    if text.len() > 65_535 {
        return Err(invalid(
            "user_data",
            &requested["user_data"],
            &format!("'{text}' is too long"),
        ));
    }
    if STANDARD.decode(text).is_err() {
        return Err(invalid(
            "user_data",
            &requested["user_data"],
            &format!("'{text}' is not a 'base64'"),
        ));
    }
    Ok(Some(text.to_owned()))
}

pub(super) fn count(requested: &Value, key: &str) -> Result<Option<u64>, Refusal> {
    match &requested[key] {
        Value::Null => Ok(None),
        value => number(value)
            .filter(|number| *number >= 1)
            .map(Some)
            .ok_or_else(|| invalid(key, value, "it must be at least 1")),
    }
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(super) fn texts(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}

pub(super) fn hints(body: &Value) -> Map<String, Value> {
    ["os:scheduler_hints", "OS-SCH-HNT:scheduler_hints"]
        .iter()
        .find_map(|key| body[*key].as_object().cloned())
        .unwrap_or_default()
}

/// Returns the host name that the guest gets for a server's name.
pub(super) fn hostname(name: &str) -> String {
    let mut host: String = name
        .chars()
        .map(|c| match c {
            ' ' | '_' | '.' => '-',
            other => other.to_ascii_lowercase(),
        })
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    host.truncate(63);
    host.trim_matches('-').to_owned()
}
