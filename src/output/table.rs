//! Tables for people: columns side by side, without drawn lines, fitted to a terminal.
//!
//! On a terminal a row never wraps. Columns are dropped by priority, then the widest columns are
//! cut. Otherwise no column is dropped or cut.

use comfy_table::{Attribute, CellAlignment, Color, ContentArrangement, Table, presets};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::cell::{Cell, Column, Tone};
use super::sanitize::{for_row, for_terminal};

/// Spaces between columns.
const GAP: usize = 2;
/// The mark for cut text.
const CUT: char = '…';

/// The properties of the output that rendering needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct GridView {
    /// The terminal's width in columns, if there is a terminal.
    pub(super) width: Option<usize>,
    /// Whether to use colours.
    pub(super) color: bool,
}

impl GridView {
    /// Returns text from outside, escaped for a row.
    pub(super) fn safe(self, text: &str) -> String {
        if self.width.is_some() {
            for_terminal(text).into_owned()
        } else {
            for_row(text).into_owned()
        }
    }

    /// Returns the same view with `columns` fewer columns.
    pub(super) fn narrowed(self, columns: usize) -> Self {
        Self {
            width: self.width.map(|width| width.saturating_sub(columns)),
            ..self
        }
    }
}

/// Titles and rows, ready to render.
pub(super) struct Grid {
    columns: Vec<Lane>,
    rows: Vec<Vec<Cell>>,
    titled: bool,
}

struct Lane {
    title: String,
    align_right: bool,
    priority: u8,
    width: usize,
}

impl Grid {
    /// Creates a table of resources.
    pub(super) fn of(columns: &[Column], rows: Vec<Vec<Cell>>, view: GridView) -> Self {
        let lanes = columns
            .iter()
            .map(|column| Lane {
                title: column.title.to_uppercase(),
                align_right: column.align_right,
                priority: column.priority,
                width: 0,
            })
            .collect();
        Self::measured(lanes, rows, true, view)
    }

    /// Creates a table with titles from outside. Without titles, only rows are shown.
    pub(super) fn generic(
        titles: Option<Vec<String>>,
        rows: Vec<Vec<Cell>>,
        view: GridView,
    ) -> Self {
        let has_titles = titles.is_some();
        let titles = titles.unwrap_or_default();
        let count = rows.iter().map(Vec::len).fold(titles.len(), usize::max);
        let mut titles = titles.into_iter();
        let lanes = (0..count)
            .map(|_| Lane {
                title: view.safe(&titles.next().unwrap_or_default()),
                align_right: false,
                priority: 0,
                width: 0,
            })
            .collect();
        Self::measured(lanes, rows, has_titles, view)
    }

    fn measured(
        mut columns: Vec<Lane>,
        mut rows: Vec<Vec<Cell>>,
        titled: bool,
        view: GridView,
    ) -> Self {
        for lane in &mut columns {
            lane.width = lane.title.width();
        }
        for row in &mut rows {
            row.resize_with(columns.len(), Cell::default);
            for (cell, lane) in row.iter_mut().zip(&mut columns) {
                cell.text = view.safe(&cell.text);
                lane.width = lane.width.max(cell.text.width());
            }
        }
        Self {
            columns,
            rows,
            titled,
        }
    }

    /// Returns whether the whole table fits without dropping or cutting a column.
    pub(super) fn fits(&self, view: GridView) -> bool {
        let all: Vec<usize> = (0..self.columns.len()).collect();
        view.width.is_none_or(|width| self.width_of(&all) <= width)
    }

    fn width_of(&self, lanes: &[usize]) -> usize {
        let text: usize = lanes.iter().map(|&lane| self.columns[lane].width).sum();
        text + GAP * lanes.len().saturating_sub(1)
    }

