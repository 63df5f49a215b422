//! A sandbox cloud of a test's own: in memory, on a free port, with a clock and faults to set.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread::JoinHandle;

use ostk::sandbox::{ACCOUNTS, Clock, PASSWORD, PROJECT, Sandbox, Settings};
use serde_json::{Value, json};
use tokio::sync::oneshot;

use super::run::Home;

/// A running sandbox. A request that it has no answer to fails the test.
pub(crate) struct TestCloud {
    pub(crate) sandbox: Sandbox,
    /// Keystone's address.
    pub(crate) url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl TestCloud {
    /// A cloud on this machine's clock, in which things go so many times as fast as usual; at
    /// once, at 0.
    pub(crate) fn new(speed: f64) -> Self {
        let mut settings = Settings::new(Clock::System(jiff::Timestamp::now));
        settings.speed = speed;
        Self::with(settings)
    }

    /// A cloud with these settings.
    pub(crate) fn with(settings: Settings) -> Self {
        let sandbox = Sandbox::in_memory(settings).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/identity/v3", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let served = sandbox.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                ready.send(()).unwrap();
                tokio::select! {
                    ended = served.listen(listener, None) => panic!("{ended:?}"),
                    _ = stopped => {}
                }
            });
        });
        started.recv().unwrap();
        Self {
            sandbox,
            url,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// `clouds.yaml` with the cloud `NAME`, and `NAME-admin` and `NAME-reader` for the others.
    pub(crate) fn clouds_yaml(&self, name: &str) -> String {
        let mut text = "clouds:\n".to_owned();
        for account in &ACCOUNTS {
            let _ = write!(
                text,
                "  {name}{}:\n    auth:\n      auth_url: {}\n      username: {}\n      \
                 password: {PASSWORD}\n      project_name: {PROJECT}\n      \
                 user_domain_name: Default\n      project_domain_name: Default\n    \
                 region_name: RegionOne\n",
                account.suffix, self.url, account.user
            );
        }
        text
    }

    /// A home in which ostk knows this cloud as `test`, which is chosen unless `--cloud` names
    /// `test-admin` or `test-reader`.
    pub(crate) fn home(&self) -> Home {
        let home = Home::new().variable("OS_CLOUD", "test");
        home.write("clouds.yaml", &self.clouds_yaml("test"));
        home
    }

    /// Host and port.
    pub(crate) fn address(&self) -> &str {
        let address = self.url.trim_start_matches("http://");
        address.split('/').next().unwrap()
    }

    /// Lets requests meet a fault: `POST /servers: 503 x2`.
    pub(crate) fn fault(&self, rule: &str) {
        self.sandbox.add_fault(rule.parse().unwrap());
    }
}

impl Drop for TestCloud {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
        let unknown = self.sandbox.take_unknown_routes();
        if !std::thread::panicking() {
            assert!(unknown.is_empty(), "the sandbox has no {unknown:?}");
        }
    }
}

/// All that comes back on a connection of its own.
pub(crate) fn ask(cloud: &TestCloud, line: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(cloud.address()).unwrap();
    let length = body.len();
    let request = format!(
        "{line} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Somebody who is logged in.
pub(crate) struct Login<'a> {
    cloud: &'a TestCloud,
    pub(crate) token: String,
}

impl<'a> Login<'a> {
    /// A login by the request's `auth`, which succeeds.
    pub(crate) fn with(cloud: &'a TestCloud, auth: &Value) -> Self {
        let (status, token) = log_in(cloud, auth);
        assert_eq!(status, 201);
        Self { cloud, token }
    }

    pub(crate) fn new(cloud: &'a TestCloud, user: &str) -> Self {
        let domain = json!({ "id": "default" });
        let user = json!({ "name": user, "password": "secret", "domain": domain });
        let auth = json!({
            "identity": { "methods": ["password"], "password": { "user": user } },
            "scope": { "project": { "name": "demo", "domain": domain } },
        });
        Self::with(cloud, &auth)
    }

    /// The status, and the body if it is JSON.
    pub(crate) fn ask(&self, line: &str, body: &Value) -> (u16, Value) {
        let headers = format!(
            "Host: {}\r\nX-Auth-Token: {}\r\nAccept: application/json\r\n\
             OpenStack-API-Version: compute 2.104\r\n",
            self.cloud.address(),
            self.token
        );
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        read(&ask(self.cloud, line, &headers, &body))
    }

    pub(crate) fn get(&self, path: &str) -> (u16, Value) {
        self.ask(&format!("GET {path}"), &Value::Null)
    }
}

fn read(answer: &str) -> (u16, Value) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}

/// The status of a login, and the token.
pub(crate) fn log_in(cloud: &TestCloud, auth: &Value) -> (u16, String) {
    let headers = format!("Host: {}\r\n", cloud.address());
    let body = json!({ "auth": auth }).to_string();
    let answer = ask(cloud, "POST /identity/v3/auth/tokens", &headers, &body);
    let token = answer
        .lines()
        .find_map(|line| line.strip_prefix("x-subject-token: "));
    (read(&answer).0, token.unwrap_or_default().to_owned())
}
