//! Settings with their origins: `clouds.yaml` and its companions, `OS_*` variables, flags, and the
//! user's preferences. Knows no service. Reads only files and the given environment.
//!
//! The rules are those of the OpenStack SDK
//! (<https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html>), with one
//! difference: the settings of a named cloud are never mixed with `OS_*` variables.

mod cloud;
mod error;
mod files;
mod layer;
mod preferences;
mod resolve;
mod setting;
mod shown;
mod variables;

pub use cloud::{Auth, AuthType, Cloud, Interface};
pub use error::Error;
pub use preferences::Preferences;
pub use resolve::{Overrides, Resolved, cloud_names, resolve};
pub use setting::{Origin, Setting};
