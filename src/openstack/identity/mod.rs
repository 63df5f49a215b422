//! Keystone: from credentials to a token.

mod body;
mod credentials;
mod oidc;

use std::io;

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Method as HttpMethod, Url};
use serde::Deserialize;
use serde_json::Value;

pub use credentials::{
    ApplicationCredential, AuthScope, Credentials, Grant, Method, Oidc, Proof, Reference,
    TokenEndpoint, User,
};

use super::error::{AuthError, DecodeProblem, Error, Fault};
use super::http::{self, sensitive};
use super::microversion::VersionDocument;
use super::request;
use super::retry::Safety;
use super::service::Service;
use super::token::{TokenDocument, TokenInfo};
use super::wire::{Incoming, Outgoing, OutgoingBody, Wire};
use crate::secret::{Reveal, Secret};

/// The operation's name in errors.
const OPERATION: &str = "CreateToken";

/// A new token from Keystone.
#[derive(Debug)]
pub(super) struct Issued {
    pub(super) token: Secret,
    pub(super) info: TokenInfo,
    /// Keystone's time when it responded.
    pub(super) served: Option<Timestamp>,
}

/// Asks the user for a one-time code. Returns `None` if the user gives none.
pub type AskPasscode = Box<dyn Fn(&str) -> io::Result<Option<Secret>> + Send + Sync>;

/// Authenticates with Keystone, and returns a token for the scope.
pub(super) async fn authenticate(
    wire: &Wire,
    credentials: &Credentials,
    ask: Option<&AskPasscode>,
) -> Result<Issued, Error> {
    let keystone = Keystone {
        wire,
        cloud: &credentials.cloud,
        base: find_version_3(wire, &credentials.auth_url).await?,
        ask,
    };
    match &credentials.proof {
        Proof::Methods(methods) => keystone.by_methods(methods, &credentials.scope).await,
        Proof::Oidc(oidc) => {
            let access = oidc::access_token(wire, &credentials.cloud, oidc).await?;
            let unscoped = keystone.federated(oidc, &access).await?;
            if credentials.scope == AuthScope::None {
                return Ok(unscoped);
            }
            let methods = [Method::Token(unscoped.token)];
            keystone.by_methods(&methods, &credentials.scope).await
        }
    }
}

struct Keystone<'a> {
    wire: &'a Wire,
    cloud: &'a str,
    base: Url,
    ask: Option<&'a AskPasscode>,
}

/// The body of a 401 with a receipt: the sets of methods that would be enough.
#[derive(Debug, Default, Deserialize)]
struct Receipt {
    #[serde(default)]
    required_auth_methods: Vec<Vec<String>>,
    receipt: ReceiptMethods,
}

#[derive(Debug, Default, Deserialize)]
struct ReceiptMethods {
    #[serde(default)]
    methods: Vec<String>,
}

const RECEIPT: HeaderName = HeaderName::from_static("openstack-auth-receipt");

