//! Flavors.

use serde_json::{Value, json};

use super::list::{limit, next_link};
use super::schema::{MOST, check_name, number};
use super::{ComputeHandler, invalid};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::Flavor;
use crate::store::Scan;

impl ComputeHandler<'_> {
    pub(super) fn flavors(&self, rest: &[&str]) -> HandlerResult {
        let context = self.context;
        let method = context.request.method.as_str();
        let one = |id: &str| {
            context
                .store
                .get::<Flavor>(id)?
                .ok_or_else(|| Refusal::new(404, format!("Flavor {id} could not be found.")))
        };
        match (method, rest) {
            ("GET", []) => self.flavor_list(false),
            ("GET", ["detail"]) => self.flavor_list(true),
            ("GET", [id]) => {
                let view = self.flavor_view(&one(id)?);
                Ok(Response::json(200, json!({ "flavor": view })))
            }
            ("GET", [id, "os-extra_specs"]) => Ok(Response::json(
                200,
                json!({ "extra_specs": one(id)?.extra }),
            )),
            ("GET", [id, "os-flavor-access"]) => {
                one(id)?;
                Err(Refusal::new(
                    404,
                    "Access list not available for public flavors.",
                ))
            }
            ("DELETE", [id]) => {
                self.allow("admin", "os-flavor-manage:delete")?;
                context.store.remove::<Flavor>(&one(id)?.id)?;
                Ok(Response::empty(202))
            }
            ("POST", []) => {
                self.allow("admin", "os-flavor-manage:create")?;
                let body = self.body("flavor")?;
                let requested = &body["flavor"];
                let name = requested["name"].as_str().unwrap_or_default();
                check_name(name)?;
                let field = |key: &str, least: u64, usual: Option<u64>| {
                    let given = &requested[key];
                    let number = match (given, usual) {
                        (Value::Null, None) => {
                            let why = format!("'{key}' is a required property");
                            return Err(invalid("flavor", requested, &why));
                        }
                        (Value::Null, Some(usual)) => usual,
                        _ => number(given)
                            .filter(|number| *number >= least)
                            .ok_or_else(|| {
                                let why = format!("{given} is less than the minimum of {least}");
                                invalid(key, given, &why)
                            })?,
                    };
                    if number > MOST {
                        let why = format!("{given} is greater than the maximum of {MOST}");
                        return Err(invalid(key, given, &why));
                    }
                    Ok(number)
                };
                let flavor = Flavor {
                    id: requested["id"]
                        .as_str()
                        .filter(|id| *id != "auto")
                        .map_or_else(uuid, str::to_owned),
                    name: name.to_owned(),
                    vcpus: field("vcpus", 1, None)?,
                    ram: field("ram", 1, None)?,
                    disk: field("disk", 0, None)?,
                    ephemeral: field("OS-FLV-EXT-DATA:ephemeral", 0, Some(0))?,
                    swap: field("swap", 0, Some(0))?,
                    description: requested["description"].as_str().map(str::to_owned),
                    extra: std::collections::BTreeMap::new(),
                };
                let all = context.store.all::<Flavor>(Scan::default())?;
                if all
                    .iter()
                    .any(|own| own.name == flavor.name || own.id == flavor.id)
                {
                    return Err(Refusal::new(
                        409,
                        format!("Flavor with name {name} already exists."),
                    ));
                }
                context.store.put(&flavor, context.now)?;
                let view = self.flavor_view(&flavor);
                Ok(Response::json(200, json!({ "flavor": view })))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn flavor_list(&self, detail: bool) -> HandlerResult {
        let request = self.context.request;
        let limit = limit(request)?;
        let mut flavors = self.context.store.all::<Flavor>(Scan {
            ascending: true,
            ..Scan::default()
        })?;
        if let Some(least) = request
            .parameter("minRam")
            .and_then(|text| text.parse().ok())
        {
            flavors.retain(|flavor| flavor.ram >= least);
        }
        if let Some(least) = request
            .parameter("minDisk")
            .and_then(|text| text.parse().ok())
        {
            flavors.retain(|flavor| flavor.disk >= least);
        }
        if let Some(marker) = request.parameter("marker") {
            let at = flavors
                .iter()
                .position(|flavor| flavor.id == marker)
                .ok_or_else(|| Refusal::new(400, format!("marker [{marker}] not found")))?;
            flavors.drain(..=at);
        }
        flavors.truncate(limit);
        let views: Vec<Value> = flavors
            .iter()
            .map(|flavor| {
                if detail {
                    return self.flavor_view(flavor);
                }
                let mut view = json!({ "id": flavor.id, "name": flavor.name,
                                       "links": self.links("flavors", &flavor.id) });
                if self.minor >= 55 {
                    view["description"] = json!(flavor.description);
                }
                view
            })
            .collect();
        let mut body = json!({ "flavors": views });
        if let Some(last) = flavors.last().filter(|_| flavors.len() == limit) {
            body["flavors_links"] = next_link(request, &last.id);
        }
        Ok(Response::json(200, body))
    }

    fn flavor_view(&self, flavor: &Flavor) -> Value {
        let minor = self.minor;
        // Before 2.75, Nova shows no swap as an empty string.
        let swap = if flavor.swap == 0 && minor < 75 {
            json!("")
        } else {
            json!(flavor.swap)
        };
        let mut view = json!({ "id": flavor.id, "name": flavor.name, "ram": flavor.ram,
            "disk": flavor.disk, "swap": swap, "OS-FLV-EXT-DATA:ephemeral": flavor.ephemeral,
            "vcpus": flavor.vcpus, "os-flavor-access:is_public": true,
            "links": self.links("flavors", &flavor.id) });
        if minor < 102 {
            view["OS-FLV-DISABLED:disabled"] = json!(false);
            view["rxtx_factor"] = json!(1.0);
        }
        if minor >= 55 {
            view["description"] = json!(flavor.description);
        }
        if minor >= 61 {
            view["extra_specs"] = json!(flavor.extra);
        }
        view
    }
}
