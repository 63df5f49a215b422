//! Finds the servers that the user names: a few with one request each, many in one list.

use std::collections::{HashMap, HashSet};

use futures_util::stream::{self, StreamExt as _};

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, NameRegex, Pager, Resource as _, Server, find, list_call};
use crate::verbs::context::{Context, read_targets};
use crate::verbs::gather;

/// The number of targets from which one list replaces one request per target. The list costs Nova
/// the same as showing the servers one by one, and ostk a single round trip.
const MANY: usize = 5;
/// The limits of the list's page size: Nova takes 5 to 8 ms for each server.
const SMALLEST_PAGE: u32 = 100;
const LARGEST_PAGE: u32 = 1_000;
/// The number of targets to find at once.
const PARALLEL: usize = 16;

/// Finds every target, in the order of the targets.
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
    gather(context, results, Server::NOUN.operation, |server| {
        &server.id
    })
}

/// Returns the targets that one page of a list identifies. If more pages follow, another server may
/// have the same name, so only IDs count. In a large project, finding each of the other targets
/// costs Nova less than listing all servers.
async fn first_page(
    context: &Context,
    targets: &[String],
) -> Result<HashMap<String, Server>, CommandError> {
    let mut call = list_call::<Server>();
    if let Some(pattern) = beginning(targets) {
        call = call.query("name", pattern);
    }
    let limit = u32::try_from(4 * targets.len()).unwrap_or(LARGEST_PAGE);
    let limit = limit.clamp(SMALLEST_PAGE, LARGEST_PAGE);
    let mut pager = Pager::<Server>::new(&context.session, call, Some(limit));
    let Some(page) = pager.next().await? else {
        return Ok(HashMap::new());
    };
    Ok(settle(targets, page.items, page.more))
}

/// Returns the common prefix of all names in the form of Nova's filter. Returns none if there is no
/// common prefix or if a target may be an ID.
fn beginning(targets: &[String]) -> Option<String> {
    if targets.iter().any(|target| may_be_id(target)) {
        return None;
    }
    let (first, others) = targets.split_first()?;
    let common = others.iter().fold(first.as_str(), |common, other| {
        let length = common
            .char_indices()
            .zip(other.chars())
            .find(|((_, left), right)| left != right)
            .map_or(common.len().min(other.len()), |((index, _), _)| index);
        &common[..length]
    });
    if common.is_empty() {
        return None;
    }
    let mut pattern = NameRegex::default();
    common.chars().for_each(|letter| pattern.letter(letter));
    pattern.any();
    Some(pattern.finish())
}

fn may_be_id(target: &str) -> bool {
    uuid::Uuid::try_parse(target).is_ok()
}

/// Returns the targets that these servers match. `more` says whether there are further servers.
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
        // Find a possible ID by ID first: an administrator may mean another project's server.
        if !more && !may_be_id(&name) && servers.len() == 1 {
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
    fn what_names_begin_with_is_asked_for() {
        let of = |targets: &[&str]| {
            let targets: Vec<String> = targets.iter().map(|target| (*target).to_owned()).collect();
            beginning(&targets)
        };
        assert_eq!(of(&["vm-1", "vm-12", "vm-2"]).as_deref(), Some(r"^vm\-.*$"));
        assert_eq!(of(&["vm", "vm-1"]).as_deref(), Some("^vm.*$"));
        assert_eq!(of(&["été", "étang"]).as_deref(), Some("^ét.*$"));
        assert_eq!(of(&["web", "db"]), None);
        assert_eq!(of(&["vm", "00000000-0000-4000-8000-000000000001"]), None);
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
