//! Options of every command, with AWS's names.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueEnum};

use crate::commands::shell;
use crate::config::{self, Overrides, Preferences, Resolved};
use crate::env::Env;
use crate::error::{CommandError, ErrorFormat};
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
    /// Use another project of the same login: a name in the same domain, or an ID
    #[arg(
        long,
        global = true,
        value_name = "PROJECT",
        alias = "os-project-name",
        value_parser = NonEmptyStringValueParser::new()
    )]
    pub project: Option<String>,
    /// Use this region of the cloud
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        alias = "os-region-name",
        value_parser = NonEmptyStringValueParser::new()
    )]
    pub region: Option<String>,
    /// Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]
    #[arg(long, short = 'o', global = true, value_name = "FORMAT")]
    pub output: Option<String>,
    /// Select a part of the answer with a JMESPath expression
    #[arg(long, global = true, value_name = "EXPRESSION")]
    pub query: Option<String>,
    /// Print what the service itself answered
    #[arg(long, global = true, conflicts_with_all = ["query", "output"])]
    pub raw: bool,
    /// How errors are written.
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        visible_alias = "cli-error-format",
        help = "Write errors as text, or as a json or yaml object; AWS's enhanced, legacy and table \
                are text [env: OSTK_ERROR_FORMAT]"
    )]
    pub error_format: Option<ErrorFormatWord>,
    /// Ask this address instead of the catalog's, for the command's main service
    #[arg(long, global = true, value_name = "URL")]
    pub endpoint_url: Option<String>,
    /// Trust the certificates in this PEM file instead of the system's
    #[arg(long, global = true, value_name = "FILE", alias = "os-cacert")]
    pub ca_bundle: Option<PathBuf>,
    /// Accept any certificate
    #[arg(long, global = true, alias = "insecure")]
    pub no_verify_ssl: bool,
    /// Limit the time to connect; 0 is no limit [default: 10]
    #[arg(
        long,
        global = true,
        value_name = "SECONDS",
        visible_alias = "cli-connect-timeout",
        value_parser = seconds
    )]
    pub connect_timeout: Option<Duration>,
    /// Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]
    #[arg(
        long,
        global = true,
        value_name = "SECONDS",
        visible_alias = "cli-read-timeout",
        value_parser = seconds
    )]
    pub read_timeout: Option<Duration>,
    /// Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured
    #[arg(long, global = true, value_name = "WHEN", hide_possible_values = true)]
    pub color: Option<ColorWhen>,
    /// Print nothing but errors on stderr
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Show each request and answer on stderr, without secrets
    #[arg(long, global = true)]
    pub debug: bool,
    /// Show on stderr which requests were sent and how long each took
    #[arg(long, global = true)]
    pub timing: bool,
    /// As in AWS; there is never a pager
    #[arg(long, global = true, hide = true)]
    no_cli_pager: bool,
    /// As in AWS; nothing prompts unless it has to
    #[arg(long, global = true, hide = true)]
    no_cli_auto_prompt: bool,
    /// As in AWS; lists have an option of their own by this name
    #[arg(long, global = true, hide = true)]
    no_paginate: bool,
    /// AWS's; binary values are taken as they are
    #[arg(long, global = true, hide = true, value_name = "FORMAT")]
    cli_binary_format: Option<String>,
    /// AWS's; refused
    #[arg(long, global = true, hide = true)]
    cli_auto_prompt: bool,
    /// AWS's; refused
    #[arg(long, global = true, hide = true)]
    no_sign_request: bool,
}

impl Global {
    /// Finds the cloud that the options, the environment and the files choose, with its settings.
    pub(super) fn resolve(
        &self,
        preferences: &Preferences,
        env: &Env,
    ) -> Result<Resolved, config::Error> {
        let overrides = Overrides {
            cloud: self.cloud.clone(),
            project: self.project.clone(),
            region: self.region.clone(),
            ca_bundle: self.ca_bundle.clone(),
            no_verify_ssl: self.no_verify_ssl,
        };
        config::resolve(env, &overrides, preferences)
    }

    /// Refuses AWS's options that ostk doesn't support, so that none is ignored silently.
    pub(super) fn check(&self) -> Result<(), CommandError> {
        let wrong = if self.raw && (self.query.is_some() || self.output.is_some()) {
            // The parser sees only the options on one side of the command.
            "--raw prints what the service answered, and takes neither --query nor --output"
        } else if self.cli_auto_prompt {
            "--cli-auto-prompt: ostk has no such prompt; 'ostk instances create' alone asks for \
             everything"
        } else if self.no_sign_request {
            "--no-sign-request: every request to OpenStack carries a token"
        } else {
            match self.cli_binary_format.as_deref() {
                None | Some("raw-in-base64-out") => return Ok(()),
                Some(_) => {
                    "--cli-binary-format: ostk takes binary values as they are, which \
                     raw-in-base64-out says"
                }
            }
        };
        Err(CommandError::usage(wrong))
    }

