//! The binary on a real terminal, which is tmux's: keys go in, and the screen is looked at.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use assert_cmd::cargo::CommandCargoExt as _;

use super::not_tried;
use super::run::Home;

/// Runs what follows, and tells how that ended and whether the terminal is as it was. stdout goes
/// to a file, as it would with a script.
const AROUND: &str = r#"stty -g >before
sh -c 'echo $$ >id; exec "$@"' sh "$@" >out
code=$?; stty -g >after
printf '[exit %s]\n' "$code"; exec cat"#;

/// So long a screen may take to be what it should be.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal in which ostk runs.
pub(crate) struct Screen<'a> {
    home: &'a Home,
    socket: PathBuf,
}

impl<'a> Screen<'a> {
    /// Starts ostk with these words; nothing, and a word about it, where there is no tmux.
    pub(crate) fn open(
        home: &'a Home,
        (width, height): (u16, u16),
        variables: &[(&str, &str)],
        words: &[&str],
    ) -> Option<Self> {
        if let Err(error) = Command::new("tmux").arg("-V").output() {
            not_tried(&format!("tmux cannot be run: {error}"));
            return None;
        }
        let screen = Self {
            home,
            socket: home.path().join("tmux"),
        };
        let size = [width.to_string(), height.to_string()];
        let ostk = Command::cargo_bin("ostk").unwrap();
        let mut start = screen.tmux();
        start.args([
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            &size[0],
            "-y",
            &size[1],
        ]);
        start
            .args(["sh", "-c", AROUND, "sh"])
            .arg(ostk.get_program())
            .args(words);
        start
            .env("OS_CLOUD", "test")
            .envs(variables.iter().copied());
        let output = start.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        Some(screen)
    }

    fn tmux(&self) -> Command {
        let mut command = Command::new("tmux");
        command
            .arg("-u")
            .arg("-S")
            .arg(&self.socket)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.home.path())
            .env("LANG", "C.UTF-8")
            .current_dir(self.home.path())
            .stdin(Stdio::null());
        command
    }

    fn say(&self, words: &[&str]) -> String {
        let output = self.tmux().args(words).output().unwrap();
        assert!(output.status.success(), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// All that the terminal has shown, lines that it has broken joined again.
    pub(crate) fn text(&self) -> String {
        let text = self.say(&["capture-pane", "-p", "-J", "-S", "-"]);
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// What it shows at the moment, line by line as it is, with its colours if they are wanted.
    pub(crate) fn lines(&self, colors: bool) -> Vec<String> {
        let how: &[&str] = if colors { &["-e"] } else { &[] };
        let text = self.say(&[&["capture-pane", "-p"], how].concat());
        text.lines().map(str::to_owned).collect()
    }

    /// Waits until the terminal has shown what is looked for.
    #[track_caller]
    pub(crate) fn wait_for(&self, what: &str, found: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let text = self.text();
            if found(&text) {
                return text;
            }
            assert!(start.elapsed() < PATIENCE, "{what} is not seen:\n{text}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for these words.
    #[track_caller]
    pub(crate) fn see(&self, words: &str) -> String {
        self.wait_for(words, |text| text.contains(words))
    }

    /// Waits until this is the question that is open.
    #[track_caller]
    pub(crate) fn asked(&self, message: &str) {
        let question = format!("? {message}");
        self.wait_for(&question, |text| {
            let open = text.lines().rfind(|line| line.starts_with("? "));
            open.is_some_and(|line| line.starts_with(&question) && !line.ends_with("(back)"))
        });
    }

    /// Presses keys, by tmux's names.
    pub(crate) fn press(&self, keys: &[&str]) {
        self.say(&[&["send-keys"], keys].concat());
    }

    /// Types a text.
    pub(crate) fn type_in(&self, text: &str) {
        self.say(&["send-keys", "-l", "--", text]);
    }

    /// Waits for a question, and answers it by typing this and pressing Enter.
    #[track_caller]
    pub(crate) fn answer(&self, message: &str, text: &str) {
        self.asked(message);
        if !text.is_empty() {
            self.type_in(text);
        }
        self.press(&["Enter"]);
    }

    /// Makes it this large. tmux takes its time until it tells those who run in it.
    pub(crate) fn resize(&self, width: u16, height: u16) {
        let size = format!("{height} {width}");
        let (width, height) = (width.to_string(), height.to_string());
        self.say(&["resize-window", "-x", &width, "-y", &height]);
        let device = self.say(&["display-message", "-p", "#{pane_tty}"]);
        self.wait_for(&size, |_| {
            let told = Command::new("sh")
                .args(["-c", "stty size <\"$0\"", device.trim()])
                .output();
            String::from_utf8(told.unwrap().stdout).unwrap().trim() == size
        });
    }

    /// Waits until ostk has ended so, and holds the terminal against what it was before.
    #[track_caller]
    pub(crate) fn ended(&self, code: u8) -> String {
        let text = self.see(&format!("[exit {code}]"));
        assert_eq!(self.read("after"), self.read("before"), "{text}");
        assert_eq!(
            self.say(&["display-message", "-p", "#{cursor_flag}"]),
            "1\n"
        );
        text
    }

    /// What ostk has written to stdout.
    pub(crate) fn stdout(&self) -> String {
        self.read("out")
    }

    /// The ID of its process.
    pub(crate) fn id(&self) -> String {
        self.read("id").trim().to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.home.path().join(name)).unwrap()
    }
}

impl Drop for Screen<'_> {
    fn drop(&mut self) {
        let _ = self.tmux().arg("kill-server").output();
    }
}
