//! Options that every command takes, after AWS's names.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use crate::commands::shell;
use crate::output::color;

/// Options that every command takes.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Global options")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Global {
    /// Use this cloud of clouds.yaml [env: OS_CLOUD]
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        visible_alias = "profile",
        alias = "os-cloud"
    )]
    pub cloud: Option<String>,
    /// Use this region of the cloud
    #[arg(long, global = true, value_name = "NAME", alias = "os-region-name")]
    pub region: Option<String>,
    /// Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]
    #[arg(long, short = 'o', global = true, value_name = "FORMAT")]
    pub output: Option<String>,
    /// Show this part of the answer alone: a JMESPath expression
    #[arg(long, global = true, value_name = "EXPRESSION")]
    pub query: Option<String>,
    /// Print what the service itself answered
    #[arg(long, global = true, conflicts_with_all = ["query", "output"])]
    pub raw: bool,
    /// Write errors as text or json
    #[arg(long, global = true, value_name = "FORMAT")]
    pub error_format: Option<ErrorFormat>,
    /// Ask this address in place of the one in the catalog, for the command's main service
    #[arg(long, global = true, value_name = "URL")]
    pub endpoint_url: Option<String>,
    /// Trust the certificates in this PEM file in place of the system's
    #[arg(long, global = true, value_name = "FILE", alias = "os-cacert")]
    pub ca_bundle: Option<PathBuf>,
    /// Accept any certificate
    #[arg(long, global = true, alias = "insecure")]
    pub no_verify_ssl: bool,
    /// Wait this long for a connection; 0 waits for ever [default: 10]
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    pub connect_timeout: Option<Duration>,
    /// Wait this long for the next piece of an answer; 0 waits for ever [default: 60]
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    pub read_timeout: Option<Duration>,
    /// Colour what a terminal shows; NO_COLOR is honoured
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<ColorWhen>,
    /// Say nothing but errors on stderr
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Show each request and answer on stderr, without secrets
    #[arg(long, global = true)]
    pub debug: bool,
    /// Show on stderr which requests were sent and how long each took
    #[arg(long, global = true)]
    pub timing: bool,
}

impl Global {
    /// The options that chose the cloud and how it is reached, as words of a command line.
    pub(super) fn cloud_options(&self) -> Vec<String> {
        let path = |path: &PathBuf| path.display().to_string();
        let mut words = Vec::new();
        for (flag, value) in [
            ("--cloud", self.cloud.clone()),
            ("--region", self.region.clone()),
            ("--endpoint-url", self.endpoint_url.clone()),
            ("--ca-bundle", self.ca_bundle.as_ref().map(path)),
        ] {
            words.extend(
                value
                    .into_iter()
                    .flat_map(|value| shell::option(flag, &value)),
            );
        }
        if self.no_verify_ssl {
            words.push("--no-verify-ssl".to_owned());
        }
        words
    }
}

/// How errors are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ErrorFormat {
    /// Lines for people
    Text,
    /// One JSON object
    Json,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal that has them
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl From<ColorWhen> for color::When {
    fn from(when: ColorWhen) -> Self {
        match when {
            ColorWhen::Auto => Self::Auto,
            ColorWhen::Always => Self::Always,
            ColorWhen::Never => Self::Never,
        }
    }
}

/// A day: no single wait of a request is longer.
const LONGEST: f64 = 86_400.0;

fn seconds(text: &str) -> Result<Duration, String> {
    let number: f64 = text
        .parse()
        .map_err(|_| "a number of seconds is wanted".to_owned())?;
    if (0.0..=LONGEST).contains(&number) {
        Ok(Duration::from_secs_f64(number))
    } else {
        Err(format!("a number from 0 to {LONGEST} is wanted"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_not_negative_and_not_absurd() {
        assert_eq!(seconds("2.5"), Ok(Duration::from_millis(2_500)));
        for text in ["-1", "NaN", "inf", "1e9", "soon", ""] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
