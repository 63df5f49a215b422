//! The popups above the rows: a question, an instance in full, the keys. Pure.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Widget as _};
use unicode_width::UnicodeWidthStr as _;

use super::columns::TopColumn;
use super::keys::help_entries;
use super::model::{Contact, Mode, Model};
use super::question::ActionQuestion;
use super::status_bar::typed_line;
use super::table::TopRow;
use super::text::{capitalised, short, wrap};
use super::view::Theme;
use crate::commands::instances::act::Action;
use crate::commands::instances::view::{Instance, tone};
use crate::output::sanitize::for_terminal;
use crate::output::{Tone, cut};
use crate::state::State;

/// Lines of text, each with its tone.
type Lines = Vec<(String, Tone)>;

/// Draws the popup, if there is one. Returns the cursor's position, if it has one.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, theme: Theme) -> Option<(u16, u16)> {
    match &model.mode {
        Mode::Rows | Mode::Search(_) => None,
        Mode::Ask(question) => ask(buffer, model, question, theme),
        Mode::Detail(..) | Mode::Help(_) => {
            let (title, lines, scroll) = text(model)?;
            let area = around(&lines, buffer.area);
            let inner = frame(buffer, area, &title, Tone::Plain, theme);
            let skipped = usize::from(scroll);
            for (y, (line, tone)) in (inner.top()..inner.bottom()).zip(lines.iter().skip(skipped)) {
                write(buffer, inner, y, line, theme.tone(*tone));
            }
            more(buffer, area, lines.len(), skipped, inner.height, theme);
            None
        }
    }
}

/// Returns how far the popup's text can be scrolled.
pub(super) fn most_scroll(model: &Model) -> u16 {
    let Some((_, lines, _)) = text(model) else {
        return 0;
    };
    let size = model.size();
    let height = inside(around(&lines, Rect::new(0, 0, size.width, size.height))).height;
    let lines = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    lines.saturating_sub(height)
}

/// Returns the title, the lines and the scroll position of a text that can be scrolled.
fn text(model: &Model) -> Option<(String, Lines, u16)> {
    // The frame takes two columns on each side.
    let width = model.size().width.saturating_sub(4);
    match &model.mode {
        Mode::Detail(id, scroll) => {
            let row = model.table.get(id)?;
            Some((row.name.clone(), detail(model, row, width), *scroll))
        }
        Mode::Help(scroll) => Some(("Keys".to_owned(), help(width), *scroll)),
        Mode::Rows | Mode::Search(_) | Mode::Ask(_) => None,
    }
}

/// Returns the smallest area in the middle of the screen that holds these lines and a frame.
fn around(lines: &Lines, screen: Rect) -> Rect {
    let widest = lines
        .iter()
        .map(|(line, _)| line.width())
        .max()
        .unwrap_or(0);
    let width = u16::try_from(widest + 4).unwrap_or(u16::MAX).max(24);
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    Rect::new(
        (screen.width - width) / 2,
        (screen.height - height) / 2,
        width,
        height,
    )
}

/// Returns the area inside the frame. The smallest screens have no frame.
fn inside(area: Rect) -> Rect {
    if area.width < 10 || area.height < 3 {
        return area;
    }
    Rect::new(area.x + 2, area.y + 1, area.width - 4, area.height - 2)
}

fn frame(buffer: &mut Buffer, area: Rect, title: &str, tone: Tone, theme: Theme) -> Rect {
    Clear.render(area, buffer);
    let inner = inside(area);
    if inner != area {
        let title = cut(title, usize::from(inner.width.saturating_sub(2))).into_owned();
        Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(theme.tone(tone))
            .title(Line::from(Span::styled(
                format!(" {title} "),
                theme.tone(Tone::Heading),
            )))
            .render(area, buffer);
    }
    inner
}

fn write(buffer: &mut Buffer, area: Rect, y: u16, line: &str, style: Style) {
    let width = usize::from(area.width);
    buffer.set_stringn(area.x, y, cut(line, width), width, style);
}

/// Shows in the frame that there is more above or below.
fn more(buffer: &mut Buffer, area: Rect, lines: usize, skipped: usize, height: u16, theme: Theme) {
    let left = lines.saturating_sub(skipped + usize::from(height));
    let marks = [(skipped > 0, "↑"), (left > 0, "↓")];
    let text: String = marks
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, mark)| *mark)
        .collect();
    if text.is_empty() || area.width < 10 || area.height < 3 {
        return;
    }
    let text = format!(" {text} ");
    let width = u16::try_from(text.width()).unwrap_or(0);
    let x = area.right().saturating_sub(width + 2);
    buffer.set_stringn(
        x,
        area.bottom() - 1,
        text,
        usize::from(width),
        theme.tone(Tone::Heading),
    );
}

