//! The files that the OpenStack SDK reads, and the folders that it searches.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use serde_saphyr::options::DuplicateKeyPolicy;

use super::error::Error;
use crate::env::Env;
use crate::files;

/// The largest size of a file. Larger files hold no settings.
const SIZE_LIMIT: u64 = 8 * 1024 * 1024;

/// The kinds of settings files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Clouds,
    Secure,
    Public,
}

impl FileKind {
    fn stem(self) -> &'static str {
        match self {
            Self::Clouds => "clouds",
            Self::Secure => "secure",
            Self::Public => "clouds-public",
        }
    }

    fn variable(self) -> &'static str {
        match self {
            Self::Clouds => "OS_CLIENT_CONFIG_FILE",
            Self::Secure => "OS_CLIENT_SECURE_FILE",
            Self::Public => "OS_CLIENT_VENDOR_FILE",
        }
    }
}

/// A settings file, parsed.
pub(super) struct SettingsFile {
    pub(super) path: PathBuf,
    pub(super) content: Map<String, Value>,
}

/// Returns the paths to search for a kind of file, best first. `system` is `/etc/openstack`.
pub(super) fn places(kind: FileKind, env: &Env, system: &Path) -> Vec<PathBuf> {
    let mut folders = vec![env.directory.clone()];
    folders.extend(
        env.folders
            .config
            .as_ref()
            .map(|path| path.join("openstack")),
    );
    // The SDK searches this folder on every platform.
    folders.extend(
        env.folders
            .home
            .as_ref()
            .map(|path| path.join(".config/openstack")),
    );
    folders.push(system.to_path_buf());
    let mut places: Vec<PathBuf> = env
        .get(kind.variable())
        .map(PathBuf::from)
        .into_iter()
        .collect();
    for folder in folders {
        for ending in ["yaml", "yml", "json"] {
            let place = folder.join(format!("{}.{ending}", kind.stem()));
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places
}

/// Returns the first file of a kind that exists. A file that a variable names must exist.
pub(super) fn find(
    kind: FileKind,
    env: &Env,
    system: &Path,
) -> Result<Option<SettingsFile>, Error> {
    for (index, place) in places(kind, env, system).into_iter().enumerate() {
        let named = index == 0 && env.get(kind.variable()).is_some();
        let path = env.directory.join(&place);
        match read(&path) {
            Ok(text) => {
                let content = parse(&path, &text)?;
                return Ok(Some(SettingsFile { path, content }));
            }
            Err(error) if !named && is_absent(&error) => {}
            Err(source) => return Err(Error::Unreadable { path, source }),
        }
    }
    Ok(None)
}

fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Reads a whole settings file.
pub(super) fn read(path: &Path) -> io::Result<String> {
    files::read_text(path, SIZE_LIMIT)
}

/// Parses YAML, which includes JSON. The error holds a position and the kind of mistake. The
/// parser's own message would quote the file, secrets included.
fn parse(path: &Path, text: &str) -> Result<Map<String, Value>, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Ok(Map::new());
    }
    let options = serde_saphyr::options! {
        duplicate_keys: DuplicateKeyPolicy::Error,
        leading_zero_numbers_as_strings: true,
        // A project may be called "no" or "n". Settings that are booleans are read as such later.
        strict_booleans: true,
    };
    let value: Value = serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let location = error.location();
        Error::Syntax {
            path: path.to_path_buf(),
            line: location.map_or(1, |location| location.line()),
            column: location.map_or(1, |location| location.column()),
            message: kind_of_mistake(&error).to_owned(),
        }
    })?;
    match value {
        Value::Object(content) => Ok(content),
        Value::Null => Ok(Map::new()),
        _ => Err(Error::Syntax {
            path: path.to_path_buf(),
            line: 1,
            column: 1,
            message: "the top level must be a mapping, such as 'clouds:'".to_owned(),
        }),
    }
}

fn kind_of_mistake(error: &serde_saphyr::Error) -> &'static str {
    match error.without_snippet() {
        serde_saphyr::Error::DuplicateMappingKey { .. } => {
            "a key stands here for the second time in its mapping"
        }
        serde_saphyr::Error::UnknownAnchor { .. } => "an alias names an anchor that is not there",
        _ => "this is not valid YAML",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Map<String, Value>, String> {
        parse(Path::new("clouds.yaml"), text).map_err(|error| error.to_string())
    }

    #[test]
    fn the_search_order_is_the_sdks() {
        let env = Env::for_test(
            Path::new("/project"),
            [("OS_CLIENT_CONFIG_FILE", "/my.yaml")],
        );
        let places = places(FileKind::Clouds, &env, Path::new("/etc/openstack"));
        let names: Vec<&str> = places.iter().filter_map(|path| path.to_str()).collect();
        assert_eq!(
            names,
            [
                "/my.yaml",
                "/project/clouds.yaml",
                "/project/clouds.yml",
                "/project/clouds.json",
                "/project/.config/openstack/clouds.yaml",
                "/project/.config/openstack/clouds.yml",
                "/project/.config/openstack/clouds.json",
                "/etc/openstack/clouds.yaml",
                "/etc/openstack/clouds.yml",
                "/etc/openstack/clouds.json",
            ]
        );
    }

    #[test]
    fn yaml_json_anchors_and_merges_are_read() {
        let text = "base: &base {a: 1, b: 2}\ntop:\n  <<: *base\n  b: 3\n";
        let content = parsed(text).unwrap();
        assert_eq!(content["top"], serde_json::json!({ "a": 1, "b": 3 }));
        assert_eq!(parsed(r#"{"clouds": {}}"#).unwrap().len(), 1);
        assert_eq!(parsed("\u{feff}# nothing\n").unwrap().len(), 0);
        assert_eq!(parsed("a: 0123\n").unwrap()["a"], "0123");
    }

    #[test]
    fn a_broken_file_is_refused_with_its_place_and_without_its_text() {
        for (text, place) in [
            (
                "clouds:\n  demo:\n    password: hush: hush\n",
                "clouds.yaml:3:",
            ),
            ("clouds: [hush\n", "clouds.yaml:"),
            (
                "a: hush\nb: 1\na: hush\n",
                "clouds.yaml:3:1: a key stands here",
            ),
            ("a: *hush\n", "clouds.yaml:1:"),
            (
                "- hush\n",
                "clouds.yaml:1:1: the top level must be a mapping",
            ),
            ("hush", "clouds.yaml:1:1: the top level must be a mapping"),
        ] {
            let message = parsed(text).unwrap_err();
            assert!(message.starts_with(place), "{text}: {message}");
            assert!(!message.contains("hush"), "{message}");
        }
    }
}
