//! The filter options of lists.

use clap::Args;

use super::pattern::Pattern;
use super::{Filterable, Filters, NamedFilter};
use crate::error::CommandError;
use crate::shorthand::FILTERS;
use crate::verbs::source::Sources;

const OPTION: &str = "--filters";
const EXAMPLE: &str = "such as: --filters Name=name,Values=web-1,db-*";

/// The filter options of a noun.
pub trait FilterOptions: Args {
    /// Reads all filters, or returns the error of a wrong one. No request has been sent yet.
    fn read<T: Filterable>(&self, sources: Sources<'_>) -> Result<Filters<T>, CommandError>;
}

/// The filter options of a noun without tags.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub struct FilterArgs {
    #[arg(
        long,
        value_name = "FILTER",
        num_args = 1..,
        action = clap::ArgAction::Append,
        help = "Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH"
    )]
    filters: Vec<String>,
    /// Show what has this name; * and ? stand for anything; several are alternatives
    #[arg(long, value_name = "NAME")]
    name: Vec<String>,
}

/// The filter options of a noun with tags.
#[derive(Args, Clone, Debug, Default)]
pub struct TaggedFilterArgs {
    #[command(flatten)]
    plain: FilterArgs,
    /// Show what has exactly this tag; repeat it to require several
    #[arg(long, value_name = "KEY=VALUE")]
    tag: Vec<String>,
}

impl FilterArgs {
    fn named(&self, sources: Sources<'_>) -> Result<Vec<NamedFilter>, CommandError> {
        let mut all = from_arguments(&self.filters, sources)?;
        all.extend(alternatives("name", &self.name));
        Ok(all)
    }
}

impl FilterOptions for FilterArgs {
    fn read<T: Filterable>(&self, sources: Sources<'_>) -> Result<Filters<T>, CommandError> {
        Filters::new(self.named(sources)?)
    }
}

impl FilterOptions for TaggedFilterArgs {
    fn read<T: Filterable>(&self, sources: Sources<'_>) -> Result<Filters<T>, CommandError> {
        let mut all = self.plain.named(sources)?;
        all.extend(tags(&self.tag)?);
        Filters::new(all)
    }
}

/// Returns the filters in arguments of `--filters`. Refuses a filter without a name or without
/// values: it would select more than the user means.
pub fn from_arguments(
    arguments: &[String],
    sources: Sources<'_>,
) -> Result<Vec<NamedFilter>, CommandError> {
    let mut all = Vec::new();
    for argument in arguments {
        let parsed = sources.shorthand(OPTION, argument, &FILTERS)?;
        let wrong =
            |why: &str| CommandError::usage(format!("{OPTION} '{argument}': {why}")).hint(EXAMPLE);
        let filters: Vec<Filter> =
            serde_json::from_value(parsed.value).map_err(|error| wrong(&error.to_string()))?;
        if filters.is_empty() {
            return Err(wrong("it has no filter"));
        }
        for filter in filters {
            let name = filter.name.filter(|name| !name.is_empty());
            let name = name.ok_or_else(|| wrong("a filter has no Name"))?;
            let values = filter.values.filter(|values| !values.is_empty());
            let values =
                values.ok_or_else(|| wrong(&format!("the filter '{name}' has no Values")))?;
            all.push((name, values));
        }
    }
    Ok(all)
}

/// A filter that the shorthand reader has validated.
#[derive(serde::Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Filter {
    name: Option<String>,
    values: Option<Vec<String>>,
}

/// Returns a filter of this name, if there are values for it.
pub fn alternatives(name: &str, values: &[String]) -> Option<NamedFilter> {
    (!values.is_empty()).then(|| (name.to_owned(), values.to_vec()))
}

/// Returns a filter of this name for values without wildcards, if there are any.
pub fn exact(name: &str, values: &[String]) -> Option<NamedFilter> {
    let values: Vec<String> = values.iter().map(|value| Pattern::literal(value)).collect();
    alternatives(name, &values)
}

/// Returns filters for tags of the form `KEY=VALUE`, all of which must match. The values have no
/// wildcards: `create --tag` takes the same text literally.
pub fn tags(tags: &[String]) -> Result<Vec<NamedFilter>, CommandError> {
    tags.iter()
        .map(|tag| match tag.split_once('=') {
            Some((key, value)) if !key.is_empty() => {
                Ok((format!("tag:{key}"), vec![Pattern::literal(value)]))
            }
            _ => Err(CommandError::usage(format!(
                "--tag '{tag}' is not of the form KEY=VALUE"
            ))),
        })
        .collect()
}
