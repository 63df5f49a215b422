//! `/security-groups` and `/security-group-rules`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde_json::{Value, json};

use super::{NetworkHandler, missing, plain, required, shown, text};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::{Port, Rule, SecurityGroup};
use crate::ports::time;
use crate::store::Scan;

const RULE_KEYS: [&str; 12] = [
    "security_group_id",
    "direction",
    "ethertype",
    "protocol",
    "port_range_min",
    "port_range_max",
    "remote_ip_prefix",
    "remote_group_id",
    "remote_address_group_id",
    "description",
    "project_id",
    "tenant_id",
];

/// The names of a rule's protocol. A number is valid, too.
const PROTOCOLS: [&str; 24] = [
    "ah",
    "dccp",
    "egp",
    "esp",
    "gre",
    "hopopt",
    "icmp",
    "icmpv6",
    "igmp",
    "ip",
    "ipip",
    "ipv6-encap",
    "ipv6-frag",
    "ipv6-icmp",
    "ipv6-nonxt",
    "ipv6-opts",
    "ipv6-route",
    "ospf",
    "pgm",
    "rsvp",
    "sctp",
    "tcp",
    "udp",
    "vrrp",
];

/// Security groups.
impl NetworkHandler<'_> {
    pub(super) fn groups(&self, rest: &[&str]) -> HandlerResult {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_security_group")?;
                let groups = self.own::<SecurityGroup>(false)?;
                let views = groups.iter().map(group_view).collect();
                self.list("security_group", "security_groups", views)
            }
            ("GET", [id]) => {
                self.may("reader", "get_security_group")?;
                let group = self.find::<SecurityGroup>("security_group", id)?;
                Ok(shown(200, "security_group", &group_view(&group)))
            }
            ("POST", []) => self.create_group(),
            ("PUT", [id]) => {
                let mut group = self.find::<SecurityGroup>("security_group", id)?;
                self.may("member", "update_security_group")?;
                let requested = self.body(
                    "security_group",
                    &["name", "description", "stateful", "tags"],
                )?;
                if let Some(name) = text(&requested, "name")? {
                    if group.name == "default" && name != "default" {
                        return Err(Refusal::new(
                            409,
                            "Updating default security group not allowed.",
                        )
                        .kind("SecurityGroupCannotUpdateDefault"));
                    }
                    group.name = name;
                }
                if let Some(description) = text(&requested, "description")? {
                    group.description = description;
                }
                group.updated = self.context.now;
                self.store().put(&group, self.context.now)?;
                Ok(shown(200, "security_group", &group_view(&group)))
            }
            ("DELETE", [id]) => {
                let group = self.find::<SecurityGroup>("security_group", id)?;
                self.may("member", "delete_security_group")?;
                if group.name == "default" {
                    return Err(Refusal::new(
                        409,
                        "Insufficient rights for removing default security group.",
                    )
                    .kind("SecurityGroupCannotRemoveDefault"));
                }
                let ports = self.store().all::<Port>(Scan::default())?;
                if ports.iter().any(|port| port.groups.contains(&group.id)) {
                    return Err(Refusal::new(409, format!("Security Group {id} in use."))
                        .kind("SecurityGroupInUse"));
                }
                self.store().remove::<SecurityGroup>(&group.id)?;
                Ok(Response::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn create_group(&self) -> HandlerResult {
        let action = "create_security_group";
        self.may("member", action)?;
        let requested = self.body(
            "security_group",
            &[
                "name",
                "description",
                "stateful",
                "project_id",
                "tenant_id",
                "tags",
            ],
        )?;
        let project = self.owner(&requested, action)?;
        let name = text(&requested, "name")?.unwrap_or_default();
        if name.eq_ignore_ascii_case("default") {
            return Err(Refusal::new(409, "Default security group already exists.")
                .kind("SecurityGroupDefaultAlreadyExists"));
        }
        self.room(&project, "security_group")?;
        let (store, now) = (self.store(), self.context.now);
        let mut rules = Vec::new();
        for ethertype in ["IPv4", "IPv6"] {
            rules.push(Rule {
                id: uuid(),
                number: store.next_number("standard attribute")?,
                ethertype: ethertype.to_owned(),
                direction: "egress".to_owned(),
                protocol: None,
                port_min: None,
                port_max: None,
                remote_prefix: None,
                remote_group: None,
                description: None,
                created: now,
            });
        }
        let group = SecurityGroup {
            id: uuid(),
            name,
            project,
            description: text(&requested, "description")?.unwrap_or_default(),
            rules,
            created: now,
            updated: now,
        };
        store.put(&group, now)?;
        Ok(shown(201, "security_group", &group_view(&group)))
    }

    pub(super) fn rules(&self, rest: &[&str]) -> HandlerResult {
        let action = match self.method() {
            "GET" => "get_security_group_rule",
            "DELETE" => "delete_security_group_rule",
            _ => "create_security_group_rule",
        };
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", action)?;
                let groups = self.own::<SecurityGroup>(false)?;
                let views = groups
                    .iter()
                    .flat_map(|group| group.rules.iter().map(|rule| single_rule(group, rule)))
                    .collect();
                self.list("security_group_rule", "security_group_rules", views)
            }
            ("GET", [id]) => {
                self.may("reader", action)?;
                let group = self.group_of_rule(id)?;
                let rule = group.rules.iter().find(|rule| rule.id == *id);
                let rule = rule.ok_or_else(|| missing("security_group_rule", id))?;
                Ok(shown(
                    200,
                    "security_group_rule",
                    &single_rule(&group, rule),
                ))
            }
            ("POST", []) => self.create_rule(action),
            ("DELETE", [id]) => {
                let mut group = self.group_of_rule(id)?;
                self.may("member", action)?;
                group.rules.retain(|rule| rule.id != *id);
                group.updated = self.context.now;
                self.store().put(&group, self.context.now)?;
                Ok(Response::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn group_of_rule(&self, id: &str) -> Result<SecurityGroup, Refusal> {
        self.own::<SecurityGroup>(false)?
            .into_iter()
            .find(|group| group.rules.iter().any(|rule| rule.id == id))
            .ok_or_else(|| missing("security_group_rule", id))
    }

    fn create_rule(&self, action: &str) -> HandlerResult {
        self.may("member", action)?;
        let requested = self.body("security_group_rule", &RULE_KEYS)?;
        let group =
            text(&requested, "security_group_id")?.ok_or_else(|| required("security_group_id"))?;
        let direction = text(&requested, "direction")?.ok_or_else(|| required("direction"))?;
        if direction != "ingress" && direction != "egress" {
            return Err(Refusal::new(
                400,
                format!(
                    "Invalid input for direction. Reason: '{direction}' is not in ['ingress', \
                     'egress']."
                ),
            ));
        }
        let mut rule = Rule {
            id: uuid(),
            number: 0,
            ethertype: ethertype(&requested)?,
            direction,
            protocol: protocol(&requested)?,
            port_min: port_number(&requested, "port_range_min")?,
            port_max: port_number(&requested, "port_range_max")?,
            remote_prefix: None,
            remote_group: text(&requested, "remote_group_id")?,
            description: Some(text(&requested, "description")?.unwrap_or_default()),
            created: self.context.now,
        };
        check_ports(&rule)?;
        if let Some(prefix) = text(&requested, "remote_ip_prefix")? {
            rule.remote_prefix = Some(remote_prefix(&prefix, &rule)?);
        }
        let mut group = self.find::<SecurityGroup>("security_group", &group)?;
        if let Some(remote) = &rule.remote_group {
            self.find::<SecurityGroup>("security_group", remote)?;
        }
        if let Some(same) = group.rules.iter().find(|own| is_same(own, &rule)) {
            return Err(Refusal::new(
                409,
                format!(
                    "Security group rule already exists. Rule id is {}.",
                    same.id
                ),
            )
            .kind("SecurityGroupRuleExists"));
        }
        self.room(&group.project, "security_group_rule")?;
        rule.number = self.store().next_number("standard attribute")?;
        let view = single_rule(&group, &rule);
        group.rules.push(rule);
        group.updated = self.context.now;
        self.store().put(&group, self.context.now)?;
        Ok(shown(201, "security_group_rule", &view))
    }
}

fn is_same(one: &Rule, other: &Rule) -> bool {
    let key = |rule: &Rule| {
        (
            rule.ethertype.clone(),
            rule.direction.clone(),
            rule.protocol.clone(),
            (rule.port_min, rule.port_max),
            rule.remote_prefix.clone(),
            rule.remote_group.clone(),
        )
    };
    key(one) == key(other)
}

fn ethertype(requested: &Value) -> Result<String, Refusal> {
    let asked = text(requested, "ethertype")?.unwrap_or_else(|| "IPv4".to_owned());
    ["IPv4", "IPv6"]
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(&asked))
        .map(str::to_owned)
        .ok_or_else(|| {
            Refusal::new(
                400,
                format!(
                    "Security group rule for ethertype '{asked}' not supported. Allowed values \
                     are ['IPv4', 'IPv6']."
                ),
            )
            .kind("SecurityGroupRuleInvalidEtherType")
        })
}

fn protocol(requested: &Value) -> Result<Option<String>, Refusal> {
    let asked = plain(&requested["protocol"]).to_lowercase();
    if asked.is_empty() || asked == "any" {
        return Ok(None);
    }
    if PROTOCOLS.contains(&asked.as_str()) || asked.parse::<u8>().is_ok() {
        return Ok(Some(asked));
    }
    Err(Refusal::new(
        400,
        format!(
            "Security group rule protocol {asked} not supported. Only protocol values [{}] and \
             integer representations [0 to 255] are supported.",
            PROTOCOLS.join(", ")
        ),
    )
    .kind("SecurityGroupRuleInvalidProtocol"))
}

fn port_number(requested: &Value, key: &str) -> Result<Option<u16>, Refusal> {
    let asked = plain(&requested[key]);
    if asked.is_empty() {
        return Ok(None);
    }
    asked.parse::<u16>().map(Some).map_err(|_| {
        Refusal::new(400, format!("Invalid value for port {asked}"))
            .kind("SecurityGroupInvalidPortValue")
    })
}

fn check_ports(rule: &Rule) -> Result<(), Refusal> {
    let Some(protocol) = &rule.protocol else {
        if rule.port_min.is_none() && rule.port_max.is_none() {
            return Ok(());
        }
        return Err(
            Refusal::new(400, "Must also specify protocol if port range is given.")
                .kind("SecurityGroupProtocolRequiredWithPorts"),
        );
    };
    if protocol.contains("icmp") || ["1", "58"].contains(&protocol.as_str()) {
        return Ok(());
    }
    // A missing bound is as wrong as bounds in the wrong order.
    if rule.port_min.is_some() != rule.port_max.is_some() || rule.port_min > rule.port_max {
        return Err(Refusal::new(
            400,
            "For TCP/UDP protocols, port_range_min must be <= port_range_max",
        )
        .kind("SecurityGroupInvalidPortRange"));
    }
    Ok(())
}

fn remote_prefix(asked: &str, rule: &Rule) -> Result<String, Refusal> {
    if rule.remote_group.is_some() {
        return Err(Refusal::new(
            400,
            "Only remote_ip_prefix or remote_group_id may be provided.",
        )
        .kind("SecurityGroupMultipleRemoteEntites"));
    }
    let prefix = Prefix::parse(asked).ok_or_else(|| {
        Refusal::new(400, format!("Invalid CIDR {asked} given as IP prefix.")).kind("InvalidCIDR")
    })?;
    if prefix.address.is_ipv6() != (rule.ethertype == "IPv6") {
        return Err(Refusal::new(
            400,
            format!(
                "Conflicting value ethertype {} for CIDR {asked}",
                rule.ethertype
            ),
        )
        .kind("SecurityGroupRuleParameterConflict"));
    }
    Ok(format!("{}/{}", prefix.address, prefix.length))
}

/// An address, IPv4 or IPv6, and how many of its bits count.
struct Prefix {
    address: IpAddr,
    length: u32,
}

impl Prefix {
    fn parse(text: &str) -> Option<Self> {
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length.parse::<u32>().ok()?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let length = length.unwrap_or(most);
        (length <= most).then_some(Self { address, length })
    }

    /// Returns the prefix with all other bits set to zero.
    fn normal(&self) -> String {
        let address: IpAddr = match self.address {
            IpAddr::V4(address) => {
                let mask = u32::MAX.checked_shl(32_u32.saturating_sub(self.length));
                Ipv4Addr::from(u32::from(address) & mask.unwrap_or_default()).into()
            }
            IpAddr::V6(address) => {
                let mask = u128::MAX.checked_shl(128_u32.saturating_sub(self.length));
                Ipv6Addr::from(u128::from(address) & mask.unwrap_or_default()).into()
            }
        };
        format!("{address}/{}", self.length)
    }
}

/// Returns a rule by itself, which has one field more than within its group.
fn single_rule(group: &SecurityGroup, rule: &Rule) -> Value {
    let mut view = rule_view(group, rule);
    view["belongs_to_default_sg"] = json!(group.name == "default");
    view
}

fn rule_view(group: &SecurityGroup, rule: &Rule) -> Value {
    let normal = rule.remote_prefix.as_deref().and_then(Prefix::parse);
    json!({
        "id": rule.id,
        "project_id": group.project,
        "security_group_id": group.id,
        "ethertype": rule.ethertype,
        "direction": rule.direction,
        "protocol": rule.protocol,
        "port_range_min": rule.port_min,
        "port_range_max": rule.port_max,
        "remote_ip_prefix": rule.remote_prefix,
        "remote_address_group_id": null,
        "normalized_cidr": normal.map(|prefix| prefix.normal()),
        "remote_group_id": rule.remote_group,
        "standard_attr_id": rule.number,
        "belongs_to_default_sg": null,
        "description": rule.description,
        "tags": [],
        "created_at": time(rule.created),
        "updated_at": time(rule.created),
        "revision_number": 0,
        "tenant_id": group.project,
    })
}

fn group_view(group: &SecurityGroup) -> Value {
    let rules: Vec<Value> = group
        .rules
        .iter()
        .map(|rule| rule_view(group, rule))
        .collect();
    json!({
        "id": group.id,
        "name": group.name,
        "stateful": true,
        "tenant_id": group.project,
        "project_id": group.project,
        "description": group.description,
        "shared": false,
        "security_group_rules": rules,
        "tags": [],
        "created_at": time(group.created),
        "updated_at": time(group.updated),
        "revision_number": group.rules.len().saturating_sub(1),
    })
}
