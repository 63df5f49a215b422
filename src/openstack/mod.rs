//! The OpenStack client: sessions, identity, and typed calls to each service. It doesn't know the
//! command line, tables or the terminal.

mod actions;
mod bounds;
mod calls;
mod catalog;
mod clock;
mod compute;
mod error;
mod fault;
mod gone;
mod hold;
mod http;
mod identity;
mod limits;
mod login;
mod microversion;
mod name_regex;
mod names;
mod observe;
mod pages;
mod paging;
mod request;
mod resource;
mod retry;
mod server;
mod service;
mod session;
mod token;
mod token_cache;
mod trouble;
mod wire;

pub use actions::{
    ActionEvent, ActionOutcome, CreatedServer, act, action_outcome, create_server,
    creating_request, delete_server, newest_outcome, show_server,
};
pub use calls::{Found, Removal, create, delete, find, list_all, list_call, removal, show_known};
pub use catalog::Catalog;
pub use clock::ServiceClock;
pub use error::{
    AuthError, CatalogError, Decode, DecodeProblem, Error, Fault, Transport, TransportKind,
};
pub use http::{HttpSettingError, HttpSettings, Proxies};
pub use identity::{
    ApplicationCredential, AskPasscode, AuthScope, Credentials, Grant, Method, Oidc, Proof,
    Reference, TokenEndpoint, User,
};
pub use limits::limits;
pub use login::Login;
pub use microversion::{Range, Version};
pub use name_regex::NameRegex;
pub use names::{FlavorFacts, Names, Seen};
pub use observe::{Body, Observer, TrafficEvent};
pub use pages::{Endless, LEAST_FULL_PAGE, Pages};
pub use paging::{Page, Pager};
pub use request::{Answer, Call};
pub use resource::{ByName, PagedBy, Resource};
pub use retry::Policy;
pub use server::{Address, AttachedVolume, SecurityGroupName, Server, ServerFault};
pub use service::Service;
pub use session::{Session, SessionSettings};
pub use token::{Named, TokenInfo};
pub use trouble::Trouble;
pub use wire::{DEFAULT_CONNECT_TIMEOUT, DEFAULT_READ_TIMEOUT};
