//! What `--network` says, as far as its words tell.

use std::net::IpAddr;

use crate::error::CommandError;

/// A network that an instance is to be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NetworkWish<'a> {
    /// A network, by name or ID, perhaps with an address of it.
    Network(&'a str, Option<IpAddr>),
    /// A port that is there, by name or ID.
    Port(&'a str),
}

impl<'a> NetworkWish<'a> {
    /// Reads `NETWORK`, `NETWORK,ip=ADDRESS`, `ip=ADDRESS,network=NETWORK` or `port=PORT`.
    pub(super) fn parse(text: &'a str) -> Result<Self, CommandError> {
        let wrong = || {
            CommandError::usage(format!(
                "--network '{text}' is none of: NETWORK, NETWORK,ip=ADDRESS, port=PORT, auto, none"
            ))
        };
        let (mut name, mut port, mut address) = (None, None, None);
        for part in text.split(',') {
            let (field, value) = match part.split_once('=') {
                Some(("ip" | "fixed-ip" | "v4-fixed-ip", value)) => (&mut address, value),
                Some(("port" | "port-id", value)) => (&mut port, value),
                Some(("network" | "net-id", value)) => (&mut name, value),
                _ => (&mut name, part),
            };
            if value.is_empty() || field.replace(value).is_some() {
                return Err(wrong());
            }
        }
        let address = match address {
            Some(address) => Some(address.parse().map_err(|_| {
                CommandError::usage(format!("--network '{text}': '{address}' is no IP address"))
            })?),
            None => None,
        };
        match (name, port, address) {
            (Some(name), None, address) => Ok(Self::Network(name, address)),
            (None, Some(port), None) => Ok(Self::Port(port)),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_read_in_every_form() {
        let address: IpAddr = "10.0.0.5".parse().unwrap();
        for (text, wish) in [
            ("private", NetworkWish::Network("private", None)),
            (
                "private,ip=10.0.0.5",
                NetworkWish::Network("private", Some(address)),
            ),
            (
                "v4-fixed-ip=10.0.0.5,net-id=a",
                NetworkWish::Network("a", Some(address)),
            ),
            ("port=p", NetworkWish::Port("p")),
        ] {
            assert_eq!(NetworkWish::parse(text).unwrap(), wish, "{text}");
        }
        for text in [
            "",
            "a,b",
            "a,ip=x",
            "ip=10.0.0.5",
            "port=p,ip=10.0.0.5",
            "port=p,a",
            "a,ip=",
        ] {
            assert!(NetworkWish::parse(text).is_err(), "{text}");
        }
    }
}
