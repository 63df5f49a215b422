//! `POST /servers`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::ComputeHandler;
use super::create_request::{check_many, check_user_data, count, hints, hostname, text, texts};
use super::disks::{Disk, check_sizes};
use super::metadata::tags;
use super::networks::{Failure, RequestedNetwork};
use super::schema::{check_name, check_words, is_beyond, is_true, metadata};
use crate::faults::Effect;
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::lifecycle::{self, BuildOutcome, ServerAction};
use crate::model::{
    ActionRecord, Attachment, Event, Flavor, Keypair, Network, ScheduledStep, SecurityGroup,
    Server, Volume,
};
use crate::scheduler;

/// More than any host of the sandbox has.
pub(crate) const HOST_MEMORY: u64 = 8_000_000;
pub(super) const HOST_VCPUS: u64 = 4_000;
const HOST_DISK: u64 = 800_000;

/// How many servers one request may create if no quota sets a limit.
const MOST_AT_ONCE: i64 = 10_000;

impl ComputeHandler<'_> {
    #[expect(clippy::too_many_lines, reason = "most of them are a server's fields")]
    pub(super) fn create(&self) -> HandlerResult {
        self.allow("member", "servers:create")?;
        let body = self.body("server")?;
        let requested = &body["server"];
        self.check(requested)?;
        let name = requested["name"].as_str().unwrap_or_default();
        check_name(name)?;
        let metadata = metadata(&requested["metadata"])?;
        let tags = match &requested["tags"] {
            Value::Null => Vec::new(),
            given => tags(given)?,
        };
        self.check_metadata_quota(&metadata)?;
        let user_data = check_user_data(requested)?;
        let least = count(requested, "min_count")?.unwrap_or(1);
        let most = count(requested, "max_count")?.unwrap_or(least);
        if least > most {
            return Err(Refusal::new(400, "min_count must be <= max_count"));
        }
        let flavor = self.flavor_for(requested)?;
        let image = self.image_for(requested)?;
        let disks = self.disks(requested)?;
        let from_volume = disks.iter().any(|disk| disk.boots);
        check_words(requested, most)?;
        if let Some(key) = requested["key_name"].as_str() {
            let id = format!("{} {key}", self.caller.user.id);
            if self.context.store.get::<Keypair>(&id)?.is_none() {
                return Err(Refusal::new(400, "Invalid key_name provided."));
            }
        }
        let zone = requested["availability_zone"].as_str();
        self.check_zone(zone)?;
        let groups = self.groups_for(requested)?;
        let networks = self.networks_for(requested)?;
        if most > 1 {
            check_many(&networks, &disks)?;
        }
        self.check_ports(&networks, most)?;
        check_sizes(&flavor, image.as_ref(), &disks, self.caller.is_admin())?;
        self.check_quota(&flavor, most)?;
        self.check_group(&body, most)?;
        let grouped = requested["security_groups"]
            .as_array()
            .is_some_and(|all| all.iter().any(|group| group["name"] != "default"));

        let reservation = format!("r-{}", &uuid().replace('-', "")[..8]);
        let mut made = Vec::new();
        for index in 0..most {
            let own_name = if most > 1 {
                format!("{name}-{}", index + 1)
            } else {
                name.to_owned()
            };
            let server = Server {
                id: uuid(),
                number: self.context.store.next_number("instance")?,
                hostname: requested["hostname"]
                    .as_str()
                    .map_or_else(|| hostname(&own_name), str::to_owned),
                description: match requested.get("description") {
                    Some(text) => text.as_str().map(str::to_owned),
                    None => Some(own_name.clone()),
                },
                name: own_name,
                project: self.caller.project.clone(),
                user: self.caller.user.id.clone(),
                image: image
                    .as_ref()
                    .filter(|_| !from_volume)
                    .map(|one| one.id.clone()),
                image_properties: image
                    .as_ref()
                    .map(|image| {
                        let own = |(key, _): &(&String, &String)| !key.starts_with("owner_");
                        let pairs = image.properties.iter().filter(own);
                        pairs.map(|(k, v)| (k.clone(), v.clone())).collect()
                    })
                    .unwrap_or_default(),
                flavor: Some(flavor.clone()),
                key: requested["key_name"].as_str().map(str::to_owned),
                metadata: metadata.clone(),
                tags: tags.clone(),
                status: "BUILD".to_owned(),
                vm: "building".to_owned(),
                created: self.context.now,
                updated: self.context.now,
                zone: "nova".to_owned(),
                pinned_zone: zone.map(str::to_owned),
                config_drive: is_true(&requested["config_drive"]),
                user_data: user_data.clone(),
                groups: groups.iter().map(|group| group.name.clone()).collect(),
                reservation: reservation.clone(),
                launch_index: index,
                hints: hints(&body),
                server_groups: texts(&json!([hints(&body).get("group")])),
                disk_config: requested["OS-DCF:diskConfig"]
                    .as_str()
                    .unwrap_or("MANUAL")
                    .to_owned(),
                access_v4: text(&requested["accessIPv4"]),
                access_v6: text(&requested["accessIPv6"]),
                ..Server::default()
            };
            made.push(self.build(server, &networks, (&groups, grouped), &disks)?);
        }
        if is_true(&requested["return_reservation_id"]) {
            return Ok(Response::json(
                202,
                json!({ "reservation_id": reservation }),
            ));
        }
        let first = made
            .first()
            .ok_or_else(|| Refusal::new(400, "min_count must be at least 1"))?;
        let links = self.links("servers", &first.id);
        let location = format!("{}/v2.1/servers/{}", self.context.request.root, first.id);
        let password = requested["adminPass"]
            .as_str()
            .map_or_else(|| uuid().replace('-', "")[..12].to_owned(), str::to_owned);
        let groups: Vec<Value> = first
            .groups
            .iter()
            .map(|name| json!({ "name": name }))
            .collect();
        Ok(Response::json(
            202,
            json!({ "server": { "id": first.id, "links": links,
                "OS-DCF:diskConfig": first.disk_config, "security_groups": groups,
                "adminPass": password } }),
        )
        .header("location", location))
    }

    fn check_quota(&self, flavor: &Flavor, number: u64) -> Result<(), Refusal> {
        let usage = self.usage(&self.caller.project)?;
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let each = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        for (name, used, asked) in [
            ("instances", usage.instances, number),
            (
                "cores",
                usage.cores,
                number.saturating_mul(each(flavor.vcpus)),
            ),
            ("ram", usage.ram, number.saturating_mul(each(flavor.ram))),
        ] {
            let mut limit = self.limit(name)?;
            if self.context.is_over_quota() && name == "instances" {
                limit = used;
            }
            if limit < 0 && name == "instances" {
                limit = used.saturating_add(MOST_AT_ONCE);
            }
            if limit >= 0 && used.saturating_add(asked) > limit {
                return Err(Refusal::new(
                    403,
                    format!(
                        "Quota exceeded for {name}: Requested {asked}, but already used {used} \
                         of {limit} {name}"
                    ),
                ));
            }
        }
        Ok(())
    }

    /// Refuses more metadata than the quota allows for a server.
    pub(super) fn check_metadata_quota(
        &self,
        metadata: &BTreeMap<String, String>,
    ) -> Result<(), Refusal> {
        let limit = self.limit("metadata_items")?;
        let number = i64::try_from(metadata.len()).unwrap_or(i64::MAX);
        if limit >= 0 && number > limit {
            return Err(Refusal::new(
                403,
                format!("Maximum number of metadata items exceeds {limit}"),
            ));
        }
        Ok(())
    }

    /// Creates one server with its ports and volumes, and starts its lifecycle.
    fn build(
        &self,
        mut server: Server,
        networks: &[RequestedNetwork],
        (groups, grouped): (&[SecurityGroup], bool),
        disks: &[Disk],
    ) -> Result<Server, Refusal> {
        let (store, now) = (self.context.store, self.context.now);
        let mut failure = None;
        for requested in networks {
            match requested {
                RequestedNetwork::New { network, address } => {
                    let address = address.as_deref();
                    match self.new_port(&server.id, network, address, groups, grouped)? {
                        Ok(port) => server.own_ports.push(port.id),
                        Err(why) => {
                            failure = Some(why);
                            break;
                        }
                    }
                }
                RequestedNetwork::Existing(port) => {
                    let network = store.get::<Network>(&port.network)?;
                    let closed = network.is_some_and(|one| one.external && !one.shared);
                    if closed && !self.caller.is_admin() {
                        failure = Some(Failure::aborted(
                            "Failed to allocate the network(s), not rescheduling.",
                        ));
                        break;
                    }
                    let mut port = port.clone();
                    port.device.clone_from(&server.id);
                    "compute:nova".clone_into(&mut port.device_owner);
                    port.updated = now;
                    store.put(&port, now)?;
                }
            }
        }
        if failure.is_none()
            && let Some(why) = self.doomed(disks)
        {
            failure = Some(Failure::Aborted(why));
        }
        if failure.is_none() {
            for (index, disk) in disks.iter().enumerate() {
                self.attach_at_birth(&mut server, disk, index)?;
            }
        }
        store.put(&server, now)?;
        // The database cannot hold such a text, so the build never ends.
        let mut schema = server.tags.iter().chain(server.metadata.values());
        let outcome = if schema.any(|word| is_beyond(word)) {
            BuildOutcome::Stuck
        } else if let Some(failure) = failure {
            BuildOutcome::Fails(failure.fault(&server.id))
        } else if is_unplaceable(server.flavor.as_ref()) {
            BuildOutcome::Unplaced("No valid host was found. ".to_owned())
        } else {
            BuildOutcome::Open
        };
        self.begin_with(&server, &ServerAction::Create, &outcome)?;
        Ok(server)
    }

    fn attach_at_birth(
        &self,
        server: &mut Server,
        disk: &Disk,
        index: usize,
    ) -> Result<(), Refusal> {
        let (store, now) = (self.context.store, self.context.now);
        let volume = match &disk.volume {
            Some(volume) => {
                let mut volume = volume.clone();
                "reserved".clone_into(&mut volume.status);
                volume.updated = Some(now);
                volume
            }
            None => Volume {
                id: uuid(),
                name: Some(String::new()),
                project: server.project.clone(),
                user: server.user.clone(),
                size: disk.size,
                status: "creating".to_owned(),
                description: Some(String::new()),
                kind: "__DEFAULT__".to_owned(),
                snapshot: disk.snapshot.as_ref().map(|snapshot| snapshot.id.clone()),
                source: None,
                bootable: disk.boots,
                image: disk.image.clone(),
                metadata: BTreeMap::new(),
                server: None,
                zone: "nova".to_owned(),
                created: now,
                updated: None,
            },
        };
        store.put(&volume, now)?;
        let offset =
            u8::try_from(index).unwrap_or(20) + u8::from(server.image.is_some() || !disk.boots);
        server.attachments.push(Attachment {
            id: uuid(),
            mapping: uuid(),
            volume: volume.id,
            device: disk.device.clone().map_or_else(
                || format!("/dev/sd{}", char::from(b'a' + offset.min(25))),
                |device| {
                    if device.starts_with("/dev/") {
                        device
                    } else {
                        format!("/dev/{device}")
                    }
                },
            ),
            delete_on_termination: disk.delete_on_termination,
            tag: disk.tag.clone(),
            at: now,
        });
        Ok(())
    }

    /// Starts an action: records it, enters its first phase and schedules the others.
    pub(super) fn begin(&self, server: &Server, action: &ServerAction) -> Result<(), Refusal> {
        self.begin_with(server, action, &BuildOutcome::Open)
    }

    fn begin_with(
        &self,
        server: &Server,
        action: &ServerAction,
        outcome: &BuildOutcome,
    ) -> Result<(), Refusal> {
        let (store, now) = (self.context.store, self.context.now);
        let request_id = &self.context.request.id;
        let record = ActionRecord {
            id: format!("{} {request_id}", server.id),
            request: request_id.clone(),
            server: server.id.clone(),
            action: action.action().to_owned(),
            user: self.caller.user.id.clone(),
            project: server.project.clone(),
            start: now,
            updated: now,
            message: None,
            events: vec![Event {
                event: action.event().to_owned(),
                start: now,
                finish: None,
                result: None,
            }],
        };
        store.put(&record, now)?;
        let plan = lifecycle::plan(action, server, request_id, self.context.speed, outcome);
        let stuck = self.context.effect == Some(&Effect::Stuck) || *outcome == BuildOutcome::Stuck;
        for (index, (after, phase)) in plan.phases.into_iter().enumerate() {
            if stuck && index > 0 {
                break;
            }
            if after == 0 {
                scheduler::enter_phase(store, &server.id, &phase, now)?;
            } else {
                store.schedule(
                    now.saturating_add(after),
                    &server.id,
                    &ScheduledStep::Phase(phase),
                )?;
            }
        }
        Ok(())
    }
}

/// Returns whether no host has room for a server of this flavor.
fn is_unplaceable(flavor: Option<&Flavor>) -> bool {
    flavor.is_some_and(|flavor| {
        flavor.ram > HOST_MEMORY || flavor.vcpus > HOST_VCPUS || flavor.disk > HOST_DISK
    })
}
