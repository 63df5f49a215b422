//! Calls the handler of the service that a request names. Brings the state up to the present first,
//! applies faults, and gives an error the shape of that service.

use std::time::Duration;

use crate::cloud::{Sandbox, lock};
use crate::context::Context;
use crate::faults::Effect;
use crate::http_types::{HandlerResult, Refusal, Request, Response};
use crate::store::{Store, StoreError};
use crate::{cinder, glance, gnocchi, keystone, neutron, nova, placement, routes, scheduler};

/// How many unsimulated requests are remembered, and how many characters of each.
const MOST_UNKNOWN: usize = 1000;
const ROUTE_LENGTH: usize = 200;

/// What the transport does with a response.
pub(crate) enum Outcome {
    Response(Response),
    /// Cuts the connection without a response.
    Cut,
    /// Sends half of the response, and cuts the connection.
    Half(Response),
}

impl Sandbox {
    pub(crate) fn choose_faults(&self, request: &Request) -> (Option<Effect>, Option<Duration>) {
        let (_, path) = routes::locate(request);
        let mut faults = lock(&self.0.faults);
        let mut effect = None;
        let mut delay = None;
        for rule in faults.iter_mut() {
            let is_delay = matches!(rule.effect, Effect::Delay(_));
            if (is_delay && delay.is_some()) || (!is_delay && effect.is_some()) {
                continue;
            }
            if rule.meets(&request.method, path) {
                match rule.effect.clone() {
                    Effect::Delay(time) => delay = Some(time),
                    other => effect = Some(other),
                }
            }
        }
        (effect, delay)
    }

    /// Returns the response to a request, changed by a fault if there is one.
    pub(crate) fn answer(&self, request: &Request, effect: Option<&Effect>) -> Outcome {
        match effect {
            Some(Effect::CutBefore) => return Outcome::Cut,
            Some(Effect::Status {
                status,
                retry_after,
            }) => {
                // A proxy responds in place of the service.
                let mut response =
                    Refusal::page(*status, "made by a fault of the sandbox").framework_page(false);
                if let Some(retry_after) = retry_after {
                    response = response.header("retry-after", retry_after);
                }
                return Outcome::Response(response);
            }
            _ => {}
        }
        let response = self.perform(request, effect);
        match effect {
            Some(Effect::CutAfter) => Outcome::Cut,
            Some(Effect::Truncate) => Outcome::Half(response),
            _ => Outcome::Response(response),
        }
    }

    fn perform(&self, request: &Request, effect: Option<&Effect>) -> Response {
        let store = self.store();
        let now = self.0.clock.now();
        let changes = request.method != "GET" && request.method != "HEAD";
        let outcome = (|| -> Result<Response, StoreError> {
            if changes {
                store.begin()?;
                scheduler::run_due(&store, now)?;
            } else {
                scheduler::catch_up(&store, now)?;
            }
            let response = self.dispatch(&store, request, effect, now);
            if changes {
                // An error must leave no change behind.
                if response.status < 400 {
                    store.commit()?;
                } else {
                    store.rollback()?;
                }
            }
            Ok(response)
        })();
        outcome.unwrap_or_else(|error| {
            let _ = store.rollback();
            nova::shape(&error.into(), true)
        })
    }

    fn dispatch(
        &self,
        store: &Store,
        request: &Request,
        effect: Option<&Effect>,
        now: i64,
    ) -> Response {
        let (service, path) = match request.path.split_first() {
            Some((service, path)) => (service.as_str(), path),
            None => ("", request.path.as_slice()),
        };
        let segments: Vec<&str> = path.iter().map(String::as_str).collect();
        let context = Context {
            store,
            request,
            now,
            speed: self.0.speed,
            token_life: self.0.token_life,
            effect,
        };
        let json = request.wants_json();
        let shaped = |reply: HandlerResult, shape: &dyn Fn(&Refusal) -> Response| {
            let reply = reply.and_then(|response| routes::check_listed(request, response));
            reply.unwrap_or_else(|refusal| {
                if refusal.is_unsimulated {
                    let route = format!("{} /{}", request.method, request.path.join("/"));
                    let mut unknown = lock(&self.0.unknown);
                    if unknown.len() < MOST_UNKNOWN {
                        unknown.push(route.chars().take(ROUTE_LENGTH).collect());
                    }
                }
                shape(&refusal)
            })
        };
        let response = match service {
            "identity" => shaped(keystone::handle(&context, &segments), &keystone::shape),
            "compute" => {
                let reply = nova::handle(&context, &segments);
                let response = shaped(reply, &|refusal| nova::shape(refusal, json));
                nova::with_headers(request, response)
            }
            "image" => shaped(glance::handle(&context, &segments), &|refusal| {
                refusal.framework_page(json)
            }),
            "network" => shaped(neutron::handle(&context, &segments), &neutron::shape),
            "volume" => {
                let reply = cinder::handle(&context, &segments);
                let response = shaped(reply, &|refusal| nova::shape(refusal, json));
                cinder::with_headers(request, response)
            }
            "metric" => shaped(gnocchi::handle(&context, &segments), &|refusal| {
                gnocchi::shape(refusal, json)
            }),
            "placement" => shaped(placement::handle(&context, &segments), &|refusal| {
                placement::shape(refusal, &request.id)
                    .header("openstack-api-version", "placement 1.0")
            }),
            _ => shaped(Err(Refusal::unknown_route()), &|refusal| {
                refusal.framework_page(json)
            }),
        };
        if response.status == 401 {
            let keystone = format!("Keystone uri=\"{}/identity/v3\"", request.origin);
            return response.header("www-authenticate", keystone);
        }
        response
    }
}

#[cfg(test)]
mod tests;
