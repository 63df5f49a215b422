//! What the tests share: a server that answers as told, a small double of a cloud on it, and a
//! way to run ostk in-process.

pub(crate) mod actor;
pub(crate) mod double;
pub(crate) mod real;
pub(crate) mod run;
pub(crate) mod sandbox;
pub(crate) mod server;
pub(crate) mod tmux;

/// Says why something was not tried. A test that passes without a word would claim too much, and
/// one that says so is still too little where `OSTK_TEST_EVERYTHING` is set.
pub(crate) fn not_tried(why: &str) {
    use std::io::Write as _;
    assert!(
        std::env::var_os("OSTK_TEST_EVERYTHING").is_none(),
        "not tried: {why}"
    );
    let _ = writeln!(std::io::stderr(), "not tried: {why}");
}
