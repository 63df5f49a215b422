//! What must hold on a real cloud. Each test makes what it needs under names of its own and
//! removes it. Without a cloud they are skipped, and say so; `.ci/run` brings one up and runs
//! them all.

mod detail;
mod identity;
mod lists;

/// A name that no other test has.
fn unique(what: &str) -> String {
    format!("ostk-test-{what}-{}", uuid::Uuid::new_v4().simple())
}
