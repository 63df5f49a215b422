//! Every way to log in that this Keystone supports, for every scope.

use std::collections::BTreeSet;

use reqwest::Method;
use ring::hmac;
use serde_json::{Value, json};

use super::unique;
use crate::support::real::{Real, Token};
use crate::support::run::Home;

/// A user with a password, a project and a role, deleted when the test ends.
pub(super) struct User<'a> {
    real: &'a Real,
    admin: Token,
    id: String,
    name: String,
    /// A role that was created for this user.
    role: Option<String>,
}

const PASSWORD: &str = "a Secret of 1 test";
/// RFC 6238's own test key, and the same in Base32.
const TOTP_KEY: &[u8] = b"12345678901234567890";
const TOTP_KEY_BASE32: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

impl<'a> User<'a> {
    fn create(real: &'a Real) -> Self {
        let user = Self::new(real);
        user.grant(&format!("/projects/{}", user.admin.project_id()), "member");
        user
    }

    /// Creates a user with only a new role. ostk does not know what this role allows.
    pub(super) fn with_new_role(real: &'a Real, role: &str) -> Self {
        let mut user = Self::new(real);
        let body = json!({ "role": { "name": role } });
        let made = real.keystone(&user.admin, &Method::POST, "/roles", Some(&body));
        user.role = Some(made["role"]["id"].as_str().unwrap().to_owned());
        user.grant(&format!("/projects/{}", user.admin.project_id()), role);
        user
    }

    fn new(real: &'a Real) -> Self {
        let admin = real.token(&real.cloud_as("admin"), None);
        let name = unique("user");
        let body = json!({ "user": { "name": name, "domain_id": "default", "password": PASSWORD,
            "default_project_id": admin.project_id() } });
        let made = real.keystone(&admin, &Method::POST, "/users", Some(&body));
        let id = made["user"]["id"].as_str().unwrap().to_owned();
        Self {
            real,
            admin,
            id,
            name,
            role: None,
        }
    }

    /// Grants the user a role on a project, a domain or the system.
    fn grant(&self, on: &str, role: &str) {
        let path = format!("/roles?name={role}");
        let roles = self.real.keystone(&self.admin, &Method::GET, &path, None);
        let role = roles["roles"][0]["id"].as_str().unwrap();
        let path = format!("{on}/users/{}/roles/{role}", self.id);
        self.real.keystone(&self.admin, &Method::PUT, &path, None);
    }

    fn add_totp(&self) {
        let body = json!({ "credential": { "type": "totp", "blob": TOTP_KEY_BASE32,
            "user_id": self.id } });
        self.real
            .keystone(&self.admin, &Method::POST, "/credentials", Some(&body));
    }

    /// Returns a home whose cloud has these settings. NAME, ID, PASSWORD and PASSCODE are replaced.
    pub(super) fn home(&self, settings: &str) -> Home {
        let settings = settings
            .replace("username: NAME", &format!("username: {}", self.name))
            .replace("user_id: ID", &format!("user_id: {}", self.id))
            .replace("password: PASSWORD", &format!("password: {PASSWORD}"))
            .replace("'PASSCODE'", &format!("'{}'", totp()));
        Home::with_cloud(&format!(
            "region_name: RegionOne\n{}",
            settings.replace(
                "auth: {",
                &format!("auth: {{auth_url: '{}', ", self.real.auth_url())
            )
        ))
    }
}

impl Drop for User<'_> {
    fn drop(&mut self) {
        let role = self.role.as_ref().map(|role| format!("/roles/{role}"));
        for path in [format!("/users/{}", self.id)].into_iter().chain(role) {
            let url = format!("{}{path}", self.real.auth_url());
            let token = Some(self.admin.token.as_str());
            self.real.ask(&Method::DELETE, &url, token, None);
        }
    }
}

/// Returns the current code (RFC 6238).
fn totp() -> String {
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, TOTP_KEY);
    let tag = hmac::sign(&key, &(seconds / 30).to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes[19] & 15);
    let word = u32::from_be_bytes(bytes[offset..offset + 4].try_into().unwrap());
    format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
}

#[test]
#[ignore = "needs a real cloud, which OSTK_TEST_CLOUD names"]
fn password_token_and_every_scope() {
    let real = Real::new();
    let user = User::create(&real);
    user.grant("/domains/default", "reader");
    user.grant("/system", "reader");
    let who = |settings: &str| user.home(settings).run(["whoami"]).json();
    let by_name = who("auth: {username: NAME, password: PASSWORD, project_name: demo}");
    assert_eq!(by_name["UserName"], user.name);
    assert_eq!(by_name["ProjectName"], "demo");
    assert_eq!(by_name["Methods"], json!(["password"]));
    let by_id = who("auth: {user_id: ID, password: PASSWORD, domain_id: default}");
    assert_eq!(by_id["DomainName"], "Default");
    assert_eq!(by_id["ProjectName"], Value::Null);
    let system = who("auth: {user_id: ID, password: PASSWORD, system_scope: all}");
    assert_eq!(system["System"], true);
    user.home("auth: {username: NAME, password: wrong, project_name: demo}")
        .run(["whoami"])
        .fails(253, &["(AuthFailure)", "request id: req-"]);
    user.home("auth: {username: NAME, password: PASSWORD, project_name: nowhere}")
        .run(["whoami"])
        .fails(253, &["(AuthFailure)"]);
    // A token that was issued earlier, for another scope.
    let unscoped = json!({ "auth": { "identity": { "methods": ["password"], "password": { "user": {
        "id": user.id, "password": PASSWORD } } } } });
    let url = format!("{}/auth/tokens", real.auth_url());
    let (status, token, _) = real.ask(&Method::POST, &url, None, Some(&unscoped));
    assert_eq!(status, 201);
    let token = token.unwrap();
    let settings = format!("auth_type: token\nauth: {{token: '{token}', project_name: demo}}");
    let scoped = user.home(&settings).run(["whoami"]).json();
    assert_eq!(scoped["ProjectName"], "demo");
    // Without a scope, Keystone returns a token for the default project.
    let default = who("auth: {user_id: ID, password: PASSWORD}");
    assert_eq!(default["ProjectName"], "demo");
}

