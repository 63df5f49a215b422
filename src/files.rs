//! Reads files that the user names, with limits on their size and on the wait for a FIFO's writer.
//! The shell's `<(command)` is a FIFO. Creates private folders.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::io::too_large;

/// The largest document or value, in bytes.
pub const DOCUMENT_LIMIT: u64 = 16 * 1024 * 1024;
/// The longest wait for a FIFO's writer.
const OPEN_TIMEOUT: Duration = Duration::from_secs(10);

/// Returns the path that the user names. `~` is the home directory, and relative paths start at the
/// working directory.
pub fn resolve(path: &str, home: Option<&Path>, directory: &Path) -> PathBuf {
    let below = match path {
        "~" => Some(""),
        _ => path.strip_prefix("~/"),
    };
    match (below, home) {
        (Some(below), Some(home)) => home.join(below),
        _ => directory.join(path),
    }
}

/// Creates a folder that only its owner may enter, with the folders above it. A folder that exists
/// becomes private, too.
#[cfg(unix)]
pub fn private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)?;
    if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Creates a folder, with the folders above it.
#[cfg(not(unix))]
pub fn private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Reads a whole file of at most `limit` bytes.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read_within(path, limit, OPEN_TIMEOUT)
}

/// Reads a whole UTF-8 file of at most `limit` bytes.
pub fn read_text(path: &Path, limit: u64) -> io::Result<String> {
    String::from_utf8(read(path, limit)?)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"))
}

fn read_within(path: &Path, limit: u64, patience: Duration) -> io::Result<Vec<u8>> {
    let file = open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a directory",
        ));
    }
    let mut bytes = Vec::new();
    if metadata.is_file() {
        file.take(limit + 1).read_to_end(&mut bytes)?;
    } else {
        special::read(file, limit, patience, &mut bytes)?;
    }
    if bytes.len() as u64 > limit {
        return Err(too_large(limit));
    }
    Ok(bytes)
}

/// Opens a file. For a FIFO, this does not wait for a writer.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    let flags = i32::try_from(flags.bits()).map_err(io::Error::other)?;
    std::fs::OpenOptions::new()
        .read(true)
        .custom_flags(flags)
        .open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// FIFOs, terminals and devices.
#[cfg(unix)]
mod special {
    use std::fs::File;
    use std::io::{self, Read as _};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use crate::io::Interrupted;

    /// The interval between checks of a FIFO without a writer. A writer that only opens it wakes no
    /// reader.
    const SLICE: Duration = Duration::from_millis(50);

    /// Reads until the last writer has closed the file. `patience` limits the wait for the first
    /// writer. An interrupt ends the read.
    pub(super) fn read(
        mut file: File,
        limit: u64,
        mut patience: Duration,
        bytes: &mut Vec<u8>,
    ) -> io::Result<()> {
        let mut buffer = [0; 16 * 1024];
        let mut has_writer = false;
        while bytes.len() as u64 <= limit {
            let slice = (!has_writer).then(|| SLICE.min(patience));
            let ready = wait(&file, slice)?;
            match file.read(&mut buffer) {
                Ok(0) if ready || has_writer => return Ok(()),
                Ok(0) if patience.is_zero() => {
                    return Err(io::Error::new(
                        io::ErrorKind::TimedOut,
                        "it is a FIFO, and nothing writes to it",
                    ));
                }
                Ok(0) => patience = patience.saturating_sub(SLICE),
                Ok(count) => {
                    has_writer = true;
                    bytes.extend_from_slice(&buffer[..count]);
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => has_writer = true,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Waits until there is data, or the last writer has closed the file. Returns `false` if the
    /// time ran out first.
    fn wait(file: &File, time: Option<Duration>) -> io::Result<bool> {
        let mut asked = [PollFd::new(file, PollFlags::IN)];
        let time = time
            .map(Timespec::try_from)
            .transpose()
            .map_err(io::Error::other)?;
        match poll(&mut asked, time.as_ref()) {
            Ok(count) => Ok(count > 0),
            Err(rustix::io::Errno::INTR) => Err(io::Error::other(Interrupted)),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(not(unix))]
mod special {
    use std::fs::File;
    use std::io::{self, Read as _};
    use std::time::Duration;

    pub(super) fn read(
        file: File,
        limit: u64,
        _patience: Duration,
        bytes: &mut Vec<u8>,
    ) -> io::Result<()> {
        file.take(limit + 1).read_to_end(bytes).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_is_the_home_directory() {
        let resolved = |path| resolve(path, Some(Path::new("/home/me")), Path::new("/tree"));
        for (path, expected) in [
            ("~", "/home/me"),
            ("~/a", "/home/me/a"),
            ("~other/a", "/tree/~other/a"),
            ("a", "/tree/a"),
            ("/a", "/a"),
        ] {
            assert_eq!(resolved(path), Path::new(expected), "{path}");
        }
        assert_eq!(
            resolve("~/a", None, Path::new("/tree")),
            Path::new("/tree/~/a")
        );
    }

    #[test]
    fn files_are_read_within_their_bounds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, "12345").unwrap();
        assert_eq!(read(&path, 5).unwrap(), b"12345");
        let kind = |path: &Path| read(path, 4).unwrap_err().kind();
        assert_eq!(kind(&path), io::ErrorKind::FileTooLarge);
        assert_eq!(kind(folder.path()), io::ErrorKind::IsADirectory);
        assert_eq!(kind(&folder.path().join("none")), io::ErrorKind::NotFound);
        assert_eq!(kind(Path::new("/dev/zero")), io::ErrorKind::FileTooLarge);
        assert_eq!(read(Path::new("/dev/null"), 4).unwrap(), b"");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_fifo_is_read_to_its_end_and_not_waited_for_without_a_writer() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        use std::io::Write as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("fifo");
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let error = read_within(&path, 100, Duration::from_millis(1)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        let writer = std::thread::spawn({
            let path = path.clone();
            move || {
                // Opening waits for the reader.
                let mut file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
                file.write_all(b"one ").unwrap();
                file.write_all(b"two").unwrap();
            }
        });
        assert_eq!(read(&path, 100).unwrap(), b"one two");
        writer.join().unwrap();
    }
}
