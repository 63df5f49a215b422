//! A single prompt, and the interface to whatever shows it. Knows neither the form nor a terminal.

use std::fmt;
use std::sync::Arc;

use crate::error::CommandError;

/// A prompt.
#[derive(Clone, Debug)]
pub(super) struct Prompt {
    /// The lines above the prompt.
    pub(super) notes: Vec<Note>,
    pub(super) message: String,
    /// Whether there is no question to go back to.
    pub(super) first: bool,
    pub(super) body: PromptBody,
}

/// A line above a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// Words. They may be wrapped at the terminal's width.
    Words(String),
    /// Text to copy. It is never wrapped.
    Exact(String),
}

/// How a prompt is answered.
#[derive(Clone)]
pub(super) enum PromptBody {
    /// The user types.
    Text {
        /// The text that the answer begins with.
        initial: String,
        /// What an empty line stands for.
        usual: Option<String>,
        check: Check<str>,
    },
    /// The user chooses one item.
    One {
        items: Vec<Item>,
        /// The cursor's first position.
        at: usize,
        /// Whether the user can search.
        search: bool,
    },
    /// The user marks any number of items.
    Many {
        items: Vec<Item>,
        /// The items that are marked at first.
        marked: Vec<usize>,
        /// What it means if nothing is marked.
        nothing: &'static str,
        check: Check<[usize]>,
    },
}

/// Returns what is wrong with an answer.
pub(super) type Check<T> = Arc<dyn Fn(&T) -> Result<(), String> + Send + Sync>;

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The whole line.
    pub(super) text: String,
    /// What is shown once the item is chosen.
    pub(super) short: String,
    /// What the search looks at.
    search: String,
    /// An ID. The search finds it by its beginning.
    id: String,
}

/// The user's reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    Text(String),
    One(usize),
    Many(Vec<usize>),
    /// Back to the question before.
    Back,
    /// Leave the form.
    Cancel,
}

/// Shows prompts to the user.
pub(super) trait Asker {
    async fn ask(&mut self, prompt: Prompt) -> Result<Reply, CommandError>;
}

impl fmt::Debug for PromptBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { initial, usual, .. } => {
                write!(formatter, "Text({initial:?}, {usual:?})")
            }
            Self::One { items, at, .. } => write!(formatter, "One({items:?}, {at})"),
            Self::Many { items, marked, .. } => write!(formatter, "Many({items:?}, {marked:?})"),
        }
    }
}

impl Item {
    /// Returns an item. The search also finds it by the ID, which the line need not show.
    pub(super) fn new(text: &str, short: &str, id: &str) -> Self {
        Self {
            text: text.to_owned(),
            short: short.to_owned(),
            search: text.to_lowercase(),
            id: id.to_lowercase(),
        }
    }

    /// Returns how well the item fits the search, or `None` if it does not. `index` is its place in
    /// the list. Each word must be found. Items that begin with the first word come first.
    /// Otherwise the order stays.
    pub(super) fn rank(&self, searched: &str, index: usize) -> Option<i64> {
        let searched = searched.to_lowercase();
        let mut words = searched.split_whitespace().peekable();
        let begins = words
            .peek()
            .is_some_and(|word| self.search.starts_with(*word));
        // A few hexadecimal digits occur in most IDs.
        let is_id = |word: &str| word.len() >= 4 && self.id.starts_with(word);
        if !words.all(|word| self.search.contains(word) || is_id(word)) {
            return None;
        }
        let index = i64::try_from(index).unwrap_or(i64::MAX);
        Some(if begins { -index } else { i64::MIN / 2 - index })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(searched: &str) -> Vec<&'static str> {
        let names = ["Debian 13", "old-debian", "ubuntu 24.04", "ubuntu 22.04"];
        let mut ranked: Vec<(i64, &str)> = names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| {
                let item = Item::new(name, name, &format!("Abc{index}-{index}00-d22"));
                item.rank(searched, index).map(|rank| (rank, *name))
            })
            .collect();
        ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        ranked.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn every_word_has_to_be_found_and_beginnings_come_first() {
        assert_eq!(found("").len(), 4);
        assert_eq!(found("debian"), ["Debian 13", "old-debian"]);
        assert_eq!(found("old"), ["old-debian"]);
        assert_eq!(found("04 UBUNTU"), ["ubuntu 24.04", "ubuntu 22.04"]);
        assert_eq!(found("24 deb"), [""; 0]);
        assert_eq!(found("ABC3"), ["ubuntu 22.04"]);
        assert_eq!(found("abc"), [""; 0]);
        assert_eq!(found("22"), ["ubuntu 22.04"]);
    }
}
