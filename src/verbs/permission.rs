//! What the token's roles allow, as far as ostk can know, and how a dry run ends.

use std::collections::BTreeMap;

use super::context::Context;
use crate::error::CommandError;
use crate::exit::ExitCode;

/// OpenStack's own roles with their ranks.
const RANKS: [(&str, u32); 5] = [
    ("reader", 1),
    ("member", 2),
    ("developer", 2),
    ("manager", 3),
    ("admin", 4),
];
/// The lowest role that may change a resource.
const NEEDED: &str = "developer";

/// Returns whether the token has Nova's administrator role.
pub async fn is_admin(context: &Context) -> Result<bool, CommandError> {
    let login = context.session.login().await?;
    let mut roles = login.info.roles.iter();
    Ok(roles.any(|role| role.name.eq_ignore_ascii_case("admin")))
}

/// Refuses what the token's roles certainly don't allow, before a request is sent. If that is
/// unknown, the server decides.
pub async fn may_change(context: &Context, operation: &'static str) -> Result<(), CommandError> {
    context.output.tells_changes();
    let login = context.session.login().await?;
    let roles: Vec<&str> = login
        .info
        .roles
        .iter()
        .map(|role| role.name.as_str())
        .collect();
    if !falls_short(&roles, &context.role_ranks) {
        return Ok(());
    }
    Err(CommandError::new(
        ExitCode::Service,
        "UnauthorizedOperation",
        format!(
            "this needs the role '{NEEDED}' or a higher one in {}, and '{}' has only {}",
            login.info.scope(),
            login.info.user.name,
            roles.join(", ")
        ),
    )
    .during(operation)
    .hint(
        "'ostk whoami' shows the roles; [role_ranks] in config.toml ranks those of the cloud's own",
    ))
}

/// Returns the end of a dry run that found no problem: an error, as with EC2.
pub fn dry_run_ok(operation: &'static str) -> CommandError {
    CommandError::new(
        ExitCode::Service,
        "DryRunOperation",
        "Request would have succeeded, but DryRun flag is set.",
    )
    .during(operation)
}

/// Returns whether there are roles, all of them are known, and none is high enough. Keystone and
/// the services' policies ignore case in a role's name.
fn falls_short(roles: &[&str], own: &BTreeMap<String, u32>) -> bool {
    let rank = |name: &str| {
        let own = own
            .iter()
            .find(|(role, _)| role.eq_ignore_ascii_case(name))
            .map(|(_, rank)| *rank);
        own.or_else(|| {
            RANKS
                .iter()
                .find(|(role, _)| role.eq_ignore_ascii_case(name))
                .map(|(_, rank)| *rank)
        })
    };
    let ranks: Option<Vec<u32>> = roles.iter().map(|role| rank(role)).collect();
    // An unknown role, or no role: the server decides.
    let Some(highest) = ranks.and_then(|ranks| ranks.into_iter().max()) else {
        return false;
    };
    rank(NEEDED).is_some_and(|needed| highest < needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_surely_falls_short_is_refused() {
        let none = BTreeMap::new();
        let table: [(&[&str], bool); 9] = [
            (&[], false),
            (&["reader"], true),
            (&["Reader"], true),
            (&["member"], false),
            (&["developer"], false),
            (&["reader", "member"], false),
            (&["admin", "manager", "member", "reader"], false),
            (&["reader", "load-balancer_member"], false),
            (&["operator"], false),
        ];
        for (roles, expected) in table {
            assert_eq!(falls_short(roles, &none), expected, "{roles:?}");
        }
    }

    #[test]
    fn ranks_of_the_users_own_count_first() {
        let own = |name: &str, rank| BTreeMap::from([(name.to_owned(), rank)]);
        assert!(falls_short(&["auditor"], &own("auditor", 1)));
        assert!(!falls_short(&["operator"], &own("Operator", 3)));
        assert!(!falls_short(&["reader"], &own("reader", 2)));
        assert!(falls_short(&["member"], &own("developer", 3)));
    }
}
