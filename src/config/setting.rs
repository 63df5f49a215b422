//! A value that remembers where it came from.

use std::fmt;
use std::path::PathBuf;

/// A value and its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub origin: Origin,
}

/// Where a setting came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A flag of the command line.
    Flag(&'static str),
    /// An environment variable.
    Variable(String),
    /// A key of a file.
    File {
        /// The file.
        path: PathBuf,
        /// The key, as a path such as `clouds.demo.region_name`.
        key: String,
    },
    /// It belongs to a cloud that needs no file.
    BuiltIn,
    /// Nobody has set it.
    Default,
}

impl<T> Setting<T> {
    /// A value with its origin.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// Another value of the same origin.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Setting<U> {
        Setting::new(change(self.value), self.origin)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => formatter.write_str(name),
            Self::Variable(name) => write!(formatter, "variable {name}"),
            Self::File { path, key } => write!(formatter, "{} ({key})", path.display()),
            Self::BuiltIn => formatter.write_str("built in"),
            Self::Default => formatter.write_str("default"),
        }
    }
}
