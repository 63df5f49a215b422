//! Actions on servers, their deletion, and their security groups.

use serde_json::{Value, json};

use super::{ComputeHandler, invalid};
use crate::faults::Effect;
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::lifecycle::ServerAction;
use crate::model::{Flavor, Image, ScheduledStep, SecurityGroup, Server};
use crate::store::Scan;

impl ComputeHandler<'_> {
    pub(super) fn delete(&self, id: &str) -> HandlerResult {
        self.allow("member", "servers:delete")?;
        let mut server = self.server(id)?;
        self.refuse_locked(&server)?;
        if server.task.as_deref() == Some("deleting") || server.status == "DELETED" {
            return Ok(Response::empty(204));
        }
        server.lost = self.context.effect == Some(&Effect::LostDeletion);
        self.save(&server)?;
        self.context.store.unschedule::<ScheduledStep>(&server.id)?;
        self.begin(&server, &ServerAction::Delete)?;
        Ok(Response::empty(204))
    }

    fn refuse_locked(&self, server: &Server) -> Result<(), Refusal> {
        if server.locked_by.is_some() && !self.caller.is_admin() {
            return Err(Refusal::new(
                409,
                format!("Instance {} is locked", server.id),
            ));
        }
        Ok(())
    }

    pub(super) fn act(&self, id: &str) -> HandlerResult {
        let request = self.context.request;
        let body = request
            .object()
            .ok_or_else(|| Refusal::new(400, "Malformed request body"))?;
        let Some((name, argument)) = body.as_object().and_then(|body| body.iter().next()) else {
            return Err(Refusal::new(400, "There is no such action: None"));
        };
        let rule = match name.as_str() {
            "os-getConsoleOutput" => "os-console-output",
            "os-start" => "servers:start",
            "os-stop" => "servers:stop",
            other => other,
        };
        self.allow("member", rule)?;
        let mut server = self.server(id)?;
        match name.as_str() {
            "os-getConsoleOutput" => return self.console(&server, argument),
            "lock" => {
                let by = if self.caller.is_admin() {
                    "admin"
                } else {
                    "owner"
                };
                server.locked_by = Some(by.to_owned());
                server.locked_reason = argument["locked_reason"].as_str().map(str::to_owned);
                self.save(&server)?;
                return Ok(Response::empty(202));
            }
            "unlock" => {
                if server.locked_by.as_deref() == Some("admin") && !self.caller.is_admin() {
                    return Err(Refusal::new(
                        403,
                        "Policy doesn't allow os_compute_api:os-lock-server:unlock:unlock_override \
                         to be performed.",
                    ));
                }
                server.locked_by = None;
                server.locked_reason = None;
                self.save(&server)?;
                return Ok(Response::empty(202));
            }
            "addSecurityGroup" | "removeSecurityGroup" => {
                return self.change_groups(&mut server, name == "addSecurityGroup", argument);
            }
            "os-resetState" => {
                self.allow("admin", "os-admin-actions:reset_state")?;
                let active = argument["state"] == "active";
                self.context.store.unschedule::<ScheduledStep>(&server.id)?;
                (server.status, server.vm) = if active {
                    ("ACTIVE".to_owned(), "active".to_owned())
                } else {
                    ("ERROR".to_owned(), "error".to_owned())
                };
                server.task = None;
                server.updated = self.context.now;
                self.save(&server)?;
                return Ok(Response::empty(202));
            }
            _ => {}
        }
        self.refuse_locked(&server)?;
        if name == "forceDelete" {
            return self.delete(id).map(|_| Response::empty(202));
        }
        if matches!(name.as_str(), "migrate" | "os-migrateLive") {
            self.allow("admin", "os-migrate-server:migrate")?;
        }
        let action = action(name, argument)?;
        check_state(&server, &action)?;
        let response = self.prepare(&mut server, &action, argument)?;
        self.save(&server)?;
        self.begin(&server, &action)?;
        Ok(response)
    }

    /// Makes the immediate changes of an action, and returns its response.
    fn prepare(
        &self,
        server: &mut Server,
        action: &ServerAction,
        argument: &Value,
    ) -> Result<Response, Refusal> {
        match action {
            ServerAction::Resize => {
                let id = match &argument["flavorRef"] {
                    Value::String(id) => id.clone(),
                    other => other.to_string(),
                };
                let flavor =
                    self.context.store.get::<Flavor>(&id)?.ok_or_else(|| {
                        Refusal::new(400, format!("Flavor {id} could not be found."))
                    })?;
                if server
                    .flavor
                    .as_ref()
                    .is_some_and(|own| own.id == flavor.id)
                {
                    return Err(Refusal::new(
                        400,
                        "When resizing, instances must change flavor!",
                    ));
                }
                server.old_flavor = server.flavor.replace(flavor);
                Ok(Response::empty(202))
            }
            ServerAction::ConfirmResize => Ok(Response::empty(204)),
            ServerAction::Rescue => Ok(Response::json(
                200,
                json!({ "adminPass": &uuid().replace('-', "")[..12] }),
            )),
            ServerAction::Rebuild => {
                let id = argument["imageRef"].as_str().unwrap_or_default();
                let image = self
                    .context
                    .store
                    .get::<Image>(id)?
                    .ok_or_else(|| Refusal::new(400, "Cannot find image for rebuild"))?;
                server.image = Some(image.id);
                "REBUILD".clone_into(&mut server.status);
                let view = self.server_view(server, true);
                Ok(Response::json(202, json!({ "server": view })))
            }
            ServerAction::Snapshot => {
                let image = self.snapshot(server, argument)?;
                let location = format!("{}/images/{image}", self.context.request.root);
                if self.minor >= 45 {
                    return Ok(Response::json(202, json!({ "image_id": image })));
                }
                Ok(Response::empty(202).header("location", location))
            }
            _ => Ok(Response::empty(202)),
        }
    }

    fn snapshot(&self, server: &Server, argument: &Value) -> Result<String, Refusal> {
        let name = argument["name"].as_str().unwrap_or_default();
        super::schema::check_name(name)?;
        let (store, now) = (self.context.store, self.context.now);
        let image = Image {
            id: uuid(),
            name: name.to_owned(),
            owner: server.project.clone(),
            visibility: "private".to_owned(),
            status: "queued".to_owned(),
            size: None,
            min_ram: 0,
            min_disk: server.flavor.as_ref().map_or(0, |flavor| flavor.disk),
            protected: false,
            hidden: false,
            tags: Vec::new(),
            created: now,
            updated: now,
            properties: server.image_properties.clone(),
        };
        store.put(&image, now)?;
        // The upload ends shortly before the server's task does.
        let speed = self.context.speed;
        #[expect(clippy::cast_possible_truncation, reason = "a few seconds")]
        let after = if speed > 0.0 {
            (2_500.0 / speed) as i64
        } else {
            0
        };
        store.schedule(now.saturating_add(after), &image.id, &ScheduledStep::Image)?;
        Ok(image.id)
    }

    fn change_groups(&self, server: &mut Server, add: bool, argument: &Value) -> HandlerResult {
        let name = argument["name"].as_str().unwrap_or_default();
        let groups = self.context.store.all::<SecurityGroup>(Scan {
            project: Some(&server.project),
            ..Scan::default()
        })?;
        let group = groups
            .iter()
            .find(|group| group.name == name || group.id == name)
            .ok_or_else(|| {
                Refusal::new(404, format!("Security group {name} not found for project."))
            })?;
        let has = server.groups.contains(&group.name);
        if add == has && add {
            return Ok(Response::empty(202));
        }
        if add {
            server.groups.push(group.name.clone());
        } else if has {
            server.groups.retain(|own| own != &group.name);
        } else {
            return Err(Refusal::new(
                404,
                format!(
                    "Security group {name} not associated with the instance {}",
                    server.id
                ),
            ));
        }
        for mut port in crate::ports::of_server(self.context.store, &server.id)? {
            if add {
                port.groups.push(group.id.clone());
            } else {
                port.groups.retain(|own| own != &group.id);
            }
            self.context.store.put(&port, self.context.now)?;
        }
        self.save(server)?;
        Ok(Response::empty(202))
    }

    pub(super) fn security_groups_of(&self, id: &str) -> HandlerResult {
        self.allow("reader", "os-security-groups:list")?;
        let server = self.server(id)?;
        let groups = self.context.store.all::<SecurityGroup>(Scan {
            project: Some(&server.project),
            ..Scan::default()
        })?;
        let named = |id: &Option<String>| {
            let group = groups.iter().find(|group| Some(&group.id) == id.as_ref());
            group.map_or_else(
                || json!({}),
                |group| json!({ "name": group.name, "tenant_id": group.project }),
            )
        };
        let views: Vec<Value> = groups
            .iter()
            .filter(|group| server.groups.contains(&group.name))
            .map(|group| {
                let rules: Vec<Value> = group
                    .rules
                    .iter()
                    .filter(|rule| rule.direction == "ingress")
                    .map(|rule| {
                        let range = rule
                            .remote_prefix
                            .as_ref()
                            .map_or_else(|| json!({}), |cidr| json!({ "cidr": cidr }));
                        json!({ "id": rule.id, "parent_group_id": group.id,
                            "ip_protocol": rule.protocol, "from_port": rule.port_min,
                            "to_port": rule.port_max, "group": named(&rule.remote_group),
                            "ip_range": range })
                    })
                    .collect();
                json!({ "id": group.id, "description": group.description, "name": group.name,
                        "tenant_id": group.project, "rules": rules })
            })
            .collect();
        Ok(Response::json(200, json!({ "security_groups": views })))
    }
}

