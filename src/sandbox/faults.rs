//! Faults on purpose: which requests meet with what, and how often.
//!
//! A rule reads `POST /servers: 503 retry-after=2 x2`: a method (`*` for any), a path below the
//! service's version (`*` for one segment, a last `**` for any number), what happens, and to how
//! many requests (all of them, unless told).

use std::str::FromStr;
use std::time::Duration;

use super::cloud::is_version;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultRule {
    method: Option<String>,
    path: Vec<String>,
    pub(super) effect: Effect,
    /// How many more requests meet it; without end, if none.
    left: Option<u32>,
}

/// What a request meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// This status, from something in front of the service.
    Status {
        status: u16,
        retry_after: Option<String>,
    },
    /// The answer comes late.
    Delay(Duration),
    /// The connection is cut, and nothing was done.
    CutBefore,
    /// It is done, and then the connection is cut.
    CutAfter,
    /// It is done, and half of the answer comes.
    Truncate,
    /// The token counts as expired.
    ExpiredToken,
    /// The action begins and never ends.
    Stuck,
    /// The quota counts as used up.
    Quota,
    /// The deletion is one of those that `changes-since` does not show.
    LostDeletion,
}

/// What is wrong with a rule's text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{rule}' is no fault: {problem}")]
pub struct FaultRuleError {
    rule: String,
    problem: String,
}

/// What the services' addresses begin with.
const SERVICES: [&str; 7] = [
    "identity",
    "compute",
    "image",
    "network",
    "volume",
    "metric",
    "placement",
];

const BELOW: &str = "the path is what comes after the service and its version, such as '/servers' for \
    '/compute/v2.1/servers'";

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "*"];

impl FromStr for FaultRule {
    type Err = FaultRuleError;

    fn from_str(text: &str) -> Result<Self, FaultRuleError> {
        let refuse = |problem: &str| FaultRuleError {
            rule: text.to_owned(),
            problem: problem.to_owned(),
        };
        let (target, what) = text.split_once(": ").ok_or_else(|| {
            refuse("METHOD /PATH: WHAT is wanted, such as 'POST /servers: 503 x2'")
        })?;
        let (method, path) = target
            .trim()
            .split_once(' ')
            .ok_or_else(|| refuse("the path is missing"))?;
        if !METHODS.contains(&method) {
            return Err(refuse("the method is not one of HTTP's"));
        }
        let path = path
            .trim()
            .strip_prefix('/')
            .ok_or_else(|| refuse("the path begins with '/'"))?;
        let path = segments(path).map_err(refuse)?;
        let mut words: Vec<&str> = what.split_whitespace().collect();
        let left = match words.last().and_then(|word| word.strip_prefix('x')) {
            Some(number) => {
                let number = number
                    .parse()
                    .ok()
                    .filter(|number| *number > 0)
                    .ok_or_else(|| refuse("'xN' says how many requests meet it"))?;
                words.pop();
                Some(number)
            }
            None => None,
        };
        Ok(Self {
            method: (method != "*").then(|| method.to_owned()),
            path,
            effect: effect(&words).map_err(refuse)?,
            left,
        })
    }
}

/// The segments of a path that a request can meet.
fn segments(path: &str) -> Result<Vec<String>, &'static str> {
    let path: Vec<&str> = path.split('/').filter(|one| !one.is_empty()).collect();
    // Gnocchi has a path of its own that begins as the service is called.
    let is_service = |name: &str| name != "metric" && SERVICES.contains(&name);
    match path.as_slice() {
        [first, ..] if is_version(first) || is_service(first) => {
            return Err(BELOW);
        }
        [_, second, ..] if is_version(second) => return Err(BELOW),
        [before @ .., _] if before.contains(&"**") => {
            return Err("** stands for any number of segments at the end alone");
        }
        _ => {}
    }
    Ok(path.into_iter().map(str::to_owned).collect())
}

