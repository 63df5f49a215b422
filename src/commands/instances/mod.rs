//! `ostk instances`: Nova's servers.

mod describe;
mod events;
mod filters;
mod list;
mod listen;
mod names;
mod pursuit;
mod sort;
mod view;
mod wait;
mod watch;

use clap::Subcommand;

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::verbs::DescribeArgs;
use crate::verbs::context::Context;

/// The list's key in the output.
const KEY: &str = "Instances";

/// What can be done with instances.
#[derive(Debug, Subcommand)]
pub enum InstancesCommand {
    /// List instances
    List(list::ListArgs),
    /// Show instances in full
    #[command(visible_alias = "show")]
    Describe(DescribeArgs),
    /// Wait until instances are in a state
    Wait(wait::WaitArgs),
    /// Follow what happens to instances
    Watch(watch::WatchArgs),
}

/// Runs one of the commands.
pub async fn run(context: &Context, command: InstancesCommand) -> Result<ExitCode, CommandError> {
    match command {
        InstancesCommand::List(args) => list::run(context, &args).await,
        InstancesCommand::Describe(args) => describe::run(context, &args).await,
        InstancesCommand::Wait(args) => wait::run(context, &args).await,
        InstancesCommand::Watch(args) => watch::run(context, &args).await,
    }
}
