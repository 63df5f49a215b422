//! The resources that the simulated cloud has from the beginning.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use crate::ids::{fixed_id, fixed_uuid, uuid};
use crate::model::{
    Credential, Flavor, Image, Network, Project, Rule, SecurityGroup, Server, Subnet, User,
};
use crate::ports::{self, NewPort};
use crate::scheduler;
use crate::store::{Scan, Store, StoreError};

/// The project in which the accounts have their roles.
pub const PROJECT: &str = "demo";
/// The accounts' password. The sandbox has no secrets.
pub const PASSWORD: &str = "secret";

/// A user account.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    /// The user's name.
    pub user: &'static str,
    /// The suffix that `clouds.yaml` adds to the cloud's name for this user.
    pub suffix: &'static str,
    /// The roles.
    pub roles: &'static [&'static str],
}

/// The accounts: one that may change resources, the administrator, and one that may only read.
pub const ACCOUNTS: [Account; 3] = [
    Account {
        user: "developer",
        suffix: "",
        roles: &["reader", "member"],
    },
    Account {
        user: "admin",
        suffix: "-admin",
        roles: &["manager", "admin", "member", "reader"],
    },
    Account {
        user: "viewer",
        suffix: "-reader",
        roles: &["reader"],
    },
];

/// Name, vCPUs, MiB of memory, GiB of disk.
const FLAVORS: [(&str, u64, u64, u64); 7] = [
    ("m1.nano", 1, 64, 1),
    ("m1.tiny", 1, 512, 1),
    ("m1.small", 1, 2048, 20),
    ("m1.medium", 2, 4096, 40),
    ("m1.large", 4, 8192, 80),
    ("m1.volume", 1, 512, 0),
    // More memory than any host has: a server of it ends in ERROR.
    ("m1.unplaceable", 1, 16 * 1024 * 1024, 1),
];

/// Name, distribution, its version, GiB of disk at least.
const IMAGES: [(&str, &str, &str, u64); 3] = [
    ("cirros-0.6.3", "cirros", "", 0),
    ("debian-13", "debian", "13", 2),
    ("ubuntu-24.04", "ubuntu", "24.04", 4),
];

type Result<T> = std::result::Result<T, StoreError>;

fn id(kind: &str, name: &str) -> String {
    fixed_uuid(&format!("{kind} {name}")).to_string()
}

pub(crate) fn seed(store: &Store, now: i64) -> Result<()> {
    let project = fixed_id("project demo");
    let other = fixed_id("project other");
    for (id, name) in [(&project, PROJECT), (&other, "other")] {
        store.put(
            &Project {
                id: id.clone(),
                name: name.to_owned(),
            },
            now,
        )?;
    }
    for account in &ACCOUNTS {
        let roles: Vec<String> = account
            .roles
            .iter()
            .map(|role| (*role).to_owned())
            .collect();
        let mut all = BTreeMap::from([(project.clone(), roles.clone())]);
        if account.user == "admin" {
            all.insert(other.clone(), roles);
        }
        let user = User {
            id: fixed_id(&format!("user {}", account.user)),
            name: account.user.to_owned(),
            password: PASSWORD.to_owned(),
            roles: all,
        };
        store.put(&user, now)?;
    }
    store.put(
        &Credential {
            id: fixed_id("credential demo-appcred"),
            name: "demo-appcred".to_owned(),
            secret: PASSWORD.to_owned(),
            user: fixed_id("user developer"),
            project: project.clone(),
            roles: vec!["member".to_owned(), "reader".to_owned()],
            description: None,
            unrestricted: false,
            expires: None,
        },
        now,
    )?;
    for (name, vcpus, ram, disk) in FLAVORS {
        let flavor = Flavor {
            id: id("flavor", name),
            name: name.to_owned(),
            vcpus,
            ram,
            disk,
            ephemeral: 0,
            swap: 0,
            description: None,
            extra: BTreeMap::new(),
        };
        store.put(&flavor, now)?;
    }
    // The newest is listed first.
    for (name, distribution, version, disk) in IMAGES.into_iter().rev() {
        store.put(
            &image(name, distribution, version, disk, &project, now),
            now,
        )?;
    }
    networks(store, [&project, &other], now)?;
    for project in [&project, &other] {
        store.put(&default_group(store, project, now)?, now)?;
    }
    store.put(&web_group(store, &project, now)?, now)
}

