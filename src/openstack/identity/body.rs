//! The body of `POST /v3/auth/tokens`: one for the request and a redacted one to show. See
//! <https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management>.

use serde_json::{Map, Value, json};

use super::credentials::{ApplicationCredential, AuthScope, Method, Reference, User};
use crate::secret::Reveal;

/// Returns the body for these methods and this scope.
pub(super) fn auth(methods: &[Method], scope: &AuthScope, reveal: Reveal) -> Value {
    let mut identity = Map::new();
    let names: Vec<&str> = methods.iter().map(name).collect();
    identity.insert("methods".to_owned(), json!(names));
    for method in methods {
        identity.insert(name(method).to_owned(), proof(method, reveal));
    }
    let mut auth = Map::new();
    auth.insert("identity".to_owned(), Value::Object(identity));
    if let Some(scope) = scope_body(scope) {
        auth.insert("scope".to_owned(), scope);
    }
    json!({ "auth": auth })
}

/// Returns Keystone's name for a method.
pub(super) fn name(method: &Method) -> &'static str {
    match method {
        Method::Password { .. } => "password",
        Method::Token(_) => "token",
        Method::Totp { .. } => "totp",
        Method::ApplicationCredential { .. } => "application_credential",
    }
}

fn proof(method: &Method, reveal: Reveal) -> Value {
    match method {
        Method::Password {
            user: who,
            password,
        } => with(user(who), "password", password.reveal(reveal)),
        Method::Totp {
            user: who,
            passcode,
        } => with(
            user(who),
            "passcode",
            passcode.as_ref().map_or("", |code| code.reveal(reveal)),
        ),
        Method::Token(token) => json!({ "id": token.reveal(reveal) }),
        Method::ApplicationCredential { reference, secret } => match reference {
            ApplicationCredential::Id(id) => json!({ "id": id, "secret": secret.reveal(reveal) }),
            ApplicationCredential::Name { name, user: who } => json!({
                "name": name,
                "user": user(who),
                "secret": secret.reveal(reveal),
            }),
        },
    }
}

/// Returns the user with one more field, as password and TOTP need it.
fn with(mut user: Value, field: &str, secret: &str) -> Value {
    user[field] = Value::from(secret);
    json!({ "user": user })
}

fn user(user: &User) -> Value {
    match user {
        User::Id(id) => json!({ "id": id }),
        User::Name { name, domain } => json!({ "name": name, "domain": reference(domain) }),
    }
}

fn reference(reference: &Reference) -> Value {
    match reference {
        Reference::Id(id) => json!({ "id": id }),
        Reference::Name(name) => json!({ "name": name }),
    }
}

fn scope_body(scope: &AuthScope) -> Option<Value> {
    Some(match scope {
        AuthScope::None => return None,
        AuthScope::ProjectId(id) => json!({ "project": { "id": id } }),
        AuthScope::ProjectName { name, domain } => {
            json!({ "project": { "name": name, "domain": reference(domain) } })
        }
        AuthScope::Domain(domain) => json!({ "domain": reference(domain) }),
        AuthScope::System => json!({ "system": { "all": true } }),
        AuthScope::Trust(id) => json!({ "OS-TRUST:trust": { "id": id } }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;

    fn developer() -> User {
        User::Name {
            name: "developer".to_owned(),
            domain: Reference::Id("default".to_owned()),
        }
    }

    #[test]
    fn methods_stand_side_by_side() {
        let methods = [
            Method::Password {
                user: developer(),
                password: Secret::new("pw"),
            },
            Method::Totp {
                user: User::Id("u".to_owned()),
                passcode: Some(Secret::new("123456")),
            },
        ];
        let scope = AuthScope::ProjectName {
            name: "demo".to_owned(),
            domain: Reference::Name("Default".to_owned()),
        };
        assert_eq!(
            auth(&methods, &scope, Reveal::Wire),
            json!({ "auth": {
                "identity": {
                    "methods": ["password", "totp"],
                    "password": { "user": {
                        "name": "developer", "domain": { "id": "default" }, "password": "pw" } },
                    "totp": { "user": { "id": "u", "passcode": "123456" } } },
                "scope": { "project": { "name": "demo", "domain": { "name": "Default" } } } } })
        );
    }

    #[test]
    fn the_shown_form_holds_no_secret() {
        let methods = [
            Method::Password {
                user: developer(),
                password: Secret::new("hush-1"),
            },
            Method::Token(Secret::new("hush-2")),
            Method::Totp {
                user: developer(),
                passcode: Some(Secret::new("hush-3")),
            },
            Method::ApplicationCredential {
                reference: ApplicationCredential::Name {
                    name: "ci".to_owned(),
                    user: developer(),
                },
                secret: Secret::new("hush-4"),
            },
        ];
        let sent = auth(&methods, &AuthScope::None, Reveal::Wire).to_string();
        let shown = auth(&methods, &AuthScope::None, Reveal::Shown).to_string();
        assert_eq!(sent.matches("hush-").count(), 4);
        assert!(!shown.contains("hush"), "{shown}");
        assert!(!shown.contains("scope"));
    }

    #[test]
    fn every_scope_has_its_body() {
        let table = [
            (
                AuthScope::ProjectId("p".into()),
                json!({ "project": { "id": "p" } }),
            ),
            (
                AuthScope::Domain(Reference::Name("d".into())),
                json!({ "domain": { "name": "d" } }),
            ),
            (AuthScope::System, json!({ "system": { "all": true } })),
            (
                AuthScope::Trust("t".into()),
                json!({ "OS-TRUST:trust": { "id": "t" } }),
            ),
        ];
        for (scope, body) in table {
            assert_eq!(scope_body(&scope), Some(body));
        }
    }
}
