//! `ostk help [COMMAND…]` and, as in AWS, `ostk COMMAND help`: shows what the command's `--help`
//! shows.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error::CommandError;
use crate::exit::ExitCode;

const HELP: &str = "help";
/// The lowest similarity at which a name is suggested.
const SIMILAR: f64 = 0.7;
/// How many names are suggested.
const OFFERED: usize = 3;

/// Returns whether the unknown command is `help`: `ostk instances help`.
pub(super) fn is_asked_for(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::InvalidSubcommand
        && matches!(
            error.get(ContextKind::InvalidSubcommand),
            Some(ContextValue::String(word)) if word == HELP
        )
}

/// Returns the same command line with `--help` in place of `help`.
pub(super) fn of_words(arguments: &[OsString]) -> Vec<OsString> {
    let mut words = arguments.to_vec();
    if let Some(at) = words.iter().position(|word| word == HELP) {
        words.remove(at);
    }
    words.push(OsString::from("--help"));
    words
}

/// Returns the command line that shows the help of the command at `path`.
pub(super) fn of_commands(path: &[String]) -> Result<Vec<OsString>, CommandError> {
    let root = super::command();
    let mut command = &root;
    let mut name = root.get_name().to_owned();
    for word in path {
        command = command
            .find_subcommand(word)
            .ok_or_else(|| unknown(command, &name, word))?;
        name = format!("{name} {}", command.get_name());
    }
    let words = name.split(' ').chain(["--help"]);
    Ok(words.map(OsString::from).collect())
}

fn unknown(command: &Command, name: &str, word: &str) -> CommandError {
    let error = |message: String| CommandError::new(ExitCode::Usage, "ParamValidation", message);
    let mut near: Vec<(f64, &str)> = command
        .get_subcommands()
        .flat_map(|command| {
            [command.get_name()]
                .into_iter()
                .chain(command.get_all_aliases())
        })
        .map(|known| (strsim::jaro_winkler(word, known), known))
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .collect();
    near.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    near.truncate(OFFERED);
    let near: Vec<&str> = near.into_iter().map(|(_, name)| name).collect();
    let failure = error(format!("'{name}' has no command '{word}'"));
    if near.is_empty() {
        failure.hint(format!("'{name} --help' lists the commands"))
    } else {
        failure.hint(format!("similar: {}", near.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str) -> Result<String, String> {
        let path: Vec<String> = path.split_whitespace().map(str::to_owned).collect();
        let words = of_commands(&path).map_err(|error| {
            assert_eq!(error.exit, ExitCode::Usage);
            error.text()
        })?;
        let words: Vec<_> = words.iter().map(|word| word.to_str().unwrap()).collect();
        Ok(words.join(" "))
    }

    #[test]
    fn help_is_that_of_the_command_by_any_of_its_names() {
        assert_eq!(shown(""), Ok("ostk --help".to_owned()));
        assert_eq!(
            shown("instance show"),
            Ok("ostk instances describe --help".to_owned())
        );
        for (path, words) in [
            ("instnaces", "similar: instances"),
            ("instances lst", "similar: list"),
            (
                "instances list web",
                "'ostk instances list' has no command 'web'",
            ),
            ("qqq", "'ostk --help' lists the commands"),
        ] {
            let said = shown(path).unwrap_err();
            assert!(said.contains(words), "{path}: {said}");
        }
    }

    #[test]
    fn help_may_stand_behind_a_noun() {
        for (line, asked, words) in [
            ("ostk instances help", true, "ostk instances --help"),
            (
                "ostk --cloud sandbox volumes help list",
                true,
                "ostk --cloud sandbox volumes list --help",
            ),
            ("ostk instances halp", false, ""),
            ("ostk instances describe help", false, ""),
        ] {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let parsed = super::super::command().try_get_matches_from(&arguments);
            assert_eq!(parsed.as_ref().is_err_and(is_asked_for), asked, "{line}");
            if asked {
                let words: Vec<OsString> = words.split(' ').map(OsString::from).collect();
                assert_eq!(of_words(&arguments), words);
                let shown = super::super::command().try_get_matches_from(&words);
                assert_eq!(shown.unwrap_err().kind(), ErrorKind::DisplayHelp);
            }
        }
    }

    /// Every noun has its singular as an alias, and `describe` has `show`.
    #[test]
    fn nouns_and_verbs_have_their_other_names() {
        let root = super::super::command();
        let mut nouns = 0;
        for noun in root.get_subcommands() {
            let Some(describe) = noun.find_subcommand("describe") else {
                continue;
            };
            nouns += 1;
            let name = noun.get_name();
            let singular = name.strip_suffix('s').unwrap();
            assert!(
                noun.get_all_aliases().any(|alias| alias == singular),
                "{name}"
            );
            assert!(
                describe.get_all_aliases().any(|alias| alias == "show"),
                "{name}"
            );
        }
        assert!(nouns > 6, "{nouns}");
    }
}
