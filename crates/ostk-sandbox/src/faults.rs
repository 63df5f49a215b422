//! Faults: which requests fail, how, and how often.
//!
//! A rule reads `POST /servers: 503 retry-after=2 x2`: a method (`*` for any), a path below the
//! service's version (`*` for one segment, a last `**` for any number), an effect, and to how
//! many requests it applies (to all, unless stated). A rule that no request can meet is refused.

use std::fmt::Write as _;
use std::str::FromStr;
use std::time::Duration;

use crate::routes::{
    self, CHECKS_QUOTA, DELETES_SERVER, Route, SERVICES, STARTS_ACTION, is_version,
};

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultRule {
    text: String,
    method: Option<String>,
    path: Vec<String>,
    pub(crate) effect: Effect,
    /// To how many more requests it applies; `None` for no limit.
    left: Option<u32>,
}

/// What happens to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// A proxy in front of the service responds with this status.
    Status {
        status: u16,
        retry_after: Option<String>,
    },
    /// The response is late.
    Delay(Duration),
    /// The connection is cut before the request took effect.
    CutBefore,
    /// The connection is cut after the request took effect.
    CutAfter,
    /// The request takes effect, and half of the response arrives.
    Truncate,
    /// The token counts as expired.
    ExpiredToken,
    /// The action begins and never ends.
    Stuck,
    /// The quota counts as used up.
    Quota,
    /// `changes-since` does not show the deletion.
    LostDeletion,
}

/// What is wrong with a rule's text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{rule}' is no fault: {problem}")]
pub struct FaultRuleError {
    rule: String,
    problem: String,
}

/// The longest delay. No client waits longer for a response.
const LONGEST_DELAY: Duration = Duration::from_hours(1);

const BELOW: &str = "the path is what comes after the service and its version, such as '/servers' for \
    '/compute/v2.1/servers'";

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "*"];

impl FromStr for FaultRule {
    type Err = FaultRuleError;

