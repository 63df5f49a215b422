//! The user's credentials and scope: turns the configuration's settings into the types that
//! Keystone takes. Pure.

use reqwest::Url;

use crate::config::{Auth, AuthType, Cloud, Setting};
use crate::openstack::error::AuthError;
use crate::secret::Secret;

/// Everything that determines a token.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The cloud's name in the configuration, for errors.
    pub cloud: String,
    /// Keystone's address, as configured.
    pub auth_url: Url,
    /// The proof of the user's identity.
    pub proof: Proof,
    /// The token's scope.
    pub scope: AuthScope,
}

/// A proof of a user's identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// One or several of Keystone's own methods.
    Methods(Vec<Method>),
    /// A token of an OpenID provider.
    Oidc(Box<Oidc>),
}

/// One of Keystone's own methods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Method {
    /// A password.
    Password {
        /// The user.
        user: User,
        /// The password.
        password: Secret,
    },
    /// An existing token.
    Token(Secret),
    /// A time-based one-time password.
    Totp {
        /// The user.
        user: User,
        /// The code. If the configuration has none, the user is asked for it when it is needed.
        passcode: Option<Secret>,
    },
    /// An application credential, which brings its own scope.
    ApplicationCredential {
        /// The credential's ID or name.
        reference: ApplicationCredential,
        /// Its secret.
        secret: Secret,
    },
}

/// An application credential: by ID, or by a name that is unique for its user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApplicationCredential {
    /// By ID.
    Id(String),
    /// By name.
    Name {
        /// The credential's name.
        name: String,
        /// The credential's user.
        user: User,
    },
}

/// A user: by ID, or by a name that is unique in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum User {
    /// By ID.
    Id(String),
    /// By name.
    Name {
        /// The user's name.
        name: String,
        /// The user's domain.
        domain: Reference,
    },
}

/// An ID or a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// The ID.
    Id(String),
    /// The name.
    Name(String),
}

/// The scope of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthScope {
    /// No scope, or the scope of the credential itself.
    None,
    /// A project, by ID.
    ProjectId(String),
    /// A project, by its name in a domain.
    ProjectName {
        /// The project's name.
        name: String,
        /// The project's domain.
        domain: Reference,
    },
    /// A domain.
    Domain(Reference),
    /// The whole system.
    System,
    /// The rights that another user has delegated, by the trust's ID.
    Trust(String),
}

impl AuthScope {
    /// Returns the cloud and the scope in words. The scope is empty if the credential defines it.
    pub fn login(&self, cloud: &str) -> String {
        let scope = match self {
            Self::None => String::new(),
            Self::ProjectId(project) | Self::ProjectName { name: project, .. } => {
                format!(" for project '{project}'")
            }
            Self::Domain(Reference::Id(domain) | Reference::Name(domain)) => {
                format!(" for domain '{domain}'")
            }
            Self::System => " for the system".to_owned(),
            Self::Trust(id) => format!(" for trust '{id}'"),
        };
        format!("cloud '{cloud}'{scope}")
    }
}

/// A grant at an OpenID provider. Keystone trusts the provider's access token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oidc {
    /// Keystone's name for the provider.
    pub identity_provider: String,
    /// Keystone's name for the protocol.
    pub protocol: String,
    /// The client's ID at the provider.
    pub client_id: String,
    /// The client's secret; public clients have none.
    pub client_secret: Option<Secret>,
    /// The OAuth scope to request.
    pub openid_scope: String,
    /// The endpoint for the access token.
    pub token_endpoint: TokenEndpoint,
    /// The grant, which determines the token's owner.
    pub grant: Grant,
}

/// The address at which an OpenID provider issues access tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenEndpoint {
    /// This address.
    Direct(Url),
    /// The address that the discovery document at this URL names.
    Discovered(Url),
}

/// An OAuth grant (RFC 6749, sections 4.3 and 4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grant {
    /// A user's name and password.
    Password {
        /// The user's name at the provider.
        username: String,
        /// The user's password at the provider.
        password: Secret,
    },
    /// The client's own credentials.
    ClientCredentials,
}

