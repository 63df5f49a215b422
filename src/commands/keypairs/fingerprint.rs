//! Fingerprints of public keys in both common forms: MD5 as in Nova and EC2, SHA-256 as in OpenSSH.
//! Pure.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use md5::{Digest as _, Md5};
use ring::digest;

/// The fingerprints and the algorithm of a public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fingerprints {
    /// `51:19:…`
    pub(super) md5: String,
    /// `SHA256:…`
    pub(super) sha256: String,
    /// ssh-keygen's name for the kind of key: `ed25519`, `rsa`.
    pub(super) algorithm: String,
}

impl Fingerprints {
    /// Returns the fingerprints of a key in OpenSSH's format, `ssh-ed25519 AAAA… comment`. Returns
    /// `None` for anything else, such as the certificates that Nova keeps for Windows.
    pub(super) fn of(public_key: &str) -> Option<Self> {
        let (kind, data) = material(public_key)?;
        let data = STANDARD.decode(data).ok()?;
        // The key's own bytes begin with its kind. This distinguishes a key from any other two
        // words.
        let named = data
            .strip_prefix(&u32::try_from(kind.len()).ok()?.to_be_bytes()[..])?
            .starts_with(kind.as_bytes());
        if !named {
            return None;
        }
        let md5: Vec<String> = Md5::digest(&data)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let sha256 = STANDARD_NO_PAD.encode(digest::digest(&digest::SHA256, &data));
        Some(Self {
            md5: md5.join(":"),
            sha256: format!("SHA256:{sha256}"),
            algorithm: algorithm(kind),
        })
    }
}

/// Returns a key's kind and its bytes in Base64, without the comment.
pub(super) fn material(public_key: &str) -> Option<(&str, &str)> {
    let mut words = public_key.split_ascii_whitespace();
    Some((words.next()?, words.next()?))
}

/// Returns whether two texts are the same key, ignoring their comments.
pub(super) fn is_same_key(one: &str, other: &str) -> bool {
    material(one).is_some() && material(one) == material(other)
}

fn algorithm(kind: &str) -> String {
    let short = match kind {
        "ssh-ed25519" => "ed25519",
        "ssh-rsa" => "rsa",
        "ssh-dss" => "dsa",
        "sk-ssh-ed25519@openssh.com" => "ed25519-sk",
        "sk-ecdsa-sha2-nistp256@openssh.com" => "ecdsa-sk",
        kind if kind.starts_with("ecdsa-sha2-") => "ecdsa",
        kind => kind,
    };
    short.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB test@example";

    #[test]
    fn both_forms_are_novas_and_opensshs() {
        let fingerprints = Fingerprints::of(KEY).unwrap();
        assert_eq!(
            fingerprints.md5,
            "51:19:c2:09:73:c4:5e:c5:df:ac:a8:39:a5:7f:46:e6"
        );
        assert_eq!(
            fingerprints.sha256,
            "SHA256:UV6sBUmALrrnDhISMFn8LcVSrdKsPoZF9FFL8u5XNoY"
        );
        assert_eq!(fingerprints.algorithm, "ed25519");
        for none in [
            "",
            "ssh-ed25519",
            "ssh-ed25519 AAAA",
            "hello world",
            "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB",
            "-----BEGIN CERTIFICATE-----\nMIIB",
        ] {
            assert_eq!(Fingerprints::of(none), None, "{none}");
        }
    }

    #[test]
    fn a_comment_makes_no_other_key() {
        let bare = KEY.trim_end_matches(" test@example");
        assert!(is_same_key(KEY, bare));
        assert!(!is_same_key(KEY, "ssh-ed25519 AAAA"));
        assert!(!is_same_key("", ""));
    }
}
