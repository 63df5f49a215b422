//! Glance v2: images, whose data are no more than a size.
//!
//! <https://docs.openstack.org/api-ref/image/v2/>

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::clock;
use super::cloud::{Context, Who, is_version, uuid};
use super::exchange::{Answer, Ask, Refusal, Reply, link};
use super::keystone::steady;
use super::model::{Due, Image};
use super::store::Scan;

const UNAUTHORIZED: &str = "This server could not verify that you are authorized to access the \
    document you requested. Either you supplied the wrong credentials (e.g., bad password), or \
    your browser does not understand how to supply the credentials required.";

/// In the order in which a real Glance lists them.
const VERSIONS: [&str; 16] = [
    "v2.15", "v2.13", "v2.12", "v2.11", "v2.10", "v2.9", "v2.8", "v2.17", "v2.7", "v2.6", "v2.5",
    "v2.4", "v2.3", "v2.2", "v2.1", "v2.0",
];

/// All data have the same hash here.
const SHA512: &str = "8efb4f73c5655351c444eb109230c556d39e2c7624e9c11abc9e3fb4b9b9254218cc5085b4\
    54a9698d085cfa92198491f07a723be4574adc70617b73eb0b6461";

const DISK_FORMATS: [&str; 11] = [
    "ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi", "iso", "ploop",
];
const CONTAINER_FORMATS: [&str; 8] = [
    "ami",
    "ari",
    "aki",
    "bare",
    "ovf",
    "ova",
    "docker",
    "compressed",
];

/// What Glance sets, and nobody else.
const READ_ONLY: [&str; 16] = [
    "status",
    "created_at",
    "updated_at",
    "size",
    "virtual_size",
    "checksum",
    "os_hash_algo",
    "os_hash_value",
    "file",
    "schema",
    "self",
    "direct_url",
    "locations",
    "stores",
    "owner",
    "id",
];

/// Parameters of a list that are no filters, or that are looked at elsewhere.
const NO_FILTERS: [&str; 10] = [
    "limit",
    "marker",
    "sort",
    "sort_key",
    "sort_dir",
    "visibility",
    "os_hidden",
    "member_status",
    "size_min",
    "size_max",
];

/// What a query's values do not need to be encoded.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

