//! The columns of a resource that people see, and cells with a tone.

/// The tone of a text. A terminal shows it as a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// A good state: running, available.
    Good,
    /// In transition: pending, stopping.
    Busy,
    /// An error.
    Bad,
    /// Unimportant: stopped, absent.
    Quiet,
    /// A title.
    Heading,
}

/// One field of a table's row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text, unescaped. The table makes it safe to show.
    pub text: String,
    /// The tone of the text.
    pub tone: Tone,
}

impl Cell {
    /// Creates a cell with a tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
        }
    }

    /// Creates the cell for a missing value.
    pub fn none() -> Self {
        Self::toned("-", Tone::Quiet)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::toned(text, Tone::Plain)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::toned(text, Tone::Plain)
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::toned(text.as_str(), Tone::Plain)
    }
}

impl From<bool> for Cell {
    fn from(value: bool) -> Self {
        Self::from(if value { "yes" } else { "no" })
    }
}

macro_rules! cell_from_number {
    ($($number:ty),*) => {
        $(impl From<$number> for Cell {
            fn from(value: $number) -> Self {
                Self::from(value.to_string())
            }
        })*
    };
}

cell_from_number!(u8, u16, u32, u64, usize, i32, i64);

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(Self::none, Into::into)
    }
}

/// One column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The title. A table of resources shows it in capitals.
    pub title: &'static str,
    /// Whether cells are aligned right, as numbers are.
    pub align_right: bool,
    /// The priority on narrow terminals: the highest is dropped first, and 0 is never dropped.
    pub priority: u8,
}

impl Column {
    /// Creates a column that is aligned left and never dropped.
    pub const fn new(title: &'static str) -> Self {
        Self {
            title,
            align_right: false,
            priority: 0,
        }
    }

    /// Aligns the cells right.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.align_right = true;
        self
    }

    /// Sets the priority on narrow terminals. The highest is dropped first.
    #[must_use]
    pub const fn priority(mut self, priority: u8) -> Self {
        self.priority = priority;
        self
    }
}

/// The columns of a resource that people see.
pub trait Tabular {
    /// Returns the columns, from left to right.
    fn columns() -> Vec<Column>;

    /// Returns one cell per column.
    fn cells(&self) -> Vec<Cell>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_value_is_a_quiet_dash() {
        assert_eq!(Cell::from(None::<String>), Cell::toned("-", Tone::Quiet));
        assert_eq!(Cell::from(Some(16_u64)), Cell::from("16"));
    }
}
