//! What is done to a server: actions, deletion, and what is asked of a running one.

use serde_json::{Value, json};

use super::super::cloud::uuid;
use super::super::exchange::{Answer, Refusal, Reply};
use super::super::faults::Effect;
use super::super::life::Deed;
use super::super::model::{Due, Flavor, Image, SecurityGroup, Server};
use super::super::store::Scan;
use super::create::HOST_VCPUS;
use super::{Compute, invalid};

/// What a guest prints while it boots, and how many milliseconds after the start.
const BOOT_LINES: [(i64, &str); 7] = [
    (0, "SeaBIOS (version 1.16.2-debian-1.16.2-1)"),
    (100, "Booting from Hard Disk..."),
    (
        300,
        "[    0.000000] Linux version 6.8.0-41-generic (buildd@lcy02) #41-Ubuntu",
    ),
    (
        300,
        "[    0.000000] Command line: root=LABEL=rootfs ro console=tty1 console=ttyS0",
    ),
    (
        1_500,
        "[    1.204811] EXT4-fs (vda1): mounted filesystem \u{1b}[32mreadonly\u{1b}[0m",
    ),
    (
        2_500,
        "cloud-init[612]: Cloud-init v. 24.2 running 'modules:final'",
    ),
    (3_000, "{name} login: "),
];

