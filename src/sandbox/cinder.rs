use super::cloud::Context;
use super::exchange::{Answer, Refusal, Reply};
pub(super) fn answer(_: &Context<'_>, _: &[&str]) -> Reply {
    Err(Refusal::unknown_route())
}
