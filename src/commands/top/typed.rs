//! A line that the user types. Pure.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The maximum number of characters. No name and no search is longer.
const TRACKING_LIMIT: usize = 300;

/// A line, with its cursor at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed(String);

impl Typed {
    pub(super) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Handles a key. Returns whether it was a key for typing.
    pub(super) fn key(&mut self, key: KeyEvent) -> bool {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('u') if control => self.0.clear(),
            KeyCode::Char('w') if control => {
                let kept = self.0.trim_end();
                let end = kept.rfind(char::is_whitespace).map_or(0, |at| at + 1);
                self.0.truncate(end);
            }
            KeyCode::Char('h') if control => _ = self.0.pop(),
            KeyCode::Backspace => _ = self.0.pop(),
            KeyCode::Char(character) if !control && !key.modifiers.contains(KeyModifiers::ALT) => {
                self.add(&character.to_string());
            }
            _ => return false,
        }
        true
    }

    /// Adds text, such as pasted text. Leaves out characters that can't be typed.
    pub(super) fn add(&mut self, text: &str) {
        let room = TRACKING_LIMIT.saturating_sub(self.0.chars().count());
        let typed = text.chars().filter(|character| !character.is_control());
        self.0.extend(typed.take(room));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_typed_and_corrected() {
        let mut line = Typed::default();
        line.add("web one\x1b[31m\n");
        assert_eq!(line.text(), "web one[31m");
        let control = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
        let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
        assert!(line.key(control('w')));
        assert_eq!(line.text(), "web ");
        assert!(line.key(plain(KeyCode::Char('é'))) && line.key(plain(KeyCode::Backspace)));
        assert_eq!(line.text(), "web ");
        assert!(!line.key(plain(KeyCode::Enter)) && !line.key(control('x')));
        assert!(line.key(control('u')));
        assert_eq!(line.text(), "");
        line.add(&"x".repeat(1_000));
        assert_eq!(line.text().len(), TRACKING_LIMIT);
    }
}
