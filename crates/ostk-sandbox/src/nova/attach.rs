//! Attaches volumes and ports to an existing server, and detaches them.

use serde_json::{Value, json};

use super::ComputeHandler;
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::{Attachment, Network, Port, SecurityGroup, Server, Volume};
use crate::ports::{self, NewPort};
use crate::scheduler;
use crate::store::Scan;

impl ComputeHandler<'_> {
    pub(super) fn volume_attachments(&self, id: &str, rest: &[&str]) -> HandlerResult {
        let method = self.context.request.method.as_str();
        let role = if method == "GET" { "reader" } else { "member" };
        self.allow(role, "os-volumes-attachments:index")?;
        let mut server = self.server(id)?;
        let one = |volume: &str| {
            server
                .attachments
                .iter()
                .find(|attachment| attachment.volume == volume)
                .cloned()
                .ok_or_else(|| {
                    Refusal::new(
                        404,
                        format!("Instance {id} is not attached to volume {volume}"),
                    )
                })
        };
        match (method, rest) {
            ("GET", []) => {
                let views: Vec<Value> = server
                    .attachments
                    .iter()
                    .map(|attachment| self.attachment_view(&server, attachment, true))
                    .collect();
                Ok(Response::json(200, json!({ "volumeAttachments": views })))
            }
            ("GET", [volume]) => {
                let view = self.attachment_view(&server, &one(volume)?, true);
                Ok(Response::json(200, json!({ "volumeAttachment": view })))
            }
            ("POST", []) => self.attach(&mut server),
            ("DELETE", [volume]) => {
                let gone = one(volume)?;
                server.attachments.retain(|own| own.volume != gone.volume);
                scheduler::release_volume(self.context.store, &gone, false, self.context.now)?;
                self.save(&server)?;
                Ok(Response::empty(202))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn attachment_view(&self, server: &Server, attachment: &Attachment, shown: bool) -> Value {
        let minor = self.minor;
        let mut view = json!({});
        if minor < 89 {
            view["id"] = json!(attachment.volume);
        }
        view["serverId"] = json!(server.id);
        view["volumeId"] = json!(attachment.volume);
        view["device"] = json!(attachment.device);
        if minor >= 70 {
            view["tag"] = json!(attachment.tag);
        }
        if minor >= 79 {
            view["delete_on_termination"] = json!(attachment.delete_on_termination);
        }
        if minor >= 89 && shown {
            view["attachment_id"] = json!(attachment.id);
            view["bdm_uuid"] = json!(attachment.mapping);
        }
        view
    }

    fn attach(&self, server: &mut Server) -> HandlerResult {
        let body = self.body("volumeAttachment")?;
        let requested = &body["volumeAttachment"];
        let id = requested["volumeId"].as_str().unwrap_or_default();
        let volume = self
            .context
            .store
            .get::<Volume>(id)?
            .filter(|volume| volume.project == self.caller.project)
            .ok_or_else(|| Refusal::new(404, format!("Volume {id} could not be found.")))?;
        if let Some(other) = &volume.server {
            return Err(Refusal::new(
                400,
                format!("Invalid volume: volume {id} is already attached to instances: {other}"),
            ));
        }
        if volume.status != "available" {
            return Err(Refusal::new(
                400,
                format!(
                    "Invalid volume: volume '{id}' status must be 'available'. Currently in '{}'",
                    volume.status
                ),
            ));
        }
        if !matches!(
            server.vm.as_str(),
            "active" | "stopped" | "paused" | "suspended"
        ) {
            return Err(Refusal::new(
                409,
                format!(
                    "Cannot 'attach_volume' instance {} while it is in vm_state {}",
                    server.id, server.vm
                ),
            ));
        }
        let next = (b'b'..=b'z')
            .map(|letter| format!("/dev/sd{}", char::from(letter)))
            .find(|device| server.attachments.iter().all(|own| own.device != *device))
            .unwrap_or_else(|| "/dev/sdz".to_owned());
        let attachment = Attachment {
            id: uuid(),
            mapping: uuid(),
            volume: volume.id.clone(),
            device: requested["device"].as_str().map_or(next, str::to_owned),
            delete_on_termination: requested["delete_on_termination"] == true,
            tag: requested["tag"].as_str().map(str::to_owned),
            at: self.context.now,
        };
        scheduler::take_volume(
            self.context.store,
            &attachment,
            &server.id,
            self.context.now,
        )?;
        let view = self.attachment_view(server, &attachment, false);
        server.attachments.push(attachment);
        self.save(server)?;
        // Since 2.101 Nova attaches the volume after the response.
        if self.minor >= 101 {
            return Ok(Response::empty(202));
        }
        Ok(Response::json(200, json!({ "volumeAttachment": view })))
    }

    pub(super) fn interfaces(&self, id: &str, rest: &[&str]) -> HandlerResult {
        let method = self.context.request.method.as_str();
        let role = if method == "GET" { "reader" } else { "member" };
        self.allow(role, "os-attach-interfaces:list")?;
        let mut server = self.server(id)?;
        let own = ports::of_server(self.context.store, &server.id)?;
        let one = |requested: &str| {
            own.iter().find(|port| port.id == requested).ok_or_else(|| {
                Refusal::new(404, format!("Port id {requested} could not be found."))
            })
        };
        match (method, rest) {
            ("GET", []) => {
                let views: Vec<Value> = own.iter().map(|port| self.interface(port)).collect();
                Ok(Response::json(
                    200,
                    json!({ "interfaceAttachments": views }),
                ))
            }
            ("GET", [port]) => {
                let view = self.interface(one(port)?);
                Ok(Response::json(200, json!({ "interfaceAttachment": view })))
            }
            ("DELETE", [port]) => {
                let port = one(port)?.clone();
                if server.own_ports.contains(&port.id) {
                    scheduler::free_port(self.context.store, &port, self.context.now)?;
                } else {
                    let mut port = port.clone();
                    port.device.clear();
                    port.device_owner.clear();
                    "DOWN".clone_into(&mut port.status);
                    self.context.store.put(&port, self.context.now)?;
                }
                server.own_ports.retain(|own| *own != port.id);
                server.nics.retain(|nic| nic.port != port.id);
                self.save(&server)?;
                Ok(Response::empty(202))
            }
            ("POST", []) => self.attach_port(&mut server),
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn attach_port(&self, server: &mut Server) -> HandlerResult {
        let (store, now) = (self.context.store, self.context.now);
        let body = self.body("interfaceAttachment")?;
        let requested = &body["interfaceAttachment"];
        let port = if let Some(id) = requested["port_id"].as_str() {
            let mut port = store
                .get::<Port>(id)?
                .filter(|port| port.project == self.caller.project)
                .ok_or_else(|| Refusal::new(404, format!("Port id {id} could not be found.")))?;
            if !port.device.is_empty() {
                return Err(Refusal::new(409, format!("Port {id} is still in use.")));
            }
            port.device.clone_from(&server.id);
            "compute:nova".clone_into(&mut port.device_owner);
            port
        } else {
            let id = requested["net_id"].as_str().unwrap_or_default();
            let network = match id {
                "" => store
                    .all::<Network>(Scan {
                        project: Some(&server.project),
                        ascending: true,
                        ..Scan::default()
                    })?
                    .into_iter()
                    .find(|network| !network.external),
                id => store.get::<Network>(id)?,
            }
            .ok_or_else(|| Refusal::new(400, format!("Network {id} could not be found.")))?;
            let groups = store.all::<SecurityGroup>(Scan {
                project: Some(&server.project),
                ..Scan::default()
            })?;
            let port = ports::make(
                store,
                now,
                NewPort {
                    project: &server.project,
                    network: &network,
                    subnet: None,
                    address: requested["fixed_ips"][0]["ip_address"].as_str(),
                    mac: None,
                    name: "",
                    groups: groups
                        .iter()
                        .filter(|group| server.groups.contains(&group.name))
                        .map(|group| group.id.clone())
                        .collect(),
                    device: &server.id,
                    device_owner: "compute:nova",
                },
            )?;
            server.own_ports.push(port.id.clone());
            port
        };
        let mut port = port;
        "ACTIVE".clone_into(&mut port.status);
        port.updated = now;
        store.put(&port, now)?;
        server.nics.push(ports::nic(store, &port)?);
        self.save(server)?;
        let view = self.interface(&port);
        Ok(Response::json(200, json!({ "interfaceAttachment": view })))
    }

    fn interface(&self, port: &Port) -> Value {
        let mut view = json!({ "net_id": port.network, "port_id": port.id,
            "mac_addr": port.mac, "port_state": port.status,
            "fixed_ips": [{ "subnet_id": port.subnet, "ip_address": port.address }] });
        if self.minor >= 70 {
            view["tag"] = Value::Null;
        }
        view
    }
}
