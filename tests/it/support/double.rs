//! A small double of a cloud: a Keystone that issues tokens, and services below the same address
//! with the test's replies. Its JSON follows the API reference and recorded responses. It shares
//! nothing with the client.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustls::ServerConfig;
use serde_json::{Value, json};

use super::run::Home;
use super::server::{Reply, Request, Server};

type Service = dyn Fn(&Request) -> Option<Reply> + Send + Sync;

/// The running double.
pub(crate) struct Double {
    pub(crate) server: Server,
}

/// Returns the body of a token's response, with these services in its catalog.
pub(crate) fn token_body(base: &str) -> Value {
    let service = |kind: &str, path: &str| {
        let endpoint = |interface: &str| {
            json!({ "id": "e", "interface": interface, "region_id": "RegionOne",
                    "region": "RegionOne", "url": format!("{base}{path}") })
        };
        json!({ "id": "s", "type": kind, "name": kind,
                "endpoints": [endpoint("admin"), endpoint("public"), endpoint("internal")] })
    };
    json!({ "token": {
        "methods": ["password"],
        "user": { "id": "u-1", "name": "developer", "password_expires_at": null,
                  "domain": { "id": "default", "name": "Default" } },
        "audit_ids": ["a"],
        "expires_at": "2126-11-23T14:26:16.000000Z",
        "issued_at": "2026-11-23T10:26:16.000000Z",
        "project": { "id": "p-1", "name": "demo",
                     "domain": { "id": "default", "name": "Default" } },
        "is_domain": false,
        "roles": [{ "id": "r-1", "name": "reader" }, { "id": "r-2", "name": "member" }],
        "catalog": [
            service("compute", "/compute/v2.1"),
            service("image", "/image"),
            service("network", "/network"),
            service("block-storage", "/volume/v3"),
            service("identity", "/identity"),
        ] } })
}

/// Returns the body of a 401 in the words of Keystone and its token filter.
pub(crate) fn unauthorized() -> Value {
    json!({ "error": { "code": 401, "title": "Unauthorized",
            "message": "The request you have made requires authentication." } })
}

impl Double {
    /// Starts a double with `service` for its services. A request without a reply gets a 404.
    pub(crate) fn start(
        service: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static,
    ) -> Self {
        Self::with_keystone(service, |request, base, number| {
            let password = request
                .json()
                .pointer("/auth/identity/password/user/password")
                .cloned();
            if password == Some(json!("secret")) {
                Reply::json(201, &token_body(base))
                    .header("X-Subject-Token", &format!("token-{number}"))
            } else {
                Reply::json(401, &unauthorized()).header("x-openstack-request-id", "req-keystone")
            }
        })
    }

    /// Starts a double with a Keystone of the test's own. It gets the request, the double's address
    /// and the number of the token request, from 1.
    pub(crate) fn with_keystone(
        service: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static,
        keystone: impl Fn(&Request, &str, usize) -> Reply + Send + Sync + 'static,
    ) -> Self {
        Self::with_tls(None, service, keystone)
    }

    /// Starts a double, behind TLS if there is a configuration for it.
    pub(crate) fn with_tls(
        tls: Option<Arc<ServerConfig>>,
        service: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static,
        keystone: impl Fn(&Request, &str, usize) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let scheme = if tls.is_some() { "https" } else { "http" };
        let service: Arc<Service> = Arc::new(service);
        let tokens = AtomicUsize::new(0);
        let server = Server::start_with(tls, move |request| {
            let base = format!("{scheme}://{}", request.header("host").unwrap_or_default());
            if request.path().ends_with("/v3/auth/tokens") {
                let number = tokens.fetch_add(1, Ordering::SeqCst) + 1;
                return keystone(request, &base, number);
            }
            service(request).unwrap_or_else(|| {
                let message = format!("{} could not be found.", request.path());
                Reply::json(
                    404,
                    &json!({ "itemNotFound": { "code": 404, "message": message } }),
                )
            })
        });
        Self { server }
    }

    /// Returns a home with this double as its only cloud.
    pub(crate) fn home(&self) -> Home {
        Home::for_double(&self.server.url("/identity/v3"))
    }
}

