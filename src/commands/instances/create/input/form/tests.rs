//! The form without a terminal: a script answers, and lists come from nowhere.

mod script;

use std::sync::Arc;

use self::script::Do::{Back, Cancel, Enter, Keep, Mark, Pick, Refused, Type, Unmarkable};
use self::script::{Do, Script, Shelf, named};
use super::choice::{Candidate, ListKind, Listed};
use super::command::tests::parse;
use super::model::{Form, Question, Step};
use super::prompt::PromptBody;
use super::{command, fill_in};
use crate::error::CommandError;
use crate::exit::ExitCode;

/// What came of a script.
struct Outcome {
    result: Result<bool, CommandError>,
    form: Form,
    shown: String,
}

impl Outcome {
    /// The command line of a form that was filled in.
    #[track_caller]
    fn command(&self) -> String {
        assert_eq!(self.result, Ok(true));
        self.form.command()
    }
}

#[track_caller]
fn play(given: &[&str], mut shelf: Shelf, steps: &[(&'static str, Do)]) -> Outcome {
    let given = parse(given.iter().copied());
    assert!(given.says_nothing());
    let check = |name: &str| match name {
        "taken" => Err("a file is in the way".to_owned()),
        _ => Ok(()),
    };
    let cloud = ["--cloud", "a b"].map(str::to_owned);
    let mut form = Form::new(given, cloud.to_vec(), Arc::new(check));
    let mut script = Script::new(steps);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let result = runtime.block_on(fill_in(&mut form, &mut shelf, &mut script));
    assert!(script.steps.is_empty(), "not asked: {:?}", script.steps);
    Outcome {
        result,
        form,
        shown: script.shown,
    }
}

const GO: (&str, Do) = ("Go ahead?", Pick("Create"));

/// All questions, answered quickly.
const QUICK: [(&str, Do); 9] = [
    ("Name:", Type("web")),
    ("Image:", Enter),
    ("Flavor", Enter),
    ("Key pair:", Enter),
    ("Networks:", Mark(&["private"])),
    ("Security groups:", Keep),
    ("Root volume", Type("")),
    ("How many:", Type("")),
    GO,
];

#[test]
fn the_form_comes_to_a_command_line_that_says_the_same() {
    let outcome = play(
        &[],
        Shelf::new(),
        &[
            ("Name:", Type("web server")),
            ("Image:", Pick("debian-13")),
            ("Flavor", Pick("m1.big")),
            ("Key pair:", Pick("me")),
            ("Networks:", Mark(&["private", "storage"])),
            ("Security groups:", Mark(&["default", "web"])),
            ("Root volume", Type("20")),
            ("How many:", Type("2:3")),
            GO,
        ],
    );
    let line = outcome.command();
    assert_eq!(
        line,
        "ostk --cloud 'a b' instances create 'web server' --image debian-13 \
         --instance-type m1.big --key-name me --network private --network storage \
         --security-group default --security-group web --root-volume 20 --count 2:3 --wait"
    );
    let args = outcome.form.args();
    let words = command::words(&args);
    let again = parse(words.iter().map(String::as_str));
    assert_eq!(format!("{again:?}"), format!("{args:?}"));
    for part in [
        "web server",
        "20 GiB, new",
        "2:3, with a number",
        "private, storage",
        &line,
    ] {
        assert!(outcome.shown.contains(part), "{part}: {}", outcome.shown);
    }
}

#[test]
fn whoever_takes_what_is_usual_gets_the_least() {
    let outcome = play(&[], Shelf::new(), &QUICK);
    assert_eq!(
        outcome.command(),
        "ostk --cloud 'a b' instances create web --image cirros --instance-type m1.nano \
         --key-name me --network private --wait"
    );
}

#[test]
fn one_can_go_back_and_every_answer_is_still_there() {
    let outcome = play(
        &[],
        Shelf::new(),
        &[
            ("Name:", Back),
            ("Name:", Type("web")),
            ("Image:", Pick("debian-13")),
            ("Flavor", Pick("m1.big")),
            ("Key pair:", Pick("None")),
            ("Networks:", Mark(&["storage"])),
            ("Security groups:", Mark(&["web"])),
            ("Root volume", Type("7")),
            ("How many:", Type("3")),
            ("Go ahead?", Back),
            ("How many:", Back),
            ("Root volume", Back),
            ("Security groups:", Back),
            ("Networks:", Back),
            ("Key pair:", Back),
            ("Flavor", Back),
            ("Image:", Back),
            ("Name:", Type("db")),
            ("Image:", Enter),
            ("Flavor", Enter),
            ("Key pair:", Enter),
            ("Networks:", Keep),
            ("Security groups:", Keep),
            ("Root volume", Type("")),
            ("How many:", Type("")),
            GO,
        ],
    );
    assert_eq!(
        outcome.command(),
        "ostk --cloud 'a b' instances create db --image debian-13 --instance-type m1.big \
         --network storage --security-group web --root-volume 7 --count 3 --wait"
    );
}

#[test]
fn an_interrupt_anywhere_ends_it_with_130_and_a_no_does_not() {
    for length in 0..QUICK.len() {
        let mut steps = QUICK[..=length].to_vec();
        steps[length].1 = Cancel;
        let error = play(&[], Shelf::new(), &steps).result.unwrap_err();
        assert_eq!(error.exit, ExitCode::Interrupted);
        assert!(error.message.contains("nothing was created"));
    }
    let mut steps = QUICK.to_vec();
    steps[8].1 = Pick("Cancel");
    assert_eq!(play(&[], Shelf::new(), &steps).result, Ok(false));
}

#[test]
fn what_flags_say_is_not_asked() {
    let given = [
        "--key-name=k",
        "--network=none",
        "--root-volume=9",
        "--count=2",
        "--tag=a=b",
        "--timeout=90",
        "--availability-zone=-x",
        "--parallel=3",
    ];
    let steps = [
        ("Name:", Type("web")),
        ("Image:", Enter),
        ("Flavor", Enter),
        GO,
    ];
    assert_eq!(
        play(&given, Shelf::new(), &steps).command(),
        "ostk --cloud 'a b' instances create web --image cirros --instance-type m1.nano \
         --key-name k --network none --root-volume 9 --count 2 --availability-zone=-x --tag a=b \
         --wait --timeout 90s --parallel 3"
    );
    let given = ["--boot-volume=v", "--dry-run", "--security-group=web"];
    let steps = [
        ("Name:", Type("-web")),
        ("Flavor", Pick("m1.none")),
        ("Key pair:", Pick("None")),
        ("Networks:", Unmarkable(&["none"], "wants a network")),
        ("Key pair:", Pick("None")),
        ("Networks:", Mark(&["auto"])),
        ("How many:", Type("")),
        ("Go ahead?", Pick("Check it all")),
    ];
    let outcome = play(&given, Shelf::new(), &steps);
    assert_eq!(
        outcome.command(),
        "ostk --cloud 'a b' instances create --instance-type m1.none --network auto \
         --security-group web --boot-volume v --dry-run -- -web"
    );
    assert!(
        !outcome.shown.contains("Make a new one"),
        "{}",
        outcome.shown
    );
}

#[test]
fn answers_that_flags_would_not_take_are_refused() {
    let long: &str = "x".repeat(256).leak();
    let outcome = play(
        &["--label=ok"],
        Shelf::new(),
        &[
            ("Name:", Refused("", "type a name")),
            ("Name:", Refused(" web", "begin or end with a space")),
            ("Name:", Refused("a\x07", "U+0007")),
            ("Name:", Refused(long, "a name has at most")),
            ("Name:", Type("web")),
            ("Image:", Enter),
            ("Flavor", Enter),
            ("Key pair:", Enter),
            ("Networks:", Unmarkable(&[], "mark one")),
            ("Key pair:", Enter),
            ("Networks:", Unmarkable(&["auto", "private"], "stand alone")),
            ("Key pair:", Enter),
            ("Networks:", Mark(&["auto"])),
            ("Security groups:", Keep),
            ("Root volume", Refused("0", "whole number")),
            ("Security groups:", Keep),
            ("Root volume", Refused("20G", "whole number")),
            ("Security groups:", Keep),
            ("Root volume", Type("none")),
            ("How many:", Refused("0", "from 1 on")),
            ("Root volume", Type("none")),
            ("How many:", Refused("1001", "at once")),
            ("Root volume", Type("none")),
            ("How many:", Type("1")),
            GO,
        ],
    );
    assert!(outcome.command().contains(" --network auto "));
}

#[test]
fn what_is_said_of_a_root_volume_waits_for_its_size() {
    for (flag, said) in [
        ("--keep-root-volume", "7 GiB, new, kept"),
        ("--root-volume-type=fast", "7 GiB, new, deleted"),
    ] {
        assert!(super::wording::problems(&parse([flag])).unwrap().is_empty());
        let mut steps = QUICK.to_vec();
        steps[6] = ("Root volume", Refused("none", "for a volume"));
        steps.splice(
            7..7,
            [("Security groups:", Keep), ("Root volume", Type("7"))],
        );
        let outcome = play(&[flag], Shelf::new(), &steps);
        let line = outcome.command();
        let root = format!("--root-volume 7 {}", flag.replace('=', " "));
        assert!(line.contains(&root), "{line}");
        assert!(outcome.shown.contains(said), "{}", outcome.shown);
    }
}

#[test]
fn a_list_that_cannot_be_had_is_told_where_it_is_missed() {
    let shelf = Shelf::new()
        .with(
            ListKind::Images,
            vec![
                Err("Glance is down".to_owned()),
                Ok(Listed::new(ListKind::Images, vec![named("new")])),
            ],
        )
        .without(ListKind::Flavors, "Nova is slow")
        .without(ListKind::KeyPairs, "Nova is slow")
        .without(ListKind::Networks, "there is no Neutron")
        .without(ListKind::Groups, "there is no Neutron");
    let outcome = play(
        &[],
        shelf,
        &[
            ("Name:", Type("web")),
            ("Image:", Pick("Try again")),
            ("Image:", Pick("new")),
            ("Flavor", Pick("Type it")),
            ("Flavor, by name or ID:", Back),
            ("Flavor", Pick("Type it")),
            (
                "Flavor, by name or ID:",
                Refused(" ", "type a name or an ID"),
            ),
            ("Flavor", Pick("Type it")),
            ("Flavor, by name or ID:", Type(" m1.nano ")),
            ("Key pair:", Pick("Type it")),
            ("Key pair, by name:", Type("me")),
            ("Networks:", Pick("Type it")),
            ("Networks, by name", Refused(" , ", "type a name or an ID")),
            ("Networks:", Pick("Type it")),
            ("Networks, by name", Refused("a,ip=x", "no IP address")),
            ("Networks:", Pick("Type it")),
            ("Networks, by name", Refused("a, none", "and alone")),
            ("Networks:", Pick("Type it")),
            (
                "Networks, by name or ID, with commas:",
                Type("private, storage"),
            ),
            ("Security groups:", Back),
            ("Networks:", Enter),
            ("Networks, by name or ID, with commas:", Back),
            ("Networks:", Pick("auto")),
            ("Security groups:", Pick("Type it")),
            ("Security groups, by name or ID", Type("web,,")),
            ("Root volume", Type("")),
            ("How many:", Type("")),
            GO,
        ],
    );
    assert_eq!(
        outcome.command(),
        "ostk --cloud 'a b' instances create web --image new --instance-type m1.nano \
         --key-name me --network auto --security-group web --wait"
    );
    for note in [
        "The images cannot be listed: Glance is down",
        "The flavors cannot be listed: Nova is slow",
        "The key pairs cannot be listed: Nova is slow",
        "The networks cannot be listed: there is no Neutron",
        "The security groups cannot be listed: there is no Neutron",
    ] {
        assert!(outcome.shown.contains(note), "{note}: {}", outcome.shown);
    }
}

#[test]
fn an_empty_cloud_has_ways_on() {
    let shelf = ListKind::ALL.into_iter().fold(Shelf::new(), Shelf::empty);
    let outcome = play(
        &[],
        shelf,
        &[
            ("Name:", Type("web")),
            ("Image:", Pick("Another one")),
            ("Image, by name or ID:", Type("hidden")),
            ("Flavor", Pick("Try again")),
            ("Flavor", Pick("Type it")),
            ("Flavor, by name or ID:", Type("secret")),
            ("Key pair:", Pick("None")),
            ("Networks:", Pick("none")),
            ("Root volume", Type("")),
            ("How many:", Type("")),
            GO,
        ],
    );
    assert_eq!(
        outcome.command(),
        "ostk --cloud 'a b' instances create web --image hidden --instance-type secret \
         --network none --wait"
    );
    assert!(
        outcome
            .shown
            .contains("There are no images to choose from.")
    );
}

#[test]
fn a_key_pair_is_made_in_the_end_and_said_in_the_command_line() {
    let outcome = play(
        &[],
        Shelf::new(),
        &[
            ("Name:", Type("web")),
            ("Image:", Enter),
            ("Flavor", Enter),
            ("Key pair:", Pick("Make a new one")),
            (
                "Name of the new key pair:",
                Refused("me", "of this name already"),
            ),
            ("Key pair:", Enter),
            ("Name of the new key pair:", Refused("taken", "in the way")),
            ("Key pair:", Enter),
            ("Name of the new key pair:", Type("-new")),
            ("Networks:", Mark(&["none"])),
            ("Root volume", Type("")),
            ("How many:", Type("")),
            GO,
        ],
    );
    assert_eq!(
        outcome.command(),
        "ostk --cloud 'a b' keypairs create -- -new &&\n\
         ostk --cloud 'a b' instances create web --image cirros --instance-type m1.nano \
         --key-name=-new --network none --wait"
    );
    assert_eq!(outcome.form.new_key_pair(), Some("-new"));
    assert!(outcome.shown.contains("its private key goes to -new.pem"));
}

#[test]
fn what_is_too_small_for_the_image_is_not_offered() {
    let outcome = play(
        &[],
        Shelf::new(),
        &[
            ("Name:", Type("web")),
            ("Image:", Pick("debian-13")),
            ("Flavor", Pick("m1.none")),
            ("Key pair:", Enter),
            ("Networks:", Mark(&["private"])),
            ("Security groups:", Keep),
            // A flavor without a disk wants a volume: as large as the image needs.
            ("Root volume", Refused("4", "needs 5 GiB")),
            ("Security groups:", Keep),
            ("Root volume", Type("")),
            ("How many:", Type("")),
            // An image that needs more makes two answers void.
            ("Go ahead?", Pick("Change an answer")),
            ("Which answer?", Pick("Image")),
            ("Image:", Pick("win")),
            ("Flavor", Enter),
            ("Root volume", Type("")),
            GO,
        ],
    );
    assert_eq!(
        outcome.command(),
        "ostk --cloud 'a b' instances create web --image win --instance-type m1.big \
         --key-name me --network private --wait"
    );
    for note in [
        "1 flavor has less memory",
        "2 flavors have less memory",
        "5 GiB, new",
    ] {
        assert!(outcome.shown.contains(note), "{note}: {}", outcome.shown);
    }
}

#[test]
fn an_answer_is_changed_from_the_summary_or_left_as_it_was() {
    let mut steps = QUICK[..8].to_vec();
    steps.extend([
        ("Go ahead?", Pick("Change an answer")),
        ("Which answer?", Back),
        ("Go ahead?", Pick("Change an answer")),
        ("Which answer?", Pick("Key pair")),
        ("Key pair:", Pick("Make a new one")),
        ("Name of the new key pair:", Back),
        ("Go ahead?", Pick("Change an answer")),
        ("Which answer?", Pick("Key pair")),
        ("Key pair:", Pick("Make a new one")),
        ("Name of the new key pair:", Type("one")),
        ("Go ahead?", Pick("Change an answer")),
        ("Which answer?", Pick("Key pair")),
        ("Key pair:", Enter),
        ("Name of the new key pair:", Type("two")),
        ("Go ahead?", Pick("Change an answer")),
        ("Which answer?", Pick("Networks")),
        ("Networks:", Mark(&["none"])),
        ("Go ahead?", Pick("Change an answer")),
        ("Which answer?", Pick("Name")),
        ("Name:", Type("db")),
        GO,
    ]);
    let outcome = play(&[], Shelf::new(), &steps);
    let line = outcome.command();
    let end = "instances create db --image cirros --instance-type m1.nano --key-name two \
               --network none --wait";
    assert!(line.ends_with(end), "{line}");
    assert!(line.contains("keypairs create two &&"), "{line}");
}

#[test]
fn names_from_the_server_are_shown_with_their_escapes() {
    let evil = Candidate {
        details: vec!["\u{202e}gpj".to_owned()],
        ..named("a\x1b]0;b\x07\nc")
    };
    let shelf = Shelf::new().with(
        ListKind::Images,
        vec![Ok(Listed::new(ListKind::Images, vec![evil]))],
    );
    let mut outcome = play(&[], shelf, &QUICK);
    assert!(outcome.command().contains("--image 'id-a"));
    // A prompt would show what it begins with as it is.
    (outcome.form.step, outcome.form.typing) = (Step::Ask(Question::Image), true);
    let body = outcome.form.prompt().body;
    assert!(
        matches!(&body, PromptBody::Text { initial, .. } if initial.is_empty()),
        "{body:?}"
    );
    let treacherous = |letter: char| letter != '\n' && letter.is_control();
    let shown = outcome
        .shown
        .split("The same without questions")
        .next()
        .unwrap();
    assert!(!shown.contains(treacherous), "{shown:?}");
    assert!(shown.contains(r"a\x1b]0;b\x07\nc  \u{202e}gpj"), "{shown}");
}
