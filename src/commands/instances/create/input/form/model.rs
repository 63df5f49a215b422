//! The form as a value: the next question, the answers, the way back, and changing an answer from
//! the summary. Pure.

use std::collections::BTreeMap;

use super::super::args::CreateArgs;
use super::choice::{Choice, ListKind, Listed};
use super::prompt::{Check, Reply};

/// One line of a question's menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// An item of the list.
    Choice(usize),
    /// No key pair, no network, or no group besides the default group.
    None,
    /// Nova chooses the networks.
    Auto,
    /// Creates a key pair.
    New,
    /// The user types a name or an ID.
    Type,
    /// Requests the list again.
    Retry,
}

/// The questions, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    Name,
    Image,
    Flavor,
    KeyPair,
    NewKeyPair,
    Networks,
    Groups,
    RootVolume,
    Count,
}

impl Question {
    pub(super) const ALL: [Self; 9] = [
        Self::Name,
        Self::Image,
        Self::Flavor,
        Self::KeyPair,
        Self::NewKeyPair,
        Self::Networks,
        Self::Groups,
        Self::RootVolume,
        Self::Count,
    ];

    /// Returns the list that the answer is chosen from.
    pub(super) fn kind(self) -> Option<ListKind> {
        match self {
            Self::Image => Some(ListKind::Images),
            Self::Flavor => Some(ListKind::Flavors),
            Self::KeyPair => Some(ListKind::KeyPairs),
            Self::Networks => Some(ListKind::Networks),
            Self::Groups => Some(ListKind::Groups),
            Self::Name | Self::NewKeyPair | Self::RootVolume | Self::Count => None,
        }
    }
}

/// The present step of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Ask(Question),
    /// All questions are answered. The user has to confirm.
    Confirm,
    /// The user chooses an answer to change.
    Change,
}

/// The key pair that the instance gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KeyPair {
    None,
    Existing(Choice),
    /// A key pair that is created after the confirmation, with its name once that is known.
    New(Option<String>),
}

/// The networks that the instance is attached to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Networks {
    /// Nova chooses.
    Auto,
    None,
    These(Vec<Choice>),
}

/// What the instance boots from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Root {
    /// The flavor's own disk.
    Disk,
    /// A new volume of this size in GiB.
    Volume(u64),
}

/// The answers so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) name: Option<String>,
    pub(super) image: Option<Choice>,
    pub(super) flavor: Option<Choice>,
    pub(super) key_pair: Option<KeyPair>,
    pub(super) networks: Option<Networks>,
    /// An empty list stands for the project's default group.
    pub(super) groups: Option<Vec<Choice>>,
    pub(super) root_volume: Option<Root>,
    pub(super) count: Option<String>,
}

/// The choices of the last step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    Create,
    Change,
    Cancel,
}

impl Closing {
    pub(super) const ALL: [Self; 3] = [Self::Create, Self::Change, Self::Cancel];
}

/// What a reply has led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormProgress {
    /// There are more questions.
    Open,
    /// The user has confirmed.
    Done,
    /// The user has interrupted the form.
    Cancelled,
    /// The user has declined.
    Declined,
}

/// The form.
pub(super) struct Form {
    /// The flags. What they say is not asked.
    pub(super) given: CreateArgs,
    /// The options that chose the cloud.
    pub(super) cloud_options: Vec<String>,
    /// Checks the name of a new key pair.
    pub(super) check_key_pair: Check<str>,
    pub(super) answers: Answers,
    pub(super) step: Step,
    /// Whether the answer is typed, not chosen.
    pub(super) typing: bool,
    lists: BTreeMap<ListKind, Result<Listed, String>>,
    /// The answers before the user began to change one.
    before: Option<Answers>,
}

impl Form {
    pub(super) fn new(
        given: CreateArgs,
        cloud_options: Vec<String>,
        check_key_pair: Check<str>,
    ) -> Self {
        Self {
            given,
            cloud_options,
            check_key_pair,
            answers: Answers::default(),
            step: Step::Ask(Question::Name),
            typing: false,
            lists: BTreeMap::new(),
            before: None,
        }
    }

    /// Returns the list that the next prompt needs.
    pub(super) fn missing(&self) -> Option<ListKind> {
        match self.step {
            Step::Ask(question) => question
                .kind()
                .filter(|kind| !self.lists.contains_key(kind)),
            Step::Confirm | Step::Change => None,
        }
    }

    /// Takes a list, or why there is none.
    pub(super) fn learn(&mut self, kind: ListKind, list: Result<Listed, String>) {
        self.lists.insert(kind, list);
        if let Step::Ask(question) = self.step
            && !self.asks(question)
        {
            self.go_on(question);
        }
    }

    pub(super) fn list(&self, kind: ListKind) -> Result<&Listed, &str> {
        match self.lists.get(&kind) {
            Some(Ok(listed)) => Ok(listed),
            Some(Err(why)) => Err(why),
            None => Err("it has not been asked for"),
        }
    }

