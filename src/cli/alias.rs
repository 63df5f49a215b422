//! The user's own words for command lines: `[aliases]` in `config.toml`.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error::CommandError;

/// Returns whether the unknown command may be an alias.
pub(super) fn is_possible(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::InvalidSubcommand
        && matches!(
            error.get(ContextKind::InvalidSubcommand),
            Some(ContextValue::String(_))
        )
}

/// Returns the command line with its alias expanded; `None` if its command is no alias. An alias
/// may begin with another one. ostk's own commands take precedence.
pub(super) fn expand(
    arguments: &[OsString],
    aliases: &BTreeMap<String, String>,
) -> Result<Option<Vec<OsString>>, CommandError> {
    let mut all = arguments.to_vec();
    let mut seen = HashSet::new();
    while let Some((name, at)) = unknown_command(&all) {
        let Some(text) = aliases.get(&name) else {
            break;
        };
        let wrong = |why: &str| {
            CommandError::configuration(format!("config.toml: the alias '{name}' {why}"))
        };
        if !seen.insert(name.clone()) {
            return Err(wrong("leads back to itself"));
        }
        let words = shlex::split(text).ok_or_else(|| wrong("has a quote without its end"))?;
        if words.is_empty() {
            return Err(wrong("stands for nothing"));
        }
        all.splice(at..=at, words.into_iter().map(OsString::from));
    }
    Ok((!seen.is_empty()).then_some(all))
}

/// Returns the word in a command's place that is not one of ostk's commands, and its position.
fn unknown_command(arguments: &[OsString]) -> Option<(String, usize)> {
    let matches = super::command()
        .allow_external_subcommands(true)
        .try_get_matches_from(arguments)
        .ok()?;
    let (name, rest) = matches.subcommand()?;
    // clap keeps everything after an unknown command, under an empty name.
    let following = rest
        .try_get_many::<OsString>("")
        .ok()?
        .map_or(0, Iterator::count);
    let at = arguments.len().checked_sub(following + 1)?;
    (arguments.get(at)?.to_str() == Some(name)).then(|| (name.to_owned(), at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(line: &str, aliases: &[(&str, &str)]) -> Result<Option<String>, String> {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let aliases = aliases
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        let words = expand(&arguments, &aliases).map_err(|error| error.message)?;
        Ok(words.map(|words| {
            let words: Vec<_> = words.iter().map(|word| word.to_str().unwrap()).collect();
            words.join("|")
        }))
    }

    #[test]
    fn an_alias_is_spelt_out_where_it_stands() {
        let aliases = [
            ("ls", "instances list --state running"),
            ("named", "ls --name 'a b'"),
            ("images", "instances list"),
        ];
        let table = [
            ("ostk ls", Some("ostk|instances|list|--state|running")),
            (
                "ostk --cloud ls ls -o table",
                Some("ostk|--cloud|ls|instances|list|--state|running|-o|table"),
            ),
            (
                "ostk named",
                Some("ostk|instances|list|--state|running|--name|a b"),
            ),
            // ostk's own commands and verbs are never aliases.
            ("ostk images list", None),
            ("ostk instances ls", None),
            ("ostk nothing", None),
        ];
        for (line, expected) in table {
            assert_eq!(
                expanded(line, &aliases),
                Ok(expected.map(str::to_owned)),
                "{line}"
            );
        }
    }

    #[test]
    fn an_alias_that_cannot_be_spelt_out_is_refused() {
        for (text, problem) in [
            ("b", "leads back"),
            ("instances 'list", "quote"),
            ("", "nothing"),
        ] {
            let message = expanded("ostk a", &[("a", text), ("b", "a")]).unwrap_err();
            assert!(message.contains(problem), "{message}");
        }
    }
}
