//! The items of a list: what the user reads, and what the command line says. Pure.

use std::collections::{HashMap, HashSet};

use unicode_width::UnicodeWidthStr as _;

use super::prompt::Item;
use crate::output::sanitize::{for_terminal, is_treacherous};

/// The lists that the form offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ListKind {
    Images,
    Flavors,
    KeyPairs,
    Networks,
    Groups,
}

impl ListKind {
    pub(super) const ALL: [Self; 5] = [
        Self::Images,
        Self::Flavors,
        Self::KeyPairs,
        Self::Networks,
        Self::Groups,
    ];

    /// Returns the plural.
    pub(super) fn plural(self) -> &'static str {
        match self {
            Self::Images => "images",
            Self::Flavors => "flavors",
            Self::KeyPairs => "key pairs",
            Self::Networks => "networks",
            Self::Groups => "security groups",
        }
    }

    /// Returns whether an option reads this name as a name, and as nothing else.
    fn takes(self, name: &str) -> bool {
        match self {
            Self::Networks => !name.contains([',', '=']) && !matches!(name, "auto" | "none"),
            Self::Groups => !name.contains(','),
            Self::Images | Self::Flavors | Self::KeyPairs => true,
        }
    }
}

/// The size of a flavor, or what an image needs at least. `None` is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) memory_mib: Option<u64>,
    pub(super) disk_gib: Option<u64>,
}

/// A resource in the cloud's list.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidate {
    pub(super) id: String,
    pub(super) name: String,
    /// Whether an instance can use it.
    pub(super) usable: bool,
    /// More details, in columns.
    pub(super) details: Vec<String>,
    pub(super) size: Size,
}

/// An item that the user can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// What the command line says: the name, or the ID if the name is not unique or not plain.
    pub(super) value: String,
    /// What the user reads.
    pub(super) name: String,
    id: String,
    details: Vec<String>,
    pub(super) size: Size,
}

impl Choice {
    /// Returns a choice that was typed. Nothing else is known of it.
    pub(super) fn typed(text: &str) -> Self {
        Self {
            value: text.to_owned(),
            name: for_terminal(text).into_owned(),
            id: String::new(),
            details: Vec::new(),
            size: Size::default(),
        }
    }

    /// Returns whether both are the same resource. The list may have been requested again in
    /// between.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.value == other.value
    }

    /// Returns the name with the details. A detail that begins with a digit has its unit after it.
    pub(super) fn described(&self, units: &[&str]) -> String {
        let units = units.iter().copied().chain(std::iter::repeat(""));
        let details: Vec<String> = self
            .details
            .iter()
            .zip(units)
            .map(|(text, unit)| match text.trim() {
                number if is_number(number) => format!("{number}{unit}"),
                words => words.to_owned(),
            })
            .filter(|text| !text.is_empty())
            .collect();
        if details.is_empty() {
            return self.name.clone();
        }
        format!("{} ({})", self.name, details.join(", "))
    }
}

/// The choices of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) choices: Vec<Choice>,
    /// How many resources were left out, because no instance can use them.
    pub(super) left_out: usize,
}

impl Listed {
    /// Returns the choices among the cloud's resources, in this order.
    pub(super) fn new(kind: ListKind, candidates: Vec<Candidate>) -> Self {
        let mut named: HashMap<&str, usize> = HashMap::new();
        for candidate in &candidates {
            *named.entry(&candidate.name).or_default() += 1;
        }
        let ids: HashSet<&str> = candidates.iter().map(|one| one.id.as_str()).collect();
        // The name on the command line is looked up again. It must lead back to this resource.
        let by_name: Vec<bool> = candidates
            .iter()
            .map(|one| {
                let name = one.name.as_str();
                !name.trim().is_empty()
                    && named.get(name) == Some(&1)
                    && (one.id == name || !ids.contains(name))
                    && uuid::Uuid::try_parse(name).is_err()
                    && !name.contains(is_treacherous)
                    && kind.takes(name)
            })
            .collect();
        let mut left_out = 0;
        let mut choices = Vec::new();
        for (one, by_name) in candidates.into_iter().zip(by_name) {
            if !one.usable {
                left_out += 1;
                continue;
            }
            let mut details: Vec<String> = one
                .details
                .iter()
                .map(|text| for_terminal(text).into_owned())
                .collect();
            if !by_name {
                details.push(for_terminal(&one.id).into_owned());
            }
            let name = if one.name.trim().is_empty() {
                "(no name)".to_owned()
            } else {
                for_terminal(&one.name).into_owned()
            };
            choices.push(Choice {
                value: if by_name { one.name } else { one.id.clone() },
                name,
                id: one.id,
                details,
                size: one.size,
            });
        }
        Self { choices, left_out }
    }
}

/// The longest name that the columns make room for.
const WIDEST_NAME: usize = 32;

