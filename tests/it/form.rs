//! The form of `instances create`, on a real terminal.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt as _;
use ostk_sandbox::{Clock, Settings};
use serde_json::{Value, json};

use crate::support::double::Double;
use crate::support::not_tried;
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;
use crate::support::tmux::Tmux;

const CREATE: [&str; 2] = ["instances", "create"];
const USUAL: (u16, u16) = (80, 24);

/// The form in a terminal. stdout goes to a file, as in a script.
struct Screen<'a> {
    home: &'a Home,
    tmux: Tmux,
}

impl<'a> Screen<'a> {
    /// Opens the form. Without tmux, reports that the test is skipped, and returns `None`.
    fn open(home: &'a Home, size: (u16, u16), variables: &str, options: &str) -> Option<Self> {
        if !Tmux::is_there() {
            not_tried("tmux cannot be run");
            return None;
        }
        let words = format!("{options} instances create >out");
        let tmux = Tmux::start_with(home, variables, &words, size);
        Some(Self { home, tmux })
    }

    /// Waits until these words were shown.
    #[track_caller]
    fn see(&self, words: &str) -> String {
        self.tmux
            .until_history(|history| history.contains(words), &[words])
    }

    /// Waits until this question is open.
    #[track_caller]
    fn asked(&self, message: &str) {
        let question = format!("? {message}");
        let is_open = |history: &str| {
            let open = history.lines().rfind(|line| line.starts_with("? "));
            open.is_some_and(|line| line.starts_with(&question) && !line.ends_with("(back)"))
        };
        self.tmux.until_history(is_open, &[&question]);
    }

    fn press(&self, keys: &[&str]) {
        self.tmux.keys(keys);
    }

    /// Waits for a question, types this answer and presses Enter.
    #[track_caller]
    fn answer(&self, message: &str, text: &str) {
        self.asked(message);
        if text.is_empty() {
            self.press(&["Enter"]);
        } else {
            self.tmux.line(text);
        }
    }

    /// Accepts the defaults, from the networks to the summary.
    #[track_caller]
    fn take_the_rest(&self) {
        for message in ["Networks:", "Security groups:", "Root volume", "How many:"] {
            self.answer(message, "");
        }
    }

    /// Waits for the end, and returns all that was shown.
    #[track_caller]
    fn ended(&self, code: u8) -> String {
        self.tmux.ends(code);
        self.tmux.history()
    }

    fn stdout(&self) -> String {
        fs::read_to_string(self.home.path().join("out")).unwrap()
    }
}

