//! Microversions: the versions that a call needs and a server has. See
//! <https://docs.openstack.org/api-guide/compute/microversions.html>.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A microversion such as 2.26.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    major: u16,
    minor: u16,
}

impl Version {
    /// Returns the version `major.minor`.
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

impl FromStr for Version {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (major, minor) = text.split_once('.').ok_or(())?;
        Ok(Self {
            major: major.parse().map_err(|_| ())?,
            minor: minor.parse().map_err(|_| ())?,
        })
    }
}

/// The microversions that a server has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The lowest version.
    pub min: Version,
    /// The highest version.
    pub max: Version,
}

impl Range {
    /// Returns the first version of `wanted` (best first) that the server has.
    pub fn choose(self, wanted: &[Version]) -> Option<Version> {
        wanted
            .iter()
            .copied()
            .find(|version| (self.min..=self.max).contains(version))
    }
}

impl fmt::Display for Range {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} to {}", self.min, self.max)
    }
}

/// A version document, as services send it at an endpoint's root: one version, or a list of
/// versions (a bare list, or Keystone's `values`).
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum VersionDocument {
    One { version: VersionEntry },
    Many { versions: VersionList },
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum VersionList {
    Plain(Vec<VersionEntry>),
    Wrapped { values: Vec<VersionEntry> },
}

/// One version of an API.
#[derive(Debug, Deserialize)]
pub(super) struct VersionEntry {
    pub(super) id: String,
    #[serde(default)]
    pub(super) version: Option<String>,
    #[serde(default)]
    pub(super) max_version: Option<String>,
    #[serde(default)]
    pub(super) min_version: Option<String>,
    #[serde(default)]
    pub(super) links: Vec<Link>,
}

/// A link of a version document.
#[derive(Debug, Deserialize)]
pub(super) struct Link {
    pub(super) rel: String,
    pub(super) href: String,
}

impl VersionDocument {
    pub(super) fn entries(self) -> Vec<VersionEntry> {
        match self {
            Self::One { version } => vec![version],
            Self::Many {
                versions: VersionList::Plain(entries) | VersionList::Wrapped { values: entries },
            } => entries,
        }
    }

    /// Returns the range with the highest version, or `None` for an API without microversions.
    pub(super) fn range(self) -> Option<Range> {
        self.entries()
            .iter()
            .filter_map(VersionEntry::range)
            .max_by_key(|range| range.max)
    }
}

impl VersionEntry {
    fn range(&self) -> Option<Range> {
        let max = self.version.as_deref().filter(|text| !text.is_empty());
        let max = max.or(self.max_version.as_deref())?;
        Some(Range {
            min: self.min_version.as_deref()?.parse().ok()?,
            max: max.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(version("2.9") < version("2.26"));
        assert!(version("3.0") > version("2.104"));
        assert_eq!("2".parse::<Version>(), Err(()));
        assert_eq!("2.x".parse::<Version>(), Err(()));
    }

    #[test]
    fn the_first_wanted_version_in_range_is_chosen() {
        let range = Range {
            min: version("2.1"),
            max: version("2.25"),
        };
        assert_eq!(
            range.choose(&[version("2.26"), version("2.1")]),
            Some(version("2.1"))
        );
        assert_eq!(range.choose(&[version("2.26")]), None);
    }

    #[test]
    fn every_form_of_version_document_is_read() {
        let nova = r#"{"version": {"id": "v2.1", "version": "2.104", "min_version": "2.1"}}"#;
        let list = r#"{"versions": [{"id": "v2.0", "version": "", "min_version": ""},
                       {"id": "v2.1", "version": "2.104", "min_version": "2.1"}]}"#;
        let keystone = r#"{"versions": {"values": [{"id": "v3.14", "links": [
                       {"rel": "self", "href": "http://k/v3/"}]}]}}"#;
        let range = Range {
            min: version("2.1"),
            max: version("2.104"),
        };
        let read = |text| serde_json::from_str::<VersionDocument>(text).unwrap();
        assert_eq!(read(nova).range(), Some(range));
        assert_eq!(read(list).range(), Some(range));
        assert_eq!(read(keystone).range(), None);
        assert_eq!(read(keystone).entries()[0].links[0].href, "http://k/v3/");
    }
}