impl Compute<'_> {
    pub(super) fn delete(&self, id: &str) -> Reply {
        self.allow("member", "servers:delete")?;
        let mut server = self.server(id)?;
        self.refuse_locked(&server)?;
        if server.task.as_deref() == Some("deleting") || server.status == "DELETED" {
            return Ok(Answer::empty(204));
        }
        server.lost = self.context.effect == Some(&Effect::LostDeletion);
        self.save(&server)?;
        self.context.store.unschedule::<Due>(&server.id)?;
        self.begin(&server, &Deed::Delete)?;
        Ok(Answer::empty(204))
    }

    fn refuse_locked(&self, server: &Server) -> Result<(), Refusal> {
        if server.locked_by.is_some() && !self.who.is_admin() {
            return Err(Refusal::new(
                409,
                format!("Instance {} is locked", server.id),
            ));
        }
        Ok(())
    }

    pub(super) fn act(&self, id: &str) -> Reply {
        let ask = self.context.ask;
        let body = ask
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
                let by = if self.who.is_admin() {
                    "admin"
                } else {
                    "owner"
                };
                server.locked_by = Some(by.to_owned());
                server.locked_reason = argument["locked_reason"].as_str().map(str::to_owned);
                self.save(&server)?;
                return Ok(Answer::empty(202));
            }
            "unlock" => {
                if server.locked_by.as_deref() == Some("admin") && !self.who.is_admin() {
                    return Err(Refusal::new(
                        403,
                        "Policy doesn't allow os_compute_api:os-lock-server:unlock:unlock_override \
                         to be performed.",
                    ));
                }
                server.locked_by = None;
                server.locked_reason = None;
                self.save(&server)?;
                return Ok(Answer::empty(202));
            }
            "addSecurityGroup" | "removeSecurityGroup" => {
                return self.change_groups(&mut server, name == "addSecurityGroup", argument);
            }
            "os-resetState" => {
                self.allow("admin", "os-admin-actions:reset_state")?;
                let active = argument["state"] == "active";
                self.context.store.unschedule::<Due>(&server.id)?;
                (server.status, server.vm) = if active {
                    ("ACTIVE".to_owned(), "active".to_owned())
                } else {
                    ("ERROR".to_owned(), "error".to_owned())
                };
                server.task = None;
                server.updated = self.context.now;
                self.save(&server)?;
                return Ok(Answer::empty(202));
            }
            _ => {}
        }
        self.refuse_locked(&server)?;
        if name == "forceDelete" {
            return self.delete(id).map(|_| Answer::empty(202));
        }
        if matches!(name.as_str(), "migrate" | "os-migrateLive") {
            self.allow("admin", "os-migrate-server:migrate")?;
        }
        let deed = deed(name, argument)?;
        check_state(&server, &deed)?;
        let answer = self.prepare(&mut server, &deed, argument)?;
        self.save(&server)?;
        self.begin(&server, &deed)?;
        Ok(answer)
    }

    /// What an action changes at once, and its answer.
    fn prepare(
        &self,
        server: &mut Server,
        deed: &Deed,
        argument: &Value,
    ) -> Result<Answer, Refusal> {
        match deed {
            Deed::Resize => {
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
                Ok(Answer::empty(202))
            }
            Deed::ConfirmResize => Ok(Answer::empty(204)),
            Deed::Rescue => Ok(Answer::json(
                200,
                json!({ "adminPass": &uuid().replace('-', "")[..12] }),
            )),
            Deed::Rebuild => {
                let id = argument["imageRef"].as_str().unwrap_or_default();
                let image = self
                    .context
                    .store
                    .get::<Image>(id)?
                    .ok_or_else(|| Refusal::new(400, "Cannot find image for rebuild"))?;
                server.image = Some(image.id);
                "REBUILD".clone_into(&mut server.status);
                let view = self.server_view(server, true);
                Ok(Answer::json(202, json!({ "server": view })))
            }
            Deed::Snapshot => {
                let image = self.snapshot(server, argument)?;
                let location = format!("{}/images/{image}", self.context.ask.root);
                if self.minor >= 45 {
                    return Ok(Answer::json(202, json!({ "image_id": image })));
                }
                Ok(Answer::empty(202).header("location", location))
            }
            _ => Ok(Answer::empty(202)),
        }
    }

    fn snapshot(&self, server: &Server, argument: &Value) -> Result<String, Refusal> {
        let name = argument["name"].as_str().unwrap_or_default();
        super::create::check_name(name)?;
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
        // The upload ends when the server's task does, and a little before that.
        let speed = self.context.speed;
        #[expect(clippy::cast_possible_truncation, reason = "a few seconds")]
        let after = if speed > 0.0 {
            (2_500.0 / speed) as i64
        } else {
            0
        };
        store.schedule(now.saturating_add(after), &image.id, &Due::Image)?;
        Ok(image.id)
    }

    fn change_groups(&self, server: &mut Server, add: bool, argument: &Value) -> Reply {
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
            return Ok(Answer::empty(202));
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
        for mut port in super::super::ports::of_server(self.context.store, &server.id)? {
            if add {
                port.groups.push(group.id.clone());
            } else {
                port.groups.retain(|own| own != &group.id);
            }
            self.context.store.put(&port, self.context.now)?;
        }
        self.save(server)?;
        Ok(Answer::empty(202))
    }

    fn console(&self, server: &Server, argument: &Value) -> Reply {
        let Some(booted) = server.booted else {
            return Err(Refusal::new(
                409,
                format!("Instance {} is not ready", server.id),
            ));
        };
        let length = match &argument["length"] {
            Value::Null => None,
            given => Some(
                given
                    .as_i64()
                    .or_else(|| given.as_str().and_then(|text| text.parse().ok()))
                    .filter(|length| *length >= -1)
                    .ok_or_else(|| invalid("length", given, "it is no number of lines"))?,
            ),
        };
        let speed = if self.context.speed > 0.0 {
            self.context.speed
        } else {
            f64::INFINITY
        };
        #[expect(clippy::cast_precision_loss, reason = "a few seconds")]
        let mut text: Vec<String> = BOOT_LINES
            .iter()
            .filter(|(after, _)| booted as f64 + *after as f64 / speed <= self.context.now as f64)
            .map(|(_, line)| line.replace("{name}", &server.hostname))
            .collect();
        // A test says what its guest prints.
        if let Some(lines) = server.metadata.get("sandbox_console") {
            let at = text.len().saturating_sub(1);
            text.splice(at..at, lines.split('\n').map(str::to_owned));
        }
        let skip = match length.and_then(|length| usize::try_from(length).ok()) {
            Some(length) => text.len().saturating_sub(length),
            None => 0,
        };
        Ok(Answer::json(
            200,
            json!({ "output": text[skip..].join("\n") }),
        ))
    }

    pub(super) fn diagnostics(&self, id: &str) -> Reply {
        self.allow("admin", "os-server-diagnostics")?;
        let server = self.server(id)?;
        if server.power != 1 {
            return Err(Refusal::new(
                409,
                format!(
                    "Cannot 'get_diagnostics' instance {} while it is in power state {}",
                    server.id,
                    if server.power == 4 {
                        "shutdown"
                    } else {
                        "pending"
                    }
                ),
            ));
        }
        let up = (self.context.now - server.booted.unwrap_or(self.context.now)) / 1000;
        let vcpus = server.flavor.as_ref().map_or(1, |flavor| flavor.vcpus);
        let vcpus = vcpus.min(HOST_VCPUS);
        let memory = server.flavor.as_ref().map_or(512, |flavor| flavor.ram);
        let memory = memory.saturating_mul(1024);
        // A fifth of each processor, all the time.
        let time = up.max(0) * 200_000_000;
        if self.minor < 48 {
            let mut body = json!({ "memory": memory, "vda_errors": -1, "vda_read": 262_144,
                "vda_read_req": 112, "vda_write": 5_778_432, "vda_write_req": 488,
                "vnet1_rx": 2_070_139, "vnet1_rx_drop": 0, "vnet1_rx_errors": 0,
                "vnet1_rx_packets": 26_701, "vnet1_tx": 140_208, "vnet1_tx_drop": 0,
                "vnet1_tx_errors": 0, "vnet1_tx_packets": 662 });
            for number in 0..vcpus {
                body[format!("cpu{number}_time")] = json!(time);
            }
            return Ok(Answer::json(200, body));
        }
        let cpus: Vec<Value> = (0..vcpus)
            .map(|id| json!({ "id": id, "time": time, "utilisation": 20 }))
            .collect();
        let nics: Vec<Value> = server
            .nics
            .iter()
            .map(|nic| {
                json!({ "mac_address": nic.mac, "rx_octets": 2_070_139 + up * 1000,
                    "rx_errors": 0, "rx_drop": 0, "rx_packets": 26_701 + up, "rx_rate": 300,
                    "tx_octets": 140_208 + up * 500, "tx_errors": 0, "tx_drop": 0,
                    "tx_packets": 662 + up, "tx_rate": 600 })
            })
            .collect();
        Ok(Answer::json(
            200,
            json!({ "state": "running", "driver": "libvirt", "hypervisor": "kvm",
                "hypervisor_os": "ubuntu", "uptime": up, "config_drive": server.config_drive,
                "num_cpus": vcpus, "num_nics": nics.len(), "num_disks": 1,
                "disk_details": [{ "read_bytes": 262_144, "read_requests": 112,
                    "write_bytes": 5_778_432 + up * 100, "write_requests": 488,
                    "errors_count": 0 }],
                "cpu_details": cpus, "nic_details": nics,
                "memory_details": { "maximum": memory, "used": memory / 2 } }),
        ))
    }

    pub(super) fn remote_console(&self, id: &str) -> Reply {
        self.allow("member", "os-remote-consoles")?;
        let server = self.server(id)?;
        let body = self.body("remote_console")?;
        let wanted = &body["remote_console"];
        Ok(Answer::json(
            200,
            json!({ "remote_console": { "protocol": wanted["protocol"], "type": wanted["type"],
                "url": format!("{}/vnc_lite.html?path=%3Ftoken%3D{}", self.context.ask.origin,
                               super::super::keystone::steady(&server.id)) } }),
        ))
    }

    pub(super) fn security_groups_of(&self, id: &str) -> Reply {
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
        Ok(Answer::json(200, json!({ "security_groups": views })))
    }
}

