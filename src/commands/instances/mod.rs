//! `ostk instances`: Nova's servers.

pub(super) mod act;
mod addresses;
mod console;
mod create;
mod describe;
mod detail;
mod events;
pub(super) mod filters;
mod list;
mod listen;
pub(super) mod metrics;
pub(super) mod names;
pub(super) mod sort;
mod ssh;
pub(super) mod view;
mod wait;
mod watch;

use clap::Subcommand;

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Server;
use crate::verbs::DescribeArgs;
use crate::verbs::context::Context;
use crate::verbs::targets::Targeted;

/// The list's key in the output.
const KEY: &str = "Instances";

impl Targeted for Server {
    const OPTIONS: &'static [&'static str] = &["instance-ids"];
}

/// The commands for instances.
#[derive(Debug, Subcommand)]
pub enum InstancesCommand {
    /// List instances
    List(list::ListArgs),
    /// Show instances in full
    #[command(visible_alias = "show")]
    Describe(DescribeArgs<Server>),
    /// Create instances; alone on a terminal it asks for everything
    #[command(visible_alias = "run")]
    Create(Box<create::CreateArgs>),
    /// An action from the table in `act`
    #[command(flatten)]
    Action(act::ActionCommand),
    /// Open a shell on an instance, or run a command there
    #[command(
        long_about = "Open a shell on an instance, or run a command there, by the system's own \
        ssh.\n\nIt goes to the public address if there is one: a floating IP, or a fixed address \
        that can be reached from anywhere. --connect-timeout bounds ssh's connection as well; \
        without it, that is 15 seconds. A private address can be reached through a jump host: \
        --ssh-option ProxyJump=HOST. That host's own user and key belong into ~/.ssh/config."
    )]
    Ssh(ssh::SshArgs),
    /// Wait until instances are in a state
    Wait(wait::WaitArgs),
    /// Follow what happens to instances
    #[command(
        long_about = "Follow what happens to instances: first all that there are, then each change as \
        it comes.\n\nOn a terminal a line for each; piped, or with --output json, a JSON object \
        a line: Type is added, changed, deleted, synced (all is told by now) or error. --query is \
        applied to each, and what it selects nothing of is left out. An instance that the filters \
        chose once is followed from then on, whatever becomes of it."
    )]
    Watch(watch::WatchArgs),
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
        InstancesCommand::Create(args) => create::run(context, &args).await,
        InstancesCommand::Action(command) => act::run(context, &command).await,
        InstancesCommand::Ssh(args) => ssh::run(context, &args).await,
        InstancesCommand::Wait(args) => wait::run(context, &args).await,
        InstancesCommand::Watch(args) => watch::run(context, &args).await,
        InstancesCommand::ConsoleLog(args) => console::run(context, &args).await,
        InstancesCommand::Metrics(args) => metrics::run(context, &args).await,
    }
}
