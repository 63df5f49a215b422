//! `ostk keypairs`: the public keys that Nova puts into instances, and the private keys created
//! with them.

mod calls;
pub(super) mod create;
mod delete;
pub(super) mod file;
mod filters;
mod fingerprint;
mod generate;
mod import;
pub(super) mod journal;
mod name;
mod owner;
mod quota;
mod show;
mod upload;
mod view;

use std::path::PathBuf;

use clap::Subcommand;
use serde::Deserialize;

use super::wire::Time;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::noun::Noun;
use crate::openstack::{ByName, Resource, Service, Version};
use crate::verbs::context::Context;
use crate::verbs::targets::Targeted;

/// The commands for key pairs.
#[derive(Debug, Subcommand)]
pub enum KeypairsCommand {
    /// List key pairs
    List(show::ListArgs),
    /// Show key pairs in full
    #[command(visible_alias = "show")]
    Describe(show::DescribeArgs),
    /// Make a key pair; the private key goes to NAME.pem, which only you can read
    Create(create::CreateArgs),
    /// Hand over a public key that is there already
    Import(import::ImportArgs),
    /// Delete key pairs from the cloud; files with private keys stay where they are
    Delete(delete::DeleteArgs),
}

/// Runs one of the commands.
pub async fn run(context: &Context, command: KeypairsCommand) -> Result<ExitCode, CommandError> {
    match command {
        KeypairsCommand::List(args) => show::list(context, &args).await,
        KeypairsCommand::Describe(args) => show::describe(context, &args).await,
        KeypairsCommand::Create(args) => create::run(context, &args).await,
        KeypairsCommand::Import(args) => import::run(context, &args).await,
        KeypairsCommand::Delete(args) => delete::run(context, &args).await,
    }
}

/// Returns the private key's path for a key pair of the caller: from the journal, or `create`'s
/// default path if that file exists.
pub(super) fn private_key(context: &Context, name: &str) -> Option<PathBuf> {
    if let Some(known) = journal::lookup(context, name) {
        return Some(known.path);
    }
    // The name comes from the cloud, and may be invalid as a file name.
    name::check(name).ok()?;
    let path = context.env.directory.join(format!("{name}.pem"));
    file::state(&path).exists.then_some(path)
}

/// A key pair. Its name is its ID (<https://docs.openstack.org/api-ref/compute/#list-keypairs>).
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Element")]
pub(super) struct KeyPair {
    name: String,
    pub(super) fingerprint: Option<String>,
    kind: Option<String>,
    public_key: Option<String>,
    /// Known from `describe`; a list doesn't have it.
    created: Time,
    /// Also known only from `describe`.
    user_id: Option<String>,
}

impl Targeted for KeyPair {
    const OPTIONS: &'static [&'static str] = &["key-names", "key-pair-ids"];
}

/// A key pair in a response. Nova wraps each element of a list once more; a single key pair is
/// wrapped once.
#[derive(Deserialize)]
#[serde(untagged)]
enum Element {
    Wrapped { keypair: Fields },
    Plain(Fields),
}

#[derive(Deserialize)]
struct Fields {
    name: String,
    fingerprint: Option<String>,
    /// From 2.2 on.
    #[serde(rename = "type")]
    kind: Option<String>,
    public_key: Option<String>,
    #[serde(default)]
    created_at: Time,
    user_id: Option<String>,
}

impl From<Element> for KeyPair {
    fn from(element: Element) -> Self {
        let (Element::Wrapped { keypair: fields } | Element::Plain(fields)) = element;
        Self {
            name: fields.name,
            fingerprint: fields.fingerprint,
            kind: fields.kind,
            public_key: fields.public_key,
            created: fields.created_at,
            user_id: fields.user_id,
        }
    }
}

impl Resource for KeyPair {
    const NOUN: &'static Noun = &Noun {
        singular: "key pair",
        plural: "key pairs",
        command: Some("keypairs"),
        operation: "DescribeKeyPairs",
        not_found: "InvalidKeyPair.NotFound",
        ambiguous: "Resource.Ambiguous",
    };
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "os-keypairs";
    const COLLECTION: &'static str = "keypairs";
    const MEMBER: Option<&'static str> = Some("keypair");
    /// 2.2 adds the type.
    const VERSIONS: &'static [Version] = &[Version::new(2, 2), Version::new(2, 1)];
    const PAGING_VERSION: Option<Version> = Some(Version::new(2, 35));
    const BY_NAME: ByName = ByName::IsId;

    fn id(&self) -> &str {
        &self.name
    }

    fn name(&self) -> &str {
        &self.name
    }
}
