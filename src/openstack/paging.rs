//! A list, page by page, to its end.

use std::collections::HashSet;
use std::marker::PhantomData;

use reqwest::Url;

use super::error::Error;
use super::request::{Answer, Call};
use super::resource::{List, Resource};
use super::session::Session;

/// How many items back a list is taken up again when its marker is gone.
const STEPS_BACK: usize = 20;

/// Fetches a list's pages one after the other.
///
/// A next page is asked for at the endpoint that the catalog names, with the parameters of the
/// link that the service gave: its host is often an inner one, and the token goes nowhere else.
pub struct Pager<'a, T> {
    session: &'a Session,
    call: Call,
    state: State,
    /// Every ID so far: a list that changes under way may bring one twice.
    seen: HashSet<String>,
    /// The last page's IDs, newest last.
    last: Vec<String>,
    items: PhantomData<fn() -> T>,
}

#[derive(PartialEq)]
enum State {
    /// The first page is still to be fetched.
    Start,
    /// A further page, at a marker that the service gave.
    Further,
    /// Nothing more.
    End,
}

/// One page.
#[derive(Debug)]
pub struct Page<T> {
    /// What is on it, without what an earlier page had already.
    pub items: Vec<T>,
    /// The answer itself.
    pub answer: Answer,
    /// Whether the service says that more follows.
    pub more: bool,
}

impl<'a, T: Resource> Pager<'a, T> {
    /// A list by `call`, `limit` items to a page (the service's own size, if there is none).
    pub fn new(session: &'a Session, call: Call, limit: Option<u32>) -> Self {
        let call = match limit.or(T::PAGE_SIZE) {
            Some(limit) => call.query("limit", limit.to_string()),
            None => call,
        };
        Self {
            session,
            call,
            state: State::Start,
            seen: HashSet::new(),
            last: Vec::new(),
            items: PhantomData,
        }
    }

    /// The next page; `None` after the last one.
    pub async fn next(&mut self) -> Result<Option<Page<T>>, Error> {
        if self.state == State::End {
            return Ok(None);
        }
        let answer = self.fetch().await?;
        let list: List<T> = answer.decode()?;
        let before = list.items.len();
        let items: Vec<T> = list
            .items
            .into_iter()
            .filter(|item| self.seen.insert(item.id().to_owned()))
            .collect();
        let stuck = before > 0 && items.is_empty();
        let next = list
            .next
            .and_then(|link| parameters(&link))
            .filter(|query| *query != self.call.query && !stuck);
        let more = next.is_some();
        match next {
            Some(query) => {
                self.call.query = query;
                self.state = State::Further;
            }
            None => self.state = State::End,
        }
        if !items.is_empty() {
            self.last = items.iter().map(|item| item.id().to_owned()).collect();
        }
        Ok(Some(Page {
            items,
            answer,
            more,
        }))
    }

    /// Fetches a page. If the item that marks its start has vanished since, the one before it
    /// does, so that a list goes on while others delete.
    async fn fetch(&mut self) -> Result<Answer, Error> {
        let mut back = self.last.iter().rev().skip(1).take(STEPS_BACK);
        loop {
            let gone = match self.session.send(&self.call).await {
                Err(Error::Fault(fault))
                    if self.state == State::Further && matches!(fault.status, 400 | 404) =>
                {
                    fault
                }
                result => return result,
            };
            let marker = self
                .call
                .query
                .iter_mut()
                .find(|(name, _)| name == "marker");
            match (marker, back.next()) {
                (Some((_, value)), Some(earlier)) => value.clone_from(earlier),
                _ => return Err(gone.into()),
            }
        }
    }
}

/// The parameters of a link, which may be absolute, or relative to the host (Glance).
fn parameters(link: &str) -> Option<Vec<(String, String)>> {
    let base = Url::parse("http://relative.invalid/").ok()?;
    let url = base.join(link).ok()?;
    let query: Vec<(String, String)> = url
        .query_pairs()
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    (!query.is_empty()).then_some(query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_gives_its_parameters_and_nothing_else() {
        let expected = Some(vec![
            ("limit".to_owned(), "2".to_owned()),
            ("marker".to_owned(), "a b".to_owned()),
        ]);
        for link in [
            "http://inner.example:8774/v2.1/servers/detail?limit=2&marker=a+b",
            "/v2/images?limit=2&marker=a%20b",
            "?limit=2&marker=a%20b",
        ] {
            assert_eq!(parameters(link), expected, "{link}");
        }
        assert_eq!(parameters("/v2/images"), None);
    }
}
