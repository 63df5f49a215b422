//! Gnocchi: the resources, metrics and measures of servers.
//!
//! <https://gnocchi.osci.io/rest.html>

mod load;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use self::load::{Metric, PERIOD, series};
use crate::clock;
use crate::context::{Caller, Context};
use crate::http_types::{HandlerResult, Refusal, Response, reason};
use crate::ids::{fixed_id, fixed_uuid};
use crate::model::{Nic, Server};
use crate::store::{Record as _, Scan};

pub(crate) fn shape(refusal: &Refusal, json: bool) -> Response {
    if json {
        return Response::json(
            refusal.status,
            json!({ "code": refusal.status, "title": reason(refusal.status),
                    "description": refusal.message }),
        );
    }
    refusal.framework_page(false)
}

fn missing(message: impl Into<String>) -> Refusal {
    Refusal {
        lead: "The resource could not be found.",
        ..Refusal::page(404, message)
    }
}

pub(crate) fn handle(context: &Context<'_>, path: &[&str]) -> HandlerResult {
    let request = context.request;
    let path = match path {
        [] => {
            let links = json!([{ "rel": "self", "href": format!("{}/v1/", request.root) }]);
            return Ok(Response::json(
                200,
                json!({ "build": "4.7.1", "versions": [{ "status": "CURRENT", "links": links,
                        "id": "v1.0", "updated": "2015-03-19" }] }),
            ));
        }
        ["v1", rest @ ..] => rest,
        _ => return Err(Refusal::unknown_route()),
    };
    let measures = Measures {
        context,
        caller: context.member()?,
    };
    measures.route(path)
}

/// The kinds of resources that a server has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Instance,
    Disk,
    Nic,
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        match name {
            "instance" | "generic" => Some(Self::Instance),
            "instance_disk" => Some(Self::Disk),
            "instance_network_interface" => Some(Self::Nic),
            _ => None,
        }
    }

    fn metrics(self) -> [Metric; 2] {
        match self {
            Self::Instance => Metric::OF_INSTANCE,
            Self::Disk => Metric::OF_DISK,
            Self::Nic => Metric::OF_NIC,
        }
    }
}

/// A resource: a server, its disk, or one of its network interfaces.
struct Resource {
    kind: Kind,
    id: String,
    original: String,
    /// The index among the server's resources of this kind.
    place: usize,
    server: Server,
}

impl Resource {
    fn metric_id(&self, metric: Metric) -> String {
        let server = Uuid::parse_str(&self.server.id).unwrap_or_default();
        hidden(server, metric, self.place).to_string()
    }
}

/// Returns the ID of a server's metric, or the server's ID from that of a metric: applied twice,
/// this returns its argument. So a metric is found at once among those of thousands of servers.
fn hidden(id: Uuid, metric: Metric, place: usize) -> Uuid {
    let mut mask = fixed_uuid(&format!("{} {place}", metric.name())).into_bytes();
    // The bits that mark a random UUID stay as they are.
    mask[6] &= 0x0f;
    mask[8] &= 0x3f;
    Uuid::from_u128(id.as_u128() ^ u128::from_be_bytes(mask))
}

/// More network interfaces than any server has.
const MOST_PLACES: usize = 32;

struct Measures<'a> {
    context: &'a Context<'a>,
    caller: Caller,
}

