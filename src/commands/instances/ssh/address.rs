//! Chooses the address of an instance to connect to. Pure.

use std::net::IpAddr;

use crate::commands::instances::addresses::Addresses;
use crate::openstack::Server;

/// The user's requirements for the address.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WantedAddress {
    /// Whether a private address is required, even if there is a public one.
    pub(super) private: bool,
    /// Whether an IPv6 address is required.
    pub(super) ipv6: bool,
}

/// The address to connect to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) ip: IpAddr,
    /// Whether the address is reachable only inside its own network.
    pub(super) is_private: bool,
    /// A public IPv6 address as an alternative to a private IPv4 one.
    pub(super) public_ipv6: Option<IpAddr>,
}

/// Chooses the address to connect to: public before private, and IPv4 before IPv6 unless the user
/// wants IPv6.
pub(super) fn choose(server: &Server, wanted: WantedAddress) -> Option<Chosen> {
    let Addresses { public, private } = Addresses::of(server);
    let fits = |ipv6: bool| move |ip: &&IpAddr| ip.is_ipv6() == ipv6;
    let public_ipv6 = public.iter().find(fits(true)).copied();
    let public = if wanted.private { Vec::new() } else { public };
    let first = |ipv6: bool| {
        let of = |all: &[IpAddr]| all.iter().find(fits(ipv6)).copied();
        let found = of(&public).map(|ip| (ip, false));
        found.or_else(|| of(&private).map(|ip| (ip, true)))
    };
    let found = if wanted.ipv6 {
        first(true)
    } else {
        first(false).or_else(|| first(true))
    };
    found.map(|(ip, is_private)| Chosen {
        ip,
        is_private,
        public_ipv6: public_ipv6.filter(|_| is_private),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn chosen(
        addresses: &[(&str, &str)],
        access: &str,
        wanted: WantedAddress,
    ) -> Option<(String, bool)> {
        let addresses: Value = addresses
            .iter()
            .map(|(addr, kind)| json!({ "addr": addr, "OS-EXT-IPS:type": kind }))
            .collect();
        let server: Server = serde_json::from_value(json!({ "id": "a",
            "addresses": { "net": addresses }, "accessIPv4": access }))
        .unwrap();
        let found = choose(&server, wanted)?;
        Some((found.ip.to_string(), found.is_private))
    }

    /// Addresses with their types, `accessIPv4`, the requirements, and the chosen address with
    /// whether it is private.
    type Case<'a> = (
        &'a [(&'a str, &'a str)],
        &'a str,
        WantedAddress,
        Option<(&'a str, bool)>,
    );

    #[test]
    fn the_best_address_is_chosen() {
        let fixed = ("10.0.0.5", "fixed");
        let fixed6 = ("fd00::5", "fixed");
        let floating = ("203.0.113.5", "floating");
        let global = ("8.8.4.4", "fixed");
        let global6 = ("2a00::5", "fixed");
        let bad = ("-oProxyCommand=id", "floating");
        let any = WantedAddress::default();
        let private = WantedAddress {
            private: true,
            ipv6: false,
        };
        let ipv6 = WantedAddress {
            private: false,
            ipv6: true,
        };
        let table: [Case<'_>; 16] = [
            (&[fixed, floating], "", any, Some(("203.0.113.5", false))),
            (
                &[fixed6, fixed, floating],
                "",
                private,
                Some(("10.0.0.5", true)),
            ),
            (
                &[fixed, floating, fixed6],
                "",
                ipv6,
                Some(("fd00::5", true)),
            ),
            (&[fixed, floating], "", ipv6, None),
            (&[fixed6], "", any, Some(("fd00::5", true))),
            (&[fixed], "198.51.100.7", any, Some(("198.51.100.7", false))),
            (&[fixed], "198.51.100.7", private, Some(("10.0.0.5", true))),
            (
                &[bad, fixed],
                "-oProxyCommand=id",
                any,
                Some(("10.0.0.5", true)),
            ),
            (&[bad], "", any, None),
            (&[], "", any, None),
            // Clouds without floating addresses.
            (&[fixed, global], "", any, Some(("8.8.4.4", false))),
            (&[fixed, global], "", private, Some(("10.0.0.5", true))),
            (&[global], "", private, None),
            (&[global6, fixed], "", any, Some(("10.0.0.5", true))),
            (&[global6, fixed], "", ipv6, Some(("2a00::5", false))),
            (
                &[global6, fixed, floating],
                "",
                ipv6,
                Some(("2a00::5", false)),
            ),
        ];
        for (addresses, access, wanted, expected) in table {
            let expected = expected.map(|(ip, is_private)| (ip.to_owned(), is_private));
            assert_eq!(
                chosen(addresses, access, wanted),
                expected,
                "{addresses:?} {wanted:?}"
            );
        }
    }
}
