//! Chooses the cloud and collects its settings from all sources.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::cloud::Cloud;
use super::error::Error;
use super::files::{self, FileKind, SettingsFile};
use super::layer::Layer;
use super::preferences::Preferences;
use super::setting::{Origin, Setting};
use super::variables;
use crate::env::Env;

/// The settings from the command line.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--cloud`.
    pub cloud: Option<String>,
    /// `--project`.
    pub project: Option<String>,
    /// `--region`.
    pub region: Option<String>,
    /// `--ca-bundle`.
    pub ca_bundle: Option<PathBuf>,
    /// `--no-verify-ssl`.
    pub no_verify_ssl: bool,
}

/// A cloud, and notes for the user about its settings.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The cloud.
    pub cloud: Cloud,
    /// Warnings about the settings.
    pub warnings: Vec<String>,
    /// Whether it is a built-in cloud, which needs no file: the sandbox, as one of its users.
    pub built_in: bool,
}

/// The built-in clouds, which need no file, and the user that each logs in as. Their address is
/// known only when the sandbox listens.
const BUILT_IN: [(&str, &str); 3] = [
    ("sandbox", "developer"),
    ("sandbox-admin", "admin"),
    ("sandbox-reader", "viewer"),
];

/// The last folder that the SDK searches.
const SYSTEM: &str = "/etc/openstack";

/// Chooses the cloud and reads its settings.
pub fn resolve(
    env: &Env,
    overrides: &Overrides,
    preferences: &Preferences,
) -> Result<Resolved, Error> {
    resolve_below(Path::new(SYSTEM), env, overrides, preferences)
}

/// Returns the names of the configured clouds.
pub fn cloud_names(env: &Env) -> Result<Vec<String>, Error> {
    let file = files::find(FileKind::Clouds, env, Path::new(SYSTEM))?;
    Ok(Sources::new(env, Path::new(SYSTEM), file)?.names())
}

fn resolve_below(
    system: &Path,
    env: &Env,
    overrides: &Overrides,
    preferences: &Preferences,
) -> Result<Resolved, Error> {
    let file = files::find(FileKind::Clouds, env, system)?;
    let sources = Sources::new(env, system, file)?;
    let name = sources.choose(overrides, preferences)?;
    let from_variables =
        name.value == variables::cloud_name(env) && sources.entry(&name.value).is_none();
    let built_in = sources.built_in(&name.value);
    let (layer, origin) = if let Some(user) = built_in {
        (sandbox_layer(user), Some("is built in".to_owned()))
    } else if from_variables {
        (variables::layer(env), None)
    } else {
        let origin = format!("comes from {}", sources.path().display());
        (sources.layer(&name)?, Some(origin))
    };
    let mut warnings = Vec::new();
    let strays = variables::names(env);
    if let Some(origin) = origin.filter(|_| !strays.is_empty()) {
        warnings.push(format!(
            "cloud '{}' {origin}; {} {} ignored",
            name.value,
            strays.join(", "),
            if strays.len() == 1 { "is" } else { "are" },
        ));
    }
    let layer = sources.with_region(&name.value, layer, overrides)?;
    let mut cloud = Cloud::new(name, layer, env)?;
    if let Some(project) = &overrides.project {
        cloud.choose_project(project)?;
    }
    if let Some(bundle) = &overrides.ca_bundle {
        let path = env.directory.join(bundle);
        cloud.cacert = Some(Setting::new(path, Origin::Flag("--ca-bundle")));
        cloud.verify = Setting::new(true, Origin::Flag("--ca-bundle"));
    }
    if overrides.no_verify_ssl {
        cloud.verify = Setting::new(false, Origin::Flag("--no-verify-ssl"));
    }
    Ok(Resolved {
        cloud,
        warnings,
        built_in: built_in.is_some(),
    })
}

/// Returns the settings of the sandbox. It has no secrets: only programs on this machine can reach
/// it.
fn sandbox_layer(user: &str) -> Layer {
    let mut layer = Layer::default();
    for (key, value) in [
        ("auth.username", user),
        ("auth.password", "secret"),
        ("auth.project_name", "demo"),
        ("auth.user_domain_id", "default"),
        ("auth.project_domain_id", "default"),
        ("region_name", "RegionOne"),
    ] {
        layer.set(key, value, Origin::BuiltIn);
    }
    layer
}