impl Credentials {
    /// Reads the credentials from a cloud's settings. The error names the first missing setting.
    pub fn from_cloud(cloud: &Cloud) -> Result<Self, AuthError> {
        let reader = Reader {
            cloud: &cloud.name.value,
            auth: &cloud.auth,
            method: method_name(cloud.auth_type.value),
        };
        let auth_url = reader.url("auth_url", cloud.auth.auth_url.as_ref())?;
        let proof = match cloud.auth_type.value {
            AuthType::OidcPassword => Proof::Oidc(Box::new(reader.oidc(Grant::Password {
                username: reader.text("username", cloud.auth.username.as_ref())?,
                password: reader.secret("password", cloud.auth.password.as_ref())?,
            })?)),
            AuthType::OidcClientCredentials => {
                Proof::Oidc(Box::new(reader.oidc(Grant::ClientCredentials)?))
            }
            AuthType::MultiFactor => Proof::Methods(reader.factors()?),
            AuthType::Password => Proof::Methods(vec![reader.password()?]),
            AuthType::Token => Proof::Methods(vec![reader.token()?]),
            AuthType::Totp => Proof::Methods(vec![reader.totp()?]),
            AuthType::ApplicationCredential => {
                Proof::Methods(vec![reader.application_credential()?])
            }
        };
        let brings_scope = matches!(&proof, Proof::Methods(methods) if methods
            .iter()
            .any(|method| matches!(method, Method::ApplicationCredential { .. })));
        let scope = if brings_scope {
            AuthScope::None
        } else {
            reader.scope()
        };
        Ok(Self {
            cloud: cloud.name.value.clone(),
            auth_url,
            proof,
            scope,
        })
    }
}

fn method_name(kind: AuthType) -> &'static str {
    match kind {
        AuthType::Password => "password",
        AuthType::Token => "token",
        AuthType::ApplicationCredential => "application credential",
        AuthType::Totp => "TOTP",
        AuthType::MultiFactor => "multi-factor",
        AuthType::OidcPassword => "OpenID password",
        AuthType::OidcClientCredentials => "OpenID client credentials",
    }
}

struct Reader<'a> {
    cloud: &'a str,
    auth: &'a Auth,
    method: &'static str,
}

