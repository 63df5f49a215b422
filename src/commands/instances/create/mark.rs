//! What finds the servers of a client token, and which of them counts. How a request is sent so
//! that it makes one server is the same for all that is created (`verbs::once`). Two things are
//! Nova's own: it has no client tokens but tags, and a volume belongs to one server alone, so that
//! two requests that name the same new volume cannot both come to something, whenever they arrive.

use crate::openstack::{Error, NameRegex, Server, Session, Version, list_all, list_call};
use crate::records::{CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, client_tag};
use crate::state::State;

/// What finds the servers that were made with a client token.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) token: String,
    /// The name, where several have it followed by their numbers.
    name: String,
    several: bool,
}

impl Mark {
    pub(super) fn new(token: &str, name: &str, several: bool) -> Self {
        Self {
            token: token.to_owned(),
            name: name.to_owned(),
            several,
        }
    }

    /// All servers that carry the token: by the tag that was made of it, or, where Nova knows no
    /// tags in a create, by their names. The metadata says whether it is really the token.
    pub(super) async fn carriers(&self, session: &Session) -> Result<Vec<Server>, Error> {
        let by_tag = list_call::<Server>()
            .only_version(TAGS)
            .query("tags", client_tag(&self.token));
        let mut found = match list_all(session, by_tag).await {
            Err(Error::Microversion { .. }) => {
                let by_name = list_call::<Server>().query("name", self.name_regex());
                list_all(session, by_name).await?
            }
            result => result?,
        };
        found.retain(|server| metadata(server, CLIENT_TOKEN_KEY) == Some(&self.token));
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

/// Tags are given in a create from here on.
pub(super) const TAGS: Version = Version::new(2, 52);

fn metadata<'a>(server: &'a Server, key: &str) -> Option<&'a str> {
    let pair = server.metadata.iter().find(|(own, _)| own == key);
    pair.map(|(_, value)| value.as_str())
}

/// The older one first. Nova's times are whole seconds, so that IDs decide among equals, the same
/// way for everybody who looks.
pub(super) fn age(server: &Server) -> impl Ord {
    (server.created.clone(), server.id.clone())
}

/// Whether it is on its way out, or gone.
pub(super) fn is_gone(server: &Server) -> bool {
    let state = State::of(&server.status, server.task_state.as_deref());
    matches!(state, State::Deleting | State::Terminated)
}

/// Those of a token's servers that have this number, the oldest first.
pub(super) fn numbered(servers: &[Server], index: u32) -> impl Iterator<Item = &Server> {
    let index = index.to_string();
    servers
        .iter()
        .filter(move |server| metadata(server, CLIENT_INDEX_KEY) == Some(&index))
}

/// The one of them that counts: the oldest that is there to stay, or one that is going.
pub(super) fn pick(servers: &[Server], index: u32) -> Option<&Server> {
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
