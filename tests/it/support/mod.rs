//! Shared parts of the tests: a server with the test's replies, a small double of a cloud on it,
//! and a way to run ostk in-process.

pub(crate) mod actor;
pub(crate) mod double;
pub(crate) mod real;
pub(crate) mod run;
pub(crate) mod sandbox;
pub(crate) mod server;
pub(crate) mod tmux;

/// Reports why a test was skipped. A silent pass would claim too much. With `OSTK_TEST_EVERYTHING`
/// set, a skipped test fails.
pub(crate) fn not_tried(why: &str) {
    use std::io::Write as _;
    assert!(
        std::env::var_os("OSTK_TEST_EVERYTHING").is_none(),
        "not tried: {why}"
    );
    let _ = writeln!(std::io::stderr(), "not tried: {why}");
}
