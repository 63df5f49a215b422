//! Who may change things: what the token's roles say, before anything is sent.

use std::collections::BTreeMap;

use super::context::Context;
use crate::error::CommandError;
use crate::exit::ExitCode;

/// The ranks of `OpenStack`'s own roles. Who only reads is below 20.
const RANKS: [(&str, u32); 5] = [
    ("reader", 10),
    ("member", 20),
    ("developer", 20),
    ("manager", 30),
    ("admin", 40),
];
const DEVELOPER: u32 = 20;

/// Refuses who is known to fall short. A role that has no rank is left to the server to judge.
pub async fn may_change(context: &Context, operation: &'static str) -> Result<(), CommandError> {
    let login = context.session.login().await?;
    let roles: Vec<&str> = login
        .info
        .roles
        .iter()
        .map(|role| role.name.as_str())
        .collect();
    if suffices(&roles, &context.role_ranks) {
        return Ok(());
    }
    Err(CommandError::new(
        ExitCode::Service,
        "UnauthorizedOperation",
        format!(
            "{} has only the role{} {} in {}, and this needs member (or developer)",
            login.info.user.name,
            if roles.len() == 1 { "" } else { "s" },
            roles.join(", "),
            login.info.scope()
        ),
    )
    .during(operation)
    .hint(
        "'ostk whoami' shows whose token it is; role_ranks in config.toml ranks roles of your own",
    ))
}

/// Pure: whether these roles may be enough.
fn suffices(roles: &[&str], own: &BTreeMap<String, u32>) -> bool {
    let rank = |role: &str| {
        own.get(role).copied().or_else(|| {
            RANKS
                .iter()
                .find(|(name, _)| *name == role)
                .map(|(_, rank)| *rank)
        })
    };
    roles.is_empty()
        || roles
            .iter()
            .any(|role| rank(role).is_none_or(|rank| rank >= DEVELOPER))
}

/// How a dry run ends that found nothing wrong.
pub fn dry_run_ok(operation: &'static str) -> CommandError {
    CommandError::new(
        ExitCode::Service,
        "DryRunOperation",
        "Request would have succeeded, but DryRun flag is set.",
    )
    .during(operation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_is_known_to_fall_short_is_refused() {
        let none = BTreeMap::new();
        assert!(!suffices(&["reader"], &none));
        assert!(suffices(&["reader", "member"], &none));
        assert!(suffices(&["admin"], &none));
        assert!(suffices(&["reader", "heat_stack_owner"], &none));
        assert!(suffices(&[], &none));
        let own = BTreeMap::from([("auditor".to_owned(), 10), ("operator".to_owned(), 25)]);
        assert!(!suffices(&["reader", "auditor"], &own));
        assert!(suffices(&["operator"], &own));
    }
}
