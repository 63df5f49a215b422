//! Glance v2: images. Of their data, the sandbox keeps only the size.
//!
//! <https://docs.openstack.org/api-ref/image/v2/>

mod edit;
mod list;
mod schema;

use serde_json::{Map, Value, json};

use crate::clock;
use crate::context::{Caller, Context};
use crate::http_types::{HandlerResult, Refusal, Request, Response, link};
use crate::ids::fixed_id;
use crate::model::{Image, ScheduledStep};
use crate::routes::is_version;

const UNAUTHORIZED: &str = "This server could not verify that you are authorized to access the \
    document you requested. Either you supplied the wrong credentials (e.g., bad password), or \
    your browser does not understand how to supply the credentials required.";

/// In the order in which a real Glance lists them.
const VERSIONS: [&str; 16] = [
    "v2.15", "v2.13", "v2.12", "v2.11", "v2.10", "v2.9", "v2.8", "v2.17", "v2.7", "v2.6", "v2.5",
    "v2.4", "v2.3", "v2.2", "v2.1", "v2.0",
];

/// The hash of all image data.
const SHA512: &str = "8efb4f73c5655351c444eb109230c556d39e2c7624e9c11abc9e3fb4b9b9254218cc5085b4\
    54a9698d085cfa92198491f07a723be4574adc70617b73eb0b6461";

pub(crate) fn handle(context: &Context<'_>, path: &[&str]) -> HandlerResult {
    let request = context.request;
    let rest = match path {
        [] => return Ok(Response::json(300, versions(request))),
        ["versions"] => return Ok(Response::json(200, versions(request))),
        [first, rest @ ..] if is_version(first) => rest,
        _ => return Err(Refusal::unknown_route()),
    };
    let caller = context
        .caller()?
        .ok_or_else(|| Refusal::new(401, UNAUTHORIZED))?;
    let service = ImageHandler { context, caller };
    match (request.method.as_str(), rest) {
        ("GET", ["images"]) => service.list(),
        ("POST", ["images"]) => service.create(),
        ("GET", ["images", id]) => {
            let image = service.image(id)?;
            Ok(Response::json(200, view(&image)))
        }
        ("PATCH", ["images", id]) => service.patch(id),
        ("DELETE", ["images", id]) => service.delete(id),
        ("PUT", ["images", id, "file"]) => service.upload(id),
        ("GET", ["images", id, "file"]) => {
            service.image(id)?;
            Ok(Response::empty(204))
        }
        ("GET", ["images", id, "members"]) => {
            service.image(id)?;
            Ok(Response::json(
                200,
                json!({ "members": [], "schema": "/v2/schemas/members" }),
            ))
        }
        (
            "POST",
            [
                "images",
                id,
                "actions",
                action @ ("deactivate" | "reactivate"),
            ],
        ) => service.activate(id, action),
        ("PUT", ["images", id, "tags", tag]) => service.tag(id, tag, true),
        ("DELETE", ["images", id, "tags", tag]) => service.tag(id, tag, false),
        ("GET", ["schemas", "image"]) => Ok(Response::json(200, schema::image())),
        ("GET", ["schemas", "images"]) => Ok(Response::json(200, schema::images())),
        _ => Err(Refusal::unknown_route()),
    }
}

fn versions(request: &Request) -> Value {
    let versions: Vec<Value> = VERSIONS
        .iter()
        .map(|id| {
            let status = if *id == "v2.17" {
                "CURRENT"
            } else {
                "SUPPORTED"
            };
            json!({ "id": id, "status": status,
                    "links": [link("self", format!("{}/v2/", request.root))] })
        })
        .collect();
    json!({ "versions": versions })
}

fn denied(action: &str) -> Refusal {
    Refusal::new(
        403,
        format!("You are not authorized to complete {action} action."),
    )
}

fn missing(id: &str) -> Refusal {
    Refusal::new(404, format!("No image found with ID {id}"))
}

fn mismatch(why: &str) -> Refusal {
    Refusal::new(
        400,
        format!("Provided object does not match schema 'image': {why}"),
    )
}

/// Handles one request.
struct ImageHandler<'a> {
    context: &'a Context<'a>,
    caller: Caller,
}

