//! The result of the form: flags, the command line that means the same, and a summary. Pure.

use super::super::args::CreateArgs;
use super::choice::Choice;
use super::command;
use super::model::{Form, KeyPair, Networks, Question, Root};
use crate::commands::shell;
use crate::output::sanitize::for_terminal;

impl Form {
    /// Returns the name of the key pair to create.
    pub(super) fn new_key_pair(&self) -> Option<&str> {
        match &self.answers.key_pair {
            Some(KeyPair::New(name)) => name.as_deref(),
            _ => None,
        }
    }

    /// Returns what was given and answered, as flags.
    pub(super) fn args(&self) -> CreateArgs {
        let answers = &self.answers;
        let mut args = self.given.clone();
        let values = |all: &[Choice]| all.iter().map(|one| one.value.clone()).collect();
        args.name.clone_from(&answers.name);
        if self.asks(Question::Image) {
            args.image = answers.image.as_ref().map(|one| one.value.clone());
        }
        args.instance_type = answers.flavor.as_ref().map(|one| one.value.clone());
        match &answers.key_pair {
            Some(KeyPair::Existing(one)) => args.key_name = Some(one.value.clone()),
            Some(KeyPair::New(name)) => args.key_name.clone_from(name),
            Some(KeyPair::None) | None => {}
        }
        match &answers.networks {
            // Auto is also the default. The command line names it, so that the user sees it.
            Some(Networks::Auto) => args.network = vec!["auto".to_owned()],
            Some(Networks::None) => args.network = vec!["none".to_owned()],
            Some(Networks::These(all)) => args.network = values(all),
            None => {}
        }
        if let Some(groups) = &answers.groups
            && self.asks(Question::Groups)
        {
            args.security_group = values(groups);
        }
        if let Some(Root::Volume(size)) = answers.root_volume {
            args.root_volume = Some(size);
        }
        args.count = answers
            .count
            .clone()
            .or(args.count)
            .filter(|count| count != "1");
        // A user who answers questions is there to see the instance run.
        args.wait.wait |= !args.dry_run;
        args
    }
    /// Returns the command lines that do the same, quoted for a shell.
    pub(super) fn command(&self) -> String {
        let ostk = |words: &[&str], more: Vec<String>| {
            let mut line = vec!["ostk".to_owned()];
            line.extend(self.cloud_options.iter().cloned());
            line.extend(words.iter().map(|word| (*word).to_owned()));
            line.extend(more);
            shell::line(line.iter().map(String::as_str))
        };
        let create = ostk(&["instances", "create"], command::words(&self.args()));
        match self.new_key_pair() {
            None => create,
            Some(name) => {
                let key_pair = ostk(&["keypairs", "create"], command::operand(name));
                format!("{key_pair} &&\n{create}")
            }
        }
    }

    /// Returns an answer as the user reads it.
    pub(super) fn said(&self, question: Question) -> String {
        let answers = &self.answers;
        let names = |all: &[Choice]| {
            let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
            names.join(", ")
        };
        let described =
            |one: &Option<Choice>, units: &[&str]| one.as_ref().map(|one| one.described(units));
        let said = match question {
            Question::Name => answers
                .name
                .as_deref()
                .map(|name| for_terminal(name).into_owned()),
            Question::Image => described(&answers.image, &[]),
            Question::Flavor => described(&answers.flavor, &["", " RAM", " disk"]),
            Question::KeyPair | Question::NewKeyPair => match &answers.key_pair {
                Some(KeyPair::Existing(one)) => Some(one.name.clone()),
                Some(KeyPair::New(Some(name))) => {
                    Some(format!("{name} (new; its private key goes to {name}.pem)"))
                }
                Some(KeyPair::New(None)) | None => None,
                Some(KeyPair::None) => Some("none".to_owned()),
            },
            Question::Networks => answers.networks.as_ref().map(|networks| match networks {
                Networks::Auto => "auto".to_owned(),
                Networks::None => "none".to_owned(),
                Networks::These(all) => names(all),
            }),
            Question::Groups => answers.groups.as_ref().map(|groups| {
                if groups.is_empty() {
                    "the default one".to_owned()
                } else {
                    names(groups)
                }
            }),
            Question::RootVolume => answers.root_volume.map(|root| match root {
                Root::Disk => "none".to_owned(),
                Root::Volume(size) if self.given.keep_root_volume => {
                    format!("{size} GiB, new, kept when the instance is deleted")
                }
                Root::Volume(size) => format!("{size} GiB, new, deleted with the instance"),
            }),
            Question::Count => answers.count.as_deref().map(|count| match count {
                "1" => count.to_owned(),
                _ => format!("{count}, with a number after the name"),
            }),
        };
        said.unwrap_or_default()
    }

    /// Returns the summary, with a line for each answer.
    pub(super) fn summary(&self) -> Vec<String> {
        self.topics()
            .into_iter()
            .map(|question| format!("  {:<16} {}", question.noun(), self.said(question)))
            .collect()
    }
}
