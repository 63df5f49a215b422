//! Makes text from outside safe to show.
//!
//! Text from a server, an image or a guest may hold escape sequences that change a window's title
//! or rewrite a line. It may also hold characters that reverse its order or are invisible. On a
//! terminal these are shown as escapes. Text for a pipe stays unchanged.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Returns whether a character could mislead a reader on a terminal: C0, DEL and C1 controls, line
/// and paragraph separators, bidirectional controls, and invisible characters.
pub fn is_treacherous(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{061C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Escapes text for a cell or a field on a terminal: all treacherous characters, line breaks
/// included.
pub fn for_terminal(text: &str) -> Cow<'_, str> {
    escape(text, is_treacherous, visible)
}

/// Escapes text of several lines for a terminal, except line breaks and tabs.
pub fn lines_for_terminal(text: &str) -> Cow<'_, str> {
    escape(
        text,
        |character| !matches!(character, '\n' | '\t') && is_treacherous(character),
        visible,
    )
}

/// Escapes text for a cell that is not on a terminal: only the characters that would break a row.
pub fn for_row(text: &str) -> Cow<'_, str> {
    escape(
        text,
        |character| matches!(character, '\n' | '\r' | '\t'),
        visible,
    )
}

/// Escapes finished JSON for a terminal. The result parses to the same value. Outside strings, JSON
/// has no treacherous character except its line breaks, and inside strings it has no line breaks.
pub(super) fn json_for_terminal(json: &str) -> Cow<'_, str> {
    escape(
        json,
        |character| character != '\n' && is_treacherous(character),
        |out, character| {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a String never fails.
                let _ = write!(out, "\\u{unit:04x}");
            }
        },
    )
}

fn visible(out: &mut String, character: char) {
    let code = u32::from(character);
    // Writing to a String never fails.
    let _ = match character {
        '\n' => write!(out, "\\n"),
        '\r' => write!(out, "\\r"),
        '\t' => write!(out, "\\t"),
        _ if code < 0x100 => write!(out, "\\x{code:02x}"),
        _ => write!(out, "\\u{{{code:x}}}"),
    };
}

fn escape(
    text: &str,
    wanted: impl Fn(char) -> bool,
    write: impl Fn(&mut String, char),
) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) || !text.contains(&wanted) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if wanted(character) {
            write(&mut out, character);
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_mislead_is_shown_as_an_escape() {
        let cases = [
            ("\x1b]0;owned\x07", r"\x1b]0;owned\x07"),
            ("a\rb\nc\td", r"a\rb\nc\td"),
            ("\x7f\u{80}\u{9b}31m", r"\x7f\x80\x9b31m"),
            ("\u{202e}fdp.exe", r"\u{202e}fdp.exe"),
            (
                "\u{2066}\u{2069}\u{200e}\u{200f}\u{061c}",
                r"\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}",
            ),
            (
                "\u{200b}\u{feff}\u{2028}\u{2029}",
                r"\u{200b}\u{feff}\u{2028}\u{2029}",
            ),
            ("a\u{e0041}", r"a\u{e0041}"),
            ("naïve 日本 e\u{301} ☁", "naïve 日本 e\u{301} ☁"),
        ];
        for (raw, shown) in cases {
            assert_eq!(for_terminal(raw), shown);
        }
    }

    #[test]
    fn several_lines_keep_their_ends_and_lose_the_rest() {
        assert_eq!(
            lines_for_terminal("a\tb\r\nc\x1b[2J\n"),
            "a\tb\\r\nc\\x1b[2J\n"
        );
    }

    #[test]
    fn a_row_only_loses_what_would_break_it() {
        assert_eq!(
            for_row("a\nb\tc\rd\x1b[0m\u{202e}"),
            "a\\nb\\tc\\rd\x1b[0m\u{202e}"
        );
    }

    proptest! {
        #[test]
        fn nothing_treacherous_is_left(text in any::<String>()) {
            prop_assert!(!for_terminal(&text).contains(is_treacherous));
        }

        #[test]
        fn json_means_the_same_after_it_was_made_safe(text in any::<String>()) {
            let json = serde_json::to_string_pretty(&[&text]).unwrap();
            let safe = json_for_terminal(&json);
            prop_assert!(!safe.replace('\n', "").contains(is_treacherous));
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&safe).unwrap(), vec![text]);
        }
    }
}
