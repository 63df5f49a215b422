//! The input of `instances create`: flags, JSON, YAML, or the answers to a form.

mod args;
mod documents;
mod form;

use std::time::Duration;

pub(in crate::commands::instances) use self::args::CreateArgs;
use super::references::lookup::Lookup;
use super::spec::{Spec, check};
use crate::error::CommandError;
use crate::verbs::context::Context;
use crate::verbs::waiting::Limit;

/// What to create, and how.
pub(crate) struct CreateInput<'a> {
    pub(crate) specs: Vec<Spec>,
    /// A key pair to create before the instances: the form offers that.
    pub(crate) new_key_pair: Option<String>,
    pub(crate) options: Options,
    /// What the form has looked up already.
    pub(crate) lookup: Lookup<'a>,
}

/// How instances are created, whatever they are.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The pipeline or job that the instances belong to.
    pub(crate) run_id: Option<String>,
    pub(crate) is_dry_run: bool,
    /// Whether the command waits until the instances run.
    pub(crate) waits: bool,
    /// How many instances are created side by side.
    pub(crate) parallel: usize,
    /// Until when the command must end.
    pub(crate) limit: Limit,
    /// How long new volumes are waited for.
    pub(crate) volume_timeout: Duration,
}

/// Reads what to create, and checks its words. Returns `None` if the user declines the form.
pub(super) async fn read<'a>(
    context: &'a Context,
    args: &CreateArgs,
) -> Result<Option<CreateInput<'a>>, CommandError> {
    let mut args = args.clone().gathered().with_lists_read(context.sources())?;
    let lookup = Lookup::new(&context.session);
    let mut new_key_pair = None;
    if args.says_nothing() {
        let Some(filled) = Box::pin(form::fill(context, &lookup, &args)).await? else {
            return Ok(None);
        };
        args = filled.args;
        new_key_pair = filled.new_key_pair;
    }
    let specs = documents::specifications(context, &args)?;
    let options = Options {
        run_id: args.run_id.clone().or_else(|| context.run_id.clone()),
        is_dry_run: args.dry_run,
        waits: args.wait.wait,
        parallel: args.parallel.get(),
        // The user's answers, and reading files, take no time of the wait.
        limit: args.wait.limit(context)?,
        volume_timeout: args.wait.timeout(context)?,
    };
    let mut problems = check::problems(&specs);
    problems.extend(check::run_id(options.run_id.as_deref()));
    context.refuse(problems)?;
    Ok(Some(CreateInput {
        specs,
        new_key_pair,
        options,
        lookup,
    }))
}
