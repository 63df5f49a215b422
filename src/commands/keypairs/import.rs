//! `keypairs import`: uploads a public key. Anything else is refused here, above all a private key.

use clap::Args;
use ssh_key::PublicKey;

use super::upload::{self, MadeView};
use super::{journal, name};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::verbs::context::Context;
use crate::verbs::permission;
use crate::verbs::source::file_named;

const OPERATION: &str = "ImportKeyPair";
/// The size limit; no public key is this long.
const LONGEST: usize = 64 * 1024;

/// The arguments of `keypairs import`.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// The new key pair's name
    #[arg(value_name = "NAME")]
    name: String,
    // A private key begins with hyphens: the parser would quote it in its error.
    #[arg(
        long,
        value_name = "KEY",
        help = "The public key: file://PATH, fileb://PATH or PATH of a file, '-' for standard \
                input, or the key itself",
        visible_alias = "public-key",
        allow_hyphen_values = true
    )]
    public_key_material: String,
    /// Check everything, and import nothing
    #[arg(long)]
    dry_run: bool,
}

/// Imports a public key.
pub(super) async fn run(context: &Context, args: &ImportArgs) -> Result<ExitCode, CommandError> {
    let kind = name::check(&args.name)?;
    let public_key = check(&read(context, &args.public_key_material)?)?;
    permission::may_change(context, OPERATION).await?;
    if args.dry_run {
        upload::rehearse(context, OPERATION, &args.name).await?;
        return Err(permission::dry_run_ok(OPERATION));
    }
    let leftover = context.under_way.may_leave(format!(
        "the key pair '{}' may have been imported",
        args.name
    ));
    let result = upload::upload(context, OPERATION, &args.name, kind, &public_key).await;
    leftover.settled();
    let keypair = result.map_err(|failed| failed.error)?;
    let view = MadeView::new(&keypair);
    journal::created(
        context,
        &keypair.name,
        view.key_fingerprint.as_deref(),
        None,
    );
    context.output.value(&view)?;
    Ok(ExitCode::Success)
}

/// Returns the text that the argument stands for. It never appears in an error, since it may be a
/// secret.
fn read(context: &Context, material: &str) -> Result<Vec<u8>, CommandError> {
    let sources = context.sources();
    // A public key has several words, and a private key several lines.
    let is_key = material.contains(char::is_whitespace)
        && file_named(material).is_none()
        && !sources.path(material).exists();
    let bytes = if is_key {
        material.as_bytes().to_vec()
    } else {
        sources.document(material).map_err(|error| {
            error.hint("--public-key-material takes file://PATH, or '-' for standard input")
        })?
    };
    if bytes.len() > LONGEST {
        return Err(too_long());
    }
    Ok(bytes)
}

fn too_long() -> CommandError {
    CommandError::usage("this is longer than any public key")
}

/// Returns the single line of a public key in OpenSSH's format.
fn check(bytes: &[u8]) -> Result<String, CommandError> {
    // A private key is refused first, at any place in the text.
    if is_private(bytes) {
        return Err(
            CommandError::usage("this is a private key; nothing was sent").hint(
                "the public key is in the file that ends in .pub; 'ssh-keygen -y -f FILE' prints it",
            ),
        );
    }
    let refuse = |why: &str| {
        Err(
            CommandError::usage(format!("this is no public key: {why}")).hint(
                "it must be one line, such as 'ssh-ed25519 AAAA… comment'; 'ssh-keygen -i -f FILE' \
                 converts other forms",
            ),
        )
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        return refuse("it is no text");
    };
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let Some(line) = lines.next() else {
        return refuse("it is empty");
    };
    if lines.next().is_some() {
        return refuse("it has several lines");
    }
    if let Err(error) = PublicKey::from_openssh(line) {
        return refuse(&error.to_string());
    }
    // Nova's database can't store it, and Nova returns 500.
    match line.chars().find(|c| u32::from(*c) > 0xFFFF) {
        Some(c) => Err(CommandError::usage(format!(
            "the comment of the public key has the character U+{:04X}, which Nova cannot store",
            u32::from(c)
        ))),
        None => Ok(line.to_owned()),
    }
}

/// Returns whether the text contains a private key in a common format: PEM of every kind,
/// `PuTTY`'s.
fn is_private(bytes: &[u8]) -> bool {
    let holds = |word: &str| {
        bytes
            .windows(word.len())
            .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
    };
    holds("PRIVATE KEY") || holds("PuTTY-User-Key-File") || holds("Private-Lines")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB me";

    #[test]
    fn one_line_is_taken_as_it_is() {
        for text in [
            KEY.to_owned(),
            format!("{KEY}\n"),
            format!("\u{feff}# mine\r\n{KEY}\r\n\r\n"),
        ] {
            assert_eq!(check(text.as_bytes()).unwrap(), KEY);
        }
        let spaced = format!("{KEY} at home");
        assert_eq!(check(spaced.as_bytes()).unwrap(), spaced);
    }

    #[test]
    fn a_private_key_in_any_form_is_named_as_such_and_not_shown() {
        for text in [
            "-----BEGIN OPENSSH PRIVATE KEY-----\nhush\n",
            "-----BEGIN RSA PRIVATE KEY-----\nhush\n",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nhush\n",
            "PuTTY-User-Key-File-3: ssh-ed25519\nhush\n",
            "-----begin private key----- hush",
        ] {
            let error = check(text.as_bytes()).unwrap_err();
            assert!(error.message.contains("a private key"), "{error:?}");
            assert!(!format!("{error:?}").contains("hush"), "{error:?}");
        }
        let both = format!("{KEY}\n-----BEGIN OPENSSH PRIVATE KEY-----\n");
        assert!(
            check(both.as_bytes())
                .unwrap_err()
                .message
                .contains("private")
        );
    }

    #[test]
    fn what_is_no_key_is_refused_with_a_reason() {
        let two = format!("{KEY}\n{KEY}\n");
        let cut = &KEY[..60];
        for text in ["", "\n \n", &two, cut, "hello world", "ssh-rsa AAAA"] {
            let error = check(text.as_bytes()).unwrap_err();
            assert!(error.message.contains("no public key"), "{text}: {error:?}");
        }
        assert!(check(&[0xff, 0xfe]).is_err());
        let beyond = check(format!("{KEY} \u{1f600}").as_bytes()).unwrap_err();
        assert!(beyond.message.contains("U+1F600"), "{beyond:?}");
    }
}