impl Measures<'_> {
    fn route(&self, path: &[&str]) -> HandlerResult {
        let method = self.context.request.method.as_str();
        match (method, path) {
            ("GET", ["resource", kind]) => {
                let views = self.all(known(kind)?)?;
                let views: Vec<Value> = views.iter().map(resource_view).collect();
                Ok(Response::json(200, Value::Array(views)))
            }
            ("GET", ["resource", kind, id, rest @ ..]) => {
                let resource = self
                    .all(known(kind)?)?
                    .into_iter()
                    .find(|one| one.id == *id || one.original == *id)
                    .ok_or_else(|| missing(format!("Resource {id} does not exist")))?;
                self.one(&resource, rest)
            }
            ("POST", ["search", "resource", kind]) => self.search(known(kind)?),
            ("GET", ["metric", id, rest @ ..]) => match self.find_metric(id)? {
                Some((resource, metric)) => self.metric(&resource, metric, rest),
                None => Err(missing(format!("Metric {id} does not exist"))),
            },
            ("GET", ["archive_policy"]) => Ok(Response::json(200, json!([policy()]))),
            ("GET", ["archive_policy", "ceilometer-low"]) => Ok(Response::json(200, policy())),
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// Returns the resources of a kind that the caller may see.
    fn all(&self, kind: Kind) -> Result<Vec<Resource>, Refusal> {
        let servers = self.context.store.all::<Server>(Scan {
            project: (!self.caller.is_admin()).then_some(self.caller.project.as_str()),
            ..Scan::default()
        })?;
        Ok(servers
            .iter()
            .flat_map(|server| of_server(server, kind))
            .collect())
    }

    /// Returns a server if the caller may see it.
    fn server(&self, id: &str) -> Result<Option<Server>, Refusal> {
        let server = self.context.store.get::<Server>(id)?;
        Ok(server.filter(|server| {
            server.gone().is_none()
                && (self.caller.is_admin() || server.project == self.caller.project)
        }))
    }

    /// Returns the resources of a kind of these servers. Skips servers that do not exist.
    fn of_servers(&self, ids: &[&str], kind: Kind) -> Result<Vec<Resource>, Refusal> {
        let mut all = Vec::new();
        for id in ids {
            if let Some(server) = self.server(id)? {
                all.extend(of_server(&server, kind));
            }
        }
        Ok(all)
    }

    fn find_metric(&self, id: &str) -> Result<Option<(Resource, Metric)>, Refusal> {
        let Ok(id) = Uuid::parse_str(id) else {
            return Ok(None);
        };
        for place in 0..MOST_PLACES {
            for kind in [Kind::Instance, Kind::Disk, Kind::Nic] {
                for metric in kind.metrics() {
                    let server = hidden(id, metric, place).to_string();
                    let mut resources = self.of_servers(&[&server], kind)?.into_iter();
                    if let Some(resource) = resources.nth(place) {
                        return Ok(Some((resource, metric)));
                    }
                }
            }
        }
        Ok(None)
    }

    fn one(&self, resource: &Resource, rest: &[&str]) -> HandlerResult {
        match rest {
            [] => Ok(Response::json(200, resource_view(resource))),
            ["metric"] => {
                let views: Vec<Value> = resource
                    .kind
                    .metrics()
                    .into_iter()
                    .map(|metric| metric_view(resource, metric))
                    .collect();
                Ok(Response::json(200, Value::Array(views)))
            }
            ["metric", name, rest @ ..] => {
                let metric = resource
                    .kind
                    .metrics()
                    .into_iter()
                    .find(|metric| metric.name() == *name)
                    .ok_or_else(|| missing(format!("Metric {name} does not exist")))?;
                self.metric(resource, metric, rest)
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn metric(&self, resource: &Resource, metric: Metric, rest: &[&str]) -> HandlerResult {
        match rest {
            [] => Ok(Response::json(200, metric_view(resource, metric))),
            ["measures"] => self.measures(resource, metric),
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn measures(&self, resource: &Resource, metric: Metric) -> HandlerResult {
        let request = self.context.request;
        let aggregation = request.parameter("aggregation").unwrap_or("mean");
        let granularity = request.parameter("granularity").unwrap_or("300");
        let seconds: f64 = granularity
            .parse()
            .map_err(|_| Refusal::page(400, "Unable to parse timespan"))?;
        let rate = aggregation == "rate:mean" && metric.is_cumulative();
        #[expect(clippy::cast_precision_loss, reason = "it is 300")]
        let right = (seconds - PERIOD as f64).abs() < f64::EPSILON;
        if !right || !(aggregation == "mean" || rate) {
            let id = resource.metric_id(metric);
            return Err(missing(format!(
                "Aggregation method &#x27;{aggregation}&#x27; at granularity \
                 &#x27;{seconds:?}&#x27; for metric {id} does not exist"
            )));
        }
        let start = self.time("start")?.unwrap_or(i64::MIN);
        let stop = self.time("stop")?.unwrap_or(i64::MAX);
        // The first period is the one that contains the start.
        let start = start
            .div_euclid(PERIOD * 1000)
            .saturating_mul(PERIOD * 1000);
        let values: Vec<Value> = series(&resource.server, metric, self.context.now, rate)
            .into_iter()
            .filter(|(at, _)| (start..stop).contains(at))
            .map(|(at, value)| json!([clock::offset(at), 300.0, value]))
            .collect();
        Ok(Response::json(200, Value::Array(values)))
    }

    /// Reads a time: absolute, or before now (`-1 hour`).
    fn time(&self, name: &str) -> Result<Option<i64>, Refusal> {
        let Some(text) = self.context.request.parameter(name) else {
            return Ok(None);
        };
        let wrong = || Refusal::page(400, format!("Invalid value for {name}"));
        let text = text.trim();
        if let Some(ago) = text.strip_prefix('-') {
            let ago = ago.trim();
            let digits = ago.find(|c: char| !c.is_ascii_digit()).unwrap_or(ago.len());
            let number: i64 = ago[..digits].parse().map_err(|_| wrong())?;
            let unit = match ago[digits..].trim().trim_end_matches('s') {
                "" | "sec" | "second" => 1,
                "m" | "min" | "minute" => 60,
                "h" | "hour" => 3_600,
                "d" | "day" => 86_400,
                "w" | "week" => 604_800,
                _ => return Err(wrong()),
            };
            let ago = number.saturating_mul(unit).saturating_mul(1000);
            return Ok(Some(self.context.now.saturating_sub(ago)));
        }
        if let Ok(seconds) = text.parse::<f64>() {
            #[expect(clippy::cast_possible_truncation, reason = "a time in milliseconds")]
            return Ok(Some((seconds * 1000.0) as i64));
        }
        clock::parse(&text.replace(' ', "+"))
            .or_else(|| clock::parse(text))
            .map(Some)
            .ok_or_else(wrong)
    }

    fn search(&self, kind: Kind) -> HandlerResult {
        let text = String::from_utf8_lossy(&self.context.request.body).into_owned();
        let filter: Value = if text.trim().is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&text).map_err(|_| Refusal::page(400, "Invalid JSON"))?
        };
        let mut found = Vec::new();
        let resources = match servers_in(&filter, kind) {
            Some(ids) => self.of_servers(&ids, kind)?,
            None => self.all(kind)?,
        };
        for resource in resources {
            let view = resource_view(&resource);
            if matches(&filter, &view)? {
                found.push(view);
            }
        }
        Ok(Response::json(200, Value::Array(found)))
    }
}

/// Returns a server's resources of a kind.
fn of_server(server: &Server, kind: Kind) -> Vec<Resource> {
    let originals = match kind {
        Kind::Instance => vec![server.id.clone()],
        Kind::Disk => vec![format!("{}-vda", server.id)],
        Kind::Nic => server.nics.iter().map(|nic| tap(server, nic)).collect(),
    };
    let resources = originals.into_iter().enumerate();
    let resources = resources.map(|(place, original)| Resource {
        kind,
        id: if kind == Kind::Instance {
            original.clone()
        } else {
            fixed_uuid(&original).to_string()
        },
        original,
        place,
        server: server.clone(),
    });
    resources.collect()
}

/// Returns the servers that a filter names, if it does nothing else.
fn servers_in(filter: &Value, kind: Kind) -> Option<Vec<&str>> {
    let key = if kind == Kind::Instance {
        "id"
    } else {
        "instance_id"
    };
    let ids = filter.as_object().filter(|all| all.len() == 1)?.get("in")?;
    let ids = ids.as_object().filter(|all| all.len() == 1)?.get(key)?;
    ids.as_array()?.iter().map(Value::as_str).collect()
}

fn resource_view(resource: &Resource) -> Value {
    let server = &resource.server;
    let metrics: Map<String, Value> = resource
        .kind
        .metrics()
        .into_iter()
        .map(|metric| {
            let id = resource.metric_id(metric);
            (metric.name().to_owned(), json!(id))
        })
        .collect();
    let admin = fixed_id("user admin");
    let started = clock::offset_exact(server.created);
    let mut view = json!({ "id": resource.id,
        "creator": format!("{admin}:{}", server.project),
        "started_at": started, "revision_start": started, "ended_at": null,
        "user_id": server.user, "project_id": server.project,
        "original_resource_id": resource.original, "type": "instance",
        "revision_end": null, "metrics": metrics, "created_by_user_id": admin,
        "created_by_project_id": server.project });
    match resource.kind {
        Kind::Instance => {
            view["display_name"] = json!(server.name);
            view["host"] = Value::Null;
            view["image_ref"] = Value::Null;
            view["flavor_id"] = Value::Null;
            let flavor = server.flavor.as_ref().map(|flavor| &flavor.name);
            view["flavor_name"] = json!(flavor);
            view["server_group"] = Value::Null;
        }
        Kind::Disk => {
            view["type"] = json!("instance_disk");
            view["name"] = json!("vda");
            view["instance_id"] = json!(server.id);
        }
        Kind::Nic => {
            view["type"] = json!("instance_network_interface");
            view["name"] = json!(resource.original.rsplit('-').next());
            view["instance_id"] = json!(server.id);
        }
    }
    view
}

fn known(kind: &str) -> Result<Kind, Refusal> {
    Kind::of(kind).ok_or_else(|| missing(format!("Resource type {kind} does not exist")))
}

/// Returns the host's name for a server's network interface.
fn tap(server: &Server, nic: &Nic) -> String {
    format!("{}-tap{}", server.id, &nic.port[..11.min(nic.port.len())])
}

fn policy() -> Value {
    json!({ "name": "ceilometer-low", "back_window": 0,
            "definition": [{ "timespan": "30 days, 0:00:00", "granularity": "0:05:00",
                             "points": 8640 }],
            "aggregation_methods": ["mean", "rate:mean"] })
}

fn metric_view(resource: &Resource, metric: Metric) -> Value {
    let server = &resource.server;
    let admin = fixed_id("user admin");
    json!({ "id": resource.metric_id(metric), "creator": format!("{admin}:{}", server.project),
            "name": metric.name(), "unit": metric.unit(), "resource_id": resource.id,
            "archive_policy": policy(), "created_by_user_id": admin,
            "created_by_project_id": server.project })
}

/// Applies Gnocchi's search filters: `=`, `in`, `and`, `or`, `not`.
fn matches(filter: &Value, view: &Value) -> Result<bool, Refusal> {
    let wrong = || Refusal::page(400, "Invalid input: the filter is not understood");
    let Some(object) = filter.as_object() else {
        return if filter.is_null() {
            Ok(true)
        } else {
            Err(wrong())
        };
    };
    let Some((operator, argument)) = object.iter().next() else {
        return Ok(true);
    };
    let both = |argument: &Value| {
        argument
            .as_object()
            .and_then(|map| map.iter().next())
            .map(|(key, value)| (view[key.as_str()].clone(), value.clone()))
            .ok_or_else(wrong)
    };
    match operator.as_str() {
        "=" | "eq" | "==" => both(argument).map(|(own, requested)| own == requested),
        "in" => {
            let (own, requested) = both(argument)?;
            Ok(requested.as_array().ok_or_else(wrong)?.contains(&own))
        }
        "not" => Ok(!matches(argument, view)?),
        "and" | "or" => {
            let mut all = Vec::new();
            for one in argument.as_array().ok_or_else(wrong)? {
                all.push(matches(one, view)?);
            }
            Ok(if operator == "and" {
                all.iter().all(|one| *one)
            } else {
                all.iter().any(|one| *one)
            })
        }
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metrics_id_leads_back_to_its_server() {
        let server = Uuid::new_v4();
        let mut all = std::collections::BTreeSet::new();
        for metric in [Metric::OF_INSTANCE, Metric::OF_DISK, Metric::OF_NIC].concat() {
            for place in 0..MOST_PLACES {
                let id = hidden(server, metric, place);
                assert_eq!(id.get_version_num(), 4);
                assert_eq!(hidden(id, metric, place), server);
                assert!(all.insert(id));
            }
        }
    }

    #[test]
    fn a_filter_that_only_names_servers_names_them() {
        let filter = json!({ "in": { "id": ["a", "b"] } });
        assert_eq!(servers_in(&filter, Kind::Instance), Some(vec!["a", "b"]));
        assert_eq!(servers_in(&filter, Kind::Disk), None);
        let disks = json!({ "in": { "instance_id": ["a"] } });
        assert_eq!(servers_in(&disks, Kind::Disk), Some(vec!["a"]));
        for other in [
            json!(null),
            json!({ "=": { "id": "a" } }),
            json!({ "in": { "id": [1] } }),
        ] {
            assert_eq!(servers_in(&other, Kind::Instance), None);
        }
    }
}
