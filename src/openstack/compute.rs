//! Nova: how a server is asked for and found by its name.
//! See <https://docs.openstack.org/api-ref/compute/>.

use super::microversion::Version;
use super::resource::{ByName, Resource};
use super::server::Server;
use super::service::Service;
use crate::noun::{INSTANCE, Noun};

/// Holds flavors in full (2.47), tags (2.26), descriptions (2.19) and locks (2.9), and costs the
/// server least of all that do (`benches/microversions.md`).
const SERVER_VERSION: Version = Version::new(2, 47);
/// What an older Nova is asked at: flavors come by ID, and are learnt from one list beside it.
const TAGS_VERSION: Version = Version::new(2, 26);
/// What every Nova has: tags and the like are missing.
const LOWEST: Version = Version::new(2, 1);

impl Resource for Server {
    const NOUN: &'static Noun = &INSTANCE;
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "servers";
    const LIST_PATH: &'static str = "servers/detail";
    const COLLECTION: &'static str = "servers";
    const MEMBER: Option<&'static str> = Some("server");
    const VERSIONS: &'static [Version] = &[SERVER_VERSION, TAGS_VERSION, LOWEST];
    /// Administrators are shown user data from 2.3 on; a server that was just made has a password.
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
