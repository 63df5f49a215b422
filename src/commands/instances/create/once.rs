//! Exactly once: the client token goes to Nova with the request, so that a create whose answer was
//! lost finds its server instead of making a second one.

use std::time::Duration;

use crate::openstack::{Error, NameRegex, Pager, Server, Session, list_call};
use crate::records::{CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY};

/// How often, and how long apart, an answer that was lost is looked for: Nova writes a server down
/// before it answers, but what was cut off in the middle may still be at it.
const TRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(700);

/// The server that was made with this token and number, if there is one.
pub(super) async fn look_up(
    session: &Session,
    name: &str,
    token: &str,
    index: u32,
) -> Result<Option<Server>, Error> {
    let call = list_call::<Server>().query("name", NameRegex::exactly(name));
    let mut pager = Pager::<Server>::new(session, call, None);
    while let Some(page) = pager.next().await? {
        let found = page
            .items
            .into_iter()
            .find(|server| is_ours(server, token, index));
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The same, for somebody who has just lost an answer.
pub(super) async fn recover(
    session: &Session,
    name: &str,
    token: &str,
    index: u32,
) -> Result<Option<Server>, Error> {
    let mut last = Ok(None);
    for attempt in 0..TRIES {
        if attempt > 0 {
            tokio::time::sleep(PAUSE).await;
        }
        last = look_up(session, name, token, index).await;
        if let Ok(Some(_)) = last {
            return last;
        }
    }
    last
}

fn is_ours(server: &Server, token: &str, index: u32) -> bool {
    let has = |key: &str, value: &str| {
        server
            .metadata
            .iter()
            .any(|(own, own_value)| own == key && own_value == value)
    };
    has(CLIENT_TOKEN_KEY, token) && has(CLIENT_INDEX_KEY, &index.to_string())
}
