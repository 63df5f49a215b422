//! `POST /servers`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::cloud::uuid;
use super::super::due;
use super::super::exchange::{Answer, Refusal, Reply};
use super::super::faults::Effect;
use super::super::life::{self, Deed};
use super::super::model::{
    Action, Attachment, Due, Event, Flavor, Keypair, SecurityGroup, Server, Volume,
};
use super::super::ports::{self, NewPort};
use super::metadata::tags;
use super::wanted::{
    Disk, Wish, check_many, check_sizes, check_user_data, count, hints, hostname, text, texts,
};
use super::{Compute, invalid};

/// More than any host of the sandbox has.
pub(in super::super) const HOST_MEMORY: u64 = 8_000_000;
pub(super) const HOST_VCPUS: u64 = 4_000;
const HOST_DISK: u64 = 800_000;

/// How many servers one request may make where no quota says.
const MOST_AT_ONCE: i64 = 10_000;

/// Refuses a name that Nova's schema refuses.
pub(super) fn check_name(name: &str) -> Result<(), Refusal> {
    let value = json!(name);
    if name.is_empty() {
        return Err(invalid("name", &value, "'' is too short"));
    }
    if name.chars().count() > 255 {
        return Err(invalid("name", &value, &format!("'{name}' is too long")));
    }
    // Nova's database takes three bytes a character, and no more.
    let printable = |c: char| !c.is_control() && (c as u32) < 0x1_0000;
    if name.trim() != name || !name.chars().all(printable) {
        return Err(Refusal::new(
            400,
            "An invalid 'name' value was provided. The name must be: printable characters. Can \
             not start or end with whitespace.",
        ));
    }
    Ok(())
}

/// Metadata as an object of texts.
pub(super) fn metadata(value: &Value) -> Result<BTreeMap<String, String>, Refusal> {
    let mut all = BTreeMap::new();
    for (key, value) in value.as_object().into_iter().flatten() {
        let text = value
            .as_str()
            .filter(|text| text.chars().count() <= 255)
            .ok_or_else(|| invalid(key, value, "it is no text of at most 255 characters"))?;
        if key.is_empty() || key.chars().count() > 255 {
            return Err(invalid("metadata", value, "a key has 1 to 255 characters"));
        }
        all.insert(key.clone(), text.to_owned());
    }
    Ok(all)
}

pub(super) fn check_metadata_quota(metadata: &BTreeMap<String, String>) -> Result<(), Refusal> {
    if metadata.len() > 128 {
        return Err(Refusal::new(
            403,
            "Maximum number of metadata items exceeds 128",
        ));
    }
    Ok(())
}

