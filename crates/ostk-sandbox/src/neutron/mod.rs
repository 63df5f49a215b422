//! Neutron v2.0: networks, subnets, ports, security groups, floating IPs and quotas.
//!
//! <https://docs.openstack.org/api-ref/network/v2/>

mod extensions;
mod floating_ips;
mod networks;
mod ports;
mod quotas;
mod security_groups;
mod subnets;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::clock;
use crate::context::{Caller, Context};
use crate::http_types::{HandlerResult, Refusal, Request, Response, link, reason};
use crate::model::Network;
use crate::store::{Record, Scan, Store, StoreError};

/// The characters that need no encoding in a query's values.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The parameters of a list that are not filters.
const NO_FILTERS: [&str; 6] = [
    "limit",
    "marker",
    "page_reverse",
    "fields",
    "sort_key",
    "sort_dir",
];

pub(crate) fn shape(refusal: &Refusal) -> Response {
    if refusal.kind == "token" {
        return Response::json(
            refusal.status,
            json!({ "error": { "code": refusal.status, "title": reason(refusal.status),
                               "message": refusal.message } }),
        );
    }
    Response::json(
        refusal.status,
        json!({ "NeutronError": { "type": refusal.kind, "message": refusal.message,
                                  "detail": "" } }),
    )
}

pub(crate) fn handle(context: &Context<'_>, path: &[&str]) -> HandlerResult {
    let request = context.request;
    let rest = match path {
        [] => {
            let href = format!("{}/v2.0/", request.root);
            return Ok(Response::json(
                200,
                json!({ "versions": [{ "id": "v2.0", "status": "CURRENT",
                                       "links": [link("self", href)] }] }),
            ));
        }
        ["v2.0", rest @ ..] => rest,
        _ => return Err(Refusal::unknown_route()),
    };
    let caller = context.member()?;
    NetworkHandler { context, caller }.response(rest)
}

/// Handles one request.
struct NetworkHandler<'a> {
    context: &'a Context<'a>,
    caller: Caller,
}

