//! Keys that a list shows only on request, because the list's own response lacks them. `null` means
//! that the cloud has no value. A key that was not asked for is absent.

use std::collections::BTreeSet;
use std::fmt::Display;

use serde::{Serialize, Serializer};

use super::notes::Notes;
use crate::error::CommandError;
use crate::output::Output;

/// A key's value, if it was asked for. A field of this type needs `#[serde(skip_serializing_if =
/// "Answered::is_absent")]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answered<T> {
    /// No request was sent, or there was no response.
    #[default]
    Absent,
    /// The value; `None` if the cloud has none or doesn't show it.
    Told(Option<T>),
}

impl<T> Answered<T> {
    /// Returns whether to leave the key out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Returns the value, if it is known and there is one.
    pub fn as_ref(&self) -> Option<&T> {
        match self {
            Self::Told(value) => value.as_ref(),
            Self::Absent => None,
        }
    }

    /// Returns the value itself, if it is known and there is one.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Told(value) => value,
            Self::Absent => None,
        }
    }
}

impl Answered<String> {
    /// Returns the text, if it is known and there is one.
    pub fn as_deref(&self) -> Option<&str> {
        self.as_ref().map(String::as_str)
    }
}

impl<T: Serialize> Serialize for Answered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().serialize(serializer)
    }
}

/// The sources that a command asks beside a noun's own list, by the keys that they provide.
#[derive(Clone, Debug)]
pub struct AskedSources<S: 'static> {
    keys: &'static [(&'static str, S)],
    asked: BTreeSet<S>,
    /// The sources with a key that the user named.
    named: BTreeSet<S>,
}

impl<S: Copy + Ord> AskedSources<S> {
    /// Returns the sources of the keys that the query names, or all sources if `full`.
    pub fn new(keys: &'static [(&'static str, S)], output: &Output, full: bool) -> Self {
        let named = keys.iter().filter(|(key, _)| output.query_names(key));
        let asked = keys.iter().filter(|_| full);
        Self {
            keys,
            asked: asked.map(|(_, source)| *source).collect(),
            named: named.map(|(_, source)| *source).collect(),
        }
    }

    /// Returns the sources that another option of the user's needs, such as a filter.
    pub fn needed(
        keys: &'static [(&'static str, S)],
        sources: impl IntoIterator<Item = S>,
    ) -> Self {
        Self {
            keys,
            asked: BTreeSet::new(),
            named: sources.into_iter().collect(),
        }
    }

    /// Adds sources that the command itself asks.
    #[must_use]
    pub fn with(mut self, sources: impl IntoIterator<Item = S>) -> Self {
        self.asked.extend(sources);
        self
    }

    /// Returns whether a source is asked.
    pub fn has(&self, source: S) -> bool {
        self.asked.contains(&source) || self.named.contains(&source)
    }

    /// Returns whether no source is asked.
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty() && self.named.is_empty()
    }

    /// Reports what is missing after sources have failed. This is an error if the user named one of
    /// their keys, since an absent key would read as none. Otherwise it is a warning.
    pub fn failed<E: Display + Into<CommandError>>(
        &self,
        notes: &Notes,
        sources: &[S],
        error: E,
    ) -> Result<(), CommandError> {
        let keys: Vec<&str> = self
            .keys
            .iter()
            .filter(|(_, source)| sources.contains(source) && self.has(*source))
            .map(|(key, _)| *key)
            .collect();
        let keys = keys.join(", ");
        if sources.iter().any(|source| self.named.contains(source)) {
            return Err(error.into().hint(format!(
                "the query or a filter names what this service tells: {keys}"
            )));
        }
        notes.warn(&format!("{keys} can't be shown: {error}"));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::Stream;
    use crate::output::{Format, Query};

    const KEYS: [(&str, u8); 3] = [("A", 1), ("B", 1), ("C", 2)];

    #[derive(Serialize)]
    struct Shown {
        #[serde(skip_serializing_if = "Answered::is_absent")]
        key: Answered<u8>,
    }

    #[test]
    fn a_key_is_absent_null_or_there() {
        for (key, expected) in [
            (Answered::Absent, "{}"),
            (Answered::Told(None), r#"{"key":null}"#),
            (Answered::Told(Some(1)), r#"{"key":1}"#),
        ] {
            assert_eq!(serde_json::to_string(&Shown { key }).unwrap(), expected);
        }
    }

    #[test]
    fn what_is_named_is_asked_and_all_where_everything_is_shown() {
        let of = |query: &str, full: bool| {
            let query = (!query.is_empty()).then(|| Query::compile(query).unwrap());
            let output = Output::new(
                Format::Json,
                query,
                false,
                Stream::new(std::io::sink(), None),
            );
            let sources = AskedSources::new(&KEYS, &output, full);
            (sources.has(1), sources.has(2))
        };
        assert_eq!(of("", false), (false, false));
        assert_eq!(of("", true), (true, true));
        assert_eq!(of("X[].*", false), (false, false));
        assert_eq!(of("X[].B", false), (true, false));
        assert_eq!(of("sort_by(X, &C)[?D=='A'].{A: E}", false), (false, true));
    }
}
