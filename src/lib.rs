//! `ostk`: an AWS-style command-line tool for OpenStack compute.
//!
//! [`run`] is the whole program as a function of its arguments, its environment and its streams.
//! The layers, and what each may know, are told in `docs/architecture.md`.

pub mod cli;
pub mod commands;
pub mod config;
pub mod env;
pub mod error;
pub mod exit;
pub mod files;
pub mod io;
pub mod jmespath;
pub mod noun;
pub mod openstack;
pub mod output;
pub mod records;
pub mod secret;
pub mod shorthand;
pub mod state;
pub mod verbs;
pub mod watch;

pub use cli::run;
