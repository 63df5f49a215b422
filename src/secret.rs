//! Secrets as a type, so that no code prints, logs or serializes one by accident.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer};

/// The text that is shown in place of a secret.
pub const REDACTED: &str = "[redacted]";

/// A password, token or key. Its memory is zeroed when it is dropped.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes ownership of the secret text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// Returns the text itself. Reviews should check every call.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Returns the text for a request, or its replacement for people.
    pub fn reveal(&self, reveal: Reveal) -> &str {
        match reveal {
            Reveal::Wire => self.expose(),
            Reveal::Shown => REDACTED,
        }
    }

    /// Returns whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.expose().is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(REDACTED)
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// The purpose of a rendered request body. The same function renders both forms, so that `--debug`
/// can't differ from the request that is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// Secrets in full.
    Wire,
    /// Secrets redacted.
    Shown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_printed() {
        let secret = Secret::new("hunter2");
        assert_eq!(format!("{secret:?}"), REDACTED);
        assert_eq!(secret.reveal(Reveal::Shown), REDACTED);
        assert_eq!(secret.reveal(Reveal::Wire), "hunter2");
    }
}
