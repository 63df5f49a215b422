//! A claim on a client token. Of the processes on this machine that use the same token, each waits
//! for the one before. A claim is a lock on a file. It ends when its process ends, for any reason.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::RecordsError;
use super::journal::Journal;
use super::model::{Scope, digest};
use crate::env::Env;
use crate::files::private_folder;

/// The number of attempts, since another process may remove the file just before it is locked. On
/// some file systems a file's identity never equals that of the opened file.
const MOST_LOOKS: u32 = 1_000;

/// A client token that only this process may use while the claim lives.
#[derive(Debug)]
pub struct Claim {
    /// Open for its lock.
    file: File,
    path: PathBuf,
}

impl Claim {
    /// Claims a client token. Returns none while another process holds it.
    pub fn take(env: &Env, scope: &Scope, token: &str) -> Result<Option<Self>, RecordsError> {
        let folder = Journal::path_in(env)?.with_file_name("claims");
        let path = folder.join(name(scope, token));
        try_take(&folder, &path).map_err(|source| RecordsError::Io { path, source })
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // The order matters: a process that has the file open already sees that the file is gone
        // once it gets the lock.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

fn try_take(folder: &Path, path: &Path) -> io::Result<Option<Claim>> {
    private_folder(folder)?;
    for _ in 0..MOST_LOOKS {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)?;
        match file.try_lock() {
            Ok(()) if is_at(&file, path)? => {
                let path = path.to_owned();
                return Ok(Some(Claim { file, path }));
            }
            // The last holder has just removed the file: the path now has no file or a new one.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Err(io::Error::other(
        "the file is never the one that was locked",
    ))
}

/// Returns whether this file is still the one at the path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let own = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((own.dev(), own.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Other platforms don't remove an open file.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> io::Result<bool> {
    Ok(path.exists())
}

/// Returns the file's name. It is a digest, since a token may hold any character.
fn name(scope: &Scope, token: &str) -> String {
    let region = scope.region.as_deref().unwrap_or_default();
    digest(&[&scope.cloud, region, &scope.project_id, token].join("\0"))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    fn take(env: &Env, token: &str) -> Option<Claim> {
        Claim::take(env, &Scope::default(), token).unwrap()
    }

    #[test]
    fn a_token_is_claimed_by_one_at_a_time_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let env = Env::for_test(folder.path(), []);
        let first = take(&env, "t/../x").unwrap();
        assert!(take(&env, "t/../x").is_none());
        let other = take(&env, "another").unwrap();
        drop(first);
        let again = take(&env, "t/../x").unwrap();
        drop((again, other));
        let claims = Journal::path_in(&env).unwrap().with_file_name("claims");
        assert_eq!(fs::read_dir(claims).unwrap().count(), 0);
    }

    #[test]
    fn many_at_once_never_have_it_together() {
        let folder = tempfile::tempdir().unwrap();
        let env = Env::for_test(folder.path(), []);
        let holders = AtomicU32::new(0);
        std::thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(|| {
                    let mut had = 0;
                    while had < 20 {
                        let Some(claim) = take(&env, "t") else {
                            std::thread::yield_now();
                            continue;
                        };
                        assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                        had += 1;
                        holders.fetch_sub(1, Ordering::SeqCst);
                        drop(claim);
                    }
                });
            }
        });
    }
}
