//! Fetches a list page by page, to its end.

use std::collections::HashSet;
use std::marker::PhantomData;

use reqwest::Url;

use super::error::Error;
use super::pages::{LEAST_FULL_PAGE, Pages};
use super::request::{Answer, Call};
use super::resource::{List, OFFSET, PagedBy, Resource};
use super::session::Session;

/// How many items before a deleted marker are tried as the marker instead.
const STEPS_BACK: usize = 20;

/// The smallest page of a list without links: one item that has come already, and a new one.
const LEAST_LIMIT: u32 = 2;

/// Fetches a list's pages one after the other.
///
/// Each request goes to the endpoint in the catalog, with the parameters of the service's link. The
/// link's own host is often an internal one, and no other host may get the token. A list without
/// links is continued by its offset ([`PagedBy::Offset`]).
pub struct Pager<'a, T> {
    session: &'a Session,
    call: Call,
    state: State,
    /// Every ID so far. A list that changes meanwhile may hold an ID twice.
    seen: HashSet<String>,
    /// The last page's IDs, newest last.
    last: Vec<String>,
    pages: Pages,
    /// The position in a list that is paged by offset.
    place: Place,
    items: PhantomData<fn() -> T>,
}

/// The position in a list without links. Each further page begins with the last item of the page
/// before. If it begins with another item, items were deleted meanwhile, and the list goes back.
struct Place {
    /// The offset at which the list begins.
    start: usize,
    /// The offset of the page.
    offset: usize,
    /// The length of the longest page so far.
    longest: usize,
    /// A page with this many items may have another page after it.
    full_page: usize,
}

impl Place {
    /// Goes to the page after a page with this many items.
    fn advance(&mut self, items: usize) {
        self.offset = self.offset.saturating_add(items.saturating_sub(1));
    }

    /// Goes back by a page.
    fn go_back(&mut self) {
        let step = self.longest.max(2) - 1;
        self.offset = self.offset.saturating_sub(step).max(self.start);
    }
}

#[derive(PartialEq)]
enum State {
    /// The first page is still to be fetched.
    Start,
    /// A further page, at a marker or offset.
    Further,
    /// There are no more pages.
    End,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page<T> {
    /// Its items, without those of earlier pages.
    pub items: Vec<T>,
    /// The response itself.
    pub answer: Answer,
    /// Whether another page follows.
    pub more: bool,
}

impl<'a, T: Resource> Pager<'a, T> {
    /// Returns a pager for the list of `call`, with `limit` items per page, or as many as the
    /// service chooses. The list begins at the call's parameter `marker` or `offset`.
    pub fn new(session: &'a Session, call: Call, limit: Option<u32>) -> Self {
        let mut limit = limit.or(T::PAGE_SIZE);
        if T::PAGED_BY == PagedBy::Offset {
            limit = limit.map(|limit| limit.max(LEAST_LIMIT));
        }
        let full_page = limit
            .and_then(|limit| usize::try_from(limit).ok())
            .map_or(LEAST_FULL_PAGE, |limit| limit.min(LEAST_FULL_PAGE));
        let start = call
            .query
            .iter()
            .find(|(name, _)| name == OFFSET)
            .and_then(|(_, offset)| offset.parse().ok())
            .unwrap_or_default();
        let call = match limit {
            Some(limit) => call.query("limit", limit.to_string()),
            None => call,
        };
        Self {
            session,
            call,
            state: State::Start,
            seen: HashSet::new(),
            last: Vec::new(),
            pages: Pages::default(),
            place: Place {
                start,
                offset: start,
                longest: 0,
                full_page,
            },
            items: PhantomData,
        }
    }

    /// Returns the next page, or `None` after the last one.
    pub async fn next(&mut self) -> Result<Option<Page<T>>, Error> {
        if self.state == State::End {
            return Ok(None);
        }
        let (answer, list) = self.fetch_list().await?;
        let before = list.items.len();
        let items: Vec<T> = list
            .items
            .into_iter()
            .filter(|item| self.seen.insert(item.id().to_owned()))
            .collect();
        let next = match list.next.and_then(|link| parameters(&link)) {
            // An empty page is the end, wherever its link leads.
            Some(query) if query == self.call.query && before == 0 => None,
            Some(query) if query == self.call.query => {
                self.state = State::End;
                return Err(answer.endless(self.pages.leads_back()));
            }
            None if T::PAGED_BY == PagedBy::Offset && before >= self.place.full_page => {
                self.place.advance(before);
                Some(self.at_offset())
            }
            next => next,
        };
        let more = next.is_some();
        if let Err(endless) = self.pages.add(items.len(), more) {
            self.state = State::End;
            return Err(answer.endless(endless));
        }
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

    /// Returns the parameters of the page at the current offset.
    fn at_offset(&self) -> Vec<(String, String)> {
        let mut query = self.call.query.clone();
        query.retain(|(name, _)| name != OFFSET);
        query.push((OFFSET.to_owned(), self.place.offset.to_string()));
        query
    }

    /// Fetches and decodes a page. A further page of a list without links must begin with an item
    /// that has come already. Otherwise an item between the two pages may be missing.
    async fn fetch_list(&mut self) -> Result<(Answer, List<T>), Error> {
        loop {
            let answer = self.fetch().await?;
            let list: List<T> = answer.decode()?;
            self.place.longest = self.place.longest.max(list.items.len());
            let mut first = list.items.iter().take(1);
            let joins = first.any(|item| self.seen.contains(item.id()));
            if T::PAGED_BY == PagedBy::Marker
                || self.state == State::Start
                || joins
                || self.place.offset == self.place.start
            {
                return Ok((answer, list));
            }
            self.place.go_back();
            self.call.query = self.at_offset();
        }
    }

    /// Fetches a page. If its marker was deleted meanwhile, an earlier item becomes the marker. So
    /// the list goes on while other callers delete.
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

/// Returns the parameters of a link, which may be absolute, or relative to the host (Glance).
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
