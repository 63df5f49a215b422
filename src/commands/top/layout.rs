//! The layout of the screen, at any size. Pure.

use ratatui::layout::{Rect, Size};

use super::text::wrap;

/// The parts from top to bottom. A part without room has no height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The cloud, and whether it responds.
    pub(super) title: Rect,
    /// The number of instances, and problems.
    pub(super) summary: Rect,
    /// The columns' titles.
    pub(super) heading: Rect,
    pub(super) rows: Rect,
    /// The status bar: a message, the text being typed, or the keys.
    pub(super) bottom: Rect,
}

/// The maximum number of lines of a message.
const MOST_LINES: u16 = 3;

impl Layout {
    /// Returns the layout for a size. `status` is the status bar's message, if there is one.
    pub(super) fn new(size: Size, status: Option<&str>) -> Self {
        let Size { width, height } = size;
        let wanted = status.map_or(1, |text| {
            u16::try_from(wrap(text, width).len()).unwrap_or(MOST_LINES)
        });
        let most = if height < 8 { 1 } else { MOST_LINES };
        // If there is only one line, it shows the chosen instance unless there is a message.
        let bottom = if height > 1 || status.is_some() {
            wanted.clamp(1, most)
        } else {
            0
        };
        let bottom = bottom.min(height);
        let title = u16::from(height >= 3);
        let heading = u16::from(height >= 4);
        let summary = u16::from(height >= 8);
        let rows = height - bottom.min(height) - title - heading - summary;
        let mut top = 0;
        let mut part = |height: u16| {
            let area = Rect::new(0, top, width, height);
            top += height;
            area
        };
        Self {
            title: part(title),
            summary: part(summary),
            heading: part(heading),
            rows: part(rows),
            bottom: part(bottom),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_use_on_every_screen() {
        let long = "a line that is too long for this terminal".repeat(9);
        for height in 0..60 {
            for width in [0, 1, 2, 10, 40, 300] {
                for status in [None, Some("done"), Some(long.as_str())] {
                    let layout = Layout::new(Size::new(width, height), status);
                    let parts = [
                        layout.title,
                        layout.summary,
                        layout.heading,
                        layout.rows,
                        layout.bottom,
                    ];
                    let mut top = 0;
                    for part in parts {
                        assert_eq!((part.y, part.width), (top, width));
                        top += part.height;
                    }
                    assert_eq!(top, height, "{width} {status:?}");
                    assert!(height < 2 || layout.rows.height > 0, "{height}");
                    assert!(height < 1 || status.is_none() || layout.bottom.height > 0);
                }
            }
        }
    }
}
