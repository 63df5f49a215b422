//! The settings of a cloud from one source, flat and with their origins, and how sources are
//! merged.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use super::setting::{Origin, Setting};

/// Settings by name. Settings of `auth` have the prefix `auth.`. Values may be secret, so a layer
/// can't be printed.
#[derive(Clone, Default)]
pub(super) struct Layer(BTreeMap<String, Setting<Value>>);

/// Keys that belong to `auth`. The SDK moves them there if they stand beside it.
pub(super) const AUTH_KEYS: [&str; 32] = [
    "auth_url",
    "username",
    "user_name",
    "user_id",
    "password",
    "passcode",
    "token",
    "user_domain_id",
    "user_domain_name",
    "project_id",
    "project_name",
    "tenant_id",
    "tenant_name",
    "project_domain_id",
    "project_domain_name",
    "domain_id",
    "domain_name",
    "default_domain_id",
    "default_domain_name",
    "system_scope",
    "trust_id",
    "application_credential_id",
    "application_credential_name",
    "application_credential_secret",
    "identity_provider",
    "protocol",
    "client_id",
    "client_secret",
    "discovery_endpoint",
    "access_token_endpoint",
    "auth_methods",
    "openid_scope",
];

impl Layer {
    /// Reads a mapping of a file. `key` is the mapping's path in the file.
    pub(super) fn from_map(map: &Map<String, Value>, path: &Path, key: &str) -> Self {
        let mut layer = Self::default();
        for (name, value) in map {
            let plain = name.replace('-', "_");
            if plain == "auth" {
                if let Value::Object(auth) = value {
                    for (name, value) in auth {
                        layer.insert(
                            format!("auth.{}", name.replace('-', "_")),
                            value,
                            path,
                            format!("{key}.auth.{name}"),
                        );
                    }
                }
                continue;
            }
            let moved = if AUTH_KEYS.contains(&plain.as_str()) {
                format!("auth.{plain}")
            } else {
                plain
            };
            // A key inside `auth` wins over the same key beside it.
            if !layer.0.contains_key(&moved) || !moved.starts_with("auth.") {
                layer.insert(moved, value, path, format!("{key}.{name}"));
            }
        }
        layer
    }

    fn insert(&mut self, name: String, value: &Value, path: &Path, key: String) {
        if value.is_null() {
            return;
        }
        let origin = Origin::File {
            path: path.to_path_buf(),
            key,
        };
        self.0.insert(name, Setting::new(value.clone(), origin));
    }

    /// Sets a value.
    pub(super) fn set(&mut self, name: &str, value: impl Into<Value>, origin: Origin) {
        self.0
            .insert(name.to_owned(), Setting::new(value.into(), origin));
    }

    /// Returns this layer with the values of `over` added. The values of `over` win.
    pub(super) fn under(mut self, over: Self) -> Self {
        self.0.extend(over.0);
        self
    }

    /// Removes a value and returns it. Of several names, the first that is set counts.
    pub(super) fn take(&mut self, names: &[&str]) -> Option<Setting<Value>> {
        names.iter().find_map(|name| self.0.remove(*name))
    }

    /// Returns a value and keeps it in the layer.
    pub(super) fn get(&self, name: &str) -> Option<&Setting<Value>> {
        self.0.get(name)
    }

    /// Returns all settings whose names have this ending, under their names without it.
    pub(super) fn ending(&self, ending: &str) -> Vec<(String, Setting<Value>)> {
        self.0
            .iter()
            .filter_map(|(name, setting)| {
                let stem = name.strip_suffix(ending)?;
                (!stem.is_empty()).then(|| (stem.to_owned(), setting.clone()))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn layer(value: &Value) -> Layer {
        Layer::from_map(value.as_object().unwrap(), Path::new("f"), "clouds.x")
    }

    fn text(layer: &Layer, name: &str) -> Option<(String, String)> {
        layer
            .get(name)
            .map(|setting| (setting.value.to_string(), setting.origin.to_string()))
    }

    #[test]
    fn dashes_are_underscores_and_auth_keys_go_to_auth() {
        let layer = layer(&json!({
            "region-name": "one", "username": "outside", "password": null,
            "auth": { "auth-url": "u", "username": "inside" } }));
        assert_eq!(
            text(&layer, "region_name"),
            Some((r#""one""#.into(), "f (clouds.x.region-name)".into()))
        );
        assert_eq!(
            text(&layer, "auth.username"),
            Some((r#""inside""#.into(), "f (clouds.x.auth.username)".into()))
        );
        assert_eq!(text(&layer, "auth.auth_url").unwrap().0, r#""u""#);
        assert_eq!(text(&layer, "auth.password"), None);
    }

    #[test]
    fn the_layer_above_wins_key_by_key() {
        let below = layer(&json!({ "auth": { "username": "a", "password": "b" } }));
        let above = layer(&json!({ "auth": { "password": "c" } }));
        let both = below.under(above);
        assert_eq!(text(&both, "auth.username").unwrap().0, r#""a""#);
        assert_eq!(text(&both, "auth.password").unwrap().0, r#""c""#);
    }
}
