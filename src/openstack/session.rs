//! A session with a cloud: its login, its endpoints and the calls to its services.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex as StdMutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::catalog::{self, WantedEndpoint};
use super::clock::ServiceClock;
use super::error::{AuthError, Error};
use super::http::{HttpSettings, sensitive};
use super::identity::{self, AskPasscode, Credentials};
use super::login::Login;
use super::microversion::{Range, Version, VersionDocument};
use super::names::Names;
use super::observe::{self, Observer, TrafficEvent};
use super::request::{self, Answer, Call};
use super::retry::Policy;
use super::service::Service;
use super::token_cache::TokenCache;
use super::trouble::Trouble;
use super::wire::{DEFAULT_READ_TIMEOUT, Incoming, Outgoing, OutgoingBody, Wire};

/// The settings of a session.
pub struct SessionSettings {
    /// The credentials and the scope.
    pub credentials: Credentials,
    /// The region, or `None` for any region.
    pub region: Option<String>,
    /// The interface: `public`, `internal` or `admin`.
    pub interface: String,
    /// Addresses to use instead of the catalog's.
    pub endpoints: BTreeMap<Service, String>,
    /// The settings for connections.
    pub http: HttpSettings,
    /// The settings for retries.
    pub policy: Policy,
    /// The folder for cached tokens, or `None` for no cache.
    pub cache_folder: Option<PathBuf>,
    /// The function that gets each event.
    pub observer: Option<Observer>,
    /// The function that asks for a one-time code.
    pub ask_passcode: Option<AskPasscode>,
    /// The local clock.
    pub clock: fn() -> Timestamp,
}

/// A session with a cloud, which logs in when it is first needed.
pub struct Session {
    wire: Wire,
    credentials: Credentials,
    region: Option<String>,
    interface: String,
    endpoints: BTreeMap<Service, String>,
    cache: Option<TokenCache>,
    ask_passcode: Option<AskPasscode>,
    clock: fn() -> Timestamp,
    compute_clock: Arc<ServiceClock>,
    patience: Duration,
    login: Mutex<Option<Arc<Login>>>,
    renewal: StdMutex<Renewal>,
    refusal: StdMutex<Option<AuthError>>,
    found: StdMutex<Found>,
}

/// The facts that a run learns, to be cached with the token.
#[derive(Default)]
struct Found {
    ranges: BTreeMap<Service, Option<Range>>,
    names: Names,
    changed: bool,
}

/// The last token that replaced a refused one.
#[derive(Default)]
struct Renewal {
    /// The time at which it was issued, or `None` if there is no such token.
    at: Option<Instant>,
    /// The services that have accepted it since.
    taken_by: BTreeSet<Service>,
}

/// How long a service that also refuses a new token gets no other token.
const RENEWAL_PAUSE: Duration = Duration::from_mins(1);

impl Renewal {
    /// Returns whether another token could help with a service that refuses the current one.
    fn may_help(&self, service: Service) -> bool {
        self.taken_by.contains(&service) || self.at.is_none_or(|at| at.elapsed() >= RENEWAL_PAUSE)
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Session({})", self.credentials.cloud)
    }
}

const AUTH_TOKEN: HeaderName = HeaderName::from_static("x-auth-token");
const API_VERSION: HeaderName = HeaderName::from_static("openstack-api-version");
/// The only header that Nova before 2.27 reads.
const NOVA_API_VERSION: HeaderName = HeaderName::from_static("x-openstack-nova-api-version");

