//! A terminal that runs the binary and that a test can look at: tmux, on a server of the test's
//! own.

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;

use super::run::Home;

/// A terminal. Its server ends when it is dropped.
pub(crate) struct Tmux {
    socket: String,
}

/// The longest wait for a screen.
const PATIENCE: Duration = Duration::from_secs(30);

impl Tmux {
    /// Runs ostk with these words. At its end the terminal shows `ended with N`, and `as before` if
    /// its modes are unchanged.
    pub(crate) fn start(home: &Home, words: &str, size: (u16, u16)) -> Self {
        Self::start_with(home, "", words, size)
    }

    /// Runs ostk with more variables, in a shell's syntax before a command.
    pub(crate) fn start_with(
        home: &Home,
        variables: &str,
        words: &str,
        (width, height): (u16, u16),
    ) -> Self {
        let tmux = Self {
            socket: format!("ostk-{}", uuid::Uuid::new_v4().simple()),
        };
        let ostk = cargo_bin("ostk");
        let script = home.write(
            "run",
            &format!(
                "before=$(stty -g)\n{variables} {} {words}\necho ended with $?\n\
                 [ \"$before\" = \"$(stty -g)\" ] && echo as before\nexec cat\n",
                ostk.display()
            ),
        );
        let folder = home.path().to_str().unwrap();
        let command = format!(
            "exec env -i HOME={folder} OS_CLOUD=test TERM=tmux-256color LANG=C.UTF-8 sh {}",
            script.display()
        );
        let (width, height) = (width.to_string(), height.to_string());
        tmux.run(&[
            "-u",
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            &width,
            "-y",
            &height,
            "-c",
            folder,
            &command,
        ]);
        tmux
    }

    fn run(&self, words: &[&str]) -> Output {
        let output = Command::new("tmux")
            .args(["-L", &self.socket])
            .args(words)
            .output()
            .unwrap_or_else(|error| panic!("tmux is needed for this test: {error}"));
        assert!(output.status.success(), "{words:?} {output:?}");
        output
    }

    /// Types these keys, by tmux's names.
    pub(crate) fn keys(&self, keys: &[&str]) {
        self.run(&[&["send-keys"], keys].concat());
    }

    /// Types this text literally.
    pub(crate) fn text(&self, text: &str) {
        self.run(&["send-keys", "-l", text]);
    }

    /// Types this text literally, and Enter.
    pub(crate) fn line(&self, text: &str) {
        self.run(&["send-keys", "-l", text, ";", "send-keys", "Enter"]);
    }

    /// Resizes the terminal, and waits until the processes in it see the size: tmux tells them
    /// late.
    pub(crate) fn resize(&self, width: u16, height: u16) {
        let size = format!("{height} {width}");
        let (width, height) = (width.to_string(), height.to_string());
        self.run(&["resize-window", "-x", &width, "-y", &height]);
        let device = self.ask("#{pane_tty}");
        self.until(
            |_| {
                let told = Command::new("sh")
                    .args(["-c", "stty size <\"$0\"", &device])
                    .output();
                told.unwrap().stdout.trim_ascii() == size.as_bytes()
            },
            &[&size],
        );
    }

    /// Sends a signal to ostk itself.
    pub(crate) fn signal(&self, name: &str) {
        let pane = self.ask("#{pane_pid}");
        let script = format!("kill -s {name} $(ps -o pid= --ppid {pane})");
        let output = Command::new("sh").args(["-c", &script]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }

    pub(crate) fn screen(&self) -> String {
        let output = self.run(&["capture-pane", "-p"]);
        String::from_utf8(output.stdout).unwrap()
    }

    /// Returns the screen with its color sequences.
    pub(crate) fn colored_screen(&self) -> String {
        let output = self.run(&["capture-pane", "-p", "-e"]);
        String::from_utf8(output.stdout).unwrap()
    }

    /// Returns everything shown so far, with lines joined that the terminal has wrapped.
    pub(crate) fn history(&self) -> String {
        let output = self.run(&["capture-pane", "-p", "-J", "-S", "-"]);
        let text = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// Returns whether tmux is installed.
    pub(crate) fn is_there() -> bool {
        Command::new("tmux").arg("-V").output().is_ok()
    }

    /// Returns a value of tmux's format, such as the terminal's device.
    pub(crate) fn ask(&self, what: &str) -> String {
        let output = self.run(&["display-message", "-p", what]);
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Waits until the screen shows all of these texts.
    #[track_caller]
    pub(crate) fn shows(&self, texts: &[&str]) -> String {
        self.until(
            |screen| texts.iter().all(|text| screen.contains(text)),
            texts,
        )
    }

    /// Waits until the screen shows none of these texts.
    #[track_caller]
    pub(crate) fn shows_no(&self, texts: &[&str]) -> String {
        self.until(
            |screen| !texts.iter().any(|text| screen.contains(text)),
            texts,
        )
    }

    /// Waits until the condition holds for the screen. The texts describe it in the failure.
    #[track_caller]
    pub(crate) fn until(&self, holds: impl Fn(&str) -> bool, texts: &[&str]) -> String {
        Self::until_in(|| self.screen(), holds, texts)
    }

    /// Waits until the condition holds for everything shown so far.
    #[track_caller]
    pub(crate) fn until_history(&self, holds: impl Fn(&str) -> bool, texts: &[&str]) -> String {
        Self::until_in(|| self.history(), holds, texts)
    }

    #[track_caller]
    fn until_in(look: impl Fn() -> String, holds: impl Fn(&str) -> bool, texts: &[&str]) -> String {
        let start = Instant::now();
        loop {
            let screen = look();
            if holds(&screen) {
                return screen;
            }
            assert!(start.elapsed() < PATIENCE, "{texts:?} in vain:\n{screen}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until ostk has ended with this code, and checks that the terminal is restored.
    #[track_caller]
    pub(crate) fn ends(&self, code: u8) -> String {
        let screen = self.shows(&[&format!("ended with {code}\n"), "as before"]);
        assert_eq!(
            self.ask("#{alternate_on} #{cursor_flag}"),
            "0 1",
            "{screen}"
        );
        screen
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = Command::new("tmux")
            .args(["-L", &self.socket, "kill-server"])
            .output();
    }
}
