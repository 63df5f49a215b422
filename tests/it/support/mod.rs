//! What the tests share: a server that answers as told, a small double of a cloud on it, and a
//! way to run ostk in-process.

pub(crate) mod actor;
pub(crate) mod double;
pub(crate) mod real;
pub(crate) mod run;
pub(crate) mod sandbox;
pub(crate) mod server;
pub(crate) mod tmux;

/// Says why something was not tried. A test that passes without a word would claim too much.
pub(crate) fn not_tried(why: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "not tried: {why}");
}