#[test]
#[ignore = "needs a real cloud, which OSTK_TEST_CLOUD names"]
fn one_time_codes_and_several_factors() {
    let real = Real::new();
    let user = User::create(&real);
    user.add_totp();
    let totp = user
        .home("auth_type: v3totp\nauth: {username: NAME, passcode: 'PASSCODE', project_name: demo}")
        .run(["whoami"])
        .json();
    assert_eq!(totp["Methods"], json!(["totp"]));
    let rules = json!({ "user": { "options": {
        "multi_factor_auth_enabled": true, "multi_factor_auth_rules": [["password", "totp"]] } } });
    let path = format!("/users/{}", user.id);
    real.keystone(&user.admin, &Method::PATCH, &path, Some(&rules));
    // The password alone gets a receipt, and ostk cannot ask for a code.
    user.home("auth: {username: NAME, password: PASSWORD, project_name: demo}")
        .run(["whoami"])
        .fails(253, &["has no passcode, which TOTP"]);
    // On a terminal ostk asks for the code, and sends it with the receipt.
    let asked = user
        .home("auth: {username: NAME, password: PASSWORD, project_name: demo}")
        .typed(&format!("{}\n", self::totp()))
        .run(["whoami", "-o", "json"]);
    assert!(asked.stderr.contains("One-time code"), "{asked:?}");
    let asked = asked.json();
    let methods: BTreeSet<&str> = asked["Methods"]
        .as_array()
        .unwrap()
        .iter()
        .map(|method| method.as_str().unwrap())
        .collect();
    assert_eq!(methods, BTreeSet::from(["password", "totp"]));
}

#[test]
#[ignore = "needs a real cloud, which OSTK_TEST_CLOUD names"]
fn both_factors_at_once() {
    let real = Real::new();
    let user = User::create(&real);
    user.add_totp();
    let rules = json!({ "user": { "options": {
        "multi_factor_auth_enabled": true, "multi_factor_auth_rules": [["password", "totp"]] } } });
    let path = format!("/users/{}", user.id);
    real.keystone(&user.admin, &Method::PATCH, &path, Some(&rules));
    let both = user
        .home(
            "auth_type: v3multifactor\nauth: {auth_methods: [v3password, v3totp], username: NAME, \
             password: PASSWORD, passcode: 'PASSCODE', project_name: demo}",
        )
        .run(["whoami"])
        .json();
    assert_eq!(both["ProjectName"], "demo");
    assert_eq!(both["Methods"].as_array().unwrap().len(), 2);
}

#[test]
#[ignore = "needs a real cloud, which OSTK_TEST_CLOUD names"]
fn application_credentials_and_trusts() {
    let real = Real::new();
    let user = User::create(&real);
    let scope = json!({ "project": { "name": "demo", "domain": { "id": "default" } } });
    let body = json!({ "auth": { "identity": { "methods": ["password"], "password": { "user": {
        "id": user.id, "password": PASSWORD } } }, "scope": scope } });
    let url = format!("{}/auth/tokens", real.auth_url());
    let (_, token, body) = real.ask(&Method::POST, &url, None, Some(&body));
    let own = Token {
        token: token.unwrap(),
        body,
    };
    // Keystone does not always accept the token's implied roles at once.
    let credential = json!({ "application_credential": { "name": "ci", "secret": "hush",
        "roles": [{ "name": "member" }] } });
    let path = format!("/users/{}/application_credentials", user.id);
    let made = real.keystone(&own, &Method::POST, &path, Some(&credential));
    let id = made["application_credential"]["id"].as_str().unwrap();
    for reference in [
        format!("application_credential_id: {id}"),
        "application_credential_name: ci, username: NAME".to_owned(),
    ] {
        let settings = format!(
            "auth_type: v3applicationcredential\nauth: {{{reference}, application_credential_secret: hush}}"
        );
        let home = user.home(&settings);
        let who = home.run(["whoami"]).json();
        assert_eq!(who["Methods"], json!(["application_credential"]));
        assert_eq!(who["ProjectName"], "demo");
        home.run(["instances", "list", "--name", "web-1"]).json();
    }
    // The test cloud's own user delegates its role to this user.
    let trustor = real.token(&real.cloud(), None);
    let trust = json!({ "trust": { "trustor_user_id": trustor.user_id(),
        "trustee_user_id": user.id, "project_id": trustor.project_id(),
        "impersonation": true, "roles": [{ "name": "member" }] } });
    let made = real.keystone(&trustor, &Method::POST, "/OS-TRUST/trusts", Some(&trust));
    let id = made["trust"]["id"].as_str().unwrap();
    let settings = format!("auth: {{username: NAME, password: PASSWORD, trust_id: {id}}}");
    let who = user.home(&settings).run(["whoami"]).json();
    real.keystone(
        &trustor,
        &Method::DELETE,
        &format!("/OS-TRUST/trusts/{id}"),
        None,
    );
    assert_eq!(who["UserName"], real.auth(&real.cloud(), "username"));
    assert_eq!(who["ProjectName"], "demo");
}
