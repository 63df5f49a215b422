//! Uploads a public key to Nova. If the response is lost, the key that Nova has is compared with
//! the key that was sent.

use serde::Serialize;
use serde_json::json;

use super::fingerprint::{self, Fingerprints};
use super::name::NameKind;
use super::{KeyPair, calls, quota};
use crate::commands::shell::quote;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Call, Error, Resource as _, Service, Version};
use crate::verbs::context::Context;

/// A key pair that was created, with AWS's keys.
#[expect(clippy::struct_field_names, reason = "they are the schema's keys")]
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct MadeView {
    pub(super) key_name: String,
    pub(super) key_fingerprint: Option<String>,
    pub(super) key_fingerprint_sha256: Option<String>,
    pub(super) key_type: Option<String>,
    pub(super) key_algorithm: Option<String>,
    /// Where the private key was saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) key_file: Option<String>,
    /// The private key itself, if the user asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) key_material: Option<String>,
}

impl MadeView {
    /// Shows a key pair without its private key.
    pub(super) fn new(keypair: &KeyPair) -> Self {
        let fingerprints = keypair.public_key.as_deref().and_then(Fingerprints::of);
        let (md5, sha256, algorithm) = match fingerprints {
            Some(found) => (Some(found.md5), Some(found.sha256), Some(found.algorithm)),
            None => (None, None, None),
        };
        Self {
            key_name: keypair.name.clone(),
            key_fingerprint: keypair.fingerprint.clone().or(md5),
            key_fingerprint_sha256: sha256,
            key_type: keypair.kind.clone(),
            key_algorithm: algorithm,
            key_file: None,
            key_material: None,
        }
    }

    /// Returns a sample view to try a query on before the key pair exists.
    pub(super) fn of_key(name: &str, material: &str) -> Self {
        let text = || Some(String::new());
        Self {
            key_name: name.to_owned(),
            key_fingerprint: text(),
            key_fingerprint_sha256: text(),
            key_type: text(),
            key_algorithm: text(),
            key_file: None,
            key_material: Some(material.to_owned()),
        }
    }
}

/// An upload that failed.
#[derive(Debug)]
pub(super) struct Failed {
    /// The error.
    pub(super) error: CommandError,
    /// Whether Nova may have the key in spite of the error.
    pub(super) unknown: bool,
}

/// Uploads a public key under a name.
pub(super) async fn upload(
    context: &Context,
    operation: &'static str,
    name: &str,
    kind: NameKind,
    public_key: &str,
) -> Result<KeyPair, Failed> {
    let body = json!({ "keypair": { "name": name, "public_key": public_key } });
    let call = Call::post(operation, Service::Compute, KeyPair::PATH, body);
    // From 2.2 on, the default type is an SSH key. Before that, it is the only type.
    let call = match kind {
        NameKind::Newer => call.version(Version::new(2, 92)),
        NameKind::Plain => call
            .version(Version::new(2, 2))
            .version(Version::new(2, 92))
            .version(Version::new(2, 1)),
    };
    let sent = match context.session.send(&call).await {
        Ok(answer) => calls::made(&answer),
        Err(error) => Err(error),
    };
    let error = match sent {
        Ok(keypair) => return Ok(keypair),
        Err(error) => error,
    };
    if !error.may_have_acted() {
        return Err(Failed {
            error: refused(context, error, name, kind).await,
            unknown: false,
        });
    }
    match calls::show(&context.session, name, None).await {
        Ok(Some(found)) if holds(&found.item, public_key) => Ok(found.item),
        Ok(Some(_)) => Err(Failed {
            error: duplicate(name).during(operation),
            unknown: false,
        }),
        Ok(None) => Err(Failed {
            error: CommandError::from(error).hint(not_yet(name)),
            unknown: false,
        }),
        Err(_) => Err(Failed {
            error: CommandError::from(error).hint(format!(
                "whether Nova made the key pair is not known: 'ostk keypairs describe {}' tells",
                quote(name)
            )),
            unknown: true,
        }),
    }
}

/// Returns the hint for a request that Nova may still be working on.
pub(super) fn not_yet(name: &str) -> String {
    format!(
        "there is no key pair '{name}' now; should Nova make it after all, 'ostk keypairs delete \
         {}' removes it",
        quote(name)
    )
}

fn holds(keypair: &KeyPair, public_key: &str) -> bool {
    keypair
        .public_key
        .as_deref()
        .is_some_and(|held| fingerprint::is_same_key(held, public_key))
}

/// Turns Nova's refusal into EC2's error.
pub(super) async fn refused(
    context: &Context,
    error: Error,
    name: &str,
    kind: NameKind,
) -> CommandError {
    match error {
        Error::Fault(fault) if fault.status == 403 => quota::explain(context, fault).await,
        Error::Fault(fault) if fault.status == 409 => {
            CommandError::from(Error::Fault(fault)).explained_by(duplicate(name))
        }
        Error::Microversion { .. } if kind == NameKind::Newer => {
            CommandError::from(error).hint(format!(
                "'{name}' has '.' or '@', which this cloud's key pairs cannot have in their names"
            ))
        }
        error => error.into(),
    }
}

/// Returns the error for a name that another key pair has.
pub(super) fn duplicate(name: &str) -> CommandError {
    CommandError::new(
        ExitCode::Service,
        "InvalidKeyPair.Duplicate",
        format!("there is a key pair named '{name}' already, and it stays as it is"),
    )
    .hint(format!(
        "'ostk keypairs describe {0}' shows it, 'ostk keypairs delete {0}' makes room",
        quote(name)
    ))
}

/// Checks an upload as far as a dry run can.
pub(super) async fn rehearse(
    context: &Context,
    operation: &'static str,
    name: &str,
) -> Result<(), CommandError> {
    match calls::show(&context.session, name, None).await {
        Ok(None) => quota::rehearse(context, operation).await,
        Ok(Some(_)) => Err(duplicate(name).during(operation)),
        Err(error) => Err(error.into()),
    }
}
