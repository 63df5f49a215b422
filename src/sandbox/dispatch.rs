//! Hands a request to the service that its path names: brings the state up to the present, lets a
//! fault have its way, and gives a refusal the service's own shape.

use std::time::Duration;

use super::cloud::{Sandbox, lock};
use super::context::Context;
use super::exchange::{Answer, Ask, Refusal, Reply};
use super::faults::Effect;
use super::store::{Store, StoreError};
use super::{cinder, due, glance, gnocchi, keystone, neutron, nova, placement, routes};

/// How many requests without an answer are remembered, and how much of each.
const MOST_UNKNOWN: usize = 1000;
const ROUTE_LENGTH: usize = 200;

/// What the transport makes of an answer.
pub(super) enum Outcome {
    Answer(Answer),
    /// The connection is cut without a word.
    Cut,
    /// Half of it, and then the connection is cut.
    Half(Answer),
}

impl Sandbox {
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

    fn perform(&self, ask: &Ask, effect: Option<&Effect>) -> Answer {
        let store = self.store();
        let now = self.0.clock.now();
        let changes = ask.method != "GET" && ask.method != "HEAD";
        let outcome = (|| -> Result<Answer, StoreError> {
            if changes {
                store.begin()?;
                due::settle(&store, now)?;
            } else {
                due::catch_up(&store, now)?;
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
                if refusal.is_unsimulated {
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

#[cfg(test)]
mod tests;
