//! Creates keys on this machine, in OpenSSH's own format.

use getrandom::SysRng;
use rsa::traits::{PrivateKeyParts, PublicKeyParts};
use secrecy::zeroize::Zeroizing;
use ssh_key::private::{Ed25519Keypair, KeypairData, RsaKeypair, RsaPrivateKey};
use ssh_key::public::RsaPublicKey;
use ssh_key::rand_core::OsRng;
use ssh_key::{LineEnding, Mpint, PrivateKey};

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::secret::Secret;

/// The kinds of keys that ostk can create.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum KeyType {
    /// Short and fast
    Ed25519,
    /// 3072 bits, for guests and tools that know nothing newer
    Rsa,
}

/// ssh-keygen's default.
const RSA_BITS: usize = 3_072;

/// A new key.
pub(super) struct NewKey {
    /// `ssh-ed25519 AAAA… comment`
    pub(super) public: String,
    /// `-----BEGIN OPENSSH PRIVATE KEY-----…`
    pub(super) private: Secret,
}

/// Creates a key with the system's randomness. The name becomes the key's comment.
pub(super) fn generate(kind: KeyType, name: &str) -> Result<NewKey, CommandError> {
    make(kind, name).map_err(|error| {
        CommandError::new(
            ExitCode::Other,
            "KeyGenerationError",
            format!("no key could be made: {error}"),
        )
    })
}

/// An error while a key is created.
#[derive(Debug, thiserror::Error)]
enum GenerationError {
    #[error(transparent)]
    Rsa(#[from] rsa::Error),

    #[error(transparent)]
    Format(#[from] ssh_key::Error),
}

fn make(kind: KeyType, name: &str) -> Result<NewKey, GenerationError> {
    let data = match kind {
        KeyType::Ed25519 => KeypairData::from(Ed25519Keypair::random(&mut OsRng)),
        KeyType::Rsa => KeypairData::from(rsa_pair(RSA_BITS)?),
    };
    let key = PrivateKey::new(data, name)?;
    Ok(NewKey {
        public: key.public_key().to_openssh()?,
        private: Secret::new(key.to_openssh(LineEnding::LF)?.as_str()),
    })
}

/// Creates an RSA key in the parts of OpenSSH's format. `ssh-key` would search for the primes with
/// an older `rsa`, which is too slow for a user at a terminal.
fn rsa_pair(bits: usize) -> Result<RsaKeypair, GenerationError> {
    let key = rsa::PrivateKey::new(&mut SysRng, bits)?;
    let (Some(coefficient), [p, q]) = (key.crt_coefficient(), key.primes()) else {
        return Err(rsa::Error::InvalidCoefficient.into());
    };
    let positive = |number: &rsa::BoxedUint| {
        let bytes = Zeroizing::new(number.to_be_bytes_trimmed_vartime());
        Mpint::from_positive_bytes(&bytes)
    };
    Ok(RsaKeypair {
        public: RsaPublicKey {
            e: positive(key.e())?,
            n: positive(key.n())?,
        },
        private: RsaPrivateKey {
            d: positive(key.d())?,
            iqmp: positive(&coefficient)?,
            p: positive(p)?,
            q: positive(q)?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The integration tests check with OpenSSH's own program that the other kind can be read.
    #[test]
    fn a_key_is_read_back() {
        let key = generate(KeyType::Ed25519, "my key").unwrap();
        let read = PrivateKey::from_openssh(key.private.expose()).unwrap();
        assert!(key.public.starts_with("ssh-ed25519 "), "{}", key.public);
        assert_eq!(read.public_key().to_openssh().unwrap(), key.public);
        assert_eq!(read.comment(), "my key");
    }

    /// A coefficient that doesn't fit the factors would make wrong signatures.
    #[test]
    fn the_parts_of_an_rsa_key_belong_together() {
        let pair = rsa_pair(1_024).unwrap();
        let number = |part: &Mpint| {
            let bytes = part.as_positive_bytes().unwrap();
            rsa::BoxedUint::from_be_slice_vartime(bytes)
        };
        let (p, q) = (number(&pair.private.p), number(&pair.private.q));
        let key = rsa::PrivateKey::from_components(
            number(&pair.public.n),
            number(&pair.public.e),
            number(&pair.private.d),
            vec![p, q],
        )
        .unwrap();
        key.validate().unwrap();
        assert_eq!(key.crt_coefficient().unwrap(), number(&pair.private.iqmp));
    }
}
