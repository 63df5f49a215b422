//! No files import each other in a circle, except a folder's `mod.rs` and the files in the folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The circles that are still there, each as its files in order. This list may only shrink.
const KNOWN: &[&[&str]] = &[
    // The model of `top`, and the code that draws it.
    &[
        "commands/top/keys",
        "commands/top/model",
        "commands/top/pending_actions",
        "commands/top/popups",
        "commands/top/status_bar",
        "commands/top/view",
    ],
    // JMESPath's own circle: `map` and `sort_by` evaluate expressions, and expressions call them.
    &[
        "jmespath/ast",
        "jmespath/eval",
        "jmespath/functions",
        "jmespath/value",
    ],
];

/// A module's path from the root of its crate, such as `["verbs", "context"]`.
type Module = Vec<String>;

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        if path.is_dir() && name != "tests" {
            sources(&path, files);
        } else if is_rust && !matches!(name.as_str(), "tests" | "main") {
            files.push(path);
        }
    }
}

/// Returns the module that a file holds.
fn module_of(root: &Path, path: &Path) -> Module {
    let below = path.strip_prefix(root).unwrap().with_extension("");
    let mut module: Module = below
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if module
        .last()
        .is_some_and(|last| last == "mod" || last == "lib")
    {
        module.pop();
    }
    module
}

/// Returns a text without comments, string literals, and what follows `#[cfg(test)]`.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut code = String::new();
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default();
        code.extend(line.split('"').step_by(2));
        code.push('\n');
    }
    code
}

/// Reads the paths of a use tree such as `a::{b, c::d}`. Returns the rest of the text.
fn tree<'a>(mut text: &'a str, prefix: &[String], paths: &mut Vec<Module>) -> &'a str {
    let mut path = prefix.to_vec();
    loop {
        text = text.trim_start();
        if let Some(mut rest) = text.strip_prefix('{') {
            while !rest.trim_start().is_empty() && !rest.trim_start().starts_with('}') {
                let before = rest.len();
                rest = tree(rest, &path, paths).trim_start();
                rest = rest.strip_prefix(',').unwrap_or(rest);
                if rest.len() == before {
                    break;
                }
            }
            return rest.trim_start().strip_prefix('}').unwrap_or(rest);
        }
        let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let (name, rest) = text.split_at(end.unwrap_or(text.len()));
        if !name.is_empty() {
            path.push(name.to_owned());
        }
        if let Some(next) = rest.strip_prefix("::") {
            text = next;
            continue;
        }
        paths.push(path);
        // An alias names nothing else.
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let alias = rest.trim_start().strip_prefix("as ");
        return alias.map_or(rest, |alias| alias.trim_start_matches(is_word));
    }
}

/// Returns the paths in a text that start with `crate`, `super` or `self`, and those of its `use`s.
fn paths(code: &str) -> Vec<Module> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut paths = Vec::new();
    for word in ["crate::", "super::", "self::", "use "] {
        for (place, _) in code.match_indices(word) {
            let (before, after) = code.split_at(place);
            let within = before.ends_with(|letter| is_word(letter) || letter == ':');
            let after = after.strip_prefix("use ").unwrap_or(after);
            let is_twice = word == "use "
                && ["crate::", "super::", "self::"]
                    .iter()
                    .any(|start| after.starts_with(start));
            if !within && !is_twice {
                tree(after, &[], &mut paths);
            }
        }
    }
    paths.sort();
    paths
}

/// Returns the module that a path leads to, if it belongs to this crate.
fn target(own: &Module, path: &[String], modules: &BTreeSet<Module>) -> Option<Module> {
    let mut base = own.clone();
    let mut rest = path;
    if path.first()? == "crate" {
        base.clear();
        rest = &path[1..];
    }
    while let Some(first) = rest.first() {
        match first.as_str() {
            "super" => drop(base.pop()?),
            "self" => {}
            _ => break,
        }
        rest = &rest[1..];
    }
    let full = [base.as_slice(), rest].concat();
    let lengths = (base.len()..=full.len()).rev();
    lengths
        .map(|length| full[..length].to_vec())
        .find(|module| modules.contains(module))
}

