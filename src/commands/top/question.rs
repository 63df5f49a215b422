//! The question before an action on the chosen instance. Pure.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::typed::Typed;
use crate::commands::instances::act::Action;

/// The length of an ID's prefix that the user may type instead of a name.
const SHORT_ID: usize = 8;

/// A question before an action. A deletion can't be undone, so one key does not confirm it: the
/// user types the instance's name, as on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ActionQuestion {
    pub(super) action: &'static Action,
    pub(super) id: String,
    /// The name as in Nova.
    name: String,
    pub(super) typed: Typed,
    /// Whether the user entered a text other than its name.
    pub(super) wrong: bool,
}

/// The effect of a key on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuestionAnswer {
    Do(&'static Action),
    Leave,
    NotYet,
}

impl ActionQuestion {
    pub(super) fn new(action: &'static Action, id: &str, name: &str) -> Self {
        Self {
            action,
            id: id.to_owned(),
            name: name.to_owned(),
            typed: Typed::default(),
            wrong: false,
        }
    }

    /// Returns the start of the ID, which the user may type instead of the name.
    pub(super) fn short_id(&self) -> &str {
        self.id.get(..SHORT_ID).unwrap_or(&self.id)
    }

    pub(super) fn key(&mut self, key: KeyEvent) -> QuestionAnswer {
        if key.code == KeyCode::Esc {
            return QuestionAnswer::Leave;
        }
        if self.action.is_deletion() {
            return self.key_of_deletion(key);
        }
        // Many terminals send Ctrl-H for the backspace key.
        if key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
        {
            return QuestionAnswer::NotYet;
        }
        if let (KeyCode::Char(letter), Some((own, variant))) = (key.code, self.action.variant_key())
            && letter.eq_ignore_ascii_case(&own)
        {
            return QuestionAnswer::Do(variant.action);
        }
        match key.code {
            KeyCode::Char('y' | 'Y') => QuestionAnswer::Do(self.action),
            // Enter alone is no confirmation.
            KeyCode::Char('n' | 'N' | 'q') | KeyCode::Enter => QuestionAnswer::Leave,
            _ => QuestionAnswer::NotYet,
        }
    }

    fn key_of_deletion(&mut self, key: KeyEvent) -> QuestionAnswer {
        if key.code != KeyCode::Enter {
            if self.typed.key(key) {
                self.wrong = false;
            }
            return QuestionAnswer::NotYet;
        }
        let typed = self.typed.text().trim();
        if typed.is_empty() {
            return QuestionAnswer::Leave;
        }
        let is_id = typed.len() >= SHORT_ID && self.id.starts_with(typed);
        if typed == self.name.trim() || is_id {
            return QuestionAnswer::Do(self.action);
        }
        self.wrong = true;
        QuestionAnswer::NotYet
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::instances::act::{DELETE, HARD_REBOOT, REBOOT, STOP};

    const ID: &str = "39fecbb7-2187-460d-87e6-fe2a2eea158b";

    fn press(question: &mut ActionQuestion, code: KeyCode) -> QuestionAnswer {
        question.key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn only_yes_is_yes() {
        let answer = |action, code| press(&mut ActionQuestion::new(action, ID, "web"), code);
        assert_eq!(answer(&STOP, KeyCode::Char('y')), QuestionAnswer::Do(&STOP));
        for code in [KeyCode::Enter, KeyCode::Esc, KeyCode::Char('n')] {
            assert_eq!(answer(&STOP, code), QuestionAnswer::Leave);
        }
        for code in [KeyCode::Char('h'), KeyCode::Char('t'), KeyCode::Down] {
            assert_eq!(answer(&STOP, code), QuestionAnswer::NotYet);
        }
        assert_eq!(
            answer(&REBOOT, KeyCode::Char('h')),
            QuestionAnswer::Do(&HARD_REBOOT)
        );
    }

    #[test]
    fn a_letter_with_control_or_alt_answers_nothing() {
        for modifier in [KeyModifiers::CONTROL, KeyModifiers::ALT] {
            for letter in ['y', 'h', 'n', 'q'] {
                let mut question = ActionQuestion::new(&REBOOT, ID, "web");
                let key = KeyEvent::new(KeyCode::Char(letter), modifier);
                assert_eq!(question.key(key), QuestionAnswer::NotYet, "{key:?}");
            }
        }
    }

    #[test]
    fn what_is_deleted_is_named() {
        let answer = |name, typed: &str| {
            let mut question = ActionQuestion::new(&DELETE, ID, name);
            for character in typed.chars() {
                assert_eq!(
                    press(&mut question, KeyCode::Char(character)),
                    QuestionAnswer::NotYet
                );
            }
            let answer = press(&mut question, KeyCode::Enter);
            assert_eq!(question.wrong, answer == QuestionAnswer::NotYet);
            answer
        };
        assert_eq!(answer("web", "web"), QuestionAnswer::Do(&DELETE));
        assert_eq!(answer("web", " web "), QuestionAnswer::Do(&DELETE));
        assert_eq!(answer("web", "39fecbb7"), QuestionAnswer::Do(&DELETE));
        assert_eq!(answer("\x1b", "39fecbb7-21"), QuestionAnswer::Do(&DELETE));
        assert_eq!(answer("", ""), QuestionAnswer::Leave);
        for typed in ["y", "yes", "we", "Web", "39fecbb", "460d-87e6", "39fecbb8"] {
            assert_eq!(answer("web", typed), QuestionAnswer::NotYet, "{typed}");
        }
    }
}
