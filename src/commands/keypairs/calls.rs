//! The calls for key pairs: the caller's own and, for administrators, another user's.

use serde::Deserialize;

use super::KeyPair;
use crate::openstack::{
    Answer, Call, Error, Found, Removal, Resource as _, Service, Session, Version, list_call,
    removal,
};

/// EC2's name for deleting a key pair.
pub(super) const DELETE: &str = "DeleteKeyPair";

/// The microversion that takes another user's ID.
const USER_VERSION: Version = Version::new(2, 10);

#[derive(Deserialize)]
struct One {
    keypair: KeyPair,
}

fn of_user(call: Call, user: Option<&str>) -> Call {
    match user {
        Some(user) => call.only_version(USER_VERSION).query("user_id", user),
        None => call,
    }
}

/// Lists the caller's own key pairs, or another user's.
pub(super) fn list(user: Option<&str>) -> Call {
    of_user(list_call::<KeyPair>(), user)
}

/// Returns the key pair with exactly this name. Nova's database may also match a name that differs
/// in case or in trailing spaces; that is another key pair.
pub(super) async fn show(
    session: &Session,
    name: &str,
    user: Option<&str>,
) -> Result<Option<Found<KeyPair>>, Error> {
    if !is_addressable(name) {
        return Ok(None);
    }
    let call = KeyPair::VERSIONS.iter().fold(
        Call::get(KeyPair::NOUN.operation, Service::Compute, KeyPair::PATH).below(name),
        |call, version| call.version(*version),
    );
    match session.send(&of_user(call, user)).await {
        Ok(answer) => {
            let item = answer.decode::<One>()?.keypair;
            Ok((item.name == name).then_some(Found { item, answer }))
        }
        Err(error) if error.says_gone(name) => Ok(None),
        // Nova has no key pair of such a name: its router finds no path for a slash, and its error
        // repeats other characters in another encoding.
        Err(Error::Fault(fault))
            if fault.status == 404
                && fault.code.is_some()
                && (name.contains('/') || !name.is_ascii()) =>
        {
            Ok(None)
        }
        // Nova's own error for a text that it doesn't accept as a name.
        Err(Error::Fault(fault)) if fault.status == 400 && fault.code.is_some() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Deletes a key pair. Returns whether it existed. Nova also deletes a key pair with a name that
/// differs in case: call [`show`] first for a name that a user gave.
pub(super) async fn delete(
    session: &Session,
    name: &str,
    user: Option<&str>,
) -> Result<bool, Error> {
    if !is_addressable(name) {
        return Ok(false);
    }
    let call = KeyPair::VERSIONS.iter().fold(
        Call::delete(DELETE, Service::Compute, KeyPair::PATH).below(name),
        |call, version| call.version(*version),
    );
    let gone = async || Ok(show(session, name, user).await?.is_none());
    match removal(session.send(&of_user(call, user)).await, name, gone).await {
        Ok(removal) => Ok(removal == Removal::Asked),
        Err(error) if error.may_have_acted() => match show(session, name, user).await {
            Ok(None) => Ok(true),
            _ => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// Returns whether the name can be part of a path. A dot segment would be another path.
fn is_addressable(name: &str) -> bool {
    !matches!(name, "" | "." | "..")
}

/// Reads the key pair from the response to its creation.
pub(super) fn made(answer: &Answer) -> Result<KeyPair, Error> {
    Ok(answer.decode::<One>()?.keypair)
}
