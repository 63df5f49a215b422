//! `ostk`: an AWS-style command-line tool for OpenStack compute.
//!
//! [`run`] is the whole program as a function of its arguments, its environment and its streams.

pub mod env;
pub mod exit;
pub mod io;
pub mod secret;