fn deed(name: &str, argument: &Value) -> Result<Deed, Refusal> {
    Ok(match name {
        "os-start" => Deed::Start,
        "os-stop" => Deed::Stop,
        "reboot" => match argument["type"].as_str().map(str::to_uppercase).as_deref() {
            Some("SOFT") => Deed::RebootSoft,
            Some("HARD") => Deed::RebootHard,
            _ => {
                return Err(invalid(
                    "type",
                    &argument["type"],
                    "is not one of ['HARD', 'Hard', 'hard', 'SOFT', 'Soft', 'soft']",
                ));
            }
        },
        "pause" => Deed::Pause,
        "unpause" => Deed::Unpause,
        "suspend" => Deed::Suspend,
        "resume" => Deed::Resume,
        "rescue" => Deed::Rescue,
        "unrescue" => Deed::Unrescue,
        "createImage" => Deed::Snapshot,
        "rebuild" => Deed::Rebuild,
        "resize" => Deed::Resize,
        "confirmResize" => Deed::ConfirmResize,
        "revertResize" => Deed::RevertResize,
        "shelve" => Deed::Shelve,
        "unshelve" => Deed::Unshelve,
        "migrate" => Deed::Migrate,
        "os-migrateLive" => Deed::LiveMigrate,
        other => {
            return Err(Refusal::new(
                400,
                format!("There is no such action: {other}"),
            ));
        }
    })
}

/// Refuses an action in a state that Nova does not allow it in.
fn check_state(server: &Server, deed: &Deed) -> Result<(), Refusal> {
    let (states, word): (&[&str], &str) = match deed {
        Deed::Start => (&["stopped"], "start"),
        Deed::Stop => (&["active", "error"], "stop"),
        Deed::RebootSoft => (&["active"], "reboot"),
        Deed::RebootHard => (
            &["active", "stopped", "paused", "suspended", "error"],
            "reboot",
        ),
        Deed::Pause => (&["active"], "pause"),
        Deed::Unpause => (&["paused"], "unpause"),
        Deed::Suspend => (&["active"], "suspend"),
        Deed::Resume => (&["suspended"], "resume"),
        Deed::Rescue => (&["active", "stopped", "error"], "rescue"),
        Deed::Unrescue => (&["rescued"], "unrescue"),
        Deed::Snapshot => (&["active", "stopped", "paused", "suspended"], "createImage"),
        Deed::Rebuild => (&["active", "stopped", "error"], "rebuild"),
        Deed::Resize => (&["active", "stopped"], "resize"),
        Deed::ConfirmResize => (&["resized"], "confirmResize"),
        Deed::RevertResize => (&["resized"], "revertResize"),
        Deed::Shelve => (&["active", "stopped", "paused", "suspended"], "shelve"),
        Deed::Unshelve => (&["shelved", "shelved_offloaded"], "unshelve"),
        Deed::Migrate => (&["active", "stopped"], "migrate"),
        Deed::LiveMigrate => (&["active", "paused"], "os-migrateLive"),
        Deed::Create | Deed::Delete => return Ok(()),
    };
    let id = &server.id;
    let held = server.task.as_deref();
    // A hard reboot is what gets a server out of a reboot that hangs.
    let excused = *deed == Deed::RebootHard && held.is_some_and(|task| task.starts_with("reboot"));
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
