//! Tests of the whole program: in-process against servers of the tests' own, a few of the binary
//! itself, and the lifecycle tests, which also run against a real cloud.

mod bad_input;
mod binary;
mod generated;
mod identity;
mod layers;
mod lifecycle;
mod listing;
mod session;
mod support;
