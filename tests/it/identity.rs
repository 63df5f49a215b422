//! All login methods, against a Keystone of the test's own. `lifecycle` tests the same methods
//! against a real Keystone. OpenID is tested only here, because the real one has no provider for
//! it.

use serde_json::{Value, json};

use crate::support::double::{Double, token_body, unauthorized};
use crate::support::run::Home;
use crate::support::server::{Reply, Request, Server};
use crate::support::tmux::Tmux;

/// Starts a Keystone that accepts every login. The tests check the bodies of its requests.
fn keystone() -> Double {
    Double::with_keystone(
        |_| None,
        |_, base, _| Reply::json(201, &token_body(base)).header("X-Subject-Token", "t"),
    )
}

fn body_for(settings: &str) -> Value {
    let double = keystone();
    let url = double.server.url("/v3");
    let home = Home::with_cloud(&settings.replace("URL", &url));
    home.run(["whoami"]).json();
    double.server.requests()[0].json()
}

#[test]
fn each_way_sends_the_body_that_keystone_documents() {
    let password = json!({ "methods": ["password"], "password": { "user": {
        "name": "u", "domain": { "id": "default" }, "password": "p" } } });
    for (settings, expected) in [
        (
            "auth: {auth_url: URL, username: u, password: p, project_name: demo}",
            json!({ "auth": { "identity": password, "scope": { "project": {
                "name": "demo", "domain": { "id": "default" } } } } }),
        ),
        (
            "auth: {auth_url: URL, user_id: i, password: p, domain_name: d}",
            json!({ "auth": { "identity": { "methods": ["password"], "password": { "user": {
                "id": "i", "password": "p" } } }, "scope": { "domain": { "name": "d" } } } }),
        ),
        (
            "auth: {auth_url: URL, username: u, password: p, system_scope: all}",
            json!({ "auth": { "identity": password, "scope": { "system": { "all": true } } } }),
        ),
        (
            "auth: {auth_url: URL, username: u, password: p, trust_id: t}",
            json!({ "auth": { "identity": password, "scope": { "OS-TRUST:trust": { "id": "t" } } } }),
        ),
        (
            "auth_type: token\nauth: {auth_url: URL, token: old, project_id: p}",
            json!({ "auth": { "identity": { "methods": ["token"], "token": { "id": "old" } },
                "scope": { "project": { "id": "p" } } } }),
        ),
        (
            "auth_type: v3applicationcredential\nauth: {auth_url: URL, application_credential_id: i, \
             application_credential_secret: s, project_name: ignored}",
            json!({ "auth": { "identity": { "methods": ["application_credential"],
                "application_credential": { "id": "i", "secret": "s" } } } }),
        ),
        (
            "auth_type: v3applicationcredential\nauth: {auth_url: URL, application_credential_name: n, \
             application_credential_secret: s, username: u, user_domain_name: D}",
            json!({ "auth": { "identity": { "methods": ["application_credential"],
                "application_credential": { "name": "n", "secret": "s",
                    "user": { "name": "u", "domain": { "name": "D" } } } } } }),
        ),
        (
            "auth_type: v3totp\nauth: {auth_url: URL, username: u, passcode: '123456', project_id: p}",
            json!({ "auth": { "identity": { "methods": ["totp"], "totp": { "user": {
                "name": "u", "domain": { "id": "default" }, "passcode": "123456" } } },
                "scope": { "project": { "id": "p" } } } }),
        ),
        (
            "auth_type: v3multifactor\nauth: {auth_url: URL, auth_methods: [v3password, v3totp], \
             user_id: i, password: p, passcode: '1', project_id: p}",
            json!({ "auth": { "identity": { "methods": ["password", "totp"],
                "password": { "user": { "id": "i", "password": "p" } },
                "totp": { "user": { "id": "i", "passcode": "1" } } },
                "scope": { "project": { "id": "p" } } } }),
        ),
    ] {
        assert_eq!(body_for(settings), expected, "{settings}");
    }
}

#[test]
fn a_receipt_is_told_as_what_is_still_missing() {
    let double = Double::with_keystone(
        |_| None,
        |_, _, _| {
            Reply::json(
                401,
                &json!({ "receipt": { "methods": ["password"], "expires_at": "x" },
                    "required_auth_methods": [["totp", "password"]] }),
            )
            .header("Openstack-Auth-Receipt", "receipt-1")
        },
    );
    // stdin is not a terminal, so ostk cannot ask for a code.
    double
        .home()
        .run(["whoami"])
        .fails(253, &["has no passcode, which TOTP"]);
}

#[test]
#[ignore = "needs tmux"]
fn in_tmux_whoever_interrupts_at_the_code_has_interrupted() {
    let home = Home::with_cloud(
        "auth_type: v3totp\nauth: {auth_url: 'http://127.0.0.1:9/v3', user_id: i, project_id: p}",
    );
    let tmux = Tmux::start(&home, "whoami", (120, 10));
    tmux.shows(&["One-time code for cloud 'test':"]);
    tmux.signal("INT");
    let screen = tmux.ends(130);
    assert!(screen.contains("(Interrupted): interrupted"), "{screen}");
}

