//! The menu of a question: what it offers besides its list, and what is chosen already. Pure.

use super::choice::{Choice, ListKind};
use super::model::{Entry, Form, KeyPair, Networks, Question};

impl Form {
    pub(super) fn choices(&self, kind: ListKind) -> &[Choice] {
        self.list(kind).map_or(&[], |listed| &listed.choices)
    }

    /// Returns the menu of a question. It is empty if the answer is typed.
    pub(super) fn entries(&self, question: Question) -> Vec<Entry> {
        let Some(kind) = question.kind() else {
            return Vec::new();
        };
        let listed = self.list(kind).is_ok();
        let mut entries = Vec::new();
        match question {
            Question::KeyPair => {
                // A dry run creates no key pair.
                if !self.given.dry_run {
                    entries.push(Entry::New);
                }
                entries.push(Entry::None);
            }
            Question::Networks => entries.extend([Entry::Auto, Entry::None]),
            Question::Groups if !listed => entries.push(Entry::None),
            _ => {}
        }
        let choices = self.choices(kind);
        let there = (0..choices.len()).filter(|at| self.fits(question, &choices[*at]));
        entries.extend(there.map(Entry::Choice));
        let nothing = !entries
            .iter()
            .any(|entry| matches!(entry, Entry::Choice(_)));
        if question == Question::Image || (nothing && question != Question::KeyPair) || !listed {
            entries.push(Entry::Type);
        }
        if !listed || (nothing && matches!(question, Question::Image | Question::Flavor)) {
            entries.push(Entry::Retry);
        }
        entries
    }

    /// Returns whether the user may mark several lines of a question's menu.
    pub(super) fn is_many(&self, question: Question) -> bool {
        matches!(question, Question::Networks | Question::Groups)
            && question
                .kind()
                .is_some_and(|kind| !self.choices(kind).is_empty())
    }

    /// Returns whether a choice fits the answers before it.
    fn fits(&self, question: Question, choice: &Choice) -> bool {
        question != Question::Flavor || !self.lacks_memory(choice)
    }

    /// Returns whether the image needs more memory than a flavor has. Nova refuses that.
    pub(super) fn lacks_memory(&self, flavor: &Choice) -> bool {
        let needed = self
            .answers
            .image
            .as_ref()
            .and_then(|one| one.size.memory_mib);
        matches!((flavor.size.memory_mib, needed), (Some(has), Some(needs)) if has < needs)
    }

    /// Returns the lines of the menu that stand for the present answer.
    pub(super) fn chosen(&self, question: Question, entries: &[Entry]) -> Vec<usize> {
        let kind = question.kind();
        let is = |entry: &Entry, answer: &Choice| match (entry, kind) {
            (Entry::Choice(at), Some(kind)) => self.choices(kind)[*at].is(answer),
            _ => false,
        };
        let any = |answers: &[Choice]| -> Vec<usize> {
            let of = |answer| entries.iter().position(|entry| is(entry, answer));
            answers.iter().filter_map(of).collect()
        };
        let only = |wanted: Entry| -> Vec<usize> {
            entries
                .iter()
                .position(|entry| *entry == wanted)
                .into_iter()
                .collect()
        };
        // An answer that is not in the list was typed.
        let or_typed = |found: Vec<usize>| {
            if found.is_empty() {
                only(Entry::Type)
            } else {
                found
            }
        };
        let answers = &self.answers;
        match question {
            Question::Image => answers
                .image
                .as_ref()
                .map_or_else(Vec::new, |one| or_typed(any(std::slice::from_ref(one)))),
            Question::Flavor => answers
                .flavor
                .as_ref()
                .map_or_else(Vec::new, |one| or_typed(any(std::slice::from_ref(one)))),
            Question::KeyPair => match &answers.key_pair {
                Some(KeyPair::Existing(one)) => or_typed(any(std::slice::from_ref(one))),
                Some(KeyPair::New(_)) => only(Entry::New),
                Some(KeyPair::None) => only(Entry::None),
                // The user's own key pair is likelier to be meant than none.
                None => entries
                    .iter()
                    .position(|entry| matches!(entry, Entry::Choice(_)))
                    .into_iter()
                    .collect(),
            },
            Question::Networks => match &answers.networks {
                Some(Networks::Auto) => only(Entry::Auto),
                Some(Networks::None) => only(Entry::None),
                Some(Networks::These(all)) => or_typed(any(all)),
                // A single network is likely to be meant.
                None => match self.choices(ListKind::Networks) {
                    [_] => only(Entry::Choice(0)),
                    _ => Vec::new(),
                },
            },
            Question::Groups => match &answers.groups {
                Some(all) if all.is_empty() => only(Entry::None),
                Some(all) => or_typed(any(all)),
                None => Vec::new(),
            },
            Question::Name | Question::NewKeyPair | Question::RootVolume | Question::Count => {
                Vec::new()
            }
        }
    }
}
