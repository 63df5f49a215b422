//! The words of each question, what it offers and what it refuses. Pure.

use std::sync::Arc;

use super::super::args::CreateArgs;
use super::choice::{self, ListKind};
use super::model::{
    Closing, Entry, Form, KeyPair, Networks, Question, Root, Step, parts, root_volume,
};
use super::prompt::{Check, Item, Note, Prompt, PromptBody};
use crate::commands::instances::create::spec::{Spec, check};
use crate::error::CommandError;
use crate::output::sanitize::is_treacherous;

/// The suggested size of a root volume for a flavor without a disk, if the image does not say what
/// it needs.
const USUAL_ROOT_GIB: u64 = 10;

impl Question {
    /// Returns what the question asks for, as in the summary.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Image => "Image",
            Self::Flavor => "Flavor",
            Self::KeyPair | Self::NewKeyPair => "Key pair",
            Self::Networks => "Networks",
            Self::Groups => "Security groups",
            Self::RootVolume => "Root volume",
            Self::Count => "How many",
        }
    }

    fn message(self) -> &'static str {
        match self {
            Self::Flavor => "Flavor (vCPUs, RAM, disk)",
            Self::NewKeyPair => "Name of the new key pair",
            Self::RootVolume => "Root volume in GiB, or none",
            other => other.noun(),
        }
    }

    fn typed_message(self) -> &'static str {
        match self {
            Self::Image => "Image, by name or ID",
            Self::Flavor => "Flavor, by name or ID",
            Self::KeyPair => "Key pair, by name",
            Self::Networks => "Networks, by name or ID, with commas",
            Self::Groups => "Security groups, by name or ID, with commas",
            other => other.message(),
        }
    }
}

impl Form {
    /// Returns the prompt for the present step.
    pub(super) fn prompt(&self) -> Prompt {
        let (notes, message, body) = match self.step {
            Step::Ask(question) => {
                let message = if self.typing {
                    question.typed_message()
                } else {
                    question.message()
                };
                let message = format!("{message}:");
                let notes = self.notes(question).into_iter().map(Note::Words);
                (notes.collect(), message, self.body(question))
            }
            Step::Confirm => (self.summary_notes(), "Go ahead?".to_owned(), self.closing()),
            Step::Change => (Vec::new(), "Which answer?".to_owned(), self.which()),
        };
        Prompt {
            notes,
            message,
            first: self.is_first(),
            body,
        }
    }

    /// Returns what the user should know before a question.
    fn notes(&self, question: Question) -> Vec<String> {
        let Some(kind) = question.kind().filter(|_| !self.typing) else {
            return Vec::new();
        };
        let listed = match self.list(kind) {
            Ok(listed) => listed,
            Err(why) => return vec![format!("The {} cannot be listed: {why}", kind.plural())],
        };
        if listed.choices.is_empty() && matches!(kind, ListKind::Images | ListKind::Flavors) {
            return vec![format!("There are no {} to choose from.", kind.plural())];
        }
        let mut notes = Vec::new();
        if kind == ListKind::Networks && listed.left_out > 0 {
            notes.push(match listed.left_out {
                1 => "1 network takes no instances, and is left out.".to_owned(),
                more => format!("{more} networks take no instances, and are left out."),
            });
        }
        let small = listed
            .choices
            .iter()
            .filter(|one| self.lacks_memory(one))
            .count();
        if kind == ListKind::Flavors && small > 0 {
            notes.push(match small {
                1 => "1 flavor has less memory than the image needs, and is left out.".to_owned(),
                more => format!(
                    "{more} flavors have less memory than the image needs, and are left out."
                ),
            });
        }
        notes
    }

    fn body(&self, question: Question) -> PromptBody {
        if self.typing || question.kind().is_none() {
            return PromptBody::Text {
                initial: self.initial(question),
                usual: self.usual(question),
                check: self.check(question),
            };
        }
        let entries = self.entries(question);
        let chosen = self.chosen(question, &entries);
        let items = self.items(question, &entries);
        if self.is_many(question) {
            return PromptBody::Many {
                items,
                marked: chosen,
                nothing: match question {
                    Question::Groups => "the default one",
                    _ => "none",
                },
                check: check_marks(&self.given, question, entries),
            };
        }
        PromptBody::One {
            items,
            at: chosen.first().copied().unwrap_or_default(),
            search: true,
        }
    }

