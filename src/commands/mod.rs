//! One file a noun, or a folder where its verbs are big.

pub mod configure;
pub mod flavors;
pub mod images;
pub mod instances;
pub mod keypairs;
pub mod networks;
pub mod records;
pub mod sandbox;
pub mod security_groups;
pub(crate) mod shell;
mod tags;
pub mod top;
pub mod volumes;
mod waiter;
pub mod whoami;
mod wire;
mod zones;