pub(super) fn answer(context: &Context<'_>, path: &[&str]) -> Reply {
    let ask = context.ask;
    let rest = match path {
        [] => return Ok(Answer::json(300, versions(ask))),
        ["versions"] => return Ok(Answer::json(200, versions(ask))),
        [first, rest @ ..] if is_version(first) => rest,
        _ => return Err(Refusal::unknown_route()),
    };
    let who = context
        .who()?
        .ok_or_else(|| Refusal::new(401, UNAUTHORIZED))?;
    let service = Service { context, who };
    match (ask.method.as_str(), rest) {
        ("GET", ["images"]) => service.list(),
        ("POST", ["images"]) => service.create(),
        ("GET", ["images", id]) => {
            let image = service.image(id)?;
            Ok(Answer::json(200, view(&image)))
        }
        ("PATCH", ["images", id]) => service.patch(id),
        ("DELETE", ["images", id]) => service.delete(id),
        ("PUT", ["images", id, "file"]) => service.upload(id),
        ("GET", ["images", id, "file"]) => {
            service.image(id)?;
            Ok(Answer::empty(204))
        }
        ("GET", ["images", id, "members"]) => {
            service.image(id)?;
            Ok(Answer::json(
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
        ("GET", ["schemas", "image"]) => Ok(Answer::json(200, image_schema())),
        ("GET", ["schemas", "images"]) => Ok(Answer::json(200, images_schema())),
        _ => Err(Refusal::unknown_route()),
    }
}

fn versions(ask: &Ask) -> Value {
    let versions: Vec<Value> = VERSIONS
        .iter()
        .map(|id| {
            let status = if *id == "v2.17" {
                "CURRENT"
            } else {
                "SUPPORTED"
            };
            json!({ "id": id, "status": status,
                    "links": [link("self", format!("{}/v2/", ask.root))] })
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

/// What answers one request.
struct Service<'a> {
    context: &'a Context<'a>,
    who: Who,
}

impl Service<'_> {
    fn owns(&self, image: &Image) -> bool {
        self.who.is_admin() || image.owner == self.who.project
    }

    fn image(&self, id: &str) -> Result<Image, Refusal> {
        if !self.who.is("reader") {
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

    /// An image that is to be changed.
    fn own(&self, id: &str, action: &str) -> Result<Image, Refusal> {
        let image = self.image(id)?;
        if self.who.is("member") && self.owns(&image) {
            Ok(image)
        } else {
            Err(denied(action))
        }
    }

    fn keep(&self, image: &mut Image) -> Result<(), Refusal> {
        image.updated = self.context.now;
        Ok(self.context.store.put(image, self.context.now)?)
    }

    fn list(&self) -> Reply {
        let ask = self.context.ask;
        if !self.who.is("reader") {
            return Err(denied("get_images"));
        }
        let limit = match ask.parameter("limit") {
            None => 25,
            Some(text) => {
                let limit = text
                    .parse::<i64>()
                    .map_err(|_| Refusal::new(400, "limit param must be an integer"))?;
                let limit = usize::try_from(limit)
                    .map_err(|_| Refusal::new(400, "limit param must be positive"))?;
                limit.min(1000)
            }
        };
        let marker = ask.parameter("marker");
        if let Some(marker) = marker {
            self.image(marker)
                .map_err(|_| Refusal::new(400, missing(marker).message))?;
        }
        let images = self.context.store.all::<Image>(Scan {
            after: marker,
            ..Scan::default()
        })?;
        let mut views: Vec<Value> = Vec::new();
        for image in images {
            if views.len() >= limit {
                break;
            }
            if self.is_listed(&image) {
                let view = view(&image);
                if is_wanted(ask, &image, &view) {
                    views.push(view);
                }
            }
        }
        let next = views
            .last()
            .filter(|_| views.len() == limit)
            .and_then(|last| last["id"].as_str())
            .map(|last| address(ask, Some(last)));
        let mut body = json!({ "images": views, "first": address(ask, None),
                               "schema": "/v2/schemas/images" });
        if let Some(next) = next {
            body["next"] = json!(next);
        }
        Ok(Answer::json(200, body))
    }

    /// Whether an image is among those that the request can see, by visibility.
    fn is_listed(&self, image: &Image) -> bool {
        let mine = image.owner == self.who.project;
        let visibility = image.visibility.as_str();
        match self.context.ask.parameter("visibility") {
            // Those of other projects' communities only where they are asked for.
            None => mine || self.who.is_admin() || visibility == "public",
            Some("all") => self.owns(image) || matches!(visibility, "public" | "community"),
            Some(wanted @ ("public" | "community")) => visibility == wanted,
            Some(wanted) => visibility == wanted && self.owns(image),
        }
    }

    fn create(&self) -> Reply {
        if !self.who.is("member") {
            return Err(denied("add_image"));
        }
        let ask = self.context.ask;
        let wanted = ask
            .object()
            .ok_or_else(|| Refusal::new(400, "Malformed JSON in request body."))?;
        if self.context.is_over_quota() {
            return Err(Refusal::new(
                413,
                format!(
                    "Project {} is over a limit for [Resource image_count_total is over limit of \
                     3 due to current usage 3 and delta 1]",
                    self.who.project
                ),
            ));
        }
        let mut image = Image {
            id: uuid(),
            name: String::new(),
            owner: self.who.project.clone(),
            visibility: "shared".to_owned(),
            status: "queued".to_owned(),
            size: None,
            min_ram: 0,
            min_disk: 0,
            protected: false,
            hidden: false,
            tags: Vec::new(),
            created: self.context.now,
            updated: self.context.now,
            properties: [("disk_format", ""), ("container_format", "")]
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .into(),
        };
        for (key, value) in wanted.as_object().into_iter().flatten() {
            match (key.as_str(), value) {
                ("id", Value::String(id)) => {
                    if uuid::Uuid::parse_str(id).is_err() {
                        return Err(mismatch(&format!(
                            "{value} does not match a UUID's pattern"
                        )));
                    }
                    if self.context.store.get::<Image>(id)?.is_some() {
                        return Err(Refusal::new(409, format!("Image ID {id} already exists!")));
                    }
                    image.id.clone_from(id);
                }
                ("owner", Value::String(owner)) => {
                    if *owner != self.who.project && !self.who.is_admin() {
                        return Err(denied("add_image"));
                    }
                    image.owner.clone_from(owner);
                }
                (key, value) => self.set(&mut image, key, value)?,
            }
        }
        self.keep(&mut image)?;
        let location = format!("{}/v2/images/{}", ask.root, image.id);
        Ok(Answer::json(201, view(&image)).header("location", location))
    }

    /// Sets what a member may set.
    fn set(&self, image: &mut Image, key: &str, value: &Value) -> Result<(), Refusal> {
        if READ_ONLY.contains(&key) {
            return Err(Refusal::new(
                403,
                format!("Attribute '{key}' is read-only."),
            ));
        }
        match (key, value) {
            ("name", Value::Null) => image.name.clear(),
            ("name", Value::String(name)) => image.name.clone_from(name),
            ("visibility", Value::String(wanted)) => {
                match wanted.as_str() {
                    "public" if !self.who.is_admin() => return Err(denied("publicize_image")),
                    "public" | "private" | "shared" | "community" => {}
                    _ => {
                        return Err(mismatch(&format!(
                            "{value} is not one of ['community', 'public', 'private', 'shared']"
                        )));
                    }
                }
                image.visibility.clone_from(wanted);
            }
            ("protected", Value::Bool(wanted)) => image.protected = *wanted,
            ("os_hidden", Value::Bool(wanted)) => image.hidden = *wanted,
            ("min_ram", value) => image.min_ram = amount(value)?,
            ("min_disk", value) => image.min_disk = amount(value)?,
            ("tags", Value::Array(tags)) => {
                let mut own: Vec<String> = Vec::new();
                for tag in tags {
                    match tag.as_str() {
                        Some(tag) if own.iter().any(|own| own == tag) => {}
                        Some(tag) => own.push(tag.to_owned()),
                        None => return Err(mismatch(&format!("{tag} is not of type 'string'"))),
                    }
                }
                image.tags = own;
            }
            ("disk_format" | "container_format", value) => {
                let known: &[&str] = if key == "disk_format" {
                    &DISK_FORMATS
                } else {
                    &CONTAINER_FORMATS
                };
                let wanted = value.as_str().unwrap_or_default();
                if !value.is_null() && !known.contains(&wanted) {
                    return Err(mismatch(&format!("{value} is not one of {known:?}")));
                }
                if image.status != "queued" {
                    return Err(Refusal::new(
                        403,
                        format!("Attribute '{key}' can be replaced only for a queued image."),
                    ));
                }
                image.properties.insert(key.to_owned(), wanted.to_owned());
            }
            ("name" | "visibility", _) => {
                return Err(mismatch(&format!("{value} is not of type 'string'")));
            }
            ("protected" | "os_hidden", _) => {
                return Err(mismatch(&format!("{value} is not of type 'boolean'")));
            }
            ("tags", _) => return Err(mismatch(&format!("{value} is not of type 'array'"))),
            (key, Value::String(text)) => {
                image.properties.insert(key.to_owned(), text.clone());
            }
            (_, other) => return Err(mismatch(&format!("{other} is not of type 'string'"))),
        }
        Ok(())
    }

    fn patch(&self, id: &str) -> Reply {
        let ask = self.context.ask;
        let content_type = ask.header("content-type").unwrap_or_default();
        let is_patch = content_type.starts_with("application/openstack-images-v2.1-json-patch")
            || content_type.starts_with("application/openstack-images-v2.0-json-patch");
        if !is_patch {
            return Err(Refusal::new(
                415,
                format!("The request media type {content_type} is not supported by this server."),
            ));
        }
        let changes: Vec<Map<String, Value>> = serde_json::from_slice(&ask.body).map_err(|_| {
            Refusal::new(
                400,
                "Request body must be a JSON array of operation objects.",
            )
        })?;
        let mut image = self.own(id, "modify_image")?;
        for change in &changes {
            self.change(&mut image, change)?;
        }
        self.keep(&mut image)?;
        Ok(Answer::json(200, view(&image)))
    }

    /// One operation of a patch.
    fn change(&self, image: &mut Image, change: &Map<String, Value>) -> Result<(), Refusal> {
        let word = |key: &str| change.get(key).and_then(Value::as_str);
        let operation = word("op").ok_or_else(|| {
            Refusal::new(400, "Operation objects must contain a member named \"op\".")
        })?;
        let path = word("path").and_then(|path| path.strip_prefix('/'));
        let path = path.filter(|path| !path.is_empty()).ok_or_else(|| {
            Refusal::new(
                400,
                "Operation objects must contain a member named \"path\".",
            )
        })?;
        let (first, below) = match path.split_once('/') {
            Some((first, below)) => (first, Some(below)),
            None => (path, None),
        };
        let key = first.replace("~1", "/").replace("~0", "~");
        if below.is_some() && key != "tags" {
            return Err(Refusal::new(400, format!("Invalid JSON pointer: /{path}")));
        }
        let has = view(image).get(&key).is_some();
        let value = change.get("value");
        match (operation, value) {
            ("add" | "replace", None) => Err(Refusal::new(
                400,
                "Operation objects must contain a member named \"value\".",
            )),
            ("replace", Some(_)) if !has => Err(absent(&key)),
            ("add", Some(value)) if below.is_some() => {
                let tag = value.as_str().unwrap_or_default();
                if !image.tags.iter().any(|own| own == tag) {
                    image.tags.push(tag.to_owned());
                }
                Ok(())
            }
            ("add" | "replace", Some(value)) => self.set(image, &key, value),
            ("remove", _) => {
                if READ_ONLY.contains(&key.as_str()) {
                    return Err(Refusal::new(
                        403,
                        format!("Attribute '{key}' is read-only."),
                    ));
                }
                if image.properties.remove(&key).is_some() {
                    Ok(())
                } else if has {
                    Err(Refusal::new(403, format!("Property '{key}' is reserved.")))
                } else {
                    Err(absent(&key))
                }
            }
            _ => Err(Refusal::new(
                400,
                "Operations must be one of: add, replace, remove.",
            )),
        }
    }

    fn delete(&self, id: &str) -> Reply {
        let image = self.own(id, "delete_image")?;
        if image.protected {
            return Err(Refusal::new(
                403,
                format!("Image {id} is protected and cannot be deleted."),
            ));
        }
        self.context.store.unschedule::<Due>(id)?;
        self.context.store.remove::<Image>(id)?;
        Ok(Answer::empty(204))
    }

    fn upload(&self, id: &str) -> Reply {
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
        image.size = u64::try_from(self.context.ask.body.len()).ok();
        "active".clone_into(&mut image.status);
        self.keep(&mut image)?;
        Ok(Answer::empty(204))
    }

    fn activate(&self, id: &str, action: &str) -> Reply {
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
        Ok(Answer::empty(204))
    }

    fn tag(&self, id: &str, tag: &str, add: bool) -> Reply {
        let mut image = self.own(id, "modify_image")?;
        let has = image.tags.iter().any(|own| own == tag);
        match (add, has) {
            (true, false) => image.tags.push(tag.to_owned()),
            (false, true) => image.tags.retain(|own| own != tag),
            (true, true) => {}
            (false, false) => {
                return Err(Refusal::new(
                    404,
                    format!("{tag} was not found in image {id}"),
                ));
            }
        }
        self.keep(&mut image)?;
        Ok(Answer::empty(204))
    }
}

fn absent(key: &str) -> Refusal {
    Refusal::new(409, format!("Property {key} does not exist."))
}

fn amount(value: &Value) -> Result<u64, Refusal> {
    match (value.as_u64(), value.is_number()) {
        (Some(amount), _) => Ok(amount),
        (None, true) => Err(mismatch(&format!("{value} is less than the minimum of 0"))),
        (None, false) => Err(mismatch(&format!("{value} is not of type 'integer'"))),
    }
}

/// Where this list, or its next page, is to be had.
fn address(ask: &Ask, marker: Option<&str>) -> String {
    let mut address = String::from("/v2/images");
    let query = ask
        .query
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .filter(|(key, _)| *key != "marker")
        .chain(marker.map(|marker| ("marker", marker)));
    for (place, (key, value)) in query.enumerate() {
        address.push(if place == 0 { '?' } else { '&' });
        address.extend(utf8_percent_encode(key, PLAIN));
        address.push('=');
        address.extend(utf8_percent_encode(value, PLAIN));
    }
    address
}

/// Whether an image meets the request's filters.
fn is_wanted(ask: &Ask, image: &Image, view: &Value) -> bool {
    let hidden = ask
        .parameter("os_hidden")
        .is_some_and(|text| text.eq_ignore_ascii_case("true"));
    let bound = |name: &str| {
        ask.parameter(name)
            .and_then(|text| text.parse::<u64>().ok())
    };
    let size = image.size.unwrap_or_default();
    image.hidden == hidden
        && bound("size_min").is_none_or(|least| size >= least)
        && bound("size_max").is_none_or(|most| size <= most)
        && ask.query.iter().all(|(key, wanted)| match key.as_str() {
            key if NO_FILTERS.contains(&key) => true,
            "tag" => image.tags.contains(wanted),
            "created_at" => meets(image.created, wanted),
            "updated_at" => meets(image.updated, wanted),
            key => {
                let own = match &view[key] {
                    Value::Null => return false,
                    Value::String(text) => text.clone(),
                    Value::Bool(flag) => return wanted.eq_ignore_ascii_case(&flag.to_string()),
                    other => other.to_string(),
                };
                let several = matches!(key, "id" | "name" | "status" | "disk_format")
                    || key == "container_format";
                match wanted.strip_prefix("in:").filter(|_| several) {
                    Some(list) => entries(list).contains(&own),
                    None => own == *wanted,
                }
            }
        })
}

/// The entries of a list; what is in quotes may have commas.
fn entries(list: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    let mut quoted = false;
    for letter in list.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => entries.push(String::new()),
            _ => {
                if let Some(last) = entries.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    entries
}

/// Whether a time is as a filter such as `gte:2026-11-23T10:18:01Z` says.
fn meets(time: i64, wanted: &str) -> bool {
    let (operator, limit) = match wanted.split_once(':') {
        Some((operator @ ("gt" | "gte" | "lt" | "lte" | "eq" | "neq"), limit)) => (operator, limit),
        _ => ("eq", wanted),
    };
    // To the second, as it is shown.
    let Some(limit) = clock::parse(limit).map(|limit| limit.div_euclid(1000)) else {
        return false;
    };
    let time = time.div_euclid(1000);
    match operator {
        "gt" => time > limit,
        "gte" => time >= limit,
        "lt" => time < limit,
        "lte" => time <= limit,
        "neq" => time != limit,
        _ => time == limit,
    }
}

fn view(image: &Image) -> Value {
    let mut view = Map::new();
    for (key, value) in &image.properties {
        if key != "disk_format" && key != "container_format" {
            view.insert(key.clone(), json!(value));
        }
    }
    // Kept with the properties where an upload says it; empty for not yet said.
    let format = |key: &str, usual: &'static str| match image.properties.get(key) {
        None => json!(usual),
        Some(known) if known.is_empty() => Value::Null,
        Some(known) => json!(known),
    };
    let has_data = image.size.is_some();
    let own = format!("/v2/images/{}", image.id);
    let checksum = has_data.then(|| steady(&format!("image data {}", image.id)));
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

fn image_schema() -> Value {
    let property = |kind: Value, text: &str| json!({ "type": kind, "description": text });
    json!({
        "name": "image",
        "properties": {
            "id": property(json!("string"), "An identifier for the image"),
            "name": property(json!(["null", "string"]), "Descriptive name for the image"),
            "status": { "type": "string", "readOnly": true, "description": "Status of the image",
                        "enum": ["queued", "saving", "active", "killed", "deleted", "uploading",
                                 "importing", "pending_delete", "deactivated"] },
            "visibility": { "type": "string", "description": "Scope of image accessibility",
                            "enum": ["community", "public", "private", "shared"] },
            "protected": property(json!("boolean"), "If true, image will not be deletable."),
            "os_hidden": property(
                json!("boolean"),
                "If true, image will not appear in default image list response."
            ),
            "checksum": property(json!(["null", "string"]), "md5 hash of image contents."),
            "os_hash_algo": property(json!(["null", "string"]), "Algorithm of os_hash_value"),
            "os_hash_value": property(json!(["null", "string"]), "Digest of image contents"),
            "owner": property(json!(["null", "string"]), "Owner of the image"),
            "size": property(json!(["null", "integer"]), "Size of image file in bytes"),
            "virtual_size": property(
                json!(["null", "integer"]),
                "Virtual size of image in bytes"
            ),
            "container_format": { "type": ["null", "string"], "enum": CONTAINER_FORMATS,
                                  "description": "Format of the container" },
            "disk_format": { "type": ["null", "string"], "enum": DISK_FORMATS,
                             "description": "Format of the disk" },
            "created_at": property(json!("string"), "Date and time of image registration"),
            "updated_at": property(json!("string"), "Date and time of the last modification"),
            "tags": { "type": "array", "items": { "type": "string", "maxLength": 255 },
                      "description": "List of strings related to the image" },
            "min_ram": property(json!("integer"), "Amount of ram (in MB) required to boot image."),
            "min_disk": property(
                json!("integer"),
                "Amount of disk space (in GB) required to boot image."
            ),
            "self": property(json!("string"), "An image self url"),
            "file": property(json!("string"), "An image file url"),
            "schema": property(json!("string"), "An image schema url"),
        },
        "additionalProperties": { "type": "string" },
        "links": [{ "rel": "self", "href": "{self}" },
                  { "rel": "enclosure", "href": "{file}" },
                  { "rel": "describedby", "href": "{schema}" }],
    })
}

fn images_schema() -> Value {
    json!({
        "name": "images",
        "properties": {
            "images": { "type": "array", "items": image_schema() },
            "first": { "type": "string" },
            "next": { "type": "string" },
            "schema": { "type": "string" },
        },
        "links": [{ "rel": "first", "href": "{first}" },
                  { "rel": "next", "href": "{next}" },
                  { "rel": "describedby", "href": "{schema}" }],
    })
}
