//! The sources of a command's values: arguments, files, and standard input. Everything that is read
//! has a size limit.

use std::borrow::Cow;
use std::path::PathBuf;

use crate::env::Env;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::files::{self, DOCUMENT_LIMIT};
use crate::io::Input;
use crate::shorthand::{ParsedArgument, Shape, ShorthandError, read};

/// Files and standard input of one run.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    env: &'a Env,
    stdin: &'a Input,
}

impl<'a> Sources<'a> {
    /// Returns sources with this environment's files and this standard input.
    pub fn new(env: &'a Env, stdin: &'a Input) -> Self {
        Self { env, stdin }
    }

    /// Reads a document: `-` is standard input. Everything else names a file, with or without
    /// `file://` or `fileb://`.
    pub fn document(&self, source: &str) -> Result<Vec<u8>, CommandError> {
        if source == "-" {
            return self
                .stdin
                .all()
                .map_err(|error| unreadable("standard input", error));
        }
        self.file(file_named(source).unwrap_or(source))
    }

    /// Reads a document as UTF-8.
    pub fn text_document(&self, source: &str) -> Result<String, CommandError> {
        String::from_utf8(self.document(source)?)
            .map_err(|_| CommandError::usage(format!("{source}: it is not UTF-8")))
    }

    /// Returns the content of the file that the value names with `file://` or `fileb://`, or the
    /// value itself.
    pub fn value(&self, value: &str) -> Result<Vec<u8>, CommandError> {
        match file_named(value) {
            Some(path) => self.file(path),
            None => Ok(value.as_bytes().to_vec()),
        }
    }

    /// Returns the same as `Sources::value`, as UTF-8.
    pub fn text(&self, value: &str) -> Result<String, CommandError> {
        String::from_utf8(self.value(value)?)
            .map_err(|_| CommandError::usage(format!("{value}: it is not UTF-8")))
    }

    /// Returns the same as `Sources::text`, without the line end at the end of a file.
    pub fn line(&self, value: &str) -> Result<String, CommandError> {
        let mut text = self.text(value)?;
        if file_named(value).is_some() {
            text.truncate(text.trim_end_matches(['\n', '\r']).len());
        }
        Ok(text)
    }

    /// Reads the values of an option that takes a list of texts: the values themselves, or a list
    /// in JSON, which the command line may have split at its commas.
    pub fn list(&self, option: &str, values: &[String]) -> Result<Vec<String>, CommandError> {
        let text = values.join(",");
        if !text.trim_start().starts_with('[') {
            return Ok(values.to_vec());
        }
        let parsed = self.shorthand(option, &text, &Shape::List(&Shape::Text))?;
        serde_json::from_value(parsed.value)
            .map_err(|error| CommandError::usage(format!("{option}: {error}")))
    }

    /// Returns the path that the user names, resolved.
    pub fn path(&self, path: &str) -> PathBuf {
        let home = self.env.folders.home.as_deref();
        files::resolve(path, home, &self.env.directory)
    }

    fn file(&self, path: &str) -> Result<Vec<u8>, CommandError> {
        let path = self.path(path);
        files::read(&path, DOCUMENT_LIMIT)
            .map_err(|error| unreadable(&path.display().to_string(), error))
    }

    /// Reads one argument of an option that takes shorthand, JSON, or a file with either. Refuses a
    /// repeated key at any depth, because the intended value is not clear.
    pub fn shorthand(
        &self,
        option: &str,
        argument: &str,
        shape: &Shape,
    ) -> Result<ParsedArgument, CommandError> {
        let text = self.line(argument)?;
        let mut failed = None;
        let parsed = read(&text, shape, &mut |value| {
            let Some(path) = file_named(value) else {
                return Ok(None);
            };
            let text = self.file(path).and_then(|bytes| {
                String::from_utf8(bytes)
                    .map_err(|_| CommandError::usage(format!("{value}: it is not UTF-8")))
            });
            text.map(|text| Some(lines_end_alike(&text)))
                .map_err(|error| {
                    let message = error.message.clone();
                    failed = Some(error);
                    message
                })
        });
        let parsed = match (parsed, failed) {
            (_, Some(error)) => return Err(error),
            (Ok(parsed), None) => parsed,
            (Err(error), None) => return Err(refused(option, argument, &error)),
        };
        match parsed.repeated {
            Some(key) => Err(refused(option, argument, &ShorthandError::Repeated(key))),
            None => Ok(parsed),
        }
    }
}

