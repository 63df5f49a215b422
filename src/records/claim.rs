//! A claim on a client token: of several processes on this machine that use the same one, each
//! waits for the one before. It is a lock on a file, which ends with its process, however that ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::RecordsError;
use super::journal::Journal;
use super::model::{Scope, digest};
use crate::env::Env;
use crate::files::private_folder;

/// So often another process may remove the file at just that moment. There are file systems on which
/// a file is never the one that was opened.
const MOST_LOOKS: u32 = 1_000;

/// A client token that is this process's own for as long as this lives.
#[derive(Debug)]
pub struct Claim {
    /// Held for its lock.
    file: File,
    path: PathBuf,
}

impl Claim {
    /// Claims a client token; none, as long as it is another's.
    pub fn take(env: &Env, scope: &Scope, token: &str) -> Result<Option<Self>, RecordsError> {
        let folder = Journal::path_in(env)?.with_file_name("claims");
        let path = folder.join(name(scope, token));
        try_take(&folder, &path).map_err(|source| RecordsError::Io { path, source })
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // In this order: whoever has opened the file by now finds it gone once it has the lock.
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
            // Its holder has just removed it: there is no file, or another one, by now.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Err(io::Error::other(
        "the file is never the one that was locked",
    ))
}

/// Whether this is the file that is found there.
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

/// Elsewhere an open file is not removed.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> io::Result<bool> {
    Ok(path.exists())
}

/// A token may have any character; a file's name may not.
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
