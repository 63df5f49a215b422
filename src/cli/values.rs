//! Values that stand in files: `--option file://PATH` and `--option fileb://PATH`, as in AWS, for
//! every option that takes a value. Names without an option are never paths.

use std::ffi::OsString;

use clap::{Arg, Command, ValueHint};

use crate::error::CommandError;
use crate::verbs::source::{Sources, file_named};

/// Options whose command reads the file itself: what it holds may be binary, shorthand with files
/// of its own, or a secret.
const READ_LATER: [&str; 5] = [
    "cli-input-json",
    "filters",
    "public-key-material",
    "tag-specifications",
    "user-data",
];

/// Returns the words with the content of the files that they name. The end of a text's last line
/// is no part of the value.
pub(super) fn read(
    arguments: &[OsString],
    sources: Sources<'_>,
) -> Result<Vec<OsString>, CommandError> {
    let may_name_file = |word: &OsString| word.to_str().is_some_and(|word| word.contains("://"));
    if arguments.iter().any(may_name_file) {
        read_options(&super::command(), arguments, sources)
    } else {
        Ok(arguments.to_vec())
    }
}

fn read_options(
    root: &Command,
    arguments: &[OsString],
    sources: Sources<'_>,
) -> Result<Vec<OsString>, CommandError> {
    let mut words = arguments.to_vec();
    let mut command = root;
    let mut option: Option<&Arg> = None;
    for word in words.iter_mut().skip(1) {
        let Some(text) = word.to_str() else {
            option = next(option);
            continue;
        };
        if text == "--" {
            break;
        }
        if let Some((name, value)) = named(text) {
            option = find(root, command, name).filter(|arg| arg.get_action().takes_values());
            if let Some(value) = value
                && let Some(arg) = option.take()
                && let Some(content) = content(arg, value, sources)?
            {
                *word = format!("{name}={content}").into();
            }
        } else if let Some(arg) = option {
            option = next(option);
            if let Some(content) = content(arg, text, sources)? {
                *word = content.into();
            }
        } else if let Some(found) = command.find_subcommand(text) {
            command = found;
        }
    }
    Ok(words)
}

/// The parts of a word that names an option: `--name`, `-n` or `--name=value`.
fn named(word: &str) -> Option<(&str, Option<&str>)> {
    if !word.starts_with('-') || word == "-" {
        return None;
    }
    match word.split_once('=') {
        Some((name, value)) if name.starts_with("--") => Some((name, Some(value))),
        _ => Some((word, None)),
    }
}

fn find<'a>(root: &'a Command, command: &'a Command, name: &str) -> Option<&'a Arg> {
    let is_meant = |arg: &&Arg| match name.strip_prefix("--") {
        Some(long) => {
            arg.get_long() == Some(long)
                || (arg.get_all_aliases()).is_some_and(|aliases| aliases.contains(&long))
        }
        None => arg.get_short().is_some_and(|short| {
            let mut characters = name.chars().skip(1);
            characters.next() == Some(short) && characters.next().is_none()
        }),
    };
    (command.get_arguments().find(is_meant)).or_else(|| root.get_arguments().find(is_meant))
}

/// The option whose value the word after next is: one that takes several.
fn next(option: Option<&Arg>) -> Option<&Arg> {
    option.filter(|arg| {
        arg.get_num_args()
            .is_some_and(|range| range.max_values() > 1)
    })
}

/// What the file holds that a value names; `None` if it names none, or if the command reads it.
fn content(arg: &Arg, value: &str, sources: Sources<'_>) -> Result<Option<String>, CommandError> {
    let long = arg.get_long().unwrap_or_default();
    let is_path = matches!(
        arg.get_value_hint(),
        ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath
    );
    if file_named(value).is_none() || is_path || READ_LATER.contains(&long) {
        return Ok(None);
    }
    let text = sources.line(value).map_err(|mut error| {
        error.message = format!("--{long} {}", error.message);
        error
    })?;
    Ok(Some(text))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::env::Env;
    use crate::exit::ExitCode;
    use crate::io::Input;

    fn words(root: &Command, line: &str) -> Result<String, CommandError> {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("name"), "web-1\n").unwrap();
        std::fs::write(home.path().join("ids"), "[\"a\", \"b\"]\n").unwrap();
        std::fs::write(home.path().join("nested"), "file://name").unwrap();
        let env = Env::for_test(home.path(), []);
        let stdin = Input::new(Cursor::new(""), false);
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let read = read_options(root, &arguments, Sources::new(&env, &stdin))?;
        let read: Vec<_> = read.iter().map(|word| word.to_str().unwrap()).collect();
        Ok(read.join("|"))
    }

    #[test]
    fn every_option_s_value_may_stand_in_a_file() {
        let root = super::super::command();
        let words = |line| words(&root, line);
        for (line, expected) in [
            (
                "ostk instances create --name file://name",
                "ostk|instances|create|--name|web-1",
            ),
            (
                "ostk --query=file://name instances create --image-id fileb://~/name",
                "ostk|--query=web-1|instances|create|--image-id|web-1",
            ),
            (
                "ostk instances delete --instance-ids a file://name --yes",
                "ostk|instances|delete|--instance-ids|a|web-1|--yes",
            ),
            (
                "ostk instances delete --instance-id file://ids",
                "ostk|instances|delete|--instance-id|[\"a\", \"b\"]",
            ),
            // The names of options and of commands are told apart from their values.
            (
                "ostk --cloud instances instances show --cloud file://nested",
                "ostk|--cloud|instances|instances|show|--cloud|file://name",
            ),
        ] {
            assert_eq!(words(line).unwrap(), expected);
        }
        // These are names, paths, or read by their command.
        for line in [
            "ostk instances delete file://name",
            "ostk instances create --name web file://none",
            "ostk --ca-bundle file://none whoami",
            "ostk instances create --user-data file://none",
            "ostk instances create --user-data=file://none",
            "ostk instances list --filters file://none",
            "ostk instances list --query a --nosuch file://none",
            "ostk instances ssh web -- --name file://none",
            "ostk an-alias --name file://none",
        ] {
            assert_eq!(words(line).unwrap(), line.replace(' ', "|"));
        }
        let error = words("ostk instances create --key-name file://none").unwrap_err();
        assert_eq!(error.exit, ExitCode::Usage);
        assert!(
            error.message.starts_with("--key-name "),
            "{}",
            error.message
        );
        assert!(error.message.contains("none cannot be read"));
    }

    #[test]
    fn options_that_are_read_later_exist() {
        fn has(command: &Command, long: &str) -> bool {
            find(command, command, &format!("--{long}")).is_some()
                || command.get_subcommands().any(|command| has(command, long))
        }
        let root = super::super::command();
        for long in READ_LATER {
            assert!(has(&root, long), "{long}");
        }
    }
}
