//! A cloud to query directly, to compare ostk's output with the services' own responses. It is a
//! real cloud or the sandbox. It has its own client and JSON.

use ostk_sandbox::{Clock, Settings};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::run::Home;
use super::sandbox::TestCloud;

/// The cloud of the lifecycle tests.
pub(crate) struct Real {
    name: String,
    file: String,
    clouds: Value,
    client: Client,
    runtime: Runtime,
    sandbox: Option<(TestCloud, Home)>,
}

/// A server that is deleted when the test ends.
pub(crate) struct OneServer<'a> {
    real: &'a Real,
    token: Token,
    pub(crate) id: String,
}

/// The servers of a name, which are deleted when the test ends.
pub(crate) struct Named<'a> {
    real: &'a Real,
    token: Token,
    name: String,
}

/// A token with its catalog.
pub(crate) struct Token {
    pub(crate) token: String,
    pub(crate) body: Value,
}

impl Real {
    /// Returns the cloud that `OSTK_TEST_CLOUD` names, in the file that `OS_CLIENT_CONFIG_FILE`
    /// names.
    pub(crate) fn new() -> Self {
        let variable = |name: &str| {
            std::env::var(name).unwrap_or_else(|_| panic!("{name} must name a real cloud"))
        };
        Self::of(
            variable("OSTK_TEST_CLOUD"),
            variable("OS_CLIENT_CONFIG_FILE"),
            None,
        )
    }

    /// Returns the test's own sandbox, with the real cloud's instances and fifty times the speed.
    pub(crate) fn sandbox() -> Self {
        let real = Self::on(TestCloud::new(50.0));
        real.populate();
        real
    }

    /// Returns a sandbox with a clock that stands still until [`Real::settle`] advances it.
    pub(crate) fn still_sandbox() -> Self {
        let start = "2026-11-24T12:00:00Z".parse().unwrap();
        Self::on(TestCloud::with(Settings::new(Clock::manual(start))))
    }

    /// Returns a sandbox in which everything happens at once.
    pub(crate) fn instant_sandbox() -> Self {
        Self::on(TestCloud::new(0.0))
    }

    /// Returns a sandbox in its initial state.
    pub(crate) fn on(cloud: TestCloud) -> Self {
        let home = Home::new();
        let file = home.write("clouds.yaml", &cloud.clouds_yaml("demo"));
        let file = file.to_str().unwrap().to_owned();
        let mut real = Self::of("demo".to_owned(), file, Some((cloud, home)));
        real.add_application_credential();
        real
    }

    fn of(name: String, file: String, sandbox: Option<(TestCloud, Home)>) -> Self {
        let text = std::fs::read_to_string(&file).unwrap();
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self {
            name,
            clouds: serde_saphyr::from_str::<Value>(&text).unwrap()["clouds"].take(),
            file,
            client: Client::builder()
                .no_proxy()
                // The runtime stands still between two requests, so it cannot notice that the
                // server closes a connection. A kept connection could be a closed one.
                .pool_max_idle_per_host(0)
                .tls_certs_only([])
                .build()
                .unwrap(),
            runtime: Builder::new_current_thread().enable_all().build().unwrap(),
            sandbox,
        }
    }

    fn add_application_credential(&mut self) {
        let token = self.token(&self.name, None);
        let path = format!("/users/{}/application_credentials", token.user_id());
        let own = self.keystone(&token, &Method::GET, &path, None);
        self.clouds["demo-appcred"] = json!({
            "auth_type": "v3applicationcredential",
            "auth": { "auth_url": self.auth_url(), "application_credential_secret": "secret",
                "application_credential_id": own["application_credentials"][0]["id"] },
            "region_name": "RegionOne" });
        // JSON is YAML.
        let text = json!({ "clouds": self.clouds }).to_string();
        std::fs::write(&self.file, text).unwrap();
    }

    /// Creates the instances and the volume that the real cloud has.
    fn populate(&self) {
        let token = self.token(&self.name, None);
        let image = self.id_of(&token, "image", "/v2/images", "images", "cirros-0.6.3");
        for (name, flavor) in [("web-1", "m1.small"), ("db-1", "m1.large")] {
            let flavor = self.id_of(&token, "compute", "/flavors", "flavors", flavor);
            let body = json!({ "server": { "name": name, "imageRef": image,
                "flavorRef": flavor, "networks": "auto" } });
            self.service(&token, "compute", &Method::POST, "/servers", Some(&body));
        }
        let body = json!({ "volume": { "name": "data-1", "size": 1 } });
        self.service(
            &token,
            "block-storage",
            &Method::POST,
            "/volumes",
            Some(&body),
        );
        let building = || {
            let list = self.service(&token, "compute", &Method::GET, "/servers/detail", None);
            let servers = list["servers"].as_array().unwrap().clone();
            servers.iter().any(|server| server["status"] == "BUILD")
        };
        while building() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }

