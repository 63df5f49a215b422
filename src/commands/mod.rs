//! One file a noun, or a folder where its verbs are big.

pub mod configure;
mod duration;
pub mod flavors;
pub mod images;
pub mod instances;
pub mod keypairs;
pub mod networks;
pub mod sandbox;
pub mod security_groups;
pub mod volumes;
pub mod whoami;
mod wire;