    fn items(&self, question: Question, entries: &[Entry]) -> Vec<Item> {
        let Some(kind) = question.kind() else {
            return Vec::new();
        };
        let all: &[choice::Choice] = self.list(kind).map_or(&[], |list| &list.choices);
        let shown = entries.iter().filter_map(|entry| match entry {
            Entry::Choice(at) => all.get(*at),
            _ => None,
        });
        let mut lines = choice::items(shown).into_iter();
        entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Choice(_) => lines.next(),
                other => Some(offer(question, *other)),
            })
            .collect()
    }

    /// Returns the text that a typed answer begins with. The prompt shows it unescaped, so text
    /// with control characters is left out.
    fn initial(&self, question: Question) -> String {
        let answer = self.answer(question);
        if answer.contains(is_treacherous) {
            return String::new();
        }
        answer
    }

    /// Returns an answer as the user would type it.
    fn answer(&self, question: Question) -> String {
        let answers = &self.answers;
        let typed = |all: &[choice::Choice]| {
            let values: Vec<&str> = all.iter().map(|one| one.value.as_str()).collect();
            values.join(", ")
        };
        match question {
            Question::Name => answers.name.clone().unwrap_or_default(),
            Question::NewKeyPair => self.new_key_pair().unwrap_or_default().to_owned(),
            Question::Image => typed(answers.image.as_slice()),
            Question::Flavor => typed(answers.flavor.as_slice()),
            Question::KeyPair => match &answers.key_pair {
                Some(KeyPair::Existing(one)) => one.value.clone(),
                _ => String::new(),
            },
            Question::Networks => match &answers.networks {
                Some(Networks::These(all)) => typed(all),
                _ => String::new(),
            },
            Question::Groups => typed(answers.groups.as_deref().unwrap_or_default()),
            Question::RootVolume | Question::Count => String::new(),
        }
    }

    /// Returns what an empty line stands for: the present answer, or the likeliest one.
    fn usual(&self, question: Question) -> Option<String> {
        let answers = &self.answers;
        match question {
            Question::Count => Some(answers.count.clone().unwrap_or_else(|| "1".to_owned())),
            Question::RootVolume => Some(match answers.root_volume {
                Some(Root::Volume(size)) => size.to_string(),
                Some(Root::Disk) => "none".to_owned(),
                None => self.advised_root_volume(),
            }),
            _ => None,
        }
    }

    /// Returns a volume size for a flavor whose disk is missing or too small.
    fn advised_root_volume(&self) -> String {
        let flavor = self
            .answers
            .flavor
            .as_ref()
            .and_then(|one| one.size.disk_gib);
        let without = flavor == Some(0) || self.check_root_volume(Root::Disk).is_err();
        match self.needed_disk() {
            _ if !without => "none".to_owned(),
            0 => USUAL_ROOT_GIB.to_string(),
            needed => needed.to_string(),
        }
    }

    fn check(&self, question: Question) -> Check<str> {
        let said = self.args();
        match question {
            Question::Name => Arc::new(move |text| {
                if text.is_empty() {
                    return Err("type a name".to_owned());
                }
                let name = Some(text.to_owned());
                acceptable(&CreateArgs {
                    name,
                    ..said.clone()
                })
            }),
            Question::Count => Arc::new(move |text| {
                let count = Some(text.trim().to_owned());
                acceptable(&CreateArgs {
                    count,
                    ..said.clone()
                })
            }),
            Question::Networks => Arc::new(move |text| {
                let network = parts(text).map(str::to_owned).collect::<Vec<_>>();
                if network.is_empty() {
                    return Err("type a name or an ID".to_owned());
                }
                acceptable(&CreateArgs {
                    network,
                    ..said.clone()
                })
            }),
            Question::RootVolume => {
                let fits = self.root_volume_rule();
                Arc::new(move |text| match root_volume(text) {
                    Some(root) => fits(root),
                    None => Err("a whole number from 1 on, or none".to_owned()),
                })
            }
            Question::NewKeyPair => {
                let there: Vec<String> = self.list(ListKind::KeyPairs).map_or_else(
                    |_| Vec::new(),
                    |list| list.choices.iter().map(|one| one.value.clone()).collect(),
                );
                let check = Arc::clone(&self.check_key_pair);
                Arc::new(move |text| {
                    if there.iter().any(|name| name == text.trim()) {
                        return Err("there is one of this name already".to_owned());
                    }
                    check(text.trim())
                })
            }
            _ => Arc::new(|text| {
                if text.trim().is_empty() {
                    Err("type a name or an ID".to_owned())
                } else {
                    Ok(())
                }
            }),
        }
    }

    /// Returns the question of the last step.
    fn closing(&self) -> PromptBody {
        let create = if self.given.dry_run {
            "Check it all, and create nothing"
        } else {
            "Create"
        };
        let items = Closing::ALL
            .iter()
            .map(|closing| match closing {
                Closing::Create => Item::new(create, "yes", ""),
                Closing::Change => Item::new("Change an answer", "change an answer", ""),
                Closing::Cancel => Item::new("Cancel", "no", ""),
            })
            .collect();
        PromptBody::One {
            items,
            at: 0,
            search: false,
        }
    }

    fn summary_notes(&self) -> Vec<Note> {
        let words = |text: &str| Note::Words(text.to_owned());
        let mut notes = vec![words("")];
        notes.extend(self.summary().into_iter().map(Note::Words));
        notes.extend([
            words(""),
            words("The same without questions:"),
            words(""),
            Note::Exact(self.command()),
            words(""),
        ]);
        notes
    }

    /// Returns the question which answer to change.
    fn which(&self) -> PromptBody {
        let items = self
            .topics()
            .into_iter()
            .map(|question| {
                let noun = question.noun();
                Item::new(&format!("{noun:<16} {}", self.said(question)), noun, "")
            })
            .collect();
        PromptBody::One {
            items,
            at: 0,
            search: false,
        }
    }
}