impl Keystone<'_> {
    /// Sends all proofs at once. If Keystone accepts them and needs more, it responds with 401 and
    /// a receipt. The remaining proofs are then sent with the receipt
    /// (<https://docs.openstack.org/keystone/latest/user/multi-factor-authentication.html>).
    async fn by_methods(&self, methods: &[Method], scope: &AuthScope) -> Result<Issued, Error> {
        let methods = self.with_passcodes(methods)?;
        let incoming = self.post(&methods, scope, None).await?;
        let receipt = incoming.answer.headers.get(RECEIPT);
        let (401, Some(receipt)) = (incoming.status(), receipt) else {
            return self.issued(incoming, scope);
        };
        let receipt = Secret::new(receipt.to_str().unwrap_or_default());
        let wanted: Receipt = request::decode(&incoming.answer.body)
            .map_err(|problem| incoming.into_answer().broken(problem))?;
        let further = self.further(&methods, &wanted)?;
        let incoming = self.post(&further, scope, Some(&receipt)).await?;
        self.issued(incoming, scope)
    }

    /// Asks for the one-time codes that the configuration does not hold.
    fn with_passcodes(&self, methods: &[Method]) -> Result<Vec<Method>, Error> {
        methods
            .iter()
            .map(|method| match method {
                Method::Totp {
                    user,
                    passcode: None,
                } => Ok(Method::Totp {
                    user: user.clone(),
                    passcode: Some(self.passcode()?),
                }),
                other => Ok(other.clone()),
            })
            .collect()
    }

    fn passcode(&self) -> Result<Secret, AuthError> {
        let asked = self.ask.map(|ask| ask(self.cloud)).transpose();
        asked
            .map_err(|source| AuthError::Unasked {
                cloud: self.cloud.to_owned(),
                source,
            })?
            .flatten()
            .filter(|code| !code.is_empty())
            .ok_or_else(|| AuthError::Missing {
                cloud: self.cloud.to_owned(),
                setting: "passcode",
                method: "TOTP",
            })
    }

    /// Returns the methods that a receipt still needs, if they are available. The user can be asked
    /// for a one-time code if it is known which user it is for.
    fn further(&self, given: &[Method], wanted: &Receipt) -> Result<Vec<Method>, Error> {
        let missing: Vec<Vec<String>> = wanted
            .required_auth_methods
            .iter()
            .map(|set| {
                set.iter()
                    .filter(|name| !wanted.receipt.methods.contains(name))
                    .cloned()
                    .collect()
            })
            .collect();
        let user = given.iter().find_map(|method| match method {
            Method::Password { user, .. }
            | Method::Totp { user, .. }
            | Method::ApplicationCredential {
                reference: ApplicationCredential::Name { user, .. },
                ..
            } => Some(user),
            _ => None,
        });
        if let (Some(user), true) = (user, missing.iter().any(|set| set == &["totp"])) {
            return Ok(vec![Method::Totp {
                user: user.clone(),
                passcode: Some(self.passcode()?),
            }]);
        }
        Err(AuthError::MoreFactors {
            cloud: self.cloud.to_owned(),
            missing: missing.iter().map(|set| set.join(" and ")).collect(),
        }
        .into())
    }

    async fn post(
        &self,
        methods: &[Method],
        scope: &AuthScope,
        receipt: Option<&Secret>,
    ) -> Result<Incoming, Error> {
        let mut headers = HeaderMap::new();
        if let Some(receipt) = receipt {
            headers.insert(RECEIPT, self.header(receipt.expose())?);
        }
        let shown = body::auth(methods, scope, Reveal::Shown).to_string();
        let sent = body::auth(methods, scope, Reveal::Wire).to_string();
        let outgoing = Outgoing {
            method: HttpMethod::POST,
            url: below(&self.base, &["auth", "tokens"]),
            headers,
            body: Some(OutgoingBody {
                content_type: "application/json",
                sent: Bytes::from(sent),
                shown,
            }),
            // A second token does no harm.
            safety: Safety::Safe,
            ..Outgoing::get(OPERATION, Service::Identity, self.base.clone())
        };
        Ok(self.wire.send(outgoing).await?)
    }

    /// Exchanges a provider's access token for an unscoped token of Keystone's
    /// (<https://docs.openstack.org/api-ref/identity/v3-ext/#request-an-unscoped-os-federation-token>).
    async fn federated(&self, oidc: &Oidc, access: &Secret) -> Result<Issued, Error> {
        let path = [
            "OS-FEDERATION",
            "identity_providers",
            &oidc.identity_provider,
            "protocols",
            &oidc.protocol,
            "auth",
        ];
        let mut headers = HeaderMap::new();
        headers.insert(
            reqwest::header::AUTHORIZATION,
            self.header(&format!("Bearer {}", access.expose()))?,
        );
        let outgoing = Outgoing {
            method: HttpMethod::POST,
            headers,
            ..Outgoing::get(OPERATION, Service::Identity, below(&self.base, &path))
        };
        let incoming = self.wire.send(outgoing).await?;
        self.issued(incoming, &AuthScope::None)
    }

    fn header(&self, text: &str) -> Result<reqwest::header::HeaderValue, AuthError> {
        sensitive(text).map_err(|failure| AuthError::Invalid {
            cloud: self.cloud.to_owned(),
            setting: "token",
            problem: failure.cause,
        })
    }

    fn issued(&self, incoming: Incoming, scope: &AuthScope) -> Result<Issued, Error> {
        if !incoming.is_success() {
            let fault = incoming.fault();
            if !is_refusal(&fault) {
                return Err(Box::new(fault).into());
            }
            return Err(AuthError::Refused {
                login: scope.login(self.cloud),
                status: fault.status,
                origin: http::origin(&self.base),
                message: fault.message,
                request_id: fault.request_id,
            }
            .into());
        }
        let token = incoming
            .answer
            .headers
            .get("x-subject-token")
            .and_then(|value| value.to_str().ok())
            .map(Secret::new);
        let served = request::date(&incoming.answer.headers);
        let answer = incoming.into_answer();
        let document: TokenDocument = answer.decode()?;
        let token =
            token.ok_or_else(|| answer.broken(DecodeProblem::MissingHeader("X-Subject-Token")))?;
        Ok(Issued {
            token,
            info: document.token,
            served,
        })
    }
}

