//! `ostk instances`: Nova's servers.

mod describe;
mod detail;
mod filters;
mod list;
mod names;
mod sort;
mod view;

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
}

/// Runs one of the commands.
pub async fn run(context: &Context, command: InstancesCommand) -> Result<ExitCode, CommandError> {
    match command {
        InstancesCommand::List(args) => list::run(context, &args).await,
        InstancesCommand::Describe(args) => describe::run(context, &args).await,
    }
}
