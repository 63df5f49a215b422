//! A sandbox that runs on a thread of its own, and what a client needs to log in to it.

use std::fmt::Write as _;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use crate::clock::Clock;
use crate::cloud::{Sandbox, Settings};
use crate::seed::{ACCOUNTS, Account, PASSWORD, PROJECT};
use crate::store::StoreError;

/// The name of both domains of an account: the user's and the project's.
const DOMAIN: &str = "Default";
const REGION: &str = "RegionOne";

/// A sandbox that answers on its own thread until this is dropped.
#[derive(Debug)]
pub struct RunningSandbox {
    sandbox: Sandbox,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Sandbox {
    /// Starts a sandbox in memory, with the usual settings, on a free port of 127.0.0.1.
    pub fn start() -> Result<RunningSandbox, StoreError> {
        Self::start_with(Settings::new(Clock::system()))
    }

    /// Starts a sandbox in memory with these settings, on a free port of 127.0.0.1.
    pub fn start_with(settings: Settings) -> Result<RunningSandbox, StoreError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        Ok(Self::in_memory(settings)?.run(listener)?)
    }

    /// Answers on a listener, on a thread of its own, until the result is dropped.
    pub fn run(self, listener: TcpListener) -> io::Result<RunningSandbox> {
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel();
        let sandbox = self.clone();
        let thread = std::thread::Builder::new()
            .name("ostk-sandbox".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    // Connections wait in the listener's queue until the loop takes them.
                    tokio::select! {
                        _ = self.listen(listener, None) => {}
                        _ = stopped => {}
                    }
                });
            })?;
        Ok(RunningSandbox {
            sandbox,
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl RunningSandbox {
    /// Returns the cloud itself: its clock, its faults, its seeds.
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// Returns the address that is listened on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns what the account `developer` needs to log in.
    pub fn credentials(&self) -> Credentials {
        self.credentials_of(&ACCOUNTS[0])
    }

    /// Returns what an account needs to log in.
    pub fn credentials_of(&self, account: &Account) -> Credentials {
        Credentials::new(&self.address.to_string(), account)
    }

    /// Returns a `clouds.yaml` with an entry for each account; see [`clouds_yaml`].
    pub fn clouds_yaml(&self, name: &str) -> String {
        clouds_yaml(&self.address.to_string(), name)
    }
}

impl Drop for RunningSandbox {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            // A panic in there has been printed, and the client has seen its connection end.
            let _ = thread.join();
        }
    }
}

/// What a client needs to log in to a sandbox.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of clouds.yaml")]
pub struct Credentials {
    pub auth_url: String,
    pub username: &'static str,
    pub password: &'static str,
    pub project_name: &'static str,
    pub user_domain_name: &'static str,
    pub project_domain_name: &'static str,
    pub region_name: &'static str,
}

impl Credentials {
    /// Returns the credentials of an account at `host:port`.
    pub fn new(host_and_port: &str, account: &Account) -> Self {
        Self {
            auth_url: format!("http://{host_and_port}/identity/v3"),
            username: account.user,
            password: PASSWORD,
            project_name: PROJECT,
            user_domain_name: DOMAIN,
            project_domain_name: DOMAIN,
            region_name: REGION,
        }
    }

    /// Returns the environment variables that OpenStack's clients read.
    pub fn variables(&self) -> [(&'static str, &str); 8] {
        [
            ("OS_AUTH_URL", &self.auth_url),
            ("OS_USERNAME", self.username),
            ("OS_PASSWORD", self.password),
            ("OS_PROJECT_NAME", self.project_name),
            ("OS_USER_DOMAIN_NAME", self.user_domain_name),
            ("OS_PROJECT_DOMAIN_NAME", self.project_domain_name),
            ("OS_REGION_NAME", self.region_name),
            ("OS_IDENTITY_API_VERSION", "3"),
        ]
    }
}

/// Returns a `clouds.yaml` with the cloud `name` for the account `developer`, and `name-admin` and
/// `name-reader` for the other two.
pub fn clouds_yaml(host_and_port: &str, name: &str) -> String {
    let mut text = "clouds:\n".to_owned();
    for account in &ACCOUNTS {
        let own = Credentials::new(host_and_port, account);
        let _ = write!(
            text,
            "  {name}{}:\n    auth:\n      auth_url: {}\n      username: {}\n      \
             password: {}\n      project_name: {}\n      user_domain_name: {}\n      \
             project_domain_name: {}\n    region_name: {}\n",
            account.suffix,
            own.auth_url,
            own.username,
            own.password,
            own.project_name,
            own.user_domain_name,
            own.project_domain_name,
            own.region_name
        );
    }
    text
}
