//! The typed settings of a cloud.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::error::Error;
use super::layer::Layer;
use super::setting::{Origin, Setting};
use crate::env::Env;
use crate::files;
use crate::secret::Secret;

/// A cloud's configuration.
#[derive(Clone, Debug)]
pub struct Cloud {
    /// The name, and the source that chose it.
    pub name: Setting<String>,
    /// The region.
    pub region: Option<Setting<String>>,
    /// How the user authenticates.
    pub auth_type: Setting<AuthType>,
    /// The credentials and the scope.
    pub auth: Auth,
    /// Which endpoints of the catalog to use.
    pub interface: Setting<Interface>,
    /// Whether to verify certificates.
    pub verify: Setting<bool>,
    /// The certificates to trust instead of the system's.
    pub cacert: Option<Setting<PathBuf>>,
    /// The client's own certificate.
    pub cert: Option<Setting<PathBuf>>,
    /// The key of the client's certificate, if it is in a separate file.
    pub key: Option<Setting<PathBuf>>,
    /// Endpoints that replace the catalog's, by service type.
    pub endpoint_overrides: BTreeMap<String, Setting<String>>,
    /// API versions by service type. They are only shown: ostk uses one major version of each
    /// service. An Identity version other than 3 is refused.
    pub api_versions: BTreeMap<String, Setting<String>>,
}

/// The settings under `auth`.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each is Keystone's own word")]
pub struct Auth {
    pub auth_url: Option<Setting<String>>,
    pub username: Option<Setting<String>>,
    pub user_id: Option<Setting<String>>,
    pub user_domain_id: Option<Setting<String>>,
    pub user_domain_name: Option<Setting<String>>,
    pub password: Option<Setting<Secret>>,
    pub passcode: Option<Setting<Secret>>,
    pub token: Option<Setting<Secret>>,
    pub project_id: Option<Setting<String>>,
    pub project_name: Option<Setting<String>>,
    pub project_domain_id: Option<Setting<String>>,
    pub project_domain_name: Option<Setting<String>>,
    pub domain_id: Option<Setting<String>>,
    pub domain_name: Option<Setting<String>>,
    pub system_scope: Option<Setting<String>>,
    pub trust_id: Option<Setting<String>>,
    pub application_credential_id: Option<Setting<String>>,
    pub application_credential_name: Option<Setting<String>>,
    pub application_credential_secret: Option<Setting<Secret>>,
    pub auth_methods: Option<Setting<Vec<String>>>,
    pub identity_provider: Option<Setting<String>>,
    pub protocol: Option<Setting<String>>,
    pub client_id: Option<Setting<String>>,
    pub client_secret: Option<Setting<Secret>>,
    pub discovery_endpoint: Option<Setting<String>>,
    pub access_token_endpoint: Option<Setting<String>>,
    pub openid_scope: Option<Setting<String>>,
}

/// How the user authenticates to Keystone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthType {
    /// With a password.
    Password,
    /// With a token that was issued before.
    Token,
    /// With an application credential.
    ApplicationCredential,
    /// With a time-based one-time password.
    Totp,
    /// With several of these methods.
    MultiFactor,
    /// With a user's password at an OpenID provider.
    OidcPassword,
    /// With a client's credentials at an OpenID provider.
    OidcClientCredentials,
}

impl AuthType {
    const NAMES: [(&'static str, Self); 11] = [
        ("password", Self::Password),
        ("v3password", Self::Password),
        ("token", Self::Token),
        ("v3token", Self::Token),
        ("v3applicationcredential", Self::ApplicationCredential),
        ("v3totp", Self::Totp),
        ("v3multifactor", Self::MultiFactor),
        ("v3oidcpassword", Self::OidcPassword),
        ("v3oidcclientcredentials", Self::OidcClientCredentials),
        ("applicationcredential", Self::ApplicationCredential),
        ("totp", Self::Totp),
    ];

    /// Returns the SDK's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Token => "token",
            Self::ApplicationCredential => "v3applicationcredential",
            Self::Totp => "v3totp",
            Self::MultiFactor => "v3multifactor",
            Self::OidcPassword => "v3oidcpassword",
            Self::OidcClientCredentials => "v3oidcclientcredentials",
        }
    }
}