/// Returns a server as Nova 2.47 shows it.
pub(crate) fn server(id: &str, name: &str, status: &str) -> Value {
    json!({
        "id": id, "name": name, "status": status,
        "tenant_id": "p-1", "user_id": "u-1", "key_name": null,
        "created": "2026-11-23T10:17:57Z", "updated": "2026-11-23T10:18:01Z",
        "flavor": { "original_name": "m1.nano", "vcpus": 1, "ram": 64, "disk": 1, "ephemeral": 0,
                    "swap": 0, "extra_specs": {} },
        "image": { "id": "0f000000-0000-4000-8000-000000000001", "links": [] },
        "addresses": { "private": [
            { "version": 4, "addr": "10.0.2.248", "OS-EXT-IPS:type": "fixed",
              "OS-EXT-IPS-MAC:mac_addr": "fa:16:3e:ef:de:3b" }] },
        "metadata": {}, "links": [], "hostId": "h", "progress": 0, "config_drive": "",
        "accessIPv4": "", "accessIPv6": "", "OS-DCF:diskConfig": "MANUAL",
        "OS-EXT-AZ:availability_zone": "nova",
        "OS-EXT-STS:task_state": null, "OS-EXT-STS:vm_state": "active",
        "OS-EXT-STS:power_state": 1,
        "OS-SRV-USG:launched_at": "2026-11-23T10:18:01.000000",
        "OS-SRV-USG:terminated_at": null,
        "os-extended-volumes:volumes_attached": [],
        "security_groups": [{ "name": "default" }],
        "locked": false, "description": name, "tags": []
    })
}

/// Returns an ID like Nova's for a number.
pub(crate) fn server_id(number: usize) -> String {
    format!("5e000000-0000-4000-8000-{number:012}")
}

/// Returns `count` servers with the names `vm-NUMBER`, the newest first as Nova lists them.
pub(crate) fn servers(count: usize) -> Vec<Value> {
    (0..count)
        .map(|number| server(&server_id(number), &format!("vm-{number}"), "ACTIVE"))
        .collect()
}

/// Returns the flavors and images of [`server`].
pub(crate) fn names(request: &Request) -> Option<Reply> {
    match request.path() {
        "/compute/v2.1/flavors/detail" => Some(Reply::json(
            200,
            &json!({ "flavors": [{ "id": "f-1", "name": "m1.nano", "vcpus": 1, "ram": 64,
                "disk": 1, "swap": "", "OS-FLV-EXT-DATA:ephemeral": 0,
                "os-flavor-access:is_public": true }] }),
        )),
        "/image/v2/images" => Some(Reply::json(
            200,
            &json!({ "images": [{ "id": "0f000000-0000-4000-8000-000000000001",
                "name": "cirros", "status": "active", "visibility": "public" }],
                "first": "/v2/images", "schema": "/v2/schemas/images" }),
        )),
        _ => None,
    }
}

/// Returns Nova's list of servers with its paging: `limit`, `marker` and a next link with an
/// internal host.
pub(crate) fn paged(all: &[Value], request: &Request, most: usize) -> Reply {
    let id = |server: &Value| server["id"].as_str().unwrap_or_default().to_owned();
    let start = match request.query("marker").first() {
        None => 0,
        Some(marker) => {
            if let Some(index) = all.iter().position(|server| id(server) == *marker) {
                index + 1
            } else {
                let message = format!("marker [{marker}] not found");
                return Reply::json(
                    400,
                    &json!({ "badRequest": { "code": 400, "message": message } }),
                );
            }
        }
    };
    let limit = request
        .query("limit")
        .first()
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(most)
        .min(most);
    let page: Vec<Value> = all.iter().skip(start).take(limit).cloned().collect();
    let mut body = json!({ "servers": page });
    // Like Nova's, a full page has a next link even if the next page is empty.
    if let Some(last) = page.last().filter(|_| page.len() == limit) {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let target = request
            .target
            .split_once('?')
            .map_or("", |(_, query)| query);
        for (name, value) in url::form_urlencoded::parse(target.as_bytes()) {
            if name != "marker" {
                query.append_pair(&name, &value);
            }
        }
        query.append_pair("marker", &id(last));
        body["servers_links"] = json!([{ "rel": "next",
            "href": format!("http://inner.invalid{}?{}", request.path(), query.finish()) }]);
    }
    Reply::json(200, &body).header("x-compute-request-id", "req-nova")
}
