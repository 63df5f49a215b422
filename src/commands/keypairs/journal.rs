//! What is remembered of private keys: where each was put, by whom and when. Never a key itself.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::verbs::context::Context;

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

/// Remembers a key pair that was made or imported; `path` where its private key lies.
// Not connected to the journal yet.
pub(super) fn created(
    _context: &Context,
    _name: &str,
    _fingerprint: Option<&str>,
    _path: Option<&Path>,
) {
}

/// Remembers that a key pair is gone.
// Not connected to the journal yet.
pub(super) fn deleted(_context: &Context, _name: &str) {}

/// Where the private key of the key pair with this name was put.
// Not connected to the journal yet.
pub(in crate::commands) fn lookup(_context: &Context, _name: &str) -> Option<KeyFile> {
    None
}
