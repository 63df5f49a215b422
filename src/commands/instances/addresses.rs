//! Sorts a server's addresses into public and private ones, for every command that shows them,
//! filters by them or connects to them. Pure.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::openstack::Server;

/// A server's addresses, sorted into public and private ones, each in Nova's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::commands) struct Addresses {
    /// Floating ones, then those that Nova was told to name, then fixed ones of global scope.
    pub(in crate::commands) public: Vec<IpAddr>,
    /// Fixed ones. One of global scope is among them, as the last, where a floating one leads
    /// to the server.
    pub(in crate::commands) private: Vec<IpAddr>,
}

impl Addresses {
    /// Sorts a server's addresses. A text that is not an address is left out, whatever its source.
    /// Without a type (`OS-EXT-IPS:type`), an address is a fixed one.
    pub(in crate::commands) fn of(server: &Server) -> Self {
        let (mut floating, mut fixed) = (Vec::new(), Vec::new());
        for address in server.addresses.iter().flat_map(|(_, all)| all) {
            if let Ok(ip) = address.addr.parse::<IpAddr>() {
                let is_floating = address.kind.as_deref() == Some("floating");
                if is_floating {
                    &mut floating
                } else {
                    &mut fixed
                }
                .push(ip);
            }
        }
        let (global, mut private): (Vec<IpAddr>, Vec<IpAddr>) =
            fixed.into_iter().partition(|ip| is_global(*ip));
        // A floating address leads to a fixed one of the same IP version.
        let is_led_to = |ip: &IpAddr| floating.iter().any(|to| to.is_ipv4() == ip.is_ipv4());
        let (led_to, global): (Vec<IpAddr>, Vec<IpAddr>) = global.into_iter().partition(is_led_to);
        private.extend(led_to);
        let mut public = floating;
        let named = [&server.access_ipv4, &server.access_ipv6];
        public.extend(
            named
                .into_iter()
                .filter_map(|text| text.parse::<IpAddr>().ok()),
        );
        public.extend(global);
        Self { public, private }
    }

    /// What stands for the server in public: an IPv4 address if there is any. A server that has
    /// private IPv4 addresses is not told by an IPv6 one of global scope, as in EC2.
    pub(in crate::commands) fn public_ip(&self, server: &Server) -> Option<IpAddr> {
        let has_ipv4 = self.private.iter().any(IpAddr::is_ipv4);
        let is_named = |ip: &&IpAddr| !has_ipv4 || server.access_ipv6.parse() == Ok(**ip);
        ipv4(&self.public).or_else(|| self.public.iter().find(is_named).copied())
    }

    /// What stands for the server in its own network: an IPv4 address if there is any.
    pub(in crate::commands) fn private_ip(&self) -> Option<IpAddr> {
        ipv4(&self.private).or_else(|| self.private.first().copied())
    }
}

/// Returns the first IPv4 address.
fn ipv4(addresses: &[IpAddr]) -> Option<IpAddr> {
    addresses.iter().find(|ip| ip.is_ipv4()).copied()
}

/// Returns whether an address is of global scope: reachable from anywhere, judging by its number
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry>, and the same for IPv6).
pub(in crate::commands) fn is_global(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_global_ipv4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_global_ipv4(mapped),
            None => is_global_ipv6(address),
        },
    }
}

fn is_global_ipv4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    // This network; multicast, reserved and broadcast; shared by a provider's customers (CGNAT);
    // protocol assignments; relays; benchmarks.
    let is_special = matches!(
        (first, second, third),
        (0 | 224.., _, _) | (100, 64..=127, _) | (192, 0, 0) | (192, 88, 99) | (198, 18 | 19, _)
    );
    !(is_special
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation())
}

