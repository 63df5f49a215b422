//! Placement: the hosts' resources, and how much of them the servers use.
//!
//! <https://docs.openstack.org/api-ref/placement/>

use std::ops::ControlFlow;

use serde_json::{Map, Value, json};

use crate::context::{Caller, Context};
use crate::http_types::{HandlerResult, Refusal, Request, Response, link, reason};
use crate::ids::fixed_uuid;
use crate::model::{Flavor, Server};
use crate::store::{Scan, Store, StoreError};

/// The newest microversion's minor number.
const NEWEST: u32 = 39;
const HOSTS: [&str; 2] = ["compute-1", "compute-2"];
/// How often a host's resources changed.
const GENERATION: u32 = 5;
/// Class, total, reserved, allocation ratio. There is room for a few thousand small servers.
const INVENTORY: [(&str, u64, u64, f64); 3] = [
    ("VCPU", 512, 0, 16.0),
    ("MEMORY_MB", 1_048_576, 512, 1.0),
    ("DISK_GB", 65_536, 0, 1.0),
];

pub(crate) fn shape(refusal: &Refusal, request_id: &str) -> Response {
    let lead = match (refusal.lead, refusal.status) {
        ("", 400) => {
            "The server could not comply with the request since it is either malformed or \
             otherwise incorrect."
        }
        ("", 403) => "Access was denied to this resource.",
        ("", 404) => "The resource could not be found.",
        ("", 406) => {
            "The resource could not be generated that was acceptable to your browser (content of \
             type application/json)."
        }
        (lead, _) => lead,
    };
    let detail = if lead.is_empty() {
        refusal.message.clone()
    } else {
        format!("{lead}\n\n {}  ", refusal.message)
    };
    Response::json(
        refusal.status,
        json!({ "errors": [{ "status": refusal.status, "title": reason(refusal.status),
                             "detail": detail, "request_id": request_id }] }),
    )
}

pub(crate) fn handle(context: &Context<'_>, path: &[&str]) -> HandlerResult {
    let request = context.request;
    let minor = microversion(request)?;
    let body = if path.is_empty() {
        json!({ "versions": [{ "id": "v1.0", "max_version": format!("1.{NEWEST}"),
                               "min_version": "1.0", "status": "CURRENT",
                               "links": [link("self", "")] }] })
    } else {
        let caller = context.member()?;
        body(context, &caller, minor, path)?
    };
    Ok(Response::json(200, body)
        .header("openstack-api-version", format!("placement 1.{minor}"))
        .header("vary", "openstack-api-version"))
}

/// Returns the minor number of the requested microversion.
fn microversion(request: &Request) -> Result<u32, Refusal> {
    let asked = request
        .header("openstack-api-version")
        .and_then(|header| header.trim().strip_prefix("placement "))
        .map(str::trim);
    match asked {
        None => Ok(0),
        Some("latest") => Ok(NEWEST),
        Some(version) => {
            let minor = version
                .strip_prefix("1.")
                .and_then(|minor| minor.parse::<u32>().ok());
            minor
                .filter(|minor| *minor <= NEWEST)
                .ok_or_else(|| Refusal::new(406, format!("Unacceptable version header: {version}")))
        }
    }
}

fn body(
    context: &Context<'_>,
    caller: &Caller,
    minor: u32,
    path: &[&str],
) -> Result<Value, Refusal> {
    let store = context.store;
    let may = |action: &str| {
        if caller.is_admin() {
            Ok(())
        } else {
            Err(Refusal::new(
                403,
                format!("Policy does not allow placement:{action} to be performed."),
            ))
        }
    };
    match (context.request.method.as_str(), path) {
        ("GET", ["resource_providers"]) => {
            may("resource_providers:list")?;
            let (name, id) = (
                context.request.parameter("name"),
                context.request.parameter("uuid"),
            );
            let providers: Vec<Value> = HOSTS
                .iter()
                .filter(|host| name.is_none_or(|name| name == **host))
                .filter(|host| id.is_none_or(|id| id == provider_id(host)))
                .map(|host| provider(host, minor))
                .collect();
            Ok(json!({ "resource_providers": providers }))
        }
        ("GET", ["resource_providers", id]) => {
            may("resource_providers:show")?;
            Ok(provider(host(id)?, minor))
        }
        ("GET", ["resource_providers", id, "inventories"]) => {
            may("resource_providers:inventories:list")?;
            host(id)?;
            let inventories: Map<String, Value> = INVENTORY
                .iter()
                .map(|(class, total, reserved, ratio)| {
                    let inventory = json!({ "total": total, "reserved": reserved, "min_unit": 1,
                                            "max_unit": total, "step_size": 1,
                                            "allocation_ratio": ratio });
                    ((*class).to_owned(), inventory)
                })
                .collect();
            Ok(json!({ "inventories": inventories, "resource_provider_generation": GENERATION }))
        }
        ("GET", ["resource_providers", id, "usages"]) => {
            may("resource_providers:usages")?;
            let host = host(id)?;
            let usages = usages(store, |server| server.host.as_deref() == Some(host))?;
            Ok(json!({ "usages": usages, "resource_provider_generation": GENERATION }))
        }
        ("GET", ["resource_providers", id, "aggregates"]) => {
            may("resource_providers:aggregates:list")?;
            host(id)?;
            Ok(json!({ "aggregates": [], "resource_provider_generation": GENERATION }))
        }
        ("GET", ["resource_providers", id, "traits"]) => {
            may("resource_providers:traits:list")?;
            host(id)?;
            Ok(
                json!({ "traits": ["COMPUTE_NODE", "COMPUTE_VOLUME_ATTACH_WITH_TAG"],
                       "resource_provider_generation": GENERATION }),
            )
        }
        ("GET", ["resource_providers", id, "allocations"]) => {
            may("resource_providers:allocations:list")?;
            let host = host(id)?;
            let mut allocations = Map::new();
            store.scan(Scan::default(), |server: Server| {
                if server.host.as_deref() == Some(host)
                    && let Some(flavor) = held(&server)
                {
                    let resources = resources(flavor, server.image.is_some());
                    allocations.insert(server.id.clone(), json!({ "resources": resources }));
                }
                ControlFlow::Continue(())
            })?;
            Ok(json!({ "allocations": allocations, "resource_provider_generation": GENERATION }))
        }
        ("GET", ["allocations", id]) => {
            may("allocations:list")?;
            Ok(allocations(store.get::<Server>(id)?.as_ref(), minor))
        }
        ("GET", ["usages"]) => {
            let project = context.request.parameter("project_id").ok_or_else(|| {
                Refusal::new(
                    400,
                    "Invalid query string parameters: 'project_id' is required",
                )
            })?;
            if project != caller.project {
                may("usages")?;
            }
            let usages = usages(store, |server| server.project == project)?;
            Ok(json!({ "usages": usages }))
        }
        _ => Err(Refusal::unknown_route()),
    }
}

