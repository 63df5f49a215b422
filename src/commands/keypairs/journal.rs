//! The journal's entries for private keys: where each was saved, by which user and when. Never a
//! key itself.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::records::{KeypairRecord, Scope};
use crate::verbs::context::Context;
use crate::verbs::recorder::scope_of;

/// The file of a private key.
#[derive(Clone, Debug)]
pub(in crate::commands) struct KeyFile {
    /// The path.
    pub(in crate::commands) path: PathBuf,
    /// When it was created.
    pub(in crate::commands) created: Timestamp,
    /// The user that created it.
    pub(in crate::commands) user: String,
}

/// Returns the journal's scope for this command; `None` before the login.
fn scope(context: &Context) -> Option<Scope> {
    let login = context.session.current_login()?;
    Some(scope_of(&context.session, &login))
}

/// Records a key pair that was created or imported. `path` is its private key's file.
pub(super) fn created(
    context: &Context,
    name: &str,
    fingerprint: Option<&str>,
    path: Option<&Path>,
) {
    let (Some(scope), Some(login)) = (scope(context), context.session.current_login()) else {
        return;
    };
    let record = KeypairRecord {
        name: name.to_owned(),
        fingerprint: fingerprint.unwrap_or_default().to_owned(),
        path: path.map(Path::to_path_buf),
        created: context.recorder.now(),
        user: login.info.user.name.clone(),
        run_id: context.run_id.clone(),
    };
    context
        .recorder
        .with(|journal| journal.keypair_created(&scope, &record));
}

/// Records that a key pair is gone. Returns whether the journal knew it.
pub(super) fn deleted(context: &Context, name: &str) -> bool {
    let Some(scope) = scope(context) else {
        return false;
    };
    let known = context
        .recorder
        .with_existing(|journal| journal.keypair_deleted(&scope, name));
    known.unwrap_or_default()
}

/// Returns whether the journal has a key pair of this name that was created or imported here and
/// not seen deleted.
pub(super) fn is_known(context: &Context, name: &str) -> bool {
    let Some(scope) = scope(context) else {
        return false;
    };
    let found = context
        .recorder
        .with_existing(|journal| journal.keypair(&scope, name));
    found.flatten().is_some()
}

/// Returns the file of the private key of the key pair with this name.
pub(in crate::commands) fn lookup(context: &Context, name: &str) -> Option<KeyFile> {
    let scope = scope(context)?;
    let record = context
        .recorder
        .with_existing(|journal| journal.keypair(&scope, name))??;
    Some(KeyFile {
        path: record.path?,
        created: record.created,
        user: record.user,
    })
}