impl Session {
    /// Returns a session that has sent no request yet.
    pub fn new(settings: SessionSettings) -> Self {
        // The microversions and names that are cached with a token are true only of these
        // endpoints.
        let place = format!(
            "{} {:?} {:?} {} {:?}",
            settings.http.accept_any_certificate,
            settings.http.ca_bundle.as_ref().map(Vec::len),
            settings.region,
            settings.interface,
            settings.endpoints,
        );
        let cache = settings.cache_folder.map(|folder| {
            TokenCache::new(
                &folder,
                &identity::key(&settings.credentials, &place),
                &identity::secrets(&settings.credentials),
            )
        });
        let patience = settings.http.read_timeout.unwrap_or(DEFAULT_READ_TIMEOUT);
        Self {
            compute_clock: Arc::new(ServiceClock::new(settings.clock)),
            patience,
            wire: Wire::new(settings.http, settings.policy, settings.observer),
            credentials: settings.credentials,
            region: settings.region,
            interface: settings.interface,
            endpoints: settings.endpoints,
            cache,
            ask_passcode: settings.ask_passcode,
            clock: settings.clock,
            login: Mutex::new(None),
            renewal: StdMutex::default(),
            refusal: StdMutex::default(),
            found: StdMutex::default(),
        }
    }

    /// Returns the cloud's name in the configuration.
    pub fn cloud(&self) -> &str {
        &self.credentials.cloud
    }

    /// Returns the region, if one is chosen.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Returns the local time.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Returns the clock that follows Nova's time.
    pub fn compute_clock(&self) -> Arc<ServiceClock> {
        Arc::clone(&self.compute_clock)
    }

    /// Returns how long to wait for a response. An older request is assumed to have acted or
    /// failed.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Returns the last trouble that prevented a response, unless a good response has come since.
    pub fn trouble(&self) -> Option<Trouble> {
        self.wire.trouble()
    }

    /// Returns the token and its data, from the cache or from Keystone.
    pub async fn login(&self) -> Result<Arc<Login>, Error> {
        let mut login = self.login.lock().await;
        if let Some(login) = login.as_ref() {
            return Ok(Arc::clone(login));
        }
        let fresh = Arc::new(self.cached_or_fresh(None).await?);
        *login = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    /// Returns the existing login, without waiting for a login.
    pub fn current_login(&self) -> Option<Arc<Login>> {
        self.login.try_lock().ok()?.clone()
    }

    /// Returns the cached login of an earlier command, without a request. Its token may have
    /// expired.
    pub fn remembered_login(&self) -> Option<Login> {
        self.cache.as_ref()?.load(Timestamp::MIN)
    }

    /// Returns a token to replace a refused one. Of several calls with the same refusal, the first
    /// gets the new token and the others use it. Returns `None` if the service would also refuse
    /// another token.
    async fn renew(
        &self,
        refused: &Arc<Login>,
        service: Service,
    ) -> Result<Option<Arc<Login>>, Error> {
        let mut login = self.login.lock().await;
        if let Some(current) = login.as_ref()
            && !Arc::ptr_eq(current, refused)
        {
            return Ok(Some(Arc::clone(current)));
        }
        if !locked(&self.renewal).may_help(service) {
            return Ok(None);
        }
        self.wire.tell(&TrafficEvent::Note(
            "the token was refused: getting another one, once",
        ));
        let fresh = Arc::new(self.cached_or_fresh(Some(refused)).await?);
        *locked(&self.renewal) = Renewal {
            at: Some(Instant::now()),
            taken_by: BTreeSet::new(),
        };
        *login = Some(Arc::clone(&fresh));
        Ok(Some(fresh))
    }

    async fn cached_or_fresh(&self, refused: Option<&Login>) -> Result<Login, Error> {
        let Some(cache) = &self.cache else {
            return self.authenticate().await;
        };
        let good = |login: &Login| refused.is_none_or(|refused| refused.token() != login.token());
        if let Some(login) = cache.load(self.now()).filter(good) {
            self.take_over(&login);
            return Ok(login);
        }
        // If twenty processes start at once, one asks Keystone and the others wait for it.
        let _guard = cache.lock().await;
        if let Some(login) = cache.load(self.now()).filter(good) {
            self.take_over(&login);
            return Ok(login);
        }
        if refused.is_some() {
            cache.forget();
        }
        let mut login = self.authenticate().await?;
        {
            let found = self.found();
            login.ranges.clone_from(&found.ranges);
            login.names.clone_from(&found.names);
        }
        self.keep(cache, &login);
        Ok(login)
    }

    /// Logs in. Refused credentials are not sent again. Otherwise several concurrent requests would
    /// count as several failed logins, and Keystone may lock the account.
    async fn authenticate(&self) -> Result<Login, Error> {
        if let Some(refusal) = locked(&self.refusal).as_ref().and_then(AuthError::repeated) {
            return Err(refusal.into());
        }
        let issued =
            identity::authenticate(&self.wire, &self.credentials, self.ask_passcode.as_ref())
                .await
                .inspect_err(|error| {
                    if let Error::Auth(error) = error {
                        *locked(&self.refusal) = error.repeated();
                    }
                })?;
        let stale_at = issued.info.stale_at(issued.served, self.now());
        Ok(Login::new(issued.token, issued.info, stale_at))
    }

    fn take_over(&self, login: &Login) {
        let mut found = self.found();
        found.ranges.clone_from(&login.ranges);
        found.names.clone_from(&login.names);
        found.changed = false;
    }

    fn keep(&self, cache: &TokenCache, login: &Login) {
        if let Err(error) = cache.store(login) {
            self.wire.tell(&TrafficEvent::Note(&format!(
                "the token could not be cached: {error}"
            )));
        }
    }

    fn found(&self) -> std::sync::MutexGuard<'_, Found> {
        locked(&self.found)
    }

