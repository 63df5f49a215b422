//! Caches tokens between commands, so that a command needs no request to Keystone. Each set of
//! credentials has one small file. It holds the token, the catalog, the microversions and the
//! names, but never a long-lived secret.
//!
//! All public data that determines a token is its file's key. The file is used only if its
//! fingerprint of the secrets matches: a changed password gets a new token.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use jiff::Timestamp;
use ring::{digest, pbkdf2};
use serde::{Deserialize, Serialize};

use super::login::Login;
use crate::files::private_folder;
use crate::secret::Secret;

/// The rounds of the fingerprint. They make guessing a password from a stolen file a thousand times
/// more expensive, at 0.3 ms a command. A thief of the file already has the token.
const ROUNDS: NonZeroU32 = NonZeroU32::new(1_000).expect("not zero");

/// How long a process waits for another process that gets the same token.
const PATIENCE: Duration = Duration::from_secs(20);

/// The most bytes of a file that are read.
const SIZE_LIMIT: u64 = 16 * 1024 * 1024;

/// The number of the file format. A file of another format is ignored.
const FORMAT: u32 = 1;

/// The cache file for one set of credentials.
pub(super) struct TokenCache {
    file: PathBuf,
    secrets: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    format: u32,
    salt: String,
    fingerprint: String,
    login: Login,
}

/// A lock while a process gets a token; other processes wait for it.
pub(super) struct Guard {
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "it is held, and unlocked when dropped")
    )]
    file: Option<File>,
}

impl TokenCache {
    /// Returns the cache for credentials with this public `key` and these `secrets`, below
    /// `folder`.
    pub(super) fn new(folder: &Path, key: &str, secrets: &[&Secret]) -> Self {
        let name = hex(&digest::digest(&digest::SHA256, key.as_bytes()).as_ref()[..16]);
        let mut joined = Vec::new();
        for secret in secrets {
            joined.extend_from_slice(&(secret.expose().len() as u64).to_be_bytes());
            joined.extend_from_slice(secret.expose().as_bytes());
        }
        Self {
            file: folder.join(format!("{name}.json")),
            secrets: joined,
        }
    }

    /// Returns the cached login if it is still valid at `now`.
    pub(super) fn load(&self, now: Timestamp) -> Option<Login> {
        // Opening a pipe would wait for a writer.
        if !fs::metadata(&self.file).ok()?.is_file() {
            return None;
        }
        let file = File::open(&self.file).ok()?;
        if !is_private(&file) {
            return None;
        }
        let mut text = Vec::new();
        file.take(SIZE_LIMIT).read_to_end(&mut text).ok()?;
        let stored: Stored = serde_json::from_slice(&text).ok()?;
        let salt = STANDARD_NO_PAD.decode(&stored.salt).ok()?;
        let fingerprint = STANDARD_NO_PAD.decode(&stored.fingerprint).ok()?;
        let fits = pbkdf2::verify(
            pbkdf2::PBKDF2_HMAC_SHA256,
            ROUNDS,
            &salt,
            &self.secrets,
            &fingerprint,
        )
        .is_ok();
        (stored.format == FORMAT && fits && now < stored.login.stale_at).then_some(stored.login)
    }

    /// Writes a token in one step. Only its user can read the file.
    pub(super) fn store(&self, login: &Login) -> io::Result<()> {
        let salt = uuid::Uuid::new_v4();
        let mut fingerprint = [0; digest::SHA256_OUTPUT_LEN];
        pbkdf2::derive(
            pbkdf2::PBKDF2_HMAC_SHA256,
            ROUNDS,
            salt.as_bytes(),
            &self.secrets,
            &mut fingerprint,
        );
        let stored = Stored {
            format: FORMAT,
            salt: STANDARD_NO_PAD.encode(salt.as_bytes()),
            fingerprint: STANDARD_NO_PAD.encode(fingerprint),
            login: login.clone(),
        };
        let text = serde_json::to_vec(&stored)?;
        private_folder(self.folder())?;
        let temporary = self
            .file
            .with_extension(format!("{}.new", uuid::Uuid::new_v4().simple()));
        let written = create_private(&temporary)
            .and_then(|mut file| file.write_all(&text))
            .and_then(|()| fs::rename(&temporary, &self.file));
        if written.is_err() {
            let _ = fs::remove_file(&temporary);
        }
        written
    }

