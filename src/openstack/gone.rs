//! Decides when a resource is gone: only if the service's own 404 says so of a resource in the
//! path.

use serde_json::Value;

use super::fault::{plain, text};
use super::service::Service;

/// The message of every service's router for an unknown path, and Nova's for a path that this
/// microversion does not have. It is about no resource.
const NO_ROUTE: &str = "The resource could not be found.";

/// Returns the path segment that the service itself reports as a missing resource. Nothing else
/// means that a resource is gone. A proxy's page, an empty body and another program's JSON
/// prove nothing. Neither does the service's own 404 about something that is not in the path.
pub(super) fn missing(
    service: Service,
    status: u16,
    body: &[u8],
    path: &[String],
) -> Option<String> {
    if status != 404 {
        return None;
    }
    let value = serde_json::from_slice(body).ok()?;
    let (kind, message) = own_words(service, &value)?;
    if plain(&message, usize::MAX) == NO_ROUTE {
        return None;
    }
    // The last segment first: a resource may exist when something below it is missing.
    let place = (1..path.len()).rev().find(|&place| {
        let is_kind = |kind: &str| kind.eq_ignore_ascii_case(&not_found_type(&path[place - 1]));
        kind.as_deref().is_none_or(is_kind) && names(&message, &path[place])
    })?;
    Some(path[place].clone())
}

/// Returns the type, if the service gives one, and the message of a 404 in the service's own form.
fn own_words(service: Service, value: &Value) -> Option<(Option<String>, String)> {
    let alone = |key: &str| {
        let object = value.as_object()?;
        (object.len() == 1).then(|| object.get(key)).flatten()
    };
    let is_404 = |value: &Value| value.get("code").and_then(Value::as_u64) == Some(404);
    match service {
        Service::Compute | Service::BlockStorage => {
            let error = alone("itemNotFound").filter(|error| is_404(error))?;
            Some((None, text(error, "message")?))
        }
        Service::Network => {
            let error = alone("NeutronError")?;
            Some((Some(text(error, "type")?), text(error, "message")?))
        }
        Service::Identity => {
            let error = alone("error").filter(|error| is_404(error))?;
            text(error, "title")?;
            Some((None, text(error, "message")?))
        }
        Service::Image => {
            text(value, "title")?;
            let code = text(value, "code")?;
            code.starts_with("404 ")
                .then(|| text(value, "message"))?
                .map(|message| (None, message))
        }
        Service::Metric => {
            text(value, "title")?;
            let description = value.get("description").filter(|_| is_404(value))?;
            let words = description
                .as_str()
                .map_or_else(|| description.to_string(), str::to_owned);
            Some((None, words))
        }
    }
}

/// Returns Neutron's type for a missing resource of a collection: `security-groups` has
/// `SecurityGroupNotFound`.
fn not_found_type(collection: &str) -> String {
    let noun = collection.strip_suffix('s').unwrap_or(collection);
    format!("{}NotFound", noun.replace('-', ""))
}