/// The settings files.
struct Sources<'a> {
    env: &'a Env,
    system: &'a Path,
    file: Option<SettingsFile>,
    clouds: Map<String, Value>,
}

impl<'a> Sources<'a> {
    fn new(env: &'a Env, system: &'a Path, file: Option<SettingsFile>) -> Result<Self, Error> {
        let clouds = match &file {
            Some(file) => mapping(file, "clouds")?,
            None => Map::new(),
        };
        Ok(Self {
            env,
            system,
            file,
            clouds,
        })
    }

    fn path(&self) -> &Path {
        self.file
            .as_ref()
            .map_or(Path::new("clouds.yaml"), |file| &file.path)
    }

    fn entry(&self, name: &str) -> Option<&Value> {
        self.clouds.get(name)
    }

    /// Returns the user of a built-in cloud, unless a file defines a cloud of that name.
    fn built_in(&self, name: &str) -> Option<&'static str> {
        let found = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        (!self.clouds.contains_key(name)).then_some(found.1)
    }

    /// Returns whether the variables define a cloud. They do if they hold Keystone's URL, or if no
    /// file defines a cloud and any variable is set.
    fn variables_make_a_cloud(&self) -> bool {
        self.env.get("OS_AUTH_URL").is_some()
            || (self.clouds.is_empty() && !variables::names(self.env).is_empty())
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.clouds.keys().cloned().collect();
        let variables = variables::cloud_name(self.env);
        if self.variables_make_a_cloud() && !self.clouds.contains_key(variables) {
            names.push(variables.to_owned());
        }
        names
    }

    fn searched(&self) -> Vec<PathBuf> {
        match &self.file {
            Some(file) => vec![file.path.clone()],
            None => files::places(FileKind::Clouds, self.env, self.system),
        }
    }

    /// Chooses the cloud. In this order: the flag, `OS_CLOUD`, the cloud that variables define, the
    /// preference, or the only cloud in the file.
    fn choose(
        &self,
        overrides: &Overrides,
        preferences: &Preferences,
    ) -> Result<Setting<String>, Error> {
        let named = if let Some(name) = &overrides.cloud {
            Some(Setting::new(name.clone(), Origin::Flag("--cloud")))
        } else {
            self.env
                .get("OS_CLOUD")
                .map(|name| Setting::new(name.to_owned(), Origin::Variable("OS_CLOUD".to_owned())))
        };
        let variables = variables::cloud_name(self.env);
        let named = match named {
            None if self.variables_make_a_cloud() => {
                let origin = Origin::Variable("OS_AUTH_URL".to_owned());
                return Ok(Setting::new(variables.to_owned(), origin));
            }
            None => preferences.cloud.clone(),
            named => named,
        };
        if let Some(name) = named {
            let known = self.names();
            if known.contains(&name.value) || self.built_in(&name.value).is_some() {
                return Ok(name);
            }
            return Err(Error::UnknownCloud {
                name: name.value,
                origin: name.origin,
                known,
                searched: self.searched(),
            });
        }
        match self.clouds.keys().collect::<Vec<_>>().as_slice() {
            [only] => Ok(Setting::new((*only).clone(), Origin::Default)),
            _ => Err(Error::NoCloud {
                known: self.names(),
                searched: self.searched(),
            }),
        }
    }

    /// Returns a cloud's settings. Later sources win: the vendor's profile, the cloud's own
    /// settings, `secure.yaml`.
    fn layer(&self, name: &Setting<String>) -> Result<Layer, Error> {
        let key = format!("clouds.{}", name.value);
        let own = match self.entry(&name.value) {
            Some(Value::Object(map)) => Layer::from_map(map, self.path(), &key),
            Some(Value::Null) | None => Layer::default(),
            Some(_) => {
                return Err(Error::Invalid {
                    setting: name.value.clone(),
                    origin: self.origin(key),
                    problem: "is no mapping of settings".to_owned(),
                });
            }
        };
        let secure = match files::find(FileKind::Secure, self.env, self.system)? {
            Some(file) => match mapping(&file, "clouds")?.get(&name.value) {
                Some(Value::Object(map)) => Layer::from_map(map, &file.path, &key),
                _ => Layer::default(),
            },
            None => Layer::default(),
        };
        let profile = self.profile(&own)?;
        Ok(profile.under(own).under(secure))
    }

    fn origin(&self, key: String) -> Origin {
        Origin::File {
            path: self.path().to_path_buf(),
            key,
        }
    }

    /// Returns the vendor's profile that a cloud names.
    fn profile(&self, own: &Layer) -> Result<Layer, Error> {
        let Some(Setting { value, origin }) = own.get("profile").or_else(|| own.get("cloud"))
        else {
            return Ok(Layer::default());
        };
        let invalid = |problem: String| Error::Invalid {
            setting: "profile".to_owned(),
            origin: origin.clone(),
            problem,
        };
        let Some(name) = value.as_str() else {
            return Err(invalid("is no name".to_owned()));
        };
        let file = files::find(FileKind::Public, self.env, self.system)?;
        let profile = match &file {
            Some(file) => mapping(file, "public-clouds")?.get(name).cloned(),
            None => None,
        };
        match (profile, &file) {
            (Some(Value::Object(map)), Some(file)) => Ok(Layer::from_map(
                &map,
                &file.path,
                &format!("public-clouds.{name}"),
            )),
            _ => Err(invalid(format!(
                "'{name}' is not in clouds-public.yaml, and ostk brings no profiles of its own"
            ))),
        }
    }

    /// Chooses the region and applies its settings over the cloud's.
    fn with_region(
        &self,
        cloud: &str,
        layer: Layer,
        overrides: &Overrides,
    ) -> Result<Layer, Error> {
        let mut layer = layer;
        let Some(Setting { value, origin }) = layer.take(&["regions"]) else {
            if let Some(region) = &overrides.region {
                layer.set("region_name", region.as_str(), Origin::Flag("--region"));
            }
            return Ok(layer);
        };
        let invalid = |problem: String, origin: &Origin| Error::Invalid {
            setting: "regions".to_owned(),
            origin: origin.clone(),
            problem,
        };
        let regions: Vec<(String, Map<String, Value>)> = value
            .as_array()
            .and_then(|regions| regions.iter().map(region).collect())
            .filter(|regions: &Vec<_>| !regions.is_empty())
            .ok_or_else(|| {
                invalid(
                    "is no list of names, or of mappings with a name".to_owned(),
                    &origin,
                )
            })?;
        let (wanted, from) = if let Some(region) = &overrides.region {
            (region.clone(), Origin::Flag("--region"))
        } else if let Some(setting) = layer.get("region_name") {
            let name = setting.value.as_str().unwrap_or_default();
            (name.to_owned(), setting.origin.clone())
        } else {
            (regions[0].0.clone(), origin.clone())
        };
        let Some((_, values)) = regions.iter().find(|(name, _)| *name == wanted) else {
            let names: Vec<&str> = regions.iter().map(|(name, _)| name.as_str()).collect();
            return Err(invalid(
                format!(
                    "cloud '{cloud}' has no region '{wanted}'; it has: {}",
                    names.join(", ")
                ),
                &from,
            ));
        };
        let key = format!("clouds.{cloud}.regions.{wanted}.values");
        let mut layer = layer.under(Layer::from_map(values, self.path(), &key));
        layer.set("region_name", wanted, from);
        Ok(layer)
    }
}

/// Reads a region: a name, or a name with its own settings.
fn region(value: &Value) -> Option<(String, Map<String, Value>)> {
    match value {
        Value::String(name) => Some((name.clone(), Map::new())),
        Value::Object(map) => {
            let name = map.get("name")?.as_str()?.to_owned();
            let values = map
                .get("values")
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default();
            Some((name, values))
        }
        _ => None,
    }
}

/// Returns the mapping under a file's key. A missing key counts as an empty mapping.
fn mapping(file: &SettingsFile, key: &str) -> Result<Map<String, Value>, Error> {
    match file.content.get(key) {
        Some(Value::Object(map)) => Ok(map.clone()),
        None | Some(Value::Null) => Ok(Map::new()),
        Some(_) => Err(Error::Invalid {
            setting: key.to_owned(),
            origin: Origin::File {
                path: file.path.clone(),
                key: key.to_owned(),
            },
            problem: "is no mapping".to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests;
