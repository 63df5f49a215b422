//! Networks, addresses and ports.

use serde_json::json;

use super::*;

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is a table")]
fn networks_and_ports_take_an_instance() {
    let network = |more: Value, address: Option<&str>| {
        NetworkFact::Network(
            Arc::new(network(&more)),
            address.map(|text| text.parse().unwrap()),
        )
    };
    let addressed = |address: &str| network(json!({}), Some(address));
    let port = |more: Value| NetworkFact::Port(Arc::new(port(&more)));
    let external = json!({ "router:external": true });
    let open = json!({ "router:external": true, "shared": true });
    // What is asked for, whether with groups, as an administrator, words.
    let table = [
        (vec![network(json!({}), None)], true, false, ""),
        (
            vec![network(json!({}), None), network(json!({}), None)],
            false,
            false,
            "",
        ),
        (
            vec![network(external.clone(), None)],
            false,
            false,
            "U it is not allowed to create an interface on external network 'private'",
        ),
        (vec![network(external, None)], false, true, ""),
        (vec![network(open, None)], false, false, ""),
        (
            vec![network(json!({ "subnets": [] }), None)],
            false,
            false,
            "requires a subnet",
        ),
        (
            vec![network(json!({ "port_security_enabled": false }), None)],
            false,
            false,
            "",
        ),
        (
            vec![network(json!({ "port_security_enabled": false }), None)],
            true,
            false,
            "requires port_security_enabled",
        ),
        (vec![addressed("10.0.0.5")], false, false, ""),
        (
            vec![addressed("10.0.0.7")],
            false,
            false,
            "fixed IP address 10.0.0.7 of network 'private' is already in use",
        ),
        (
            vec![addressed("192.168.1.1")],
            false,
            false,
            "192.168.1.1 is not a valid ip address for network 'private', whose subnets are: 10.0.0.0/24",
        ),
        (
            vec![addressed("10.0.0.0")],
            false,
            false,
            "not a valid ip address",
        ),
        (
            vec![addressed("10.0.0.255")],
            false,
            false,
            "not a valid ip address",
        ),
        (vec![addressed("10.0.0.1")], false, false, ""),
        (vec![addressed("10.0.9.1")], false, false, ""),
        (
            vec![addressed("10.0.9.0")],
            false,
            false,
            "not a valid ip address",
        ),
        (vec![addressed("fd00::5")], false, false, ""),
        (
            vec![addressed("fd00::")],
            false,
            false,
            "not a valid ip address",
        ),
        (
            vec![addressed("fd01::5")],
            false,
            false,
            "not a valid ip address",
        ),
        (
            vec![addressed("10.0.0.5"), addressed("10.0.0.5")],
            false,
            false,
            "already in use by the first",
        ),
        (vec![port(json!({}))], false, false, ""),
        (
            vec![port(json!({})), port(json!({}))],
            false,
            false,
            "was specified twice",
        ),
        (
            vec![port(json!({ "device_id": "web" }))],
            false,
            false,
            "I port 'eth' (t) is still in use by web",
        ),
        (
            vec![port(json!({ "fixed_ips": [] }))],
            false,
            false,
            "requires a FixedIP",
        ),
        (
            vec![port(json!({ "fixed_ips": [], "ip_allocation": "none" }))],
            false,
            false,
            "",
        ),
    ];
    for (networks, grouped, is_admin, words) in table {
        let facts = Facts {
            networks,
            groups: grouped
                .then(|| Arc::new(group(&json!({}))))
                .into_iter()
                .collect(),
            ..Facts::default()
        };
        // Without them nothing is judged.
        let unread = told(&Spec::default(), &facts, is_admin);
        assert!(!unread.contains("valid ip"), "{unread}");
        let survey = Survey {
            subnets: Some(vec![
                subnet("10.0.0.0/24", None),
                subnet("10.0.9.0/31", None),
                subnet("fd00::/64", Some("dhcpv6-stateful")),
                subnet("fd01::/64", Some("slaac")),
            ]),
            taken: vec![("n".to_owned(), "10.0.0.7".parse().unwrap())],
            ..Survey::default()
        };
        let found = told_with(&Spec::default(), &facts, &survey, is_admin);
        holds(&found, words);
    }
}

#[test]
fn nova_chooses_one_network_or_refuses() {
    // What it chooses from, whether Neutron makes one, with groups, words.
    let table = [
        (vec![], Some(true), false, ""),
        (vec![], None, false, ""),
        (
            vec![],
            Some(false),
            false,
            "unable to automatically allocate a network",
        ),
        (vec![json!({})], None, true, ""),
        (
            vec![json!({ "router:external": true })],
            None,
            false,
            "external network",
        ),
        (
            vec![json!({ "subnets": [] })],
            None,
            false,
            "requires a subnet",
        ),
        (
            vec![json!({ "port_security_enabled": false })],
            None,
            true,
            "requires port_security_enabled",
        ),
        (
            vec![json!({}), json!({ "name": "public" })],
            None,
            false,
            "I multiple possible networks found: 'private', 'public'",
        ),
    ];
    for (choice, makes, grouped, words) in table {
        let facts = Facts {
            groups: grouped
                .then(|| Arc::new(group(&json!({}))))
                .into_iter()
                .collect(),
            ..Facts::default()
        };
        let survey = Survey {
            choice: Some(choice.into_iter().map(|more| network(&more)).collect()),
            makes_networks: makes,
            ..Survey::default()
        };
        let found = told_with(&Spec::default(), &facts, &survey, false);
        holds(&found, words);
    }
    let outside = Survey {
        port_networks: vec![network(&json!({ "router:external": true }))],
        ..Survey::default()
    };
    let found = told_with(&Spec::default(), &Facts::default(), &outside, false);
    holds(&found, "external network");
}
