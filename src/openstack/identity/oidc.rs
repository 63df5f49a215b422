//! Gets an access token from an OpenID provider (RFC 6749, sections 4.3 and 4.4). Keystone then
//! accepts it as proof.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use reqwest::Method as HttpMethod;
use reqwest::Url;
use reqwest::header::{AUTHORIZATION, HeaderMap};
use serde::Deserialize;

use super::credentials::{AuthScope, Grant, Oidc, TokenEndpoint};
use crate::openstack::error::{AuthError, Error};
use crate::openstack::http::{self, sensitive};
use crate::openstack::retry::Safety;
use crate::openstack::service::Service;
use crate::openstack::wire::{Outgoing, OutgoingBody, Wire};
use crate::secret::{Reveal, Secret};

#[derive(Deserialize)]
struct Discovery {
    token_endpoint: String,
}

#[derive(Deserialize)]
struct AccessToken {
    access_token: Secret,
}

/// Gets the access token.
pub(super) async fn access_token(wire: &Wire, cloud: &str, oidc: &Oidc) -> Result<Secret, Error> {
    let endpoint = token_endpoint(wire, cloud, oidc).await?;
    let mut headers = HeaderMap::new();
    if let Some(secret) = &oidc.client_secret {
        let pair = format!("{}:{}", oidc.client_id, secret.expose());
        let value = sensitive(&format!("Basic {}", STANDARD.encode(pair))).map_err(|failure| {
            AuthError::Invalid {
                cloud: cloud.to_owned(),
                setting: "client_secret",
                problem: failure.cause,
            }
        })?;
        headers.insert(AUTHORIZATION, value);
    }
    let outgoing = Outgoing {
        method: HttpMethod::POST,
        headers,
        body: Some(OutgoingBody {
            content_type: "application/x-www-form-urlencoded",
            sent: Bytes::from(form(oidc, Reveal::Wire)),
            shown: form(oidc, Reveal::Shown),
        }),
        safety: Safety::Safe,
        secret_fields: &["access_token", "refresh_token", "id_token"],
        ..Outgoing::get("GetAccessToken", Service::Identity, endpoint.clone())
    };
    let incoming = wire.send(outgoing).await?;
    // Providers refuse a wrong password with 400 invalid_grant (RFC 6749, 5.2) or 401.
    if matches!(incoming.status(), 400 | 401) {
        return Err(AuthError::Refused {
            login: AuthScope::None.login(cloud),
            status: incoming.status(),
            origin: http::origin(&endpoint),
            message: incoming.fault().message,
            request_id: None,
        }
        .into());
    }
    if !incoming.is_success() {
        return Err(Box::new(incoming.fault()).into());
    }
    let token: AccessToken = incoming.into_answer().decode()?;
    Ok(token.access_token)
}

async fn token_endpoint(wire: &Wire, cloud: &str, oidc: &Oidc) -> Result<Url, Error> {
    let discovery = match &oidc.token_endpoint {
        TokenEndpoint::Direct(url) => return Ok(url.clone()),
        TokenEndpoint::Discovered(url) => url,
    };
    let outgoing = Outgoing::get("DiscoverProvider", Service::Identity, discovery.clone());
    let incoming = wire.send(outgoing).await?;
    if !incoming.is_success() {
        return Err(Box::new(incoming.fault()).into());
    }
    let document: Discovery = incoming.into_answer().decode()?;
    let invalid = |problem: String| AuthError::Invalid {
        cloud: cloud.to_owned(),
        setting: "discovery_endpoint",
        problem,
    };
    let url = Url::parse(&document.token_endpoint)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .ok_or_else(|| {
            invalid("names a token endpoint that is not a URL of http or https".to_owned())
        })?;
    // The password must not use a less secure connection than the user has configured.
    if discovery.scheme() == "https" && url.scheme() != "https" {
        return Err(invalid("names a token endpoint without TLS".to_owned()).into());
    }
    Ok(url)
}

fn form(oidc: &Oidc, reveal: Reveal) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.append_pair("scope", &oidc.openid_scope);
    match &oidc.grant {
        Grant::Password { username, password } => {
            form.append_pair("grant_type", "password")
                .append_pair("username", username)
                .append_pair("password", password.reveal(reveal));
        }
        Grant::ClientCredentials => {
            form.append_pair("grant_type", "client_credentials");
        }
    }
    if oidc.client_secret.is_none() {
        form.append_pair("client_id", &oidc.client_id);
    }
    form.finish()
}
