//! What is done to the chosen instance, in words, and the question that is asked before. Pure.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::typed::Typed;
use crate::openstack::ServerAction;
use crate::state::State;

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Start,
    Stop,
    Reboot,
    HardReboot,
    Delete,
}

impl Act {
    pub(super) fn action(self) -> ServerAction {
        match self {
            Self::Start => ServerAction::Start,
            Self::Stop => ServerAction::Stop,
            Self::Reboot => ServerAction::RebootSoft,
            Self::HardReboot => ServerAction::RebootHard,
            Self::Delete => ServerAction::Delete,
        }
    }

    /// "Stop".
    pub(super) fn verb(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Stop => "Stop",
            Self::Reboot => "Reboot",
            Self::HardReboot => "Hard reboot",
            Self::Delete => "Delete",
        }
    }

    /// "Stopping".
    pub(super) fn doing(self) -> &'static str {
        match self {
            Self::Start => "Starting",
            Self::Stop => "Stopping",
            Self::Reboot => "Rebooting",
            Self::HardReboot => "Hard rebooting",
            Self::Delete => "Deleting",
        }
    }

    /// Where it leads.
    pub(super) fn goal(self) -> State {
        match self {
            Self::Start | Self::Reboot | Self::HardReboot => State::Running,
            Self::Stop => State::Stopped,
            Self::Delete => State::Terminated,
        }
    }
}

/// So much of an ID stands for a name that can't be typed.
const SHORT_ID: usize = 8;

/// A question before something is done. What can't be taken back is not done by one key: its
/// name is typed, as on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) act: Act,
    pub(super) id: String,
    /// As the cloud has it.
    name: String,
    pub(super) typed: Typed,
    /// Whether what was typed is not its name.
    pub(super) wrong: bool,
}

/// What a key answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Do(Act),
    Leave,
    NotYet,
}

impl Question {
    pub(super) fn new(act: Act, id: &str, name: &str) -> Self {
        Self {
            act,
            id: id.to_owned(),
            name: name.to_owned(),
            typed: Typed::default(),
            wrong: false,
        }
    }

    /// The beginning of the ID, which may be typed in place of the name.
    pub(super) fn short_id(&self) -> &str {
        self.id.get(..SHORT_ID).unwrap_or(&self.id)
    }

    pub(super) fn key(&mut self, key: KeyEvent) -> Answer {
        if key.code == KeyCode::Esc {
            return Answer::Leave;
        }
        if self.act == Act::Delete {
            return self.key_of_deletion(key);
        }
        // Many terminals send Ctrl-H for the backspace key.
        if key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
        {
            return Answer::NotYet;
        }
        match key.code {
            KeyCode::Char('y' | 'Y') => Answer::Do(self.act),
            KeyCode::Char('h' | 'H') if self.act == Act::Reboot => Answer::Do(Act::HardReboot),
            // Whoever just goes on has not said yes.
            KeyCode::Char('n' | 'N' | 'q') | KeyCode::Enter => Answer::Leave,
            _ => Answer::NotYet,
        }
    }

    fn key_of_deletion(&mut self, key: KeyEvent) -> Answer {
        if key.code != KeyCode::Enter {
            if self.typed.key(key) {
                self.wrong = false;
            }
            return Answer::NotYet;
        }
        let typed = self.typed.text().trim();
        if typed.is_empty() {
            return Answer::Leave;
        }
        let is_id = typed.len() >= SHORT_ID && self.id.starts_with(typed);
        if typed == self.name.trim() || is_id {
            return Answer::Do(self.act);
        }
        self.wrong = true;
        Answer::NotYet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "39fecbb7-2187-460d-87e6-fe2a2eea158b";

    fn press(question: &mut Question, code: KeyCode) -> Answer {
        question.key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn only_yes_is_yes() {
        let answer = |act, code| press(&mut Question::new(act, ID, "web"), code);
        assert_eq!(answer(Act::Stop, KeyCode::Char('y')), Answer::Do(Act::Stop));
        for code in [KeyCode::Enter, KeyCode::Esc, KeyCode::Char('n')] {
            assert_eq!(answer(Act::Stop, code), Answer::Leave);
        }
        for code in [KeyCode::Char('h'), KeyCode::Char('t'), KeyCode::Down] {
            assert_eq!(answer(Act::Stop, code), Answer::NotYet);
        }
        assert_eq!(
            answer(Act::Reboot, KeyCode::Char('h')),
            Answer::Do(Act::HardReboot)
        );
    }

    #[test]
    fn a_letter_with_control_or_alt_answers_nothing() {
        for modifier in [KeyModifiers::CONTROL, KeyModifiers::ALT] {
            for letter in ['y', 'h', 'n', 'q'] {
                let mut question = Question::new(Act::Reboot, ID, "web");
                let key = KeyEvent::new(KeyCode::Char(letter), modifier);
                assert_eq!(question.key(key), Answer::NotYet, "{key:?}");
            }
        }
    }

    #[test]
    fn what_is_deleted_is_named() {
        let answer = |name, typed: &str| {
            let mut question = Question::new(Act::Delete, ID, name);
            for character in typed.chars() {
                assert_eq!(
                    press(&mut question, KeyCode::Char(character)),
                    Answer::NotYet
                );
            }
            let answer = press(&mut question, KeyCode::Enter);
            assert_eq!(question.wrong, answer == Answer::NotYet);
            answer
        };
        assert_eq!(answer("web", "web"), Answer::Do(Act::Delete));
        assert_eq!(answer("web", " web "), Answer::Do(Act::Delete));
        assert_eq!(answer("web", "39fecbb7"), Answer::Do(Act::Delete));
        assert_eq!(answer("\x1b", "39fecbb7-21"), Answer::Do(Act::Delete));
        assert_eq!(answer("", ""), Answer::Leave);
        for typed in ["y", "yes", "we", "Web", "39fecbb", "460d-87e6", "39fecbb8"] {
            assert_eq!(answer("web", typed), Answer::NotYet, "{typed}");
        }
    }
}
