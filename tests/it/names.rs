//! A public type's name means one thing in the crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Names that several types have because they are the same idea: the arguments of a command, an
/// error of a layer, the command of a build without the sandbox.
const SAME_IDEA: &[&str] = &[
    "BuiltInCloud",
    "CreateArgs",
    "DeleteArgs",
    "DescribeArgs",
    "Error",
    "FilterArgs",
    "ListArgs",
    "SandboxCommand",
    "WaitArgs",
];

/// Names that still have several meanings. This list may only shrink.
const KNOWN: &[&str] = &["KeyPair", "Port"];

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if stem == "tests" {
            continue;
        }
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Returns the names of the types that a text declares for others.
fn public_types(text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut names = Vec::new();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        if !words.next().is_some_and(|word| word.starts_with("pub")) {
            continue;
        }
        // `pub(in crate::commands)` is two words.
        let mut words = words.skip_while(|word| word.ends_with(')'));
        let is_type = words
            .next()
            .is_some_and(|word| ["struct", "enum", "trait", "type", "union"].contains(&word));
        if let (true, Some(name)) = (is_type, words.next()) {
            let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
            names.push(name.chars().take_while(is_word).collect());
        }
    }
    names
}

#[test]
fn a_public_types_name_means_one_thing() {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut places: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for path in files {
        for name in public_types(&fs::read_to_string(&path).unwrap()) {
            places.entry(name).or_default().insert(path.clone());
        }
    }
    assert!(places.len() > 300, "only {} types", places.len());
    let several: BTreeSet<&str> = places
        .iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, _)| name.as_str())
        .collect();
    let expected: BTreeSet<&str> = SAME_IDEA.iter().chain(KNOWN).copied().collect();
    assert_eq!(several, expected);
}

#[test]
fn types_are_recognised() {
    let text = "pub struct A<'a>(u8);\npub(super) enum B {\n    pub(in crate::commands) trait C: D {}\n\
                struct E;\n// pub struct F\npub fn g() {}\npub type H = u8;";
    assert_eq!(public_types(text), ["A", "B", "C", "H"]);
}
