//! `ostk records`: the journal of created resources. All but two of its commands only read or
//! change the journal. They log in only if they can't tell otherwise which project's records to
//! use.

mod list;
mod matching;
mod place;
mod prune;
mod reconcile;
mod view;

use clap::Subcommand;

pub use place::Place;

use crate::env::Env;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::io::Input;
use crate::openstack::Session;
use crate::output::Output;
use crate::records::Scope;
use crate::verbs::context::Context;
use crate::verbs::notes::Notes;

/// The commands of `ostk records`.
#[derive(Debug, Subcommand)]
pub enum RecordsCommand {
    /// List what was created, the oldest first
    #[command(long_about = "List what was created, the oldest first.\n\n\
        It is what this machine knows, which may not be the truth about the cloud: 'ostk records \
        reconcile' compares the two. The records are those of the cloud, region and project that \
        every other command would ask, chosen in the same way; --all-clouds lists all.\n\n\
        After a pipeline, as often as you like:\n  \
        ostk records list --orphans --run-id X --ids | ostk instances delete -")]
    List(list::ListArgs),
    /// Show records in full, by ID, name or client token
    #[command(visible_alias = "show")]
    Describe(list::DescribeRecordsArgs),
    /// Write all records, key pairs too, as NDJSON: one object a line, whatever --output says
    Export(list::ExportArgs),
    /// Forget old records
    Prune(prune::PruneArgs),
    /// Compare the journal with the cloud, and correct the journal
    #[command(
        long_about = "Compare the journal with the cloud, and correct the journal.\n\n\
        Instances that are gone are marked as terminated, states are brought up to date, and the \
        instance of a request whose answer was lost is found by the client token in its metadata. \
        A request that left no instance within a quarter of an hour has failed. Nothing is changed \
        in the cloud."
    )]
    Reconcile(reconcile::ReconcileArgs),
    /// Make the journal anew from the cloud, as on another machine
    #[command(
        long_about = "Make the journal anew from the cloud, as on another machine.\n\n\
        It is what 'reconcile' does, and instances whose metadata says that ostk made them are \
        taken in. Nothing is changed in the cloud."
    )]
    Rebuild(reconcile::ReconcileArgs),
}

impl RecordsCommand {
    /// Returns whether the command needs more than the journal.
    pub fn asks_a_cloud(&self) -> bool {
        matches!(self, Self::Reconcile(_) | Self::Rebuild(_))
    }

    /// Returns whether the command uses the records of every cloud, region and project.
    pub fn takes_all_clouds(&self) -> bool {
        match self {
            Self::List(args) => args.place.all_clouds,
            Self::Describe(args) => args.place.all_clouds,
            Self::Export(args) => args.place.all_clouds,
            Self::Prune(args) => args.place.all_clouds,
            Self::Reconcile(_) | Self::Rebuild(_) => false,
        }
    }
}

/// The context of a command that sends no requests to a cloud.
pub struct Local<'a> {
    /// The output for answers.
    pub output: &'a Output,
    /// The environment, for the journal's path.
    pub env: &'a Env,
    /// The output for notes and errors.
    pub notes: &'a Notes,
    /// Standard input, for targets.
    pub stdin: &'a Input,
    /// The place of the records. None selects all clouds.
    pub place: Option<Place>,
}

/// Runs a command that sends no requests to a cloud.
pub fn run(local: &Local<'_>, command: &RecordsCommand) -> Result<ExitCode, CommandError> {
    match command {
        RecordsCommand::List(args) => list::run(local, args),
        RecordsCommand::Describe(args) => list::describe(local, args),
        RecordsCommand::Export(args) => list::export(local, args),
        RecordsCommand::Prune(args) => prune::run(local, args),
        RecordsCommand::Reconcile(_) | RecordsCommand::Rebuild(_) => Ok(ExitCode::Success),
    }
}

/// Runs a command that sends requests to a cloud.
pub async fn ask(
    context: &Context,
    env: &Env,
    command: &RecordsCommand,
) -> Result<ExitCode, CommandError> {
    match command {
        RecordsCommand::Reconcile(args) => reconcile::run(context, env, args, false).await,
        RecordsCommand::Rebuild(args) => reconcile::run(context, env, args, true).await,
        _ => {
            let login = context.session.login().await.map_err(|error| {
                CommandError::from(error).hint("--all-clouds takes the records of every cloud")
            })?;
            let (cloud, region) = (context.session.cloud(), context.session.region());
            let local = Local {
                output: &context.output,
                env,
                notes: &context.notes,
                stdin: &context.stdin,
                place: Some(Place::of(cloud, region, Some(&login))),
            };
            run(&local, command)
        }
    }
}

/// Returns the scope in which a session creates resources. Instances belong to projects, so a token
/// without a project has no scope.
pub async fn scope(session: &Session) -> Result<Scope, CommandError> {
    let login = session.login().await?;
    let project_id = login.project_id().ok_or_else(|| {
        CommandError::configuration(format!(
            "the token is for {}, and instances belong to projects",
            login.info.scope()
        ))
        .hint("set project_name (or project_id) for this cloud")
    })?;
    Ok(Scope {
        cloud: session.cloud().to_owned(),
        region: session.region().map(str::to_owned),
        project_id: project_id.to_owned(),
        user_id: login.info.user.id.clone(),
    })
}

/// Returns the error that ends a dry run.
fn dry_run() -> CommandError {
    CommandError::new(
        ExitCode::Service,
        "DryRunOperation",
        "the request would have succeeded, but --dry-run was given: nothing was changed",
    )
}
