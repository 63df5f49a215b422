//! The targets of a command: names or IDs as words, or after AWS's own option for them, which takes
//! several words.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use bytes::Bytes;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use super::context::Context;
use super::find_all;
use super::paging::PagingArgs;
use super::source::excerpt;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Call, Pager, Resource};

/// A kind of resource that AWS's options name.
pub trait Targeted {
    /// The options that take names or IDs, in the plural and without leading hyphens:
    /// `instance-ids`. The singular is accepted as well.
    const OPTIONS: &'static [&'static str];
}

/// A kind of resource for which AWS has no option.
#[derive(Debug)]
pub enum Plain {}

impl Targeted for Plain {
    const OPTIONS: &'static [&'static str] = &[];
}

/// The targets of a command: words, and the values of AWS's option.
pub struct Targets<T = Plain, const REQUIRED: bool = true> {
    targets: Vec<String>,
    kind: PhantomData<fn() -> T>,
}

/// The arguments of a plain noun's `describe`.
pub type DescribeArgs<T = Plain> = Targets<T>;

/// AWS's option alone: lists these resources instead of all.
pub struct Ids<T = Plain>(Targets<T, false>);

/// Why a list of named resources takes no `--starting-token`.
pub const NAMED_HAS_NO_START: &str =
    "--starting-token continues a whole list, and this one names its items";

const WORDS: &str = "targets";
const IDS: &str = "ids";

fn option<T: Targeted>() -> Option<Arg> {
    let (name, others) = T::OPTIONS.split_first()?;
    let singular = T::OPTIONS.iter().filter_map(|name| name.strip_suffix('s'));
    Some(
        Arg::new(IDS)
            .long(*name)
            .visible_aliases(others.iter().copied())
            .aliases(singular)
            .value_name("TARGET")
            .num_args(1..)
            .action(ArgAction::Append)
            .help("Take these names or IDs, as in AWS: all words up to the next option"),
    )
}

fn values(matches: &ArgMatches, id: &str) -> Vec<String> {
    match matches.try_get_many::<String>(id) {
        Ok(Some(values)) => values.cloned().collect(),
        // AWS has no option for this kind of resource.
        Ok(None) | Err(_) => Vec::new(),
    }
}

/// Returns the values of AWS's option: words, or a list in JSON. Refuses an empty list: it must not
/// mean all.
fn listed<T: Targeted>(matches: &ArgMatches) -> Result<Vec<String>, clap::Error> {
    let values = values(matches, IDS);
    let [only] = values.as_slice() else {
        return Ok(values);
    };
    if !only.trim_start().starts_with('[') {
        return Ok(values);
    }
    let option = T::OPTIONS.first().copied().unwrap_or_default();
    let wrong = |why: String| {
        clap::Error::raw(
            clap::error::ErrorKind::InvalidValue,
            format!("--{option} '{}' {why}\n", excerpt(only)),
        )
    };
    let listed: Vec<String> = serde_json::from_str(only)
        .map_err(|error| wrong(format!("is not a list of texts in JSON: {error}")))?;
    if listed.is_empty() {
        return Err(wrong("is an empty list".to_owned()));
    }
    Ok(listed)
}

