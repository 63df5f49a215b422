//! `keypairs list` and `keypairs describe`.

use clap::Args;
use futures_util::stream::{self, StreamExt as _};

use super::view::KeyPairView;
use super::{KeyPair, calls, owner};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Found, Pager, Resource as _};
use crate::verbs::asked_keys::{Answered, AskedSources};
use crate::verbs::context::{Context, read_targets};
use crate::verbs::filters::{FilterArgs, FilterOptions as _, Filters};
use crate::verbs::paging::{Collector, PagingArgs};
use crate::verbs::targets::{Ids, NAMED_HAS_NO_START, Targets};
use crate::verbs::{PARALLEL, show_described, show_list, show_raw};

/// The list's key in the output.
const KEY: &str = "KeyPairs";

/// The arguments of `keypairs list`.
#[derive(Args, Clone, Debug)]
pub struct ListArgs {
    /// List the key pairs of this user, by name or ID; for administrators
    #[arg(long, value_name = "USER")]
    user: Option<String>,
    /// Show every key, as describe does: Nova is asked for each key pair
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    names: Ids<KeyPair>,
    #[command(flatten)]
    paging: PagingArgs,
    // The filters come last: their heading would be above the options that follow.
    #[command(flatten)]
    filters: FilterArgs,
}

/// The source of a key that Nova's list of key pairs lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// A request to Nova for each key pair.
    Each,
}

/// The keys of a key pair that Nova's list lacks.
static KEYS: [(&str, Source); 1] = [("CreateTime", Source::Each)];

/// The arguments of `keypairs describe`.
#[derive(Args, Clone, Debug)]
pub struct DescribeArgs {
    #[command(flatten)]
    targets: Targets<KeyPair>,
    /// Show the key pairs of this user, by name or ID; for administrators
    #[arg(long, value_name = "USER")]
    user: Option<String>,
}

/// Lists key pairs.
pub(super) async fn list(context: &Context, args: &ListArgs) -> Result<ExitCode, CommandError> {
    let filters = args.filters.read::<KeyPairView>(context.sources())?;
    let user = owner::find(context, args.user.as_deref()).await?;
    // The list doesn't contain the owner, but the owner is known.
    let owner = match &user {
        Some(user) => user.clone(),
        None => context.session.login().await?.info.user.id.clone(),
    };
    if !args.names.is_empty() {
        return list_named(context, args, &filters, user.as_deref()).await;
    }
    let limit = args.paging.limit(context.page_size, !filters.is_empty());
    let call = args
        .paging
        .apply::<KeyPair>(calls::list(user.as_deref()), limit)?;
    let mut pager = Pager::<KeyPair>::new(&context.session, call, limit);
    let mut collector = Collector::new(&args.paging);
    while let Some(page) = pager.next().await? {
        collector.bodies.push(page.answer.body().clone());
        let last = page.items.last().map(|item| item.id().to_owned());
        let items = page
            .items
            .into_iter()
            .map(|mut item| {
                item.user_id.get_or_insert_with(|| owner.clone());
                let id = item.id().to_owned();
                (id, KeyPairView::new(context, item, user.is_none()))
            })
            .filter(|(_, view)| filters.matches(view));
        if !collector.add(items, last, page.more) {
            break;
        }
    }
    let sources = AskedSources::new(&KEYS, &context.output, args.full);
    if sources.has(Source::Each) && !context.raw {
        complete(context, &mut collector.items, user.as_deref(), &sources).await?;
    }
    show_list(context, KEY, KeyPair::NOUN, collector)
}

/// Lists the named key pairs.
async fn list_named(
    context: &Context,
    args: &ListArgs,
    filters: &Filters<KeyPairView>,
    user: Option<&str>,
) -> Result<ExitCode, CommandError> {
    if args.paging.starting_token.is_some() {
        return Err(CommandError::usage(NAMED_HAS_NO_START));
    }
    let names = read_targets(&args.names, &context.stdin)?;
    let (found, exit) = find_all(context, &names, user).await?;
    let mut collector = Collector::new(&args.paging);
    let bodies = found.iter().map(|found| found.answer.body().clone());
    collector.bodies.extend(bodies);
    let items = found
        .into_iter()
        .map(|found| {
            let id = found.item.id().to_owned();
            (id, described(context, found.item, user))
        })
        .filter(|(_, view)| filters.matches(view));
    collector.add(items, None, false);
    show_list(context, KEY, KeyPair::NOUN, collector)?;
    Ok(exit)
}

/// Returns the view of a key pair that was fetched alone, which has every key.
fn described(context: &Context, keypair: KeyPair, user: Option<&str>) -> KeyPairView {
    let created = keypair.created;
    let mut view = KeyPairView::new(context, keypair, user.is_none());
    view.create_time = Answered::Told(Some(created));
    view
}

/// Fetches each key pair alone, in parallel, for the keys that a list lacks. A key pair that is
/// gone by now gets none of them.
async fn complete(
    context: &Context,
    views: &mut [KeyPairView],
    user: Option<&str>,
    sources: &AskedSources<Source>,
) -> Result<(), CommandError> {
    let names: Vec<String> = views.iter().map(|view| view.key_name.clone()).collect();
    let answers: Vec<Result<Option<Found<KeyPair>>, Error>> = stream::iter(&names)
        .map(|name| calls::show(&context.session, name, user))
        .buffered(PARALLEL)
        .collect()
        .await;
    let mut failure = None;
    for (view, answer) in views.iter_mut().zip(answers) {
        match answer {
            Ok(found) => view.create_time = Answered::Told(found.map(|found| found.item.created)),
            Err(error) => failure = Some(error),
        }
    }
    failure.map_or(Ok(()), |error| {
        sources.failed(&context.notes, &[Source::Each], error)
    })
}

/// Shows the named key pairs, fetched in parallel. A missing one doesn't stop the others.
pub(super) async fn describe(
    context: &Context,
    args: &DescribeArgs,
) -> Result<ExitCode, CommandError> {
    let targets = read_targets(&args.targets, &context.stdin)?;
    let user = owner::find(context, args.user.as_deref()).await?;
    let user = user.as_deref();
    let (found, exit) = find_all(context, &targets, user).await?;
    if context.raw {
        return show_raw(context, &found, exit);
    }
    let views = found
        .into_iter()
        .map(|found| described(context, found.item, user))
        .collect();
    show_described(context, KEY, views, exit)
}

/// Finds key pairs by name. A missing one is reported on stderr and doesn't stop the others, unless
/// it is the only one.
async fn find_all(
    context: &Context,
    names: &[String],
    user: Option<&str>,
) -> Result<(Vec<Found<KeyPair>>, ExitCode), CommandError> {
    let results: Vec<Result<Found<KeyPair>, CommandError>> = stream::iter(names)
        .map(|name| one(context, name, user))
        .buffered(PARALLEL)
        .collect()
        .await;
    let mut found = Vec::new();
    let mut errors = Vec::new();
    for result in results {
        match result {
            Ok(one) => found.push(one),
            Err(error) => errors.push(error),
        }
    }
    if found.is_empty() && errors.len() == 1 {
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
    Ok((found, exit))
}

async fn one(
    context: &Context,
    name: &str,
    user: Option<&str>,
) -> Result<Found<KeyPair>, CommandError> {
    match calls::show(&context.session, name, user).await {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(owner::missing(context, name, user).await),
        Err(error) => Err(error.into()),
    }
    .map_err(|error: CommandError| error.during(KeyPair::NOUN.operation))
}
