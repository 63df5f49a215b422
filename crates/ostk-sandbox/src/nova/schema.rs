//! The rules of Nova's schemas for names, metadata and other texts, and the texts that its database
//! cannot hold.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

use super::invalid;
use crate::http_types::Refusal;

/// Returns whether a text has characters that Nova's database, with three bytes for each, cannot
/// hold.
pub(super) fn is_beyond(text: &str) -> bool {
    text.chars().any(|c| u32::from(c) > 0xFFFF)
}

/// Returns whether Unicode counts a character as printable. Spaces are; other separators are not.
fn is_printable(c: char) -> bool {
    let separates = matches!(
        c.general_category(),
        GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator
    );
    c.general_category_group() != GeneralCategoryGroup::Other
        && !separates
        && u32::from(c) <= 0xFFFF
}

/// Refuses a name that Nova's schema refuses.
pub(super) fn check_name(name: &str) -> Result<(), Refusal> {
    let value = json!(name);
    if name.is_empty() {
        return Err(invalid("name", &value, "'' is too short"));
    }
    if name.chars().count() > 255 {
        return Err(invalid("name", &value, &format!("'{name}' is too long")));
    }
    if name.trim() != name || !name.chars().all(is_printable) {
        return Err(Refusal::new(
            400,
            "An invalid 'name' value was provided. The name must be: printable characters. Can \
             not start or end with whitespace.",
        ));
    }
    Ok(())
}

/// Reads metadata as a map of strings.
pub(super) fn metadata(value: &Value) -> Result<BTreeMap<String, String>, Refusal> {
    let mut all = BTreeMap::new();
    let letters = |c: char| c.is_ascii_alphanumeric() || "-_:. ".contains(c);
    for (key, text) in value.as_object().into_iter().flatten() {
        if !(1..=255).contains(&key.len()) || !key.chars().all(letters) {
            let why =
                format!("'{key}' does not match any of the regexes: '^[a-zA-Z0-9-_:. ]{{1,255}}$'");
            return Err(invalid("metadata", value, &why));
        }
        let own = text
            .as_str()
            .ok_or_else(|| invalid(key, text, &format!("{text} is not of type 'string'")))?;
        if own.chars().count() > 255 {
            return Err(invalid(key, text, &format!("'{own}' is too long")));
        }
        all.insert(key.clone(), own.to_owned());
    }
    Ok(all)
}

/// Refuses a description or a host name that Nova's schema refuses.
pub(super) fn check_words(requested: &Value, number: u64) -> Result<(), Refusal> {
    let given = &requested["description"];
    if let Some(text) = given.as_str() {
        if text.chars().count() > 255 {
            let why = format!("'{text}' is too long");
            return Err(invalid("description", given, &why));
        }
        if !text.chars().all(is_printable) {
            let why = format!("'{text}' does not match the printable characters");
            return Err(invalid("description", given, &why));
        }
    }
    let given = &requested["hostname"];
    let Some(host) = given.as_str() else {
        return Ok(());
    };
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let why = if host.len() > 63 {
        format!("'{host}' is too long")
    } else if host.len() < 2
        || !host.chars().all(letters)
        || host.starts_with('-')
        || host.ends_with('-')
    {
        format!("'{host}' does not match '^[a-zA-Z0-9]+[a-zA-Z0-9-]*[a-zA-Z0-9]+$'")
    } else if number > 1 {
        return Err(Refusal::new(
            400,
            "Unable to allocate a single hostname to multiple instances",
        ));
    } else {
        return Ok(());
    };
    Err(invalid("hostname", given, &why))
}

/// The largest number that Nova's schemas and its database can hold.
pub(super) const MOST: u64 = i32::MAX as u64;

pub(super) fn number(value: &Value) -> Option<u64> {
    value
        .as_u64()
        .or_else(|| value.as_str().and_then(|text| text.parse().ok()))
}

pub(super) fn is_true(value: &Value) -> bool {
    value == true
        || value
            .as_str()
            .is_some_and(|text| matches!(text.to_lowercase().as_str(), "true" | "1" | "on" | "yes"))
}
