//! A server's metadata and its tags.

use serde_json::{Value, json};

use super::{ComputeHandler, invalid, schema};
use crate::http_types::{HandlerResult, Refusal, Response};

/// How many tags a server may have.
const MOST_TAGS: usize = 50;

/// Reads a server's tags, and refuses those that Nova's schema refuses.
pub(super) fn tags(given: &Value) -> Result<Vec<String>, Refusal> {
    let list = given
        .as_array()
        .ok_or_else(|| invalid("tags", given, "it is not of type 'array'"))?;
    if list.len() > MOST_TAGS {
        return Err(invalid("tags", given, &format!("{given} is too long")));
    }
    list.iter()
        .enumerate()
        .map(|(index, tag)| {
            let refuse = |why: &str| invalid(&index.to_string(), tag, why);
            let text = tag
                .as_str()
                .ok_or_else(|| refuse("it is not of type 'string'"))?;
            match wrong_with(text) {
                Some(why) => Err(refuse(&why)),
                None => Ok(text.to_owned()),
            }
        })
        .collect()
}

fn wrong_with(tag: &str) -> Option<String> {
    if tag.is_empty() {
        Some("'' is too short".to_owned())
    } else if tag.chars().count() > 60 {
        Some(format!("'{tag}' is too long"))
    } else if tag.contains([',', '/']) {
        Some(format!("'{tag}' does not match '^[^,/]*$'"))
    } else {
        None
    }
}

impl ComputeHandler<'_> {
    pub(super) fn metadata(&self, id: &str, rest: &[&str]) -> HandlerResult {
        let method = self.context.request.method.as_str();
        let role = if method == "GET" { "reader" } else { "member" };
        self.allow(role, "server-metadata:index")?;
        let mut server = self.server(id)?;
        let may_change = matches!(
            server.vm.as_str(),
            "active" | "paused" | "suspended" | "stopped"
        );
        if method != "GET" && !may_change {
            let verb = if method == "DELETE" {
                "delete"
            } else {
                "update"
            };
            return Err(Refusal::new(
                409,
                format!(
                    "Cannot '{verb} metadata' instance {id} while it is in vm_state {}",
                    server.vm
                ),
            ));
        }
        let missing = || Refusal::new(404, "Metadata item was not found");
        match (method, rest) {
            ("GET", []) => {}
            ("GET", [key]) => {
                let value = server.metadata.get(*key).ok_or_else(missing)?;
                return Ok(Response::json(200, json!({ "meta": { *key: value } })));
            }
            ("DELETE", [key]) => {
                server.metadata.remove(*key).ok_or_else(missing)?;
                server.updated = self.context.now;
                self.save(&server)?;
                return Ok(Response::empty(204));
            }
            ("PUT" | "POST", []) => {
                let body = self.body("metadata")?;
                let given = schema::metadata(&body["metadata"])?;
                if method == "PUT" {
                    server.metadata.clear();
                }
                server.metadata.extend(given);
            }
            ("PUT", [key]) => {
                let body = self.body("meta")?;
                let given = schema::metadata(&body["meta"])?;
                let value = given
                    .get(*key)
                    .ok_or_else(|| Refusal::new(400, "Request body and URI mismatch"))?;
                server.metadata.insert((*key).to_owned(), value.clone());
                server.updated = self.context.now;
                self.save(&server)?;
                return Ok(Response::json(200, json!({ "meta": { *key: value } })));
            }
            _ => return Err(Refusal::unknown_route()),
        }
        self.check_metadata_quota(&server.metadata)?;
        if method != "GET" {
            server.updated = self.context.now;
            self.save(&server)?;
        }
        Ok(Response::json(200, json!({ "metadata": server.metadata })))
    }

    pub(super) fn tags(&self, id: &str, rest: &[&str]) -> HandlerResult {
        if self.minor < 26 {
            return Err(Refusal::new(404, "The resource could not be found."));
        }
        let method = self.context.request.method.as_str();
        let role = if method == "GET" { "reader" } else { "member" };
        self.allow(role, "os-server-tags:index")?;
        let mut server = self.server(id)?;
        let response = match (method, rest) {
            ("GET", []) => return Ok(Response::json(200, json!({ "tags": server.tags }))),
            ("PUT", []) => {
                let body = self.context.request.object().unwrap_or_default();
                if body.get("tags").is_none() {
                    return Err(invalid("", &body, "'tags' is a required property"));
                }
                server.tags = tags(&body["tags"])?;
                Response::json(200, json!({ "tags": server.tags }))
            }
            ("PUT", [tag]) => {
                if server.tags.iter().any(|own| own == tag) {
                    Response::empty(204)
                } else {
                    if let Some(why) = wrong_with(tag) {
                        return Err(Refusal::new(
                            400,
                            format!(
                                "Tag '{tag}' is invalid. It must be a non empty string without \
                                 characters '/' and ','. Validation error message: {why}"
                            ),
                        ));
                    }
                    if server.tags.len() >= MOST_TAGS {
                        return Err(Refusal::new(
                            400,
                            format!("The number of tags exceeded the per-server limit {MOST_TAGS}"),
                        ));
                    }
                    server.tags.push((*tag).to_owned());
                    Response::empty(201)
                }
            }
            ("DELETE", []) => {
                server.tags.clear();
                Response::empty(204)
            }
            ("DELETE", [tag]) => {
                server.tags.retain(|own| own != tag);
                Response::empty(204)
            }
            _ => return Err(Refusal::unknown_route()),
        };
        server.updated = self.context.now;
        self.save(&server)?;
        Ok(response)
    }
}
