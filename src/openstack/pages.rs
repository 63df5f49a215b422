//! Notices lists that never end. Pure.

/// The most pages of one list.
pub(super) const MOST_PAGES: u32 = 10_000;

/// A shorter page of a list without links is its last one, unless fewer items were asked for. The
/// services' own limit is 1,000, and operators may lower it.
pub const LEAST_FULL_PAGE: usize = 100;

/// Notices a list that never ends.
///
/// A page without a new item that says that more follows is a sign of it. One such page is
/// accepted: items that move may fill a page a second time, and services link to a page after a full
/// one without knowing whether it is empty.
#[derive(Debug, Default)]
pub struct Pages {
    count: u32,
    without_news: u32,
}

impl Pages {
    /// Counts a page with so many new items. `more` says whether another page follows.
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
    /// How many pages were fetched.
    pub pages: u32,
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
}
