//! `keypairs create`: a key pair with a private key that is shown once, only to its owner.
//!
//! The file is created before a request is sent to Nova, so that every key can be saved. A later
//! failure leaves no partial file. If it leaves a key pair without its private key, the error says
//! so.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::json;

use super::file::{self, PrivateFile};
use super::generate::{self, KeyType, NewKey};
use super::name::{self, NameKind};
use super::upload::{self, MadeView};
use super::{KeyPair, calls, journal};
use crate::commands::shell::quote;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Answer, Call, Error, Found, Resource as _, Service, Version};
use crate::output;
use crate::secret::Secret;
use crate::verbs::context::Context;
use crate::verbs::permission;

const OPERATION: &str = "CreateKeyPair";
/// The private key's key in the output.
const MATERIAL: &str = "KeyMaterial";

/// The arguments of `keypairs create`.
#[derive(Args, Clone, Debug)]
pub struct CreateArgs {
    /// The new key pair's name
    #[arg(value_name = "NAME", required_unless_present = "named")]
    name: Option<String>,
    /// The name, as in AWS
    #[arg(long = "key-name", value_name = "NAME", conflicts_with = "name")]
    named: Option<String>,
    /// Put the private key here instead of NAME.pem; '-' prints it and makes no file, as a --query for `KeyMaterial` does
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// Make the key on this machine, so that the private key is never sent
    #[arg(long)]
    local: bool,
    /// The kind of key [default: ed25519]; it is made on this machine, for Nova gives no choice
    #[arg(long, value_name = "TYPE", value_enum)]
    key_type: Option<KeyType>,
    /// Check everything, and make nothing
    #[arg(long)]
    dry_run: bool,
}

/// The destination of the private key.
enum Place {
    File(PrivateFile),
    Stdout,
}

impl Place {
    /// Creates the file, if there is a path.
    fn new(path: Option<PathBuf>) -> Result<Self, CommandError> {
        Ok(match path {
            Some(path) => Self::File(PrivateFile::create(path)?),
            None => Self::Stdout,
        })
    }
}

/// A key pair that exists now, and its private key, which the user doesn't have yet.
struct Pair {
    keypair: KeyPair,
    place: Place,
    private: Secret,
}

/// Creates a key pair.
pub(super) async fn run(context: &Context, args: &CreateArgs) -> Result<ExitCode, CommandError> {
    let name = args.name.as_deref().or(args.named.as_deref());
    let name = name.unwrap_or_default();
    let kind = name::check(name)?;
    let path = match &args.key_file {
        Some(path) if path.as_os_str() == "-" => None,
        Some(path) => Some(context.env.directory.join(path)),
        None if prints_the_key(context, name) => None,
        None => Some(usual_path(&context.env.directory, name)),
    };
    if path.is_none() && context.output.is_off() {
        return Err(CommandError::usage(
            "--output off would lose the private key: --key-file FILE keeps it",
        ));
    }
    permission::may_change(context, OPERATION).await?;
    if args.dry_run {
        if let Some(path) = &path {
            file::rehearse(path)?;
        }
        upload::rehearse(context, OPERATION, name).await?;
        return Err(permission::dry_run_ok(OPERATION));
    }
    let local = args.local || args.key_type.is_some();
    let key_type = args.key_type.unwrap_or(KeyType::Ed25519);
    let made = make(context, name, kind, path, local, key_type).await?;
    finish(context, made).await
}

/// Returns whether the query selects the whole private key. If it shows the key only in part, or
/// not at all, the key goes to a file. Otherwise it would be lost.
fn prints_the_key(context: &Context, name: &str) -> bool {
    const STAND_IN: &str = "the private key";
    let view = MadeView::of_key(name, STAND_IN);
    context.output.query_names(MATERIAL) && context.output.shows(&view, STAND_IN)
}

/// Returns the default path of the private key.
fn usual_path(directory: &Path, name: &str) -> PathBuf {
    directory.join(format!("{name}.pem"))
}

/// Checks whether a new key pair could have this name, and its private key a file in this folder,
/// as far as this machine knows.
pub(in crate::commands) fn may_be_made(directory: &Path, name: &str) -> Result<(), CommandError> {
    name::check(name)?;
    file::refuse_existing(&usual_path(directory, name))
}