impl<T: Targeted, const REQUIRED: bool> Args for Targets<T, REQUIRED> {
    fn augment_args(command: Command) -> Command {
        let mut words = Arg::new(WORDS)
            .value_name("TARGET")
            .num_args(0..)
            .action(ArgAction::Append)
            .help("Names or IDs; '-' reads them from standard input, one a line");
        let option = option::<T>();
        if REQUIRED {
            words = words.num_args(1..);
            words = match option {
                Some(_) => words.required_unless_present(IDS),
                None => words.required(true),
            };
        }
        command.arg(words).args(option)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<T: Targeted, const REQUIRED: bool> FromArgMatches for Targets<T, REQUIRED> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut targets = values(matches, WORDS);
        targets.extend(listed::<T>(matches)?);
        Ok(targets.into())
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl<T: Targeted> Args for Ids<T> {
    fn augment_args(command: Command) -> Command {
        command.args(option::<T>())
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<T: Targeted> FromArgMatches for Ids<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self(listed::<T>(matches)?.into()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl<T, const REQUIRED: bool> From<Vec<String>> for Targets<T, REQUIRED> {
    fn from(targets: Vec<String>) -> Self {
        Self {
            targets,
            kind: PhantomData,
        }
    }
}

impl<T, const REQUIRED: bool> Deref for Targets<T, REQUIRED> {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.targets
    }
}

impl<T> Deref for Ids<T> {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl<T, const REQUIRED: bool> Clone for Targets<T, REQUIRED> {
    fn clone(&self) -> Self {
        self.targets.clone().into()
    }
}

impl<T> Clone for Ids<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Ids<T> {
    fn default() -> Self {
        Self(Vec::new().into())
    }
}

impl<T, const REQUIRED: bool> fmt::Debug for Targets<T, REQUIRED> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.targets.fmt(formatter)
    }
}

impl<T> fmt::Debug for Ids<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// The items of a list: all of them page by page, or the named ones.
pub enum TargetSource<'a, T> {
    /// All of them.
    All(Box<Pager<'a, T>>),
    /// The named items, as one page.
    Named(Option<TargetBatch<T>>),
}

/// Some items of a list, with the service's own responses.
pub struct TargetBatch<T> {
    /// The items.
    pub items: Vec<T>,
    /// The responses that contained them.
    pub bodies: Vec<Bytes>,
    /// Whether more follow.
    pub more: bool,
}

impl<'a, T: Resource> TargetSource<'a, T> {
    /// Returns the named resources, or else everything that `call` lists. An unknown name or ID is
    /// reported as an error, and the exit code says so.
    pub async fn new(
        context: &'a Context,
        ids: &[String],
        paging: &PagingArgs,
        call: Call,
        limit: Option<u32>,
    ) -> Result<(Self, ExitCode), CommandError> {
        if ids.is_empty() {
            let pager = Pager::new(&context.session, call, limit);
            return Ok((Self::All(Box::new(pager)), ExitCode::Success));
        }
        if paging.starting_token.is_some() {
            return Err(CommandError::usage(NAMED_HAS_NO_START));
        }
        let (found, exit) = find_all::<T>(context, ids, T::NOUN.operation).await?;
        let mut batch = TargetBatch {
            items: Vec::new(),
            bodies: Vec::new(),
            more: false,
        };
        for found in found {
            batch.bodies.push(found.answer.body().clone());
            batch.items.push(found.item);
        }
        Ok((Self::Named(Some(batch)), exit))
    }

    /// Returns the next items; `None` after the last.
    pub async fn next(&mut self) -> Result<Option<TargetBatch<T>>, CommandError> {
        match self {
            Self::All(pager) => Ok(pager.next().await?.map(|page| TargetBatch {
                bodies: vec![page.answer.body().clone()],
                items: page.items,
                more: page.more,
            })),
            Self::Named(batch) => Ok(batch.take()),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    struct Thing;

    impl Targeted for Thing {
        const OPTIONS: &'static [&'static str] = &["thing-ids", "thing-names"];
    }

    #[derive(Parser)]
    #[command(args_override_self = true)]
    struct Describe {
        #[command(flatten)]
        targets: DescribeArgs<Thing>,
        #[arg(long)]
        yes: bool,
    }

    #[derive(Parser)]
    struct Act {
        #[command(flatten)]
        targets: Targets<Thing, false>,
    }

    #[derive(Parser)]
    struct List {
        #[command(flatten)]
        ids: Ids<Thing>,
    }

    fn words(line: &str) -> Vec<&str> {
        std::iter::once("x")
            .chain(line.split_whitespace())
            .collect()
    }

    #[test]
    fn targets_are_words_or_values_of_an_option_or_both() {
        for (line, targets) in [
            ("a b", Some(vec!["a", "b"])),
            ("--thing-ids a b --yes", Some(vec!["a", "b"])),
            ("--thing-ids a --yes --thing-ids b", Some(vec!["a", "b"])),
            ("--thing-names=a", Some(vec!["a"])),
            ("--thing-id a", Some(vec!["a"])),
            (r#"--thing-ids ["a","b"]"#, Some(vec!["a", "b"])),
            (r#"--thing-ids ["a","b""#, None),
            ("a --yes --thing-ids b -", Some(vec!["a", "b", "-"])),
            ("", None),
            ("--yes", None),
            ("--thing-ids", None),
            ("--thing-ids --yes", None),
        ] {
            let parsed = Describe::try_parse_from(words(line)).ok();
            assert_eq!(
                parsed.map(|args| args.targets.to_vec()),
                owned(targets),
                "{line}"
            );
        }
    }

    #[test]
    fn an_option_without_a_value_never_means_all() {
        for (line, targets) in [
            ("", Some(vec![])),
            ("--thing-ids a b", Some(vec!["a", "b"])),
            ("--thing-ids", None),
        ] {
            let listed = List::try_parse_from(words(line)).ok();
            assert_eq!(
                listed.map(|args| args.ids.to_vec()),
                owned(targets.clone()),
                "{line}"
            );
            let acted = Act::try_parse_from(words(line)).ok();
            assert_eq!(
                acted.map(|args| args.targets.to_vec()),
                owned(targets),
                "{line}"
            );
        }
        assert!(List::try_parse_from(words("a")).is_err());
    }

    fn owned(targets: Option<Vec<&str>>) -> Option<Vec<String>> {
        targets.map(|targets| targets.into_iter().map(str::to_owned).collect())
    }
}
