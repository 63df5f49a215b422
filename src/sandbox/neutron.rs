//! Neutron v2.0: networks, subnets, ports, security groups, floating IPs and quotas.
//!
//! <https://docs.openstack.org/api-ref/network/v2/>

use std::collections::{BTreeMap, HashSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::clock;
use super::cloud::{Context, Who, uuid};
use super::due;
use super::exchange::{Answer, Ask, Refusal, Reply, link, reason};
use super::keystone::steady_uuid;
use super::model::{FloatingIp, Network, Port, Quota, Rule, SecurityGroup, Server, Subnet};
use super::ports::{self, NewPort, time};
use super::store::{Record, Scan, Store, StoreError};

/// What a query's values do not need to be encoded.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Parameters of a list that are no filters.
const NO_FILTERS: [&str; 6] = [
    "limit",
    "marker",
    "page_reverse",
    "fields",
    "sort_key",
    "sort_dir",
];

/// What quotas limit, and the limits at first.
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

const NETWORK_KEYS: [&str; 20] = [
    "name",
    "description",
    "admin_state_up",
    "shared",
    "router:external",
    "is_default",
    "mtu",
    "project_id",
    "tenant_id",
    "port_security_enabled",
    "availability_zone_hints",
    "qos_policy_id",
    "vlan_transparent",
    "qinq",
    "provider:network_type",
    "provider:physical_network",
    "provider:segmentation_id",
    "segments",
    "dns_domain",
    "tags",
];

const SUBNET_KEYS: [&str; 20] = [
    "name",
    "description",
    "network_id",
    "cidr",
    "ip_version",
    "gateway_ip",
    "enable_dhcp",
    "dns_nameservers",
    "allocation_pools",
    "host_routes",
    "project_id",
    "tenant_id",
    "subnetpool_id",
    "use_default_subnetpool",
    "prefixlen",
    "ipv6_address_mode",
    "ipv6_ra_mode",
    "service_types",
    "segment_id",
    "tags",
];

const PORT_KEYS: [&str; 20] = [
    "name",
    "description",
    "network_id",
    "fixed_ips",
    "mac_address",
    "security_groups",
    "device_id",
    "device_owner",
    "admin_state_up",
    "project_id",
    "tenant_id",
    "port_security_enabled",
    "allowed_address_pairs",
    "extra_dhcp_opts",
    "qos_policy_id",
    "binding:vnic_type",
    "binding:host_id",
    "binding:profile",
    "dns_name",
    "tags",
];

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

/// The names that a rule's protocol may have; a number does as well.
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

/// Some of a real cloud's extensions: alias, name, description, time.
const EXTENSIONS: [(&str, &str, &str, &str); 32] = [
    (
        "address-group",
        "Address group",
        "Support address group",
        "2020-07-15T10:00:00-00:00",
    ),
    (
        "agent",
        "agent",
        "The agent management extension.",
        "2013-02-03T10:00:00-00:00",
    ),
    (
        "availability_zone",
        "Availability Zone",
        "The availability zone extension.",
        "2015-01-01T10:00:00-00:00",
    ),
    (
        "binding",
        "Port Binding",
        "Expose port bindings of a virtual port to external application",
        "2014-02-03T10:00:00-00:00",
    ),
    (
        "external-net",
        "Neutron external network",
        "Adds external network attribute to network resource.",
        "2013-01-14T10:00:00-00:00",
    ),
    (
        "ext-gw-mode",
        "Neutron L3 Configurable external gateway mode",
        "Extension of the router abstraction for specifying whether SNAT should occur on the external gateway",
        "2013-03-28T10:00:00-00:00",
    ),
    (
        "fip-port-details",
        "Floating IP Port Details Extension",
        "Add port_details attribute to Floating IP resource",
        "2018-04-09T10:00:00-00:00",
    ),
    (
        "filter-validation",
        "Filter parameters validation",
        "Provides validation on filter parameters.",
        "2018-07-04T10:00:00-00:00",
    ),
    (
        "floatingip-pools",
        "Floating IP Pools Extension",
        "Provides a floating IP pools API.",
        "2018-03-21T10:00:00-00:00",
    ),
    (
        "net-mtu",
        "Network MTU",
        "Provides MTU attribute for a network resource.",
        "2015-03-25T10:00:00-00:00",
    ),
    (
        "pagination",
        "Pagination support",
        "Extension that indicates that pagination is enabled.",
        "2016-06-12T00:00:00-00:00",
    ),
    (
        "port-security",
        "Port Security",
        "Provides port security",
        "2012-07-23T10:00:00-00:00",
    ),
    (
        "port-security-groups-filtering",
        "Port filtering on security groups",
        "Provides security groups filtering when listing ports",
        "2018-01-09T09:00:00-00:00",
    ),
    (
        "project-id",
        "project_id field enabled",
        "Extension that indicates that project_id field is enabled.",
        "2016-09-09T09:09:09-09:09",
    ),
    (
        "provider",
        "Provider Network",
        "Expose mapping of virtual networks to physical networks",
        "2012-09-07T10:00:00-00:00",
    ),
    (
        "qos",
        "Quality of Service",
        "The Quality of Service extension.",
        "2015-06-08T10:00:00-00:00",
    ),
    (
        "quotas",
        "Quota management support",
        "Expose functions for quotas management per project",
        "2012-07-29T10:00:00-00:00",
    ),
    (
        "quota_details",
        "Quota details management support",
        "Expose functions for quotas usage statistics per project",
        "2017-02-10T10:00:00-00:00",
    ),
    (
        "quota-check-limit",
        "Quota engine limit check",
        "Support for checking the resource usage before applying a new quota limit",
        "2021-09-08T16:00:00-00:00",
    ),
    (
        "rbac-policies",
        "RBAC Policies",
        "Allows creation and modification of policies that control project access to resources.",
        "2015-06-17T12:15:12-00:00",
    ),
    (
        "router",
        "Neutron L3 Router",
        "Router abstraction for basic L3 forwarding between L2 Neutron networks.",
        "2012-07-20T10:00:00-00:00",
    ),
    (
        "security-group",
        "security-group",
        "The security groups extension.",
        "2012-10-05T10:00:00-00:00",
    ),
    (
        "security-groups-normalized-cidr",
        "Normalized CIDR field for security group rules",
        "Add new field with normalized remote_ip_prefix cidr in SG rule",
        "2020-07-28T10:00:00-00:00",
    ),
    (
        "security-groups-rules-belongs-to-default-sg",
        "Security group rule belongs to the project's default security group",
        "Flag to determine if the security group rule belongs to the project's default security group",
        "2023-05-23T10:00:00-00:00",
    ),
    (
        "sorting",
        "Sorting support",
        "Extension that indicates that sorting is enabled.",
        "2016-06-12T00:00:00-00:00",
    ),
    (
        "standard-attr-description",
        "standard-attr-description",
        "Extension to add descriptions to standard attributes",
        "2016-02-10T10:00:00-00:00",
    ),
    (
        "standard-attr-revisions",
        "Resource revision numbers",
        "This extension will display the revision number of neutron resources.",
        "2016-04-11T10:00:00-00:00",
    ),
    (
        "standard-attr-tag",
        "Tag support for resources with standard attribute",
        "Enables to set tag on resources with standard attribute.",
        "2017-01-01T00:00:00-00:00",
    ),
    (
        "standard-attr-timestamp",
        "Resource timestamps",
        "Adds created_at and updated_at fields to all Neutron resources that have Neutron standard attributes.",
        "2016-09-12T10:00:00-00:00",
    ),
    (
        "stateful-security-group",
        "Stateful security group",
        "Indicates if the security group is stateful or not",
        "2019-11-26T09:00:00-00:00",
    ),
    (
        "subnet_allocation",
        "Subnet Allocation",
        "Enables allocation of subnets from a subnet pool",
        "2015-03-30T10:00:00-00:00",
    ),
    (
        "subnet-external-network",
        "Subnet belongs to an external network",
        "Informs if the subnet belongs to an external network",
        "2024-02-05T18:00:00-00:00",
    ),
];

pub(super) fn shape(refusal: &Refusal) -> Answer {
    if refusal.kind == "token" {
        return Answer::json(
            refusal.status,
            json!({ "error": { "code": refusal.status, "title": reason(refusal.status),
                               "message": refusal.message } }),
        );
    }
    Answer::json(
        refusal.status,
        json!({ "NeutronError": { "type": refusal.kind, "message": refusal.message,
                                  "detail": "" } }),
    )
}

pub(super) fn answer(context: &Context<'_>, path: &[&str]) -> Reply {
    let ask = context.ask;
    let rest = match path {
        [] => {
            let href = format!("{}/v2.0/", ask.root);
            return Ok(Answer::json(
                200,
                json!({ "versions": [{ "id": "v2.0", "status": "CURRENT",
                                       "links": [link("self", href)] }] }),
            ));
        }
        ["v2.0", rest @ ..] => rest,
        _ => return Err(Refusal::unknown_route()),
    };
    let who = context.member()?;
    Service { context, who }.answer(rest)
}

/// What answers one request.
struct Service<'a> {
    context: &'a Context<'a>,
    who: Who,
}

