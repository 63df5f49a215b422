//! Nova: servers, and what flavors give them.
//! See <https://docs.openstack.org/api-ref/compute/>.

use serde::Deserialize;

use super::error::Error;
use super::image;
use super::microversion::Version;
use super::names::FlavorFacts;
use super::paging::Pager;
use super::resource::{ByName, Resource, list_call};
use super::server::Server;
use super::service::Service;
use super::session::Session;

/// Holds flavors in full (2.47), tags (2.26), descriptions (2.19) and locks (2.9), and costs the
/// server least of all that do (`benches/microversions.md`).
const SERVER_VERSION: Version = Version::new(2, 47);
/// What an older Nova is asked at: flavors come by ID, and are learnt from one list beside it.
const TAGS_VERSION: Version = Version::new(2, 26);
/// What every Nova has: tags and the like are missing.
const LOWEST: Version = Version::new(2, 1);

impl Resource for Server {
    const NOUN: &'static str = "instance";
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
    const OPERATIONS: (&'static str, &'static str) = ("DescribeInstances", "DescribeInstances");
    const BY_NAME: ByName = ByName::Regex;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// A flavor, as far as instances show it.
#[derive(Debug, Deserialize)]
struct Flavor {
    id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    vcpus: u32,
    #[serde(default)]
    ram: u64,
}

impl Resource for Flavor {
    const NOUN: &'static str = "flavor";
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "flavors";
    const LIST_PATH: &'static str = "flavors/detail";
    const COLLECTION: &'static str = "flavors";
    const MEMBER: Option<&'static str> = Some("flavor");
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribeInstanceTypes", "DescribeInstanceTypes");
    const BY_NAME: ByName = ByName::Never;
    const UUID: bool = false;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Learns all flavors that the project sees, in one paged list.
pub async fn learn_flavors(session: &Session) -> Result<(), Error> {
    let mut pager = Pager::<Flavor>::new(session, list_call::<Flavor>(), None);
    while let Some(page) = pager.next().await? {
        let now = session.now();
        session.learn(|names| {
            for flavor in page.items {
                let facts = FlavorFacts {
                    name: flavor.name,
                    vcpus: flavor.vcpus,
                    memory_mib: flavor.ram,
                };
                names.learn_flavor(&flavor.id, facts, now);
            }
        });
    }
    Ok(())
}

/// Learns the names that these servers' answers do not hold, unless they are known: of images and
/// flavors side by side, never with a request for each server.
pub async fn learn_names(session: &Session, servers: &[Server]) -> Result<(), Error> {
    let names = session.names();
    let now = session.now();
    let images = names.unknown_images(servers.iter().filter_map(Server::image_id), now);
    let flavors = names.unknown_flavors(servers.iter().filter_map(Server::flavor_id), now);
    let (images, flavors) = futures_util::future::join(
        async {
            if images.is_empty() {
                return Ok(());
            }
            image::learn_names(session, &images).await
        },
        async {
            if flavors.is_empty() {
                return Ok(());
            }
            learn_flavors(session).await?;
            let now = session.now();
            session.learn(|names| names.give_up_flavors(flavors, now));
            Ok(())
        },
    )
    .await;
    images.and(flavors)
}

/// An anchored regular expression for Nova's name filter, in the dialects of `MySQL`, `PostgreSQL` and
/// SQLite's `REGEXP`, which may fold case: it matches no less than what is meant.
#[derive(Clone, Debug, Default)]
pub struct NameRegex(String);

impl NameRegex {
    /// For one name and no other (but for its case).
    pub fn exactly(name: &str) -> String {
        let mut regex = Self::default();
        name.chars().for_each(|letter| regex.letter(letter));
        regex.finish()
    }

    /// Adds a character that stands for itself: what is neither a letter nor a digit of ASCII is
    /// escaped. Nova escapes `|` once more for `MySQL`, so that is matched as any character.
    pub fn letter(&mut self, letter: char) {
        if letter == '|' {
            return self.one();
        }
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() {
            self.0.push('\\');
        }
        self.0.push(letter);
    }

    /// Adds any one character.
    pub fn one(&mut self) {
        self.0.push('.');
    }

    /// Adds any text.
    pub fn any(&mut self) {
        self.0.push_str(".*");
    }

    /// The whole expression.
    pub fn finish(self) -> String {
        format!("^{}$", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_pattern() {
        assert_eq!(NameRegex::exactly("web-1.*[é"), r"^web\-1\.\*\[é$");
        assert_eq!(NameRegex::exactly("a|b"), "^a.b$");
    }
}