/// Creates a key pair for a command that returns another resource. Returns the private key's path,
/// which is the same as for `keypairs create NAME`.
pub(in crate::commands) async fn make_for_another(
    context: &Context,
    name: &str,
) -> Result<PathBuf, CommandError> {
    let kind = name::check(name)?;
    let path = usual_path(&context.env.directory, name);
    let made = make(
        context,
        name,
        kind,
        Some(path.clone()),
        false,
        KeyType::Ed25519,
    )
    .await?;
    if let Place::File(file) = made.place {
        keep(context, &made.keypair, file);
    }
    Ok(path)
}

async fn make(
    context: &Context,
    name: &str,
    kind: NameKind,
    path: Option<PathBuf>,
    local: bool,
    key_type: KeyType,
) -> Result<Pair, CommandError> {
    if let Some(path) = &path {
        file::refuse_existing(path)?;
    }
    // Nova creates no keys at the microversion that such a name needs.
    if local || kind == NameKind::Newer {
        // Before the file is created: an RSA key takes long, and no signal is handled meanwhile.
        let new = generate::generate(key_type, name)?;
        return by_hand(context, name, kind, Place::new(path)?, new).await;
    }
    let mut place = Place::new(path)?;
    if let Some((keypair, private)) = by_nova(context, name, &mut place).await? {
        return Ok(Pair {
            keypair,
            place,
            private,
        });
    }
    let new = generate::generate(key_type, name)?;
    by_hand(context, name, kind, place, new).await
}

/// Creates the key on this machine. It is on the disk before it is sent to Nova. It stays there if
/// the outcome at Nova is unknown.
async fn by_hand(
    context: &Context,
    name: &str,
    kind: NameKind,
    mut place: Place,
    new: NewKey,
) -> Result<Pair, CommandError> {
    if let Place::File(file) = &mut place {
        file.write(&new.private)?;
    }
    let leftover = context.under_way.may_leave(orphan(name));
    let result = upload::upload(context, OPERATION, name, kind, &new.public).await;
    leftover.settled();
    match result {
        Ok(keypair) => Ok(Pair {
            keypair,
            place,
            private: new.private,
        }),
        Err(failed) => {
            let error = failed.error;
            match place {
                Place::File(file) if failed.unknown => {
                    let path = file.keep();
                    Err(error.hint(format!("its private key is in '{}'", path.display())))
                }
                _ => Err(error),
            }
        }
    }
}

#[derive(Deserialize)]
struct Made {
    keypair: Private,
}

#[derive(Deserialize)]
struct Private {
    private_key: Option<Secret>,
}

/// Lets Nova create the key; `None` if this Nova no longer does.
async fn by_nova(
    context: &Context,
    name: &str,
    place: &mut Place,
) -> Result<Option<(KeyPair, Secret)>, CommandError> {
    let body = json!({ "keypair": { "name": name } });
    // From 2.92 on, Nova creates none. 2.91 is for a cloud with an unusually high minimum.
    let call = Call::post(OPERATION, Service::Compute, KeyPair::PATH, body)
        .secret_fields(&["private_key"])
        .version(Version::new(2, 2))
        .version(Version::new(2, 91))
        .version(Version::new(2, 1));
    let leftover = context.under_way.may_leave(orphan(name));
    let sent = Instant::now();
    let result = match context.session.send(&call).await {
        Ok(answer) => received(context, name, &answer, place).await.map(Some),
        // Nova's errors: a public key is missing, or the microversion is too old.
        Err(Error::Microversion { .. }) => Ok(None),
        Err(Error::Fault(fault)) if matches!(fault.status, 400 | 406) => Ok(None),
        Err(error) if error.may_have_acted() => Err(after_loss(context, name, error, sent).await),
        Err(error) => Err(upload::refused(context, error, name, NameKind::Plain).await),
    };
    leftover.settled();
    result
}

/// Reads the private key from Nova's response and writes it to its destination. The key pair exists
/// by now. If its private key can't be saved, the key pair is deleted again.
async fn received(
    context: &Context,
    name: &str,
    answer: &Answer,
    place: &mut Place,
) -> Result<(KeyPair, Secret), CommandError> {
    let read = calls::made(answer).and_then(|keypair| {
        let private = answer.decode::<Made>()?.keypair.private_key;
        Ok((keypair, private.filter(|key| !key.is_empty())))
    });
    let failure = match read {
        Ok((keypair, Some(private))) => {
            let written = match place {
                Place::File(file) => file.write(&private),
                Place::Stdout => Ok(()),
            };
            match written {
                Ok(()) => return Ok((keypair, private)),
                Err(error) => error,
            }
        }
        Ok((_, None)) => broken("it holds no private key"),
        // serde's message may quote the response.
        Err(_) => broken("it is not what Nova's documentation says"),
    };
    Err(take_back(context, name, failure).await)
}

