//! What a person sees of a resource: columns, and cells with a tone.

/// How a text is meant, which a terminal shows as a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// As it should be: running, available.
    Good,
    /// On its way: pending, stopping.
    Busy,
    /// Broken.
    Bad,
    /// Of little interest: stopped, absent.
    Quiet,
    /// A title.
    Heading,
}

/// One field of a table's row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text, as it came: the table itself makes it safe to show.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Cell {
    /// A cell with a tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
        }
    }

    /// The cell that stands for nothing.
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
    /// Its title; a table of resources shows it in capitals.
    pub title: &'static str,
    /// Whether its cells stand at its right edge, as numbers do.
    pub align_right: bool,
    /// 0 always stays; of the others, the highest is dropped first where a terminal is narrow.
    pub priority: u8,
}

impl Column {
    /// A column that stands at the left and always stays.
    pub const fn new(title: &'static str) -> Self {
        Self {
            title,
            align_right: false,
            priority: 0,
        }
    }

    /// The same column, its cells at the right edge.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.align_right = true;
        self
    }

    /// The same column, dropped from narrow terminals: the highest priority goes first.
    #[must_use]
    pub const fn priority(mut self, priority: u8) -> Self {
        self.priority = priority;
        self
    }
}

/// Which columns a person sees of a resource.
pub trait Tabular {
    /// The columns, from left to right.
    fn columns() -> Vec<Column>;

    /// One cell a column.
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
