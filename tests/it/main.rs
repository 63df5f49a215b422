//! Tests of the whole program: in-process against local servers of the tests, a few of the binary
//! itself, and the lifecycle tests, which also run against a real cloud.

#![expect(
    clippy::unwrap_used,
    reason = "in a test a panic is how a failure is told"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "who runs the tests says by variables what they run against"
)]

mod bad_input;
mod binary;
mod circles;
mod control;
mod create;
mod detail;
mod exit_codes;
mod filters;
mod form;
mod generated;
mod identity;
mod keypairs;
mod layers;
mod lifecycle;
mod listing;
mod names;
mod prose;
mod recorded;
mod records;
mod sandbox;
mod server_groups;
mod session;
mod ssh;
mod states;
mod support;
mod top;
mod transport;
mod volumes;
mod watch;
mod watch_page;
mod words;
