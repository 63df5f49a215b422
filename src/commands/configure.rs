//! `ostk configure`: the settings in force.

use serde::Serialize;

use crate::config::{Cloud, Preferences};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::output::{Cell, Column, Output, Page, Tabular, Tone};

/// A setting as `configure list` shows it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct SettingView {
    name: String,
    value: String,
    origin: String,
}

impl Tabular for SettingView {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Setting"),
            Column::new("Value"),
            Column::new("From").priority(1),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            (&self.name).into(),
            (&self.value).into(),
            Cell::toned(self.origin.as_str(), Tone::Quiet),
        ]
    }
}

/// Returns a cloud's settings with their origins. Secrets are redacted.
pub(super) fn settings(cloud: &Cloud) -> Vec<SettingView> {
    cloud
        .settings()
        .into_iter()
        .map(|(name, value, origin)| SettingView {
            name,
            value,
            origin: origin.to_string(),
        })
        .collect()
}

/// Lists every setting that is in force.
pub fn list(
    output: &Output,
    cloud: &Cloud,
    preferences: &Preferences,
) -> Result<ExitCode, CommandError> {
    let mut items = settings(cloud);
    items.extend(
        preferences
            .settings()
            .into_iter()
            .map(|(name, value, origin)| SettingView {
                name,
                value,
                origin: origin.to_string(),
            }),
    );
    output.list(&Page {
        key: "Settings",
        items,
        next_token: None,
    })?;
    Ok(ExitCode::Success)
}