fn broken(why: &str) -> CommandError {
    CommandError::new(
        ExitCode::Other,
        "ResponseParserError",
        format!("Nova's answer cannot be used: {why}"),
    )
    .during(OPERATION)
    .hint("--local makes the key on this machine")
}

/// Deletes a key pair that this run certainly created and that is useless without its private key.
async fn take_back(context: &Context, name: &str, error: CommandError) -> CommandError {
    match calls::delete(&context.session, name, None).await {
        Ok(_) => error.hint(format!(
            "the key pair '{name}', which Nova had made already, was deleted again"
        )),
        Err(_) => error.hint(format!(
            "Nova has made the key pair '{name}', and its private key is lost: 'ostk keypairs \
             delete {}' removes it",
            quote(name)
        )),
    }
}

/// Cleans up after a request with a lost response. The private key, if there was one, is lost with
/// it.
async fn after_loss(context: &Context, name: &str, error: Error, sent: Instant) -> CommandError {
    let found = calls::show(&context.session, name, None).await;
    let error = CommandError::from(error);
    match found {
        Ok(None) => error.hint(upload::not_yet(name)),
        // If the private key is on this machine, the key pair is not from this run.
        Ok(Some(found)) if is_new(&found, sent) && journal::lookup(context, name).is_none() => {
            take_back(context, name, error).await
        }
        Ok(Some(_)) => upload::duplicate(name).during(OPERATION),
        Err(_) => error.hint(format!("if the service did it: {}", orphan(name))),
    }
}

/// Returns whether a key pair is no older than the request, by the server's own clock, which has
/// whole seconds.
fn is_new(found: &Found<KeyPair>, sent: Instant) -> bool {
    let (Some(date), Some(created)) = (found.answer.date(), found.item.created.0) else {
        return false;
    };
    let age = date.duration_since(created);
    let since = SignedDuration::try_from(sent.elapsed()).unwrap_or(SignedDuration::MAX);
    age <= since.saturating_add(SignedDuration::from_secs(1))
}

fn orphan(name: &str) -> String {
    format!(
        "the key pair '{name}' may have been made, and its private key is lost: 'ostk keypairs \
         delete {}' removes it",
        quote(name)
    )
}

/// Keeps the file from here on, even if printing the result fails.
fn keep(context: &Context, keypair: &KeyPair, file: PrivateFile) -> PathBuf {
    let path = file.keep();
    let fingerprint = MadeView::new(keypair).key_fingerprint;
    journal::created(context, &keypair.name, fingerprint.as_deref(), Some(&path));
    path
}

/// Prints the new key pair. If a private key can't be printed, it is lost, and its key pair is
/// deleted.
async fn finish(context: &Context, made: Pair) -> Result<ExitCode, CommandError> {
    let Pair {
        keypair,
        place,
        private,
    } = made;
    let mut view = MadeView::new(&keypair);
    let fingerprint = view.key_fingerprint.clone();
    match place {
        Place::File(file) => {
            let path = keep(context, &keypair, file);
            if context.output.query_names(MATERIAL) {
                view.key_material = Some(private.expose().trim_end().to_owned());
            }
            drop(private);
            view.key_file = Some(path.display().to_string());
            context.output.value(&view)?;
        }
        Place::Stdout => {
            let text = private.expose().trim_end();
            let printed = if context.output.is_plain_table() {
                context.output.text(&format!("{text}\n"))
            } else {
                view.key_material = Some(text.to_owned());
                if !context.output.shows(&view, text) {
                    let message = "the query selects no private key, so it would be lost";
                    let error = CommandError::new(ExitCode::Other, "IOError", message);
                    return Err(take_back(context, &keypair.name, error).await);
                }
                context
                    .output
                    .value(&view)
                    .and_then(|()| context.output.flush())
            };
            if let Err(error @ output::Error::Unselected(_)) = printed {
                // Everything was printed, the key too.
                journal::created(context, &keypair.name, fingerprint.as_deref(), None);
                return Err(error.into());
            }
            if let Err(error) = printed {
                let error = CommandError::new(ExitCode::Other, "IOError", error.to_string());
                return Err(take_back(context, &keypair.name, error).await);
            }
            journal::created(context, &keypair.name, fingerprint.as_deref(), None);
        }
    }
    Ok(ExitCode::Success)
}