    /// Returns whether the form asks a question.
    pub(super) fn asks(&self, question: Question) -> bool {
        let given = &self.given;
        let boots_otherwise = given.boot_volume.is_some() || given.boot_snapshot.is_some();
        match question {
            Question::Name | Question::Flavor => true,
            Question::Image => !boots_otherwise,
            Question::KeyPair => given.key_name.is_none(),
            Question::NewKeyPair => matches!(self.answers.key_pair, Some(KeyPair::New(_))),
            Question::Networks => given.network.is_empty(),
            Question::Groups => {
                let no_network = self.answers.networks == Some(Networks::None)
                    || given.network.iter().any(|network| network == "none");
                given.security_group.is_empty()
                    && !no_network
                    && !self
                        .list(ListKind::Groups)
                        .is_ok_and(|list| list.choices.is_empty())
            }
            Question::RootVolume => !boots_otherwise && given.root_volume.is_none(),
            Question::Count => given.count.is_none(),
        }
    }

    fn is_answered(&self, question: Question) -> bool {
        let answers = &self.answers;
        match question {
            Question::Name => answers.name.is_some(),
            Question::Image => answers.image.is_some(),
            Question::Flavor => answers.flavor.is_some(),
            Question::KeyPair => answers.key_pair.is_some(),
            Question::NewKeyPair => matches!(answers.key_pair, Some(KeyPair::New(Some(_)))),
            Question::Networks => answers.networks.is_some(),
            Question::Groups => answers.groups.is_some(),
            Question::RootVolume => answers.root_volume.is_some(),
            Question::Count => answers.count.is_some(),
        }
    }

    /// Returns the questions that the form asks.
    pub(super) fn questions(&self) -> Vec<Question> {
        let mut questions = Question::ALL.to_vec();
        questions.retain(|question| self.asks(*question));
        questions
    }

    /// Returns the questions that have a line in the summary.
    pub(super) fn topics(&self) -> Vec<Question> {
        let mut topics = self.questions();
        topics.retain(|question| *question != Question::NewKeyPair);
        topics
    }

    /// Returns whether there is no question to go back to.
    pub(super) fn is_first(&self) -> bool {
        match self.step {
            Step::Ask(question) => {
                !self.typing && self.before.is_none() && self.questions().first() == Some(&question)
            }
            Step::Confirm | Step::Change => false,
        }
    }

    /// Takes the reply to the prompt.
    pub(super) fn take(&mut self, reply: Reply) -> FormProgress {
        match (self.step, reply) {
            (_, Reply::Cancel) => return FormProgress::Cancelled,
            (_, Reply::Back) => self.back(),
            (Step::Ask(question), reply) => self.take_answer(question, reply),
            (Step::Confirm, Reply::One(at)) => match Closing::ALL.get(at) {
                Some(Closing::Create) => return FormProgress::Done,
                Some(Closing::Change) => self.step = Step::Change,
                Some(Closing::Cancel) => return FormProgress::Declined,
                None => {}
            },
            (Step::Change, Reply::One(at)) => {
                if let Some(question) = self.topics().get(at) {
                    self.before = Some(self.answers.clone());
                    self.step = Step::Ask(*question);
                }
            }
            (Step::Confirm | Step::Change, Reply::Text(_) | Reply::Many(_)) => {}
        }
        FormProgress::Open
    }

    fn take_answer(&mut self, question: Question, reply: Reply) {
        match reply {
            Reply::Text(text) => self.take_text(question, &text),
            Reply::One(at) => match self.entries(question).get(at) {
                Some(Entry::Type) => {
                    self.typing = true;
                    return;
                }
                Some(Entry::Retry) => {
                    if let Some(kind) = question.kind() {
                        self.lists.remove(&kind);
                    }
                    return;
                }
                Some(entry) => self.take_entries(question, &[*entry]),
                None => return,
            },
            Reply::Many(at) => {
                let entries = self.entries(question);
                let marked: Vec<Entry> = at
                    .iter()
                    .filter_map(|at| entries.get(*at).copied())
                    .collect();
                self.take_entries(question, &marked);
            }
            Reply::Back | Reply::Cancel => return,
        }
        self.settle();
        self.go_on(question);
    }

    fn take_entries(&mut self, question: Question, entries: &[Entry]) {
        let chosen: Vec<Choice> = match question.kind() {
            Some(kind) => entries
                .iter()
                .filter_map(|entry| match entry {
                    Entry::Choice(at) => self.choices(kind).get(*at).cloned(),
                    _ => None,
                })
                .collect(),
            None => Vec::new(),
        };
        self.put(question, chosen, entries.first().copied());
    }

