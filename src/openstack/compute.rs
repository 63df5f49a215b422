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
