//! Shows the created instances.

use futures_util::stream::{self, StreamExt as _};

use super::plan::journal::CreateJournal;
use super::plan::{CreatedInstance, Creation};
use crate::commands::instances::act::state_of;
use crate::commands::instances::view::{Instance, Row};
use crate::commands::instances::{KEY, detail};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Server, show_server};
use crate::verbs::context::Context;
use crate::verbs::show_described;
use crate::verbs::waiting::Limit;

/// How many instances are asked for at once.
const PARALLEL: usize = 16;

/// Prints the instances as they are now. Within a last moment each is looked at once, unless the
/// wait has done that.
pub(super) async fn print(
    context: &Context,
    creations: &[Creation],
    journal: &CreateJournal<'_>,
    limit: Limit,
    mut exit: ExitCode,
) -> Result<ExitCode, CommandError> {
    let created: Vec<_> = creations.iter().filter_map(Creation::created).collect();
    let rows = limit.with_last_look();
    let rows = rows.bound(rows_of(context, journal, &created)).await;
    let (rows, told) = rows.unwrap_or_else(|| (bare(context, &created), Ok(())));
    if let Err(error) = told {
        // The created instances are printed anyway.
        context.notes.error(&error);
        exit = error.exit;
    }
    let printed = show_described(context, KEY, rows, exit)
        .and_then(|exit| Ok(context.output.flush().map(|()| exit)?));
    printed.map_err(|error| {
        if error.is_closed_pipe() || created.is_empty() {
            return error;
        }
        let ids: Vec<&str> = created.iter().map(|(_, one)| one.id.as_str()).collect();
        error.hint(format!("created: {}", ids.join(", ")))
    })
}

/// An instance's name with what is known of it.
type NamedInstance<'a> = (&'a str, &'a CreatedInstance);

/// Returns a row for each instance. If Nova can't be asked for one, its row has the ID and the name.
async fn rows_of(
    context: &Context,
    journal: &CreateJournal<'_>,
    created: &[NamedInstance<'_>],
) -> (Vec<Row>, Result<(), CommandError>) {
    let servers: Vec<Server> = stream::iter(created)
        .map(|&(name, one)| server_of(context, journal, name, one))
        .buffered(PARALLEL)
        .collect()
        .await;
    let sources = detail::sources(context, false);
    let (instances, told) = detail::complete(context, servers, &sources).await;
    let now = context.started;
    let row = |instance| Row { instance, now };
    (instances.into_iter().map(row).collect(), told)
}

async fn server_of(
    context: &Context,
    journal: &CreateJournal<'_>,
    name: &str,
    created: &CreatedInstance,
) -> Server {
    if let Some(server) = &created.server {
        return Server::clone(server);
    }
    let id = &created.id;
    match show_server(&context.session, id).await {
        Ok(Some(found)) => {
            journal.observe(id, state_of(&found.item).name());
            return found.item;
        }
        Ok(None) => {
            let text = format!("instance '{name}' ({id}) is gone");
            context.notes.warn(&text);
        }
        Err(error) => context.notes.warn(&format!(
            "instance '{name}' ({id}) was created, and can't be shown: {error}"
        )),
    }
    unseen(name, created)
}

/// Returns a server with nothing but the ID and the name.
fn unseen(name: &str, created: &CreatedInstance) -> Server {
    let mut server = Server::default();
    server.id.clone_from(&created.id);
    name.clone_into(&mut server.name);
    server
}

/// Returns the rows without a request.
fn bare(context: &Context, created: &[NamedInstance<'_>]) -> Vec<Row> {
    let known = context.session.names();
    let rows = created.iter().map(|(name, one)| Row {
        instance: Instance::new(unseen(name, one), &known),
        now: context.started,
    });
    rows.collect()
}
