//! The simulated cloud: takes a request, brings the state up to the present, lets a fault have
//! its way, and hands the request to the service that it is for.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::clock::Clock;
use super::exchange::{Answer, Ask, Refusal, Reply};
use super::faults::{Effect, FaultRule};
use super::model::{Server, Token, User};
use super::store::{Store, StoreError};
use super::{cinder, due, glance, gnocchi, keystone, neutron, nova, placement, routes, seed};

/// What a sandbox is made with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where its time comes from.
    pub clock: Clock,
    /// How many times as fast as usual things go; 0 for at once.
    pub speed: f64,
    /// What goes wrong on purpose.
    pub faults: Vec<FaultRule>,
    /// How long a token is good.
    pub token_life: Duration,
}

impl Settings {
    /// The usual ones, with this clock.
    pub fn new(clock: Clock) -> Self {
        Self {
            clock,
            speed: 1.0,
            faults: Vec::new(),
            token_life: Duration::from_hours(4),
        }
    }
}

/// How many requests without an answer are remembered, and how much of each.
const MOST_UNKNOWN: usize = 1000;
const ROUTE_LENGTH: usize = 200;

/// A simulated cloud. Clones are the same cloud.
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    store: Mutex<Store>,
    clock: Clock,
    speed: f64,
    token_life: i64,
    faults: Mutex<Vec<FaultRule>>,
    unknown: Mutex<Vec<String>>,
}

/// What is wrong with a sandbox's file.
#[derive(Debug, thiserror::Error)]
#[error("the sandbox's state in {} cannot be used: {source}", path.display())]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub source: StoreError,
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Sandbox")
    }
}

/// What the transport makes of an answer.
pub(super) enum Outcome {
    Answer(Answer),
    /// The connection is cut without a word.
    Cut,
    /// Half of it, and then the connection is cut.
    Half(Answer),
}

/// How many servers there are, and what else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Census {
    pub instances: i64,
    pub volumes: i64,
    pub images: i64,
    pub networks: i64,
    pub keypairs: i64,
}

impl Sandbox {
    /// A cloud in memory, for tests.
    pub fn in_memory(settings: Settings) -> Result<Self, StoreError> {
        let store = Store::memory()?;
        seed::seed(&store, settings.clock.now())?;
        Ok(Self::new(store, settings))
    }

    /// The cloud in a file, which is made if there is none.
    pub fn open(path: &Path, settings: Settings) -> Result<Self, FileError> {
        let open = || {
            let (store, new) = Store::open(path)?;
            if new {
                seed::seed(&store, settings.clock.now())?;
                store.commit()?;
            }
            Ok(store)
        };
        let store = open().map_err(|source| FileError {
            path: path.to_path_buf(),
            source,
        })?;
        Ok(Self::new(store, settings))
    }

    fn new(store: Store, settings: Settings) -> Self {
        Self(Arc::new(Inner {
            store: Mutex::new(store),
            clock: settings.clock,
            speed: settings.speed,
            token_life: i64::try_from(settings.token_life.as_millis()).unwrap_or(i64::MAX),
            faults: Mutex::new(settings.faults),
            unknown: Mutex::new(Vec::new()),
        }))
    }

    /// Lets requests meet a fault from now on.
    pub fn add_fault(&self, rule: FaultRule) {
        lock(&self.0.faults).push(rule);
    }

    /// Ends all faults.
    pub fn clear_faults(&self) {
        lock(&self.0.faults).clear();
    }