fn names(home: &Home) -> Vec<String> {
    let list = home.run(["instances", "list"]).json();
    let instances = list["Instances"].as_array().unwrap().iter();
    let mut names: Vec<String> = instances
        .map(|one| one["Name"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

fn key_pairs(home: &Home) -> usize {
    let list = home.run(["keypairs", "list"]).json();
    list["KeyPairs"].as_array().unwrap().len()
}

/// Asserts that nothing was made, neither in the cloud nor on the disk.
#[track_caller]
fn nothing_made(home: &Home) {
    assert!(names(home).is_empty());
    assert_eq!(key_pairs(home), 0);
    for file in fs::read_dir(home.path()).unwrap() {
        let path = file.unwrap().path();
        let extension = path.extension().unwrap_or_default();
        assert_ne!(extension, "pem", "{}", path.display());
    }
}

#[test]
fn the_whole_form_creates_what_the_command_line_says() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let Some(screen) = Screen::open(&home, USUAL, "", "--cloud=test") else {
        return;
    };
    screen.asked("Name:");
    assert!(
        screen.tmux.colored_screen().contains("\u{1b}[38;5;"),
        "colours"
    );
    screen.answer("Name:", "it's web");
    screen.asked("Image:");
    screen.press(&["Down", "Up", "Down", "Enter"]);
    screen.answer("Flavor", "small");
    // In a cloud without key pairs, the first line offers to make one.
    screen.answer("Key pair:", "");
    screen.answer("Name of the new key pair:", "me");
    screen.asked("Networks:");
    screen.press(&["Enter"]);
    screen.asked("Security groups:");
    screen.tmux.text("web");
    screen.press(&["Space", "Enter"]);
    screen.answer("Root volume", "3");
    screen.answer("How many:", "2");
    screen.asked("Go ahead?");
    nothing_made(&home);
    let text = screen.tmux.history();
    let line = "ostk --cloud test instances create 'it'\\''s web' --image debian-13 \
                --instance-type m1.small --key-name me --network private --security-group web \
                --root-volume 3 --count 2 --wait";
    for shown in [
        "  Flavor           m1.small (1 vCPU, 2 GiB RAM, 20 GiB disk)",
        "  Key pair         me (new; its private key goes to me.pem)",
        "  Root volume      3 GiB, new, deleted with the instance",
        "ostk --cloud test keypairs create me &&",
        line,
    ] {
        assert!(text.contains(shown), "{shown}:\n{text}");
    }
    screen.press(&["Enter"]);
    screen.ended(0);
    let made: Value = serde_json::from_str(&screen.stdout()).unwrap();
    for (instance, name) in made["Instances"].as_array().unwrap().iter().zip(["1", "2"]) {
        assert_eq!(instance["Name"], format!("it's web-{name}"));
        assert_eq!(instance["State"]["Name"], "running");
        assert_eq!(instance["KeyName"], "me");
    }
    let described = home.run(["instances", "describe", "it's web-1"]).json();
    let disks = &described["Instances"][0]["BlockDeviceMappings"];
    assert_eq!(disks[0]["SizeGiB"], 3, "{described}");
    let key = home.path().join("me.pem");
    assert!(fs::read_to_string(&key).unwrap().contains("PRIVATE KEY"));
    assert_eq!(
        fs::metadata(&key).unwrap().permissions().mode() & 0o7777,
        0o600
    );
    // The command that the screen showed does the same again.
    let ostk = Command::cargo_bin("ostk").unwrap();
    let copied = Command::new("sh")
        .args(["-c", &format!("ostk() {{ \"$0\" \"$@\"; }}; {line}")])
        .arg(ostk.get_program())
        .env_clear()
        .env("HOME", home.path())
        .current_dir(home.path())
        .output()
        .unwrap();
    assert!(copied.status.success(), "{copied:?}");
    assert_eq!(
        names(&home),
        ["it's web-1", "it's web-1", "it's web-2", "it's web-2"]
    );
}

#[test]
fn going_back_and_cancelling_leave_nothing_behind() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let Some(screen) = Screen::open(&home, USUAL, "NO_COLOR=1", "") else {
        return;
    };
    screen.answer("Name:", "web");
    screen.answer("Image:", "cirros");
    screen.answer("Flavor", "m1.large");
    screen.answer("Key pair:", "");
    screen.answer("Name of the new key pair:", "me");
    screen.asked("Networks:");
    screen.press(&["Escape"]);
    screen.asked("Name of the new key pair:");
    screen.press(&["Escape"]);
    screen.asked("Key pair:");
    screen.press(&["Escape"]);
    screen.asked("Flavor");
    // The cursor is at the previous answer.
    screen.see("> m1.large  ");
    screen.press(&["Escape"]);
    screen.answer("Image:", "");
    screen.answer("Flavor", "");
    screen.asked("Key pair:");
    screen.see("> Make a new one");
    assert!(
        !screen.tmux.colored_screen().contains("\u{1b}[38;5;"),
        "no colours"
    );
    screen.press(&["C-c"]);
    let text = screen.ended(130);
    assert!(text.contains("cancelled; nothing was created"), "{text}");
    assert_eq!(screen.stdout(), "");
    nothing_made(&home);
}

#[test]
fn an_interruption_from_elsewhere_puts_the_terminal_right() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for (signal, words, code) in [
        ("INT", "interrupted", 130),
        ("TERM", "ended by SIGTERM", 143),
        ("HUP", "ended by SIGHUP", 130),
        ("QUIT", "ended by SIGQUIT", 130),
    ] {
        let Some(screen) = Screen::open(&home, USUAL, "", "") else {
            return;
        };
        screen.answer("Name:", "web");
        screen.asked("Image:");
        screen.tmux.signal(signal);
        let text = screen.ended(code);
        assert!(text.contains(words), "{text}");
        nothing_made(&home);
    }
}

