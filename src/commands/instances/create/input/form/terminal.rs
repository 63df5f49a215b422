//! Prompts on a real terminal. Only this file knows the prompt crate.
//!
//! A prompt blocks its thread until the user presses a key. It has a thread of its own, and the
//! lists go on loading. In raw mode Ctrl-C is a key and comes back as [`Reply::Cancel`]. Any other
//! signal ends the run like Ctrl-C does elsewhere. The terminal is then restored here.

use std::fmt;
use std::thread;

use crossterm::terminal;
use inquire::list_option::ListOption;
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{InquireError, MultiSelect, Select, Text};
use tokio::sync::oneshot;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::prompt::{Asker, Item, Note, Prompt, PromptBody, Reply};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::io::Stream;
use crate::output::sanitize;
use crate::verbs::context::{Context, Person};

/// The user at the process's terminal.
pub(super) struct PromptTerminal {
    stream: Stream,
    color: bool,
}

impl PromptTerminal {
    pub(super) fn new(context: &Context, person: Person) -> Self {
        Self {
            stream: context.notes.stream.clone(),
            color: person.color,
        }
    }

    /// Shows a note between two prompts.
    pub(super) fn say(&self, note: &Note) {
        match note {
            Note::Words(text) => {
                let text = sanitize::for_terminal(text);
                self.stream.line(&wrap(&text, size().0));
            }
            Note::Exact(text) => self.stream.line(&sanitize::lines_for_terminal(text)),
        }
    }
}

impl Asker for PromptTerminal {
    async fn ask(&mut self, prompt: Prompt) -> Result<Reply, CommandError> {
        for note in &prompt.notes {
            self.say(note);
        }
        let (sender, receiver) = oneshot::channel();
        let color = self.color;
        let mut raw = Raw {
            stream: self.stream.clone(),
            done: false,
        };
        thread::Builder::new()
            .name("prompt".to_owned())
            .spawn(move || {
                // The receiver is gone if the run was interrupted.
                let _ = sender.send(put(&prompt, color));
            })?;
        let reply = receiver.await;
        raw.done = !matches!(reply, Ok(Ok(Reply::Cancel)));
        drop(raw);
        reply.unwrap_or_else(|_| Err(failed("the prompt has gone away")))
    }
}

/// Restores the terminal after a prompt that did not end by itself: cooked mode, a visible cursor,
/// plain pastes, and nothing of the prompt below the cursor.
struct Raw {
    stream: Stream,
    done: bool,
}

impl Drop for Raw {
    fn drop(&mut self) {
        if !self.done {
            let _ = terminal::disable_raw_mode();
            let _ = self.stream.write(b"\x1b[?2004l\x1b[?25h\r\x1b[J");
            let _ = self.stream.flush();
        }
    }
}

fn failed(why: impl fmt::Display) -> CommandError {
    CommandError::new(
        ExitCode::Other,
        "IOError",
        format!("the question cannot be asked: {why}"),
    )
}

/// The size of a terminal that does not tell its own.
const USUAL_SIZE: (u16, u16) = (80, 24);
/// The greatest number of list items that are shown at once.
const MOST_LINES: usize = 12;
/// The lines that a prompt needs besides its list: an error, the message, help.
const OTHER_LINES: usize = 5;
fn size() -> (usize, usize) {
    let (columns, rows) = terminal::size().unwrap_or(USUAL_SIZE);
    (usize::from(columns), usize::from(rows))
}

/// Shows a prompt and waits for the reply.
fn put(prompt: &Prompt, color: bool) -> Result<Reply, CommandError> {
    let (columns, rows) = size();
    let lines = rows.saturating_sub(OTHER_LINES).clamp(3, MOST_LINES);
    let help = help(prompt, columns);
    let help = (!help.is_empty()).then_some(help.as_str());
    let config = appearance(prompt, color);
    let message = &prompt.message;
    let rank: &dyn Fn(&str, &Line, &str, usize) -> Option<i64> =
        &|searched, line, _, index| line.item.rank(searched, index);
    let result = match &prompt.body {
        PromptBody::Text {
            initial,
            usual,
            check,
        } => {
            let check = check.clone();
            let mut text = Text::new(message);
            text.default = usual.as_deref();
            text.help_message = help;
            text.with_initial_value(initial)
                .with_validator(move |text: &str| Ok(verdict(check(text))))
                .with_render_config(config)
                .prompt()
                .map(Reply::Text)
        }
        PromptBody::One { items, at, search } => {
            let mut select = Select::new(message, lines_of(items, 2));
            select.filter_input_enabled = *search;
            select.help_message = help;
            select
                .with_starting_cursor(*at)
                .with_page_size(lines)
                .with_scorer(rank)
                .with_formatter(&|chosen: ListOption<&Line>| chosen.value.item.short.clone())
                .with_render_config(config)
                .raw_prompt()
                .map(|chosen| Reply::One(chosen.index))
        }
        PromptBody::Many {
            items,
            marked,
            nothing,
            check,
        } => {
            let check = check.clone();
            let mut select = MultiSelect::new(message, lines_of(items, 6));
            select.help_message = help;
            select
                .with_default(marked)
                .with_starting_cursor(marked.first().copied().unwrap_or_default())
                .with_page_size(lines)
                .with_scorer(rank)
                .with_formatter(&|marked: &[ListOption<&Line>]| names(marked, nothing))
                .with_validator(move |marked: &[ListOption<&Line>]| {
                    let marked: Vec<usize> = marked.iter().map(|one| one.index).collect();
                    Ok(verdict(check(&marked)))
                })
                .with_render_config(config)
                .raw_prompt()
                .map(|marked| Reply::Many(marked.iter().map(|one| one.index).collect()))
        }
    };
    match result {
        Err(InquireError::OperationCanceled) => Ok(Reply::Back),
        Err(InquireError::OperationInterrupted) => Ok(Reply::Cancel),
        other => other.map_err(failed),
    }
}

