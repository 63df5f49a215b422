//! The file of a private key. It is created before a request is sent, for its owner alone, and
//! never replaces another file. After a failure it is removed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::secret::Secret;

/// A new file. Dropping it removes the file, unless it was kept.
#[derive(Debug)]
pub(super) struct PrivateFile {
    path: PathBuf,
    file: File,
    kept: bool,
}

impl PrivateFile {
    /// Creates the file, empty. It is an error if the path exists, even as a link.
    pub(super) fn create(path: PathBuf) -> Result<Self, CommandError> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Ok(file) => Ok(Self {
                path,
                file,
                kept: false,
            }),
            Err(error) => Err(unwritable(&path, &error)),
        }
    }

    /// Writes the key. Returns after the key and the folder's entry are on the disk.
    pub(super) fn write(&mut self, key: &Secret) -> Result<(), CommandError> {
        let text = key.expose();
        let end = if text.ends_with('\n') { "" } else { "\n" };
        self.file
            .write_all(text.as_bytes())
            .and_then(|()| self.file.write_all(end.as_bytes()))
            .and_then(|()| self.file.sync_all())
            .and_then(|()| sync_folder(&self.path))
            .map_err(|error| unwritable(&self.path, &error))
    }

    /// Keeps the file, and returns its path.
    pub(super) fn keep(mut self) -> PathBuf {
        self.kept = true;
        self.path.clone()
    }
}

impl Drop for PrivateFile {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Flushes the folder's entry to the disk. File systems that can't do that for a folder don't need
/// it.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput
                    | io::ErrorKind::Unsupported
                    // The folder may be writable but not readable.
                    | io::ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

/// Returns an error early if the path exists, before other work. [`PrivateFile::create`] is the
/// check that counts.
pub(super) fn refuse_existing(path: &Path) -> Result<(), CommandError> {
    match path.symlink_metadata() {
        Ok(_) => Err(unwritable(path, &io::ErrorKind::AlreadyExists.into())),
        Err(_) => Ok(()),
    }
}

/// Checks whether the file could be created. Only writing proves that a folder is writable, so the
/// file is created and removed at once.
pub(super) fn rehearse(path: &Path) -> Result<(), CommandError> {
    PrivateFile::create(path.to_path_buf()).map(drop)
}

fn unwritable(path: &Path, error: &io::Error) -> CommandError {
    let path = path.display();
    if error.kind() == io::ErrorKind::AlreadyExists {
        return CommandError::new(
            ExitCode::Other,
            "FileExists",
            format!("'{path}' is there already, and a private key overwrites nothing"),
        )
        .hint("--key-file names another file");
    }
    CommandError::new(
        ExitCode::Other,
        "IOError",
        format!("the private key cannot be written to '{path}': {error}"),
    )
    .hint("--key-file names another file; '--key-file -' prints the key")
}

/// The present state of a key's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) struct FileState {
    /// Whether it exists.
    pub(in crate::commands) exists: bool,
    /// Whether only its owner may read it; `None` if unknown, as for a missing file.
    pub(in crate::commands) private: Option<bool>,
}

/// Inspects a file without opening it.
pub(in crate::commands) fn state(path: &Path) -> FileState {
    match fs::metadata(path) {
        Ok(metadata) => FileState {
            exists: metadata.is_file(),
            private: is_private(&metadata),
        },
        Err(_) => FileState {
            exists: false,
            private: None,
        },
    }
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "elsewhere than on Unix it is not known"
)]
fn is_private(metadata: &fs::Metadata) -> Option<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let others = metadata.mode() & 0o077;
    Some(others == 0)
}

#[cfg(not(unix))]
fn is_private(_metadata: &fs::Metadata) -> Option<bool> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_kept_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pem");
        let mut file = PrivateFile::create(path.clone()).unwrap();
        file.write(&Secret::new("key")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "key\n");
        drop(file);
        assert!(!path.exists());
        let mut file = PrivateFile::create(path.clone()).unwrap();
        file.write(&Secret::new("key\n")).unwrap();
        assert_eq!(file.keep(), path);
        assert_eq!(fs::read_to_string(&path).unwrap(), "key\n");
        let kept = state(&path);
        assert!(kept.exists && kept.private != Some(false));
        assert_eq!(PrivateFile::create(path).unwrap_err().code, "FileExists");
    }

    #[test]
    #[cfg(unix)]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("a.pem");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &link).unwrap();
        assert!(rehearse(&link).is_err());
        assert!(PrivateFile::create(link).is_err());
        assert!(!folder.path().join("elsewhere").exists());
    }
}
