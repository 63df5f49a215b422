//! `--sort`: keys that Nova itself can sort by, so that paging still works.

use std::str::FromStr;

/// A key to sort by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SortKey {
    key: &'static str,
    descending: bool,
}

/// ostk's keys and Nova's keys for tenants
/// (<https://docs.openstack.org/api-ref/compute/#list-servers>, `sort_key`).
const KEYS: [(&str, &str); 12] = [
    ("name", "display_name"),
    ("created", "created_at"),
    ("updated", "updated_at"),
    ("launched", "launched_at"),
    ("id", "uuid"),
    ("zone", "availability_zone"),
    ("key-name", "key_name"),
    ("image-id", "image_ref"),
    ("vm-state", "vm_state"),
    ("task-state", "task_state"),
    ("power-state", "power_state"),
    ("project-id", "project_id"),
];

impl SortKey {
    /// Returns the query parameters for these keys.
    pub(super) fn query(keys: &[Self]) -> impl Iterator<Item = (String, String)> {
        keys.iter().flat_map(|key| {
            let direction = if key.descending { "desc" } else { "asc" };
            [
                ("sort_key".to_owned(), key.key.to_owned()),
                ("sort_dir".to_owned(), direction.to_owned()),
            ]
        })
    }
}

impl FromStr for SortKey {
    type Err = String;

    /// Parses `name`, `-name` or `name:desc`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (key, descending) = directed(text, &KEYS)?;
        Ok(Self { key, descending })
    }
}

/// What the name of a key stands for, and whether its reverse is meant.
pub(in crate::commands) fn directed<T: Copy>(
    text: &str,
    keys: &[(&str, T)],
) -> Result<(T, bool), String> {
    let (name, descending) = match (text.strip_prefix('-'), text.split_once(':')) {
        (Some(name), _) | (None, Some((name, "desc"))) => (name, true),
        (None, Some((name, "asc"))) => (name, false),
        _ => (text, false),
    };
    keys.iter()
        .find(|(known, _)| *known == name)
        .map(|(_, key)| (*key, descending))
        .ok_or_else(|| {
            let known: Vec<&str> = keys.iter().map(|(known, _)| *known).collect();
            format!(
                "it is one of {} (with :desc or a leading - for the reverse)",
                known.join(", ")
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_a_direction() {
        let keys: Vec<SortKey> = ["name", "-created", "zone:desc", "id:asc"]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        let query: Vec<String> = SortKey::query(&keys)
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        assert_eq!(
            query.join("&"),
            "sort_key=display_name&sort_dir=asc&sort_key=created_at&sort_dir=desc\
             &sort_key=availability_zone&sort_dir=desc&sort_key=uuid&sort_dir=asc"
        );
        for text in ["", "host", "name:up", "--name"] {
            assert!(text.parse::<SortKey>().is_err(), "{text}");
        }
    }
}
