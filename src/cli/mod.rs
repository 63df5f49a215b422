//! The command line: its words, its global options, and its commands.

mod alias;
mod connect;
mod dispatch;
mod global;
mod help;
mod observe;
mod place;
mod values;

use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

pub use dispatch::run;
pub use global::Global;

use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::commands::instances::InstancesCommand;
use crate::commands::keypairs::KeypairsCommand;
use crate::commands::networks::Network;
use crate::commands::records::RecordsCommand;
use crate::commands::sandbox::SandboxCommand;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::server_groups::ServerGroupsCommand;
use crate::commands::top::TopArgs;
use crate::commands::volumes::VolumesCommand;
use crate::verbs::filters::{FilterArgs, TaggedFilterArgs};
use crate::verbs::targets::Targeted;
use crate::verbs::{DescribeArgs, ListArgs};

/// The AWS-style command line for OpenStack compute
///
/// Lists, describes and controls what an OpenStack cloud has, in AWS's words: instances, states
/// such as running and stopped, --query and --output, exit codes that scripts can trust. The cloud
/// comes from clouds.yaml or from OS_* variables, as for every OpenStack client. Of an option that
/// is given twice, the later one wins.
#[derive(Debug, Parser)]
#[command(
    name = "ostk",
    version,
    propagate_version = false,
    disable_help_subcommand = true,
    args_override_self = true,
    subcommand_required = true,
    arg_required_else_help = true,
    max_term_width = 100
)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Create, control and inspect virtual machines (Nova's servers)
    #[command(subcommand, visible_alias = "instance")]
    Instances(InstancesCommand),
    /// Manage the public keys that are put into instances
    #[command(subcommand, visible_alias = "keypair")]
    Keypairs(KeypairsCommand),
    /// Show the images that instances boot from
    #[command(subcommand, visible_alias = "image")]
    Images(NounCommand<Image, TaggedFilterArgs>),
    /// Show the sizes of instances (AWS's instance types)
    #[command(subcommand, visible_alias = "flavor")]
    Flavors(NounCommand<Flavor>),
    /// Show the networks that instances are attached to
    #[command(subcommand, visible_alias = "network")]
    Networks(NounCommand<Network, TaggedFilterArgs>),
    /// Show the rules for the traffic of instances
    #[command(subcommand, visible_alias = "security-group")]
    SecurityGroups(NounCommand<SecurityGroup, TaggedFilterArgs>),
    /// Place instances together or apart (AWS's placement groups)
    #[command(subcommand, visible_alias = "server-group")]
    ServerGroups(ServerGroupsCommand),
    /// Manage block storage
    #[command(subcommand, visible_alias = "volume")]
    Volumes(VolumesCommand),
    /// Watch and control all instances on the whole screen
    #[command(
        long_about = "Watch and control all instances on the whole screen: states, how busy they \
        are, addresses and ages, as they change.\n\nArrow keys choose an instance; s starts it, t stops it, r \
        reboots it and d deletes it, each after a question; / searches, ? shows all keys, q \
        leaves. How busy instances are is known where the cloud has Gnocchi, or to administrators \
        from Nova itself."
    )]
    Top(TopArgs),
    /// Query the journal of what this machine created
    #[command(subcommand, visible_alias = "record")]
    Records(RecordsCommand),
    /// Show the settings of a cloud and where each comes from
    #[command(subcommand)]
    Configure(ConfigureCommand),
    /// Control the simulated cloud on this machine: --cloud sandbox
    #[command(subcommand)]
    Sandbox(SandboxCommand),
    /// Show who you are to the cloud: user, project, roles and token expiry
    Whoami,
    /// Print the completion script for a shell
    #[command(long_about = "Print the completion script for a shell.\n\n\
        For bash: ostk completion bash > ~/.local/share/bash-completion/completions/ostk")]
    Completion {
        /// The shell
        shell: Shell,
    },
    /// Show the help of a command, as --help does
    Help {
        /// The command's words, such as instances list
        #[arg(value_name = "COMMAND")]
        command: Vec<String>,
    },
}

/// The verbs of a plain noun.
#[derive(Debug, Subcommand)]
enum NounCommand<T: Targeted, F: Args = FilterArgs> {
    /// List all, or those that are named
    List(ListArgs<T, F>),
    /// Show some of them in full
    #[command(visible_alias = "show")]
    Describe(DescribeArgs<T>),
}

#[derive(Debug, Subcommand)]
enum ConfigureCommand {
    /// List the settings in force and where each comes from
    List,
}

/// Returns the whole command tree, for completions and man pages.
pub fn command() -> clap::Command {
    Cli::command()
}
