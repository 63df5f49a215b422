//! Keystone's description of a token: its user, scope and expiry.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Deserializer, Serialize};

use super::catalog::Catalog;

/// A name with its ID, as Keystone gives users, projects, domains and roles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The ID.
    #[serde(default, deserialize_with = "text")]
    pub id: String,
    /// The name.
    #[serde(default, deserialize_with = "text")]
    pub name: String,
    /// The domain that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Box<Named>>,
}

/// Reads an ID or a name, which is `null` if a federated user has none.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Option::<String>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// The token's description, without the token itself.
/// See <https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management>.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenInfo {
    /// The token's user.
    pub user: Named,
    /// The project that it is scoped to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<Named>,
    /// The domain that it is scoped to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Named>,
    /// Present if the token is scoped to the whole system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<serde_json::Value>,
    /// The roles that it carries.
    #[serde(default)]
    pub roles: Vec<Named>,
    /// The methods by which its user authenticated.
    #[serde(default)]
    pub methods: Vec<String>,
    /// The time at which it expires, by Keystone's clock.
    pub expires_at: Timestamp,
    /// The time at which it was issued, by Keystone's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_at: Option<Timestamp>,
    /// The addresses of the services.
    #[serde(default)]
    pub catalog: Catalog,
}

/// The body of a response to `POST /v3/auth/tokens`.
#[derive(Debug, Deserialize)]
pub(super) struct TokenDocument {
    pub(super) token: TokenInfo,
}

/// A token this close to its expiry is not used for a new command.
const MARGIN: SignedDuration = SignedDuration::from_secs(60);

impl TokenInfo {
    /// Returns the local time at which to stop using the token. The local clock may differ from
    /// Keystone's: `served` is the response's `Date`, `now` the local time at which it came.
    pub(super) fn stale_at(&self, served: Option<Timestamp>, now: Timestamp) -> Timestamp {
        let left = self.expires_at.duration_since(served.unwrap_or(now));
        now.checked_add(left.saturating_sub(MARGIN)).unwrap_or(now)
    }

    /// Returns the token's scope in words, such as "project 'demo'".
    pub fn scope(&self) -> String {
        if let Some(project) = &self.project {
            format!("project '{}'", project.name)
        } else if let Some(domain) = &self.domain {
            format!("domain '{}'", domain.name)
        } else if self.system.is_some() {
            "the system".to_owned()
        } else {
            "no scope".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> TokenInfo {
        let text = r#"{"token": {"user": {"id": "u", "name": "n", "domain": {"id": null, "name": "D"}},
            "project": {"id": "p", "name": "demo"}, "expires_at": "2026-11-23T14:26:16.000000Z",
            "roles": [{"id": "r", "name": "member"}]}}"#;
        serde_json::from_str::<TokenDocument>(text).unwrap().token
    }

    #[test]
    fn a_skewed_local_clock_does_not_shorten_or_stretch_a_token() {
        let served: Timestamp = "2026-11-23T10:26:16Z".parse().unwrap();
        let local: Timestamp = "2030-01-01T00:00:00Z".parse().unwrap();
        let expected: Timestamp = "2030-01-01T03:59:00Z".parse().unwrap();
        assert_eq!(token().stale_at(Some(served), local), expected);
    }

    #[test]
    fn the_scope_is_told_in_words() {
        assert_eq!(token().scope(), "project 'demo'");
    }
}