fn effect(words: &[&str]) -> Result<Effect, &'static str> {
    Ok(match words {
        ["cut-before"] => Effect::CutBefore,
        ["cut-after"] => Effect::CutAfter,
        ["truncate"] => Effect::Truncate,
        ["expired-token"] => Effect::ExpiredToken,
        ["stuck"] => Effect::Stuck,
        ["quota"] => Effect::Quota,
        ["lost-deletion"] => Effect::LostDeletion,
        ["delay", seconds] => {
            let seconds = seconds.strip_suffix('s').unwrap_or(seconds);
            let seconds = seconds
                .parse::<f64>()
                .ok()
                .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
                .ok_or("a delay is a number of seconds")?;
            Effect::Delay(seconds)
        }
        [status, rest @ ..] => {
            let status = status
                .parse()
                .ok()
                .filter(|status| (400..600).contains(status))
                .ok_or(
                    "what happens is a status from 400 to 599, delay SECONDS, cut-before, \
                     cut-after, truncate, expired-token, stuck, quota or lost-deletion",
                )?;
            let retry_after = match rest {
                [] => None,
                [word] => Some(
                    word.strip_prefix("retry-after=")
                        .ok_or("after a status comes retry-after=SECONDS, or nothing")?
                        .to_owned(),
                ),
                _ => return Err("there are too many words"),
            };
            Effect::Status {
                status,
                retry_after,
            }
        }
        [] => return Err("what happens is missing"),
    })
}

impl FaultRule {
    /// Whether a request meets this rule, which then has one use less.
    pub(super) fn meets(&mut self, method: &str, path: &[String]) -> bool {
        let meets = self.left != Some(0)
            && self.method.as_deref().is_none_or(|own| own == method)
            && matches(&self.path, path);
        if meets && let Some(left) = &mut self.left {
            *left -= 1;
        }
        meets
    }
}

fn matches(pattern: &[String], path: &[String]) -> bool {
    match (pattern.split_first(), path.split_first()) {
        (None, None) => true,
        (Some((first, [])), _) if first == "**" => true,
        (Some((first, pattern)), Some((segment, path))) => {
            (first == "*" || first == segment) && matches(pattern, path)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Vec<String> {
        text.split('/').map(str::to_owned).collect()
    }

    #[test]
    fn a_rule_meets_so_many_requests() {
        let mut rule: FaultRule = "POST /servers/*/action: 503 retry-after=2 x2"
            .parse()
            .unwrap();
        assert_eq!(
            rule.effect,
            Effect::Status {
                status: 503,
                retry_after: Some("2".to_owned())
            }
        );
        assert!(!rule.meets("GET", &path("servers/a/action")));
        assert!(!rule.meets("POST", &path("servers/a")));
        assert!(rule.meets("POST", &path("servers/a/action")));
        assert!(rule.meets("POST", &path("servers/a/action")));
        assert!(!rule.meets("POST", &path("servers/a/action")));
        let mut any: FaultRule = "* /**: delay 0.5s".parse().unwrap();
        assert!(any.meets("GET", &path("a/b")) && any.meets("PUT", &path("c")));
    }

    #[test]
    fn slashes_at_either_end_and_doubled_ones_are_no_segments() {
        let mut root: FaultRule = "GET /: 503".parse().unwrap();
        assert!(root.meets("GET", &[]) && !root.meets("GET", &path("servers")));
        let mut rule: FaultRule = "GET //servers//detail/: 503".parse().unwrap();
        assert!(rule.meets("GET", &path("servers/detail")));
        let mut rule: FaultRule = "GET /metric/*/measures: 503".parse().unwrap();
        assert!(rule.meets("GET", &path("metric/a/measures")));
    }

    #[test]
    fn what_is_no_rule_is_told_why() {
        for text in [
            "POST /servers",
            "FETCH /servers: 503",
            "POST servers: 503",
            "POST /servers: 200",
            "POST /servers: 503 x0",
            "POST /servers: 503 soon",
            "POST /servers: delay long",
            "POST /servers: ",
            "GET /v2.1/servers: 503",
            "GET /compute/servers: 503",
            "GET /compute/v2.1/servers: 503",
            "GET /metric/v1/resource: 503",
            "GET /**/action: 503",
        ] {
            assert!(text.parse::<FaultRule>().is_err(), "{text}");
        }
    }
}
