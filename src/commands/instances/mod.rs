//! `ostk instances`: Nova's servers.

mod console;
mod describe;
mod detail;
mod filters;
mod list;
mod metrics;
mod names;
mod sort;
mod view;

use std::time::Duration;

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
    /// Show what an instance has written to its console
    ConsoleLog(console::ConsoleLogArgs),
    /// Show how busy instances are: processors, memory, disks and network
    Metrics(metrics::MetricsArgs),
}

/// Runs one of the commands.
pub async fn run(context: &Context, command: InstancesCommand) -> Result<ExitCode, CommandError> {
    match command {
        InstancesCommand::List(args) => list::run(context, &args).await,
        InstancesCommand::Describe(args) => describe::run(context, &args).await,
        InstancesCommand::ConsoleLog(args) => console::run(context, &args).await,
        InstancesCommand::Metrics(args) => metrics::run(context, &args).await,
    }
}

/// An hour: nobody waits longer between two looks.
const LONGEST_INTERVAL: f64 = 3_600.0;

/// A pause between two looks, in seconds.
fn seconds(text: &str) -> Result<Duration, String> {
    text.parse()
        .ok()
        .filter(|seconds| (0.01..=LONGEST_INTERVAL).contains(seconds))
        .map(Duration::from_secs_f64)
        .ok_or_else(|| format!("a number of seconds from 0.01 to {LONGEST_INTERVAL} is wanted"))
}