/// Returns whether a message contains a name or ID as a separate word.
fn names(message: &str, name: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let has = |message: &str, name: &str| {
        !name.is_empty()
            && message.match_indices(name).any(|(start, found)| {
                let (before, after) = (&message[..start], &message[start + found.len()..]);
                !before.ends_with(is_word) && !after.starts_with(is_word)
            })
    };
    // A service may write an ID in another case. Markup and white space are changed alike on both
    // sides.
    let (message, name) = (message.to_lowercase(), name.to_lowercase());
    has(&message, &name) || has(&plain(&message, usize::MAX), &plain(&name, usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the recorded responses with this status: the file, the service, the body and the
    /// path below the endpoint.
    fn recorded(wanted: u64) -> Vec<(String, Service, String, Vec<String>)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded");
        let mut all = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let recorded: Value = serde_json::from_str(&text).unwrap();
            if recorded.pointer("/response/status").and_then(Value::as_u64) != Some(wanted) {
                continue;
            }
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let service = match name.split('-').next().unwrap() {
                "compute" => Service::Compute,
                "image" => Service::Image,
                "network" => Service::Network,
                "volume" => Service::BlockStorage,
                "metric" => Service::Metric,
                "identity" => Service::Identity,
                other => panic!("{other}"),
            };
            let body = match &recorded["response"]["body"] {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let url = recorded["request"]["path"].as_str();
            let url = url.or(recorded["request"]["url"].as_str()).unwrap();
            let (path, _) = url.split_once('?').unwrap_or((url, ""));
            let segments = path.split('/').skip(4).map(str::to_owned).collect();
            all.push((name, service, body, segments));
        }
        all
    }

    #[test]
    fn every_services_own_404_is_told_from_all_others() {
        // ostk asks for JSON. Services send these pages to clients that do not.
        let not_gone = [
            "compute-404-attach-no-volume",
            "compute-404-no-such-resource-accept-json",
            "compute-404-no-such-resource",
            "compute-404-proxy-removed-in-2.36",
            "compute-404-wrong-method",
            "image-404",
            "metric-404-granularity",
            "metric-404-resource",
        ];
        let all = recorded(404);
        assert!(all.len() >= 18, "only {} recorded", all.len());
        for (name, service, body, path) in all {
            let missing = missing(service, 404, body.as_bytes(), &path);
            let expected = (!not_gone.contains(&name.as_str())).then(|| path.last().unwrap());
            assert_eq!(missing.as_ref(), expected, "{name}: {body}");
        }
    }

    #[test]
    fn what_others_answer_or_what_is_about_something_else_says_nothing() {
        const ID: &str = "a6b1ac47-5f80-4104-92dc-551a5c317dd0";
        let check = |service, path: &str, body: &str| {
            let path: Vec<String> = path.split('/').map(str::to_owned).collect();
            missing(service, 404, body.as_bytes(), &path)
        };
        let foreign = [
            "",
            "null",
            "[]",
            "404 page not found",
            "<html><body><h1>404 Not Found</h1> a6b1ac47-5f80-4104-92dc-551a5c317dd0</body></html>",
            r#"{"message": "no Route matched with those values"}"#,
            r#"{"message": "no route for a6b1ac47-5f80-4104-92dc-551a5c317dd0"}"#,
            r#"{"status": 404, "error": "Not Found", "path": "/a6b1ac47-5f80-4104-92dc-551a5c317dd0"}"#,
            r#"{"error": {"message": "a6b1ac47-5f80-4104-92dc-551a5c317dd0", "status": "NOT_FOUND"}}"#,
            r#"{"type": "about:blank", "title": "Not Found", "status": 404, "detail": "a6b1ac47-5f80-4104-92dc-551a5c317dd0"}"#,
            r#"{"errors": [{"status": 404, "title": "Not Found", "detail": "a6b1ac47-5f80-4104-92dc-551a5c317dd0"}]}"#,
            r#"{"itemNotFound": {"message": "a6b1ac47-5f80-4104-92dc-551a5c317dd0"}}"#,
            r#"{"itemNotFound": {"code": 403, "message": "a6b1ac47-5f80-4104-92dc-551a5c317dd0"}}"#,
            r#"{"itemNotFound": {"code": 404, "message": "The resource could not be found."}}"#,
            r#"{"itemNotFound": {"code": 404, "message": "Instance could not be found"}}"#,
            r#"{"itemNotFound": {"code": 404, "message": "xa6b1ac47-5f80-4104-92dc-551a5c317dd0 is not there"}}"#,
            r#"{"itemNotFound": {"code": 404, "message": "a6b1ac47-5f80-4104-92dc-551a5c317dd0"}, "more": 1}"#,
            r#"{"code": "404 Not Found", "title": "Not Found", "message": "The resource could not be found.<br />"}"#,
            r#"{"NeutronError": {"type": "HTTPNotFound", "message": "The resource could not be found.", "detail": ""}}"#,
            r#"{"NeutronError": "a6b1ac47-5f80-4104-92dc-551a5c317dd0"}"#,
        ];
        for service in [
            Service::Identity,
            Service::Compute,
            Service::Image,
            Service::Network,
            Service::BlockStorage,
            Service::Metric,
        ] {
            for body in foreign {
                let found = check(service, &format!("things/{ID}"), body);
                assert_eq!(found, None, "{service:?}: {body}");
            }
        }
        let neutron = |path: &str, kind: &str| {
            let body = format!(
                r#"{{"NeutronError": {{"type": "{kind}", "message": "{ID} is not there.", "detail": ""}}}}"#
            );
            check(Service::Network, path, &body).is_some()
        };
        for (path, kind, expected) in [
            ("networks/ID", "NetworkNotFound", true),
            ("security-groups/ID", "SecurityGroupNotFound", true),
            ("security-group-rules/ID", "SecurityGroupRuleNotFound", true),
            ("floatingips/ID", "FloatingIPNotFound", true),
            (
                "floatingips/ID",
                "ExternalGatewayForFloatingIPNotFound",
                false,
            ),
            ("floatingips/ID", "PortNotFound", false),
            (
                "routers/ID/remove_router_interface",
                "RouterInterfaceNotFound",
                false,
            ),
            ("routers/ID/remove_router_interface", "RouterNotFound", true),
        ] {
            assert_eq!(
                neutron(&path.replace("ID", ID), kind),
                expected,
                "{path} {kind}"
            );
        }
        // Case and white space do not matter in a comparison of names.
        let flavor = r#"{"itemNotFound": {"code": 404, "message": "Flavor my  <b>Own could not be found."}}"#;
        assert!(check(Service::Compute, "flavors/my  <b>own", flavor).is_some());
        assert_eq!(check(Service::Compute, "flavors/own-2", flavor), None);
        let own =
            format!(r#"{{"itemNotFound": {{"code": 404, "message": "Volume {ID} is gone."}}}}"#);
        let path = ["volumes".to_owned(), ID.to_owned()];
        assert_eq!(
            missing(Service::BlockStorage, 403, own.as_bytes(), &path),
            None
        );
        let below = check(Service::Compute, &format!("servers/{ID}/action"), &own);
        assert_eq!(below.as_deref(), Some(ID));
    }
}