impl Service<'_> {
    fn store(&self) -> &Store {
        self.context.store
    }

    fn ask(&self) -> &Ask {
        self.context.ask
    }

    fn method(&self) -> &str {
        &self.context.ask.method
    }

    fn answer(&self, rest: &[&str]) -> Reply {
        match rest {
            ["networks", rest @ ..] => self.networks(rest),
            ["subnets", rest @ ..] => self.subnets(rest),
            ["ports", rest @ ..] => self.ports(rest),
            ["security-groups", rest @ ..] => self.groups(rest),
            ["security-group-rules", rest @ ..] => self.rules(rest),
            ["floatingips", rest @ ..] => self.floating_ips(rest),
            ["quotas", rest @ ..] => self.quotas(rest),
            _ if self.method() == "GET" => self.only_read(rest),
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// What nobody can change here.
    fn only_read(&self, rest: &[&str]) -> Reply {
        match rest {
            ["routers"] => {
                self.may("reader", "get_router")?;
                let routers = self.router()?.into_iter().collect();
                self.list("router", "routers", routers)
            }
            ["routers", id] => {
                self.may("reader", "get_router")?;
                let router = self.router()?.filter(|router| router["id"] == *id);
                let router = router.ok_or_else(|| missing("router", id))?;
                Ok(shown(200, "router", &router))
            }
            ["extensions"] => {
                let views: Vec<Value> = EXTENSIONS.iter().map(extension_view).collect();
                Ok(shown(200, "extensions", &json!(views)))
            }
            ["extensions", alias] => {
                let found = EXTENSIONS.iter().find(|(own, ..)| own == alias);
                let found = found.ok_or_else(|| {
                    Refusal::new(404, format!("Extension with alias {alias} does not exist"))
                        .kind("HTTPNotFound")
                })?;
                Ok(shown(200, "extension", &extension_view(found)))
            }
            ["availability_zones"] => Ok(shown(
                200,
                "availability_zones",
                &json!([{ "name": "nova", "resource": "network", "state": "available" }]),
            )),
            ["agents"] => Ok(shown(200, "agents", &json!([]))),
            ["address-groups"] => Ok(shown(200, "address_groups", &json!([]))),
            ["qos", "policies"] => Ok(shown(200, "policies", &json!([]))),
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// Refuses what the token's roles do not allow.
    fn may(&self, role: &str, action: &str) -> Result<(), Refusal> {
        if self.who.is(role) {
            Ok(())
        } else {
            Err(denied(&format!("rule:{action}")))
        }
    }

    fn owns(&self, project: &str) -> bool {
        self.who.is_admin() || self.who.project == project
    }

    fn sees(&self, network: &Network) -> bool {
        network.shared || network.external || self.owns(&network.project)
    }

    /// The project's things, or for an administrator those of all projects.
    fn own<T: Record>(&self, ascending: bool) -> Result<Vec<T>, StoreError> {
        let project = (!self.who.is_admin()).then_some(self.who.project.as_str());
        self.store().all(Scan {
            project,
            ascending,
            ..Scan::default()
        })
    }

    fn find<T: Record>(&self, kind: &str, id: &str) -> Result<T, Refusal> {
        self.store()
            .get::<T>(id)?
            .filter(|found| self.owns(found.project()))
            .ok_or_else(|| missing(kind, id))
    }

    /// What the request's body says of a thing, if it says nothing else.
    fn body(&self, key: &str, known: &[&str]) -> Result<Value, Refusal> {
        let body = self.ask().object().ok_or_else(|| {
            Refusal::new(
                400,
                "The server could not comply with the request since it is either malformed or \
                 otherwise incorrect.",
            )
        })?;
        let wanted = body
            .get(key)
            .ok_or_else(|| Refusal::new(400, format!("Unable to find '{key}' in request body")))?;
        let Some(keys) = wanted.as_object() else {
            return Err(Refusal::new(400, "Body contains invalid data"));
        };
        let unknown: Vec<&str> = keys
            .keys()
            .map(String::as_str)
            .filter(|key| !known.contains(key))
            .collect();
        if unknown.is_empty() {
            Ok(wanted.clone())
        } else {
            Err(Refusal::new(
                400,
                format!("Unrecognized attribute(s) '{}'", unknown.join(", ")),
            ))
        }
    }

    /// Whose the new thing is to be.
    fn owner(&self, wanted: &Value, action: &str) -> Result<String, Refusal> {
        let asked = wanted["project_id"]
            .as_str()
            .or_else(|| wanted["tenant_id"].as_str())
            .unwrap_or(&self.who.project);
        if self.owns(asked) {
            Ok(asked.to_owned())
        } else {
            let rule = format!("(rule:{action} and rule:{action}:tenant_id)");
            Err(denied(&rule))
        }
    }

    fn admin_only(&self, wanted: &Value, action: &str, keys: &[&str]) -> Result<(), Refusal> {
        for key in keys {
            let asked = &wanted[*key];
            if !self.who.is_admin() && !asked.is_null() && *asked != false {
                let rule = format!("(rule:{action} and rule:{action}:{key})");
                return Err(denied(&rule));
            }
        }
        Ok(())
    }

    /// A list: filtered, sorted and cut into pages as is asked for.
    fn list(&self, one: &str, many: &str, mut views: Vec<Value>) -> Reply {
        let ask = self.ask();
        let filters: Vec<(&str, &str)> = ask
            .query
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .filter(|(key, _)| !NO_FILTERS.contains(key))
            .collect();
        for (key, _) in &filters {
            let known = views.is_empty() || views.iter().any(|view| view.get(key).is_some());
            if !known && *key != "changed_since" {
                return Err(Refusal::new(
                    400,
                    format!("['{key}'] is invalid attribute for filtering"),
                ));
            }
        }
        views.retain(|view| {
            filters.iter().all(|(key, _)| {
                filters
                    .iter()
                    .any(|(other, value)| other == key && matches(view, key, value))
            })
        });
        if let Some(key) = ask.parameter("sort_key") {
            views.sort_by_cached_key(|view| plain(&view[key]));
            if ask.parameter("sort_dir") == Some("desc") {
                views.reverse();
            }
        }
        let links = cut(ask, one, &mut views)?;
        let fields: Vec<&str> = ask
            .query
            .iter()
            .filter(|(key, _)| key == "fields")
            .map(|(_, value)| value.as_str())
            .collect();
        if !fields.is_empty() {
            for view in &mut views {
                if let Some(view) = view.as_object_mut() {
                    view.retain(|key, _| fields.contains(&key.as_str()));
                }
            }
        }
        let mut body = json!({ many: views });
        if !links.is_empty() {
            body[format!("{many}_links")] = json!(links);
        }
        Ok(Answer::json(200, body))
    }
}

/// Cuts a list into the page that is asked for, and gives the links to others.
fn cut(ask: &Ask, one: &str, views: &mut Vec<Value>) -> Result<Vec<Value>, Refusal> {
    let limit = match ask.parameter("limit") {
        None => 0,
        Some(text) => text.parse::<usize>().map_err(|_| {
            Refusal::new(
                400,
                format!("Limit must be an integer 0 or greater and not '{text}'"),
            )
        })?,
    };
    let backwards = ask
        .parameter("page_reverse")
        .is_some_and(|text| text.eq_ignore_ascii_case("true"));
    if backwards {
        views.reverse();
    }
    if let Some(marker) = ask.parameter("marker") {
        let place = views.iter().position(|view| view["id"] == marker);
        let place = place.ok_or_else(|| missing(one, marker))?;
        views.drain(..=place);
    }
    if limit > 0 {
        views.truncate(limit);
    }
    if backwards {
        views.reverse();
    }
    let full = views.len() >= limit;
    let mut links = Vec::new();
    if let (true, Some(first), Some(last)) = (limit > 0, views.first(), views.last()) {
        if full || backwards {
            links.push(link("next", page(ask, &last["id"], false)));
        }
        if full || !backwards {
            links.push(link("previous", page(ask, &first["id"], true)));
        }
    }
    Ok(links)
}

/// The address of another page.
fn page(ask: &Ask, marker: &Value, backwards: bool) -> String {
    let mut href = format!(
        "{}/{}?",
        ask.root,
        ask.path[1.min(ask.path.len())..].join("/")
    );
    for (key, value) in &ask.query {
        if key != "marker" && key != "page_reverse" {
            href.extend(utf8_percent_encode(key, PLAIN));
            href.push('=');
            href.extend(utf8_percent_encode(value, PLAIN));
            href.push('&');
        }
    }
    href.push_str("marker=");
    href.push_str(marker.as_str().unwrap_or_default());
    if backwards {
        href.push_str("&page_reverse=True");
    }
    href
}

/// Whether a thing has what a filter asks for.
fn matches(view: &Value, key: &str, wanted: &str) -> bool {
    if key == "changed_since" {
        let changed = view["updated_at"].as_str().and_then(clock::parse);
        return changed >= clock::parse(wanted);
    }
    match &view[key] {
        Value::Array(items) => items
            .iter()
            .any(|item| match (item, wanted.split_once('=')) {
                (Value::Object(item), Some(("ip_address_substr", part))) => item
                    .get("ip_address")
                    .and_then(Value::as_str)
                    .is_some_and(|address| address.contains(part)),
                (Value::Object(item), Some((key, value))) => {
                    item.get(key).is_some_and(|own| own == value)
                }
                (item, _) => item == wanted,
            }),
        Value::Bool(flag) => {
            let is_true = wanted.eq_ignore_ascii_case("true") || wanted == "1";
            *flag == is_true
        }
        own => plain(own) == wanted,
    }
}

/// A value without quotes; nothing for null.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn denied(rule: &str) -> Refusal {
    Refusal::new(403, format!("{rule} is disallowed by policy")).kind("PolicyNotAuthorized")
}

fn missing(kind: &str, id: &str) -> Refusal {
    let (kind, message) = match kind {
        "network" => (
            "NetworkNotFound",
            format!("Network {id} could not be found."),
        ),
        "subnet" => ("SubnetNotFound", format!("Subnet {id} could not be found.")),
        "port" => ("PortNotFound", format!("Port {id} could not be found.")),
        "security_group" => (
            "SecurityGroupNotFound",
            format!("Security group {id} does not exist"),
        ),
        "security_group_rule" => (
            "SecurityGroupRuleNotFound",
            format!("Security group rule {id} does not exist"),
        ),
        "floatingip" => (
            "FloatingIPNotFound",
            format!("Floating IP {id} could not be found"),
        ),
        _ => ("RouterNotFound", format!("Router {id} could not be found")),
    };
    Refusal::new(404, message).kind(kind)
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(400, format!("Invalid input for operation: {message}.")).kind("InvalidInput")
}

fn required(key: &str) -> Refusal {
    Refusal::new(
        400,
        format!("Failed to parse request. Required attribute '{key}' not specified"),
    )
}

fn shown(status: u16, key: &str, value: &Value) -> Answer {
    Answer::json(status, json!({ key: value }))
}

fn text(wanted: &Value, key: &str) -> Result<Option<String>, Refusal> {
    match &wanted[key] {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone())),
        other => Err(Refusal::new(
            400,
            format!("Invalid input for {key}. Reason: '{other}' is not a valid string."),
        )),
    }
}

