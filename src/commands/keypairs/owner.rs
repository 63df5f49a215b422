//! The owner of a command's key pairs: the caller, or, for administrators, any user by name or ID.

use serde::Deserialize;

use super::KeyPair;
use crate::error::CommandError;
use crate::noun::Noun;
use crate::openstack::{Call, Error, Resource as _, Service};
use crate::verbs::context::Context;

/// Keystone's users.
const USER: Noun = Noun::without_codes("user", "users", "ListUsers");

#[derive(Deserialize)]
struct Users {
    users: Vec<User>,
}

#[derive(Deserialize)]
struct User {
    id: String,
}

/// Returns the user's ID, or `None` for the caller.
pub(super) async fn find(
    context: &Context,
    user: Option<&str>,
) -> Result<Option<String>, CommandError> {
    let Some(user) = user else {
        return Ok(None);
    };
    if is_id(user) {
        return Ok(Some(user.to_owned()));
    }
    let login = context.session.login().await?;
    if login.info.user.name == user {
        return Ok(None);
    }
    let call = Call::get(USER.operation, Service::Identity, "users").query("name", user);
    let answer = context.session.send(&call).await.map_err(|error| {
        CommandError::from(error).hint("--user takes an ID, too, for which Keystone is not asked")
    })?;
    let mut ids: Vec<String> = answer
        .decode::<Users>()?
        .users
        .into_iter()
        .map(|user| user.id)
        .collect();
    match ids.len() {
        1 => Ok(ids.pop()),
        0 => Err(Error::NotFound {
            noun: &USER,
            target: user.to_owned(),
            scope: String::new(),
        }
        .into()),
        _ => Err(Error::Ambiguous {
            noun: &USER,
            target: user.to_owned(),
            ids,
        }
        .into()),
    }
}

/// Keystone's IDs are 32 hexadecimal digits, or 64 for users of a directory.
fn is_id(user: &str) -> bool {
    matches!(user.len(), 32 | 64) && user.chars().all(|letter| letter.is_ascii_hexdigit())
        || uuid::Uuid::try_parse(user).is_ok()
}

/// Returns the error for a key pair that doesn't exist.
pub(super) async fn missing(context: &Context, name: &str, user: Option<&str>) -> CommandError {
    let scope = match (user, context.session.login().await) {
        (Some(user), _) => format!(" for user '{user}'"),
        (None, Ok(login)) => format!(" for user '{}'", login.info.user.name),
        (None, Err(_)) => String::new(),
    };
    Error::NotFound {
        noun: KeyPair::NOUN,
        target: name.to_owned(),
        scope,
    }
    .into()
}
