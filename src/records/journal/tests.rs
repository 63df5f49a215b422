use std::path::Path;
use std::sync::Barrier;

use super::*;
use crate::records::KeypairRecord;

fn env(folder: &tempfile::TempDir) -> Env {
    Env::for_test(folder.path(), [])
}

fn open(folder: &tempfile::TempDir) -> Journal {
    Journal::open(&env(folder)).unwrap()
}

fn scope() -> Scope {
    Scope {
        cloud: "c".to_owned(),
        region: None,
        project_id: "p".to_owned(),
        user_id: "u".to_owned(),
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn intent(token: &str, count: u32) -> Intent {
    Intent {
        scope: scope(),
        token: token.to_owned(),
        run_id: Some("r".to_owned()),
        name: "web".to_owned(),
        index: 0,
        count,
        image: Some("debian".to_owned()),
        flavor: Some("m1.nano".to_owned()),
        key_name: Some("k".to_owned()),
        networks: vec!["private".to_owned()],
        security_groups: vec!["web, ssh \"x\"".to_owned()],
        volumes: Vec::new(),
        at: at(0),
    }
}

fn created(id: &str) -> Created {
    Created {
        resource_id: id.to_owned(),
        name: format!("web-{id}"),
        state: "pending".to_owned(),
        volumes: Vec::new(),
    }
}

fn ids(journal: &Journal, filter: &RecordFilter) -> Vec<String> {
    let records = journal.list(filter).unwrap();
    records
        .into_iter()
        .filter_map(|record| record.resource_id)
        .collect()
}

fn orphans() -> RecordFilter {
    RecordFilter {
        orphans: true,
        ..RecordFilter::default()
    }
}

#[test]
fn an_intent_is_noted_once_and_completed() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    assert!(journal.intend(&intent("t", 2)).unwrap());
    assert!(!journal.intend(&intent("t", 3)).unwrap());
    journal.complete(&scope(), "t", 1, &created("i-1")).unwrap();
    drop(journal);
    let records = open(&folder).by_token(&scope(), "t").unwrap();
    assert_eq!(records.len(), 2);
    assert_eq!(
        records[0],
        ResourceRecord {
            kind: Kind::Instance,
            scope: scope(),
            token: "t".to_owned(),
            index: 0,
            run_id: Some("r".to_owned()),
            resource_id: None,
            name: "web".to_owned(),
            state: RecordState::Intended,
            resource_state: None,
            image: Some("debian".to_owned()),
            flavor: Some("m1.nano".to_owned()),
            key_name: Some("k".to_owned()),
            networks: vec!["private".to_owned()],
            security_groups: vec!["web, ssh \"x\"".to_owned()],
            volumes: Vec::new(),
            created: at(0),
            sent: None,
            updated: at(0),
            error: None,
        }
    );
    assert_eq!(records[1].resource_id.as_deref(), Some("i-1"));
    assert_eq!(records[1].name, "web-i-1");
    assert_eq!(records[1].state, RecordState::Created);
    assert_eq!(records[1].resource_state.as_deref(), Some("pending"));
}

#[test]
fn a_token_is_one_clouds_regions_and_projects_own() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    assert!(journal.intend(&intent("t", 1)).unwrap());
    let change = |change: &dyn Fn(&mut Scope)| {
        let mut other = intent("t", 1);
        change(&mut other.scope);
        journal.intend(&other).unwrap()
    };
    assert!(change(&|scope| scope.cloud = "d".to_owned()));
    assert!(change(&|scope| scope.project_id = "q".to_owned()));
    assert!(change(&|scope| scope.region = Some("East".to_owned())));
    // The same token from a colleague is the same request.
    assert!(!change(&|scope| scope.user_id = "v".to_owned()));
    assert_eq!(journal.by_token(&scope(), "t").unwrap().len(), 1);
}

#[test]
fn several_intents_are_noted_together_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    let numbered = |index| Intent {
        index,
        name: format!("web-{index}"),
        ..intent("t", 1)
    };
    assert!(journal.intend(&numbered(1)).unwrap());
    assert!(
        !journal
            .intend_all(&[numbered(0), numbered(1), numbered(2)])
            .unwrap()
    );
    assert_eq!(journal.by_token(&scope(), "t").unwrap().len(), 1);
    assert!(journal.intend_all(&[numbered(0), numbered(2)]).unwrap());
    let names: Vec<_> = journal.by_token(&scope(), "t").unwrap();
    let names: Vec<_> = names.iter().map(|record| record.name.as_str()).collect();
    assert_eq!(names, ["web-0", "web-1", "web-2"]);
}

