//! `GET /images`: filters and pages.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{ImageHandler, denied, missing, view};
use crate::clock;
use crate::http_types::{HandlerResult, Refusal, Request, Response};
use crate::model::Image;
use crate::store::Scan;

/// The parameters of a list that are not filters, or that are handled elsewhere.
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

/// The characters that need no encoding in a query's values.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Lists.
impl ImageHandler<'_> {
    pub(super) fn list(&self) -> HandlerResult {
        let request = self.context.request;
        if !self.caller.is("reader") {
            return Err(denied("get_images"));
        }
        let limit = match request.parameter("limit") {
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
        let marker = request.parameter("marker");
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
                if is_wanted(request, &image, &view) {
                    views.push(view);
                }
            }
        }
        let next = views
            .last()
            .filter(|_| views.len() == limit)
            .and_then(|last| last["id"].as_str())
            .map(|last| address(request, Some(last)));
        let mut body = json!({ "images": views, "first": address(request, None),
                               "schema": "/v2/schemas/images" });
        if let Some(next) = next {
            body["next"] = json!(next);
        }
        Ok(Response::json(200, body))
    }

    /// Returns whether the list includes an image with this visibility.
    fn is_listed(&self, image: &Image) -> bool {
        let mine = image.owner == self.caller.project;
        let visibility = image.visibility.as_str();
        match self.context.request.parameter("visibility") {
            // The community images of other projects are listed only on request.
            None => mine || self.caller.is_admin() || visibility == "public",
            Some("all") => self.owns(image) || matches!(visibility, "public" | "community"),
            Some(requested @ ("public" | "community")) => visibility == requested,
            Some(requested) => visibility == requested && self.owns(image),
        }
    }
}

/// Returns the address of this list, or of its next page.
fn address(request: &Request, marker: Option<&str>) -> String {
    let mut address = String::from("/v2/images");
    let query = request
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

/// Returns whether an image meets the request's filters.
fn is_wanted(request: &Request, image: &Image, view: &Value) -> bool {
    let hidden = request
        .parameter("os_hidden")
        .is_some_and(|text| text.eq_ignore_ascii_case("true"));
    let bound = |name: &str| {
        request
            .parameter(name)
            .and_then(|text| text.parse::<u64>().ok())
    };
    let size = image.size.unwrap_or_default();
    image.hidden == hidden
        && bound("size_min").is_none_or(|least| size >= least)
        && bound("size_max").is_none_or(|most| size <= most)
        && request
            .query
            .iter()
            .all(|(key, requested)| match key.as_str() {
                key if NO_FILTERS.contains(&key) => true,
                "tag" => image.tags.contains(requested),
                "created_at" => meets(image.created, requested),
                "updated_at" => meets(image.updated, requested),
                key => {
                    let own = match &view[key] {
                        Value::Null => return false,
                        Value::String(text) => text.clone(),
                        Value::Bool(flag) => {
                            return requested.eq_ignore_ascii_case(&flag.to_string());
                        }
                        other => other.to_string(),
                    };
                    let several = matches!(key, "id" | "name" | "status" | "disk_format")
                        || key == "container_format";
                    match requested.strip_prefix("in:").filter(|_| several) {
                        Some(list) => entries(list).contains(&own),
                        None => own == *requested,
                    }
                }
            })
}

/// Splits a list into its entries. A quoted entry may contain commas.
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

/// Returns whether a time matches a filter such as `gte:2026-11-23T10:18:01Z`.
fn meets(time: i64, requested: &str) -> bool {
    let (operator, limit) = match requested.split_once(':') {
        Some((operator @ ("gt" | "gte" | "lt" | "lte" | "eq" | "neq"), limit)) => (operator, limit),
        _ => ("eq", requested),
    };
    // To the second, as the image shows it.
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
