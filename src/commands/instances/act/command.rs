//! The command line of the actions, built from their table.

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::ActArgs;
use super::actions::{ACTIONS, Action};
use crate::verbs::delete::MissingArgs;

/// An action with its arguments.
#[derive(Clone, Debug)]
pub struct ActionCommand {
    pub(super) action: &'static Action,
    pub(super) args: ActArgs,
    /// The additional arguments of a deletion.
    pub(super) missing: Option<MissingArgs>,
}

fn find(name: &str) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.name == name)
}

fn command(action: &Action) -> Command {
    let command = Command::new(action.name);
    let mut command = ActArgs::augment_args(command).visible_aliases(action.alias);
    if let Some(variant) = action.variant {
        let flag = Arg::new(variant.flag).long(variant.flag);
        command = command.arg(flag.help(variant.help).action(ArgAction::SetTrue));
    }
    if action.is_deletion() {
        command = MissingArgs::augment_args(command);
    }
    // The arguments have set their own help text.
    command.about(action.about).long_about(None)
}

impl Subcommand for ActionCommand {
    fn augment_subcommands(parent: Command) -> Command {
        parent.subcommands(ACTIONS.iter().map(command))
    }

    fn augment_subcommands_for_update(parent: Command) -> Command {
        Self::augment_subcommands(parent)
    }

    fn has_subcommand(name: &str) -> bool {
        find(name).is_some()
    }
}

impl FromArgMatches for ActionCommand {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (name, matches) = matches
            .subcommand()
            .ok_or_else(|| clap::Error::new(ErrorKind::MissingSubcommand))?;
        let action = find(name).ok_or_else(|| clap::Error::new(ErrorKind::InvalidSubcommand))?;
        let missing = action
            .is_deletion()
            .then(|| MissingArgs::from_arg_matches(matches));
        let variant = action
            .variant
            .filter(|variant| matches.get_flag(variant.flag));
        Ok(Self {
            action: variant.map_or(action, |variant| variant.action),
            args: ActArgs::from_arg_matches(matches)?,
            missing: missing.transpose()?,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
