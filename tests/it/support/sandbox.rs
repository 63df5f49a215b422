//! A sandbox cloud of a test's own: in memory, on a free port, with a clock and faults to set.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use ostk_sandbox::{Clock, RunningSandbox, Sandbox, Settings};

use super::run::Home;

/// A running sandbox. A request that it has no answer to fails the test.
pub(crate) struct TestCloud {
    pub(crate) sandbox: Sandbox,
    /// Keystone's address.
    pub(crate) url: String,
    running: Option<RunningSandbox>,
}

impl TestCloud {
    /// A cloud on this machine's clock, in which things go so many times as fast as usual; at
    /// once, at 0.
    pub(crate) fn new(speed: f64) -> Self {
        let mut settings = Settings::new(Clock::system());
        settings.speed = speed;
        Self::with(settings)
    }

    /// A cloud with these settings.
    pub(crate) fn with(settings: Settings) -> Self {
        let running = Sandbox::start_with(settings).unwrap();
        Self {
            sandbox: running.sandbox().clone(),
            url: running.credentials().auth_url,
            running: Some(running),
        }
    }

    /// `clouds.yaml` with the cloud `NAME`, and `NAME-admin` and `NAME-reader` for the others.
    pub(crate) fn clouds_yaml(&self, name: &str) -> String {
        ostk_sandbox::clouds_yaml(self.address(), name)
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
        drop(self.running.take());
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
