//! The routes of each service, written as in the rules of faults: methods, and a path below the
//! service's version, where `*` is one segment.
//!
//! A rule for a fault is checked against this table, and so is each request that a service answers.
//! For a route that is missing here, the response is a 500 that names the route.

use crate::http_types::{HandlerResult, Refusal, Request, Response};

/// The first segment of each service's address, and the routes of the service.
pub(crate) const SERVICES: [(&str, &[&str]); 7] = [
    (
        "identity",
        &[
            "GET /",
            "GET,HEAD,POST,DELETE /auth/tokens",
            "GET /auth/catalog",
            "GET /auth/projects",
            "GET /projects",
            "GET /projects/*",
            "GET /users",
            "GET /users/*",
            "GET /users/*/projects",
            "GET,POST /users/*/application_credentials",
            "GET,DELETE /users/*/application_credentials/*",
            "GET /domains",
            "GET /domains/*",
            "GET /regions",
        ],
    ),
    (
        "compute",
        &[
            "GET /",
            "GET,POST /servers",
            "GET /servers/detail",
            "GET,PUT,DELETE /servers/*",
            "POST /servers/*/action",
            "GET /servers/*/diagnostics",
            "POST /servers/*/remote-consoles",
            "GET,PUT,POST /servers/*/metadata",
            "GET,PUT,DELETE /servers/*/metadata/*",
            "GET,PUT,DELETE /servers/*/tags",
            "PUT,DELETE /servers/*/tags/*",
            "GET /servers/*/ips",
            "GET /servers/*/os-instance-actions",
            "GET /servers/*/os-instance-actions/*",
            "GET /servers/*/os-security-groups",
            "GET,POST /servers/*/os-interface",
            "GET,DELETE /servers/*/os-interface/*",
            "GET,POST /servers/*/os-volume_attachments",
            "GET,DELETE /servers/*/os-volume_attachments/*",
            "GET,POST /flavors",
            "GET /flavors/detail",
            "GET,DELETE /flavors/*",
            "GET /flavors/*/os-extra_specs",
            "GET /flavors/*/os-flavor-access",
            "GET,POST /os-keypairs",
            "GET,DELETE /os-keypairs/*",
            "GET /limits",
            "GET,PUT,DELETE /os-quota-sets/*",
            "GET /os-quota-sets/*/defaults",
            "GET /os-quota-sets/*/detail",
            "GET /os-availability-zone",
            "GET /os-availability-zone/detail",
            "GET /os-hypervisors",
            "GET /os-hypervisors/detail",
            "GET /os-services",
            "GET /extensions",
            "GET /os-aggregates",
            "GET,POST /os-server-groups",
            "GET,DELETE /os-server-groups/*",
        ],
    ),
    (
        "image",
        &[
            "GET /",
            "GET /versions",
            "GET,POST /images",
            "GET,PATCH,DELETE /images/*",
            "GET,PUT /images/*/file",
            "GET /images/*/members",
            "POST /images/*/actions/deactivate",
            "POST /images/*/actions/reactivate",
            "PUT,DELETE /images/*/tags/*",
            "GET /schemas/image",
            "GET /schemas/images",
        ],
    ),
    (
        "network",
        &[
            "GET /",
            "GET,POST /networks",
            "GET,PUT,DELETE /networks/*",
            "GET,POST /subnets",
            "GET,PUT,DELETE /subnets/*",
            "GET,POST /ports",
            "GET,PUT,DELETE /ports/*",
            "GET,POST /security-groups",
            "GET,PUT,DELETE /security-groups/*",
            "GET,POST /security-group-rules",
            "GET,DELETE /security-group-rules/*",
            "GET,POST /floatingips",
            "GET,PUT,DELETE /floatingips/*",
            "GET,PUT,DELETE /quotas/*",
            "GET /quotas/*/default",
            "GET /quotas/*/default.json",
            "GET /quotas/*/details",
            "GET /quotas/*/details.json",
            "GET /auto-allocated-topology/*",
            "GET /routers",
            "GET /routers/*",
            "GET /extensions",
            "GET /extensions/*",
            "GET /availability_zones",
            "GET /agents",
            "GET /address-groups",
            "GET /qos/policies",
        ],
    ),
    (
        "volume",
        &[
            "GET /",
            "GET,POST /volumes",
            "GET /volumes/detail",
            "GET,PUT,DELETE /volumes/*",
            "POST /volumes/*/action",
            "GET,POST,PUT /volumes/*/metadata",
            "GET,POST /snapshots",
            "GET /snapshots/detail",
            "GET,DELETE /snapshots/*",
            "POST /snapshots/*/action",
            "GET /types",
            "GET /types/*",
            "GET /limits",
            "GET,PUT /os-quota-sets/*",
            "GET /os-availability-zone",
            "GET /extensions",
            "GET /backups",
            "GET /backups/detail",
        ],
    ),
    (
        "metric",
        &[
            "GET /",
            "GET /resource/*",
            "GET /resource/*/*",
            "GET /resource/*/*/metric",
            "GET /resource/*/*/metric/*",
            "GET /resource/*/*/metric/*/measures",
            "POST /search/resource/*",
            "GET /metric/*",
            "GET /metric/*/measures",
            "GET /archive_policy",
            "GET /archive_policy/ceilometer-low",
        ],
    ),
    (
        "placement",
        &[
            "GET /",
            "GET /resource_providers",
            "GET /resource_providers/*",
            "GET /resource_providers/*/inventories",
            "GET /resource_providers/*/usages",
            "GET /resource_providers/*/aggregates",
            "GET /resource_providers/*/traits",
            "GET /resource_providers/*/allocations",
            "GET /allocations/*",
            "GET /usages",
        ],
    ),
];

