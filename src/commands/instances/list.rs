//! `instances list`.

use clap::Args;

use super::filters::{self, FilterArgs};
use super::names;
use super::sort::SortKey;
use super::view::Row;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Resource as _, Server, list_call};
use crate::verbs::context::Context;
use crate::verbs::paging::{Collector, PagingArgs};
use crate::verbs::show_list;
use crate::verbs::targets::{Ids, Source};

/// What `instances list` takes.
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
    #[command(flatten)]
    paging: PagingArgs,
}

/// Lists instances, page by page: one request a page, and one more for names that are not known.
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
    let call = args.paging.apply::<Server>(call, limit);
    let (mut source, exit) =
        Source::<Server>::new(context, &args.ids, &args.paging, call, limit).await?;
    let mut collector = Collector::new(&args.paging);
    while let Some(page) = source.next().await? {
        collector.bodies.extend(page.bodies);
        let last = page.items.last().map(|server| server.id().to_owned());
        let instances = filters::view(context, &filters, page.items, !context.raw).await;
        let rows = instances
            .into_iter()
            .filter(|instance| filters.matches(instance))
            .map(|instance| {
                let now = context.started;
                (instance.instance_id.clone(), Row { instance, now })
            });
        if !collector.add(rows, last, page.more) {
            break;
        }
    }
    show_list(context, super::KEY, Server::NOUN, collector)?;
    Ok(exit)
}