/// Returns the files that each file imports, without the `mod.rs` of its own folders.
fn imports(root: &Path) -> BTreeMap<Module, BTreeSet<Module>> {
    let mut files = Vec::new();
    sources(root, &mut files);
    let modules: BTreeSet<Module> = files.iter().map(|path| module_of(root, path)).collect();
    let mut imports = BTreeMap::new();
    for path in files {
        let own = module_of(root, &path);
        let code = code(&fs::read_to_string(&path).unwrap());
        let mut theirs: BTreeSet<Module> = paths(&code)
            .iter()
            .filter_map(|path| target(&own, path, &modules))
            .collect();
        theirs.retain(|module| !own.starts_with(module));
        imports.insert(own, theirs);
    }
    imports
}

/// Returns each set of files that can all reach each other.
fn circles(imports: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<Vec<String>> {
    let reach = |from: &Module| {
        let mut seen = BTreeSet::new();
        let mut open = vec![from.clone()];
        while let Some(module) = open.pop() {
            for next in imports.get(&module).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        seen
    };
    let all: BTreeMap<&Module, BTreeSet<Module>> = imports
        .keys()
        .map(|module| (module, reach(module)))
        .collect();
    all.iter()
        .filter(|(module, reached)| reached.contains(**module))
        .map(|(module, reached)| {
            let mutual = reached.iter().filter(|other| all[*other].contains(*module));
            mutual.map(|other| other.join("/")).collect()
        })
        .collect()
}

#[test]
fn no_files_import_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let imports = imports(&root);
    let number: usize = imports.values().map(BTreeSet::len).sum();
    assert!(number > 500, "only {number} imports were found");
    let known: BTreeSet<Vec<String>> = KNOWN
        .iter()
        .map(|files| files.iter().map(|file| (*file).to_owned()).collect())
        .collect();
    assert_eq!(circles(&imports), known);
}

#[test]
fn no_files_of_the_sandbox_import_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/ostk-sandbox/src");
    let imports = imports(&root);
    let number: usize = imports.values().map(BTreeSet::len).sum();
    assert!(number > 150, "only {number} imports were found");
    assert_eq!(circles(&imports), BTreeSet::new());
}

#[test]
fn circles_are_found() {
    let module = |path: &str| -> Module { path.split('/').map(str::to_owned).collect() };
    let modules: BTreeSet<Module> = ["a", "a/b", "a/c", "d"].map(module).into();
    let found = |own: &str, text: &str| -> Vec<String> {
        let paths = paths(&code(text));
        let targets = paths
            .iter()
            .filter_map(|path| target(&module(own), path, &modules));
        targets.map(|target| target.join("/")).collect()
    };
    let text = "use super::{self, c::{D, E}};\nuse crate::d::F as G;\n// use crate::a::b;\n";
    assert_eq!(found("a/b", text), ["d", "a/c", "a/c", "a"]);
    assert_eq!(
        found(
            "a",
            "mod b;\nuse b::X;\nlet x = \"crate::d\"; crate::d::y(super::z)"
        ),
        ["a/b", "d"]
    );
    let graph = |edges: &[(&str, &[&str])]| -> BTreeMap<Module, BTreeSet<Module>> {
        let edges = edges.iter();
        edges
            .map(|(from, to)| (module(from), to.iter().map(|to| module(to)).collect()))
            .collect()
    };
    let circle = graph(&[("x", &["y"]), ("y", &["z"]), ("z", &["x"]), ("w", &["x"])]);
    assert_eq!(
        circles(&circle),
        BTreeSet::from([vec!["x".to_owned(), "y".to_owned(), "z".to_owned()]])
    );
    assert!(circles(&graph(&[("x", &["y"]), ("y", &[])])).is_empty());
}
