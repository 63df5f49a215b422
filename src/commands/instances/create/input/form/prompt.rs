//! A single prompt, and whoever puts it to a person. Knows neither the form nor a terminal.

use std::fmt;
use std::sync::Arc;

use crate::error::CommandError;

/// What is asked.
#[derive(Clone, Debug)]
pub(super) struct Prompt {
    /// What is said above it.
    pub(super) notes: Vec<Note>,
    pub(super) message: String,
    /// Whether there is nothing to go back to.
    pub(super) first: bool,
    pub(super) body: Body,
}

/// A line above a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// Words, which may be broken where the terminal ends.
    Words(String),
    /// To be copied as it is.
    Exact(String),
}

/// How it is answered.
#[derive(Clone)]
pub(super) enum Body {
    /// By typing.
    Text {
        /// What stands there at first.
        initial: String,
        /// What an empty line stands for.
        usual: Option<String>,
        check: Check<str>,
    },
    /// By choosing one.
    One {
        items: Vec<Item>,
        /// Where the cursor is at first.
        at: usize,
        /// Whether it can be searched.
        search: bool,
    },
    /// By marking any number.
    Many {
        items: Vec<Item>,
        /// What is marked at first.
        marked: Vec<usize>,
        /// What it means that nothing is marked.
        nothing: &'static str,
        check: Check<[usize]>,
    },
}

/// Says what is wrong with an answer.
pub(super) type Check<T> = Arc<dyn Fn(&T) -> Result<(), String> + Send + Sync>;

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The whole line.
    pub(super) text: String,
    /// What is shown of it once it is chosen.
    pub(super) short: String,
    /// What is searched.
    search: String,
    /// An ID, which is found by its beginning.
    id: String,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    Text(String),
    One(usize),
    Many(Vec<usize>),
    /// To the question before.
    Back,
    /// Away from it all.
    Cancel,
}

/// Puts prompts to a person.
pub(super) trait Asker {
    async fn ask(&mut self, prompt: Prompt) -> Result<Reply, CommandError>;
}

impl fmt::Debug for Body {
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
    /// A line; the ID, which it need not show, is found by searching as well.
    pub(super) fn new(text: &str, short: &str, id: &str) -> Self {
        Self {
            text: text.to_owned(),
            short: short.to_owned(),
            search: text.to_lowercase(),
            id: id.to_lowercase(),
        }
    }

    /// How well it fits what is searched for, the `index`th of a list; nothing, where it does not.
    /// Each word has to be found; what begins with the first of them comes first, and otherwise
    /// the order stays.
    pub(super) fn rank(&self, searched: &str, index: usize) -> Option<i64> {
        let searched = searched.to_lowercase();
        let mut words = searched.split_whitespace().peekable();
        let begins = words
            .peek()
            .is_some_and(|word| self.search.starts_with(*word));
        // A few letters of hexadecimal would be found everywhere.
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