    /// Sets an answer: the chosen items, or what the first line of the menu stands for.
    fn put(&mut self, question: Question, chosen: Vec<Choice>, entry: Option<Entry>) {
        let first = chosen.first().cloned();
        let answers = &mut self.answers;
        match question {
            Question::Image => answers.image = first.or(answers.image.take()),
            Question::Flavor => answers.flavor = first.or(answers.flavor.take()),
            Question::KeyPair => {
                answers.key_pair = match (first, entry, answers.key_pair.take()) {
                    (Some(one), _, _) => Some(KeyPair::Existing(one)),
                    (None, Some(Entry::New), before @ Some(KeyPair::New(_))) => before,
                    (None, Some(Entry::New), _) => Some(KeyPair::New(None)),
                    _ => Some(KeyPair::None),
                };
            }
            Question::Networks => {
                answers.networks = Some(match entry {
                    Some(Entry::None) => Networks::None,
                    _ if chosen.is_empty() => Networks::Auto,
                    _ => Networks::These(chosen),
                });
            }
            Question::Groups => answers.groups = Some(chosen),
            Question::Name | Question::NewKeyPair | Question::RootVolume | Question::Count => {}
        }
    }

    fn take_text(&mut self, question: Question, text: &str) {
        let text = text.trim();
        self.typing = false;
        let answers = &mut self.answers;
        match question {
            Question::Name => answers.name = Some(text.to_owned()),
            Question::NewKeyPair => answers.key_pair = Some(KeyPair::New(Some(text.to_owned()))),
            Question::RootVolume => answers.root_volume = root_volume(text),
            Question::Count => answers.count = Some(text.to_owned()),
            Question::Networks | Question::Groups => {
                let all = parts(text).map(Choice::typed).collect();
                self.put(question, all, None);
            }
            Question::Image | Question::Flavor | Question::KeyPair => {
                self.put(question, vec![Choice::typed(text)], None);
            }
        }
    }

    /// Drops answers that do not fit an answer that has changed. They are asked again.
    fn settle(&mut self) {
        if let Some(flavor) = &self.answers.flavor
            && self.lacks_memory(flavor)
        {
            self.answers.flavor = None;
        }
        if let Some(root) = self.answers.root_volume
            && self.check_root_volume(root).is_err()
        {
            self.answers.root_volume = None;
        }
    }

    /// Returns the least disk that the image needs, in GiB.
    pub(super) fn needed_disk(&self) -> u64 {
        let image = self.answers.image.as_ref();
        image.and_then(|image| image.size.disk_gib).unwrap_or(0)
    }

    /// Returns whether the image fits.
    pub(super) fn check_root_volume(&self, root: Root) -> Result<(), String> {
        self.root_volume_rule()(root)
    }

    /// Returns the same as a check for the prompt.
    pub(super) fn root_volume_rule(
        &self,
    ) -> impl Fn(Root) -> Result<(), String> + Send + Sync + use<> {
        let needed = self.needed_disk();
        let flavor = self
            .answers
            .flavor
            .as_ref()
            .and_then(|one| one.size.disk_gib);
        let volume_is_meant = self.given.keep_root_volume || self.given.root_volume_type.is_some();
        move |root| match (root, flavor) {
            (Root::Disk, _) if volume_is_meant => {
                Err("--keep-root-volume and --root-volume-type are for a volume".to_owned())
            }
            (Root::Volume(size), _) if size < needed => {
                Err(format!("the image needs {needed} GiB at least"))
            }
            // A flavor without a disk takes the size of the image, if Nova allows that.
            (Root::Disk, Some(disk)) if disk > 0 && disk < needed => Err(format!(
                "the image needs {needed} GiB, and the flavor's disk has {disk}"
            )),
            _ => Ok(()),
        }
    }

    /// Goes to the next question.
    fn go_on(&mut self, question: Question) {
        self.typing = false;
        let changing = self.before.is_some();
        let next = self.questions().into_iter().find(|next| {
            if changing {
                let named_anew = (question, *next) == (Question::KeyPair, Question::NewKeyPair);
                named_anew || !self.is_answered(*next)
            } else {
                *next > question
            }
        });
        self.step = next.map_or(Step::Confirm, Step::Ask);
        if next.is_none() {
            self.before = None;
        }
    }

    /// Goes to the question before. From an answer that the user wanted to change, goes back to the
    /// summary with the old answer.
    fn back(&mut self) {
        let Step::Ask(question) = self.step else {
            self.step = match (self.step, self.questions().pop()) {
                (Step::Confirm, Some(last)) => Step::Ask(last),
                _ => Step::Confirm,
            };
            return;
        };
        if self.typing {
            self.typing = false;
        } else if let Some(before) = self.before.take() {
            self.answers = before;
            self.step = Step::Confirm;
        } else {
            let mut earlier = self.questions();
            earlier.retain(|earlier| *earlier < question);
            self.step = Step::Ask(earlier.pop().unwrap_or(question));
        }
    }
}

/// Splits a typed text at its commas.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Reads a size in GiB, or the word for no volume.
pub(super) fn root_volume(text: &str) -> Option<Root> {
    match text.trim() {
        "none" => Some(Root::Disk),
        size => size.parse().ok().filter(|size| *size > 0).map(Root::Volume),
    }
}
