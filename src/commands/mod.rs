//! The commands: one file per noun, or a folder if its verbs are large.

pub mod configure;
pub mod flavors;
pub mod images;
pub mod instances;
pub mod keypairs;
pub mod networks;
pub mod records;
#[cfg(feature = "sandbox")]
pub mod sandbox;
#[cfg(not(feature = "sandbox"))]
#[path = "no_sandbox.rs"]
pub mod sandbox;
pub mod security_groups;
pub mod server_groups;
pub(crate) mod shell;
mod tags;
pub mod top;
pub mod volumes;
mod waiter;
pub mod whoami;
mod wire;
mod zones;
