//! Finds the place of the records that `ostk records` shows, without sending a request.

use super::connect;
use super::global::Global;
use crate::commands::records::{Place, RecordsCommand};
use crate::config::Preferences;
use crate::env::Env;
use crate::error::CommandError;
use crate::verbs::notes::Notes;

/// The records that a command selects.
pub(super) enum Selection {
    /// The records of every cloud, region and project.
    All,
    /// The records of a place.
    Place(Place),
    /// The records of a project that only a login can determine.
    NeedsLogin,
}

/// Selects the records for a command. The project comes from an earlier login, or from the settings
/// if they name it by its ID.
pub(super) fn known(
    command: &RecordsCommand,
    global: &Global,
    preferences: &Preferences,
    env: &Env,
    notes: &Notes,
) -> Result<Selection, CommandError> {
    if command.asks_a_cloud() {
        return Ok(Selection::NeedsLogin);
    }
    if command.takes_all_clouds() {
        let narrows = [&global.cloud, &global.region, &global.project];
        if narrows.into_iter().any(Option::is_some) {
            return Err(CommandError::usage(
                "--all-clouds cannot be combined with --cloud, --region or --project",
            ));
        }
        return Ok(Selection::All);
    }
    let resolved =
        match global.resolve(preferences, env) {
            Ok(resolved) => resolved,
            Err(error) => {
                let region = global.region.as_deref();
                return match Place::recorded(env, &error, region) {
                    Some(place) => Ok(Selection::Place(place)),
                    None => Err(CommandError::from(error)
                        .hint("--all-clouds takes the records of every cloud")),
                };
            }
        };
    let cloud = &resolved.cloud;
    let login = connect::remembered_login(cloud, global, env, resolved.built_in);
    let region = cloud.region.as_ref().map(|region| region.value.as_str());
    let mut place = Place::of(&cloud.name.value, region, login.as_ref());
    // Only Keystone knows the project of a trust or of an application credential.
    let auth = &cloud.auth;
    let is_open = auth.trust_id.is_some()
        || auth.application_credential_id.is_some()
        || auth.application_credential_name.is_some();
    if login.is_none() && !is_open {
        let project = cloud.auth.project_id.as_ref();
        place.project_id = project.map(|project| project.value.clone());
    }
    if place.project_id.is_none() && place.has_records(env)? {
        return Ok(Selection::NeedsLogin);
    }
    for warning in &resolved.warnings {
        notes.warn(warning);
    }
    Ok(Selection::Place(place))
}