    fn from_str(text: &str) -> Result<Self, FaultRuleError> {
        let refuse = |problem: &str| error(text, problem);
        let (target, what) = text.split_once(": ").ok_or_else(|| {
            refuse("a rule is METHOD /PATH: WHAT, such as 'POST /servers: 503 x2'")
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
        let rule = Self {
            text: text.to_owned(),
            method: (method != "*").then(|| method.to_owned()),
            path,
            effect: effect(&words).map_err(refuse)?,
            left,
        };
        rule.check().map_err(|problem| error(text, problem))?;
        Ok(rule)
    }
}

fn error(rule: &str, problem: impl Into<String>) -> FaultRuleError {
    FaultRuleError {
        rule: rule.to_owned(),
        problem: problem.into(),
    }
}

/// The segments of a path that a request can meet.
fn segments(path: &str) -> Result<Vec<String>, &'static str> {
    let path: Vec<&str> = path.split('/').filter(|one| !one.is_empty()).collect();
    // A path of Gnocchi begins with the name of the service.
    let is_service =
        |name: &str| name != "metric" && SERVICES.iter().any(|(service, _)| *service == name);
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
            let delay = seconds
                .parse::<f64>()
                .ok()
                .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
                .filter(|delay| !delay.is_zero() && *delay <= LONGEST_DELAY)
                .ok_or("a delay is a number of seconds, above 0 and at most 3600")?;
            Effect::Delay(delay)
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
                        .filter(|seconds| seconds.parse::<u32>().is_ok())
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

/// How many similar paths the error names if a rule's path does not exist.
const NEAREST: usize = 5;

impl FaultRule {
    /// Refuses a rule that no request can match. The error says what could be matched.
    fn check(&self) -> Result<(), String> {
        let there: Vec<Route> = routes::all()
            .filter(|route| can_match(&self.path, &route.path))
            .collect();
        if there.is_empty() {
            return Err(format!(
                "the sandbox has no such path; the nearest are {}",
                self.nearest_paths().join(", ")
            ));
        }
        let met: Vec<(&str, &Route)> = there
            .iter()
            .flat_map(|route| route.methods.iter().map(move |method| (*method, route)))
            .filter(|(method, _)| self.method.as_deref().is_none_or(|own| own == *method))
            .collect();
        if met.is_empty() {
            let mut methods: Vec<&str> =
                there.into_iter().flat_map(|route| route.methods).collect();
            methods.sort_unstable();
            methods.dedup();
            return Err(format!("the sandbox has only {} there", methods.join(", ")));
        }
        let (name, places): (&str, &[&'static str]) = match &self.effect {
            Effect::Stuck => ("stuck", &STARTS_ACTION),
            Effect::Quota => ("quota", &CHECKS_QUOTA),
            Effect::LostDeletion => ("lost-deletion", &DELETES_SERVER),
            Effect::ExpiredToken if met.iter().all(|(method, route)| route.is_open(method)) => {
                return Err("no token is asked for there".to_owned());
            }
            _ => return Ok(()),
        };
        let is_place = |locate: &&'static str| {
            let locate = Route::read(locate);
            met.iter()
                .any(|(method, route)| locate.methods.contains(method) && locate.path == route.path)
        };
        if places.iter().any(is_place) {
            return Ok(());
        }
        Err(format!("'{name}' is for {}", places.join(", ")))
    }

    /// Returns the paths that are most like this rule's.
    fn nearest_paths(&self) -> Vec<String> {
        let own = self.path.iter().fold(String::new(), |mut path, segment| {
            let _ = write!(path, "/{segment}");
            path
        });
        let mut paths: Vec<(usize, String)> = routes::all()
            .map(|route| route.display())
            .map(|path| (strsim::damerau_levenshtein(&own, &path), path))
            .collect();
        paths.sort();
        paths.dedup();
        paths.truncate(NEAREST);
        paths.into_iter().map(|(_, path)| path).collect()
    }

    /// Refuses a rule that no request can match because each matches an earlier rule.
    pub fn check_order(rules: &[Self]) -> Result<(), FaultRuleError> {
        for (index, rule) in rules.iter().enumerate() {
            if let Some(earlier) = rules[..index].iter().find(|earlier| earlier.hides(rule)) {
                let problem = format!("each request meets '{}' first", earlier.text);
                return Err(error(&rule.text, problem));
            }
        }
        Ok(())
    }

    /// Returns whether every request that could match `later` matches this rule first.
    fn hides(&self, later: &Self) -> bool {
        let is_delay = |rule: &Self| matches!(rule.effect, Effect::Delay(_));
        self.left.is_none()
            // A delay and another fault may both apply to a request.
            && is_delay(self) == is_delay(later)
            && (self.method.is_none() || self.method == later.method)
            && covers(&self.path, &later.path)
    }

    /// Returns whether the rule applies to a request. Counts the use.
    pub(crate) fn meets(&mut self, method: &str, path: &[String]) -> bool {
        let meets = self.left != Some(0)
            && self.method.as_deref().is_none_or(|own| own == method)
            && matches(&self.path, path);
        if meets && let Some(left) = &mut self.left {
            *left -= 1;
        }
        meets
    }
}

/// Returns whether some path matches both a rule's pattern and a route's.
fn can_match(pattern: &[String], route: &[&str]) -> bool {
    match (pattern.split_first(), route.split_first()) {
        (None, None) => true,
        (Some((first, [])), _) if first == "**" => true,
        (Some((first, pattern)), Some((segment, route))) => {
            (first == "*" || *segment == "*" || first == segment) && can_match(pattern, route)
        }
        _ => false,
    }
}

/// Returns whether every path that matches the other pattern matches this one.
fn covers(pattern: &[String], other: &[String]) -> bool {
    match (pattern.split_first(), other.split_first()) {
        (None, None) => true,
        (Some((first, [])), _) if first == "**" => true,
        (Some(_), Some((segment, []))) if segment == "**" => false,
        (Some((first, pattern)), Some((segment, other))) => {
            (first == "*" || first == segment) && covers(pattern, other)
        }
        _ => false,
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
        let table = [
            ("POST /servers", "METHOD /PATH: WHAT"),
            ("FETCH /servers: 503", "not one of HTTP's"),
            ("POST servers: 503", "begins with '/'"),
            ("POST /servers: 200", "a status from 400 to 599"),
            ("POST /servers: 600", "a status from 400 to 599"),
            ("POST /servers: slow", "a status from 400 to 599"),
            ("POST /servers: 503 x0", "'xN'"),
            ("POST /servers: 503 x-1", "'xN'"),
            ("POST /servers: 503 x9999999999", "'xN'"),
            ("POST /servers: 503 soon", "retry-after=SECONDS"),
            ("POST /servers: 503 retry-after=soon", "retry-after=SECONDS"),
            ("POST /servers: 503 retry-after=-1", "retry-after=SECONDS"),
            ("POST /servers: 503 retry-after=1 2", "too many words"),
            ("POST /servers: delay long", "above 0 and at most 3600"),
            ("POST /servers: delay 0", "above 0 and at most 3600"),
            ("POST /servers: delay -1", "above 0 and at most 3600"),
            ("POST /servers: delay NaN", "above 0 and at most 3600"),
            ("POST /servers: delay 3601s", "above 0 and at most 3600"),
            ("POST /servers: ", "what happens is missing"),
            (
                "GET /v2.1/servers: 503",
                "after the service and its version",
            ),
            (
                "GET /compute/servers: 503",
                "after the service and its version",
            ),
            (
                "GET /compute/v2.1/servers: 503",
                "after the service and its version",
            ),
            (
                "GET /metric/v1/resource: 503",
                "after the service and its version",
            ),
            ("GET /**/action: 503", "at the end alone"),
            // What no request can meet.
            (
                "GET /server: 503",
                "no such path; the nearest are /servers,",
            ),
            ("GET /servers/*/*/*/*: 503", "no such path"),
            ("GET /nosuch/**: 503", "no such path"),
            (
                "GET /servers/*/action: 503",
                "the sandbox has only POST there",
            ),
            (
                "PATCH /servers: 503",
                "the sandbox has only GET, POST there",
            ),
            (
                "HEAD /servers/*: 503",
                "the sandbox has only DELETE, GET, PUT there",
            ),
            (
                "GET /servers: stuck",
                "'stuck' is for POST /servers, POST /servers/*/action,",
            ),
            ("POST /volumes: stuck", "'stuck' is for"),
            ("DELETE /servers/*: quota", "'quota' is for POST /servers,"),
            (
                "DELETE /volumes/*: lost-deletion",
                "'lost-deletion' is for DELETE /servers/*",
            ),
            ("POST /auth/tokens: expired-token", "no token is asked for"),
            ("GET /: expired-token", "no token is asked for"),
        ];
        for (text, problem) in table {
            let error = text.parse::<FaultRule>().unwrap_err().to_string();
            assert!(error.contains(problem), "{text}: {error}");
        }
    }

    #[test]
    fn what_some_request_can_meet_is_a_rule() {
        for text in [
            "* /**: 503",
            "GET /: 503",
            "GET /*: 503",
            "GET /*/*: cut-before",
            "* /servers/**: stuck",
            "POST /*: quota",
            "POST /servers/a/action: stuck",
            "DELETE /servers/a: lost-deletion x2",
            "* /auth/tokens: expired-token",
            "GET /images: expired-token",
            "GET /servers/a/os-instance-actions/req-1: 403",
            "GET /metric/*/measures: delay 3600",
            "PUT /images/*/file: 503 retry-after=0",
        ] {
            assert!(text.parse::<FaultRule>().is_ok(), "{text}");
        }
    }

    #[test]
    fn a_rule_that_an_earlier_one_hides_is_refused() {
        let table: [(&[&str], bool); 9] = [
            (&["GET /servers: 503", "GET /servers: 404"], true),
            (&["* /**: 503", "GET /servers/detail: 404"], true),
            (&["GET /servers/*: 503", "GET /servers/detail: 404"], true),
            (&["GET /servers/*: 503", "GET /servers/**: 404"], false),
            (&["GET /servers: 503 x3", "GET /servers: 404"], false),
            (&["GET /servers: delay 1", "GET /servers: 404"], false),
            (&["GET /servers: delay 1", "GET /servers: delay 2"], true),
            (&["GET /servers: 503", "* /servers: 404"], false),
            (&["GET /servers/detail: 404", "GET /servers/*: 503"], false),
        ];
        for (texts, refused) in table {
            let rules: Vec<FaultRule> = texts.iter().map(|text| text.parse().unwrap()).collect();
            let outcome = FaultRule::check_order(&rules);
            assert_eq!(outcome.is_err(), refused, "{texts:?}");
            if let Err(error) = outcome {
                let text = error.to_string();
                assert!(text.contains(texts[0]) && text.contains(texts[1]), "{text}");
            }
        }
    }
}
