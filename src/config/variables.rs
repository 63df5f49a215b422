//! The `OS_*` variables. They define a cloud, or are ignored beside a named cloud.

use super::layer::{AUTH_KEYS, Layer};
use super::setting::Origin;
use crate::env::Env;

/// Variables that select a cloud or a file. They are not settings of a cloud.
const SELECTORS: [&str; 5] = [
    "OS_CLOUD",
    "OS_CLOUD_NAME",
    "OS_CLIENT_CONFIG_FILE",
    "OS_CLIENT_SECURE_FILE",
    "OS_CLIENT_VENDOR_FILE",
];

/// The other settings of a cloud that a variable can set.
const OTHERS: [&str; 13] = [
    "auth_type",
    "auth_token",
    "auth_plugin",
    "default_domain",
    "region_name",
    "interface",
    "endpoint_type",
    "verify",
    "insecure",
    "cacert",
    "cert",
    "key",
    "profile",
];

/// Returns the name of the cloud that the variables define.
pub(super) fn cloud_name(env: &Env) -> &str {
    env.get("OS_CLOUD_NAME").unwrap_or("envvars")
}

/// Returns the setting that a variable stands for.
fn setting(variable: &str) -> Option<String> {
    if SELECTORS.contains(&variable) {
        return None;
    }
    let name = variable.strip_prefix("OS_")?.to_lowercase();
    if AUTH_KEYS.contains(&name.as_str()) {
        return Some(format!("auth.{name}"));
    }
    match name.as_str() {
        "auth_token" => Some("auth.token".to_owned()),
        "default_domain" => Some("auth.default_domain_id".to_owned()),
        _ if OTHERS.contains(&name.as_str())
            || name.ends_with("_endpoint_override")
            || name.ends_with("_api_version") =>
        {
            Some(name)
        }
        _ => None,
    }
}

/// Returns the names of all variables that are settings of a cloud.
pub(super) fn names(env: &Env) -> Vec<String> {
    env.variables()
        .filter(|(name, _)| setting(name).is_some())
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Returns the variables as the settings of a cloud.
pub(super) fn layer(env: &Env) -> Layer {
    let mut layer = Layer::default();
    for (name, value) in env.variables() {
        if let Some(setting) = setting(name) {
            layer.set(&setting, value, Origin::Variable(name.to_owned()));
        }
    }
    layer
}
