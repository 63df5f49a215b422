//! Detects lists that never end. Pure.

/// The most pages of one list.
pub(super) const MOST_PAGES: u32 = 10_000;

/// The length from which a page of a list without links may be full. A shorter page is the last
/// one, unless the request limited the page to fewer items. The services' own limit is 1,000, and
/// operators may lower it.
pub const LEAST_FULL_PAGE: usize = 100;

/// Detects a list that never ends.
///
/// A sign of it is a page without a new item that says that more follows. One such page is
/// accepted. Items that move may fill a page a second time. After a full page, services link to the
/// next one without knowing whether it is empty.
#[derive(Debug, Default)]
pub struct Pages {
    count: u32,
    without_news: u32,
}

impl Pages {
    /// Counts a page with this many new items. `more` says whether another page follows.
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

    /// Returns the error for a next page that leads back to itself.
    pub fn leads_back(&self) -> Endless {
        Endless {
            pages: self.count.saturating_add(1),
        }
    }
}

/// A list that never ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endless {
    /// The number of pages that were fetched.
    pub pages: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_never_ends_is_noticed() {
        // For each page: the number of new items, and whether another page follows. Then the page
        // at which the list is given up.
        type Case<'a> = (&'a [(usize, bool)], Option<u32>);
        let table: [Case<'_>; 9] = [
            (&[(0, false)], None),
            (&[(2, true), (2, true), (1, false)], None),
            // Nova: a full page links to an empty one.
            (&[(2, true), (0, false)], None),
            // Items that moved appear on the last page again.
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
}
