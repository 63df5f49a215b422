//! The verbs that every plain noun has: list and describe. A noun brings its struct, what that is
//! called on the wire, and which columns a person sees.

pub mod asked_keys;
pub mod context;
pub mod duration;
pub mod paging;
pub mod permission;
pub mod progress;
pub mod recorder;
pub mod signals;
pub mod waiting;

use std::collections::HashSet;

use clap::Args;
use futures_util::stream::{self, StreamExt as _};
use serde::Serialize;

use self::context::{Context, read_targets};
use self::paging::{Collector, PagingArgs};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error as CloudError, Found, Pager, Resource, find, list_call};
use crate::output::{Page, Tabular};

/// A resource that the user sees as it is.
pub trait View: Resource + Serialize + Tabular {
    /// The list's key in the output.
    const KEY: &'static str;
}

/// What a plain noun's `list` takes.
#[derive(Args, Clone, Debug)]
pub struct ListArgs {
    #[command(flatten)]
    paging: PagingArgs,
}

/// What a plain noun's `describe` takes.
#[derive(Args, Clone, Debug)]
pub struct DescribeArgs {
    /// Names or IDs; '-' reads them from standard input, one a line
    #[arg(required = true, value_name = "TARGET")]
    pub targets: Vec<String>,
}

/// How many targets are asked for at once.
const PARALLEL: usize = 16;

/// Lists a noun.
pub async fn list<T: View>(context: &Context, args: &ListArgs) -> Result<ExitCode, CommandError> {
    let limit = args.paging.limit(context.page_size, false);
    let call = args.paging.apply::<T>(list_call::<T>(), limit);
    let mut pager = Pager::<T>::new(&context.session, call, limit);
    let mut collector = Collector::new(&args.paging);
    while let Some(page) = pager.next().await? {
        collector.bodies.push(page.answer.body().clone());
        let last = page.items.last().map(|item| item.id().to_owned());
        let items = page
            .items
            .into_iter()
            .map(|item| (item.id().to_owned(), item));
        if !collector.add(items, last, page.more) {
            break;
        }
    }
    show_list(context, T::KEY, T::NOUN, collector)
}

/// Prints what a list has collected.
pub fn show_list<T: Serialize + Tabular>(
    context: &Context,
    key: &'static str,
    noun: &str,
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
            .note(&format!("There are no {noun}s to show."));
    }
    Ok(ExitCode::Success)
}

/// Says on a terminal where a further call goes on.
pub fn tell_more(context: &Context, next_token: Option<&str>) {
    if let (Some(token), Some(_)) = (next_token, context.notes.stream.terminal()) {
        context.notes.note(&format!(
            "There are more: --starting-token {token} goes on."
        ));
    }
}

/// Describes the resources that are named.
pub async fn describe<T: View>(
    context: &Context,
    args: &DescribeArgs,
) -> Result<ExitCode, CommandError> {
    let (found, exit) = find_all::<T>(context, args, T::OPERATIONS.1).await?;
    if context.raw {
        return show_raw(context, &found, exit);
    }
    let items = found.into_iter().map(|found| found.item).collect();
    show_described(context, T::KEY, items, exit)
}

/// Prints what was found in full.
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

/// Prints the services' own answers; one that brought several of the targets only once.
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

/// Finds every target, side by side, for an operation.
pub async fn find_all<T: Resource>(
    context: &Context,
    args: &DescribeArgs,
    operation: &'static str,
) -> Result<(Vec<Found<T>>, ExitCode), CommandError> {
    let targets = read_targets(&args.targets, &context.stdin)?;
    let results: Vec<Result<Found<T>, CloudError>> = stream::iter(&targets)
        .map(|target| find::<T>(&context.session, target))
        .buffered(PARALLEL)
        .collect()
        .await;
    gather(context, results, operation, |found| found.item.id())
}

/// What was found of several targets, each once. What is missing is told on stderr and does not
/// keep the others from being shown; if it is all there was, that is the command's own error.
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
