//! Finds the servers that are named: a few each by itself, many of them in one list.

use std::collections::{HashMap, HashSet};

use futures_util::stream::{self, StreamExt as _};

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Pager, Resource as _, Server, find, list_call};
use crate::verbs::context::{Context, read_targets};

/// From this many targets on one list is asked for in place of one request each. It costs Nova
/// what showing its servers one by one does, and ostk a single round trip.
const MANY: usize = 5;
/// How many targets are asked for at once.
const PARALLEL: usize = 16;

/// Finds every target, in the order in which they were named. One that is missing is told on
/// stderr and does not keep the others from being shown; if it is the only one, it is the
/// command's own error.
pub(crate) async fn find_servers(
    context: &Context,
    targets: &[String],
) -> Result<(Vec<Server>, ExitCode), CommandError> {
    let targets = read_targets(targets, &context.stdin)?;
    let listed = if targets.len() < MANY {
        HashMap::new()
    } else {
        first_page(context, &targets).await?
    };
    let results: Vec<Result<Server, Error>> = stream::iter(&targets)
        .map(|target| async {
            match listed.get(target.as_str()) {
                Some(server) => Ok(server.clone()),
                None => find::<Server>(&context.session, target)
                    .await
                    .map(|found| found.item),
            }
        })
        .buffered(PARALLEL)
        .collect()
        .await;
    let mut servers = Vec::new();
    let mut errors = Vec::new();
    let mut seen = HashSet::new();
    for result in results {
        match result {
            // A name and the ID of the same instance are one target.
            Ok(server) if seen.insert(server.id.clone()) => servers.push(server),
            Ok(_) => {}
            Err(error) => errors.push(CommandError::from(error).during(Server::OPERATIONS.1)),
        }
    }
    if servers.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        context.notes.error(error);
    }
    let exit = if errors.is_empty() {
        ExitCode::Success
    } else {
        ExitCode::Failed
    };
    Ok((servers, exit))
}

/// The targets that the list's first page settles. A project with more instances than a page
/// holds may have a name twice, so from its list only IDs are taken: reading it to its end would
/// cost more than asking for each name.
async fn first_page(
    context: &Context,
    targets: &[String],
) -> Result<HashMap<String, Server>, CommandError> {
    let mut pager = Pager::<Server>::new(&context.session, list_call::<Server>(), None);
    let Some(page) = pager.next().await? else {
        return Ok(HashMap::new());
    };
    Ok(settle(targets, page.items, page.more))
}

/// Which of the targets these servers are. `more` says that there are others that are not known.
fn settle(targets: &[String], servers: Vec<Server>, more: bool) -> HashMap<String, Server> {
    let wanted: HashSet<&str> = targets.iter().map(String::as_str).collect();
    let mut by_name: HashMap<String, Vec<Server>> = HashMap::new();
    let mut settled = HashMap::new();
    for server in servers {
        if wanted.contains(server.name.as_str()) {
            let same = by_name.entry(server.name.clone()).or_default();
            same.push(server.clone());
        }
        if wanted.contains(server.id.as_str()) {
            settled.insert(server.id.clone(), server);
        }
    }
    for (name, mut servers) in by_name {
        // What may be an ID is asked for as one first: another project's, for an administrator.
        let is_name = uuid::Uuid::try_parse(&name).is_err();
        if !more && is_name && servers.len() == 1 {
            settled.extend(servers.pop().map(|server| (name, server)));
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn servers() -> Vec<Server> {
        let server = |id: &str, name: &str| {
            serde_json::from_value(serde_json::json!({ "id": id, "name": name })).unwrap()
        };
        let other = "00000000-0000-4000-8000-00000000000f";
        vec![
            server("00000000-0000-4000-8000-000000000001", "web"),
            server("00000000-0000-4000-8000-000000000002", "db"),
            server("00000000-0000-4000-8000-000000000003", "db"),
            server("00000000-0000-4000-8000-000000000004", other),
        ]
    }

    fn settled(targets: &[&str], more: bool) -> Vec<String> {
        let targets: Vec<String> = targets.iter().map(|target| (*target).to_owned()).collect();
        let mut found: Vec<String> = settle(&targets, servers(), more).into_keys().collect();
        found.sort();
        found
    }

    #[test]
    fn a_whole_list_settles_ids_and_names_that_only_one_has() {
        let id = "00000000-0000-4000-8000-000000000002";
        let like_an_id = "00000000-0000-4000-8000-00000000000f";
        let targets = ["web", "db", "gone", id, like_an_id];
        assert_eq!(settled(&targets, false), [id, "web"]);
    }

    #[test]
    fn a_part_of_a_list_settles_ids_alone() {
        let id = "00000000-0000-4000-8000-000000000002";
        assert_eq!(settled(&["web", id], true), [id]);
    }
}