    /// Deletes the cached token, after a 401.
    pub(super) fn forget(&self) {
        let _ = fs::remove_file(&self.file);
    }

    /// Waits until no other process gets the same token. If files can't be locked or another
    /// process hangs, the only cost is one more request.
    pub(super) async fn lock(&self) -> Guard {
        let file = private_folder(self.folder()).and_then(|()| {
            let mut options = OpenOptions::new();
            options.create(true).write(true).truncate(false);
            private(&mut options).open(self.file.with_extension("lock"))
        });
        let Ok(file) = file else {
            return Guard { file: None };
        };
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Guard { file: Some(file) },
                Err(fs::TryLockError::WouldBlock) if tokio::time::Instant::now() < deadline => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Err(_) => return Guard { file: None },
            }
        }
    }

    fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new("."))
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn create_private(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().write(true).create_new(true)).open(path)
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Returns whether no other user can read the file or can have written it. The lowest six bits of
/// its mode are those of the group and of others.
#[cfg(unix)]
fn is_private(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|metadata| {
        metadata.is_file() && metadata.permissions().mode().trailing_zeros() >= 6
    })
}

#[cfg(not(unix))]
fn is_private(file: &File) -> bool {
    file.metadata().is_ok_and(|metadata| metadata.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn login(token: &str) -> Login {
        let info = serde_json::from_str(
            r#"{"user": {"id": "u", "name": "n"}, "expires_at": "2026-11-23T14:00:00Z"}"#,
        )
        .unwrap();
        Login::new(Secret::new(token), info, time(TWO))
    }

    fn cache(folder: &Path, password: &str) -> TokenCache {
        TokenCache::new(folder, "developer@keystone", &[&Secret::new(password)])
    }

    const NOON: &str = "2026-11-23T12:00:00Z";
    const TWO: &str = "2026-11-23T14:00:00Z";

    #[test]
    fn a_token_comes_back_until_it_is_stale() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), "secret");
        assert!(cache.load(time(NOON)).is_none());
        cache.store(&login("t-1")).unwrap();
        let loaded = cache.load(time(NOON)).unwrap();
        assert_eq!(loaded.token().expose(), "t-1");
        assert!(cache.load(time(TWO)).is_none());
    }

    #[test]
    fn a_changed_password_finds_no_token() {
        let folder = tempfile::tempdir().unwrap();
        cache(folder.path(), "secret").store(&login("t-1")).unwrap();
        assert!(cache(folder.path(), "Secret").load(time(NOON)).is_none());
        assert!(cache(folder.path(), "secret").load(time(NOON)).is_some());
    }

    #[test]
    fn other_settings_have_another_file() {
        let folder = tempfile::tempdir().unwrap();
        cache(folder.path(), "secret").store(&login("t-1")).unwrap();
        let other = TokenCache::new(folder.path(), "admin@keystone", &[&Secret::new("secret")]);
        assert!(other.load(time(NOON)).is_none());
    }

    #[test]
    fn a_broken_or_forgotten_file_is_no_token() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), "secret");
        cache.store(&login("t-1")).unwrap();
        let whole = fs::read(&cache.file).unwrap();
        fs::write(&cache.file, &whole[..whole.len() / 2]).unwrap();
        assert!(cache.load(time(NOON)).is_none());
        fs::write(&cache.file, &whole).unwrap();
        assert!(cache.load(time(NOON)).is_some());
        cache.forget();
        assert!(cache.load(time(NOON)).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn files_and_folder_are_private_and_others_are_not_believed() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("ostk/tokens");
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        let cache = cache(&folder, "secret");
        cache.store(&login("t-1")).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&cache.file), 0o600);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::set_permissions(&cache.file, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(cache.load(time(NOON)).is_none());
    }

    #[test]
    fn the_file_holds_no_password() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), "correct horse");
        cache.store(&login("t-1")).unwrap();
        let text = fs::read_to_string(&cache.file).unwrap();
        assert!(!text.contains("horse"), "{text}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_second_process_waits_but_not_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), "secret");
        let first = cache.lock().await;
        let start = tokio::time::Instant::now();
        let second = cache.lock().await;
        assert!(start.elapsed() >= PATIENCE);
        assert!(second.file.is_none());
        drop(first);
        let third = cache.lock().await;
        assert!(third.file.is_some());
    }
}
