//! Waits until the created instances run.

use tokio::time::Instant;

use super::plan::journal::CreateJournal;
use super::plan::{CreatedInstance, Creation, CreationOutcome};
use super::run::clear_away;
use super::spec::OPERATION;
use crate::commands::waiter::{RequestedAction, WaitEnd, Waiter, follow};
use crate::exit::ExitCode;
use crate::state::State;
use crate::verbs::context::Context;
use crate::verbs::waiting::Limit;
use crate::watch::{CloudSource, Goal};

/// Follows the instances until they run, or can't run. Keeps what Nova last told.
pub(super) async fn until_running(
    context: &Context,
    creations: &mut [Creation],
    journal: &CreateJournal<'_>,
    (began, limit): (Instant, Limit),
) -> ExitCode {
    let mut waiter = Waiter::for_operation(Goal::State(State::Running), OPERATION);
    let mut ids = Vec::new();
    for (name, created) in creations.iter().filter_map(Creation::created) {
        let requested = RequestedAction {
            request_id: created.request_id.clone(),
            goal_stood: false,
        };
        waiter.add(&created.id, name, State::Pending, Some(requested));
        ids.push(created.id.clone());
    }
    let cloud = CloudSource::asked(&context.session, ids, began);
    // Looks once at each instance, even if the create of one used up the time.
    let limit = limit.with_last_look();
    let result = follow(context, cloud, None, &mut waiter, limit).await;
    for creation in creations {
        if let CreationOutcome::Created(created) = &mut creation.outcome {
            settle(context, created, &waiter, journal).await;
        }
    }
    // The created instances are shown anyway.
    result.unwrap_or_else(|error| {
        context.notes.error(&error);
        error.exit
    })
}

/// Keeps what Nova last told of an instance. Clears the new volumes away if it has failed.
async fn settle(
    context: &Context,
    created: &mut CreatedInstance,
    waiter: &Waiter,
    journal: &CreateJournal<'_>,
) {
    let Some(one) = waiter.get(&created.id) else {
        return;
    };
    if one.state != State::Terminated {
        created.server.clone_from(&one.server);
    }
    if one.end == Some(WaitEnd::Failed)
        && one.state == State::Error
        && let Some(server) = &one.server
        && clear_away(context, server, &created.volumes).await
    {
        journal.observe(&created.id, State::Terminated.name());
    }
}
