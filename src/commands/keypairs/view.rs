//! The output of key pairs: the same in a list and in full.

use serde::Serialize;

use super::KeyPair;
use super::file;
use super::fingerprint::Fingerprints;
use super::journal;
use crate::commands::wire::Time;
use crate::output::{Cell, Column, Tabular, Tone};
use crate::verbs::asked_keys::Answered;
use crate::verbs::context::Context;

/// A key pair, with AWS's keys where AWS has the concept.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct KeyPairView {
    pub(super) key_name: String,
    /// Nova's own fingerprint: the MD5 of the key's bytes, except for certificates.
    pub(super) key_fingerprint: Option<String>,
    pub(super) key_fingerprint_sha256: Option<String>,
    pub(super) key_type: Option<String>,
    pub(super) key_algorithm: Option<String>,
    public_key: Option<String>,
    /// A list doesn't have it.
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(super) create_time: Answered<Time>,
    user_id: Option<String>,
    /// The private key's file, as far as the journal knows.
    key_file: Option<KeyFileView>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct KeyFileView {
    path: String,
    exists: bool,
    private: Option<bool>,
    create_time: Time,
    user: String,
}

impl KeyPairView {
    /// Returns the view of Nova's key pair. If it is the caller's own, the journal's entry is
    /// added.
    pub(super) fn new(context: &Context, keypair: KeyPair, own: bool) -> Self {
        let fingerprints = keypair.public_key.as_deref().and_then(Fingerprints::of);
        let key_file = own
            .then(|| journal::lookup(context, &keypair.name))
            .flatten()
            .map(|known| {
                let state = file::state(&known.path);
                KeyFileView {
                    path: known.path.display().to_string(),
                    exists: state.exists,
                    private: state.private,
                    create_time: Time(Some(known.created)),
                    user: known.user,
                }
            });
        let (md5, sha256, algorithm) = match fingerprints {
            Some(found) => (Some(found.md5), Some(found.sha256), Some(found.algorithm)),
            None => (None, None, None),
        };
        Self {
            key_name: keypair.name,
            key_fingerprint: keypair.fingerprint.or(md5),
            key_fingerprint_sha256: sha256,
            key_type: keypair.kind,
            key_algorithm: algorithm,
            public_key: keypair.public_key,
            create_time: Answered::Absent,
            user_id: keypair.user_id,
            key_file,
        }
    }
}

impl Tabular for KeyPairView {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Type"),
            Column::new("Fingerprint").priority(1),
            Column::new("Key file").priority(2),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let key_file = self.key_file.as_ref().map_or_else(Cell::none, |known| {
            if !known.exists {
                Cell::toned(format!("{} (gone)", known.path), Tone::Quiet)
            } else if known.private == Some(false) {
                Cell::toned(format!("{} (readable by others)", known.path), Tone::Bad)
            } else {
                Cell::from(&known.path)
            }
        });
        vec![
            (&self.key_name).into(),
            self.key_algorithm
                .as_ref()
                .or(self.key_type.as_ref())
                .into(),
            self.key_fingerprint_sha256
                .as_ref()
                .or(self.key_fingerprint.as_ref())
                .into(),
            key_file,
        ]
    }
}
