//! The journal of resources that this tool created: an intent before each request, the result after
//! it, and every later change that is seen. It is never the truth about the cloud. No command
//! depends on it, except the commands that show it.
//!
//! Knows no commands and no services. Secrets are never stored: no private key, no password, no
//! token.

mod claim;
mod error;
mod journal;
mod keypairs;
mod model;
mod row;
mod run;
mod store;

pub use claim::Claim;
pub use error::RecordsError;
pub use journal::Journal;
pub use model::{
    CLIENT_DISK_KEY, CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, Created, Intent, KeypairRecord, Kind,
    Pruned, RUN_ID_KEY, RecordFilter, RecordState, ResourceRecord, Scope, client_tag, is_own_key,
    is_own_label,
};
pub use run::run_id;
