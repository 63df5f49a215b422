//! Completions and man pages are rendered from the command line itself. The committed files must
//! equal what it renders now. `UPDATE=1` rewrites them.

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

/// Adds the aliases of a command and its options, which `clap_mangen` omits.
fn with_aliases(command: &clap::Command) -> clap::Command {
    let told = |text: String, names: &[String]| match names {
        [] => text,
        names => format!("{text} [also: {}]", names.join(", ")),
    };
    let of_command = |command: clap::Command| {
        let names: Vec<String> = command.get_visible_aliases().map(str::to_owned).collect();
        let about = command.get_about().map(ToString::to_string);
        command.about(told(about.unwrap_or_default(), &names))
    };
    of_command(command.clone())
        .mut_subcommands(of_command)
        .mut_args(|argument| {
            let aliases = argument.get_visible_aliases().unwrap_or_default();
            let names: Vec<String> = aliases.iter().map(|name| format!("--{name}")).collect();
            let help = argument.get_help().map(ToString::to_string);
            let long = argument.get_long_help().map(ToString::to_string);
            let argument = argument.help(told(help.unwrap_or_default(), &names));
            match long {
                Some(long) => argument.long_help(told(long, &names)),
                None => argument,
            }
        })
}

fn pages(command: &clap::Command, name: &str, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let mut page = Vec::new();
    let titled = with_aliases(command)
        .name(name.to_owned())
        .display_name(name);
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

/// Every name of every option and command is on a page.
#[test]
fn pages_leave_no_name_out() {
    fn look(command: &clap::Command, name: &str, pages: &BTreeMap<PathBuf, Vec<u8>>) -> usize {
        let page = &pages[&Path::new("man").join(format!("{name}.1"))];
        let page = String::from_utf8(page.clone()).unwrap().replace('\\', "");
        let mut count = 0;
        let mut is_told = |text: String| {
            assert!(page.contains(&text), "{name}: {text}");
            count += 1;
        };
        command
            .get_visible_aliases()
            .for_each(|alias| is_told(alias.to_owned()));
        for argument in command.get_arguments().filter(|one| !one.is_hide_set()) {
            let names = argument.get_long_and_visible_aliases().unwrap_or_default();
            for long in names {
                is_told(format!("--{long}"));
            }
        }
        for child in command.get_subcommands() {
            count += look(child, &format!("{name}-{}", child.get_name()), pages);
        }
        count
    }
    let mut command = ostk::cli::command();
    command.build();
    assert!(look(&command, "ostk", &rendered()) > 100);
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