/// Which endpoints of the catalog to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interface {
    /// The endpoints for all users.
    Public,
    /// The endpoints inside the cloud.
    Internal,
    /// The endpoints for operators.
    Admin,
}

impl Interface {
    /// Returns the catalog's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Admin => "admin",
        }
    }
}

impl Cloud {
    /// Reads a cloud's settings from a layer.
    pub(super) fn new(name: Setting<String>, layer: Layer, env: &Env) -> Result<Self, Error> {
        let mut reader = Reader { layer, env };
        let auth = reader.auth()?;
        let endpoint_overrides = reader.by_service(&["_endpoint_override", "_endpoint"])?;
        let api_versions = reader.by_service(&["_api_version"])?;
        refuse_identity_v2(&api_versions)?;
        let insecure = reader
            .boolean("insecure")?
            .map(|setting| setting.map(|on| !on));
        Ok(Self {
            name,
            region: reader.text(&["region_name"])?,
            auth_type: reader.auth_type(&auth)?,
            interface: reader.interface()?,
            // In the SDK, `insecure` wins over `verify`.
            verify: insecure
                .filter(|verify| !verify.value)
                .or(reader.boolean("verify")?)
                .unwrap_or(Setting::new(true, Origin::Default)),
            cacert: reader.path("cacert")?,
            cert: reader.path("cert")?,
            key: reader.path("key")?,
            endpoint_overrides,
            api_versions,
            auth,
        })
    }
}

impl Cloud {
    /// Scopes the same login to another project, given by ID or by name in the project's domain.
    pub(super) fn choose_project(&mut self, project: &str) -> Result<(), Error> {
        let origin = Origin::Flag("--project");
        let refuse = |problem: &str| {
            let setting = format!("project '{project}'");
            Err(invalid(&setting, &origin, problem))
        };
        if self.has_application_credential() {
            return refuse("an application credential is for one project alone");
        }
        let auth = &mut self.auth;
        if auth.trust_id.is_some() {
            return refuse("a trust is for one project alone");
        }
        // If the entry names its project only by ID, the user's domain is the best guess.
        let names_no_project = auth.project_name.is_none();
        let names_no_domain =
            auth.project_domain_id.is_none() && auth.project_domain_name.is_none();
        if names_no_project && names_no_domain {
            auth.project_domain_id.clone_from(&auth.user_domain_id);
            auth.project_domain_name.clone_from(&auth.user_domain_name);
        }
        let chosen = Some(Setting::new(project.to_owned(), origin));
        (auth.project_id, auth.project_name) = if is_project_id(project) {
            (chosen, None)
        } else {
            (None, chosen)
        };
        auth.system_scope = None;
        auth.domain_id = None;
        auth.domain_name = None;
        Ok(())
    }

    fn has_application_credential(&self) -> bool {
        let is_a_factor = |methods: &Setting<Vec<String>>| {
            let mut names = methods.value.iter();
            names.any(|name| name.contains("application"))
        };
        match self.auth_type.value {
            AuthType::ApplicationCredential => true,
            AuthType::MultiFactor => self.auth.auth_methods.as_ref().is_some_and(is_a_factor),
            _ => false,
        }
    }
}

/// Returns whether a text looks like Keystone's IDs, which are 32 hexadecimal digits.
fn is_project_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn refuse_identity_v2(versions: &BTreeMap<String, Setting<String>>) -> Result<(), Error> {
    match versions.get("identity") {
        Some(setting) if !setting.value.starts_with('3') => Err(invalid(
            "identity_api_version",
            &setting.origin,
            format!(
                "is '{}'; ostk speaks version 3, as every Keystone does",
                setting.value
            ),
        )),
        _ => Ok(()),
    }
}