fn provider_id(host: &str) -> String {
    fixed_uuid(host).to_string()
}

/// Returns the host that has this ID.
fn host(id: &str) -> Result<&'static str, Refusal> {
    HOSTS
        .into_iter()
        .find(|host| provider_id(host) == id)
        .ok_or_else(|| {
            Refusal::new(
                404,
                format!(
                    "No resource provider with uuid {id} found : No resource provider with \
                         uuid {id} found"
                ),
            )
        })
}

fn provider(host: &str, minor: u32) -> Value {
    let id = provider_id(host);
    let own = format!("/resource_providers/{id}");
    let mut links = vec![link("self", own.as_str())];
    // Each link with the microversion that added it.
    for (since, rel) in [
        (0, "inventories"),
        (0, "usages"),
        (1, "aggregates"),
        (6, "traits"),
        (11, "allocations"),
    ] {
        if minor >= since {
            links.push(link(rel, format!("{own}/{rel}")));
        }
    }
    let mut view = json!({ "uuid": id, "name": host, "generation": GENERATION, "links": links });
    if minor >= 14 {
        view["parent_provider_uuid"] = Value::Null;
        view["root_provider_uuid"] = json!(id);
    }
    view
}

/// Returns the flavor whose resources a server uses on its host.
fn held(server: &Server) -> Option<&Flavor> {
    let is_there = server.host.is_some() && server.gone.is_none() && server.vm != "deleted";
    server.flavor.as_ref().filter(|_| is_there)
}

/// Returns the resources of a flavor. The root disk of a server that boots from a volume is not on
/// the host.
fn resources(flavor: &Flavor, has_disk: bool) -> Map<String, Value> {
    let root = if has_disk { flavor.disk } else { 0 };
    let all = [
        ("VCPU", flavor.vcpus),
        ("MEMORY_MB", flavor.ram),
        (
            "DISK_GB",
            root.saturating_add(flavor.ephemeral)
                .saturating_add(flavor.swap.div_ceil(1024)),
        ),
    ];
    all.into_iter()
        .filter(|(_, amount)| *amount > 0)
        .map(|(class, amount)| (class.to_owned(), json!(amount)))
        .collect()
}

fn usages(store: &Store, counts: impl Fn(&Server) -> bool) -> Result<Value, StoreError> {
    let mut sums = INVENTORY.map(|(class, ..)| (class, 0_u64));
    store.scan(Scan::default(), |server: Server| {
        if let Some(flavor) = held(&server).filter(|_| counts(&server)) {
            let taken = resources(flavor, server.image.is_some());
            for (class, sum) in &mut sums {
                let more = taken.get(*class).and_then(Value::as_u64).unwrap_or(0);
                *sum = sum.saturating_add(more);
            }
        }
        ControlFlow::Continue(())
    })?;
    Ok(sums.into_iter().collect())
}

fn allocations(server: Option<&Server>, minor: u32) -> Value {
    let found = server.and_then(|server| {
        let host = server.host.as_deref()?;
        Some((server, host, held(server)?))
    });
    let Some((server, host, flavor)) = found else {
        return json!({ "allocations": {} });
    };
    let resources = resources(flavor, server.image.is_some());
    let id = provider_id(host);
    let mut view = json!({
        "allocations": { id: { "resources": resources, "generation": GENERATION } },
    });
    if minor >= 12 {
        view["project_id"] = json!(server.project);
        view["user_id"] = json!(server.user);
    }
    if minor >= 28 {
        view["consumer_generation"] = json!(1);
    }
    if minor >= 38 {
        view["consumer_type"] = json!("unknown");
    }
    view
}