/// Returns the lines of the choices, in columns. Cells that begin with a digit are right-aligned.
pub(super) fn items<'a>(choices: impl IntoIterator<Item = &'a Choice> + Clone) -> Vec<Item> {
    let name_width = widest(choices.clone().into_iter().map(|one| one.name.width()));
    let mut widths: Vec<usize> = Vec::new();
    for one in choices.clone() {
        for (at, text) in one.details.iter().enumerate() {
            if widths.len() <= at {
                widths.push(0);
            }
            widths[at] = widths[at].max(text.width());
        }
    }
    choices
        .into_iter()
        .map(|one| {
            let mut text = one.name.clone();
            pad(&mut text, name_width.saturating_sub(one.name.width()));
            for (detail, width) in one.details.iter().zip(&widths) {
                text.push_str("  ");
                let missing = width - detail.width();
                if is_number(detail) {
                    pad(&mut text, missing);
                    text.push_str(detail);
                } else {
                    text.push_str(detail);
                    pad(&mut text, missing);
                }
            }
            Item::new(text.trim_end(), &one.name, &one.id)
        })
        .collect()
}

fn is_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

fn widest(widths: impl Iterator<Item = usize>) -> usize {
    widths
        .filter(|width| *width <= WIDEST_NAME)
        .max()
        .unwrap_or_default()
}

fn pad(text: &mut String, spaces: usize) {
    text.extend(std::iter::repeat_n(' ', spaces));
}

/// Returns a size in MiB with a fitting unit.
pub(super) fn mebibytes(size: u64) -> String {
    match size {
        0..1_024 => format!("{size} MiB"),
        _ if size.is_multiple_of(1 << 20) => format!("{} TiB", size >> 20),
        _ if size.is_multiple_of(1_024) => format!("{} GiB", size / 1_024),
        _ => format!("{}.{} GiB", size / 1_024, size % 1_024 * 10 / 1_024),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(id: &str, name: &str, details: &[&str]) -> Candidate {
        Candidate {
            id: id.to_owned(),
            name: name.to_owned(),
            usable: true,
            details: details.iter().map(|text| (*text).to_owned()).collect(),
            size: Size::default(),
        }
    }

    fn values(kind: ListKind, names: &[(&str, &str)]) -> Vec<String> {
        let candidates = names.iter().map(|(id, name)| candidate(id, name, &[]));
        let listed = Listed::new(kind, candidates.collect());
        listed.choices.into_iter().map(|one| one.value).collect()
    }

    #[test]
    fn a_name_that_would_not_lead_back_gives_way_to_the_id() {
        let uuid = "0f000000-0000-4000-8000-000000000001";
        let names = [
            ("1", "web"),
            ("2", "twin"),
            ("3", "twin"),
            ("4", ""),
            ("5", "1"),
            ("6", uuid),
            ("7", "a\x1b[2J"),
            ("8", "a,b"),
            ("9", "auto"),
            ("10", "-x y"),
        ];
        assert_eq!(
            values(ListKind::Images, &names),
            ["web", "2", "3", "4", "5", "6", "7", "a,b", "auto", "-x y"]
        );
        assert_eq!(
            values(ListKind::Networks, &names)[7..],
            ["8", "9", "-x y"].map(str::to_owned)
        );
        assert_eq!(
            values(ListKind::Groups, &names)[7..],
            ["8", "auto", "-x y"].map(str::to_owned)
        );
        // A key pair's name is its ID.
        assert_eq!(values(ListKind::KeyPairs, &[("me", "me")]), ["me"]);
    }

    #[test]
    fn a_twin_that_cannot_be_chosen_makes_the_name_ambiguous_all_the_same() {
        let twin = Candidate {
            usable: false,
            ..candidate("1", "twin", &[])
        };
        let listed = Listed::new(ListKind::Images, vec![twin, candidate("2", "twin", &[])]);
        assert_eq!(listed.left_out, 1);
        assert_eq!(listed.choices[0].value, "2");
        assert_eq!(listed.choices[0].described(&[]), "twin (2)");
    }

    #[test]
    fn columns_stand_below_one_another() {
        let listed = Listed::new(
            ListKind::Flavors,
            vec![
                candidate("a", "m1.small", &["1 vCPU", "512 MiB", "free"]),
                candidate("b", "日本", &["16 vCPUs", "2 GiB"]),
            ],
        );
        let texts: Vec<String> = items(&listed.choices)
            .into_iter()
            .map(|item| item.text)
            .collect();
        assert_eq!(
            texts,
            [
                "m1.small    1 vCPU  512 MiB  free",
                "日本      16 vCPUs    2 GiB"
            ]
        );
    }

    #[test]
    fn sizes_are_said_as_people_do() {
        let table = [
            (0, "0 MiB"),
            (512, "512 MiB"),
            (1_024, "1 GiB"),
            (1_536, "1.5 GiB"),
            (2_047, "1.9 GiB"),
            (1_048_576, "1 TiB"),
        ];
        for (size, text) in table {
            assert_eq!(mebibytes(size), text);
        }
    }
}