/// A question, with the line on which its answer is typed, if any.
struct Asked {
    lines: Lines,
    typed: Option<usize>,
}

/// The maximum number of lines of a name; its ID follows below.
const NAME_LINES: usize = 2;

fn asked(model: &Model, question: &ActionQuestion, width: u16) -> Option<Asked> {
    let row = model.table.get(&question.id)?;
    let width = width.saturating_sub(4).min(60);
    let name = cut(&row.name, NAME_LINES * usize::from(width)).into_owned();
    let mut lines = wrapped(&name, width, Tone::Heading);
    lines.extend(wrapped(&for_terminal(row.id()), width, Tone::Quiet));
    lines.push((what_it_is(row), tone(row.state)));
    if matches!(model.contact, Contact::Lost { .. }) {
        let text = "It may be otherwise by now: the cloud does not answer.";
        lines.extend(wrapped(text, width, Tone::Bad));
    }
    lines.push((String::new(), Tone::Plain));
    if !question.action.is_deletion() {
        lines.extend(wrapped(&choices(question.action), width, Tone::Plain));
        return Some(Asked { lines, typed: None });
    }
    lines.extend(wrapped("It can't be brought back.", width, Tone::Bad));
    let text = format!("Type its name, or {}:", for_terminal(question.short_id()));
    lines.extend(wrapped(&text, width, Tone::Plain));
    let typed = Some(lines.len());
    lines.push((String::new(), Tone::Plain));
    let (hint, tone) = if question.wrong {
        ("That is another name.", Tone::Bad)
    } else {
        ("Enter deletes it, Esc leaves it", Tone::Quiet)
    };
    lines.extend(wrapped(hint, width, tone));
    Some(Asked { lines, typed })
}

/// Returns whether the screen has room for a question: the user must not confirm unreadable text.
pub(super) fn has_room(model: &Model, question: &ActionQuestion) -> bool {
    let size = model.size();
    asked(model, question, size.width)
        .is_some_and(|asked| size.width >= 24 && usize::from(size.height) >= asked.lines.len() + 2)
}

fn ask(
    buffer: &mut Buffer,
    model: &Model,
    question: &ActionQuestion,
    theme: Theme,
) -> Option<(u16, u16)> {
    let screen = buffer.area;
    let Asked { lines, typed } = asked(model, question, screen.width)?;
    let mut area = around(&lines, screen);
    area.width = area.width.max(44.min(screen.width));
    area.x = (screen.width - area.width) / 2;
    let tone = if typed.is_some() {
        Tone::Bad
    } else {
        Tone::Busy
    };
    let title = format!("{} it?", capitalised(question.action.name));
    let inner = frame(buffer, area, &title, tone, theme);
    for (y, (line, tone)) in (inner.top()..inner.bottom()).zip(&lines) {
        write(buffer, inner, y, line, theme.tone(*tone));
    }
    let at = u16::try_from(typed?).ok()?;
    let line = Rect::new(inner.x, inner.y + at, inner.width, 1).intersection(inner);
    let text = question.typed.text();
    (line.height > 0).then(|| typed_line(buffer, line, "> ", text, theme))
}

fn choices(action: &Action) -> String {
    match action.variant_key() {
        Some((key, variant)) => {
            let (flag, effect) = (variant.flag, variant.effect);
            format!("y yes   {key} {flag}: {effect}   n no")
        }
        None => "y yes   n no".to_owned(),
    }
}

/// Returns state, addresses and age in one line.
fn what_it_is(row: &TopRow) -> String {
    let mut text = row.state.name().to_owned();
    for column in [TopColumn::PrivateIp, TopColumn::PublicIp, TopColumn::Type] {
        if !row.text(column).is_empty() {
            text.push_str(", ");
            text.push_str(row.text(column));
        }
    }
    text
}

fn wrapped(text: &str, width: u16, tone: Tone) -> Lines {
    wrap(text, width)
        .into_iter()
        .map(|line| (line, tone))
        .collect()
}

fn help(width: u16) -> Lines {
    let help = help_entries().into_iter();
    entries(help.map(|(keys, what)| (keys, what, Tone::Plain)), width)
}

/// Returns labels with their texts, the texts aligned.
fn entries(entries: impl Iterator<Item = (String, String, Tone)>, width: u16) -> Lines {
    let entries: Vec<_> = entries.collect();
    let widest = entries
        .iter()
        .map(|(label, ..)| label.width())
        .max()
        .unwrap_or(0);
    let indent = widest.min(usize::from(width) / 2) + 2;
    let room = width
        .saturating_sub(u16::try_from(indent).unwrap_or(u16::MAX))
        .max(1);
    let mut lines = Vec::new();
    for (label, text, tone) in entries {
        let label = cut(&label, indent.saturating_sub(2)).into_owned();
        for (place, line) in wrap(&text, room).into_iter().enumerate() {
            let label = if place == 0 { label.as_str() } else { "" };
            let pad = " ".repeat(indent.saturating_sub(label.width()));
            lines.push((format!("{label}{pad}{line}"), tone));
        }
    }
    lines
}

