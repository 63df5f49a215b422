//! The process edge: arguments, environment, streams, exit code.
fn main() {}
