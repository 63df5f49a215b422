//! `ostk server-groups`: Nova's server groups, which AWS calls placement groups.

use clap::{Args, Subcommand, ValueEnum};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::noun::Noun;
use crate::openstack::{
    ByName, Call, PagedBy, Resource, Service, Session, Version, limits, list_call,
};
use crate::output::{Cell, Column, Tabular};
use crate::records::Kind;
use crate::verbs::context::Context;
use crate::verbs::create::{self, CreationArgs, NewResource};
use crate::verbs::delete::{self, Delete, DeleteArgs};
use crate::verbs::filters::{Field, FieldKind, Filterable, Texts, id_of, name_of};
use crate::verbs::targets::Targeted;
use crate::verbs::{self, DescribeArgs, ListArgs, View};

/// The commands for server groups.
#[derive(Debug, Subcommand)]
pub enum ServerGroupsCommand {
    /// List all, or those that are named
    List(ListServerGroupsArgs),
    /// Show some of them in full
    #[command(visible_alias = "show")]
    Describe(DescribeArgs<ServerGroup>),
    /// Create a server group
    Create(CreateArgs),
    /// Delete server groups; their instances stay
    Delete(DeleteArgs<ServerGroup>),
}

/// Runs one of the commands.
pub async fn run(
    context: &Context,
    command: ServerGroupsCommand,
) -> Result<ExitCode, CommandError> {
    match command {
        ServerGroupsCommand::List(args) => list(context, &args).await,
        ServerGroupsCommand::Describe(args) => verbs::describe(context, &args).await,
        ServerGroupsCommand::Create(args) => create(context, &args).await,
        ServerGroupsCommand::Delete(args) => delete::run(context, &args).await,
    }
}

/// A server group (<https://docs.openstack.org/api-ref/compute/#server-groups-os-server-groups>).
#[derive(Debug, Deserialize, Serialize)]
pub struct ServerGroup {
    #[serde(rename(serialize = "ServerGroupId", deserialize = "id"))]
    id: String,
    #[serde(rename(serialize = "Name", deserialize = "name"))]
    name: String,
    #[serde(
        rename(serialize = "Policy", deserialize = "policy"),
        alias = "policies",
        default,
        deserialize_with = "one_policy"
    )]
    policy: Option<String>,
    /// From 2.64 on.
    #[serde(rename(serialize = "Rules", deserialize = "rules"), default)]
    rules: Option<Rules>,
    /// The IDs of its instances.
    #[serde(rename(serialize = "Members", deserialize = "members"), default)]
    pub(super) members: Vec<String>,
    /// From 2.13 on, like the user.
    #[serde(rename(serialize = "ProjectId", deserialize = "project_id"), default)]
    project_id: Option<String>,
    #[serde(rename(serialize = "UserId", deserialize = "user_id"), default)]
    user_id: Option<String>,
}

/// The restrictions of a policy.
#[derive(Debug, Deserialize, Serialize)]
struct Rules {
    #[serde(
        rename(serialize = "MaxServerPerHost", deserialize = "max_server_per_host"),
        default
    )]
    max_server_per_host: Option<u32>,
}

/// Reads `policy`, or `policies` from Nova below 2.64: a list with one policy.
fn one_policy<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        One(Option<String>),
        List(Vec<String>),
    }
    Ok(match Written::deserialize(deserializer)? {
        Written::One(policy) => policy,
        Written::List(policies) => policies.into_iter().next(),
    })
}

/// The lowest microversion with a policy and its rules.
const RULES: Version = Version::new(2, 64);
/// The lowest microversion with policies that the scheduler may break.
const SOFT_POLICIES: Version = Version::new(2, 15);
/// The lowest microversion with the project and the user.
const OWNER: Version = Version::new(2, 13);
const LOWEST: Version = Version::new(2, 1);

impl Resource for ServerGroup {
    const NOUN: &'static Noun = &Noun {
        singular: "server group",
        plural: "server groups",
        command: Some("server-groups"),
        operation: "DescribePlacementGroups",
        not_found: "InvalidPlacementGroup.Unknown",
        ambiguous: "InvalidPlacementGroup.Ambiguous",
    };
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "os-server-groups";
    const COLLECTION: &'static str = "server_groups";
    const MEMBER: Option<&'static str> = Some("server_group");
    const VERSIONS: &'static [Version] = &[RULES, OWNER, LOWEST];
    const PAGED_BY: PagedBy = PagedBy::Offset;
    const BY_NAME: ByName = ByName::Never;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Targeted for ServerGroup {
    const OPTIONS: &'static [&'static str] = &["group-ids", "group-names"];
}

impl View for ServerGroup {
    const KEY: &'static str = "ServerGroups";
}

impl Filterable for ServerGroup {
    const PLURAL: &'static str = Self::NOUN.plural;
    const TAGGED: bool = false;
    /// EC2's names for placement groups, and Nova's own words.
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["group-id", "server-group-id"], id_of),
        Field::<Self>::new(&["name", "group-name"], name_of),
        Field::<Self>::new(&["policy", "strategy"], |group| {
            Texts::maybe(group.policy.as_deref())
        }),
        Field::<Self>::new(&["max-server-per-host"], |group| {
            let rules = group.rules.as_ref();
            let most = rules.and_then(|rules| rules.max_server_per_host);
            Texts::maybe(most.map(|most| most.to_string()))
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["instance-id"], |group| Texts::each(&group.members)),
        Field::<Self>::new(&["owner-id", "project-id"], |group| {
            Texts::maybe(group.project_id.as_deref())
        }),
        Field::<Self>::new(&["user-id"], |group| Texts::maybe(group.user_id.as_deref())),
    ];
}