fn verdict(checked: Result<(), String>) -> Validation {
    match checked {
        Ok(()) => Validation::Valid,
        Err(why) => Validation::Invalid(sanitize::for_terminal(&why).into()),
    }
}

fn names(marked: &[ListOption<&Line>], nothing: &str) -> String {
    let names: Vec<&str> = marked
        .iter()
        .map(|one| one.value.item.short.as_str())
        .collect();
    if names.is_empty() {
        return nothing.to_owned();
    }
    names.join(", ")
}

/// Returns the help line for the keys, as long as it fits.
fn help(prompt: &Prompt, columns: usize) -> String {
    let (search, enter, space) = match &prompt.body {
        PromptBody::Text { .. } => (false, "goes on", false),
        PromptBody::One { search, .. } => (*search, "chooses", false),
        PromptBody::Many { .. } => (true, "goes on", true),
    };
    let lists = !matches!(prompt.body, PromptBody::Text { .. });
    let back = !prompt.first;
    let keys = |parts: &[(bool, &str)]| -> String {
        let parts: Vec<&str> = parts
            .iter()
            .filter(|(there, _)| *there)
            .map(|(_, part)| *part)
            .collect();
        parts.join(", ")
    };
    let long = keys(&[
        (lists, "↑↓ moves"),
        (search, "typing searches"),
        (space, "Space marks"),
        (true, &format!("Enter {enter}")),
        (back, "Esc goes back"),
        (true, "Ctrl-C cancels"),
    ]);
    // The brackets, and the last column, which stays free.
    let room = columns.saturating_sub(3);
    let medium = keys(&[
        (search, "typing searches"),
        (space, "Space marks"),
        (back, "Esc goes back"),
    ]);
    let short = keys(&[(space, "Space marks"), (back, "Esc: back")]);
    [long, medium, short]
        .into_iter()
        .find(|text| text.width() <= room)
        .unwrap_or_default()
}

fn appearance(prompt: &Prompt, color: bool) -> RenderConfig<'static> {
    let config = if color {
        RenderConfig::default_colored()
    } else {
        RenderConfig::empty()
    };
    // The open question must be visible without colours, too.
    let answered = config.answered_prompt_prefix.with_content(">");
    let config = config.with_answered_prompt_prefix(answered);
    config.with_canceled_prompt_indicator(Styled::new(if prompt.first {
        "(there is nothing to go back to)"
    } else {
        "(back)"
    }))
}

/// A line of a list, never wider than the terminal.
struct Line {
    item: Item,
    /// The width of what the prompt itself writes before the line.
    prefix: usize,
}

fn lines_of(items: &[Item], prefix: usize) -> Vec<Line> {
    let line = |item: &Item| Line {
        item: item.clone(),
        prefix,
    };
    items.iter().map(line).collect()
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The last column stays free: some terminals wrap after it.
        let width = size().0.saturating_sub(self.prefix + 1).max(1);
        formatter.write_str(&fit(&self.item.text, width))
    }
}

/// Returns a text of at most this width. First the gaps between columns go, then the end is cut
/// off.
fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    if text.width() <= width {
        return text;
    }
    let mut short = String::new();
    let mut used = 1;
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used > width {
            break;
        }
        short.push(letter);
    }
    short.push('…');
    short
}

/// Wraps a line between words at the terminal's width. Further lines are indented.
fn wrap(text: &str, width: usize) -> String {
    const INDENT: &str = "    ";
    let mut lines = String::new();
    let mut used = 0;
    for part in text.split_inclusive(' ') {
        let wide = part.trim_end().width();
        if used > INDENT.len() && used + wide > width {
            lines.truncate(lines.trim_end().len());
            lines.push('\n');
            lines.push_str(INDENT);
            used = INDENT.len();
        }
        lines.push_str(part);
        used += part.width();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_broken() {
        assert_eq!(wrap("", 10), "");
        assert_eq!(wrap("Nothing is created", 18), "Nothing is created");
        assert_eq!(wrap("Nothing is created", 17), "Nothing is\n    created");
        assert_eq!(
            wrap("  Image   日本 (1 MiB)", 14),
            "  Image   日本\n    (1 MiB)"
        );
        assert_eq!(wrap("a-very-long-word and", 8), "a-very-long-word\n    and");
    }

    #[test]
    fn a_line_is_never_wider_than_the_terminal() {
        for (text, width, shown) in [
            ("debian", 6, "debian"),
            ("debian", 5, "debi…"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("debian", 1, "…"),
            (
                "m1.nano   1 vCPU    64 MiB",
                26,
                "m1.nano   1 vCPU    64 MiB",
            ),
            ("m1.nano   1 vCPU    64 MiB", 25, "m1.nano 1 vCPU 64 MiB"),
            ("m1.nano   1 vCPU    64 MiB", 20, "m1.nano 1 vCPU 64 M…"),
        ] {
            assert_eq!(fit(text, width), shown);
        }
    }
}
