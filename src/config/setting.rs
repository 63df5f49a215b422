//! A value that stores its origin.

use std::fmt;
use std::path::PathBuf;

/// A value and its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// The value's origin.
    pub origin: Origin,
}

/// The source of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A flag on the command line.
    Flag(&'static str),
    /// An environment variable.
    Variable(String),
    /// A key in a file.
    File {
        /// The file.
        path: PathBuf,
        /// The key, as a path such as `clouds.demo.region_name`.
        key: String,
    },
    /// A built-in cloud, which needs no file.
    BuiltIn,
    /// The default: no source set it.
    Default,
}

impl<T> Setting<T> {
    /// Creates a setting.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// Returns a setting with the changed value and the same origin.
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
