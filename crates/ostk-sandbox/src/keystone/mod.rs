//! Keystone v3: tokens by password, token and application credential, projects and users.
//!
//! <https://docs.openstack.org/api-ref/identity/v3/>

mod catalog;
mod credentials;

use serde_json::{Value, json};

use crate::clock;
use crate::context::{Caller, Context};
use crate::http_types::{HandlerResult, Refusal, Request, Response, reason};
use crate::ids::{fixed_id, hex};
use crate::model::{Credential, Project, Token, User};
use crate::routes::is_version;
use crate::store::{Scan, Store};
use catalog::catalog;
use credentials::application_credential;

const UNAUTHORIZED: &str = "The request you have made requires authentication.";
const MALFORMED: &str = "Expecting to find valid JSON in request body. The server could not comply \
    with the request since it is either malformed or otherwise incorrect. The client is assumed \
    to be in error.";

pub(crate) fn shape(refusal: &Refusal) -> Response {
    if refusal.page {
        return Response::json(refusal.status, json!({ "message": refusal.message }));
    }
    Response::json(
        refusal.status,
        json!({ "error": { "code": refusal.status, "message": refusal.message,
                           "title": reason(refusal.status) } }),
    )
}

pub(crate) fn handle(context: &Context<'_>, path: &[&str]) -> HandlerResult {
    let request = context.request;
    let path = match path {
        [] => {
            let values = json!([version(request)]);
            return Ok(
                Response::json(300, json!({ "versions": { "values": values } }))
                    .header("location", format!("{}/v3/", request.root)),
            );
        }
        ["v3"] => return Ok(Response::json(200, json!({ "version": version(request) }))),
        [first, rest @ ..] if is_version(first) => rest,
        other => other,
    };
    let method = request.method.as_str();
    if (method, path) == ("POST", &["auth", "tokens"]) {
        return issue(context);
    }
    let known = matches!(
        (method, path),
        (
            _,
            ["auth", "tokens" | "catalog" | "projects"]
                | ["projects" | "users" | "regions" | "domains"]
                | ["projects" | "users" | "domains" | "regions", _]
                | ["users", _, "application_credentials", ..]
                | ["users", _, "projects"]
        )
    );
    if !known {
        return Err(Refusal::unknown_route());
    }
    if !matches!(method, "GET" | "HEAD" | "POST" | "DELETE") {
        return Err(Refusal::page(
            405,
            "The method is not allowed for the requested URL.",
        ));
    }
    let caller = context
        .caller()?
        .ok_or_else(|| Refusal::new(401, UNAUTHORIZED))?;
    told(context, &caller, path)
}

/// Handles the routes that need a token.
fn told(context: &Context<'_>, caller: &Caller, path: &[&str]) -> HandlerResult {
    let request = context.request;
    match (request.method.as_str(), path) {
        ("GET" | "HEAD", ["auth", "tokens"]) => {
            let shown = subject(context)?;
            Ok(
                Response::json(200, json!({ "token": body(context, &shown)? }))
                    .header("x-subject-token", shown.token.id.clone()),
            )
        }
        ("DELETE", ["auth", "tokens"]) => {
            let mut gone = subject(context)?.token;
            gone.revoked.get_or_insert(context.now);
            context.store.put(&gone, context.now)?;
            Ok(Response::empty(204))
        }
        ("GET", ["auth", "catalog"]) => Ok(listed(
            request,
            "catalog",
            &catalog(request, &caller.project),
        )),
        ("GET", ["auth", "projects"] | ["users", _, "projects"]) => {
            let mut projects = Vec::new();
            for id in caller.user.roles.keys() {
                if let Some(project) = context.store.get::<Project>(id)? {
                    projects.push(project_view(request, &project));
                }
            }
            Ok(paged(request, "projects", &projects))
        }
        ("GET", ["projects", id]) => {
            let project = find::<Project>(context.store, id)?
                .ok_or_else(|| Refusal::new(404, format!("Could not find project: {id}.")))?;
            if !caller.is_admin() && project.id != caller.project {
                return Err(forbidden("identity:get_project"));
            }
            Ok(Response::json(
                200,
                json!({ "project": project_view(request, &project) }),
            ))
        }
        ("GET", ["projects"]) => {
            if !caller.is_admin() {
                return Err(forbidden("identity:list_projects"));
            }
            let projects = context.store.all::<Project>(Scan::default())?;
            let requested = request.parameter("name");
            let views = projects
                .iter()
                .filter(|project| requested.is_none_or(|name| name == project.name))
                .map(|project| project_view(request, project))
                .collect::<Vec<_>>();
            Ok(paged(request, "projects", &views))
        }
        ("GET", ["users"]) => {
            if !caller.is_admin() {
                return Err(forbidden("identity:list_users"));
            }
            let users = context.store.all::<User>(Scan::default())?;
            let requested = request.parameter("name");
            let views = users
                .iter()
                .filter(|user| requested.is_none_or(|name| name == user.name))
                .map(|user| user_view(request, user))
                .collect::<Vec<_>>();
            Ok(paged(request, "users", &views))
        }
        ("GET", ["users", id]) => {
            let user = find::<User>(context.store, id)?
                .filter(|user| caller.is_admin() || user.id == caller.user.id)
                .ok_or_else(|| Refusal::new(404, format!("Could not find user: {id}.")))?;
            Ok(Response::json(
                200,
                json!({ "user": user_view(request, &user) }),
            ))
        }
        ("GET", ["domains"]) => Ok(paged(request, "domains", &[domain(request)])),
        ("GET", ["domains", "default"]) => {
            Ok(Response::json(200, json!({ "domain": domain(request) })))
        }
        ("GET", ["domains", id]) => Err(Refusal::new(404, format!("Could not find domain: {id}."))),
        ("GET", ["regions"]) => Ok(paged(request, "regions", &[region(request)])),
        (_, ["users", user, "application_credentials", rest @ ..]) => {
            credentials::handle(context, caller, user, rest)
        }
        _ => Err(Refusal::unknown_route()),
    }
}

