//! Nova's Compute API at microversions 2.1 to 2.104.
//!
//! <https://docs.openstack.org/api-ref/compute/>

mod actions;
mod attach;
mod create;
mod create_request;
mod disks;
mod flavors;
mod guest;
mod instance_actions;
mod keypairs;
mod limits;
mod list;
mod metadata;
mod networks;
mod schema;
mod server_groups;
mod view;

use serde_json::{Value, json};

use crate::context::{Caller, Context};
use crate::http_types::{Body, HandlerResult, Refusal, Request, Response, link};
use crate::model::Server;
use crate::routes::is_version;

/// The highest microversion: 2.104.
const LATEST: u32 = 104;

/// The longest request body that Nova reads (`max_request_body_size`).
const BODY_LIMIT: usize = 114_688;

/// The request that Nova handles, its caller, and the microversion's minor number.
struct ComputeHandler<'a> {
    context: &'a Context<'a>,
    caller: Caller,
    minor: u32,
}

pub(crate) fn shape(refusal: &Refusal, json: bool) -> Response {
    if refusal.kind == "token" {
        return Response::json(
            refusal.status,
            json!({ "error": { "code": refusal.status, "title": "Unauthorized",
                               "message": refusal.message } }),
        );
    }
    if refusal.page {
        return refusal.framework_page(json);
    }
    let name = match refusal.status {
        400 => "badRequest",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "itemNotFound",
        405 => "badMethod",
        409 => "conflictingRequest",
        413 | 429 => "overLimit",
        501 => "notImplemented",
        503 => "serviceUnavailable",
        _ => "computeFault",
    };
    let mut body = json!({ "code": refusal.status, "message": refusal.message });
    if refusal.status == 413 {
        body["retryAfter"] = json!("0");
        return Response::json(413, json!({ name: body })).header("retry-after", "0");
    }
    Response::json(refusal.status, json!({ name: body }))
}

/// Adds the headers that Nova sends with each response: the microversion and the request's ID.
pub(crate) fn with_headers(request: &Request, response: Response) -> Response {
    if request.path.len() < 2 {
        return response;
    }
    let response = response.header("x-compute-request-id", request.id.clone());
    let response = match response.body {
        Body::Nothing => response.header("content-type", "application/json"),
        _ => response,
    };
    // A response of the web framework has no microversion.
    let framework = match &response.body {
        Body::Page(_) => true,
        Body::Json(value) => value.get("title").is_some(),
        Body::Nothing => false,
    };
    if framework || response.status == 401 {
        return response;
    }
    let version = match (minor(request), asked(request)) {
        (Ok(minor), _) => format!("2.{minor}"),
        (Err(refusal), Some(text)) if refusal.status == 406 => text.to_owned(),
        _ => return response,
    };
    response
        .header("openstack-api-version", format!("compute {version}"))
        .header("x-openstack-nova-api-version", version)
        .header(
            "vary",
            "OpenStack-API-Version, X-OpenStack-Nova-API-Version",
        )
}

/// Returns the requested microversion as it was written.
fn asked(request: &Request) -> Option<&str> {
    let generic = request.header("openstack-api-version").and_then(|text| {
        text.split(',')
            .find_map(|part| part.trim().strip_prefix("compute "))
    });
    generic
        .or_else(|| request.header("x-openstack-nova-api-version"))
        .map(str::trim)
}

fn minor(request: &Request) -> Result<u32, Refusal> {
    let Some(text) = asked(request) else {
        return Ok(1);
    };
    if text == "latest" {
        return Ok(LATEST);
    }
    let number = text
        .split_once('.')
        .and_then(|(major, minor)| Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?)))
        .ok_or_else(|| {
            Refusal::new(
                400,
                format!(
                    "API Version String {text} is of invalid format. Must be of format \
                     MajorNum.MinorNum."
                ),
            )
        })?;
    match number {
        (2, minor) if (1..=LATEST).contains(&minor) => Ok(minor),
        _ => Err(Refusal::new(
            406,
            format!(
                "Version {text} is not supported by the API. Minimum is 2.1 and maximum is \
                 2.{LATEST}."
            ),
        )),
    }
}