impl Compute<'_> {
    #[expect(clippy::too_many_lines, reason = "most of them are a server's fields")]
    pub(super) fn create(&self) -> Reply {
        self.allow("member", "servers:create")?;
        let body = self.body("server")?;
        let wanted = &body["server"];
        self.check(wanted)?;
        let name = wanted["name"].as_str().unwrap_or_default();
        check_name(name)?;
        let metadata = metadata(&wanted["metadata"])?;
        let tags = match &wanted["tags"] {
            Value::Null => Vec::new(),
            given => tags(given)?,
        };
        check_metadata_quota(&metadata)?;
        let user_data = check_user_data(wanted)?;
        let least = count(wanted, "min_count")?.unwrap_or(1);
        let most = count(wanted, "max_count")?.unwrap_or(least);
        if least > most {
            return Err(Refusal::new(400, "min_count must be <= max_count"));
        }
        let flavor = self.flavor_for(wanted)?;
        let image = self.image_for(wanted)?;
        let disks = self.disks(wanted)?;
        let from_volume = disks.iter().any(|disk| disk.boots);
        check_sizes(&flavor, image.as_ref(), from_volume)?;
        if let Some(key) = wanted["key_name"].as_str() {
            let id = format!("{} {key}", self.who.user.id);
            if self.context.store.get::<Keypair>(&id)?.is_none() {
                return Err(Refusal::new(400, "Invalid key_name provided."));
            }
        }
        let zone = wanted["availability_zone"].as_str();
        if zone.is_some_and(|zone| zone != "nova") {
            return Err(Refusal::new(
                400,
                "The requested availability zone is not available",
            ));
        }
        let groups = self.groups_for(wanted)?;
        let networks = self.networks_for(wanted)?;
        if most > 1 {
            check_many(&networks, &disks)?;
        }
        self.check_quota(&flavor, most)?;

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
                number: self.context.store.count("instance")?,
                hostname: wanted["hostname"]
                    .as_str()
                    .map_or_else(|| hostname(&own_name), str::to_owned),
                description: match wanted.get("description") {
                    Some(text) => text.as_str().map(str::to_owned),
                    None => Some(own_name.clone()),
                },
                name: own_name,
                project: self.who.project.clone(),
                user: self.who.user.id.clone(),
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
                key: wanted["key_name"].as_str().map(str::to_owned),
                metadata: metadata.clone(),
                tags: tags.clone(),
                status: "BUILD".to_owned(),
                vm: "building".to_owned(),
                created: self.context.now,
                updated: self.context.now,
                zone: "nova".to_owned(),
                pinned_zone: zone.map(str::to_owned),
                config_drive: is_true(&wanted["config_drive"]),
                user_data: user_data.clone(),
                groups: groups.iter().map(|group| group.name.clone()).collect(),
                reservation: reservation.clone(),
                launch_index: index,
                hints: hints(&body),
                server_groups: texts(&json!([hints(&body).get("group")])),
                disk_config: wanted["OS-DCF:diskConfig"]
                    .as_str()
                    .unwrap_or("MANUAL")
                    .to_owned(),
                access_v4: text(&wanted["accessIPv4"]),
                access_v6: text(&wanted["accessIPv6"]),
                ..Server::default()
            };
            made.push(self.build(server, &networks, &groups, &disks)?);
        }
        if is_true(&wanted["return_reservation_id"]) {
            return Ok(Answer::json(202, json!({ "reservation_id": reservation })));
        }
        let first = made
            .first()
            .ok_or_else(|| Refusal::new(400, "min_count must be at least 1"))?;
        let links = self.links("servers", &first.id);
        let location = format!("{}/v2.1/servers/{}", self.context.ask.root, first.id);
        let password = wanted["adminPass"]
            .as_str()
            .map_or_else(|| uuid().replace('-', "")[..12].to_owned(), str::to_owned);
        let groups: Vec<Value> = first
            .groups
            .iter()
            .map(|name| json!({ "name": name }))
            .collect();
        Ok(Answer::json(
            202,
            json!({ "server": { "id": first.id, "links": links,
                "OS-DCF:diskConfig": first.disk_config, "security_groups": groups,
                "adminPass": password } }),
        )
        .header("location", location))
    }

    fn check_quota(&self, flavor: &Flavor, number: u64) -> Result<(), Refusal> {
        let usage = self.usage(&self.who.project)?;
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

    /// Makes one server, with its ports and volumes, and lets its life begin.
    fn build(
        &self,
        mut server: Server,
        networks: &[Wish],
        groups: &[SecurityGroup],
        disks: &[Disk],
    ) -> Result<Server, Refusal> {
        let (store, now) = (self.context.store, self.context.now);
        for wish in networks {
            match wish {
                Wish::New { network, address } => {
                    let port = ports::make(
                        store,
                        now,
                        NewPort {
                            project: &server.project,
                            network,
                            subnet: None,
                            address: address.as_deref(),
                            mac: None,
                            name: "",
                            groups: groups.iter().map(|group| group.id.clone()).collect(),
                            device: &server.id,
                            device_owner: "compute:nova",
                        },
                    )?;
                    server.own_ports.push(port.id);
                }
                Wish::Existing(port) => {
                    let mut port = port.clone();
                    port.device.clone_from(&server.id);
                    "compute:nova".clone_into(&mut port.device_owner);
                    port.updated = now;
                    store.put(&port, now)?;
                }
            }
        }
        for (index, disk) in disks.iter().enumerate() {
            self.attach_at_birth(&mut server, disk, index)?;
        }
        store.put(&server, now)?;
        self.begin(&server, &Deed::Create)?;
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

    /// Lets an action begin: its entry is made, its first phase is entered, the others are due.
    pub(super) fn begin(&self, server: &Server, deed: &Deed) -> Result<(), Refusal> {
        let (store, now) = (self.context.store, self.context.now);
        let request = &self.context.ask.request_id;
        let action = Action {
            id: format!("{} {request}", server.id),
            request: request.clone(),
            server: server.id.clone(),
            action: deed.action().to_owned(),
            user: self.who.user.id.clone(),
            project: server.project.clone(),
            start: now,
            updated: now,
            message: None,
            events: vec![Event {
                event: deed.event().to_owned(),
                start: now,
                finish: None,
                result: None,
            }],
        };
        store.put(&action, now)?;
        let unplaceable = (*deed == Deed::Create)
            .then_some(server.flavor.as_ref())
            .flatten()
            .filter(|flavor| {
                flavor.ram > HOST_MEMORY || flavor.vcpus > HOST_VCPUS || flavor.disk > HOST_DISK
            })
            .map(|_| "No valid host was found. ");
        let plan = life::plan(deed, server, request, self.context.speed, unplaceable);
        let stuck = self.context.effect == Some(&Effect::Stuck);
        for (index, (after, phase)) in plan.phases.into_iter().enumerate() {
            if stuck && index > 0 {
                break;
            }
            if after == 0 {
                due::enter(store, &server.id, &phase, now)?;
            } else {
                store.schedule(now.saturating_add(after), &server.id, &Due::Phase(phase))?;
            }
        }
        Ok(())
    }
}

/// The largest number that Nova's schemas and its database take.
pub(super) const MOST: u64 = i32::MAX as u64;

pub(super) fn number(value: &Value) -> Option<u64> {
    value
        .as_u64()
        .or_else(|| value.as_str().and_then(|text| text.parse().ok()))
}

pub(super) fn is_true(value: &Value) -> bool {
    value == true
        || value
            .as_str()
            .is_some_and(|text| matches!(text.to_lowercase().as_str(), "true" | "1" | "on" | "yes"))
}