impl Tabular for ServerGroup {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Server group ID"),
            Column::new("Policy"),
            Column::new("Members").right().priority(1),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            (&self.name).into(),
            (&self.id).into(),
            self.policy.as_ref().into(),
            self.members.len().into(),
        ]
    }
}

/// The arguments of `server-groups list`.
#[derive(Args, Debug)]
pub struct ListServerGroupsArgs {
    /// List the server groups of every project; for administrators
    #[arg(long)]
    all_projects: bool,
    #[command(flatten)]
    list: ListArgs<ServerGroup>,
}

async fn list(context: &Context, args: &ListServerGroupsArgs) -> Result<ExitCode, CommandError> {
    let mut call = list_call::<ServerGroup>();
    if args.all_projects {
        call = call.query("all_projects", "true");
    }
    verbs::list_by(context, &args.list, call).await
}

/// The arguments of `server-groups create`.
#[derive(Args, Clone, Debug)]
pub struct CreateArgs {
    /// The server group's name
    #[arg(value_name = "NAME")]
    name: String,
    /// Place its instances on one host (affinity) or on different hosts; soft policies only try to
    #[arg(long, value_enum)]
    policy: Policy,
    /// With anti-affinity, allow this many of its instances on one host
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    max_server_per_host: Option<u32>,
    #[command(flatten)]
    creation: CreationArgs,
}

/// Where the scheduler places the instances of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
enum Policy {
    Affinity,
    AntiAffinity,
    SoftAffinity,
    SoftAntiAffinity,
}

impl Policy {
    /// Returns whether the scheduler may break it.
    fn is_soft(self) -> bool {
        matches!(self, Self::SoftAffinity | Self::SoftAntiAffinity)
    }
}

impl CreateArgs {
    /// Refuses what Nova's schema refuses.
    fn check(&self) -> Result<(), CommandError> {
        let length = self.name.chars().count();
        if length == 0 || length > LONGEST_NAME || self.name.trim() != self.name {
            return Err(CommandError::usage(format!(
                "'{}' is not a name for a server group: it has 1 to {LONGEST_NAME} characters, and \
                 no space at its beginning or end",
                self.name
            )));
        }
        if self.name.chars().any(char::is_control) {
            return Err(CommandError::usage(
                "the name of a server group has no control characters",
            ));
        }
        if self.max_server_per_host.is_some() && self.policy != Policy::AntiAffinity {
            return Err(CommandError::usage(
                "--max-server-per-host needs --policy anti-affinity",
            ));
        }
        Ok(())
    }

    /// Returns the resource to create. Below 2.64, Nova has no rules, and has the policy in a list.
    fn new_resource(&self) -> NewResource<'_> {
        let post = |group| {
            let body = json!({ "server_group": group });
            Call::post(CREATE, ServerGroup::SERVICE, ServerGroup::PATH, body)
        };
        let mut group = json!({ "name": self.name, "policy": self.policy });
        let mut older = None;
        if let Some(most) = self.max_server_per_host {
            group["rules"] = json!({ "max_server_per_host": most });
        } else {
            let call = post(json!({ "name": self.name, "policies": [self.policy] }));
            let call = call.version(SOFT_POLICIES);
            older = Some(if self.policy.is_soft() {
                call
            } else {
                call.version(LOWEST)
            });
        }
        NewResource {
            operation: CREATE,
            name: &self.name,
            call: post(group).version(RULES),
            older,
        }
    }
}

const CREATE: &str = "CreatePlacementGroup";
/// Nova's limit, in characters.
const LONGEST_NAME: usize = 255;

async fn create(context: &Context, args: &CreateArgs) -> Result<ExitCode, CommandError> {
    args.check()?;
    let check = async || quota(&context.session).await;
    create::run::<ServerGroup>(context, &args.creation, &args.new_resource(), check).await
}

/// Refuses another server group if the project's quota is exhausted. If the limits can't be read,
/// Nova decides.
async fn quota(session: &Session) -> Result<(), CommandError> {
    #[derive(Deserialize)]
    struct Limits {
        /// Negative if there is no limit.
        #[serde(rename = "maxServerGroups")]
        most: i64,
        #[serde(rename = "totalServerGroupsUsed")]
        used: i64,
    }
    match limits::<Limits>(session, ServerGroup::SERVICE).await {
        Ok(Limits { most, used }) if most >= 0 && used >= most => Err(CommandError::new(
            ExitCode::Service,
            "ResourceLimitExceeded",
            format!("the quota of {most} server groups is used up"),
        )
        .hint("'ostk server-groups list' shows them, 'ostk server-groups delete' makes room")),
        Ok(_) | Err(_) => Ok(()),
    }
}

impl Delete for ServerGroup {
    const ID_KEY: &'static str = "ServerGroupId";
    const OPERATION: &'static str = "DeletePlacementGroup";
    const KIND: Kind = Kind::ServerGroup;
    const AT_ONCE: bool = true;
}