    /// Renders the table, each line after `indent` spaces.
    pub(super) fn render(mut self, out: &mut String, indent: usize, view: GridView) {
        let mut shown: Vec<usize> = (0..self.columns.len()).collect();
        if let Some(width) = view.width {
            self.drop_columns(&mut shown, width);
            self.cut_columns(&shown, width);
        }
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Disabled);
        if view.color {
            // The decision to use colours is already made, NO_COLOR included. Without this,
            // crossterm checks again.
            crossterm::style::force_color_output(true);
            table.enforce_styling().style_text_only();
        } else {
            table.force_no_tty();
        }
        if self.titled {
            table.set_header(shown.iter().map(|&index| {
                let title = Cell::toned(self.columns[index].title.as_str(), Tone::Heading);
                self.columns[index].field(&title)
            }));
        }
        table.add_rows(self.rows.iter().map(|row| {
            shown
                .iter()
                .map(|&index| self.columns[index].field(&row[index]))
                .collect::<Vec<_>>()
        }));
        for (position, column) in table.column_iter_mut().enumerate() {
            let gap = if position + 1 < shown.len() { GAP } else { 0 };
            column.set_padding((0, u16::try_from(gap).unwrap_or_default()));
        }
        for line in table.lines() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line.trim_end_matches(' '));
            out.push('\n');
        }
    }

    fn drop_columns(&self, shown: &mut Vec<usize>, width: usize) {
        while self.width_of(shown) > width {
            let last = shown
                .iter()
                .enumerate()
                .max_by_key(|&(position, &lane)| (self.columns[lane].priority, position));
            match last {
                Some((position, &lane)) if self.columns[lane].priority > 0 => {
                    shown.remove(position);
                }
                _ => return,
            }
        }
    }

    /// Cuts the widest columns to the greatest common width that fits.
    fn cut_columns(&mut self, shown: &[usize], width: usize) {
        if self.width_of(shown) <= width {
            return;
        }
        let room = width.saturating_sub(GAP * shown.len().saturating_sub(1));
        let (mut fitting, mut too_wide) = (1, room + 1);
        while too_wide - fitting > 1 {
            let middle = usize::midpoint(fitting, too_wide);
            let needed: usize = shown
                .iter()
                .map(|&lane| self.columns[lane].width.min(middle))
                .sum();
            if needed <= room {
                fitting = middle;
            } else {
                too_wide = middle;
            }
        }
        let mut spare = room;
        for &lane in shown {
            spare = spare.saturating_sub(self.columns[lane].width.min(fitting));
        }
        for &lane in shown {
            let lane = &mut self.columns[lane];
            if lane.width > fitting {
                // The first of the widest columns gets the space that the common width leaves over.
                let extra = spare.min(lane.width - fitting);
                lane.width = fitting + extra;
                spare -= extra;
            }
        }
    }
}

impl Lane {
    /// Returns a cell of this column, cut to its width.
    fn field(&self, cell: &Cell) -> comfy_table::Cell {
        let field = comfy_table::Cell::new(cut(&cell.text, self.width));
        let field = match cell.tone {
            Tone::Plain => field,
            Tone::Good => field.fg(Color::DarkGreen),
            Tone::Busy => field.fg(Color::DarkYellow),
            Tone::Bad => field.fg(Color::DarkRed),
            Tone::Quiet => field.add_attribute(Attribute::Dim),
            Tone::Heading => field.add_attribute(Attribute::Bold),
        };
        if self.align_right {
            field.set_alignment(CellAlignment::Right)
        } else {
            field
        }
    }
}

