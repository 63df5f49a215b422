//! The status bar in the last lines: the search, a message, or the keys. Pure.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::model::{Mode, Model};
use super::text::{grouped, wrap};
use super::view::{Theme, ends};
use crate::commands::instances::act::ACTIONS;
use crate::output::sanitize::for_terminal;
use crate::output::{Tone, cut};

/// Draws the status bar. Returns the cursor's position, if it has one.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: Theme,
) -> Option<(u16, u16)> {
    if area.height == 0 {
        return None;
    }
    let width = usize::from(area.width);
    if let Mode::Search(typed) = &model.mode {
        return Some(typed_line(buffer, area, "/", typed.text(), theme));
    }
    if let Some(status) = &model.status {
        let style = theme.tone(if status.bad { Tone::Bad } else { Tone::Plain });
        let lines = wrap(&status.text, area.width);
        let last = usize::from(area.height) - 1;
        for (place, (y, line)) in (area.y..area.bottom()).zip(&lines).enumerate() {
            // If there is no room for all of it, the last line is cut.
            let rest = lines[place..].join(" ");
            let text = if place == last {
                cut(&rest, width)
            } else {
                line.into()
            };
            buffer.set_stringn(area.x, y, text, width, style);
        }
        return None;
    }
    keys(buffer, area, model, theme);
    None
}

/// Draws a text that the user is typing, with its end visible. Returns the cursor's position.
pub(super) fn typed_line(
    buffer: &mut Buffer,
    area: Rect,
    before: &str,
    typed: &str,
    theme: Theme,
) -> (u16, u16) {
    let typed = for_terminal(typed);
    let room = usize::from(area.width).saturating_sub(before.width() + 1);
    let mut start = 0;
    while typed[start..].width() > room {
        start += typed[start..].chars().next().map_or(1, char::len_utf8);
    }
    let (x, y) = buffer.set_stringn(
        area.x,
        area.y,
        before,
        usize::from(area.width),
        theme.tone(Tone::Heading),
    );
    let room = usize::from(area.right().saturating_sub(x));
    let (x, y) = buffer.set_stringn(x, y, &typed[start..], room, Style::new());
    (x.min(area.right().saturating_sub(1)), y)
}

/// A key, its effect, and its rank. If room is short, the highest rank is left out first.
type Key = (String, &'static str, u8);

/// Returns the keys of the most frequent actions. In an instance's details there are fewer other
/// keys, so `raise` makes the actions more important.
fn action_keys(raise: u8) -> impl Iterator<Item = Key> {
    ACTIONS.iter().filter_map(move |action| {
        let rank = action.bar_rank?.saturating_sub(raise);
        Some((action.key?.to_string(), action.name, rank))
    })
}

/// Returns the keys of a mode.
fn keys_of(mode: &Mode) -> Vec<Key> {
    let key = |name: &str, what: &'static str, rank: u8| (name.to_owned(), what, rank);
    match mode {
        Mode::Rows | Mode::Search(_) => [key("Enter", "details", 4)]
            .into_iter()
            .chain(action_keys(0))
            .chain([key("/", "search", 2), key("< >", "sort", 3)])
            .chain([key("?", "help", 0), key("q", "leave", 1)])
            .collect(),
        Mode::Detail(..) => [key("↑ ↓", "scroll", 4)]
            .into_iter()
            .chain(action_keys(3))
            .chain([key("Esc", "back", 0)])
            .collect(),
        Mode::Help(_) => vec![key("↑ ↓", "scroll", 1), key("Esc", "back", 0)],
        Mode::Ask(_) => vec![key("Esc", "back", 0)],
    }
}

fn keys(buffer: &mut Buffer, area: Rect, model: &Model, theme: Theme) {
    let keys = keys_of(&model.mode);
    let room = usize::from(area.width);
    let mut position = position(model);
    let mut shown = fitting(&keys, room.saturating_sub(position.width()));
    if shown.len() < keys.len().min(2) {
        position.clear();
        shown = fitting(&keys, room);
    }
    let mut spans = Vec::new();
    for (key, what, _) in shown {
        spans.push(Span::styled(key, theme.tone(Tone::Heading)));
        spans.push(Span::styled(format!(" {what}  "), theme.tone(Tone::Quiet)));
    }
    let right = Line::from(Span::styled(position, theme.tone(Tone::Quiet)));
    ends(buffer, area, &Line::from(spans), &right);
}

/// Returns which rows are on the screen, if some are not.
fn position(model: &Model) -> String {
    let (top, count, height) = (model.table.top(), model.table.count(), model.table.height());
    if count <= height {
        return String::new();
    }
    let last = (top + height).min(count);
    format!(
        "{}–{} of {}",
        grouped(top + 1),
        grouped(last),
        grouped(count)
    )
}

/// Returns the keys that fit.
fn fitting(keys: &[Key], room: usize) -> Vec<Key> {
    let width = |(key, what, _): &Key| key.width() + what.width() + 3;
    let mut shown = keys.to_vec();
    while shown.iter().map(width).sum::<usize>() > room {
        let Some(least) = shown.iter().map(|(.., rank)| *rank).max() else {
            break;
        };
        shown.retain(|(.., rank)| *rank != least);
    }
    shown
}
