//! Another user at work in a sandbox. It uses the services directly, with its own client and JSON.

use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::sandbox::TestCloud;

/// A member of the project.
pub(crate) struct Actor<'a> {
    cloud: &'a TestCloud,
    client: Client,
    runtime: Runtime,
    pub(crate) token: String,
    compute: String,
    project: String,
}

impl<'a> Actor<'a> {
    pub(crate) fn new(cloud: &'a TestCloud) -> Self {
        Self::by("developer", cloud)
    }

    /// Returns an administrator in the same project.
    pub(crate) fn admin(cloud: &'a TestCloud) -> Self {
        Self::by("admin", cloud)
    }

    fn by(user: &str, cloud: &'a TestCloud) -> Self {
        Self::of(user, "demo", cloud)
    }

    /// Returns a user in a project.
    pub(crate) fn of(user: &str, project: &str, cloud: &'a TestCloud) -> Self {
        let domain = json!({ "name": "Default" });
        let user = json!({ "name": user, "domain": domain, "password": "secret" });
        Self::with(
            &json!({
                "identity": { "methods": ["password"], "password": { "user": user } },
                "scope": { "project": { "name": project, "domain": domain } } }),
            cloud,
        )
    }

    /// Returns the user that a request's `auth` logs in.
    pub(crate) fn with(auth: &Value, cloud: &'a TestCloud) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().no_proxy().tls_certs_only([]);
        let mut actor = Self {
            cloud,
            client: client.build().unwrap(),
            runtime: Builder::new_current_thread().enable_all().build().unwrap(),
            token: String::new(),
            compute: String::new(),
            project: String::new(),
        };
        let (status, token, answer) = actor.log_in(auth);
        assert_eq!(status, 201, "{answer}");
        let project = answer["token"]["project"]["id"].as_str().unwrap();
        project.clone_into(&mut actor.project);
        let catalog = answer["token"]["catalog"].as_array().unwrap();
        let compute = catalog.iter().find(|one| one["type"] == "compute").unwrap();
        let endpoints = compute["endpoints"].as_array().unwrap();
        let public = endpoints.iter().find(|one| one["interface"] == "public");
        let url = public.unwrap()["url"].as_str().unwrap();
        url.clone_into(&mut actor.compute);
        actor.token = token.unwrap();
        actor
    }

    /// Logs in, and returns the status, the token and the body.
    pub(crate) fn log_in(&self, auth: &Value) -> (u16, Option<String>, Value) {
        let url = format!("{}/auth/tokens", self.cloud.url);
        let body = json!({ "auth": auth });
        self.send("2.47", &Method::POST, &url, Some(&body))
    }

    fn send(
        &self,
        version: &str,
        method: &Method,
        url: &str,
        body: Option<&Value>,
    ) -> (u16, Option<String>, Value) {
        self.runtime.block_on(async {
            let mut request = self
                .client
                .request(method.clone(), url)
                .header("Accept", "application/json")
                .header("OpenStack-API-Version", format!("compute {version}"));
            if !self.token.is_empty() {
                request = request.header("X-Auth-Token", &self.token);
            }
            if let Some(body) = body {
                request = request.json(body);
            }
            let response = request.send().await.unwrap();
            let status = response.status().as_u16();
            let token = response.headers().get("X-Subject-Token");
            let token = token.map(|token| token.to_str().unwrap().to_owned());
            let text = response.text().await.unwrap();
            (
                status,
                token,
                serde_json::from_str(&text).unwrap_or(Value::Null),
            )
        })
    }

    /// Sends a request to any service: `POST /network/v2.0/ports`. Returns the status, and the body
    /// if it is JSON.
    pub(crate) fn ask(&self, line: &str, body: &Value) -> (u16, Value) {
        self.ask_at("2.104", line, body)
    }

    /// Sends a request at another microversion of Nova.
    pub(crate) fn ask_at(&self, version: &str, line: &str, body: &Value) -> (u16, Value) {
        let (method, path) = line.split_once(' ').unwrap();
        let url = format!("http://{}{path}", self.cloud.address());
        let body = (!body.is_null()).then_some(body);
        let (status, _, answer) = self.send(version, &method.parse().unwrap(), &url, body);
        (status, answer)
    }

    pub(crate) fn get(&self, path: &str) -> (u16, Value) {
        self.ask(&format!("GET {path}"), &Value::Null)
    }

    /// Returns the project's ID.
    pub(crate) fn project(&self) -> &str {
        &self.project
    }

    /// Sends a request to Nova, and panics unless it succeeds.
    #[track_caller]
    pub(crate) fn nova(&self, method: &Method, path: &str, body: Option<&Value>) -> Value {
        let url = format!("{}{path}", self.compute);
        let (status, _, answer) = self.send("2.47", method, &url, body);
        assert!(
            (200..300).contains(&status),
            "{method} {path}: {status} {answer}"
        );
        answer
    }

    /// Returns the IDs of all servers, the oldest first.
    pub(crate) fn ids(&self) -> Vec<String> {
        let list = self.nova(&Method::GET, "/servers", None);
        let servers = list["servers"].as_array().unwrap().iter().rev();
        servers
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Starts an action, such as `{"os-stop": null}`.
    #[track_caller]
    pub(crate) fn act(&self, id: &str, action: &Value) {
        self.nova(
            &Method::POST,
            &format!("/servers/{id}/action"),
            Some(action),
        );
    }

    /// Starts a deletion.
    #[track_caller]
    pub(crate) fn delete(&self, id: &str) {
        self.nova(&Method::DELETE, &format!("/servers/{id}"), None);
    }

    #[track_caller]
    pub(crate) fn rename(&self, id: &str, name: &str) {
        let body = json!({ "server": { "name": name } });
        self.nova(&Method::PUT, &format!("/servers/{id}"), Some(&body));
    }

    /// Advances the cloud's clock until nothing is pending.
    pub(crate) fn settle(&self) {
        while self.cloud.sandbox.step().unwrap() {
            // Due work runs when a request arrives.
            self.ids();
        }
    }
}