/// Returns whether Keystone says that the credentials or their scope are wrong. The status is 404
/// for an unknown application credential. It is 403 for a token that may not be used for another
/// project, and 400 for an impossible scope. Without Keystone's own error object, a status other
/// than 401 comes from a proxy.
fn is_refusal(fault: &Fault) -> bool {
    match fault.status {
        401 => true,
        400 | 403 | 404 => fault.code.is_some(),
        _ => false,
    }
}

/// Returns the URL of Identity v3: the address itself if it ends in `/v3`, or the URL that the
/// document there names, or else `/v3` below the address.
async fn find_version_3(wire: &Wire, auth_url: &Url) -> Result<Url, Error> {
    let path = auth_url.path().trim_end_matches('/');
    if path.ends_with("/v3") {
        return Ok(without_trailing_slash(auth_url));
    }
    let guess = below(&without_trailing_slash(auth_url), &["v3"]);
    if path.ends_with("/v2.0") {
        return Err(AuthError::NoVersion3 {
            url: http::shown(auth_url),
            found: "version 2.0, which no longer exists: set auth_url without it".to_owned(),
        }
        .into());
    }
    let incoming = wire
        .send(Outgoing::get(
            "DiscoverIdentity",
            Service::Identity,
            auth_url.clone(),
        ))
        .await?;
    // If the path is only a prefix, some clouds send no useful response at its root.
    if !matches!(incoming.status(), 200 | 300) {
        return Ok(guess);
    }
    let document: VersionDocument = match request::decode(&incoming.answer.body) {
        Ok(document) => document,
        // Reports a web page, or JSON that is not a version document, as what it is.
        Err(problem) => return Err(incoming.into_answer().broken(problem)),
    };
    let entries = document.entries();
    let Some(entry) = entries.iter().find(|entry| entry.id.starts_with("v3")) else {
        let mut found: Vec<String> = entries.into_iter().map(|entry| entry.id).collect();
        found.sort();
        return Err(AuthError::NoVersion3 {
            url: http::shown(auth_url),
            found: if found.is_empty() {
                "nothing".to_owned()
            } else {
                found.join(", ")
            },
        }
        .into());
    };
    // Behind a proxy, the document often names an internal host. Only its path is reliable, so the
    // credentials go to the host in the user's configuration.
    let path = entry
        .links
        .iter()
        .find(|link| link.rel == "self")
        .and_then(|link| auth_url.join(&link.href).ok())
        .map(|url| url.path().to_owned());
    Ok(match path {
        Some(path) if path.trim_end_matches('/').ends_with("/v3") => {
            let mut url = auth_url.clone();
            url.set_path(path.trim_end_matches('/'));
            url.set_query(None);
            url
        }
        _ => guess,
    })
}

fn without_trailing_slash(url: &Url) -> Url {
    let mut url = url.clone();
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    url.set_query(None);
    url.set_fragment(None);
    url
}

/// Returns `base` with more path segments, each encoded.
pub(super) fn below(base: &Url, segments: &[&str]) -> Url {
    let mut url = base.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

/// Returns the token cache's key: all that determines a token and the data cached with it, except
/// secrets, in one text. The session adds `place`.
pub(super) fn key(credentials: &Credentials, place: &str) -> String {
    let proof = match &credentials.proof {
        Proof::Methods(methods) => body::auth(methods, &credentials.scope, Reveal::Shown),
        Proof::Oidc(oidc) => Value::from(format!(
            "{} {} {} {} {:?} {:?} {:?}",
            oidc.identity_provider,
            oidc.protocol,
            oidc.client_id,
            oidc.openid_scope,
            oidc.token_endpoint,
            match &oidc.grant {
                Grant::Password { username, .. } => Some(username),
                Grant::ClientCredentials => None,
            },
            credentials.scope,
        )),
    };
    format!(
        "{} {} {} {place}",
        credentials.cloud, credentials.auth_url, proof
    )
}

/// Returns the secrets that determine a token. A one-time code is not one of them: it changes each
/// time.
pub(super) fn secrets(credentials: &Credentials) -> Vec<&Secret> {
    match &credentials.proof {
        Proof::Methods(methods) => methods
            .iter()
            .filter_map(|method| match method {
                Method::Password { password, .. } => Some(password),
                Method::Token(token) => Some(token),
                Method::ApplicationCredential { secret, .. } => Some(secret),
                Method::Totp { .. } => None,
            })
            .collect(),
        Proof::Oidc(oidc) => {
            let password = match &oidc.grant {
                Grant::Password { password, .. } => Some(password),
                Grant::ClientCredentials => None,
            };
            password.into_iter().chain(&oidc.client_secret).collect()
        }
    }
}