fn image(
    name: &str,
    distribution: &str,
    version: &str,
    disk: u64,
    project: &str,
    now: i64,
) -> Image {
    let properties = [
        ("os_distro", distribution),
        ("os_version", version),
        ("hw_rng_model", "virtio"),
        ("owner_specified.openstack.md5", ""),
        ("owner_specified.openstack.sha256", ""),
        (
            "owner_specified.openstack.object",
            &format!("images/{name}"),
        ),
    ];
    Image {
        id: id("image", name),
        name: name.to_owned(),
        owner: project.to_owned(),
        visibility: "public".to_owned(),
        status: "active".to_owned(),
        size: Some(1024),
        min_ram: 0,
        min_disk: disk,
        protected: false,
        hidden: false,
        tags: Vec::new(),
        created: now,
        updated: now,
        properties: properties
            .iter()
            .filter(|(key, _)| *key != "os_version" || !version.is_empty())
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

/// The network of the project, and that of the operator. If both were the project's, Nova could not
/// choose between them.
fn networks(store: &Store, [own, operator]: [&str; 2], now: i64) -> Result<()> {
    for (name, project, external, base, prefix) in [
        ("private", own, false, [10, 0, 0, 0], 16),
        ("public", operator, true, [203, 0, 113, 0], 24),
    ] {
        let base = u32::from_be_bytes(base);
        let network = Network {
            id: id("network", name),
            name: name.to_owned(),
            project: project.to_owned(),
            external,
            shared: false,
            description: String::new(),
            created: now,
            updated: now,
            port_security: true,
        };
        let subnet = Subnet {
            id: id("subnet", name),
            name: format!("{name}-subnet"),
            project: project.to_owned(),
            network: network.id.clone(),
            base,
            prefix,
            created: now,
            dhcp: !external,
            name_servers: (!external)
                .then(|| Ipv4Addr::from(base + 2).to_string())
                .into_iter()
                .collect(),
        };
        store.put(&network, now)?;
        store.put(&subnet, now)?;
    }
    Ok(())
}

fn rule(store: &Store, direction: &str, ethertype: &str, now: i64) -> Result<Rule> {
    Ok(Rule {
        id: uuid(),
        number: store.next_number("standard attribute")?,
        ethertype: ethertype.to_owned(),
        direction: direction.to_owned(),
        protocol: None,
        port_min: None,
        port_max: None,
        remote_prefix: None,
        remote_group: None,
        description: None,
        created: now,
    })
}

fn default_group(store: &Store, project: &str, now: i64) -> Result<SecurityGroup> {
    let own = id("default group", project);
    let mut rules = Vec::new();
    for ethertype in ["IPv4", "IPv6"] {
        rules.push(rule(store, "egress", ethertype, now)?);
        rules.push(Rule {
            remote_group: Some(own.clone()),
            ..rule(store, "ingress", ethertype, now)?
        });
    }
    Ok(SecurityGroup {
        id: own,
        name: "default".to_owned(),
        project: project.to_owned(),
        description: "Default security group".to_owned(),
        rules,
        created: now,
        updated: now,
    })
}

fn web_group(store: &Store, project: &str, now: i64) -> Result<SecurityGroup> {
    let mut rules = Vec::new();
    for port in [22, 80, 443] {
        rules.push(Rule {
            protocol: Some("tcp".to_owned()),
            port_min: Some(port),
            port_max: Some(port),
            remote_prefix: Some("0.0.0.0/0".to_owned()),
            description: Some(String::new()),
            ..rule(store, "ingress", "IPv4", now)?
        });
    }
    for ethertype in ["IPv4", "IPv6"] {
        rules.push(rule(store, "egress", ethertype, now)?);
    }
    Ok(SecurityGroup {
        id: id("group", "web"),
        name: "web".to_owned(),
        project: project.to_owned(),
        description: "HTTP and SSH from anywhere".to_owned(),
        rules,
        created: now,
        updated: now,
    })
}

/// Adds running servers, all of one flavor and image.
pub(crate) fn add_instances(store: &Store, number: u32, now: i64) -> Result<()> {
    let project = fixed_id("project demo");
    let (image, flavor) = (id("image", IMAGES[0].0), id("flavor", FLAVORS[0].0));
    let image = store.get::<Image>(&image)?;
    let flavor = store.get::<Flavor>(&flavor)?;
    let network = store
        .all::<Network>(Scan {
            project: Some(&project),
            ascending: true,
            ..Scan::default()
        })?
        .into_iter()
        .find(|network| !network.external);
    let group = ports::default_group(store, &project)?;
    // Once the network has no free address, further servers get none.
    let mut has_room = true;
    for _ in 0..number {
        let count = store.next_number("instance")?;
        let name = format!("instance-{count:05}");
        let mut server = Server {
            id: uuid(),
            number: count,
            hostname: name.clone(),
            description: Some(name.clone()),
            name,
            project: project.clone(),
            user: fixed_id("user developer"),
            image: image.as_ref().map(|image| image.id.clone()),
            flavor: flavor.clone(),
            status: "ACTIVE".to_owned(),
            vm: "active".to_owned(),
            power: 1,
            created: now,
            updated: now,
            launched: Some(now),
            booted: Some(now),
            zone: "nova".to_owned(),
            groups: vec!["default".to_owned()],
            reservation: format!("r-{count:08x}"),
            disk_config: "MANUAL".to_owned(),
            ..Server::default()
        };
        if has_room && let (Some(network), Some(group)) = (&network, &group) {
            let new = NewPort {
                project: &project,
                network,
                subnet: None,
                address: None,
                mac: None,
                name: "",
                groups: vec![group.id.clone()],
                device: &server.id,
                device_owner: "compute:nova",
            };
            match ports::make(store, now, new) {
                Ok(port) => server.own_ports.push(port.id),
                Err(_) => has_room = false,
            }
        }
        scheduler::attach_to_host(store, &mut server, now)?;
        store.put(&server, now)?;
    }
    Ok(())
}
