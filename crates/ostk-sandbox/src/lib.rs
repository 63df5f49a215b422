//! A simulated OpenStack cloud: Keystone, Nova, Glance, Neutron, Cinder, Gnocchi and Placement over
//! real HTTP. The state is in `SQLite`, and the time comes from a clock that a test may set.
//!
//! ```
//! use std::net::TcpStream;
//!
//! let cloud = ostk_sandbox::Sandbox::start()?;
//! let login = cloud.credentials();
//! assert_eq!(login.username, "developer");
//! assert!(login.auth_url.ends_with("/identity/v3"));
//! assert!(TcpStream::connect(cloud.address()).is_ok());
//! # Ok::<(), ostk_sandbox::StoreError>(())
//! ```
//!
//! The README says what is simulated, and how time, faults and accounts work.
//!
//! The crate shares no type with any client. Its responses are written from the API reference, and
//! tests compare them key by key with responses that were recorded from a real cloud. If it shared
//! the types of a client, a wrong field name would cancel out.

mod cinder;
mod clock;
mod cloud;
mod context;
mod dispatch;
mod faults;
mod glance;
mod gnocchi;
mod http;
mod http_types;
mod ids;
mod keystone;
mod lifecycle;
mod model;
mod neutron;
mod nova;
mod placement;
mod ports;
mod routes;
mod running;
mod scheduler;
mod seed;
mod store;

pub use clock::Clock;
pub use cloud::{FileError, ResourceCounts, Sandbox, Settings};
pub use faults::{FaultRule, FaultRuleError};
pub use running::{Credentials, RunningSandbox, clouds_yaml};
pub use seed::{ACCOUNTS, Account, PASSWORD, PROJECT};
pub use store::StoreError;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
