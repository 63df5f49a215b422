//! A test's own sandbox cloud: in memory, on a free port, with a clock and faults to set.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use ostk_sandbox::{Clock, RunningSandbox, Sandbox, Settings};

use super::run::Home;

/// A running sandbox. An unknown route in a request fails the test.
pub(crate) struct TestCloud {
    pub(crate) sandbox: Sandbox,
    /// Keystone's address.
    pub(crate) url: String,
    running: Option<RunningSandbox>,
}

impl TestCloud {
    /// Starts a cloud on this machine's clock at `speed` times the usual speed. At 0, everything
    /// happens at once.
    pub(crate) fn new(speed: f64) -> Self {
        let mut settings = Settings::new(Clock::system());
        settings.speed = speed;
        Self::with(settings)
    }

    /// Starts a cloud with these settings.
    pub(crate) fn with(settings: Settings) -> Self {
        let running = Sandbox::start_with(settings).unwrap();
        Self {
            sandbox: running.sandbox().clone(),
            url: running.credentials().auth_url,
            running: Some(running),
        }
    }

    /// Returns `clouds.yaml` with the cloud `NAME`, and `NAME-admin` and `NAME-reader` for the
    /// other accounts.
    pub(crate) fn clouds_yaml(&self, name: &str) -> String {
        ostk_sandbox::clouds_yaml(self.address(), name)
    }

    /// Returns a home in which ostk knows this cloud as `test`. It is the default; `--cloud` can
    /// choose `test-admin` or `test-reader`.
    pub(crate) fn home(&self) -> Home {
        let home = Home::new().variable("OS_CLOUD", "test");
        home.write("clouds.yaml", &self.clouds_yaml("test"));
        home
    }

    /// Returns the host and the port.
    pub(crate) fn address(&self) -> &str {
        let address = self.url.trim_start_matches("http://");
        address.split('/').next().unwrap()
    }

    /// Adds a fault for requests: `POST /servers: 503 x2`.
    pub(crate) fn fault(&self, rule: &str) {
        self.sandbox.add_fault(rule.parse().unwrap());
    }
}

impl Drop for TestCloud {
    fn drop(&mut self) {
        drop(self.running.take());
        let unknown = self.sandbox.take_unknown_routes();
        if !std::thread::panicking() {
            assert!(unknown.is_empty(), "the sandbox has no {unknown:?}");
        }
    }
}

/// Sends a request on a new connection, and returns everything that comes back.
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