/// Returns the text in at most `width` columns, with `…` in place of cut text.
pub fn cut(text: &str, width: usize) -> std::borrow::Cow<'_, str> {
    if text.len() <= width || text.width() <= width {
        return text.into();
    }
    let room = width.saturating_sub(1);
    let (mut used, mut end) = (0, 0);
    let mut characters = text.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        // U+FE0F selects the wide, coloured form of the character before it.
        let own = match characters.peek() {
            Some((_, '\u{FE0F}')) => 2,
            _ => character.width().unwrap_or(0),
        };
        if used + own > room {
            break;
        }
        used += own;
        end = index + character.len_utf8();
    }
    let mut shortened = text[..end].to_owned();
    shortened.push(CUT);
    shortened.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIPE: GridView = GridView {
        width: None,
        color: false,
    };

    fn terminal(width: usize) -> GridView {
        GridView {
            width: Some(width),
            color: false,
        }
    }

    fn servers(view: GridView) -> String {
        let columns = [
            Column::new("Name"),
            Column::new("Id").priority(1),
            Column::new("Cpus").right().priority(2),
            Column::new("State"),
        ];
        let rows = vec![
            vec![
                "web-1".into(),
                "aaaaaaaa".into(),
                2_u64.into(),
                Cell::toned("running", Tone::Good),
            ],
            vec!["database".into(), "b".into(), 16_u64.into(), Cell::none()],
        ];
        let mut out = String::new();
        Grid::of(&columns, rows, view).render(&mut out, 0, view);
        out
    }

    #[test]
    fn columns_stand_under_their_titles() {
        assert_eq!(
            servers(PIPE),
            "NAME      ID        CPUS  STATE\n\
             web-1     aaaaaaaa     2  running\n\
             database  b           16  -\n"
        );
    }

    #[test]
    fn a_narrow_terminal_loses_columns_by_priority() {
        assert_eq!(
            servers(terminal(30)),
            "NAME      ID        STATE\nweb-1     aaaaaaaa  running\ndatabase  b         -\n"
        );
        assert_eq!(
            servers(terminal(20)),
            "NAME      STATE\nweb-1     running\ndatabase  -\n"
        );
    }

    #[test]
    fn then_the_widest_are_cut_and_nothing_wraps() {
        assert_eq!(
            servers(terminal(12)),
            "NAME   STATE\nweb-1  runn…\ndata…  -\n"
        );
        for width in 4..60 {
            for line in servers(terminal(width)).lines() {
                assert!(line.width() <= width, "{width}: {line:?}");
            }
        }
    }

    #[test]
    fn colour_does_not_move_columns() {
        let plain = servers(PIPE);
        let colored = servers(GridView {
            width: None,
            color: true,
        });
        assert!(colored.contains("mrunning\u{1b}["), "{colored:?}");
        let mut stripped = String::new();
        for (index, part) in colored.split("\u{1b}[").enumerate() {
            let text = part.split_once('m').map_or(part, |(_, text)| text);
            stripped.push_str(if index == 0 { part } else { text });
        }
        assert_eq!(stripped, plain);
    }

    #[test]
    fn wide_and_combining_characters_keep_the_columns_straight() {
        let rows = vec![
            vec!["日本".into(), "x".into()],
            vec!["e\u{301}e\u{301}".into(), "x".into()],
            vec!["abcd".into(), "x".into()],
        ];
        let mut out = String::new();
        Grid::generic(None, rows, PIPE).render(&mut out, 0, PIPE);
        assert_eq!(out, "日本  x\ne\u{301}e\u{301}    x\nabcd  x\n");
    }

    #[test]
    fn cutting_counts_columns_and_keeps_marks_on_their_letters() {
        assert_eq!(cut("日本語", 5), "日本…");
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(cut("☁\u{fe0f}☁\u{fe0f}☁\u{fe0f}", 4), "☁\u{fe0f}…");
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abc", 1), "…");
    }

    #[test]
    fn a_cell_stays_one_cell() {
        let evil = || vec![vec!["a\nb\tc\x1b]0;x\x07".into(), "next".into()]];
        let mut piped = String::new();
        Grid::generic(None, evil(), PIPE).render(&mut piped, 0, PIPE);
        assert_eq!(piped.lines().count(), 1);
        assert!(piped.contains("a\\nb\\tc\x1b]0;x\x07"), "{piped:?}");
        let mut shown = String::new();
        Grid::generic(None, evil(), terminal(80)).render(&mut shown, 0, terminal(80));
        assert_eq!(shown, "a\\nb\\tc\\x1b]0;x\\x07  next\n");
    }

    #[test]
    fn a_huge_cell_is_cut_for_a_terminal() {
        let rows = vec![vec!["x".repeat(200_000).into(), "id".into()]];
        let mut out = String::new();
        Grid::generic(None, rows, terminal(20)).render(&mut out, 0, terminal(20));
        assert_eq!(out, "xxxxxxxxxxxxxxx…  id\n");
    }
}