/// Returns the words of a line of the menu that is not an item of the list.
fn offer(question: Question, entry: Entry) -> Item {
    let (text, short) = match (entry, question) {
        (Entry::New, _) => ("Make a new one", "a new one"),
        (Entry::Auto, _) => ("auto: Nova chooses", "auto"),
        (Entry::None, Question::Networks) => ("none: no network at all", "none"),
        (Entry::None, Question::Groups) => ("The project's default group", "the default one"),
        (Entry::Type, Question::Image) => ("Another one, by name or ID", "another one"),
        (Entry::Type, _) => ("Type it", "typed"),
        (Entry::Retry, _) => ("Try again", "once more"),
        (Entry::None | Entry::Choice(_), _) => ("None", "none"),
    };
    Item::new(text, short, "")
}

/// Returns a check for lines that must not be marked together, or not together with the flags.
fn check_marks(given: &CreateArgs, question: Question, entries: Vec<Entry>) -> Check<[usize]> {
    let groups_are_given = !given.security_group.is_empty();
    Arc::new(move |marked| {
        if question != Question::Networks {
            return Ok(());
        }
        let has = |wanted: Entry| {
            let mut entries = marked.iter().filter_map(|at| entries.get(*at));
            entries.any(|entry| *entry == wanted)
        };
        match marked.len() {
            0 => Err("mark one with the space bar; 'auto' leaves it to Nova".to_owned()),
            2.. if has(Entry::Auto) || has(Entry::None) => {
                Err("'auto' and 'none' stand alone".to_owned())
            }
            _ if groups_are_given && has(Entry::None) => {
                Err("--security-group wants a network".to_owned())
            }
            _ => Ok(()),
        }
    })
}

/// Returns an error if these flags would be refused. A question without an answer is no error.
fn acceptable(args: &CreateArgs) -> Result<(), String> {
    match problems(args) {
        Ok(problems) => match problems.into_iter().next() {
            Some(problem) => Err(problem.message),
            None => Ok(()),
        },
        Err(problem) => Err(problem.message),
    }
}

/// Returns what is wrong with the flags so far. What the instance boots from is asked later.
pub(super) fn problems(args: &CreateArgs) -> Result<Vec<CommandError>, CommandError> {
    let mut spec = args.over(Spec::default())?;
    for missing in [&mut spec.name, &mut spec.instance_type] {
        missing.get_or_insert_with(|| "a".to_owned());
    }
    if spec.boot_volume.is_none() && spec.boot_snapshot.is_none() {
        spec.image_id.get_or_insert_with(|| "a".to_owned());
        spec.root_volume_size.get_or_insert(1);
    }
    Ok(check::problems(&[spec]))
}