impl ImageHandler<'_> {
    fn owns(&self, image: &Image) -> bool {
        self.caller.is_admin() || image.owner == self.caller.project
    }

    fn image(&self, id: &str) -> Result<Image, Refusal> {
        if !self.caller.is("reader") {
            return Err(denied("get_image"));
        }
        self.context
            .store
            .get::<Image>(id)?
            .filter(|image| {
                self.owns(image) || matches!(image.visibility.as_str(), "public" | "community")
            })
            .ok_or_else(|| missing(id))
    }

    /// Returns an image that the caller may change.
    fn own(&self, id: &str, action: &str) -> Result<Image, Refusal> {
        let image = self.image(id)?;
        if self.caller.is("member") && self.owns(&image) {
            Ok(image)
        } else {
            Err(denied(action))
        }
    }

    fn keep(&self, image: &mut Image) -> Result<(), Refusal> {
        image.updated = self.context.now;
        Ok(self.context.store.put(image, self.context.now)?)
    }

    fn delete(&self, id: &str) -> HandlerResult {
        let image = self.own(id, "delete_image")?;
        if image.protected {
            return Err(Refusal::new(
                403,
                format!("Image {id} is protected and cannot be deleted."),
            ));
        }
        self.context.store.unschedule::<ScheduledStep>(id)?;
        self.context.store.remove::<Image>(id)?;
        Ok(Response::empty(204))
    }

    fn upload(&self, id: &str) -> HandlerResult {
        let mut image = self.own(id, "upload_image")?;
        if image.status != "queued" {
            return Err(Refusal::new(
                409,
                format!(
                    "Image status transition from {} to saving is not allowed",
                    image.status
                ),
            ));
        }
        let lacks = |key: &str| image.properties.get(key).is_some_and(String::is_empty);
        if lacks("disk_format") || lacks("container_format") {
            return Err(Refusal::new(
                400,
                "Properties disk_format, container_format must be set prior to saving data.",
            ));
        }
        image.size = Some(self.context.request.length);
        "active".clone_into(&mut image.status);
        self.keep(&mut image)?;
        Ok(Response::empty(204))
    }

    fn activate(&self, id: &str, action: &str) -> HandlerResult {
        let mut image = self.own(id, action)?;
        if !matches!(image.status.as_str(), "active" | "deactivated") {
            return Err(Refusal::new(
                403,
                format!("Not allowed to {action} image in status '{}'", image.status),
            ));
        }
        let status = if action == "deactivate" {
            "deactivated"
        } else {
            "active"
        };
        status.clone_into(&mut image.status);
        self.keep(&mut image)?;
        Ok(Response::empty(204))
    }
}

fn view(image: &Image) -> Value {
    let mut view = Map::new();
    for (key, value) in &image.properties {
        if key != "disk_format" && key != "container_format" {
            view.insert(key.clone(), json!(value));
        }
    }
    // A format that was set is among the properties. An empty one is not known yet.
    let format = |key: &str, usual: &'static str| match image.properties.get(key) {
        None => json!(usual),
        Some(known) if known.is_empty() => Value::Null,
        Some(known) => json!(known),
    };
    let has_data = image.size.is_some();
    let own = format!("/v2/images/{}", image.id);
    let checksum = has_data.then(|| fixed_id(&format!("image data {}", image.id)));
    let rest = [
        ("name", json!(image.name)),
        ("disk_format", format("disk_format", "raw")),
        ("container_format", format("container_format", "bare")),
        ("visibility", json!(image.visibility)),
        ("size", json!(image.size)),
        ("virtual_size", json!(image.size)),
        ("status", json!(image.status)),
        ("checksum", json!(checksum)),
        ("protected", json!(image.protected)),
        ("min_ram", json!(image.min_ram)),
        ("min_disk", json!(image.min_disk)),
        ("owner", json!(image.owner)),
        ("os_hidden", json!(image.hidden)),
        ("os_hash_algo", json!(has_data.then_some("sha512"))),
        ("os_hash_value", json!(has_data.then_some(SHA512))),
        ("id", json!(image.id)),
        ("created_at", json!(clock::zulu(image.created))),
        ("updated_at", json!(clock::zulu(image.updated))),
        ("tags", json!(image.tags)),
        ("self", json!(own)),
        ("file", json!(format!("{own}/file"))),
        ("schema", json!("/v2/schemas/image")),
    ];
    view.extend(rest.map(|(key, value)| (key.to_owned(), value)));
    if has_data {
        view.insert("stores".to_owned(), json!("file"));
    }
    Value::Object(view)
}
