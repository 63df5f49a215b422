//! The last lines: a search, what there is to say, or the keys. Pure.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::model::{Mode, Model};
use super::text::{grouped, wrap};
use super::view::{Looks, ends};
use crate::output::sanitize::for_terminal;
use crate::output::{Tone, cut};

/// Draws them. Where the cursor stands.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    looks: Looks,
) -> Option<(u16, u16)> {
    if area.height == 0 {
        return None;
    }
    let width = usize::from(area.width);
    if let Mode::Search(typed) = &model.mode {
        return Some(typed_line(buffer, area, "/", typed.text(), looks));
    }
    if let Some(status) = &model.status {
        let style = looks.tone(if status.bad { Tone::Bad } else { Tone::Plain });
        let lines = wrap(&status.text, area.width);
        let last = usize::from(area.height) - 1;
        for (place, (y, line)) in (area.y..area.bottom()).zip(&lines).enumerate() {
            // Where there is no room for all of it, the last line that there is runs on.
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
    keys(buffer, area, model, looks);
    None
}

/// What is typed, with its end in sight.
pub(super) fn typed_line(
    buffer: &mut Buffer,
    area: Rect,
    before: &str,
    typed: &str,
    looks: Looks,
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
        looks.tone(Tone::Heading),
    );
    let room = usize::from(area.right().saturating_sub(x));
    let (x, y) = buffer.set_stringn(x, y, &typed[start..], room, Style::new());
    (x.min(area.right().saturating_sub(1)), y)
}

/// A key, what it does, and how little it is missed where there is no room for all.
type Key = (&'static str, &'static str, u8);

const KEYS: [Key; 9] = [
    ("Enter", "details", 4),
    ("s", "start", 5),
    ("t", "stop", 5),
    ("r", "reboot", 6),
    ("d", "delete", 6),
    ("/", "search", 2),
    ("< >", "sort", 3),
    ("?", "help", 0),
    ("q", "leave", 1),
];

const DETAIL_KEYS: [Key; 6] = [
    ("↑ ↓", "scroll", 4),
    ("s", "start", 2),
    ("t", "stop", 2),
    ("r", "reboot", 3),
    ("d", "delete", 3),
    ("Esc", "back", 0),
];

const HELP_KEYS: [Key; 2] = [("↑ ↓", "scroll", 1), ("Esc", "back", 0)];

const QUESTION_KEYS: [Key; 1] = [("Esc", "back", 0)];

fn keys(buffer: &mut Buffer, area: Rect, model: &Model, looks: Looks) {
    let keys = match &model.mode {
        Mode::Rows | Mode::Search(_) => &KEYS[..],
        Mode::Detail(..) => &DETAIL_KEYS,
        Mode::Help(_) => &HELP_KEYS,
        Mode::Ask(_) => &QUESTION_KEYS,
    };
    let room = usize::from(area.width);
    let mut position = position(model);
    let mut shown = fitting(keys, room.saturating_sub(position.width()));
    if shown.len() < keys.len().min(2) {
        position.clear();
        shown = fitting(keys, room);
    }
    let mut spans = Vec::new();
    for (key, what, _) in shown {
        spans.push(Span::styled(key, looks.tone(Tone::Heading)));
        spans.push(Span::styled(format!(" {what}  "), looks.tone(Tone::Quiet)));
    }
    let right = Line::from(Span::styled(position, looks.tone(Tone::Quiet)));
    ends(buffer, area, &Line::from(spans), &right);
}

/// Which rows are on the screen, where that is not all of them.
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

/// The keys that there is room for, without those that are missed least.
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
