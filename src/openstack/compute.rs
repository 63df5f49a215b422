//! Nova's servers as a resource: versions, paths and the search by name. See
//! <https://docs.openstack.org/api-ref/compute/>.

use super::microversion::Version;
use super::resource::{ByName, Resource};
use super::server::Server;
use super::service::Service;
use crate::noun::{INSTANCE, Noun};

/// Has whole flavors (2.47), tags (2.26), descriptions (2.19) and locks (2.9). Of all versions that
/// do, it costs the server least (`benches/microversions.md`).
const SERVER_VERSION: Version = Version::new(2, 47);
/// The version for an older Nova. Flavors come by ID; one extra list gives their properties.
const TAGS_VERSION: Version = Version::new(2, 26);
/// The version that every Nova has. Tags and the like are missing.
const LOWEST: Version = Version::new(2, 1);

impl Resource for Server {
    const NOUN: &'static Noun = &INSTANCE;
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "servers";
    const LIST_PATH: &'static str = "servers/detail";
    const COLLECTION: &'static str = "servers";
    const MEMBER: Option<&'static str> = Some("server");
    const VERSIONS: &'static [Version] = &[SERVER_VERSION, TAGS_VERSION, LOWEST];
    /// Nova shows user data to administrators from 2.3 on. A new server has a password.
    const SECRET_FIELDS: &'static [&'static str] = &[
        "OS-EXT-SRV-ATTR:user_data",
        "user_data",
        "adminPass",
        "admin_password",
    ];
    const BY_NAME: ByName = ByName::Regex;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}