    /// Returns all items of a list, from all its pages.
    #[track_caller]
    pub(crate) fn all(&self, token: &Token, kind: &str, path: &str, key: &str) -> Vec<Value> {
        let endpoint = token.endpoint(kind);
        let mut url = format!("{endpoint}{path}");
        let mut all = Vec::new();
        loop {
            let (status, _, mut page) = self.ask(&Method::GET, &url, Some(&token.token), None);
            assert_eq!(status, 200, "{url}: {page}");
            all.append(page[key].as_array_mut().unwrap());
            let links = page[format!("{key}_links")].as_array();
            let mut links = links.into_iter().flatten();
            let next = links.find(|link| link["rel"] == "next");
            url = match next.map_or(&page["next"], |link| &link["href"]).as_str() {
                // Glance's link is relative to its endpoint.
                Some(path) if path.starts_with('/') => format!("{endpoint}{path}"),
                Some(url) => url.to_owned(),
                None => return all,
            };
        }
    }

    /// Returns the ID of the item with this name in a list.
    #[track_caller]
    pub(crate) fn id_of(
        &self,
        token: &Token,
        kind: &str,
        path: &str,
        key: &str,
        name: &str,
    ) -> String {
        let all = self.all(token, kind, path, key);
        let found = all.iter().find(|item| item["name"] == name);
        let found = found.unwrap_or_else(|| panic!("no {name} in {path}"));
        found["id"].as_str().unwrap().to_owned()
    }

    /// Returns the IDs of the smallest image and flavor.
    pub(crate) fn smallest(&self, token: &Token) -> (String, String) {
        (
            self.id_of(token, "image", "/v2/images", "images", "cirros-0.6.3"),
            self.id_of(token, "compute", "/flavors", "flavors", "m1.nano"),
        )
    }

