//! Creates images, and changes their properties: patches and tags.

use serde_json::{Map, Value};

use super::schema::{CONTAINER_FORMATS, DISK_FORMATS};
use super::{ImageHandler, denied, mismatch, view};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::Image;

/// The properties that only Glance sets.
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

/// Changes.
impl ImageHandler<'_> {
    pub(super) fn create(&self) -> HandlerResult {
        if !self.caller.is("member") {
            return Err(denied("add_image"));
        }
        let request = self.context.request;
        let requested = request
            .object()
            .ok_or_else(|| Refusal::new(400, "Malformed JSON in request body."))?;
        if self.context.is_over_quota() {
            return Err(Refusal::new(
                413,
                format!(
                    "Project {} is over a limit for [Resource image_count_total is over limit of \
                     3 due to current usage 3 and delta 1]",
                    self.caller.project
                ),
            ));
        }
        let mut image = Image {
            id: uuid(),
            name: String::new(),
            owner: self.caller.project.clone(),
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
        for (key, value) in requested.as_object().into_iter().flatten() {
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
                    if *owner != self.caller.project && !self.caller.is_admin() {
                        return Err(denied("add_image"));
                    }
                    image.owner.clone_from(owner);
                }
                (key, value) => self.set(&mut image, key, value)?,
            }
        }
        self.keep(&mut image)?;
        let location = format!("{}/v2/images/{}", request.root, image.id);
        Ok(Response::json(201, view(&image)).header("location", location))
    }

    /// Sets a property that a member may set.
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
            ("visibility", Value::String(requested)) => {
                match requested.as_str() {
                    "public" if !self.caller.is_admin() => return Err(denied("publicize_image")),
                    "public" | "private" | "shared" | "community" => {}
                    _ => {
                        return Err(mismatch(&format!(
                            "{value} is not one of ['community', 'public', 'private', 'shared']"
                        )));
                    }
                }
                image.visibility.clone_from(requested);
            }
            ("protected", Value::Bool(requested)) => image.protected = *requested,
            ("os_hidden", Value::Bool(requested)) => image.hidden = *requested,
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
                let requested = value.as_str().unwrap_or_default();
                if !value.is_null() && !known.contains(&requested) {
                    return Err(mismatch(&format!("{value} is not one of {known:?}")));
                }
                if image.status != "queued" {
                    return Err(Refusal::new(
                        403,
                        format!("Attribute '{key}' can be replaced only for a queued image."),
                    ));
                }
                image
                    .properties
                    .insert(key.to_owned(), requested.to_owned());
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

    pub(super) fn patch(&self, id: &str) -> HandlerResult {
        let request = self.context.request;
        let content_type = request.header("content-type").unwrap_or_default();
        let is_patch = content_type.starts_with("application/openstack-images-v2.1-json-patch")
            || content_type.starts_with("application/openstack-images-v2.0-json-patch");
        if !is_patch {
            return Err(Refusal::new(
                415,
                format!("The request media type {content_type} is not supported by this server."),
            ));
        }
        let changes: Vec<Map<String, Value>> =
            serde_json::from_slice(&request.body).map_err(|_| {
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
        Ok(Response::json(200, view(&image)))
    }

    /// Applies one operation of a patch.
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

    pub(super) fn tag(&self, id: &str, tag: &str, add: bool) -> HandlerResult {
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
        Ok(Response::empty(204))
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
