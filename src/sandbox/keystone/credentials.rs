//! Application credentials: `/users/…/application_credentials`, and what a login by one finds.

use serde_json::{Value, json};

use super::super::clock;
use super::super::context::{Context, Who};
use super::super::exchange::{Answer, Ask, Refusal, Reply};
use super::super::ids::hex;
use super::super::model::{Credential, User};
use super::super::store::Scan;
use super::{MALFORMED, forbidden, named, paged, role_id};

pub(super) fn application_credential(
    context: &Context<'_>,
    wanted: &Value,
) -> Result<Option<Credential>, Refusal> {
    let found = match wanted["id"].as_str() {
        Some(id) => context.store.get::<Credential>(id)?,
        None => match named::<User>(context.store, &wanted["user"])? {
            Some(user) => context
                .store
                .all::<Credential>(Scan {
                    parent: Some(&user.id),
                    ..Scan::default()
                })?
                .into_iter()
                .find(|credential| wanted["name"] == credential.name.as_str()),
            None => None,
        },
    };
    Ok(found.filter(|credential| wanted["secret"] == credential.secret.as_str()))
}

pub(super) fn answer(context: &Context<'_>, who: &Who, user: &str, rest: &[&str]) -> Reply {
    let ask = context.ask;
    if user != who.user.id {
        return Err(forbidden("identity:list_application_credentials"));
    }
    let own = || {
        context.store.all::<Credential>(Scan {
            parent: Some(user),
            ascending: true,
            ..Scan::default()
        })
    };
    match (ask.method.as_str(), rest) {
        ("GET", []) => {
            let wanted = ask.parameter("name");
            let views = own()?
                .iter()
                .filter(|credential| wanted.is_none_or(|name| name == credential.name))
                .map(|credential| credential_view(ask, credential))
                .collect::<Vec<_>>();
            Ok(paged(ask, "application_credentials", &views))
        }
        ("GET", [id]) => {
            let found = own()?.into_iter().find(|credential| credential.id == *id);
            let credential = found.ok_or_else(|| missing_credential(id))?;
            let view = credential_view(ask, &credential);
            Ok(Answer::json(200, json!({ "application_credential": view })))
        }
        ("DELETE", [id]) => {
            if !own()?.iter().any(|credential| credential.id == *id) {
                return Err(missing_credential(id));
            }
            context.store.remove::<Credential>(id)?;
            Ok(Answer::empty(204))
        }
        ("POST", []) => {
            let request = ask.object().ok_or_else(|| Refusal::new(400, MALFORMED))?;
            let wanted = &request["application_credential"];
            let name = wanted["name"].as_str().unwrap_or_default();
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
            let roles: Vec<String> = match wanted["roles"].as_array() {
                Some(roles) if !roles.is_empty() => roles
                    .iter()
                    .filter_map(|role| role["name"].as_str().map(str::to_owned))
                    .filter(|role| who.token.roles.contains(role))
                    .collect(),
                _ => who.token.roles.clone(),
            };
            let credential = Credential {
                id: hex(),
                name: name.to_owned(),
                secret: wanted["secret"]
                    .as_str()
                    .map_or_else(|| hex() + &hex(), str::to_owned),
                user: user.to_owned(),
                project: who.project.clone(),
                roles,
                description: wanted["description"].as_str().map(str::to_owned),
                unrestricted: wanted["unrestricted"] == true,
                expires: wanted["expires_at"].as_str().and_then(clock::parse),
            };
            context.store.put(&credential, context.now)?;
            let mut view = credential_view(ask, &credential);
            // Shown once, as on a real cloud.
            view["secret"] = json!(credential.secret);
            Ok(Answer::json(201, json!({ "application_credential": view })))
        }
        _ => Err(Refusal::unknown_route()),
    }
}

fn missing_credential(id: &str) -> Refusal {
    Refusal::new(404, format!("Could not find Application Credential: {id}."))
}

fn credential_view(ask: &Ask, credential: &Credential) -> Value {
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
            "links": { "self": format!("{}/v3/application_credentials/{}", ask.root,
                                       credential.id) } })
}
