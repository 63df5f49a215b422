//! `instances create`: one instance or many, from flags, JSON, YAML or a form, each exactly once.
//!
//! The rooms stand on one another in this order: `spec`, `references`, `input`, `plan`, `run`.

mod input;
mod plan;
mod references;
mod run;
mod show;
mod spec;
mod wait;

use tokio::time::Instant;

pub(super) use self::input::CreateArgs;
use self::spec::Spec;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::verbs::context::Context;
use crate::verbs::waiting::then_waited;

/// Creates the instances: input, plan, run, wait, show.
pub(super) async fn run(context: &Context, args: &CreateArgs) -> Result<ExitCode, CommandError> {
    if args.generate_cli_skeleton {
        context.output.value(&Spec::skeleton())?;
        return Ok(ExitCode::Success);
    }
    let Some(input) = input::read(context, args).await? else {
        return Ok(ExitCode::Failed);
    };
    let mut plan = plan::make(context, input).await?;
    if plan.options.is_dry_run {
        plan::rehearse(context, &plan).await?;
    }
    let (began, limit) = (Instant::now(), plan.options.limit);
    run::create_all(context, &mut plan).await?;
    let mut exit = run::report(context, &mut plan.creations)?;
    if plan.options.waits {
        let times = (began, limit);
        let waited = wait::until_running(context, &mut plan.creations, &plan.journal, times).await;
        exit = then_waited(exit, waited);
    }
    show::print(context, &plan.creations, &plan.journal, limit, exit).await
}