#[test]
fn a_signal_after_the_form_ends_the_run_and_names_the_instance() {
    // The clock stands still, so no action ends.
    let cloud = TestCloud::with(Settings::new(Clock::manual(jiff::Timestamp::now())));
    let home = cloud.home();
    let Some(screen) = Screen::open(&home, USUAL, "", "") else {
        return;
    };
    screen.answer("Name:", "web");
    screen.answer("Image:", "cirros");
    screen.answer("Flavor", "nano");
    screen.answer("Key pair:", "None");
    screen.take_the_rest();
    screen.answer("Go ahead?", "");
    let is_made = |_: &str| {
        let made = home.run(["records", "list", "--state", "created", "--ids"]);
        made.stdout.lines().count() == 1
    };
    screen.tmux.until(is_made, &["it is made"]);
    screen.tmux.signal("TERM");
    let text = screen.ended(143);
    for words in ["ended by SIGTERM", "still under way: 'web' ("] {
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn a_narrow_terminal_and_one_that_changes_its_size_stay_legible() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let Some(screen) = Screen::open(&home, (40, 12), "", "") else {
        return;
    };
    screen.answer("Name:", "web");
    screen.answer("Image:", "cirros");
    screen.asked("Flavor");
    screen.see("Esc goes back]");
    let lines = screen.tmux.screen();
    let disk = |line: &str| line.ends_with(" GiB") || line.ends_with("no disk");
    let whole = |line: &str| !line.starts_with("  m1.") || disk(line);
    assert!(lines.lines().all(whole), "{lines}");
    screen.tmux.resize(100, 30);
    screen.press(&["End"]);
    screen.see("> m1.large ");
    screen.tmux.resize(40, 30);
    screen.press(&["Home"]);
    screen.see("> m1.nano ");
    let lines = screen.tmux.screen();
    let count = |begin: &str| lines.lines().filter(|line| line.starts_with(begin)).count();
    assert_eq!(count("? Flavor"), 1, "{lines}");
    assert_eq!(count("> m1."), 1, "{lines}");
    assert_eq!(count("  m1."), 6, "{lines}");
    screen.press(&["Enter"]);
    screen.answer("Key pair:", "None");
    screen.take_the_rest();
    screen.asked("Go ahead?");
    let line = "ostk instances create web --image cirros-0.6.3 --instance-type m1.nano \
                --network private --wait";
    assert!(
        screen.tmux.history().contains(line),
        "{}",
        screen.tmux.history()
    );
    screen.press(&["Enter"]);
    screen.ended(0);
    assert_eq!(names(&home), ["web"]);
}

#[test]
fn no_key_pair_is_made_for_an_instance_that_cannot_be() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let Some(screen) = Screen::open(&home, USUAL, "", "") else {
        return;
    };
    screen.answer("Name:", "web");
    screen.answer("Image:", "Another");
    screen.answer("Image, by name or ID:", "nothing");
    screen.answer("Flavor", "nano");
    screen.answer("Key pair:", "");
    screen.answer("Name of the new key pair:", "me");
    screen.take_the_rest();
    screen.answer("Go ahead?", "");
    let text = screen.ended(254);
    assert!(text.contains("no image is named 'nothing'"), "{text}");
    nothing_made(&home);
}