#[test]
fn a_failure_keeps_an_instance_that_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    journal.intend(&intent("t", 2)).unwrap();
    journal.fail(&scope(), "t", 0, "no quota").unwrap();
    journal.complete(&scope(), "t", 1, &created("i-1")).unwrap();
    journal.fail(&scope(), "t", 1, "No valid host").unwrap();
    let records = journal.by_token(&scope(), "t").unwrap();
    assert_eq!(records[0].state, RecordState::Failed);
    assert_eq!(records[0].error.as_deref(), Some("no quota"));
    assert_eq!(records[1].state, RecordState::Created);
    assert_eq!(records[1].error.as_deref(), Some("No valid host"));
    assert_eq!(ids(&journal, &orphans()), ["i-1"]);
    assert!(matches!(
        journal.sending(&scope(), "t", 1),
        Err(RecordsError::NotIntended { index: 1, .. })
    ));
    assert!(journal.complete(&scope(), "t", 2, &created("i")).is_err());
}

#[test]
fn a_request_that_was_sent_is_remembered_until_it_surely_made_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    journal.intend(&intent("t", 1)).unwrap();
    let found = || journal.find(&scope(), "t", 0).unwrap().unwrap();
    assert_eq!((found().sent, found().volumes), (None, vec![]));
    journal.sending(&scope(), "t", 0).unwrap();
    assert!(found().sent.is_some());
    let volumes = ["v".to_owned()];
    journal.volumes(&scope(), "t", 0, &volumes).unwrap();
    assert_eq!(found().sent, None);
    journal.sending(&scope(), "t", 0).unwrap();
    journal.doubt(&scope(), "t", 0, "cut").unwrap();
    let doubtful = found();
    assert!(doubtful.sent.is_some());
    assert_eq!(doubtful.state, RecordState::Intended);
    assert_eq!(doubtful.error.as_deref(), Some("cut"));
    assert_eq!(doubtful.volumes, ["v"]);
    journal.fail(&scope(), "t", 0, "refused").unwrap();
    assert_eq!(found().sent, None);
    // A retry.
    journal.sending(&scope(), "t", 0).unwrap();
    let again = found();
    assert_eq!((again.state, again.error), (RecordState::Intended, None));
    assert!(again.sent.is_some());
    assert_eq!(journal.find(&scope(), "t", 1).unwrap(), None);
}

#[test]
fn what_is_seen_later_counts_and_what_is_heard_late_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    journal.intend(&intent("t", 1)).unwrap();
    journal.complete(&scope(), "t", 0, &created("i")).unwrap();
    let state = || {
        let record = journal.by_token(&scope(), "t").unwrap().remove(0);
        (record.state, record.resource_state.unwrap())
    };
    journal.observe(&scope(), "i", "running", at(10)).unwrap();
    journal.observe(&scope(), "i", "pending", at(8)).unwrap();
    journal.observe(&scope(), "other", "error", at(11)).unwrap();
    assert_eq!(state(), (RecordState::Created, "running".to_owned()));
    // The response to the request may be older than states that other requests have seen.
    journal.complete(&scope(), "t", 0, &created("i")).unwrap();
    assert_eq!(state(), (RecordState::Created, "running".to_owned()));
    journal
        .observe(&scope(), "i", "terminated", at(20))
        .unwrap();
    assert_eq!(state(), (RecordState::Terminated, "terminated".to_owned()));
    assert!(ids(&journal, &orphans()).is_empty());
    journal.complete(&scope(), "t", 0, &created("i")).unwrap();
    assert_eq!(state().0, RecordState::Terminated);
    // A report one second older still counts, since services give whole seconds.
    journal.observe(&scope(), "i", "running", at(19)).unwrap();
    journal
        .observe(&scope(), "i", "terminated", at(20))
        .unwrap();
    journal.observe(&scope(), "i", "pending", at(18)).unwrap();
    assert_eq!(state().0, RecordState::Terminated);
    // A deletion that was undone.
    journal.observe(&scope(), "i", "running", at(30)).unwrap();
    assert_eq!(state().0, RecordState::Created);
    journal.complete(&scope(), "t", 0, &created("j")).unwrap();
    assert_eq!(state(), (RecordState::Created, "pending".to_owned()));
}

