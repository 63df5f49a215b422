//! The plan of `instances create`: what the specifications name, found and checked, and the request
//! of each instance. Nothing is changed here.

mod addresses;
mod creation;
mod fitness;
mod rehearse;
mod request;
mod survey;
mod usage;

pub(crate) mod client_token;
pub(crate) mod earlier;
pub(crate) mod journal;
pub(crate) mod quota;

use futures_util::future;

pub(crate) use self::creation::{CreatedInstance, Creation, CreationOutcome};
use self::creation::{Template, creations};
use self::fitness::{Caller, misfits};
use self::journal::CreateJournal;
pub(super) use self::rehearse::rehearse;
use self::survey::Survey;
use super::input::{CreateInput, Options};
use super::references::resolve;
use super::spec::OPERATION;
use crate::error::CommandError;
use crate::verbs::context::Context;
use crate::verbs::permission::{is_admin, may_change};

/// The instances to create, and what they have in common.
pub(crate) struct Plan<'a> {
    pub(crate) creations: Vec<Creation>,
    pub(crate) options: Options,
    /// A key pair to create before the instances.
    pub(crate) new_key_pair: Option<String>,
    pub(crate) journal: CreateJournal<'a>,
}

/// Finds what the specifications name, checks whether it fits, and prepares the requests.
pub(super) async fn make<'a>(
    context: &'a Context,
    input: CreateInput<'_>,
) -> Result<Plan<'a>, CommandError> {
    let CreateInput {
        specs,
        new_key_pair,
        options,
        lookup,
    } = input;
    let look = async {
        may_change(context, OPERATION).await?;
        let each = specs
            .iter()
            .map(|spec| Box::pin(resolve(&lookup, spec, new_key_pair.as_deref())));
        Ok(future::join_all(each).await)
    };
    let what = "nothing was created: what it needs was not found";
    let results = options.limit.hold(context, OPERATION, what, look).await?;
    let mut templates = Vec::new();
    let mut problems = Vec::new();
    for (spec, result) in specs.into_iter().zip(results) {
        match result {
            Ok(resolved) => templates.push(Template { spec, resolved }),
            Err(errors) => problems.extend(errors),
        }
    }
    context.refuse(problems)?;
    let login = context.session.login().await?;
    if !options.is_dry_run {
        let caller = Caller {
            project: login.project_id(),
            is_admin: is_admin(context).await?,
        };
        context.refuse(known_misfits(&templates, caller))?;
    }
    Ok(Plan {
        creations: creations(templates, options.run_id.as_deref())?,
        options,
        new_key_pair,
        journal: CreateJournal::new(context, &login),
    })
}

/// Returns what surely does not fit, without another request. If the user gave the client token, an
/// earlier try may hold what now seems to be in use. Nova decides then.
fn known_misfits(templates: &[Template], caller: Caller<'_>) -> Vec<CommandError> {
    let unread = Survey::default();
    let is_new = |template: &&Template| template.spec.client_token.is_none();
    let new = templates.iter().filter(is_new);
    new.flat_map(|template| {
        let all = misfits(&template.spec, &template.resolved.facts, &unread, caller);
        all.into_iter()
            .filter(|misfit| !misfit.by_policy)
            .map(|misfit| misfit.error(template.name()))
    })
    .collect()
}
