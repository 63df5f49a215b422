//! Creates the planned instances side by side, each exactly once.

mod make;
mod volumes;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::stream::{self, StreamExt as _};

use self::make::Creator;
pub(super) use self::volumes::clear_away;
use super::plan::earlier::{KnownServers, mismatch};
use super::plan::{Creation, CreationOutcome, Plan, quota};
use super::spec::OPERATION;
use crate::commands::keypairs::create as keypairs;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::verbs::claim;
use crate::verbs::context::Context;
use crate::verbs::progress::Progress;
use crate::verbs::waiting::exit_of;

/// Creates the instances, and notes in each what became of it.
pub(super) async fn create_all(context: &Context, plan: &mut Plan<'_>) -> Result<(), CommandError> {
    if let Some(name) = &plan.new_key_pair {
        create_key_pair(context, name).await?;
    }
    let Plan {
        creations,
        options,
        journal,
        ..
    } = plan;
    let session = &context.session;
    let limit = options.limit;
    // Held until all are created: a later process with one of the tokens finds the instances.
    let given = creations.iter().filter(|one| one.token_is_given);
    let tokens = given.map(|one| one.token.text.as_str()).collect();
    let deadline = limit.end_within(options.volume_timeout);
    let _claims = claim::all(context, journal.scope(), OPERATION, tokens, deadline).await?;
    // If one token was used with other parameters, nothing is created.
    let mut given = creations.iter().filter(|one| one.token_is_given);
    if let Some(error) = given.find_map(|one| mismatch(one, &journal.earlier(one)?)) {
        return Err(error);
    }
    let look = async {
        let known = KnownServers::find(session, creations).await?;
        quota::leave_out(session, creations, &known).await?;
        Ok(known)
    };
    let what = "nothing was created: what there is already was not known";
    let known = limit.hold(context, OPERATION, what, look).await?;
    let progress = Mutex::new(Progress::new(&context.notes));
    let is_refused = AtomicBool::new(false);
    let outcomes: Vec<(usize, CreationOutcome)> = stream::iter(creations.iter().enumerate())
        .map(|(place, creation)| {
            let creator = Creator {
                context,
                journal,
                limit,
                volume_timeout: options.volume_timeout,
                creation,
                known: &known,
                progress: &progress,
                waits: options.waits,
            };
            let is_refused = &is_refused;
            async move { (place, creator.outcome(is_refused).await) }
        })
        // A slow instance delays no other.
        .buffer_unordered(options.parallel)
        .collect()
        .await;
    for (place, outcome) in outcomes {
        creations[place].outcome = outcome;
    }
    if let Ok(mut progress) = progress.lock() {
        progress.clear();
    }
    Ok(())
}

/// Creates the key pair that the form offers, and says where its private key is.
async fn create_key_pair(context: &Context, name: &str) -> Result<(), CommandError> {
    let path = keypairs::make_for_another(context, name).await?;
    context.notes.note(&format!(
        "Key pair '{name}' is made; its private key is in '{}'.",
        path.display()
    ));
    Ok(())
}

impl Creator<'_> {
    /// Creates the instance, unless there is no room or an earlier one was refused for good: what is
    /// forbidden, or too much, is so for the next instance, too.
    async fn outcome(&self, is_refused: &AtomicBool) -> CreationOutcome {
        let is_left_out = matches!(self.creation.outcome, CreationOutcome::LeftOut);
        if is_left_out || is_refused.load(Ordering::Relaxed) {
            return CreationOutcome::LeftOut;
        }
        match self.create_in_time().await {
            Ok(created) => CreationOutcome::Created(created),
            Err(error) => {
                if matches!(error.http_status, Some(403 | 413)) {
                    is_refused.store(true, Ordering::Relaxed);
                }
                CreationOutcome::Failed(error)
            }
        }
    }
}

/// Reports what was not created. Returns how the command ends so far: with MIN:MAX, the required
/// instances are enough. If nothing was created for one reason, that is the command's error.
pub(super) fn report(
    context: &Context,
    creations: &mut Vec<Creation>,
) -> Result<ExitCode, CommandError> {
    let required = creations.iter().filter(|one| one.is_required).count();
    let mut errors = Vec::new();
    let mut left_out = 0;
    let mut created = Vec::new();
    for creation in creations.drain(..) {
        match creation.outcome {
            CreationOutcome::Created(_) => created.push(creation),
            CreationOutcome::Failed(error) => errors.push(error),
            CreationOutcome::LeftOut | CreationOutcome::Open => left_out += 1,
        }
    }
    *creations = created;
    if left_out > 0 {
        context.notes.note(&format!(
            "Instances that were not asked for, since the quota or the cloud refuses more: {left_out}."
        ));
    }
    // A request that was given up may still be carried out.
    let left = context.under_way.text();
    if !left.is_empty()
        && let Some(error) = errors
            .iter_mut()
            .rfind(|one| one.exit == ExitCode::TimedOut)
    {
        error.hints.push(left);
    }
    if creations.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
    }
    Ok(match exit_of(&errors) {
        _ if creations.len() >= required => ExitCode::Success,
        ExitCode::Success => ExitCode::Failed,
        exit => exit,
    })
}