/// The routes that start an action, which may never end.
pub(crate) const STARTS_ACTION: [&str; 3] = [
    "POST /servers",
    "POST /servers/*/action",
    "DELETE /servers/*",
];

/// The routes that check a quota.
pub(crate) const CHECKS_QUOTA: [&str; 11] = [
    "POST /servers",
    "POST /os-keypairs",
    "POST /images",
    "POST /volumes",
    "POST /snapshots",
    "POST /networks",
    "POST /subnets",
    "POST /ports",
    "POST /security-groups",
    "POST /security-group-rules",
    "POST /floatingips",
];

/// The routes that delete what `changes-since` shows.
pub(crate) const DELETES_SERVER: [&str; 1] = ["DELETE /servers/*"];

/// The routes that need no token.
const OPEN: [(&str, &str); 3] = [("GET", "/"), ("GET", "/versions"), ("POST", "/auth/tokens")];

/// One route: its methods, and the segments of its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) methods: Vec<&'static str>,
    pub(crate) path: Vec<&'static str>,
}

impl Route {
    pub(crate) fn read(text: &'static str) -> Self {
        let (methods, path) = text.split_once(' ').unwrap_or((text, ""));
        Self {
            methods: methods.split(',').collect(),
            path: path.split('/').filter(|one| !one.is_empty()).collect(),
        }
    }

    /// Returns whether a service answers this request.
    fn answers(&self, method: &str, path: &[&str]) -> bool {
        self.methods.contains(&method)
            && self.path.len() == path.len()
            && self
                .path
                .iter()
                .zip(path)
                .all(|(own, segment)| *own == "*" || own == segment)
    }

    /// Returns the path as text.
    pub(crate) fn display(&self) -> String {
        format!("/{}", self.path.join("/"))
    }

    /// Returns whether the method needs no token here.
    pub(crate) fn is_open(&self, method: &str) -> bool {
        let path = self.display();
        OPEN.contains(&(method, path.as_str()))
    }
}

/// Returns all routes of all services.
pub(crate) fn all() -> impl Iterator<Item = Route> {
    SERVICES
        .iter()
        .flat_map(|(_, routes)| routes.iter().copied().map(Route::read))
}

/// Returns whether the table has a route for a request, whose path is below the service's version.
fn has(service: &str, method: &str, path: &[&str]) -> bool {
    SERVICES
        .iter()
        .filter(|(name, _)| *name == service)
        .flat_map(|(_, routes)| *routes)
        .any(|route| Route::read(route).answers(method, path))
}

/// Refuses a response by a route that is not in the table: no fault could apply there.
pub(crate) fn check_listed(request: &Request, response: Response) -> HandlerResult {
    let (service, path) = locate(request);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    if has(service, &request.method, &path) {
        return Ok(response);
    }
    let route = format!("{} /{}", request.method, path.join("/"));
    let message = format!("the table of routes lacks '{route}' of {service}");
    Err(Refusal::new(500, message))
}

/// Returns the service that a request names, and the path below that service's version. The ID of
/// the project may follow the version, as older clients write it.
pub(crate) fn locate(request: &Request) -> (&str, &[String]) {
    let Some((service, path)) = request.path.split_first() else {
        return ("", &[]);
    };
    let path = match path.split_first() {
        Some((first, rest)) if is_version(first) => rest,
        _ => path,
    };
    let path = match path.split_first() {
        Some((first, rest))
            if matches!(service.as_str(), "compute" | "volume") && is_project(first) =>
        {
            rest
        }
        _ => path,
    };
    (service, path)
}

fn is_project(segment: &str) -> bool {
    segment.len() == 32 && segment.bytes().all(|byte| byte.is_ascii_hexdigit())
}

pub(crate) fn is_version(segment: &str) -> bool {
    segment
        .strip_prefix('v')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_is_well_formed() {
        let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
        let mut seen = BTreeSet::new();
        for (service, routes) in SERVICES {
            for text in routes {
                let route = Route::read(text);
                assert!(
                    seen.insert((service, route.display())),
                    "{service} {text} twice"
                );
                assert!(
                    route.methods.iter().all(|one| methods.contains(one)),
                    "{text}"
                );
                assert_eq!(
                    *text,
                    format!("{} {}", route.methods.join(","), route.display())
                );
            }
        }
        for text in STARTS_ACTION
            .iter()
            .chain(&CHECKS_QUOTA)
            .chain(&DELETES_SERVER)
        {
            let special = Route::read(text);
            assert!(
                all().any(|route| route.answers(special.methods[0], &special.path)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_request_is_answered_by_its_own_service() {
        assert!(has("compute", "GET", &["servers", "detail"]));
        assert!(has("compute", "DELETE", &["servers", "a"]));
        assert!(!has("compute", "DELETE", &["servers"]));
        assert!(!has("volume", "GET", &["servers"]));
        assert!(!has("nosuch", "GET", &[]));
        assert!(has("volume", "GET", &[]));
    }
}
