//! `instances describe`: all details of the instances that the user names.

use super::detail::{self, people};
use super::view::{Instance, Row};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Resource, Server};
use crate::output::Page;
use crate::verbs::context::Context;
use crate::verbs::{DescribeArgs, find_all, show_described, show_raw};

/// Describes the instances that the user names.
pub(super) async fn run(
    context: &Context,
    args: &DescribeArgs<Server>,
) -> Result<ExitCode, CommandError> {
    if context.raw {
        let (found, exit) = find_all::<Server>(context, args, Server::NOUN.operation).await?;
        return show_raw(context, &found, exit);
    }
    let (servers, exit) = detail::find_servers(context, args).await?;
    let sources = detail::sources(context, true);
    let (instances, told) = detail::complete(context, servers, &sources).await;
    told?;
    if context.output.is_for_people() {
        return show_people(context, instances.iter(), exit);
    }
    let rows = instances
        .into_iter()
        .map(|instance| Row {
            instance,
            now: context.started,
        })
        .collect();
    show_described(context, super::KEY, rows, exit)
}

/// Shows instances in full for people, one block each.
pub(super) fn show_people<'a>(
    context: &Context,
    instances: impl Iterator<Item = &'a Instance>,
    exit: ExitCode,
) -> Result<ExitCode, CommandError> {
    context.output.detail(&Page {
        key: super::KEY,
        items: instances
            .map(|instance| people::grouped(instance, context.started))
            .collect(),
        next_token: None,
    })?;
    Ok(exit)
}