impl NetworkHandler<'_> {
    fn store(&self) -> &Store {
        self.context.store
    }

    fn request(&self) -> &Request {
        self.context.request
    }

    fn method(&self) -> &str {
        &self.context.request.method
    }

    fn response(&self, rest: &[&str]) -> HandlerResult {
        match rest {
            ["networks", rest @ ..] => self.networks(rest),
            ["subnets", rest @ ..] => self.subnets(rest),
            ["ports", rest @ ..] => self.ports(rest),
            ["security-groups", rest @ ..] => self.groups(rest),
            ["security-group-rules", rest @ ..] => self.rules(rest),
            ["floatingips", rest @ ..] => self.floating_ips(rest),
            ["quotas", rest @ ..] => self.quotas(rest),
            // The sandbox's Neutron has no router of its own for a new network.
            ["auto-allocated-topology", _] if self.method() == "GET" => Err(Refusal::new(
                409,
                "Deployment error: No default router:external network.",
            )
            .kind("AutoAllocationFailure")),
            _ if self.method() == "GET" => self.only_read(rest),
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// Handles the resources that cannot be changed here.
    fn only_read(&self, rest: &[&str]) -> HandlerResult {
        match rest {
            ["routers", rest @ ..] => self.routers(rest),
            ["extensions", rest @ ..] => extensions::response(rest),
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

    /// Refuses a request that the token's roles do not allow.
    fn may(&self, role: &str, action: &str) -> Result<(), Refusal> {
        if self.caller.is(role) {
            Ok(())
        } else {
            Err(denied(&format!("rule:{action}")))
        }
    }

    fn owns(&self, project: &str) -> bool {
        self.caller.is_admin() || self.caller.project == project
    }

    fn sees(&self, network: &Network) -> bool {
        network.shared || network.external || self.owns(&network.project)
    }

    /// Returns the project's resources, or for an administrator those of all projects.
    fn own<T: Record>(&self, ascending: bool) -> Result<Vec<T>, StoreError> {
        let project = (!self.caller.is_admin()).then_some(self.caller.project.as_str());
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

    /// Returns the resource in the request's body. Refuses unknown fields.
    fn body(&self, key: &str, known: &[&str]) -> Result<Value, Refusal> {
        let body = self.request().object().ok_or_else(|| {
            Refusal::new(
                400,
                "The server could not comply with the request since it is either malformed or \
                 otherwise incorrect.",
            )
        })?;
        let requested = body
            .get(key)
            .ok_or_else(|| Refusal::new(400, format!("Unable to find '{key}' in request body")))?;
        let Some(keys) = requested.as_object() else {
            return Err(Refusal::new(400, "Body contains invalid data"));
        };
        let unknown: Vec<&str> = keys
            .keys()
            .map(String::as_str)
            .filter(|key| !known.contains(key))
            .collect();
        if unknown.is_empty() {
            Ok(requested.clone())
        } else {
            Err(Refusal::new(
                400,
                format!("Unrecognized attribute(s) '{}'", unknown.join(", ")),
            ))
        }
    }

    /// Returns the project of a new resource.
    fn owner(&self, requested: &Value, action: &str) -> Result<String, Refusal> {
        let asked = requested["project_id"]
            .as_str()
            .or_else(|| requested["tenant_id"].as_str())
            .unwrap_or(&self.caller.project);
        if self.owns(asked) {
            Ok(asked.to_owned())
        } else {
            let rule = format!("(rule:{action} and rule:{action}:tenant_id)");
            Err(denied(&rule))
        }
    }

    fn admin_only(&self, requested: &Value, action: &str, keys: &[&str]) -> Result<(), Refusal> {
        for key in keys {
            let asked = &requested[*key];
            if !self.caller.is_admin() && !asked.is_null() && *asked != false {
                let rule = format!("(rule:{action} and rule:{action}:{key})");
                return Err(denied(&rule));
            }
        }
        Ok(())
    }

    /// Returns a list, with the requested filters, order and page.
    fn list(&self, one: &str, many: &str, mut views: Vec<Value>) -> HandlerResult {
        let request = self.request();
        let filters: Vec<(&str, &str)> = request
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
        if let Some(key) = request.parameter("sort_key") {
            views.sort_by_cached_key(|view| plain(&view[key]));
            if request.parameter("sort_dir") == Some("desc") {
                views.reverse();
            }
        }
        let links = cut(request, one, &mut views)?;
        let fields: Vec<&str> = request
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
        Ok(Response::json(200, body))
    }
}

/// Cuts a list to the requested page, and returns the links to other pages.
fn cut(request: &Request, one: &str, views: &mut Vec<Value>) -> Result<Vec<Value>, Refusal> {
    let limit = match request.parameter("limit") {
        None => 0,
        Some(text) => text.parse::<usize>().map_err(|_| {
            Refusal::new(
                400,
                format!("Limit must be an integer 0 or greater and not '{text}'"),
            )
        })?,
    };
    let backwards = request
        .parameter("page_reverse")
        .is_some_and(|text| text.eq_ignore_ascii_case("true"));
    if backwards {
        views.reverse();
    }
    if let Some(marker) = request.parameter("marker") {
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
            links.push(link("next", page(request, &last["id"], false)));
        }
        if full || !backwards {
            links.push(link("previous", page(request, &first["id"], true)));
        }
    }
    Ok(links)
}

/// Returns the address of another page.
fn page(request: &Request, marker: &Value, backwards: bool) -> String {
    let mut href = format!(
        "{}/{}?",
        request.root,
        request.path[1.min(request.path.len())..].join("/")
    );
    for (key, value) in &request.query {
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

/// Refuses fields that the sandbox would not keep: those that the view of the new resource does not
/// show as requested.
fn kept(requested: &Value, view: &Value, except: &[&str]) -> Result<(), Refusal> {
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    for (key, asked) in requested.as_object().into_iter().flatten() {
        let own = &view[key];
        let is_same = own == asked
            || is_empty(asked)
            || !own.is_null() && plain(own).eq_ignore_ascii_case(&plain(asked));
        if !is_same && !except.contains(&key.as_str()) {
            return Err(Refusal::unsimulated(format!(
                "the sandbox does not keep {key}={asked}"
            )));
        }
    }
    Ok(())
}

/// Returns whether a resource matches a filter.
fn matches(view: &Value, key: &str, requested: &str) -> bool {
    if key == "changed_since" {
        let changed = view["updated_at"].as_str().and_then(clock::parse);
        return changed >= clock::parse(requested);
    }
    match &view[key] {
        Value::Array(items) => items
            .iter()
            .any(|item| match (item, requested.split_once('=')) {
                (Value::Object(item), Some(("ip_address_substr", part))) => item
                    .get("ip_address")
                    .and_then(Value::as_str)
                    .is_some_and(|address| address.contains(part)),
                (Value::Object(item), Some((key, value))) => {
                    item.get(key).is_some_and(|own| own == value)
                }
                (item, _) => item == requested,
            }),
        Value::Bool(flag) => {
            let is_true = requested.eq_ignore_ascii_case("true") || requested == "1";
            *flag == is_true
        }
        own => plain(own) == requested,
    }
}

/// Returns a value without quotes, and an empty string for null.
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

fn shown(status: u16, key: &str, value: &Value) -> Response {
    Response::json(status, json!({ key: value }))
}

fn text(requested: &Value, key: &str) -> Result<Option<String>, Refusal> {
    match &requested[key] {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone())),
        other => Err(Refusal::new(
            400,
            format!("Invalid input for {key}. Reason: '{other}' is not a valid string."),
        )),
    }
}

fn flag(requested: &Value, key: &str) -> Result<Option<bool>, Refusal> {
    match (
        &requested[key],
        plain(&requested[key]).to_lowercase().as_str(),
    ) {
        (Value::Null, _) => Ok(None),
        (_, "true" | "1") => Ok(Some(true)),
        (_, "false" | "0") => Ok(Some(false)),
        (_, other) => Err(Refusal::new(
            400,
            format!("Invalid input for {key}. Reason: '{other}' cannot be converted to boolean."),
        )),
    }
}
