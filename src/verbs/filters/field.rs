//! The filters of a noun: a table of names, each with the texts of a resource that it compares.

use std::borrow::Cow;

use crate::openstack::Resource;

/// A noun that can be filtered.
pub trait Filterable: Sized + 'static {
    /// The noun's plural, for errors.
    const PLURAL: &'static str;
    /// Whether it has tags, and so the filters `tag:KEY`, `tag-key` and `tag-value`.
    const TAGGED: bool;
    /// All other filters. One of them is `name`.
    const FIELDS: &'static [Field<Self>];

    /// Returns the tags: keys with their values.
    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        Vec::new()
    }
}

/// One filter of a noun.
pub struct Field<T: 'static> {
    /// The names. The first one is the filter's own; the others are aliases from other tools.
    pub names: &'static [&'static str],
    /// Returns the texts of a resource. One of them must match.
    pub texts: fn(&T) -> Texts<'_>,
    /// The format of a value.
    pub kind: FieldKind,
    /// The output's keys that a list must fetch first. `Addresses.NetworkId` stands for that key of
    /// each element of `Addresses`.
    pub needs: &'static [&'static str],
    /// The list's parameter for a plain value. The service must not filter more strictly with it
    /// than the table does.
    pub asked: Option<Asked>,
}

/// How a service filters.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The list's parameter.
    pub parameter: &'static str,
    /// Returns whether the service takes this value unchanged.
    pub takes: fn(&str) -> bool,
}

/// The format of a value. Without this check, a wrong value would match nothing and cause no error.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// Anything.
    Text,
    /// `true` or `false`.
    Boolean,
    /// Digits.
    Number,
    /// A word that this function accepts, in lower case.
    Word(fn(&str) -> Result<(), String>),
}

impl<T> Field<T> {
    /// Returns a filter with these names and texts.
    pub const fn new(names: &'static [&'static str], texts: fn(&T) -> Texts<'_>) -> Self {
        Self {
            names,
            texts,
            kind: FieldKind::Text,
            needs: &[],
            asked: None,
        }
    }

    /// Sets the format of a value.
    #[must_use]
    pub const fn kind(mut self, kind: FieldKind) -> Self {
        self.kind = kind;
        self
    }

    /// Sets the keys that a list must fetch first.
    #[must_use]
    pub const fn needs(mut self, keys: &'static [&'static str]) -> Self {
        self.needs = keys;
        self
    }

    /// Sets the service's own parameter for the filter.
    #[must_use]
    pub const fn asked(self, parameter: &'static str) -> Self {
        self.asked_where(parameter, |value| !value.is_empty())
    }

    /// Sets the service's own parameter, only for values that the service takes unchanged.
    #[must_use]
    pub const fn asked_where(mut self, parameter: &'static str, takes: fn(&str) -> bool) -> Self {
        self.asked = Some(Asked { parameter, takes });
        self
    }
}

/// The texts of a resource for one filter.
#[derive(Debug, Default)]
pub struct Texts<'a>(Vec<Cow<'a, str>>);

impl<'a> Texts<'a> {
    /// Returns several texts.
    pub fn each<S: Into<Cow<'a, str>>>(texts: impl IntoIterator<Item = S>) -> Self {
        Self(texts.into_iter().map(Into::into).collect())
    }

    /// Returns one text, if there is one.
    pub fn maybe<S: Into<Cow<'a, str>>>(text: Option<S>) -> Self {
        Self::each(text)
    }

    /// Returns one text.
    pub fn one(text: impl Into<Cow<'a, str>>) -> Self {
        Self::each([text])
    }

    /// Returns the text of a number, a boolean or another value.
    pub fn shown(value: &impl ToString) -> Self {
        Self::one(value.to_string())
    }

    /// Returns a time in two forms: ostk's, and EC2's with milliseconds.
    pub fn time(text: Option<String>) -> Self {
        let with_thousandths = text
            .as_deref()
            .and_then(|text| text.strip_suffix('Z'))
            .map(|text| format!("{text}.000Z"));
        Self::each(text.into_iter().chain(with_thousandths))
    }

    pub(super) fn any(&self, matches: impl Fn(&str) -> bool) -> bool {
        self.0.iter().any(|text| matches(text))
    }
}

/// Returns the name, for the filter `name`.
pub fn name_of<T: Resource>(resource: &T) -> Texts<'_> {
    Texts::one(resource.name())
}

/// Returns the ID, for a noun's filter by ID.
pub fn id_of<T: Resource>(resource: &T) -> Texts<'_> {
    Texts::one(resource.id())
}

/// Returns Neutron's tags of the form `KEY=VALUE` as pairs.
pub fn pairs_in(labels: &[String]) -> Vec<(&str, &str)> {
    labels
        .iter()
        .filter_map(|label| label.split_once('='))
        .filter(|(key, _)| !key.is_empty())
        .collect()
}
