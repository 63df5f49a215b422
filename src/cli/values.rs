//! Reads option values from files: `--option file://PATH` and `--option fileb://PATH`, as in AWS,
//! for every option that takes a value. A name without an option is never a path.

use std::ffi::OsString;

use clap::{Arg, Command, ValueHint};

use crate::error::CommandError;
use crate::verbs::source::{Sources, file_named};

/// Options with a file that the command itself reads: its content may be binary, shorthand that
/// names files, or a secret.
const READ_LATER: [&str; 5] = [
    "cli-input-json",
    "filters",
    "public-key-material",
    "tag-specifications",
    "user-data",
];

/// Returns the words with the content of the files that they name. A newline at the end of a file
/// is not part of the value.
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

/// Joins a value from a file to its option with `=`, and the option's later values too. This way, a
/// file's content is never parsed as an option or as a name.
fn read_options(
    root: &Command,
    arguments: &[OsString],
    sources: Sources<'_>,
) -> Result<Vec<OsString>, CommandError> {
    let mut read: Vec<OsString> = Vec::new();
    let mut command = root;
    let mut open: Option<Open<'_>> = None;
    let mut words = arguments.iter();
    read.extend(words.next().cloned());
    while let Some(word) = words.next() {
        let text = word.to_str().unwrap_or_default();
        if text == "--" {
            read.push(word.clone());
            read.extend(words.cloned());
            break;
        }
        if let Some((name, value)) = named(text) {
            let option = find(root, command, name).filter(|arg| arg.get_action().takes_values());
            open = option.map(Open::new).filter(|_| value.is_none());
            let content = match (option, value) {
                (Some(arg), Some(value)) => content(arg, value, sources)?,
                _ => None,
            };
            match content {
                Some(content) => read.push(format!("{name}={content}").into()),
                None => read.push(word.clone()),
            }
        } else if let Some(mut option) = open.take() {
            let content = content(option.arg, text, sources)?;
            if content.is_some() || option.is_joined {
                if option.is_first {
                    read.pop();
                }
                let mut joined = option.name();
                joined.push(content.map_or_else(|| word.clone(), OsString::from));
                read.push(joined);
                option.is_joined = true;
            } else {
                read.push(word.clone());
            }
            option.is_first = false;
            open = Some(option).filter(|option| takes_several(option.arg));
        } else {
            command = command.find_subcommand(text).unwrap_or(command);
            read.push(word.clone());
        }
    }
    Ok(read)
}

/// An option that may take the next word as a value.
struct Open<'a> {
    arg: &'a Arg,
    /// Whether there was no value yet.
    is_first: bool,
    /// Whether a value came from a file.
    is_joined: bool,
}

impl<'a> Open<'a> {
    fn new(arg: &'a Arg) -> Self {
        Self {
            arg,
            is_first: true,
            is_joined: false,
        }
    }

    /// Returns the beginning of a word that joins the option and a value.
    fn name(&self) -> OsString {
        format!("--{}=", self.arg.get_long().unwrap_or_default()).into()
    }
}

/// Splits a word that names an option: `--name`, `-n` or `--name=value`.
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

fn takes_several(arg: &Arg) -> bool {
    arg.get_num_args()
        .is_some_and(|range| range.max_values() > 1)
}

/// Returns the content of the file that a value names; `None` if it names none, or if the command
/// reads the file.
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
        std::fs::write(home.path().join("option"), "--yes").unwrap();
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
                "ostk|instances|create|--name=web-1",
            ),
            (
                "ostk --query=file://name instances create --image-id fileb://~/name",
                "ostk|--query=web-1|instances|create|--image=web-1",
            ),
            (
                "ostk instances delete --instance-ids a file://name b --yes",
                "ostk|instances|delete|--instance-ids|a|--instance-ids=web-1|--instance-ids=b|--yes",
            ),
            (
                "ostk instances delete --instance-id file://ids",
                "ostk|instances|delete|--instance-ids=[\"a\", \"b\"]",
            ),
            // The content of a file is a value, even if it looks like an option.
            (
                "ostk -o file://option instances delete --key-names file://option",
                "ostk|--output=--yes|instances|delete|--key-names|file://option",
            ),
            // Names of options and commands are distinguished from their values.
            (
                "ostk --cloud instances instances show --cloud file://nested",
                "ostk|--cloud|instances|instances|show|--cloud=file://name",
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
