//! The verbs of a plain noun: list, describe, create and delete. A noun provides its struct, its
//! names on the wire, and the columns of its table.

pub mod asked_keys;
pub mod claim;
pub mod context;
pub mod create;
pub mod delete;
pub mod duration;
pub mod filters;
pub mod log;
pub mod notes;
pub mod once;
pub mod paging;
pub mod permission;
pub mod progress;
pub mod recorder;
pub mod signals;
pub mod source;
pub mod tags;
pub mod targets;
pub mod waiting;

use std::collections::HashSet;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;

use self::context::{Context, read_targets};
use self::filters::{FilterArgs, FilterOptions, Filterable};
use self::paging::{Collector, PagingArgs};
pub use self::targets::DescribeArgs;
use self::targets::{Ids, Plain, TargetSource, Targeted};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::noun::Noun;
use crate::openstack::{Call, Error as CloudError, Found, Resource, find, list_call};
use crate::output::{Page, Tabular};

/// A resource that is printed from its own struct.
pub trait View: Resource + Serialize + Tabular + Targeted + Filterable {
    /// The list's key in the output.
    const KEY: &'static str;
}

/// The arguments of a plain noun's `list`. Nouns with tags have options for these, too.
#[derive(Args, Debug)]
pub struct ListArgs<T: Targeted = Plain, F: Args = FilterArgs> {
    #[command(flatten)]
    ids: Ids<T>,
    #[command(flatten)]
    paging: PagingArgs,
    // The filters come last: their heading would be above the options that follow.
    #[command(flatten)]
    filters: F,
}

/// The default number of requests that a command sends in parallel.
pub const PARALLEL: usize = 16;

/// Lists a noun.
pub async fn list<T: View, F: FilterOptions>(
    context: &Context,
    args: &ListArgs<T, F>,
) -> Result<ExitCode, CommandError> {
    list_by(context, args, list_call::<T>()).await
}

/// Lists what `call` returns.
pub async fn list_by<T: View, F: FilterOptions>(
    context: &Context,
    args: &ListArgs<T, F>,
    call: Call,
) -> Result<ExitCode, CommandError> {
    let filters = args.filters.read::<T>(context.sources())?;
    let limit = args.paging.limit(context.page_size, !filters.is_empty());
    let call = args
        .paging
        .apply::<T>(call.queries(filters.query()), limit)?;
    let (mut source, exit) =
        TargetSource::<T>::new(context, &args.ids, &args.paging, call, limit).await?;
    let mut collector = Collector::new(&args.paging);
    while let Some(page) = source.next().await? {
        collector.bodies.extend(page.bodies);
        if !collector.add_page(page.items, |item| filters.matches(item), page.more) {
            break;
        }
    }
    show_list(context, T::KEY, T::NOUN, collector)?;
    Ok(exit)
}

/// Prints the collected items of a list.
pub fn show_list<T: Serialize + Tabular>(
    context: &Context,
    key: &'static str,
    noun: &Noun,
    collector: Collector<T>,
) -> Result<ExitCode, CommandError> {
    if context.raw {
        context.output.raw(&collector.bodies)?;
        return Ok(ExitCode::Success);
    }
    let page = Page {
        key,
        items: collector.items,
        next_token: collector.next_token,
    };
    let shown = context.output.list(&page)?;
    if shown {
        tell_more(context, page.next_token.as_deref());
    } else {
        context
            .notes
            .note(&format!("There are no {} to show.", noun.plural));
    }
    Ok(ExitCode::Success)
}

/// Tells a user at a terminal how to see the rest of a list.
pub fn tell_more(context: &Context, next_token: Option<&str>) {
    if let (Some(token), Some(_)) = (next_token, context.notes.stream.terminal()) {
        context.notes.note(&format!(
            "There are more: --starting-token {token} goes on."
        ));
    }
}

/// Describes the named resources.
pub async fn describe<T: View>(
    context: &Context,
    args: &DescribeArgs<T>,
) -> Result<ExitCode, CommandError> {
    let (found, exit) = find_all::<T>(context, args, T::NOUN.operation).await?;
    if context.raw {
        return show_raw(context, &found, exit);
    }
    let items = found.into_iter().map(|found| found.item).collect();
    show_described(context, T::KEY, items, exit)
}

/// Prints resources in full.
pub fn show_described<T: Serialize + Tabular>(
    context: &Context,
    key: &'static str,
    items: Vec<T>,
    exit: ExitCode,
) -> Result<ExitCode, CommandError> {
    context.output.detail(&Page {
        key,
        items,
        next_token: None,
    })?;
    Ok(exit)
}

/// Prints the resource that a command created. JSON and YAML have no list around it.
pub fn show_made<T: Serialize>(
    context: &Context,
    item: &T,
    exit: ExitCode,
) -> Result<ExitCode, CommandError> {
    context.output.value(item)?;
    Ok(exit)
}

/// Prints the services' own responses, each once.
pub fn show_raw<T>(
    context: &Context,
    found: &[Found<T>],
    exit: ExitCode,
) -> Result<ExitCode, CommandError> {
    let bodies: Vec<_> = found
        .iter()
        .map(|found| found.answer.body().clone())
        .collect();
    context.output.raw(&bodies)?;
    Ok(exit)
}

/// Finds all targets in parallel, for an operation.
pub async fn find_all<T: Resource>(
    context: &Context,
    targets: &[String],
    operation: &'static str,
) -> Result<(Vec<Found<T>>, ExitCode), CommandError> {
    let targets = read_targets(targets, &context.stdin)?;
    let results: Vec<Result<Found<T>, CloudError>> = stream::iter(&targets)
        .map(|target| find::<T>(&context.session, target))
        .buffered(PARALLEL)
        .collect()
        .await;
    gather(context, results, operation, |found| found.item.id())
}

/// Returns the targets that were found, each once. Each missing target is reported on stderr, and
/// the others are still shown. If the only target is missing, that is the command's own error.
pub fn gather<T>(
    context: &Context,
    results: Vec<Result<T, CloudError>>,
    operation: &'static str,
    id: impl Fn(&T) -> &str,
) -> Result<(Vec<T>, ExitCode), CommandError> {
    let mut all = Vec::new();
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    for result in results {
        match result {
            // A name and the ID of the same resource are one target.
            Ok(found) if seen.insert(id(&found).to_owned()) => all.push(found),
            Ok(_) => {}
            Err(error) => errors.push(CommandError::from(error).during(operation)),
        }
    }
    if all.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
    }
    let exit = if errors.is_empty() {
        ExitCode::Success
    } else {
        ExitCode::Failed
    };
    Ok((all, exit))
}
