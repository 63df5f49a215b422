//! Reads the words of `--network`.

use std::net::IpAddr;

use crate::error::CommandError;

/// A network that an instance is attached to, as the user wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NetworkArgument<'a> {
    /// A network by name or ID, with an address in it if the user gave one.
    Network(&'a str, Option<IpAddr>),
    /// An existing port, by name or ID.
    Port(&'a str),
}

impl<'a> NetworkArgument<'a> {
    /// Reads `NETWORK`, `NETWORK,ip=ADDRESS`, `ip=ADDRESS,network=NETWORK` or `port=PORT`.
    pub(crate) fn parse(text: &'a str) -> Result<Self, CommandError> {
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
            ("private", NetworkArgument::Network("private", None)),
            (
                "private,ip=10.0.0.5",
                NetworkArgument::Network("private", Some(address)),
            ),
            (
                "v4-fixed-ip=10.0.0.5,net-id=a",
                NetworkArgument::Network("a", Some(address)),
            ),
            ("port=p", NetworkArgument::Port("p")),
        ] {
            assert_eq!(NetworkArgument::parse(text).unwrap(), wish, "{text}");
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
            assert!(NetworkArgument::parse(text).is_err(), "{text}");
        }
    }
}
