//! A simulated OpenStack cloud: Keystone, Nova, Glance, Neutron, Cinder, Gnocchi and Placement
//! over real HTTP, with its state in `SQLite` and its pace taken from a clock.
//!
//! It shares nothing with the client. Its answers are written from the API reference and held
//! against answers that were recorded from a real cloud (`tests/recorded`), key by key: where the
//! two differ, the sandbox is wrong. If it shared the client's types, a wrong field name would
//! cancel out, and the tests would pass against fiction.

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
