//! A script in the place of a person, and lists from nowhere.

use std::collections::{BTreeMap, VecDeque};

use super::super::choice::{Candidate, ListKind, Listed, Size};
use super::super::lists::ListSource;
use super::super::prompt::{Asker, Note, Prompt, PromptBody, Reply};
use crate::error::CommandError;

/// What a script does at a prompt.
#[derive(Clone, Copy, Debug)]
pub(super) enum Do {
    /// Types this; nothing takes what is usual.
    Type(&'static str),
    /// Types this, which is refused with these words, and goes back.
    Refused(&'static str, &'static str),
    /// Chooses the line that begins with this.
    Pick(&'static str),
    /// Chooses the line at which the cursor is.
    Enter,
    /// Marks the lines that begin with these, and no others.
    Mark(&'static [&'static str]),
    /// Goes on with what is marked already.
    Keep,
    /// Marks these, which is refused with these words, and goes back.
    Unmarkable(&'static [&'static str], &'static str),
    Back,
    Cancel,
}

/// Answers prompts, whose messages it holds against what it expects.
pub(super) struct Script {
    pub(super) steps: VecDeque<(&'static str, Do)>,
    /// All that was shown.
    pub(super) shown: String,
}

impl Script {
    pub(super) fn new(steps: &[(&'static str, Do)]) -> Self {
        Self {
            steps: steps.iter().copied().collect(),
            shown: String::new(),
        }
    }
}

fn place(body: &PromptBody, begins: &str) -> usize {
    let (PromptBody::One { items, .. } | PromptBody::Many { items, .. }) = body else {
        panic!("{begins}: there is no list in {body:?}");
    };
    let found = items.iter().position(|item| item.text.starts_with(begins));
    found.unwrap_or_else(|| panic!("{begins}: it is not among {items:?}"))
}

fn places(body: &PromptBody, all: &[&str]) -> Vec<usize> {
    all.iter().map(|begins| place(body, begins)).collect()
}

impl Asker for Script {
    async fn ask(&mut self, prompt: Prompt) -> Result<Reply, CommandError> {
        for note in &prompt.notes {
            let (Note::Words(text) | Note::Exact(text)) = note;
            self.shown.push_str(text);
            self.shown.push('\n');
        }
        if let PromptBody::One { items, .. } | PromptBody::Many { items, .. } = &prompt.body {
            for item in items {
                self.shown.push_str(&item.text);
                self.shown.push('\n');
            }
        }
        let (message, step) = self.steps.pop_front().expect(&prompt.message);
        assert!(
            prompt.message.starts_with(message),
            "expected '{message}': {prompt:?}"
        );
        let body = &prompt.body;
        Ok(match (step, body) {
            (Do::Type(text), PromptBody::Text { usual, check, .. }) => {
                let text = match usual {
                    Some(usual) if text.is_empty() => usual,
                    _ => text,
                };
                check(text).unwrap();
                Reply::Text(text.to_owned())
            }
            (Do::Refused(text, words), PromptBody::Text { check, .. }) => {
                let why = check(text).unwrap_err();
                assert!(why.contains(words), "{why}");
                Reply::Back
            }
            (Do::Pick(begins), PromptBody::One { .. }) => Reply::One(place(body, begins)),
            (Do::Enter, PromptBody::One { at, .. }) => Reply::One(*at),
            (Do::Mark(all), PromptBody::Many { check, .. }) => {
                let marked = places(body, all);
                check(&marked).unwrap();
                Reply::Many(marked)
            }
            (Do::Keep, PromptBody::Many { marked, check, .. }) => {
                check(marked).unwrap();
                Reply::Many(marked.clone())
            }
            (Do::Unmarkable(all, words), PromptBody::Many { check, .. }) => {
                let why = check(&places(body, all)).unwrap_err();
                assert!(why.contains(words), "{why}");
                Reply::Back
            }
            (Do::Back, _) => Reply::Back,
            (Do::Cancel, _) => Reply::Cancel,
            (step, body) => panic!("{step:?} does not go with {body:?}"),
        })
    }
}

pub(super) type Answered = Result<Listed, String>;

/// Lists, of which each is given again and again once its last is reached.
pub(super) struct Shelf(BTreeMap<ListKind, VecDeque<Answered>>);

impl ListSource for Shelf {
    async fn list(&mut self, kind: ListKind) -> Answered {
        let lists = self.0.get_mut(&kind).unwrap();
        let last = lists.len() == 1;
        let next = if last {
            lists.front().cloned()
        } else {
            lists.pop_front()
        };
        next.unwrap()
    }
}

impl Shelf {
    /// A cloud with a little of everything.
    pub(super) fn new() -> Self {
        let sized = |name: &str, memory, disk| Candidate {
            size: Size {
                memory_mib: Some(memory),
                disk_gib: Some(disk),
            },
            ..named(name)
        };
        let all = [
            (
                ListKind::Images,
                vec![
                    sized("cirros", 0, 0),
                    sized("debian-13", 512, 5),
                    sized("win", 2048, 40),
                ],
            ),
            (
                ListKind::Flavors,
                vec![
                    sized("m1.nano", 64, 1),
                    sized("m1.none", 512, 0),
                    sized("m1.big", 4096, 80),
                ],
            ),
            (ListKind::KeyPairs, vec![named("me")]),
            (ListKind::Networks, vec![named("private"), named("storage")]),
            (ListKind::Groups, vec![named("default"), named("web")]),
        ];
        let mut shelf = Self(BTreeMap::new());
        for (kind, candidates) in all {
            shelf = shelf.with(kind, vec![Ok(Listed::new(kind, candidates))]);
        }
        shelf
    }

    pub(super) fn with(mut self, kind: ListKind, lists: Vec<Answered>) -> Self {
        self.0.insert(kind, lists.into());
        self
    }

    pub(super) fn without(self, kind: ListKind, why: &str) -> Self {
        self.with(kind, vec![Err(why.to_owned())])
    }

    pub(super) fn empty(self, kind: ListKind) -> Self {
        self.with(kind, vec![Ok(Listed::default())])
    }
}

pub(super) fn named(name: &str) -> Candidate {
    Candidate {
        id: format!("id-{name}"),
        name: name.to_owned(),
        usable: true,
        ..Candidate::default()
    }
}