    /// Caches what this run has learned. Call it once, at the end of the run.
    pub async fn save(&self) {
        let login = self.login.lock().await;
        let (Some(cache), Some(login)) = (&self.cache, login.as_ref()) else {
            return;
        };
        let mut login = Login::clone(login);
        {
            let mut found = self.found();
            if !found.changed {
                return;
            }
            found.changed = false;
            login.ranges.clone_from(&found.ranges);
            login.names.clone_from(&found.names);
        }
        self.keep(cache, &login);
    }

    /// Returns the names of images and flavors that are known so far.
    pub fn names(&self) -> Names {
        self.found().names.clone()
    }

    /// Adds to the known names.
    pub fn learn(&self, learn: impl FnOnce(&mut Names)) {
        let mut found = self.found();
        learn(&mut found.names);
        found.changed = true;
    }

    /// Returns the URL of a service, with its API's major version.
    pub async fn endpoint(&self, service: Service) -> Result<Url, Error> {
        if let Some(url) = self.endpoints.get(&service) {
            return Ok(catalog::versioned(service, url)?);
        }
        let login = self.login().await?;
        self.endpoint_in(&login, service)
    }

    fn endpoint_in(&self, login: &Login, service: Service) -> Result<Url, Error> {
        if let Some(url) = self.endpoints.get(&service) {
            return Ok(catalog::versioned(service, url)?);
        }
        let wanted = WantedEndpoint {
            cloud: &self.credentials.cloud,
            region: self.region.as_deref(),
            interface: &self.interface,
        };
        Ok(login.info.catalog.endpoint(service, wanted)?)
    }

    /// Sends a call with the token and the best microversion that the server has. Renews a refused
    /// token once. Any response other than a success is an error.
    pub async fn send(&self, call: &Call) -> Result<Answer, Error> {
        let mut login = self.login().await?;
        let (mut renewed, mut discovered) = (false, false);
        let mut version = self.version(call)?;
        loop {
            let incoming = self.attempt(call, &login, version).await?;
            if incoming.status() != 401 {
                locked(&self.renewal).taken_by.insert(call.service);
            } else if !renewed && let Some(fresh) = self.renew(&login, call.service).await? {
                login = fresh;
                renewed = true;
                continue;
            }
            match incoming.status() {
                // Ask for the range only after the server has refused this version. Nearly all
                // servers have it, or this one had it when its range was cached.
                406 if version.is_some() && !discovered => {
                    self.discover(call.service, &login).await?;
                    discovered = true;
                    version = self.version(call)?;
                }
                200..=299 => {
                    let answer = incoming.into_answer();
                    if let (Service::Compute, Some(date)) = (call.service, answer.date()) {
                        self.compute_clock.heard(date);
                    }
                    return Ok(answer);
                }
                _ => return Err(Box::new(incoming.fault_at(&call.segments)).into()),
            }
        }
    }

