//! A cloud, logged in: where its services are, with which token, and the calls to them.

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

use super::catalog::{self, Wanted};
use super::clock::ServiceClock;
use super::error::{AuthError, Error};
use super::http::{HttpSettings, sensitive};
use super::identity::{self, AskPasscode, Credentials};
use super::login::Login;
use super::microversion::{Range, Version, VersionDocument};
use super::names::Names;
use super::observe::{self, Event, Observer};
use super::request::{self, Answer, Call};
use super::retry::Policy;
use super::service::Service;
use super::token_cache::TokenCache;
use super::trouble::Trouble;
use super::wire::{DEFAULT_READ_TIMEOUT, Incoming, Outgoing, OutgoingBody, Wire};

/// Everything that a session is made from.
pub struct SessionSettings {
    /// Who one is, and for what.
    pub credentials: Credentials,
    /// The region; any, if there is none.
    pub region: Option<String>,
    /// `public`, `internal` or `admin`.
    pub interface: String,
    /// Addresses that stand in for the catalog's.
    pub endpoints: BTreeMap<Service, String>,
    /// Connections.
    pub http: HttpSettings,
    /// Retries.
    pub policy: Policy,
    /// Where tokens are cached; nowhere, if there is none.
    pub cache_folder: Option<PathBuf>,
    /// Who is told of each request.
    pub observer: Option<Observer>,
    /// Who is asked for a one-time code.
    pub ask_passcode: Option<AskPasscode>,
    /// This machine's clock.
    pub clock: fn() -> Timestamp,
}

/// A cloud, logged in when it is first needed.
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

/// What a run finds out on its way, to be cached with the token.
#[derive(Default)]
struct Found {
    ranges: BTreeMap<Service, Option<Range>>,
    names: Names,
    changed: bool,
}

/// What became of the last token that stands in for a refused one.
#[derive(Default)]
struct Renewal {
    /// When it was issued; never, if there is none.
    at: Option<Instant>,
    /// The services that have taken it since.
    taken_by: BTreeSet<Service>,
}

/// A service that refuses a new token as well gets no other one for so long.
const RENEWAL_PAUSE: Duration = Duration::from_mins(1);

impl Renewal {
    /// Whether another token could help with a service that refuses the current one.
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
/// Nova before 2.27 reads only this one.
const NOVA_API_VERSION: HeaderName = HeaderName::from_static("x-openstack-nova-api-version");

impl Session {
    /// A session that has sent nothing yet.
    pub fn new(settings: SessionSettings) -> Self {
        // What is found beside a token (microversions, names) is true of these endpoints alone.
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

    /// The cloud's name in the configuration.
    pub fn cloud(&self) -> &str {
        &self.credentials.cloud
    }

    /// The region, if one is chosen.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// This machine's time.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Nova's time.
    pub fn compute_clock(&self) -> Arc<ServiceClock> {
        Arc::clone(&self.compute_clock)
    }

    /// How long an answer is waited for. A request that is older is taken to have been dealt with,
    /// one way or the other.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// The last trouble that kept an answer from coming, unless a good one has come since.
    pub fn trouble(&self) -> Option<Trouble> {
        self.wire.trouble()
    }

    /// The token and what belongs to it: from the cache, or from Keystone.
    pub async fn login(&self) -> Result<Arc<Login>, Error> {
        let mut login = self.login.lock().await;
        if let Some(login) = login.as_ref() {
            return Ok(Arc::clone(login));
        }
        let fresh = Arc::new(self.cached_or_fresh(None).await?);
        *login = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    /// The login that there is already, without waiting for one.
    pub fn current_login(&self) -> Option<Arc<Login>> {
        self.login.try_lock().ok()?.clone()
    }

    /// What an earlier command knew of these credentials, without asking anybody: the token that
    /// is cached may have expired.
    pub fn remembered_login(&self) -> Option<Login> {
        self.cache.as_ref()?.load(Timestamp::MIN)
    }

    /// A token in place of one that a service has refused. Of several calls that meet the same
    /// refusal, the first gets the new token and the others use it. `None` where another token
    /// would be refused as well.
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
        self.wire.tell(&Event::Note(
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
        // Of twenty processes that start at once, one asks Keystone and the others wait for it.
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

    /// Logs in. Credentials that were refused are not sent again: several requests that start side
    /// by side would count as several failed logins, and Keystone may lock the account.
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
            self.wire.tell(&Event::Note(&format!(
                "the token could not be cached: {error}"
            )));
        }
    }

    fn found(&self) -> std::sync::MutexGuard<'_, Found> {
        locked(&self.found)
    }

    /// Caches what this run has found out. To be called once, at its end.
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

    /// Names of images and flavors that are known so far.
    pub fn names(&self) -> Names {
        self.found().names.clone()
    }

    /// Adds to the names.
    pub fn learn(&self, learn: impl FnOnce(&mut Names)) {
        let mut found = self.found();
        learn(&mut found.names);
        found.changed = true;
    }

    /// Where a service is, with its API's major version.
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
        let wanted = Wanted {
            cloud: &self.credentials.cloud,
            region: self.region.as_deref(),
            interface: &self.interface,
        };
        Ok(login.info.catalog.endpoint(service, wanted)?)
    }

    /// Makes a call: with the token, renewed once if it is refused, and with the best
    /// microversion that the server has. An answer other than a success is an error.
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
                // The range is asked for only once the server has refused what nearly all have,
                // or what it had when its range was cached.
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

    /// The microversion to ask for: the best of the call's that the server has. As long as the
    /// server's range is not known, the best of all.
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

    /// Asks a service which microversions it speaks.
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
