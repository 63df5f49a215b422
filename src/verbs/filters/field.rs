//! What a noun can be filtered by: a table of names, each with the texts that one resource has for
//! it.

use std::borrow::Cow;

use crate::openstack::Resource;

/// A noun that can be filtered.
pub trait Filterable: Sized + 'static {
    /// What several of them are called, for errors.
    const PLURAL: &'static str;
    /// Whether it has tags, and so the filters `tag:KEY`, `tag-key` and `tag-value`.
    const TAGGED: bool;
    /// All other filters. One of them is `name`.
    const FIELDS: &'static [Field<Self>];

    /// The tags: keys with their values.
    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        Vec::new()
    }
}

/// One filter of a noun.
pub struct Field<T: 'static> {
    /// Its names; the first one is the filter's own, the others are for those who know it so.
    pub names: &'static [&'static str],
    /// The texts that a resource has for it. One of them must match.
    pub texts: fn(&T) -> Texts<'_>,
    /// What a value must look like.
    pub kind: Kind,
    /// The output's keys that a list must ask for first: `Addresses.NetworkId` stands for that key
    /// of each element of `Addresses`.
    pub needs: &'static [&'static str],
    /// The list's parameter with which the service filters by a plain value, and no more strictly
    /// than the table does.
    pub asked: Option<Asked>,
}

/// How a service is asked to filter.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The list's parameter.
    pub parameter: &'static str,
    /// Whether the service takes this value as it stands.
    pub takes: fn(&str) -> bool,
}

/// What a value must look like. A value of another kind would match nothing, and say nothing.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Anything.
    Text,
    /// `true` or `false`.
    Boolean,
    /// Digits.
    Number,
    /// What this function takes, in small letters.
    Word(fn(&str) -> Result<(), String>),
}

impl<T> Field<T> {
    /// A filter with these names and these texts.
    pub const fn new(names: &'static [&'static str], texts: fn(&T) -> Texts<'_>) -> Self {
        Self {
            names,
            texts,
            kind: Kind::Text,
            needs: &[],
            asked: None,
        }
    }

    /// Sets what a value must look like.
    #[must_use]
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Sets what a list must ask for first.
    #[must_use]
    pub const fn needs(mut self, keys: &'static [&'static str]) -> Self {
        self.needs = keys;
        self
    }

    /// Sets the service's own parameter for it.
    #[must_use]
    pub const fn asked(self, parameter: &'static str) -> Self {
        self.asked_where(parameter, |value| !value.is_empty())
    }

    /// The same for those values alone that the service takes as they stand.
    #[must_use]
    pub const fn asked_where(mut self, parameter: &'static str, takes: fn(&str) -> bool) -> Self {
        self.asked = Some(Asked { parameter, takes });
        self
    }
}

/// The texts that a resource has for a filter.
#[derive(Debug, Default)]
pub struct Texts<'a>(Vec<Cow<'a, str>>);

impl<'a> Texts<'a> {
    /// Each of these.
    pub fn each<S: Into<Cow<'a, str>>>(texts: impl IntoIterator<Item = S>) -> Self {
        Self(texts.into_iter().map(Into::into).collect())
    }

    /// One, if there is one.
    pub fn maybe<S: Into<Cow<'a, str>>>(text: Option<S>) -> Self {
        Self::each(text)
    }

    /// One.
    pub fn one(text: impl Into<Cow<'a, str>>) -> Self {
        Self::each([text])
    }

    /// A number, a boolean, or whatever else has a text.
    pub fn shown(value: &impl ToString) -> Self {
        Self::one(value.to_string())
    }

    /// A time, as ostk writes it and as EC2 does, with thousandths.
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

/// The name, for a noun's filter by it.
pub fn name_of<T: Resource>(resource: &T) -> Texts<'_> {
    Texts::one(resource.name())
}

/// The same for the ID.
pub fn id_of<T: Resource>(resource: &T) -> Texts<'_> {
    Texts::one(resource.id())
}

/// Neutron's tags of the form `KEY=VALUE`.
pub fn pairs_in(labels: &[String]) -> Vec<(&str, &str)> {
    labels
        .iter()
        .filter_map(|label| label.split_once('='))
        .filter(|(key, _)| !key.is_empty())
        .collect()
}
