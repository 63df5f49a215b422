//! Earlier tries with the same client token: the servers that they created, and why a token can't be
//! used again.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::Timestamp;

use super::client_token::pick;
use super::creation::Creation;
use crate::commands::instances::create::spec::OPERATION;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Server, Session};
use crate::records::ResourceRecord;

/// The servers that have a client token, and when Nova was asked for them.
#[derive(Debug)]
pub(crate) struct TokenServers {
    pub(crate) servers: Vec<Server>,
    pub(crate) at: Timestamp,
}

/// The servers of each client token that the user gave.
#[derive(Debug, Default)]
pub(crate) struct KnownServers(HashMap<String, TokenServers>);

impl KnownServers {
    /// Asks for the servers of each token once.
    pub(crate) async fn find(
        session: &Session,
        creations: &[Creation],
    ) -> Result<Self, CommandError> {
        let mut known = HashMap::new();
        for creation in creations.iter().filter(|one| one.token_is_given) {
            if let Entry::Vacant(entry) = known.entry(creation.token.text.clone()) {
                let at = session.now();
                let servers = creation.token.find_servers(session).await?;
                entry.insert(TokenServers { servers, at });
            }
        }
        Ok(Self(known))
    }

    /// Returns the servers of an instance's token, if Nova was asked for them.
    pub(crate) fn of(&self, creation: &Creation) -> Option<&TokenServers> {
        self.0.get(&creation.token.text)
    }

    /// Returns whether an earlier try has created the instance.
    pub(crate) fn has(&self, creation: &Creation) -> bool {
        let servers = self.of(creation);
        servers.is_some_and(|known| pick(&known.servers, creation.index).is_some())
    }
}

/// Returns the error for a client token that was used with other parameters, as in EC2. Networks and
/// groups are compared only with what this machine asked for: a record that was taken from the
/// cloud has the names of what the instance got.
pub(crate) fn mismatch(creation: &Creation, record: &ResourceRecord) -> Option<CommandError> {
    let own = &creation.request.summary;
    let token = &creation.token.text;
    let differs = |one: &Option<String>, other: &Option<String>| matches!((one, other), (Some(one), Some(other)) if one != other);
    let was_asked_here = record.sent.is_some();
    let lists_differ = |one: &[String], other: &[String]| {
        was_asked_here && !one.is_empty() && !other.is_empty() && one != other
    };
    let what = if record.name != creation.name {
        "name"
    } else if differs(&own.image, &record.image) {
        "image"
    } else if differs(&own.flavor, &record.flavor) {
        "instance type"
    } else if own.key_name != record.key_name {
        "key pair"
    } else if lists_differ(&own.networks, &record.networks) {
        "network"
    } else if lists_differ(&own.groups, &record.security_groups) {
        "security group"
    } else {
        return None;
    };
    let message =
        format!("client token '{token}' was used before for an instance with another {what}");
    let error = CommandError::new(ExitCode::Service, "IdempotentParameterMismatch", message);
    Some(error.during(OPERATION).hint(format!(
        "'ostk records describe {token}' shows it; another instance needs another token"
    )))
}

/// Returns the error for a client token whose instance was deleted, as in EC2.
pub(crate) fn terminated(creation: &Creation, id: &str) -> CommandError {
    let token = &creation.token.text;
    CommandError::new(
        ExitCode::Service,
        "IdempotentInstanceTerminated",
        format!("client token '{token}' was used before for instance {id}, which has been deleted"),
    )
    .during(OPERATION)
    .hint("another instance needs another token")
}
