//! Twenty processes, which all end as if they were killed.

use std::process::Command;

use assert_cmd::cargo::CommandCargoExt as _;
use ostk::env::Env;
use ostk::records::Journal;

use super::{create, intent, scope, texts};
use crate::support::run::Home;

const HOME: &str = "OSTK_TEST_RECORDS_HOME";
const EACH: u32 = 10;

/// One of the processes of the next test.
#[test]
#[ignore = "it is started by another test"]
fn a_process_that_writes() {
    let Ok(home) = std::env::var(HOME) else {
        return;
    };
    let journal = Journal::open(&Env::for_test(home.as_ref(), [])).unwrap();
    let scope = scope("test");
    let mut won = 0;
    for number in 0..EACH {
        let token = format!("{}-{number}", std::process::id());
        create(&journal, &scope, &token, &[&token]);
        let shared = format!("shared-{number}");
        won += u32::from(journal.intend(&intent(&scope, &shared, 1)).unwrap());
    }
    let mark = format!("won-{}", std::process::id());
    std::fs::write(std::path::Path::new(&home).join(mark), won.to_string()).unwrap();
    // As if it were killed: nothing is closed.
    let last = format!("{}-last", std::process::id());
    assert!(journal.intend(&intent(&scope, &last, 1)).unwrap());
    std::process::abort();
}

#[test]
fn twenty_processes_at_once_lose_nothing() {
    let home = Home::new();
    let binary = std::env::current_exe().unwrap();
    let write = || {
        Command::new(&binary)
            .args([
                "--exact",
                "records::processes::a_process_that_writes",
                "--ignored",
            ])
            .env(HOME, home.path())
            .output()
    };
    let read = || {
        Command::cargo_bin("ostk")
            .unwrap()
            .args(["records", "list", "--orphans", "--all-clouds"])
            .env_clear()
            .env("HOME", home.path())
            .output()
    };
    std::thread::scope(|threads| {
        let readers: Vec<_> = (0..5).map(|_| threads.spawn(read)).collect();
        let writers: Vec<_> = (0..20).map(|_| threads.spawn(write)).collect();
        for writer in writers {
            let output = writer.join().unwrap().unwrap();
            let text = String::from_utf8_lossy(&output.stderr).into_owned()
                + &String::from_utf8_lossy(&output.stdout);
            assert!(!text.contains("panicked"), "{text}");
        }
        for reader in readers {
            let output = reader.join().unwrap().unwrap();
            assert!(output.status.success(), "{output:?}");
        }
    });
    let all = home.run(["records", "list", "--all-clouds"]).json();
    let states = texts(&all, "Records", "State");
    let count = |state: &str| states.iter().filter(|one| *one == state).count();
    assert_eq!(count("created"), 20 * EACH as usize);
    // The last token of each process, and the tokens that all tried and one process got.
    assert_eq!(count("intended"), 20 + EACH as usize);
    let won: u32 = std::fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("won-"))
        .map(|entry| std::fs::read_to_string(entry.path()).unwrap())
        .map(|text| text.parse::<u32>().unwrap())
        .sum();
    assert_eq!(won, EACH);
}
