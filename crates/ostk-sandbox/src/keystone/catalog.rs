//! The catalog: the services and their addresses.

use serde_json::{Value, json};

use crate::http_types::Request;
use crate::ids::fixed_id;

/// Returns the services, at the address that the client uses.
pub(super) fn catalog(request: &Request, project: &str) -> Value {
    let origin = &request.origin;
    let services = [
        ("block-storage", "cinder", format!("{origin}/volume/v3")),
        ("image", "glance", format!("{origin}/image")),
        ("placement", "placement", format!("{origin}/placement")),
        ("metric", "gnocchi", format!("{origin}/metric")),
        (
            "volumev3",
            "cinderv3",
            format!("{origin}/volume/v3/{project}"),
        ),
        ("identity", "keystone", format!("{origin}/identity/v3")),
        ("compute", "nova", format!("{origin}/compute/v2.1")),
        ("network", "neutron", format!("{origin}/network")),
    ];
    services
        .iter()
        .map(|(kind, name, url)| {
            let endpoints: Vec<Value> = ["admin", "internal", "public"]
                .iter()
                .map(|interface| {
                    json!({ "id": fixed_id(&format!("{kind} {interface}")), "interface": interface,
                            "region_id": "RegionOne", "url": url, "region": "RegionOne" })
                })
                .collect();
            json!({ "endpoints": endpoints, "id": fixed_id(kind), "type": kind, "name": name })
        })
        .collect()
}