    /// Returns the options that chose the cloud and how to reach it, as words of a command line.
    pub(super) fn cloud_options(&self) -> Vec<String> {
        let path = |path: &PathBuf| path.display().to_string();
        let mut words = Vec::new();
        for (flag, value) in [
            ("--cloud", self.cloud.clone()),
            ("--project", self.project.clone()),
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

/// How errors are written, in the user's words and AWS's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ErrorFormatWord {
    /// Lines for people
    #[value(aliases = ["enhanced", "legacy", "table"])]
    Text,
    /// One JSON object
    Json,
    /// One YAML document
    Yaml,
}

impl From<ErrorFormatWord> for ErrorFormat {
    fn from(word: ErrorFormatWord) -> Self {
        match word {
            ErrorFormatWord::Text => Self::Text,
            ErrorFormatWord::Json => Self::Json,
            ErrorFormatWord::Yaml => Self::Yaml,
        }
    }
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal that has them
    Auto,
    /// Always
    #[value(alias = "on")]
    Always,
    /// Never
    #[value(alias = "off")]
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

/// A day: no request waits longer.
const LONGEST: f64 = 86_400.0;

fn seconds(text: &str) -> Result<Duration, String> {
    let number: f64 = text
        .parse()
        .map_err(|_| "it is not a number of seconds".to_owned())?;
    if (0.0..=LONGEST).contains(&number) {
        Ok(Duration::from_secs_f64(number))
    } else {
        Err(format!("it is not a number from 0 to {LONGEST}"))
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn seconds_are_not_negative_and_not_absurd() {
        assert_eq!(seconds("2.5"), Ok(Duration::from_millis(2_500)));
        for text in ["-1", "NaN", "inf", "1e9", "soon", ""] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }

    fn global(line: &str) -> Result<Global, String> {
        let cli = Cli::try_parse_from(line.split(' ')).map_err(|error| error.to_string())?;
        cli.global.check().map_err(|error| error.message)?;
        Ok(cli.global)
    }

    #[test]
    fn a_later_option_wins_wherever_it_stands() {
        let of = |line: &str| global(line).unwrap();
        let output = |line: &str| of(line).output.unwrap();
        assert_eq!(output("ostk instances list -o json -o text"), "text");
        assert_eq!(output("ostk -o json instances list --output text"), "text");
        assert_eq!(output("ostk -o json -o yaml instances list"), "yaml");
        assert_eq!(
            of("ostk --cloud a instances list --profile b --os-cloud c").cloud,
            Some("c".to_owned())
        );
        let errors = of("ostk instances list --error-format json --cli-error-format enhanced");
        assert_eq!(errors.error_format, Some(ErrorFormatWord::Text));
        let times = of(
            "ostk --cli-read-timeout 1 whoami --read-timeout 2 --cli-connect-timeout 3 \
             --connect-timeout 4",
        );
        assert_eq!(times.read_timeout, Some(Duration::from_secs(2)));
        assert_eq!(times.connect_timeout, Some(Duration::from_secs(4)));
        assert_eq!(
            of("ostk whoami --color on --color off").color,
            Some(ColorWhen::Never)
        );
        let flags = of("ostk --debug whoami --debug -q --quiet --no-verify-ssl --no-verify-ssl");
        assert!(flags.debug && flags.quiet && flags.no_verify_ssl);
        // This applies to a command's own options and flags as well. An option that takes a list
        // adds to it.
        for line in [
            "ostk instances list --page-size 1 --page-size 2 --all-projects --all-projects",
            "ostk instances stop web --wait --wait --timeout 1m --timeout 2m --dry-run --dry-run",
            "ostk instances list --no-paginate --no-paginate --state running --state stopped",
        ] {
            of(line);
        }
    }

    #[test]
    fn what_is_harmless_of_awss_options_is_taken_and_what_would_mislead_is_refused() {
        for line in [
            "ostk --no-cli-pager --no-cli-auto-prompt instances list --no-cli-pager",
            "ostk instances describe web --no-paginate --cli-binary-format raw-in-base64-out",
            "ostk --no-paginate whoami --color auto --cli-error-format yaml",
        ] {
            global(line).unwrap();
        }
        for (line, words) in [
            ("ostk whoami --cli-auto-prompt", "no such prompt"),
            ("ostk whoami --no-sign-request", "carries a token"),
            ("ostk --raw instances list --query a", "neither --query"),
            ("ostk -o text instances list --raw", "neither --query"),
            ("ostk whoami --cli-binary-format base64", "as they are"),
            ("ostk whoami --project=", "a value is required"),
            ("ostk whoami --region=", "a value is required"),
            (
                "ostk whoami --cli-error-format xml",
                "[possible values: text, json, yaml]",
            ),
        ] {
            let said = global(line).unwrap_err();
            assert!(said.contains(words), "{line}: {said}");
        }
    }

    #[test]
    fn a_list_without_pages_may_be_asked_for_before_the_command() {
        let matches = crate::cli::command()
            .try_get_matches_from(["ostk", "--no-paginate", "instances", "list"])
            .unwrap();
        let (_, instances) = matches.subcommand().unwrap();
        let (_, list) = instances.subcommand().unwrap();
        assert!(list.get_flag("no_paginate"));
    }
}