pub(crate) fn handle(context: &Context<'_>, path: &[&str]) -> HandlerResult {
    let request = context.request;
    let path = match path {
        [] => {
            return Ok(Response::json(
                200,
                json!({ "versions": [
                { "id": "v2.0", "status": "DEPRECATED", "version": "", "min_version": "",
                  "updated": "2025-07-04T12:00:00Z",
                  "links": [link("self", format!("{}/v2/", request.root))] },
                { "id": "v2.1", "status": "CURRENT", "version": format!("2.{LATEST}"),
                  "min_version": "2.1", "updated": "2013-07-23T11:33:21Z",
                  "links": [link("self", format!("{}/v2.1/", request.root))] },
            ] }),
            ));
        }
        ["v2.1"] => {
            let described = json!({ "rel": "describedby", "type": "text/html",
                "href": "http://docs.openstack.org/" });
            return Ok(Response::json(
                200,
                json!({ "version": {
                "id": "v2.1", "status": "CURRENT", "version": format!("2.{LATEST}"),
                "min_version": "2.1", "updated": "2013-07-23T11:33:21Z",
                "links": [link("self", format!("{}/v2.1/", request.root)), described],
                "media-types": [{ "base": "application/json",
                    "type": "application/vnd.openstack.compute+json;version=2.1" }] } }),
            ));
        }
        [first, rest @ ..] if is_version(first) => rest,
        _ => return Err(Refusal::unknown_route()),
    };
    let caller = context.member()?;
    // The project's ID may follow the version, as old versions of Nova required.
    let path = match path {
        [first, rest @ ..] if *first == caller.project && !rest.is_empty() => rest,
        other => other,
    };
    if request.body.len() > BODY_LIMIT {
        return Err(Refusal::page(
            413,
            "Request is too large. Larger than max_request_body_size (%s).",
        ));
    }
    let minor = minor(request)?;
    let compute = ComputeHandler {
        context,
        caller,
        minor,
    };
    compute.route(path)
}