fn invalid(setting: &str, origin: &Origin, problem: impl Into<String>) -> Error {
    Error::Invalid {
        setting: setting.to_owned(),
        origin: origin.clone(),
        problem: problem.into(),
    }
}

struct Reader<'a> {
    layer: Layer,
    env: &'a Env,
}

impl Reader<'_> {
    /// Reads a text. Numbers and booleans are converted to text.
    fn text(&mut self, names: &[&str]) -> Result<Option<Setting<String>>, Error> {
        let Some(Setting { value, origin }) = self.layer.take(names) else {
            return Ok(None);
        };
        let text = match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            Value::Bool(value) => value.to_string(),
            _ => {
                let name = names.first().copied().unwrap_or_default();
                return Err(invalid(name, &origin, "is a list or a mapping, not a text"));
            }
        };
        Ok((!text.is_empty()).then(|| Setting::new(text, origin)))
    }

    fn auth_text(&mut self, names: &[&str]) -> Result<Option<Setting<String>>, Error> {
        let names: Vec<String> = names.iter().map(|name| format!("auth.{name}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.text(&names)
    }

    fn secret(&mut self, name: &str) -> Result<Option<Setting<Secret>>, Error> {
        Ok(self
            .auth_text(&[name])?
            .map(|setting| setting.map(Secret::new)))
    }

    fn boolean(&mut self, name: &str) -> Result<Option<Setting<bool>>, Error> {
        let Some(setting) = self.text(&[name])? else {
            return Ok(None);
        };
        // These include the words of YAML 1.1, which the SDK's parser accepts.
        let value = match setting.value.to_lowercase().as_str() {
            "true" | "yes" | "on" | "1" => true,
            "false" | "no" | "off" | "0" => false,
            other => {
                return Err(invalid(
                    name,
                    &setting.origin,
                    format!("is '{other}', not true or false"),
                ));
            }
        };
        Ok(Some(Setting::new(value, setting.origin)))
    }

    /// Reads a path. `~` is the home folder, and relative paths start at the working directory.
    fn path(&mut self, name: &str) -> Result<Option<Setting<PathBuf>>, Error> {
        Ok(self.text(&[name])?.map(|setting| {
            setting.map(|text| {
                let home = self.env.folders.home.as_deref();
                files::resolve(&text, home, &self.env.directory)
            })
        }))
    }

    fn interface(&mut self) -> Result<Setting<Interface>, Error> {
        let Some(setting) = self.text(&["interface", "endpoint_type"])? else {
            return Ok(Setting::new(Interface::Public, Origin::Default));
        };
        // `publicURL` is an older spelling.
        let interface = match setting.value.to_lowercase().trim_end_matches("url") {
            "public" => Interface::Public,
            "internal" => Interface::Internal,
            "admin" => Interface::Admin,
            _ => {
                return Err(invalid(
                    "interface",
                    &setting.origin,
                    format!("is '{}', not public, internal or admin", setting.value),
                ));
            }
        };
        Ok(Setting::new(interface, setting.origin))
    }

    /// Returns the configured method, or the method that fits the credentials.
    fn auth_type(&mut self, auth: &Auth) -> Result<Setting<AuthType>, Error> {
        let Some(setting) = self.text(&["auth_type", "auth_plugin"])? else {
            let fits = |origin: &Origin, kind| Setting::new(kind, origin.clone());
            return Ok(match (&auth.application_credential_secret, &auth.token) {
                (Some(secret), _) => fits(&secret.origin, AuthType::ApplicationCredential),
                (None, Some(token)) if auth.password.is_none() => {
                    fits(&token.origin, AuthType::Token)
                }
                _ => Setting::new(AuthType::Password, Origin::Default),
            });
        };
        let name = setting.value.to_lowercase().replace(['_', '-'], "");
        AuthType::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, kind)| Setting::new(*kind, setting.origin.clone()))
            .ok_or_else(|| {
                let known: Vec<&str> = AuthType::NAMES.iter().map(|(name, _)| *name).collect();
                invalid(
                    "auth_type",
                    &setting.origin,
                    format!("is '{}'; ostk knows {}", setting.value, known.join(", ")),
                )
            })
    }

    fn auth(&mut self) -> Result<Auth, Error> {
        let default_domain_id = self.auth_text(&["default_domain_id", "default_domain"])?;
        let default_domain_name = self.auth_text(&["default_domain_name"])?;
        let mut auth = Auth {
            auth_url: self.auth_text(&["auth_url"])?,
            username: self.auth_text(&["username", "user_name"])?,
            user_id: self.auth_text(&["user_id"])?,
            user_domain_id: self.auth_text(&["user_domain_id"])?,
            user_domain_name: self.auth_text(&["user_domain_name"])?,
            password: self.secret("password")?,
            passcode: self.secret("passcode")?,
            token: self.secret("token")?,
            project_id: self.auth_text(&["project_id", "tenant_id"])?,
            project_name: self.auth_text(&["project_name", "tenant_name"])?,
            project_domain_id: self.auth_text(&["project_domain_id"])?,
            project_domain_name: self.auth_text(&["project_domain_name"])?,
            domain_id: self.auth_text(&["domain_id"])?,
            domain_name: self.auth_text(&["domain_name"])?,
            system_scope: self.auth_text(&["system_scope"])?,
            trust_id: self.auth_text(&["trust_id"])?,
            application_credential_id: self.auth_text(&["application_credential_id"])?,
            application_credential_name: self.auth_text(&["application_credential_name"])?,
            application_credential_secret: self.secret("application_credential_secret")?,
            auth_methods: self.list("auth.auth_methods")?,
            identity_provider: self.auth_text(&["identity_provider"])?,
            protocol: self.auth_text(&["protocol"])?,
            client_id: self.auth_text(&["client_id"])?,
            client_secret: self.secret("client_secret")?,
            discovery_endpoint: self.auth_text(&["discovery_endpoint"])?,
            access_token_endpoint: self.auth_text(&["access_token_endpoint"])?,
            openid_scope: self.auth_text(&["openid_scope"])?,
        };
        if auth.user_domain_id.is_none() && auth.user_domain_name.is_none() {
            auth.user_domain_id.clone_from(&default_domain_id);
            auth.user_domain_name.clone_from(&default_domain_name);
        }
        if auth.project_domain_id.is_none() && auth.project_domain_name.is_none() {
            auth.project_domain_id = default_domain_id;
            auth.project_domain_name = default_domain_name;
        }
        Ok(auth)
    }

    /// Reads a list, or a text with commas.
    fn list(&mut self, name: &str) -> Result<Option<Setting<Vec<String>>>, Error> {
        let is_list = self
            .layer
            .get(name)
            .is_some_and(|setting| setting.value.is_array());
        if !is_list {
            return Ok(self.text(&[name])?.map(|setting| {
                setting.map(|text| {
                    text.split(',')
                        .map(|item| item.trim().to_owned())
                        .filter(|item| !item.is_empty())
                        .collect()
                })
            }));
        }
        let setting = self.layer.take(&[name]);
        setting
            .map(|Setting { value, origin }| {
                let items = value.as_array().into_iter().flatten();
                let texts: Option<Vec<String>> =
                    items.map(|item| item.as_str().map(str::to_owned)).collect();
                texts
                    .map(|texts| Setting::new(texts, origin.clone()))
                    .ok_or_else(|| invalid(name, &origin, "is no list of texts"))
            })
            .transpose()
    }

    /// Returns the settings whose names start with a service type, by type. `_` becomes `-`.
    fn by_service(&mut self, endings: &[&str]) -> Result<BTreeMap<String, Setting<String>>, Error> {
        let mut all = BTreeMap::new();
        for ending in endings {
            for (service, _) in self.layer.ending(ending) {
                let name = format!("{service}{ending}");
                if let Some(setting) = self.text(&[&name])? {
                    all.entry(service.replace('_', "-")).or_insert(setting);
                }
            }
        }
        Ok(all)
    }
}
