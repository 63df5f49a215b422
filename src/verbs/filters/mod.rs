//! Filters like EC2's, for every noun. Values of one filter are alternatives; several filters must
//! all match. Every filter is applied here. If the service can filter by it as well, the request
//! asks for that, so that the response is smaller.

mod args;
mod field;
mod pattern;

pub use self::args::{
    FilterArgs, FilterOptions, TaggedFilterArgs, alternatives, exact, from_arguments, tags,
};
pub use self::field::{Asked, Field, FieldKind, Filterable, Texts, id_of, name_of, pairs_in};
pub use self::pattern::Pattern;
use crate::error::CommandError;

/// A filter's name and values, as the user wrote them.
pub type NamedFilter = (String, Vec<String>);

/// All filters of a command.
pub struct Filters<T: Filterable>(Vec<Filter<T>>);

/// One filter: the part of a resource to compare, and the accepted values.
pub struct Filter<T: Filterable> {
    what: What<T>,
    values: Vec<Pattern>,
}

enum What<T: 'static> {
    Field(&'static Field<T>),
    /// The value of the tag with this key.
    Tag(String),
    TagKey,
    TagValue,
}

impl<T: Filterable> Default for Filters<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Filterable> Filters<T> {
    /// Returns filters with these names and values. Refuses a filter that the noun doesn't have or
    /// that can't match.
    pub fn new(named: impl IntoIterator<Item = NamedFilter>) -> Result<Self, CommandError> {
        let filters = named
            .into_iter()
            .map(|(name, values)| Filter::new(&name, &values));
        filters.collect::<Result<_, _>>().map(Self)
    }

    /// Returns whether all filters match a resource.
    pub fn matches(&self, resource: &T) -> bool {
        self.0.iter().all(|filter| filter.matches(resource))
    }

    /// Returns whether there are no filters.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns each filter.
    pub fn iter(&self) -> impl Iterator<Item = &Filter<T>> {
        self.0.iter()
    }

    /// Returns the output's keys that must be fetched before [`Filters::matches`].
    pub fn needs(&self) -> impl Iterator<Item = &'static str> {
        let filters = self.0.iter();
        filters.flat_map(|filter| filter.needs().iter().copied())
    }

    /// Returns the query parameters for the service. The response then still has everything that
    /// matches. If several filters use the same parameter, only the first one is sent.
    pub fn query(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        for filter in &self.0 {
            let What::Field(Field {
                asked: Some(asked), ..
            }) = filter.what
            else {
                continue;
            };
            if let Some(value) = filter.only()
                && (asked.takes)(value)
                && !all.iter().any(|(there, _)| there == asked.parameter)
            {
                all.push((asked.parameter.to_owned(), value.to_owned()));
            }
        }
        all
    }
}

impl<T: Filterable> Filter<T> {
    fn new(name: &str, values: &[String]) -> Result<Self, CommandError> {
        // An empty list would match nothing, which no user means.
        if values.is_empty() {
            return Err(CommandError::usage(format!(
                "the filter '{name}' has no values"
            )));
        }
        let what = What::named(name)?;
        let kind = match what {
            What::Field(field) => field.kind,
            _ => FieldKind::Text,
        };
        let values = values
            .iter()
            .map(|value| kind.read(name, value))
            .collect::<Result<_, _>>()?;
        Ok(Self { what, values })
    }

    /// Returns the first of its names in the table; `None` for a tag.
    pub fn name(&self) -> Option<&'static str> {
        match self.what {
            What::Field(field) => field.names.first().copied(),
            _ => None,
        }
    }

    /// Returns the output's keys that must be fetched first.
    pub fn needs(&self) -> &'static [&'static str] {
        match self.what {
            What::Field(field) => field.needs,
            _ => &[],
        }
    }

    /// Returns the values.
    pub fn values(&self) -> &[Pattern] {
        &self.values
    }

    /// Returns the values as plain texts; `None` if one of them is a pattern.
    pub fn plain(&self) -> Option<Vec<&str>> {
        self.values.iter().map(Pattern::plain).collect()
    }

    /// Returns the value, if there is exactly one and it is plain.
    pub fn only(&self) -> Option<&str> {
        match self.values.as_slice() {
            [one] => one.plain(),
            _ => None,
        }
    }

    fn matches(&self, resource: &T) -> bool {
        let is = |text: &str| self.values.iter().any(|value| value.matches(text));
        match &self.what {
            What::Field(field) => (field.texts)(resource).any(is),
            What::Tag(wanted) => {
                let mut tags = resource.tag_pairs().into_iter();
                tags.any(|(key, value)| key == wanted && is(value))
            }
            What::TagKey => resource.tag_pairs().iter().any(|(key, _)| is(key)),
            What::TagValue => resource.tag_pairs().iter().any(|(_, value)| is(value)),
        }
    }
}

impl<T: Filterable> What<T> {
    fn named(name: &str) -> Result<Self, CommandError> {
        // In AWS, a resource's name is the value of this tag.
        let looked_up = if name == "tag:Name" { "name" } else { name };
        if let Some(field) = T::FIELDS
            .iter()
            .find(|field| field.names.contains(&looked_up))
        {
            return Ok(Self::Field(field));
        }
        match name.strip_prefix("tag:") {
            Some(key) if T::TAGGED && !key.is_empty() => return Ok(Self::Tag(key.to_owned())),
            None if T::TAGGED && name == "tag-key" => return Ok(Self::TagKey),
            None if T::TAGGED && name == "tag-value" => return Ok(Self::TagValue),
            _ => {}
        }
        let mut known: Vec<&str> = T::FIELDS
            .iter()
            .flat_map(|field| field.names.iter().copied())
            .collect();
        if T::TAGGED {
            known.extend(["tag:KEY", "tag-key", "tag-value"]);
        } else {
            known.push("tag:Name");
        }
        Err(
            CommandError::usage(format!("'{name}' is not a filter of {}", T::PLURAL))
                .hint(format!("the filters are: {}", known.join(", "))),
        )
    }
}

impl FieldKind {
    /// Reads a value, which may have wildcards.
    fn read(self, filter: &str, value: &str) -> Result<Pattern, CommandError> {
        let pattern = match self {
            Self::Text | Self::Number => Pattern::new(value),
            Self::Boolean | Self::Word(_) => Pattern::new(&value.to_lowercase()),
        };
        let Some(plain) = pattern.plain() else {
            return Ok(pattern);
        };
        let wrong = |expected: &str| {
            Err(CommandError::usage(format!(
                "the filter '{filter}' takes {expected}, and '{value}' is none"
            )))
        };
        match self {
            Self::Boolean if !matches!(plain, "true" | "false") => wrong("true or false"),
            Self::Number if plain.parse::<i64>().is_err() => wrong("a number"),
            Self::Word(check) => match check(plain) {
                Ok(()) => Ok(pattern),
                Err(message) => Err(CommandError::usage(message)),
            },
            _ => Ok(pattern),
        }
    }
}

#[cfg(test)]
mod tests;
