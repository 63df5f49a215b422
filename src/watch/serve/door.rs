//! Decides which requests may enter. Pure.

use std::fmt;
use std::net::IpAddr;

use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use ring::digest::{SHA256, digest};

use crate::secret::Secret;

/// The host names that requests may use, and the token that they must have.
pub struct Door {
    token: Secret,
    /// The host names, in lower case.
    names: Vec<String>,
    port: u16,
    /// Whether any IP address is accepted as a host, because the server listens on all addresses.
    any_address: bool,
}

impl fmt::Debug for Door {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Door({:?}, {})", self.names, self.port)
    }
}

/// The reason why a request is refused.
type Refusal = (StatusCode, &'static str);

impl Door {
    /// Returns a door on a port, for the loopback names and these names.
    pub fn new(
        token: Secret,
        names: impl IntoIterator<Item = String>,
        port: u16,
        any_address: bool,
    ) -> Self {
        let usual = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
        Self {
            token,
            names: usual
                .into_iter()
                .chain(names)
                .map(|name| name.to_lowercase())
                .collect(),
            port,
            any_address,
        }
    }

    /// Checks a request's headers and the token in its address.
    pub(super) fn judge(&self, headers: &HeaderMap, token: Option<&str>) -> Result<(), Refusal> {
        let host = host(headers).unwrap_or_default();
        if !self.knows(&host) {
            return Err((
                StatusCode::MISDIRECTED_REQUEST,
                "this host is not served here\n",
            ));
        }
        // A browser sends the origin with every WebSocket; other programs need not.
        for origin in headers.get_all(ORIGIN) {
            let own = origin
                .to_str()
                .is_ok_and(|origin| origin.eq_ignore_ascii_case(&format!("http://{host}")));
            if !own {
                return Err((
                    StatusCode::FORBIDDEN,
                    "pages of other origins are not served\n",
                ));
            }
        }
        let bearer = headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        match token.or(bearer) {
            Some(token) if self.is_token(token) => Ok(()),
            _ => Err((
                StatusCode::UNAUTHORIZED,
                "the token is missing or wrong: the whole address that ostk printed has it\n",
            )),
        }
    }

    /// Returns whether this is the token. Compares digests, so that the time reveals nothing.
    fn is_token(&self, text: &str) -> bool {
        let own = digest(&SHA256, self.token.expose().as_bytes());
        own.as_ref() == digest(&SHA256, text.as_bytes()).as_ref()
    }

    fn knows(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
            _ => (host, Some(80)),
        };
        port == Some(self.port)
            && (self.names.iter().any(|known| known == name)
                || (self.any_address && is_address(name)))
    }
}

fn is_address(name: &str) -> bool {
    let bare = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    bare.unwrap_or(name).parse::<IpAddr>().is_ok()
}

/// Returns the host of a request, in lower case, if it names exactly one.
pub(super) fn host(headers: &HeaderMap) -> Option<String> {
    let mut all = headers.get_all(HOST).iter();
    let host = all.next()?.to_str().ok()?;
    all.next().is_none().then(|| host.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn judge(door: &Door, pairs: &[(HeaderName, &str)], token: Option<&str>) -> u16 {
        let headers = pairs
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap()))
            .collect();
        match door.judge(&headers, token) {
            Ok(()) => 200,
            Err((status, _)) => status.as_u16(),
        }
    }

    fn door(any_address: bool) -> Door {
        Door::new(
            Secret::new("right"),
            ["Box.example".to_owned()],
            8080,
            any_address,
        )
    }

    #[test]
    fn the_host_must_be_one_of_ours() {
        let table = [
            ("127.0.0.1:8080", 200, 200),
            ("LOCALHOST:8080", 200, 200),
            ("[::1]:8080", 200, 200),
            ("box.example:8080", 200, 200),
            ("evil.example:8080", 421, 421),
            ("127.0.0.1:81", 421, 421),
            ("127.0.0.1", 421, 421),
            ("[::1]", 421, 421),
            ("192.0.2.7:8080", 421, 200),
            ("[2001:db8::7]:8080", 421, 200),
            ("", 421, 421),
        ];
        for (host, loopback, any) in table {
            let headers = [(HOST, host)];
            assert_eq!(
                judge(&door(false), &headers, Some("right")),
                loopback,
                "{host}"
            );
            assert_eq!(judge(&door(true), &headers, Some("right")), any, "{host}");
        }
        assert_eq!(judge(&door(false), &[], Some("right")), 421);
    }

    #[test]
    fn the_origin_must_be_the_host_that_was_asked() {
        let table = [
            ("http://127.0.0.1:8080", 200),
            ("http://localhost:8080", 403),
            ("https://127.0.0.1:8080", 403),
            ("http://127.0.0.1:8081", 403),
            ("http://evil.example", 403),
            ("null", 403),
        ];
        for (origin, status) in table {
            let headers = [(HOST, "127.0.0.1:8080"), (ORIGIN, origin)];
            assert_eq!(
                judge(&door(false), &headers, Some("right")),
                status,
                "{origin}"
            );
        }
    }

    #[test]
    fn the_token_comes_in_the_address_or_in_a_header() {
        let host = (HOST, "127.0.0.1:8080");
        let door = door(false);
        assert_eq!(judge(&door, std::slice::from_ref(&host), None), 401);
        assert_eq!(judge(&door, std::slice::from_ref(&host), Some("")), 401);
        assert_eq!(
            judge(&door, std::slice::from_ref(&host), Some("rightx")),
            401
        );
        let bearer = |text| [host.clone(), (AUTHORIZATION, text)];
        assert_eq!(judge(&door, &bearer("Bearer right"), None), 200);
        assert_eq!(judge(&door, &bearer("Bearer wrong"), None), 401);
        assert_eq!(judge(&door, &bearer("Basic right"), None), 401);
    }
}
