//! What the token's roles let its holder do, as far as that can be known here, and how a rehearsal
//! ends.

use std::collections::BTreeMap;

use super::context::Context;
use crate::error::CommandError;
use crate::exit::ExitCode;

/// OpenStack's own roles, and how far each goes.
const RANKS: [(&str, u32); 5] = [
    ("reader", 1),
    ("member", 2),
    ("developer", 2),
    ("manager", 3),
    ("admin", 4),
];
/// The least role that changes something.
const NEEDED: &str = "developer";

/// Whether the token's holder is an administrator to Nova.
pub async fn is_admin(context: &Context) -> Result<bool, CommandError> {
    let login = context.session.login().await?;
    let mut roles = login.info.roles.iter();
    Ok(roles.any(|role| role.name.eq_ignore_ascii_case("admin")))
}

/// Refuses what the token's roles surely do not allow, before anything is sent. What is not known
/// here is left to the server.
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

/// The end of a rehearsal in which nothing was found amiss: an error, as with EC2.
pub fn dry_run_ok(operation: &'static str) -> CommandError {
    CommandError::new(
        ExitCode::Service,
        "DryRunOperation",
        "Request would have succeeded, but DryRun flag is set.",
    )
    .during(operation)
}

/// Whether all of these roles are known, there is one, and none is enough. Keystone and the
/// services' policies do not tell upper from lower case in a role's name.
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
    // A role that is not known, or none at all: the server decides.
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
