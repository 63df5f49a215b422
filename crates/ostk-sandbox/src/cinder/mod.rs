//! Cinder v3: volumes, snapshots, types, limits and quotas.
//!
//! <https://docs.openstack.org/api-ref/block-storage/v3/>

mod limits;
mod snapshots;
mod view;
mod volumes;

use serde_json::{Value, json};

use crate::context::{Caller, Context};
use crate::http_types::{Body, HandlerResult, Refusal, Request, Response};
use crate::ids::fixed_uuid;

/// The highest microversion: 3.71.
const LATEST: u32 = 71;
/// The only volume type.
const TYPE: &str = "__DEFAULT__";

/// The request that Cinder handles, its caller, and the microversion's minor number.
struct VolumeHandler<'a> {
    context: &'a Context<'a>,
    caller: Caller,
    minor: u32,
}

pub(crate) fn handle(context: &Context<'_>, path: &[&str]) -> HandlerResult {
    let request = context.request;
    let path = match path {
        [] => return Ok(Response::json(300, versions(request))),
        ["v3"] => return Ok(Response::json(200, versions(request))),
        ["v3", rest @ ..] => rest,
        _ => return Err(Refusal::unknown_route()),
    };
    let caller = context.member()?;
    // The project's ID may follow the version.
    let path = match path {
        [first, rest @ ..] if *first == caller.project => rest,
        other => other,
    };
    let minor = minor(request)?;
    VolumeHandler {
        context,
        caller,
        minor,
    }
    .route(path)
}

/// Adds the headers that Cinder sends with each response: the microversion and the request's ID.
pub(crate) fn with_headers(request: &Request, response: Response) -> Response {
    if response.status == 401 {
        return response;
    }
    let version = minor(request).unwrap_or(0);
    let response = response
        .header("openstack-api-version", format!("volume 3.{version}"))
        .header("vary", "OpenStack-API-Version");
    match response.body {
        Body::Nothing => response.header("content-type", "text/html; charset=UTF-8"),
        _ => response.header("x-compute-request-id", request.id.clone()),
    }
}

fn minor(request: &Request) -> Result<u32, Refusal> {
    let asked = request.header("openstack-api-version").and_then(|text| {
        text.split(',')
            .find_map(|part| part.trim().strip_prefix("volume "))
    });
    match asked.map(str::trim) {
        None => Ok(0),
        Some("latest") => Ok(LATEST),
        Some(text) => text
            .strip_prefix("3.")
            .and_then(|minor| minor.parse().ok())
            .filter(|minor| *minor <= LATEST)
            .ok_or_else(|| {
                Refusal::new(
                    406,
                    format!(
                        "Version {text} is not supported by the API. Minimum is 3.0 and maximum \
                         is 3.{LATEST}."
                    ),
                )
            }),
    }
}

fn versions(request: &Request) -> Value {
    json!({ "versions": [{ "id": "v3.0", "status": "CURRENT", "version": format!("3.{LATEST}"),
        "min_version": "3.0", "updated": "2023-08-31T00:00:00Z",
        "links": [
            { "rel": "describedby", "type": "text/html", "href": "https://docs.openstack.org/" },
            { "rel": "self", "href": format!("{}/v3/", request.root) },
        ],
        "media-types": [{ "base": "application/json",
            "type": "application/vnd.openstack.volume+json;version=3" }] }] })
}

/// Returns the time at which work is done that takes so many milliseconds at normal speed.
fn later(context: &Context<'_>, milliseconds: i64) -> i64 {
    if context.speed <= 0.0 {
        return context.now;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "a few seconds"
    )]
    let scaled = (milliseconds as f64 / context.speed) as i64;
    context.now.saturating_add(scaled)
}

