//! Draws the model. Reads only the rows on the screen. Pure.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::columns::{ColumnLayout, PERCENT, TopColumn, column_layouts};
use super::model::{Contact, Measuring, Model};
use super::popups;
use super::status_bar;
use super::table::TopRow;
use super::text::{clock, grouped, short};
use crate::commands::instances::metrics::MetricsSource;
use crate::commands::instances::view::tone;
use crate::output::sanitize::for_terminal;
use crate::output::{Tone, cut};

/// The appearance of the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    /// Whether there are colours. Bold and reversed text doesn't depend on it.
    pub(super) color: bool,
}

impl Theme {
    pub(super) fn tone(self, tone: Tone) -> Style {
        let style = Style::new();
        match tone {
            Tone::Plain => style,
            Tone::Quiet => style.add_modifier(Modifier::DIM),
            Tone::Heading => style.add_modifier(Modifier::BOLD),
            Tone::Good => self.color(style, Color::Green),
            Tone::Busy => self.color(style, Color::Yellow),
            Tone::Bad => self.color(style, Color::Red),
        }
    }

    fn color(self, style: Style, color: Color) -> Style {
        if self.color { style.fg(color) } else { style }
    }
}

/// Draws the whole screen. The model must be settled for a screen of this size.
pub(super) fn draw(frame: &mut Frame<'_>, model: &Model, theme: Theme) {
    let layout = model.layout();
    let buffer = frame.buffer_mut();
    // If the screen has just become smaller, it is drawn in full the next time.
    if layout.bottom.bottom() > buffer.area.height || layout.bottom.width > buffer.area.width {
        return;
    }
    title(buffer, layout.title, model, theme);
    summary(buffer, layout.summary, model, theme);
    let column_layouts = column_layouts(layout.rows.width, &model.table.needs());
    heading(buffer, layout.heading, &column_layouts, model);
    rows(buffer, layout.rows, &column_layouts, model, theme);
    let cursor = status_bar::draw(buffer, layout.bottom, model, theme);
    let cursor = popups::draw(buffer, model, theme).or(cursor);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// Draws a line with a text at its left and one at its right end. The right one has priority.
pub(super) fn ends(buffer: &mut Buffer, area: Rect, left: &Line<'_>, right: &Line<'_>) {
    if area.height == 0 {
        return;
    }
    let wanted = u16::try_from(right.width()).unwrap_or(u16::MAX);
    let width = wanted.min(area.width);
    line(
        buffer,
        Rect::new(area.right() - width, area.y, width, 1),
        right,
    );
    let room = area.width.saturating_sub(width + u16::from(width > 0));
    line(buffer, Rect::new(area.x, area.y, room, 1), left);
}

/// Draws a line, cut if there is no room for it.
fn line(buffer: &mut Buffer, area: Rect, line: &Line<'_>) {
    let mut x = area.x;
    for span in &line.spans {
        let room = area.right().saturating_sub(x);
        let text = cut(&span.content, usize::from(room));
        if room > 0 {
            (x, _) = buffer.set_stringn(x, area.y, &text, usize::from(room), span.style);
        }
        if text != span.content {
            break;
        }
    }
}

fn title(buffer: &mut Buffer, area: Rect, model: &Model, theme: Theme) {
    let heading = theme.tone(Tone::Heading);
    let left = Line::from(vec![
        Span::styled("ostk top", heading),
        Span::raw(format!("  {}", model.place)),
    ]);
    let right = match (&model.contact, model.silence()) {
        (Contact::Loading(since), _) => Span::styled(
            format!("loading, {}", short(model.since(*since))),
            theme.tone(Tone::Busy),
        ),
        (Contact::Lost { since, .. }, _) => Span::styled(
            format!("no answer since {}", clock(*since)),
            theme.tone(Tone::Bad).add_modifier(Modifier::BOLD),
        ),
        (Contact::Live, Some(silence)) => Span::styled(
            format!("no answer for {}", short(silence)),
            theme.tone(Tone::Busy),
        ),
        (Contact::Live, None) => Span::styled("live", theme.tone(Tone::Good)),
    };
    ends(buffer, area, &left, &Line::from(right));
}

fn summary(buffer: &mut Buffer, area: Rect, model: &Model, theme: Theme) {
    if let Contact::Lost { since, why, again } = &model.contact {
        let (age, wait) = (short(model.since(*since)), short(model.until(*again)));
        let text = format!("What is shown is {age} old; trying again in {wait}: {why}");
        let line = Line::from(Span::styled(text, theme.tone(Tone::Bad)));
        ends(buffer, area, &line, &Line::default());
        return;
    }
    if matches!(model.contact, Contact::Loading(_)) {
        return;
    }
    let (count, shown) = (model.table.len(), model.table.count());
    let s = if count == 1 { "" } else { "s" };
    let mut spans = Vec::new();
    if model.table.search().is_empty() {
        spans.push(Span::raw(format!("{} instance{s}", grouped(count))));
    } else {
        let text = format!(
            "{} of {} instance{s} with '",
            grouped(shown),
            grouped(count)
        );
        spans.push(Span::raw(text));
        spans.push(Span::styled(
            for_terminal(model.table.search()).into_owned(),
            theme.tone(Tone::Heading),
        ));
        spans.push(Span::raw("'"));
    }
    for (place, (state, count)) in model.table.states().enumerate() {
        spans.push(Span::raw(if place == 0 { ": " } else { ", " }));
        let text = format!("{} {}", grouped(count), state.name());
        spans.push(Span::styled(text, theme.tone(tone(state))));
    }
    let (text, how) = measured(model);
    let left = Line::from(spans);
    let text = cut(&text, usize::from(area.width / 2)).into_owned();
    let mut right = Line::from(Span::styled(text, theme.tone(how)));
    // If room is short, the source of the figures is left out first.
    if how == Tone::Quiet && left.width() + right.width() >= usize::from(area.width) {
        right = Line::default();
    }
    ends(buffer, area, &left, &right);
}

/// Returns the source of the figures, in words.
fn measured(model: &Model) -> (String, Tone) {
    if model.looks_for_load() {
        let of = |row: &&TopRow| row.is_measured();
        let known = model
            .table
            .all()
            .filter(of)
            .filter(|row| row.load.is_some())
            .count();
        let count = model.table.all().filter(of).count();
        if known < count {
            let text = format!("{} of {} measured", grouped(known), grouped(count));
            return (text, Tone::Busy);
        }
    }
    match &model.measuring {
        Measuring::By(MetricsSource::Gnocchi) => {
            ("CPU and memory by Gnocchi".to_owned(), Tone::Quiet)
        }
        Measuring::By(MetricsSource::Diagnostics) => {
            ("CPU and memory by Nova".to_owned(), Tone::Quiet)
        }
        Measuring::Failing(_, why) => (format!("no new measures: {why}"), Tone::Bad),
        Measuring::Never => (
            "CPU and memory are not measured on this cloud".to_owned(),
            Tone::Quiet,
        ),
    }
}

fn heading(buffer: &mut Buffer, area: Rect, column_layouts: &[ColumnLayout], model: &Model) {
    if area.height == 0 {
        return;
    }
    let style = Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
    buffer.set_style(area, style);
    let order = model.table.order();
    for column_layout in column_layouts {
        let mut text = column_layout.column.title().to_owned();
        if column_layout.column == order.column {
            text.push(if order.descending { '▼' } else { '▲' });
        }
        field(buffer, area.y, *column_layout, &text, style);
    }
}

/// Draws a text in its column.
fn field(buffer: &mut Buffer, y: u16, column_layout: ColumnLayout, text: &str, style: Style) {
    let width = usize::from(column_layout.width);
    let text = cut(text, width);
    let indent = if column_layout.column.is_right() {
        width.saturating_sub(text.width())
    } else {
        0
    };
    let left = column_layout.left + u16::try_from(indent).unwrap_or(0);
    buffer.set_stringn(left, y, &text, width - indent, style);
}

fn rows(
    buffer: &mut Buffer,
    area: Rect,
    column_layouts: &[ColumnLayout],
    model: &Model,
    theme: Theme,
) {
    if area.height == 0 {
        return;
    }
    let is_stale = matches!(model.contact, Contact::Lost { .. });
    let now = model.now();
    for (y, (row, is_chosen)) in (area.y..area.bottom()).zip(model.table.visible()) {
        // The chosen row is one block, without colours of its own.
        let over = if is_chosen {
            Some(Style::new().add_modifier(Modifier::REVERSED))
        } else if is_stale {
            Some(theme.tone(Tone::Quiet))
        } else {
            None
        };
        if let Some(style) = over {
            buffer.set_style(Rect::new(area.x, y, area.width, 1), style);
        }
        if is_chosen {
            buffer.set_stringn(
                area.x,
                y,
                ">",
                usize::from(area.width),
                over.unwrap_or_default(),
            );
        }
        for column_layout in column_layouts {
            cell(buffer, y, *column_layout, row, now, over, theme);
        }
    }
    if model.table.count() == 0 {
        nothing(buffer, area, model, theme);
    }
}

/// Draws why there are no rows.
fn nothing(buffer: &mut Buffer, area: Rect, model: &Model, theme: Theme) {
    let text = match model.contact {
        Contact::Loading(_) => "Asking for all instances …",
        _ if model.table.search().is_empty() => "There is no instance.",
        _ => "In no instance all of these words are found.",
    };
    let width = usize::from(area.width);
    buffer.set_stringn(
        area.x,
        area.y,
        cut(text, width),
        width,
        theme.tone(Tone::Quiet),
    );
}

fn cell(
    buffer: &mut Buffer,
    y: u16,
    column_layout: ColumnLayout,
    row: &TopRow,
    now: Timestamp,
    over: Option<Style>,
    theme: Theme,
) {
    let quiet = over.unwrap_or_else(|| theme.tone(Tone::Quiet));
    let plain = over.unwrap_or_default();
    match column_layout.column {
        TopColumn::Cpu | TopColumn::Memory => bar(buffer, y, column_layout, row, over, theme),
        TopColumn::State => {
            let style = over.unwrap_or_else(|| theme.tone(tone(row.state)));
            field(
                buffer,
                y,
                column_layout,
                row.text(column_layout.column),
                style,
            );
        }
        TopColumn::Age => {
            let age = row.instance.create_time.age(now);
            field(
                buffer,
                y,
                column_layout,
                age.as_deref().unwrap_or("-"),
                plain,
            );
        }
        column => {
            let text = row.text(column);
            if text.is_empty() {
                field(buffer, y, column_layout, "-", quiet);
            } else {
                field(buffer, y, column_layout, text, plain);
            }
        }
    }
}

/// Draws a percentage as a bar with its number, or only as a number if there is no room.
fn bar(
    buffer: &mut Buffer,
    y: u16,
    column_layout: ColumnLayout,
    row: &TopRow,
    over: Option<Style>,
    theme: Theme,
) {
    let quiet = over.unwrap_or_else(|| theme.tone(Tone::Quiet));
    if !row.is_measured() {
        return;
    }
    let Some(percent) = row.percent(column_layout.column) else {
        // Not measured yet, or unknown.
        let text = if row.load.is_some() { "-" } else { "…" };
        field(buffer, y, column_layout, text, quiet);
        return;
    };
    let style = over.unwrap_or_else(|| {
        theme.tone(match percent {
            85.0.. => Tone::Bad,
            60.0.. => Tone::Busy,
            _ => Tone::Good,
        })
    });
    let figure = format!("{percent:>3.0} %");
    let width = column_layout.width.saturating_sub(PERCENT + 1);
    if column_layout.width < PERCENT + 4 {
        field(buffer, y, column_layout, &figure, style);
        return;
    }
    let full = filled(percent, width);
    let mut x = column_layout.left;
    for place in 0..width {
        let (symbol, style) = if place < full {
            ("█", style)
        } else {
            ("░", quiet)
        };
        buffer.set_stringn(x, y, symbol, 1, style);
        x += 1;
    }
    buffer.set_stringn(
        x + 1,
        y,
        &figure,
        usize::from(PERCENT),
        over.unwrap_or_default(),
    );
}

/// Returns how many of `width` places a percentage fills. A value of at least 1 % fills at least
/// one.
fn filled(percent: f64, width: u16) -> u16 {
    let share = (percent / 100.0).clamp(0.0, 1.0) * f64::from(width);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to a terminal's width"
    )]
    let full = share.round() as u16;
    full.max(u16::from(percent >= 1.0)).min(width)
}
