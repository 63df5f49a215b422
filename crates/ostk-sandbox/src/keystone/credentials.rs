//! Application credentials: `/users/…/application_credentials`, and the lookup for a login.

use serde_json::{Value, json};

use super::{MALFORMED, forbidden, named, paged, role_id};
use crate::clock;
use crate::context::{Caller, Context};
use crate::http_types::{HandlerResult, Refusal, Request, Response};
use crate::ids::hex;
use crate::model::{Credential, User};
use crate::store::Scan;

pub(super) fn application_credential(
    context: &Context<'_>,
    requested: &Value,
) -> Result<Option<Credential>, Refusal> {
    let found = match requested["id"].as_str() {
        Some(id) => context.store.get::<Credential>(id)?,
        None => match named::<User>(context.store, &requested["user"])? {
            Some(user) => context
                .store
                .all::<Credential>(Scan {
                    parent: Some(&user.id),
                    ..Scan::default()
                })?
                .into_iter()
                .find(|credential| requested["name"] == credential.name.as_str()),
            None => None,
        },
    };
    Ok(found.filter(|credential| requested["secret"] == credential.secret.as_str()))
}

pub(super) fn handle(
    context: &Context<'_>,
    caller: &Caller,
    user: &str,
    rest: &[&str],
) -> HandlerResult {
    let request = context.request;
    if user != caller.user.id {
        return Err(forbidden("identity:list_application_credentials"));
    }
    let own = || {
        context.store.all::<Credential>(Scan {
            parent: Some(user),
            ascending: true,
            ..Scan::default()
        })
    };
    match (request.method.as_str(), rest) {
        ("GET", []) => {
            let requested = request.parameter("name");
            let views = own()?
                .iter()
                .filter(|credential| requested.is_none_or(|name| name == credential.name))
                .map(|credential| credential_view(request, credential))
                .collect::<Vec<_>>();
            Ok(paged(request, "application_credentials", &views))
        }
        ("GET", [id]) => {
            let found = own()?.into_iter().find(|credential| credential.id == *id);
            let credential = found.ok_or_else(|| missing_credential(id))?;
            let view = credential_view(request, &credential);
            Ok(Response::json(
                200,
                json!({ "application_credential": view }),
            ))
        }
        ("DELETE", [id]) => {
            if !own()?.iter().any(|credential| credential.id == *id) {
                return Err(missing_credential(id));
            }
            context.store.remove::<Credential>(id)?;
            Ok(Response::empty(204))
        }
        ("POST", []) => {
            let document = request
                .object()
                .ok_or_else(|| Refusal::new(400, MALFORMED))?;
            let requested = &document["application_credential"];
            let name = requested["name"].as_str().unwrap_or_default();
            if name.is_empty() {
                return Err(Refusal::new(400, "'name' is a required property"));
            }
            if own()?.iter().any(|credential| credential.name == name) {
                return Err(Refusal::new(
                    409,
                    "Conflict occurred attempting to store application_credential - Duplicate \
                     entry found with name.",
                ));
            }
            let roles: Vec<String> = match requested["roles"].as_array() {
                Some(roles) if !roles.is_empty() => roles
                    .iter()
                    .filter_map(|role| role["name"].as_str().map(str::to_owned))
                    .filter(|role| caller.token.roles.contains(role))
                    .collect(),
                _ => caller.token.roles.clone(),
            };
            let credential = Credential {
                id: hex(),
                name: name.to_owned(),
                secret: requested["secret"]
                    .as_str()
                    .map_or_else(|| hex() + &hex(), str::to_owned),
                user: user.to_owned(),
                project: caller.project.clone(),
                roles,
                description: requested["description"].as_str().map(str::to_owned),
                unrestricted: requested["unrestricted"] == true,
                expires: requested["expires_at"].as_str().and_then(clock::parse),
            };
            context.store.put(&credential, context.now)?;
            let mut view = credential_view(request, &credential);
            // The secret is shown once, as on a real cloud.
            view["secret"] = json!(credential.secret);
            Ok(Response::json(
                201,
                json!({ "application_credential": view }),
            ))
        }
        _ => Err(Refusal::unknown_route()),
    }
}

fn missing_credential(id: &str) -> Refusal {
    Refusal::new(404, format!("Could not find Application Credential: {id}."))
}

fn credential_view(request: &Request, credential: &Credential) -> Value {
    let roles: Vec<Value> = credential
        .roles
        .iter()
        .map(|role| {
            json!({ "id": role_id(role), "name": role, "domain_id": null, "description": null,
                    "options": { "immutable": true } })
        })
        .collect();
    json!({ "id": credential.id, "name": credential.name,
            "description": credential.description, "user_id": credential.user,
            "project_id": credential.project, "system": null,
            "expires_at": credential.expires.map(clock::naive),
            "unrestricted": credential.unrestricted.then_some(true), "roles": roles,
            "links": { "self": format!("{}/v3/application_credentials/{}", request.root,
                                       credential.id) } })
}
