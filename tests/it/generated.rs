//! Completions and man pages are rendered from the command line itself; the committed files must
//! be what it renders now. `UPDATE=1` rewrites them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap_complete::Shell;

fn rendered() -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (shell, name) in [
        (Shell::Bash, "ostk.bash"),
        (Shell::Zsh, "_ostk"),
        (Shell::Fish, "ostk.fish"),
        (Shell::Elvish, "ostk.elv"),
        (Shell::PowerShell, "_ostk.ps1"),
    ] {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut ostk::cli::command(), "ostk", &mut script);
        files.insert(Path::new("completions").join(name), script);
    }
    let mut command = ostk::cli::command();
    command.build();
    pages(&command, "ostk", &mut files);
    files
}

fn pages(command: &clap::Command, name: &str, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let mut page = Vec::new();
    let titled = command.clone().name(name.to_owned()).display_name(name);
    clap_mangen::Man::new(titled)
        .title(name.to_uppercase())
        .date("")
        .render(&mut page)
        .unwrap();
    files.insert(Path::new("man").join(format!("{name}.1")), page);
    for child in command.get_subcommands() {
        pages(child, &format!("{name}-{}", child.get_name()), files);
    }
}

fn committed(folder: &str) -> Vec<PathBuf> {
    fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
        .map(|entries| {
            entries
                .map(|entry| Path::new(folder).join(entry.unwrap().file_name()))
                .collect()
        })
        .unwrap_or_default()
}

#[test]
fn generated_completions_and_man_pages_are_those_of_the_command_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rendered = rendered();
    let stale: Vec<PathBuf> = ["completions", "man"]
        .iter()
        .flat_map(|folder| committed(folder))
        .filter(|path| !rendered.contains_key(path))
        .collect();
    let differing: Vec<&PathBuf> = rendered
        .iter()
        .filter(|(path, text)| fs::read(root.join(path)).ok().as_ref() != Some(*text))
        .map(|(path, _)| path)
        .collect();
    if std::env::var_os("UPDATE").is_some() {
        for path in &stale {
            fs::remove_file(root.join(path)).unwrap();
        }
        for path in differing {
            fs::create_dir_all(root.join(path.parent().unwrap())).unwrap();
            fs::write(root.join(path), &rendered[path]).unwrap();
        }
        return;
    }
    assert!(
        stale.is_empty() && differing.is_empty(),
        "UPDATE=1 rewrites them: differing {differing:?}, no longer rendered {stale:?}"
    );
}
