//! Chooses the instances to act on: by name, or by filters and with the user's confirmation.

use std::collections::HashSet;

use futures_util::stream::{self, StreamExt as _};

use super::actions::Action;
use super::{ActArgs, state_of};
use crate::commands::instances::detail::Details;
use crate::commands::instances::filters::{self, InstanceFilters};
use crate::commands::instances::names;
use crate::commands::instances::view::Instance;
use crate::error::CommandError;
use crate::openstack::{Error, Found, Pager, Server, find, list_call};
use crate::output::sanitize::for_terminal;
use crate::verbs::context::{Context, read_targets_if_any};

/// How targets are chosen.
pub(super) enum ChosenTargets {
    /// By name or ID.
    Named,
    /// By filters.
    Filtered(InstanceFilters),
}

impl ChosenTargets {
    /// Reads the choice from the arguments. Sends nothing.
    pub(super) fn of(context: &Context, args: &ActArgs) -> Result<Self, CommandError> {
        let filters = args.filters.parse(context.sources())?;
        match (args.targets.is_empty(), filters.is_empty()) {
            (true, true) => Err(CommandError::usage(
                "no instance is named, and no filter chooses any",
            )),
            (false, false) => Err(CommandError::usage(
                "instances are named or chosen by filters, not both",
            )),
            (false, true) => Ok(Self::Named),
            (true, false) => Ok(Self::Filtered(filters)),
        }
    }

    /// Returns the given names and IDs, including those on standard input.
    pub(super) fn targets(
        &self,
        context: &Context,
        args: &ActArgs,
    ) -> Result<Vec<String>, CommandError> {
        if matches!(self, Self::Filtered(_)) {
            return Ok(Vec::new());
        }
        let targets = read_targets_if_any(&args.targets, &context.stdin)?;
        if targets.is_empty() {
            context.notes.note("Standard input names no instance.");
        }
        Ok(targets)
    }

    /// Finds the instances. Also returns the errors of targets that were not found.
    pub(super) async fn find(
        &self,
        context: &Context,
        args: &ActArgs,
        action: &Action,
        targets: &[String],
    ) -> Result<(Vec<Server>, Vec<Error>), CommandError> {
        match self {
            Self::Named => named(context, args, action, targets).await,
            Self::Filtered(filters) => Ok((filtered(context, filters).await?, Vec::new())),
        }
    }

    /// Returns whether to act on these instances. If filters selected them, they are listed, and
    /// the user has to confirm.
    pub(super) fn is_confirmed(
        &self,
        context: &Context,
        args: &ActArgs,
        chosen: &[Server],
        action: &Action,
    ) -> Result<bool, CommandError> {
        if matches!(self, Self::Named) {
            return Ok(true);
        }
        if chosen.is_empty() {
            context.notes.note("The filters choose no instance.");
        } else if args.dry_run {
            list(context, chosen);
        } else if !args.yes {
            list(context, chosen);
            return confirm(context, chosen.len(), action);
        }
        Ok(true)
    }
}

/// Returns the instances that match the filters.
async fn filtered(
    context: &Context,
    filters: &InstanceFilters,
) -> Result<Vec<Server>, CommandError> {
    let session = &context.session;
    if filters::need_flavors(filters) && !session.names().knows_flavors() {
        names::learn_flavors(session).await?;
    }
    let call = list_call::<Server>().queries(filters::pushed(filters, &session.names()));
    let mut pager = Pager::<Server>::new(session, call, None);
    let mut chosen = Vec::new();
    let needed = filters::sources(filters);
    let mut details = Details::default();
    while let Some(page) = pager.next().await? {
        let known = session.names();
        let mut instances: Vec<Instance> = page
            .items
            .iter()
            .map(|server| Instance::new(server.clone(), &known))
            .collect();
        if !needed.is_empty() {
            let mut all: Vec<&mut Instance> = instances.iter_mut().collect();
            details
                .complete(context, &needed, &mut all, page.more)
                .await?;
        }
        let pairs = page.items.into_iter().zip(&instances);
        let matching = pairs.filter(|(_, instance)| filters.matches(instance));
        chosen.extend(matching.map(|(server, _)| server));
    }
    Ok(chosen)
}

async fn named(
    context: &Context,
    args: &ActArgs,
    action: &Action,
    targets: &[String],
) -> Result<(Vec<Server>, Vec<Error>), CommandError> {
    let found: Vec<Result<Found<Server>, Error>> = stream::iter(targets)
        .map(|target| find::<Server>(&context.session, target))
        .buffered(args.parallel.get())
        .collect()
        .await;
    let mut servers: Vec<Server> = Vec::new();
    let mut missing = Vec::new();
    let mut seen = HashSet::new();
    for result in found {
        match result {
            Ok(found) if seen.insert(found.item.id.clone()) => servers.push(found.item),
            Ok(_) => {}
            // Every other target would fail in the same way.
            Err(error @ (Error::Auth(_) | Error::Catalog(_))) => {
                return Err(CommandError::from(error).during(action.operation));
            }
            Err(error) => missing.push(error),
        }
    }
    Ok((servers, missing))
}

/// Lists the instances that the filters selected.
fn list(context: &Context, servers: &[Server]) {
    for server in servers {
        context.notes.stream.line(&format!(
            "{}  {}  {}",
            server.id,
            state_of(server).name(),
            for_terminal(&server.name)
        ));
    }
}

/// Asks the user for confirmation. Without a terminal, `--yes` is necessary.
fn confirm(context: &Context, number: usize, action: &Action) -> Result<bool, CommandError> {
    let s = if number == 1 { "" } else { "s" };
    if !context.stdin.is_terminal() || context.notes.stream.terminal().is_none() {
        return Err(CommandError::usage(format!(
            "filters have chosen {number} instance{s}; --yes acts on them without asking"
        )));
    }
    let (verb, _) = action
        .operation
        .split_once("Instances")
        .unwrap_or(("Act on", ""));
    let question = format!("{verb} {number} instance{s}? [y/N] ");
    let _ = context.notes.stream.write(question.as_bytes());
    let _ = context.notes.stream.flush();
    let answer = context.stdin.line()?.unwrap_or_default();
    let is_yes = matches!(answer.trim().to_lowercase().as_str(), "y" | "yes");
    if !is_yes {
        context.notes.stream.line("Nothing was changed.");
    }
    Ok(is_yes)
}
