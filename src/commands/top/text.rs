//! Texts in a limited number of columns, and numbers for users. Pure.

use crate::error::CommandError;
use crate::output::sanitize::for_terminal;
use jiff::{SignedDuration, Timestamp};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Returns a word with its first letter in upper case.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Returns a text in lines of at most `width` columns, broken between words if possible.
pub(super) fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let used = line.width();
            if used > 0 && used + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            } else if used > 0 {
                line.push(' ');
            }
            for character in word.chars() {
                if line.width() + character.width().unwrap_or(0) > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(character);
            }
        }
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// Returns a number with its thousands separated.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Returns a duration in words that don't change too often.
pub(super) fn short(duration: SignedDuration) -> String {
    let seconds = duration.as_secs().max(0);
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        _ => format!("{} h", seconds / 3_600),
    }
}

/// Returns the time of day, in UTC.
pub(super) fn clock(moment: Timestamp) -> String {
    moment.strftime("%H:%M:%SZ").to_string()
}

/// Returns an error in one line.
pub(super) fn in_words(error: &CommandError) -> String {
    let mut text = format!("{} ({})", error.message, error.code);
    for hint in &error.hints {
        text.push_str("; ");
        text.push_str(hint);
    }
    for_terminal(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_between_words_and_long_words_are_cut() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("a\nb", 4), ["a", "b"]);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_the_screen_and_no_word_is_lost(
            text in "[a-z日é ]{0,60}", width in 2_u16..20,
        ) {
            let lines = wrap(&text, width);
            for line in &lines {
                prop_assert!(line.width() <= usize::from(width), "{line:?}");
            }
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
