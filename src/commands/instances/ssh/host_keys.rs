//! Host keys, pinned per instance: addresses are reused, IDs never. The keys come from the console
//! log if the guest printed them, as cloud-init and `CirrOS` do.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use ssh_key::PublicKey;

use super::config_path;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::files::private_folder;
use crate::openstack::{Call, Server, Service};
use crate::verbs::context::Context;

const BEGIN: &str = "-----BEGIN SSH HOST KEY KEYS-----";
const END: &str = "-----END SSH HOST KEY KEYS-----";

/// The host keys that ssh trusts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pinned {
    /// The instance's name in the file.
    alias: String,
    /// The file. None if there is no folder for it; then ssh uses its own.
    file: Option<PathBuf>,
    /// Whether the instance's keys are known.
    known: bool,
}

impl Pinned {
    /// Returns the options for ssh.
    pub(super) fn options(&self) -> Result<Vec<String>, CommandError> {
        let mut options = vec![format!("HostKeyAlias={}", self.alias)];
        if let Some(file) = &self.file {
            options.push(format!("UserKnownHostsFile={}", config_path(file)?));
            options.push("GlobalKnownHostsFile=/dev/null".to_owned());
        }
        let strict = if self.known { "yes" } else { "accept-new" };
        options.push(format!("StrictHostKeyChecking={strict}"));
        options.push("CheckHostIP=no".to_owned());
        Ok(options)
    }
}

/// Finds the instance's host keys, and stores them.
pub(super) async fn pin(
    context: &Context,
    server: &Server,
    forget: bool,
) -> Result<Pinned, CommandError> {
    // An ID that could mean something else in a path or in ssh's options is not from Nova.
    if server.id.is_empty()
        || !server
            .id
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    {
        return Err(CommandError::new(
            ExitCode::Other,
            "ResponseParserError",
            format!("'{}' is no ID of an instance", server.id),
        ));
    }
    let alias = server.id.clone();
    let Some(folder) = &context.env.folders.data else {
        return Ok(Pinned {
            alias,
            file: None,
            known: false,
        });
    };
    let folder = folder.join("ostk").join("known_hosts");
    let file = folder.join(&server.id);
    private_folder(&folder).map_err(|error| unwritable(&folder, &error))?;
    if forget {
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(unwritable(&file, &error));
            }
            _ => {}
        }
    }
    let mut known = fs::metadata(&file).is_ok_and(|metadata| metadata.len() > 0);
    if !known {
        let printed = printed_keys(context, server).await;
        if printed.is_empty() {
            context.notes.warn(
                "the instance's host keys are not known, and its console log does not hold them: \
                 those that it shows first are taken, and pinned",
            );
        } else {
            let mut lines = String::new();
            for key in &printed {
                let _ = writeln!(lines, "{alias} {key}");
            }
            write(&file, &lines).map_err(|error| unwritable(&file, &error))?;
            known = true;
        }
    }
    Ok(Pinned {
        alias,
        file: Some(file),
        known,
    })
}

#[derive(Deserialize)]
struct Console {
    output: Option<String>,
}

/// Returns the keys in the console log. Returns none if the log is not available.
async fn printed_keys(context: &Context, server: &Server) -> Vec<String> {
    let body = json!({ "os-getConsoleOutput": { "length": Value::Null } });
    let path = format!("servers/{}/action", server.id);
    let call = Call::post("GetConsoleOutput", Service::Compute, &path, body).only_reads();
    let read = async {
        let answer = context.session.send(&call).await?;
        answer.decode::<Console>()
    };
    match read.await {
        Ok(console) => keys(&console.output.unwrap_or_default()),
        Err(_) => Vec::new(),
    }
}

/// Returns the host keys of the last block in a console log, without their comments. A guest prints
/// one block at each boot.
fn keys(log: &str) -> Vec<String> {
    let Some((_, rest)) = log.rsplit_once(BEGIN) else {
        return Vec::new();
    };
    // A block without an end was cut off, or is still being printed.
    let Some((block, _)) = rest.split_once(END) else {
        return Vec::new();
    };
    block
        .lines()
        .filter_map(|line| {
            let mut key = PublicKey::from_openssh(line.trim()).ok()?;
            key.set_comment("");
            Some(key.to_openssh().ok()?.trim_end().to_owned())
        })
        .collect()
}

/// Writes a file atomically.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&fresh)?.write_all(text.as_bytes())?;
    fs::rename(fresh, path)
}

fn unwritable(path: &Path, error: &io::Error) -> CommandError {
    CommandError::new(
        ExitCode::Other,
        "IOError",
        format!("host keys cannot be kept in '{}': {error}", path.display()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB";

    #[test]
    fn the_last_whole_block_counts() {
        let block = |key: &str| format!("{BEGIN}\r\n{key} root@web\r\n{END}\r\n");
        assert_eq!(keys(&format!("boot\n{}login:", block(KEY))), [KEY]);
        let twice = format!("{}{}", block("ssh-ed25519 AAAA"), block(KEY));
        assert_eq!(keys(&twice), [KEY]);
        for none in [
            "",
            "boot\n",
            &format!("{BEGIN}\n{KEY} a\n"),
            &block("@cert-authority *"),
        ] {
            assert_eq!(keys(none), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn ssh_believes_this_file_alone() {
        let pinned = Pinned {
            alias: "id-1".to_owned(),
            file: Some(PathBuf::from("/data/id-1")),
            known: true,
        };
        assert_eq!(
            pinned.options().unwrap(),
            [
                "HostKeyAlias=id-1",
                "UserKnownHostsFile=\"/data/id-1\"",
                "GlobalKnownHostsFile=/dev/null",
                "StrictHostKeyChecking=yes",
                "CheckHostIP=no"
            ]
        );
    }
}