fn forbidden(action: &str) -> Refusal {
    Refusal::new(
        403,
        format!("You are not authorized to perform the requested action: {action}."),
    )
}

fn version(request: &Request) -> Value {
    json!({ "id": "v3.14", "status": "stable", "updated": "2020-04-07T00:00:00Z",
            "links": [{ "rel": "self", "href": format!("{}/v3/", request.root) }],
            "media-types": [{ "base": "application/json",
                              "type": "application/vnd.openstack.identity-v3+json" }] })
}

fn links(request: &Request) -> Value {
    let path = request.path[1..].join("/");
    json!({ "next": null, "self": format!("{}/{path}", request.root), "previous": null })
}

fn paged(request: &Request, key: &str, items: &[Value]) -> Response {
    Response::json(200, json!({ key: items, "links": links(request) }))
}

fn listed(request: &Request, key: &str, items: &Value) -> Response {
    let path = request.path[1..].join("/");
    Response::json(
        200,
        json!({ key: items, "links": { "self": format!("{}/{path}", request.root) } }),
    )
}

fn project_view(request: &Request, project: &Project) -> Value {
    json!({ "id": project.id, "name": project.name, "domain_id": "default", "description": "",
            "enabled": true, "parent_id": "default", "is_domain": false, "tags": [],
            "options": {},
            "links": { "self": format!("{}/v3/projects/{}", request.root, project.id) } })
}

fn user_view(request: &Request, user: &User) -> Value {
    json!({ "id": user.id, "name": user.name, "domain_id": "default", "enabled": true,
            "password_expires_at": null, "options": {},
            "links": { "self": format!("{}/v3/users/{}", request.root, user.id) } })
}

fn domain(request: &Request) -> Value {
    json!({ "id": "default", "name": "Default", "description": "The default domain",
            "enabled": true, "tags": [], "options": {},
            "links": { "self": format!("{}/v3/domains/default", request.root) } })
}

fn region(request: &Request) -> Value {
    json!({ "id": "RegionOne", "description": "", "parent_region_id": null,
            "links": { "self": format!("{}/v3/regions/RegionOne", request.root) } })
}

/// Finds a resource by ID or by name.
fn find<T: crate::store::Record>(
    store: &Store,
    target: &str,
) -> Result<Option<T>, crate::store::StoreError> {
    if let Some(found) = store.get::<T>(target)? {
        return Ok(Some(found));
    }
    Ok(store
        .all::<T>(Scan::default())?
        .into_iter()
        .find(|one| one.name() == target))
}

/// Returns the owner of the token in `X-Subject-Token`.
fn subject(context: &Context<'_>) -> Result<Caller, Refusal> {
    valid(
        context,
        context
            .request
            .header("x-subject-token")
            .unwrap_or_default(),
    )
}

/// Returns the owner of a valid token. Not even Keystone's cache accepts a revoked one here.
fn valid(context: &Context<'_>, id: &str) -> Result<Caller, Refusal> {
    if context.store.get::<Token>(id)?.is_none() {
        return Err(Refusal::new(404, "Could not recognize Fernet token"));
    }
    context
        .holder(id)?
        .filter(|caller| caller.token.revoked.is_none())
        .ok_or_else(|| Refusal::new(404, "Failed to validate token"))
}

fn unauthorized() -> Refusal {
    Refusal::new(401, UNAUTHORIZED)
}

