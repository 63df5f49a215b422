//! `instances describe`, with what Nova's own answer holds.

use super::names;
use super::view::{Instance, Row};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Server;
use crate::verbs::context::Context;
use crate::verbs::{DescribeArgs, find_all, show_described, show_raw};

/// Describes the instances that are named.
pub(super) async fn run(context: &Context, args: &DescribeArgs) -> Result<ExitCode, CommandError> {
    let (found, exit) = find_all::<Server>(context, args).await?;
    if context.raw {
        return show_raw(context, &found, exit);
    }
    let servers: Vec<Server> = found.into_iter().map(|found| found.item).collect();
    names::learn(context, &servers).await;
    let known = context.session.names();
    let rows = servers
        .into_iter()
        .map(|server| Row {
            instance: Instance::new(server, &known),
            now: context.started,
        })
        .collect();
    show_described(context, super::KEY, rows, exit)
}
