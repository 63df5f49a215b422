//! The user's preferences, from `ostk/config.toml` in the user's configuration folder.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::Deserialize;

use super::error::Error;
use super::files;
use super::setting::{Origin, Setting};
use crate::env::Env;

/// The user's preferences.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    /// The output format.
    pub output: Option<Setting<String>>,
    /// When to use colours: auto, always or never.
    pub color: Option<Setting<String>>,
    /// The number of items per page.
    pub page_size: Option<Setting<u32>>,
    /// How long waits last.
    pub wait_timeout: Option<Setting<String>>,
    /// The cloud to use if none is named.
    pub cloud: Option<Setting<String>>,
    /// Ranks of the roles that OpenStack doesn't define.
    pub role_ranks: BTreeMap<String, u32>,
    /// Aliases for command lines.
    pub aliases: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    output: Option<String>,
    color: Option<String>,
    page_size: Option<std::num::NonZeroU32>,
    wait_timeout: Option<String>,
    cloud: Option<String>,
    #[serde(default)]
    role_ranks: BTreeMap<String, u32>,
    #[serde(default)]
    aliases: BTreeMap<String, String>,
}

impl Preferences {
    /// Reads the preferences. A missing file counts as an empty one.
    pub fn load(env: &Env) -> Result<Self, Error> {
        let Some(folder) = &env.folders.config else {
            return Ok(Self::default());
        };
        let path = folder.join("ostk").join("config.toml");
        match files::read(&path) {
            Ok(text) => Self::parse(&path, &text),
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                Ok(Self::default())
            }
            Err(source) => Err(Error::Unreadable { path, source }),
        }
    }

    fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let content: Content = toml::from_str(text).map_err(|error| {
            let (line, column) = error
                .span()
                .map_or((1, 1), |span| position(text, span.start));
            Error::Syntax {
                path: path.to_path_buf(),
                line,
                column,
                message: error.message().to_owned(),
            }
        })?;
        let origin = |key: &str| Origin::File {
            path: path.to_path_buf(),
            key: key.to_owned(),
        };
        Ok(Self {
            output: content
                .output
                .map(|value| Setting::new(value, origin("output"))),
            color: content
                .color
                .map(|value| Setting::new(value, origin("color"))),
            page_size: content
                .page_size
                .map(|value| Setting::new(value.get(), origin("page_size"))),
            wait_timeout: content
                .wait_timeout
                .map(|value| Setting::new(value, origin("wait_timeout"))),
            cloud: content
                .cloud
                .map(|value| Setting::new(value, origin("cloud"))),
            role_ranks: content.role_ranks,
            aliases: content.aliases,
        })
    }

    /// Returns the preferences that are set, with their names and origins.
    pub fn settings(&self) -> Vec<(String, String, Origin)> {
        let texts = [
            ("output", &self.output),
            ("color", &self.color),
            ("wait_timeout", &self.wait_timeout),
            ("preferred_cloud", &self.cloud),
        ];
        let mut shown: Vec<_> = texts
            .into_iter()
            .filter_map(|(name, setting)| {
                let setting = setting.as_ref()?;
                Some((
                    name.to_owned(),
                    setting.value.clone(),
                    setting.origin.clone(),
                ))
            })
            .collect();
        if let Some(setting) = &self.page_size {
            shown.push((
                "page_size".to_owned(),
                setting.value.to_string(),
                setting.origin.clone(),
            ));
        }
        shown
    }
}

/// Returns the line and column of a byte, both counted from 1.
fn position(text: &str, offset: usize) -> (u64, u64) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .chars()
        .rev()
        .take_while(|letter| *letter != '\n')
        .count()
        + 1;
    (line as u64, column as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Preferences, String> {
        Preferences::parse(Path::new("config.toml"), text).map_err(|error| error.to_string())
    }

    #[test]
    fn preferences_are_read_with_their_origin() {
        let preferences =
            parse("output = 'json'\npage_size = 250\n[role_ranks]\noperator = 3\n").unwrap();
        let output = preferences.output.unwrap();
        assert_eq!(output.value, "json");
        assert_eq!(output.origin.to_string(), "config.toml (output)");
        assert_eq!(preferences.page_size.unwrap().value, 250);
        assert_eq!(preferences.role_ranks["operator"], 3);
    }

    #[test]
    fn mistakes_have_their_place() {
        for (text, place) in [
            (
                "output = 'json'\ncolour = 'no'\n",
                "config.toml:2:1: unknown field `colour`",
            ),
            ("page_size = 'many'\n", "config.toml:1:13: "),
            ("page_size = 0\n", "config.toml:1:13: "),
            ("output = \n", "config.toml:1:10"),
        ] {
            let message = parse(text).unwrap_err();
            assert!(message.starts_with(place), "{text}: {message}");
        }
    }

    #[test]
    fn no_file_is_no_preference() {
        let folder = tempfile::tempdir().unwrap();
        let preferences = Preferences::load(&Env::for_test(folder.path(), [])).unwrap();
        assert!(preferences.settings().is_empty());
    }
}