fn issue(context: &Context<'_>) -> HandlerResult {
    let request = context.request;
    let document = request
        .object()
        .ok_or_else(|| Refusal::new(400, MALFORMED))?;
    let auth = &document["auth"];
    let identity = &auth["identity"];
    if !identity.is_object() {
        return Err(Refusal::new(
            400,
            format!(
                "'identity' is a required property\n\nFailed validating 'required' in \
                 schema['properties']['auth']:\n\nOn instance['auth']:\n    {auth}"
            ),
        ));
    }
    let methods: Vec<String> = identity["methods"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|method| method.as_str().map(str::to_owned))
        .collect();
    let mut user: Option<User> = None;
    let mut credential: Option<Credential> = None;
    let mut expires = context.now + context.token_life;
    for method in &methods {
        let found = match method.as_str() {
            "password" => {
                let requested = &identity["password"]["user"];
                let found = named::<User>(context.store, requested)?;
                found.filter(|user| requested["password"] == user.password.as_str())
            }
            "token" => {
                let id = identity["token"]["id"].as_str().unwrap_or_default();
                let holder = valid(context, id)?;
                if holder.token.credential.is_some() {
                    return Err(forbidden(
                        "Using a delegated token to create another token is not allowed.",
                    ));
                }
                // A token from a token does not live longer than that token.
                expires = expires.min(holder.token.expires);
                Some(holder.user)
            }
            "application_credential" => {
                let requested = &identity["application_credential"];
                let found = application_credential(context, requested)?;
                let owner = match &found {
                    Some(found) => context.store.get::<User>(&found.user)?,
                    None => None,
                };
                credential = found;
                owner
            }
            _ => None,
        };
        let found = found.ok_or_else(unauthorized)?;
        if user.as_ref().is_some_and(|user| user.id != found.id) {
            return Err(unauthorized());
        }
        user = Some(found);
    }
    let user = user.ok_or_else(unauthorized)?;
    let (project, roles) = scope(context, &user, credential.as_ref(), auth)?;
    if let Some(until) = credential.as_ref().and_then(|one| one.expires) {
        expires = expires.min(until);
    }
    if expires <= context.now {
        return Err(unauthorized());
    }
    let token = Token {
        // A Fernet token begins with this, and has some 180 characters.
        id: format!("gAAAAA{}{}{}{}", hex(), hex(), hex(), hex()),
        user: user.id.clone(),
        project_id: project.clone(),
        roles,
        methods,
        audit: hex()[..22].to_owned(),
        issued: context.now,
        expires,
        credential: credential.map(|credential| credential.id),
        revoked: None,
        passed: false,
    };
    context.store.remove_expired::<Token>(context.now)?;
    context.store.put(&token, context.now)?;
    let project = project.unwrap_or_default();
    let caller = Caller {
        user,
        token,
        project,
    };
    Ok(
        Response::json(201, json!({ "token": body(context, &caller)? }))
            .header("x-subject-token", caller.token.id.clone())
            .header("vary", "X-Auth-Token"),
    )
}

/// Returns the requested project, and the user's roles there.
fn scope(
    context: &Context<'_>,
    user: &User,
    credential: Option<&Credential>,
    auth: &Value,
) -> Result<(Option<String>, Vec<String>), Refusal> {
    if let Some(credential) = credential {
        return Ok((Some(credential.project.clone()), credential.roles.clone()));
    }
    let Some(scope) = auth.get("scope") else {
        return Ok((None, Vec::new()));
    };
    let project = named::<Project>(context.store, &scope["project"])?.ok_or_else(unauthorized)?;
    let roles = user.roles.get(&project.id).ok_or_else(unauthorized)?;
    Ok((Some(project.id.clone()), roles.clone()))
}

/// Finds the resource of an `{"id"}` or a `{"name", "domain"}`.
fn named<T: crate::store::Record>(store: &Store, requested: &Value) -> Result<Option<T>, Refusal> {
    if let Some(id) = requested["id"].as_str() {
        return Ok(store.get::<T>(id)?);
    }
    let domain = &requested["domain"];
    let right = domain["id"] == "default" || domain["name"] == "Default";
    let Some(name) = requested["name"].as_str().filter(|_| right) else {
        return Ok(None);
    };
    let all = store.all::<T>(Scan::default())?;
    Ok(all.into_iter().find(|one| one.name() == name))
}

/// Returns the body of a token.
fn body(context: &Context<'_>, caller: &Caller) -> Result<Value, Refusal> {
    let request = context.request;
    let token = &caller.token;
    let domain = json!({ "id": "default", "name": "Default" });
    let mut body = json!({
        "methods": token.methods,
        "user": { "domain": domain, "id": caller.user.id, "name": caller.user.name,
                  "password_expires_at": null },
        "audit_ids": [token.audit],
        "expires_at": clock::keystone(token.expires),
        "issued_at": clock::keystone(token.issued),
    });
    if let Some(project) = context.store.get::<Project>(&caller.project)? {
        body["project"] = json!({ "domain": domain, "id": project.id, "name": project.name });
        body["is_domain"] = json!(false);
        body["roles"] = token
            .roles
            .iter()
            .map(|role| json!({ "id": role_id(role), "name": role }))
            .collect();
        if request.parameter("nocatalog").is_none() {
            body["catalog"] = catalog(request, &project.id);
        }
    }
    if let Some(id) = &token.credential
        && let Some(credential) = context.store.get::<Credential>(id)?
    {
        body["application_credential"] = json!({ "id": id, "name": credential.name,
            "restricted": !credential.unrestricted });
    }
    Ok(body)
}

fn role_id(name: &str) -> String {
    fixed_id(&format!("role {name}"))
}
