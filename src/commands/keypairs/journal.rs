//! What is remembered of private keys: where each was put, by whom and when. Never a key itself.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::records::{KeypairRecord, Scope};
use crate::verbs::context::Context;
use crate::verbs::recorder::scope_of;

/// Where a private key was put.
#[derive(Clone, Debug)]
pub(in crate::commands) struct KeyFile {
    /// The file.
    pub(in crate::commands) path: PathBuf,
    /// When it was made.
    pub(in crate::commands) created: Timestamp,
    /// Who made it.
    pub(in crate::commands) user: String,
}

/// Where key pairs of this command are remembered: nowhere, before it has logged in.
fn scope(context: &Context) -> Option<Scope> {
    let login = context.session.current_login()?;
    Some(scope_of(&context.session, &login))
}

/// Remembers a key pair that was made or imported; `path` where its private key lies.
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

/// Remembers that a key pair is gone. Whether it was known here.
pub(super) fn deleted(context: &Context, name: &str) -> bool {
    let Some(scope) = scope(context) else {
        return false;
    };
    let known = context
        .recorder
        .with_existing(|journal| journal.keypair_deleted(&scope, name));
    known.unwrap_or_default()
}

/// Whether this machine has made or imported a key pair of that name, which it has not seen gone.
pub(super) fn is_known(context: &Context, name: &str) -> bool {
    let Some(scope) = scope(context) else {
        return false;
    };
    let found = context
        .recorder
        .with_existing(|journal| journal.keypair(&scope, name));
    found.flatten().is_some()
}

/// Where the private key of the key pair with this name was put.
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