fn flag(wanted: &Value, key: &str) -> Result<Option<bool>, Refusal> {
    match (&wanted[key], plain(&wanted[key]).to_lowercase().as_str()) {
        (Value::Null, _) => Ok(None),
        (_, "true" | "1") => Ok(Some(true)),
        (_, "false" | "0") => Ok(Some(false)),
        (_, other) => Err(Refusal::new(
            400,
            format!("Invalid input for {key}. Reason: '{other}' cannot be converted to boolean."),
        )),
    }
}

fn extension_view((alias, name, description, updated): &(&str, &str, &str, &str)) -> Value {
    json!({ "name": name, "alias": alias, "description": description, "updated": updated,
            "links": [] })
}

/// Networks.
impl Service<'_> {
    fn networks(&self, rest: &[&str]) -> Reply {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_network")?;
                let mut views = Vec::new();
                for network in self.store().all::<Network>(Scan::default())? {
                    if self.sees(&network) {
                        views.push(self.network_view(&network)?);
                    }
                }
                self.list("network", "networks", views)
            }
            ("GET", [id]) => {
                self.may("reader", "get_network")?;
                let view = self.network_view(&self.network(id)?)?;
                Ok(shown(200, "network", &view))
            }
            ("POST", []) => self.create_network(),
            ("PUT", [id]) => {
                let action = "update_network";
                let mut network = self.changeable_network(id, action)?;
                let wanted = self.body("network", &NETWORK_KEYS)?;
                self.admin_only(&wanted, action, &["shared", "router:external"])?;
                if let Some(name) = text(&wanted, "name")? {
                    network.name = name;
                }
                if let Some(description) = text(&wanted, "description")? {
                    network.description = description;
                }
                if let Some(shared) = flag(&wanted, "shared")? {
                    network.shared = shared;
                }
                if let Some(external) = flag(&wanted, "router:external")? {
                    network.external = external;
                }
                network.updated = self.context.now;
                self.store().put(&network, self.context.now)?;
                let view = self.network_view(&network)?;
                Ok(shown(200, "network", &view))
            }
            ("DELETE", [id]) => self.delete_network(id),
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn network(&self, id: &str) -> Result<Network, Refusal> {
        self.store()
            .get::<Network>(id)?
            .filter(|network| self.sees(network))
            .ok_or_else(|| missing("network", id))
    }

    fn changeable_network(&self, id: &str, action: &str) -> Result<Network, Refusal> {
        let network = self.network(id)?;
        self.may("member", action)?;
        if self.owns(&network.project) {
            Ok(network)
        } else {
            Err(denied(&format!("rule:{action}")))
        }
    }

    fn create_network(&self) -> Reply {
        let action = "create_network";
        self.may("member", action)?;
        let wanted = self.body("network", &NETWORK_KEYS)?;
        let project = self.owner(&wanted, action)?;
        self.admin_only(
            &wanted,
            action,
            &[
                "shared",
                "router:external",
                "is_default",
                "provider:network_type",
                "provider:physical_network",
                "provider:segmentation_id",
                "segments",
            ],
        )?;
        let network = Network {
            id: uuid(),
            name: text(&wanted, "name")?.unwrap_or_default(),
            external: flag(&wanted, "router:external")?.unwrap_or_default(),
            shared: flag(&wanted, "shared")?.unwrap_or_default(),
            description: text(&wanted, "description")?.unwrap_or_default(),
            created: self.context.now,
            updated: self.context.now,
            project,
        };
        self.room(&network.project, "network")?;
        self.store().put(&network, self.context.now)?;
        let view = self.network_view(&network)?;
        Ok(shown(201, "network", &view))
    }

    fn delete_network(&self, id: &str) -> Reply {
        let network = self.changeable_network(id, "delete_network")?;
        let store = self.store();
        let ports = store.all::<Port>(Scan::default())?;
        let floating = store.all::<FloatingIp>(Scan::default())?;
        let mut used: Vec<String> = ports
            .into_iter()
            .filter(|port| port.network == network.id)
            .map(|port| port.id)
            .collect();
        used.extend(
            floating
                .into_iter()
                .filter(|floating| floating.network == network.id)
                .map(|floating| floating.id),
        );
        if !used.is_empty() {
            return Err(Refusal::new(
                409,
                format!(
                    "Unable to complete operation on network {id}. There are one or more ports \
                     still in use on the network, id for these ports is: {}.",
                    used.join(",")
                ),
            )
            .kind("NetworkInUse"));
        }
        for subnet in ports::subnets(store, &network.id)? {
            store.remove::<Subnet>(&subnet.id)?;
        }
        store.remove::<Network>(&network.id)?;
        Ok(Answer::empty(204))
    }

    fn network_view(&self, network: &Network) -> Result<Value, StoreError> {
        let subnets: Vec<String> = ports::subnets(self.store(), &network.id)?
            .into_iter()
            .map(|subnet| subnet.id)
            .collect();
        let mtu = if network.external { 1500 } else { 1450 };
        let revision = 1 + subnets.len() + usize::from(network.updated > network.created);
        let mut view = json!({
            "id": network.id,
            "name": network.name,
            "tenant_id": network.project,
            "project_id": network.project,
            "admin_state_up": true,
            "mtu": mtu,
            "status": "ACTIVE",
            "subnets": subnets,
            "shared": network.shared,
            "availability_zone_hints": [],
            "availability_zones": [],
            "ipv4_address_scope": null,
            "ipv6_address_scope": null,
            "router:external": network.external,
            "qinq": false,
            "vlan_transparent": false,
            "description": network.description,
            "port_security_enabled": true,
            "qos_policy_id": null,
        });
        if network.external {
            view["is_default"] = json!(false);
        }
        view["tags"] = json!([]);
        view["created_at"] = json!(time(network.created));
        view["updated_at"] = json!(time(network.updated));
        view["revision_number"] = json!(revision);
        Ok(view)
    }
}