    /// Creates a server without a network, with this metadata.
    pub(crate) fn boot(&self, name: &str, metadata: &Value) -> OneServer<'_> {
        let token = self.token(&self.name, None);
        let (image, flavor) = self.smallest(&token);
        let body = json!({ "server": { "name": name, "imageRef": image, "flavorRef": flavor,
            "networks": "none", "metadata": metadata } });
        let made = self.service(&token, "compute", &Method::POST, "/servers", Some(&body));
        self.known(made["server"]["id"].as_str().unwrap())
    }

    /// Returns an existing server, which is deleted when the test ends.
    pub(crate) fn known(&self, id: &str) -> OneServer<'_> {
        OneServer {
            real: self,
            token: self.token(&self.name, None),
            id: id.to_owned(),
        }
    }

    /// Returns a guard that deletes all servers of this name when the test ends.
    pub(crate) fn named(&self, name: &str) -> Named<'_> {
        Named {
            real: self,
            token: self.token(&self.name, None),
            name: name.to_owned(),
        }
    }

    /// Requests a deletion, and ignores the result: the clean-up of a test does not fail it.
    pub(crate) fn remove(&self, token: &Token, kind: &str, path: &str) {
        let url = format!("{}{path}", token.endpoint(kind));
        self.ask(&Method::DELETE, &url, Some(&token.token), None);
    }

    /// Advances the sandbox's clock until nothing is pending. A real cloud needs no help.
    pub(crate) fn settle(&self) {
        if let Some(cloud) = self.as_sandbox() {
            let token = self.token(&self.name, None);
            while cloud.sandbox.step().unwrap() {
                // Due work runs when a request arrives.
                self.service(&token, "compute", &Method::GET, "/servers", None);
            }
        }
    }

    /// Returns the sandbox if the cloud is one, for example to set faults.
    pub(crate) fn as_sandbox(&self) -> Option<&TestCloud> {
        self.sandbox.as_ref().map(|(cloud, _)| cloud)
    }

    /// Returns the file that defines the cloud.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// Returns the main test cloud's name. Its user is a member of a project.
    pub(crate) fn cloud(&self) -> String {
        self.name.clone()
    }

    /// Returns the name of the same cloud with another account, such as `admin`: `demo-admin`.
    pub(crate) fn cloud_as(&self, who: &str) -> String {
        format!("{}-{who}", self.name)
    }

    /// Returns a home in which ostk knows the cloud.
    pub(crate) fn home(&self) -> Home {
        Home::new().variable("OS_CLIENT_CONFIG_FILE", &self.file)
    }

    /// Returns a home in which the main cloud is another project of the same login.
    pub(crate) fn home_in(&self, project: &str) -> Home {
        let mut clouds = self.clouds.clone();
        clouds[&self.name]["auth"]["project_name"] = json!(project);
        let home = Home::new();
        // JSON is YAML.
        let file = home.write("clouds.yaml", &json!({ "clouds": clouds }).to_string());
        home.variable("OS_CLIENT_CONFIG_FILE", file.to_str().unwrap())
    }

    /// Returns a value under `auth` of a cloud.
    pub(crate) fn auth(&self, cloud: &str, key: &str) -> String {
        self.clouds[cloud]["auth"][key].as_str().unwrap().to_owned()
    }

    pub(crate) fn auth_url(&self) -> String {
        self.auth(&self.name, "auth_url")
    }

    /// Sends a request. Returns the status, the token's header if there is one, and the body.
    pub(crate) fn ask(
        &self,
        method: &Method,
        url: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> (u16, Option<String>, Value) {
        self.ask_at("2.37", method, url, token, body)
    }

    /// Sends a request at another microversion of Nova.
    pub(crate) fn ask_at(
        &self,
        version: &str,
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
                .header("X-OpenStack-Nova-API-Version", version);
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

    /// Returns a token by password, with this scope.
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

    /// Sends a request to Keystone, and panics unless it succeeds.
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

    /// Imports a key pair under the newest rules for names, and returns the status.
    pub(crate) fn import(&self, token: &Token, name: &str, public_key: &str) -> u16 {
        let url = format!("{}/os-keypairs", token.endpoint("compute"));
        let body = json!({ "keypair": { "name": name, "public_key": public_key } });
        self.runtime.block_on(async {
            let request = self.client.post(url).json(&body);
            let request = request
                .header("X-Auth-Token", &token.token)
                .header("X-OpenStack-Nova-API-Version", "2.92");
            request.send().await.unwrap().status().as_u16()
        })
    }

    /// Uploads this number of bytes as an image's data.
    #[track_caller]
    pub(crate) fn upload(&self, token: &Token, image: &str, size: usize) {
        let url = format!("{}/v2/images/{image}/file", token.endpoint("image"));
        let status = self.runtime.block_on(async {
            let request = self.client.put(url).body(vec![0_u8; size]);
            let request = request
                .header("X-Auth-Token", &token.token)
                .header("Content-Type", "application/octet-stream");
            request.send().await.unwrap().status().as_u16()
        });
        assert_eq!(status, 204);
    }

    /// Sends a request to a service in the token's catalog, and panics unless it succeeds.
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

impl OneServer<'_> {
    fn ask(&self, method: &Method, below: &str, body: Option<&Value>) -> Value {
        let path = format!("/servers/{}{below}", self.id);
        self.real
            .service(&self.token, "compute", method, &path, body)
    }

    /// Returns the server as Nova shows it.
    pub(crate) fn shown(&self) -> Value {
        self.ask(&Method::GET, "", None)["server"].take()
    }

    /// Starts an action, such as `{"os-stop": null}`.
    pub(crate) fn act(&self, action: &Value) {
        self.ask(&Method::POST, "/action", Some(action));
    }

    /// Replaces the server's metadata.
    pub(crate) fn set_metadata(&self, metadata: &Value) {
        let body = json!({ "metadata": metadata });
        self.ask(&Method::PUT, "/metadata", Some(&body));
    }

    /// Returns whether Nova has no server with this ID.
    pub(crate) fn is_gone(&self) -> bool {
        let url = format!("{}/servers/{}", self.token.endpoint("compute"), self.id);
        let token = Some(self.token.token.as_str());
        let (status, _, body) = self.real.ask(&Method::GET, &url, token, None);
        status == 404 || body["server"]["status"] == "DELETED"
    }

    /// Resets the server's error state, as an administrator.
    pub(crate) fn reset(&self) {
        let admin = self.real.token(&self.real.cloud_as("admin"), None);
        let path = format!("/servers/{}/action", self.id);
        let body = json!({ "os-resetState": { "state": "active" } });
        self.real
            .service(&admin, "compute", &Method::POST, &path, Some(&body));
    }

    /// Starts the server's deletion.
    pub(crate) fn delete(&self) {
        self.ask(&Method::DELETE, "", None);
    }
}

impl Drop for OneServer<'_> {
    fn drop(&mut self) {
        // The server may be gone already, and a failing test prints enough.
        if std::thread::panicking() && self.real.sandbox.is_some() {
            return;
        }
        let path = format!("/servers/{}", self.id);
        // Its metadata may make the deletion fail.
        let url = format!("{}{path}/metadata", self.token.endpoint("compute"));
        let (token, none) = (Some(self.token.token.as_str()), json!({ "metadata": {} }));
        self.real.ask(&Method::PUT, &url, token, Some(&none));
        self.real.remove(&self.token, "compute", &path);
    }
}

impl Drop for Named<'_> {
    fn drop(&mut self) {
        let url = format!(
            "{}/servers?name={}",
            self.token.endpoint("compute"),
            self.name
        );
        let token = Some(self.token.token.as_str());
        let (_, _, found) = self.real.ask(&Method::GET, &url, token, None);
        for server in found["servers"].as_array().into_iter().flatten() {
            if let Some(id) = server["id"].as_str() {
                drop(self.real.known(id));
            }
        }
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