impl ComputeHandler<'_> {
    fn route(&self, path: &[&str]) -> HandlerResult {
        let method = self.context.request.method.as_str();
        match (method, path) {
            ("GET", ["servers"]) => self.list(false),
            ("GET", ["servers", "detail"]) => self.list(true),
            ("POST", ["servers"]) => self.create(),
            ("GET", ["servers", id]) => self.show(id),
            ("PUT", ["servers", id]) => self.update(id),
            ("DELETE", ["servers", id]) => self.delete(id),
            ("POST", ["servers", id, "action"]) => self.act(id),
            ("GET", ["servers", id, "diagnostics"]) => self.diagnostics(id),
            ("POST", ["servers", id, "remote-consoles"]) => self.remote_console(id),
            (_, ["servers", id, "metadata", rest @ ..]) => self.metadata(id, rest),
            (_, ["servers", id, "tags", rest @ ..]) => self.tags(id, rest),
            ("GET", ["servers", id, "ips"]) => self.ips(id),
            ("GET", ["servers", id, "os-instance-actions", rest @ ..]) => {
                self.instance_actions(id, rest)
            }
            ("GET", ["servers", id, "os-security-groups"]) => self.security_groups_of(id),
            (_, ["servers", id, "os-interface", rest @ ..]) => self.interfaces(id, rest),
            (_, ["servers", id, "os-volume_attachments", rest @ ..]) => {
                self.volume_attachments(id, rest)
            }
            (_, ["flavors", rest @ ..]) => self.flavors(rest),
            (_, ["os-keypairs", rest @ ..]) => self.keypairs(rest),
            ("GET", ["limits"]) => self.limits(),
            (_, ["os-quota-sets", project, rest @ ..]) => self.quota_set(project, rest),
            ("GET", ["os-availability-zone"]) => Ok(self.zones(false)),
            ("GET", ["os-availability-zone", "detail"]) => Ok(self.zones(true)),
            ("GET", ["os-hypervisors", rest @ ..]) => self.hypervisors(rest),
            ("GET", ["os-services"]) => self.services(),
            ("GET", ["extensions"]) => Ok(Response::json(200, json!({ "extensions": [] }))),
            ("GET", ["os-aggregates"]) => Ok(Response::json(200, json!({ "aggregates": [] }))),
            (_, ["os-server-groups", rest @ ..]) => self.server_groups(rest),
            // Nova's own 404 for the proxies to other services that it once had.
            (
                _,
                [
                    "os-networks" | "images" | "os-floating-ips" | "os-security-groups",
                    ..,
                ],
            ) if self.minor >= 36 => Err(Refusal::new(404, "The resource could not be found.")),
            // A path that no cloud has, so that a test can see the response; and methods that
            // `/servers` does not have.
            (_, ["nosuch"]) | ("DELETE" | "PUT" | "PATCH", ["servers"]) => {
                Err(Refusal::page(404, "The resource could not be found."))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// Refuses a request that the policy does not allow. `policy` is Nova's name for the policy.
    fn allow(&self, role: &str, policy: &str) -> Result<(), Refusal> {
        // The roles of an unscoped token do not count.
        if self.caller.is(role) && !self.caller.project.is_empty() {
            return Ok(());
        }
        Err(Refusal::new(
            403,
            format!("Policy doesn't allow os_compute_api:{policy} to be performed."),
        ))
    }

    /// Returns a server if its project is the caller's, or if the caller is an administrator.
    fn server(&self, id: &str) -> Result<Server, Refusal> {
        let found = self.context.store.get::<Server>(id)?;
        found
            .filter(|server| server.gone.is_none())
            .filter(|server| server.project == self.caller.project || self.caller.is_admin())
            .ok_or_else(|| Refusal::new(404, format!("Instance {id} could not be found.")))
    }

    fn save(&self, server: &Server) -> Result<(), Refusal> {
        Ok(self.context.store.put(server, self.context.now)?)
    }

    /// Returns the body if it has an object under `key`.
    fn body(&self, key: &str) -> Result<Value, Refusal> {
        let request = self.context.request;
        let is_json = request
            .header("content-type")
            .is_none_or(|kind| kind.contains("json"));
        let body = request
            .object()
            .filter(|_| is_json)
            .ok_or_else(|| Refusal::new(400, "Malformed request body"))?;
        if body[key].is_object() {
            Ok(body)
        } else {
            Err(invalid(
                "",
                &body,
                &format!("'{key}' is a required property"),
            ))
        }
    }

    fn show(&self, id: &str) -> HandlerResult {
        self.allow("reader", "servers:show")?;
        let server = self.server(id)?;
        Ok(Response::json(
            200,
            json!({ "server": self.server_view(&server, true) }),
        ))
    }

    fn update(&self, id: &str) -> HandlerResult {
        self.allow("member", "servers:update")?;
        let mut server = self.server(id)?;
        let body = self.body("server")?;
        let requested = &body["server"];
        if let Some(name) = requested["name"].as_str() {
            schema::check_name(name)?;
            name.clone_into(&mut server.name);
        }
        if let Some(description) = requested.get("description") {
            server.description = description.as_str().map(str::to_owned);
        }
        if let Some(hostname) = requested["hostname"].as_str() {
            hostname.clone_into(&mut server.hostname);
        }
        for (key, field) in [
            ("accessIPv4", &mut server.access_v4),
            ("accessIPv6", &mut server.access_v6),
        ] {
            if let Some(text) = requested[key].as_str() {
                text.clone_into(field);
            }
        }
        server.updated = self.context.now;
        self.save(&server)?;
        Ok(Response::json(
            200,
            json!({ "server": self.server_view(&server, true) }),
        ))
    }

    fn ips(&self, id: &str) -> HandlerResult {
        self.allow("reader", "ips:index")?;
        let server = self.server(id)?;
        let mut addresses = view::addresses(&server);
        for list in addresses
            .as_object_mut()
            .into_iter()
            .flat_map(|all| all.values_mut())
        {
            for address in list.as_array_mut().into_iter().flatten() {
                if let Some(address) = address.as_object_mut() {
                    address.retain(|key, _| matches!(key.as_str(), "addr" | "version"));
                }
            }
        }
        Ok(Response::json(200, json!({ "addresses": addresses })))
    }
}

/// Returns the error that Nova's schemas give.
fn invalid(field: &str, value: &Value, why: &str) -> Refusal {
    let field = if field.is_empty() { "body" } else { field };
    Refusal::new(
        400,
        format!("Invalid input for field/attribute {field}. Value: {value}. {why}"),
    )
}
