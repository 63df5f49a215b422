//! AWS's paging options: how much of a list is fetched, and where the next call continues.

use bytes::Bytes;
use clap::Args;

use crate::error::CommandError;
use crate::openstack::{Call, PagedBy, Resource};

/// Paging options, the same for every list.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Paging")]
pub struct PagingArgs {
    /// Ask the service for this many items a page; fewer make more requests, not fewer results
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), allow_negative_numbers = true)]
    pub page_size: Option<u32>,
    /// Show this many items at most; `NextToken` in the answer tells where to go on
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), allow_negative_numbers = true)]
    pub max_items: Option<u32>,
    /// Go on where an earlier answer's `NextToken` says
    #[arg(long, value_name = "TOKEN")]
    pub starting_token: Option<String>,
    /// Fetch the first page alone
    #[arg(long)]
    pub no_paginate: bool,
}

/// The services' limit for items per page, whatever the request says.
const LARGEST_PAGE: u32 = 1_000;

impl PagingArgs {
    /// Returns the page size to request: the user's, or `--max-items` if nothing is filtered here.
    pub fn limit(&self, configured: Option<u32>, filtered_here: bool) -> Option<u32> {
        self.page_size.or(configured).or_else(|| {
            self.max_items
                .filter(|max| !filtered_here && *max < LARGEST_PAGE)
        })
    }

    /// Makes the call start at the user's token, with a microversion that supports it.
    pub fn apply<T: Resource>(
        &self,
        mut call: Call,
        limit: Option<u32>,
    ) -> Result<Call, CommandError> {
        if let Some(token) = &self.starting_token {
            if T::PAGED_BY == PagedBy::Offset && token.parse::<u32>().is_err() {
                return Err(CommandError::usage(format!(
                    "--starting-token '{token}' is not a token of this list"
                ))
                .hint("an earlier answer's NextToken is the number of items so far"));
            }
            call = call.query(T::PAGED_BY.parameter(), token.as_str());
        }
        Ok(match T::PAGING_VERSION {
            Some(version) if self.starting_token.is_some() || limit.is_some() => {
                call.only_version(version)
            }
            _ => call,
        })
    }

    /// Returns how many items come before the first page here. Only lists that are paged by offset
    /// count their items.
    fn first_offset(&self) -> usize {
        let token = self.starting_token.as_deref();
        token.and_then(|token| token.parse().ok()).unwrap_or(0)
    }
}

/// Collects items page by page until there are enough.
#[derive(Debug)]
pub struct Collector<T> {
    /// The items to show.
    pub items: Vec<T>,
    /// The token with which the next call continues.
    pub next_token: Option<String>,
    /// The services' own responses, for `--raw`.
    pub bodies: Vec<Bytes>,
    max: Option<usize>,
    first_page_only: bool,
    /// How many items of the list came before. Only for lists that are paged by offset.
    offset: usize,
}

impl<T> Collector<T> {
    /// Returns a collector with the limits of these options.
    pub fn new(args: &PagingArgs) -> Self {
        Self {
            items: Vec::new(),
            next_token: None,
            bodies: Vec::new(),
            max: args.max_items.map(|max| max as usize),
            first_page_only: args.no_paginate,
            offset: args.first_offset(),
        }
    }

    /// Adds the items of a page that `keep` accepts. Returns whether the next page is needed.
    pub fn add_page(&mut self, items: Vec<T>, keep: impl Fn(&T) -> bool, more: bool) -> bool
    where
        T: Resource,
    {
        let start = self.offset;
        self.offset += items.len();
        let token = |index: usize, item: &T| match T::PAGED_BY {
            PagedBy::Marker => item.id().to_owned(),
            PagedBy::Offset => (start + index + 1).to_string(),
        };
        let last = items.len().checked_sub(1);
        let last = last.map(|index| token(index, &items[index]));
        let items = items
            .into_iter()
            .enumerate()
            .filter(|(_, item)| keep(item))
            .map(|(index, item)| (token(index, &item), item));
        self.add(items, last, more)
    }

    /// Adds a page's items with the tokens that continue after them. Returns whether the next page
    /// is needed. `last` is the token of the page's last item, even if that item is not shown.
    pub fn add(
        &mut self,
        items: impl IntoIterator<Item = (String, T)>,
        last: Option<String>,
        more: bool,
    ) -> bool {
        let mut marker = None;
        for (id, item) in items {
            if self.max.is_some_and(|max| self.items.len() >= max) {
                self.next_token = marker;
                return false;
            }
            self.items.push(item);
            marker = Some(id);
        }
        let full = self.max.is_some_and(|max| self.items.len() >= max);
        if full || self.first_page_only {
            self.next_token = last.filter(|_| more);
            return false;
        }
        more
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(ids: &[&str]) -> Vec<(String, String)> {
        ids.iter()
            .map(|id| ((*id).to_owned(), id.to_uppercase()))
            .collect()
    }

    fn collector(max_items: Option<u32>, no_paginate: bool) -> Collector<String> {
        Collector::new(&PagingArgs {
            max_items,
            no_paginate,
            ..PagingArgs::default()
        })
    }

    fn last(id: &str) -> String {
        id.to_owned()
    }

    #[test]
    fn everything_is_taken_without_a_bound() {
        let mut all = collector(None, false);
        assert!(all.add(page(&["a", "b"]), Some(last("b")), true));
        assert!(!all.add(page(&["c"]), Some(last("c")), false));
        assert_eq!(all.items, ["A", "B", "C"]);
        assert_eq!(all.next_token, None);
    }

    #[test]
    fn a_bound_inside_a_page_goes_on_behind_its_last_item() {
        let mut three = collector(Some(3), false);
        assert!(three.add(page(&["a", "b"]), Some(last("b")), true));
        assert!(!three.add(page(&["c", "d"]), Some(last("d")), false));
        assert_eq!(three.items, ["A", "B", "C"]);
        assert_eq!(three.next_token.as_deref(), Some("c"));
    }

    #[test]
    fn a_bound_at_a_pages_end_has_a_token_only_if_more_follows() {
        let mut open = collector(Some(2), false);
        assert!(!open.add(page(&["a", "b"]), Some(last("b")), true));
        assert_eq!(open.next_token.as_deref(), Some("b"));
        let mut closed = collector(Some(2), false);
        assert!(!closed.add(page(&["a", "b"]), Some(last("b")), false));
        assert_eq!(closed.next_token, None);
    }

    #[test]
    fn the_first_page_alone_tells_where_to_go_on_even_if_nothing_on_it_is_shown() {
        let mut first = collector(None, true);
        assert!(!first.add(page(&[]), Some(last("z")), true));
        assert_eq!(first.next_token.as_deref(), Some("z"));
    }

    #[test]
    fn a_bound_makes_pages_small_only_where_nothing_is_filtered_here() {
        let args = PagingArgs {
            max_items: Some(5),
            ..PagingArgs::default()
        };
        assert_eq!(args.limit(None, false), Some(5));
        assert_eq!(args.limit(None, true), None);
        assert_eq!(args.limit(Some(250), false), Some(250));
    }
}