    /// The requests that no simulated service had an answer to since this was last asked.
    pub fn take_unknown_routes(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.0.unknown))
    }

    /// The sandbox's clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Moves a clock that a test sets to the time at which something happens next. Says whether
    /// anything was to come.
    pub fn step(&self) -> Result<bool, StoreError> {
        let next = self.store().next_due()?;
        let Some(next) = next else { return Ok(false) };
        let left = next - self.0.clock.now();
        self.0.clock.advance(left.max(0));
        Ok(true)
    }

    /// Adds running instances, as if they had been created one after the other.
    pub fn add_instances(&self, number: u32) -> Result<(), StoreError> {
        let store = self.store();
        store.begin()?;
        let done = seed::add_instances(&store, number, self.0.clock.now());
        if done.is_ok() {
            store.commit()
        } else {
            store.rollback()?;
            done
        }
    }

    /// Makes the cloud as it was at the beginning.
    pub fn reset(&self) -> Result<(), StoreError> {
        let store = self.store();
        store.begin()?;
        let done = store
            .clear()
            .and_then(|()| seed::seed(&store, self.0.clock.now()));
        if done.is_ok() {
            store.commit()
        } else {
            store.rollback()?;
            done
        }
    }

    /// Counts what there is.
    pub fn census(&self) -> Result<Census, StoreError> {
        use super::model::{Image, Keypair, Network, Volume};
        let store = self.store();
        catch_up(&store, self.0.clock.now())?;
        Ok(Census {
            instances: store.number_of::<Server>()?,
            volumes: store.number_of::<Volume>()?,
            images: store.number_of::<Image>()?,
            networks: store.number_of::<Network>()?,
            keypairs: store.number_of::<Keypair>()?,
        })
    }

    pub(super) fn pause_before(&self, ask: &Ask) -> (Option<Effect>, Option<Duration>) {
        let (_, path) = routes::place(ask);
        let mut faults = lock(&self.0.faults);
        let mut effect = None;
        let mut delay = None;
        for rule in faults.iter_mut() {
            let is_delay = matches!(rule.effect, Effect::Delay(_));
            if (is_delay && delay.is_some()) || (!is_delay && effect.is_some()) {
                continue;
            }
            if rule.meets(&ask.method, path) {
                match rule.effect.clone() {
                    Effect::Delay(time) => delay = Some(time),
                    other => effect = Some(other),
                }
            }
        }
        (effect, delay)
    }

    /// Answers a request.
    pub(super) fn answer(&self, ask: &Ask, effect: Option<&Effect>) -> Outcome {
        match effect {
            Some(Effect::CutBefore) => return Outcome::Cut,
            Some(Effect::Status {
                status,
                retry_after,
            }) => {
                // As a proxy answers in the service's place.
                let mut answer =
                    Refusal::page(*status, "made by a fault of the sandbox").framework_page(false);
                if let Some(retry_after) = retry_after {
                    answer = answer.header("retry-after", retry_after);
                }
                return Outcome::Answer(answer);
            }
            _ => {}
        }
        let answer = self.perform(ask, effect);
        match effect {
            Some(Effect::CutAfter) => Outcome::Cut,
            Some(Effect::Truncate) => Outcome::Half(answer),
            _ => Outcome::Answer(answer),
        }
    }

    /// The state. What a panic left half done is undone.
    fn store(&self) -> MutexGuard<'_, Store> {
        let store = lock(&self.0.store);
        if store.is_changing() {
            let _ = store.rollback();
        }
        store
    }

    fn perform(&self, ask: &Ask, effect: Option<&Effect>) -> Answer {
        let store = self.store();
        let now = self.0.clock.now();
        let changes = ask.method != "GET" && ask.method != "HEAD";
        let outcome = (|| -> Result<Answer, StoreError> {
            if changes {
                store.begin()?;
                due::settle(&store, now)?;
            } else {
                catch_up(&store, now)?;
            }
            let answer = self.dispatch(&store, ask, effect, now);
            if changes {
                // A refusal has changed nothing, or what it must not have.
                if answer.status < 400 {
                    store.commit()?;
                } else {
                    store.rollback()?;
                }
            }
            Ok(answer)
        })();
        outcome.unwrap_or_else(|error| {
            let _ = store.rollback();
            nova::shape(&error.into(), true)
        })
    }

    fn dispatch(&self, store: &Store, ask: &Ask, effect: Option<&Effect>, now: i64) -> Answer {
        let (service, path) = match ask.path.split_first() {
            Some((service, path)) => (service.as_str(), path),
            None => ("", ask.path.as_slice()),
        };
        let segments: Vec<&str> = path.iter().map(String::as_str).collect();
        let context = Context {
            store,
            ask,
            now,
            speed: self.0.speed,
            token_life: self.0.token_life,
            effect,
        };
        let json = ask.wants_json();
        let shaped = |reply: Reply, shape: &dyn Fn(&Refusal) -> Answer| {
            let reply = reply.and_then(|answer| routes::in_table(ask, answer));
            reply.unwrap_or_else(|refusal| {
                if refusal.status == 501 && refusal.message.starts_with("the sandbox") {
                    let route = format!("{} /{}", ask.method, ask.path.join("/"));
                    let mut unknown = lock(&self.0.unknown);
                    if unknown.len() < MOST_UNKNOWN {
                        unknown.push(route.chars().take(ROUTE_LENGTH).collect());
                    }
                }
                shape(&refusal)
            })
        };
        let answer = match service {
            "identity" => shaped(keystone::answer(&context, &segments), &keystone::shape),
            "compute" => {
                let reply = nova::answer(&context, &segments);
                let answer = shaped(reply, &|refusal| nova::shape(refusal, json));
                nova::with_headers(ask, answer)
            }
            "image" => shaped(glance::answer(&context, &segments), &|refusal| {
                refusal.framework_page(json)
            }),
            "network" => shaped(neutron::answer(&context, &segments), &neutron::shape),
            "volume" => {
                let reply = cinder::answer(&context, &segments);
                let answer = shaped(reply, &|refusal| nova::shape(refusal, json));
                cinder::with_headers(ask, answer)
            }
            "metric" => shaped(gnocchi::answer(&context, &segments), &|refusal| {
                gnocchi::shape(refusal, json)
            }),
            "placement" => shaped(placement::answer(&context, &segments), &|refusal| {
                placement::shape(refusal, &ask.request_id)
                    .header("openstack-api-version", "placement 1.0")
            }),
            _ => shaped(Err(Refusal::unknown_route()), &|refusal| {
                refusal.framework_page(json)
            }),
        };
        if answer.status == 401 {
            let keystone = format!("Keystone uri=\"{}/identity/v3\"", ask.origin);
            return answer.header("www-authenticate", keystone);
        }
        answer
    }
}

