//! Opens a session from the settings: files that they name, proxies, time-outs, the token cache's
//! folder.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::global::Global;
use crate::commands::sandbox::BuiltInCloud;
use crate::config::{Cloud, Origin, Setting};
use crate::env::Env;
use crate::error::CommandError;
use crate::files::{self, DOCUMENT_LIMIT};
use crate::openstack::{
    AskPasscode, Credentials, DEFAULT_CONNECT_TIMEOUT, DEFAULT_READ_TIMEOUT, HttpSettings, Login,
    Observer, Policy, Proxies, Service, Session, SessionSettings,
};

/// Opens the sandbox in this process, and sets the cloud's address to it.
pub(super) fn sandbox(cloud: &mut Cloud, env: &Env) -> Result<BuiltInCloud, CommandError> {
    let sandbox = BuiltInCloud::open(env)?;
    cloud.auth.auth_url = Some(Setting::new(sandbox.auth_url(), Origin::BuiltIn));
    Ok(sandbox)
}

/// Returns a session for a cloud, without sending anything yet. A cloud in this process needs no
/// proxy, and its token is not saved to a file.
pub(super) fn session(
    cloud: &Cloud,
    global: &Global,
    env: &Env,
    in_process: bool,
    service: Option<Service>,
    observer: Observer,
    ask_passcode: Option<AskPasscode>,
) -> Result<Session, CommandError> {
    let mut http = http_settings(cloud, global, env)?;
    if in_process {
        http.proxies = Proxies::default();
    }
    http.check()?;
    let mut endpoints: std::collections::BTreeMap<Service, String> = SERVICES
        .iter()
        .filter_map(|service| {
            service
                .catalog_types()
                .iter()
                .find_map(|kind| cloud.endpoint_overrides.get(*kind))
                .map(|setting| (*service, setting.value.clone()))
        })
        .collect();
    if let (Some(url), Some(service)) = (&global.endpoint_url, service) {
        endpoints.insert(service, url.clone());
    }
    Ok(Session::new(SessionSettings {
        credentials: Credentials::from_cloud(cloud).map_err(crate::openstack::Error::from)?,
        region: cloud.region.as_ref().map(|region| region.value.clone()),
        interface: cloud.interface.value.name().to_owned(),
        endpoints,
        http,
        policy: Policy::default(),
        cache_folder: env
            .folders
            .cache
            .as_ref()
            .filter(|_| !in_process)
            .map(|folder| folder.join("ostk").join("tokens")),
        observer: Some(observer),
        ask_passcode,
        clock: env.clock(),
    }))
}

/// Returns what an earlier command learned about a cloud's credentials, without sending anything.
/// Wrong settings are no error here; commands that send requests to the cloud report them.
pub(super) fn remembered_login(
    cloud: &Cloud,
    global: &Global,
    env: &Env,
    in_process: bool,
) -> Option<Login> {
    let silent: Observer = Arc::new(|_| {});
    let session = session(cloud, global, env, in_process, None, silent, None).ok()?;
    session.remembered_login()
}

const SERVICES: [Service; 6] = [
    Service::Identity,
    Service::Compute,
    Service::Image,
    Service::Network,
    Service::BlockStorage,
    Service::Metric,
];

fn http_settings(cloud: &Cloud, global: &Global, env: &Env) -> Result<HttpSettings, CommandError> {
    let timeout = |given: Option<Duration>, usual: Duration| {
        Some(given.unwrap_or(usual)).filter(|timeout| !timeout.is_zero())
    };
    let verify = cloud.verify.value;
    let ca_bundle = match &cloud.cacert {
        Some(cacert) if verify => Some(read(&cacert.value, "cacert")?),
        _ => None,
    };
    Ok(HttpSettings {
        connect_timeout: timeout(global.connect_timeout, DEFAULT_CONNECT_TIMEOUT),
        read_timeout: timeout(global.read_timeout, DEFAULT_READ_TIMEOUT),
        ca_bundle,
        accept_any_certificate: !verify,
        client_certificate: client_certificate(cloud)?,
        proxies: proxies(env),
    })
}

/// Returns the client's certificate with its key, from one file or two.
fn client_certificate(cloud: &Cloud) -> Result<Option<Vec<u8>>, CommandError> {
    let Some(Setting { value: cert, .. }) = &cloud.cert else {
        return Ok(None);
    };
    let mut pem = read(cert, "cert")?;
    if let Some(key) = &cloud.key {
        pem.push(b'\n');
        pem.extend(read(&key.value, "key")?);
    }
    Ok(Some(pem))
}

fn read(path: &Path, setting: &str) -> Result<Vec<u8>, CommandError> {
    files::read(path, DOCUMENT_LIMIT).map_err(|error| {
        CommandError::configuration(format!(
            "{setting}: {} cannot be read: {error}",
            path.display()
        ))
    })
}

/// Returns the proxies from the environment, as curl reads them. `HTTP_PROXY` in capitals is
/// ignored, since a web server sets it from a request's header.
fn proxies(env: &Env) -> Proxies {
    let first = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| env.get(name))
            .map(str::to_owned)
    };
    let all = first(&["all_proxy", "ALL_PROXY"]);
    Proxies {
        http: first(&["http_proxy"]).or_else(|| all.clone()),
        https: first(&["https_proxy", "HTTPS_PROXY"]).or(all),
        none: first(&["no_proxy", "NO_PROXY"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proxies_are_read_as_curl_reads_them() {
        let env = Env::for_test(
            Path::new("/"),
            [
                ("HTTP_PROXY", "http://evil"),
                ("ALL_PROXY", "socks5://all"),
                ("https_proxy", "http://secure"),
                ("NO_PROXY", "localhost"),
            ],
        );
        let proxies = proxies(&env);
        assert_eq!(proxies.http.as_deref(), Some("socks5://all"));
        assert_eq!(proxies.https.as_deref(), Some("http://secure"));
        assert_eq!(proxies.none.as_deref(), Some("localhost"));
    }
}