/// Subnets.
impl Service<'_> {
    fn subnets(&self, rest: &[&str]) -> Reply {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_subnet")?;
                let mut views = Vec::new();
                let scan = Scan {
                    ascending: true,
                    ..Scan::default()
                };
                for subnet in self.store().all::<Subnet>(scan)? {
                    let network = self.store().get::<Network>(&subnet.network)?;
                    if self.sees_subnet(&subnet, network.as_ref()) {
                        views.push(subnet_view(&subnet, network.as_ref()));
                    }
                }
                self.list("subnet", "subnets", views)
            }
            ("GET", [id]) => {
                self.may("reader", "get_subnet")?;
                let (subnet, network) = self.subnet(id)?;
                let view = subnet_view(&subnet, network.as_ref());
                Ok(shown(200, "subnet", &view))
            }
            ("POST", []) => self.create_subnet(),
            ("PUT", [id]) => {
                let (mut subnet, network) = self.changeable_subnet(id, "update_subnet")?;
                let wanted = self.body("subnet", &SUBNET_KEYS)?;
                if let Some(key) = ["network_id", "cidr", "ip_version", "project_id"]
                    .iter()
                    .find(|key| wanted.get(**key).is_some())
                {
                    return Err(Refusal::new(
                        400,
                        format!("Cannot update read-only attribute {key}"),
                    ));
                }
                if let Some(name) = text(&wanted, "name")? {
                    subnet.name = name;
                }
                self.store().put(&subnet, self.context.now)?;
                let view = subnet_view(&subnet, network.as_ref());
                Ok(shown(200, "subnet", &view))
            }
            ("DELETE", [id]) => {
                let (subnet, _) = self.changeable_subnet(id, "delete_subnet")?;
                let store = self.store();
                let ports = store.all::<Port>(Scan::default())?;
                if ports.iter().any(|port| port.subnet == subnet.id) {
                    return Err(Refusal::new(
                        409,
                        format!(
                            "Unable to complete operation on subnet {id}: One or more ports have \
                             an IP allocation from this subnet."
                        ),
                    )
                    .kind("SubnetInUse"));
                }
                store.remove::<Subnet>(&subnet.id)?;
                Ok(Answer::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn sees_subnet(&self, subnet: &Subnet, network: Option<&Network>) -> bool {
        self.owns(&subnet.project) || network.is_some_and(|network| self.sees(network))
    }

    fn subnet(&self, id: &str) -> Result<(Subnet, Option<Network>), Refusal> {
        let subnet = self.store().get::<Subnet>(id)?;
        let subnet = subnet.ok_or_else(|| missing("subnet", id))?;
        let network = self.store().get::<Network>(&subnet.network)?;
        if self.sees_subnet(&subnet, network.as_ref()) {
            Ok((subnet, network))
        } else {
            Err(missing("subnet", id))
        }
    }

    fn changeable_subnet(
        &self,
        id: &str,
        action: &str,
    ) -> Result<(Subnet, Option<Network>), Refusal> {
        let found = self.subnet(id)?;
        self.may("member", action)?;
        if self.owns(&found.0.project) {
            Ok(found)
        } else {
            Err(denied(&format!("rule:{action}")))
        }
    }

    fn create_subnet(&self) -> Reply {
        let action = "create_subnet";
        self.may("member", action)?;
        let wanted = self.body("subnet", &SUBNET_KEYS)?;
        let project = self.owner(&wanted, action)?;
        let network = text(&wanted, "network_id")?.ok_or_else(|| required("network_id"))?;
        let version = wanted
            .get("ip_version")
            .ok_or_else(|| required("ip_version"))?;
        match plain(version).as_str() {
            "4" => {}
            "6" => return Err(Refusal::new(501, "the sandbox has no subnets of IPv6")),
            other => {
                return Err(Refusal::new(
                    400,
                    format!("Invalid input for ip_version. Reason: '{other}' is not in [4, 6]."),
                ));
            }
        }
        let network = self.network(&network)?;
        if !self.owns(&network.project) {
            return Err(denied(&format!("rule:{action}")));
        }
        let cidr = text(&wanted, "cidr")?
            .ok_or_else(|| invalid("cidr or subnetpool_id must be specified"))?;
        let (base, prefix) = network_number(&cidr)
            .ok_or_else(|| invalid(&format!("{cidr} is not in a CIDR format")))?;
        let masked = base & mask(prefix);
        if base != masked {
            return Err(Refusal::new(
                400,
                format!(
                    "Invalid input for cidr. Reason: '{cidr}' isn't a recognized IP subnet cidr, \
                     '{}/{prefix}' is recommended.",
                    Ipv4Addr::from(masked)
                ),
            ));
        }
        for other in ports::subnets(self.store(), &network.id)? {
            // Of two that overlap, one lies in the other.
            let common = mask(prefix.min(other.prefix));
            if base & common == other.base & common {
                return Err(invalid(&format!(
                    "Requested subnet with cidr: {cidr} for network: {} overlaps with another \
                     subnet",
                    network.id
                )));
            }
        }
        self.room(&project, "subnet")?;
        let subnet = Subnet {
            id: uuid(),
            name: text(&wanted, "name")?.unwrap_or_default(),
            project,
            network: network.id.clone(),
            base,
            prefix,
            created: self.context.now,
        };
        self.store().put(&subnet, self.context.now)?;
        let view = subnet_view(&subnet, Some(&network));
        Ok(shown(201, "subnet", &view))
    }
}

fn mask(prefix: u8) -> u32 {
    u32::MAX
        .checked_shl(32_u32.saturating_sub(u32::from(prefix)))
        .unwrap_or_default()
}

/// An address and the length of a prefix.
fn network_number(cidr: &str) -> Option<(u32, u8)> {
    let (address, prefix) = cidr.split_once('/')?;
    let address: Ipv4Addr = address.parse().ok()?;
    let prefix: u8 = prefix.parse().ok()?;
    (prefix <= 32).then_some((u32::from(address), prefix))
}

fn subnet_view(subnet: &Subnet, network: Option<&Network>) -> Value {
    let external = network.is_some_and(|network| network.external);
    let servers: Vec<String> = (!external)
        .then(|| subnet.address(2).to_string())
        .into_iter()
        .collect();
    let last = subnet.address(subnet.size().saturating_sub(2));
    json!({
        "id": subnet.id,
        "name": subnet.name,
        "project_id": subnet.project,
        "network_id": subnet.network,
        "ip_version": 4,
        "subnetpool_id": null,
        "enable_dhcp": !external,
        "ipv6_ra_mode": null,
        "ipv6_address_mode": null,
        "gateway_ip": subnet.address(1).to_string(),
        "cidr": format!("{}/{}", subnet.address(0), subnet.prefix),
        "allocation_pools": [{ "start": subnet.address(2).to_string(), "end": last.to_string() }],
        "host_routes": [],
        "dns_nameservers": servers,
        "description": "",
        "router:external": external,
        "service_types": [],
        "tags": [],
        "created_at": time(subnet.created),
        "updated_at": time(subnet.created),
        "revision_number": 0,
        "tenant_id": subnet.project,
    })
}

/// Ports.
impl Service<'_> {
    fn ports(&self, rest: &[&str]) -> Reply {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_port")?;
                let ports = self.candidates()?;
                self.list("port", "ports", ports.iter().map(port_view).collect())
            }
            ("GET", [id]) => {
                self.may("reader", "get_port")?;
                let port = self.find::<Port>("port", id)?;
                Ok(shown(200, "port", &port_view(&port)))
            }
            ("POST", []) => self.create_port(),
            ("PUT", [id]) => self.update_port(id),
            ("DELETE", [id]) => {
                let port = self.find::<Port>("port", id)?;
                self.may("member", "delete_port")?;
                if port.device_owner.starts_with("network:") {
                    return Err(Refusal::new(
                        409,
                        format!(
                            "Port {id} cannot be deleted directly via the port API: has device \
                             owner {}.",
                            port.device_owner
                        ),
                    )
                    .kind("ServicePortInUse"));
                }
                due::free_port(self.store(), &port, self.context.now)?;
                if let Some(mut server) = self.store().get::<Server>(&port.device)? {
                    server.nics.retain(|nic| nic.port != port.id);
                    server.own_ports.retain(|own| *own != port.id);
                    self.store().put(&server, self.context.now)?;
                }
                Ok(Answer::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// The values of a parameter, each once.
    fn values(&self, name: &str) -> Vec<&str> {
        let mut values: Vec<&str> = self
            .context
            .ask
            .query
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    /// The ports among which those that are asked for are: there may be very many.
    fn candidates(&self) -> Result<Vec<Port>, StoreError> {
        let (ids, devices) = (self.values("id"), self.values("device_id"));
        let mut ports = Vec::new();
        if !ids.is_empty() {
            for id in ids {
                ports.extend(self.store().get::<Port>(id)?);
            }
        } else if !devices.is_empty() {
            for device in devices {
                ports.extend(ports::of_server(self.store(), device)?);
            }
        } else {
            return self.own(false);
        }
        ports.retain(|port: &Port| self.owns(&port.project));
        Ok(ports)
    }

    /// The security groups that are asked for, if any are said.
    fn groups_for_port(&self, wanted: &Value) -> Result<Option<Vec<String>>, Refusal> {
        let Some(asked) = wanted["security_groups"].as_array() else {
            return Ok(None);
        };
        let mut groups = Vec::new();
        for group in asked {
            let group = self.find::<SecurityGroup>("security_group", &plain(group))?;
            groups.push(group.id);
        }
        Ok(Some(groups))
    }

    fn create_port(&self) -> Reply {
        let action = "create_port";
        self.may("member", action)?;
        let wanted = self.body("port", &PORT_KEYS)?;
        let project = self.owner(&wanted, action)?;
        self.admin_only(&wanted, action, &["binding:host_id", "binding:profile"])?;
        let (store, now) = (self.store(), self.context.now);
        let network = text(&wanted, "network_id")?.ok_or_else(|| required("network_id"))?;
        let network = self.network(&network)?;
        let mac = text(&wanted, "mac_address")?;
        if let Some(mac) = &mac {
            check_mac(store, &network, mac)?;
        }
        let fixed = &wanted["fixed_ips"][0];
        if let Some(id) = text(fixed, "subnet_id")? {
            let (subnet, _) = self.subnet(&id)?;
            if subnet.network != network.id {
                return Err(invalid(&format!(
                    "Failed to create port on network {}, because fixed_ips included invalid \
                     subnet {id}",
                    network.id
                )));
            }
        }
        let address = text(fixed, "ip_address")?;
        let groups = match self.groups_for_port(&wanted)? {
            Some(groups) => groups,
            None => ports::default_group(store, &project)?
                .into_iter()
                .map(|group| group.id)
                .collect(),
        };
        self.room(&project, "port")?;
        let new = NewPort {
            project: &project,
            network: &network,
            address: address.as_deref(),
            mac: mac.as_deref(),
            name: wanted["name"].as_str().unwrap_or_default(),
            groups,
            device: wanted["device_id"].as_str().unwrap_or_default(),
            device_owner: wanted["device_owner"].as_str().unwrap_or_default(),
        };
        let mut port = ports::make(store, now, new)?;
        if let Some(description) = text(&wanted, "description")? {
            port.description = description;
            store.put(&port, now)?;
        }
        Ok(shown(201, "port", &port_view(&port)))
    }

    fn update_port(&self, id: &str) -> Reply {
        let mut port = self.find::<Port>("port", id)?;
        self.may("member", "update_port")?;
        let wanted = self.body("port", &PORT_KEYS)?;
        let address = &wanted["fixed_ips"][0]["ip_address"];
        if !address.is_null() && *address != port.address.as_str() {
            return Err(Refusal::new(
                501,
                "the sandbox cannot give a port another address",
            ));
        }
        if let Some(name) = text(&wanted, "name")? {
            port.name = name;
        }
        if let Some(description) = text(&wanted, "description")? {
            port.description = description;
        }
        if let Some(device) = text(&wanted, "device_id")? {
            port.device = device;
        }
        if let Some(owner) = text(&wanted, "device_owner")? {
            port.device_owner = owner;
        }
        let groups = self.groups_for_port(&wanted)?;
        let regrouped = groups.is_some();
        if let Some(groups) = groups {
            port.groups = groups;
        }
        port.updated = self.context.now;
        port.revision += 1;
        self.store().put(&port, self.context.now)?;
        if regrouped {
            self.regroup(&port.device)?;
        }
        Ok(shown(200, "port", &port_view(&port)))
    }

    /// A server is in the groups that its ports are in.
    fn regroup(&self, server: &str) -> Result<(), StoreError> {
        let store = self.store();
        let Some(mut server) = store.get::<Server>(server)? else {
            return Ok(());
        };
        let mut names: Vec<String> = Vec::new();
        for port in ports::of_server(store, &server.id)? {
            for id in &port.groups {
                if let Some(group) = store.get::<SecurityGroup>(id)?
                    && !names.contains(&group.name)
                {
                    names.push(group.name);
                }
            }
        }
        server.groups = names;
        // To Nova this is no change of the server.
        store.put(&server, server.updated)
    }
}

fn check_mac(store: &Store, network: &Network, mac: &str) -> Result<(), Refusal> {
    let pairs: Vec<&str> = mac.split(':').collect();
    let is_pair = |pair: &&str| pair.len() == 2 && u8::from_str_radix(pair, 16).is_ok();
    if pairs.len() != 6 || !pairs.iter().all(is_pair) {
        return Err(Refusal::new(
            400,
            format!("Invalid input for mac_address. Reason: '{mac}' is not a valid MAC address."),
        ));
    }
    let ports = store.all::<Port>(Scan::default())?;
    let is_used = ports
        .iter()
        .any(|port| port.network == network.id && port.mac.eq_ignore_ascii_case(mac));
    if is_used {
        return Err(Refusal::new(
            409,
            format!(
                "Unable to complete operation for network {}. The mac address {mac} is in use.",
                network.id
            ),
        )
        .kind("MacAddressInUse"));
    }
    Ok(())
}

fn port_view(port: &Port) -> Value {
    json!({
        "id": port.id,
        "name": port.name,
        "network_id": port.network,
        "project_id": port.project,
        "mac_address": port.mac,
        "admin_state_up": true,
        "status": port.status,
        "device_id": port.device,
        "device_owner": port.device_owner,
        "fixed_ips": [{ "subnet_id": port.subnet, "ip_address": port.address }],
        "allowed_address_pairs": [],
        "extra_dhcp_opts": [],
        "security_groups": port.groups,
        "description": port.description,
        "binding:vnic_type": "normal",
        "port_security_enabled": true,
        "qos_policy_id": null,
        "qos_network_policy_id": null,
        "tags": [],
        "created_at": time(port.created),
        "updated_at": time(port.updated),
        "revision_number": port.revision,
        "tenant_id": port.project,
    })
}

/// Security groups.
impl Service<'_> {
    fn groups(&self, rest: &[&str]) -> Reply {
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
                let wanted = self.body(
                    "security_group",
                    &["name", "description", "stateful", "tags"],
                )?;
                if let Some(name) = text(&wanted, "name")? {
                    if group.name == "default" && name != "default" {
                        return Err(Refusal::new(
                            409,
                            "Updating default security group not allowed.",
                        )
                        .kind("SecurityGroupCannotUpdateDefault"));
                    }
                    group.name = name;
                }
                if let Some(description) = text(&wanted, "description")? {
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
                Ok(Answer::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn create_group(&self) -> Reply {
        let action = "create_security_group";
        self.may("member", action)?;
        let wanted = self.body(
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
        let project = self.owner(&wanted, action)?;
        let name = text(&wanted, "name")?.unwrap_or_default();
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
                number: store.count("standard attribute")?,
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
            description: text(&wanted, "description")?.unwrap_or_default(),
            rules,
            created: now,
            updated: now,
        };
        store.put(&group, now)?;
        Ok(shown(201, "security_group", &group_view(&group)))
    }

    fn rules(&self, rest: &[&str]) -> Reply {
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
                Ok(Answer::empty(204))
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

    fn create_rule(&self, action: &str) -> Reply {
        self.may("member", action)?;
        let wanted = self.body("security_group_rule", &RULE_KEYS)?;
        let group =
            text(&wanted, "security_group_id")?.ok_or_else(|| required("security_group_id"))?;
        let direction = text(&wanted, "direction")?.ok_or_else(|| required("direction"))?;
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
            ethertype: ethertype(&wanted)?,
            direction,
            protocol: protocol(&wanted)?,
            port_min: port_number(&wanted, "port_range_min")?,
            port_max: port_number(&wanted, "port_range_max")?,
            remote_prefix: None,
            remote_group: text(&wanted, "remote_group_id")?,
            description: Some(text(&wanted, "description")?.unwrap_or_default()),
            created: self.context.now,
        };
        check_ports(&rule)?;
        if let Some(prefix) = text(&wanted, "remote_ip_prefix")? {
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
        rule.number = self.store().count("standard attribute")?;
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

fn ethertype(wanted: &Value) -> Result<String, Refusal> {
    let asked = text(wanted, "ethertype")?.unwrap_or_else(|| "IPv4".to_owned());
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

fn protocol(wanted: &Value) -> Result<Option<String>, Refusal> {
    let asked = plain(&wanted["protocol"]).to_lowercase();
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

fn port_number(wanted: &Value, key: &str) -> Result<Option<u16>, Refusal> {
    let asked = plain(&wanted[key]);
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
    // One without the other is as wrong as the two in the wrong order.
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

/// An address, of either kind, and how many bits of it count.
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

    /// Without the bits that do not count.
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

/// A rule on its own, which says more than one within its group.
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

/// Floating IPs.
impl Service<'_> {
    fn floating_ips(&self, rest: &[&str]) -> Reply {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_floatingip")?;
                let mut views = Vec::new();
                for floating in self.own::<FloatingIp>(false)? {
                    views.push(self.floating_view(&floating)?);
                }
                self.list("floatingip", "floatingips", views)
            }
            ("GET", [id]) => {
                self.may("reader", "get_floatingip")?;
                let floating = self.find::<FloatingIp>("floatingip", id)?;
                let view = self.floating_view(&floating)?;
                Ok(shown(200, "floatingip", &view))
            }
            ("POST", []) => self.create_floating(),
            ("PUT", [id]) => {
                let mut floating = self.find::<FloatingIp>("floatingip", id)?;
                self.may("member", "update_floatingip")?;
                let wanted = self.body(
                    "floatingip",
                    &[
                        "port_id",
                        "fixed_ip_address",
                        "description",
                        "qos_policy_id",
                        "tags",
                    ],
                )?;
                if let Some(description) = text(&wanted, "description")? {
                    floating.description = description;
                }
                if wanted.get("port_id").is_some() {
                    self.disassociate(&mut floating)?;
                    if let Some(port) = text(&wanted, "port_id")? {
                        self.associate(&mut floating, &port)?;
                    }
                }
                floating.updated = self.context.now;
                floating.revision += 1;
                self.store().put(&floating, self.context.now)?;
                let view = self.floating_view(&floating)?;
                Ok(shown(200, "floatingip", &view))
            }
            ("DELETE", [id]) => {
                let mut floating = self.find::<FloatingIp>("floatingip", id)?;
                self.may("member", "delete_floatingip")?;
                self.disassociate(&mut floating)?;
                self.store().remove::<FloatingIp>(id)?;
                Ok(Answer::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn create_floating(&self) -> Reply {
        let action = "create_floatingip";
        self.may("member", action)?;
        let wanted = self.body(
            "floatingip",
            &[
                "floating_network_id",
                "port_id",
                "fixed_ip_address",
                "floating_ip_address",
                "subnet_id",
                "description",
                "project_id",
                "tenant_id",
                "qos_policy_id",
                "dns_domain",
                "dns_name",
                "tags",
            ],
        )?;
        let project = self.owner(&wanted, action)?;
        self.admin_only(&wanted, action, &["floating_ip_address"])?;
        let network =
            text(&wanted, "floating_network_id")?.ok_or_else(|| required("floating_network_id"))?;
        let network = self.network(&network)?;
        if !network.external {
            return Err(Refusal::new(
                400,
                format!(
                    "Bad floatingip request: Network {} is not a valid external network.",
                    network.id
                ),
            )
            .kind("BadRequest"));
        }
        self.room(&project, "floatingip")?;
        let asked = text(&wanted, "floating_ip_address")?;
        let mut floating = FloatingIp {
            id: uuid(),
            project,
            address: self.free_address(&network, asked.as_deref())?,
            network: network.id,
            port: None,
            fixed: None,
            description: text(&wanted, "description")?.unwrap_or_default(),
            created: self.context.now,
            updated: self.context.now,
            revision: 0,
        };
        if let Some(port) = text(&wanted, "port_id")? {
            self.associate(&mut floating, &port)?;
        }
        self.store().put(&floating, self.context.now)?;
        let view = self.floating_view(&floating)?;
        Ok(shown(201, "floatingip", &view))
    }

    /// The address that is asked for, or one that nobody has. Ports have theirs from the lower
    /// half of a subnet first, floating IPs from the upper.
    fn free_address(&self, network: &Network, asked: Option<&str>) -> Result<String, Refusal> {
        let store = self.store();
        let floating = store.all::<FloatingIp>(Scan::default())?;
        let ports = store.all::<Port>(Scan::default())?;
        let mut taken: HashSet<String> = floating
            .into_iter()
            .filter(|floating| floating.network == network.id)
            .map(|floating| floating.address)
            .collect();
        taken.extend(
            ports
                .into_iter()
                .filter(|port| port.network == network.id)
                .map(|port| port.address),
        );
        for subnet in ports::subnets(store, &network.id)? {
            if let Some(asked) = asked {
                let fits = asked
                    .parse::<Ipv4Addr>()
                    .is_ok_and(|address| subnet.holds(address));
                if fits && !taken.contains(asked) {
                    return Ok(asked.to_owned());
                }
                continue;
            }
            // The first is the gateway's, and the last one the router's.
            let (half, end) = (subnet.size() / 2, subnet.size().saturating_sub(2));
            let found = (half..end)
                .chain(2..half)
                .map(|offset| subnet.address(offset).to_string())
                .find(|address| !taken.contains(address));
            if let Some(found) = found {
                return Ok(found);
            }
        }
        Err(match asked {
            Some(asked) if taken.contains(asked) => Refusal::new(
                409,
                format!(
                    "IP address {asked} already allocated in subnet of {}",
                    network.id
                ),
            )
            .kind("IpAddressAlreadyAllocated"),
            Some(asked) => Refusal::new(
                400,
                format!(
                    "IP address {asked} is not a valid IP for any of the subnets on the specified \
                     network."
                ),
            )
            .kind("InvalidIpForNetwork"),
            None => Refusal::new(
                409,
                format!("No more IP addresses available on network {}.", network.id),
            )
            .kind("IpAddressGenerationFailure"),
        })
    }

    fn associate(&self, floating: &mut FloatingIp, port: &str) -> Result<(), Refusal> {
        let store = self.store();
        let port = self.find::<Port>("port", port)?;
        let network = store.get::<Network>(&port.network)?;
        if network.is_some_and(|network| network.external) {
            return Err(Refusal::new(
                404,
                format!(
                    "External network {} is not reachable from subnet {}. Therefore, cannot \
                     associate Port {} with a Floating IP.",
                    floating.network, port.subnet, port.id
                ),
            )
            .kind("ExternalGatewayForFloatingIPNotFound"));
        }
        let others = store.all::<FloatingIp>(Scan::default())?;
        let has_one = others
            .iter()
            .any(|other| other.id != floating.id && other.port.as_ref() == Some(&port.id));
        if has_one {
            return Err(Refusal::new(
                409,
                format!(
                    "Cannot associate floating IP {} ({}) with port {} using fixed IP {}, as that \
                     fixed IP already has a floating IP on external network {}.",
                    floating.address, floating.id, port.id, port.address, floating.network
                ),
            )
            .kind("FloatingIPPortAlreadyAssociated"));
        }
        ports::set_floating(store, self.context.now, &port, Some(&floating.address))?;
        floating.port = Some(port.id);
        floating.fixed = Some(port.address);
        Ok(())
    }

    fn disassociate(&self, floating: &mut FloatingIp) -> Result<(), StoreError> {
        floating.fixed = None;
        let Some(port) = floating.port.take() else {
            return Ok(());
        };
        match self.store().get::<Port>(&port)? {
            Some(port) => ports::set_floating(self.store(), self.context.now, &port, None),
            None => Ok(()),
        }
    }

    fn floating_view(&self, floating: &FloatingIp) -> Result<Value, StoreError> {
        let port = match &floating.port {
            Some(port) => self.store().get::<Port>(port)?,
            None => None,
        };
        let status = if port.is_some() { "ACTIVE" } else { "DOWN" };
        let router = port.as_ref().map(|_| router_id(&floating.network));
        let details = port.map(|port| {
            json!({ "name": port.name, "network_id": port.network, "mac_address": port.mac,
                    "admin_state_up": true, "status": port.status, "device_id": port.device,
                    "device_owner": port.device_owner })
        });
        Ok(json!({
            "id": floating.id,
            "tenant_id": floating.project,
            "project_id": floating.project,
            "floating_ip_address": floating.address,
            "floating_network_id": floating.network,
            "router_id": router,
            "port_id": floating.port,
            "fixed_ip_address": floating.fixed,
            "status": status,
            "description": floating.description,
            "qos_policy_id": null,
            "port_details": details,
            "tags": [],
            "created_at": time(floating.created),
            "updated_at": time(floating.updated),
            "revision_number": floating.revision,
        }))
    }
}

/// The router before an external network.
fn router_id(network: &str) -> String {
    steady_uuid(&format!("router {network}")).to_string()
}

/// The router, and quotas.
impl Service<'_> {
    /// The external network whose router there is.
    fn outside(&self) -> Result<Option<Network>, StoreError> {
        let networks = self.store().all::<Network>(Scan {
            ascending: true,
            ..Scan::default()
        })?;
        Ok(networks.into_iter().find(|network| network.external))
    }

    /// The one router, where the project may see it.
    fn router(&self) -> Result<Option<Value>, StoreError> {
        let Some(network) = self.outside()? else {
            return Ok(None);
        };
        if !self.owns(&network.project) {
            return Ok(None);
        }
        let addresses: Vec<Value> = ports::subnets(self.store(), &network.id)?
            .first()
            .into_iter()
            .map(|subnet| {
                let address = subnet.address(subnet.size().saturating_sub(2));
                json!({ "subnet_id": subnet.id, "ip_address": address.to_string() })
            })
            .collect();
        Ok(Some(json!({
            "id": router_id(&network.id),
            "name": "router",
            "tenant_id": network.project,
            "project_id": network.project,
            "admin_state_up": true,
            "status": "ACTIVE",
            "external_gateway_info": {
                "network_id": network.id,
                "external_fixed_ips": addresses,
                "enable_snat": true,
                "qos_policy_id": null,
            },
            "description": "",
            "availability_zones": [],
            "availability_zone_hints": [],
            "routes": [],
            "flavor_id": null,
            "tags": [],
            "created_at": time(network.created),
            "updated_at": time(network.created),
            "revision_number": 3,
        })))
    }

    fn quotas(&self, rest: &[&str]) -> Reply {
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
                Ok(Answer::empty(204))
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

    fn set_quota(&self, project: &str) -> Reply {
        self.may("admin", "update_quota")?;
        let mut known: Vec<&str> = RESOURCES.iter().map(|(name, _)| *name).collect();
        known.extend(["force", "check_limit", "project_id", "tenant_id"]);
        let wanted = self.body("quota", &known)?;
        let force = flag(&wanted, "force")?.unwrap_or_default();
        let id = quota_id(project);
        let mut quota = self.store().get::<Quota>(&id)?.unwrap_or(Quota {
            id,
            limits: BTreeMap::new(),
        });
        for (name, _) in RESOURCES {
            let asked = &wanted[name];
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
            "router" => {
                let outside = self.outside()?;
                usize::from(outside.is_some_and(|network| network.project == project))
            }
            _ => 0,
        };
        Ok(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// Refuses one more than the quota allows.
    fn room(&self, project: &str, resource: &str) -> Result<(), Refusal> {
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
