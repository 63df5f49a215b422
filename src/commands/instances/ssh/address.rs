//! Which of an instance's addresses to go to. Pure.

use std::net::IpAddr;

use crate::openstack::Server;

/// What the user wants of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    /// A fixed address, even where there is a floating one.
    pub(super) private: bool,
    /// An IPv6 address, and no other.
    pub(super) ipv6: bool,
}

/// The address to go to: floating before the one that Nova was told to name, before fixed; IPv4
/// before IPv6 unless the user wants that. What is no address at all is none here, whatever the
/// cloud says.
pub(super) fn choose(server: &Server, wanted: Wanted) -> Option<IpAddr> {
    let of = |kind: &str| -> Vec<IpAddr> {
        server
            .addresses
            .iter()
            .flat_map(|(_, addresses)| addresses)
            .filter(|address| address.kind.as_deref().unwrap_or("fixed") == kind)
            .filter_map(|address| address.addr.parse().ok())
            .collect()
    };
    let mut candidates: Vec<IpAddr> = Vec::new();
    if !wanted.private {
        candidates.extend(of("floating"));
        candidates.extend(
            [&server.access_ipv4, &server.access_ipv6]
                .into_iter()
                .filter_map(|text| text.parse::<IpAddr>().ok()),
        );
    }
    candidates.extend(of("fixed"));
    let first = |ipv6: bool| {
        candidates
            .iter()
            .find(|address| address.is_ipv6() == ipv6)
            .copied()
    };
    if wanted.ipv6 {
        first(true)
    } else {
        first(false).or_else(|| first(true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_best_address_is_chosen() {
        let fixed = json!({ "addr": "10.0.0.5", "version": 4, "OS-EXT-IPS:type": "fixed" });
        let fixed6 = json!({ "addr": "fd00::5", "version": 6, "OS-EXT-IPS:type": "fixed" });
        let floating =
            json!({ "addr": "203.0.113.5", "version": 4, "OS-EXT-IPS:type": "floating" });
        let bad =
            json!({ "addr": "-oProxyCommand=id", "version": 4, "OS-EXT-IPS:type": "floating" });
        let old = json!({ "addr": "10.0.0.6", "version": 4 });
        let private = Wanted {
            private: true,
            ipv6: false,
        };
        let ipv6 = Wanted {
            private: false,
            ipv6: true,
        };
        let any = Wanted::default();
        let table = [
            (json!([fixed, floating]), "", any, Some("203.0.113.5")),
            (
                json!([fixed6, fixed, floating]),
                "",
                private,
                Some("10.0.0.5"),
            ),
            (json!([fixed, floating, fixed6]), "", ipv6, Some("fd00::5")),
            (json!([fixed, floating]), "", ipv6, None),
            (json!([fixed6]), "", any, Some("fd00::5")),
            (json!([fixed]), "198.51.100.7", any, Some("198.51.100.7")),
            (json!([fixed]), "198.51.100.7", private, Some("10.0.0.5")),
            (
                json!([bad, fixed]),
                "-oProxyCommand=id",
                any,
                Some("10.0.0.5"),
            ),
            (json!([bad]), "", any, None),
            (json!([old]), "", private, Some("10.0.0.6")),
            (json!([]), "", any, None),
        ];
        for (addresses, access, wanted, expected) in table {
            let server: Server = serde_json::from_value(json!({ "id": "a",
                "addresses": { "net": addresses }, "accessIPv4": access }))
            .unwrap();
            let chosen = choose(&server, wanted).map(|address| address.to_string());
            assert_eq!(chosen.as_deref(), expected, "{addresses} {wanted:?}");
        }
    }
}
