//! The pipeline or job that a command runs in.

use crate::env::Env;

/// The variables of CI systems, in order of precedence. Each is the system's own ID of the whole
/// run, so that every job finds the resources of the other jobs.
const VARIABLES: [(&str, Option<&str>); 13] = [
    ("OSTK_RUN_ID", None),
    // A run that is started again keeps its ID.
    ("GITHUB_RUN_ID", Some("GITHUB_RUN_ATTEMPT")),
    // GitLab.
    ("CI_PIPELINE_ID", None),
    // Jenkins.
    ("BUILD_TAG", None),
    ("BUILDKITE_BUILD_ID", None),
    ("CIRCLE_WORKFLOW_ID", None),
    // Azure Pipelines. Other systems may set this variable too, which works as well.
    ("BUILD_BUILDID", None),
    ("ZUUL_BUILD", None),
    ("DRONE_BUILD_NUMBER", None),
    ("SEMAPHORE_WORKFLOW_ID", None),
    ("TRAVIS_BUILD_ID", None),
    ("CODEBUILD_BUILD_ID", None),
    // Woodpecker.
    ("CI_PIPELINE_NUMBER", None),
];

/// Returns the default of `--run-id`: the CI system's ID of this run, or none outside CI.
pub fn run_id(env: &Env) -> Option<String> {
    VARIABLES.iter().find_map(|(name, attempt)| {
        let id = env.get(name)?;
        Some(match attempt.and_then(|attempt| env.get(attempt)) {
            Some(attempt) => format!("{id}-{attempt}"),
            None => id.to_owned(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_ci_systems_own_number_is_the_default() {
        type Variables<'a> = &'a [(&'a str, &'a str)];
        let table: [(Variables<'_>, Option<&str>); 8] = [
            (&[], None),
            (&[("GITHUB_RUN_ID", "7")], Some("7")),
            (
                &[("GITHUB_RUN_ID", "7"), ("GITHUB_RUN_ATTEMPT", "2")],
                Some("7-2"),
            ),
            (
                &[("OSTK_RUN_ID", "mine"), ("GITHUB_RUN_ID", "7")],
                Some("mine"),
            ),
            (&[("OSTK_RUN_ID", ""), ("CI_PIPELINE_ID", "8")], Some("8")),
            (&[("BUILD_TAG", "jenkins-a-1")], Some("jenkins-a-1")),
            (&[("TF_BUILD", "True"), ("BUILD_BUILDID", "9")], Some("9")),
            (&[("GITHUB_RUN_ATTEMPT", "2"), ("CI", "true")], None),
        ];
        for (variables, expected) in table {
            let env = Env::for_test(Path::new("/"), variables.iter().copied());
            assert_eq!(run_id(&env).as_deref(), expected, "{variables:?}");
        }
    }
}