fn action(name: &str, argument: &Value) -> Result<ServerAction, Refusal> {
    Ok(match name {
        "os-start" => ServerAction::Start,
        "os-stop" => ServerAction::Stop,
        "reboot" => match argument["type"].as_str().map(str::to_uppercase).as_deref() {
            Some("SOFT") => ServerAction::RebootSoft,
            Some("HARD") => ServerAction::RebootHard,
            _ => {
                return Err(invalid(
                    "type",
                    &argument["type"],
                    "is not one of ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']",
                ));
            }
        },
        "pause" => ServerAction::Pause,
        "unpause" => ServerAction::Unpause,
        "suspend" => ServerAction::Suspend,
        "resume" => ServerAction::Resume,
        "rescue" => ServerAction::Rescue,
        "unrescue" => ServerAction::Unrescue,
        "createImage" => ServerAction::Snapshot,
        "rebuild" => ServerAction::Rebuild,
        "resize" => ServerAction::Resize,
        "confirmResize" => ServerAction::ConfirmResize,
        "revertResize" => ServerAction::RevertResize,
        "shelve" => ServerAction::Shelve,
        "unshelve" => ServerAction::Unshelve,
        "migrate" => ServerAction::Migrate,
        "os-migrateLive" => ServerAction::LiveMigrate,
        other => {
            return Err(Refusal::new(
                400,
                format!("There is no such action: {other}"),
            ));
        }
    })
}