    async fn attempt(
        &self,
        call: &Call,
        login: &Login,
        version: Option<Version>,
    ) -> Result<Incoming, Error> {
        let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
        let mut url = identity::below(&self.endpoint_in(login, call.service)?, &segments);
        if !call.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&call.query);
        }
        let mut headers = HeaderMap::new();
        headers.insert(AUTH_TOKEN, self.token_header(login)?);
        if let (Some(version), Some(name)) = (version, call.service.microversion_name()) {
            let value = |text: String| {
                HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("latest"))
            };
            headers.insert(API_VERSION, value(format!("{name} {version}")));
            if call.service == Service::Compute {
                headers.insert(NOVA_API_VERSION, value(version.to_string()));
            }
        }
        let outgoing = Outgoing {
            method: call.method.clone(),
            headers,
            safety: call.safety,
            secret_fields: call.secret_fields,
            body: call.body.as_ref().map(|body| OutgoingBody {
                content_type: "application/json",
                sent: body.to_string().into(),
                shown: observe::shown_json(body, call.secret_fields),
            }),
            ..Outgoing::get(call.operation, call.service, url)
        };
        Ok(self.wire.send(outgoing).await?)
    }

    fn token_header(&self, login: &Login) -> Result<HeaderValue, Error> {
        sensitive(login.token().expose()).map_err(|failure| {
            AuthError::Invalid {
                cloud: self.credentials.cloud.clone(),
                setting: "token",
                problem: failure.cause,
            }
            .into()
        })
    }

    /// Returns the microversion to ask for: the best of the call's versions that the server has.
    /// While the server's range is unknown, returns the best of all.
    fn version(&self, call: &Call) -> Result<Option<Version>, Error> {
        let Some(best) = call.versions.first().copied() else {
            return Ok(None);
        };
        let known = self.found().ranges.get(&call.service).copied();
        match known {
            None => Ok(Some(best)),
            Some(range) => range
                .and_then(|range| range.choose(&call.versions))
                .map(Some)
                .ok_or_else(|| Error::Microversion {
                    service: call.service,
                    needs: call.versions.iter().copied().min().unwrap_or(best),
                    range,
                }),
        }
    }

    /// Asks a service for its microversions.
    async fn discover(&self, service: Service, login: &Login) -> Result<(), Error> {
        let mut url = self.endpoint_in(login, service)?;
        // A project's ID may follow the version; the version's own document is above it. Some
        // proxies forward only paths that end in a slash.
        let segments: Vec<String> = url
            .path_segments()
            .into_iter()
            .flatten()
            .take_while(|segment| *segment != login.project_id().unwrap_or_default())
            .map(str::to_owned)
            .collect();
        url.set_path(&format!("{}/", segments.join("/")));
        let mut headers = HeaderMap::new();
        headers.insert(AUTH_TOKEN, self.token_header(login)?);
        let outgoing = Outgoing {
            headers,
            ..Outgoing::get("DiscoverVersions", service, url)
        };
        let incoming = self.wire.send(outgoing).await?;
        if !incoming.is_success() {
            return Err(Box::new(incoming.fault()).into());
        }
        let document: VersionDocument = request::decode(&incoming.answer.body)
            .map_err(|problem| incoming.into_answer().broken(problem))?;
        let mut found = self.found();
        found.ranges.insert(service, document.range());
        found.changed = true;
        Ok(())
    }
}

fn locked<T>(mutex: &StdMutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_token_is_renewed_for_whoever_took_the_last_one() {
        let (nova, glance) = (Service::Compute, Service::Image);
        let mut renewal = Renewal::default();
        assert!(renewal.may_help(nova));
        renewal.at = Some(Instant::now());
        assert!(!renewal.may_help(nova));
        renewal.taken_by.insert(glance);
        assert!(!renewal.may_help(nova) && renewal.may_help(glance));
        tokio::time::advance(RENEWAL_PAUSE).await;
        assert!(renewal.may_help(nova));
    }
}
