//! The project's texts: help, errors, docs and comments use plain words, and each rule in
//! architecture.md names a test that exists.

use std::fs;
use std::path::{Path, PathBuf};

/// Inversions and archaisms, in small letters. Add those that you find.
const BANNED: &[&str] = &[
    "all the same",
    "amiss",
    "any more",
    "as yet",
    "comes to be",
    "for ever",
    "gone about",
    "hold up",
    "holds up",
    "in vain",
    "are wanted",
    "is wanted",
    "nobody",
    "of no use",
    "of which something",
    "somebody",
    "whence",
    "whoever",
    "whom",
];

const DOCS: &[&str] = &[
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "benches/microversions.md",
    "crates/ostk-sandbox/README.md",
    "docs/architecture.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            self::files(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// Returns where a text has one of the words, as `path: word`.
fn found(path: &Path, text: &str) -> Vec<String> {
    let words: String = text
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() || matches!(letter, '\'' | '_') {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    let text = format!(" {} ", words.join(" "));
    let has = |word: &&&str| text.contains(&format!(" {word} "));
    let hits = BANNED.iter().filter(has);
    hits.map(|word| format!("{}: {word}", path.display()))
        .collect()
}

/// Returns the comments and the string literals of a source file. Comments that follow code on a
/// line are left out.
fn prose(text: &str) -> String {
    let mut prose = String::new();
    for line in text.lines() {
        let line = line.trim_start();
        if line.starts_with("//") {
            prose.push_str(line.trim_start_matches(['/', '!']));
        } else {
            let strings = line.split('"').skip(1).step_by(2);
            prose.push_str(&strings.collect::<Vec<_>>().join(" "));
        }
        prose.push('\n');
    }
    prose
}

#[test]
fn no_text_has_a_word_that_has_to_be_read_twice() {
    let mut hits = Vec::new();
    for name in DOCS {
        let path = root().join(name);
        hits.extend(found(&path, &fs::read_to_string(&path).unwrap()));
    }
    let mut paths = Vec::new();
    for folder in ["man", "src", "crates/ostk-sandbox/src"] {
        files(&root().join(folder), &mut paths);
    }
    assert!(paths.len() > 300, "only {} files", paths.len());
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        let text = if is_rust { prose(&text) } else { text };
        hits.extend(found(&path, &text));
    }
    assert!(hits.is_empty(), "{}", hits.join("\n"));
}

#[test]
fn words_are_found_in_comments_and_strings() {
    let path = Path::new("a.rs");
    let text =
        "/// Waits in\n/// vain.\nlet all = whom; // whence\nlet x = \"it's amiss, As yet\";";
    assert_eq!(
        found(path, &prose(text)),
        ["a.rs: amiss", "a.rs: as yet", "a.rs: in vain"]
    );
    assert!(found(path, "many more anymore").is_empty());
}

/// Returns the tests that a document names, as `file.rs::test`.
fn named_tests(text: &str) -> Vec<(&str, &str)> {
    text.split('`')
        .filter_map(|part| part.split_once("::"))
        .filter(|(file, test)| {
            let is_test = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
            };
            Path::new(file)
                .extension()
                .is_some_and(|extension| extension == "rs")
                && !test.is_empty()
                && test.chars().all(is_test)
        })
        .collect()
}

#[test]
fn each_test_that_the_architecture_names_exists() {
    let text = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let named = named_tests(&text);
    assert!(named.len() > 50, "only {} tests are named", named.len());
    let missing: Vec<String> = named
        .into_iter()
        .filter(|(file, test)| {
            let places = [root().join(file), root().join("src").join(file)];
            let text = places.iter().find_map(|path| fs::read_to_string(path).ok());
            let has = |text: String| text.contains(&format!("fn {test}("));
            !text.is_some_and(has)
        })
        .map(|(file, test)| format!("{file}::{test}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