#[test]
fn records_are_found_by_run_state_cloud_and_target() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    for (token, run, id) in [("a", "1", "i-a"), ("b", "1", "i-b"), ("c", "2", "i-c")] {
        let mut intent = intent(token, 1);
        intent.run_id = Some(run.to_owned());
        intent.scope.cloud = format!("cloud-{run}");
        journal.intend(&intent).unwrap();
        journal
            .complete(&intent.scope, token, 0, &created(id))
            .unwrap();
        journal
            .observe(
                &intent.scope,
                id,
                if id == "i-b" { "terminated" } else { "running" },
                at(1),
            )
            .unwrap();
    }
    let all = RecordFilter::default;
    let text = |text: &str| Some(text.to_owned());
    let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let table: [(RecordFilter, &[&str]); 7] = [
        (all(), &["i-a", "i-b", "i-c"]),
        (
            RecordFilter {
                run_id: text("1"),
                ..all()
            },
            &["i-a", "i-b"],
        ),
        (
            RecordFilter {
                run_id: text("1"),
                orphans: true,
                ..all()
            },
            &["i-a"],
        ),
        (
            RecordFilter {
                cloud: text("cloud-2"),
                ..all()
            },
            &["i-c"],
        ),
        (
            RecordFilter {
                states: list(&["running"]),
                ..all()
            },
            &["i-a", "i-c"],
        ),
        (
            RecordFilter {
                states: list(&["terminated", "failed"]),
                ..all()
            },
            &["i-b"],
        ),
        (
            RecordFilter {
                targets: list(&["i-a", "b", "web-i-c", "none"]),
                ..all()
            },
            &["i-a", "i-b", "i-c"],
        ),
    ];
    for (filter, expected) in table {
        assert_eq!(ids(&journal, &filter), expected, "{filter:?}");
    }
}

#[test]
fn only_what_is_old_and_finished_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    journal.intend(&intent("old", 3)).unwrap();
    journal.complete(&scope(), "old", 0, &created("i")).unwrap();
    journal.observe(&scope(), "i", "terminated", at(5)).unwrap();
    assert_eq!(
        journal
            .prune(at(5), Pruned::Finished, &RecordFilter::default())
            .unwrap(),
        0
    );
    assert_eq!(
        journal
            .prune(at(6), Pruned::Finished, &RecordFilter::default())
            .unwrap(),
        1
    );
    let elsewhere = RecordFilter {
        cloud: Some("d".to_owned()),
        ..RecordFilter::default()
    };
    assert_eq!(journal.prune(at(6), Pruned::All, &elsewhere).unwrap(), 0);
    assert_eq!(
        journal
            .prune(at(6), Pruned::All, &RecordFilter::default())
            .unwrap(),
        2
    );
}

#[test]
fn an_instance_that_was_found_is_taken_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    journal.intend(&intent("t", 1)).unwrap();
    let mut found = journal.by_token(&scope(), "t").unwrap().remove(0);
    found.resource_id = Some("i".to_owned());
    found.state = RecordState::Created;
    assert!(journal.adopt(&found).unwrap());
    assert!(!journal.adopt(&found).unwrap());
    let records = journal.by_token(&scope(), "t").unwrap();
    assert_eq!(records.len(), 2);
    assert_eq!(
        (records[1].index, &records[1].resource_id),
        (1, &found.resource_id)
    );
}

#[test]
fn key_pairs_are_a_users_own_in_every_project() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(&folder);
    let record = |fingerprint: &str| KeypairRecord {
        name: "k".to_owned(),
        fingerprint: fingerprint.to_owned(),
        path: Some(PathBuf::from("/home/me/k.pem")),
        created: at(0),
        user: "me".to_owned(),
        run_id: Some("r".to_owned()),
    };
    journal.keypair_created(&scope(), &record("aa")).unwrap();
    journal.keypair_created(&scope(), &record("bb")).unwrap();
    let elsewhere = Scope {
        project_id: "q".to_owned(),
        ..scope()
    };
    assert_eq!(
        journal.keypair(&elsewhere, "k").unwrap(),
        Some(record("bb"))
    );
    let other = Scope {
        user_id: "v".to_owned(),
        ..scope()
    };
    assert_eq!(journal.keypair(&other, "k").unwrap(), None);
    assert_eq!(journal.keypairs().unwrap(), [(scope(), record("bb"))]);
    assert!(journal.keypair_deleted(&scope(), "k").unwrap());
    assert!(!journal.keypair_deleted(&scope(), "k").unwrap());
    assert_eq!(journal.keypair(&scope(), "k").unwrap(), None);
}

#[test]
fn an_older_file_is_brought_to_the_present_layout() {
    let folder = tempfile::tempdir().unwrap();
    let path = Journal::path_in(&env(&folder)).unwrap();
    let old = store::first_layout(&path);
    old.execute_batch(
        "INSERT INTO instance (cloud, region, project_id, user_id, token, number, instance_id,
             name, state, instance_state, networks, security_groups, volumes, created, updated)
         VALUES ('c', '', 'p', 'u', 't', 0, 'i', 'web', 'created', 'running', '[\"n\"]', '[]',
             '[]', 1800000000000, 1800000000000)",
    )
    .unwrap();
    drop(old);
    let journal = open(&folder);
    assert_eq!(ids(&journal, &orphans()), ["i"]);
    journal.observe(&scope(), "i", "stopped", at(1)).unwrap();
    assert!(journal.keypairs().unwrap().is_empty());
    assert!(journal.intend(&intent("new", 1)).unwrap());
}

