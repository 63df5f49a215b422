//! `instances list`.

use clap::Args;

use super::describe::show_people;
use super::detail::{self, Details};
use super::filters::{self, FilterArgs};
use super::names;
use super::sort::SortKey;
use super::view::{Instance, Row};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Resource as _, Server, list_call};
use crate::verbs::context::Context;
use crate::verbs::paging::{Collector, PagingArgs};
use crate::verbs::targets::{Ids, TargetSource};
use crate::verbs::{show_list, tell_more};

/// The arguments of `instances list`.
#[derive(Args, Clone, Debug, Default)]
pub struct ListArgs {
    #[command(flatten)]
    ids: Ids<Server>,
    #[command(flatten)]
    filters: FilterArgs,
    /// Sort by these keys, such as name or -created; without it the newest come first
    #[arg(
        long,
        value_name = "KEY",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    sort: Vec<SortKey>,
    /// List the instances of every project; for administrators
    #[arg(long)]
    all_projects: bool,
    /// Show every key, as describe does: the other services are asked, too
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    paging: PagingArgs,
}

/// Lists instances, page by page. Each page takes one request, plus one for unknown names, plus one
/// list from each service that provides a key in the query or in a filter.
pub(super) async fn run(context: &Context, args: &ListArgs) -> Result<ExitCode, CommandError> {
    let session = &context.session;
    let filters = args.filters.parse(context.sources())?;
    if !args.ids.is_empty() && !args.sort.is_empty() {
        return Err(CommandError::usage(
            "--sort orders whole lists; instances that are named come in the order of their names",
        ));
    }
    session.login().await?;
    if filters::need_flavors(&filters) && !session.names().knows_flavors() {
        names::learn_flavors(session).await?;
    }
    let limit = args.paging.limit(context.page_size, !filters.is_empty());
    let mut call = list_call::<Server>().queries(filters::pushed(&filters, &session.names()));
    call = call.queries(SortKey::query(&args.sort));
    if args.all_projects {
        call = call.query("all_tenants", "true");
    }
    let call = args.paging.apply::<Server>(call, limit)?;
    let (mut source, exit) =
        TargetSource::<Server>::new(context, &args.ids, &args.paging, call, limit).await?;
    let mut collector = Collector::new(&args.paging);
    let needed = filters::sources(&filters);
    let mut details = Details::default();
    while let Some(page) = source.next().await? {
        collector.bodies.extend(page.bodies);
        let known = session.names();
        let last = page.items.last().map(|server| server.id().to_owned());
        let mut instances: Vec<Instance> = page
            .items
            .into_iter()
            .map(|server| Instance::new(server, &known))
            .collect();
        if !needed.is_empty() {
            let mut all: Vec<&mut Instance> = instances.iter_mut().collect();
            details
                .complete(context, &needed, &mut all, page.more)
                .await?;
        }
        let now = context.started;
        let rows = instances
            .into_iter()
            .filter(|instance| filters.matches(instance))
            .map(|instance| (instance.instance_id.clone(), Row { instance, now }));
        if !collector.add(rows, last, page.more) {
            break;
        }
    }
    if !context.raw {
        let sources = detail::sources(context, args.full);
        let rows = collector.items.iter_mut();
        let mut all: Vec<&mut Instance> = rows.map(|row| &mut row.instance).collect();
        details.complete(context, &sources, &mut all, false).await?;
    }
    if args.full && !context.raw && context.output.is_for_people() && !collector.items.is_empty() {
        let instances = collector.items.iter().map(|row| &row.instance);
        let exit = show_people(context, instances, exit)?;
        tell_more(context, collector.next_token.as_deref());
        return Ok(exit);
    }
    show_list(context, super::KEY, Server::NOUN, collector)?;
    Ok(exit)
}
