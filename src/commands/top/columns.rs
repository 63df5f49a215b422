//! The columns: their titles, and which of them fit a terminal's width. Pure.

/// A column, which is also a sort key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TopColumn {
    Name,
    State,
    Cpu,
    Memory,
    PrivateIp,
    PublicIp,
    Type,
    Project,
    Age,
}

impl TopColumn {
    /// All columns, from left to right.
    pub(super) const ALL: [Self; 9] = [
        Self::Name,
        Self::State,
        Self::Cpu,
        Self::Memory,
        Self::PrivateIp,
        Self::PublicIp,
        Self::Type,
        Self::Project,
        Self::Age,
    ];

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Name => "NAME",
            Self::State => "STATE",
            Self::Cpu => "CPU",
            Self::Memory => "MEMORY",
            Self::PrivateIp => "PRIVATE IP",
            Self::PublicIp => "PUBLIC IP",
            Self::Type => "TYPE",
            Self::Project => "PROJECT",
            Self::Age => "AGE",
        }
    }

    /// Returns the key that sorts by this column.
    pub(super) fn key(self) -> char {
        match self {
            Self::Name => 'N',
            Self::State => 'S',
            Self::Cpu => 'C',
            Self::Memory => 'M',
            Self::PrivateIp => 'I',
            Self::PublicIp => 'U',
            Self::Type => 'T',
            Self::Project => 'P',
            Self::Age => 'A',
        }
    }

    /// Returns whether its cells are aligned to the right.
    pub(super) fn is_right(self) -> bool {
        self == Self::Age
    }

    /// Returns whether the highest value comes first by default.
    pub(super) fn is_load(self) -> bool {
        matches!(self, Self::Cpu | Self::Memory)
    }
}

/// The widths that the cells need, and the optional columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    /// The widest cell of each of these columns.
    pub(super) name: u16,
    pub(super) private_ip: u16,
    pub(super) public_ip: u16,
    pub(super) kind: u16,
    /// Whether the load is measured.
    pub(super) load: bool,
    /// Whether there may be instances of several projects.
    pub(super) project: bool,
}

/// A column's place on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ColumnLayout {
    pub(super) column: TopColumn,
    pub(super) left: u16,
    pub(super) width: u16,
}

/// The width of the chosen row's mark.
pub(super) const GUTTER: u16 = 2;
const GAP: u16 = 2;
/// The width of "100 %".
pub(super) const PERCENT: u16 = 5;
/// The widths of the shortest and the longest bar, with its percentage.
const BAR: (u16, u16) = (12, 26);
const LONGEST_NAME: u16 = 40;
const USUAL_NAME: u16 = 24;
const SHORTEST_NAME: u16 = 10;

/// Returns the columns that fit, with their positions. The least important ones are dropped first.
/// The name always stays.
pub(super) fn column_layouts(width: u16, needs: &Needs) -> Vec<ColumnLayout> {
    let mut widths: Vec<(TopColumn, u16)> = TopColumn::ALL
        .into_iter()
        .filter(|column| match column {
            TopColumn::Cpu | TopColumn::Memory => needs.load,
            TopColumn::Project => needs.project,
            TopColumn::PrivateIp => needs.private_ip > 0,
            TopColumn::PublicIp => needs.public_ip > 0,
            _ => true,
        })
        .map(|column| (column, natural(column, needs)))
        .collect();
    for step in STEPS {
        if total(&widths) <= width {
            break;
        }
        step.take(&mut widths);
    }
    widen_name(&mut widths, width, needs);
    widen_bars(&mut widths, width);
    place(&widths, width)
}

fn natural(column: TopColumn, needs: &Needs) -> u16 {
    let needed = match column {
        TopColumn::Name => needs.name.clamp(SHORTEST_NAME, LONGEST_NAME),
        TopColumn::State => 10,
        TopColumn::Cpu | TopColumn::Memory => BAR.0,
        TopColumn::PrivateIp => needs.private_ip.min(39),
        TopColumn::PublicIp => needs.public_ip.min(39),
        TopColumn::Type => needs.kind.min(20),
        TopColumn::Project => 32,
        TopColumn::Age => 4,
    };
    // The sort mark comes after the title.
    let title = u16::try_from(column.title().len()).unwrap_or(u16::MAX);
    needed.max(title + 1)
}

/// A way to save width.
#[derive(Clone, Copy)]
enum Step {
    Narrow(TopColumn, u16),
    Drop(TopColumn),
}

const STEPS: [Step; 17] = [
    Step::Narrow(TopColumn::Name, USUAL_NAME),
    Step::Narrow(TopColumn::Project, 12),
    Step::Drop(TopColumn::Type),
    Step::Narrow(TopColumn::PrivateIp, 16),
    Step::Narrow(TopColumn::PublicIp, 16),
    Step::Drop(TopColumn::PublicIp),
    Step::Narrow(TopColumn::Memory, PERCENT + 2),
    Step::Narrow(TopColumn::Cpu, PERCENT),
    Step::Narrow(TopColumn::Name, 16),
    Step::Drop(TopColumn::Project),
    Step::Drop(TopColumn::Age),
    Step::Drop(TopColumn::PrivateIp),
    Step::Narrow(TopColumn::Name, SHORTEST_NAME),
    Step::Drop(TopColumn::Memory),
    Step::Drop(TopColumn::Cpu),
    Step::Narrow(TopColumn::State, 7),
    Step::Drop(TopColumn::State),
];