/// Refuses an action if Nova does not allow it in the server's state.
fn check_state(server: &Server, action: &ServerAction) -> Result<(), Refusal> {
    let (states, word): (&[&str], &str) = match action {
        ServerAction::Start => (&["stopped"], "start"),
        ServerAction::Stop => (&["active", "error"], "stop"),
        ServerAction::RebootSoft => (&["active"], "reboot"),
        ServerAction::RebootHard => (
            &["active", "stopped", "paused", "suspended", "error"],
            "reboot",
        ),
        ServerAction::Pause => (&["active"], "pause"),
        ServerAction::Unpause => (&["paused"], "unpause"),
        ServerAction::Suspend => (&["active"], "suspend"),
        ServerAction::Resume => (&["suspended"], "resume"),
        ServerAction::Rescue => (&["active", "stopped", "error"], "rescue"),
        ServerAction::Unrescue => (&["rescued"], "unrescue"),
        ServerAction::Snapshot => (&["active", "stopped", "paused", "suspended"], "createImage"),
        ServerAction::Rebuild => (&["active", "stopped", "error"], "rebuild"),
        ServerAction::Resize => (&["active", "stopped"], "resize"),
        ServerAction::ConfirmResize => (&["resized"], "confirmResize"),
        ServerAction::RevertResize => (&["resized"], "revertResize"),
        ServerAction::Shelve => (&["active", "stopped", "paused", "suspended"], "shelve"),
        ServerAction::Unshelve => (&["shelved", "shelved_offloaded"], "unshelve"),
        ServerAction::Migrate => (&["active", "stopped"], "migrate"),
        ServerAction::LiveMigrate => (&["active", "paused"], "os-migrateLive"),
        ServerAction::Create | ServerAction::Delete => return Ok(()),
    };
    let id = &server.id;
    let held = server.task.as_deref();
    // A hard reboot ends a reboot that hangs.
    let excused =
        *action == ServerAction::RebootHard && held.is_some_and(|task| task.starts_with("reboot"));
    if server.host.is_none() && server.vm == "error" {
        return Err(Refusal::new(409, format!("Instance {id} is not ready")));
    }
    if !states.contains(&server.vm.as_str()) {
        return Err(Refusal::new(
            409,
            format!(
                "Cannot '{word}' instance {id} while it is in vm_state {}",
                server.vm
            ),
        ));
    }
    if let Some(task) = held.filter(|_| !excused) {
        return Err(Refusal::new(
            409,
            format!("Cannot '{word}' instance {id} while it is in task_state {task}"),
        ));
    }
    Ok(())
}
