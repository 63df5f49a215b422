//! The command line: its words, its global options, and which command does what.

mod alias;
mod connect;
mod dispatch;
mod global;
mod observe;

use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

pub use dispatch::run;
pub use global::Global;

use crate::commands::instances::InstancesCommand;
use crate::commands::instances::top::TopArgs;
use crate::commands::keypairs::KeypairsCommand;
use crate::commands::records::RecordsCommand;
use crate::commands::sandbox::SandboxCommand;
use crate::commands::volumes::VolumesCommand;
use crate::verbs::filters::{FilterArgs, TaggedFilterArgs};
use crate::verbs::{DescribeArgs, ListArgs};

/// The AWS-style command line for OpenStack compute
///
/// Lists, describes and controls what an OpenStack cloud has, with AWS's words: instances, states
/// such as running and stopped, --query and --output, exit codes that scripts can trust. The cloud
/// comes from clouds.yaml or from OS_* variables, as for every OpenStack client.
#[derive(Debug, Parser)]
#[command(
    name = "ostk",
    version,
    propagate_version = false,
    disable_help_subcommand = true,
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
    /// Virtual machines (Nova's servers)
    #[command(subcommand, visible_alias = "instance")]
    Instances(InstancesCommand),
    /// Public keys that are put into instances
    #[command(subcommand, visible_alias = "keypair")]
    Keypairs(KeypairsCommand),
    /// Images that instances boot from
    #[command(subcommand, visible_alias = "image")]
    Images(NounCommand<TaggedFilterArgs>),
    /// Sizes of instances (AWS's instance types)
    #[command(subcommand, visible_alias = "flavor")]
    Flavors(NounCommand),
    /// Networks that instances are attached to
    #[command(subcommand, visible_alias = "network")]
    Networks(NounCommand<TaggedFilterArgs>),
    /// Rules for the traffic of instances
    #[command(subcommand, visible_alias = "security-group")]
    SecurityGroups(NounCommand<TaggedFilterArgs>),
    /// Block storage
    #[command(subcommand, visible_alias = "volume")]
    Volumes(VolumesCommand),
    /// All instances on the whole screen, as they change
    #[command(
        long_about = "All instances on the whole screen, as they change: states, how busy they \
        are, addresses and ages.\n\nArrow keys choose an instance; s starts it, t stops it, r \
        reboots it and d deletes it, each after a question; / searches, ? shows all keys, q \
        leaves. How busy instances are is known where the cloud has Gnocchi, or to administrators \
        from Nova itself."
    )]
    Top(TopArgs),
    /// The journal of what was created from this machine
    #[command(subcommand, visible_alias = "record")]
    Records(RecordsCommand),
    /// Show the settings of a cloud and where each comes from
    #[command(subcommand)]
    Configure(ConfigureCommand),
    /// A simulated cloud on this machine: --cloud sandbox
    #[command(subcommand)]
    Sandbox(SandboxCommand),
    /// Show who one is to the cloud: user, project, roles, and until when
    Whoami,
    /// Print the completion script for a shell
    #[command(long_about = "Print the completion script for a shell.\n\n\
        For bash: ostk completion bash > ~/.local/share/bash-completion/completions/ostk")]
    Completion {
        /// The shell
        shell: Shell,
    },
}

/// The verbs of a plain noun.
#[derive(Debug, Subcommand)]
enum NounCommand<F: Args = FilterArgs> {
    /// List them all
    List(ListArgs<F>),
    /// Show some of them in full
    #[command(visible_alias = "show")]
    Describe(DescribeArgs),
}

#[derive(Debug, Subcommand)]
enum ConfigureCommand {
    /// List the settings that are in force, and where each comes from
    List,
}

/// The whole tree, for completions and man pages.
pub fn command() -> clap::Command {
    Cli::command()
}
