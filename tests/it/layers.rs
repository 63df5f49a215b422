//! Imports go only down the layers, and some calls are allowed in one place only.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the bottom up. A module may use those below it, and itself.
const LAYERS: [&[&str]; 11] = [
    &[
        "secret",
        "env",
        "io",
        "exit",
        "noun",
        "jmespath",
        "shorthand",
    ],
    &["files"],
    &["config"],
    &["openstack"],
    &["state", "output", "records"],
    &["error"],
    &["watch"],
    &["verbs"],
    &["commands"],
    &["cli"],
    &["lib", "main"],
];

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Returns every source file of ostk, with the top-level module that it belongs to.
fn files() -> Vec<(String, PathBuf, String)> {
    files_below("src")
}

/// Returns every source file of the sandbox's crate in the same way.
fn sandbox_files() -> Vec<(String, PathBuf, String)> {
    files_below("crates/ostk-sandbox/src")
}

fn files_below(folder: &str) -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let below = path.strip_prefix(&root).unwrap();
            let first = below.iter().next().unwrap().to_str().unwrap();
            let module = first.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (module, path, text)
        })
        .collect()
}

/// Returns the top-level modules that a text names: `crate::name`, `crate::{a, b::c}`.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split("crate::").skip(1) {
        let names: Vec<&str> = match part.strip_prefix('{') {
            Some(list) => list
                .split('}')
                .next()
                .unwrap_or_default()
                .split(',')
                .collect(),
            None => vec![part],
        };
        for name in names {
            let end = |letter: char| !letter.is_alphanumeric() && letter != '_';
            let name = name.trim().split(end).next().unwrap_or_default();
            if !name.is_empty() {
                found.push(name.to_owned());
            }
        }
    }
    found
}

#[test]
fn imports_go_down_only() {
    let layer: BTreeMap<&str, usize> = LAYERS
        .iter()
        .enumerate()
        .flat_map(|(layer, modules)| modules.iter().map(move |module| (*module, layer)))
        .collect();
    let mut checked = 0;
    for (module, path, text) in files() {
        let own = layer
            .get(module.as_str())
            .unwrap_or_else(|| panic!("{} is in no layer", path.display()));
        for import in imports(&text) {
            let Some(theirs) = layer.get(import.as_str()) else {
                continue;
            };
            checked += 1;
            assert!(
                theirs < own || import == module,
                "{} imports {import}, which is not below it",
                path.display()
            );
        }
    }
    assert!(checked > 50, "only {checked} imports were found");
}

#[test]
fn imports_are_recognised() {
    let text = "use crate::openstack::Error; use crate::{io, error::{A}}; crate::run()";
    assert_eq!(imports(text), ["openstack", "io", "error", "run"]);
}

fn without_comments(text: &str) -> String {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn only_one_place_reads_the_environment_ends_the_process_or_prints() {
    let rules = [
        ("std::env::", &["env", "main"][..]),
        ("process::exit", &[]),
        ("println!", &[]),
        ("dirs::", &["env"]),
    ];
    let own = files().into_iter().map(|file| (true, file));
    let sandbox = sandbox_files().into_iter().map(|file| (false, file));
    for (may_be_allowed, (module, path, text)) in own.chain(sandbox) {
        let code = without_comments(&text);
        for (word, allowed) in rules {
            assert!(
                !code.contains(word) || may_be_allowed && allowed.contains(&module.as_str()),
                "{} has {word}",
                path.display()
            );
        }
    }
}

#[test]
fn the_client_knows_no_command_line_and_no_terminal() {
    for (module, path, text) in files() {
        if module == "openstack" {
            for word in ["clap", "comfy_table", "crate::io", "crate::env"] {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

/// OpenSSL needs a C library at run time; aws-lc costs each process some 40 ms of CPU on its first
/// use of TLS.
#[test]
fn no_other_tls_library_creeps_in() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    let lock = fs::read_to_string(lock).unwrap();
    assert!(lock.contains("name = \"ring\""));
    for banned in ["openssl-sys", "aws-lc-sys", "aws-lc-rs"] {
        let line = format!("name = \"{banned}\"");
        assert!(!lock.contains(&line), "{banned} is among the dependencies");
    }
}