impl VolumeHandler<'_> {
    fn route(&self, path: &[&str]) -> HandlerResult {
        match (self.context.request.method.as_str(), path) {
            (_, ["volumes", rest @ ..]) => self.volumes(rest),
            (_, ["snapshots", rest @ ..]) => self.snapshots(rest),
            ("GET", ["types"]) => Ok(Response::json(200, json!({ "volume_types": [kind()] }))),
            ("GET", ["types", id]) => {
                if *id == TYPE || *id == "default" || *id == type_id() {
                    Ok(Response::json(200, json!({ "volume_type": kind() })))
                } else {
                    let message = format!("Volume type {id} could not be found.");
                    Err(Refusal::new(404, message))
                }
            }
            ("GET", ["limits"]) => self.limits(),
            (_, ["os-quota-sets", project]) => self.quota_set(project),
            ("GET", ["os-availability-zone"]) => Ok(Response::json(
                200,
                json!({ "availabilityZoneInfo": [
                    { "zoneState": { "available": true }, "zoneName": "nova" }] }),
            )),
            ("GET", ["extensions"]) => Ok(Response::json(200, json!({ "extensions": [] }))),
            ("GET", ["backups"] | ["backups", "detail"]) => {
                Ok(Response::json(200, json!({ "backups": [] })))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn allow(&self, role: &str, policy: &str) -> Result<(), Refusal> {
        if self.caller.is(role) && !self.caller.project.is_empty() {
            return Ok(());
        }
        Err(Refusal::new(
            403,
            format!("Policy doesn't allow {policy} to be performed."),
        ))
    }

    /// Returns whether the request asks for the resources of all projects. Only an administrator
    /// may.
    fn everybody(&self) -> bool {
        let asked = self.context.request.parameter("all_tenants");
        self.caller.is_admin()
            && asked.is_some_and(|text| !matches!(text.to_lowercase().as_str(), "0" | "false"))
    }

    /// Returns one page of resources that are listed newest first: those after the marker, and the
    /// link to the next page.
    fn page<T>(
        &self,
        key: &str,
        things: &[T],
        id: impl Fn(&T) -> &str,
        view: impl Fn(&T) -> Value,
    ) -> HandlerResult {
        const MOST: usize = 1000;
        let request = self.context.request;
        let limit = match request.parameter("limit") {
            None => MOST,
            Some(text) => text
                .parse::<usize>()
                .map_err(|_| Refusal::new(400, "limit param must be an integer"))?
                .min(MOST),
        };
        let start = match request.parameter("marker") {
            None => 0,
            Some(marker) => {
                let at = things.iter().position(|resource| id(resource) == marker);
                at.ok_or_else(|| Refusal::new(404, format!("Volume {marker} could not be found.")))?
                    + 1
            }
        };
        let page: Vec<&T> = things.iter().skip(start).take(limit).collect();
        let views: Vec<Value> = page.iter().map(|resource| view(resource)).collect();
        let mut body = json!({ key: views });
        if let Some(last) = page.last().filter(|_| page.len() == limit) {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            for (name, value) in &request.query {
                if name != "marker" {
                    query.append_pair(name, value);
                }
            }
            query.append_pair("marker", id(last));
            let path = request.path[1..].join("/");
            let href = format!("{}/{path}?{}", request.root, query.finish());
            body[format!("{key}_links")] = json!([{ "rel": "next", "href": href }]);
        }
        Ok(Response::json(200, body))
    }
}

fn type_id() -> String {
    fixed_uuid("volume type").to_string()
}

fn kind() -> Value {
    json!({ "id": type_id(), "name": TYPE, "is_public": true,
            "description": "Default Volume Type", "extra_specs": {},
            "os-volume-type-access:is_public": true })
}

/// Returns the error that Cinder's schemas give.
fn invalid(field: &str, value: &Value, why: &str) -> Refusal {
    Refusal::new(
        400,
        format!("Invalid input for field/attribute {field}. Value: {value}. {why}"),
    )
}

/// Returns the object under `key` in the body.
fn body(request: &Request, key: &str) -> Result<Value, Refusal> {
    request
        .object()
        .map(|mut body| body[key].take())
        .filter(Value::is_object)
        .ok_or_else(|| Refusal::new(400, format!("Invalid input received: '{key}' is required")))
}

/// Reads metadata as a map of strings.
fn metadata(value: &Value) -> Result<std::collections::BTreeMap<String, String>, Refusal> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| match value.as_str() {
            Some(text) if text.len() <= 255 => Ok((key.clone(), text.to_owned())),
            _ => Err(invalid("metadata", value, "it is no text")),
        })
        .collect()
}