fn is_global_ipv6(address: Ipv6Addr) -> bool {
    match address.segments() {
        // Protocol assignments, documentation.
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn global_scope_is_what_is_left() {
        for global in [
            "8.8.4.4",
            "1.1.1.1",
            "100.63.0.1",
            "100.128.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.20.0.1",
            "223.255.255.255",
            "2a00:1450::1",
            "2001:4860::1",
            "::ffff:8.8.4.4",
        ] {
            assert!(is_global(global.parse().unwrap()), "{global}");
        }
        for local in [
            "0.0.0.0",
            "10.0.0.1",
            "127.0.0.1",
            "100.64.0.13",
            "169.254.1.7",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.5",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.51.100.4",
            "203.0.113.3",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::7",
            "fd00::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "3fff::1",
            "64:ff9b:1::1",
            "::ffff:10.0.0.1",
            "5f00::1",
        ] {
            assert!(!is_global(local.parse().unwrap()), "{local}");
        }
    }

    fn address(text: &str) -> Value {
        let (addr, kind) = text.split_once(' ').unwrap_or((text, "fixed"));
        let kind = (kind != "untyped").then_some(kind);
        json!({ "addr": addr, "OS-EXT-IPS:type": kind })
    }

    /// Returns the public and the private address of a server with these addresses, and with
    /// `access` as its `accessIPv4` and `accessIPv6`.
    fn of(addresses: &[&str], access: [&str; 2]) -> (String, String) {
        let addresses: Value = addresses.iter().map(|text| address(text)).collect();
        let server: Server = serde_json::from_value(json!({ "id": "a",
            "addresses": { "net": addresses }, "accessIPv4": access[0], "accessIPv6": access[1] }))
        .unwrap();
        let sorted = Addresses::of(&server);
        let text = |ip: Option<IpAddr>| ip.map_or_else(String::new, |ip| ip.to_string());
        (text(sorted.public_ip(&server)), text(sorted.private_ip()))
    }

    #[test]
    fn every_mixture_has_its_public_and_its_private_address() {
        let none = ["", ""];
        let named = ["198.51.100.7", ""];
        let table: [(&[&str], [&str; 2], &str, &str); 20] = [
            (&["10.0.0.1"], none, "", "10.0.0.1"),
            (
                &["10.0.0.1", "203.0.113.3 floating"],
                none,
                "203.0.113.3",
                "10.0.0.1",
            ),
            // Clouds without floating addresses.
            (&["10.0.0.12", "8.8.4.4"], none, "8.8.4.4", "10.0.0.12"),
            (&["8.8.4.4", "10.0.0.12"], none, "8.8.4.4", "10.0.0.12"),
            (&["8.8.4.4"], none, "8.8.4.4", ""),
            (&["203.0.113.9"], none, "", "203.0.113.9"),
            (&["100.64.0.13"], none, "", "100.64.0.13"),
            (&["169.254.1.7", "fe80::7"], none, "", "169.254.1.7"),
            // A floating address leads to a fixed one, even if that is of global scope.
            (&["8.8.4.4", "9.9.9.9 floating"], none, "9.9.9.9", "8.8.4.4"),
            (
                &["8.8.4.4", "10.0.0.1", "9.9.9.9 floating"],
                none,
                "9.9.9.9",
                "10.0.0.1",
            ),
            // Without a type.
            (&["10.9.9.9 untyped"], none, "", "10.9.9.9"),
            (
                &["8.8.4.4 untyped", "10.9.9.9 untyped"],
                none,
                "8.8.4.4",
                "10.9.9.9",
            ),
            (
                &["8.8.4.4 untyped", "9.9.9.9 floating"],
                none,
                "9.9.9.9",
                "8.8.4.4",
            ),
            // With `accessIPv4` or `accessIPv6`.
            (&["10.0.0.1"], named, "198.51.100.7", "10.0.0.1"),
            (
                &["10.0.0.1"],
                ["", "2001:db8::7"],
                "2001:db8::7",
                "10.0.0.1",
            ),
            // IPv6.
            (&["2001:db8::1", "10.0.0.1"], none, "", "10.0.0.1"),
            (&["2a00:1450::1", "10.0.0.1"], none, "", "10.0.0.1"),
            (&["2a00:1450::1"], none, "2a00:1450::1", ""),
            (
                &["2a00:1450::1", "10.0.0.1", "9.9.9.9 floating"],
                none,
                "9.9.9.9",
                "10.0.0.1",
            ),
            (
                &["-oProxyCommand=id floating", "10.0.0.5"],
                ["$(id)", ""],
                "",
                "10.0.0.5",
            ),
        ];
        for (addresses, access, public, private) in table {
            let (shown_public, shown_private) = of(addresses, access);
            assert_eq!(
                (&*shown_public, &*shown_private),
                (public, private),
                "{addresses:?}"
            );
        }
    }
}