fn detail(model: &Model, row: &TopRow, width: u16) -> Lines {
    let instance = &row.instance;
    let mut all: Vec<(String, String, Tone)> = Vec::new();
    let mut say = |label: &str, text: String, tone: Tone| {
        if !text.is_empty() {
            all.push((label.to_owned(), for_terminal(&text).into_owned(), tone));
        }
    };
    let plain = Tone::Plain;
    say("ID", instance.instance_id.clone(), plain);
    say("State", state(instance), tone(row.state));
    if let Some(reason) = &instance.state_reason {
        let text = [&reason.message, &reason.details].into_iter().flatten();
        let texts: Vec<&str> = text.map(String::as_str).collect();
        say("Fault", texts.join(" "), Tone::Bad);
    }
    say("Type", kind(instance), plain);
    for (label, column) in [("CPU", TopColumn::Cpu), ("Memory", TopColumn::Memory)] {
        say(label, load(model, row, column), plain);
    }
    for address in &instance.addresses {
        let kind = address.r#type.as_deref().unwrap_or_default();
        let text = format!("{}  {}  {kind}", address.ip_address, address.network_name);
        say("Address", text.trim_end().to_owned(), plain);
    }
    say("Image", image(instance), plain);
    say(
        "Key pair",
        instance.key_name.clone().unwrap_or_default(),
        plain,
    );
    let groups: Vec<&str> = instance
        .security_groups
        .iter()
        .map(|one| one.group_name.as_str())
        .collect();
    say("Groups", groups.join(", "), plain);
    for device in &instance.block_device_mappings {
        say("Volume", device.volume_id.clone(), plain);
    }
    say(
        "Zone",
        instance
            .placement
            .availability_zone
            .clone()
            .unwrap_or_default(),
        plain,
    );
    for tag in &instance.tags {
        say("Tag", format!("{}={}", tag.key, tag.value), plain);
    }
    let labels = instance.labels.as_deref().unwrap_or_default();
    say("Labels", labels.join(", "), plain);
    if instance.locked == Some(true) {
        say("Locked", "yes".to_owned(), Tone::Busy);
    }
    let now = model.now();
    for (label, time) in [
        ("Created", instance.create_time),
        ("Updated", instance.update_time),
    ] {
        let age = time.age(now).map(|age| format!("  ({age} ago)"));
        say(
            label,
            time.text().unwrap_or_default() + &age.unwrap_or_default(),
            plain,
        );
    }
    say(
        "Project",
        instance.project_id.clone().unwrap_or_default(),
        plain,
    );
    say("User", instance.user_id.clone().unwrap_or_default(), plain);
    entries(all.into_iter(), width)
}

fn state(instance: &Instance) -> String {
    let mut text = format!("{} ({}", instance.state.name, instance.status);
    for more in [instance.task_state.as_deref(), instance.power_state]
        .into_iter()
        .flatten()
    {
        text.push_str(", ");
        text.push_str(more);
    }
    text.push(')');
    text
}

fn kind(instance: &Instance) -> String {
    let mut text = instance.instance_type.clone().known().unwrap_or_default();
    let sizes = [
        (instance.vcpus.as_ref().copied().map(u64::from), "vCPU"),
        (instance.memory_mib.as_ref().copied(), "MiB"),
        (instance.disk_gib.as_ref().copied(), "GiB disk"),
    ];
    for (size, unit) in sizes {
        if let Some(size) = size {
            let _ = write!(text, ", {size} {unit}");
        }
    }
    text.trim_start_matches(", ").to_owned()
}

fn image(instance: &Instance) -> String {
    match (instance.image_name.as_deref(), &instance.image_id) {
        (Some(name), Some(id)) => format!("{name}  {id}"),
        (None, Some(id)) => id.clone(),
        _ if instance.root_device_type == Some("volume") => "booted from a volume".to_owned(),
        _ => String::new(),
    }
}

fn load(model: &Model, row: &TopRow, column: TopColumn) -> String {
    if row.state != State::Running || !model.table.needs().load {
        return String::new();
    }
    let Some(percent) = row.percent(column) else {
        return if row.load.is_some() {
            "not measured".to_owned()
        } else {
            String::new()
        };
    };
    let at = row.load.as_ref().and_then(|load| load.at);
    let ago = at.map(|at| model.now().duration_since(at));
    match ago.filter(|ago| ago.as_secs() > 0) {
        Some(ago) => format!("{percent:.1} % ({} ago)", short(ago)),
        None => format!("{percent:.1} %"),
    }
}