#[test]
fn a_service_that_refuses_is_told_at_its_question() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for path in ["networks", "security-groups"] {
        cloud.fault(&format!("GET /{path}: 403 x1"));
    }
    let Some(screen) = Screen::open(&home, USUAL, "", "") else {
        return;
    };
    screen.answer("Name:", "web");
    screen.answer("Image:", "cirros");
    screen.answer("Flavor", "nano");
    screen.answer("Key pair:", "None");
    screen.asked("Networks:");
    screen.see("The networks cannot be listed:");
    screen.see("> auto: Nova chooses");
    screen.press(&["Up", "Enter"]);
    // At the second request, the cloud returns a list.
    screen.see("[x] private");
    screen.press(&["Enter"]);
    screen.see("The security groups cannot be listed:");
    screen.answer("Security groups:", "");
    screen.answer("Root volume", "");
    screen.answer("How many:", "");
    screen.answer("Go ahead?", "");
    screen.ended(0);
    assert_eq!(names(&home), ["web"]);
}

/// Returns a cloud with this many images in pages of a thousand, and with little else.
fn many_images(number: usize) -> Double {
    Double::start(move |request| {
        if request.path() != "/image/v2/images" {
            return match request.path() {
                "/compute/v2.1/flavors/detail" => Some(json!({ "flavors": [] })),
                "/compute/v2.1/os-keypairs" => Some(json!({ "keypairs": [] })),
                "/network/v2.0/networks" => Some(json!({ "networks": [] })),
                "/network/v2.0/security-groups" => Some(json!({ "security_groups": [] })),
                _ => None,
            }
            .map(|body| Reply::json(200, &body));
        }
        let from: usize = match request.query("marker").first() {
            Some(marker) => marker.parse::<usize>().unwrap() + 1,
            None => 0,
        };
        let to = number.min(from + 1_000);
        let image = |id: usize| {
            json!({ "id": id.to_string(), "name": format!("image-{id:05} \u{1b}[31mred"),
                    "status": "active", "visibility": "public" })
        };
        let mut body = json!({ "images": (from..to).map(image).collect::<Vec<_>>() });
        if to < number {
            let next = format!("/v2/images?limit=1000&marker={}", to - 1);
            body["next"] = json!(next);
        }
        Some(Reply::json(200, &body))
    })
}

#[test]
fn thousands_of_images_are_searched_and_paged_to_the_end() {
    let double = many_images(3_500);
    let home = double.home();
    let Some(screen) = Screen::open(&home, USUAL, "", "") else {
        return;
    };
    screen.answer("Name:", "web");
    screen.asked("Image:");
    screen.see("> image-00000 \\x1b[31mred");
    screen.press(&["End", "Up"]);
    screen.see("> image-03499");
    screen.press(&["PPage"]);
    screen.see("> image-03487");
    screen.tmux.text("3210 red");
    screen.see("> image-03210");
    screen.press(&["Enter"]);
    screen.asked("Flavor");
    screen.see("> Image: image-03210");
    screen.press(&["C-c"]);
    screen.ended(130);
}

#[test]
fn nobody_is_asked_in_vain() {
    let cloud = TestCloud::new(0.0);
    let refused = |home: Home, words: &[&str], code: u8, said: &[&str]| {
        let line: Vec<&str> = CREATE.iter().chain(words).copied().collect();
        home.run(line).fails(code, said);
    };
    let hint = "on a terminal, 'ostk instances create' alone asks";
    refused(
        cloud.home(),
        &["--wait"],
        252,
        &["nothing says what to create", hint],
    );
    let dumb = cloud.home().typed("").variable("TERM", "dumb");
    refused(dumb, &[], 252, &["nothing says what to create", hint]);
    let person = || cloud.home().typed("");
    refused(
        person(),
        &["--cloud=test-reader"],
        254,
        &["(UnauthorizedOperation)"],
    );
    refused(
        person(),
        &["--label=a/b", "--client-token="],
        252,
        &["label 'a/b'", "client token"],
    );
    refused(person(), &["--count=0"], 252, &["--count '0'"]);
    refused(
        person(),
        &["--user-data=file://none"],
        252,
        &["none cannot be read"],
    );
    let missing = ["no key pair is named 'k'", "no network is named 'n'"];
    refused(person(), &["--key-name=k", "--network=n"], 254, &missing);
}
