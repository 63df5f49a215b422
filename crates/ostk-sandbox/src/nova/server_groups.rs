//! Groups of servers that the scheduler keeps together, or apart.

use serde_json::{Value, json};

use super::list::{bad_parameter, limit};
use super::{ComputeHandler, invalid, schema};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::{Server, ServerGroup};
use crate::store::Scan;

impl ComputeHandler<'_> {
    pub(super) fn server_groups(&self, rest: &[&str]) -> HandlerResult {
        let context = self.context;
        let method = context.request.method.as_str();
        let role = if method == "GET" { "reader" } else { "member" };
        self.allow(role, "os-server-groups:index")?;
        let missing =
            |id: &str| Refusal::new(404, format!("Instance group {id} could not be found."));
        let one = |id: &str| -> Result<ServerGroup, Refusal> {
            context
                .store
                .get::<ServerGroup>(id)?
                .filter(|group| group.project == self.caller.project || self.caller.is_admin())
                .ok_or_else(|| missing(id))
        };
        match (method, rest) {
            ("GET", []) => {
                let everybody =
                    self.caller.is_admin() && context.request.parameter("all_projects").is_some();
                let groups = context.store.all::<ServerGroup>(Scan {
                    project: (!everybody).then_some(self.caller.project.as_str()),
                    ascending: true,
                    ..Scan::default()
                })?;
                let offset = context.request.parameter("offset").unwrap_or("0");
                let offset = offset.parse().map_err(|_| {
                    let why = format!("'{offset}' does not match '^[0-9]*$'");
                    bad_parameter("offset", offset, &why)
                })?;
                let views = groups
                    .iter()
                    .skip(offset)
                    .take(limit(context.request)?)
                    .map(|group| self.group_view(group))
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(Response::json(200, json!({ "server_groups": views })))
            }
            ("GET", [id]) => {
                let view = self.group_view(&one(id)?)?;
                Ok(Response::json(200, json!({ "server_group": view })))
            }
            ("DELETE", [id]) => {
                context.store.remove::<ServerGroup>(&one(id)?.id)?;
                Ok(Response::empty(204))
            }
            ("POST", []) => {
                let body = self.body("server_group")?;
                let requested = &body["server_group"];
                let name = requested["name"].as_str().unwrap_or_default();
                schema::check_name(name)?;
                let policy = requested["policy"]
                    .as_str()
                    .or_else(|| requested["policies"][0].as_str())
                    .filter(|policy| {
                        matches!(
                            *policy,
                            "affinity" | "anti-affinity" | "soft-affinity" | "soft-anti-affinity"
                        )
                    })
                    .ok_or_else(|| {
                        invalid("policy", &requested["policy"], "is not one of the policies")
                    })?;
                let most = &requested["rules"]["max_server_per_host"];
                if !most.is_null() && (policy != "anti-affinity" || self.minor < 64) {
                    let why = "Only anti-affinity policy supports rules.";
                    return Err(Refusal::new(400, why));
                }
                let group = ServerGroup {
                    id: uuid(),
                    name: name.to_owned(),
                    project: self.caller.project.clone(),
                    user: self.caller.user.id.clone(),
                    policy: policy.to_owned(),
                    max_server_per_host: most.as_u64(),
                };
                context.store.put(&group, context.now)?;
                let view = self.group_view(&group)?;
                Ok(Response::json(200, json!({ "server_group": view })))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// Returns the IDs of the servers in a group.
    pub(super) fn members(&self, group: &ServerGroup) -> Result<Vec<String>, Refusal> {
        let servers = self.context.store.all::<Server>(Scan {
            project: Some(&group.project),
            ..Scan::default()
        })?;
        Ok(servers
            .into_iter()
            .filter(|server| server.server_groups.contains(&group.id))
            .map(|server| server.id)
            .collect())
    }

    fn group_view(&self, group: &ServerGroup) -> Result<Value, Refusal> {
        let members = self.members(group)?;
        let mut view = json!({ "id": group.id, "name": group.name, "members": members });
        if self.minor >= 13 {
            view["project_id"] = json!(group.project);
            view["user_id"] = json!(group.user);
        }
        if self.minor >= 64 {
            view["policy"] = json!(group.policy);
            view["rules"] = match group.max_server_per_host {
                Some(most) => json!({ "max_server_per_host": most }),
                None => json!({}),
            };
        } else {
            view["policies"] = json!([group.policy]);
            view["metadata"] = json!({});
        }
        Ok(view)
    }
}