impl Step {
    fn take(self, widths: &mut Vec<(TopColumn, u16)>) {
        match self {
            Self::Drop(column) => widths.retain(|(one, _)| *one != column),
            Self::Narrow(column, to) => {
                for (one, width) in widths {
                    if *one == column {
                        *width = (*width).min(to);
                    }
                }
            }
        }
    }
}

fn total(widths: &[(TopColumn, u16)]) -> u16 {
    widths.iter().fold(GUTTER, |sum, (_, width)| {
        sum.saturating_add(*width).saturating_add(GAP)
    }) - GAP
}

/// Gives spare width to the name column, if names were cut.
fn widen_name(widths: &mut [(TopColumn, u16)], width: u16, needs: &Needs) {
    let left = width.saturating_sub(total(widths));
    for (column, width) in widths {
        if *column == TopColumn::Name {
            *width = (*width + left)
                .min(natural(TopColumn::Name, needs))
                .max(*width);
        }
    }
}

/// Gives the rest of the spare width to the columns that show bars.
fn widen_bars(widths: &mut [(TopColumn, u16)], width: u16) {
    let left = width.saturating_sub(total(widths));
    let is_bar = |(column, width): &(TopColumn, u16)| column.is_load() && *width >= BAR.0;
    let bars = u16::try_from(widths.iter().filter(|one| is_bar(one)).count()).unwrap_or(0);
    if bars == 0 {
        return;
    }
    for one in widths.iter_mut().filter(|one| is_bar(one)) {
        one.1 = (one.1 + left / bars).min(BAR.1);
    }
}

fn place(widths: &[(TopColumn, u16)], width: u16) -> Vec<ColumnLayout> {
    let mut left = GUTTER.min(width.saturating_sub(1));
    let mut column_layouts = Vec::new();
    for (column, wanted) in widths {
        let room = width.saturating_sub(left);
        if room == 0 {
            break;
        }
        column_layouts.push(ColumnLayout {
            column: *column,
            left,
            width: (*wanted).min(room),
        });
        left = left.saturating_add(*wanted).saturating_add(GAP);
    }
    column_layouts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn needs() -> Needs {
        Needs {
            name: 12,
            private_ip: 11,
            public_ip: 13,
            kind: 8,
            load: true,
            project: false,
        }
    }

    fn titles(width: u16, needs: &Needs) -> String {
        let column_layouts = column_layouts(width, needs);
        let titles: Vec<&str> = column_layouts
            .iter()
            .map(|column_layout| column_layout.column.title())
            .collect();
        titles.join(" ")
    }

    #[test]
    fn columns_go_by_how_little_they_are_missed() {
        let table = [
            (120, "NAME STATE CPU MEMORY PRIVATE IP PUBLIC IP TYPE AGE"),
            (90, "NAME STATE CPU MEMORY PRIVATE IP PUBLIC IP AGE"),
            (80, "NAME STATE CPU MEMORY PRIVATE IP AGE"),
            (60, "NAME STATE CPU MEMORY PRIVATE IP"),
            (40, "NAME STATE CPU MEMORY"),
            (30, "NAME STATE"),
            (12, "NAME"),
            (1, "NAME"),
            (0, ""),
        ];
        for (width, expected) in table {
            assert_eq!(titles(width, &needs()), expected, "{width}");
        }
    }

    #[test]
    fn what_is_never_measured_and_what_nobody_has_takes_no_room() {
        let bare = Needs {
            load: false,
            public_ip: 0,
            ..needs()
        };
        assert_eq!(titles(100, &bare), "NAME STATE PRIVATE IP TYPE AGE");
        let all = Needs {
            project: true,
            ..needs()
        };
        assert!(titles(120, &all).contains("PROJECT"));
    }

    #[test]
    fn a_wide_terminal_has_long_bars() {
        let column_layouts = column_layouts(200, &needs());
        let cpu = column_layouts
            .iter()
            .find(|column_layout| column_layout.column == TopColumn::Cpu)
            .unwrap();
        assert_eq!(cpu.width, BAR.1);
    }

    proptest! {
        #[test]
        fn every_lane_is_on_the_screen_and_none_over_another(
            width in 0_u16..400, name in 0_u16..300, ip in 0_u16..60, load: bool, project: bool,
        ) {
            let needs = Needs { name, private_ip: ip, public_ip: ip, kind: ip, load, project };
            let mut free = 0;
            for column_layout in column_layouts(width, &needs) {
                prop_assert!(column_layout.left >= free && column_layout.width > 0);
                free = column_layout.left + column_layout.width;
                prop_assert!(free <= width);
            }
        }
    }
}