/// Returns the path of `file://PATH` or `fileb://PATH`.
pub fn file_named(value: &str) -> Option<&str> {
    value
        .strip_prefix("file://")
        .or_else(|| value.strip_prefix("fileb://"))
}

/// Converts all line ends to line feeds: awscli accepts every system's line ends.
fn lines_end_alike(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn unreadable(what: &str, error: std::io::Error) -> CommandError {
    let error = match error.kind() {
        std::io::ErrorKind::FileTooLarge => {
            return CommandError::usage(format!("{what} can't be used: {error}"));
        }
        _ => CommandError::from(error),
    };
    if error.exit == ExitCode::Interrupted {
        return error;
    }
    CommandError::usage(format!("{what} cannot be read: {}", error.message))
}

fn refused(option: &str, argument: &str, error: &ShorthandError) -> CommandError {
    let refused = CommandError::usage(format!("{option} '{}': {error}", excerpt(argument)));
    match error {
        ShorthandError::Repeated(_) => refused.hint(format!(
            "a space stands between arguments, not a comma: {option} FIRST SECOND"
        )),
        ShorthandError::Expected { .. }
        | ShorthandError::NoValue { .. }
        | ShorthandError::OpenQuote { .. } => {
            refused.hint("a value with characters of the syntax stands in quotes: Key=\"a,b\"")
        }
        _ => refused,
    }
}

/// Returns the beginning of a text, for an error that repeats it.
pub fn excerpt(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// How many characters of a text an error repeats.
const LONGEST_SHOWN: usize = 200;

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::shorthand::FILTERS;

    #[test]
    fn values_documents_and_shorthand_come_from_files_too() {
        let home = tempfile::tempdir().unwrap();
        let env = Env::for_test(home.path(), []);
        std::fs::write(home.path().join("f"), "[{\"Name\": \"a\"}]\r\n").unwrap();
        std::fs::write(home.path().join("shorthand"), "Values=[a]\n").unwrap();
        std::fs::write(home.path().join("binary"), [0xff]).unwrap();
        std::fs::write(home.path().join("value"), "a\r\nb").unwrap();
        let stdin = Input::new(Cursor::new("typed"), false);
        let sources = Sources::new(&env, &stdin);
        for (source, expected) in [
            ("value", "a\r\nb"),
            ("file://value", "a\r\nb"),
            ("fileb://~/value", "a\r\nb"),
            ("-", "typed"),
        ] {
            assert_eq!(sources.text_document(source).unwrap(), expected, "{source}");
        }
        assert_eq!(sources.text("value").unwrap(), "value");
        assert_eq!(sources.text("file://~/value").unwrap(), "a\r\nb");
        for (source, expected) in [
            ("none", "none cannot be read: No such file"),
            (".", "cannot be read: it is a directory"),
            ("binary", "binary: it is not UTF-8"),
        ] {
            let error = sources.text_document(source).unwrap_err();
            assert_eq!(error.exit, ExitCode::Usage);
            assert!(error.message.contains(expected), "{}", error.message);
        }
        let shorthand = |argument| {
            let parsed = sources.shorthand("--filters", argument, &FILTERS)?;
            Ok(parsed.value.to_string())
        };
        let message = |argument| {
            let result: Result<String, CommandError> = shorthand(argument);
            result.unwrap_err().message
        };
        assert_eq!(shorthand("file://f").unwrap(), r#"[{"Name":"a"}]"#);
        assert_eq!(
            shorthand("file://shorthand").unwrap(),
            r#"[{"Values":["a"]}]"#
        );
        assert_eq!(
            shorthand("Name@=file://value").unwrap(),
            r#"[{"Name":"a\nb"}]"#
        );
        let list = |values: &[&str]| {
            let values: Vec<String> = values.iter().map(|text| (*text).to_owned()).collect();
            sources.list("--security-group-ids", &values)
        };
        assert_eq!(list(&["a", "b"]).unwrap(), ["a", "b"]);
        assert_eq!(list(&["[\"a\"", " \"b\"]"]).unwrap(), ["a", "b"]);
        assert!(list(&["[1]"]).is_err() && list(&["[\"a\""]).is_err());
        assert!(list(&[]).unwrap().is_empty());
        assert!(message("Name@=file://none").contains("none cannot be read"));
        assert!(message("Name@=fileb://binary").contains("not UTF-8"));
        assert_eq!(
            message(r#"{"Name": "a", "Name": "b"}"#),
            r#"--filters '{"Name": "a", "Name": "b"}': the key 'Name' is given twice"#
        );
        assert!(message(&"a".repeat(1_000)).len() < 300);
    }
}