#[test]
fn each_kind_has_tokens_and_ids_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let instances = open(&folder);
    let volumes = instances.of(Kind::Volume);
    for journal in [&instances, &volumes] {
        assert!(journal.intend(&intent("t", 1)).unwrap());
        assert!(!journal.intend(&intent("t", 1)).unwrap());
    }
    instances.complete(&scope(), "t", 0, &created("i")).unwrap();
    volumes.complete(&scope(), "t", 0, &created("v")).unwrap();
    assert_eq!(ids(&instances, &RecordFilter::default()), ["i"]);
    assert_eq!(ids(&volumes, &RecordFilter::default()), ["v"]);
    assert_eq!(ids(&volumes, &RecordFilter::everything()), ["i", "v"]);
    // A missing resource matches by ID, and only in its own scope and kind.
    let elsewhere = Scope {
        project_id: "q".to_owned(),
        ..scope()
    };
    assert_eq!(volumes.gone(&scope(), "i", at(1)).unwrap(), None);
    assert_eq!(volumes.gone(&elsewhere, "v", at(1)).unwrap(), None);
    // Names and tokens don't count as IDs.
    assert_eq!(volumes.gone(&scope(), "t", at(1)).unwrap(), None);
    for _ in 0..2 {
        let gone = volumes.gone(&scope(), "v", at(1)).unwrap().unwrap();
        assert_eq!(gone.name, "web-v");
    }
    let left = RecordFilter {
        orphans: true,
        ..RecordFilter::everything()
    };
    assert_eq!(ids(&instances, &left), ["i"]);
}

fn everything_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = Journal::path_in(&env(&folder)).unwrap();
    open(&folder).intend(&intent("t", 1)).unwrap();
    let newer = Connection::open(&path).unwrap();
    newer
        .pragma_update(None, "user_version", store::KNOWN + 1)
        .unwrap();
    // While the newer version runs, only the log holds its number.
    let error = Journal::open(&env(&folder)).err().unwrap();
    assert!(matches!(error, RecordsError::Newer { .. }), "{error}");
    // After a kill, its file and its log would be in this state.
    let killed = tempfile::tempdir().unwrap();
    let copy = Journal::path_in(&env(&killed)).unwrap();
    std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
    for name in ["records.db", "records.db-wal"] {
        std::fs::copy(path.with_file_name(name), copy.with_file_name(name)).unwrap();
    }
    let before = everything_in(copy.parent().unwrap());
    assert!(matches!(
        Journal::open(&env(&killed)),
        Err(RecordsError::Newer { .. })
    ));
    let after = everything_in(copy.parent().unwrap());
    assert!(before.iter().all(|file| after.contains(file)));
    drop(newer);
    let before = everything_in(path.parent().unwrap());
    assert_eq!(before.len(), 1);
    let error = Journal::open(&env(&folder)).err().unwrap();
    let message = error.to_string();
    assert!(message.contains("newer ostk"), "{message}");
    assert_eq!(everything_in(path.parent().unwrap()), before);
}

#[test]
fn what_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = Journal::path_in(&env(&folder)).unwrap();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let text = "a shopping list ".repeat(100);
    std::fs::write(&path, &text).unwrap();
    assert!(Journal::open(&env(&folder)).is_err());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = Journal::path_in(&env(&folder)).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let journal = open(&folder);
    journal.intend(&intent("t", 1)).unwrap();
    for (path, _) in everything_in(path.parent().unwrap()) {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    drop(journal);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    open(&folder);
    assert_eq!(mode(&path), 0o600);
}

#[test]
fn without_a_home_there_is_no_journal() {
    let mut env = Env::for_test(Path::new("/"), []);
    env.folders.data = None;
    assert!(matches!(Journal::open(&env), Err(RecordsError::NoFolder)));
}

#[test]
fn twenty_at_once_lose_nothing_and_a_token_has_one_winner() {
    let folder = tempfile::tempdir().unwrap();
    let barrier = Barrier::new(20);
    let won: usize = std::thread::scope(|threads| {
        let all: Vec<_> = (0..20)
            .map(|number| {
                let (folder, barrier) = (&folder, &barrier);
                threads.spawn(move || {
                    barrier.wait();
                    // One of the threads creates the file.
                    let journal = open(folder);
                    for one in 0..5 {
                        let token = format!("{number}-{one}");
                        assert!(journal.intend(&intent(&token, 1)).unwrap());
                        journal
                            .complete(&scope(), &token, 0, &created(&token))
                            .unwrap();
                    }
                    usize::from(journal.intend(&intent("same", 1)).unwrap())
                })
            })
            .collect();
        all.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!(won, 1);
    assert_eq!(ids(&open(&folder), &orphans()).len(), 100);
}