impl Reader<'_> {
    fn missing(&self, setting: &'static str) -> AuthError {
        AuthError::Missing {
            cloud: self.cloud.to_owned(),
            setting,
            method: self.method,
        }
    }

    fn text(
        &self,
        setting: &'static str,
        value: Option<&Setting<String>>,
    ) -> Result<String, AuthError> {
        optional(value).ok_or_else(|| self.missing(setting))
    }

    fn secret(
        &self,
        setting: &'static str,
        value: Option<&Setting<Secret>>,
    ) -> Result<Secret, AuthError> {
        value
            .map(|setting| setting.value.clone())
            .ok_or_else(|| self.missing(setting))
    }

    fn url(
        &self,
        setting: &'static str,
        value: Option<&Setting<String>>,
    ) -> Result<Url, AuthError> {
        let text = self.text(setting, value)?;
        Url::parse(&text)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some())
            .ok_or_else(|| AuthError::Invalid {
                cloud: self.cloud.to_owned(),
                setting,
                problem: "is not a URL of http or https".to_owned(),
            })
    }

    fn user(&self) -> Result<User, AuthError> {
        if let Some(id) = optional(self.auth.user_id.as_ref()) {
            return Ok(User::Id(id));
        }
        Ok(User::Name {
            name: self.text("username", self.auth.username.as_ref())?,
            domain: domain(
                self.auth.user_domain_id.as_ref(),
                self.auth.user_domain_name.as_ref(),
            ),
        })
    }

    fn password(&self) -> Result<Method, AuthError> {
        Ok(Method::Password {
            user: self.user()?,
            password: self.secret("password", self.auth.password.as_ref())?,
        })
    }

    fn token(&self) -> Result<Method, AuthError> {
        self.secret("token", self.auth.token.as_ref())
            .map(Method::Token)
    }

    fn totp(&self) -> Result<Method, AuthError> {
        Ok(Method::Totp {
            user: self.user()?,
            passcode: self
                .auth
                .passcode
                .as_ref()
                .map(|setting| setting.value.clone()),
        })
    }

    fn application_credential(&self) -> Result<Method, AuthError> {
        let auth = self.auth;
        let secret = self.secret(
            "application_credential_secret",
            auth.application_credential_secret.as_ref(),
        )?;
        let reference = if let Some(id) = optional(auth.application_credential_id.as_ref()) {
            ApplicationCredential::Id(id)
        } else {
            ApplicationCredential::Name {
                name: self.text(
                    "application_credential_id or application_credential_name",
                    auth.application_credential_name.as_ref(),
                )?,
                user: self.user()?,
            }
        };
        Ok(Method::ApplicationCredential { reference, secret })
    }

    /// Returns the methods of `v3multifactor`, as its `auth_methods` lists them.
    fn factors(&self) -> Result<Vec<Method>, AuthError> {
        let Some(names) = &self.auth.auth_methods else {
            return Err(self.missing("auth_methods"));
        };
        if names.value.is_empty() {
            return Err(self.missing("auth_methods"));
        }
        names
            .value
            .iter()
            .map(|name| match name.as_str() {
                "v3password" | "password" => self.password(),
                "v3totp" | "totp" => self.totp(),
                "v3token" | "token" => self.token(),
                "v3applicationcredential" | "application_credential" => {
                    self.application_credential()
                }
                other => Err(AuthError::Invalid {
                    cloud: self.cloud.to_owned(),
                    setting: "auth_methods",
                    problem: format!(
                        "names '{other}'; ostk knows v3password, v3totp, v3token and v3applicationcredential"
                    ),
                }),
            })
            .collect()
    }

    fn oidc(&self, grant: Grant) -> Result<Oidc, AuthError> {
        let auth = self.auth;
        let token_endpoint = if auth.access_token_endpoint.is_some() {
            TokenEndpoint::Direct(
                self.url("access_token_endpoint", auth.access_token_endpoint.as_ref())?,
            )
        } else {
            TokenEndpoint::Discovered(self.url(
                "discovery_endpoint or access_token_endpoint",
                auth.discovery_endpoint.as_ref(),
            )?)
        };
        Ok(Oidc {
            identity_provider: self.text("identity_provider", auth.identity_provider.as_ref())?,
            protocol: self.text("protocol", auth.protocol.as_ref())?,
            client_id: self.text("client_id", auth.client_id.as_ref())?,
            client_secret: match grant {
                Grant::ClientCredentials => {
                    Some(self.secret("client_secret", auth.client_secret.as_ref())?)
                }
                Grant::Password { .. } => auth
                    .client_secret
                    .as_ref()
                    .map(|setting| setting.value.clone()),
            },
            // keystoneauth's own default.
            openid_scope: optional(auth.openid_scope.as_ref())
                .unwrap_or_else(|| "openid profile".to_owned()),
            token_endpoint,
            grant,
        })
    }

    /// Returns the scope in keystoneauth's order: a trust, the system, a project, a domain.
    fn scope(&self) -> AuthScope {
        let auth = self.auth;
        if let Some(trust) = optional(auth.trust_id.as_ref()) {
            AuthScope::Trust(trust)
        } else if auth.system_scope.is_some() {
            AuthScope::System
        } else if let Some(id) = optional(auth.project_id.as_ref()) {
            AuthScope::ProjectId(id)
        } else if let Some(name) = optional(auth.project_name.as_ref()) {
            AuthScope::ProjectName {
                name,
                domain: domain(
                    auth.project_domain_id.as_ref(),
                    auth.project_domain_name.as_ref(),
                ),
            }
        } else if auth.domain_id.is_some() || auth.domain_name.is_some() {
            AuthScope::Domain(domain(auth.domain_id.as_ref(), auth.domain_name.as_ref()))
        } else {
            AuthScope::None
        }
    }
}

fn optional(value: Option<&Setting<String>>) -> Option<String> {
    value
        .map(|setting| setting.value.clone())
        .filter(|value| !value.is_empty())
}

/// Returns a domain by its ID or name. If neither is set, returns Keystone's first domain, with the
/// ID `default`, as python-openstackclient does.
fn domain(id: Option<&Setting<String>>, name: Option<&Setting<String>>) -> Reference {
    if let Some(id) = optional(id) {
        Reference::Id(id)
    } else if let Some(name) = optional(name) {
        Reference::Name(name)
    } else {
        Reference::Id("default".to_owned())
    }
}