#[test]
fn version_3_is_found_below_any_address() {
    let double = |document: Option<Value>| {
        Double::with_keystone(
            move |request| {
                let document = document.clone()?;
                (request.path() == "/identity").then(|| Reply::json(300, &document))
            },
            |_, base, _| Reply::json(201, &token_body(base)).header("X-Subject-Token", "t"),
        )
    };
    let version = |href: &str| {
        json!({ "versions": { "values": [{ "id": "v3.14", "status": "stable",
            "links": [{ "rel": "self", "href": href }] }] } })
    };
    for (document, path) in [
        // The password must not go to an internal host in the document.
        (
            Some(version("http://inner.invalid:5000/identity/v3/")),
            "/identity/v3/auth/tokens",
        ),
        (Some(version("/elsewhere/v3")), "/elsewhere/v3/auth/tokens"),
        (None, "/identity/v3/auth/tokens"),
    ] {
        let double = double(document);
        Home::for_double(&double.server.url("/identity"))
            .run(["whoami"])
            .json();
        let log = double.server.take_log();
        assert_eq!(log, ["GET /identity".to_owned(), format!("POST {path}")]);
    }
    let double = double(None);
    Home::for_double(&double.server.url("/v3/"))
        .run(["whoami"])
        .json();
    assert_eq!(double.server.take_log(), ["POST /v3/auth/tokens"]);
}

/// Starts an OpenID provider with one user and one client, as in RFC 6749 and OpenID Discovery.
fn provider() -> Server {
    Server::start(|request: &Request| {
        let base = format!("http://{}", request.header("host").unwrap_or_default());
        match request.path() {
            "/.well-known/openid-configuration" => Reply::json(
                200,
                &json!({ "issuer": base, "token_endpoint": format!("{base}/token") }),
            ),
            "/token" => {
                let form: Vec<(String, String)> =
                    url::form_urlencoded::parse(request.body.as_bytes())
                        .into_owned()
                        .collect();
                let field = |name: &str| {
                    let found = form.iter().find(|(key, _)| key == name);
                    found.map(|(_, value)| value.as_str())
                };
                // "client:hush" in Base64.
                let client = request.header("Authorization") == Some("Basic Y2xpZW50Omh1c2g=");
                let granted = match field("grant_type") {
                    Some("password") => {
                        field("username") == Some("anna") && field("password") == Some("pw")
                    }
                    Some("client_credentials") => true,
                    _ => false,
                };
                if client && granted && field("scope") == Some("openid profile") {
                    Reply::json(
                        200,
                        &json!({ "access_token": "access-1", "token_type": "Bearer" }),
                    )
                } else {
                    Reply::json(
                        400,
                        &json!({ "error": "invalid_grant", "error_description": "Bad credentials" }),
                    )
                }
            }
            _ => Reply::text(404, ""),
        }
    })
}

fn federation() -> Double {
    Double::with_keystone(
        |request| {
            let path = "/v3/OS-FEDERATION/identity_providers/idp/protocols/openid/auth";
            (request.path() == path).then(|| {
                if request.header("Authorization") != Some("Bearer access-1") {
                    return Reply::json(401, &unauthorized());
                }
                let mut body = token_body("http://unused");
                let token = body["token"].as_object_mut().unwrap();
                for scoped in ["project", "catalog", "roles"] {
                    token.remove(scoped);
                }
                Reply::json(201, &body).header("X-Subject-Token", "unscoped-1")
            })
        },
        |request, base, _| {
            let proof = request.json().pointer("/auth/identity/token/id").cloned();
            assert_eq!(proof, Some(json!("unscoped-1")));
            Reply::json(201, &token_body(base)).header("X-Subject-Token", "scoped-1")
        },
    )
}

#[test]
fn openid_grants_are_exchanged_for_a_scoped_token() {
    let provider = provider();
    for (kind, extra) in [
        ("v3oidcpassword", "username: anna, password: pw,"),
        ("v3oidcclientcredentials", ""),
    ] {
        for endpoint in [
            format!("access_token_endpoint: '{}'", provider.url("/token")),
            format!(
                "discovery_endpoint: '{}'",
                provider.url("/.well-known/openid-configuration")
            ),
        ] {
            let keystone = federation();
            let home = Home::with_cloud(&format!(
                "auth_type: {kind}\nauth: {{auth_url: '{}', {extra} identity_provider: idp, \
                 protocol: openid, client_id: client, client_secret: hush, {endpoint}, \
                 project_name: demo}}",
                keystone.server.url("/v3")
            ));
            let outcome = home.run(["whoami", "--debug"]);
            assert_eq!(outcome.json()["ProjectName"], "demo");
            for secret in [
                "access-1",
                "hush",
                "Y2xpZW50Omh1c2g",
                "unscoped-1",
                "scoped-1",
                "=pw",
            ] {
                assert!(
                    !outcome.stderr.contains(secret),
                    "{secret}: {}",
                    outcome.stderr
                );
            }
            keystone.server.take_log();
            home.run(["whoami"]).json();
            assert_eq!(keystone.server.take_log(), Vec::<String>::new());
        }
    }
}

#[test]
fn a_providers_refusal_is_a_wrong_setting() {
    let (provider, keystone) = (provider(), federation());
    let home = Home::with_cloud(&format!(
        "auth_type: v3oidcpassword\nauth: {{auth_url: '{}', username: anna, password: wrong, \
         identity_provider: idp, protocol: openid, client_id: client, client_secret: hush, \
         access_token_endpoint: '{}', project_name: demo}}",
        keystone.server.url("/v3"),
        provider.url("/token")
    ));
    home.run(["whoami"]).fails(
        253,
        &["(AuthFailure)", &provider.url(""), "Bad credentials"],
    );
}
