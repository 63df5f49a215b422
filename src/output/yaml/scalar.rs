//! The quoting of strings in YAML: libyaml's analysis of the characters, and the plain texts that
//! YAML 1.2 would read as another type.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::output::sanitize::is_treacherous;

/// The quotes around a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
}

/// Returns whether a character ends a line.
pub(super) fn is_break(letter: char) -> bool {
    matches!(letter, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns whether a character may be written without an escape.
pub(super) fn is_printable(letter: char, terminal: bool) -> bool {
    let is_printable = matches!(
        letter,
        '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}'
    );
    is_printable && (!terminal || letter == '\n' || !is_treacherous(letter))
}

/// Returns the simplest style that can represent a string.
pub(super) fn style(text: &str, terminal: bool) -> Style {
    let found = analyze(text, terminal);
    if found.needs_escapes {
        Style::Double
    } else if found.needs_quotes || found.has_breaks || means_something(text) {
        Style::Single
    } else {
        Style::Plain
    }
}

#[derive(Default)]
struct Analysis {
    needs_quotes: bool,
    needs_escapes: bool,
    has_breaks: bool,
}

fn analyze(text: &str, terminal: bool) -> Analysis {
    let mut found = Analysis {
        needs_quotes: text.starts_with("---") || text.starts_with("..."),
        ..Analysis::default()
    };
    let is_blank = |letter: char| matches!(letter, ' ' | '\t' | '\0') || is_break(letter);
    let mut before: Option<char> = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_first = before.is_none();
        let is_last = letters.peek().is_none();
        let ends_word = letters.peek().is_none_or(|next| is_blank(*next));
        let indicates = match letter {
            '#' => before.is_none_or(is_blank),
            ':' => ends_word,
            '?' | '-' => is_first && ends_word,
            ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@'
            | '`' => is_first,
            _ => false,
        };
        let is_line_break = is_break(letter);
        let is_at_edge = (letter == ' ' || is_line_break) && (is_first || is_last);
        found.needs_quotes |= indicates || is_at_edge;
        found.has_breaks |= is_line_break;
        let breaks_space = letter == ' ' && before.is_some_and(is_break);
        let ends_in_space = is_line_break && before == Some(' ');
        found.needs_escapes |= breaks_space || ends_in_space || !is_printable(letter, terminal);
        before = Some(letter);
    }
    found
}

static NUMBERS_AND_TIMES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:",
        // Floats.
        r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+",
        r"|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        // Integers.
        r"|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+",
        // Times.
        r"|[0-9]{4}-[0-9]{2}-[0-9]{2}",
        r"|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}",
        r"(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?",
        r")$"
    ))
    .ok()
});

/// Returns whether YAML would read the text without quotes as something other than a string.
fn means_something(text: &str) -> bool {
    match text.bytes().next() {
        None => true,
        Some(b'-' | b'+' | b'.' | b'0'..=b'9') => NUMBERS_AND_TIMES
            .as_ref()
            .is_none_or(|pattern| pattern.is_match(text)),
        _ => matches!(
            text,
            "true"
                | "True"
                | "TRUE"
                | "false"
                | "False"
                | "FALSE"
                | "~"
                | "null"
                | "Null"
                | "NULL"
                | "<<"
                | "="
        ),
    }
}

/// Returns the escape of a character inside double quotes.
pub(super) fn escape(letter: char) -> String {
    let code = u32::from(letter);
    match letter {
        '\0' => "\\0".to_owned(),
        '\u{7}' => "\\a".to_owned(),
        '\u{8}' => "\\b".to_owned(),
        '\t' => "\\t".to_owned(),
        '\n' => "\\n".to_owned(),
        '\u{b}' => "\\v".to_owned(),
        '\u{c}' => "\\f".to_owned(),
        '\r' => "\\r".to_owned(),
        '\u{1b}' => "\\e".to_owned(),
        '"' => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        '\u{85}' => "\\N".to_owned(),
        '\u{a0}' => "\\_".to_owned(),
        '\u{2028}' => "\\L".to_owned(),
        '\u{2029}' => "\\P".to_owned(),
        _ if code <= 0xff => format!("\\x{code:02X}"),
        _ if code <= 0xffff => format!("\\u{code:04X}"),
        _ => format!("\\U{code:08X}"),
    }
}
