//! Client tokens of instances: how the servers with a token are found, and which of them counts.
//!
//! Requests are sent so that they create one resource in the same way for all nouns (`verbs::once`).
//! Two things are Nova's own. It has no client tokens, but tags. And a volume belongs to one server
//! alone: of two requests that name the same new volume, one fails, whenever they arrive.

use crate::openstack::{Error, NameRegex, Server, Session, Version, list_all, list_call};
use crate::records::{CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, client_tag};
use crate::state::State;

/// A client token, and what finds the servers that were created with it.
#[derive(Clone, Debug)]
pub(crate) struct ClientToken {
    pub(crate) text: String,
    /// The instance's name. Several instances have it followed by their numbers.
    name: String,
    several: bool,
}

impl ClientToken {
    pub(crate) fn new(token: &str, name: &str, several: bool) -> Self {
        Self {
            text: token.to_owned(),
            name: name.to_owned(),
            several,
        }
    }

    /// Returns all servers with the token, the oldest first. They are found by the tag made from the
    /// token, or by name if Nova knows no tags in a create. The metadata then decides.
    pub(crate) async fn find_servers(&self, session: &Session) -> Result<Vec<Server>, Error> {
        let by_tag = list_call::<Server>()
            .only_version(TAGS)
            .query("tags", client_tag(&self.text));
        let mut found = match list_all(session, by_tag).await {
            Err(Error::Microversion { .. }) => {
                let by_name = list_call::<Server>().query("name", self.name_regex());
                list_all(session, by_name).await?
            }
            result => result?,
        };
        found.retain(|server| metadata(server, CLIENT_TOKEN_KEY) == Some(&self.text));
        found.sort_by(|a, b| age(a).cmp(&age(b)));
        Ok(found)
    }

    fn name_regex(&self) -> String {
        if !self.several {
            return NameRegex::exactly(&self.name);
        }
        let mut regex = NameRegex::default();
        self.name.chars().for_each(|letter| regex.letter(letter));
        regex.any();
        regex.finish()
    }
}

/// The first microversion that takes tags in a create.
pub(crate) const TAGS: Version = Version::new(2, 52);

fn metadata<'a>(server: &'a Server, key: &str) -> Option<&'a str> {
    let pair = server.metadata.iter().find(|(own, _)| own == key);
    pair.map(|(_, value)| value.as_str())
}

/// Orders servers by age, the oldest first. Nova's times are whole seconds. IDs decide among
/// equals, in the same way for every process that looks.
fn age(server: &Server) -> impl Ord {
    (server.created.clone(), server.id.clone())
}

/// Returns whether a server is being deleted, or gone.
pub(crate) fn is_gone(server: &Server) -> bool {
    let state = State::of(&server.status, server.task_state.as_deref());
    matches!(state, State::Deleting | State::Terminated)
}

/// Returns those of a token's servers that have this number, the oldest first.
pub(crate) fn numbered(servers: &[Server], index: u32) -> impl Iterator<Item = &Server> {
    let index = index.to_string();
    servers
        .iter()
        .filter(move |server| metadata(server, CLIENT_INDEX_KEY) == Some(&index))
}

/// Returns the server that counts: the oldest that stays, or else one that is being deleted.
pub(crate) fn pick(servers: &[Server], index: u32) -> Option<&Server> {
    numbered(servers, index)
        .find(|server| !is_gone(server))
        .or_else(|| numbered(servers, index).next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(id: &str, created: u32, index: &str, task: Option<&str>) -> Server {
        let mut server = Server::default();
        id.clone_into(&mut server.id);
        "ACTIVE".clone_into(&mut server.status);
        server.created = Some(format!("2026-11-24T12:00:{created:02}Z"));
        server.task_state = task.map(str::to_owned);
        server.metadata = vec![(CLIENT_INDEX_KEY.to_owned(), index.to_owned())];
        server
    }

    #[test]
    fn the_oldest_that_stays_counts() {
        let mut servers = vec![
            server("b", 2, "1", None),
            server("a", 2, "1", None),
            server("c", 1, "1", Some("deleting")),
            server("d", 0, "2", None),
        ];
        servers.sort_by(|a, b| age(a).cmp(&age(b)));
        let picked = |index| pick(&servers, index).map(|server| server.id.as_str());
        assert_eq!(picked(1), Some("a"));
        assert_eq!(picked(2), Some("d"));
        assert_eq!(picked(3), None);
        let going = [server("c", 1, "1", Some("deleting"))];
        assert_eq!(pick(&going, 1).map(|server| server.id.as_str()), Some("c"));
    }
}
