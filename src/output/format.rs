//! The names of the output formats, after AWS's command line.

use std::fmt;
use std::str::FromStr;

/// The format of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Pretty JSON.
    Json,
    /// One YAML document.
    Yaml,
    /// A YAML sequence with one item per page, written as each page arrives.
    YamlStream,
    /// Tab-separated lines.
    Text,
    /// A table for people.
    Table,
    /// No output.
    Off,
}

impl Format {
    /// Every format, in the order of the help and of errors.
    pub const ALL: [Self; 6] = [
        Self::Json,
        Self::Yaml,
        Self::YamlStream,
        Self::Text,
        Self::Table,
        Self::Off,
    ];

    /// Returns the default format: a table for people, JSON for programs.
    pub fn auto(terminal: bool) -> Self {
        if terminal { Self::Table } else { Self::Json }
    }

    /// Returns the name by which the user chooses this format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::YamlStream => "yaml-stream",
            Self::Text => "text",
            Self::Table => "table",
            Self::Off => "off",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A word that is not an output format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no output format: it is one of json, yaml, yaml-stream, text, table, off")]
pub struct UnknownFormat(String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.name() == name)
            .ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back_and_told_in_the_error() {
        let error = "jsno".parse::<Format>().unwrap_err().to_string();
        for format in Format::ALL {
            assert_eq!(format.to_string().parse(), Ok(format));
            assert!(error.contains(format.name()), "{error}");
        }
    }

    #[test]
    fn people_get_a_table_and_programs_json() {
        assert_eq!(Format::auto(true), Format::Table);
        assert_eq!(Format::auto(false), Format::Json);
    }
}
