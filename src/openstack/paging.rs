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

/// Pages of one list.
pub(super) const MOST_PAGES: u32 = 10_000;

/// A shorter page of a list without links is its last one. Services' own limit is 1,000, unless an
/// operator has set another one.
pub const LEAST_FULL_PAGE: usize = 100;

/// Notices a list that never ends.
///
/// A page without a new item says so, if more is to follow after it. One such page is followed all
/// the same: what a list repeats when its items have moved may fill a page, and services link to
/// a page after a full one without knowing whether there is anything on it.
#[derive(Debug, Default)]
pub struct Pages {
    count: u32,
    without_news: u32,
}

impl Pages {
    /// Takes note of a page with so many new items. `more` says whether another one follows.
    pub fn add(&mut self, new_items: usize, more: bool) -> Result<(), Endless> {
        self.count = self.count.saturating_add(1);
        self.without_news = if new_items == 0 {
            self.without_news.saturating_add(1)
        } else {
            0
        };
        if more && (self.without_news > 1 || self.count >= MOST_PAGES) {
            return Err(Endless { pages: self.count });
        }
        Ok(())
    }

    /// What the next page is, if it leads back to itself.
    pub fn leads_back(&self) -> Endless {
        Endless {
            pages: self.count.saturating_add(1),
        }
    }
}

/// A list that never ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endless {
    /// How many pages were fetched.
    pub pages: u32,
}

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
    pages: Pages,
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
            pages: Pages::default(),
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
        let next = match list.next.and_then(|link| parameters(&link)) {
            // An empty page is the end, wherever its link leads.
            Some(query) if query == self.call.query && before == 0 => None,
            Some(query) if query == self.call.query => {
                self.state = State::End;
                return Err(answer.endless(self.pages.leads_back()));
            }
            None if T::PAGED_BY_OFFSET && before >= LEAST_FULL_PAGE => Some(self.further()),
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

    /// The parameters of the page after all items that have come, where the service gives no link.
    fn further(&self) -> Vec<(String, String)> {
        let mut query = self.call.query.clone();
        query.retain(|(name, _)| name != "offset");
        query.push(("offset".to_owned(), self.seen.len().to_string()));
        query
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
    fn a_list_that_never_ends_is_noticed() {
        // Each page: how many new items, and whether another one follows. Then the page at which
        // the list is given up.
        type Case<'a> = (&'a [(usize, bool)], Option<u32>);
        let table: [Case<'_>; 9] = [
            (&[(0, false)], None),
            (&[(2, true), (2, true), (1, false)], None),
            // Nova: a full page links to one that is empty.
            (&[(2, true), (0, false)], None),
            // What moved is on the last page once more.
            (&[(2, true), (0, true), (1, false)], None),
            (
                &[(2, true), (0, true), (1, true), (0, true), (0, false)],
                None,
            ),
            (&[(0, true), (0, false)], None),
            (&[(2, true), (0, true), (0, true)], Some(3)),
            (&[(0, true), (0, true)], Some(2)),
            (
                &[(2, true), (0, true), (2, true), (0, true), (0, true)],
                Some(5),
            ),
        ];
        for (pages, given_up) in table {
            let mut noticed = Pages::default();
            let outcome = pages
                .iter()
                .try_for_each(|(new_items, more)| noticed.add(*new_items, *more));
            let expected = given_up.map_or(Ok(()), |pages| Err(Endless { pages }));
            assert_eq!(outcome, expected, "{pages:?}");
        }
    }

    #[test]
    fn a_list_has_ten_thousand_pages_at_most() {
        let mut pages = Pages::default();
        for _ in 1..MOST_PAGES {
            pages.add(1, true).unwrap();
        }
        assert!(pages.add(1, false).is_ok());
        assert_eq!(pages.add(1, true), Err(Endless { pages: 10_001 }));
        let mut pages = Pages {
            count: MOST_PAGES - 1,
            without_news: 0,
        };
        assert_eq!(pages.add(1, true), Err(Endless { pages: 10_000 }));
    }

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