/// Lets everything happen that should have happened by now.
fn catch_up(store: &Store, now: i64) -> Result<(), StoreError> {
    if !store.is_due(now)? {
        return Ok(());
    }
    store.begin()?;
    due::settle(store, now)?;
    store.commit()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long a service trusts a token that it has checked, whatever becomes of it.
const TRUSTED: i64 = 300_000;

/// What a service works with.
pub(super) struct Context<'a> {
    pub(super) store: &'a Store,
    pub(super) ask: &'a Ask,
    pub(super) now: i64,
    pub(super) speed: f64,
    pub(super) token_life: i64,
    pub(super) effect: Option<&'a Effect>,
}

/// Who asks, by the token.
pub(super) struct Who {
    pub(super) user: User,
    pub(super) token: Token,
    /// The project that the token is scoped to; empty where it is not.
    pub(super) project: String,
}

impl Who {
    /// A role, or one that implies it.
    pub(super) fn is(&self, role: &str) -> bool {
        const ORDER: [&str; 4] = ["reader", "member", "manager", "admin"];
        let rank = |name: &str| ORDER.iter().position(|known| *known == name);
        self.token
            .roles
            .iter()
            .any(|own| own == role || rank(own) >= rank(role) && rank(own).is_some())
    }

    pub(super) fn is_admin(&self) -> bool {
        self.is("admin")
    }
}

impl Context<'_> {
    /// The holder of the token, or nothing where it is missing, wrong or expired.
    pub(super) fn who(&self) -> Result<Option<Who>, StoreError> {
        if self.effect == Some(&Effect::ExpiredToken) {
            return Ok(None);
        }
        let Some(id) = self.ask.header("x-auth-token") else {
            return Ok(None);
        };
        let holder = self.holder(id)?;
        let revoked = holder.as_ref().and_then(|who| who.token.revoked);
        match (holder, revoked) {
            (Some(mut who), Some(at)) => {
                let identity = self.ask.path.first().is_some_and(|name| name == "identity");
                if !identity {
                    return Ok((self.now - at < TRUSTED).then_some(who));
                }
                // Keystone's own cache lets it pass once.
                if who.token.passed {
                    return Ok(None);
                }
                who.token.passed = true;
                self.store.put(&who.token, self.now)?;
                Ok(Some(who))
            }
            (holder, _) => Ok(holder),
        }
    }

    pub(super) fn holder(&self, id: &str) -> Result<Option<Who>, StoreError> {
        let Some(token) = self.store.get::<Token>(id)? else {
            return Ok(None);
        };
        if token.expires <= self.now {
            return Ok(None);
        }
        let Some(user) = self.store.get::<User>(&token.user)? else {
            return Ok(None);
        };
        let project = token.project_id.clone().unwrap_or_default();
        Ok(Some(Who {
            user,
            token,
            project,
        }))
    }

    /// The holder of the token; without one, the refusal that keystonemiddleware gives.
    pub(super) fn member(&self) -> Result<Who, Refusal> {
        self.who()?.ok_or_else(|| {
            Refusal::new(401, "The request you have made requires authentication.").kind("token")
        })
    }

    pub(super) fn is_over_quota(&self) -> bool {
        self.effect == Some(&Effect::Quota)
    }
}

/// A new random ID with dashes.
pub(super) fn uuid() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// A new random ID as Keystone writes them.
pub(super) fn hex() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

impl Sandbox {
    /// The sandbox's time as an HTTP date.
    pub(super) fn http_date(&self) -> String {
        let millis = u64::try_from(self.0.clock.now()).unwrap_or_default();
        httpdate::fmt_http_date(std::time::UNIX_EPOCH + Duration::from_millis(millis))
    }
}

#[cfg(test)]
mod tests;
