//! A real cloud, asked directly: what ostk says is held against what the services themselves
//! answer. Speaks to them with a client and JSON of its own.

use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::run::Home;

/// The cloud that `OSTK_TEST_CLOUD` names, in the file that `OS_CLIENT_CONFIG_FILE` names.
pub(crate) struct Real {
    file: String,
    clouds: Value,
    client: Client,
    runtime: Runtime,
}

/// A token with its catalog.
pub(crate) struct Token {
    pub(crate) token: String,
    pub(crate) body: Value,
}

impl Real {
    pub(crate) fn new() -> Self {
        let variable = |name: &str| {
            std::env::var(name).unwrap_or_else(|_| panic!("{name} must name a real cloud"))
        };
        variable("OSTK_TEST_CLOUD");
        let file = variable("OS_CLIENT_CONFIG_FILE");
        let text = std::fs::read_to_string(&file).unwrap();
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self {
            clouds: serde_saphyr::from_str::<Value>(&text).unwrap()["clouds"].take(),
            file,
            client: Client::builder()
                .no_proxy()
                .tls_certs_only([])
                .build()
                .unwrap(),
            runtime: Builder::new_current_thread().enable_all().build().unwrap(),
        }
    }

    /// The main test cloud's name: a member of a project.
    pub(crate) fn cloud() -> String {
        std::env::var("OSTK_TEST_CLOUD").unwrap()
    }

    /// The same cloud as somebody else, such as `admin`: `demo-admin`.
    pub(crate) fn cloud_as(who: &str) -> String {
        format!("{}-{who}", Self::cloud())
    }

    /// A home in which ostk knows the real cloud.
    pub(crate) fn home(&self) -> Home {
        Home::new().variable("OS_CLIENT_CONFIG_FILE", &self.file)
    }

    /// The settings under `auth` of a cloud.
    pub(crate) fn auth(&self, cloud: &str, key: &str) -> String {
        self.clouds[cloud]["auth"][key].as_str().unwrap().to_owned()
    }

    pub(crate) fn auth_url(&self) -> String {
        self.auth(&Self::cloud(), "auth_url")
    }

    /// Asks, and gives the status, the token's header if there is one, and the body.
    pub(crate) fn ask(
        &self,
        method: &Method,
        url: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> (u16, Option<String>, Value) {
        self.runtime.block_on(async {
            let mut request = self
                .client
                .request(method.clone(), url)
                .header("Accept", "application/json")
                .header("X-OpenStack-Nova-API-Version", "2.37");
            if let Some(token) = token {
                request = request.header("X-Auth-Token", token);
            }
            if let Some(body) = body {
                request = request.json(body);
            }
            let response = request.send().await.unwrap();
            let status = response.status().as_u16();
            let subject = response.headers().get("X-Subject-Token");
            let subject = subject.map(|value| value.to_str().unwrap().to_owned());
            let text = response.text().await.unwrap();
            let body = serde_json::from_str(&text).unwrap_or(Value::Null);
            (status, subject, body)
        })
    }

    /// A token by password, scoped as this says.
    pub(crate) fn token(&self, cloud: &str, scope: Option<Value>) -> Token {
        let scope = scope.unwrap_or_else(|| {
            json!({ "project": { "name": self.auth(cloud, "project_name"),
                                 "domain": { "name": "Default" } } })
        });
        let user = json!({ "name": self.auth(cloud, "username"), "domain": { "name": "Default" },
                           "password": self.auth(cloud, "password") });
        let body = json!({ "auth": { "identity": { "methods": ["password"],
            "password": { "user": user } }, "scope": scope } });
        let url = format!("{}/auth/tokens", self.auth_url());
        let (status, token, body) = self.ask(&Method::POST, &url, None, Some(&body));
        assert_eq!(status, 201, "{body}");
        Token {
            token: token.unwrap(),
            body,
        }
    }

    /// Asks Keystone as somebody, and insists on success.
    #[track_caller]
    pub(crate) fn keystone(
        &self,
        token: &Token,
        method: &Method,
        path: &str,
        body: Option<&Value>,
    ) -> Value {
        let url = format!("{}{path}", self.auth_url());
        let (status, _, answer) = self.ask(method, &url, Some(&token.token), body);
        assert!(
            (200..300).contains(&status),
            "{method} {path}: {status} {answer}"
        );
        answer
    }

    /// Asks another service, found in the token's catalog, and insists on success.
    #[track_caller]
    pub(crate) fn service(
        &self,
        token: &Token,
        kind: &str,
        method: &Method,
        path: &str,
        body: Option<&Value>,
    ) -> Value {
        let url = format!("{}{path}", token.endpoint(kind));
        let (status, _, answer) = self.ask(method, &url, Some(&token.token), body);
        assert!(
            (200..300).contains(&status),
            "{method} {path}: {status} {answer}"
        );
        answer
    }
}

impl Token {
    pub(crate) fn endpoint(&self, kind: &str) -> String {
        let catalog = self.body["token"]["catalog"].as_array().unwrap();
        let service = catalog
            .iter()
            .find(|service| service["type"] == kind)
            .unwrap();
        let endpoints = service["endpoints"].as_array().unwrap();
        let public = endpoints
            .iter()
            .find(|one| one["interface"] == "public")
            .unwrap();
        public["url"].as_str().unwrap().to_owned()
    }

    pub(crate) fn user_id(&self) -> &str {
        self.body["token"]["user"]["id"].as_str().unwrap()
    }

    pub(crate) fn project_id(&self) -> &str {
        self.body["token"]["project"]["id"].as_str().unwrap()
    }
}
