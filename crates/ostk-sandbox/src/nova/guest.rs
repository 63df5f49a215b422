//! The console of a running server, and the diagnostics of its hypervisor.

use serde_json::{Value, json};

use super::create::HOST_VCPUS;
use super::{ComputeHandler, invalid};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::model::Server;

/// The lines that a guest prints at boot, each with its milliseconds after the start.
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

impl ComputeHandler<'_> {
    pub(super) fn console(&self, server: &Server, argument: &Value) -> HandlerResult {
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
        // A test can set what its guest prints.
        if let Some(lines) = server.metadata.get("sandbox_console") {
            let at = text.len().saturating_sub(1);
            text.splice(at..at, lines.split('\n').map(str::to_owned));
        }
        let skip = match length.and_then(|length| usize::try_from(length).ok()) {
            Some(length) => text.len().saturating_sub(length),
            None => 0,
        };
        Ok(Response::json(
            200,
            json!({ "output": text[skip..].join("\n") }),
        ))
    }

    pub(super) fn diagnostics(&self, id: &str) -> HandlerResult {
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
        // Each processor is always busy for a fifth of the time.
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
            return Ok(Response::json(200, body));
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
        Ok(Response::json(
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

    pub(super) fn remote_console(&self, id: &str) -> HandlerResult {
        self.allow("member", "os-remote-consoles")?;
        let server = self.server(id)?;
        let body = self.body("remote_console")?;
        let requested = &body["remote_console"];
        Ok(Response::json(
            200,
            json!({ "remote_console": { "protocol": requested["protocol"], "type": requested["type"],
                "url": format!("{}/vnc_lite.html?path=%3Ftoken%3D{}", self.context.request.origin,
                               crate::ids::fixed_id(&server.id)) } }),
        ))
    }
}
